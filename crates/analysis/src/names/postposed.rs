//! Names whose head stands first, as in French and Vietnamese: "ministère français des Armées",
//! "accord de libre-échange entre l'Union européenne et le Vietnam", "Bộ Quốc phòng Pháp",
//! "Đối thoại Chính sách Quốc phòng Việt Nam - Pháp lần thứ 5".
//!
//! From the head the name goes on over words that a list says may stand there, nations, names,
//! capitals, numbers and, where one of these follows, the words that link them. In such
//! languages only the first word of a body has a capital, or none: so what stands there must
//! also tell which one is meant, unless the list of heads asks for less.

use super::annotated::AnnotatedTokens;
use super::candidate::Candidate;
use super::noun_phrases::ordinal_before;
use super::organisations::of_minister;
use crate::lexicon::{Hit, WordClass};
use entente_model::EntityKind;

/// The longest that a name goes on behind its head, in tokens.
const LONGEST: usize = 24;

/// What a kind of name is made of.
struct Shape {
    kind: EntityKind,
    head: WordClass,
    link: WordClass,
}

const SHAPES: [Shape; 3] = [
    Shape { kind: EntityKind::Organisation, head: WordClass::OrgHead, link: WordClass::OrgLink },
    Shape {
        kind: EntityKind::Agreement,
        head: WordClass::AgreementHead,
        link: WordClass::AgreementLink,
    },
    Shape { kind: EntityKind::Event, head: WordClass::EventHead, link: WordClass::EventLink },
];

/// How much a head asks for, by its value in the list.
mod ask {
    /// Something particular behind or, with a capital, any word that may stand there.
    pub(super) const PARTICULAR: i32 = 1;
    /// A capital, and something particular behind.
    pub(super) const CAPITAL_AND_PARTICULAR: i32 = 2;
    /// Small letters will do, and any word that may stand behind.
    pub(super) const WORDS: i32 = 3;
    /// A capital.
    pub(super) const CAPITAL: i32 = 4;
    /// Nothing.
    pub(super) const NOTHING: i32 = 5;
    /// Something particular behind; it is seated somewhere: "ambassade de France au Vietnam".
    pub(super) const SEATED: i32 = 6;
}

pub(super) fn find(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    if !annotated.postposed {
        return;
    }
    drop_parts(annotated, out);
    for i in 0..annotated.len() {
        if annotated.within(i) && annotated.tokens.is_word(i) {
            out.extend(SHAPES.iter().filter_map(|shape| shape.at(annotated, i)));
        }
    }
}

/// Takes out the places and bodies that stand inside what a list knows as one: "Europe" in
/// "Conseil de l'Europe", "châu Âu" in "Liên minh châu Âu".
fn drop_parts(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    let known = [
        WordClass::OrgKnown,
        WordClass::AgreementKnown,
        WordClass::EventKnown,
        WordClass::OrgHead,
        WordClass::Office,
    ];
    // Of each token, where the longest form that began at it or before ends, and where it began.
    let mut open = (0, 0);
    let around = |i: usize| {
        let longest = annotated.all(i).iter().filter(|(sense, _)| known.contains(sense));
        let next = longest.map(|(_, hit)| hit.next).max().unwrap_or(0);
        if next > open.1 {
            open = (i, next);
        }
        open
    };
    let around: Vec<(usize, usize)> = (0..annotated.len()).map(around).collect();
    out.retain(|found| {
        let (from, to) = around[found.from];
        let part = from <= found.from && found.to <= to && to - from > found.to - found.from;
        !part || !matches!(found.kind, EntityKind::Place | EntityKind::Organisation)
    });
}

impl Shape {
    /// The name whose head begins at a token.
    fn at(&self, annotated: &AnnotatedTokens, i: usize) -> Option<Candidate> {
        let head = annotated.at(i, self.head)?;
        let longer = |sense| annotated.at(i, sense).is_some_and(|hit| hit.next > head.next);
        let known = [WordClass::OrgKnown, WordClass::AgreementKnown, WordClass::EventKnown];
        if annotated.inside(i, self.head)
            || longer(WordClass::Office)
            || annotated.inside(i, WordClass::Office)
            || of_minister(annotated, i)
            || portfolio(annotated, i)
            || longer(WordClass::Rank)
            || known.into_iter().any(longer)
            || SHAPES.iter().any(|shape| longer(shape.head))
            || annotated.loud(i) && !(head.value >= ask::CAPITAL && head.next - i > 2)
        {
            return None;
        }
        let from = ordinal_before(annotated, i).unwrap_or(i);
        let mut walk = Walk::new(annotated, self, head, head.next - i > 1);
        while walk.step() {}
        let words = walk.end > head.next;
        // "35e session" tells less than "37e sommet franco-britannique".
        let particular = walk.particular || from < i && (words || walk.long);
        let capital = annotated.capital(i);
        let stands = match head.value {
            ask::PARTICULAR => particular || capital && words && !annotated.opens(i),
            ask::SEATED => particular,
            ask::CAPITAL_AND_PARTICULAR => capital && particular,
            ask::WORDS => particular || words,
            ask::CAPITAL => capital,
            ask::NOTHING => true,
            _ => false,
        };
        // "kỷ niệm 75 …": of what is not understood.
        let lone = walk.end == head.next + 1 && annotated.tokens.figures(head.next) > 0;
        if lone && annotated.is(i, WordClass::Anniversary) {
            return None;
        }
        // "groupe Thales": the name of the body is what stands behind.
        let body = self.kind == EntityKind::Organisation;
        let known =
            annotated.at(head.next, WordClass::OrgKnown).filter(|_| body && head.value <= 2);
        if known.is_some_and(|hit| hit.next == walk.end) {
            return None;
        }
        // A name that is listed may have the name of a person in it.
        let weight = match (particular || capital && words, body && capital && head.next - i > 2) {
            (_, true) => 8,
            (true, false) => 7,
            (false, false) => 5,
        };
        stands.then(|| Candidate::new(self.kind, from, walk.end, weight))
    }
}

/// A walk to the right over what belongs to a head.
struct Walk<'a, 't> {
    annotated: &'a AnnotatedTokens<'t>,
    shape: &'a Shape,
    head: Hit,
    /// The token that is looked at.
    at: usize,
    /// The token after the last that belongs to the name.
    end: usize,
    /// Whether something tells which one is meant.
    particular: bool,
    /// Whether what was taken last is a nation or a body, to which "and" may add another.
    named: bool,
    /// Whether it stands between two.
    between: bool,
    /// Whether the head has several words: "Dialogue stratégique | et de défense".
    long: bool,
}

impl<'a, 't> Walk<'a, 't> {
    const fn new(
        annotated: &'a AnnotatedTokens<'t>,
        shape: &'a Shape,
        head: Hit,
        long: bool,
    ) -> Self {
        let (at, end) = (head.next, head.next);
        let (particular, named, between) = (false, false, false);
        Self { annotated, shape, head, at, end, particular, named, between, long }
    }

    fn take(&mut self, next: usize, particular: bool, named: bool) -> bool {
        (self.at, self.end, self.named) = (next, next, named);
        self.particular |= particular;
        true
    }

    /// Takes what stands at the token, if it belongs to the name.
    fn step(&mut self) -> bool {
        let (annotated, at) = (self.annotated, self.at);
        // "résolution 2735 sur Gaza": a number ends the name of a paper.
        let numbered = self.shape.kind == EntityKind::Agreement
            && self.end > self.head.next
            && annotated.tokens.figures(at - 1) > 0
            && !annotated.dated(at - 1);
        if !annotated.follows(at) || at - self.head.next > LONGEST || numbered {
            return false;
        }
        if let Some((next, particular, named)) = self.content(at) {
            return self.take(next, particular, named);
        }
        // "Việt Nam - Pháp", "franco-allemand"
        if let Some((next, particular, named)) =
            annotated.dash(at).filter(|_| self.end > self.head.next).and_then(|i| self.content(i))
        {
            return self.take(next, particular, named);
        }
        if let Some((next, particular, named)) = self.listed(at) {
            return self.take(next, particular, named);
        }
        if let Some((next, particular, named)) = self.linked(at).and_then(|i| self.content(i)) {
            self.between |= annotated.is(at, WordClass::Between);
            return self.take(next, particular, named);
        }
        false
    }

    /// What may stand behind a head: the token after it, whether it tells which one is meant,
    /// and whether it is a name itself.
    fn content(&self, i: usize) -> Option<(usize, bool, bool)> {
        let annotated = self.annotated;
        if !annotated.follows(i) {
            return None;
        }
        if annotated.tokens.figures(i) > 0 {
            let year = annotated.tokens.figures(i) == 4;
            let body = self.shape.kind == EntityKind::Organisation;
            let behind = self.end > self.head.next || i > self.at;
            let number = !annotated.dated(i) || year && !body && behind;
            return number.then_some((i + 1, true, false));
        }
        if let Some(next) = ordinal_behind(annotated, i) {
            return Some((next, true, false));
        }
        if annotated.dated(i) {
            return None;
        }
        if let Some(next) = annotated.nations(i) {
            return Some((next, true, true));
        }
        let office = annotated.at(i, WordClass::Office).filter(|_| annotated.strict);
        let trailing =
            trailing(annotated, i).filter(|next| office.is_none_or(|hit| hit.next <= *next));
        let known = [
            WordClass::Country,
            WordClass::Demonym,
            WordClass::OrgKnown,
            WordClass::City,
            WordClass::Region,
            WordClass::EventKnown,
            WordClass::AgreementKnown,
        ];
        if let Some((sense, hit)) = annotated.any(i, &known)
            && trailing.is_none_or(|next| next <= hit.next)
        {
            return Some((hit.next, true, sense != WordClass::Demonym));
        }
        // "Liên doanh Vietsovpetro hợp tác": behind a name of its own a small word is another.
        let own = annotated.capital(i - 1) && annotated.all(i - 1).is_empty();
        if own && !annotated.capital(i) && self.shape.kind == EntityKind::Organisation {
            return None;
        }
        if let Some(next) = trailing {
            return Some((next, annotated.capital(i), false));
        }
        // A body of a body: "Ủy ban Đối ngoại của Quốc hội".
        let heads = annotated.any(i, &[WordClass::OrgHead, self.shape.head]);
        let body = heads.filter(|_| annotated.capital(i) && !title(annotated, i));
        if let Some((_, hit)) = body {
            return Some((hit.next, true, true));
        }
        // "Hội nghị Tham mưu trưởng Lục quân", "sommet des chefs d'État"
        let offices: &[WordClass] = match self.shape.kind {
            EntityKind::Event if annotated.strict => &[WordClass::Office, WordClass::OfficePlural],
            EntityKind::Event => &[WordClass::OfficePlural],
            _ => &[],
        };
        if let Some((_, hit)) = annotated.any(i, offices) {
            return Some((hit.next, false, false));
        }
        let plain = annotated.capital(i)
            && !annotated.opens(i)
            && !title(annotated, i)
            && !person(annotated, i)
            && annotated.any(i, &[WordClass::NotName, WordClass::Article]).is_none();
        plain.then(|| (i + 1 + usize::from(second_syllable(annotated, i + 1)), true, false))
    }

    /// Behind a word that links: "de la", "về", and between two names "and".
    fn linked(&self, i: usize) -> Option<usize> {
        let annotated = self.annotated;
        let seat = || {
            let seated = self.head.value == ask::SEATED && self.end > self.head.next;
            annotated.at(i, WordClass::PlaceWhere).filter(|_| seated)
        };
        let and = || annotated.at(i, WordClass::And).filter(|_| self.named);
        let link = annotated.at(i, self.shape.link).or_else(seat);
        let (hit, adds) = match link {
            Some(hit) => (hit, false),
            None => (and()?, true),
        };
        let next = past_article(annotated, hit.next);
        let body = [WordClass::OrgKnown, WordClass::OrgHead];
        let other = annotated.nation(next).is_some()
            || self.between && annotated.any(next, &body).is_some();
        (annotated.follows(next) && (!adds || other)).then_some(next)
    }

    /// "… et des Affaires étrangères", ", An ninh và Đối ngoại": more of the same behind "and"
    /// or, where an "and" comes, behind a comma.
    fn listed(&self, i: usize) -> Option<(usize, bool, bool)> {
        let annotated = self.annotated;
        let and = annotated.at(i, WordClass::And);
        let comma = annotated.tokens.is(i, ',') && self.goes_on(i + 1);
        let first = self.end == self.head.next && !self.long;
        if first || and.is_none() && !comma {
            return None;
        }
        let next = and.map_or(i + 1, |hit| hit.next);
        // "la Chambre et le Sénat": an article without a word that links begins something else.
        let link = annotated.at(next, self.shape.link);
        let next = link.map_or(next, |hit| past_article(annotated, hit.next));
        let fits = annotated.capital(next) || and.is_some();
        let end = trailing(annotated, next).filter(|_| fits && annotated.follows(next))?;
        Some((end, annotated.capital(next), false))
    }

    /// Whether a list goes on to an "and" before the sentence does.
    fn goes_on(&self, from: usize) -> bool {
        let near = (from..from + 10).take_while(|&i| self.annotated.follows(i));
        { near }.any(|i| self.annotated.is(i, WordClass::And))
    }
}

/// Whether it is what a minister is of: "Bộ trưởng Quân đội".
fn portfolio(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.before(i, WordClass::Minister).is_some()
        && annotated.at(i, WordClass::OfficeWord).is_some_and(|hit| hit.value > 0)
}

/// Behind a known event a nation with a dash makes another of it, "Hội nghị Cấp cao ASEAN -
/// Trung Quốc lần thứ 27": the token after it.
pub(super) fn with_nation(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let hit =
        annotated.dash(i).filter(|_| annotated.postposed).and_then(|at| annotated.nation(at))?;
    Some(ordinal_behind(annotated, hit.next).unwrap_or(hit.next))
}

/// Words that may stand behind a head: the token after them.
fn trailing(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let office = annotated.at(i, WordClass::OfficeWord).filter(|hit| hit.value > 0);
    let word = annotated.at(i, WordClass::Trailing);
    office.into_iter().chain(word).map(|hit| hit.next).max()
}

/// The token after a number that stands behind: "lần thứ 5", "khóa XV".
pub(super) fn ordinal_behind(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let mark = annotated.at(i, WordClass::OrdinalMark)?;
    let figures = annotated.tokens.figures(mark.next) > 0;
    let roman = annotated.tokens.all_capitals(mark.next);
    let words = [WordClass::Number, WordClass::Ordinal];
    let number = annotated.any(mark.next, &words).map(|(_, hit)| hit.next);
    number.or((figures || roman).then_some(mark.next + 1))
}

/// Whether a word in small letters is the second syllable of an unknown word before it, in a
/// language that parts syllables: "Huấn luyện".
fn second_syllable(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.strict
        && annotated.follows(i)
        && annotated.tokens.is_word(i)
        && !annotated.tokens.plain(i - 1)
        && !annotated.tokens.capital(i)
        && annotated.all(i).iter().all(|(_, hit)| hit.next > i + 1)
}

fn past_article(annotated: &AnnotatedTokens, i: usize) -> usize {
    annotated.at(i, WordClass::The).map_or(i, |the| the.next)
}

fn title(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated
        .any(
            i,
            &[WordClass::Honorific, WordClass::Rank, WordClass::Office, WordClass::OfficePlural],
        )
        .is_some()
}

/// Whether a person may be named here: a word of names, and another word with a capital.
fn person(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.any(i, &[WordClass::GivenName, WordClass::FamilyFirst]).is_some()
        && annotated.follows(i + 1)
        && annotated.capital(i + 1)
}

//! What stands behind the head of a name where heads stand first: nations, names, numbers, words
//! that a list says may stand there, and the words that link them.

use super::annotated::AnnotatedTokens;
use crate::lexicon::{Hit, WordClass};
use entente_model::EntityKind;

/// The longest that a name goes on behind its head, in tokens.
const LONGEST: usize = 24;

/// What a kind of name is made of.
pub(super) struct Shape {
    pub(super) kind: EntityKind,
    pub(super) head: WordClass,
    pub(super) link: WordClass,
}

/// A part of a name.
#[derive(Clone, Copy)]
struct Part {
    /// The token after it.
    next: usize,
    /// Whether it tells which one is meant.
    particular: bool,
    /// Whether it is a name itself, to which "and" may add another.
    named: bool,
}

impl Part {
    /// A word of a list; with a capital it tells more.
    const fn word(next: usize, particular: bool) -> Self {
        Self { next, particular, named: false }
    }

    const fn name(next: usize) -> Self {
        Self { next, particular: true, named: true }
    }
}

/// A walk to the right over what belongs to a head.
pub(super) struct Complements<'a, 't> {
    annotated: &'a AnnotatedTokens<'t>,
    shape: &'a Shape,
    /// The first token of the head.
    from: usize,
    head: Hit,
    /// Whether the head is that of a body with a seat: "ambassade de France au Vietnam".
    seated: bool,
    last: Part,
    /// Whether something tells which one is meant.
    pub(super) particular: bool,
    /// Whether the name stands between two.
    between: bool,
}

impl<'a, 't> Complements<'a, 't> {
    /// All that belongs to a head that begins at a token.
    pub(super) fn of(
        annotated: &'a AnnotatedTokens<'t>,
        shape: &'a Shape,
        (from, head): (usize, Hit),
        seated: bool,
    ) -> Self {
        let last = Part::word(head.next, false);
        let (particular, between) = (false, false);
        let mut all = Self { annotated, shape, from, head, seated, last, particular, between };
        while let Some(part) = all.part() {
            all.particular |= part.particular;
            all.last = part;
        }
        all
    }

    /// The token after the last that belongs to the name.
    pub(super) const fn end(&self) -> usize {
        self.last.next
    }

    /// Whether there is anything.
    pub(super) const fn any(&self) -> bool {
        self.end() > self.head.next
    }

    /// Whether the head has several words: "Dialogue stratégique | et de défense".
    pub(super) const fn long_head(&self) -> bool {
        self.head.next - self.from > 1
    }

    /// The next part, if more belongs to the name.
    fn part(&mut self) -> Option<Part> {
        let (annotated, at) = (self.annotated, self.end());
        // "résolution 2735 sur Gaza": a number ends the name of a paper.
        let numbered = self.shape.kind == EntityKind::Agreement
            && self.any()
            && annotated.tokens.figures(at - 1) > 0
            && !annotated.dated(at - 1);
        if !annotated.follows(at) || at - self.head.next > LONGEST || numbered {
            return None;
        }
        // "Việt Nam - Pháp", "franco-allemand"
        let dash = annotated.dash(at).filter(|_| self.any());
        let plain = self.content(at).or_else(|| self.content(dash?)).or_else(|| self.listed(at));
        plain.or_else(|| {
            let linked = self.linked(at).and_then(|i| self.content(i))?;
            self.between |= annotated.is(at, WordClass::Between);
            Some(linked)
        })
    }

    /// What may stand behind a head.
    fn content(&self, i: usize) -> Option<Part> {
        let annotated = self.annotated;
        if !annotated.follows(i) {
            return None;
        }
        if annotated.tokens.figures(i) > 0 {
            let year = annotated.tokens.figures(i) == 4;
            let body = self.shape.kind == EntityKind::Organisation;
            let behind = self.any() || i > self.end();
            let linked = i > self.end() && annotated.dash(self.end()) != Some(i);
            // "convention de 12 millions d'euros": behind a link only a year.
            let number = !annotated.dated(i) && !linked || year && !body && behind;
            return number.then_some(Part::word(i + 1, true));
        }
        if let Some(next) = ordinal_behind(annotated, i) {
            return Some(Part::word(next, true));
        }
        if annotated.dated(i) {
            return None;
        }
        if let Some(next) = annotated.nations(i) {
            return Some(Part::name(next));
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
            let named = sense != WordClass::Demonym;
            return Some(Part { next: hit.next, particular: true, named });
        }
        // "Liên doanh Vietsovpetro hợp tác": behind a name of its own a small word is another.
        let own = annotated.capital(i - 1) && annotated.all(i - 1).is_empty();
        if own && !annotated.capital(i) && self.shape.kind == EntityKind::Organisation {
            return None;
        }
        if let Some(next) = trailing {
            return Some(Part::word(next, annotated.capital(i)));
        }
        // A body of a body: "Ủy ban Đối ngoại của Quốc hội".
        let heads = annotated.any(i, &[WordClass::OrgHead, self.shape.head]);
        let body = heads.filter(|_| annotated.capital(i) && !title(annotated, i));
        if let Some((_, hit)) = body {
            return Some(Part::name(hit.next));
        }
        // "Hội nghị Tham mưu trưởng Lục quân", "sommet des chefs d'État"
        let offices: &[WordClass] = match self.shape.kind {
            EntityKind::Event if annotated.strict => &[WordClass::Office, WordClass::OfficePlural],
            EntityKind::Event => &[WordClass::OfficePlural],
            _ => &[],
        };
        if let Some((_, hit)) = annotated.any(i, offices) {
            return Some(Part::word(hit.next, false));
        }
        // "Bộ Thương mại Singapore | Gan Kim Yong"
        let nation =
            self.last.named && self.shape.kind == EntityKind::Organisation && i == self.end();
        let plain = annotated.capital(i)
            && !nation
            && !annotated.opens(i)
            && !title(annotated, i)
            && !person(annotated, i)
            && annotated.any(i, &[WordClass::NotName, WordClass::Article]).is_none();
        let initial =
            annotated.tokens.raw(i).chars().count() == 1 && annotated.tokens.is(i + 1, '.');
        if plain && initial && annotated.capital(i + 2) {
            // "S. Rajaratnam"
            return Some(Part::word(i + 3, true));
        }
        let next = i + 1 + usize::from(second_syllable(annotated, i + 1));
        plain.then_some(Part::word(next, true))
    }

    /// Behind a word that links: "de la", "về", and between two names "and".
    fn linked(&self, i: usize) -> Option<usize> {
        let annotated = self.annotated;
        let seat = || annotated.at(i, WordClass::PlaceWhere).filter(|_| self.seated && self.any());
        let and = || annotated.at(i, WordClass::And).filter(|_| self.last.named);
        let link = annotated.at(i, self.shape.link).or_else(seat);
        let (hit, adds) = match link {
            Some(hit) => (hit, false),
            None => (and()?, true),
        };
        let next = past_article(annotated, hit.next);
        let nation = annotated.nation(next).is_some();
        let between = annotated.is(i, WordClass::Between) && !nation;
        let fits = match (between, adds) {
            (true, _) => self.two_parties(next),
            (false, true) => nation || self.between && self.party(next).is_some(),
            (false, false) => true,
        };
        (annotated.follows(next) && fits).then_some(next)
    }

    /// A nation or a body that everybody knows: the token after it.
    fn party(&self, i: usize) -> Option<usize> {
        let known = [WordClass::Country, WordClass::Demonym, WordClass::OrgKnown];
        self.annotated.any(i, &known).map(|(_, hit)| hit.next)
    }

    /// "entre l'Union européenne et le Vietnam"; not "giữa Bộ Quốc phòng Pháp và …", as whose
    /// paper it is does not name it.
    fn two_parties(&self, i: usize) -> bool {
        let and = self.party(i).and_then(|next| self.annotated.at(next, WordClass::And));
        and.is_some_and(|hit| self.party(past_article(self.annotated, hit.next)).is_some())
    }

    /// "… et des Affaires étrangères", ", An ninh và Đối ngoại": more of the same behind "and"
    /// or, where an "and" comes, behind a comma.
    fn listed(&self, i: usize) -> Option<Part> {
        let annotated = self.annotated;
        let and = annotated.at(i, WordClass::And);
        let comma = annotated.tokens.is(i, ',') && self.goes_on(i + 1);
        let first = !self.any() && !self.long_head();
        if first || and.is_none() && !comma {
            return None;
        }
        let next = and.map_or(i + 1, |hit| hit.next);
        // "la Chambre et le Sénat": an article without a word that links begins something else.
        let link = annotated.at(next, self.shape.link);
        let next = link.map_or(next, |hit| past_article(annotated, hit.next));
        let fits = annotated.capital(next) || and.is_some();
        let end = trailing(annotated, next).filter(|_| fits && annotated.follows(next))?;
        Some(Part::word(end, annotated.capital(next)))
    }

    /// Whether a list goes on to an "and" before the sentence does.
    fn goes_on(&self, from: usize) -> bool {
        let near = (from..from + 10).take_while(|&i| self.annotated.follows(i));
        { near }.any(|i| self.annotated.is(i, WordClass::And))
    }
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
pub(super) fn person(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.any(i, &[WordClass::GivenName, WordClass::FamilyFirst]).is_some()
        && annotated.follows(i + 1)
        && annotated.capital(i + 1)
}

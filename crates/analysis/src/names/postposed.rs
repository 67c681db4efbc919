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
use super::complements::{Complements, Shape, person};
use super::noun_phrases::ordinal_before;
use super::organisations::of_minister;
use crate::lexicon::WordClass;
use entente_model::EntityKind;

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
            out.extend(SHAPES.iter().filter_map(|shape| at(annotated, shape, i)));
            out.extend(foreign(annotated, i));
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

/// The name of a shape whose head begins at a token.
fn at(annotated: &AnnotatedTokens, shape: &Shape, i: usize) -> Option<Candidate> {
    let head = annotated.at(i, shape.head)?;
    let longer = |sense| annotated.at(i, sense).is_some_and(|hit| hit.next > head.next);
    let known = [WordClass::OrgKnown, WordClass::AgreementKnown, WordClass::EventKnown];
    if annotated.inside(i, shape.head)
        || longer(WordClass::Office)
        || annotated.inside(i, WordClass::Office)
        || annotated.inside(i, WordClass::OrgForeign)
        || of_minister(annotated, i)
        || portfolio(annotated, i)
        || longer(WordClass::Rank)
        || known.into_iter().any(longer)
        || SHAPES.iter().any(|other| longer(other.head))
        || person(annotated, i) && head.next == i + 1
        || annotated.loud(i) && !(head.value >= ask::CAPITAL && head.next - i > 2)
    {
        return None;
    }
    let from = ordinal_before(annotated, i).unwrap_or(i);
    let seated = head.value == ask::SEATED;
    let behind = Complements::of(annotated, shape, (i, head), seated);
    let words = behind.any();
    // "35e session" tells less than "37e sommet franco-britannique".
    let particular = behind.particular || from < i && (words || behind.long_head());
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
    let lone = behind.end() == head.next + 1 && annotated.tokens.figures(head.next) > 0;
    if lone && annotated.is(i, WordClass::Anniversary) {
        return None;
    }
    // "groupe Thales": the name of the body is what stands behind.
    let body = shape.kind == EntityKind::Organisation;
    let known = annotated.at(head.next, WordClass::OrgKnown).filter(|_| body && head.value <= 2);
    if known.is_some_and(|hit| hit.next == behind.end()) {
        return None;
    }
    // A head may have the name of a person in it: "Đoàn Thanh niên Cộng sản Hồ Chí Minh".
    let somebody = body && (i + 1..head.next).any(|at| person(annotated, at));
    let weight = match (particular || capital && words, somebody) {
        (_, true) => 8,
        (true, false) => 7,
        (false, false) => 5,
    };
    stands.then(|| Candidate::new(shape.kind, from, behind.end(), weight))
}

/// A body with an English name in a report in another language: words with capitals around one
/// such as "Group" ("Standing NATO Maritime Group 1").
fn foreign(annotated: &AnnotatedTokens, i: usize) -> Option<Candidate> {
    let hit = annotated.at(i, WordClass::OrgForeign).filter(|_| !annotated.loud(i))?;
    let word = |at: usize| {
        let other = [WordClass::Honorific, WordClass::Rank, WordClass::Office, WordClass::OrgHead];
        annotated.proper(at) && annotated.any(at, &other).is_none()
    };
    let mut from = i;
    while from > 0 && annotated.follows(from) && word(from - 1) && i - from < 6 {
        from -= 1;
    }
    let mut to = hit.next;
    while annotated.follows(to) && annotated.is(to, WordClass::OrgForeign) {
        to += 1;
    }
    let number = annotated.follows(to) && annotated.tokens.figures(to) > 0 && !annotated.dated(to);
    let whole = word(i) && from < i && !annotated.inside(i, WordClass::OrgForeign);
    let to = to + usize::from(number);
    whole.then(|| Candidate::new(EntityKind::Organisation, from, to, 5))
}

/// Whether it is what a minister is of: "Bộ trưởng Quân đội".
fn portfolio(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.before(i, WordClass::Minister).is_some()
        && annotated.at(i, WordClass::OfficeWord).is_some_and(|hit| hit.value > 0)
}

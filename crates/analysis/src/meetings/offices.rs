//! What the offices told of people say: whether somebody holds one, whole or as a deputy, and
//! whether it is at the head of a country.

use super::Report;
use super::sentence::{Sentence, Spot};
use crate::lexicon::WordClass;
use crate::span::Span;
use std::ops::Range;

/// As many offices of one person are looked at.
pub(super) const OFFICES: usize = 8;

/// A stem has as many letters, and the ending of its plural is not longer.
const STEM: usize = 5;
const ENDING: usize = 3;

/// The offices told just before or just behind the name of a person, as tokens.
pub(super) fn beside(report: &Report, spot: &Spot) -> impl Iterator<Item = Range<usize>> {
    let tokens = report.annotated.tokens;
    let roles = &report.names[spot.number].roles;
    let (start, end) = (tokens.span(spot.from).start, tokens.cover(spot.from, spot.to).end);
    let first = roles.partition_point(|role| role.end < start.saturating_sub(4));
    let near = move |role: &&Span| role.start <= end + 8;
    let near = roles[first..].iter().take_while(near);
    near.map(|role| tokens.from(role.start)..tokens.from(role.end))
}

/// Whether something is so of the words of an office, of those that are looked at.
fn any(sentence: &Sentence, roles: &[Span], so: impl Fn(Range<usize>) -> bool) -> bool {
    let tokens = sentence.annotated().tokens;
    let words = |role: &Span| tokens.from(role.start)..tokens.from(role.end);
    roles.iter().take(OFFICES).map(words).any(so)
}

/// Whether one of the offices told of a person has all words between two tokens.
pub(super) fn held(sentence: &Sentence, roles: &[Span], from: usize, to: usize) -> bool {
    let tokens = sentence.annotated().tokens;
    any(sentence, roles, |office| {
        let same = |other, at| same_word(sentence, office.start, other, at);
        let told = |at: usize| office.clone().any(|other| same(other, at));
        (from..to).filter(|&at| tokens.is_word(at)).all(told)
    })
}

/// Whether one of the offices told of a person is what stands between two tokens and no more.
pub(super) fn whole_office(sentence: &Sentence, roles: &[Span], from: usize, to: usize) -> bool {
    let tokens = sentence.annotated().tokens;
    any(sentence, roles, |office| {
        office.len() == to - from
            && office.zip(from..to).all(|(told, word)| tokens.key(told) == tokens.key(word))
    })
}

/// Whether one of the offices told of a person has nothing like "deputy" before a word.
pub(super) fn exact(sentence: &Sentence, roles: &[Span], word: usize) -> bool {
    any(sentence, roles, |mut office| {
        let first = office.start;
        let same = office.find(|&at| same_word(sentence, first, at, word));
        same.is_some_and(|same| {
            !sentence.has(first..same, WordClass::OfficeBefore) && !of_a_body(sentence, same)
        })
    })
}

/// Whether one of the offices told of a person is at the head of a state or government, or
/// that of a counterpart.
pub(super) fn leads_land(sentence: &Sentence, roles: &[Span]) -> bool {
    let heads = [WordClass::MeetHead, WordClass::MeetPartner];
    any(sentence, roles, |mut office| {
        office.any(|at| {
            let head = sentence.annotated().any(at, &heads);
            head.is_some_and(|(_, hit)| !of_a_body(sentence, hit.next - 1))
        })
    })
}

/// Whether "of" and a body stand behind a word: "president of the Senate".
fn of_a_body(sentence: &Sentence, at: usize) -> bool {
    let annotated = sentence.annotated();
    let Some(of) = annotated.at(at + 1, WordClass::Of) else { return false };
    let the = annotated.at(of.next, WordClass::The).map_or(of.next, |the| the.next);
    let body = [WordClass::OrgHead, WordClass::OrgKnown, WordClass::OrgLower];
    (the..the + 3)
        .take_while(|&i| annotated.tokens.is_word(i))
        .any(|i| annotated.any(i, &body).is_some())
}

/// Whether a word is told of the offices of a person: one of these, in whatever number.
pub(super) fn said_of(sentence: &Sentence, roles: &[Span], word: usize) -> bool {
    let annotated = sentence.annotated();
    any(sentence, roles, |mut office| {
        let first = office.start;
        office.any(|at| {
            let same = alike(annotated.tokens.key(at), annotated.tokens.key(word));
            (same || annotated.is(at, WordClass::MeetPartner))
                && !prime(sentence, first, at)
                && !of_a_body(sentence, at)
        })
    })
}

/// Whether a word of an office says the same as another: a minister is no prime minister.
fn same_word(sentence: &Sentence, first: usize, told: usize, word: usize) -> bool {
    let annotated = sentence.annotated();
    let short =
        |at: usize| annotated.at(at, WordClass::MeetPrime).is_some_and(|hit| hit.value == 1);
    if short(word) {
        return annotated.is(told, WordClass::MeetPrime);
    }
    let same = annotated.tokens.key(told) == annotated.tokens.key(word);
    same && (told == first || !prime(sentence, first, told) || prime(sentence, first, word))
}

/// Whether the word before makes another office of a word.
fn prime(sentence: &Sentence, first: usize, at: usize) -> bool {
    at > first && sentence.annotated().is(at - 1, WordClass::MeetPrime)
}

/// Whether two words have one stem: "minister" and "ministers".
fn alike(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(other.chars().count());
    one == other || shared >= STEM && longest - shared <= ENDING
}

//! What the offices told of people say: whether somebody holds one, whole or as a deputy, and
//! whether it is at the head of a country.

use super::sentence::Sentence;
use crate::lexicon::Sense;
use crate::span::Span;

/// As many offices of one person are looked at.
const OFFICES: usize = 8;

/// The offices told just before a byte or just behind another.
pub(super) fn beside(roles: &[Span], start: usize, end: usize) -> impl Iterator<Item = Span> {
    let first = roles.partition_point(|role| role.end < start.saturating_sub(4));
    let near = move |role: &&Span| role.start <= end + 8;
    roles[first..].iter().take_while(near).copied()
}

/// Whether one of the offices told of a person has all words between two tokens.
pub(super) fn held(sentence: &Sentence, roles: &[Span], from: usize, to: usize) -> bool {
    let tokens = sentence.scene().tokens;
    roles.iter().take(OFFICES).any(|role| {
        let (first, last) = (tokens.from(role.start), tokens.from(role.end));
        let told = |at: usize| (first..last).any(|other| same_word(sentence, first, other, at));
        (from..to).filter(|&at| tokens.is_word(at)).all(told)
    })
}

/// Whether one of the offices told of a person has nothing like "deputy" before a word.
pub(super) fn exact(sentence: &Sentence, roles: &[Span], word: usize) -> bool {
    let scene = sentence.scene();
    roles.iter().take(OFFICES).any(|role| {
        let (first, last) = (scene.tokens.from(role.start), scene.tokens.from(role.end));
        let same = (first..last).find(|&at| same_word(sentence, first, at, word));
        same.is_some_and(|same| !(first..same).any(|at| scene.is(at, Sense::OfficeBefore)))
    })
}

/// Whether one of the offices told of a person is at the head of a state or government, or
/// that of a counterpart.
pub(super) fn leads_land(sentence: &Sentence, roles: &[Span]) -> bool {
    let scene = sentence.scene();
    roles.iter().take(OFFICES).any(|role| {
        let words = scene.tokens.from(role.start)..scene.tokens.from(role.end);
        { words }.any(|at| scene.any(at, &[Sense::MeetHead, Sense::MeetPartner]).is_some())
    })
}

/// Whether a word is told of the offices of a person.
pub(super) fn said_of(sentence: &Sentence, roles: &[Span], words: &[&str]) -> bool {
    let tokens = sentence.scene().tokens;
    roles.iter().take(OFFICES).any(|role| {
        let (first, last) = (tokens.from(role.start), tokens.from(role.end));
        let prime = |at: usize| at > first && tokens.key(at - 1) == "prime";
        (first..last).any(|at| words.contains(&tokens.key(at)) && !prime(at))
    })
}

/// Whether a word of an office says the same as another: a minister is no prime minister.
fn same_word(sentence: &Sentence, first: usize, told: usize, word: usize) -> bool {
    let tokens = sentence.scene().tokens;
    let prime = |at: usize| tokens.key(at - 1) == "prime";
    match tokens.key(word) {
        "pm" => tokens.key(told) == "prime" || tokens.key(told) == "pm",
        key => tokens.key(told) == key && (told == first || !prime(told) || prime(word)),
    }
}

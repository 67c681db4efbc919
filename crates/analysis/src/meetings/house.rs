//! Houses where people meet, told by words that need be no name: "at the Mongolian embassy", "at
//! Government Buildings", "the headquarters of the defence ministry".

use super::sentence::{Sentence, SpotKind};
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// The words of a house that begin at a token, without an article.
pub(super) fn words(sentence: &Sentence, i: usize, end: usize) -> Option<(usize, usize)> {
    let annotated = sentence.annotated();
    let article = [WordClass::The, WordClass::PronounOwn, WordClass::Article];
    let from = annotated.any(i, &article).map_or(i, |(_, hit)| hit.next);
    let mut to = from;
    while to < end && goes_on(sentence, to) {
        to += 1;
    }
    let words = (from..to).filter(|&at| annotated.tokens.is_word(at)).count();
    let capitals = (from..to).filter(|&at| annotated.capital(at)).count();
    let head = (from..to).any(|at| annotated.is(at, WordClass::MeetVenue));
    // Where the head stands first it is always told.
    let proper = !annotated.postposed && capitals > 0 && capitals + 1 >= words.min(3);
    let event = [WordClass::MeetKind, WordClass::MeetNoun];
    let title = sentence.titles.iter().any(|title| title.contains(&from));
    let within = |at: usize| annotated.postposed && annotated.inside(at, WordClass::MeetVenue);
    let told = |at: usize| annotated.any(at, &event).is_some() && !within(at);
    let house = !title && !(from..to).any(told);
    (to > from && house && (head || proper)).then_some((from, to))
}

/// Whether a token belongs to the words of a house.
fn goes_on(sentence: &Sentence, at: usize) -> bool {
    let annotated = sentence.annotated();
    let free = |at: usize| {
        sentence.spot_over(at).is_none_or(|spot| {
            matches!(spot.kind, SpotKind::Name(EntityKind::Place | EntityKind::Organisation))
        })
    };
    let mark = |at: usize| {
        let apostrophe = |at: usize| annotated.tokens.is_any(at, &['’', '\'']);
        // "Government's": a letter glued to an apostrophe
        let behind = at > 0 && apostrophe(at - 1) && annotated.tokens.raw(at).len() == 1;
        annotated.tokens.glued(at) && (annotated.tokens.is(at, '-') || apostrophe(at) || behind)
    };
    let word = |at: usize| {
        let house = annotated.is(at, WordClass::MeetVenue)
            || annotated.postposed
                && (annotated.inside(at, WordClass::MeetVenue) || sentence.spot_over(at).is_some());
        free(at) && (annotated.capital(at) || house || mark(at))
    };
    let behind = annotated.postposed && annotated.is(at, WordClass::MeetVenueBefore);
    let small = annotated.any(at, &[WordClass::Of, WordClass::The]).is_some();
    word(at)
        || behind
        || small && (word(at + 1) || word(at + 2))
        || annotated.is(at, WordClass::MeetVenueBefore) && word(at + 1)
}

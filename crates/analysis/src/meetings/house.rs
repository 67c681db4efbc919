//! Houses where people meet, told by words that need be no name: "at the Mongolian embassy", "at
//! Government Buildings", "the headquarters of the defence ministry".

use super::sentence::{Sentence, SpotKind};
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// The words of a house behind "at", as tokens, before `end`.
pub(super) fn at(sentence: &Sentence, i: usize, end: usize) -> Option<(usize, usize)> {
    let leads = sentence.annotated().is(i, WordClass::MeetAt);
    let found = if leads { words(sentence, i + 1, end) } else { None };
    // "à Tallinn": a place, and no house.
    let place = |&(from, to): &(usize, usize)| {
        let names = &sentence.report.names;
        sentence.spot_over(from).is_some_and(|spot| {
            spot.is(EntityKind::Place) && spot.to >= to && !names[spot.number].country.is_empty()
        })
    };
    found.filter(|found| !place(found))
}

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
    let proper = capitals > 0 && capitals + 1 >= words.min(3);
    let event = [WordClass::MeetKind, WordClass::MeetNoun];
    let title = sentence.titles.iter().any(|title| title.contains(&from));
    let house = !title && !(from..to).any(|at| annotated.any(at, &event).is_some());
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
        let inner =
            annotated.tokens.is_any(at, &['-', '’', '\'']) || annotated.tokens.raw(at) == "s";
        inner && annotated.tokens.glued(at)
    };
    let word = |at: usize| {
        free(at)
            && !annotated.is(at, WordClass::Honorific)
            && (annotated.capital(at) || annotated.is(at, WordClass::MeetVenue) || mark(at))
    };
    let small = annotated.any(at, &[WordClass::Of, WordClass::The]).is_some();
    let behind = annotated.postposed && annotated.is(at, WordClass::MeetVenueBefore);
    word(at)
        || behind
        || small && (word(at + 1) || word(at + 2))
        || annotated.is(at, WordClass::MeetVenueBefore) && word(at + 1)
}

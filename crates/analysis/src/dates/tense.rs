//! Whether the words around a date look back or ahead.
//!
//! The nearest verb before the date in its sentence decides, else the nearest after. An
//! ending such as "-ed" may be an adjective or a participle ("will meet, accompanied
//! by …"), so it gives way to a word of the future before it in the same clause; after
//! "be" no past form counts ("will be held").

use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::Tokens;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    Open,
}

/// How far to look, in tokens.
const REACH: usize = 30;

/// The tense around the tokens from `from` to before `next`.
pub(crate) fn around(tokens: &Tokens, lexicon: &Lexicon, from: usize, next: usize) -> Tense {
    let mut weak = None;
    for at in (from.saturating_sub(REACH)..from).rev() {
        if tokens.begins_sentence(at + 1) || tokens.is(at, ';') {
            break;
        }
        match verb(tokens, lexicon, at) {
            Some((Tense::Past, true)) if weak.is_none() => weak = Some(Tense::Past),
            Some((Tense::Past, true)) | None => {}
            // "is visiting with a delegation, travelled to Ankara on Monday"
            Some((Tense::Future, true)) if weak.is_some() => {}
            Some((tense, _)) => return weak.filter(|_| tense == Tense::Past).unwrap_or(tense),
        }
    }
    if let Some(tense) = weak {
        return tense;
    }
    for at in next..next + REACH {
        if tokens.begins_sentence(at) || tokens.is(at, ';') {
            break;
        }
        if let Some((tense, _)) = verb(tokens, lexicon, at) {
            return tense;
        }
    }
    Tense::Open
}

/// The tense that a token shows, and whether weakly: by its ending, or as a present.
fn verb(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(Tense, bool)> {
    if lexicon.is(tokens, i, WordClass::Future) {
        return Some((Tense::Future, false));
    }
    if lexicon.is(tokens, i, WordClass::Ahead) {
        return Some((Tense::Future, true));
    }
    if tokens.capital(i) || lexicon.is_before(tokens, i, WordClass::Be) {
        return None;
    }
    if lexicon.is(tokens, i, WordClass::Past) {
        return Some((Tense::Past, false));
    }
    let key = tokens.key(i);
    let ends = |sense| {
        let tail = |letters: usize| key.char_indices().rev().nth(letters - 1);
        let mut tails = (2..=4).filter_map(tail).map(|(at, _)| &key[at..]);
        key.len() > 4 && tails.any(|tail| lexicon.has(tail, sense))
    };
    if ends(WordClass::FutureEnding) {
        return Some((Tense::Future, false));
    }
    ends(WordClass::PastEnding).then_some((Tense::Past, true))
}

//! Sign-offs: who reports, after the last stop of a report.
//!
//! "— VNS", ".-VNA", "/VNA", "./.", "(END)", "Enditem", "— VNA/VNS". A known agency may
//! follow any dash; an unknown one must be all capitals and follow the end of a sentence,
//! so that a clause set off by a dash is not taken for one.

use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::{DASHES, Tokens};

/// The first token of the sign-off that ends a block, if there is one.
pub(crate) fn before(
    tokens: &Tokens,
    lexicon: &Lexicon,
    first: usize,
    last: usize,
) -> Option<usize> {
    let mut end = last;
    // "./. (VNA)", "./.VNA": one after the other.
    while let Some(from) = one(tokens, lexicon, first, end).filter(|&from| from < end) {
        end = from;
    }
    (end < last).then_some(end)
}

fn one(tokens: &Tokens, lexicon: &Lexicon, first: usize, end: usize) -> Option<usize> {
    let back = |n: usize| end.checked_sub(n).filter(|&at| at >= first);
    let closed = |at: usize| at == first || ends_sentence(tokens, at - 1);
    // "./.": the first stop is the sentence's own.
    if let (Some(slash), Some(stop)) = (back(2), back(1))
        && tokens.is(slash, '/')
        && tokens.is(stop, '.')
        && tokens.glued(stop)
    {
        return Some(slash);
    }
    // A stop after the name: "- VNA."
    let end = if back(1).is_some_and(|at| tokens.is(at, '.')) { end - 1 } else { end };
    let back = |n: usize| end.checked_sub(n).filter(|&at| at >= first);
    let mark = back(1)?;
    // "(VNA)", "(END)", "/TASS/"
    let open = match tokens.raw(mark) {
        ")" => "(",
        "]" => "[",
        "/" => "/",
        _ => "",
    };
    if !open.is_empty() {
        let from = (2..9).filter_map(back).find(|&at| tokens.raw(at) == open)?;
        return (names(tokens, lexicon, from + 1, mark).is_some() && closed(from)).then_some(from);
    }
    let (from, known) = (1..6)
        .filter_map(back)
        .rev()
        .find_map(|from| names(tokens, lexicon, from, end).map(|known| (from, known)))?;
    let before = from.checked_sub(1).filter(|&at| at >= first);
    let Some(before) = before else {
        return (known && end == last_of_block(tokens, from)).then_some(from);
    };
    if tokens.is_any(before, &DASHES) || tokens.is(before, '/') {
        let twice = before > first && tokens.is_any(before - 1, &DASHES) && tokens.glued(before);
        let dash = before - usize::from(twice);
        let joins =
            tokens.glued(dash) && tokens.glued(from) && !ends_sentence(tokens, dash.max(1) - 1);
        return (!joins && (known || closed(dash))).then_some(dash);
    }
    let closed = ends_sentence(tokens, before) || tokens.is(before, ')');
    (known && closed).then_some(from)
}

/// The token after the last of the block that a token stands in, looking a little ahead.
fn last_of_block(tokens: &Tokens, i: usize) -> usize {
    (i + 1..i + 9).find(|&at| tokens.opens(at)).unwrap_or(i)
}

/// Whether the tokens are one name or several with slashes between: `Some(true)` if all
/// are known, `Some(false)` if they only look like names.
fn names(tokens: &Tokens, lexicon: &Lexicon, from: usize, end: usize) -> Option<bool> {
    let (mut at, mut known) = (from, true);
    loop {
        let agency = lexicon.at(tokens, at, WordClass::Agency).filter(|_| tokens.capital(at));
        let hit = agency
            .or_else(|| lexicon.at(tokens, at, WordClass::End).filter(|_| tokens.capital(at)));
        match hit.filter(|hit| hit.next <= end) {
            Some(hit) => at = hit.next,
            None if is_acronym(tokens, at) && at < end => {
                known = false;
                at += 1;
            }
            None => return None,
        }
        if at == end {
            return Some(known);
        }
        if !tokens.is_any(at, &['/', '-', ',']) {
            return None;
        }
        at += 1;
    }
}

fn is_acronym(tokens: &Tokens, i: usize) -> bool {
    tokens.is_word(i) && tokens.all_capitals(i) && (2..=10).contains(&tokens.raw(i).chars().count())
}

fn ends_sentence(tokens: &Tokens, i: usize) -> bool {
    tokens.is_any(i, &['.', '!', '?', '"', '”', '»', '…', '\'', '’'])
}

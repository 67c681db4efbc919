//! A weekday beside a date: "Sunday night, 7 June 2015", "Sunday (7 June)", "7 June 2015, a
//! Sunday", "7 June (Sunday)".
//!
//! Both are one date. Nothing is joined over the end of a sentence: only a short form takes a
//! full stop ("Mon. May 9").

use super::form::{Form, weekday_of};
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::Tokens;
use entente_calendar::Period;

/// A weekday before a date.
#[derive(Clone, Copy)]
pub(crate) struct Before {
    /// Monday is 1.
    pub(crate) weekday: u8,
    /// Where the date begins, if one does.
    pub(crate) start: usize,
    /// Whether the date stands in brackets.
    pub(crate) bracket: bool,
}

/// The weekday at a token, and where a date that belongs to it would begin.
pub(crate) fn before(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Before> {
    let (weekday, mut at) = name(tokens, lexicon, i)?;
    let bracket = tokens.is(at, '(');
    at += usize::from(bracket || tokens.is(at, ','));
    // "Sunday, on the 7th of June", "Chủ nhật, ngày 7/6"
    for _ in 0..2 {
        let small = [WordClass::On, WordClass::The, WordClass::DayWord];
        let word = small.iter().find_map(|&small| lexicon.at(tokens, at, small));
        at = word.filter(|_| !tokens.opens(at)).map_or(at, |hit| hit.next);
    }
    let whole = (i + 1..=at).all(|token| !tokens.opens(token));
    whole.then_some(Before { weekday, start: at, bracket })
}

/// The token after the weekday that stands behind a date, and which it is.
pub(crate) fn behind(
    tokens: &Tokens,
    lexicon: &Lexicon,
    form: &Form,
    next: usize,
) -> Option<(u8, usize)> {
    let bracket = tokens.is(next, '(');
    let comma = tokens.is(next, ',');
    let mark = next + usize::from(bracket || comma);
    let one = lexicon.at(tokens, mark, WordClass::WasA);
    let at = one.map_or(mark, |hit| hit.next);
    let (weekday, end) = name(tokens, lexicon, at)?;
    if (next..end).any(|token| tokens.opens(token)) {
        return None;
    }
    if bracket {
        return tokens.is(end, ')').then_some((weekday, end + 1));
    }
    if one.is_some() {
        return Some((weekday, end));
    }
    // "On May 9, Monday, …" is one day where it may be one; "on May 9, Monday's talks" is not.
    let agrees = form.full().and_then(Period::single).map(weekday_of);
    let stops = tokens.is_any(end, &[',', ')', ';', '.', ':']) || tokens.opens(end);
    (comma && stops && agrees.is_none_or(|day| day == weekday)).then_some((weekday, end))
}

/// A weekday with its part of the day: "Sunday night", "Mon.".
fn name(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    let short = || lexicon.at(tokens, i, WordClass::WeekdayShort);
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Weekday) {
        let part = lexicon.at(tokens, hit.next, WordClass::DayPart);
        return Some((hit.value as u8, part.map_or(hit.next, |part| part.next)));
    }
    let hit = short()?;
    let stop = usize::from(tokens.is(hit.next, '.') && tokens.glued(hit.next));
    Some((hit.value as u8, hit.next + stop))
}

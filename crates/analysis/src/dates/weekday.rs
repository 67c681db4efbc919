//! A weekday beside a date: "Sunday night, 7 June 2015", "Sunday (7 June)", "7 June 2015, a
//! Sunday", "7 June (Sunday)".
//!
//! Both are one date. Nothing is joined over the end of a sentence: only a short form takes a
//! full stop ("Mon. May 9").

use super::form::{Form, weekday_of};
use super::points;
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::{DASHES, Tokens};
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
    // "next Monday, May 13"
    let shift = lexicon.at(tokens, i, WordClass::Shift).filter(|hit| !tokens.opens(hit.next));
    let i = shift.map_or(i, |hit| hit.next);
    let (weekday, first) = name(tokens, lexicon, i)?;
    // "Monday to Wednesday (May 6-8)"
    let mut at = range(tokens, lexicon, i).map_or(first, |(_, next)| next);
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

/// The second weekday of "Monday to Wednesday", "Monday-Wednesday", "Monday and Tuesday", and the
/// token after it. Days that are not in a row are joined by no "and".
pub(crate) fn range(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    let (from, next) = name(tokens, lexicon, i)?;
    let to = lexicon.at(tokens, next, WordClass::To).map(|hit| hit.next);
    let and = lexicon.at(tokens, next, WordClass::And).map(|hit| hit.next);
    let dash = tokens.is_any(next, &DASHES).then_some(next + 1);
    let at = to.or(and).or(dash)?;
    let (last, end) = name(tokens, lexicon, at)?;
    let in_row = last == from % 7 + 1;
    let moved = lexicon.is_before(tokens, i, WordClass::PutOffFrom);
    let whole = (i + 1..end).all(|token| !tokens.opens(token));
    (whole && !moved && last != from && (in_row || and.is_none())).then_some((last, end))
}

/// The day of the month behind a weekday, where the month is not said: "Tuesday the 7th",
/// "Wednesday (26)", "lundi 6"; not "Tuesday 7 pm".
pub(crate) fn day_of_month(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    let bracket = tokens.is(i, '(');
    let the = lexicon.at(tokens, i, WordClass::The).map(|hit| hit.next);
    let at = if bracket { i + 1 } else { the.unwrap_or(i) };
    let (day, next) = points::day(tokens, lexicon, at)?;
    if (i..next).any(|token| tokens.opens(token)) {
        return None;
    }
    if bracket {
        return tokens.is(next, ')').then_some((day, next + 1));
    }
    let ordinal = next > at + 1;
    let month = points::month(tokens, lexicon, next).is_some() && !tokens.opens(next);
    let of = lexicon.is(tokens, next, WordClass::Of) && !tokens.opens(next);
    let mark = tokens.opens(next) || tokens.is_any(next, &[',', '.', ';', ')']);
    (!month && !of && (ordinal || mark)).then_some((day, next))
}

/// A weekday with its part of the day: "Sunday night", "Mon.".
fn name(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Weekday) {
        let part = lexicon.at(tokens, hit.next, WordClass::DayPart);
        return Some((hit.value as u8, part.map_or(hit.next, |part| part.next)));
    }
    let hit = lexicon.at(tokens, i, WordClass::WeekdayShort)?;
    let stop = usize::from(tokens.is(hit.next, '.') && tokens.glued(hit.next));
    Some((hit.value as u8, hit.next + stop))
}

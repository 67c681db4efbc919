//! A point of the calendar with its month in words: "May 7th, 2024", "7 May", "the 7th of May",
//! "tháng 5 năm 2024".
//!
//! A day may be spelled out: "the fifth of May", "le premier mai". A figure beside a month is its day
//! unless it counts something ("in May 18 soldiers …"), and a month after a form of address is a name
//! ("Mrs May"). A year of another era is converted: "5 May 2567", "May 6, Juche 113", "5 May 2567 BE".

use super::form::Point;
use super::{calendars, figures};
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::Tokens;

/// A year, month and day as far as they stand together.
pub(crate) fn point(
    tokens: &Tokens,
    lexicon: &Lexicon,
    i: usize,
    cued: bool,
) -> Option<(Point, usize)> {
    if let Some(found) = figures::point(tokens, lexicon, i, cued) {
        return Some(found);
    }
    if let Some((month, next)) = month(tokens, lexicon, i) {
        let stop = usize::from(i > 1 && tokens.is(i - 1, '.') && tokens.glued(i - 1));
        if lexicon.is_before(tokens, i - stop, WordClass::Honorific) {
            return None;
        }
        let the = lexicon.at(tokens, next, WordClass::The).map_or(next, |hit| hit.next);
        // "May the fifth"
        if let Some(hit) = lexicon.at(tokens, next, WordClass::DayNameBehind)
            && !tokens.opens(next)
        {
            let point =
                Point { month: Some(month), day: Some(hit.value as u8), ..Point::default() };
            return Some(with_year(tokens, lexicon, point, hit.next));
        }
        let found = day(tokens, lexicon, the)
            .or_else(|| first_of_two(tokens, the))
            .filter(|&(_, end)| !tokens.opens(the) && !counts(tokens, lexicon, the, end));
        let (day, next) = found.map_or((None, next), |(day, next)| (Some(day), next));
        return Some(with_year(
            tokens,
            lexicon,
            Point { month: Some(month), day, ..Point::default() },
            next,
        ));
    }
    // "the fifth of May", "le premier mai"
    if let Some(hit) = lexicon.at(tokens, i, WordClass::DayName) {
        let (month, next) = month(tokens, lexicon, hit.next).filter(|_| !tokens.opens(hit.next))?;
        let point = Point { month: Some(month), day: Some(hit.value as u8), ..Point::default() };
        return Some(with_year(tokens, lexicon, point, next));
    }
    let (day, next) = day(tokens, lexicon, i)?;
    let next = if tokens.is(next, '-') && tokens.glued(next) && tokens.glued(next + 1) {
        next + 1
    } else {
        let of = lexicon.at(tokens, next, WordClass::Of);
        of.or_else(|| lexicon.at(tokens, next, WordClass::DayOf)).map_or(next, |hit| hit.next)
    };
    let (month, next) = month(tokens, lexicon, next).filter(|_| !tokens.opens(next))?;
    if let Some(year) = short_year(tokens, i, next) {
        let point =
            Point { month: Some(month), day: Some(day), year: Some(year), ..Point::default() };
        return Some((point, next + 2));
    }
    let point = Point { month: Some(month), day: Some(day), ..Point::default() };
    Some(with_year(tokens, lexicon, point, next))
}

/// The point with the year that stands behind it, if one does.
fn with_year(tokens: &Tokens, lexicon: &Lexicon, point: Point, next: usize) -> (Point, usize) {
    match written_year(tokens, lexicon, next) {
        Some((year, converted, next)) => (Point { year: Some(year), converted, ..point }, next),
        None => (point, next),
    }
}

/// The year of "07-MAY-24": two figures behind a month that hyphens join on both sides.
fn short_year(tokens: &Tokens, i: usize, next: usize) -> Option<i32> {
    let joined = (i + 1..=next + 1).all(|at| tokens.glued(at));
    let hyphens = tokens.is(i + 1, '-') && tokens.is(next, '-') && next == i + 3;
    let year = tokens.number(next + 1).filter(|_| tokens.figures(next + 1) == 2)?;
    (joined && hyphens && figures::closed(tokens, next + 2)).then_some(2000 + year as i32)
}

/// The first day of "May 3/4": two days in a row, and no more figures behind.
fn first_of_two(tokens: &Tokens, i: usize) -> Option<(u8, usize)> {
    let slash = tokens.is(i + 1, '/') && tokens.glued(i + 1) && tokens.glued(i + 2);
    let further = tokens.is(i + 3, '/') && tokens.glued(i + 3);
    let short = tokens.figures(i) <= 2 && tokens.figures(i + 2) <= 2;
    let (first, second) = (tokens.number(i)?, tokens.number(i + 2)?);
    let days = (1..=30).contains(&first) && second == first + 1;
    (slash && !further && short && days).then_some((first as u8, i + 1))
}

/// Whether a figure counts what stands behind it: "May 18 months later", but not "7th".
fn counts(tokens: &Tokens, lexicon: &Lexicon, i: usize, next: usize) -> bool {
    let units = [
        WordClass::UnitsDay,
        WordClass::UnitsWeek,
        WordClass::UnitsMonth,
        WordClass::UnitsYear,
        WordClass::UnitsDecade,
        WordClass::Counted,
    ];
    next == i + 1 && units.iter().any(|&unit| lexicon.is(tokens, next, unit))
}

/// A month in words, or a word for "month" and its figure.
pub(crate) fn month(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Month) {
        return Some((hit.value as u8, hit.next));
    }
    if let Some(hit) = lexicon.at(tokens, i, WordClass::MonthShort) {
        let stop = tokens.is(hit.next, '.') && tokens.glued(hit.next);
        return Some((hit.value as u8, hit.next + usize::from(stop)));
    }
    let next = lexicon.at(tokens, i, WordClass::MonthWord)?.next;
    let month = tokens.number(next).filter(|n| (1..=12).contains(n) && !tokens.opens(next))?;
    Some((month as u8, next + 1))
}

/// A day of the month in figures, with its ending: never part of a larger number, an
/// hour or a quantity.
pub(crate) fn day(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    let mut number = tokens.number(i).filter(|_| tokens.figures(i) <= 2)?;
    let mut next = i + 1;
    if tokens.figures(i) == 1 && tokens.torn(next) && tokens.figures(next) == 1 {
        // "Jan 1⏎2": a line break in the figures.
        number = number * 10 + tokens.number(next)?;
        next += 1;
    }
    if tokens.glued(next) {
        if tokens.is_word(next) {
            if !lexicon.has(tokens.key(next), WordClass::Suffix) {
                return None;
            }
            next += 1;
        } else {
            let more = tokens.figures(next + 1) > 0 && tokens.glued(next + 1);
            let year = tokens.is(next, ',') && tokens.figures(next + 1) == 4;
            if tokens.is(next, '%') || (more && !year && tokens.is_any(next, &['.', ',', ':', '/']))
            {
                return None;
            }
        }
    }
    (1..=31).contains(&number).then_some((number as u8, next))
}

/// ", 2024", " 2024", " of 2024", " năm 2024", "/2024" after a day or month.
pub(crate) fn year_after(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, usize)> {
    written_year(tokens, lexicon, i).map(|(year, _, next)| (year, next))
}

/// The same, and whether the year was converted from another era.
fn written_year(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, bool, usize)> {
    let link = tokens.is_any(i, &[',', '.'])
        || (tokens.is_any(i, &['/', '-']) && tokens.glued(i) && tokens.glued(i + 1));
    let at = i + usize::from(link);
    let word = lexicon
        .at(tokens, at, WordClass::YearWord)
        .or_else(|| lexicon.at(tokens, at, WordClass::Of));
    let at = word.map_or(at, |hit| hit.next);
    if tokens.opens(at) || tokens.is(i, '.') && at == i + 1 && !tokens.glued(at) {
        return None;
    }
    if let Some((year, next)) = calendars::era_year(tokens, lexicon, at) {
        return Some((year, true, next));
    }
    figures::bare_year(tokens, lexicon, at, 1000..=2199).map(|year| (year, false, at + 1))
}

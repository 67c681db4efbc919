//! Dates in figures, and years.
//!
//! "2024-05-07", "7/5/2024", "7.5.2024", "5/2024", "27/3"; "2018-28", "1990s", "2016".
//! Day before month, unless one part is above twelve or the text shows elsewhere that it
//! puts the month first. A day and a month in figures without a year count only where a
//! word such as "on" or "ngày" stands before: they may be a score or a fraction.
//!
//! A number alone is a year from 1900 to 2099 (from 1700 after "in", "since" and the
//! like), if nothing says otherwise: a unit, a counted noun or a plural after it, a
//! sign of money, "about" or "resolution" before it, a letter or figure that touches it.

use super::form::{Form, Point};
use super::scan::Match;
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::{DASHES, Kind, Tokens};
use entente_calendar::{Date, Period};
use std::ops::RangeInclusive;

/// A date all in figures.
pub(crate) fn point(
    tokens: &Tokens,
    lexicon: &Lexicon,
    i: usize,
    cued: bool,
) -> Option<(Point, usize)> {
    let (first, mark) = (tokens.number(i)?, i + 1);
    let seps = ['/', '-', '.', '–'];
    let touches = |at: usize| tokens.glued(at) && tokens.is_any(at, &seps);
    let after_figures = i > 1 && touches(i - 1) && tokens.figures(i - 2) > 0 && tokens.glued(i);
    if !touches(mark) || !tokens.glued(i + 2) || (after_figures && !tokens.is_any(i - 1, &DASHES)) {
        return None;
    }
    let sep = tokens.raw(mark);
    let second = tokens.number(i + 2)?;
    let triple = touches(i + 3) && tokens.raw(i + 3) == sep && tokens.figures(i + 4) > 0;
    if triple && tokens.glued(i + 4) {
        let third = tokens.number(i + 4)?;
        let lengths = (tokens.figures(i), tokens.figures(i + 2), tokens.figures(i + 4));
        let (year, month, day) = match lengths {
            (4, 1..=2, 1..=2) => (first, second, third),
            (1..=2, 1..=2, 4) => turned(tokens, first, second, third),
            (1..=2, 1..=2, 2) if sep == "/" => turned(tokens, first, second, 2000 + third),
            _ => return None,
        };
        let end = closed(tokens, i + 5).then_some(i + 5)?;
        let valid =
            Date::ymd(year as i32, month as u8, day as u8).filter(|_| month <= 12 && day <= 31);
        valid?;
        let point =
            Point { year: Some(year as i32), month: Some(month as u8), day: Some(day as u8) };
        return Some((point, end));
    }
    let end = closed(tokens, i + 3).then_some(i + 3)?;
    if sep == "/" && tokens.figures(i) <= 2 && tokens.figures(i + 2) == 4 {
        let fits = (1..=12).contains(&first) && (1900..=2099).contains(&second);
        let point = Point { year: Some(second as i32), month: Some(first as u8), day: None };
        return fits.then_some((point, end));
    }
    let day_word = i > 0 && lexicon.is_before(tokens, i, WordClass::DayWord);
    let cued = day_word || (cued && sep == "/");
    if !cued || !matches!(sep, "/" | "-") || tokens.figures(i) > 2 || tokens.figures(i + 2) > 2 {
        return None;
    }
    let (_, month, day) = turned(tokens, first, second, 2024);
    Date::ymd(2024, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Some((Point { year: None, month: Some(month as u8), day: Some(day as u8) }, end))
}

/// Year, month and day of two parts whose order is open.
fn turned(tokens: &Tokens, first: u32, second: u32, year: u32) -> (u32, u32, u32) {
    let month_first = second > 12 || (first <= 12 && tokens.month_first);
    if month_first { (year, first, second) } else { (year, second, first) }
}

/// Whether the text puts the month first: it has dates in figures whose second part
/// cannot be a month, and none whose first cannot.
pub(crate) fn month_first(tokens: &Tokens) -> bool {
    let (mut first, mut second) = (false, false);
    for i in 0..tokens.len() {
        let slash = |at: usize| tokens.is(at, '/') && tokens.glued(at);
        if slash(i + 1) && slash(i + 3) && tokens.figures(i + 4) >= 2 {
            first |= tokens.number(i).is_some_and(|n| (13..=31).contains(&n));
            second |= tokens.number(i + 2).is_some_and(|n| (13..=31).contains(&n));
        }
    }
    second && !first
}

/// Whether nothing that touches a number goes on with it; the hour of a full date may.
fn closed(tokens: &Tokens, i: usize) -> bool {
    let clock = tokens.key(i) == "t" && tokens.figures(i + 1) == 2;
    let goes_on = tokens.is_word(i) && !clock
        || tokens.is_any(i, &['/', '.', '%', ':', ','])
            && tokens.figures(i + 1) > 0
            && tokens.glued(i + 1)
        || tokens.is(i, '%');
    !(tokens.glued(i) && goes_on)
}

/// Four figures that are a year of these, whatever stands before.
pub(crate) fn bare_year(
    tokens: &Tokens,
    lexicon: &Lexicon,
    i: usize,
    years: RangeInclusive<u32>,
) -> Option<i32> {
    let year = tokens.number(i).filter(|n| tokens.figures(i) == 4 && years.contains(n))?;
    (closed(tokens, i + 1) && !lexicon.is(tokens, i + 1, WordClass::Counted)).then_some(year as i32)
}

/// The later year of a pair: four figures, or two that take the century of the first.
pub(crate) fn short_year(tokens: &Tokens, i: usize, first: Option<i32>) -> Option<i32> {
    let (first, last) = (first?, tokens.number(i)? as i32);
    let last = match tokens.figures(i) {
        4 => last,
        2 if last > first % 100 => first - first % 100 + last,
        _ => return None,
    };
    (closed(tokens, i + 1) && last > first && last - first <= 300 && last <= 2199).then_some(last)
}

/// A year, a decade or a range of years.
pub(crate) fn year(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let number =
        tokens.number(i).filter(|n| tokens.figures(i) == 4 && (1000..=2199).contains(n))?;
    let before = i.max(1) - 1;
    let after_word = i > 1 && tokens.is_any(before, &DASHES) && tokens.is_word(i - 2);
    let open_mark = tokens.is_any(before, &['(', '[', '"', '“', '‘', '\'', '«', '—', '–']);
    let touched = tokens.glued(i) && !(after_word || open_mark);
    let named = lexicon.is_before(tokens, i, WordClass::Numbered)
        || tokens.is(before, '.') && i > 1 && lexicon.is_before(tokens, i - 1, WordClass::Numbered);
    if touched || named || lexicon.is_before(tokens, i, WordClass::Currency) {
        return None;
    }
    let first = number as i32;
    if let Some(found) = range(tokens, lexicon, i, first) {
        return Some(found);
    }
    let mark = i + 1 + usize::from(tokens.is_any(i + 1, &['\'', '’']) && tokens.glued(i + 1));
    if number % 10 == 0
        && tokens.glued(mark)
        && lexicon.has(tokens.key(mark), WordClass::DecadeMark)
    {
        let period = Period::new(Date::year_only(first)?, Date::year_only(first + 9)?)?;
        return Some(Match { form: Form::Full(period), next: mark + 1 });
    }
    let cued = i > 0 && lexicon.is_before(tokens, i, WordClass::When);
    let years = if cued { 1700..=2099 } else { 1900..=2099 };
    let year = bare_year(tokens, lexicon, i, years)?;
    let next = i + 1;
    let hyphen = tokens.is_any(next, &DASHES) && tokens.glued(next) && tokens.glued(next + 1);
    let plural = tokens.is_word(next)
        && !tokens.opens(next)
        && !tokens.capital(next)
        && tokens.key(next).ends_with('s')
        && tokens.key(next).len() > 3;
    let starts = i == 0 || tokens.kind(before) == Some(Kind::Mark) || tokens.opens(i);
    let held =
        cued || starts || lexicon.is_before(tokens, i, WordClass::The) || tokens.capital(before);
    if hyphen && !tokens.capital(next + 1)
        || lexicon.is_before(tokens, i, WordClass::Quantity)
        || (plural && !held)
        || tokens.is_any(next, &['°', '/']) && tokens.glued(next)
    {
        return None;
    }
    Some(Match { form: Form::Full(Date::year_only(year)?.into()), next })
}

/// "2018-28", "2018 – 2028", "2022/23", "from 2016 to 2020", "2024-05" (a month).
fn range(tokens: &Tokens, lexicon: &Lexicon, i: usize, first: i32) -> Option<Match> {
    let mark = i + 1;
    let dash = tokens.is_any(mark, &DASHES);
    let slash = tokens.is(mark, '/') && tokens.glued(mark) && tokens.glued(mark + 1);
    let to = lexicon.at(tokens, mark, WordClass::To).map(|hit| hit.next);
    let and = lexicon
        .at(tokens, mark, WordClass::And)
        .filter(|_| i > 0 && lexicon.is_before(tokens, i, WordClass::Between))
        .map(|hit| hit.next);
    let at = if dash || slash { mark + 1 } else { to.or(and)? };
    if tokens.opens(mark) || tokens.opens(at) || lexicon.is(tokens, at + 1, WordClass::Counted) {
        return None;
    }
    let tight = tokens.glued(mark) && tokens.glued(at);
    if tokens.figures(at) == 2 && !tight {
        return None;
    }
    if let Some(last) = short_year(tokens, at, Some(first)) {
        let period = Period::new(Date::year_only(first)?, Date::year_only(last)?)?;
        return Some(Match { form: Form::Full(period), next: at + 1 });
    }
    let month = tokens.number(at).filter(|_| dash && tight && tokens.figures(at) == 2)?;
    let date = Date::month_of(first, month as u8).filter(|_| closed(tokens, at + 1))?;
    Some(Match { form: Form::Full(date.into()), next: at + 1 })
}

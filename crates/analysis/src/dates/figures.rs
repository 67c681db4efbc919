//! Dates in figures, and years.
//!
//! "2024-05-07", "7/5/2024", "7.5.2024", "5/2024", "27/3"; "2018-28", "1990s", "2016".
//! Day before month, unless one part is above twelve or the text shows elsewhere that it
//! puts the month first. A day and a month in figures without a year count only where a
//! word such as "on" or "ngày" stands before: they may be a score or a fraction. A month and a
//! year ("4/2024") are the number of a resolution or decree where a noun stands before.
//!
//! A number alone is a year from 1900 to 2099 (from 1700 after "in", "since" and the
//! like), if nothing says otherwise: a unit, a counted noun or a plural after it, a
//! sign of money, "about" or "resolution" before it, a letter or figure that touches it.

use super::form::{Form, Point, weekday_of};
use super::scan::Match;
use super::{calendars, points, weekday};
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
    if !touches(mark)
        || !tokens.glued(i + 2)
        || (after_figures && !tokens.is_any(i - 1, &DASHES) && tokens.figures(i) != 4)
    {
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
        // "2023-12-28/2024-01-03"
        let interval = lengths.0 == 4 && tokens.is(i + 5, '/') && tokens.figures(i + 6) == 4;
        let end = (closed(tokens, i + 5) || interval).then_some(i + 5)?;
        let converted = calendars::buddhist(year);
        let read = (1000..=2199).contains(&year) && !calendars::HIJRI.contains(&year);
        let year = converted.or(read.then_some(year as i32))?;
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Date::ymd(year, month, day)?;
        let point = Point {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            order_open: lengths.0 < 4,
            converted: converted.is_some(),
        };
        return Some((point, end));
    }
    let end = closed(tokens, i + 3).then_some(i + 3)?;
    if sep == "/" && tokens.figures(i) <= 2 && tokens.figures(i + 2) == 4 {
        let fits = (1..=12).contains(&first) && (1900..=2099).contains(&second);
        let (year, month) = (Some(second as i32), Some(first as u8));
        let point = Point { year, month, ..Point::default() };
        return (fits && !names_a_text(tokens, lexicon, i)).then_some((point, end));
    }
    let day_word = i > 0 && (led_by_day(tokens, lexicon, i) || before_full(tokens, end));
    let cued = day_word || (cued && sep == "/");
    if !cued || !matches!(sep, "/" | "-") || tokens.figures(i) > 2 || tokens.figures(i + 2) > 2 {
        return None;
    }
    // "on 3/4 May": two days.
    let of = lexicon.at(tokens, end, WordClass::Of).map_or(end, |hit| hit.next);
    if points::month(tokens, lexicon, of).is_some() && !tokens.opens(of) {
        return None;
    }
    let (_, month, day) = turned(tokens, first, second, 2024);
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Date::ymd(2024, month, day)?;
    let (month, day) = (Some(month), Some(day));
    Some((Point { month, day, order_open: true, ..Point::default() }, end))
}

/// Whether a word for "day" leads to a day in figures, or to another day before it: "ngày 6 và
/// 7-5", "ngày 30/4 và 1/5".
fn led_by_day(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> bool {
    let led = |at: usize| lexicon.is_before(tokens, at, WordClass::DayWord);
    let joined =
        [WordClass::And, WordClass::To].iter().any(|&word| lexicon.is(tokens, i - 1, word));
    if !joined || tokens.opens(i) || i < 2 || tokens.figures(i - 2) == 0 {
        return led(i);
    }
    let part = |at: &usize| tokens.figures(*at) > 0 || tokens.is_any(*at, &['/', '-']);
    let first = (i.saturating_sub(5)..i - 1).rev().take_while(part).last();
    led(i) || first.is_some_and(led)
}

/// Whether a dash and a full date follow: "30/4-1/5/2024".
fn before_full(tokens: &Tokens, i: usize) -> bool {
    let slash = |at: usize| tokens.is(at, '/') && tokens.glued(at) && tokens.glued(at + 1);
    tokens.is_any(i, &DASHES)
        && slash(i + 2)
        && slash(i + 4)
        && tokens.figures(i + 1) > 0
        && tokens.figures(i + 5) == 4
}

/// Whether figures such as "4/2024" are the number of a resolution or decree rather than a month
/// of a year: a noun stands before them, and no preposition.
fn names_a_text(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> bool {
    if numbered(tokens, lexicon, i) || tokens.is(i + 3, '/') && tokens.glued(i + 3) {
        return true;
    }
    let before = i.max(1) - 1;
    // "Case C-5/2024", "Vol. 5/2024"
    let joined = tokens.is_any(before, &DASHES) && tokens.glued(i);
    let short = i > 1 && tokens.is(before, '.') && tokens.raw(i - 2).len() <= 4;
    if i > 1 && tokens.is_word(i - 2) && (joined || short && !tokens.opens(i - 1)) {
        return true;
    }
    let led = [
        WordClass::When,
        WordClass::On,
        WordClass::To,
        WordClass::And,
        WordClass::Of,
        WordClass::The,
        WordClass::Part,
        WordClass::Stamp,
        WordClass::DayWord,
        WordClass::MonthWord,
    ];
    let noun = i > 0 && tokens.is_word(before) && !tokens.opens(i);
    noun && !tokens.raw(i).starts_with('0')
        && !led.iter().any(|&word| lexicon.is_before(tokens, i, word))
}

/// Whether a word such as "Resolution" or "No." stands before a number.
fn numbered(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> bool {
    // "Regulation (EU) 2018/19", "No. 12"
    let bracket = i > 3 && tokens.is(i - 1, ')') && tokens.is(i - 3, '(');
    let stop = i > 1 && tokens.is(i - 1, '.');
    let at = if bracket { i - 3 } else { i - usize::from(stop) };
    lexicon.is_before(tokens, at, WordClass::Numbered)
}

/// Year, month and day of two parts whose order is open.
fn turned(tokens: &Tokens, first: u32, second: u32, year: u32) -> (u32, u32, u32) {
    let month_first = second > 12 || (first <= 12 && tokens.month_first);
    if month_first { (year, first, second) } else { (year, second, first) }
}

/// Whether the text puts the month first: it has dates in figures whose second part cannot be
/// a month, or whose weekday fits no other order, and none that show the day first.
pub(crate) fn month_first(tokens: &Tokens, lexicon: &Lexicon) -> bool {
    let (mut day_first, mut month_first) = (false, false);
    for i in 0..tokens.len() {
        let slash = |at: usize| tokens.is(at, '/') && tokens.glued(at);
        let at = weekday::before(tokens, lexicon, i).map_or(i, |day| day.start);
        if !(slash(at + 1) && slash(at + 3) && tokens.figures(at + 4) >= 2) {
            continue;
        }
        let (first, second) = (tokens.number(at), tokens.number(at + 2));
        day_first |= first.is_some_and(|n| (13..=31).contains(&n));
        month_first |= second.is_some_and(|n| (13..=31).contains(&n));
        if let Some(day) = weekday::before(tokens, lexicon, i) {
            let year = tokens.number(at + 4).filter(|_| tokens.figures(at + 4) == 4);
            let fits = |month: Option<u32>, day_of_month: Option<u32>| {
                let number = |n: u32| u8::try_from(n).ok();
                let date = Date::ymd(year? as i32, number(month?)?, number(day_of_month?)?)?;
                Some(weekday_of(date) == day.weekday)
            };
            let (as_day, as_month) = (fits(second, first), fits(first, second));
            day_first |= as_day == Some(true) && as_month != Some(true);
            month_first |= as_month == Some(true) && as_day != Some(true);
        }
    }
    month_first && !day_first
}

/// Whether nothing that touches a number goes on with it; the hour of a full date may.
pub(crate) fn closed(tokens: &Tokens, i: usize) -> bool {
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
    if let Some(found) = short_decade(tokens, lexicon, i) {
        return Some(found);
    }
    let number =
        tokens.number(i).filter(|n| tokens.figures(i) == 4 && (1000..=2199).contains(n))?;
    let before = i.max(1) - 1;
    let after_word = i > 1 && tokens.is_any(before, &DASHES) && tokens.is_word(i - 2);
    let open_mark = tokens.is_any(before, &['(', '[', '"', '“', '‘', '\'', '«', '—', '–']);
    let touched = tokens.glued(i) && !(after_word || open_mark);
    let currency = lexicon.is_before(tokens, i, WordClass::Currency);
    if touched || numbered(tokens, lexicon, i) || currency {
        return None;
    }
    let first = number as i32;
    if let Some(found) = range(tokens, lexicon, i, first) {
        return Some(found);
    }
    let before_decade = lexicon.is_before(tokens, i, WordClass::DecadeBefore);
    if number % 10 == 0 && before_decade && closed(tokens, i + 1) {
        return Some(Match { form: Form::Full(decade(first)?), next: i + 1 });
    }
    let mark = i + 1 + usize::from(tokens.is_any(i + 1, &['\'', '’']) && tokens.glued(i + 1));
    if number % 10 == 0
        && tokens.glued(mark)
        && lexicon.has(tokens.key(mark), WordClass::DecadeMark)
    {
        return Some(Match { form: Form::Full(decade(first)?), next: mark + 1 });
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

/// "the '90s", "les années 90", "the nineties": a decade of the 20th century.
fn short_decade(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    if let Some(hit) = lexicon.at(tokens, i, WordClass::DecadeName) {
        let the = lexicon.is_before(tokens, i, WordClass::The);
        return the.then_some(Match { form: Form::Full(decade(hit.value)?), next: hit.next });
    }
    let number = tokens.number(i).filter(|n| tokens.figures(i) == 2 && n % 10 == 0 && *n >= 30)?;
    let apostrophe = i > 0 && tokens.is_any(i - 1, &['\'', '’', '‘']) && tokens.glued(i);
    let the = lexicon.is_before(tokens, i - usize::from(apostrophe), WordClass::The);
    let mark = i + 1 + usize::from(tokens.is_any(i + 1, &['\'', '’']) && tokens.glued(i + 1));
    let marked = tokens.glued(mark) && lexicon.has(tokens.key(mark), WordClass::DecadeMark);
    let before = lexicon.is_before(tokens, i, WordClass::DecadeBefore) && closed(tokens, i + 1);
    let next = match (before, marked && (the || apostrophe)) {
        (true, _) => i + 1,
        (_, true) => mark + 1,
        _ => return None,
    };
    Some(Match { form: Form::Full(decade(1900 + number as i32)?), next })
}

/// Ten years from this one on.
fn decade(first: i32) -> Option<Period> {
    Period::new(Date::year_only(first)?, Date::year_only(first + 9)?)
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

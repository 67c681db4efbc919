//! Dates of other calendars: converted where that is arithmetic, open where it is not, and
//! never taken for Gregorian ones.
//!
//! - Eras that count the years of the Gregorian calendar from another first one (Buddhist era,
//!   Minguo, Reiwa, Juche): the lexicon has the years to add. A year such as 2567 beside a
//!   Gregorian month is of the Buddhist era.
//! - The solar Hijri calendar of Iran and Afghanistan: a cycle of 33 years with 8 leap years,
//!   which no year read here breaks (K. M. Borkowski, "The Persian Calendar for 3000 Years",
//!   Earth, Moon, and Planets 74, 1996).
//! - Lunar and other calendars stay open. So do dates in figures with a year such as 1403,
//!   which is solar, or 1446, which is lunar.
//!
//! Where the Gregorian date stands beside one of these, both are one mention with its value:
//! "1 Muharram 1446 (7 July 2024)".

use super::form::{Form, Note};
use super::scan::{self, Match};
use super::{figures, points};
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::{DASHES, Tokens};
use entente_calendar::{Date, Day, Period};
use std::ops::RangeInclusive;

/// Why a date stays open.
const OTHER: &str = "it is a date of another calendar, which is not converted";
/// Years of the Buddhist era that stand without its name.
const BUDDHIST: RangeInclusive<u32> = 2443..=2642;
/// The Buddhist era is so many years ahead.
const BUDDHIST_AHEAD: i32 = 543;
/// Years that are Hijri, solar or lunar, where they stand in a date in figures.
pub(crate) const HIJRI: RangeInclusive<u32> = 1300..=1500;
/// Years of the solar Hijri calendar that are read.
const SOLAR: RangeInclusive<u32> = 1250..=1500;
/// Years in which a converted date may lie.
const PLAUSIBLE: RangeInclusive<i32> = 1850..=2100;

/// The date of another calendar that begins at a token.
pub(crate) fn at(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    era(tokens, lexicon, i)
        .or_else(|| month_date(tokens, lexicon, i))
        .or_else(|| in_figures(tokens, lexicon, i))
}

/// A year of another era, as one of the Gregorian calendar: "2567 BE", "Juche 113", "2567".
pub(crate) fn era_year(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, usize)> {
    if let Some((years, number, next)) = named_era(tokens, lexicon, i) {
        let year = number as i32 + years;
        return (years != 0 && PLAUSIBLE.contains(&year)).then_some((year, next));
    }
    let year = buddhist(tokens.number(i).filter(|_| tokens.figures(i) == 4)?)?;
    // "On May 5, 2500 delegates …"
    let counted = tokens.raw(i).ends_with("00") && tokens.is_word(i + 1);
    let alone = figures::closed(tokens, i + 1) && !lexicon.is(tokens, i + 1, WordClass::Counted);
    (alone && !counted).then_some((year, i + 1))
}

/// The Gregorian year of a year that can only be of the Buddhist era.
pub(crate) fn buddhist(year: u32) -> Option<i32> {
    BUDDHIST.contains(&year).then_some(year as i32 - BUDDHIST_AHEAD)
}

/// An era with its year, in either order: the years to add, the year, the token after both.
fn named_era(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, u32, usize)> {
    let number = |at: usize| tokens.number(at).filter(|&n| n > 0 && !tokens.opens(at));
    if let Some(era) = lexicon.at(tokens, i, WordClass::Era) {
        // "AH 1446", not "AH 1"
        let long = |&year: &u32| era.value != 0 || year > 999;
        let closed = figures::closed(tokens, era.next + 1);
        let year = number(era.next).filter(long).filter(|_| closed)?;
        return Some((era.value, year, era.next + 1));
    }
    let year = tokens.number(i).filter(|&year| year > 99)?;
    let era = lexicon.at(tokens, i + 1, WordClass::Era).filter(|_| !tokens.opens(i + 1))?;
    if era.value == 0 && year < 1000 {
        return None;
    }
    Some((era.value, year, era.next))
}

fn era(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let (years, number, next) = named_era(tokens, lexicon, i)?;
    if years == 0 {
        return Some(Match { form: Form::Open(OTHER), next });
    }
    let year = Some(number as i32 + years).filter(|year| PLAUSIBLE.contains(year))?;
    Some(Match { form: Form::Noted(Date::year_only(year)?.into(), Note::Converted), next })
}

/// A month of another calendar.
enum Month {
    /// Of the solar Hijri year.
    Solar(u8),
    /// Of a calendar that is not converted, with the years it writes today.
    Other(RangeInclusive<u32>),
}

fn solar_month(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(Month, usize)> {
    let hit = lexicon.at(tokens, i, WordClass::MonthSolar)?;
    Some((Month::Solar(hit.value as u8), hit.next))
}

fn other_month(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(Month, usize)> {
    let hit = lexicon.at(tokens, i, WordClass::MonthOther)?;
    let years = match hit.value {
        1 => 1200..=1600, // lunar Hijri
        2 => 5600..=6000, // Hebrew
        3 => 1600..=2100, // Ethiopian
        _ => 1300..=2200, // of India, Nepal, Bangladesh
    };
    Some((Month::Other(years), hit.next))
}

/// "1 Muharram 1446", "Mehr 15, 1403", "Ramadan 1446 AH", "12 Rajab".
fn month_date(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    // "Tir" is a month of two calendars; the year tells which.
    with_month(tokens, lexicon, i, solar_month)
        .or_else(|| with_month(tokens, lexicon, i, other_month))
}

/// Finds a month at a token, and the token after it.
type FindMonth = fn(&Tokens, &Lexicon, usize) -> Option<(Month, usize)>;

fn with_month(tokens: &Tokens, lexicon: &Lexicon, i: usize, month: FindMonth) -> Option<Match> {
    let ahead = points::day(tokens, lexicon, i);
    let from = ahead.map_or(i, |(_, next)| {
        lexicon.at(tokens, next, WordClass::Of).map_or(next, |hit| hit.next)
    });
    let (month, next) = month(tokens, lexicon, from)?;
    let behind = || points::day(tokens, lexicon, next).filter(|_| !tokens.opens(next));
    let found = ahead.map(|(day, _)| (day, next)).or_else(behind);
    let (day, end) = found.map_or((None, next), |(day, end)| (Some(day), end));
    if tokens.opens(from) && from > i {
        return None;
    }
    let (year, end) = year(tokens, lexicon, end).map_or((None, end), |(y, end)| (Some(y), end));
    let form = match (month, year) {
        (Month::Solar(month), Some(year)) if SOLAR.contains(&year) => {
            Form::Noted(solar_hijri(year as i32, month, day)?, Note::Converted)
        }
        // "Sene 2017": a year that may be Gregorian needs a day beside the month.
        (Month::Other(years), Some(year))
            if years.contains(&year) && (day.is_some() || !(1700..=2200).contains(&year)) =>
        {
            Form::Open(OTHER)
        }
        (_, None) if ahead.is_some() => Form::Open(OTHER),
        _ => return None,
    };
    Some(Match { form, next: end })
}

/// ", 1446", " 1446 AH", " AH 1446".
fn year(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u32, usize)> {
    let at = i + usize::from(tokens.is(i, ','));
    if (i..=at).any(|token| tokens.opens(token)) {
        return None;
    }
    if let Some((_, year, next)) = named_era(tokens, lexicon, at) {
        return Some((year, next));
    }
    let year = tokens.number(at).filter(|_| tokens.figures(at) == 4)?;
    figures::closed(tokens, at + 1).then_some((year, at + 1))
}

/// "1403/07/15", "15-7-1446": nothing says which calendar it is.
fn in_figures(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let part = |at: usize, figures: usize| {
        let mark = tokens.is_any(at + 1, &['/', '-', '.']) && tokens.glued(at + 1);
        mark && tokens.figures(at) <= figures && tokens.glued(at + 2)
    };
    let lengths = (tokens.figures(i), tokens.figures(i + 2), tokens.figures(i + 4));
    let year = match lengths {
        (4, 1..=2, 1..=2) => tokens.number(i),
        (1..=2, 1..=2, 4) => tokens.number(i + 4),
        _ => None,
    };
    let same = tokens.raw(i + 1) == tokens.raw(i + 3);
    let era = lexicon.at(tokens, i + 5, WordClass::Era).filter(|_| !tokens.opens(i + 5));
    let closed = era.is_some() || figures::closed(tokens, i + 5);
    let whole = part(i, 4) && part(i + 2, 2) && same && closed;
    let hijri = year.is_some_and(|year| HIJRI.contains(&year));
    let free = !(tokens.glued(i) && tokens.is_any(i.max(1) - 1, &['/', '.', ':']));
    let next = era.map_or(i + 5, |era| era.next);
    (whole && hijri && free).then_some(Match { form: Form::Open(OTHER), next })
}

/// A month or day of the solar Hijri calendar.
fn solar_hijri(year: i32, month: u8, day: Option<u8>) -> Option<Period> {
    let leaps = |year: i32| (8 * year + 21).div_euclid(33);
    let (month, before) = (i32::from(month), i32::from(month) - 1);
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        _ => 29 + leaps(year + 1) - leaps(year),
    };
    let (first, last) = day.map_or((1, length), |day| (i32::from(day), i32::from(day)));
    // 1 Farvardin 1403
    let new_year = Date::ymd(2024, 3, 20)?.first_day();
    let start = 365 * (year - 1403) + leaps(year) - leaps(1403) + 30 * before + before.min(6);
    let date = |day: i32| Date::of_day(Day(new_year.0 + start + day - 1));
    (last <= length).then(|| Period::new(date(first)?, date(last)?)).flatten()
}

/// The mention as words behind it change it: "10/3 âm lịch" is of another calendar, and a date
/// of another calendar that stands behind is of the same mention: "2024 (Reiwa 6)", "1 Muharram
/// 1446, corresponding to 7 July 2024".
pub(crate) fn twice(tokens: &Tokens, lexicon: &Lexicon, found: Match) -> Match {
    let foreign = |form: &Form| matches!(form, Form::Open(OTHER) | Form::Noted(_, Note::Converted));
    let lunar = lexicon.at(tokens, found.next, WordClass::OtherCalendar);
    if let Some(hit) = lunar.filter(|_| !tokens.opens(found.next)) {
        return Match { form: Form::Open(OTHER), next: hit.next };
    }
    let bracket = tokens.is(found.next, '(');
    let slash = tokens.is(found.next, '/') || tokens.is_any(found.next, &DASHES);
    let comma = found.next + usize::from(tokens.is(found.next, ','));
    let same = lexicon.at(tokens, comma, WordClass::SameDate).map(|hit| hit.next);
    let Some(at) = same.or((bracket || slash).then_some(found.next + 1)) else {
        return found;
    };
    if (found.next..=at).any(|token| tokens.opens(token)) {
        return found;
    }
    let other = if foreign(&found.form) {
        scan::written(tokens, lexicon, at).or_else(|| figures::year(tokens, lexicon, at))
    } else if found.form.full().is_some() {
        self::at(tokens, lexicon, at)
    } else {
        None
    };
    let precise = |form: &Form| form.full().is_some_and(|period| period.start().day().is_some());
    let Some(other) = other else { return found };
    let closed = !bracket || tokens.is(other.next, ')');
    // "July 8, Juche 113 (2024)"
    let finer = foreign(&found.form) && precise(&found.form) && !precise(&other.form);
    let form = if foreign(&found.form) && !finer { other.form } else { found.form };
    let year = |form: &Form| form.full().map(|period| period.start().year());
    if !closed || form.full().is_none() || finer && year(&found.form) != year(&other.form) {
        return found;
    }
    Match { form, next: other.next + usize::from(bracket) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solar_hijri_days_agree_with_known_ones() {
        for (date, expected) in [
            ((1357, 11, Some(22)), "1979-02-11"),
            ((1403, 1, Some(1)), "2024-03-20"),
            ((1403, 12, Some(30)), "2025-03-20"),
            ((1404, 1, Some(1)), "2025-03-21"),
            ((1399, 7, Some(1)), "2020-09-22"),
            ((1402, 12, None), "2024-02-20/2024-03-19"),
        ] {
            let (year, month, day) = date;
            let found = solar_hijri(year, month, day).map(|period| period.to_string());
            assert_eq!(found.as_deref(), Some(expected));
        }
        assert_eq!(solar_hijri(1404, 12, Some(30)), None);
        for year in SOLAR {
            let leap = [1, 5, 9, 13, 17, 22, 26, 30].contains(&(year % 33));
            assert_eq!(solar_hijri(year as i32, 12, Some(30)).is_some(), leap, "{year}");
        }
    }
}

//! Each date in its turn: when it is, seen from the day of the report and from the dates
//! before it.
//!
//! - A weekday is the nearest on or before the day of the report, on or after it where
//!   the words look ahead; "next" is strictly after, "last" strictly before.
//! - A day without a year is the nearest one within a hundred days, unless the words look
//!   ahead; farther days, and months, are the last or the next by the tense.
//! - "The same day" and "the following day" go by the last day named before them; told of
//!   the past, by the last that is not still ahead, and never by a stretch of years.
//! - Where only the year of the report is known, days and months fall into it; weekdays
//!   stay open. "Next week" is then the week of the day that the report names as ahead.
//! - Where nothing is known, a day takes the year of a full date near to it, or of the
//!   date before it.

use super::form::{Form, Point, Unit};
use super::tense::{self, Tense};
use super::{DateMention, Found, Reference};
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::Tokens;
use entente_calendar::{Date, Day, Period, Weekday};

/// A date without a year is the nearest of its name up to this many days away.
const NEAR: i32 = 100;
/// Where the day of the report is not known, a full date so many days away gives the year.
const NEIGHBOUR: i32 = 62;
/// As many full dates are tried.
const ENOUGH: usize = 64;

/// All dates of a text, in order.
pub(super) fn all(
    tokens: &Tokens,
    lexicon: &Lexicon,
    found: &[Found],
    reference: Option<&mut Reference>,
) -> Vec<DateMention> {
    let ahead = reference.as_deref().and_then(|r| day_ahead(found, r));
    let own = || found.iter().filter(|found| !found.in_teaser);
    let month = |found: &Found| match found.form {
        Form::Yearless { to, .. } => to.month,
        _ => None,
    };
    let full = |found: &Found| match found.form {
        Form::Full(period) if period.last_day().0 - period.first_day().0 <= NEIGHBOUR => {
            Some(period.start()).filter(|date| date.day().is_some())
        }
        _ => None,
    };
    let mut story = Story {
        tokens,
        lexicon,
        reference: None,
        ahead,
        latest_month: own().filter_map(month).max(),
        days: own().filter_map(full).take(ENOUGH).collect(),
        last: None,
        last_past: None,
    };
    if let Some(reference) = reference {
        story.narrow(found, reference);
        story.reference = Some(reference.clone());
    }
    found.iter().map(|found| story.mention(found)).collect()
}

/// The first day without a year, put into the year of the report, where only that is known.
fn day_ahead(found: &[Found], reference: &Reference) -> Option<Day> {
    let year = reference.date.single().filter(|date| date.month().is_none())?.year();
    found.iter().filter(|f| !f.in_teaser).find_map(|f| match f.form {
        Form::Yearless { from, .. } if from.day.is_some() => {
            from.in_year(year).map(Date::first_day)
        }
        _ => None,
    })
}

struct Story<'a> {
    tokens: &'a Tokens<'a>,
    lexicon: &'a Lexicon,
    reference: Option<Reference>,
    /// The first day that is named, where of the report only the year is known.
    ahead: Option<Day>,
    /// The latest month among the days without a year: the report is not older.
    latest_month: Option<u8>,
    /// The first full days of the report.
    days: Vec<Date>,
    /// The last date resolved, with its month at least.
    last: Option<Period>,
    /// The last day that is not after the day of the report.
    last_past: Option<Period>,
}

/// A period and the words that it follows from; or why there is none.
type Answer = Result<(Period, String), &'static str>;

const NO_DAY: &str = "the day of the report is not known";
const NO_YEAR: &str = "the year is not known";
const NO_CALENDAR: &str = "the calendar has no such date";

impl Story<'_> {
    fn mention(&mut self, found: &Found) -> DateMention {
        let span = self.tokens.cover(found.tokens.0, found.tokens.1);
        let own = |r: &&Reference| r.stated && r.spans.first() == Some(&span);
        let answer = if let Some(reference) = self.reference.as_ref().filter(own) {
            Ok((reference.date, reference.basis.clone()))
        } else if found.in_teaser {
            match found.form {
                Form::Full(period) => Ok((period, "written in full".into())),
                _ => Err("it stands in another story"),
            }
        } else {
            self.answer(found)
        };
        let (period, basis) = match answer {
            Ok((period, basis)) => (Some(period), basis),
            Err(missing) => (None, missing.into()),
        };
        let short = |p: &Period| p.last_day().0 - p.first_day().0 <= 31;
        if let Some(date) = period.filter(|p| !found.in_teaser && short(p)) {
            self.last = period;
            if date.single().is_some_and(|d| d.day().is_some())
                && self.day().is_none_or(|day| date.first_day() <= day)
            {
                self.last_past = period;
            }
        }
        DateMention { span, period, basis, in_teaser: found.in_teaser }
    }

    fn answer(&self, found: &Found) -> Answer {
        match found.form {
            Form::Full(period) => Ok((period, "written in full".into())),
            Form::Yearless { from, to, weekday: _, shift: Some(shift) } => {
                let (date, basis) = self.of_report(Unit::Year)?;
                let period = years_of(from, to, date.year() + shift)?;
                Ok((period, format!("counted from {basis}")))
            }
            Form::Yearless { from, to, weekday, shift: None } => {
                let (year, basis) = self.year_for(found, from, weekday)?;
                Ok((years_of(from, to, year)?, basis))
            }
            Form::Month { month, shift } => self.month(found, month, shift),
            Form::Season { month, shift } => {
                let (start, basis) = self.month(found, month, shift)?;
                // In January "this winter" is that of the year before.
                let year = start.start().year();
                let here = self.reference.as_ref().and_then(|r| r.date.start().month());
                let early = month == 12 && shift == Some(0) && here.is_some_and(|month| month < 3);
                super::form::season(year - i32::from(early), month)
                    .map(|p| (p, basis))
                    .ok_or(NO_CALENDAR)
            }
            Form::Weekend => {
                let day = self.day().ok_or(NO_DAY)?;
                let begun = day.on_or_before(Weekday::Monday).plus(5) <= day;
                let last = self.tense(found) != Tense::Future && !begun;
                self.unit(Unit::Weekend, -i32::from(last))
            }
            Form::Days { from, to, shift } => self.days(from, to, shift),
            Form::Weekday { weekday, shift } => self.weekday(found, weekday, shift),
            Form::Unit { unit, shift } => self.unit(unit, shift),
            Form::Ago { unit, count } => {
                let (date, basis) = self.of_report(unit)?;
                period_of(moved(date, unit, -count))
                    .map(|p| (p, format!("counted back from {basis}")))
            }
            Form::Same(unit) => {
                let (date, basis) = self.before(found, unit)?;
                period_of(date).map(|p| (p, basis))
            }
            Form::Beside { unit, shift } => {
                let (date, basis) = self.before(found, unit)?;
                period_of(moved(date, unit, shift)).map(|p| (p, format!("beside it: {basis}")))
            }
        }
    }

    fn day(&self) -> Option<Day> {
        self.reference.as_ref()?.day()
    }

    fn basis(&self) -> String {
        self.reference.as_ref().map_or_else(String::new, |r| format!("{} ({})", r.date, r.basis))
    }

    fn tense(&self, found: &Found) -> Tense {
        let (from, next) = found.tokens;
        if self.lexicon.is_before(self.tokens, from, WordClass::Goal) {
            return Tense::Future;
        }
        tense::around(self.tokens, self.lexicon, from, next)
    }

    fn words(&self, found: &Found) -> String {
        let words = self.tokens.cover(found.tokens.0, found.tokens.1).of(self.tokens.text);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn weekday(&self, found: &Found, weekday: u8, shift: Option<i32>) -> Answer {
        let day = self.day().ok_or(NO_DAY)?;
        let weekday = Weekday::ALL[usize::from(weekday.clamp(1, 7)) - 1];
        let (date, side) = match shift {
            Some(1) => (day.plus(1).on_or_after(weekday), "after"),
            Some(-1) => (day.plus(-1).on_or_before(weekday), "before"),
            Some(_) => (day.on_or_before(Weekday::Monday).on_or_after(weekday), "in the week of"),
            None if self.tense(found) == Tense::Future => (day.on_or_after(weekday), "on or after"),
            None => (day.on_or_before(weekday), "on or before"),
        };
        let basis = format!("“{}” {side} {}", self.words(found), self.basis());
        period_of(Date::of_day(date)).map(|p| (p, basis))
    }

    /// The year that fits a day or month best.
    fn year_for(
        &self,
        found: &Found,
        point: Point,
        weekday: Option<u8>,
    ) -> Result<(i32, String), &'static str> {
        let Some(reference) = &self.reference else {
            let near = self.days.iter().find_map(|full| {
                let year = (full.year() - 1..=full.year() + 1).find(|&year| {
                    point.in_year(year).is_some_and(|date| {
                        (date.first_day().0 - full.first_day().0).abs() <= NEIGHBOUR
                    })
                })?;
                Some((year, format!("near to {full} in the text")))
            });
            if let Some(near) = near {
                return Ok(near);
            }
            let last = self.last.filter(|last| last.start().month().is_some()).ok_or(NO_YEAR)?;
            return Ok((last.start().year(), format!("the year of {last}, named before")));
        };
        let year = reference.date.start().year();
        let basis = |how: &str| format!("{how} {}", self.basis());
        let Some(day) = self.day() else {
            return Ok((year, basis("in the year of")));
        };
        let distance = |year: i32| {
            let date = point.in_year(year)?;
            let (first, last) = (date.first_day().0 - day.0, date.last_day().0 - day.0);
            Some(if first > 0 { first } else { last.min(0) })
        };
        let years = [year, year - 1, year + 1];
        if let Some(weekday) = weekday {
            let fits = |y: &&i32| {
                point.in_year(**y).is_some_and(|d| d.first_day().weekday() as u8 + 1 == weekday)
            };
            if let Some(&year) = years.iter().find(fits) {
                return Ok((year, basis("the year of that weekday nearest to")));
            }
        }
        let all = || years.iter().filter_map(|&y| Some((distance(y)?, y)));
        let (nearest, year) = all().min_by_key(|(d, _)| d.abs()).ok_or(NO_CALENDAR)?;
        let tense = self.tense(found);
        if nearest.abs() <= NEAR && point.day.is_some() && tense != Tense::Future {
            return Ok((year, basis("nearest to")));
        }
        let sided = match tense {
            Tense::Past => all().filter(|&(d, _)| d <= 0).max().map(|(_, y)| (y, "last before")),
            Tense::Future => all().filter(|&(d, _)| d >= 0).min().map(|(_, y)| (y, "first after")),
            Tense::Open => None,
        };
        let (year, how) = sided.unwrap_or((year, "nearest to"));
        Ok((year, basis(how)))
    }

    fn month(&self, found: &Found, month: u8, shift: Option<i32>) -> Answer {
        let point = Point { month: Some(month), ..Point::default() };
        let Some(shift) = shift else {
            let (year, basis) = self.year_for(found, point, None)?;
            return period_of(Date::month_of(year, month)).map(|p| (p, basis));
        };
        let reference = self.reference.as_ref().ok_or(NO_DAY)?;
        let start = reference.date.start();
        let here = start.month().or(self.latest_month).ok_or(NO_DAY)?;
        let year = start.year()
            + match shift {
                -1 if month >= here => -1,
                1 if month <= here => 1,
                _ => 0,
            };
        let side = match shift {
            0 => "in the year of",
            1.. => "first after",
            _ => "last before",
        };
        period_of(Date::month_of(year, month)).map(|p| (p, format!("{side} {}", self.basis())))
    }

    fn days(&self, from: u8, to: u8, shift: i32) -> Answer {
        let (report, basis) = self.of_report(Unit::Month).map_err(|_| "the month is not known")?;
        let month = moved(report, Unit::Month, shift).ok_or(NO_CALENDAR)?;
        let date =
            |d: u8| Date::ymd(month.year(), month.month().unwrap_or(1), d).ok_or(NO_CALENDAR);
        let period = Period::new(date(from)?, date(to)?).ok_or(NO_CALENDAR)?;
        let side = if shift == 0 { "in the month of" } else { "counted from the month of" };
        Ok((period, format!("{side} {basis}")))
    }

    fn unit(&self, unit: Unit, shift: i32) -> Answer {
        let say = |p| (p, format!("counted from {}", self.basis()));
        if let (Unit::Week, 1, None, Some(ahead)) = (unit, shift, self.day(), self.ahead) {
            let basis = "the week of the day that the report names as ahead".into();
            return week(ahead).map(|p| (p, basis));
        }
        match unit {
            Unit::Week => week(self.day().ok_or(NO_DAY)?.plus(7 * shift)).map(say),
            Unit::Weekend => {
                let monday =
                    self.day().ok_or(NO_DAY)?.plus(7 * shift).on_or_before(Weekday::Monday);
                let date = |n| Date::of_day(monday.plus(n)).ok_or(NO_CALENDAR);
                Period::new(date(5)?, date(6)?).ok_or(NO_CALENDAR).map(say)
            }
            Unit::Decade => {
                let year = self.reference.as_ref().ok_or(NO_YEAR)?.date.start().year();
                let first = year - year % 10 + 10 * shift;
                let date = |y| Date::year_only(y).ok_or(NO_CALENDAR);
                Period::new(date(first)?, date(first + 9)?).ok_or(NO_CALENDAR).map(say)
            }
            _ => {
                let (date, _) = self.of_report(unit)?;
                period_of(moved(Some(date), unit, shift)).map(say)
            }
        }
    }

    /// The day, month or year of the report.
    fn of_report(&self, unit: Unit) -> Result<(Date, String), &'static str> {
        let reference = self.reference.as_ref().ok_or(NO_DAY)?;
        let date = cut(reference.date.start(), unit).ok_or(NO_DAY)?;
        Ok((date, self.basis()))
    }

    /// The day, month or year of the mention before, or of the report.
    fn before(&self, found: &Found, unit: Unit) -> Result<(Option<Date>, String), &'static str> {
        let told = unit == Unit::Day && self.tense(found) != Tense::Future;
        let last = if told { self.last_past.or(self.last) } else { self.last };
        if let Some(date) = last.and_then(|last| cut(last.end(), unit)) {
            return Ok((Some(date), format!("that of {date}, named before")));
        }
        self.of_report(unit).map(|(date, basis)| (Some(date), basis))
    }

    /// Where the year alone is known and the text says "next week" of a day, the report
    /// was written in the week before.
    fn narrow(&self, found: &[Found], reference: &mut Reference) {
        let says = |f: &&Found| {
            !f.in_teaser && matches!(f.form, Form::Unit { unit: Unit::Week, shift: 1 })
        };
        let named = self.ahead.zip(found.iter().find(says));
        let Some((ahead, found)) = named else { return };
        if let Ok(before) = week(ahead.plus(-7)) {
            let basis = format!("{}; the week before “{}”", reference.basis, self.words(found));
            reference.date = before;
            reference.basis = basis;
            reference.spans.push(self.tokens.cover(found.tokens.0, found.tokens.1));
        }
    }
}

/// From a point of a year to a point of the same or the next.
fn years_of(from: Point, to: Point, year: i32) -> Result<Period, &'static str> {
    let turns = i32::from((to.month, to.day) < (from.month, from.day));
    let ends = from.in_year(year).zip(to.in_year(year + turns));
    ends.and_then(|(start, end)| Period::new(start, end)).ok_or(NO_CALENDAR)
}

/// The part of a date that a unit names; `None` where the date is not so precise.
fn cut(date: Date, unit: Unit) -> Option<Date> {
    match unit {
        Unit::Day | Unit::Week | Unit::Weekend => date.day().map(|_| date),
        Unit::Month => Date::month_of(date.year(), date.month()?),
        Unit::Year | Unit::Decade => Date::year_only(date.year()),
    }
}

/// The date so many units later.
fn moved(date: impl Into<Option<Date>>, unit: Unit, count: i32) -> Option<Date> {
    let date = date.into()?;
    match unit {
        Unit::Day => Date::of_day(date.first_day().plus(count)),
        Unit::Week | Unit::Weekend => Date::of_day(date.first_day().plus(7 * count)),
        Unit::Month => {
            let months = date.year() * 12 + i32::from(date.month()?) - 1 + count;
            Date::month_of(months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
        }
        Unit::Year => Date::year_only(date.year() + count),
        Unit::Decade => Date::year_only(date.year() + 10 * count),
    }
}

fn period_of(date: Option<Date>) -> Result<Period, &'static str> {
    date.map(Period::from).ok_or(NO_CALENDAR)
}

/// Monday to Sunday.
fn week(day: Day) -> Result<Period, &'static str> {
    let monday = day.on_or_before(Weekday::Monday);
    let ends = Date::of_day(monday).zip(Date::of_day(monday.plus(6)));
    ends.and_then(|(start, end)| Period::new(start, end)).ok_or(NO_CALENDAR)
}

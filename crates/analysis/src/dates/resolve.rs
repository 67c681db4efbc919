//! Each date in its turn: when it is, seen from the day of the report and from the dates
//! before it.
//!
//! - Weekdays: see [`super::week`]. A day or month without a year: see [`super::year`].
//! - "The same day" and "the following day" go by the last day named before them; told of
//!   the past, by the last that is not still ahead, and never by a stretch of years.
//! - "18 months later" goes by the date named just before, never by the day of the report.
//! - Where only the year of the report is known, weekdays stay open. "Next week" is then the
//!   week of the day that the report names as ahead.

use super::arithmetic::{
    NO_CALENDAR, cut, moved, nth_weekday, period_of, week, weekday_from, years_of,
};
use super::form::{Form, Note, Point, Unit};
use super::tense::{self, Tense};
use super::{DateMention, Found, Reference};
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::Tokens;
use entente_calendar::{Date, Day, Period, Weekday};

/// Where the day of the report is not known, a full date so many days away gives the year.
pub(super) const NEIGHBOUR: i32 = 62;
/// As many full dates are tried.
const ENOUGH: usize = 64;
/// "postponed from Monday to" is no longer, in tokens.
const MOVED: usize = 5;

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
    let full = |found: &Found| {
        let short = |p: &Period| p.last_day().0 - p.first_day().0 <= NEIGHBOUR;
        let period = found.form.full().filter(short)?;
        Some(period.start()).filter(|date| date.day().is_some())
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
        before: None,
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

pub(super) struct Story<'a> {
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) reference: Option<Reference>,
    /// The first day that is named, where of the report only the year is known.
    ahead: Option<Day>,
    /// The latest month among the days without a year: the report is not older.
    pub(super) latest_month: Option<u8>,
    /// The first full days of the report.
    pub(super) days: Vec<Date>,
    /// The last date resolved, with its month at least.
    pub(super) last: Option<Period>,
    /// The last day that is not after the day of the report.
    last_past: Option<Period>,
    /// What the mention just before names, with its block.
    pub(super) before: Option<(Period, usize)>,
}

/// A period and the words that it follows from; or why there is none.
pub(super) type Answer = Result<(Period, String), &'static str>;

pub(super) const NO_DAY: &str = "the day of the report is not known";
const NO_YEAR: &str = "the year is not known";

impl Story<'_> {
    fn mention(&mut self, found: &Found) -> DateMention {
        let span = self.tokens.cover(found.tokens.0, found.tokens.1);
        let own = |r: &&Reference| r.stated && r.spans.first() == Some(&span);
        let answer = if let Some(reference) = self.reference.as_ref().filter(own) {
            Ok((reference.date, reference.basis.clone()))
        } else if found.in_teaser {
            match found.form.full() {
                Some(_) => self.answer(found),
                None => Err("it stands in another story"),
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
        let counts = !found.in_teaser && !self.reference.as_ref().is_some_and(|r| own(&r));
        self.before = period.filter(|_| counts).map(|period| (period, found.block));
        DateMention { span, period, basis, in_teaser: found.in_teaser }
    }

    fn answer(&self, found: &Found) -> Answer {
        match found.form {
            Form::Full(period) => Ok((period, "written in full".into())),
            Form::Noted(period, note) => Ok((period, self.noted(found, note))),
            Form::Open(why) => Err(why),
            Form::Yearless { from, to, weekday: _, shift: Some(shift) } => {
                let (date, basis) = self.of_report(Unit::Year)?;
                let period = years_of(from, to, date.year() + shift)?;
                Ok((period, format!("counted from {basis}")))
            }
            Form::Yearless { from, to, weekday: Some(weekday), shift: None } => {
                self.with_weekday(found, from, to, weekday)
            }
            Form::Yearless { from, to, weekday: None, shift: None } => {
                let (year, basis) = self.year_for(found, from, to)?;
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
            Form::Weekdays { from, to } => self.weekdays(found, from, to),
            Form::NthWeekday { nth, weekday, month, year } => {
                let point = Point { month: Some(month), ..Point::default() };
                let (year, basis) = match year {
                    Some(year) => (year, "written in full".into()),
                    None => self.year_for(found, point, point)?,
                };
                let date = nth_weekday(year, month, nth, weekday_from(weekday));
                period_of(date).map(|p| (p, basis))
            }
            Form::WeekdayDay { weekday, day } => self.weekday_day(found, weekday, day),
            Form::WeeksFrom { weekday, weeks } => self.weeks_from(weekday, weeks),
            Form::WeekdayOf { weekday, shift } => self.weekday_of(weekday, shift),
            Form::Unit { unit, shift } => self.unit(unit, shift),
            Form::Ago { unit, count, rough } => self.ago(unit, count, rough),
            Form::Anniversary { unit, years } => self.anniversary(unit, years),
            Form::WeekOf(point) => self.week_of(found, point),
            Form::Later { unit, count } => self.later(found, unit, count),
            Form::Same(unit) => {
                let (date, basis) = self.before(found, unit)?;
                period_of(date).map(|p| (p, basis))
            }
            Form::BesideWeekday { weekday, shift } => self.beside_weekday(found, weekday, shift),
            Form::Beside { unit, shift } => {
                let (date, basis) = self.before(found, unit)?;
                period_of(moved(date, unit, shift)).map(|p| (p, format!("beside it: {basis}")))
            }
        }
    }

    pub(super) fn day(&self) -> Option<Day> {
        self.reference.as_ref()?.day()
    }

    pub(super) fn basis(&self) -> String {
        self.reference.as_ref().map_or_else(String::new, |r| format!("{} ({})", r.date, r.basis))
    }

    /// "5/5 vừa qua"; not "17/10 tới Berlin", "5/5 sau khi".
    pub(super) fn shift_behind(&self, next: usize) -> Option<crate::lexicon::Hit> {
        let hit = self.lexicon.at(self.tokens, next, WordClass::ShiftAfter)?;
        let leads = self.tokens.capital(hit.next) && !self.tokens.opens(hit.next);
        (!leads && !self.lexicon.is(self.tokens, next, WordClass::Clause)).then_some(hit)
    }

    pub(super) fn tense(&self, found: &Found) -> Tense {
        let (from, next) = found.tokens;
        // "lundi dernier", "5/5 vừa qua", "le 5 mai prochain"
        match self.shift_behind(next) {
            Some(hit) if hit.value < 0 => return Tense::Past,
            Some(hit) if hit.value > 0 => return Tense::Future,
            _ => {}
        }
        let before = |word| self.lexicon.is_before(self.tokens, from, word);
        if before(WordClass::Since) || before(WordClass::Lasted) {
            return Tense::Past;
        }
        // "postponed from Monday to Friday"
        let moved = |at: usize| self.lexicon.is(self.tokens, at, WordClass::PutOffFrom);
        if before(WordClass::Goal)
            || before(WordClass::PutOff)
            || (from.saturating_sub(MOVED)..from).any(moved)
        {
            return Tense::Future;
        }
        tense::around(self.tokens, self.lexicon, from, next)
    }

    pub(super) fn words(&self, found: &Found) -> String {
        let words = self.tokens.cover(found.tokens.0, found.tokens.1).of(self.tokens.text);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// On what a full date rests besides its words.
    fn noted(&self, found: &Found, note: Note) -> String {
        match note {
            Note::Converted => {
                format!("written in full, in another calendar: “{}”", self.words(found))
            }
            Note::OtherWeekday => {
                format!(
                    "written in full; “{}” was another weekday, and the date stands",
                    self.words(found)
                )
            }
            Note::OrderByWeekday => {
                "written in full; the weekday tells which figure is the month".into()
            }
        }
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
    pub(super) fn of_report(&self, unit: Unit) -> Result<(Date, String), &'static str> {
        let reference = self.reference.as_ref().ok_or(NO_DAY)?;
        let date = cut(reference.date.start(), unit).ok_or(NO_DAY)?;
        Ok((date, self.basis()))
    }

    /// The day, month or year of the mention before, or of the report.
    pub(super) fn before(
        &self,
        found: &Found,
        unit: Unit,
    ) -> Result<(Option<Date>, String), &'static str> {
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

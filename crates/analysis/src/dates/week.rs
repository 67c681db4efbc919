//! Weekdays seen from the day of the report, or from the day told before.
//!
//! A weekday is the nearest on or before the day of the report, on or after it where the words
//! look ahead; "next" is strictly after, "last" strictly before, "this" in the week of the
//! report unless the words look ahead and it is over. Where that day is not known, weekdays stay
//! open.

use super::Found;
use super::arithmetic::{NO_CALENDAR, period_of, weekday_from};
use super::form::Unit;
use super::resolve::{Answer, NEIGHBOUR, NO_DAY, Story};
use super::tense::Tense;
use entente_calendar::{Date, Period, Weekday};

impl Story<'_> {
    /// The last or next of its name by the tense or the words.
    pub(super) fn weekday(&self, found: &Found, weekday: u8, shift: Option<i32>) -> Answer {
        let day = self.day().ok_or(NO_DAY)?;
        let weekday = weekday_from(weekday);
        let (ahead, back) = (day.on_or_after(weekday), day.on_or_before(weekday));
        let here = day.on_or_before(Weekday::Monday).on_or_after(weekday);
        let (date, side) = match (shift, self.tense(found)) {
            (Some(next @ 1..), _) => {
                (day.plus(1).on_or_after(weekday).plus(7 * (next - 1)), "after")
            }
            (Some(last @ ..=-1), _) => {
                (day.plus(-1).on_or_before(weekday).plus(7 * (last + 1)), "before")
            }
            (Some(_), Tense::Future) if here < day => (ahead, "after"),
            (Some(_), _) => (here, "in the week of"),
            (None, Tense::Future) => (ahead, "on or after"),
            (None, _) => (back, "on or before"),
        };
        let basis = format!("“{}” {side} {}", self.words(found), self.basis());
        period_of(Date::of_day(date)).map(|p| (p, basis))
    }

    /// From a weekday to another: the last of the past, or the next by the tense.
    pub(super) fn weekdays(&self, found: &Found, from: u8, to: u8) -> Answer {
        let day = self.day().ok_or(NO_DAY)?;
        let (from, to) = (weekday_from(from), weekday_from(to));
        let ahead = self.tense(found) == Tense::Future;
        let (start, end) = if ahead {
            let start = day.on_or_after(from);
            (start, start.on_or_after(to))
        } else {
            let end = day.on_or_before(to);
            (end.on_or_before(from), end)
        };
        let side = if ahead { "on or after" } else { "on or before" };
        let ends = Date::of_day(start).zip(Date::of_day(end));
        let period = ends.and_then(|(start, end)| Period::new(start, end)).ok_or(NO_CALENDAR)?;
        Ok((period, format!("“{}” {side} {}", self.words(found), self.basis())))
    }

    /// The nearest day of that number and weekday, on the side of the tense; the weekday alone
    /// where no near month has one.
    pub(super) fn weekday_day(&self, found: &Found, weekday: u8, number: u8) -> Answer {
        let day = self.day().ok_or(NO_DAY)?;
        let tense = self.tense(found);
        let fits = |date: &Date| {
            date.day() == Some(number) && date.first_day().weekday() == weekday_from(weekday)
        };
        let sided = |&days: &i32| match tense {
            Tense::Past => days <= 0,
            Tense::Future => days >= 0,
            Tense::Open => true,
        };
        let near = (-NEIGHBOUR..=NEIGHBOUR).filter(sided);
        let near = near.filter_map(|days| Date::of_day(day.plus(days))).filter(fits);
        let Some(date) = near.min_by_key(|date| (date.first_day().0 - day.0).abs()) else {
            return self.weekday(found, weekday, None);
        };
        Ok((date.into(), format!("“{}” nearest to {}", self.words(found), self.basis())))
    }

    /// "a week ago Tuesday": before the last of its name; "Monday week": after the next.
    pub(super) fn weeks_from(&self, weekday: u8, weeks: i32) -> Answer {
        let (day, weekday) = (self.day().ok_or(NO_DAY)?, weekday_from(weekday));
        let near = if weeks < 0 { day.on_or_before(weekday) } else { day.on_or_after(weekday) };
        let date = Date::of_day(near.plus(7 * weeks));
        period_of(date).map(|p| (p, format!("counted from {}", self.basis())))
    }

    /// "Monday of next week".
    pub(super) fn weekday_of(&self, weekday: u8, shift: i32) -> Answer {
        let monday = self.day().ok_or(NO_DAY)?.plus(7 * shift).on_or_before(Weekday::Monday);
        let date = Date::of_day(monday.on_or_after(weekday_from(weekday)));
        period_of(date).map(|p| (p, format!("counted from {}", self.basis())))
    }

    /// "the following Tuesday": beside the day told before.
    pub(super) fn beside_weekday(&self, found: &Found, weekday: u8, shift: i32) -> Answer {
        let (date, basis) = self.before(found, Unit::Day)?;
        let (day, weekday) = (date.ok_or(NO_DAY)?.first_day(), weekday_from(weekday));
        let day = match shift {
            0.. => day.plus(1).on_or_after(weekday),
            _ => day.plus(-1).on_or_before(weekday),
        };
        period_of(Date::of_day(day)).map(|p| (p, format!("beside it: {basis}")))
    }
}

//! The year of a day or month that is told without one.
//!
//! - A day is the nearest of its name within a hundred days, unless the words look ahead;
//!   farther days, and months, are the last or the next by the tense.
//! - A weekday beside the day decides the year, and which figure is the month; where none
//!   fits, the day stands and the basis says so.
//! - Where only the year of the report is known, days and months fall into it. Where nothing
//!   is known, a day takes the year of a full date near to it, or of the date before it.

use super::Found;
use super::arithmetic::{NO_CALENDAR, period_of, years_of};
use super::form::Point;
use super::resolve::{Answer, NEIGHBOUR, NO_DAY, Story};
use super::tense::Tense;
use entente_calendar::{Date, Period};

/// A date without a year is the nearest of its name up to this many days away.
const NEAR: i32 = 100;
const NO_YEAR: &str = "the year is not known";

impl Story<'_> {
    /// A day without a year beside a weekday: the nearest to the report that falls on it.
    pub(super) fn with_weekday(
        &self,
        found: &Found,
        from: Point,
        to: Point,
        weekday: u8,
    ) -> Answer {
        if let Some(reference) = &self.reference {
            let (year, day) = (reference.date.start().year(), reference.date.first_day());
            let swapped = from.swapped().filter(|_| from == to).map(|point| (point, point));
            let orders = [Some((from, to)), swapped];
            let fits = orders.into_iter().flatten().flat_map(|(from, to)| {
                let years = (year - 1..=year + 1).filter(move |&y| from.is_weekday(y, weekday));
                years.filter_map(move |y| years_of(from, to, y).ok())
            });
            let tense = self.tense(found);
            let fits = fits.filter(|period| match tense {
                Tense::Past => period.first_day() <= day,
                Tense::Future => period.last_day() >= day,
                Tense::Open => true,
            });
            let far = |period: &Period| (period.first_day().0 - day.0).abs();
            // With the year alone the day falls into that year if it can.
            let own = |period: &Period| self.day().is_none() && period.start().year() != year;
            if let Some(period) = fits.min_by_key(|period| (own(period), far(period))) {
                let basis = format!("the day of that weekday nearest to {}", self.basis());
                return Ok((period, basis));
            }
        }
        let (year, basis) = self.year_for(found, from, to)?;
        let other = if from.is_weekday(year, weekday) {
            ""
        } else {
            "; it was another weekday, and the date stands"
        };
        Ok((years_of(from, to, year)?, format!("{basis}{other}")))
    }

    /// The year that fits a day or month best, or days from one to another.
    pub(super) fn year_for(
        &self,
        found: &Found,
        point: Point,
        to: Point,
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
            let date = years_of(point, to, year).ok()?;
            let (first, last) = (date.first_day().0 - day.0, date.last_day().0 - day.0);
            Some(if first > 0 { first } else { last.min(0) })
        };
        let years = [year, year - 1, year + 1];
        let all = || years.iter().filter_map(|&y| Some((distance(y)?, y)));
        let (nearest, year) = all().min_by_key(|(d, _)| d.abs()).ok_or(NO_CALENDAR)?;
        let tense = self.tense(found);
        let (_, end) = found.tokens;
        let said = self.shift_behind(end).is_some();
        if nearest.abs() <= NEAR && point.day.is_some() && tense != Tense::Future && !said {
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

    /// A month whose year is not said, or told: "last September".
    pub(super) fn month(&self, found: &Found, month: u8, shift: Option<i32>) -> Answer {
        let point = Point { month: Some(month), ..Point::default() };
        let Some(shift) = shift else {
            let (year, basis) = self.year_for(found, point, point)?;
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
}

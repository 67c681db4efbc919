//! Times told by how long before or after another they are.
//!
//! "Three days ago" is counted from the day of the report, "18 months later" from the date named
//! just before, which stands in the same paragraph or in the one above; without that it stays
//! open, as the day of the report says nothing of it.

use super::Found;
use super::arithmetic::{NO_CALENDAR, cut, moved, period_of, week};
use super::form::{Point, Unit};
use super::resolve::{Answer, NO_DAY, Story};
use entente_calendar::{Date, Period};

const NOT_TOLD: &str = "the day from which it is counted is not known";

impl Story<'_> {
    /// So many units before the report, or after it where negative.
    pub(super) fn ago(&self, unit: Unit, count: i32, rough: bool) -> Answer {
        let (date, basis) = self.of_report(unit)?;
        let side = if count < 0 { "on" } else { "back" };
        let date = moved(date, unit, -count);
        let day = date.filter(|_| rough).and_then(|date| date.day().map(|_| date));
        let period = match day {
            Some(day) => week(day.first_day())?,
            None => period_of(date)?,
        };
        Ok((period, format!("counted {side} from {basis}")))
    }

    /// The day, week or month of the report, so many years before.
    pub(super) fn anniversary(&self, unit: Unit, years: i32) -> Answer {
        let (date, basis) = self.of_report(unit)?;
        let year = date.year() - years;
        let period = match (unit, date.month(), date.day()) {
            (Unit::Month, Some(month), _) => period_of(Date::month_of(year, month))?,
            (Unit::Week, Some(month), Some(day)) => {
                week(Date::ymd(year, month, day).ok_or(NO_CALENDAR)?.first_day())?
            }
            (_, Some(month), Some(day)) => period_of(Date::ymd(year, month, day))?,
            _ => return Err(NO_DAY),
        };
        Ok((period, format!("counted back from {basis}")))
    }

    /// The week in which a day falls.
    pub(super) fn week_of(&self, found: &Found, point: Point) -> Answer {
        let (year, basis) = match point.year {
            Some(year) => (year, "written in full".into()),
            None => self.year_for(found, point, point)?,
        };
        let day = point.in_year(year).ok_or(NO_CALENDAR)?.first_day();
        week(day).map(|p| (p, basis))
    }

    /// So many units after the date named just before, or before it where negative.
    pub(super) fn later(&self, found: &Found, unit: Unit, count: i32) -> Answer {
        let end = |last: Period| if count < 0 { last.start() } else { last.end() };
        let near = |block: usize| found.block - block <= 1;
        let before = self.before.filter(|&(_, block)| near(block)).ok_or(NOT_TOLD)?;
        let last = cut(end(before.0), unit).ok_or(NOT_TOLD)?;
        let side = if count < 0 { "back" } else { "on" };
        if before.0.single().is_none() && unit == Unit::Week {
            let basis = format!("counted {side} from {}, named before", before.0);
            return week(last.first_day().plus(7 * count)).map(|p| (p, basis));
        }
        let basis = format!("counted {side} from {last}, named before");
        period_of(moved(last, unit, count)).map(|p| (p, basis))
    }
}

//! Arithmetic of partial dates: a date so many units later, the week of a day, a range across
//! the New Year.

use super::form::{Point, Unit};
use entente_calendar::{Date, Day, Period, Weekday};

pub(super) const NO_CALENDAR: &str = "the calendar has no such date";

/// From a point of a year to a point of the same or the next.
pub(super) fn years_of(from: Point, to: Point, year: i32) -> Result<Period, &'static str> {
    let turns = i32::from((to.month, to.day) < (from.month, from.day));
    let ends = from.in_year(year).zip(to.in_year(year + turns));
    ends.and_then(|(start, end)| Period::new(start, end)).ok_or(NO_CALENDAR)
}

/// The part of a date that a unit names; `None` where the date is not so precise.
pub(super) fn cut(date: Date, unit: Unit) -> Option<Date> {
    match unit {
        Unit::Day | Unit::Week | Unit::Weekend => date.day().map(|_| date),
        Unit::Month => Date::month_of(date.year(), date.month()?),
        Unit::Year | Unit::Decade => Date::year_only(date.year()),
    }
}

/// The date so many units later.
pub(super) fn moved(date: impl Into<Option<Date>>, unit: Unit, count: i32) -> Option<Date> {
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

pub(super) fn period_of(date: Option<Date>) -> Result<Period, &'static str> {
    date.map(Period::from).ok_or(NO_CALENDAR)
}

/// Monday to Sunday.
pub(super) fn week(day: Day) -> Result<Period, &'static str> {
    let monday = day.on_or_before(Weekday::Monday);
    let ends = Date::of_day(monday).zip(Date::of_day(monday.plus(6)));
    ends.and_then(|(start, end)| Period::new(start, end)).ok_or(NO_CALENDAR)
}

/// The weekday of its number, Monday is 1.
pub(super) fn weekday_from(number: u8) -> Weekday {
    Weekday::ALL[usize::from(number.clamp(1, 7)) - 1]
}

/// The first, second … or last (-1) such weekday of a month; `None` where there is no fifth.
pub(super) fn nth_weekday(year: i32, month: u8, nth: i8, weekday: Weekday) -> Option<Date> {
    let month = Date::month_of(year, month)?;
    let day = match nth {
        1.. => month.first_day().on_or_after(weekday).plus(7 * (i32::from(nth) - 1)),
        _ => month.last_day().on_or_before(weekday),
    };
    Date::of_day(day).filter(|_| day <= month.last_day())
}

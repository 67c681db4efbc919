//! What a date says, before anyone has asked when.

use entente_calendar::{Date, Period};

/// Year, month and day as far as they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

impl Point {
    /// The date in a year; `None` where the calendar has no such date.
    pub(crate) fn in_year(self, year: i32) -> Option<Date> {
        match (self.month, self.day) {
            (Some(month), Some(day)) => Date::ymd(year, month, day),
            (Some(month), None) => Date::month_of(year, month),
            _ => Date::year_only(year),
        }
    }

    /// Two ends of a range: a year given with one holds for the other, across a New Year
    /// if need be.
    pub(crate) fn share_year(self, to: Self) -> (Self, Self) {
        let turns = (to.month, to.day) < (self.month, self.day);
        match (self.year, to.year) {
            (None, Some(year)) => (Self { year: Some(year - i32::from(turns)), ..self }, to),
            (Some(year), None) => (self, Self { year: Some(year + i32::from(turns)), ..to }),
            _ => (self, to),
        }
    }
}

/// A stretch that the calendar names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Weekend,
    Week,
    Month,
    Year,
    Decade,
}

/// What a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Everything is said.
    Full(Period),
    /// The year is not said, or told: "October 14 last year" (-1). Without a day, a month
    /// whose year is told, or a range of months.
    Yearless { from: Point, to: Point, weekday: Option<u8>, shift: Option<i32> },
    /// "in October", "last September" (-1), "this May" (0), "next March" (1).
    Month { month: u8, shift: Option<i32> },
    /// "next spring" (1), "in the third quarter": three months from this one on.
    Season { month: u8, shift: Option<i32> },
    /// "from 26-27", "on the 27th", "the 19th of next month" (1): the month is not said.
    Days { from: u8, to: u8, shift: i32 },
    /// "over the weekend": the last, or the next by the tense.
    Weekend,
    /// "Sunday", "last Sunday" (-1), "next Tuesday" (1). Monday is 1.
    Weekday { weekday: u8, shift: Option<i32> },
    /// "last week" (-1), "today" (a day, 0).
    Unit { unit: Unit, shift: i32 },
    /// "three days ago": so many units before.
    Ago { unit: Unit, count: i32 },
    /// "the same day": that of the mention before.
    Same(Unit),
    /// "the following day" (1), "the previous year" (-1): beside the mention before.
    Beside { unit: Unit, shift: i32 },
}

/// Three months of a year, or of its end and the next.
pub(crate) fn season(year: i32, month: u8) -> Option<Period> {
    let last = (month + 1) % 12 + 1;
    let end = Date::month_of(year + i32::from(last < month), last)?;
    Period::new(Date::month_of(year, month)?, end)
}

impl Form {
    /// Whether it is one day, of a year said or not.
    pub(crate) fn names_a_day(&self) -> bool {
        match self {
            Self::Full(period) => period.single().is_some_and(|date| date.day().is_some()),
            Self::Yearless { from, to, .. } => from == to && from.day.is_some(),
            _ => false,
        }
    }

    /// The form of a written date. `None` where the calendar has no such date.
    pub(crate) fn new(from: Point, to: Option<Point>, weekday: Option<u8>) -> Option<Self> {
        let end = to.unwrap_or(from);
        match (from.year, end.year) {
            (Some(first), Some(last)) => {
                let start = from.in_year(first)?;
                let period = match to {
                    Some(to) => Period::new(start, to.in_year(last)?)?,
                    None => start.into(),
                };
                Some(Self::Full(period))
            }
            // 2024 is a leap year: any day that some year has will do.
            _ => (from.in_year(2024).is_some() && end.in_year(2024).is_some())
                .then_some(Self::Yearless { from, to: end, weekday, shift: None }),
        }
    }
}

//! What a date says, before anyone has asked when.

use entente_calendar::{Date, Period};

/// Year, month and day as far as they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
    /// Whether day and month stand in figures that may be read in the other order.
    pub(crate) order_open: bool,
    /// Whether the year was converted from another era.
    pub(crate) converted: bool,
}

impl Point {
    /// The point with day and month in the other order, where that order is open.
    pub(crate) fn swapped(self) -> Option<Self> {
        let (month, day) = self.month.zip(self.day).filter(|_| self.order_open)?;
        (day <= 12).then_some(Self { month: Some(day), day: Some(month), ..self })
    }

    /// Whether the day falls on a weekday (Monday is 1) in a year.
    pub(crate) fn is_weekday(self, year: i32, weekday: u8) -> bool {
        self.in_year(year).is_some_and(|date| weekday_of(date) == weekday)
    }

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
        let converted = self.converted || to.converted;
        match (self.year, to.year) {
            (None, Some(year)) => {
                (Self { year: Some(year - i32::from(turns)), converted, ..self }, to)
            }
            (Some(year), None) => {
                (self, Self { year: Some(year + i32::from(turns)), converted, ..to })
            }
            _ => (self, to),
        }
    }
}

/// The weekday of a date, Monday is 1.
pub(crate) fn weekday_of(date: Date) -> u8 {
    date.first_day().weekday() as u8 + 1
}

/// What the value of a written date rests on besides its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    /// Year or date of another calendar, converted.
    Converted,
    /// The weekday beside it is that of another day; the date was believed.
    OtherWeekday,
    /// The weekday beside it tells which figure is the month.
    OrderByWeekday,
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
    /// Everything is said, and its value needs an explanation.
    Noted(Period, Note),
    /// A time that cannot be worked out, and why: "decades ago", "1 Muharram 1446".
    Open(&'static str),
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
    /// "from Monday to Wednesday", "on Monday and Tuesday".
    Weekdays { from: u8, to: u8 },
    /// "the first Monday of May" (1), "the last Friday of April 2024" (-1).
    NthWeekday { nth: i8, weekday: u8, month: u8, year: Option<i32> },
    /// "Tuesday the 7th": a weekday and a day whose month is not said.
    WeekdayDay { weekday: u8, day: u8 },
    /// "Monday week" (1), "a week ago Tuesday" (-1): so many weeks from the next or last of its name.
    WeeksFrom { weekday: u8, weeks: i32 },
    /// "Monday of next week" (1).
    WeekdayOf { weekday: u8, shift: i32 },
    /// "last week" (-1), "today" (a day, 0).
    Unit { unit: Unit, shift: i32 },
    /// "three days ago": so many units before the report, or after it where negative. What is
    /// said roughly ("about ten days ago") is known to the week.
    Ago { unit: Unit, count: i32, rough: bool },
    /// "two years ago today", "a year ago this month": the day, week or month of the report, so
    /// many years before.
    Anniversary { unit: Unit, years: i32 },
    /// "the week of May 6".
    WeekOf(Point),
    /// "18 months later": so many units after the mention before, or before it where negative.
    Later { unit: Unit, count: i32 },
    /// "the same day": that of the mention before.
    Same(Unit),
    /// "the following Tuesday" (1): the next of its name beside the mention before.
    BesideWeekday { weekday: u8, shift: i32 },
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
    /// The period of a date that is written in full.
    pub(crate) fn full(&self) -> Option<Period> {
        match *self {
            Self::Full(period) | Self::Noted(period, _) => Some(period),
            _ => None,
        }
    }

    /// The same with the year, where it is known after all.
    pub(crate) fn with_year(self, year: Option<i32>) -> Self {
        match (self, year) {
            (Self::Yearless { from, to, weekday, shift: None }, Some(_)) if from == to => {
                Self::new(Point { year, ..from }, None, weekday).unwrap_or(self)
            }
            _ => self,
        }
    }

    /// Whether a stamp may say it: "Ten years later" is a headline.
    pub(crate) fn is_of_stamp(&self) -> bool {
        !matches!(self, Self::Open(_) | Self::Later { .. } | Self::Beside { .. } | Self::Same(_))
    }

    /// Whether it is one full day.
    pub(crate) fn is_full_day(&self) -> bool {
        self.full().is_some() && self.names_a_day()
    }

    /// Whether it is one day, of a year said or not.
    pub(crate) fn names_a_day(&self) -> bool {
        match self {
            Self::Full(period) | Self::Noted(period, _) => {
                period.single().is_some_and(|date| date.day().is_some())
            }
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
                let Some(to) = to else {
                    return Some(Self::single(from, start, weekday));
                };
                let period = Period::new(start, to.in_year(last)?)?;
                let converted = from.converted || to.converted;
                Some(if converted {
                    Self::Noted(period, Note::Converted)
                } else {
                    Self::Full(period)
                })
            }
            // 2024 is a leap year: any day that some year has will do.
            _ => (from.in_year(2024).is_some() && end.in_year(2024).is_some())
                .then_some(Self::Yearless { from, to: end, weekday, shift: None }),
        }
    }
    /// A single full date, held against the weekday beside it.
    fn single(point: Point, date: Date, weekday: Option<u8>) -> Self {
        let agrees = |date: Date| {
            date.day().is_none() || weekday.is_none_or(|weekday| weekday_of(date) == weekday)
        };
        if point.converted {
            return Self::Noted(date.into(), Note::Converted);
        }
        if agrees(date) {
            return Self::Full(date.into());
        }
        let swapped = point.swapped().and_then(|point| point.in_year(date.year()));
        match swapped.filter(|&date| agrees(date)) {
            Some(date) => Self::Noted(date.into(), Note::OrderByWeekday),
            None => Self::Noted(date.into(), Note::OtherWeekday),
        }
    }
}

//! A stretch of time between two partial dates, both ends included.

use crate::{Date, Day};
use std::fmt;

/// From a date to a date, both included; a single date is a period of itself.
///
/// The start is never after the end. Ends may differ in precision.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    start: Date,
    end: Date,
}

impl Period {
    /// The period between two dates; `None` where the end lies before the start.
    pub fn new(start: Date, end: Date) -> Option<Self> {
        (start.first_day() <= end.last_day()).then_some(Self { start, end })
    }

    /// Reads a date or two dates with `/` between them (ISO 8601).
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            Some((start, end)) => Self::new(Date::parse(start)?, Date::parse(end)?),
            None => Date::parse(text).map(Self::from),
        }
    }

    /// Where it begins, as precisely as it is known.
    pub const fn start(self) -> Date {
        self.start
    }

    /// Where it ends, as precisely as it is known.
    pub const fn end(self) -> Date {
        self.end
    }

    /// The date, if the period is a single one.
    pub fn single(self) -> Option<Date> {
        (self.start == self.end).then_some(self.start)
    }

    /// The first day that it may cover.
    pub const fn first_day(self) -> Day {
        self.start.first_day()
    }

    /// The last day that it may cover.
    pub const fn last_day(self) -> Day {
        self.end.last_day()
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }
}

impl From<Date> for Period {
    fn from(date: Date) -> Self {
        Self { start: date, end: date }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.single() {
            Some(date) => write!(f, "{date}"),
            None => write!(f, "{}/{}", self.start, self.end),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn reads_what_it_writes() {
        for text in ["2024", "2018/2028", "2016-11-07/2016-11-11", "2024-05/2025"] {
            assert_eq!(period(text).to_string(), text);
        }
        assert_eq!(period("2024/2024").to_string(), "2024");
        assert_eq!(Period::parse("2025/2024"), None);
        assert_eq!(Period::parse("2025/"), None);
    }

    #[test]
    fn overlap_is_a_shared_day() {
        assert!(period("2024").overlaps(period("2024-05-07")));
        assert!(period("2016-11-07/2016-11-11").overlaps(period("2016-11-11")));
        assert!(!period("2016-11-07/2016-11-11").overlaps(period("2016-11-12/2017")));
    }
}

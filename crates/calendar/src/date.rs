//! A date with its precision: `2024`, `2024-05` or `2024-05-07`.

use crate::Day;
use std::fmt;

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Precision {
    Year,
    Month,
    Day,
}

/// A day, a month or a year of the proleptic Gregorian calendar, years 1 to 9999.
///
/// The order is that of the written form: a year stands before its first month, a month
/// before its first day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    /// 1 to 12, or 0 where only the year is known.
    month: u8,
    /// 1 to 31, or 0 where the day is not known; never set without a month.
    day: u8,
}

impl Date {
    /// A year alone. `None` outside 1 to 9999.
    pub const fn year_only(year: i32) -> Option<Self> {
        if year >= 1 && year <= 9999 {
            Some(Self { year: year as u16, month: 0, day: 0 })
        } else {
            None
        }
    }

    /// A month of a year. `None` where there is no such month.
    pub const fn month_of(year: i32, month: u8) -> Option<Self> {
        match Self::year_only(year) {
            Some(date) if month >= 1 && month <= 12 => Some(Self { month, ..date }),
            _ => None,
        }
    }

    /// A full day. `None` where the calendar has no such day.
    pub const fn ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        match Self::month_of(year, month) {
            Some(date) if day >= 1 && day <= days_in(year, month) => Some(Self { day, ..date }),
            _ => None,
        }
    }

    /// The full date of a day. `None` outside the years 1 to 9999.
    pub const fn of_day(day: Day) -> Option<Self> {
        let (year, month, day) = day.civil();
        Self::ymd(year, month, day)
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str, digits: usize| {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let year = i32::from(number(parts.next()?, 4)?);
        let date = match (parts.next(), parts.next()) {
            (None, _) => Self::year_only(year),
            (Some(month), None) => Self::month_of(year, number(month, 2)? as u8),
            (Some(month), Some(day)) => {
                Self::ymd(year, number(month, 2)? as u8, number(day, 2)? as u8)
            }
        };
        date.filter(|_| parts.next().is_none())
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> i32 {
        self.year as i32
    }

    /// The month, 1 to 12, where it is known.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, 1 to 31, where it is known.
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// How much of the date is known.
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The first day that the date covers.
    pub const fn first_day(self) -> Day {
        let month = if self.month == 0 { 1 } else { self.month };
        Day::from_ymd(self.year as i32, month, if self.day == 0 { 1 } else { self.day })
    }

    /// The last day that the date covers.
    pub const fn last_day(self) -> Day {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year as i32, month) } else { self.day };
        Day::from_ymd(self.year as i32, month, day)
    }

    /// The date in 32 bits that sort as dates do: year, month and day from the top.
    pub const fn to_bits(self) -> u32 {
        (self.year as u32) << 16 | (self.month as u32) << 8 | self.day as u32
    }

    /// The date of [`Date::to_bits`]; `None` where the bits are no date.
    pub const fn from_bits(bits: u32) -> Option<Self> {
        let (year, month, day) = ((bits >> 16) as i32, (bits >> 8) as u8, bits as u8);
        match (month, day) {
            (0, 0) => Self::year_only(year),
            (_, 0) => Self::month_of(year, month),
            _ => Self::ymd(year, month, day),
        }
    }
}

/// The number of days in a month (1 to 12).
const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for text in ["2024", "2024-05", "2024-05-07", "0001-01-01", "9999-12-31", "2024-02-29"] {
            assert_eq!(Date::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "24",
            "2024-",
            "2024-5",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "2024-04-31",
            "2024-05-07-",
            "2024-05-07T00",
            "+024",
            "0000",
            "２０２４",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn covers_its_first_to_its_last_day() {
        let covers = |text| {
            let date = Date::parse(text).unwrap();
            let day = |d| Date::of_day(d).unwrap().to_string();
            (day(date.first_day()), day(date.last_day()))
        };
        assert_eq!(covers("2024"), ("2024-01-01".into(), "2024-12-31".into()));
        assert_eq!(covers("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(covers("2024-05-07"), ("2024-05-07".into(), "2024-05-07".into()));
    }

    proptest! {
        #[test]
        fn bits_hold_exactly_the_dates(bits: u32) {
            if let Some(date) = Date::from_bits(bits) {
                prop_assert_eq!(date.to_bits(), bits);
                prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
            }
        }

        #[test]
        fn bits_sort_as_dates_do(a in 0..3_000_000_i32, b in 0..3_000_000_i32) {
            let date = |n| Date::of_day(Day(n - 700_000)).unwrap();
            prop_assert_eq!(date(a).cmp(&date(b)), a.cmp(&b));
            prop_assert_eq!(date(a).to_bits().cmp(&date(b).to_bits()), a.cmp(&b));
        }
    }
}

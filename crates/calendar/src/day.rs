//! Days as one count, for order, distance and weekdays.
//!
//! The conversions are the algorithms `days_from_civil` and `civil_from_days` of Howard
//! Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), which need no table
//! and no loop: an era is 400 years or 146 097 days, and years begin in March so that
//! the leap day comes last.

/// A day, counted from 1970-01-01 (day 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A day of the week, Monday first as in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

impl Day {
    /// The day of a year, a month (1 to 12) and a day of the month, not checked: a 31st
    /// of April is the 1st of May. [`crate::Date::day`] checks.
    pub(crate) const fn from_ymd(year: i32, month: u8, day: u8) -> Self {
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let march_month = (month as i32 + 9) % 12;
        let day_of_year = (153 * march_month + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub const fn civil(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * march_month + 2) / 5 + 1) as u8;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 } as u8;
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }

    /// The day of the week. Day 0 was a Thursday.
    pub const fn weekday(self) -> Weekday {
        Weekday::ALL[(self.0 + 3).rem_euclid(7) as usize]
    }

    /// The day `days` later (earlier where negative).
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// The nearest such weekday on or before this day.
    #[must_use]
    pub const fn on_or_before(self, weekday: Weekday) -> Self {
        self.plus(-((self.weekday() as i32 - weekday as i32).rem_euclid(7)))
    }

    /// The nearest such weekday on or after this day.
    #[must_use]
    pub const fn on_or_after(self, weekday: Weekday) -> Self {
        self.plus((weekday as i32 - self.weekday() as i32).rem_euclid(7))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    #[test]
    fn agrees_with_a_full_calendar_library_on_every_day_of_2800_years() {
        let mut theirs = civil::date(1, 1, 1);
        let mut ours = Day::from_ymd(1, 1, 1);
        while theirs.year() < 2800 {
            let (year, month, day) = ours.civil();
            assert_eq!(
                (year, month, day),
                (theirs.year().into(), theirs.month() as u8, theirs.day() as u8)
            );
            assert_eq!(Day::from_ymd(year, month, day), ours);
            let weekday = theirs.weekday().to_monday_zero_offset() as usize;
            assert_eq!(ours.weekday(), Weekday::ALL[weekday], "{theirs}");
            theirs = theirs.tomorrow().unwrap();
            ours = ours.plus(1);
        }
    }

    #[test]
    fn finds_the_nearest_weekday_on_either_side() {
        let sunday = Day::from_ymd(2024, 5, 5);
        assert_eq!(sunday.weekday(), Weekday::Sunday);
        assert_eq!(sunday.on_or_after(Weekday::Tuesday), Day::from_ymd(2024, 5, 7));
        assert_eq!(sunday.on_or_before(Weekday::Tuesday), Day::from_ymd(2024, 4, 30));
        assert_eq!(sunday.on_or_before(Weekday::Sunday), sunday);
    }
}

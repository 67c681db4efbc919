//! Days and pixels: where a day lies on the axis, which date lies under a place of it, and
//! where the axis is labelled.
//!
//! The axis is true to scale throughout: a stretch in which nothing was told is as long as it
//! was. What adapts to the span is only how finely it is labelled and read.

use entente_calendar::{Date, Day};

/// A stretch of time, both ends included, over so many pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    first: i32,
    last: i32,
    width: f64,
}

/// Steps between labelled days of a month, and the pixels that a day needs.
const DAYS: [u8; 3] = [1, 5, 10];
const DAY_ROOM: f64 = 88.0;
/// Steps between labelled months, each with the pixels that a label needs; of whole years only
/// the year is written.
const MONTHS: [(i32, f64); 11] = [
    (1, 66.0),
    (3, 66.0),
    (6, 66.0),
    (12, 46.0),
    (24, 46.0),
    (60, 46.0),
    (120, 46.0),
    (240, 46.0),
    (600, 46.0),
    (1200, 46.0),
    (6000, 46.0),
];

impl Scale {
    /// From the first to the last of these days.
    pub fn new(first: Day, last: Day, width: f64) -> Self {
        Self { first: first.0, last: last.0.max(first.0), width: width.max(1.0) }
    }

    /// Pixels of all of it.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Pixels of a day.
    fn day_width(&self) -> f64 {
        self.width / f64::from(self.last - self.first + 1)
    }

    /// Where a day begins, in pixels from the left; outside the axis for days outside it.
    pub fn start(&self, day: Day) -> f64 {
        f64::from(day.0 - self.first) * self.day_width()
    }

    /// Where a day ends.
    pub fn end(&self, day: Day) -> f64 {
        f64::from(day.0 - self.first + 1) * self.day_width()
    }

    /// The date under a place of the axis, as exactly as one can point at it: a day, a month or
    /// a year that is at least two pixels wide.
    pub fn date_at(&self, x: f64) -> Option<Date> {
        let days = (x / self.day_width()) as i32;
        let day = Date::of_day(Day((self.first + days).clamp(self.first, self.last)))?;
        let month = day.month()?;
        match self.day_width() {
            width if width >= 2.0 => Some(day),
            width if width * 30.0 >= 2.0 => Date::month_of(day.year(), month),
            _ => Date::year_only(day.year()),
        }
    }

    /// What is labelled: as many dates as there is room for, each beginning on the axis.
    pub fn labels(&self) -> Vec<Date> {
        let mut labels = Vec::new();
        let has_room = |days: f64, room: f64| days * self.day_width() >= room;
        if let Some(&step) = DAYS.iter().find(|&&step| has_room(f64::from(step), DAY_ROOM)) {
            for day in self.first..=self.last {
                labels.extend(Date::of_day(Day(day)).filter(|date| on_step(*date, step)));
            }
            return labels;
        }
        // Months counted through, so that years are steps of twelve.
        let fits = |&&(months, room): &&(i32, f64)| has_room(30.0 * f64::from(months), room);
        let step = MONTHS.iter().find(fits).map_or(12_000, |(months, _)| *months);
        let month_of = |day: i32| {
            let (year, month, _) = Day(day).civil();
            year * 12 + i32::from(month) - 1
        };
        let mut month = (month_of(self.first) + step - 1).div_euclid(step) * step;
        while month <= month_of(self.last) {
            let (year, rest) = (month.div_euclid(12), month.rem_euclid(12) as u8);
            let date =
                if step < 12 { Date::month_of(year, rest + 1) } else { Date::year_only(year) };
            labels.extend(date.filter(|date| date.first_day().0 >= self.first));
            month += step;
        }
        labels
    }
}

/// Whether a day is labelled where every so-manieth of a month is: the last stand off from the
/// first of the next month.
fn on_step(date: Date, step: u8) -> bool {
    let day = date.day().unwrap_or(1);
    (day - 1).is_multiple_of(step) && (step == 1 || day + step <= 32)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scale(from: &str, to: &str, width: f64) -> Scale {
        let date = |text| Date::parse(text).expect("a date");
        Scale::new(date(from).first_day(), date(to).last_day(), width)
    }

    fn labels(from: &str, to: &str, width: f64) -> Vec<String> {
        scale(from, to, width).labels().iter().map(Date::to_string).collect()
    }

    #[test]
    fn labels_are_years_months_or_days_as_there_is_room() {
        assert_eq!(labels("2016", "2025", 300.0), ["2016", "2018", "2020", "2022", "2024"]);
        assert_eq!(labels("1946", "2045", 300.0), ["1960", "1980", "2000", "2020", "2040"]);
        assert_eq!(labels("2024-02", "2024-11", 300.0), ["2024-04", "2024-07", "2024-10"]);
        assert_eq!(labels("2024-05", "2024-05", 300.0), ["2024-05-01", "2024-05-11", "2024-05-21"]);
        assert_eq!(labels("2024-05-05", "2024-05-07", 300.0).len(), 3);
    }

    #[test]
    fn empty_years_are_as_long_as_full_ones() {
        let scale = scale("2016", "2025", 3653.0);
        let starts = (2016..=2025).filter_map(Date::year_only).map(|y| scale.start(y.first_day()));
        let starts: Vec<f64> = starts.collect();
        assert!(starts.windows(2).all(|pair| (365.0..=366.0).contains(&(pair[1] - pair[0]))));
    }

    #[test]
    fn one_points_at_a_date_as_exactly_as_one_sees_it() {
        let at = |from, to, x| scale(from, to, 300.0).date_at(x).map(|date| date.to_string());
        assert_eq!(at("2024-05", "2024-05", 0.0).as_deref(), Some("2024-05-01"));
        assert_eq!(at("2016", "2025", 299.9).as_deref(), Some("2025-12"));
        assert_eq!(at("1500", "2025", 150.0).as_deref(), Some("1763"));
        assert_eq!(at("2024-05", "2024-05", -9.0).as_deref(), Some("2024-05-01"), "left of it");
        assert_eq!(at("2024-05", "2024-05", 999.0).as_deref(), Some("2024-05-31"), "right of it");
    }

    proptest! {
        #[test]
        fn labels_never_crowd_and_always_lie_on_the_axis(
            first in -400_000..400_000_i32,
            days in 0..200_000_i32,
            width in 200.0..2_000.0_f64,
        ) {
            let scale = Scale::new(Day(first), Day(first + days), width);
            let labels = scale.labels();
            let at: Vec<f64> = labels.iter().map(|date| scale.start(date.first_day())).collect();
            prop_assert!(at.iter().all(|x| (0.0..=width).contains(x)));
            prop_assert!(at.windows(2).all(|pair| pair[1] - pair[0] >= 40.0), "{at:?}");
        }

        #[test]
        fn a_day_is_found_where_it_is_drawn(first in -9_000..9_000_i32, days in 0..90_i32, at in 0..90_i32) {
            let scale = Scale::new(Day(first), Day(first + days), 600.0);
            let day = Day(first + at.min(days));
            let middle = f64::midpoint(scale.start(day), scale.end(day));
            prop_assert_eq!(scale.date_at(middle), Date::of_day(day));
        }
    }
}

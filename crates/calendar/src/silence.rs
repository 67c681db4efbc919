//! Stretches of time in which nothing is told.

use crate::{Date, Day};

/// Shorter ones are no silence, in days.
const YEAR: i32 = 366;

/// Years and months between two days, where they are more than a year apart.
pub fn silence(last: Day, next: Day) -> Option<(u32, u32)> {
    let months = |day: Day| {
        Date::of_day(day).map(|date| date.year() * 12 + i32::from(date.month().unwrap_or(1)))
    };
    let between = u32::try_from(months(next)? - months(last)?).ok()?;
    (next > last.plus(YEAR)).then_some((between / 12, between % 12))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_without_news_is_a_silence() {
        let day = |text: &str| Date::parse(text).unwrap().first_day();
        let of = |last, next| silence(day(last), day(next));
        assert_eq!(of("2016-11-11", "2022-04-01"), Some((5, 5)));
        assert_eq!(of("2023-12-19", "2024-12-19"), None);
        assert_eq!(of("2023-12-19", "2024-12-21"), Some((1, 0)));
        assert_eq!(of("2024-12-21", "2023-12-19"), None);
    }
}

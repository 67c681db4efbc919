//! Dates as people type them, in any language of the page: "2023-12", "December 2023", "5 mai
//! 2024", "tháng 12 năm 2023", "12/2023".

use super::Strings;
use crate::language::Language;
use entente_calendar::Date;
use entente_text::fold_str;

/// The date that was typed; `None` where it is none. Of numbers alone the day stands first, or the
/// year where it comes first as in ISO 8601.
pub fn typed_date(typed: &str) -> Option<Date> {
    let folded = fold_str(typed);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let (mut numbers, mut named) = (Vec::new(), None);
    for part in parts {
        if let Ok(number) = part.trim_end_matches(char::is_alphabetic).parse::<u16>() {
            numbers.push(number);
        } else if let Some(month) = month(part) {
            named = Some(month);
        } else if !LINKS.contains(&part) {
            return None;
        }
    }
    if numbers.first().is_some_and(|&first| first > 99) {
        numbers.reverse();
    }
    let (day, month, year) = match (numbers.as_slice(), named) {
        ([year], None) => return Date::year_only(i32::from(*year)).filter(|_| *year > 99),
        ([month, year], None) => (None, *month as u8, *year),
        ([day, month, year], None) => (Some(*day as u8), *month as u8, *year),
        ([year], Some(month)) => (None, month, *year),
        ([day, year], Some(month)) => (Some(*day as u8), month, *year),
        _ => return None,
    };
    let year = Some(i32::from(year)).filter(|&year| year > 99)?;
    match day {
        Some(day) => Date::ymd(year, month, day),
        None => Date::month_of(year, month),
    }
}

/// Words between the parts of a date, folded.
const LINKS: [&str; 7] = ["thang", "ngay", "nam", "of", "the", "le", "de"];

/// The month that a folded word names, perhaps shortened, in any language.
fn month(word: &str) -> Option<u8> {
    // "thang" is a month in Vietnamese, and its number follows.
    let is_it = |short: &&str| {
        let short = fold_str(short.trim_end_matches('.'));
        !short.contains(' ') && word.starts_with(&short)
    };
    Language::ALL.iter().find_map(|&language| {
        let months = Strings::for_language(language).short_months;
        let place = months.iter().position(is_it)?;
        Some(place as u8 + 1)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (typed, date) in [
            ("2023", "2023"),
            ("2023-12", "2023-12"),
            ("2023-12-18", "2023-12-18"),
            ("December 2023", "2023-12"),
            ("dec. 2023", "2023-12"),
            ("5 May 2024", "2024-05-05"),
            ("5th of May, 2024", "2024-05-05"),
            ("May 5, 2024", "2024-05-05"),
            ("décembre 2023", "2023-12"),
            ("1er août 2024", "2024-08-01"),
            ("juin 2024", "2024-06"),
            ("juillet 2024", "2024-07"),
            ("tháng 12 năm 2023", "2023-12"),
            ("ngày 5 tháng 5 năm 2024", "2024-05-05"),
            ("12/2023", "2023-12"),
            ("5/5/2024", "2024-05-05"),
        ] {
            assert_eq!(typed_date(typed), Date::parse(date), "{typed}");
        }
        for typed in ["", "soon", "13/2023", "31 April 2024", "99", "5 5", "Paris 2024"] {
            assert_eq!(typed_date(typed), None, "{typed}");
        }
    }
}

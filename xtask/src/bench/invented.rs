//! A corpus of invented reports: each tells of a meeting on a day and at a place of its own, and
//! goes on for 4 kB in words of which few come often and most seldom, as in any language.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What invented words are made of, and with an ending that no name of the gazetteer has, names
/// of places.
const SYLLABLES: &str = "babebodadedofafekakekolalelomamemonanerarero";

/// Writes the corpus: an authority file of places and a report of each meeting.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Path, count: usize) -> Result<()> {
    let documents = folder.join("documents");
    fs::create_dir_all(&documents)
        .with_context(|| format!("the folder {} cannot be made", documents.display()))?;
    let put = |path: &Path, text: &str| {
        fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
    };
    let places: String = (0..count).map(|number| place(number, count)).collect();
    put(&folder.join("places.toml"), &places)?;
    (0..count).try_for_each(|number| {
        put(&documents.join(format!("report-{number:05}.md")), &report(number))
    })
}

/// A place in the authority file: they go from 50° south to 65° north, each a golden angle
/// further round the globe.
fn place(number: usize, count: usize) -> String {
    let golden = 180.0 * (3.0 - 5_f64.sqrt());
    let latitude = -50.0 + 115.0 * (number as f64 + 0.5) / count as f64;
    let longitude = (number as f64 * golden) % 360.0 - 180.0;
    let name = name(number);
    format!(
        "[{}]\nname = \"{name}\"\nlatitude = {latitude:.4}\nlongitude = {longitude:.4}\n\n",
        name.to_lowercase()
    )
}

fn report(number: usize) -> String {
    const MONTHS: &str = "January February March April May June July August September October \
                          November December";
    let (day, month, year) = (number % 28 + 1, number / 28 % 12, 1990 + number / 28 / 12);
    let (place, name_of_month) = (name(number), MONTHS.split(' ').nth(month).unwrap_or_default());
    let mut text = format!(
        "+++\npublished = \"{year}-{:02}-{day:02}\"\n+++\nDefence Minister Anna Berg met Foreign \
         Minister Carl Lind in {place} on {day} {name_of_month} {year}. They discussed cooperation.\n",
        month + 1
    );
    let mut seed = number as u64 + 1;
    while text.len() < 4_400 {
        let words: Vec<String> = (0..12).map(|_| word(&mut seed)).collect();
        text.extend(["The ", &words.join(" "), ".\n"]);
    }
    text
}

/// A word by its rank, 1 to 65,535, which is as often from n to 2n as from 2n to 4n (Zipf's law).
fn word(seed: &mut u64) -> String {
    // The generator of Knuth's MMIX; its high bits are the better ones.
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let power = 1 << (*seed >> 60);
    syllables((power + (*seed >> 32) % power) as usize, 4)
}

fn name(number: usize) -> String {
    let name = syllables(number, 3);
    let (first, rest) = name.split_at(1);
    [&first.to_uppercase(), rest, "stad"].concat()
}

/// A number in as many syllables, each a digit.
fn syllables(number: usize, count: u32) -> String {
    let digits = (0..count).rev().map(|place| number / 22_usize.pow(place) % 22);
    digits.map(|digit| &SYLLABLES[2 * digit..2 * digit + 2]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_place_has_a_name_and_a_day_of_its_own() {
        let names: BTreeSet<_> = (0..10_000).map(name).collect();
        assert_eq!(names.len(), 10_000);
        let day = |number| report(number).lines().nth(1).unwrap_or_default().to_owned();
        let days: BTreeSet<_> = (0..10_000).map(day).collect();
        assert_eq!(days.len(), 10_000);
    }

    #[test]
    fn few_words_come_often_and_most_seldom() {
        let text: String = (0..100).map(report).collect();
        let count = |word: &str| text.split([' ', '.']).filter(|found| *found == word).count();
        assert!(count("babababe") > 100 * count("babebabe").max(1), "{}", count("babababe"));
    }
}

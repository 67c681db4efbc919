//! A corpus with so many meetings, each on a day and at a place of its own.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What names of places are made of: three of these, and an ending that no name of the
/// gazetteer has.
const SYLLABLES: [&str; 22] = [
    "ba", "be", "bo", "da", "de", "do", "fa", "fe", "ka", "ke", "ko", "la", "le", "lo", "ma", "me",
    "mo", "na", "ne", "ra", "re", "ro",
];

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

/// A place in the authority file: from south to north, where people live, and each a golden angle
/// further round the globe.
fn place(number: usize, count: usize) -> String {
    const SOUTHERNMOST: f64 = -50.0;
    const NORTHERNMOST: f64 = 65.0;
    let golden = 180.0 * (3.0 - 5_f64.sqrt());
    let share = (number as f64 + 0.5) / count as f64;
    let latitude = SOUTHERNMOST + (NORTHERNMOST - SOUTHERNMOST) * share;
    let longitude = (number as f64 * golden) % 360.0 - 180.0;
    let name = name(number);
    format!(
        "[{}]\nname = \"{name}\"\nlatitude = {latitude:.4}\nlongitude = {longitude:.4}\n\n",
        name.to_lowercase()
    )
}

fn report(number: usize) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (day, month, year) = (number % 28, number / 28 % 12, 1990 + number / 28 / 12);
    let (place, day, name_of_month) = (name(number), day + 1, MONTHS[month]);
    format!(
        "+++\npublished = \"{year}-{:02}-{day:02}\"\n+++\nDefence Minister Anna Berg met Foreign \
         Minister Carl Lind in {place} on {day} {name_of_month} {year}. They discussed cooperation.\n",
        month + 1
    )
}

fn name(number: usize) -> String {
    let syllable = |place: u32| SYLLABLES[number / SYLLABLES.len().pow(place) % SYLLABLES.len()];
    let (first, rest) = syllable(2).split_at(1);
    [&first.to_uppercase(), rest, syllable(1), syllable(0), "stad"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_place_has_a_name_and_a_day_of_its_own() {
        let told = |number| (name(number), report(number));
        let all: BTreeSet<_> = (0..10_000).map(told).collect();
        let names: BTreeSet<_> = all.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), 10_000);
        let day = |report: &str| report.lines().nth(1).unwrap_or_default().to_owned();
        let days: BTreeSet<_> = all.iter().map(|(_, report)| day(report)).collect();
        assert_eq!(days.len(), 10_000);
    }
}

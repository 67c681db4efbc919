//! Whole reports with careful annotations of the names in them: the five of the default
//! corpus and twelve written for the purpose, of other agencies and countries. Nothing of
//! the annotations is read by the rules; the figures of these tests may only rise.

#![allow(clippy::unwrap_used)] // the data are in the repository

mod score;

use entente_analysis::{Given, Span, analyse, dates};
use score::meetings::{Tally, Told};
use score::{Entity, Scores, gold, holds};
use serde_json::Value;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

/// What the rules find in a text.
fn found(text: &str) -> Vec<Entity> {
    let analysis = analyse(text, &Given::default());
    let dates = dates::entities(text, &analysis.dates);
    let mention = |span: &Span| (span.start, span.of(text).to_owned());
    let names = analysis.names.iter().map(|name| (name.kind.as_str(), &name.mentions));
    let all = names.chain(dates.iter().map(|date| ("date", &date.mentions)));
    all.map(|(kind, mentions)| (kind, mentions.iter().map(mention).collect())).collect()
}

fn default_texts() -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/documents");
    let texts = fs::read_dir(corpus).unwrap().map(|entry| {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        text.splitn(3, "+++\n").nth(2).unwrap().to_owned()
    });
    texts.collect()
}

/// Twelve reports that the rules were made with.
fn other_reports() -> impl Iterator<Item = (String, Value)> {
    reports("reports/r", 1..=12)
}

/// Written in the manner of many agencies, with more meetings each than most reports tell of;
/// people and events are invented. The rules were first measured against each eight of them and
/// only then mended by what they showed; the last eight were measured and not read.
fn news(numbers: RangeInclusive<usize>) -> impl Iterator<Item = (String, Value)> {
    reports("news/n", numbers)
}

fn reports(
    head: &'static str,
    numbers: RangeInclusive<usize>,
) -> impl Iterator<Item = (String, Value)> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    numbers.map(move |number| {
        let path = data.join(format!("{head}{number:02}"));
        let text = fs::read_to_string(path.with_extension("txt")).unwrap();
        (text, gold(&path.with_extension("json")))
    })
}

#[test]
fn names_of_the_default_corpus() {
    let mut scores = Scores::default();
    for (gold, text) in score::default_corpus(default_texts(), String::as_str) {
        score::score(&text, &gold, &found(&text), &mut scores);
    }
    holds(&scores, [97, 98, 98]);
}

#[test]
fn names_of_other_agencies_and_countries() {
    let mut scores = Scores::default();
    for (text, gold) in other_reports() {
        score::score(&text, &gold, &found(&text), &mut scores);
    }
    holds(&scores, [91, 94, 95]);
}

/// Counts the meetings of a report against its annotation.
fn meetings(text: &str, gold: &Value, tally: &mut Tally) {
    let analysis = analyse(text, &Given::default());
    let found = |meeting| Told::found(meeting, &analysis.names, text);
    let found: Vec<Told> = analysis.meetings.iter().map(found).collect();
    let wanted = gold["meetings"].as_array().into_iter().flatten();
    let wanted: Vec<Told> =
        wanted.map(|meeting| Told::annotated(meeting, &gold["entities"])).collect();
    let wrong = tally.count(&wanted, &found);
    if std::env::var_os("WRONG").is_some() && !wrong.is_empty() {
        println!("{}\n   {}", text.lines().next().unwrap_or_default(), wrong.join("\n   "));
    }
}

#[test]
fn meetings_of_the_default_corpus() {
    let mut tally = Tally::default();
    for (gold, text) in score::default_corpus(default_texts(), String::as_str) {
        meetings(&text, &gold, &mut tally);
    }
    tally.holds([100, 100, 95, 98, 100, 100, 91]);
}

#[test]
fn meetings_of_other_agencies_and_countries() {
    let mut tally = Tally::default();
    for (text, gold) in other_reports() {
        meetings(&text, &gold, &mut tally);
    }
    tally.holds([89, 95, 93, 95, 82, 92, 73]);
}

/// Counts the meetings of some of the invented reports.
fn invented(numbers: RangeInclusive<usize>) -> Tally {
    let mut tally = Tally::default();
    for (text, gold) in news(numbers) {
        meetings(&text, &gold, &mut tally);
    }
    tally
}

#[test]
fn meetings_of_invented_news() {
    invented(1..=32).holds([81, 86, 87, 89, 85, 90, 46]);
}

#[test]
fn meetings_of_other_invented_news() {
    invented(33..=40).holds([84, 96, 89, 89, 79, 100, 56]);
}

#[test]
fn meetings_of_invented_news_that_was_measured_and_not_read() {
    invented(41..=48).holds([91, 91, 84, 87, 77, 93, 58]);
}

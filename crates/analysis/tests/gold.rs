//! Whole reports with careful annotations of the names in them: the five of the default
//! corpus and twelve written for the purpose, of other agencies and countries. Nothing of
//! the annotations is read by the rules; the figures of these tests may only rise.

mod score;

use entente_analysis::{Given, Span, analyse, dates};
use score::{Entity, Scores, gold, holds};
use std::fs;
use std::path::Path;

/// What the rules find in a text.
fn found(text: &str) -> Vec<Entity> {
    let analysis = analyse(text, &Given::default());
    let dates = dates::entities(text, &analysis.dates);
    let mention = |span: &Span| (span.start, span.of(text).to_owned());
    let names = analysis.names.iter().map(|name| (name.kind.name(), &name.mentions));
    let all = names.chain(dates.iter().map(|date| ("date", &date.mentions)));
    all.map(|(kind, mentions)| (kind, mentions.iter().map(mention).collect())).collect()
}

#[test]
fn names_of_the_default_corpus() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/documents");
    let texts = fs::read_dir(corpus).unwrap().map(|entry| {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        text.splitn(3, "+++\n").nth(2).unwrap().to_owned()
    });
    let mut scores = Scores::default();
    for (gold, text) in score::default_corpus(texts.collect(), String::as_str) {
        score::score(&text, &gold, &found(&text), &mut scores);
    }
    holds(&scores, [97, 98, 98]);
}

#[test]
fn names_of_other_agencies_and_countries() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reports");
    let mut scores = Scores::default();
    for number in 1..=12 {
        let path = data.join(format!("r{number:02}"));
        let text = fs::read_to_string(path.with_extension("txt")).unwrap();
        let gold = gold(&path.with_extension("json"));
        score::score(&text, &gold, &found(&text), &mut scores);
    }
    holds(&scores, [91, 94, 95]);
}

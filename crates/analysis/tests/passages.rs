//! Passages of many agencies and countries, each with what a reader finds in it marked in
//! the text: `[Sunday=2024-05-05]` a date and its value (`?` where open),
//! `{agency:…}`, `{stamp:…}`, `{bullet:…}` and `{teaser:…}` boilerplate.
//!
//! A passage begins with a line `== name | key value | …`; the keys are what is given
//! (`given DATE`) and what must come out (`published`, `dateline`, `title`, `language`,
//! `paragraphs`; `basis`, that of the first date), `-` for nothing.

use entente_analysis::{Analysis, Given, analyse};
use entente_calendar::Period;
use std::fmt::Write;

const FILES: [(&str, &str); 11] = [
    ("agencies", include_str!("data/passages/agencies.txt")),
    ("dates", include_str!("data/passages/dates.txt")),
    ("counted", include_str!("data/passages/counted.txt")),
    ("weekdays", include_str!("data/passages/weekdays.txt")),
    ("lists", include_str!("data/passages/lists.txt")),
    ("calendars", include_str!("data/passages/calendars.txt")),
    ("figures", include_str!("data/passages/figures.txt")),
    ("boilerplate", include_str!("data/passages/boilerplate.txt")),
    ("french-vietnamese", include_str!("data/passages/french-vietnamese.txt")),
    ("pages", include_str!("data/passages/pages.txt")),
    ("reports", include_str!("data/passages/reports.txt")),
];

/// The text without its marks.
fn unmarked(marked: &str) -> String {
    let mut out = String::new();
    let mut rest = marked;
    while let Some(at) = rest.find(['[', '{', '}', '=']) {
        out += &rest[..at];
        let tail = &rest[at..];
        let skip = match tail.as_bytes()[0] {
            b'[' | b'}' => 1,
            b'{' => tail.find(':').expect("a name of boilerplate") + 1,
            _ => tail.find(']').expect("the end of a date") + 1,
        };
        rest = &tail[skip..];
    }
    out + rest
}

/// The text with what was found marked in it.
fn marked(text: &str, analysis: &Analysis) -> String {
    let mut marks: Vec<(usize, u8, String)> = Vec::new();
    for piece in &analysis.boilerplate {
        marks.push((piece.span.start, 2, format!("{{{}:", piece.what.as_str())));
        marks.push((piece.span.end, 1, "}".into()));
    }
    for date in &analysis.dates {
        let value = date.period.map_or("?".into(), |period| period.to_string());
        marks.push((date.span.start, 3, "[".into()));
        marks.push((date.span.end, 0, format!("={value}]")));
    }
    marks.sort();
    let (mut out, mut at) = (String::new(), 0);
    for (place, _, mark) in marks {
        out += &text[at..place];
        out += &mark;
        at = place;
    }
    out + &text[at..]
}

fn check(file: &str, passage: &str, complaints: &mut String) {
    let (head, body) = passage.split_once('\n').expect("a body");
    let mut parts = head.split(" | ");
    let name = parts.next().unwrap_or_default();
    let wanted: Vec<(&str, &str)> =
        parts.map(|part| part.split_once(' ').expect("key and value")).collect();
    let key = |key| wanted.iter().find(|(k, _)| *k == key).map(|(_, value)| *value);
    let given = Given {
        published: key("given").map(|day| Period::parse(day).expect("a date")),
        ..Given::default()
    };
    let body = body.trim_end_matches('\n');
    let text = unmarked(body);
    let analysis = analyse(&text, &given);
    let found = marked(&text, &analysis);
    if found != body {
        let differs = |(a, b): &(&str, &str)| a != b;
        for (want, got) in body.lines().zip(found.lines()).filter(differs) {
            let _ = writeln!(complaints, "{file}: {name}\n  want {want}\n  got  {got}");
        }
    }
    let none = || "-".to_owned();
    for (key, want) in wanted {
        let got = match key {
            "given" => continue,
            "published" => analysis.published.as_ref().map_or_else(none, |p| p.date.to_string()),
            "dateline" => analysis.dateline.as_ref().map_or_else(none, |d| d.place.clone()),
            "basis" => analysis.dates.first().map_or_else(none, |date| date.basis.clone()),
            "title" => analysis.title.text.clone(),
            "language" => analysis.language.clone(),
            "paragraphs" => analysis.paragraphs.len().to_string(),
            _ => panic!("{name}: no key {key}"),
        };
        if got != want {
            let _ = writeln!(complaints, "{file}: {name}\n  want {key} {want}\n  got  {key} {got}");
        }
    }
}

#[test]
fn every_passage_is_read_as_marked() {
    let (mut complaints, mut count) = (String::new(), 0);
    for (file, passages) in FILES {
        for passage in passages.split("\n== ").map(|p| p.trim_start_matches("== ")) {
            if !passage.starts_with('#') {
                check(file, passage, &mut complaints);
                count += 1;
            }
        }
    }
    assert!(complaints.is_empty(), "\n{complaints}");
    assert!(count >= 120, "only {count} passages");
}

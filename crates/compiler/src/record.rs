//! A document as one JSON object: what `entente analyse` prints.
//!
//! The fields stand in the order of the schema, which is a contract with those who score
//! and import the analysis. Offsets are bytes of the body as received.

use crate::document::Document;
use entente_analysis::{Authority, Basis, Span, analyse, dates};
use entente_archive::rows::{EntityKind, TitleBasis};
use serde::Serialize;

/// What the analysis says of a document.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)] // as in the schema
pub struct Record {
    /// The name of the file without its ending.
    pub document: String,
    pub language: String,
    pub title: Title,
    pub published: Option<Published>,
    /// The place where the report was filed.
    pub dateline: Option<String>,
    pub furniture: Vec<Furniture>,
    pub entities: Vec<Entity>,
    pub meetings: Vec<Meeting>,
}

/// The headline and where it comes from: "given" or "worked-out".
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Title {
    pub text: String,
    pub basis: &'static str,
}

/// The date of publication (ISO 8601) and the words that it follows from.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Published {
    pub date: String,
    pub basis: String,
}

/// Something that belongs to the page and not to the report.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Furniture {
    pub start: usize,
    pub end: usize,
    pub what: &'static str,
}

/// An entity under its canonical name; a date that was not resolved under its words.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Entity {
    pub kind: &'static str,
    pub name: String,
    pub mentions: Vec<Mention>,
}

/// A place where an entity is named.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Mention {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// A meeting. There are none yet: the analysis does not look for them.
#[derive(Clone, Debug, Serialize)]
pub enum Meeting {}

impl Record {
    /// Analyses a document. `name` is what the record calls it.
    pub fn of(name: &str, document: &Document, authority: &Authority) -> Self {
        let text = &document.body;
        let analysis = analyse(text, &document.given(authority));
        let basis = match analysis.title.basis {
            Basis::Given => TitleBasis::Given,
            Basis::WorkedOut => TitleBasis::WorkedOut,
        };
        let mention = |&span: &Span| {
            let Span { start, end } = span;
            Mention { start, end, text: span.of(text).to_owned() }
        };
        let date = |date: dates::DateEntity| Entity {
            kind: EntityKind::Date.name(),
            mentions: date.mentions.iter().map(mention).collect(),
            name: date.name,
        };
        Self {
            document: name.to_owned(),
            language: document.front.language.clone().unwrap_or(analysis.language),
            title: Title { text: analysis.title.text, basis: basis.name() },
            published: analysis
                .published
                .map(|found| Published { date: found.date.to_string(), basis: found.basis }),
            dateline: analysis.dateline.map(|dateline| dateline.place),
            furniture: analysis
                .furniture
                .iter()
                .map(|piece| Furniture {
                    start: piece.span.start,
                    end: piece.span.end,
                    what: piece.what.name(),
                })
                .collect(),
            entities: analysis
                .names
                .iter()
                .map(|entity| Entity {
                    kind: entity.kind.name(),
                    name: entity.name.clone(),
                    mentions: entity.mentions.iter().map(mention).collect(),
                })
                .chain(dates::entities(text, &analysis.dates).into_iter().map(date))
                .collect(),
            meetings: Vec::new(),
        }
    }
}

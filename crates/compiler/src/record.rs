//! A document as one JSON object: what `entente analyse` prints.
//!
//! The fields stand in the order of the schema, which is a contract with those who score
//! and import the analysis. Offsets are bytes of the body as received.

use crate::document::Document;
use entente_analysis::{
    Authority, Basis, NameEntity, Outcome, Span, When, analyse, country_name, dates,
};
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

/// A meeting.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Meeting {
    pub title: String,
    pub kind: &'static str,
    pub status: &'static str,
    pub date: Option<String>,
    pub date_basis: Option<String>,
    pub place: Option<String>,
    pub country: Option<String>,
    pub mechanism: Option<String>,
    pub session: Option<i32>,
    pub participants: Vec<String>,
    pub outcomes: Vec<String>,
    pub evidence: Vec<Evidence>,
}

/// A sentence that proves a meeting.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Evidence {
    pub start: usize,
    pub end: usize,
}

impl Meeting {
    fn of(meeting: &entente_analysis::Meeting, names: &[NameEntity], text: &str) -> Self {
        let name = |&number: &usize| names.get(number).map(|name| name.name.clone());
        let participants: Vec<String> = meeting.participants.iter().filter_map(name).collect();
        let mechanism = meeting.event.as_ref().and_then(name);
        let kind = meeting.kind.name();
        let title = mechanism.clone().unwrap_or_else(|| match participants.is_empty() {
            true => kind.to_owned(),
            false => format!("{kind}: {}", participants.join(", ")),
        });
        let evidence = |span: &Span| Evidence { start: span.start, end: span.end };
        let place = meeting.place.as_ref();
        let country = place.and_then(|place| country_name(&place.country));
        let words = |when: &When| when.span.map_or("the day of the report", |span| span.of(text));
        let outcome = |outcome: &Outcome| {
            let agreement = outcome.agreement.as_ref().and_then(name);
            agreement.unwrap_or_else(|| outcome.span.of(text).to_owned())
        };
        Self {
            title,
            kind,
            status: meeting.status.name(),
            date: meeting.period().map(|date| date.to_string()),
            date_basis: meeting.date.as_ref().map(|when| words(when).to_owned()),
            place: place.map(|place| place.words.clone()).filter(|words| !words.is_empty()),
            country: country.map(str::to_owned),
            mechanism,
            session: Some(meeting.session).filter(|session| *session > 0),
            participants,
            outcomes: meeting.outcomes.iter().map(outcome).collect(),
            evidence: meeting.evidence.iter().map(evidence).collect(),
        }
    }
}

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
        let meetings =
            analysis.meetings.iter().map(|found| Meeting::of(found, &analysis.names, text));
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
            meetings: meetings.collect(),
        }
    }
}

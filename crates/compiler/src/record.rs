//! A document as one JSON object: what `entente analyse` prints.
//!
//! The fields stand in the order of the schema, which is a contract with those who score
//! and import the analysis. Offsets are bytes of the body as received.

use crate::compile::{Findings, Knowledge};
use crate::document::Document;
use crate::meetings::Told;
use crate::promises;
use entente_analysis::{NameEntity, SignedPaper, analyse, country_name, dates};
use entente_archive::{Keeper, Kept, Outcome};
use entente_model::{DateProvenance, EntityKind, PromiseState, Span};
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
    pub boilerplate: Vec<Boilerplate>,
    pub entities: Vec<Entity>,
    pub meetings: Vec<Meeting>,
    pub promises: Vec<Promise>,
    /// Left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Paper>,
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
pub struct Boilerplate {
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
    pub session: Option<u32>,
    pub participants: Vec<String>,
    pub outcomes: Vec<String>,
    pub evidence: Vec<Evidence>,
    /// Under this a review knows it.
    pub id: String,
    /// Why it was confirmed or corrected, where it was reviewed.
    pub reason: Option<String>,
}

/// An invitation, a paper to be signed, a meeting to be held.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Promise {
    /// Who promises, invites or proposes, and to whom, under their canonical names.
    pub who: Vec<String>,
    pub to: Vec<String>,
    /// The words for what is promised.
    pub what: String,
    pub kind: &'static str,
    pub state: &'static str,
    pub evidence: Vec<Evidence>,
    /// When it was told.
    pub date: Option<String>,
    /// The id of the meeting that has kept it, or the name of the paper.
    pub kept_by: Option<String>,
}

/// A paper that a sentence says to have been signed or agreed, and when: "signed in 2009".
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Paper {
    pub name: String,
    pub act: &'static str,
    pub date: Option<String>,
    pub evidence: Evidence,
}

/// A sentence that proves a meeting or a promise.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Evidence {
    pub start: usize,
    pub end: usize,
}

impl Meeting {
    fn new(told: &Told, names: &[NameEntity], text: &str) -> Self {
        let Told { id, attestation, mechanism, session, outcomes, title, .. } = told;
        let name = |&number: &u32| names.get(number as usize).map(|name| name.name.clone());
        let participants: Vec<String> = attestation.participants.iter().filter_map(name).collect();
        let mechanism = mechanism.as_ref().and_then(name);
        let kind = attestation.kind.as_str();
        let made = || match participants.is_empty() {
            true => kind.to_owned(),
            false => format!("{kind}: {}", participants.join(", ")),
        };
        let given = Some(title.clone()).filter(|title| !title.is_empty());
        let words = |span: Span| text.get(span.range()).unwrap_or_default();
        let outcome = |outcome: &Outcome| {
            let agreement = outcome.agreement.as_ref().and_then(name);
            agreement.unwrap_or_else(|| words(outcome.passage.span).to_owned())
        };
        let date_basis = match (attestation.date_provenance, words(attestation.date_span)) {
            (DateProvenance::Reviewed, _) => "reviewed",
            (_, "") => "the day of the report",
            (_, words) => words,
        };
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Self {
            title: given.or_else(|| mechanism.clone()).unwrap_or_else(made),
            kind,
            status: attestation.status.as_str(),
            date: attestation.date.map(|date| date.to_string()),
            date_basis: attestation.date.map(|_| date_basis.to_owned()),
            place: some(&attestation.place.words),
            country: country_name(&attestation.place.country).and_then(some),
            mechanism,
            session: Some(*session).filter(|session| *session > 0),
            participants,
            outcomes: outcomes.iter().map(outcome).collect(),
            evidence: attestation.evidence.iter().map(|&span| span.into()).collect(),
            id: id.clone(),
            reason: some(&attestation.reason),
        }
    }
}

impl Promise {
    fn new(told: &promises::Told, kept: Option<&Kept>, findings: &Findings, text: &str) -> Self {
        let Findings { names, meetings, .. } = findings;
        let name = |number: u32| names.get(number as usize).map(|name| name.name.clone());
        let all = |numbers: &[u32]| numbers.iter().filter_map(|&number| name(number)).collect();
        let kept_by = kept.and_then(|kept| match kept.by {
            Keeper::Meeting(number) => meetings.get(number as usize).map(|told| told.id.clone()),
            Keeper::Agreement(number) => name(number),
        });
        let state = if kept.is_some() { PromiseState::Kept } else { PromiseState::Open };
        Self {
            who: all(&told.who),
            to: all(&told.to),
            what: text.get(told.what.span.range()).unwrap_or_default().to_owned(),
            kind: told.kind.as_str(),
            state: state.as_str(),
            evidence: told.evidence.iter().map(|passage| passage.span.into()).collect(),
            date: told.date.map(|date| date.to_string()),
            kept_by,
        }
    }
}

impl Paper {
    fn new(paper: &SignedPaper, names: &[NameEntity]) -> Option<Self> {
        let entente_analysis::Span { start, end } = paper.evidence;
        Some(Self {
            name: names.get(paper.agreement)?.name.clone(),
            act: paper.act.as_str(),
            date: paper.date.map(|date| date.to_string()),
            evidence: Evidence { start, end },
        })
    }
}

impl From<Span> for Evidence {
    fn from(span: Span) -> Self {
        Self { start: span.start as usize, end: span.end as usize }
    }
}

impl Record {
    /// Analyses a document with what a corpus knows. `name` is what the record calls it.
    pub fn new(name: &str, document: &Document, known: &Knowledge) -> Self {
        let text = &document.body;
        let mut analysis = analyse(text, &document.given(&known.authority));
        let mention = |&span: &entente_analysis::Span| {
            let entente_analysis::Span { start, end } = span;
            Mention { start, end, text: span.of(text).to_owned() }
        };
        let date = |date: dates::DateEntity| Entity {
            kind: EntityKind::Date.as_str(),
            mentions: date.mentions.iter().map(mention).collect(),
            name: date.name,
        };
        let findings = known.review(document, &mut analysis);
        let Findings { names, meetings, promises } = &findings;
        Self {
            document: name.to_owned(),
            language: document.front.language.clone().unwrap_or(analysis.language),
            title: Title { text: analysis.title.text, basis: analysis.title.provenance.as_str() },
            published: analysis
                .published
                .map(|found| Published { date: found.date.to_string(), basis: found.basis }),
            dateline: analysis.dateline.map(|dateline| dateline.place),
            boilerplate: analysis
                .boilerplate
                .iter()
                .map(|piece| Boilerplate {
                    start: piece.span.start,
                    end: piece.span.end,
                    what: piece.what.as_str(),
                })
                .collect(),
            entities: names
                .iter()
                .filter(|entity| !entity.mentions.is_empty())
                .map(|entity| Entity {
                    kind: entity.kind.as_str(),
                    name: entity.name.clone(),
                    mentions: entity.mentions.iter().map(mention).collect(),
                })
                .chain(dates::entities(text, &analysis.dates).into_iter().map(date))
                .collect(),
            meetings: meetings.iter().map(|told| Meeting::new(told, names, text)).collect(),
            promises: promises
                .iter()
                .map(|(told, kept)| Promise::new(told, kept.as_ref(), &findings, text))
                .collect(),
            papers: analysis.signed.iter().filter_map(|paper| Paper::new(paper, names)).collect(),
        }
    }
}

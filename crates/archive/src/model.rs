//! What a corpus is made of, as plain values: what [`crate::write()`] takes.

use crate::postings::Posting;
use crate::rows::{
    Act, DateBasis, EntityKind, FurnitureKind, MeetingKind, PointBasis, Precision, Status,
    TitleBasis, WhenBasis, WhereBasis,
};
use crate::sentences::{Sentence, paragraphs};
use crate::wire::Span;
use entente_calendar::Period;
use std::collections::BTreeMap;

pub use crate::wire::Coordinates;

/// A corpus, analysed and indexed.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// What it is about; may be empty.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// The documents, in the order of their ids.
    pub documents: Vec<Document>,
    /// The entities, in the order of their ids.
    pub entities: Vec<Entity>,
    /// The meetings, in the order of their ids.
    pub meetings: Vec<Meeting>,
    /// The countries of meetings and of those who took part, in the order of their codes.
    pub countries: Vec<Country>,
    /// Terms of the index with their postings, documents ascending.
    pub terms: BTreeMap<String, Vec<Posting>>,
}

/// A document. Spans are bytes of its text, on character boundaries.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // as in `DocumentRow`
pub struct Document {
    pub id: String,
    pub title: String,
    pub title_basis: TitleBasis,
    pub source: String,
    pub url: String,
    pub language: String,
    pub dateline: String,
    pub published: Option<Period>,
    pub published_basis: DateBasis,
    pub published_words: String,
    pub text: String,
    pub sentences: Vec<Sentence>,
    pub furniture: Vec<(Span, FurnitureKind)>,
    pub body_tokens: u32,
    pub title_tokens: u32,
}

/// A stretch of the text of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// Number of the document.
    pub document: u32,
    /// Bytes of its text.
    pub span: Span,
}

/// An entity and where it is named.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // as in `EntityRow`
pub struct Entity {
    pub id: String,
    pub name: String,
    pub kind: EntityKind,
    pub country: String,
    pub mentions: Vec<Passage>,
    pub roles: Vec<Passage>,
    pub record: Option<Record>,
}

/// What the publisher of the corpus knows of an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // as in `RecordRow`
pub struct Record {
    pub names: Vec<LocalName>,
    pub wikidata: String,
    pub coordinates: Option<Coordinates>,
    pub part_of: String,
    pub former: Vec<String>,
    pub offices: Vec<Office>,
}

/// A name in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalName {
    /// Language code.
    pub language: String,
    /// The name.
    pub name: String,
}

/// An office that a person has held.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as in `OfficeRow`
pub struct Office {
    pub words: String,
    pub names: Vec<LocalName>,
    pub of: String,
    pub from: Option<Period>,
    pub to: Option<Period>,
}

/// A meeting and what proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as in `MeetingRow`
pub struct Meeting {
    pub id: String,
    pub former: Vec<String>,
    pub title: String,
    pub kind: MeetingKind,
    pub status: Status,
    pub date: Option<Period>,
    pub date_basis: WhenBasis,
    pub place: Place,
    pub position: Position,
    pub mechanism: Option<u32>,
    pub session: u32,
    /// Numbers of entities.
    pub participants: Vec<u32>,
    pub outcomes: Vec<Outcome>,
    /// In the order of their documents, one a document.
    pub attestations: Vec<Attestation>,
}

/// What one report tells of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as in `AttestationRow`
pub struct Attestation {
    pub document: u32,
    pub kind: MeetingKind,
    pub status: Status,
    pub date: Option<Period>,
    pub date_basis: WhenBasis,
    pub date_span: Span,
    pub place: Place,
    pub place_span: Span,
    /// Numbers of entities.
    pub participants: Vec<u32>,
    pub evidence: Vec<Span>,
    pub reason: String,
}

/// Where a meeting was; by default nothing is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as in `PlaceRow`
pub struct Place {
    pub words: String,
    pub entity: Option<u32>,
    pub precision: Precision,
    pub country: String,
    pub basis: WhereBasis,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            words: String::new(),
            entity: None,
            precision: Precision::Unknown,
            country: String::new(),
            basis: WhereBasis::Unknown,
        }
    }
}

/// Where on the globe a meeting is shown; by default nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The point: there is one unless the basis is [`PointBasis::Unknown`].
    pub point: Option<Coordinates>,
    /// Whence it is known.
    pub basis: PointBasis,
}

impl Default for Position {
    fn default() -> Self {
        Self { point: None, basis: PointBasis::Unknown }
    }
}

/// A country on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as in `CountryRow`
pub struct Country {
    pub code: String,
    pub middle: Coordinates,
    pub reach: u32,
    pub capital: Coordinates,
}

/// What came of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as in `OutcomeRow`
pub struct Outcome {
    pub act: Act,
    pub agreement: Option<u32>,
    pub passage: Passage,
}

impl Document {
    /// The paragraphs of the reading view, as bytes of the text.
    pub fn paragraphs(&self) -> Vec<Span> {
        paragraphs(self.sentences.iter().copied())
    }
}

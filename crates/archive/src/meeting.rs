//! A meeting: what is known of it, and what each report tells of it.

use crate::document::Passage;
use entente_calendar::Period;
use entente_model::{
    Act, Coordinates, DateProvenance, MeetingKind, PlacePrecision, PlaceProvenance,
    PointProvenance, Span, Status,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A meeting, as all reports that tell of it together make it known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting<'a> {
    /// Readable and stable, for addresses.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// Ids that it had.
    pub former: Vec<String>,
    /// As the publisher calls it; mostly empty, and the page finds a title.
    #[serde(borrow)]
    pub title: Cow<'a, str>,
    /// Its kind.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: Status,
    /// When, as far as is known.
    pub date: Option<Period>,
    /// Where that comes from.
    pub date_provenance: DateProvenance,
    /// Where, as far as is known.
    #[serde(borrow)]
    pub place: Place<'a>,
    /// Where on the globe it is shown.
    pub position: Position,
    /// Numbers of the places in which its place lies, the nearest first: a town, a country.
    pub within: Vec<u32>,
    /// Number of the entity that it is, or is a session of: a dialogue, an exhibition.
    pub mechanism: Option<u32>,
    /// Number of the session, or 0.
    pub session: u32,
    /// Number of the visit during which it was.
    pub visit: Option<u32>,
    /// Numbers of the entities that took part.
    pub participants: Vec<u32>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// What each report tells of it: at least one, by document, one a document.
    #[serde(borrow)]
    pub attestations: Vec<Attestation<'a>>,
}

/// What one report tells of a meeting. Where reports disagree each version stands here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation<'a> {
    /// Number of the document.
    pub document: u32,
    /// What the report calls it.
    pub kind: MeetingKind,
    /// Whether it has taken place when the report is written.
    pub status: Status,
    /// When, as far as the report tells.
    pub date: Option<Period>,
    /// Where that comes from.
    pub date_provenance: DateProvenance,
    /// The words from which the date follows; empty where there are none.
    pub date_span: Span,
    /// Where, as far as the report tells.
    #[serde(borrow)]
    pub place: Place<'a>,
    /// The words from which the place follows; empty where there are none.
    pub place_span: Span,
    /// Numbers of the entities that took part.
    pub participants: Vec<u32>,
    /// The sentences that prove it, in order; at least one.
    pub evidence: Vec<Span>,
    /// Why the publisher has confirmed or corrected it; empty where it was not reviewed.
    #[serde(borrow)]
    pub reason: Cow<'a, str>,
}

/// Where a meeting was; by default nothing is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place<'a> {
    /// As it is called; empty where not known, or where only the country is.
    #[serde(borrow)]
    pub words: Cow<'a, str>,
    /// Number of the entity, where it is one.
    pub entity: Option<u32>,
    /// How exact it is.
    pub precision: PlacePrecision,
    /// The country, as ISO 3166-1 alpha-2; empty where not known.
    #[serde(borrow)]
    pub country: Cow<'a, str>,
    /// Where that comes from.
    pub provenance: PlaceProvenance,
}

impl Default for Place<'_> {
    fn default() -> Self {
        Self {
            words: Cow::default(),
            entity: None,
            precision: PlacePrecision::Unknown,
            country: Cow::default(),
            provenance: PlaceProvenance::Unknown,
        }
    }
}

/// Where on the globe a meeting is shown; by default nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The point: there is one unless the provenance is [`PointProvenance::Unknown`].
    pub point: Option<Coordinates>,
    /// Where it comes from.
    pub provenance: PointProvenance,
}

impl Default for Position {
    fn default() -> Self {
        Self { point: None, provenance: PointProvenance::Unknown }
    }
}

/// What came of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What was done.
    pub act: Act,
    /// Number of the agreement, where it has a name.
    pub agreement: Option<u32>,
    /// The words that tell it.
    pub passage: Passage,
}

/// A country in which meetings were, or for which those who took part stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country<'a> {
    /// ISO 3166-1 alpha-2.
    #[serde(borrow)]
    pub code: Cow<'a, str>,
    /// A point near the middle of its mainland.
    pub middle: Coordinates,
    /// In kilometres: a circle of this radius roughly shows the mainland.
    pub reach: u32,
    /// Where the capital is; where there is none, the middle.
    pub capital: Coordinates,
}

impl Meeting<'_> {
    /// What meetings are put in order by to follow their dates, undated ones last.
    pub fn date_order(&self) -> [u32; 2] {
        let dates = self.date.map(|date| [date.start().to_bits(), date.end().to_bits()]);
        dates.unwrap_or([u32::MAX; 2])
    }

    /// Why the publisher has confirmed or corrected it; empty where it was not reviewed.
    pub fn reason(&self) -> &str {
        let mut reasons = self.attestations.iter().map(|told| &*told.reason);
        reasons.find(|reason| !reason.is_empty()).unwrap_or_default()
    }

    /// The numbers of the entities that took part, are the place or the mechanism, or came of
    /// it; one that does several of these comes as often.
    pub fn involved(&self) -> impl Iterator<Item = usize> {
        let one = [self.mechanism, self.place.entity].into_iter().flatten();
        let agreements = self.outcomes.iter().filter_map(|outcome| outcome.agreement);
        let places = self.within.iter().copied();
        let all = one.chain(places).chain(self.participants.iter().copied()).chain(agreements);
        all.map(|number| number as usize)
    }

    /// Whether an entity is [involved](Self::involved).
    pub fn involves(&self, entity: usize) -> bool {
        self.involved().any(|number| number == entity)
    }
}

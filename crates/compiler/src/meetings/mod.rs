//! The meetings of a corpus, from those of its reports.
//!
//! In the order of the work:
//! - [`Told`]: a meeting as one report tells it
//! - `merge_key`, `cluster`: which of them are one
//! - `merge`: what they make known together, and the id under which the world knows it

mod cluster;
mod merge;
mod merge_key;
#[cfg(test)]
mod tests;

use crate::analysed::span;
use crate::slug::slug;
use entente_analysis::{Authority, NameEntity};
use entente_archive::{Attestation, Outcome, Passage, Place};
use entente_model::{DateProvenance, MeetingKind, Span};
use std::collections::BTreeSet;

pub(crate) use merge::merge;

/// A meeting as one report tells it. Its numbers are those of the names of the report, and
/// once the reports are put together those of the entities of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// Under this the report's publisher knows it: made without date and place, since these
    /// are what is most often corrected.
    pub(crate) id: String,
    pub(crate) attestation: Attestation<'static>,
    /// The event with a name that it is.
    pub(crate) mechanism: Option<u32>,
    /// The number of the session, or 0.
    pub(crate) session: u32,
    pub(crate) outcomes: Vec<Outcome>,
    /// What the publisher calls the meeting; mostly empty.
    pub(crate) title: String,
    /// Ids under which the world knew it.
    pub(crate) former: Vec<String>,
}

/// The meetings of a report. What no sentence proves is not among them.
pub(crate) fn told(
    document: u32,
    meetings: &[entente_analysis::Meeting],
    names: &[NameEntity],
    authority: &Authority,
) -> Vec<Told> {
    let mut taken = BTreeSet::new();
    let proven = meetings.iter().filter(|meeting| !meeting.evidence.is_empty());
    let mut all: Vec<Told> = proven.map(|meeting| Told::of(document, meeting)).collect();
    for told in &mut all {
        told.id = free(&told.plain_id(names, authority), |id| taken.contains(id));
        taken.insert(told.id.clone());
    }
    all
}

impl Told {
    fn of(document: u32, meeting: &entente_analysis::Meeting) -> Self {
        let entente_analysis::Meeting { kind, status, date, place, .. } = meeting;
        let numbers = meeting.participants.iter().map(|&number| number as u32);
        let mut evidence: Vec<Span> = meeting.evidence.iter().map(|&found| span(found)).collect();
        evidence.sort_unstable();
        let outcome = |told: &entente_analysis::Outcome| Outcome {
            act: told.act,
            agreement: told.agreement.map(|number| number as u32),
            passage: Passage { document, span: span(told.span) },
        };
        let words = |found: Option<entente_analysis::Span>| found.map(span).unwrap_or_default();
        let attestation = Attestation {
            document,
            kind: *kind,
            status: *status,
            date: date.map(|date| date.period),
            date_provenance: date.map_or(DateProvenance::Unknown, |date| date.provenance),
            date_span: words(date.and_then(|date| date.span)),
            place: place.as_ref().map_or_else(Place::default, place_of),
            place_span: words(place.as_ref().and_then(|place| place.span)),
            participants: numbers.collect(),
            evidence,
            reason: "".into(),
        };
        Self {
            id: String::new(),
            attestation,
            mechanism: meeting.event.map(|number| number as u32),
            session: u32::try_from(meeting.session).unwrap_or_default(),
            outcomes: meeting.outcomes.iter().map(outcome).collect(),
            title: String::new(),
            former: Vec::new(),
        }
    }

    /// The id that it has if no other meeting of the report has it.
    fn plain_id(&self, names: &[NameEntity], authority: &Authority) -> String {
        let id = |number: &u32| {
            let name = names.get(*number as usize);
            let record = name.and_then(|name| authority.records().get(name.record?));
            record.map_or_else(
                || name.map(|name| slug(&name.name)).unwrap_or_default(),
                |record| record.id.clone(),
            )
        };
        made_of(self.attestation.kind, self.mechanism.map(|number| id(&number)), || {
            self.attestation.participants.iter().map(id).collect()
        })
    }

    /// The same with other numbers; who has two of the old and one of the new is once in it.
    pub(crate) fn renumbered(mut self, number: impl Fn(u32) -> u32) -> Self {
        self.attestation = renumbered(self.attestation, &number);
        self.mechanism = self.mechanism.map(&number);
        for outcome in &mut self.outcomes {
            outcome.agreement = outcome.agreement.map(&number);
        }
        self
    }
}

/// What a report tells of a meeting, with other numbers.
pub(crate) fn renumbered(
    mut told: Attestation<'static>,
    number: impl Fn(u32) -> u32,
) -> Attestation<'static> {
    let mut seen = BTreeSet::new();
    told.participants = told.participants.iter().map(|&old| number(old)).collect();
    told.participants.retain(|&new| seen.insert(new));
    told.place.entity = told.place.entity.map(&number);
    told
}

/// The ids of the meetings of a report, by their places among those that were found; none of what
/// no sentence proves.
pub(crate) fn ids(meetings: &[entente_analysis::Meeting], told: &[Told]) -> Vec<Option<String>> {
    let mut told = told.iter().map(|told| told.id.clone());
    let id = |meeting: &entente_analysis::Meeting| match meeting.evidence.is_empty() {
        true => None,
        false => told.next(),
    };
    meetings.iter().map(id).collect()
}

/// So many of those who took part stand in an id.
const IN_AN_ID: usize = 4;

/// An id of a meeting: that of the mechanism, else its kind and who took part.
fn made_of(
    kind: MeetingKind,
    mechanism: Option<String>,
    participants: impl FnOnce() -> Vec<String>,
) -> String {
    mechanism.unwrap_or_else(|| {
        let people = participants().into_iter().filter(|id| !id.is_empty()).take(IN_AN_ID);
        let parts: Vec<String> = std::iter::once(kind.as_str().to_owned()).chain(people).collect();
        parts.join("-")
    })
}

/// An id, with a number behind it if it is taken.
pub(crate) fn free(plain: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n| format!("{plain}-{n}"));
    let mut ids = std::iter::once(plain.to_owned()).chain(numbered);
    ids.find(|id| !taken(id)).unwrap_or_default()
}

fn place_of(place: &entente_analysis::Where) -> Place<'static> {
    Place {
        words: place.words.clone().into(),
        entity: place.name.map(|number| number as u32),
        precision: place.precision,
        country: place.country.clone().into(),
        provenance: place.provenance,
    }
}

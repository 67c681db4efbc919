//! The promises of a corpus, from those of its reports.
//!
//! In the order of the work:
//! - [`Told`]: a promise as one report tells it
//! - `world`: the meetings that may keep one, and the papers told to be signed
//! - `keep`: which of them keeps it
//! - `merge`: what several reports make known of one promise, and the id under which the world
//!   knows it

mod keep;
mod merge;
#[cfg(test)]
mod tests;
mod world;

use crate::analysed::span;
use crate::meetings;
use entente_analysis::{NameEntity, Promise, SignedPaper};
use entente_archive::{Attestation, Passage};
use entente_calendar::Period;
use entente_model::{Act, MeetingKind, PromiseKind};
use std::collections::BTreeSet;

pub(crate) use keep::keep;
pub(crate) use merge::merge;
pub(crate) use world::World;

/// A promise as one report tells it. Its numbers are those of the names of the report, and once
/// the reports are put together those of the entities of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) kind: PromiseKind,
    pub(crate) who: Vec<u32>,
    pub(crate) to: Vec<u32>,
    pub(crate) what: Passage,
    pub(crate) agreement: Option<u32>,
    /// The event with a name that is to be attended or held.
    pub(crate) mechanism: Option<u32>,
    /// The kind of the meeting that is to be attended or held, where another of the kind would be
    /// it.
    pub(crate) meeting: Option<MeetingKind>,
    pub(crate) country: String,
    /// When it was told.
    pub(crate) date: Option<Period>,
    /// What the report tells of the meeting at which it was told.
    pub(crate) occasion: Option<Attestation<'static>>,
    pub(crate) evidence: Vec<Passage>,
}

/// A paper of which a report says that it has been signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signed {
    pub(crate) agreement: u32,
    /// The day of the report.
    pub(crate) date: Option<Period>,
    /// When it was signed, where that is told.
    pub(crate) on: Option<Period>,
    pub(crate) passage: Passage,
}

/// The promises of a report. `ids` are those of its meetings as they were found, and `meetings`
/// what a review has left of them: who took part, and whether it was one at all.
pub(crate) fn told(
    document: u32,
    promises: &[Promise],
    names: &[NameEntity],
    ids: &[Option<String>],
    meetings: &[meetings::Told],
) -> Vec<Told> {
    let occasion = |promise: &Promise| {
        let id = ids.get(promise.occasion?)?.as_ref()?;
        meetings.iter().find(|told| told.id == *id).map(|told| &told.attestation)
    };
    let proven = promises.iter().filter(|promise| !promise.evidence.is_empty());
    proven.map(|promise| Told::new(document, promise, names, occasion(promise))).collect()
}

/// The papers that a report of a day says to be signed.
pub(crate) fn signed(document: u32, date: Option<Period>, papers: &[SignedPaper]) -> Vec<Signed> {
    let one = |paper: &SignedPaper| Signed {
        agreement: paper.agreement as u32,
        date,
        on: paper.date,
        passage: Passage { document, span: span(paper.evidence) },
    };
    papers.iter().filter(|paper| paper.act == Act::Signed).map(one).collect()
}

impl Told {
    fn new(
        document: u32,
        promise: &Promise,
        names: &[NameEntity],
        occasion: Option<&Attestation<'static>>,
    ) -> Self {
        let numbers =
            |all: &[usize]| -> Vec<u32> { all.iter().map(|&number| number as u32).collect() };
        let (mut who, mut to) = (numbers(&promise.who), numbers(&promise.to));
        let met = occasion.map(|told| told.participants.as_slice()).unwrap_or_default();
        let land = |one: u32| names.get(one as usize).map_or("", |name| name.country.as_str());
        // Those who met and do not stand for the country of one of these.
        let others = |these: &[u32]| -> Vec<u32> {
            let ours = |one: u32| {
                let same = |&other: &u32| !land(one).is_empty() && land(one) == land(other);
                these.contains(&one) || these.iter().any(same)
            };
            met.iter().copied().filter(|&one| !ours(one)).collect()
        };
        if promise.who_met && !met.is_empty() {
            who = others(&to);
        }
        if promise.to_met && !met.is_empty() {
            to = others(&who);
        }
        let passage = |found| Passage { document, span: span(found) };
        // A day that the publisher has corrected holds for what was told on it.
        let reviewed = occasion.and_then(|told| told.date).filter(|_| promise.dated_by_meeting);
        Self {
            kind: promise.kind,
            who,
            to,
            what: passage(promise.what),
            agreement: promise.agreement.map(|number| number as u32),
            mechanism: promise.event.map(|number| number as u32),
            meeting: promise.meeting,
            country: promise.country.clone(),
            date: reviewed.or(promise.date),
            occasion: occasion.cloned(),
            evidence: promise.evidence.iter().map(|&found| passage(found)).collect(),
        }
    }

    /// The same with other numbers; who has two of the old and one of the new is once in it.
    pub(crate) fn renumbered(mut self, number: impl Fn(u32) -> u32) -> Self {
        for all in [&mut self.who, &mut self.to] {
            let mut seen = BTreeSet::new();
            *all = all.iter().map(|&old| number(old)).filter(|&new| seen.insert(new)).collect();
        }
        self.to.retain(|one| !self.who.contains(one));
        self.agreement = self.agreement.map(&number);
        self.mechanism = self.mechanism.map(&number);
        self.occasion = self.occasion.map(|told| meetings::renumbered(told, &number));
        self
    }
}

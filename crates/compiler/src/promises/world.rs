//! What may keep a promise: the meetings that were held, in the order of their days, by who took
//! part, by their mechanism and by what was signed; and papers that are told to be signed.

use super::Signed;
use crate::meetings::Told as ToldMeeting;
use entente_analysis::NameEntity;
use entente_archive::{Attestation, Entity, Meeting, Outcome, Passage};
use entente_calendar::Period;
use entente_model::{Act, MeetingKind, Span, Status};
use std::collections::BTreeMap;

/// What is known of names, by their numbers: those of a report, or the entities of a corpus.
pub(crate) trait Names {
    /// The code of the country; empty where not known.
    fn country(&self, number: u32) -> &str;
    /// Whether it is named in a passage.
    fn is_named_in(&self, number: u32, passage: Passage) -> bool;
}

impl Names for [Entity<'_>] {
    fn country(&self, number: u32) -> &str {
        self.get(number as usize).map_or("", |entity| &entity.country)
    }

    fn is_named_in(&self, number: u32, passage: Passage) -> bool {
        let inside =
            |found: Passage| found.document == passage.document && holds(passage.span, found.span);
        self.get(number as usize).is_some_and(|entity| entity.mentions.iter().any(inside))
    }
}

impl Names for [NameEntity] {
    fn country(&self, number: u32) -> &str {
        self.get(number as usize).map_or("", |name| &name.country)
    }

    fn is_named_in(&self, number: u32, passage: Passage) -> bool {
        let inside = |&found: &_| holds(passage.span, crate::analysed::span(found));
        self.get(number as usize).is_some_and(|name| name.mentions.iter().any(inside))
    }
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// A meeting that took place.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// Its number among those of the corpus, or of the report.
    pub(super) number: u32,
    pub(super) kind: MeetingKind,
    pub(super) date: Option<Period>,
    pub(super) country: String,
    pub(super) participants: Vec<u32>,
    mechanism: Option<u32>,
    /// The papers signed, and the words that tell it.
    pub(super) signed: Vec<(u32, Passage)>,
    /// The sentences of the reports that tell of it as held.
    pub(super) evidence: Vec<Passage>,
}

/// All that may keep a promise.
pub(crate) struct World<'n, N: ?Sized> {
    pub(super) names: &'n N,
    /// In the order of their first days, undated ones last; of one day the visits first.
    held: Vec<Held>,
    by_person: BTreeMap<u32, Vec<usize>>,
    by_mechanism: BTreeMap<u32, Vec<usize>>,
    by_agreement: BTreeMap<u32, Vec<usize>>,
    papers: BTreeMap<u32, Vec<Signed>>,
}

impl<'n> World<'n, [Entity<'n>]> {
    /// The meetings of a corpus.
    pub(crate) fn of_corpus(
        meetings: &[Meeting<'_>],
        signed: Vec<Signed>,
        names: &'n [Entity<'n>],
    ) -> Self {
        let held = |(number, meeting): (usize, &Meeting<'_>)| {
            (meeting.status != Status::Planned).then(|| Held {
                number: number as u32,
                kind: meeting.kind,
                date: meeting.date,
                country: meeting.place.country.to_string(),
                participants: meeting.participants.clone(),
                mechanism: meeting.mechanism,
                signed: papers(&meeting.outcomes),
                evidence: meeting.attestations.iter().flat_map(evidence).collect(),
            })
        };
        Self::new(meetings.iter().enumerate().filter_map(held).collect(), signed, names)
    }
}

impl<'n> World<'n, [NameEntity]> {
    /// The meetings of one report.
    pub(crate) fn of_report(
        meetings: &[ToldMeeting],
        signed: Vec<Signed>,
        names: &'n [NameEntity],
    ) -> Self {
        let held = |(number, told): (usize, &ToldMeeting)| {
            let ToldMeeting { attestation, mechanism, outcomes, .. } = told;
            (attestation.status != Status::Planned).then(|| Held {
                number: number as u32,
                kind: attestation.kind,
                date: attestation.date,
                country: attestation.place.country.to_string(),
                participants: attestation.participants.clone(),
                mechanism: *mechanism,
                signed: papers(outcomes),
                evidence: evidence(attestation),
            })
        };
        Self::new(meetings.iter().enumerate().filter_map(held).collect(), signed, names)
    }
}

/// The papers that came signed of a meeting.
fn papers(outcomes: &[Outcome]) -> Vec<(u32, Passage)> {
    let signed = outcomes.iter().filter(|outcome| outcome.act == Act::Signed);
    signed.filter_map(|outcome| Some((outcome.agreement?, outcome.passage))).collect()
}

/// The sentences of a report that tells of a meeting as held.
fn evidence(told: &Attestation<'_>) -> Vec<Passage> {
    let held = told.evidence.iter().filter(|_| told.status != Status::Planned);
    held.map(|&span| Passage { document: told.document, span }).collect()
}

impl<'n, N: Names + ?Sized> World<'n, N> {
    fn new(mut held: Vec<Held>, signed: Vec<Signed>, names: &'n N) -> Self {
        held.sort_by_key(|held| {
            let first = held.date.map_or(i32::MAX, |date| date.first_day().0);
            (first, held.kind != MeetingKind::Visit, held.number)
        });
        let mut world = Self {
            names,
            held: Vec::new(),
            by_person: BTreeMap::new(),
            by_mechanism: BTreeMap::new(),
            by_agreement: BTreeMap::new(),
            papers: BTreeMap::new(),
        };
        for (at, one) in held.iter().enumerate() {
            for &person in &one.participants {
                world.by_person.entry(person).or_default().push(at);
            }
            if let Some(mechanism) = one.mechanism {
                world.by_mechanism.entry(mechanism).or_default().push(at);
            }
            for &(agreement, _) in &one.signed {
                world.by_agreement.entry(agreement).or_default().push(at);
            }
        }
        for paper in signed {
            world.papers.entry(paper.agreement).or_default().push(paper);
        }
        Self { held, ..world }
    }

    /// The meetings at which a paper was signed, the first one first, undated ones last.
    pub(super) fn signing(&self, agreement: u32) -> impl Iterator<Item = &Held> {
        self.by_agreement.get(&agreement).into_iter().flatten().map(|&at| &self.held[at])
    }

    /// The reports that say of a paper that it was signed.
    pub(super) fn papers(&self, agreement: u32) -> &[Signed] {
        self.papers.get(&agreement).map_or(&[], Vec::as_slice)
    }

    /// The sessions of a mechanism from a day on, the first one first.
    pub(super) fn sessions(&self, mechanism: u32, from: i32) -> impl Iterator<Item = &Held> {
        self.since(self.by_mechanism.get(&mechanism), from)
    }

    /// The meetings in which somebody took part from a day on, the first one first.
    pub(super) fn meetings_of(&self, person: u32, from: i32) -> impl Iterator<Item = &Held> {
        self.since(self.by_person.get(&person), from)
    }

    /// Those of a list that begin on a day or later.
    fn since(&self, list: Option<&Vec<usize>>, from: i32) -> impl Iterator<Item = &Held> {
        let list = list.map_or(&[][..], Vec::as_slice);
        let first = |at: usize| self.held[at].date.map_or(i32::MAX, |date| date.first_day().0);
        let start = list.partition_point(|&at| first(at) < from);
        let dated = list[start..].iter().map(|&at| &self.held[at]);
        dated.take_while(|held| held.date.is_some())
    }
}

//! What several reports make known of one meeting.
//!
//! Each value is the best that any of them tells: what the publisher has reviewed, then what
//! words tell before what follows from elsewhere, then what took place before what was to
//! come, then the more exact. What differs is not lost: each report keeps its version.
//!
//! A meeting that one report plans and another mentions has taken place.

use super::cluster::groups;
use super::merge_key::Days;
use super::{Told, free, made_of};
use entente_archive::{Attestation, Entity, Meeting, Outcome, Position};
use entente_calendar::Period;
use entente_model::{Act, DateProvenance, MeetingKind, PlaceProvenance, Status};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The meetings of a corpus, in the order of their ids. Numbers are those of its entities.
pub(crate) fn merge(told: Vec<Told>, entities: &[Entity<'_>]) -> Vec<Meeting<'static>> {
    let groups = kept(groups(&told), &told);
    let mut told: Vec<Option<Told>> = told.into_iter().map(Some).collect();
    let mut take = |group: Vec<usize>| group.into_iter().filter_map(|n| told[n].take()).collect();
    let mut meetings: Vec<Meeting<'static>> =
        groups.into_iter().map(|group| meeting(take(group))).collect();
    name(&mut meetings, entities);
    meetings.sort_by(|a, b| a.id.cmp(&b.id));
    meetings
}

/// What was to be signed was signed at a meeting of which another report tells: the same paper, and days
/// that fit. So the two are one, even where the first report tells of the meeting itself, too.
fn kept(mut groups: Vec<Vec<usize>>, told: &[Told]) -> Vec<Vec<usize>> {
    let signed = |told: &Told| {
        let papers = told.outcomes.iter().filter(|outcome| outcome.act == Act::Signed);
        papers.filter_map(|outcome| outcome.agreement).collect::<Vec<_>>()
    };
    let mut held = BTreeMap::<u32, Vec<(Days, usize)>>::new();
    for (group, members) in groups.iter().enumerate() {
        let members = members.iter().map(|&number| &told[number]);
        for told in members.filter(|told| told.attestation.status == Status::Held) {
            for paper in signed(told) {
                let days = Days::new(told).map(|days| (days, group));
                held.entry(paper).or_default().extend(days);
            }
        }
    }
    for group in 0..groups.len() {
        let mut members = groups[group].iter().map(|&number| &told[number]);
        let only_planned = members.clone().all(|told| {
            told.attestation.kind == MeetingKind::Signing
                && told.attestation.status == Status::Planned
        });
        let at = members.find_map(|told| {
            let days = Days::new(told)?;
            let meetings = signed(told).into_iter().filter_map(|paper| held.get(&paper)).flatten();
            meetings.filter(|(other, _)| days.both(*other).is_some()).map(|&(_, at)| at).min()
        });
        if let Some(at) = at.filter(|&at| only_planned && at != group) {
            let members = std::mem::take(&mut groups[group]);
            groups[at].extend(members);
        }
    }
    groups.retain(|members| !members.is_empty());
    groups
}

/// The meeting of which these tell, still without an id.
fn meeting(mut all: Vec<Told>) -> Meeting<'static> {
    all.sort_by_key(|told| (rank(&told.attestation), told.attestation.document));
    let status = all.first().map_or(Status::Held, |told| told.attestation.status);
    let each = || all.iter().map(|told| &told.attestation);
    let dated = each().filter(|told| told.date.is_some()).min_by_key(|told| date_worth(told));
    let somewhere = |told: &&Attestation| told.place.provenance != PlaceProvenance::Unknown;
    let placed = each().filter(somewhere).min_by_key(|told| place_worth(told));
    let kind = |told: &Attestation, named: bool| (!named, rank(told), told.kind);
    let kind = all.iter().min_by_key(|told| kind(&told.attestation, told.mechanism.is_some()));
    let title = all.iter().map(|told| &told.title).find(|title| !title.is_empty());
    // Who was expected need not have come, and what was to be signed need not have been.
    let real =
        |told: &&Told| status == Status::Planned || told.attestation.status != Status::Planned;
    let people = all.iter().filter(real).flat_map(|told| &told.attestation.participants);
    Meeting {
        id: "".into(),
        former: once(all.iter().flat_map(|told| &told.former)),
        title: title.cloned().unwrap_or_default().into(),
        kind: kind.map_or(MeetingKind::Meeting, |told| told.attestation.kind),
        status,
        date: dated.and_then(|told| told.date),
        date_provenance: dated.map_or(DateProvenance::Unknown, |told| told.date_provenance),
        place: placed.map(|told| told.place.clone()).unwrap_or_default(),
        position: Position::default(),
        mechanism: all.iter().find_map(|told| told.mechanism),
        session: all.iter().map(|told| told.session).max().unwrap_or_default(),
        visit: None,
        within: Vec::new(),
        participants: once(people),
        outcomes: outcomes(all.iter().filter(real).flat_map(|told| &told.outcomes)),
        attestations: by_document(all),
    }
}

/// What each report tells; of one that tells of talks and of what is signed at them, the talks with
/// the sentences of both.
fn by_document(mut all: Vec<Told>) -> Vec<Attestation<'static>> {
    let signing = |told: &Told| told.attestation.kind == MeetingKind::Signing;
    all.sort_by_key(|told| (told.attestation.document, signing(told)));
    let mut attestations: Vec<Attestation<'static>> = Vec::new();
    for told in all.into_iter().map(|told| told.attestation) {
        match attestations.last_mut() {
            Some(last) if last.document == told.document => {
                last.evidence.extend(told.evidence);
                last.evidence.sort_unstable();
                last.evidence.dedup();
            }
            _ => attestations.push(told),
        }
    }
    attestations
}

/// What was held, then what is mentioned, then what is to come.
const fn rank(told: &Attestation) -> u8 {
    match told.status {
        Status::Held => 0,
        Status::Mentioned => 1,
        Status::Planned => 2,
    }
}

/// The lower, the better the date; of equals the first report's is taken.
fn date_worth(told: &Attestation) -> impl Ord + use<> {
    let concluded = match told.date_provenance {
        DateProvenance::Reviewed => 0,
        DateProvenance::Stated | DateProvenance::Relative => 1,
        DateProvenance::SameEvent => 2,
        DateProvenance::Publication | DateProvenance::Unknown => 3,
    };
    let planned = told.status == Status::Planned;
    let precision = told.date.map(|date| Reverse(date.start().precision()));
    (concluded, planned, precision, rank(told), told.date_provenance, told.document)
}

/// The lower, the better the place; of equals the first report's is taken.
fn place_worth(told: &Attestation) -> impl Ord + use<> {
    let concluded = match told.place.provenance {
        PlaceProvenance::Reviewed => 0,
        PlaceProvenance::Stated => 1,
        _ => 2,
    };
    let planned = told.status == Status::Planned;
    (concluded, planned, told.place.precision, rank(told), told.place.provenance, told.document)
}

/// Each once, in the order of the first.
fn once<'a, T: Clone + Ord + 'a>(all: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.filter(|one| seen.insert((*one).clone())).cloned().collect()
}

/// An agreement is signed once, whoever tells it.
fn outcomes<'a>(all: impl Iterator<Item = &'a Outcome>) -> Vec<Outcome> {
    let mut seen = BTreeSet::new();
    let new = |outcome: &&Outcome| match outcome.agreement {
        Some(agreement) => seen.insert((outcome.act, Ok(agreement))),
        None => seen.insert((outcome.act, Err(outcome.passage))),
    };
    all.filter(new).copied().collect()
}

/// Gives each meeting the id under which the world knows it: the date as far as known, then
/// the mechanism or the kind and who took part. Ids that a meeting had are for no other.
fn name(meetings: &mut [Meeting], entities: &[Entity]) {
    let id = |number: &u32| entities.get(*number as usize).map(|entity| entity.id.to_string());
    let mut taken = BTreeMap::new();
    for (number, meeting) in meetings.iter().enumerate() {
        taken.extend(meeting.former.iter().map(|former| (former.clone(), number)));
    }
    let mut order: Vec<usize> = (0..meetings.len()).collect();
    let first = |told: &Attestation| (told.document, told.evidence.first().copied());
    order.sort_by_key(|&number| meetings[number].attestations.first().map(first));
    for number in order {
        let meeting = &mut meetings[number];
        let people = || meeting.participants.iter().filter_map(id).collect();
        let mechanism = meeting.mechanism.as_ref().and_then(id);
        let name = made_of(meeting.kind, mechanism, people);
        let plain = match meeting.date.map(Period::start) {
            Some(date) => format!("{date}-{name}"),
            None => name,
        };
        let id = free(&plain, |id| taken.get(id).is_some_and(|&other| other != number));
        meeting.former.retain(|former| *former != id);
        taken.insert(id.clone(), number);
        meeting.id = id.into();
    }
}

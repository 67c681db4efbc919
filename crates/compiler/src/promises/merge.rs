//! What several reports make known of one promise.
//!
//! Two are one where they are of one kind and about the same (the paper, the event, the country of
//! a visit), somebody is in both, and the same has kept them or nothing has: an invitation that is
//! made again once it was accepted is another one.

use super::world::World;
use super::{Told, keep};
use crate::meetings::free;
use entente_archive::{Attestation, Entity, Keeper, Kept, Meeting, Promise};
use entente_model::{MeetingKind, PromiseKind};
use std::collections::{BTreeMap, BTreeSet};

/// With as many others about the same is each compared.
const COMPARED: usize = 100;
/// So many of those who promise, or to whom, stand in an id.
const IN_AN_ID: usize = 2;

/// About what a promise is, and what has kept it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: PromiseKind,
    target: Target,
    kept: Option<Keeper>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Agreement(u32),
    Event(u32),
    Visit(String),
}

/// The promises of a corpus, in the order of their ids. Numbers are those of its entities and
/// meetings.
pub(crate) fn merge<'n>(
    mut told: Vec<Told>,
    meetings: &[Meeting<'_>],
    world: &World<'n, [Entity<'n>]>,
) -> Vec<Promise<'static>> {
    told.sort_by_key(|one| {
        let first = one.date.map_or(i32::MAX, |date| date.first_day().0);
        (first, one.evidence.first().copied(), one.what)
    });
    let occasions = by_document(meetings);
    let mut all: Vec<Promise<'static>> = Vec::new();
    let mut same: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for one in told {
        let kept = keep(&one, world);
        let key = target(&one).map(|target| Key {
            kind: one.kind,
            target,
            kept: kept.as_ref().map(|kept| kept.by),
        });
        let known = key.as_ref().and_then(|key| same.get(key));
        let known = known.into_iter().flatten().rev().take(COMPARED);
        let number = { known }.copied().find(|&number| fits(&all[number], &one));
        if let Some(number) = number {
            join(&mut all[number], one, &occasions, meetings);
            continue;
        }
        if let Some(key) = key {
            same.entry(key).or_default().push(all.len());
        }
        all.push(promise(one, kept, &occasions, meetings));
    }
    name(&mut all, world.names);
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// About what a promise is, where that can be compared.
fn target(told: &Told) -> Option<Target> {
    match (told.agreement, told.mechanism) {
        (Some(agreement), _) => Some(Target::Agreement(agreement)),
        (None, Some(event)) => Some(Target::Event(event)),
        (None, None) => {
            let visit = told.meeting == Some(MeetingKind::Visit) && !told.country.is_empty();
            visit.then(|| Target::Visit(told.country.clone()))
        }
    }
}

/// Whether somebody is in both: of a paper with a name nobody need be.
fn fits(promise: &Promise<'_>, told: &Told) -> bool {
    let shared = |one: &[u32], other: &[u32]| one.iter().any(|who| other.contains(who));
    let either =
        |one: &[u32], other: &[u32]| one.is_empty() || other.is_empty() || shared(one, other);
    match promise.kind {
        PromiseKind::Agreement => true,
        // Whoever brings it: the ambassador, the ministry, the minister.
        PromiseKind::Invitation => shared(&promise.to, &told.to),
        PromiseKind::Meeting => shared(&promise.who, &told.who) && either(&promise.to, &told.to),
    }
}

fn promise(
    told: Told,
    kept: Option<Kept>,
    occasions: &Occasions,
    meetings: &[Meeting<'_>],
) -> Promise<'static> {
    let meeting = told.occasion.as_ref().and_then(|one| occasion(one, occasions, meetings));
    Promise {
        id: "".into(),
        kind: told.kind,
        who: told.who,
        to: told.to,
        what: told.what,
        agreement: told.agreement,
        mechanism: told.mechanism,
        country: told.country.into(),
        date: told.date,
        meeting,
        evidence: told.evidence,
        kept,
    }
}

/// Adds what a later report tells.
fn join(
    promise: &mut Promise<'static>,
    told: Told,
    occasions: &Occasions,
    meetings: &[Meeting<'_>],
) {
    promise.meeting = promise
        .meeting
        .or_else(|| told.occasion.as_ref().and_then(|one| occasion(one, occasions, meetings)));
    let add = |all: &mut Vec<u32>, more: Vec<u32>, others: &[u32]| {
        for one in more {
            if !all.contains(&one) && !others.contains(&one) {
                all.push(one);
            }
        }
    };
    let to = promise.to.clone();
    add(&mut promise.who, told.who, &to);
    let who = promise.who.clone();
    add(&mut promise.to, told.to, &who);
    promise.evidence.extend(told.evidence);
    promise.evidence.sort_unstable();
    promise.evidence.dedup();
}

/// The meetings of which each document tells.
type Occasions = BTreeMap<u32, Vec<usize>>;

fn by_document(meetings: &[Meeting<'_>]) -> Occasions {
    let mut all = Occasions::new();
    for (number, meeting) in meetings.iter().enumerate() {
        for told in &meeting.attestations {
            all.entry(told.document).or_default().push(number);
        }
    }
    all
}

/// The number of the meeting of which a report tells this.
fn occasion(
    told: &Attestation<'_>,
    occasions: &Occasions,
    meetings: &[Meeting<'_>],
) -> Option<u32> {
    let numbers = occasions.get(&told.document)?;
    let tells = |&&number: &&usize| meetings[number].attestations.contains(told);
    numbers.iter().find(tells).map(|&number| number as u32)
}

/// Gives each promise an id: the date, its kind, and the paper or the event, else those who promise
/// and to whom.
fn name(promises: &mut [Promise<'_>], entities: &[Entity<'_>]) {
    let mut taken = BTreeSet::new();
    for promise in promises {
        let id = |number: u32| entities.get(number as usize).map(|entity| entity.id.to_string());
        let people = |all: &[u32]| -> Vec<String> {
            all.iter().take(IN_AN_ID).filter_map(|&one| id(one)).collect()
        };
        let date = promise.date.map(|date| date.start().to_string());
        let kind = [promise.kind.as_str().to_owned()];
        let about = match (promise.agreement, promise.mechanism) {
            (Some(paper), _) => id(paper).into_iter().collect(),
            (None, Some(event)) if promise.kind == PromiseKind::Meeting => {
                id(event).into_iter().collect()
            }
            _ => [people(&promise.who), people(&promise.to)].concat(),
        };
        let parts: Vec<String> = date.into_iter().chain(kind).chain(about).collect();
        let plain = parts.join("-");
        let id = free(&plain, |id| taken.contains(id));
        taken.insert(id.clone());
        promise.id = id.into();
    }
}

//! Which meetings were part of a visit.
//!
//! A visit of known days to a country holds what its travellers did there on those days. Whoever
//! came with them counts as well: somebody else of their country, in a meeting of which a report
//! tells that also tells of the visit. Of several visits the longest counts, since within a stay
//! people also visit one house or another.

use entente_archive::{Entity, Meeting};
use entente_calendar::{Day, Period, Precision};
use entente_model::{EntityKind, MeetingKind};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A longer stay, in days, is no visit within which something could be said to be.
const LONGEST: i32 = 62;

/// A visit of which host and days are known.
struct Visit {
    number: u32,
    first: Day,
    last: Day,
    /// Numbers of the people who came.
    travellers: BTreeSet<u32>,
    /// Their countries.
    countries: BTreeSet<String>,
    /// Numbers of the documents that tell of it.
    documents: BTreeSet<u32>,
}

/// Tells each meeting the visit during which it was.
pub(crate) fn settle_visits(meetings: &mut [Meeting<'_>], entities: &[Entity<'_>]) {
    let mut by_host: BTreeMap<String, Vec<Visit>> = BTreeMap::new();
    for (number, meeting) in (0..).zip(&*meetings) {
        if let Some(visit) = visit(number, meeting, entities) {
            by_host.entry(meeting.place.country.to_string()).or_default().push(visit);
        }
    }
    for visits in by_host.values_mut() {
        visits.sort_by_key(|visit| (visit.first, visit.number));
    }
    for meeting in meetings {
        let visits = by_host.get(&*meeting.place.country);
        meeting.visit = visits.and_then(|visits| around(meeting, entities, visits));
    }
}

fn visit(number: u32, meeting: &Meeting<'_>, entities: &[Entity<'_>]) -> Option<Visit> {
    let (first, last) = days(meeting.date?)?;
    let host = &*meeting.place.country;
    if meeting.kind != MeetingKind::Visit || host.is_empty() || last.0 - first.0 > LONGEST {
        return None;
    }
    let guests = guests(meeting, entities);
    let is_person = |number: &u32| entities[*number as usize].kind == EntityKind::Person;
    let travellers: BTreeSet<u32> = guests.into_iter().filter(is_person).collect();
    let countries = countries(&travellers, entities);
    (!travellers.is_empty()).then(|| Visit {
        number,
        first,
        last,
        travellers,
        countries,
        documents: documents(meeting),
    })
}

/// The visit during which a meeting was, among those to its country, which are in the order of
/// their first days.
fn around(meeting: &Meeting<'_>, entities: &[Entity<'_>], visits: &[Visit]) -> Option<u32> {
    let (first, last) = days(meeting.date?)?;
    if meeting.kind == MeetingKind::Call {
        return None;
    }
    let (guests, documents) = (guests(meeting, entities), documents(meeting));
    let theirs = countries(&guests, entities);
    let is_part = |visit: &&Visit| {
        let shorter = last.0 - first.0 < visit.last.0 - visit.first.0;
        let holds = visit.first <= first && last <= visit.last;
        let came_with_them = !documents.is_disjoint(&visit.documents)
            && (guests.is_empty() || !theirs.is_disjoint(&visit.countries));
        holds
            && (meeting.kind != MeetingKind::Visit || shorter)
            && (!guests.is_disjoint(&visit.travellers) || came_with_them)
    };
    let from = visits.partition_point(|visit| visit.first.0 < first.0 - LONGEST);
    let to = visits.partition_point(|visit| visit.first <= first);
    let found = visits[from..to].iter().filter(is_part);
    let rank = |visit: &&Visit| {
        let travels = !guests.is_disjoint(&visit.travellers);
        (travels, visit.last.0 - visit.first.0, Reverse(visit.number))
    };
    found.max_by_key(rank).map(|visit| visit.number)
}

/// The first and the last day, where both are told as days.
fn days(date: Period) -> Option<(Day, Day)> {
    let exact = [date.start(), date.end()].iter().all(|day| day.precision() == Precision::Day);
    exact.then(|| (date.first_day(), date.last_day()))
}

/// Numbers of those who took part and are not of the country in which it was.
fn guests(meeting: &Meeting<'_>, entities: &[Entity<'_>]) -> BTreeSet<u32> {
    let host = &meeting.place.country;
    let all = meeting.participants.iter().copied();
    all.filter(|&number| entities[number as usize].country != *host).collect()
}

fn countries(numbers: &BTreeSet<u32>, entities: &[Entity<'_>]) -> BTreeSet<String> {
    let countries = numbers.iter().map(|&number| entities[number as usize].country.to_string());
    countries.filter(|country| !country.is_empty()).collect()
}

fn documents(meeting: &Meeting<'_>) -> BTreeSet<u32> {
    meeting.attestations.iter().map(|told| told.document).collect()
}

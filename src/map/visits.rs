//! Who came from where: meetings abroad put together as visits, each with its travellers.
//!
//! Reports tell who met and where, and seldom how they travelled. So where a visit begins is
//! inferred, and the map says so: it is the capital of those who came.

use super::spots::{Spot, degrees};
use crate::sides;
use crate::state::AppState;
use crate::thread::short_name;
use entente_archive::MeetingRef;
use entente_calendar::Period;
use entente_charts::map::Visit;
use entente_model::order::in_order;
use entente_model::{EntityKind, MeetingKind, Status};

/// So many days between two meetings are no way home and back.
const STAY: i32 = 3;
/// What is told to have lasted longer has no exact days.
const LONGEST: i32 = 14;
/// So many visits before a meeting may be the one that it belongs to.
const BACK: usize = 40;
/// Of more visits all from one country to one place are one arc.
const MOST: usize = 40;
/// So many names along an arc.
const NAMES: usize = 2;

/// Meetings in one country by people of another.
struct Trip {
    /// ISO 3166-1 alpha-2.
    from: &'static str,
    to: &'static str,
    /// The meeting that is the visit as a whole.
    visit: Option<usize>,
    date: Option<Period>,
    status: Status,
    /// People of the country that they came from, by their numbers.
    people: Vec<usize>,
    /// The best place, by its place among the spots.
    spot: usize,
    meetings: Vec<usize>,
    /// How many trips it stands for.
    count: usize,
}

/// The visits to these spots, the oldest first.
pub(super) fn visits(state: AppState, spots: &[Spot]) -> Vec<Visit> {
    let archive = state.archive();
    let at = spots
        .iter()
        .enumerate()
        .flat_map(|(spot, one)| one.meetings.iter().map(move |&it| (it, spot)));
    let placed: Vec<(MeetingRef<'static>, usize)> =
        at.filter_map(|(number, spot)| Some((archive.meeting(number)?, spot))).collect();
    let key = |(meeting, _): &(MeetingRef<'static>, usize)| {
        let [first, last] = meeting.date_order();
        [first, last, meeting.number as u32]
    };
    let mut trips: Vec<Trip> = Vec::new();
    for (meeting, spot) in &in_order(&placed, key) {
        for from in guests(meeting) {
            let trip = Trip::new(meeting, from, *spot);
            match trips.iter_mut().rev().take(BACK).find(|earlier| earlier.holds(&trip)) {
                Some(earlier) => earlier.add(trip, spots),
                None => trips.push(trip),
            }
        }
    }
    if trips.len() > MOST {
        trips = bundled(trips);
    }
    trips.iter().filter_map(|trip| trip.visit(state)).collect()
}

/// The countries from which people came to a meeting, each once.
fn guests(meeting: &MeetingRef<'static>) -> Vec<&'static str> {
    let host = meeting.place().country();
    let mut countries: Vec<&str> = Vec::new();
    for guest in meeting.participants() {
        let from = guest.country();
        // Bodies do not travel, but for the visit of a delegation.
        let travels = guest.kind == EntityKind::Person || meeting.kind == MeetingKind::Visit;
        let abroad = !host.is_empty() && !from.is_empty() && from != host;
        if travels && abroad && !countries.contains(&from) {
            countries.push(from);
        }
    }
    countries
}

/// One arc for all visits from one country to one place.
fn bundled(trips: Vec<Trip>) -> Vec<Trip> {
    let mut bundles: Vec<Trip> = Vec::new();
    for trip in trips {
        match bundles.iter_mut().find(|one| one.from == trip.from && one.spot == trip.spot) {
            Some(bundle) => {
                bundle.count += 1;
                bundle.meetings.extend(trip.meetings);
                bundle.status = held_before(bundle.status, trip.status);
            }
            None => bundles.push(trip),
        }
    }
    bundles
}

/// What took place goes before what is only told.
fn held_before(one: Status, other: Status) -> Status {
    if other == Status::Held { other } else { one }
}

impl Trip {
    fn new(meeting: &MeetingRef<'static>, from: &'static str, spot: usize) -> Self {
        let people = meeting
            .participants()
            .filter(|guest| guest.kind == EntityKind::Person && guest.country() == from);
        let whole = (meeting.kind == MeetingKind::Visit).then_some(meeting.number);
        Self {
            from,
            to: meeting.place().country(),
            visit: meeting.visit().map(|visit| visit.number).or(whole),
            date: meeting.date,
            status: meeting.status,
            people: people.map(|guest| guest.number).collect(),
            spot,
            meetings: vec![meeting.number],
            count: 1,
        }
    }

    /// Whether another is a part of it: the archive says so, or it was within its days.
    fn holds(&self, other: &Self) -> bool {
        if (self.from, self.to) != (other.from, other.to) {
            return false;
        }
        match (self.visit, other.visit) {
            (Some(one), Some(another)) => one == another,
            _ => self.date.zip(other.date).is_some_and(|(one, another)| near(one, another)),
        }
    }

    fn add(&mut self, other: Self, spots: &[Spot]) {
        for person in other.people {
            if !self.people.contains(&person) {
                self.people.push(person);
            }
        }
        // A town is better than a country.
        if spots[self.spot].reach.is_some() && spots[other.spot].reach.is_none() {
            self.spot = other.spot;
        }
        self.visit = self.visit.or(other.visit);
        self.status = held_before(self.status, other.status);
        self.meetings.extend(other.meetings);
        if let (Some(own), Some(date)) = (self.date, other.date) {
            self.date = Period::new(own.start(), own.end().max(date.end())).or(self.date);
        }
    }

    fn visit(&self, state: AppState) -> Option<Visit> {
        let archive = state.archive();
        let from = degrees(archive.country(self.from)?.capital);
        let people = self.people.iter().filter_map(|&number| archive.entity(number));
        let mut names: Vec<String> =
            people.take(NAMES).map(|person| short_name(state, &person).to_owned()).collect();
        let year = self.date.map(|date| date.start().year().to_string());
        let more = self.people.len().saturating_sub(NAMES);
        if more > 0 {
            names.push(["+", &more.to_string()].concat());
        }
        let label = match (self.count, names.is_empty()) {
            (1, false) => [year.unwrap_or_default(), names.join(", ")].join(" "),
            (1, true) => year.unwrap_or_default(),
            (count, _) => ["×", &count.to_string()].concat(),
        };
        Some(Visit {
            from,
            to: self.spot,
            side: sides::class_and_place(state, self.from).1,
            status: self.status,
            label: label.trim().to_owned(),
            meetings: self.meetings.clone(),
        })
    }
}

/// Whether two periods of exact days are so near that nobody went home between them.
fn near(one: Period, other: Period) -> bool {
    let exact = |date: Period| date.last_day().0 - date.first_day().0 <= LONGEST;
    let between = other.first_day().0 - one.last_day().0;
    let back = one.first_day().0 - other.last_day().0;
    exact(one) && exact(other) && between <= STAY && back <= STAY
}

//! By what two meetings of different reports can be seen to be one.

use super::Told;
use entente_model::{DateProvenance, MeetingKind, Status};

/// What is planned for a visit is held so many days around the days known of it.
const AROUND: i32 = 3;
/// So many people of a meeting are looked at, in the order in which they are told.
const PEOPLE: usize = 16;

/// What two meetings have in common if they are one. Numbers are those of entities.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MergeKey {
    Session {
        mechanism: u32,
        session: u32,
    },
    Mechanism(u32),
    Everybody(Family, Vec<u32>),
    /// Of those who took part, as many as it takes.
    People(Family, [Option<u32>; 2]),
    Country(Family, String),
    Place(Family, u32),
}

/// What is of one kind, and what two such meetings share beside the date if they are one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Talks, meetings, dialogues: two people.
    Talks,
    /// Two people.
    Call,
    /// To a country: a visitor.
    Visit(String),
    /// Ceremonies and the like: somebody or, where nobody is named, the place.
    Other(MeetingKind),
}

/// The family of a meeting; `None` of a visit without a country.
fn family(told: &Told) -> Option<Family> {
    match told.attestation.kind {
        MeetingKind::Talks | MeetingKind::Dialogue | MeetingKind::Meeting => Some(Family::Talks),
        MeetingKind::Call => Some(Family::Call),
        MeetingKind::Visit => country(told).map(|code| Family::Visit(code.to_owned())),
        other => Some(Family::Other(other)),
    }
}

impl Family {
    /// So many people must be the same.
    fn people(&self) -> usize {
        match self {
            Self::Talks | Self::Call => 2,
            Self::Visit(_) | Self::Other(_) => 1,
        }
    }
}

/// The session of a mechanism, where both are known.
pub(super) fn session(told: &Told) -> Vec<MergeKey> {
    let mechanism = told.mechanism.filter(|_| told.session > 0);
    let key = |mechanism| MergeKey::Session { mechanism, session: told.session };
    mechanism.map(key).into_iter().collect()
}

pub(super) fn mechanism(told: &Told) -> Vec<MergeKey> {
    told.mechanism.map(MergeKey::Mechanism).into_iter().collect()
}

/// All who took part, where they are enough.
pub(super) fn everybody(told: &Told) -> Vec<MergeKey> {
    let mut people = told.attestation.participants.clone();
    people.sort_unstable();
    let enough = family(told).filter(|family| people.len() >= family.people());
    enough.map(|family| MergeKey::Everybody(family, people)).into_iter().collect()
}

/// Every choice of enough people of those who took part.
pub(super) fn somebody(told: &Told) -> Vec<MergeKey> {
    let Some(family) = family(told) else { return Vec::new() };
    let people = told.attestation.participants.iter().take(PEOPLE);
    let key = |choice| MergeKey::People(family.clone(), choice);
    if family.people() == 1 {
        return people.map(|&one| key([Some(one), None])).collect();
    }
    let pairs = people.clone().flat_map(|&one| people.clone().map(move |&two| (one, two)));
    let pairs = pairs.filter(|(one, two)| one < two);
    pairs.map(|(one, two)| key([Some(one), Some(two)])).collect()
}

/// Of a ceremony or the like, its place and its country.
pub(super) fn places(told: &Told) -> Vec<MergeKey> {
    let Some(family @ Family::Other(_)) = family(told) else { return Vec::new() };
    let place = told.attestation.place.entity.map(|place| MergeKey::Place(family.clone(), place));
    let country = country(told).map(|code| MergeKey::Country(family, code.to_owned()));
    place.into_iter().chain(country).collect()
}

/// Of one of which nobody is named, the more exact of the two.
pub(super) fn somewhere(told: &Told) -> Vec<MergeKey> {
    if names_nobody(told) { places(told).into_iter().take(1).collect() } else { Vec::new() }
}

pub(super) fn names_nobody(told: &Told) -> bool {
    told.attestation.participants.is_empty()
}

/// The code of the country, where it is known.
pub(super) fn country(told: &Told) -> Option<&str> {
    Some(&*told.attestation.place.country).filter(|code| !code.is_empty())
}

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    pub(super) first: i32,
    pub(super) last: i32,
}

impl Days {
    /// The days that a date covers; of what is planned for a visit, also those around it.
    pub(super) fn new(told: &Told) -> Option<Self> {
        let date = told.attestation.date?;
        let of_visit = told.attestation.status == Status::Planned
            && told.attestation.date_provenance == DateProvenance::SameEvent;
        let around = if of_visit { AROUND } else { 0 };
        Some(Self { first: date.first_day().0 - around, last: date.last_day().0 + around })
    }

    pub(super) fn length(self) -> i32 {
        self.last - self.first + 1
    }

    /// The days of both, where there are any.
    pub(super) fn both(self, other: Self) -> Option<Self> {
        let both = Self { first: self.first.max(other.first), last: self.last.min(other.last) };
        (both.first <= both.last).then_some(both)
    }
}

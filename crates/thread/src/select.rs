//! Finds the meetings and promises of two countries in an archive.
//!
//! What is counted by country stands in lists in order: trees of the standard library, which
//! nothing else on the page needs, made it some 6 kB larger at Brotli 11.

use crate::input::{Encounter, Kept, Outcome, Pledge, Side};
use entente_archive::{Archive, EntityRef, MeetingRef, Passage, PromiseRef};
use entente_model::order::in_order;
use entente_model::{EntityKind, MeetingKind};

/// How the page calls what stands in the drawing.
pub struct Words<'w, 'a> {
    /// The name of an entity.
    pub name: &'w dyn Fn(&EntityRef<'a>) -> String,
    /// The title of a meeting.
    pub title: &'w dyn Fn(&MeetingRef<'a>) -> String,
    /// What is promised.
    pub promise: &'w dyn Fn(&PromiseRef<'a>) -> String,
}

/// The countries that met, as ISO 3166-1 alpha-2: of those who took part and of the place; of a
/// meeting that tells of fewer than two also those that met at other sessions of its series.
pub struct Countries<'a> {
    /// In the order of ids.
    of_series: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> Countries<'a> {
    /// Looks through the archive once.
    pub fn new(archive: &'a Archive<'a>) -> Self {
        let mut of_series: Vec<(&str, Vec<&str>)> = Vec::new();
        for meeting in archive.meetings() {
            if let Some(series) = meeting.series() {
                let known = entry(&mut of_series, series.id());
                told(&meeting).for_each(|country| put(known, country));
            }
        }
        Self { of_series }
    }

    /// Those of a meeting, in the order of their codes.
    pub fn of(&self, meeting: &MeetingRef<'a>) -> Vec<&'a str> {
        let mut countries = Vec::new();
        told(meeting).for_each(|country| put(&mut countries, country));
        let known = meeting.series().and_then(|series| {
            let place = self.of_series.binary_search_by_key(&series.id(), |(id, _)| id).ok()?;
            Some(&self.of_series[place].1)
        });
        // A body of many countries says nothing on who was there.
        if let Some(known) = known.filter(|known| countries.len() < 2 && known.len() == 2) {
            for country in known {
                put(&mut countries, country);
            }
        }
        countries
    }

    /// How many of these meetings each pair of countries had, those with most first. A pair
    /// begins with the country that was host more often, then by its code.
    pub fn pairs(&self, archive: &'a Archive<'a>, meetings: &[usize]) -> Vec<([String; 2], usize)> {
        let mut pairs: Vec<([&str; 2], (usize, i64))> = Vec::new();
        for meeting in meetings.iter().filter_map(|&number| archive.meeting(number)) {
            let countries = self.of(&meeting);
            for (place, first) in countries.iter().enumerate() {
                for second in &countries[place + 1..] {
                    let (count, hosted) = entry(&mut pairs, [*first, *second]);
                    *count += 1;
                    let host = meeting.place().country();
                    *hosted += i64::from(host == *first) - i64::from(host == *second);
                }
            }
        }
        let pair = |([first, second], (count, hosted)): ([&'a str; 2], (usize, i64))| {
            (if hosted < 0 { [second, first] } else { [first, second] }, count)
        };
        // In the order of their codes, which those stay in that met as often.
        let pairs: Vec<([&str; 2], usize)> = pairs.into_iter().map(pair).collect();
        let pairs = in_order(&pairs, |&(_, count)| [!(count as u32), 0, 0]);
        pairs.into_iter().map(|(pair, count)| (pair.map(str::to_owned), count)).collect()
    }

    /// The countries that a country met at these meetings, with how often, most first.
    pub fn met(
        &self,
        archive: &'a Archive<'a>,
        meetings: &[usize],
        country: &str,
    ) -> Vec<(&'a str, usize)> {
        let mut met: Vec<(&str, usize)> = Vec::new();
        for meeting in meetings.iter().filter_map(|&number| archive.meeting(number)) {
            let countries = self.of(&meeting);
            if countries.contains(&country) {
                let others = countries.into_iter().filter(|&other| other != country);
                others.for_each(|other| *entry(&mut met, other) += 1);
            }
        }
        in_order(&met, |&(_, count)| [!(count as u32), 0, 0])
    }

    /// The meetings of a country with others among these; the others are told by their places.
    pub fn with_all(
        &self,
        archive: &'a Archive<'a>,
        meetings: &[usize],
        country: &str,
        others: &[&str],
        words: &Words<'_, 'a>,
    ) -> Vec<Encounter> {
        let all = meetings.iter().filter_map(|&number| archive.meeting(number));
        let of_country = all.filter_map(|meeting| {
            let countries = self.of(&meeting);
            let places = (0..others.len()).filter(|&place| countries.contains(&others[place]));
            let places: Vec<usize> = places.collect();
            let met = countries.contains(&country) && !places.is_empty();
            met.then(|| Encounter { others: places, ..encounter(&meeting, [country, ""], words) })
        });
        of_country.collect()
    }

    /// The meetings of two countries among these.
    pub fn encounters(
        &self,
        archive: &'a Archive<'a>,
        meetings: &[usize],
        sides: [&str; 2],
        words: &Words<'_, 'a>,
    ) -> Vec<Encounter> {
        let all = meetings.iter().filter_map(|&number| archive.meeting(number));
        let of_both = |meeting: &MeetingRef<'a>| {
            let countries = self.of(meeting);
            sides.iter().all(|side| countries.contains(side))
        };
        all.filter(of_both).map(|meeting| encounter(&meeting, sides, words)).collect()
    }
}

/// Puts a country into a list in the order of codes, unless it is there.
fn put<'a>(countries: &mut Vec<&'a str>, country: &'a str) {
    if let Err(place) = countries.binary_search(&country) {
        countries.insert(place, country);
    }
}

/// What belongs to a key in a list in the order of keys.
fn entry<K: Ord, V: Default>(list: &mut Vec<(K, V)>, key: K) -> &mut V {
    let found = list.binary_search_by(|(known, _)| known.cmp(&key));
    let place = found.unwrap_or_else(|place| {
        list.insert(place, (key, V::default()));
        place
    });
    &mut list[place].1
}

fn told<'a>(meeting: &MeetingRef<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let people = meeting.participants().map(|entity| entity.country());
    people.chain([meeting.place().country()]).filter(|country| !country.is_empty())
}

/// Whether a country is that of a side; one without a code is all that the first is not.
fn is_of(sides: [&str; 2], side: Side, country: &str) -> bool {
    match sides[side.index()] {
        "" => !country.is_empty() && country != sides[0],
        code => country == code,
    }
}

fn encounter<'a>(meeting: &MeetingRef<'a>, sides: [&str; 2], words: &Words<'_, 'a>) -> Encounter {
    let place = meeting.place();
    let host = Side::BOTH.into_iter().find(|&side| is_of(sides, side, place.country()));
    let outcome = |outcome: entente_archive::OutcomeRef<'a>| {
        let label = match outcome.agreement() {
            Some(agreement) => (words.name)(&agreement),
            None => outcome.words().split_whitespace().collect::<Vec<_>>().join(" "),
        };
        Outcome { act: outcome.act, label }
    };
    Encounter {
        meeting: meeting.number,
        kind: meeting.kind,
        status: meeting.status,
        date: meeting.date,
        host: host.filter(|_| meeting.kind != MeetingKind::Call),
        visit: meeting.visit().map(|visit| visit.number),
        people: Side::BOTH.map(|side| people(meeting, |country| is_of(sides, side, country))),
        others: Vec::new(),
        title: (words.title)(meeting),
        outcomes: meeting.outcomes().map(outcome).collect(),
    }
}

/// Who took part for a side: people, and where none is named bodies.
fn people(meeting: &MeetingRef<'_>, is_of_side: impl Fn(&str) -> bool) -> Vec<u32> {
    let all: Vec<EntityRef<'_>> =
        meeting.participants().filter(|entity| is_of_side(entity.country())).collect();
    let human = |entity: &&EntityRef<'_>| entity.kind == EntityKind::Person;
    // A country that is named says no more than its rail.
    let land = |entity: &EntityRef<'_>| entity.kind == EntityKind::Place;
    let any_human = all.iter().any(|entity| human(&entity));
    let shown = all.iter().filter(|entity| !land(entity) && (!any_human || human(entity)));
    shown.map(|entity| entity.number as u32).collect()
}

/// The promises that were told at these meetings or that one of the countries made to the other; a
/// second country without a code is any other.
pub fn pledges<'a>(
    archive: &'a Archive<'a>,
    encounters: &[Encounter],
    sides: [&str; 2],
    words: &Words<'_, 'a>,
) -> Vec<Pledge> {
    let is_shown = |meeting: usize| encounters.iter().any(|encounter| encounter.meeting == meeting);
    let between = |promise: &PromiseRef<'a>| {
        let parties = || promise.who().chain(promise.to());
        Side::BOTH.iter().all(|&side| parties().any(|one| is_of(sides, side, one.country())))
    };
    let of_the_two = |promise: &PromiseRef<'a>| match promise.meeting() {
        Some(meeting) => is_shown(meeting.number),
        None => !encounters.is_empty() && between(promise),
    };
    archive.promises().filter(of_the_two).map(|promise| pledge(archive, &promise, words)).collect()
}

fn pledge<'a>(archive: &'a Archive<'a>, promise: &PromiseRef<'a>, words: &Words<'_, 'a>) -> Pledge {
    // A paper whose day nobody tells was signed by the day of the report that knows of it.
    let reported = |evidence: &[Passage]| {
        let document = archive.document(evidence.first()?.document as usize)?;
        document.published
    };
    let kept = promise.kept.as_ref().map(|kept| Kept {
        meeting: promise.kept_by_meeting().map(|meeting| meeting.number),
        date: kept.date.or_else(|| reported(&kept.evidence)),
    });
    Pledge {
        promise: promise.number,
        kind: promise.kind,
        label: (words.promise)(promise),
        meeting: promise.meeting().map(|meeting| meeting.number),
        date: promise.date,
        kept,
    }
}

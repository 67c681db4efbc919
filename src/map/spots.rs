//! Where the meetings of a view lie: each place with its meetings, and those without one.
//!
//! What is drawn and what is counted comes from here alone, so the map and the table cannot
//! disagree: every meeting is in exactly one spot or in the tray.

use entente_archive::Archive;
use entente_geo::LonLat;
use entente_model::order::{Key, sort};
use entente_model::{Coordinates, PointProvenance};

/// A place with the meetings that were there.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where it is.
    pub at: LonLat,
    /// Only the country is known: the radius of a ring around its middle, in kilometres.
    pub reach: Option<u32>,
    /// The number of the meeting that tells best what the place is called.
    pub named_by: usize,
    /// The numbers of the meetings, in the order given.
    pub meetings: Vec<usize>,
}

/// The spots of these meetings, those with most of them first, and the meetings without one.
pub fn spots(archive: &Archive<'_>, meetings: &[usize]) -> (Vec<Spot>, Vec<usize>) {
    let point =
        |&number: &usize| archive.meeting(number).and_then(|meeting| meeting.position.point);
    let unplaced = meetings.iter().copied().filter(|number| point(number).is_none()).collect();
    // In the order of the keys those at one point follow one another. A country is another spot
    // than a town in its middle.
    let key = |(order, number): (usize, &usize)| {
        let [latitude, longitude] =
            [point(number)?.latitude, point(number)?.longitude].map(i32::cast_unsigned);
        let country = u32::from(basis(archive, *number) == PointProvenance::Country);
        Some([latitude, longitude, country, order as u32])
    };
    let mut keys: Vec<Key> = meetings.iter().enumerate().filter_map(key).collect();
    sort(&mut keys);
    let mut spots: Vec<Spot> = Vec::new();
    let mut last = None;
    for [latitude, longitude, country, order] in keys {
        let number = meetings[order as usize];
        let here = Some([latitude, longitude, country]);
        match spots.last_mut().filter(|_| last == here) {
            Some(spot) => spot.add(archive, number),
            None => spots.push(Spot {
                at: place(latitude, longitude),
                reach: (country == 1).then(|| reach(archive, number)),
                named_by: number,
                meetings: vec![number],
            }),
        }
        last = here;
    }
    let key = |(at, spot): (usize, &Spot)| [!(spot.meetings.len() as u32), at as u32, 0, 0];
    let mut keys: Vec<Key> = spots.iter().enumerate().map(key).collect();
    sort(&mut keys);
    (keys.iter().map(|key| spots[key[1] as usize].clone()).collect(), unplaced)
}

impl Spot {
    fn add(&mut self, archive: &Archive<'_>, number: usize) {
        self.meetings.push(number);
        // A venue that is shown at its town gives it its name only where no other can.
        if basis(archive, self.named_by) == PointProvenance::Venue {
            self.named_by = number;
        }
    }
}

fn basis(archive: &Archive<'_>, number: usize) -> PointProvenance {
    archive.meeting(number).map_or(PointProvenance::Unknown, |meeting| meeting.position.provenance)
}

/// The radius of the ring around the country of a meeting, in kilometres.
fn reach(archive: &Archive<'_>, number: usize) -> u32 {
    let country = archive.meeting(number).and_then(|meeting| meeting.country());
    country.map_or(0, |country| country.reach)
}

/// A place from the bits of its coordinates.
fn place(latitude: u32, longitude: u32) -> LonLat {
    degrees(Coordinates { latitude: latitude.cast_signed(), longitude: longitude.cast_signed() })
}

/// Coordinates of the archive, which are millionths of a degree.
pub fn degrees(point: Coordinates) -> LonLat {
    const MICRO: f64 = 1e6;
    LonLat {
        longitude: f64::from(point.longitude) / MICRO,
        latitude: f64::from(point.latitude) / MICRO,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::corpus;
    use entente_calendar::Date;
    use entente_search::facet::Choice;
    use entente_search::{Engine, Filter, Query};
    use proptest::prelude::*;
    use std::cell::LazyCell;

    thread_local! {
        static ENGINE: LazyCell<&'static Engine<'static>> =
            LazyCell::new(|| corpus::open().expect("the corpus of the page"));
    }

    /// Any filter by values that the corpus has.
    fn any_filter() -> impl Strategy<Value = Filter> {
        let engine = ENGINE.with(|engine| **engine);
        let all = engine.search(&Query::parse(""), &Filter::default()).matching;
        let facets = engine.meeting_facets(&all, &Filter::default());
        let values: Vec<Choice> = facets
            .iter()
            .flat_map(|facet| {
                let choice = |(value, _): &(String, usize)| Choice {
                    kind: facet.kind,
                    value: value.clone(),
                    excluded: false,
                };
                facet.values.iter().map(choice).collect::<Vec<_>>()
            })
            .collect();
        let choice = (proptest::sample::select(values), any::<bool>())
            .prop_map(|(choice, excluded)| Choice { excluded, ..choice });
        let choices = proptest::collection::vec(choice, 0..4);
        let date = || proptest::option::of((2014..2027_i32, 1..=12_u8));
        (choices, date(), date()).prop_map(|(mut choices, from, to)| {
            choices.sort();
            choices.dedup();
            let month = |date: Option<(i32, u8)>| date.and_then(|(y, m)| Date::month_of(y, m));
            Filter { choices, from: month(from), to: month(to) }
        })
    }

    proptest! {
        #[test]
        fn map_and_table_hold_the_same_meetings(
            filter in any_filter(), query in "|paris|dialogue|peace|giang -talks|nobody"
        ) {
            let engine = ENGINE.with(|engine| **engine);
            let found = engine.search(&Query::parse(&query), &filter).matching;
            let table = engine.meetings(&found, &filter);
            let (spots, unplaced) = spots(engine.archive(), &table);
            let placed = spots.iter().flat_map(|spot| spot.meetings.iter().copied());
            let mut on_map: Vec<usize> = placed.chain(unplaced).collect();
            let mut in_table = table.clone();
            on_map.sort_unstable();
            in_table.sort_unstable();
            prop_assert_eq!(on_map, in_table);
            prop_assert!(spots.is_sorted_by_key(|spot| usize::MAX - spot.meetings.len()));
            for (number, spot) in spots.iter().enumerate() {
                let twin = |other: &Spot| other.at == spot.at && other.reach.is_some() == spot.reach.is_some();
                prop_assert!(!spots[..number].iter().any(twin));
            }
        }
    }
}

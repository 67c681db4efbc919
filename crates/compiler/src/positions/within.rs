//! In which places a meeting was: a house is in its town, a town in its country. Whoever asks for one
//! of them finds the meeting, so that the counts of map, names and filters agree at every level.

use super::{Atlas, country_of};
use entente_analysis::gazetteer::{PlaceKind, places_named};
use entente_archive::{Entity, Meeting, Position};
use entente_model::{EntityKind, PointProvenance};
use std::collections::BTreeMap;

/// Says of each meeting in which places it was besides its own, by the numbers of their entities.
/// The meetings have their positions.
pub(super) fn add(atlas: &Atlas<'_>, meetings: &mut [Meeting<'_>]) {
    let entities = atlas.entities;
    let place = |&(_, entity): &(u32, &Entity<'_>)| entity.kind == EntityKind::Place;
    let places = || (0_u32..).zip(entities).filter(place);
    let by_id: BTreeMap<&str, u32> = places().map(|(number, one)| (&*one.id, number)).collect();
    let country = |(number, one)| Some((code_of_country(atlas, one)?, number));
    let countries: BTreeMap<String, u32> = places().filter_map(country).collect();
    // What stands at a point by its own name.
    let own = |meeting: &Meeting<'_>| {
        let Position { point, provenance } = meeting.position;
        let itself = matches!(provenance, PointProvenance::Record | PointProvenance::Gazetteer);
        let number = meeting.place.entity.filter(|&number| {
            entities.get(number as usize).is_some_and(|one| one.kind == EntityKind::Place)
        });
        itself.then_some(((point?.latitude, point?.longitude), number?))
    };
    let towns: BTreeMap<(i32, i32), u32> = meetings.iter().filter_map(own).collect();
    for meeting in meetings {
        let point = meeting.position.point.map(|point| (point.latitude, point.longitude));
        let sure = meeting.position.provenance != PointProvenance::Country;
        let town = point.filter(|_| sure).and_then(|point| towns.get(&point)).copied();
        let mut all: Vec<u32> = town.into_iter().collect();
        for start in meeting.place.entity.into_iter().chain(town) {
            let record = entities.get(start as usize).and_then(|one| atlas.records.get(&*one.id));
            let wholes = record.into_iter().flat_map(|record| atlas.wholes(record)).skip(1);
            all.extend(wholes.filter_map(|whole| by_id.get(whole.record.id.as_str())));
        }
        all.extend(countries.get(&*meeting.place.country));
        for number in all {
            if meeting.place.entity != Some(number) && !meeting.within.contains(&number) {
                meeting.within.push(number);
            }
        }
    }
}

/// The code of the country that a place is; `None` of what only lies in one.
fn code_of_country(atlas: &Atlas<'_>, place: &Entity<'_>) -> Option<String> {
    if let Some(record) = atlas.records.get(&*place.id) {
        return country_of(record).map(str::to_owned);
    }
    let mut named = places_named(&place.name).filter(|one| one.kind == PlaceKind::Country);
    named.find(|one| *one.country == *place.country).map(|one| one.country.to_owned())
}

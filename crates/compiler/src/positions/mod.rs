//! Where on the globe meetings are shown.
//!
//! The point of a place is that of its authority record, else that of what the record says it
//! is a part of, else that of the city or the well-known house which its words name, by the
//! tables of this module. Where only the country is known, the meeting is shown by a ring around
//! the country's middle: a point would claim more than is known. Calls are nowhere.
//!
//! - `table`: where cities, well-known houses and countries lie
//! - `within`: in which places a meeting was, from its house up to its country
//! - `namesakes`: which of several cities of one name is meant, or that it stays open

mod namesakes;
mod table;
#[cfg(test)]
mod tests;
mod within;

use crate::authority::Reviewed;
use crate::fault::Fault;
use crate::issue::Issue;
use crate::line_column::LineColumn;
use entente_analysis::gazetteer::{PlaceKind, places_named};
use entente_archive::{Archive, Document, Entity, Meeting, Passage, Place, Position};
use entente_model::{
    Coordinates, EntityKind, MeetingKind, PlacePrecision, PlaceProvenance, PointProvenance,
};
use entente_text::fold_str;
use namesakes::Choice;
use std::collections::{BTreeMap, BTreeSet};
pub use table::country_names;
use table::{Namesake, Table};

/// Where the text of a document came from.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) path: String,
    /// How many lines of the file stand before the text.
    pub(crate) lines: usize,
}

/// Says of each meeting of a corpus where it is shown, and where the countries lie that have
/// to do with meetings. Names that may mean several places are issues; `origins` are those of
/// the documents.
pub(crate) fn locate(
    corpus: &mut Archive<'_>,
    reviewed: &[Reviewed],
    origins: &[Origin],
) -> Vec<Issue> {
    let Archive { documents, entities, meetings, countries, .. } = corpus;
    let atlas = Atlas::new(documents, entities, reviewed);
    let mut open = BTreeMap::<String, Open>::new();
    for meeting in meetings.iter_mut() {
        let found = atlas.find(meeting);
        meeting.position = found.position;
        if let Some(country) = found.country {
            resettle(meeting, country);
        }
        if let Some(unclear) = found.open {
            // A record settles all that have the name: it is enough to tell the first.
            let first = open.entry(fold_str(&unclear.name)).or_insert_with(|| unclear.clone());
            if unclear.at < first.at {
                *first = unclear;
            }
        }
    }
    within::add(&atlas, meetings);
    let lands: BTreeSet<&str> = meetings.iter().flat_map(|one| lands(one, entities)).collect();
    *countries = atlas.table.countries(|code| lands.contains(code));
    open.into_values().filter_map(|open| open.issue(documents, origins)).collect()
}

/// The countries that have to do with a meeting.
fn lands<'c>(
    meeting: &'c Meeting<'_>,
    entities: &'c [Entity<'_>],
) -> impl Iterator<Item = &'c str> {
    let sides = meeting.participants.iter().filter_map(|&side| entities.get(side as usize));
    sides.map(|side| &*side.country).chain([&*meeting.place.country])
}

/// The meeting is in another country than the name of its place alone made believe.
fn resettle(meeting: &mut Meeting, country: &'static str) {
    let Meeting { place, attestations, .. } = meeting;
    let told = attestations.iter_mut().map(|told| &mut told.place);
    for same in told.filter(|told| told.words == place.words) {
        same.country = country.into();
    }
    place.country = country.into();
}

/// Where a meeting is shown.
#[derive(Default)]
struct Found {
    position: Position,
    /// The country in which the place lies, where that is news.
    country: Option<&'static str>,
    /// What stays open.
    open: Option<Open>,
}

/// A name that may mean several places.
#[derive(Clone, Debug)]
struct Open {
    name: String,
    all: Vec<Namesake>,
    /// Where it is said.
    at: Passage,
}

impl Open {
    fn issue(self, documents: &[Document], origins: &[Origin]) -> Option<Issue> {
        let Self { name, all, at } = self;
        let document = at.document as usize;
        let (text, origin) = (&documents.get(document)?.text, origins.get(document)?);
        let LineColumn { line, column } = LineColumn::at(text, at.span.start as usize);
        let place = LineColumn { line: line + origin.lines, column };
        let places = all.iter().map(|one| (one.country, one.point)).collect();
        let fault = Fault::SeveralPlaces { name, places };
        Some(Issue { file: origin.path.clone(), place, fault })
    }
}

/// What is known of places.
struct Atlas<'c> {
    table: Table,
    documents: &'c [Document<'c>],
    entities: &'c [Entity<'c>],
    /// The records by their ids.
    records: BTreeMap<&'c str, &'c Reviewed>,
    /// The records of places by their names, folded.
    names: BTreeMap<String, &'c Reviewed>,
}

impl<'c> Atlas<'c> {
    fn new(
        documents: &'c [Document<'c>],
        entities: &'c [Entity<'c>],
        reviewed: &'c [Reviewed],
    ) -> Self {
        let records = reviewed.iter().map(|one| (one.record.id.as_str(), one)).collect();
        let places = reviewed.iter().filter(|one| one.record.kind == EntityKind::Place);
        let names = places.flat_map(|one| names_of(one).map(move |name| (fold_str(name), one)));
        Self { table: Table::read(), documents, entities, records, names: names.collect() }
    }

    fn find(&self, meeting: &Meeting) -> Found {
        if meeting.kind == MeetingKind::Call {
            return Found::default();
        }
        let by_record = || self.by_record(&meeting.place).map(Found::at);
        let by_name = || self.by_name(meeting);
        let by_country = || self.by_country(&meeting.place);
        by_record().or_else(by_name).unwrap_or_else(by_country)
    }

    /// The country of the place, or that of the nearest record of which it is a part.
    fn by_country(&self, place: &Place) -> Found {
        if !place.country.is_empty() {
            return self.in_country(&place.country);
        }
        let record = self.entity(place).and_then(|one| self.records.get(&*one.id));
        let land = record.and_then(|record| self.wholes(record).find_map(country_of));
        land.map(|land| self.in_country(land).in_land(land, place)).unwrap_or_default()
    }

    /// Only the country is known, if that.
    fn in_country(&self, code: &str) -> Found {
        let middle = self.table.middle(code);
        middle.map(|point| Found::at((point, PointProvenance::Country))).unwrap_or_default()
    }

    /// The record of the place, or the nearest that it is a part of, with a point of its own.
    fn by_record(&self, place: &Place) -> Option<(Coordinates, PointProvenance)> {
        let entity = self.entity(place)?;
        let (depth, found) = self.pinned(self.records.get(&*entity.id)?)?;
        let itself = depth == 0 && !is_within(place, entity);
        Some((found, if itself { PointProvenance::Record } else { PointProvenance::Venue }))
    }

    /// A record or the nearest that it is a part of, how far up that is, and its point. What
    /// lies in a country and nowhere nearer has none.
    fn pinned(&self, record: &'c Reviewed) -> Option<(usize, Coordinates)> {
        let mut wholes = self.wholes(record).enumerate();
        let (depth, pinned) = wholes.find(|(_, one)| one.coordinates.is_some())?;
        let point = pinned.coordinates.filter(|_| country_of(pinned).is_none())?;
        Some((depth, point))
    }

    /// A record, what it is a part of, what that is a part of, and so on.
    fn wholes(&self, record: &'c Reviewed) -> impl Iterator<Item = &'c Reviewed> {
        let whole = |part: &&'c Reviewed| self.records.get(part.part_of.as_str()).copied();
        // None is a part of itself, so this has an end.
        std::iter::successors(Some(record), whole)
    }

    fn entity(&self, place: &Place) -> Option<&'c Entity<'c>> {
        self.entities.get(place.entity? as usize)
    }

    /// The place by its words: the city that they name, alone or behind a comma; one of
    /// the authority file before one of the table. A name within other words tells nothing:
    /// Hyderabad House is in New Delhi.
    fn by_name(&self, meeting: &Meeting) -> Option<Found> {
        let place = &meeting.place;
        let entity = self.entity(place);
        let record = entity.and_then(|entity| self.records.get(&*entity.id));
        let own = || record.into_iter().flat_map(|record| names_of(record));
        let parts: Vec<&str> = place.words.split(',').map(str::trim).collect();
        let behind = parts.iter().enumerate().rev().map(|(number, part)| (*part, number > 0));
        let mut names = behind.chain(own().map(|name| (name, false)));
        names.find_map(|(name, behind)| {
            self.named(meeting, name, behind || place.precision == PlacePrecision::Venue)
        })
    }

    /// What has this name: the place of a meeting, or where the house lies in which it was.
    fn named(&self, meeting: &Meeting, name: &str, house: bool) -> Option<Found> {
        let or_venue = |given| if house { PointProvenance::Venue } else { given };
        let record = self.names.get(&fold_str(name)).and_then(|one| self.pinned(one));
        if let Some((depth, point)) = record {
            let own = if depth == 0 { PointProvenance::Record } else { PointProvenance::Venue };
            return Some(Found::at((point, or_venue(own))));
        }
        let told = given(self, &meeting.place);
        let house = self.table.house(name);
        let house = house.filter(|(country, _)| told.is_none_or(|told| told == *country));
        if let Some((country, point)) = house {
            let found = Found::at((point, PointProvenance::Venue));
            return Some(found.in_land(country, &meeting.place));
        }
        match namesakes::choose(self, meeting, self.table.namesakes(name)) {
            Choice::None => None,
            Choice::Open(all) => Some(self.open(meeting, name, all)),
            Choice::One(one) => {
                let city = |point| Found::at((point, or_venue(PointProvenance::Gazetteer)));
                let found = one.point.map_or_else(|| self.in_country(one.country), city);
                Some(found.in_land(one.country, &meeting.place))
            }
        }
    }

    /// Several places may be meant: at most the country is known.
    fn open(&self, meeting: &Meeting, name: &str, all: Vec<Namesake>) -> Found {
        let open = Open { name: name.to_owned(), at: self.said(meeting), all };
        let land = open.all.first().map(|one| one.country);
        let land = land.filter(|land| open.all.iter().all(|one| one.country == *land));
        let found = land.map(|land| self.in_country(land).in_land(land, &meeting.place));
        Found { open: Some(open), ..found.unwrap_or_default() }
    }

    /// Where the place of a meeting is told.
    fn said(&self, meeting: &Meeting) -> Passage {
        let told = meeting.attestations.iter().find(|told| told.place.words == meeting.place.words);
        let Some(told) = told else { return Passage::default() };
        let mentions =
            self.entity(&told.place).into_iter().flat_map(|entity| entity.mentions.iter());
        let mut mentions = mentions.filter(|one| one.document == told.document);
        let span = Some(told.place_span).filter(|span| !span.range().is_empty());
        let span = span.or_else(|| mentions.next().map(|one| one.span)).unwrap_or_default();
        Passage { document: told.document, span }
    }
}

impl Found {
    fn at((point, provenance): (Coordinates, PointProvenance)) -> Self {
        let position = Position { point: Some(point), provenance };
        Self { position, ..Self::default() }
    }

    /// The place is in this country, whatever was believed.
    fn in_land(self, country: &'static str, place: &Place) -> Self {
        Self { country: Some(country).filter(|country| *country != place.country), ..self }
    }
}

/// Whether a place is a house that lies in the entity and is not the entity itself: its words
/// go on to name the entity, or have its name in them.
fn is_within(place: &Place, entity: &Entity) -> bool {
    let rest = place.words.strip_prefix(&*entity.name);
    place.precision == PlacePrecision::Venue
        && rest.is_none_or(|rest| !rest.is_empty() && !rest.starts_with(','))
        && place.words.contains(&*entity.name)
}

/// The country that a record is; `None` of what only lies in one.
fn country_of(one: &Reviewed) -> Option<&'static str> {
    let code = one.record.country.as_str();
    let countries = names_of(one).flat_map(places_named).filter(|n| n.kind == PlaceKind::Country);
    countries.map(|named| named.country).find(|named| code.is_empty() || *named == code)
}

/// All names of a record that it has everywhere.
fn names_of(one: &Reviewed) -> impl Iterator<Item = &str> {
    let variants = one.record.variants.iter().filter(|variant| variant.only_in.is_none());
    variants.map(|variant| variant.text.as_str())
}

/// Whether somebody who knows has said in which country a place is.
fn given(atlas: &Atlas, place: &Place) -> Option<String> {
    let record = atlas.entity(place).and_then(|entity| atlas.records.get(&*entity.id));
    let record = record.map(|one| &one.record).filter(|one| one.kind == EntityKind::Place);
    let recorded = record.map(|one| one.country.clone()).filter(|code| !code.is_empty());
    let reviewed = || {
        Some(place.country.to_string()).filter(|_| place.provenance == PlaceProvenance::Reviewed)
    };
    recorded.or_else(reviewed).filter(|code| !code.is_empty())
}

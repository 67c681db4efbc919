//! Authority files: what the publisher of a corpus knows of those whom it names.
//!
//! Five files may lie beside `documents`, one a kind: `people.toml`, `organisations.toml`,
//! `places.toml`, `agreements.toml` and `mechanisms.toml`. A record is a table under its
//! id, which is also its address:
//!
//! ```toml
//! [patricia-miralles]
//! name = "Patricia Mirallès"
//! country = "FR"
//! aliases = ["Miralles P.", { name = "the Secretary of State", in = "2024-05-report" }]
//! roles = [{ office = "Minister Delegate", of = "ministry-of-the-armed-forces", from = "2024-12" }]
//! ```
//!
//! Every part but the name may be missing, and so may every file.

use crate::fault::Fault;
use crate::issue::Issue;
use crate::line_column::LineColumn;
use crate::table::Table;
use entente_analysis::{AuthorityRecord, Variant, is_country};
use entente_archive::{LocalName, Office};
use entente_calendar::Period;
use entente_model::{Coordinates, EntityKind};

/// The files, by what their records are.
pub const FILES: [(&str, EntityKind); 5] = [
    ("people.toml", EntityKind::Person),
    ("organisations.toml", EntityKind::Organisation),
    ("places.toml", EntityKind::Place),
    ("agreements.toml", EntityKind::Agreement),
    ("mechanisms.toml", EntityKind::Event),
];

/// The languages in which a record can give names.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "vi", "fr"];

/// The keys of a record; roles are for people, coordinates for places.
const PEOPLE: &[&str] =
    &["name", "en", "vi", "fr", "aliases", "country", "wikidata", "former", "roles"];
const PLACES: &[&str] = &[
    "name",
    "en",
    "vi",
    "fr",
    "aliases",
    "country",
    "wikidata",
    "former",
    "part-of",
    "latitude",
    "longitude",
];
const OTHERS: &[&str] =
    &["name", "en", "vi", "fr", "aliases", "country", "wikidata", "former", "part-of"];
const ALIAS: &[&str] = &["name", "in"];
const ROLE: &[&str] = &["office", "en", "vi", "fr", "of", "from", "to"];

/// A record with what only the archive needs, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Reviewed {
    /// What the analysis is told.
    pub(crate) record: AuthorityRecord,
    /// Its names in other languages.
    pub(crate) names: Vec<LocalName<'static>>,
    pub(crate) wikidata: String,
    pub(crate) coordinates: Option<Coordinates>,
    /// The id of what it is a part of; may be empty.
    pub(crate) part_of: String,
    /// Where that stands.
    pub(crate) part_of_place: Option<LineColumn>,
    /// Ids that it had.
    pub(crate) former: Vec<String>,
    pub(crate) offices: Vec<Office<'static>>,
    /// The file and the place of the id.
    pub(crate) path: String,
    pub(crate) place: LineColumn,
    /// Where the variants of the record stand, in their order.
    pub(crate) places: Vec<LineColumn>,
    /// Ids of records and documents that must be there.
    pub(crate) references: Vec<Reference>,
}

/// An id that is referred to, and where.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) id: String,
    pub(crate) place: LineColumn,
    pub(crate) what: Referred,
}

/// To what an id refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Referred {
    Record,
    Document,
    /// A record of one of these kinds.
    OneOf(&'static [EntityKind]),
    /// An id that nobody may have any more.
    Former,
    /// An id that one meeting had.
    FormerMeeting,
}

/// The records of a text, and what is wrong with them. `path` is for messages.
pub(crate) fn read(path: &str, text: &str, kind: EntityKind) -> (Vec<Reviewed>, Vec<Issue>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut file = Table::open(path, text, start..text.len());
    let keys = match kind {
        EntityKind::Person => PEOPLE,
        EntityKind::Place => PLACES,
        _ => OTHERS,
    };
    let no_table = |key, found| Fault::NoTable { key, found };
    let records =
        file.records(Some(keys), no_table, |table, id, at| record(table, path, kind, id, at));
    (records, file.into_issues())
}

fn record(table: &mut Table, path: &str, kind: EntityKind, id: String, at: usize) -> Reviewed {
    if let Some(fault) = Fault::for_id(&id) {
        table.push(at, fault);
    }
    let mut variants = Vec::new();
    let mut references = Vec::new();
    let name = table.needed("name", at, || Fault::NoName { id: id.clone() });
    let (names, written) = local_names(table);
    let given = name.iter().cloned().chain(written);
    variants.extend(given.map(|(text, at)| (Variant { text, only_in: None }, at)));
    let aliases = table.tables("aliases", ALIAS, |table, at| {
        let only_in = table.string("in");
        (table.needed("name", at, || Fault::NoAlias { id: id.clone() }), only_in)
    });
    for (alias, only_in) in aliases {
        let Some((text, at)) = alias else { continue };
        if let Some((id, at)) = &only_in {
            references.push(reference(table, id, *at, Referred::Document));
        }
        variants.push((Variant { text, only_in: only_in.map(|(id, _)| id) }, at));
    }
    let mut part_of = String::new();
    let mut part_of_place = None;
    if let Some((id, at)) = table.string("part-of") {
        references.push(reference(table, &id, at, Referred::Record));
        part_of_place = Some(table.place(at));
        part_of = id;
    }
    let former = former_ids(table, &mut references, Referred::Former);
    let offices = table.tables("roles", ROLE, |table, at| {
        let (office, referred) = office(table, &id, at);
        references.extend(referred);
        office
    });
    let country = table.string_that("country", is_country, |code| Fault::BadCountry { code });
    let wikidata = table.string_that("wikidata", is_wikidata, |id| Fault::BadWikidata { id });
    let place = table.place(at);
    let (variants, places) =
        variants.into_iter().map(|(variant, at)| (variant, table.place(at))).unzip();
    Reviewed {
        record: AuthorityRecord {
            kind,
            id,
            name: name.map(|(name, _)| name).unwrap_or_default(),
            country: country.unwrap_or_default(),
            variants,
        },
        names,
        wikidata: wikidata.unwrap_or_default(),
        coordinates: coordinates(table, at),
        part_of,
        part_of_place,
        former,
        offices,
        path: path.to_owned(),
        place,
        places,
        references,
    }
}

/// A reference at a byte of a table.
pub(crate) fn reference(table: &Table, id: &str, at: usize, what: Referred) -> Reference {
    Reference { id: id.to_owned(), place: table.place(at), what }
}

/// Ids that a record or meeting had.
pub(crate) fn former_ids(
    table: &mut Table,
    references: &mut Vec<Reference>,
    what: Referred,
) -> Vec<String> {
    let ids = table.strings("former");
    for (id, at) in &ids {
        match Fault::for_id(id) {
            Some(fault) => table.push(*at, fault),
            None => references.push(reference(table, id, *at, what)),
        }
    }
    ids.into_iter().map(|(id, _)| id).collect()
}

/// The names by language, and the same with where they stand.
fn local_names(table: &mut Table) -> (Vec<LocalName<'static>>, Vec<(String, usize)>) {
    let found = LANGUAGES.map(|language| (language, table.string(language)));
    let mut names = Vec::new();
    let mut written = Vec::new();
    for (language, (name, at)) in
        found.into_iter().filter_map(|(language, found)| Some((language, found?)))
    {
        names.push(LocalName { language: language.into(), name: name.clone().into() });
        written.push((name, at));
    }
    (names, written)
}

/// An office, and the body or country that it is of.
fn office(table: &mut Table, id: &str, at: usize) -> (Office<'static>, Option<Reference>) {
    let words = table.needed("office", at, || Fault::NoOffice { id: id.to_owned() });
    let words = words.map(|(words, _)| words);
    let names = local_names(table).0;
    let of = table.string("of");
    let referred = of.as_ref().map(|(id, at)| reference(table, id, *at, Referred::Record));
    let (from, to) = (table.date("from"), table.date("to"));
    if let (Some(from), Some(to)) = (from, to)
        && Period::new(from, to).is_none()
    {
        table.push(at, Fault::EndsEarly);
    }
    let of = of.map(|(id, _)| id).unwrap_or_default().into();
    let words = words.unwrap_or_default().into();
    let (from, to) = (from.map(Period::from), to.map(Period::from));
    (Office { words, names, of, from, to }, referred)
}

fn coordinates(table: &mut Table, at: usize) -> Option<Coordinates> {
    let missing = match (table.has("latitude"), table.has("longitude")) {
        (true, false) => Some("longitude"),
        (false, true) => Some("latitude"),
        _ => None,
    };
    if let Some(missing) = missing {
        table.miss(at, Fault::HalfAPlace { missing });
    }
    let latitude = degrees(table, "latitude", 90);
    let longitude = degrees(table, "longitude", 180);
    Some(Coordinates { latitude: latitude?, longitude: longitude? })
}

/// Degrees as millionths of a degree.
fn degrees(table: &mut Table, key: &'static str, limit: u8) -> Option<i32> {
    let (value, at) = table.number(key)?;
    if value.abs() > f64::from(limit) || value.is_nan() {
        table.push(at, Fault::OffTheGlobe { key, limit, value: value.to_string() });
    }
    Some((value.clamp(-180.0, 180.0) * 1e6).round() as i32)
}

fn is_wikidata(id: &str) -> bool {
    let number = id.strip_prefix('Q').unwrap_or_default();
    !number.is_empty() && !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit())
}

//! Namesakes: which of several cities of one name a report means.
//!
//! The country decides: first the one that the publisher of the corpus gives, then the one
//! told by another report or beside the name ("Tripoli, Lebanon"), then those of who took part,
//! then those named in title and dateline, then those named in the reports at all. The country
//! that the analysis gives the place does not count: of a name that several cities have, it is
//! only that of the first in the gazetteer. Each step leaves those cities that fit it, or all if
//! none does. What then may still be two places stays open: a wrong point is worse than none.

use super::table::Namesake;
use super::{Atlas, given};
use entente_analysis::gazetteer::{Named, PlaceKind, places_in};
use entente_archive::{Document, Meeting};
use entente_model::PlacePrecision;

/// What is meant.
pub(super) enum Choice {
    /// None of them.
    None,
    One(Namesake),
    /// One of several.
    Open(Vec<Namesake>),
}

/// At most so many bytes behind a name its country is told: ", in the north of Lebanon,".
const BESIDE: usize = 24;
/// So many bytes from its start a report says where it was filed.
const HEAD: usize = 200;

/// A step: the countries that it finds for a meeting.
type Step = fn(&Atlas, &Meeting, &[Namesake]) -> Vec<String>;

/// Which of these a meeting was in.
pub(super) fn choose(atlas: &Atlas, meeting: &Meeting, mut all: Vec<Namesake>) -> Choice {
    if let Some(code) = given(atlas, &meeting.place) {
        all.retain(|one| one.country == code);
    }
    let steps: [Step; 4] = [beside, sides, headlines, reports];
    for countries in steps {
        if all.len() > 1 {
            let countries = countries(atlas, meeting, &all);
            let fits = |one: &Namesake| countries.iter().any(|code| code == one.country);
            if all.iter().any(fits) {
                all.retain(fits);
            }
        }
    }
    match all[..] {
        [] => Choice::None,
        [one] => Choice::One(one),
        _ => Choice::Open(all),
    }
}

/// The country that another report tells alone; those told beside the name, in the sentences
/// that tell of the meeting, where the report was filed, and in the words of the place.
fn beside(atlas: &Atlas, meeting: &Meeting, all: &[Namesake]) -> Vec<String> {
    let mut countries = behind(&meeting.place.words, all);
    for told in &meeting.attestations {
        if told.place.precision == PlacePrecision::Country {
            countries.push(told.place.country.to_string());
        }
        let Some(document) = atlas.documents.get(told.document as usize) else { continue };
        let head = 0..document.text.floor_char_boundary(HEAD);
        for passage in told.evidence.iter().map(|span| span.range()).chain([head]) {
            countries.extend(behind(document.text.get(passage).unwrap_or_default(), all));
        }
    }
    countries
}

/// The countries told right behind the name of one of these.
fn behind(text: &str, all: &[Namesake]) -> Vec<String> {
    let is_one = |named: &Named| all.iter().any(|one| one.name == named.name);
    let named = places_in(text).into_iter().filter(is_one);
    named.filter_map(|named| told_behind(text.get(named.span.end..)?)).collect()
}

/// ", Lebanon,", "(Lebanon)", ", in northern Lebanon.": a country that goes on to do something
/// stands there by chance (", Egypt and Greece agreed").
fn told_behind(text: &str) -> Option<String> {
    let rest = text.trim_start().strip_prefix([',', '('])?;
    let part = rest.split([',', '(', ')', '.', ';', '\n']).next()?.trim_end();
    let told = |kind| matches!(kind, PlaceKind::Country | PlaceKind::Region);
    let fits = |one: &Named| one.span.end == part.len() && one.span.start <= BESIDE;
    let land = places_in(part).into_iter().find(|one| told(one.kind) && fits(one))?;
    Some(land.country.to_owned()).filter(|country| !country.is_empty())
}

/// The countries of who took part.
fn sides(atlas: &Atlas, meeting: &Meeting, _: &[Namesake]) -> Vec<String> {
    let sides = meeting.participants.iter().filter_map(|&n| atlas.entities.get(n as usize));
    sides.map(|side| side.country.to_string()).collect()
}

/// The countries named in the titles and datelines of the reports.
fn headlines(atlas: &Atlas, meeting: &Meeting, _: &[Namesake]) -> Vec<String> {
    let lines = told_in(atlas, meeting).flat_map(|report| [&report.title, &report.dateline]);
    lines.flat_map(|line| named_in(atlas, line)).collect()
}

/// The countries named anywhere in the reports.
fn reports(atlas: &Atlas, meeting: &Meeting, _: &[Namesake]) -> Vec<String> {
    told_in(atlas, meeting).flat_map(|report| named_in(atlas, &report.text)).collect()
}

/// The reports that tell of a meeting.
fn told_in<'c>(atlas: &Atlas<'c>, meeting: &Meeting) -> impl Iterator<Item = &'c Document<'c>> {
    let documents = atlas.documents;
    meeting.attestations.iter().filter_map(|told| documents.get(told.document as usize))
}

/// The countries that words name, themselves or by a place whose name no other country has.
fn named_in(atlas: &Atlas, words: &str) -> Vec<String> {
    let alone = |named: &Named| {
        let namesakes = atlas.table.namesakes(named.name);
        namesakes.iter().all(|one| one.country == named.country)
    };
    let sure = |named: &Named| !named.country.is_empty() && alone(named);
    places_in(words).into_iter().filter(sure).map(|named| named.country.to_owned()).collect()
}

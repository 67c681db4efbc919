//! When and where: which date and which places of a sentence belong to what a verb or noun of
//! it tells.
//!
//! A date belongs to its clause, and to those that tell of the same time. Of several the
//! nearest is taken, and one behind is nearer by half than one before. A place stands behind,
//! led by a preposition, or opens the sentence ("In Geneva, …").

use super::house;
use super::sentence::{Sentence, Spot, SpotKind};
use crate::lexicon::WordClass;
use crate::tokens::DASHES;
use entente_model::EntityKind;

/// Where something was, by numbers of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Site {
    /// A house, base or body with a name of its own.
    pub(super) venue: Option<usize>,
    /// The tokens of a venue without one: "at the defence ministry", "at Government Buildings".
    pub(super) words: Option<(usize, usize)>,
    /// A city, region or country.
    pub(super) land: Option<usize>,
    /// The country whose capital is told by that word alone: "in the Greek capital".
    pub(super) capital: Option<&'static str>,
    /// The first token of the words.
    pub(super) at: usize,
}

/// No date of a meeting is longer than a decade, in days: "(May 7, 1954-2024)" is an anniversary.
const LONGEST: i32 = 3_653;
/// So near behind the name of a paper stands its year.
const NEAR: usize = 12;
/// Behind a venue its city is told within as many tokens.
const BESIDE: usize = 4;

/// Whether a date is no longer than that of a meeting can be.
pub(super) fn short(sentence: &Sentence, date: &Spot) -> bool {
    let period = sentence.report.dates.get(date.number).and_then(|date| date.period);
    period.is_none_or(|date| date.last_day().0 - date.first_day().0 <= LONGEST)
}

/// "Kế hoạch hợp tác năm 2026": a year behind an agreement tells which it is.
pub(super) fn of_paper(sentence: &Sentence, date: &Spot) -> bool {
    let annotated = sentence.annotated();
    let tokens = annotated.tokens;
    let year = (date.from..date.to).all(|i| tokens.figures(i) == 4 || tokens.is_any(i, &DASHES));
    year && annotated.postposed
        && sentence.spots.iter().filter(|spot| spot.is(EntityKind::Agreement)).any(|spot| {
            let inside = spot.from <= date.from && date.to <= spot.to;
            let behind = spot.to <= date.from && date.from - spot.to <= NEAR;
            inside || behind && (spot.to..date.from).all(|i| !tokens.is(i, ','))
        })
}

/// The place named last before a word.
pub(super) fn last_before(sentence: &Sentence, word: usize) -> Option<Site> {
    let place =
        |spot: &&Spot| spot.to <= word && spot.is(EntityKind::Place) && placed(sentence, spot);
    sentence.spots.iter().rfind(place).map(|place| around(sentence, place))
}

/// "the Greek capital": the code of the country.
pub(super) fn capital(sentence: &Sentence, i: usize) -> Option<&'static str> {
    let annotated = sentence.annotated();
    // "la capitale grecque"
    let (hit, told) = match annotated.at(i, WordClass::MeetCapital) {
        Some(capital) if annotated.postposed => {
            (annotated.at(capital.next, WordClass::Demonym)?, true)
        }
        _ => {
            let hit = annotated.at(i, WordClass::Demonym)?;
            (hit, annotated.is(hit.next, WordClass::MeetCapital))
        }
    };
    let told = told && annotated.before(i, WordClass::The).is_some();
    annotated.world.get(hit.value).map(|place| place.country).filter(|_| told)
}

/// A house that is the object of a verb: "visited the Vaalimaa border crossing".
pub(super) fn object(sentence: &Sentence, next: usize) -> Option<Site> {
    let words = house::words(sentence, next, sentence.to)?;
    let near = |spot: &&Spot| {
        spot.is(EntityKind::Place) && placed(sentence, spot) && in_it(sentence, spot)
    };
    let land = sentence.spots.iter().find(near).and_then(|spot| around(sentence, spot).land);
    Some(Site { words: Some(words), at: words.0, land, ..Site::default() })
}

/// A venue with its city, a city with its country.
pub(super) fn around(sentence: &Sentence, first: &Spot) -> Site {
    let place = first.is(EntityKind::Place);
    let names = &sentence.report.names;
    let country = |spot: &Spot| !names[spot.number].country.is_empty();
    if place && country(first) {
        return Site { land: Some(first.number), at: first.from, ..Site::default() };
    }
    let land = sentence.spots.iter().find(|spot| {
        spot.is(EntityKind::Place)
            && spot.from >= first.to
            && spot.from - first.to <= BESIDE
            && country(spot)
    });
    let inside = || {
        let within = |spot: &&Spot| {
            spot.is(EntityKind::Place) && spot.from > first.from && spot.to <= first.to
        };
        // "the Permanent Mission of India" is not in India.
        let sends = sentence.has(first.from..first.to, WordClass::MeetAbroad);
        let there = |spot: &&Spot| country(spot) && (!sends || in_it(sentence, spot));
        sentence.spots.iter().filter(within).find(there)
    };
    let city = || {
        sentence
            .spots
            .iter()
            .find(|spot| spot.is(EntityKind::Place) && country(spot) && in_it(sentence, spot))
    };
    let land = land.or_else(inside).or_else(city).map(|spot| spot.number);
    Site { venue: Some(first.number), land, at: first.from, ..Site::default() }
}

/// Whether "in" stands right before a name.
fn in_it(sentence: &Sentence, spot: &Spot) -> bool {
    spot.from > sentence.from && sentence.annotated().is(spot.from - 1, WordClass::PlaceWhere)
}

/// A place, or a body as one, that owns nothing: not "Kenya's minister".
pub(super) fn placed(sentence: &Sentence, spot: &Spot) -> bool {
    // "Kenyan Army Commander X"
    let office = [WordClass::Office, WordClass::Rank];
    let title =
        spot.is(EntityKind::Organisation) && sentence.annotated().any(spot.to, &office).is_some();
    matches!(spot.kind, SpotKind::Name(EntityKind::Place | EntityKind::Organisation))
        && !title
        && !sentence.titles.iter().any(|title| title.start <= spot.from && spot.to <= title.end)
        && sentence.annotated().possessive(spot.to).is_none()
}

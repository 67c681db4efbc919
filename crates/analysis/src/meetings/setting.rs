//! When and where: which date and which places of a sentence belong to what a verb or noun of
//! it tells.
//!
//! A date belongs to its clause, and to those that tell of the same time. Of several the
//! nearest is taken, and one behind is nearer by half than one before. A place stands behind,
//! led by a preposition, or opens the sentence ("In Geneva, …").

use super::house;
use super::sentence::{Link, Sentence, Spot, SpotKind};
use crate::lexicon::WordClass;
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

/// So much farther is a date of another clause.
const OTHER_CLAUSE: usize = 20;
/// No date of a meeting is longer than a decade, in days: "(May 7, 1954-2024)" is an anniversary.
const LONGEST: i32 = 3_653;
/// A city and a house so many tokens apart are one place.
const NEAR: usize = 12;
/// So far before what is hosted stands the verb.
const HOST: usize = 8;
/// Behind a venue its city is told within as many tokens.
const BESIDE: usize = 4;

/// The number of the date that belongs to a verb or noun.
pub(super) fn date(sentence: &Sentence, at: usize) -> Option<usize> {
    let distance = |spot: &Spot| match spot.from >= at {
        true => (spot.from - at) / 2,
        false => at - spot.to.min(at),
    };
    let short = |spot: &&Spot| short(sentence, spot);
    // "next Tuesday's ceremony" is the day of the ceremony alone.
    let own = |spot: &&Spot| {
        let next = sentence.annotated().possessive(spot.to);
        next.is_none_or(|next| at >= next && at - next <= BESIDE)
    };
    let dates = sentence.spots.iter().filter(|spot| spot.kind == SpotKind::Date);
    let dates = dates.filter(short).filter(own);
    let dates = dates.filter(|spot| !participle(sentence, at, spot.from));
    let dates = dates.filter(|spot| !elsewhere(sentence, at, spot.from));
    let costs = dates.filter_map(|spot| {
        Some((
            apart(sentence, at, spot.from)? + taken(sentence, at, spot) + distance(spot),
            spot.number,
        ))
    });
    costs.min().map(|(_, number)| number)
}

/// Whether a date is no longer than that of a meeting can be.
pub(super) fn short(sentence: &Sentence, date: &Spot) -> bool {
    let period = sentence.report.dates.get(date.number).and_then(|date| date.period);
    period.is_none_or(|date| date.last_day().0 - date.first_day().0 <= LONGEST)
}

/// "The meeting, chaired by X, reviewed preparations for the visit next spring": behind a comma
/// and what else is told a date is of that.
fn elsewhere(sentence: &Sentence, at: usize, date: usize) -> bool {
    let annotated = sentence.annotated();
    let triggers = [WordClass::MeetNoun, WordClass::MeetVerb, WordClass::MeetHost];
    let told = |i: usize| annotated.any(i, &triggers).is_some() && sentence.spot_over(i).is_none();
    let comma = (at + 1..date).find(|&i| annotated.tokens.is(i, ','));
    // "the sixth session, hosted by Rome in May": still of it.
    let own = |comma: usize| sentence.word(comma + 2, "by");
    comma.is_some_and(|comma| (comma + 1 + usize::from(own(comma))..date).any(told))
}

/// "a mediator appointed last month": a date of something else.
fn participle(sentence: &Sentence, at: usize, date: usize) -> bool {
    let annotated = sentence.annotated();
    let Some(before) = date.checked_sub(1).filter(|&before| before > sentence.from) else {
        return false;
    };
    // "who arrived yesterday", "Smith retired last month": verbs of their own.
    let finite = [WordClass::Clause, WordClass::Pronoun, WordClass::PronounMany, WordClass::And];
    if annotated.capital(before - 1) || annotated.any(before - 1, &finite).is_some() {
        return false;
    }
    let be = [
        WordClass::MeetBe,
        WordClass::MeetBefore,
        WordClass::MeetVerb,
        WordClass::MeetHost,
        WordClass::MeetTook,
    ];
    annotated.tokens.key(before).ends_with("ed")
        && before != at
        && annotated.any(before, &be).is_none()
        && annotated.any(before - 1, &[WordClass::MeetBe, WordClass::MeetBefore]).is_none()
}

/// What a date costs that another verb before it has: "spoke on Monday and will meet …".
fn taken(sentence: &Sentence, at: usize, date: &Spot) -> usize {
    let annotated = sentence.annotated();
    let verbs = [WordClass::MeetVerb, WordClass::MeetHost];
    let from = sentence.clause(at).min(at);
    let verb = |i: usize| annotated.any(i, &verbs).is_some() && sentence.spot_over(i).is_none();
    let other = date.to <= at
        && (from..date.from).any(verb)
        && (date.to..at).any(|i| annotated.is(i, WordClass::And));
    if other { 2 * OTHER_CLAUSE } else { 0 }
}

/// What a date of another clause costs; `None` where it tells of another time.
fn apart(sentence: &Sentence, at: usize, date: usize) -> Option<usize> {
    use Link::{After, Main, When};
    if sentence.clause(at) == sentence.clause(date) {
        return Some(0);
    }
    match (sentence.link(at), sentence.link(date)) {
        (When | After, Main) | (Main, When) => Some(OTHER_CLAUSE),
        // In "met Y after talks with X on Monday" the day is that of the talks.
        _ => None,
    }
}

/// The places that belong to a verb or noun, whose words end before `next`.
pub(super) fn site(sentence: &Sentence, next: usize) -> Option<Site> {
    behind(sentence, next).or_else(|| ahead(sentence, next)).or_else(|| main(sentence, next))
}

/// "Tarakan hosted the 11th meeting", "Buston will host the next round": the place before.
pub(super) fn host(sentence: &Sentence, at: usize) -> Option<Site> {
    let annotated = sentence.annotated();
    let from = sentence.clause(at).max(at.saturating_sub(HOST));
    let hosts = |i: &usize| {
        annotated.tokens.key(*i).starts_with("host") && sentence.spot_over(*i).is_none()
    };
    let verb = (from..at).rev().find(hosts)?;
    let small = |i: usize| {
        let words = [
            WordClass::Future,
            WordClass::MeetBe,
            WordClass::MeetWill,
            WordClass::To,
            WordClass::MeetLight,
        ];
        annotated.any(i, &words).is_some()
            || annotated.inside(i, WordClass::Future)
            || sentence.word(i, "also")
    };
    let before = (sentence.from..verb).rev().find(|&i| !small(i))?;
    let place = sentence.spot_over(before)?;
    (place.is(EntityKind::Place) && verb - place.to <= 4).then(|| around(sentence, place))
}

/// "travelled to Bengaluru, where it toured a factory": the place before.
fn main(sentence: &Sentence, next: usize) -> Option<Site> {
    let clause = sentence.clause(next);
    let place =
        sentence.spots.iter().rfind(|spot| spot.is(EntityKind::Place) && spot.to <= clause)?;
    let there = sentence.link(next) == Link::When && sentence.word(clause, "where");
    (there && clause - place.to <= 1).then(|| around(sentence, place))
}

/// The place named last before a word.
pub(super) fn last_before(sentence: &Sentence, word: usize) -> Option<Site> {
    let place =
        |spot: &&Spot| spot.to <= word && spot.is(EntityKind::Place) && placed(sentence, spot);
    sentence.spots.iter().rfind(place).map(|place| around(sentence, place))
}

/// Any place of the sentence that a preposition leads to.
pub(super) fn any(sentence: &Sentence) -> Option<Site> {
    let first = sentence.spots.iter().find(|spot| {
        spot.is(EntityKind::Place) && placed(sentence, spot) && led(sentence, spot, sentence.from)
    })?;
    Some(around(sentence, first))
}

/// The places behind, before the topic begins: "talks with X at the ministry in Rome on trade in
/// Asia".
pub(super) fn behind(sentence: &Sentence, next: usize) -> Option<Site> {
    let end = (next..sentence.clause_end(next)).find(|&i| topic(sentence, i));
    let end = end.unwrap_or_else(|| sentence.clause_end(next));
    let spots = || sentence.spots.iter().filter(|spot| spot.from >= next && spot.from < end);
    let first = spots().find(|spot| placed(sentence, spot) && led(sentence, spot, next));
    let house = (next..end).find_map(|i| house::at(sentence, i, end));
    let named = first.map(|spot| around(sentence, spot));
    match (named, house) {
        (Some(site), Some(words)) if site.venue.is_none() => {
            let near = site.at.abs_diff(words.0) <= NEAR;
            Some(if near { Site { words: Some(words), ..site } } else { site })
        }
        (Some(site), _) => Some(site),
        (None, words) => {
            let capital = (next..end).find_map(|i| Some((capital(sentence, i)?, i)));
            let at = words.map(|words| words.0).or(capital.map(|capital| capital.1))?;
            let capital = capital.map(|capital| capital.0);
            Some(Site { words, capital, at, ..Site::default() })
        }
    }
}

/// "the Greek capital": the code of the country.
pub(super) fn capital(sentence: &Sentence, i: usize) -> Option<&'static str> {
    let annotated = sentence.annotated();
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
    let words = house::words(sentence, next, sentence.clause_end(next.saturating_sub(1)))?;
    let land = any(sentence).and_then(|site| site.land);
    Some(Site { words: Some(words), at: words.0, land, ..Site::default() })
}

/// "At Điện Biên Phủ, …", "In Geneva, …".
fn ahead(sentence: &Sentence, next: usize) -> Option<Site> {
    let annotated = sentence.annotated();
    let opened = annotated.is(sentence.from, WordClass::PlaceWhere);
    let whole = sentence.link(next) == Link::Main;
    if !opened || !whole {
        return None;
    }
    let first = sentence.spots.iter().find(|spot| placed(sentence, spot));
    if let Some(first) = first.filter(|spot| spot.from <= sentence.from + 3 && spot.to < next) {
        return Some(around(sentence, first));
    }
    let words = house::at(sentence, sentence.from, next)?;
    Some(Site { words: Some(words), at: words.0, ..Site::default() })
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
    spot.from > sentence.from && sentence.word(spot.from - 1, "in")
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

/// Whether a preposition of place or direction leads to a name, or nothing is between.
fn led(sentence: &Sentence, spot: &Spot, next: usize) -> bool {
    let annotated = sentence.annotated();
    let hosted = |i: usize| sentence.word(i, "by") && i > next && sentence.word(i - 1, "hosted");
    let leads =
        |i: usize| annotated.any(i, &[WordClass::PlaceWhere, WordClass::To]).is_some() || hosted(i);
    if spot.from == next {
        return true;
    }
    let place = spot.is(EntityKind::Place);
    // "in the northern city of Hải Phòng", "at the headquarters of the ministry"
    let most = if place { 6 } else { 5 };
    let from = next.saturating_sub(1).max(spot.from.saturating_sub(most));
    let lead = (from..spot.from).rev().find(|&i| leads(i));
    let small = [
        WordClass::The,
        WordClass::Article,
        WordClass::Of,
        WordClass::PronounOwn,
        WordClass::MeetVenue,
    ];
    let stops = [
        WordClass::And,
        WordClass::MeetVerb,
        WordClass::PersonVerb,
        WordClass::Between,
        WordClass::With,
    ];
    lead.is_some_and(|lead| {
        let between = || lead + 1..spot.from;
        let plain = |i: usize| {
            annotated.tokens.is_word(i)
                && sentence.spot_over(i).is_none()
                && annotated.any(i, &stops).is_none()
        };
        let cue = |i: usize| {
            annotated.is(i, WordClass::PlaceCue) || annotated.inside(i, WordClass::PlaceCue)
        };
        let strange = between().filter(|&i| annotated.any(i, &small).is_none() && !cue(i)).count();
        between().all(plain) && strange <= 2
    })
}

/// Whether what is talked about begins: "on trade", "about", "to discuss".
fn topic(sentence: &Sentence, i: usize) -> bool {
    let annotated = sentence.annotated();
    // "signed a protocol on trade in Rome"
    if sentence.spot_over(i).is_some() {
        return false;
    }
    if annotated.is(i, WordClass::MeetTopic) {
        return true;
    }
    let dated = sentence
        .spots
        .iter()
        .any(|spot| spot.from > i && spot.from <= i + 3 && spot.kind == SpotKind::Date);
    let idiom = annotated.any(i + 1, &[WordClass::The, WordClass::Article]).is_some()
        && (i + 1..i + 5)
            .any(|at| annotated.any(at, &[WordClass::MeetNoun, WordClass::MeetAside]).is_some());
    sentence.word(i, "on") && !dated && !idiom
}

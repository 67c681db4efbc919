//! Who is told of in a sentence, in order: people and bodies by name with the offices beside
//! them, and words that stand for people (`stand_ins`); those named together as one.

use super::memory::Memory;
use super::offices::beside;
use super::sentence::{Sentence, Spot, SpotKind};
use super::stand_ins::{delegation, holder, initials, partner, pronoun};
use super::titles;
use crate::lexicon::WordClass;
use entente_model::EntityKind;
use std::ops::Range;

/// So many tokens may stand between two who are named together: long titles.
const REACH: usize = 30;

/// Someone who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Party {
    /// By the number of the name.
    Name(usize),
    /// The leader of the delegation of a country; of any, if the code is empty.
    Delegation(&'static str),
}

/// Words that stand for somebody.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// The first token, offices before the name included.
    pub(super) from: usize,
    /// The token after the last, offices behind the name included.
    pub(super) to: usize,
    pub(super) who: Vec<Party>,
    pub(super) sort: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Office,
    Pronoun,
    /// A pronoun that is the object of its verb.
    Whom,
    Delegation,
    Body,
}

impl Actor {
    /// Whether it is a human being or a delegation.
    pub(super) fn human(&self) -> bool {
        self.sort != Sort::Body
    }
}

/// Those for whom the words of a sentence stand, in order, without overlaps.
/// The first list has each alone, the second those named together as one.
pub(super) fn actors(
    memory: &Memory,
    sentence: &Sentence,
    before: &[Spot],
) -> (Vec<Actor>, Vec<Actor>) {
    let named = named(sentence);
    let mut all: Vec<Actor> = Vec::new();
    let mut i = sentence.from;
    while i < sentence.to {
        let here = named.iter().find(|actor| actor.from == i).cloned();
        let actor = here.or_else(|| match sentence.spot_over(i) {
            Some(_) => None,
            None => titles::holder(sentence, before, i)
                .or_else(|| delegation(sentence, before, i))
                .or_else(|| partner(memory, sentence, &all, i))
                .or_else(|| pronoun(memory, sentence, &all, i))
                .or_else(|| holder(sentence, before, i))
                .or_else(|| initials(sentence, before, i)),
        });
        match actor {
            Some(actor) => {
                i = actor.to.max(i + 1);
                all.push(actor);
            }
            None => i += 1,
        }
    }
    (all.clone(), grouped(sentence, all))
}

/// The people and bodies of a sentence by name, with the offices told beside them.
fn named(sentence: &Sentence) -> Vec<Actor> {
    let of_kind = |kind| sentence.spots.iter().filter(move |spot| spot.is(kind));
    let people = of_kind(EntityKind::Person).map(|spot| {
        let (from, to) = with_offices(sentence, spot);
        let who = vec![Party::Name(spot.number)];
        (spot.from, Actor { from: from.max(sentence.from), to, who, sort: Sort::Person })
    });
    let bodies = of_kind(EntityKind::Organisation).map(|spot| {
        let who = vec![Party::Name(spot.number)];
        (spot.from, Actor { from: spot.from, to: spot.to, who, sort: Sort::Body })
    });
    // A name whose office an actor before has taken still stands for itself.
    people
        .chain(bodies)
        .flat_map(|(at, actor)| [actor.clone(), Actor { from: at, ..actor }])
        .collect()
}

/// From the first token of a person's name and offices beside it to the one after the last.
fn with_offices(sentence: &Sentence, spot: &Spot) -> (usize, usize) {
    let (mut from, mut to) = (spot.from, spot.to);
    for Range { start: first, end: last } in beside(sentence.report, spot) {
        if last <= spot.from && spot.from - last <= 1 {
            from = from.min(first);
        } else if first >= spot.to && first - spot.to <= 2 && last <= sentence.to {
            to = to.max(last);
        }
    }
    if sentence.annotated().postposed {
        return titles::widened(sentence, spot, from, to);
    }
    (from, to)
}

/// Whether somebody stands behind a preposition, so that no verb is theirs.
pub(super) fn governed(sentence: &Sentence, actor: &Actor) -> bool {
    let annotated = sentence.annotated();
    let small = [WordClass::The, WordClass::Article, WordClass::Demonym, WordClass::OfficeBefore];
    // "of the visiting US envoy X"
    let before = (sentence.from..actor.from).rev().take(4);
    let at = { before }.find(|&at| annotated.any(at, &small).is_none());
    at.is_some_and(|at| annotated.is(at, WordClass::Governs))
}

/// Whether "led by" and little else stands between two tokens.
fn leads_to(sentence: &Sentence, from: usize, to: usize) -> bool {
    let annotated = sentence.annotated();
    (from..to.min(from + 12))
        .any(|i| annotated.is(i, WordClass::MeetLead) && sentence.word(i + 1, "by"))
        && to - from <= 16
}

/// Those named together as one; bodies stand in titles, and part nobody.
fn grouped(sentence: &Sentence, all: Vec<Actor>) -> Vec<Actor> {
    let (humans, mut groups): (Vec<Actor>, Vec<Actor>) = all.into_iter().partition(Actor::human);
    let mut last: Option<Actor> = None;
    for actor in humans {
        match &mut last {
            // "a delegation led by X"
            Some(last)
                if last.sort == Sort::Delegation && leads_to(sentence, last.to, actor.from) =>
            {
                last.to = actor.to;
                last.who = actor.who;
            }
            Some(last) if last.sort != Sort::Whom && joined(sentence, last, &actor) => {
                last.to = actor.to;
                last.who.extend(actor.who);
            }
            _ => groups.extend(last.replace(actor)),
        }
    }
    groups.extend(last);
    groups.sort_by_key(|actor| actor.from);
    groups
}

/// Whether two are named together: between them stand "and" or a comma, and titles; and no
/// verb of the second alone begins a clause of its own.
fn joined(sentence: &Sentence, one: &Actor, other: &Actor) -> bool {
    let annotated = sentence.annotated();
    let between = one.to..other.from;
    if other.from < one.to || other.from - one.to > REACH {
        return false;
    }
    let comma = between.clone().any(|i| annotated.tokens.is(i, ','));
    let also =
        |i: usize| annotated.is(i, WordClass::MeetAlso) || annotated.inside(i, WordClass::MeetAlso);
    let date = |spot: &Spot| spot.kind == SpotKind::Date && between.contains(&spot.from);
    let verbs = [
        WordClass::PersonVerb,
        WordClass::MeetVerb,
        WordClass::MeetHost,
        WordClass::MeetBe,
        WordClass::Future,
    ];
    let breaks = [
        WordClass::Clause,
        WordClass::PersonVerb,
        WordClass::MeetVerb,
        WordClass::MeetHost,
        WordClass::MeetBe,
    ];
    // "X and the commander of the forces in Europe, Y"
    let title = between.clone().find(|&i| {
        annotated.any(i, &[WordClass::Office, WordClass::Rank, WordClass::Honorific]).is_some()
    });
    let own = comma
        && annotated.any(other.to, &verbs).is_some()
        && (sentence.from..one.from).any(|i| annotated.any(i, &verbs).is_some());
    // "President X of Peru and President Y"
    let of = |i: usize| annotated.is(i, WordClass::Of) && sentence.nation(i + 1).is_some();
    (comma || between.clone().any(also))
        && !own
        && !sentence.spots.iter().any(date)
        && between.clone().all(|i| {
            also(i)
                || annotated.any(i, &breaks).is_none()
                    && (!annotated.is(i, WordClass::Governs)
                        || of(i)
                        || title.is_some_and(|title| title < i))
                    && !sentence.mark(i)
                    && sentence.spot_over(i).is_none_or(|spot| {
                        spot.is(EntityKind::Place) || spot.is(EntityKind::Organisation)
                    })
        })
}

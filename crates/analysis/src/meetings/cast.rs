//! Who is told of in a sentence, in order: people and bodies by name with the offices beside
//! them, and words that stand for people (`stand_ins`); those named together as one.

use super::memory::Memory;
use super::offices::beside;
use super::sentence::{Sentence, Spot};
use super::speaker::first_person;
use super::stand_ins::{delegation, holder, initials, partner, pronoun};
use super::titles;
use crate::grammar::Parse;
use crate::grammar::vocabulary::Vocabulary;
use crate::lexicon::WordClass;
use entente_model::EntityKind;
use std::ops::Range;

/// Words for people that are no offices: "widow", "expert".
const OF_SOMEBODY: i32 = 2;

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

/// Those for whom the words of a sentence stand, in order, without overlaps, each alone.
pub(super) fn actors(
    memory: &Memory,
    sentence: &Sentence,
    before: &[Spot],
    vocabulary: &Vocabulary,
) -> Vec<Actor> {
    let named = named(sentence, vocabulary);
    let mut all: Vec<Actor> = Vec::new();
    let mut i = sentence.from;
    while i < sentence.to {
        let here = named.iter().find(|actor| actor.from == i).cloned();
        let actor = here.or_else(|| match sentence.spot_over(i) {
            Some(_) => None,
            None => titles::holder(sentence, before, i)
                .filter(|_| vocabulary.isolating())
                .or_else(|| delegation(sentence, &named, before, i))
                .or_else(|| partner(memory, sentence, &all, i))
                .or_else(|| first_person(memory, sentence, &all, i))
                .or_else(|| pronoun(memory, sentence, &all, i, vocabulary))
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
    all
}

/// The people and bodies of a sentence by name, with the offices told beside them.
fn named(sentence: &Sentence, vocabulary: &Vocabulary) -> Vec<Actor> {
    let of_kind = |kind| sentence.spots.iter().filter(move |spot| spot.is(kind));
    let people = of_kind(EntityKind::Person).map(|spot| {
        let (from, to) = with_offices(sentence, spot, vocabulary);
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
fn with_offices(sentence: &Sentence, spot: &Spot, vocabulary: &Vocabulary) -> (usize, usize) {
    let (mut from, mut to) = (spot.from, spot.to);
    for Range { start: first, end: last } in beside(sentence.report, spot) {
        if last <= spot.from && spot.from - last <= 1 {
            from = from.min(own_office(sentence, first, last));
        } else if first >= spot.to && first - spot.to <= 2 && last <= sentence.to {
            to = to.max(last);
        }
    }
    if vocabulary.isolating() {
        return titles::widened(sentence, spot, from, to);
    }
    (from, to)
}

/// "the widow of President X": somebody else stands before "of".
fn own_office(sentence: &Sentence, first: usize, last: usize) -> usize {
    let annotated = sentence.annotated();
    let other = |i: usize| {
        let somebody = annotated.at(i, WordClass::Office).filter(|hit| hit.value == OF_SOMEBODY)?;
        let of = annotated.at(somebody.next, WordClass::Of)?;
        let titles = [WordClass::Office, WordClass::Rank, WordClass::Honorific];
        let title = of.next < last && annotated.any(of.next, &titles).is_some();
        title.then_some(of.next)
    };
    (first..last).find_map(other).unwrap_or(first)
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

/// The people whose words begin at a token; of several the longest.
pub(super) fn human_at(actors: &[Actor], token: usize) -> Option<&Actor> {
    let here = actors.iter().filter(|actor| actor.human() && actor.from == token);
    here.max_by_key(|actor| actor.to)
}

/// Those whom the grammar finds named together, as one; bodies part nobody.
pub(super) fn grouped(parse: &Parse, single: &[Actor]) -> Vec<Actor> {
    let mut all: Vec<Actor> = single.iter().filter(|actor| !actor.human()).cloned().collect();
    let at = |token: usize| human_at(single, token);
    for chunk in 0..parse.chunks.len() {
        let Some(first) = parse.noun(chunk).filter(|noun| noun.human()) else { continue };
        let together = parse.together(chunk);
        let Some(actor) = at(first.head).filter(|_| *together.start() == chunk) else { continue };
        let mut group = actor.clone();
        for other in together.skip(1).filter_map(|chunk| at(parse.noun(chunk)?.head)) {
            super::add(&mut group.who, other.who.iter().copied());
            group.to = other.to;
        }
        all.push(group);
    }
    all.sort_by_key(|actor| actor.from);
    all
}

//! Who does what a verb tells, and with whom.

use super::add;
use super::cast::{Actor, Party, Sort, governed};
use super::sentence::{Link, SpotKind};
use super::told::Reader;
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// As many tokens may stand between a verb and its subject: titles, clauses between.
pub(super) const REACH: usize = 40;

impl Reader<'_> {
    /// Who does what the verb at a token says.
    pub(super) fn subject(&self, at: usize) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let clause = sentence.clause(at);
        if self.others(at) {
            return Vec::new();
        }
        if let Some(subject) = self.clause_of(at).and_then(|clause| clause.subject) {
            let who = self.side(subject).who;
            if !who.is_empty() {
                return who;
            }
        }
        let before = || {
            let acts = |actor: &&Actor| actor.human() && actor.sort != Sort::Whom;
            let near =
                move |actor: &&Actor| acts(actor) && actor.to <= at && at - actor.to <= REACH;
            self.actors.iter().filter(near)
        };
        let here = || before().filter(|actor| sentence.clause(actor.from) == clause);
        // "where African Union mediators are to brief her"
        if sentence.link(at) == Link::When && here().next().is_none() {
            let body = self.actors.iter().find(|actor| {
                actor.from == clause + 1 && actor.sort == Sort::Body && actor.to <= at
            });
            if let Some(body) = body {
                return body.who.clone();
            }
        }
        let free = || here().rfind(|actor| !governed(sentence, actor));
        // "which their predecessors signed": others than those told of.
        let others = [WordClass::PronounOwn, WordClass::The];
        let which = clause + 1;
        if sentence.link(at) == Link::Who && at > which && annotated.any(which, &others).is_some() {
            return here().next_back().map(|actor| actor.who.clone()).unwrap_or_default();
        }
        // "Opening the fair, President X said …"
        let fronted = at == sentence.from && here().next().is_none();
        if fronted && annotated.tokens.key(at).ends_with("ing") {
            let comma = (at..sentence.to).find(|&i| annotated.tokens.is(i, ','));
            let behind = comma.and_then(|comma| {
                self.actors.iter().find(|actor| actor.human() && actor.from > comma)
            });
            return behind.map(|actor| actor.who.clone()).unwrap_or_default();
        }
        let found = free().or_else(|| match sentence.link(at) {
            // "X, who …": whom it is about.
            Link::Who => before().rfind(|actor| actor.from < clause),
            Link::Main => here().next_back(),
            // "after meeting X": its subject is that of the sentence.
            _ => here().next_back().or_else(|| {
                before().find(|actor| {
                    sentence.link(actor.from) == Link::Main && !governed(sentence, actor)
                })
            }),
        });
        found.map(|actor| actor.who.clone()).unwrap_or_default()
    }

    /// Whether others than those named are to do it: "asked enterprises of France to attend".
    fn others(&self, at: usize) -> bool {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let Some(before) = at.checked_sub(2).filter(|&i| i > sentence.from) else { return false };
        // "We shall sit down": whoever speaks.
        let speaks = |i: usize| ["we", "i", "you"].iter().any(|word| sentence.word(i, word));
        if (before..at).any(speaks) {
            return true;
        }
        if !sentence.word(at - 1, "to") {
            return false;
        }
        if (before.saturating_sub(4)..before).any(|i| sentence.word(i, "by")) {
            // "was invited by the authorities to attend"
            return false;
        }
        let place = self.sentence.spot_over(before).filter(|spot| spot.is(EntityKind::Place));
        let of = place.is_some_and(|place| {
            place.from > sentence.from && annotated.is(place.from - 1, WordClass::Of)
        });
        let verbs = [
            WordClass::Future,
            WordClass::MeetPlanned,
            WordClass::PersonVerb,
            WordClass::MeetAhead,
            WordClass::MeetLight,
        ];
        let word = annotated.tokens.key(before);
        let many = annotated.tokens.is_word(before)
            && !annotated.tokens.capital(before)
            && word.ends_with('s')
            && word.len() > 4
            && !self.covered(before)
            && annotated.any(before, &verbs).is_none()
            && !annotated.inside(before, WordClass::Future);
        of || many
    }

    /// The first behind a token, within so many. Somebody behind a preposition that is not of
    /// the verb is passed by where `strict`.
    pub(super) fn object(&self, from: usize, reach: usize, strict: bool) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let breaks =
            [WordClass::Clause, WordClass::MeetVerb, WordClass::MeetHost, WordClass::PersonVerb];
        let leads = [WordClass::Governs, WordClass::PlaceWhere, WordClass::To];
        // "received in Riyadh today Minister …"
        let setting = |i: usize| {
            let spot = sentence.spots.iter().find(|spot| spot.from > i && spot.from <= i + 2);
            spot.is_some_and(|spot| spot.is(EntityKind::Place) || spot.kind == SpotKind::Date)
        };
        // ", and the Head of State will …": another clause.
        let turns = |i: usize| annotated.tokens.is(i, ',') && annotated.is(i + 1, WordClass::And);
        let titles = [WordClass::Office, WordClass::MeetGeneral, WordClass::Rank];
        let end = sentence.to.min(from + reach);
        let title = (from..end).find(|&i| annotated.any(i, &titles).is_some());
        // "received the Head of the Delegation of the European Union, Ambassador X"
        let governed = |i: usize| {
            let free = setting(i) || title.is_some_and(|title| title < i);
            strict && annotated.any(i, &leads).is_some() && !free
        };
        let blocks = |i: usize| {
            turns(i) || annotated.any(i, &breaks).is_some() || sentence.mark(i) || governed(i)
        };
        // "from both sides" is nobody's meeting with both sides.
        let one =
            |actor: &&Actor| actor.human() && (actor.sort != Sort::Pronoun || actor.who.len() < 2);
        let first = self.actors.iter().find(|actor| one(actor) && actor.from >= from);
        let first =
            first.filter(|actor| actor.from - from <= reach && !(from..actor.from).any(blocks));
        first.map(|actor| actor.who.clone()).unwrap_or_default()
    }
}

/// The first that names anybody.
pub(super) fn first(all: &[&[Party]]) -> Vec<Party> {
    all.iter().find(|people| !people.is_empty()).map(|people| people.to_vec()).unwrap_or_default()
}

/// Those of both, each once.
pub(super) fn union(mut first: Vec<Party>, second: &[Party]) -> Vec<Party> {
    add(&mut first, second.iter().copied());
    first
}

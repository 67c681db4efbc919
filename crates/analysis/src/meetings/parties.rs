//! Who does what a verb tells, and with whom.

use super::add;
use super::cast::{Actor, Party, Sort, governed};
use super::sentence::{Link, SpotKind};
use super::told::Reader;
use crate::lexicon::Sense;
use entente_model::EntityKind;

/// As many tokens may stand between a verb and its subject: titles, clauses between.
pub(super) const REACH: usize = 40;

impl Reader<'_> {
    /// Who does what the verb at a token says.
    pub(super) fn subject(&self, at: usize) -> Vec<Party> {
        let (sentence, scene) = (self.sentence, self.sentence.scene());
        let clause = sentence.clause(at);
        if self.others(at) {
            return Vec::new();
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
        let others = [Sense::PronounOwn, Sense::The];
        let which = clause + 1;
        if sentence.link(at) == Link::Who && at > which && scene.any(which, &others).is_some() {
            return here().next_back().map(|actor| actor.who.clone()).unwrap_or_default();
        }
        // "Opening the fair, President X said …"
        let fronted = at == sentence.from && here().next().is_none();
        if fronted && scene.tokens.key(at).ends_with("ing") {
            let comma = (at..sentence.to).find(|&i| scene.tokens.is(i, ','));
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
        let (sentence, scene) = (self.sentence, self.sentence.scene());
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
        let of = place
            .is_some_and(|place| place.from > sentence.from && scene.is(place.from - 1, Sense::Of));
        let verbs = [
            Sense::Future,
            Sense::MeetPlanned,
            Sense::PersonVerb,
            Sense::MeetAhead,
            Sense::MeetLight,
        ];
        let word = scene.tokens.key(before);
        let many = scene.tokens.is_word(before)
            && !scene.tokens.capital(before)
            && word.ends_with('s')
            && word.len() > 4
            && !self.covered(before)
            && scene.any(before, &verbs).is_none()
            && !scene.inside(before, Sense::Future);
        of || many
    }

    /// The first behind a token, within so many. Somebody behind a preposition that is not of
    /// the verb is passed by where `strict`.
    pub(super) fn object(&self, from: usize, reach: usize, strict: bool) -> Vec<Party> {
        let (sentence, scene) = (self.sentence, self.sentence.scene());
        let breaks = [Sense::Clause, Sense::MeetVerb, Sense::MeetHost, Sense::PersonVerb];
        let leads = [Sense::Governs, Sense::PlaceWhere, Sense::To];
        // "received in Riyadh today Minister …"
        let setting = |i: usize| {
            let spot = sentence.spots.iter().find(|spot| spot.from > i && spot.from <= i + 2);
            spot.is_some_and(|spot| spot.is(EntityKind::Place) || spot.kind == SpotKind::Date)
        };
        // ", and the Head of State will …": another clause.
        let turns = |i: usize| scene.tokens.is(i, ',') && scene.is(i + 1, Sense::And);
        let titles = [Sense::Office, Sense::MeetGeneral, Sense::Rank];
        let end = sentence.to.min(from + reach);
        let title = (from..end).find(|&i| scene.any(i, &titles).is_some());
        // "received the Head of the Delegation of the European Union, Ambassador X"
        let governed = |i: usize| {
            let free = setting(i) || title.is_some_and(|title| title < i);
            strict && scene.any(i, &leads).is_some() && !free
        };
        let blocks = |i: usize| {
            turns(i) || scene.any(i, &breaks).is_some() || sentence.mark(i) || governed(i)
        };
        // "from both sides" is nobody's meeting with both sides.
        let one =
            |actor: &&Actor| actor.human() && (actor.sort != Sort::Pronoun || actor.who.len() < 2);
        let first = self.actors.iter().find(|actor| one(actor) && actor.from >= from);
        let first =
            first.filter(|actor| actor.from - from <= reach && !(from..actor.from).any(blocks));
        first.map(|actor| actor.who.clone()).unwrap_or_default()
    }

    /// Whether somebody without a name is the object: "met with his Polish counterpart".
    pub(super) fn nameless(&self, from: usize) -> bool {
        let (sentence, scene) = (self.sentence, self.sentence.scene());
        let end = sentence.clause_end(from).min(from + 6);
        let office = |i: usize| {
            let hit = scene.any(i, &[Sense::Office, Sense::OfficePlural]);
            hit.is_some() && !self.covered(i)
        };
        let stops = |i: usize| scene.any(i, &[Sense::PlaceWhere, Sense::On, Sense::And]).is_some();
        (from..end).take_while(|&i| !stops(i)).any(office)
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

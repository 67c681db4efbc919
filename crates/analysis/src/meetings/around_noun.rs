//! What stands around a noun of meetings besides its verb: the event of which it is a session, of
//! whom it is said ("X, en visite à Rome"), and participles that say when it was or is to be.

use super::acts::Side;
use super::cast::Party;
use super::frames::Role;
use super::nominal::BEFORE;
use super::parties::union;
use super::sentence::Spot;
use super::told::{Reader, Told};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Mood, NounPhrase};
use crate::grammar::clauses::{Clause, Link};
use crate::lexicon::Hit;
use entente_model::{EntityKind, MeetingKind};

impl Reader<'_> {
    /// What a noun tells with the event that it is a session of, or is the name of. `None` where
    /// that is told once already ("la session du dialogue de Shangri-La"), or what is told was only
    /// beside it ("en marge du sommet").
    pub(super) fn of_event(
        &self,
        chunk: usize,
        noun: &NounPhrase,
        mut found: Told,
    ) -> Option<Told> {
        let nouns = &self.frames.nouns;
        let before = chunk.checked_sub(2).and_then(|before| self.parse.noun(before));
        let session = |noun: &NounPhrase| noun.atom.is_none() && self.event_noun(noun).is_some();
        let told =
            noun.atom.is_some() && self.led_by(chunk, &nouns.by) && before.is_some_and(session);
        if told || self.led_by(chunk, &nouns.aside) {
            return None;
        }
        let of = self.parse.noun(chunk + 2).filter(|_| self.led_by(chunk + 2, &nouns.by));
        if let Some(event) = self.event_at(noun).or_else(|| self.event_at(of?)) {
            let kind = self.kind(event).filter(|_| found.kind != MeetingKind::Visit);
            found.kind = kind.unwrap_or(found.kind);
            found = self.named(found, event);
        }
        Some(found)
    }

    /// The number of the session that a noun tells: where the first of its words is the head, only
    /// what stands right before it counts ("le Premier ministre … à un déjeuner").
    pub(super) fn session_of(&self, noun: &NounPhrase, at: usize) -> i32 {
        let near = (noun.from..at).len();
        self.session_within(at, if self.frames.vocabulary.postposed { near } else { BEFORE })
    }

    /// "les entretiens que X a eus avec Y": who had it.
    pub(super) fn had(&self, which: &Clause, chunk: usize) -> Vec<Party> {
        let carried =
            self.frames.vocabulary.postposed && self.is_form(which, &self.frames.nouns.carry);
        match carried {
            true => union(self.doer(which, chunk).who, &self.agents(which)),
            false => Vec::new(),
        }
    }

    /// The name of an event at the end of a noun phrase.
    pub(super) fn named_noun(&self, noun: &NounPhrase) -> Option<(usize, Hit)> {
        let event = self.event_at(noun)?;
        let kind = self.kind(event)?;
        let value = MeetingKind::ALL.iter().position(|other| *other == kind)?;
        Some((event.from, Hit { value: i32::try_from(value).ok()?, next: event.to }))
    }

    /// The event whose name is the head of a noun phrase, where such names are nouns.
    fn event_at(&self, noun: &NounPhrase) -> Option<&Spot> {
        let named = self.frames.nouns.named && noun.atom == Some(AtomKind::Event);
        let mut spots = self.sentence.spots.iter().filter(|_| named);
        spots.find(|spot| spot.from == noun.head && spot.is(EntityKind::Event))
    }

    /// "X, en visite à Rome": of whom it is said.
    pub(super) fn in_state(&self, chunk: usize) -> Option<Side> {
        let before =
            self.parse.led(chunk).filter(|_| self.led_by(chunk, &self.frames.nouns.state))?;
        let mut chunks = (0..before).rev();
        let human = chunks.find(|&at| !matches!(self.parse.chunks[at], Chunk::Comma))?;
        self.parse.noun(human).filter(|noun| noun.human()).map(|_| self.side(human))
    }

    /// Whether one of these prepositions leads to a noun.
    fn led_by(&self, chunk: usize, prepositions: &[String]) -> bool {
        let leads = self.parse.led(chunk).map(|at| self.parse.chunks[at]);
        matches!(leads, Some(Chunk::Preposition(from, to, _)) if prepositions.contains(&self.words(from, to)))
    }

    /// "la visite à Rome de X, prévue en juin": the participle behind a noun phrase whose words
    /// end before a chunk, if it says that it was or is to be.
    pub(super) fn said_behind(&self, chunk: usize, end: usize) -> Option<&Clause> {
        let nouns = &self.frames.nouns;
        let near = chunk + 1..end + 2;
        self.parse.clauses.iter().find(|clause| {
            self.frames.vocabulary.postposed
                && clause.link == Link::Participle
                && clause.verb.mood == Mood::Participle
                && near.contains(&clause.at)
                && (self.is_form(clause, &nouns.ahead) || self.is_form(clause, &nouns.carry))
        })
    }

    /// Whether the object of a verb is somebody's guest.
    pub(super) fn receives(&self, clause: &Clause) -> bool {
        let frames = self.frames.of_verb(clause.verb.lemma).iter();
        !clause.verb.passive && { frames }.any(|frame| frame.object == Some(Role::Guest))
    }
}

//! What stands around a noun of meetings besides its verb: of whom it is said ("X, en visite à Rome"),
//! and participles that say when it was or is to be.

use super::frames::Role;
use super::sides::Side;
use super::stand::Stand;
use super::told::Reader;
use crate::grammar::chunking::{Chunk, Mood};
use crate::grammar::clauses::{Clause, Link};

impl Reader<'_> {
    /// Who does what carries or leads to a noun.
    pub(super) fn leads_to(
        &self,
        chunk: usize,
        clause: Option<&Clause>,
        stand: Stand,
        visit: bool,
    ) -> Side {
        if let Some(state) = self.in_state(chunk) {
            return state;
        }
        match (clause, stand) {
            // "recevra X pour une visite": X travels.
            (Some(clause), Stand::Led)
                if visit && self.frames.vocabulary.postposed && self.receives(clause) =>
            {
                clause.objects.first().map(|&guest| self.side(guest)).unwrap_or_default()
            }
            (Some(clause), Stand::Carried | Stand::Led) => self.doer(clause, chunk),
            _ => Side::default(),
        }
    }

    /// "X, en visite à Rome": of whom it is said.
    fn in_state(&self, chunk: usize) -> Option<Side> {
        let before =
            self.parse.led(chunk).filter(|_| self.led_by(chunk, &self.frames.nouns.state))?;
        let mut chunks = (0..before).rev();
        let human = chunks.find(|&at| !matches!(self.parse.chunks[at], Chunk::Comma))?;
        self.parse.noun(human).filter(|noun| noun.human()).map(|_| self.side(human))
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

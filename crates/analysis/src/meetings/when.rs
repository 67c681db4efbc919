//! When: which date of a sentence belongs to what one of its clauses tells.
//!
//! That of the words themselves ("Monday's talks", "talks on Monday"), else that of the clause, else
//! that of a clause which tells of the same time: the one that it is joined to, whose purpose it is,
//! or which it goes with. What is said, and what is told about somebody, has a time of its own.

use super::sentence::SpotKind;
use super::setting;
use super::told::Reader;
use crate::grammar::chunking::Chunk;
use crate::grammar::clauses::{Clause, Link};

impl Reader<'_> {
    /// The number of the date of a verb.
    pub(super) fn date_of_verb(&self, clause: &Clause) -> Option<usize> {
        let own = self.own_date(clause);
        own.or_else(|| self.shared_date(clause))
    }

    /// The number of the date of a noun phrase at a chunk, whose words end before another chunk.
    pub(super) fn date_of_noun(
        &self,
        chunk: usize,
        end: usize,
        clause: Option<&Clause>,
    ) -> Option<usize> {
        let own =
            self.parse.noun(chunk).and_then(|noun| noun.date).and_then(|token| self.date_at(token));
        let behind = || (chunk + 1..end).find_map(|chunk| self.date_at_chunk(chunk));
        own.or_else(behind).or_else(|| self.date_of_verb(clause?))
    }

    /// Whether what a clause tells comes after the rest of its sentence: "before leaving for P".
    pub(super) fn later(&self, clause: &Clause) -> bool {
        let preposition = clause.at.checked_sub(1).map(|before| self.parse.chunks[before]);
        match (clause.link, preposition) {
            (Link::Beside(_), Some(Chunk::Preposition(from, to, _))) => {
                self.frames.nouns.before.contains(&self.words(from, to))
            }
            _ => false,
        }
    }

    /// The nearest date of a clause itself; one behind its verb is nearer by half.
    pub(super) fn own_date(&self, clause: &Clause) -> Option<usize> {
        let distance = |chunk: usize| match chunk > clause.at {
            true => (chunk - clause.at) / 2,
            false => clause.at - chunk,
        };
        let dates = clause
            .dates
            .iter()
            .filter_map(|&chunk| Some((distance(chunk), self.date_at_chunk(chunk)?)));
        dates.min().map(|(_, date)| date)
    }

    /// The date of a clause that tells of the same time.
    fn shared_date(&self, clause: &Clause) -> Option<usize> {
        let at = self.parse.clauses.iter().position(|other| other.at == clause.at)?;
        let mut now = clause;
        // The clauses on which it hangs.
        for _ in 0..4 {
            let Some(parent) = now.parent else { break };
            let parent = &self.parse.clauses[parent];
            let same = match now.link {
                Link::Joined | Link::Purpose | Link::Participle | Link::Beside(_) | Link::When => {
                    true
                }
                Link::Main | Link::Relative | Link::Said => false,
            };
            if !same {
                break;
            }
            if let Some(date) = self.own_date(parent) {
                return Some(date);
            }
            now = parent;
        }
        // Those that hang on it: "travelled to Rome to meet X on Monday".
        let children = self.parse.clauses.iter().skip(at + 1);
        let child = |other: &&Clause| {
            other.parent == Some(at)
                && matches!(other.link, Link::Purpose | Link::Joined | Link::When)
        };
        children.filter(child).find_map(|child| self.own_date(child))
    }

    pub(super) fn date_at_chunk(&self, chunk: usize) -> Option<usize> {
        match self.parse.chunks.get(chunk)? {
            Chunk::Date(from, _) => self.date_at(*from),
            _ => None,
        }
    }

    /// The number of the date that begins at a token, if it is no longer than a meeting.
    fn date_at(&self, token: usize) -> Option<usize> {
        let spot = self
            .sentence
            .spots
            .iter()
            .find(|spot| spot.from == token && spot.kind == SpotKind::Date)?;
        let own = setting::short(self.sentence, spot) && !setting::of_paper(self.sentence, spot);
        own.then_some(spot.number)
    }
}

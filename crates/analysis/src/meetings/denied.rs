//! What makes of a verb or noun no meeting: it is denied, was called off, or somebody is only
//! invited to it.

use super::told::Reader;
use crate::grammar::chunking::Modality;
use crate::lexicon::WordClass;
use std::ops::Range;

/// So near before a verb stands "accepted".
const AHEAD: usize = 6;

impl Reader<'_> {
    /// Whether it did not happen, or only might.
    pub(super) fn denied(&self, at: usize) -> bool {
        // Where the grammar knows the clause of every word it tells.
        let clause = self.clause_of(at).filter(|clause| clause.first.is_some());
        if let Some(clause) = clause {
            let verb = &clause.verb;
            return verb.negated
                || matches!(
                    verb.modality,
                    Modality::Possible | Modality::Asked | Modality::Refused
                );
        }
        let taken = self.accepted(at.saturating_sub(AHEAD)..at);
        !taken && self.sentence.within(at, 5, WordClass::MeetNot)
    }

    /// Whether an event stands in a clause that tells only of what may be.
    pub(super) fn wished(&self, token: usize) -> bool {
        let noun = |chunk: &usize| {
            self.parse.noun(*chunk).is_some_and(|noun| noun.from <= token && token < noun.to)
        };
        let chunk = (0..self.parse.chunks.len()).find(noun);
        let clause = chunk.and_then(|chunk| self.parse.around(chunk));
        clause.is_some_and(|clause| {
            let clause = &self.parse.clauses[clause];
            clause.first.is_some() && self.denied(clause.verb.head)
        })
    }

    /// Whether somebody is invited to it: no visit yet.
    pub(super) fn invited(&self, at: usize) -> bool {
        let before = self.sentence.from..at;
        !self.accepted(before.clone()) && self.sentence.has(before, WordClass::MeetInvite)
    }

    /// "accepted an invitation to visit": among these tokens.
    fn accepted(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|i| self.sentence.word(i, "accepted"))
    }
}

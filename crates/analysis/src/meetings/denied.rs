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

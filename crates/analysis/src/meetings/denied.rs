//! What makes of a verb or noun no meeting: it is denied, was called off, or somebody is only
//! invited to it.

use super::told::Reader;
use crate::lexicon::WordClass;
use std::ops::Range;

/// So near before a verb stands "accepted".
const AHEAD: usize = 6;

impl Reader<'_> {
    /// Whether it did not happen, or only might.
    pub(super) fn denied(&self, at: usize) -> bool {
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

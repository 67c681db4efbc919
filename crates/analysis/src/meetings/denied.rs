//! What makes of a verb or noun no meeting: it is denied, or somebody is only invited to it.

use super::told::Reader;
use crate::grammar::chunking::Modality;
use crate::grammar::clauses::Clause;
use crate::lexicon::WordClass;

impl Reader<'_> {
    /// Whether what a verb tells did not happen, or only might.
    pub(super) fn denied(clause: &Clause) -> bool {
        let modality = clause.verb.modality;
        clause.verb.negated
            || matches!(modality, Modality::Possible | Modality::Asked | Modality::Refused)
    }

    /// Whether somebody is invited to it and has not accepted: no visit yet.
    pub(super) fn invited(&self, at: usize) -> bool {
        let before = self.sentence.from..at;
        self.sentence.has(before.clone(), WordClass::MeetInvite)
            && !self.sentence.has(before, WordClass::MeetAccept)
    }
}

//! What makes of a verb or noun no meeting: it is denied, or somebody is only invited to it.

use super::told::Reader;
use crate::grammar::chunking::{Chunk, Modality};
use crate::grammar::clauses::Clause;
use crate::lexicon::WordClass;

impl Reader<'_> {
    /// Whether what a verb tells did not happen, or only might.
    pub(super) fn denied(clause: &Clause) -> bool {
        let modality = clause.verb.modality;
        clause.verb.negated
            || matches!(modality, Modality::Possible | Modality::Asked | Modality::Refused)
    }

    /// Whether somebody is invited to it and has not accepted: no visit yet. "At the invitation of
    /// X" somebody comes.
    pub(super) fn invited(&self, at: usize) -> bool {
        let annotated = self.sentence.annotated();
        let leads = |token: usize| {
            let inside = |chunk: &Chunk| matches!(chunk, Chunk::Preposition(from, to, _) if (*from..*to).contains(&token));
            self.parse.chunks.iter().any(inside)
        };
        let mut before = self.sentence.from..at;
        before.clone().any(|i| annotated.is(i, WordClass::MeetInvite) && !leads(i))
            && !before.any(|i| annotated.is(i, WordClass::MeetAccept))
    }
}

//! Who does what a verb says.

use super::add;
use super::cast::Party;
use super::told::Reader;

impl Reader<'_> {
    /// Who does what the verb at a token says.
    pub(super) fn subject(&self, at: usize) -> Vec<Party> {
        let subject = self.clause_of(at).and_then(|clause| clause.subject);
        subject.map(|subject| self.side(subject).who).unwrap_or_default()
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

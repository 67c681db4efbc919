//! All words of all lists, numbered: a token is looked up once, and from then on numbers
//! are compared.

use crate::interner::Interner;
use crate::tokens::UNKNOWN;

/// Folded words and their numbers.
#[derive(Debug, Default)]
pub(super) struct Words(Interner);

impl Words {
    /// The number of a word, which it gets if it has none.
    pub(super) fn add(&mut self, key: &str) -> u32 {
        self.0.first(key, self.0.len()) as u32
    }

    /// The number of a word, or [`UNKNOWN`].
    pub(super) fn number(&self, key: &str) -> u32 {
        self.0.get(key).map_or(UNKNOWN, |number| number as u32)
    }
}

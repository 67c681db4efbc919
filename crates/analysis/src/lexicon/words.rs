//! All words of all lists, numbered: a token is looked up once, and from then on numbers
//! are compared.

use crate::tokens::UNKNOWN;
use std::collections::BTreeMap;

/// Folded words and their numbers.
#[derive(Debug, Default)]
pub(super) struct Words(BTreeMap<String, u32>);

impl Words {
    /// The number of a word, which it gets if it has none.
    pub(super) fn add(&mut self, key: &str) -> u32 {
        if let Some(&number) = self.0.get(key) {
            return number;
        }
        let number = self.0.len() as u32;
        self.0.insert(key.to_owned(), number);
        number
    }

    /// The number of a word, or [`UNKNOWN`].
    pub(super) fn number(&self, key: &str) -> u32 {
        self.0.get(key).copied().unwrap_or(UNKNOWN)
    }
}

//! Strings and a number for each.
//!
//! Every map of the analysis is one of these, with a list beside it where more is to be
//! kept: it is to run in the page one day, and each further type of map would cost the page
//! a tree of its own.

use std::collections::BTreeMap;

/// Numbers by strings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interner(BTreeMap<String, usize>);

impl Interner {
    /// The number of a string: the one that it has, else this one from now on.
    pub(crate) fn first(&mut self, key: &str, number: usize) -> usize {
        if let Some(&known) = self.0.get(key) {
            return known;
        }
        self.0.insert(key.to_owned(), number);
        number
    }

    /// The number of a string, if it has one.
    pub(crate) fn get(&self, key: &str) -> Option<usize> {
        self.0.get(key).copied()
    }

    /// How many strings have a number.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

//! How the lists write a word: "NATO" in capitals, "Oslo" with one, "met" with none. Worked out
//! where it is asked for, as few texts do.

use super::WordClass;
use crate::tokens::Tokens;

/// How the forms of the lists write a word.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "all four may hold of one word")]
pub(crate) struct Written {
    pub(crate) small: bool,
    pub(crate) capital: bool,
    /// In capitals throughout: an acronym.
    pub(crate) capitals: bool,
    /// It is one of a place.
    pub(crate) place: bool,
}

impl Written {
    /// Whether the lists have the word at all.
    pub(crate) const fn is_known(self) -> bool {
        self.small || self.capital || self.capitals
    }
}

/// Of all words, by their numbers and whether they have no diacritics.
#[derive(Debug, Default)]
pub(crate) struct WrittenWords(Vec<[Written; 2]>);

impl WrittenWords {
    /// Notes how a form writes a word.
    pub(super) fn note(
        &mut self,
        number: u32,
        plain: bool,
        small: bool,
        capitals: bool,
        sense: WordClass,
    ) {
        let number = number as usize;
        if self.0.len() <= number {
            self.0.resize_with(number + 1, Default::default);
        }
        let written = &mut self.0[number][usize::from(plain)];
        written.small |= small;
        written.capitals |= capitals;
        written.capital |= !small && !capitals;
        written.place |= sense.is_place();
    }

    /// How the lists write the word at a token.
    pub(crate) fn at(&self, tokens: &Tokens, i: usize) -> Written {
        let found = self.0.get(tokens.word(i) as usize);
        found.map_or(Written::default(), |found| found[usize::from(tokens.plain(i))])
    }
}

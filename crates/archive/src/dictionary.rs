//! The sorted terms of the index, front-coded in blocks, read in place.
//!
//! Each term is written as the number of bytes that it shares with the term before it
//! and the bytes that follow; every [`BLOCK`]th term is written in full, so that a
//! binary search over blocks and a walk of at most one block finds a term. Terms of one
//! prefix lie side by side. (Witten, Moffat, Bell, "Managing Gigabytes", 2nd ed., §4.1.)
//!
//! A finite state transducer would be smaller before compression; front-coded terms
//! compress well with the rest of the page, need a few hundred bytes of code, and a
//! damaged byte can make them wrong but never make them panic.

use crate::wire::{Field, put_varint, row, take_varint};

/// Terms a block.
pub const BLOCK: usize = 16;

row! {
    /// Where a block of terms begins.
    Block {
        /// In the section of terms, in bytes.
        terms: u32,
        /// In the section of postings, in bytes: the postings of its first term.
        postings: u32,
    }
}

/// Writes terms in ascending order with the length of their postings in bytes.
#[derive(Default)]
pub struct DictionaryWriter {
    /// The section of blocks.
    pub blocks: Vec<u8>,
    /// The section of terms.
    pub terms: Vec<u8>,
    last: String,
    count: usize,
    postings: u32,
}

impl DictionaryWriter {
    /// Appends a term.
    pub fn push(&mut self, term: &str, postings_bytes: u32) {
        let mut shared = 0;
        if self.count.is_multiple_of(BLOCK) {
            Block { terms: self.terms.len() as u32, postings: self.postings }.put(&mut self.blocks);
        } else {
            let same = |(a, b): &(u8, u8)| a == b;
            shared = term.bytes().zip(self.last.bytes()).take_while(same).count();
            put_varint(shared as u32, &mut self.terms);
        }
        put_varint((term.len() - shared) as u32, &mut self.terms);
        self.terms.extend_from_slice(&term.as_bytes()[shared..]);
        put_varint(postings_bytes, &mut self.terms);
        self.last.replace_range(.., term);
        self.count += 1;
        self.postings += postings_bytes;
    }
}

/// A term of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The folded word.
    pub text: String,
    /// Where its postings lie, in bytes.
    pub postings: std::ops::Range<usize>,
}

/// The dictionary, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'a> {
    blocks: crate::wire::Table<'a, Block>,
    terms: &'a [u8],
}

impl<'a> Dictionary<'a> {
    /// The dictionary in these sections; `None` unless all terms can be read, stand in
    /// ascending order and have their postings within `postings` bytes.
    pub fn open(blocks: &'a [u8], terms: &'a [u8], postings: usize) -> Option<Self> {
        let dictionary = Self { blocks: crate::wire::Table::open(blocks)?, terms };
        let (mut last, mut count, mut end) = (None::<String>, 0, 0);
        let mut walk = dictionary.walk(0);
        for term in walk.by_ref() {
            let starts_block = count % BLOCK == 0;
            if last.is_some_and(|last| last >= term.text)
                || term.postings.start != end
                || (starts_block && dictionary.blocks.get(count / BLOCK)?.postings as usize != end)
            {
                return None;
            }
            end = term.postings.end;
            last = Some(term.text);
            count += 1;
        }
        let whole = walk.rest.is_empty() && !walk.broken && end == postings;
        (whole && dictionary.blocks.len() == count.div_ceil(BLOCK)).then_some(dictionary)
    }

    /// The term that is exactly this.
    pub fn get(self, text: &str) -> Option<Term> {
        self.first(text).filter(|term| term.text == text)
    }

    /// Whether a term begins so.
    pub fn has_prefix(self, prefix: &str) -> bool {
        self.first(prefix).is_some_and(|term| term.text.starts_with(prefix))
    }

    /// All terms that begin so, in order.
    pub fn with_prefix(self, prefix: &str) -> Vec<Term> {
        let mut walk = self.walk_to(prefix);
        let mut found = Vec::new();
        while let Some(term) =
            walk.next().filter(|term| term.text.as_str() < prefix || term.text.starts_with(prefix))
        {
            if term.text.as_str() >= prefix {
                found.push(term);
            }
        }
        found
    }

    /// All terms in order.
    pub fn iter(self) -> impl Iterator<Item = Term> + use<'a> {
        self.walk(0)
    }

    /// The first term that is not before `text`.
    #[inline(never)]
    fn first(self, text: &str) -> Option<Term> {
        self.walk_to(text).find(|term| term.text.as_str() >= text)
    }

    /// The terms of the last block that does not begin after `text`, and all behind it.
    fn walk_to(self, text: &str) -> Walk<'a> {
        let (mut low, mut high) = (0, self.blocks.len());
        while high - low > 1 {
            let middle = low.midpoint(high);
            let after = self.walk(middle).next().is_none_or(|term| term.text.as_str() > text);
            if after { high = middle } else { low = middle }
        }
        self.walk(low)
    }

    fn walk(self, block: usize) -> Walk<'a> {
        let start = self.blocks.get(block).unwrap_or(Block { terms: u32::MAX, postings: 0 });
        let rest = self.terms.get(start.terms as usize..).unwrap_or(&[]);
        let place = block * BLOCK;
        Walk { rest, place, text: Vec::new(), postings: start.postings as usize, broken: false }
    }
}

struct Walk<'a> {
    rest: &'a [u8],
    /// Number of the next term.
    place: usize,
    text: Vec<u8>,
    postings: usize,
    /// Bytes that are no term were met.
    broken: bool,
}

impl Walk<'_> {
    fn read(&mut self) -> Option<Term> {
        let starts_block = self.place.is_multiple_of(BLOCK);
        let shared = if starts_block { 0 } else { take_varint(&mut self.rest)? as usize };
        let length = take_varint(&mut self.rest)? as usize;
        let (suffix, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        (shared <= self.text.len()).then(|| self.text.truncate(shared))?;
        self.text.extend_from_slice(suffix);
        let text = String::from_utf8(self.text.clone()).ok()?;
        let end = self.postings.checked_add(take_varint(&mut self.rest)? as usize)?;
        let postings = self.postings..end;
        self.postings = end;
        self.place += 1;
        Some(Term { text, postings })
    }
}

impl Iterator for Walk<'_> {
    type Item = Term;
    fn next(&mut self) -> Option<Term> {
        if self.rest.is_empty() || self.broken {
            return None;
        }
        let term = self.read();
        self.broken = term.is_none();
        term
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    fn written<'t>(terms: impl IntoIterator<Item = &'t String>) -> (DictionaryWriter, usize) {
        let mut writer = DictionaryWriter::default();
        let mut total = 0;
        for (number, term) in terms.into_iter().enumerate() {
            writer.push(term, number as u32 % 5);
            total += number % 5;
        }
        (writer, total)
    }

    proptest! {
        #[test]
        fn finds_what_was_written_and_nothing_else(
            terms in btree_set("[a-cé]{1,4}", 0..80), probe in "[a-cé]{0,4}"
        ) {
            let (writer, total) = written(&terms);
            let dictionary = Dictionary::open(&writer.blocks, &writer.terms, total).unwrap();
            let all: Vec<_> = dictionary.iter().map(|term| term.text).collect();
            prop_assert_eq!(&all, &terms.iter().cloned().collect::<Vec<_>>());
            prop_assert_eq!(dictionary.get(&probe).is_some(), terms.contains(&probe));
            let found: Vec<_> = dictionary.with_prefix(&probe).into_iter().map(|term| term.text).collect();
            prop_assert_eq!(dictionary.has_prefix(&probe), !found.is_empty());
            let wanted: Vec<_> = terms.iter().filter(|t| t.starts_with(&probe)).cloned().collect();
            prop_assert_eq!(found, wanted);
        }

        #[test]
        fn any_bytes_are_a_dictionary_or_none(blocks in vec(any::<u8>(), 0..40), terms: Vec<u8>) {
            if let Some(dictionary) = Dictionary::open(&blocks, &terms, 3) {
                let _ = dictionary.get("a");
            }
        }
    }

    #[test]
    fn refuses_terms_out_of_order() {
        let (writer, total) = written(&["b".to_owned(), "a".to_owned()]);
        assert!(Dictionary::open(&writer.blocks, &writer.terms, total).is_none());
    }
}

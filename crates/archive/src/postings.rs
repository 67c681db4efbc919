//! For each term the documents that have it, and how often in each field.
//!
//! Postings are at the level of documents, without positions: positions would be the
//! largest part of the index, and where a term stands is found again by scanning the
//! few documents that a query leaves (see the crate `search`).
//!
//! A posting is the distance to the document before it, then one number with the count
//! in the body above two bits that say whether the counts of title and headlines follow.

use crate::wire::{put_varint, take_varint};

/// A document that has a term, and how often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Posting {
    /// Number of the document.
    pub document: u32,
    /// How often the term stands in the body, below 2³⁰.
    pub body: u32,
    /// How often it stands in the title.
    pub title: u32,
    /// How often it stands in headlines of other stories on the page.
    pub headlines: u32,
}

/// Appends the postings of one term; documents must ascend.
pub fn put_postings(postings: &[Posting], out: &mut Vec<u8>) {
    let mut next = 0;
    for posting in postings {
        put_varint(posting.document - next, out);
        next = posting.document + 1;
        let title = u32::from(posting.title > 0);
        let headlines = u32::from(posting.headlines > 0);
        put_varint(posting.body << 2 | title << 1 | headlines, out);
        for count in [posting.title, posting.headlines] {
            if count > 0 {
                put_varint(count, out);
            }
        }
    }
}

/// The postings of one term, read in place, in ascending order of documents.
#[derive(Clone, Debug)]
pub struct Postings<'a> {
    rest: &'a [u8],
    next: u32,
    broken: bool,
}

impl<'a> Postings<'a> {
    /// The postings in exactly these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, next: 0, broken: false }
    }

    /// Whether all can be read and name documents below `documents`.
    pub(crate) fn valid(mut self, documents: usize) -> bool {
        let known = self.by_ref().all(|posting| (posting.document as usize) < documents);
        known && !self.broken
    }

    fn read(&mut self) -> Option<Posting> {
        let document = self.next.checked_add(take_varint(&mut self.rest)?)?;
        self.next = document.checked_add(1)?;
        let head = take_varint(&mut self.rest)?;
        let mut count = |bit: u32| {
            if head & bit == 0 { Some(0) } else { take_varint(&mut self.rest) }
        };
        Some(Posting { document, body: head >> 2, title: count(2)?, headlines: count(1)? })
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;
    fn next(&mut self) -> Option<Posting> {
        if self.rest.is_empty() || self.broken {
            return None;
        }
        let posting = self.read();
        self.broken = posting.is_none();
        posting
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::btree_map;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn come_back(counts in btree_map(0..100_000_u32, (0..1_u32 << 30, 0..9_u32, 0..9_u32), 0..50)) {
            let postings: Vec<_> = counts
                .into_iter()
                .map(|(document, (body, title, headlines))| Posting { document, body, title, headlines })
                .collect();
            let mut bytes = Vec::new();
            put_postings(&postings, &mut bytes);
            prop_assert!(Postings::new(&bytes).valid(100_000));
            prop_assert_eq!(Postings::new(&bytes).collect::<Vec<_>>(), postings);
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            Postings::new(&bytes).for_each(drop);
        }
    }
}

//! The index: for each term the documents that have it, and how often in each field.
//!
//! Postings are at the level of documents, without positions: positions would be the largest
//! part of the index, and where a term stands is found again by scanning the few documents
//! that a query leaves (see the crate `search`).
//!
//! Terms are an [`fst::Map`] from the term to the offset of its postings. A posting is the
//! distance to the document before it, then one number with the count in the body above two
//! bits that say whether the counts of title and headlines follow.

use crate::format::append;
use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Map, MapBuilder, Streamer};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

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

/// Terms and their postings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index<'a> {
    /// The transducer.
    #[serde(borrow, with = "serde_bytes")]
    terms: Cow<'a, [u8]>,
    /// For each term the number of bytes of its postings, then these.
    #[serde(borrow, with = "serde_bytes")]
    postings: Cow<'a, [u8]>,
}

impl Index<'_> {
    /// The index of these terms; the documents of each ascend.
    ///
    /// # Panics
    /// Never: terms in their order are what a transducer needs, and memory does not refuse
    /// to be written.
    pub fn new(terms: &BTreeMap<String, Vec<Posting>>) -> Self {
        let mut map = MapBuilder::memory();
        let mut all = Vec::new();
        for (term, postings) in terms {
            map.insert(term, all.len() as u64).expect("terms ascend");
            all = append(all, serde_bytes::Bytes::new(&encoded(postings)));
        }
        let terms = map.into_inner().expect("memory can be written");
        Self { terms: terms.into(), postings: all.into() }
    }

    /// The terms, each with what [`Index::postings`] takes; `None` where they are damaged.
    pub fn terms(&self) -> Option<Map<&[u8]>> {
        Map::new(&*self.terms).ok()
    }

    /// Whether there is such a term.
    pub fn contains(&self, term: &str) -> bool {
        self.terms().is_some_and(|terms| terms.contains_key(term))
    }

    /// Whether a term begins so.
    pub fn has_prefix(&self, prefix: &str) -> bool {
        let begins = Str::new(prefix).starts_with();
        self.terms().is_some_and(|terms| terms.search(begins).into_stream().next().is_some())
    }

    /// The postings of a term.
    pub fn get(&self, term: &str) -> Postings<'_> {
        let offset = self.terms().and_then(|terms| terms.get(term));
        offset.map_or(Postings::new(&[]), |offset| self.postings(offset))
    }

    /// The postings of each term that begins so, in the order of the terms.
    pub fn with_prefix(&self, prefix: &str) -> Vec<Postings<'_>> {
        let mut found = Vec::new();
        if let Some(terms) = self.terms() {
            let mut stream = terms.search(Str::new(prefix).starts_with()).into_stream();
            while let Some((_, offset)) = stream.next() {
                found.push(self.postings(offset));
            }
        }
        found
    }

    /// The postings at an offset that a term has.
    pub fn postings(&self, offset: u64) -> Postings<'_> {
        let bytes = usize::try_from(offset).ok().and_then(|offset| self.postings.get(offset..));
        let bytes = bytes.and_then(|bytes| postcard::take_from_bytes::<&[u8]>(bytes).ok());
        Postings::new(bytes.map_or(&[], |(postings, _)| postings))
    }
}

impl Default for Index<'_> {
    fn default() -> Self {
        Self::new(&BTreeMap::new())
    }
}

fn encoded(postings: &[Posting]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = 0;
    for posting in postings {
        let title = u32::from(posting.title > 0);
        let headlines = u32::from(posting.headlines > 0);
        bytes = append(bytes, &(posting.document - next));
        bytes = append(bytes, &(posting.body << 2 | title << 1 | headlines));
        for count in [posting.title, posting.headlines].iter().filter(|count| **count > 0) {
            bytes = append(bytes, count);
        }
        next = posting.document + 1;
    }
    bytes
}

/// The postings of one term, decoded while they are walked, in ascending order of documents.
#[derive(Clone, Debug)]
pub struct Postings<'a> {
    rest: &'a [u8],
    next: u32,
}

impl<'a> Postings<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, next: 0 }
    }

    fn number(&mut self) -> Option<u32> {
        let (number, rest) = postcard::take_from_bytes(self.rest).ok()?;
        self.rest = rest;
        Some(number)
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;
    fn next(&mut self) -> Option<Posting> {
        let document = self.next.checked_add(self.number()?)?;
        self.next = document.checked_add(1)?;
        let head = self.number()?;
        let mut count = |bit| if head & bit == 0 { Some(0) } else { self.number() };
        let (title, headlines) = (count(2)?, count(1)?);
        Some(Posting { document, body: head >> 2, title, headlines })
    }
}

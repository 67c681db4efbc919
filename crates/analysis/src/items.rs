//! The items of a bulletin: where several lead-ins with a day stand in one text, each begins a
//! report of its own, whose "today" and "here" are those of its lead-in.
//!
//! An item begins with the headline above its lead-in and ends before the next one. Names and
//! words that stand for them are those of the whole text.

use crate::boilerplate::{Block, Lead};
use crate::dates::Found;
use crate::span::Span;
use std::ops::Range;

/// A bulletin has no more items; a text with more is read as one report.
const MOST: usize = 64;

/// A part of a text that is a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Its blocks.
    pub(crate) blocks: Range<usize>,
    /// Its lead-in, where the text has several items.
    pub(crate) lead: Option<Lead>,
}

impl Item {
    /// The dates that stand in it, of those of the text.
    pub(crate) fn dates<'f>(&self, found: &'f [Found]) -> &'f [Found] {
        let before = |block: usize| found.partition_point(|date| date.block < block);
        &found[before(self.blocks.start)..before(self.blocks.end)]
    }

    /// Where it was filed.
    pub(crate) fn place(&self) -> Option<Span> {
        self.lead?.place
    }
}

/// The items of a text, in order; a text that is no bulletin is one.
pub(crate) fn of(text: &str, blocks: &[Block]) -> Vec<Item> {
    let dated =
        |block: &Block| block.lead.filter(|lead| lead.date.is_some() && lead.place.is_some());
    let heads: Vec<(usize, Lead)> =
        blocks.iter().enumerate().filter_map(|(n, block)| Some((n, dated(block)?))).collect();
    if !(2..=MOST).contains(&heads.len()) {
        return vec![Item { blocks: 0..blocks.len(), lead: None }];
    }
    let mut items: Vec<Item> = Vec::with_capacity(heads.len());
    for (n, lead) in heads {
        let start = if items.is_empty() { 0 } else { headline(text, blocks, n) };
        if let Some(last) = items.last_mut() {
            last.blocks.end = start;
        }
        items.push(Item { blocks: start..blocks.len(), lead: Some(lead) });
    }
    items
}

/// The block above a lead-in if it is a headline, else that of the lead-in.
fn headline(text: &str, blocks: &[Block], lead: usize) -> usize {
    let words = blocks[lead - 1].body.of(text);
    let closed = words.ends_with(['.', '!', '?', '”', '"', '»', ')', ':', ';']);
    if words.is_empty() || closed || blocks[lead - 1].lead.is_some() { lead } else { lead - 1 }
}

//! Snippets: the passages that show why a document was found.
//!
//! A snippet is a piece of the text as received, never rewritten, so that every mark in
//! it is a mark in the source. It is the sentence (or the dateline) around a hit; a long sentence is cut
//! between words near the hits. Of all sentences with hits those come first that answer
//! to most parts of the query.

use crate::engine::{Hit, HitField};
use entente_archive::{Boilerplate, DocumentRef};
use entente_model::order::{Key, sort};
use entente_model::{BoilerplateKind, Span};
use std::cmp::Reverse;

/// Longest snippet, in bytes; a hit that is longer still is shown whole.
const LONGEST: usize = 260;

/// A piece of a document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Bytes of the text as received.
    pub span: Span,
    /// Hits in it, as bytes of the text as received.
    pub marks: Vec<Span>,
    /// It begins in the middle of a sentence.
    pub cut_before: bool,
    /// It ends in the middle of a sentence.
    pub cut_after: bool,
}

/// At most `most` snippets in reading order; without hits in the body the beginning of
/// the first paragraph.
pub fn snippets(document: &DocumentRef<'_>, hits: &[Hit], most: usize) -> Vec<Snippet> {
    let hits: Vec<Hit> = hits.iter().filter(|hit| hit.field == HitField::Body).copied().collect();
    // Sentences with hits, those first that answer to most leaves; a set of leaves is the
    // bits of a number.
    let mut found: Vec<Key> = Vec::new();
    if !hits.is_empty() {
        let sentences = document.sentences.iter().map(|sentence| sentence.span);
        // A dateline is no sentence, but a hit in it is a reason.
        let own = |piece: &&Boilerplate| piece.kind != BoilerplateKind::Teaser;
        let own = document.boilerplate.iter().filter(own).map(|piece| piece.span);
        for sentence in sentences.chain(own) {
            let leaves =
                inside(&hits, sentence).iter().fold(0_u64, |all, hit| all | 1 << (hit.leaf % 64));
            if leaves > 0 {
                found.push([!leaves.count_ones(), sentence.start, sentence.end, 0]);
            }
        }
    }
    sort(&mut found);
    found.truncate(most);
    for key in &mut found {
        key[0] = 0;
    }
    sort(&mut found);
    let show = |[_, start, end, _]: Key| {
        let sentence = Span { start, end };
        around(document, sentence, inside(&hits, sentence))
    };
    let mut shown: Vec<Snippet> = found.into_iter().map(show).collect();
    if shown.is_empty() {
        shown.extend(document.paragraphs().first().map(|first| around(document, *first, &[])));
    }
    shown
}

/// The hits that lie in a sentence.
fn inside(hits: &[Hit], sentence: Span) -> &[Hit] {
    let first = hits.partition_point(|hit| hit.span.start < sentence.start);
    let last = hits.partition_point(|hit| hit.span.end <= sentence.end);
    hits.get(first..last).unwrap_or(&[])
}

/// The sentence, or a piece of it with as many of the hits as one piece can hold.
fn around(document: &DocumentRef<'_>, sentence: Span, hits: &[Hit]) -> Snippet {
    let text = document.text();
    let (mut start, mut end) = (sentence.start as usize, sentence.end as usize);
    if end - start > LONGEST {
        // The densest run of hits that fits, then room on both sides.
        let run = |from: usize| {
            let first = hits[from].span.start as usize;
            hits[from..].iter().take_while(|hit| hit.span.end as usize - first <= LONGEST).count()
        };
        let best = (0..hits.len()).max_by_key(|&from| (run(from), Reverse(from)));
        let (from, to) = best.map_or((start, start), |from| {
            let last = from + run(from).max(1) - 1;
            (hits[from].span.start as usize, hits[last].span.end as usize)
        });
        let room = LONGEST.saturating_sub(to - from);
        let wanted = from.saturating_sub(room / 2).max(start);
        let stop = (wanted + LONGEST).clamp(to, end.max(to));
        let wanted = stop.saturating_sub(LONGEST).clamp(start, from);
        start = if wanted == start { start } else { word_start(text, wanted, from) };
        end = if stop == end { end } else { word_stop(text, stop, to) };
    }
    let span = Span { start: start as u32, end: end as u32 };
    let within = |hit: &&Hit| span.start <= hit.span.start && hit.span.end <= span.end;
    Snippet {
        span,
        marks: hits.iter().filter(within).map(|hit| hit.span).collect(),
        cut_before: span.start > sentence.start,
        cut_after: span.end < sentence.end,
    }
}

/// The first beginning of a word from `wanted` on, at the latest `limit`.
fn word_start(text: &str, wanted: usize, limit: usize) -> usize {
    let wanted = text.ceil_char_boundary(wanted);
    let slice = text.get(wanted..limit).unwrap_or_default();
    slice.find(char::is_whitespace).map_or(limit, |space| {
        let rest = &slice[space..];
        limit - rest.trim_start().len()
    })
}

/// The last end of a word up to `wanted`, at the earliest `limit`.
fn word_stop(text: &str, wanted: usize, limit: usize) -> usize {
    let wanted = text.floor_char_boundary(wanted);
    let slice = text.get(limit..wanted).unwrap_or_default();
    slice.rfind(char::is_whitespace).map_or(limit, |space| limit + slice[..space].trim_end().len())
}

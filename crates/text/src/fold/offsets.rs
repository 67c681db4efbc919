//! Where folded text came from.
//!
//! Folding keeps most of a text byte for byte, so the map lists only the clusters that
//! change length or shape; between two of them both texts run in step. A cluster is one
//! character with the marks that follow it, or several jamo that became one syllable. It
//! cannot be divided: whoever points into it gets all of it.

use std::ops::Range;

/// The clusters in which source and folded text are not in step, in order; they never
/// overlap. Outside of them both texts have the same character lengths at the same distance.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offsets {
    changes: Vec<Change>,
    /// Where the last cluster that gave text begins, for marks that still join it.
    last: Option<(usize, usize)>,
}

/// A cluster: its bytes in the source, never none, and those that it gave.
#[derive(Clone, Debug)]
struct Change {
    source: Range<usize>,
    folded: Range<usize>,
}

impl Offsets {
    /// Notes a character that folds to one of the same length.
    pub(crate) fn in_step(&mut self, source: usize, folded: usize) {
        self.last = Some((source, folded));
    }

    /// Notes a character that folds to something of another length or to several characters.
    pub(crate) fn changed(&mut self, source: Range<usize>, folded: Range<usize>) {
        self.last = Some((source.start, folded.start));
        self.changes.push(Change { source, folded });
    }

    /// Notes a character that gave nothing and belongs to nothing.
    pub(crate) fn dropped(&mut self, source: Range<usize>, folded: usize) {
        self.changes.push(Change { source, folded: folded..folded });
    }

    /// Notes a character that joins the last cluster, which now gives the text up to
    /// `folded_end`.
    pub(crate) fn joined(&mut self, source: Range<usize>, folded_end: usize) {
        let Some((start, folded)) = self.last else {
            return self.dropped(source, folded_end);
        };
        while self.changes.last().is_some_and(|change| change.source.start >= start) {
            self.changes.pop();
        }
        self.changes.push(Change { source: start..source.end, folded: folded..folded_end });
    }

    /// The source bytes of the clusters that gave a range of folded bytes.
    pub(crate) fn to_source(&self, folded: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let before = self.changes.partition_point(|change| change.folded.start <= at);
            before.checked_sub(1).and_then(|last| self.changes.get(last))
        };
        translate(folded, place, |change| (&change.folded, &change.source))
    }

    /// The folded bytes that the clusters touched by a range of source bytes gave.
    pub(crate) fn to_folded(&self, source: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let before = self.changes.partition_point(|change| change.source.start <= at);
            before.checked_sub(1).and_then(|last| self.changes.get(last))
        };
        translate(source, place, |change| (&change.source, &change.folded))
    }
}

/// Takes a range from one text to the other. `place` finds the last change that begins at
/// or before a byte; `sides` gives its range in the text we come from, then in the other.
fn translate<'a>(
    range: Range<usize>,
    place: impl Fn(usize) -> Option<&'a Change>,
    sides: impl Fn(&'a Change) -> (&'a Range<usize>, &'a Range<usize>),
) -> Range<usize> {
    // The bytes of the other text that stand for the byte at `at`.
    let byte = |at: usize| match place(at).map(&sides) {
        Some((from, to)) if at < from.end => to.clone(),
        Some((from, to)) => to.end + (at - from.end)..to.end + (at - from.end) + 1,
        None => at..at + 1,
    };
    let start = byte(range.start).start;
    if range.start >= range.end {
        return start..start;
    }
    start..byte(range.end - 1).end.max(start)
}

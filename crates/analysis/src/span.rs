//! Places in a text.

use std::ops::Range;

/// From a byte to a byte of the text as received, the end not included; both on
/// borders of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The part of the text that the span covers; empty where it covers none.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the other lies inside, borders included.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both have a byte in common.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self { start, end: start + inner.trim().len() }
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_white_space_of_every_kind() {
        let text = "a \u{a0} Hà Nội\n b";
        let span = Span { start: 1, end: text.len() - 1 }.trimmed(text);
        assert_eq!(span.of(text), "Hà Nội");
        assert!(Span { start: 1, end: 4 }.trimmed(text).is_empty());
        assert_eq!(Span { start: 6, end: 7 }.of("Hà Nội"), "");
    }
}

//! Offsets as JavaScript counts.

use entente_model::Span;
use std::cell::Cell;

/// Offsets of a text in UTF-16 code units, counted on from the last one asked for.
pub(super) struct Utf16<'t> {
    text: &'t str,
    /// The last offset asked for, in bytes and in code units.
    last: Cell<(usize, u32)>,
}

impl<'t> Utf16<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, last: Cell::default() }
    }

    fn at(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let (from, units) = match self.last.get() {
            (from, _) if from > byte => (0, 0),
            last => last,
        };
        let between = self.text.get(from..byte).unwrap_or_default();
        let units = units + between.encode_utf16().count() as u32;
        self.last.set((byte, units));
        units
    }

    pub(super) fn span(&self, span: Span) -> (u32, u32) {
        (self.at(span.start), self.at(span.end))
    }
}

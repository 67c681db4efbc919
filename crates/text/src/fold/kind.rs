//! What a run of the letter table does, and how that is packed into 16 bits.
//!
//! The build script includes this file to write the table; `letters` reads it.

/// What folding does to the characters of a run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Each stays as it is.
    Same,
    /// Each folds to the target.
    All,
    /// The first folds to the target, the next to the one after it, and so on.
    Shift,
    /// As `Shift`, but only the first, the third, the fifth; those between stay.
    EveryOther,
    /// The one character folds to a text: the target is its place in the pool, the count
    /// its length in bytes.
    Text,
    /// Diacritics: dropped, part of the letter before.
    Mark,
    /// Marks that spell sounds: kept, part of the letter before.
    KeptMark,
    /// Dropped, part of nothing.
    Invisible,
}

impl Kind {
    const BY_CODE: [Self; 8] = [
        Self::Same,
        Self::All,
        Self::Shift,
        Self::EveryOther,
        Self::Text,
        Self::Mark,
        Self::KeptMark,
        Self::Invisible,
    ];

    /// The kind in the upper 3 bits, a count in the lower 13; `None` where it is too long.
    #[allow(dead_code, reason = "for the build script")]
    pub(crate) const fn with_count(self, count: usize) -> Option<u16> {
        if count < 1 << 13 { Some((self as u16) << 13 | count as u16) } else { None }
    }

    /// The two parts of [`Kind::with_count`].
    #[allow(dead_code, reason = "not for the build script")]
    pub(crate) const fn and_count(packed: u16) -> (Self, u16) {
        (Self::BY_CODE[(packed >> 13) as usize], packed & ((1 << 13) - 1))
    }
}

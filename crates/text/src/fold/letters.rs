//! One character at a time: what it folds to.
//!
//! The table is made by the build script from the full compatibility decomposition of each
//! character, lowered and without diacritics; here it is only searched. It covers the Basic
//! Multilingual Plane. Regular blocks need no rows: full-width ASCII and the alphabets of
//! mathematics are arithmetic, Hangul is composed in [`super`].
//!
//! Some blocks fold to themselves on purpose. Compatibility ideographs, radicals, squared
//! and enclosed East Asian forms, numbers in brackets and compatibility jamo would take a
//! thousand rows for signs that news text in Unicode does not use; Arabic presentation
//! forms belong to fonts, not to texts; letters beyond the Basic Multilingual Plane are
//! historic scripts (and Adlam), in which no report of this kind is written. All of them
//! can be searched, only not by another form of themselves.

use super::kind::Kind;

mod table {
    include!(concat!(env!("OUT_DIR"), "/letters.rs"));
}

/// What a character folds to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Letter {
    /// Itself.
    Same,
    /// Another character.
    Char(char),
    /// Several characters.
    Text(&'static str),
    /// Nothing; it is part of the letter before it.
    Mark,
    /// Itself; it is part of the letter before it.
    KeptMark,
    /// Nothing, and it is part of no letter.
    Invisible,
}

/// What `c` folds to. ASCII is the business of the caller: it comes back as [`Letter::Same`].
pub(crate) fn letter(c: char) -> Letter {
    let code = u32::from(c);
    match code {
        0xff01..=0xff5e => ascii(code - 0xff01 + 0x21),
        // Thirteen alphabets of 26 capitals and 26 small letters, then five rows of digits.
        0x1_d400..=0x1_d6a3 => ascii(0x61 + (code - 0x1_d400) % 26),
        0x1_d7ce..=0x1_d7ff => ascii(0x30 + (code - 0x1_d7ce) % 10),
        // The tags that spell regional flags, and further variation selectors.
        0xe_0020..=0xe_007f | 0xe_0100..=0xe_01ef => Letter::Mark,
        0x80..=0xffff => from_table(code as u16),
        _ => Letter::Same,
    }
}

/// Whether a character has no width and no ink of its own.
pub(crate) fn is_invisible(c: char) -> bool {
    !c.is_ascii() && (is_selector(c) || letter(c) == Letter::Invisible)
}

/// Whether a character only chooses between shapes of the one before it.
pub(crate) const fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn ascii(code: u32) -> Letter {
    Letter::Char((code as u8 as char).to_ascii_lowercase())
}

fn from_table(code: u16) -> Letter {
    let Some(row) = table::FIRST.partition_point(|&first| first <= code).checked_sub(1) else {
        return Letter::Same;
    };
    let (kind, count) = Kind::and_count(table::SPAN[row]);
    let (step, target) = (code - table::FIRST[row], table::TARGET[row]);
    if kind == Kind::Text {
        let text = table::POOL.get(usize::from(target)..usize::from(target + count));
        return text.filter(|_| step == 0).map_or(Letter::Same, Letter::Text);
    }
    if step >= count {
        return Letter::Same;
    }
    match kind {
        Kind::All => to_char(target),
        Kind::Shift => to_char(target + step),
        Kind::EveryOther if step % 2 == 0 => to_char(target + step),
        Kind::Mark => Letter::Mark,
        Kind::KeptMark => Letter::KeptMark,
        Kind::Invisible => Letter::Invisible,
        Kind::EveryOther | Kind::Same | Kind::Text => Letter::Same,
    }
}

fn to_char(code: u16) -> Letter {
    char::from_u32(u32::from(code)).map_or(Letter::Same, Letter::Char)
}

//! Folding: the one form under which all ways to write a word meet.
//!
//! `Ha Noi`, `Hà Nội` and `HÀ NỘI` are the same to a reader who searches, and so are `œ` and
//! `oe`, straight and curly quotes, composed and decomposed letters. [`fold`] takes away
//! case, diacritics, ligatures, compatibility forms and the typography of quotes, dashes
//! and spaces, and remembers where every byte came from, so that a hit in the folded text
//! can be marked in the original.
//!
//! - Folding what is folded changes nothing, and canonically equivalent texts fold alike.
//!   (Outside of the blocks that `letters` leaves out. Folding goes by character: vowel
//!   signs of an Indic script in an order that nobody writes keep that order.)
//! - Diacritics go in Latin, Greek, Cyrillic, Hebrew, Arabic and kana. Vowel signs of other
//!   scripts are letters in all but name, and stay.
//! - Each kind of white space becomes one space. Line ends stay: `\r\n` and a lone `\r`
//!   become `\n`.
//! - Soft hyphens, zero-width characters and direction marks are dropped.
//! - Hangul syllables stay; conjoining jamo are composed into syllables.
//!
//! `letters` decides for one character, `offsets` keeps the map.

mod kind;
pub(crate) mod letters;
pub(crate) mod offsets;

use crate::reading::reading;
use letters::{Letter, letter};
use offsets::Offsets;
use std::ops::Range;

/// Folded text with a map of offsets both ways.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    offsets: Offsets,
    source_len: usize,
    /// Of a text that was read first, the map of the reading.
    reading: Option<Offsets>,
}

/// Folds a text and maps its bytes.
pub fn fold(source: &str) -> Folded {
    let mut offsets = Offsets::default();
    let text = fold_with(source, Some(&mut offsets));
    Folded { text, offsets, source_len: source.len(), reading: None }
}

/// Folds a text as it is read: with the words whole that the end of a line divides. Offsets
/// are those of the original.
pub fn fold_reading(source: &str) -> Folded {
    let read = reading(source);
    let folded = fold(read.text());
    Folded { source_len: source.len(), reading: read.into_offsets(), ..folded }
}

/// Folds a text: the same text as [`fold`], without the map.
pub fn fold_str(source: &str) -> String {
    fold_with(source, None)
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The smallest range of source bytes that gave this range of folded bytes, with the
    /// marks that follow it.
    ///
    /// Both ends lie on character boundaries of the source. A range that begins or ends
    /// inside a character (or beyond the text) is widened to whole characters (or cut); an
    /// empty one gives an empty one.
    pub fn to_source(&self, folded: Range<usize>) -> Range<usize> {
        let read = self.offsets.to_source(self.whole_characters(folded));
        let source = self.reading.as_ref().map_or(read.clone(), |map| map.to_source(read));
        let end = source.end.min(self.source_len);
        source.start.min(end)..end
    }

    /// The range of folded bytes that this range of source bytes gave.
    ///
    /// A range that begins or ends inside a letter with its marks is widened to all of it;
    /// one beyond the text is cut. Dropped characters alone give an empty range.
    pub fn to_folded(&self, source: Range<usize>) -> Range<usize> {
        let end = source.end.min(self.source_len);
        let start = source.start.min(self.source_len);
        let source = start..end;
        let read = self.reading.as_ref().map_or(source.clone(), |map| map.to_folded(source));
        self.whole_characters(self.offsets.to_folded(read))
    }

    /// A range of folded bytes, cut to the text and widened to character boundaries.
    fn whole_characters(&self, range: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start);
        if range.start >= range.end {
            return start..start;
        }
        start..self.text.ceil_char_boundary(range.end)
    }
}

fn fold_with(source: &str, mut offsets: Option<&mut Offsets>) -> String {
    let mut text = String::with_capacity(source.len());
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let folded = text.len();
        let mut end = at + c.len_utf8();
        let mut joined = false;
        let image = if c.is_ascii() { Letter::Char(fold_ascii(c)) } else { letter(c) };
        match image {
            Letter::Same | Letter::KeptMark => joined = push_hangul(&mut text, c),
            Letter::Char(plain) => text.push(plain),
            Letter::Text(plain) => text.push_str(plain),
            Letter::Mark => joined = true,
            Letter::Invisible => {}
        }
        if c == '\r' && chars.next_if(|&(_, next)| next == '\n').is_some() {
            end += 1;
        }
        let Some(offsets) = offsets.as_deref_mut() else { continue };
        if joined {
            offsets.joined(at..end, text.len());
        } else if text.len() == folded {
            offsets.dropped(at..end, folded);
        } else if text.len() - folded == end - at && !matches!(image, Letter::Text(_)) {
            offsets.in_step(at, folded);
        } else {
            offsets.changed(at..end, folded..text.len());
        }
    }
    text
}

fn fold_ascii(c: char) -> char {
    match c {
        '\t' | '\x0b' | '\x0c' => ' ',
        '\r' => '\n',
        _ => c.to_ascii_lowercase(),
    }
}

/// Adds a character that stays as it is; true where it joined the syllable before it.
///
/// Syllables are composed by arithmetic (The Unicode Standard, 3.12): 19 leading
/// consonants, 21 vowels, 27 trailing consonants or none.
fn push_hangul(text: &mut String, c: char) -> bool {
    let composed = match (text.chars().next_back().map(u32::from), u32::from(c)) {
        (Some(lead @ 0x1100..=0x1112), vowel @ 0x1161..=0x1175) => {
            char::from_u32(0xac00 + ((lead - 0x1100) * 21 + (vowel - 0x1161)) * 28)
        }
        (Some(open @ 0xac00..=0xd7a3), trail @ 0x11a8..=0x11c2) if (open - 0xac00) % 28 == 0 => {
            char::from_u32(open + trail - 0x11a7)
        }
        _ => None,
    };
    if composed.is_some() {
        text.pop();
    }
    text.push(composed.unwrap_or(c));
    composed.is_some()
}

#[cfg(test)]
mod tests;

//! A text as it is read: without what nobody sees, and with the words whole that the end of
//! a line divides.
//!
//! Pages and documents leave characters in a text that are no part of it: soft hyphens,
//! zero-width spaces, direction marks, byte order marks, variation selectors. They are
//! dropped. A word with a hyphen at the end of a line is put together (`hyphens` says when
//! the hyphen is one of spelling and stays), and the line ends behind the word: how long
//! the lines of a text are tells its paragraphs. Character references that a page has left
//! ("O&#8217;Dowd") are read as their characters.
//!
//! All that reads a text starts here, so that no rule has to know of these characters, and
//! gives its spans in bytes of the original by [`Reading::to_source`]. Most texts have
//! nothing of the kind and are borrowed as they are.

mod hyphens;
mod references;

use crate::fold::letters::{is_invisible, is_selector};
use crate::fold::offsets::Offsets;
use std::borrow::Cow;
use std::ops::Range;

/// A text as it is read, with a map of offsets to the original.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    text: Cow<'s, str>,
    offsets: Offsets,
}

/// Reads a text. Reading what was read changes nothing.
pub fn reading(source: &str) -> Reading<'_> {
    if !source.contains(is_invisible) && !source.contains('&') && !hyphens::any(source) {
        return Reading { text: Cow::Borrowed(source), offsets: Offsets::default() };
    }
    let mut offsets = Offsets::default();
    let mut text = String::with_capacity(source.len());
    let mut chars = source.char_indices().peekable();
    // The line end that a divided word has moved behind itself.
    let mut moved: Option<&str> = None;
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let rest = source.get(end..).unwrap_or_default();
        if let Some(divided) = hyphens::divided(&text, c, rest) {
            let next = end + divided.gap.len();
            if divided.keeps_hyphen {
                offsets.in_step(at, text.len());
                text.push(c);
                offsets.dropped(end..next, text.len());
            } else {
                offsets.dropped(at..next, text.len());
            }
            while chars.next_if(|&(at, _)| at < next).is_some() {}
            moved = Some(divided.line_end);
        } else if let Some((named, length)) = references::reference(&source[at..]) {
            let next = at + length;
            offsets.changed(at..next, text.len()..text.len() + named.len_utf8());
            text.push(named);
            while chars.next_if(|&(at, _)| at < next).is_some() {}
        } else if is_selector(c) {
            offsets.joined(at..end, text.len());
        } else if is_invisible(c) {
            offsets.dropped(at..end, text.len());
        } else if let Some(line_end) = moved.take_if(|_| c.is_whitespace()) {
            // A line ends already, or would end with a hyphen that divides nothing.
            let stays = matches!(c, '\n' | '\r') || text.ends_with(hyphens::is_hyphen);
            let line_end = if stays { &source[at..end] } else { line_end };
            offsets.changed(at..end, text.len()..text.len() + line_end.len());
            text.push_str(line_end);
        } else {
            offsets.in_step(at, text.len());
            text.push(c);
        }
    }
    if text == source {
        return Reading { text: Cow::Borrowed(source), offsets: Offsets::default() };
    }
    Reading { text: Cow::Owned(text), offsets }
}

impl Reading<'_> {
    /// The text to read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is the original, byte for byte.
    pub const fn is_original(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// The bytes of the original that a range of the text comes from: from the first of its
    /// characters to the last, with what was dropped between them.
    pub fn to_source(&self, range: Range<usize>) -> Range<usize> {
        if self.is_original() { range } else { self.offsets.to_source(range) }
    }

    /// The map alone; none where the text is the original.
    pub(crate) fn into_offsets(self) -> Option<Offsets> {
        (!self.is_original()).then_some(self.offsets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let read = reading(source);
        assert_eq!(read.text(), expected);
        assert_eq!(read.is_original(), source == expected);
    }

    /// What stands between bars in the original is this word of the text.
    #[track_caller]
    fn check_span(marked: &str, word: &str) {
        let start = marked.find('|').expect("a bar");
        let end = marked.rfind('|').expect("a second bar") - 1;
        let source = marked.replace('|', "");
        let read = reading(&source);
        let at = read.text().find(word).expect("the word");
        assert_eq!(read.to_source(at..at + word.len()), start..end, "{marked:?}");
    }

    #[test]
    fn what_nobody_sees_is_dropped() {
        check("Hà Nội, 7 May", "Hà Nội, 7 May");
        check("\u{feff}Ada\u{ad} Bra\u{200b}ndt\u{200e} \u{2068}met\u{2069}", "Ada Brandt met");
        check("\u{202b}Ma\u{2060}y\u{202c} 7❤\u{fe0f}", "May 7❤");
    }

    #[test]
    fn divided_words_are_whole_and_lines_end_behind_them() {
        check("Ada Lind-\nqvist said\nso", "Ada Lindqvist\nsaid\nso");
        check("Prime Minis-\r\n  ter Brandt", "Prime Minister\r\nBrandt");
        check("coopera\u{ad}\ntion, trade", "cooperation,\ntrade");
        check("Lind- \u{200b}\nqvist", "Lindqvist");
        check("long coopera-\ntion\nends", "long cooperation\nends");
        check("trans-\npor-\ntation of", "transportation\nof");
    }

    #[test]
    fn references_are_read_as_their_characters() {
        check("O&#8217;Dowd &ndash; O&#x27;Brien&rsquo;s", "O’Dowd – O'Brien’s");
        check(
            "Bras&iacute;lia, &Aring;land, &eacute;lan, &xacute;",
            "Brasília, Åland, élan, &xacute;",
        );
        check(
            "AT&amp;T & Co; &#38;#39; &#x110000; &unknown; &",
            "AT&amp;T & Co; &#38;#39; &#x110000; &unknown; &",
        );
        check_span("met |O&#8217;Dowd| in", "O’Dowd");
    }

    #[test]
    fn hyphens_of_spelling_stay() {
        check("a Franco-\nVietnamese pact", "a Franco-Vietnamese\npact");
        check("the secretary-\ngeneral said", "the secretary-general\nsaid");
        check("secretary-\nt\u{200b}h\u{200b}e\u{200b} self", "secretary-the\nself");
        check("self-\ndefence forces", "self-defence\nforces");
        check("2018-\n2024", "2018-\n2024");
        check("talks -\nand more", "talks -\nand more");
        check("talks—\nand more", "talks—\nand more");
        check("coopera-\n\ntion", "coopera-\n\ntion");
        check("- \na", "- \na");
    }

    #[test]
    fn spans_hold_all_that_was_written() {
        check_span("\u{feff}|Ada Bra\u{200b}ndt|\u{200b} met", "Ada Brandt");
        check_span("Ada |Lind-\nqvist| said", "Lindqvist");
        check_span("a |➡\u{fe0f}| b", "➡");
        check_span("Ada Lind-\nqvist |said|", "said");
        check_span("the |secretary-\r\ngeneral|, said", "secretary-general");
    }

    fn texts() -> impl Strategy<Value = String> {
        const PIECES: [&str; 16] = [
            "&#8217;", "&#x2", "&", "a", "Bé", "self", "-", "‐", "\u{ad}", "\n", "\r\n", " ",
            "\u{200b}", "—", "7", "\u{301}",
        ];
        proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30)
            .prop_map(|pieces| pieces.concat())
    }

    fn references(text: &str) -> String {
        text.replace("&#8217;", "’")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn reading_twice_is_reading_once(source in texts()) {
            let once = reading(&source);
            let twice = reading(once.text());
            prop_assert_eq!(twice.text(), once.text());
        }

        #[test]
        fn spans_are_tight_and_read_as_their_text(source in texts(), a: usize, b: usize) {
            let read = reading(&source);
            let n = read.text().len() + 1;
            let range = (a % n).min(b % n)..(a % n).max(b % n);
            let Some(words) = read.text().get(range.clone()) else { return Ok(()) };
            let back = read.to_source(range.clone());
            let original = source.get(back.clone()).expect("whole characters");
            let letters = |text: &str| {
                references(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>()
            };
            prop_assert_eq!(letters(original), letters(words));
            prop_assert_eq!(original.is_empty(), words.is_empty());
            if !words.is_empty() {
                let whole = read.offsets.to_folded(back);
                prop_assert!(whole.start <= range.start && range.end <= whole.end);
            }
        }
    }
}

//! Tokens: the units that are counted and looked up.
//!
//! A token is a run of letters and digits with their marks; whatever else stands between
//! (spaces, apostrophes, hyphens, points) separates. Scripts that put no spaces between
//! words give a token a character, so that any stretch of them can be found as a phrase.
//! Works on folded and on unfolded text alike: marks belong to the letter before them, and
//! an invisible character (a soft hyphen) inside a word does not divide it.

use crate::fold::letters::{Letter, letter};
use std::iter::FusedIterator;
use std::ops::Range;

/// The byte ranges of the tokens of a text, in order.
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// Iterator of [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    /// Where the next token is looked for.
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let from = self.at;
        self.at = self.text.len();
        let rest = self.text.get(from..)?;
        let mut chars = rest.char_indices().map(|(at, c)| (from + at, c, part(c)));
        let (start, first, opening) =
            chars.find(|(_, _, part)| matches!(part, Part::Letter | Part::Alone))?;
        let mut end = start + first.len_utf8();
        for (at, c, part) in chars {
            match part {
                Part::Mark => end = at + c.len_utf8(),
                Part::Letter if opening == Part::Letter => end = at + c.len_utf8(),
                Part::Invisible => {}
                Part::Letter | Part::Alone | Part::Separator => break,
            }
        }
        self.at = end;
        Some(start..end)
    }
}

impl FusedIterator for Tokens<'_> {}

/// What a character is to a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Letter,
    /// A letter that is a token of its own.
    Alone,
    Mark,
    Invisible,
    Separator,
}

fn part(c: char) -> Part {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Part::Letter } else { Part::Separator };
    }
    match letter(c) {
        Letter::Mark | Letter::KeptMark => Part::Mark,
        // A vowel sign in several parts.
        Letter::Text(parts) if parts.chars().all(|c| letter(c) == Letter::KeptMark) => Part::Mark,
        Letter::Invisible => Part::Invisible,
        _ if !c.is_alphanumeric() => Part::Separator,
        _ if is_unspaced(c) => Part::Alone,
        _ => Part::Letter,
    }
}

/// Letters of scripts written without spaces between words: Thai, Lao, Myanmar, Khmer,
/// kana, bopomofo, ideographs.
pub fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3005..=0x3007 | 0x3021..=0x312f
        | 0x31a0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff
        | 0xff66..=0xff9f | 0x2_0000..=0x3_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold_str;
    use proptest::prelude::*;

    /// The tokens of the text without its `|` are what stands between them.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).map(|token| &text[token]).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn letters_and_digits_are_tokens_and_the_rest_divides() {
        check("", "");
        check(" .,;— 🐈 ", "");
        check("Hà Nội, May 5", "Hà|Nội|May|5");
        check("Minister Giang's visit", "Minister|Giang|s|visit");
        check("l’œuvre d'État", "l|œuvre|d|État");
        check("France-Vietnam 2018-28", "France|Vietnam|2018|28");
        check("U.S. 7.41 trillion", "U|S|7|41|trillion");
        check("500kV COVID19", "500kV|COVID19");
        check("a_b\0c", "a|b|c");
    }

    #[test]
    fn marks_belong_to_their_letter() {
        check("Ha\u{300} No\u{323}\u{302}i", "Ha\u{300}|No\u{323}\u{302}i");
        check("\u{301} \u{301}a", "a");
        check("रक्षा मंत्री", "रक्षा|मंत्री");
        check("co\u{ad}operation\u{ad} ties", "co\u{ad}operation|ties");
        check("أَمْن", "أَمْن");
    }

    #[test]
    fn scripts_without_spaces_give_a_token_a_character() {
        check("国防部2024年", "国|防|部|2024|年");
        check("ベトナムVietnam", "ベ|ト|ナ|ム|Vietnam");
        check("ที่ดี", "ที่|ดี");
        check("한국 국방부", "한국|국방부");
        check("ｶﾞ", "ｶﾞ");
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_apart(text in "\\PC*|[a国\u{301}\u{ad}ที่ .-]{0,40}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.start >= end && token.start < token.end);
                prop_assert!(text[token.clone()].starts_with(char::is_alphanumeric));
                prop_assert!(!text[end..token.start].contains(|c: char| c.is_ascii_alphanumeric()));
                end = token.end;
            }
            prop_assert!(!text[end..].contains(|c: char| c.is_ascii_alphanumeric()));
        }

        #[test]
        fn folding_first_or_last_gives_the_same_words(text in "[a-zA-ZÀ-ÿĐđƠơƯưẠ-ỹ0-9\u{301}\u{ad}’ —.]{0,40}") {
            let folded = fold_str(&text);
            let first: Vec<&str> = tokens(&folded).map(|token| &folded[token]).collect();
            let last: Vec<String> = tokens(&text).map(|token| fold_str(&text[token])).collect();
            prop_assert_eq!(first, last);
        }
    }

    #[test]
    fn megabytes_of_one_character_take_linear_time() {
        for c in ['a', ' ', '国', '\u{301}', '\u{ad}', '.', '\0'] {
            let text: String = ['a'].into_iter().chain(std::iter::repeat_n(c, 1 << 20)).collect();
            assert!(tokens(&text).count() >= 1);
        }
    }
}

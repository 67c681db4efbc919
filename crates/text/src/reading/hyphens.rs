//! Hyphens at the ends of lines: those that divide a word, and those of spelling.
//!
//! A hyphen between a letter and the end of its line, with a letter first on the next line,
//! divides a word. It is one of spelling, and stays, before a capital ("Franco-Vietnamese"),
//! behind words that are mostly put before others with a hyphen ("self-defence"), and before
//! those that are mostly put behind others ("secretary-general"): no syllable at the end of
//! a word looks like one of them.

use crate::fold::letters::is_invisible;

/// First parts of words with a hyphen, in small letters.
const FIRST: [&str; 47] = [
    "africano",
    "afro",
    "americano",
    "anglo",
    "austro",
    "cross",
    "decision",
    "euro",
    "five",
    "four",
    "franco",
    "germano",
    "greco",
    "half",
    "high",
    "indo",
    "italo",
    "long",
    "luso",
    "mid",
    "mise",
    "non",
    "one",
    "peace",
    "peut",
    "policy",
    "porte",
    "post",
    "rendez",
    "russo",
    "self",
    "seven",
    "short",
    "sino",
    "sous",
    "six",
    "state",
    "ten",
    "three",
    "turco",
    "twenty",
    "two",
    "vice",
    "vis",
    "well",
    "working",
    "world",
];

/// Last parts of words with a hyphen, in small letters.
const LAST: [&str; 33] = [
    "backed",
    "based",
    "ci",
    "day",
    "designate",
    "elect",
    "general",
    "in",
    "là",
    "lÀ",
    "led",
    "level",
    "made",
    "making",
    "même",
    "mêmes",
    "mÊme",
    "mÊmes",
    "month",
    "of",
    "old",
    "range",
    "related",
    "scale",
    "standing",
    "style",
    "term",
    "the",
    "time",
    "to",
    "wide",
    "wing",
    "year",
];

/// The longest of these, in bytes.
const LONGEST: usize = 10;

/// A word with a hyphen at the end of a line.
pub(super) struct Divided<'s> {
    pub(super) keeps_hyphen: bool,
    /// All that stands between the hyphen and the next letter.
    pub(super) gap: &'s str,
    /// The line end in it.
    pub(super) line_end: &'s str,
}

/// Whether any word may be divided: a quick look, for most texts have none.
pub(super) fn any(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some() && line.trim_end().ends_with(is_hyphen) {
            return true;
        }
    }
    false
}

/// The division of a word by a character, what was read before it, and what follows.
pub(super) fn divided<'s>(before: &str, c: char, after: &'s str) -> Option<Divided<'s>> {
    if !is_hyphen(c) || !before.ends_with(is_letter) {
        return None;
    }
    let next_line = after.trim_start_matches(is_blank);
    let line_end = ["\r\n", "\n", "\r"].into_iter().find(|end| next_line.starts_with(end))?;
    let next_line = &next_line[line_end.len()..];
    let word = next_line.trim_start_matches(is_blank);
    let first = word.chars().next().filter(|first| first.is_alphabetic())?;
    let keeps_hyphen = c != '\u{ad}'
        && (!first.is_lowercase() || is_one_of(&FIRST, last_word(before)) || {
            let seen = word.chars().filter(|&c| !is_invisible(c));
            let next: String = seen.take_while(|c| c.is_alphabetic()).take(LONGEST + 1).collect();
            is_one_of(&LAST, last_word(&next))
        });
    let gap = &after[..after.len() - word.len()];
    Some(Divided { keeps_hyphen, gap, line_end })
}

pub(super) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')
}

/// White space within a line, and what nobody sees.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r') || is_invisible(c)
}

/// Whether a list has a word, in whichever letters of ASCII it is written. (The standard library's
/// `to_lowercase` brings tables of 25 kB into the page.)
fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

/// The letters at the end of a text; empty where they are many.
fn last_word(text: &str) -> &str {
    let near = &text[text.floor_char_boundary(text.len().saturating_sub(4 * LONGEST))..];
    let word = &near[near.trim_end_matches(is_letter).len()..];
    if word.len() > LONGEST { "" } else { word }
}

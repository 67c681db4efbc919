//! Sentences of news text, for evidence: the sentence that a fact rests on.
//!
//! A point ends a sentence, or abbreviates, or divides a number. What decides is the word
//! before it (`words` sorts them into classes) and the first word after it. The rules know
//! English, French and Vietnamese; where a text gives no sign either way, it is not cut,
//! for half a sentence is worse evidence than two.
//!
//! - A blank line always divides. A single line end divides after a stop, and otherwise is
//!   taken for a wrapped line.
//! - Quotes and brackets that close after the stop belong to the sentence.
//! - `./.` and a final ` .-VNA` are the sign-offs of agencies: the sentence ends at the stop.
//! - A space forgotten after a stop (`issues.He said`) is forgiven where a sentence clearly
//!   begins.

mod words;

use std::ops::Range;
use words::{Class, class, is_roman, is_starter};

/// The byte ranges of the sentences of a text, in order.
///
/// They never overlap, hold no white space at either end, and what lies between them is
/// white space only.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut in_quotes = false;
    while let Some(c) = next_char(text, at) {
        let end = at + c.len_utf8();
        if is_stop(c) {
            let stop = Stop::read(text, at, in_quotes);
            at = stop.end;
            in_quotes &= !stop.closes_quotes;
            if stop.ends_sentence(text, start) {
                push_trimmed(&mut found, text, start..at);
                start = at;
            }
            continue;
        }
        at = end;
        if c == '"' {
            in_quotes = !in_quotes;
        } else if c == '\u{2029}' || c == '\n' && line_end_divides(text, start..end) {
            in_quotes = false;
            push_trimmed(&mut found, text, start..at);
            start = at;
        }
    }
    push_trimmed(&mut found, text, start..text.len());
    found
}

/// Whether the line end that closes this range divides although no stop stands before it:
/// a blank line follows, or all there is before it is the sign-off of an agency.
fn line_end_divides(text: &str, range: Range<usize>) -> bool {
    rest(text, range.end, is_space).starts_with('\n')
        || range.len() < LONG_WORD && is_sign_off(text[range].trim_start())
}

fn push_trimmed(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let piece = &text[range.clone()];
    let start = range.end - piece.trim_start().len();
    let end = range.start + piece.trim_end().len();
    if start < end {
        found.push(start..end);
    }
}

/// A stop as written: one or several marks (`?!`, `...`, `./.`), then what closes after it.
struct Stop {
    /// Where the first mark stands.
    start: usize,
    /// Where the closing quotes and brackets end.
    end: usize,
    /// One point, which may abbreviate.
    is_point: bool,
    /// The sign-off `./.`, or a mark of a script in which nothing else looks like it.
    is_certain: bool,
    /// A straight double quote closes after it.
    closes_quotes: bool,
}

impl Stop {
    fn read(text: &str, start: usize, in_quotes: bool) -> Self {
        let marks = text.len() - rest(text, start, is_stop).len();
        let mut stop = Self {
            start,
            end: marks,
            is_point: &text[start..marks] == ".",
            is_certain: !text[start..marks].contains(['.', '!', '?', '…']),
            closes_quotes: false,
        };
        if stop.is_point && text[marks..].starts_with("/.") {
            stop.end += 2;
            (stop.is_point, stop.is_certain) = (false, true);
        }
        while let Some(length) = closing(&text[stop.end..], in_quotes && !stop.closes_quotes) {
            stop.closes_quotes |= text[stop.end..].starts_with('"');
            stop.end += length;
        }
        stop
    }

    /// Whether a sentence that begins at `sentence` ends with this stop.
    fn ends_sentence(&self, text: &str, sentence: usize) -> bool {
        let word = if self.is_point { word_before(text, self.start) } else { "" };
        let line = rest(text, self.end, is_space);
        if line.is_empty() || line.starts_with('\n') {
            return class(word) != Class::Never && !wraps_initial(word, line);
        }
        if self.is_certain || is_sign_off(line) {
            return true;
        }
        let next = Next::read(line);
        if matches!(next.first, First::Small | First::Punctuation) {
            return false;
        }
        let has_space = line.len() < text.len() - self.end;
        if !has_space && !next.after_sign {
            return self.clearly_ends(text, &next);
        }
        if is_list_marker(word, &text[sentence..self.start]) {
            return false;
        }
        match class(word) {
            Class::Ordinary => true,
            Class::Never => false,
            Class::Counter | Class::Open if next.after_dash => false,
            Class::Counter if next.first == First::Digit => false,
            Class::Counter => !is_roman(next.word) || next.word == "I",
            Class::Open => is_starter(next.word),
        }
    }

    /// Whether a sentence begins right after the stop, without a space.
    fn clearly_ends(&self, text: &str, next: &Next) -> bool {
        let word = word_before(text, self.start);
        match next.first {
            First::Other => !word.ends_with(|c: char| c.is_ascii()),
            First::Capital => {
                let mut letters = next.word.chars().skip(1);
                let is_word = match letters.next() {
                    Some(second) => second.is_lowercase(),
                    None => is_starter(next.word) && next.ends_with_space,
                };
                let ends_word = word.chars().count() > 2 || self.end - self.start > 1;
                let in_address = text[..self.start - word.len()].ends_with(['@', '/']);
                let is_small = |c: char| c.is_lowercase() || matches!(c, '\'' | '’' | '-');
                is_word
                    && ends_word
                    && !in_address
                    && class(word) == Class::Ordinary
                    && (is_starter(next.word) || !word.is_empty() && word.chars().all(is_small))
            }
            First::Small | First::Digit | First::Punctuation | First::Symbol => false,
        }
    }
}

/// What stands after a stop.
struct Next<'a> {
    first: First,
    /// The letters and digits that follow.
    word: &'a str,
    /// The word is followed by a space.
    ends_with_space: bool,
    /// An opening quote, a bracket, a bullet stands before the word.
    after_sign: bool,
    /// A dash stands before the word.
    after_dash: bool,
}

/// What the first letter after a stop looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Capital,
    Small,
    Digit,
    /// A letter of a script without capitals.
    Other,
    /// Something that continues a sentence: a comma, another stop.
    Punctuation,
    /// No letter near.
    Symbol,
}

impl<'a> Next<'a> {
    /// Reads the first word of a text that does not begin with white space.
    fn read(line: &'a str) -> Self {
        let mut next = Self {
            first: First::Symbol,
            word: "",
            ends_with_space: false,
            after_sign: false,
            after_dash: false,
        };
        let mut signs = 0;
        for (at, c) in line.char_indices() {
            if c.is_alphanumeric() {
                let end = line.len() - rest(line, at, char::is_alphanumeric).len();
                next.word = &line[at..end];
                next.ends_with_space = line[end..].starts_with(char::is_whitespace);
                next.first = match c {
                    _ if c.is_numeric() => First::Digit,
                    _ if c.is_uppercase() => First::Capital,
                    _ if c.is_lowercase() => First::Small,
                    _ => First::Other,
                };
                break;
            }
            if is_stop(c) || matches!(c, ',' | ';' | ':' | '/' | ')' | ']') {
                next.first = First::Punctuation;
                break;
            }
            if c == '\n' || signs == MANY_SIGNS {
                break;
            }
            if !is_space(c) {
                signs += 1;
                next.after_dash |= matches!(c, '-' | '–' | '—');
                next.after_sign |= matches!(c, '"' | '(' | '[' | '\'') || !c.is_ascii();
            }
        }
        next
    }
}

/// Whether a wrapped line ends with the initial of a name: "Ada B.⏎Lindqvist".
fn wraps_initial(word: &str, line: &str) -> bool {
    let next_line = line.strip_prefix('\n').unwrap_or_default();
    let next = Next::read(next_line.trim_start_matches(is_space));
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial && next.first == First::Capital && !next.after_sign && !is_starter(next.word)
}

/// How many signs may stand between a stop and the next word: a dash, a bullet, quotes.
const MANY_SIGNS: usize = 6;

/// The longest word, in bytes, that is looked at before a stop.
const LONG_WORD: usize = 32;

/// The word that ends at `end`, with points and hyphens inside it ("U.S", "c.-à-d");
/// empty where a very long one ends.
fn word_before(text: &str, end: usize) -> &str {
    let from = text.floor_char_boundary(end.saturating_sub(LONG_WORD));
    let near = &text[from..end];
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’');
    let word = &near[near.trim_end_matches(is_part).len()..];
    if word.len() == near.len() && from > 0 {
        ""
    } else {
        word.trim_start_matches(['.', '-', '\'', '’'])
    }
}

/// "1." or "b." or "IV." at the beginning of a sentence counts what follows.
fn is_list_marker(word: &str, sentence: &str) -> bool {
    word.len() <= 3
        && sentence.len() < LONG_WORD
        && sentence.trim_start() == word
        && (word.bytes().all(|b| b.is_ascii_digit()) || word.chars().count() == 1 || is_roman(word))
}

/// "-VNA", "— AFP/VNS" at the end of a line.
fn is_sign_off(line: &str) -> bool {
    let name = line.trim_start_matches(['-', '–', '—']);
    let spaceless = name.trim_start_matches(is_space);
    let after = spaceless.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '/');
    let length = spaceless.len() - after.len();
    name.len() < line.len() && (2..=12).contains(&length) && {
        let after = after.strip_prefix('.').unwrap_or(after).trim_start_matches(is_space);
        after.is_empty() || after.starts_with('\n')
    }
}

/// The length of the quote or bracket that closes at the beginning of a text.
fn closing(text: &str, in_quotes: bool) -> Option<usize> {
    let c = text.chars().next()?;
    let length = c.len_utf8();
    let before_word = next_char(text, length).is_some_and(char::is_alphanumeric);
    match c {
        '”' | '»' | ')' | ']' | '}' | '›' | '」' | '』' | '）' | '】' => Some(length),
        '"' if in_quotes || !before_word => Some(length),
        '\'' | '’' if !before_word => Some(length),
        // A French quote closes after a space.
        ' ' | '\u{a0}' | '\u{202f}' if text[length..].starts_with('»') => {
            Some(length + '»'.len_utf8())
        }
        // A note: "[12]".
        '[' => {
            let digits = text[1..].trim_start_matches(|c: char| c.is_ascii_digit());
            let count = text.len() - 1 - digits.len();
            (digits.starts_with(']') && (1..=3).contains(&count)).then_some(count + 2)
        }
        _ => None,
    }
}

fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '｡'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '។'
            | '။'
            | '።'
    )
}

/// White space within a line.
fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

fn next_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The text from `at` on, without the characters it begins with that are `skipped`.
fn rest(text: &str, at: usize, skipped: impl Fn(char) -> bool) -> &str {
    text.get(at..).unwrap_or_default().trim_start_matches(skipped)
}

#[cfg(test)]
mod tests;

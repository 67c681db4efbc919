//! Lines, and the blocks that they form.
//!
//! Scraped text parts its paragraphs in three ways: by blank lines, by single line
//! breaks, or by either with hard wraps inside. What can be measured decides:
//!
//! - A blank line always parts.
//! - A break is *torn* where the line before does not end a sentence and the line after
//!   begins with a small letter, or the line before ends with a word that leads on ("of
//!   the"); so is one behind a comma or inside a figure. Where at least a quarter of the single breaks are torn,
//!   the text is hard-wrapped: single breaks join, except before a bullet, and, in a text
//!   without blank lines, after a sentence end on a line shorter than three quarters of
//!   the longest.
//! - Otherwise single breaks part, except where the sentence plainly runs on: a torn
//!   break, a comma or a figure cut in two before it, or a long unfinished line (a name
//!   cut in two) that is not the first of the text, where long headlines stand.
//!
//! A line `key: value` joins nothing: it is a field of a record.

use crate::casing;
use crate::span::Span;
use crate::tokens::DASHES;

/// A line of this many bytes is no headline, or a rare one.
const LONG: usize = 80;

/// The blocks of a text, in order, without white space at their ends; none is empty.
pub(crate) fn blocks(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrapped = is_wrapped(text, &lines);
    let blank_lines = lines.windows(2).any(|pair| pair[1].after_blank);
    let longest = lines.iter().map(|line| line.span.end - line.span.start).max().unwrap_or(0);
    let mut blocks: Vec<Span> = Vec::new();
    let mut before: Option<Span> = None;
    for (n, line) in lines.iter().enumerate() {
        let joins = before.is_some_and(|before| {
            let (a, b) = (before.of(text), line.span.of(text));
            !line.after_blank
                && !is_field(a)
                && !is_field(b)
                && !is_bullet(b)
                && if wrapped {
                    blank_lines || !ends_sentence(a) || a.len() * 4 >= longest * 3
                } else {
                    runs_on(a, b) || (n > 1 && a.len() >= LONG && !ends_sentence(a))
                }
        });
        match blocks.last_mut() {
            Some(block) if joins => block.end = line.span.end,
            _ => blocks.push(line.span),
        }
        before = Some(line.span);
    }
    blocks
}

struct Line {
    span: Span,
    after_blank: bool,
}

/// The lines that hold something, without white space at their ends.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut after_blank) = (0, false);
    for line in text.split('\n') {
        let span = Span { start, end: start + line.len() }.trimmed(text);
        start += line.len() + 1;
        if span.is_empty() {
            after_blank = true;
        } else {
            lines.push(Line { span, after_blank });
            after_blank = false;
        }
    }
    lines
}

fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let (mut breaks, mut torn) = (0, 0);
    for pair in lines.windows(2).filter(|pair| !pair[1].after_blank) {
        breaks += 1;
        torn += usize::from(runs_on(pair[0].span.of(text), pair[1].span.of(text)));
    }
    breaks >= 2 && torn * 4 >= breaks
}

fn is_torn(before: &str, after: &str) -> bool {
    let small = after.chars().next().is_some_and(char::is_lowercase);
    !ends_sentence(before) && (small || ends_with_link(before))
}

/// Whether a line ends with a word that leads on: "of", "the", "bin".
fn ends_with_link(line: &str) -> bool {
    line.rsplit(char::is_whitespace).next().is_some_and(|word| casing::SMALL.contains(&word))
}

fn runs_on(before: &str, after: &str) -> bool {
    let one = |figures: usize| figures == 1;
    let is_figure = |c: &char| c.is_ascii_digit();
    let cut_day = one(before.chars().rev().take_while(is_figure).count())
        && before.chars().rev().nth(1).is_some_and(char::is_whitespace)
        && one(after.chars().take_while(is_figure).count());
    is_torn(before, after) || before.ends_with(',') || cut_day
}

/// Whether a line ends with a full stop or its like, quotes and brackets aside, or with
/// the signature of an agency.
fn ends_sentence(line: &str) -> bool {
    let closers = ['"', '”', '\'', '’', '»', ']'];
    if line.trim_end_matches(closers).ends_with(['.', '!', '?', '…', ':', ';', ')']) {
        return true;
    }
    let signature = |c: char| c.is_uppercase() || c == '/' || c == ' ';
    let head = line.trim_end_matches(signature);
    line.len() - head.len() >= 2 && head.ends_with(DASHES)
}

/// Whether a line is `key: value` with a key of one or two words.
fn is_field(line: &str) -> bool {
    line.char_indices().take(24).find(|(_, c)| *c == ':').is_some_and(|(colon, _)| {
        let key = &line[..colon];
        key.split(' ').count() <= 2 && key.chars().all(|c| c.is_alphabetic() || c == ' ')
    })
}

/// Whether a line opens with a mark of lists.
fn is_bullet(line: &str) -> bool {
    line.starts_with(['•', '*', '▪', '●', '■', '►', '‣', '·']) || line.starts_with("- ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = blocks(text).iter().map(|b| b.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn blank_lines_part() {
        check(" One.\n\n\nTwo.\r\n \r\nThree.\n", &["One.", "Two.", "Three."]);
        check("", &[]);
        check("\n \n", &[]);
    }

    #[test]
    fn single_breaks_part_finished_lines() {
        check(
            "Talks in Paris\nOne two.\nThree “four.”\nFive. — VNA\nSix",
            &["Talks in Paris", "One two.", "Three “four.”", "Five. — VNA", "Six"],
        );
    }

    #[test]
    fn hard_wraps_join() {
        let text = "The ministers met in Paris and\nsaid that they would meet again\nin Hanoi.\n\n\
                    The next meeting will be held\nin May.";
        check(
            text,
            &[
                "The ministers met in Paris and\nsaid that they would meet again\nin Hanoi.",
                "The next meeting will be held\nin May.",
            ],
        );
        let dense = "The ministers met in Paris and\nsaid that they would meet again\nin Hanoi.\n\
                     The next meeting will be held\nin May.";
        check(
            dense,
            &[
                "The ministers met in Paris and\nsaid that they would meet again\nin Hanoi.",
                "The next meeting will be held\nin May.",
            ],
        );
    }

    #[test]
    fn a_name_cut_in_two_is_mended() {
        let text = "First line of the report.\n\
                    He will meet the Prime Minister, the old Minister of Defence of the country, and Le\n\
                    Hoai Trung, head of the commission.\nLast line.";
        assert_eq!(blocks(text).len(), 3);
    }

    #[test]
    fn lines_that_lead_on_tell_of_wraps() {
        let text = "Prime Minister Idris met Prince Khalid bin\nSalman and the head of the\n\
                    United Nations Office, Ada\nBrandt.";
        assert_eq!(blocks(text).len(), 1);
    }

    #[test]
    fn fields_of_a_record_stay_apart() {
        check(
            "source: Xinhua\ntitle: talks in Paris\n\nText.",
            &["source: Xinhua", "title: talks in Paris", "Text."],
        );
    }
}

//! Quotations: a passage told by its words, and found again, even where the text has changed.
//!
//! A passage is told in two of the ways of the W3C Web Annotation Data Model
//! (<https://www.w3.org/TR/annotation-model/#selectors>): by what it says, with words around it
//! where the text says it more than once (text quote selector), and by where it begins (text
//! position selector). Words are compared folded. In a text that has changed, the passage is the
//! stretch that takes the fewest words added, left out or exchanged (P. H. Sellers, "The theory
//! and computation of evolutionary distances: pattern recognition", Journal of Algorithms 1, 1980).

use crate::fold::fold_reading;
use crate::tokens::tokens;
use std::ops::Range;

/// A passage of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// What it says, on one line; of a long passage how it begins and how it ends, with [`GAP`]
    /// between.
    pub words: String,
    /// Words before it, where the text says it more than once.
    pub before: String,
    /// Words behind it, where the text says it more than once.
    pub after: String,
    /// Where it begins, in characters of the text (Unicode scalar values).
    pub position: usize,
}

/// Where a text has a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The text says it in other words.
    pub changed: bool,
}

/// What stands for the middle of a long passage.
pub const GAP: &str = " … ";

/// A passage of more words is told by its beginning and its end.
const LONGEST: usize = 60;
/// So many words tell how a long passage begins, and as many how it ends.
const END: usize = 12;
/// So many words around a passage tell it from others that say the same.
const CONTEXT: usize = 4;
/// Of a quotation that somebody has written, words behind these are not looked for.
const MOST: usize = 200;

impl Quote {
    /// The passage at these bytes of a text, widened to whole words; `None` where it has none.
    pub fn of(text: &str, span: Range<usize>) -> Option<Self> {
        let words = words(text);
        let (places, Range { start, end }) = inside(&words, &span)?;
        let passage = &words[places.clone()];
        let said = |range: Range<usize>| one_line(text.get(range).unwrap_or_default());
        let (told, begins) = if passage.len() <= LONGEST {
            (said(start..end), passage)
        } else {
            let begins = said(start..passage[END - 1].span.end);
            let ends = said(passage[passage.len() - END].span.start..end);
            ([&begins, GAP, &ends].concat(), &passage[..END])
        };
        let mut quote = Self { words: told, ..Self::default() };
        let lead = text.get(start..end)?.len() - text.get(start..end)?.trim_start().len();
        quote.position = text.get(..start + lead)?.chars().count();
        if closest(&words, begins).0.len() > 1 {
            let from = words[places.start.saturating_sub(CONTEXT)].span.start;
            let to = words[(places.end + CONTEXT).min(words.len()) - 1].span.end;
            quote.before = said(from..start);
            quote.after = said(end..to);
        }
        Some(quote)
    }

    /// Where a text has the passage; `None` where it says nothing like it.
    pub fn find(&self, text: &str) -> Option<Found> {
        if self.words.is_empty() {
            return None;
        }
        let all = words(text);
        let (begins, ends) = self.words.split_once(GAP).unwrap_or((&self.words, ""));
        let (first, cost) = self.place(text, &all, &words(begins))?;
        let mut last = first.end;
        let mut changed = cost > 0;
        if !ends.is_empty() {
            // The nearest that ends like it.
            let (places, cost) = closest(&all[last..], &words(ends));
            last += places.first()?.end;
            changed |= cost > 0;
        }
        let span = all[first.start].span.start..all[last - 1].span.end;
        Some(Found { span: with_signs(text, span, &self.words), changed })
    }

    /// Which words of a text say how the passage begins, and how many of them are other words: of
    /// several places the one with the same words around it, then the nearest.
    fn place(&self, text: &str, all: &[Word], begins: &[Word]) -> Option<(Range<usize>, usize)> {
        let (places, cost) = closest(all, begins);
        let (before, after) = (words(&self.before), words(&self.after));
        let position = text.char_indices().nth(self.position).map_or(text.len(), |(at, _)| at);
        let best = places.into_iter().min_by_key(|place| {
            let before = same(all[..place.start].iter().rev(), before.iter().rev());
            let after = same(all[place.end..].iter(), after.iter());
            let away = all[place.start].span.start.abs_diff(position);
            (usize::MAX - before - after, away)
        })?;
        Some((best, cost))
    }
}

/// A span of a text widened to whole words; `None` where it has none.
pub fn whole_words(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    inside(&words(text), &span).map(|(_, bytes)| bytes)
}

/// The words that a span has or reaches into, and the span widened to them; `None` where there are
/// none.
fn inside(words: &[Word], span: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let first = words.partition_point(|word| word.span.end <= span.start);
    let behind = words.partition_point(|word| word.span.start < span.end);
    let passage = words.get(first..behind)?;
    let (from, to) = (&passage.first()?.span, &passage.last()?.span);
    Some((first..behind, span.start.min(from.start)..span.end.max(to.end)))
}

/// A word of a text.
struct Word {
    folded: String,
    /// Bytes of the text.
    span: Range<usize>,
}

fn words(text: &str) -> Vec<Word> {
    let folded = fold_reading(text);
    let word = |range: Range<usize>| Word {
        folded: folded.text()[range.clone()].to_owned(),
        span: folded.to_source(range),
    };
    tokens(folded.text()).map(word).collect()
}

/// How many words are the same until the first that is not.
fn same<'w>(one: impl Iterator<Item = &'w Word>, other: impl Iterator<Item = &'w Word>) -> usize {
    one.zip(other).take_while(|(one, other)| one.folded == other.folded).count()
}

/// The stretches of a text, as numbers of its words, that are nearest to a passage, in order, and
/// how many words have to be added, left out or exchanged to make it of them. No stretch where
/// that is more than one word of three.
fn closest(text: &[Word], passage: &[Word]) -> (Vec<Range<usize>>, usize) {
    let passage = &passage[..passage.len().min(MOST)];
    // For every beginning of the passage: what it costs to end at the present word, and with which
    // word that stretch begins.
    let mut row: Vec<(usize, usize)> = (0..=passage.len()).map(|cost| (cost, 0)).collect();
    let mut least = passage.len() / 3;
    let mut found = Vec::new();
    for (number, word) in text.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (0, number + 1);
        for (place, wanted) in passage.iter().enumerate() {
            let exchanged = diagonal.0 + usize::from(wanted.folded != word.folded);
            let (left_out, added) = (row[place], row[place + 1]);
            let ways =
                [(exchanged, diagonal.1), (added.0 + 1, added.1), (left_out.0 + 1, left_out.1)];
            diagonal = added;
            row[place + 1] = ways.into_iter().min_by_key(|&(cost, _)| cost).unwrap_or(added);
        }
        let (cost, first) = row[passage.len()];
        if cost < least {
            found.clear();
        }
        if cost <= least && first <= number {
            least = cost;
            found.push(first..number + 1);
        }
    }
    (found, least)
}

/// A span of whole words with the signs before and behind it that the quotation has too.
fn with_signs(text: &str, span: Range<usize>, quoted: &str) -> Range<usize> {
    let signs = |c: char| !c.is_alphanumeric();
    let opening = &quoted[..quoted.len() - quoted.trim_start_matches(signs).len()];
    let closing = &quoted[quoted.trim_end_matches(signs).len()..];
    let before = text[..span.start].chars().rev().zip(opening.chars().rev());
    let after = text[span.end..].chars().zip(closing.chars());
    let length = |(sign, _): (char, char)| sign.len_utf8();
    let before: usize = before.take_while(|(one, other)| one == other).map(length).sum();
    let after: usize = after.take_while(|(one, other)| one == other).map(length).sum();
    span.start - before..span.end + after
}

/// Text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "PARIS — They met. “They agreed to meet again,” he said.\n\nThey met in \
                        Hà Nội, where they signed a Letter of Intent. They agreed to meet again.";

    /// The stretch of a text between `[` and `]`, which are not part of it.
    fn marked(text: &str) -> (String, Range<usize>) {
        let (start, end) = (text.find('[').unwrap(), text.find(']').unwrap() - 1);
        (text.replace(['[', ']'], ""), start..end)
    }

    #[test]
    fn a_passage_is_told_by_whole_words_and_their_neighbours_where_they_stand_twice() {
        let cases = [
            ("They m[e]t in Hà Nội.", ("met", "", "", 5)),
            ("Một: [“Hà Nội,\n đẹp.”] Hai", ("“Hà Nội, đẹp.”", "", "", 5)),
            ("They met. They [met] again.", ("met", "They met. They", "again", 15)),
        ];
        for (text, (words, before, after, position)) in cases {
            let (text, span) = marked(text);
            let [words, before, after] = [words, before, after].map(str::to_owned);
            assert_eq!(Quote::of(&text, span), Some(Quote { words, before, after, position }));
        }
        assert_eq!(Quote::of("— …", 0..3), None);
        assert_eq!(Quote::of("", 0..0), None);
    }

    #[test]
    fn a_span_is_widened_to_whole_words() {
        let text = "Hà Nội, they met.";
        for (span, wanted) in
            [(2..5, "Hà Nội"), (9..12, ", they"), (9..11, ""), (0..0, ""), (0..99, "")]
        {
            let widened = whole_words(text, span.clone()).and_then(|span| text.get(span));
            assert_eq!(widened.unwrap_or_default(), wanted, "{span:?}");
        }
    }

    #[test]
    fn a_passage_is_found_where_a_text_has_changed() {
        let quote = |text: &str| {
            let (text, span) = marked(text);
            Quote::of(&text, span).unwrap()
        };
        let cases = [
            // What was told, the text now, what it says there, and whether in other words.
            ("They met. [They signed it.]", "They signed it. They met.", "They signed it.", false),
            ("[Ha Noi hosts.]", "So: Hà Nội hosts.", "Hà Nội hosts.", false),
            (
                "[They signed a letter today.]",
                "Then they signed the letter today.",
                "they signed the letter today.",
                true,
            ),
            (
                "[They signed a letter today.]",
                "They signed a long letter today.",
                "They signed a long letter today.",
                true,
            ),
            (
                "He came. He left. He came. [He left.]",
                "He left. He came. He came. He left.",
                "He left.",
                false,
            ),
        ];
        for (before, now, wanted, changed) in cases {
            let found = quote(before).find(now).expect(before);
            assert_eq!((&now[found.span], found.changed), (wanted, changed), "{before}");
        }
        for (before, now) in
            [("[Gone.]", "They met."), ("[They met in Hà Nội.]", "He left in May."), ("[a]", "")]
        {
            assert_eq!(quote(before).find(now), None, "{before}");
        }
        assert_eq!(Quote::default().find(TEXT), None);
    }

    #[test]
    fn a_long_passage_is_told_by_its_ends() {
        let text = (0..200).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ");
        let span = text.find("word20").unwrap()..text.find(" word180").unwrap();
        let quote = Quote::of(&text, span.clone()).unwrap();
        assert!(quote.words.contains(GAP) && quote.words.len() < 200);
        assert_eq!(quote.find(&text), Some(Found { span, changed: false }));
    }

    proptest! {
        #[test]
        fn what_is_told_is_found(words in proptest::collection::vec("[aà][bc]?[.,]?", 1..90), at: (prop::sample::Index, prop::sample::Index)) {
            let text = words.join(" ");
            let (one, other) = (at.0.index(words.len()), at.1.index(words.len()));
            let start = words[..one.min(other)].iter().map(|word| word.len() + 1).sum::<usize>();
            let length = words[one.min(other)..=one.max(other)].join(" ").len();
            let quote = Quote::of(&text, start..start + length).unwrap();
            let found = quote.find(&text).unwrap();
            prop_assert!(!found.changed);
            if !quote.words.contains(GAP) {
                prop_assert_eq!(found.span, start..start + length);
            }
        }

        #[test]
        fn any_quotation_of_any_text_is_looked_for(text in ".{0,40}", words in ".{0,20}", position: usize) {
            let quote = Quote { words, position, ..Quote::default() };
            if let Some(found) = quote.find(&text) {
                prop_assert!(text.get(found.span).is_some());
            }
        }
    }
}

//! The sentences of a text and the paragraphs they make, found once when the corpus is
//! compiled.
//!
//! A sentence is written as the distance from the end of the one before and its length,
//! with one bit that says whether it opens a paragraph: two or three bytes in all. A
//! paragraph is the stretch from its first sentence to its last.

use crate::wire::{Span, put_varint, take_varint};

/// A sentence of the reading view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the document's text.
    pub span: Span,
    /// It is the first of its paragraph.
    pub opens: bool,
}

/// The paragraphs that sentences make, as bytes of the text.
pub fn paragraphs(sentences: impl Iterator<Item = Sentence>) -> Vec<Span> {
    let mut paragraphs: Vec<Span> = Vec::new();
    for sentence in sentences {
        match paragraphs.last_mut() {
            Some(last) if !sentence.opens => last.end = sentence.span.end,
            _ => paragraphs.push(sentence.span),
        }
    }
    paragraphs
}

/// Appends the sentences of a text; they must be in order and not overlap.
pub fn put_sentences(sentences: &[Sentence], out: &mut Vec<u8>) {
    let mut end = 0;
    for sentence in sentences {
        put_varint(sentence.span.start - end, out);
        let length = sentence.span.end - sentence.span.start;
        put_varint(length << 1 | u32::from(sentence.opens), out);
        end = sentence.span.end;
    }
}

/// The sentences of one text, read in place and in order.
#[derive(Clone, Debug)]
pub struct Sentences<'a> {
    rest: &'a [u8],
    end: u32,
}

impl<'a> Sentences<'a> {
    /// The sentences in exactly these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, end: 0 }
    }

    /// Whether all can be read and lie on character boundaries of a text.
    pub(crate) fn valid(mut self, text: &str) -> bool {
        let within = self.by_ref().all(|sentence| text.get(sentence.span.range()).is_some());
        within && self.rest.is_empty()
    }
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;
    fn next(&mut self) -> Option<Sentence> {
        let mut rest = self.rest;
        let start = self.end.checked_add(take_varint(&mut rest)?)?;
        let head = take_varint(&mut rest)?;
        let end = start.checked_add(head >> 1)?;
        (self.rest, self.end) = (rest, end);
        Some(Sentence { span: Span { start, end }, opens: head & 1 == 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn come_back(steps in vec((0..300_u32, 0..300_u32, any::<bool>()), 0..40)) {
            let mut end = 0;
            let sentence = |(gap, length, opens): (u32, u32, bool)| {
                let start = end + gap;
                end = start + length;
                Sentence { span: Span { start, end }, opens }
            };
            let sentences: Vec<_> = steps.into_iter().map(sentence).collect();
            let mut bytes = Vec::new();
            put_sentences(&sentences, &mut bytes);
            prop_assert!(Sentences::new(&bytes).valid(&"x".repeat(end as usize)));
            prop_assert_eq!(Sentences::new(&bytes).collect::<Vec<_>>(), sentences);
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            Sentences::new(&bytes).for_each(drop);
        }
    }
}

//! Words of several syllables, for languages that write the syllables apart: "hội đàm" is one word.
//!
//! From left to right the longest entry of the lists is taken. Nouns are listed only where they
//! would be parted wrong ("không quân" is no negation) or are verbs as well.

use super::vocabulary::{Form, Function, Vocabulary};
use crate::names::annotated::AnnotatedTokens;

/// The word at a token.
pub(super) struct Segment {
    /// The token after it.
    pub(super) to: usize,
    pub(super) functions: &'static [Function],
    pub(super) verbs: &'static [(Form, u32)],
    /// It is a noun, or is one at times.
    pub(super) noun: bool,
}

/// The longest word of the lists that begins at a token, or the token alone.
pub(super) fn segment(
    annotated: &AnnotatedTokens,
    i: usize,
    end: usize,
    vocabulary: &'static Vocabulary,
) -> Segment {
    let tokens = annotated.tokens;
    let mut words = String::new();
    let mut best = Segment { to: i + 1, functions: &[], verbs: &[], noun: false };
    for next in i..end.min(i + vocabulary.longest()) {
        if !tokens.is_word(next) || next > i && tokens.opens(next) {
            break;
        }
        if next > i {
            words.push(' ');
        }
        words.push_str(&vocabulary.word(tokens, next));
        let found = Segment {
            to: next + 1,
            functions: vocabulary.functions(&words),
            verbs: vocabulary.verbs(&words),
            noun: vocabulary.noun(&words),
        };
        if found.noun || !found.functions.is_empty() || !found.verbs.is_empty() {
            best = found;
        }
    }
    best
}

//! The grammar of a sentence, as far as reading needs it: who does what to whom.
//!
//! Steps, each a pure function of the one before:
//! - [`vocabulary`]: the small words of a language and the forms of its verbs, from data
//! - [`words`]: what the lists and endings say of each word; names, dates and people are atoms;
//!   `segmentation`: words of several syllables that are written apart
//! - [`tagging`]: every word gets its class (Brill, "Transformation-Based Error-Driven Learning",
//!   1995, with rules by hand); `disambiguation`: what may be a verb
//! - [`chunking`]: noun phrases and verb groups (Abney, "Parsing by Chunks", 1991)
//! - `isolating`: classes and verb groups of languages without inflection; `head_first`: noun
//!   phrases that begin with their head; `series`: the subjects of verbs that stand in a row
//! - [`clauses`]: each verb group with its subject (`subjects`), its objects and what prepositions
//!   lead to (`attachment`); people named `together`

mod attachment;
pub(crate) mod chunking;
pub(crate) mod clauses;
mod disambiguation;
mod head_first;
mod isolating;
mod segmentation;
mod series;
mod subjects;
mod tagging;
mod together;
pub(crate) mod vocabulary;
pub(crate) mod words;

pub(crate) use clauses::Parse;
pub(crate) use words::{Atom, AtomKind};

use crate::names::annotated::AnnotatedTokens;
use std::ops::Range;
use vocabulary::Vocabulary;

/// Parses a sentence: its tokens, and the atoms among them in order, without overlaps.
pub(crate) fn parse(
    annotated: &AnnotatedTokens,
    sentence: Range<usize>,
    atoms: &[Atom],
    vocabulary: &'static Vocabulary,
) -> Parse {
    let words = tagging::tag(annotated, sentence, atoms, vocabulary);
    clauses::parse(chunking::chunk(&words, vocabulary), vocabulary)
}

#[cfg(test)]
mod tests;

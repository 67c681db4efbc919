//! A report: its text and what is known of it.

use crate::packed::Packed;
use entente_calendar::Period;
use entente_model::{BoilerplateKind, PublicationProvenance, Span, TitleProvenance};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A document. Spans are bytes of its text, on character boundaries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document<'a> {
    /// Readable and stable, for addresses.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// Title, as given or worked out.
    #[serde(borrow)]
    pub title: Cow<'a, str>,
    /// Where the title comes from.
    pub title_provenance: TitleProvenance,
    /// Who published it; empty where not known.
    #[serde(borrow)]
    pub source: Cow<'a, str>,
    /// Where it was published; empty where not known.
    #[serde(borrow)]
    pub url: Cow<'a, str>,
    /// Language code.
    #[serde(borrow)]
    pub language: Cow<'a, str>,
    /// Place of the dateline; empty where there is none.
    #[serde(borrow)]
    pub dateline: Cow<'a, str>,
    /// When it was published, as far as is known.
    pub published: Option<Period>,
    /// Where that comes from.
    pub published_provenance: PublicationProvenance,
    /// From which words it was worked out.
    #[serde(borrow)]
    pub published_words: Cow<'a, str>,
    /// As received.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// The sentences of the reading view, in order.
    #[serde(borrow)]
    pub sentences: Packed<'a, Sentence>,
    /// What of the text is boilerplate, in order, without overlaps.
    pub boilerplate: Vec<Boilerplate>,
    /// Number of tokens in the body.
    pub body_tokens: u32,
    /// Number of tokens in the title.
    pub title_tokens: u32,
}

impl Document<'_> {
    /// The paragraphs of the reading view: each from its first sentence to its last.
    pub fn paragraphs(&self) -> Vec<Span> {
        let mut paragraphs: Vec<Span> = Vec::new();
        for sentence in self.sentences.iter() {
            match paragraphs.last_mut() {
                Some(last) if !sentence.opens => last.end = sentence.span.end,
                _ => paragraphs.push(sentence.span),
            }
        }
        paragraphs
    }
}

/// A sentence of the reading view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Bytes of the document's text.
    pub span: Span,
    /// It is the first of its paragraph.
    pub opens: bool,
}

/// A stretch of text that belongs to the page and not to the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boilerplate {
    /// Bytes of the document's text.
    pub span: Span,
    /// What it is.
    pub kind: BoilerplateKind,
}

/// A stretch of the text of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    /// Number of the document.
    pub document: u32,
    /// Bytes of its text.
    pub span: Span,
}

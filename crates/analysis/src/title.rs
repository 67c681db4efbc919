//! The title of a report: given, found at its head, or made of its first sentence.

use crate::analysis::Title;
use crate::boilerplate::Block;
use crate::span::Span;
use entente_model::TitleProvenance;

/// A headline is no longer, in characters; a sentence is cut here.
const LONGEST: usize = 140;

/// The title, and whether a block of its own holds it.
pub(crate) fn find(text: &str, given: Option<&str>, blocks: &[Block]) -> (Title, Option<usize>) {
    if let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) {
        let title = Title {
            text: one_line(entente_text::reading(given).text()),
            provenance: TitleProvenance::Given,
            from: "front matter".into(),
            span: None,
        };
        return (title, None);
    }
    let worked_out = |span: Span, words: String, from: &str| Title {
        text: words,
        provenance: TitleProvenance::WorkedOut,
        from: from.into(),
        span: Some(span),
    };
    if let Some(span) = blocks.iter().find_map(|block| block.title) {
        return (worked_out(span, one_line(span.of(text)), "the field of the record"), None);
    }
    let mut bodies =
        blocks.iter().enumerate().filter(|(_, b)| !b.body.is_empty() && !b.is_teaser());
    let Some((n, first)) = bodies.next() else {
        let span = Span { start: 0, end: 0 };
        return (Title { span: None, ..worked_out(span, String::new(), "nothing") }, None);
    };
    let words = one_line(first.body.of(text));
    let follows = bodies
        .next()
        .is_some_and(|(_, next)| next.lead.is_some() || next.body.of(text).len() > words.len() / 2);
    let heads = first.lead.is_none() && !first.signed && words.chars().count() <= LONGEST;
    if heads && follows && !words.ends_with(['.', ';', ':', ',', '”', '"']) {
        return (worked_out(first.body, words, "the headline"), Some(n));
    }
    let span = first_sentence(text, first.body);
    (worked_out(span, shortened(&one_line(span.of(text))), "the first sentence"), None)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first sentence of a block.
fn first_sentence(text: &str, body: Span) -> Span {
    let first = entente_text::sentences(body.of(text)).into_iter().next();
    first
        .map_or(body, |range| Span { start: body.start + range.start, end: body.start + range.end })
}

/// Cut before a word, with an ellipsis, if it is long; without its full stop.
fn shortened(sentence: &str) -> String {
    let Some((limit, _)) = sentence.char_indices().nth(LONGEST) else {
        return sentence.trim_end_matches('.').into();
    };
    let cut = sentence[..limit].rfind(' ').unwrap_or(limit);
    format!("{}…", sentence[..cut].trim_end_matches([',', ';', ':', ' ']))
}

//! What a query finds.

use super::given::Given;
use super::types::{
    FacetValue, Facets, NoteKind, SearchHit, SearchNote, SearchResults, SearchSnippet,
};
use super::utf16::Utf16;
use super::view::filtered;
use super::{Answer, to_js, wrong};
use crate::address::View;
use crate::state::AppState;
use entente_model::Span;
use entente_search::query::Note;
use entente_search::snippet::{Snippet, snippets};
use entente_search::{FacetKind, Query};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Passages given of a document.
const MOST_SNIPPETS: usize = 2;
/// How the function is described.
const CALL: &str = "entente.search(query, options)";

pub(super) fn search(state: AppState, query: &JsValue, options: &JsValue) -> Answer {
    let query =
        query.as_string().ok_or_else(|| wrong(&format!("{CALL}: query must be a string")))?;
    let options = Given::new(options, CALL)?;
    let skip = options.number("offset")?.unwrap_or(0);
    let take = options.number("limit")?.unwrap_or(usize::MAX);
    let filter = filtered(View::default(), options.object("filters")?)?.filter;

    let started = now();
    let results = state.engine.search(&Query::parse(&query), &filter);
    let found = results.ranked.iter().skip(skip).take(take).filter_map(|&(number, score)| {
        let document = state.archive().document(number)?;
        let hits = state.engine.hits(&document, &results.leaves);
        let pieces = snippets(&document, &hits, MOST_SNIPPETS);
        Some(SearchHit {
            document: document.id().to_owned(),
            title: document.title().to_owned(),
            score: score.into(),
            snippets: pieces.iter().map(|piece| passage(document.text(), piece)).collect(),
        })
    });
    let hits = found.collect();
    let took_us = ((now() - started) * 1000.0) as u32;
    let counted = state.engine.facets(&results.matching, &filter);
    let values = |kind: FacetKind| {
        let of_kind = counted.iter().filter(|facet| facet.kind == kind);
        let values = of_kind.flat_map(|facet| &facet.values);
        let value = |(value, count): &(String, usize)| {
            let entity = kind.entity().and_then(|_| state.archive().find_entity(value));
            let name = entity.map(|entity| entity.name().to_owned());
            FacetValue { value: value.clone(), name, count: *count }
        };
        (kind.name(), values.map(value).collect())
    };
    let facets = Facets(FacetKind::of_documents().iter().copied().map(values).collect());
    let note = |kind, typed: &str| SearchNote { kind, typed: Some(typed.to_owned()) };
    let left_out = results.notes.iter().map(|left_out| match left_out {
        Note::NotUnderstood { typed } => note(NoteKind::NotUnderstood, typed),
        Note::TooLong => SearchNote { kind: NoteKind::TooLong, typed: None },
    });
    let asked = results.leaves.iter().zip(&results.alone);
    let nowhere = asked.filter(|(leaf, alone)| !leaf.excluded && **alone == 0);
    let nowhere = nowhere.map(|(leaf, _)| note(NoteKind::NothingFound, &leaf.typed));
    to_js(&SearchResults {
        total: results.ranked.len(),
        took_us,
        hits,
        facets,
        notes: left_out.chain(nowhere).collect(),
    })
}

/// A passage of a text with its marks.
fn passage(text: &str, snippet: &Snippet) -> SearchSnippet {
    let text = text.get(snippet.span.range()).unwrap_or_default();
    let utf16 = Utf16::new(text);
    let inside = |mark: &Span| {
        let from = |offset: u32| offset - snippet.span.start;
        utf16.span(Span { start: from(mark.start), end: from(mark.end) })
    };
    let marks = snippet.marks.iter().map(inside).collect();
    SearchSnippet { text: text.to_owned(), marks }
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

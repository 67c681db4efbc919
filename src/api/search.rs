//! What a query finds.

use super::utf16::Utf16;
use super::view::filtered;
use super::{Answer, Map, answer, wrong};
use crate::address::View;
use crate::state::State;
use entente_archive::wire::Span;
use entente_search::query::Note;
use entente_search::snippet::{Snippet, snippets};
use entente_search::{FacetKind, Query};
use js_sys::Reflect;
use leptos::prelude::window;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// Passages given of a document.
const MOST_SNIPPETS: usize = 2;

/// A report found.
#[derive(Serialize)]
struct Found {
    document: &'static str,
    title: &'static str,
    score: f32,
    snippets: Vec<Passage>,
}

#[derive(Serialize)]
struct Passage {
    text: &'static str,
    marks: Vec<(usize, usize)>,
}

#[derive(Serialize)]
struct Search {
    total: usize,
    took_us: u32,
    hits: Vec<Found>,
    facets: Map<Vec<Counted>>,
    notes: Vec<Remark>,
}

#[derive(Serialize)]
struct Counted {
    value: String,
    /// Of an entity: what it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'static str>,
    count: usize,
}

#[derive(Serialize)]
struct Remark {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    typed: Option<String>,
}

pub(super) fn search(state: State, query: &JsValue, options: &JsValue) -> Answer {
    let query = query
        .as_string()
        .ok_or_else(|| wrong("entente.search(query, options): query must be a string"))?;
    if !(options.is_undefined() || options.is_null() || options.is_object()) {
        return Err(wrong("entente.search(query, options): options must be an object"));
    }
    let number = |key: &str, otherwise: usize| match Reflect::get(options, &key.into())
        .unwrap_or(JsValue::UNDEFINED)
    {
        absent if absent.is_undefined() || absent.is_null() => Ok(otherwise),
        given => given
            .as_f64()
            .filter(|number| *number >= 0.0)
            .map(|number| number as usize)
            .ok_or_else(|| wrong("entente.search: limit and offset must be numbers from 0 up")),
    };
    let (skip, take) = (number("offset", 0)?, number("limit", usize::MAX)?);
    let filters = Reflect::get(options, &"filters".into()).unwrap_or(JsValue::UNDEFINED);
    let filter = filtered(View::default(), &filters, "entente.search")?.filter;

    let started = now();
    let results = state.engine.search(&Query::parse(&query), &filter);
    let found = results.ranked.iter().skip(skip).take(take).filter_map(|&(number, score)| {
        let document = state.archive().document(number)?;
        let hits = state.engine.hits(&document, &results.leaves);
        let passage = |snippet: Snippet| Passage::new(document.text(), &snippet);
        Some(Found {
            document: document.id(),
            title: document.title(),
            score,
            snippets: snippets(&document, &hits, MOST_SNIPPETS).into_iter().map(passage).collect(),
        })
    });
    let hits = found.collect();
    let took_us = ((now() - started) * 1000.0) as u32;
    let values = |kind: FacetKind| -> Vec<Counted> {
        let of_kind = results.facets.iter().filter(|facet| facet.kind == kind);
        let values = of_kind.flat_map(|facet| &facet.values);
        let name = |value: &str| Some(state.archive().find_entity(value)?.name());
        let value = |(value, count): &(String, usize)| Counted {
            name: kind.entity().and_then(|_| name(value)),
            value: value.clone(),
            count: *count,
        };
        values.map(value).collect()
    };
    let facets = FacetKind::of_documents().iter().map(|&kind| (kind.name(), values(kind)));
    let left_out = results.notes.iter().map(|note| match note {
        Note::NotUnderstood { typed } => {
            Remark { kind: "not-understood", typed: Some(typed.clone()) }
        }
        Note::TooLong => Remark { kind: "too-long", typed: None },
    });
    let asked = results.leaves.iter().zip(&results.alone);
    let nowhere = asked.filter(|(leaf, alone)| !leaf.excluded && **alone == 0);
    let nowhere =
        nowhere.map(|(leaf, _)| Remark { kind: "nothing-found", typed: Some(leaf.typed.clone()) });
    answer(&Search {
        total: results.ranked.len(),
        took_us,
        hits,
        facets: Map(facets.collect()),
        notes: left_out.chain(nowhere).collect(),
    })
}

impl Passage {
    fn new(text: &'static str, snippet: &Snippet) -> Self {
        let text = text.get(snippet.span.range()).unwrap_or_default();
        let utf16 = Utf16::new(text);
        let inside = |mark: &Span| {
            let from = |offset: u32| offset - snippet.span.start;
            utf16.span(Span { start: from(mark.start), end: from(mark.end) })
        };
        Self { text, marks: snippet.marks.iter().map(inside).collect() }
    }
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

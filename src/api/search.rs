//! What a query finds.

use super::utf16::Utf16;
use super::values::{list, object, pairs, set};
use super::view::filtered;
use super::{Answer, wrong};
use crate::address::View;
use crate::state::State;
use entente_model::Span;
use entente_search::query::Note;
use entente_search::snippet::{Snippet, snippets};
use entente_search::{FacetKind, Query};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Passages given of a document.
const MOST_SNIPPETS: usize = 2;

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
        let passage = |snippet: &Snippet| passage(document.text(), snippet);
        Some(object(&[
            ("document", document.id().into()),
            ("title", document.title().into()),
            ("score", score.into()),
            ("snippets", list(snippets(&document, &hits, MOST_SNIPPETS).iter().map(passage))),
        ]))
    });
    let hits = list(found);
    let took_us = ((now() - started) * 1000.0) as u32;
    let counted = state.engine.facets(&results.matching, &filter);
    let values = |kind: FacetKind| {
        let of_kind = counted.iter().filter(|facet| facet.kind == kind);
        let values = of_kind.flat_map(|facet| &facet.values);
        let value = |(value, count): &(String, usize)| {
            let counted = object(&[("value", value.as_str().into()), ("count", (*count).into())]);
            let entity = kind.entity().and_then(|_| state.archive().find_entity(value));
            if let Some(entity) = entity {
                set(&counted, "name", &entity.name().into());
            }
            counted
        };
        list(values.map(value))
    };
    let facets = object(&[]);
    for &kind in FacetKind::of_documents() {
        set(&facets, kind.name(), &values(kind));
    }
    let remark =
        |kind: &str, typed: &str| object(&[("kind", kind.into()), ("typed", typed.into())]);
    let left_out = results.notes.iter().map(|note| match note {
        Note::NotUnderstood { typed } => remark("not-understood", typed),
        Note::TooLong => object(&[("kind", "too-long".into())]),
    });
    let asked = results.leaves.iter().zip(&results.alone);
    let nowhere = asked.filter(|(leaf, alone)| !leaf.excluded && **alone == 0);
    let nowhere = nowhere.map(|(leaf, _)| remark("nothing-found", &leaf.typed));
    Ok(object(&[
        ("total", results.ranked.len().into()),
        ("took_us", took_us.into()),
        ("hits", hits),
        ("facets", facets),
        ("notes", list(left_out.chain(nowhere))),
    ]))
}

/// A passage of a text with its marks.
fn passage(text: &str, snippet: &Snippet) -> JsValue {
    let text = text.get(snippet.span.range()).unwrap_or_default();
    let utf16 = Utf16::new(text);
    let inside = |mark: &Span| {
        let from = |offset: u32| offset - snippet.span.start;
        utf16.span(Span { start: from(mark.start), end: from(mark.end) })
    };
    let marks: Vec<_> = snippet.marks.iter().map(inside).collect();
    object(&[("text", text.into()), ("marks", pairs(&marks))])
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

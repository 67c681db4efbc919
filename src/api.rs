//! The JavaScript interface `window.entente`, described in `entente.d.ts`.
//!
//! Offsets are UTF-16 code units, as JavaScript counts: `text.slice(start, end)` gives
//! what they mean. Arguments that mean nothing are a `TypeError` with a sentence.

use crate::address::{Page, View};
use crate::state::{State, Step};
use entente_archive::Document;
use entente_archive::rows::{DateBasis, FurnitureKind};
use entente_archive::wire::Span;
use entente_search::query::Note;
use entente_search::snippet::{Snippet, snippets};
use entente_search::{FacetKind, Query};
use js_sys::{Array, Function, Object, Promise, Reflect, TypeError};
use leptos::prelude::*;
use serde::Serialize;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

const MOST_SNIPPETS: usize = 2;

/// Makes `window.entente`.
pub fn publish(state: State) {
    // The page has made the object before, with a promise that waits for this moment.
    let field = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok();
    let early = field(&window(), "entente").and_then(|early| early.dyn_into::<Object>().ok());
    let api = early.unwrap_or_default();
    set(&api, "version", &JsValue::from_str(env!("CARGO_PKG_VERSION")));
    let functions: [(&str, Method); 6] = [
        ("documents", documents),
        ("document", document),
        ("search", search),
        ("view", |state, _, _| present_view(state)),
        ("navigate", navigate),
        ("on", listen),
    ];
    for (name, answer) in functions {
        function(&api, name, answer, state);
    }
    set(&window(), "entente", &api);
    let fulfil = field(&api, "fulfil").and_then(|fulfil| fulfil.dyn_into::<Function>().ok());
    if let Some(fulfil) = fulfil {
        let _ = fulfil.call0(&JsValue::UNDEFINED);
        let _ = Reflect::delete_property(&api, &"fulfil".into());
    } else {
        set(&api, "ready", &Promise::resolve(&JsValue::UNDEFINED));
    }
}

fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// What a function gives back, or what it throws.
type Answer = Result<JsValue, JsValue>;
/// A function of the interface, with its first two arguments.
type Method = fn(State, &JsValue, &JsValue) -> Answer;

/// Adds a function of up to two arguments that lives as long as the page.
fn function(api: &Object, name: &str, answer: Method, state: State) {
    let closure = Closure::<dyn FnMut(JsValue, JsValue) -> Answer>::new(move |first, second| {
        answer(state, &first, &second)
    });
    set(api, name, &closure.into_js_value());
}

fn wrong(message: &str) -> JsValue {
    TypeError::new(message).into()
}

fn answer(value: &impl Serialize) -> Answer {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(JsValue::from)
}

/// A document without its text.
#[derive(Serialize)]
struct Listed {
    id: &'static str,
    title: &'static str,
    title_basis: &'static str,
    language: &'static str,
    source: Option<&'static str>,
    url: Option<&'static str>,
    published: Option<String>,
    published_basis: &'static str,
    published_words: Option<&'static str>,
    dateline: Option<&'static str>,
    address: String,
}

/// A document with its text.
#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    listed: Listed,
    text: &'static str,
    paragraphs: Vec<(usize, usize)>,
    furniture: Vec<Furniture>,
}

#[derive(Serialize)]
struct Furniture {
    start: usize,
    end: usize,
    what: &'static str,
}

fn listed(document: &Document<'static>) -> Listed {
    let some = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    let page = Page::Report(document.id().to_owned());
    Listed {
        id: document.id(),
        title: document.title(),
        title_basis: document.row.title_basis.name(),
        language: document.language(),
        source: some(document.source()),
        url: some(document.url()),
        published: document.row.published.map(|date| date.to_string()),
        published_basis: document.row.published_basis.name(),
        published_words: some(document.published_words())
            .filter(|_| document.row.published_basis != DateBasis::Given),
        dateline: some(document.dateline()),
        address: View::default().at(page).print(),
    }
}

fn documents(state: State, _: &JsValue, _: &JsValue) -> Answer {
    answer(&state.archive().documents().map(|document| listed(&document)).collect::<Vec<_>>())
}

fn document(state: State, id: &JsValue, _: &JsValue) -> Answer {
    let id = id.as_string().ok_or_else(|| wrong("entente.document(id): id must be a string"))?;
    let Some(document) = state.archive().find(&id) else { return Ok(JsValue::NULL) };
    let utf16 = Utf16::new(document.text());
    let furniture = document.furniture().map(|row| {
        let (start, end) = utf16.span(row.span);
        Furniture { start, end, what: FurnitureKind::name(row.kind) }
    });
    answer(&Whole {
        listed: listed(&document),
        text: document.text(),
        paragraphs: document.paragraphs().into_iter().map(|span| utf16.span(span)).collect(),
        furniture: furniture.collect(),
    })
}

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
    facets: Facets,
    notes: Vec<Remark>,
}

#[derive(Serialize)]
struct Facets {
    source: Vec<Value>,
    year: Vec<Value>,
}

#[derive(Serialize)]
struct Value {
    value: String,
    count: usize,
}

#[derive(Serialize)]
struct Remark {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    typed: Option<String>,
}

fn search(state: State, query: &JsValue, options: &JsValue) -> Answer {
    let query = query
        .as_string()
        .ok_or_else(|| wrong("entente.search(query, options): query must be a string"))?;
    let number = |key: &str, otherwise: usize| match Reflect::get(options, &key.into())
        .unwrap_or(JsValue::UNDEFINED)
    {
        absent if absent.is_undefined() || absent.is_null() => Ok(otherwise),
        given => given
            .as_f64()
            .map(|number| number as usize)
            .ok_or_else(|| wrong("entente.search: limit and offset must be numbers")),
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
    let values = |kind: FacetKind| -> Vec<Value> {
        let of_kind = results.facets.iter().filter(|facet| facet.kind == kind);
        let values = of_kind.flat_map(|facet| &facet.values);
        values.map(|(value, count)| Value { value: value.clone(), count: *count }).collect()
    };
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
        facets: Facets { source: values(FacetKind::Source), year: values(FacetKind::Year) },
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

/// The view as JavaScript sees it.
#[derive(Serialize)]
struct Shown<'v> {
    address: String,
    page: &'v str,
    document: Option<&'v str>,
    query: &'v str,
    filters: Filters,
    source_text: bool,
}

/// Filters as in addresses: several values, `-` before an excluded one.
#[derive(Serialize, Default)]
struct Filters {
    source: Vec<String>,
    year: Vec<String>,
    from: Option<String>,
    to: Option<String>,
}

fn present_view(state: State) -> Answer {
    state.view.with_untracked(|view| {
        let (page, document) = match &view.page {
            Page::Reports => ("reports", None),
            Page::Report(id) => ("report", Some(id.as_str())),
            Page::About => ("about", None),
            Page::Unknown(path) => (path.as_str(), None),
        };
        let mut filters = Filters::default();
        for (key, value) in view.filter_pairs() {
            match key {
                "source" => filters.source.push(value),
                "year" => filters.year.push(value),
                "from" => filters.from = Some(value),
                _ => filters.to = Some(value),
            }
        }
        answer(&Shown {
            address: view.print(),
            page,
            document,
            query: &view.query,
            filters,
            source_text: view.source_text,
        })
    })
}

fn navigate(state: State, view: &JsValue, _: &JsValue) -> Answer {
    const USE: &str = "entente.navigate(view): view must be an address such as \"#/reports?q=paris\" \
                       or an object such as { page: \"reports\", query: \"paris\" }";
    if let Some(address) = view.as_string() {
        state.navigate(View::parse(&address), Step::Push);
        return Ok(JsValue::UNDEFINED);
    }
    if !view.is_object() {
        return Err(wrong(USE));
    }
    let field = |key: &str| Reflect::get(view, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let page = match (field("page").as_string().as_deref(), field("document").as_string()) {
        (Some("report") | None, Some(id)) => Page::Report(id),
        (Some("reports") | None, _) => Page::Reports,
        (Some("about"), _) => Page::About,
        _ => return Err(wrong(USE)),
    };
    let wanted = View {
        page,
        query: field("query").as_string().unwrap_or_default(),
        source_text: field("source_text").is_truthy(),
        ..View::default()
    };
    state.navigate(filtered(wanted, &field("filters"), "entente.navigate")?, Step::Push);
    Ok(JsValue::UNDEFINED)
}

/// A view with filters given as keys of an address: a value or several.
fn filtered(mut view: View, filters: &JsValue, function: &str) -> Result<View, JsValue> {
    if filters.is_undefined() || filters.is_null() {
        return Ok(view);
    }
    let unknown = |key: &str| {
        wrong(&[function, ": filters.", key, " is no filter, or has no such value"].concat())
    };
    let entries = filters.dyn_ref::<Object>().map(Object::entries);
    for entry in
        entries.ok_or_else(|| wrong(&[function, ": filters must be an object"].concat()))?
    {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        let values = entry.get(1);
        let values = if Array::is_array(&values) { values.into() } else { Array::of1(&values) };
        for value in values {
            // A year may be given as a number.
            let whole = || value.as_f64().map(|number| (number as i64).to_string());
            let text = value.as_string().or_else(whole);
            let taken = text.is_some_and(|text| view.filter_by(&key, &text));
            if !taken && !value.is_undefined() && !value.is_null() {
                return Err(unknown(&key));
            }
        }
    }
    Ok(view)
}

/// Calls a function with every later view; gives back a function that ends this.
fn listen(state: State, event: &JsValue, listener: &JsValue) -> Answer {
    let listener = listener.dyn_ref::<Function>().cloned();
    let (Some("view"), Some(listener)) = (event.as_string().as_deref(), listener) else {
        return Err(wrong("entente.on(event, listener): the event must be \"view\""));
    };
    let effect = Effect::watch(
        move || state.view.track(),
        move |(), _, _| {
            if let Ok(view) = present_view(state) {
                let _ = listener.call1(&JsValue::UNDEFINED, &view);
            }
        },
        false,
    );
    let end = Closure::once_into_js(move || effect.stop());
    Ok(end)
}

/// Offsets of a text in UTF-16 code units, counted on from the last one asked for.
struct Utf16<'t> {
    text: &'t str,
    /// The last offset asked for, in bytes and in code units.
    last: Cell<(usize, usize)>,
}

impl<'t> Utf16<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, last: Cell::default() }
    }

    fn at(&self, byte: u32) -> usize {
        let byte = byte as usize;
        let (from, units) = match self.last.get() {
            (from, _) if from > byte => (0, 0),
            last => last,
        };
        let between = self.text.get(from..byte).unwrap_or_default();
        let units = units + between.encode_utf16().count();
        self.last.set((byte, units));
        units
    }

    fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

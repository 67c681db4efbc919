//! What documents there are, and one whole.

use super::utf16::Utf16;
use super::{Answer, answer, wrong};
use crate::address::{Page, View};
use crate::state::State;
use entente_archive::Document;
use entente_archive::rows::DateBasis;
use serde::Serialize;
use wasm_bindgen::JsValue;

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

pub(super) fn documents(state: State, _: &JsValue, _: &JsValue) -> Answer {
    answer(&state.archive().documents().map(|document| listed(&document)).collect::<Vec<_>>())
}

pub(super) fn document(state: State, id: &JsValue, _: &JsValue) -> Answer {
    let id = id.as_string().ok_or_else(|| wrong("entente.document(id): id must be a string"))?;
    let Some(document) = state.archive().find(&id) else { return Ok(JsValue::NULL) };
    let utf16 = Utf16::new(document.text());
    let furniture = document.furniture().map(|row| {
        let (start, end) = utf16.span(row.span);
        Furniture { start, end, what: row.kind.name() }
    });
    answer(&Whole {
        listed: listed(&document),
        text: document.text(),
        paragraphs: document.paragraphs().into_iter().map(|span| utf16.span(span)).collect(),
        furniture: furniture.collect(),
    })
}

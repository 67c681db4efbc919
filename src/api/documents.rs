//! What documents there are, and one whole.

use super::types::{Boilerplate, ListedDocument, WholeDocument};
use super::utf16::Utf16;
use super::{Answer, some, to_js, wrong};
use crate::address::{Page, View};
use crate::state::AppState;
use entente_archive::DocumentRef;
use entente_model::PublicationProvenance;
use wasm_bindgen::JsValue;

pub(super) fn documents(state: AppState) -> Answer {
    to_js(&state.archive().documents().map(|document| listed(&document)).collect::<Vec<_>>())
}

/// A document without its text.
fn listed(document: &DocumentRef<'static>) -> ListedDocument {
    let page = Page::Report(document.id().to_owned());
    let given = document.published_provenance == PublicationProvenance::Given;
    ListedDocument {
        id: document.id().to_owned(),
        title: document.title().to_owned(),
        title_basis: document.title_provenance,
        language: document.language().to_owned(),
        source: some(document.source()),
        url: some(document.url()),
        published: document.published.map(|date| date.to_string()),
        published_basis: document.published_provenance,
        published_words: some(document.published_words()).filter(|_| !given),
        dateline: some(document.dateline()),
        address: View::default().at(page).print(),
    }
}

/// A document with its text.
pub(super) fn document(state: AppState, id: &JsValue) -> Answer {
    let id = id.as_string().ok_or_else(|| wrong("entente.document(id): id must be a string"))?;
    let Some(document) = state.archive().find_document(&id) else { return Ok(JsValue::NULL) };
    let utf16 = Utf16::new(document.text());
    let paragraphs = document.paragraphs().into_iter().map(|span| utf16.span(span)).collect();
    let boilerplate = document.boilerplate.iter().map(|piece| {
        let (start, end) = utf16.span(piece.span);
        Boilerplate { start, end, what: piece.kind }
    });
    to_js(&WholeDocument {
        listed: listed(&document),
        text: document.text().to_owned(),
        paragraphs,
        boilerplate: boilerplate.collect(),
    })
}

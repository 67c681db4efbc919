//! What documents there are, and one whole.

use super::utf16::Utf16;
use super::values::{list, object, pairs, set, text};
use super::{Answer, wrong};
use crate::address::{Page, View};
use crate::state::State;
use entente_archive::DocumentRef;
use entente_model::PublicationProvenance;
use wasm_bindgen::JsValue;

#[allow(clippy::unnecessary_wraps)] // as all functions of the interface
pub(super) fn documents(state: State, _: &JsValue, _: &JsValue) -> Answer {
    Ok(list(state.archive().documents().map(|document| listed(&document))))
}

/// A document without its text.
fn listed(document: &DocumentRef<'static>) -> JsValue {
    let page = Page::Report(document.id().to_owned());
    let published = document.published.map(|date| date.to_string());
    let words = Some(document.published_words());
    let words = words.filter(|_| document.published_provenance != PublicationProvenance::Given);
    object(&[
        ("id", document.id().into()),
        ("title", document.title().into()),
        ("title_provenance", document.title_provenance.as_str().into()),
        ("language", document.language().into()),
        ("source", text(document.source())),
        ("url", text(document.url())),
        ("published", text(&published.unwrap_or_default())),
        ("published_provenance", document.published_provenance.as_str().into()),
        ("published_words", text(words.unwrap_or_default())),
        ("dateline", text(document.dateline())),
        ("address", View::default().at(page).print().into()),
    ])
}

/// A document with its text.
pub(super) fn document(state: State, id: &JsValue, _: &JsValue) -> Answer {
    let id = id.as_string().ok_or_else(|| wrong("entente.document(id): id must be a string"))?;
    let Some(document) = state.archive().find_document(&id) else { return Ok(JsValue::NULL) };
    let utf16 = Utf16::new(document.text());
    let paragraphs: Vec<_> =
        document.paragraphs().into_iter().map(|span| utf16.span(span)).collect();
    let boilerplate = document.boilerplate.iter().map(|piece| {
        let (start, end) = utf16.span(piece.span);
        object(&[
            ("start", start.into()),
            ("end", end.into()),
            ("what", piece.kind.as_str().into()),
        ])
    });
    let whole = listed(&document);
    set(&whole, "text", &document.text().into());
    set(&whole, "paragraphs", &pairs(&paragraphs));
    set(&whole, "furniture", &list(boilerplate));
    Ok(whole)
}

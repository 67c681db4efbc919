//! Passages of a report: the address of one, what one can do with it, and the one that the view
//! quotes.

use crate::address::{Page, View};
use crate::citation::{self, quotation, reference};
use crate::copy::CopyButton;
use crate::marked::words;
use crate::state::AppState;
use entente_archive::DocumentRef;
use entente_model::Span;
use entente_text::Quote;
use entente_text::quote::Found;
use leptos::prelude::*;

/// The address of a passage: it is found by what it says, not by where it stands.
pub fn address(state: AppState, document: &DocumentRef<'_>, span: Span) -> String {
    let page = Page::Report(document.id().to_owned());
    let quote = Quote::of(document.text(), span.range()).unwrap_or_default();
    View { page, quote, ..state.fresh_view() }.print()
}

/// The same with the page in front.
fn link(state: AppState, document: &DocumentRef<'_>, span: Span) -> String {
    sent(&address(state, document, span))
}

/// An address with the page in front, to be sent to others.
pub fn sent(address: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    [page, address].concat()
}

/// What one can do with a passage that stands outside of its report.
pub fn acts(state: AppState, document: DocumentRef<'static>, span: Span) -> AnyView {
    view! {
        {cite_button(state, document, span)}
        {link_button(state, document, span)}
    }
    .into_any()
}

/// The button that copies the link to a passage.
pub fn link_button(state: AppState, document: DocumentRef<'static>, span: Span) -> AnyView {
    let text = Box::new(move || link(state, &document, span));
    let word = state.strings().copy_link;
    view! { <CopyButton class="link" symbol="#i-link" word text/> }.into_any()
}

/// The button that copies the reference to a passage.
pub fn cite_button(state: AppState, document: DocumentRef<'static>, span: Span) -> AnyView {
    let strings = state.strings();
    let text = Box::new(move || {
        let said = words(document.text(), span);
        reference(strings, &document, &said, &link(state, &document, span))
    });
    view! { <CopyButton class="link" symbol="#i-cite" word=strings.cite text/> }.into_any()
}

/// The button that copies the reference to a whole report.
pub fn cite_report_button(state: AppState, document: DocumentRef<'static>) -> AnyView {
    let strings = state.strings();
    let text = Box::new(move || {
        let address = state.fresh_address(Page::Report(document.id().to_owned()));
        [citation::report(strings, &document), sent(&address)].join(", ")
    });
    view! { <CopyButton class="link" symbol="#i-cite" word=strings.cite text/> }.into_any()
}

/// The button that copies a passage with its source.
pub fn quote_button(state: AppState, document: DocumentRef<'static>, span: Span) -> AnyView {
    let strings = state.strings();
    let text = Box::new(move || quotation(strings, &document, &words(document.text(), span)));
    view! { <CopyButton class="link" symbol="#i-quote" word=strings.copy_quote text/> }.into_any()
}

/// Where a report has the passage that the view quotes.
pub fn quoted(state: AppState, document: &DocumentRef<'_>) -> Option<Found> {
    state.view.with(|view| view.quote.find(document.text()))
}

/// What there is to say about what the view quotes: that the report now says it in other words, or
/// no longer.
pub fn remark(state: AppState, document: &DocumentRef<'_>) -> Option<AnyView> {
    let strings = state.strings();
    let words = state.view.with(|view| view.quote.words.clone());
    let said = match quoted(state, document) {
        Some(Found { changed: true, .. }) => strings.passage_changed.fill(&words),
        None if !words.is_empty() => strings.passage_gone.fill(&words),
        _ => return None,
    };
    Some(view! { <p class="remarks" dir="auto">{said}</p> }.into_any())
}

//! The menu of a selection in a report: copy the link to it, the quotation, the reference.

use super::passage::{cite_button, link_button, quote_button};
use crate::browser;
use crate::state::{AppState, app_state};
use entente_archive::DocumentRef;
use entente_model::Span;
use entente_text::quote::whole_words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// What is selected in the text.
#[derive(Clone, Copy, PartialEq)]
struct Selected {
    /// Bytes of the text.
    span: Span,
    /// How far below the top of the report it ends, in pixels.
    end: i32,
}

/// A selection has come to rest after so long.
const AT_REST: Duration = Duration::from_millis(150);

/// The attribute of an element that shows a stretch of the text and nothing else: its first byte.
pub const START: &str = "data-start";

/// The menu; nothing while nothing is selected.
#[component]
pub fn SelectionMenu(
    /// The report that is read.
    document: DocumentRef<'static>,
) -> impl IntoView {
    let state = app_state();
    let selected = RwSignal::new(None);
    // How often it has changed: only the last change is looked at.
    let changes = StoredValue::new(0);
    browser::on_selection(move |()| {
        let change = changes.try_get_value().unwrap_or(0) + 1;
        changes.try_set_value(change);
        let look = move || {
            if changes.try_get_value() == Some(change) {
                selected.try_set(selection(document.text()));
            }
        };
        set_timeout(look, AT_REST);
    });
    move || selected.get().map(|selected| menu(state, document, selected))
}

fn menu(state: AppState, document: DocumentRef<'static>, selected: Selected) -> AnyView {
    let Selected { span, end } = selected;
    view! {
        <div
            class="selection-menu"
            role="group"
            aria-label=state.strings().selected
            style=("--end", [&end.to_string(), "px"].concat())
            on:pointerdown=|event| event.prevent_default()
        >
            {link_button(state, document, span)}
            {quote_button(state, document, span)}
            {cite_button(state, document, span)}
        </div>
    }
    .into_any()
}

/// What is selected, in whole words, if it has words of the text.
fn selection(text: &str) -> Option<Selected> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let stretches = document().query_selector_all(&["[", START, "]"].concat()).ok()?;
    let mut all: Option<Span> = None;
    for place in 0..stretches.length() {
        let stretch = stretches.get(place)?.dyn_into::<Element>().ok()?;
        if range.intersects_node(&stretch).ok()? {
            let here = inside(&stretch, &range)?;
            all = Some(Span { start: all.map_or(here.start, |all| all.start), end: here.end });
        }
    }
    let span = Span::from(whole_words(text, all?.range())?);
    let top = document().query_selector(".reading").ok()??.get_bounding_client_rect().top();
    let end = (range.get_bounding_client_rect().bottom() - top) as i32;
    Some(Selected { span, end })
}

/// What a range has of the stretch that an element shows.
fn inside(stretch: &Element, range: &Range) -> Option<Span> {
    let first: usize = stretch.get_attribute(START)?.parse().ok()?;
    let until = |node: Node, offset: u32, otherwise: usize| -> Option<usize> {
        if !stretch.contains(Some(&node)) {
            return Some(first + otherwise);
        }
        let lead = document().create_range().ok()?;
        lead.set_start(stretch, 0).ok()?;
        lead.set_end(&node, offset).ok()?;
        Some(first + String::from(lead.to_string()).len())
    };
    let start = until(range.start_container().ok()?, range.start_offset().ok()?, 0)?;
    let whole = stretch.text_content()?.len();
    let end = until(range.end_container().ok()?, range.end_offset().ok()?, whole)?;
    Some(Span::from(start..end))
}

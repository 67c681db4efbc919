//! The search box: what is typed is the query of the view, letter by letter.

use crate::address::Page;
use crate::app::CONTENT;
use crate::browser;
use crate::dom::{El, button, effect, el, part};
use crate::state::{State, Step};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

/// Id of the field, for shortcuts.
pub const FIELD: &str = "query";

/// The field with its button to clear it.
pub fn search_box(state: State) -> El {
    let strings = state.strings;
    let field = el("input")
        .attr("id", FIELD)
        .attr("type", "search")
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("aria-label", strings.search_label)
        .attr("placeholder", strings.search_placeholder)
        .on("input", move |event| search_for(state, typed(&event)));
    if let Some(input) = field.element().dyn_ref::<HtmlInputElement>().cloned() {
        // Writing the same text again would move the caret and break input methods.
        effect(move || {
            state.view.with(|view| {
                if input.value() != view.query {
                    input.set_value(&view.query);
                }
            });
        });
    }
    let empty = move || state.view.with(|view| view.query.is_empty());
    let clear = button("clear", move || {
        search_for(state, String::new());
        browser::focus(FIELD);
    });
    part("form", "search")
        .attr("role", "search")
        // Enter goes to the results; on a phone this also closes the keyboard.
        .on("submit", |event| {
            event.prevent_default();
            browser::focus(CONTENT);
        })
        .add(part("span", "glass").attr("aria-hidden", "true"))
        .add(field)
        .add(clear.attr("aria-label", strings.clear_query).text("×").live_flag("hidden", empty))
        .add(el("kbd").attr("aria-hidden", "true").text("/").live_flag("hidden", move || !empty()))
}

/// The text in the field that an event comes from.
pub fn typed(event: &web_sys::Event) -> String {
    event.target().map_or(String::new(), |field| text_in(&field))
}

/// The text in a field.
pub fn text_in(field: &JsValue) -> String {
    let field = field.dyn_ref::<HtmlInputElement>();
    field.map_or(String::new(), HtmlInputElement::value)
}

/// Shows the reports, or on their own pages the meetings and the map, for a query. Typing replaces
/// the address; the first letter typed elsewhere on the page is a new step, so that one can come
/// back.
pub fn search_for(state: State, query: String) {
    let mut view = state.view.get_untracked();
    let list = matches!(view.page, Page::Reports | Page::Meetings | Page::Map);
    let step = if list { Step::Replace } else { Step::Push };
    if !list {
        view = view.at(Page::Reports);
    }
    view.query = query;
    state.navigate(view, step);
}

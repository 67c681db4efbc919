//! The search box: what is typed is the query of the view, letter by letter.

use crate::address::{LONGEST_QUERY, Page};
use crate::app::CONTENT;
use crate::browser;
use crate::effect::pressed;
use crate::icons::icon;
use crate::state::{AppState, Step, app_state};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Id of the field, for shortcuts.
pub const FIELD: &str = "query";

/// The field with its button to clear it.
#[component]
pub fn SearchBox() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let field = NodeRef::<html::Input>::new();
    // Not `prop:value`: writing the same text again would move the caret and break input methods.
    Effect::new(move || {
        let Some(input) = field.get() else { return };
        state.view.with(|view| {
            if input.value() != view.query {
                input.set_value(&view.query);
            }
        });
    });
    let empty = move || state.view.with(|view| view.query.is_empty());
    let clear = move || {
        search_for(state, String::new());
        browser::focus(FIELD);
    };
    // Enter goes to the results; on a phone this also closes the keyboard.
    let submit = |event: SubmitEvent| {
        event.prevent_default();
        browser::focus(CONTENT);
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            {icon("#i-search")}
            <input
                id=FIELD
                type="search"
                name="q"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                maxlength=LONGEST_QUERY.to_string()
                enterkeyhint="search"
                aria-label=strings.search_label
                placeholder=strings.search_placeholder
                node_ref=field
                on:input=move |event| search_for(state, event_target_value(&event))
            />
            <button
                class="clear"
                type="button"
                aria-label=strings.clear_query
                hidden=empty
                on:click=pressed(clear)
            >
                {icon("#i-x")}
            </button>
            <kbd aria-hidden="true" hidden=move || !empty()>
                "/"
            </kbd>
        </form>
    }
}

/// Shows the reports, or on their own pages the meetings and the map, for a query. Typing replaces
/// the address; the first letter typed elsewhere on the page is a new step, so that one can come
/// back.
pub fn search_for(state: AppState, query: String) {
    let mut view = state.view.get_untracked();
    let list = matches!(view.page, Page::Reports | Page::Meetings | Page::Map);
    let step = if list { Step::Replace } else { Step::Push };
    if !list {
        view = view.at(Page::Reports);
    }
    view.query = query;
    state.navigate(view, step);
}

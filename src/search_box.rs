//! The search box: what is typed is the query of the view, letter by letter.

use crate::address::Page;
use crate::browser;
use crate::state::{State, Step};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

/// Id of the field, for shortcuts.
pub const FIELD: &str = "query";

#[component]
pub fn SearchBox() -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let field = NodeRef::<Input>::new();
    let query = Memo::new(move |_| state.view.with(|view| view.query.clone()));
    // Writing the same text again would move the caret and break input methods.
    Effect::new(move |_| {
        let query = query.get();
        if let Some(field) = field.get()
            && field.value() != query
        {
            field.set_value(&query);
        }
    });
    let clear = move |_| {
        search_for(state, String::new());
        browser::focus(FIELD);
    };
    // Enter goes to the results; on a phone this also closes the keyboard.
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        browser::focus("content");
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            <svg class="glass" viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="8.5" cy="8.5" r="5.5"/><path d="M13 13l5 5"/>
            </svg>
            <input
                node_ref=field id=FIELD type="search" name="q" autocomplete="off"
                autocapitalize="off" spellcheck="false" enterkeyhint="search"
                aria-label=strings.search_label placeholder=strings.search_placeholder
                on:input=move |event| search_for(state, event_target_value(&event))
            />
            <button type="button" class="clear" hidden=move || query.with(String::is_empty)
                aria-label=strings.clear_query on:click=clear>"×"</button>
            <kbd aria-hidden="true" hidden=move || query.with(|query| !query.is_empty())>"/"</kbd>
        </form>
    }
}

/// Shows the reports for a query. Typing replaces the address; the first letter typed
/// elsewhere on the page is a new step, so that one can come back.
pub fn search_for(state: State, query: String) {
    let mut view = state.view.get_untracked();
    let step = if view.page == Page::Reports { Step::Replace } else { Step::Push };
    view = view.at(Page::Reports);
    view.query = query;
    state.navigate(view, step);
}

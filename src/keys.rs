//! Shortcuts: single letters for those who like them, off for those who do not.

use crate::address::Page;
use crate::search_box::{FIELD, search_for};
use crate::state::{State, Step};
use crate::{browser, reader};
use leptos::ev::{KeyboardEvent, keydown};
use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const DIALOG: &str = "keys";

/// Listens to the keyboard as long as the application lives.
pub fn listen(state: State) {
    let handle = window_event_listener(keydown, move |event: KeyboardEvent| {
        let key = event.key();
        if key == "Escape" {
            escape(state, &event);
            return;
        }
        if browser::is_typing(&event) || !state.shortcuts.get_untracked() {
            return;
        }
        let done = match key.as_str() {
            "/" => {
                browser::focus(FIELD);
                true
            }
            "?" => open_dialog(),
            "j" => go(state, 1),
            "k" => go(state, -1),
            "n" => reader::walk(state, 1),
            "p" => reader::walk(state, -1),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Leaves what one is in: the search, or a report. An open dialog closes by itself.
fn escape(state: State, event: &KeyboardEvent) {
    let open = browser::element(DIALOG).is_some_and(|dialog| dialog.has_attribute("open"));
    if open || event.is_composing() {
        return;
    }
    let view = state.view.get_untracked();
    if view.page != Page::Reports && !browser::is_typing(event) {
        state.navigate(view.at(Page::Reports), Step::Push);
    } else if !view.query.is_empty() {
        event.prevent_default();
        search_for(state, String::new());
    }
}

/// In a report the one before or behind it; in the list the focus moves.
fn go(state: State, step: isize) -> bool {
    if let Some(report) = state.report() {
        let Some(other) = state.neighbour(&report, step) else { return true };
        let page = Page::Report(other.id().to_owned());
        state.navigate(state.view.get_untracked().at(page), Step::Push);
        return true;
    }
    let Ok(titles) = document().query_selector_all("a.title") else { return false };
    let focused = document().active_element();
    let at = (0..titles.length()).find(|&place| {
        titles
            .get(place)
            .zip(focused.as_ref())
            .is_some_and(|(title, now)| title.is_same_node(Some(now)))
    });
    let next = match at {
        Some(at) => at.saturating_add_signed(step as i32).min(titles.length().saturating_sub(1)),
        None => 0,
    };
    let title = titles.get(next).and_then(|title| title.dyn_into::<web_sys::HtmlElement>().ok());
    title.is_some_and(|title| title.focus().is_ok())
}

fn open_dialog() -> bool {
    let dialog = browser::element(DIALOG)
        .and_then(|found| found.dyn_into::<web_sys::HtmlDialogElement>().ok());
    dialog.is_some_and(|dialog| dialog.open() || dialog.show_modal().is_ok())
}

/// The button and the dialog that tell the keys.
#[component]
pub fn KeysDialog() -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let dialog = NodeRef::<Dialog>::new();
    let row = |(key, means): &(&'static str, &'static str)| {
        view! { <div><dt><kbd>{*key}</kbd></dt><dd>{*means}</dd></div> }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get() {
            dialog.close();
        }
    };
    view! {
        <button class="keys-button" on:click=move |_| { open_dialog(); }>{strings.keys}</button>
        <dialog node_ref=dialog id=DIALOG aria-label=strings.keys>
            <h2>{strings.keys}</h2>
            <dl>{strings.shortcuts.iter().map(row).collect_view()}</dl>
            <label>
                <input type="checkbox" prop:checked=move || state.shortcuts.get()
                    on:change=move |event| state.set_shortcuts(event_target_checked(&event))/>
                {strings.shortcuts_on}
            </label>
            <button on:click=close>{strings.close}</button>
        </dialog>
    }
}

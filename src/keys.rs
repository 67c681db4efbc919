//! Shortcuts: single letters for those who like them, off for those who do not.

use crate::address::Page;
use crate::effect::pressed;
use crate::search_box::{FIELD, search_for};
use crate::state::{AppState, Step, app_state};
use crate::views::Views;
use crate::{browser, facets, meetings, reader};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, KeyboardEvent};

const DIALOG: &str = "keys";

/// Listens to the keyboard as long as the application lives.
pub fn listen(state: AppState) {
    window_event_listener_untyped("keydown", move |event| {
        // Filling a field by the browser sends key events that are none.
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
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
}

/// Leaves what one is in: the search, or a report. An open dialog closes by itself.
fn escape(state: AppState, event: &KeyboardEvent) {
    if facets::close(state) || reader::put_away(state) {
        return;
    }
    if matches!(document().query_selector("dialog[open]"), Ok(Some(_))) || event.is_composing() {
        return;
    }
    let view = state.view.get_untracked();
    let list = match view.page {
        Page::Meetings | Page::Meeting(_) => Page::Meetings,
        Page::Map => Page::Map,
        Page::Thread => Page::Thread,
        _ => Page::Reports,
    };
    if view.page != list && !browser::is_typing(event) {
        state.navigate(view.at(list), Step::Push);
    } else if !view.query.is_empty() {
        event.prevent_default();
        search_for(state, String::new());
    }
}

/// In a report or meeting the one before or behind it; in the list the focus moves.
fn go(state: AppState, step: isize) -> bool {
    if let Some(report) = state.report() {
        let Some(other) = state.neighbour(&report, step) else { return true };
        let page = Page::Report(other.id().to_owned());
        state.navigate(state.view.get_untracked().at(page), Step::Push);
        return true;
    }
    let meeting = state.view.with_untracked(|view| match &view.page {
        Page::Meeting(id) => state.archive().find_meeting(id),
        _ => None,
    });
    if let Some(meeting) = meeting {
        if let Some(other) = meetings::neighbour(state, &meeting, step) {
            let page = Page::Meeting(other.id().to_owned());
            state.navigate(state.view.get_untracked().at(page), Step::Push);
        }
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

fn dialog() -> Option<HtmlDialogElement> {
    browser::element(DIALOG)?.dyn_into().ok()
}

pub fn open_dialog() -> bool {
    dialog().is_some_and(|dialog| dialog.open() || dialog.show_modal().is_ok())
}

/// The dialog that tells the keys.
#[component]
pub fn Keys() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let close = || {
        if let Some(dialog) = dialog() {
            dialog.close();
        }
    };
    let rows =
        strings.shortcuts.iter().map(|&(key, means)| view! { <Key key means/> }.into_any()).views();
    let switch = move |_| state.set_shortcuts(!state.shortcuts.get_untracked());
    view! {
        <dialog id=DIALOG aria-label=strings.keys>
            <h2>{strings.keys}</h2>
            <dl>{rows}</dl>
            <label>
                <input type="checkbox" prop:checked=state.shortcuts on:change=switch/>
                " "
                {strings.shortcuts_on}
            </label>
            <button class="close" type="button" on:click=pressed(close)>
                {strings.close}
            </button>
        </dialog>
    }
}

/// A row of the dialog.
#[component]
fn Key(
    /// What one presses.
    key: &'static str,
    /// What it does, in words.
    means: &'static str,
) -> impl IntoView {
    view! {
        <div>
            <dt>
                <kbd>{key}</kbd>
            </dt>
            <dd>{means}</dd>
        </div>
    }
}

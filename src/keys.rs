//! Shortcuts: single letters for those who like them, off for those who do not.

use crate::address::Page;
use crate::dom::{self, El, el, on_window};
use crate::search_box::{FIELD, search_for};
use crate::state::{State, Step};
use crate::{browser, meetings, reader};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, KeyboardEvent};

const DIALOG: &str = "keys";

/// Listens to the keyboard as long as the application lives.
pub fn listen(state: State) {
    on_window("keydown", move |event| {
        // Filling a field by the browser sends key events that are none.
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        let key = event.key();
        if key == "Escape" {
            escape(state, &event);
            return;
        }
        if browser::is_typing(&event) || !state.has_shortcuts() {
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
fn escape(state: State, event: &KeyboardEvent) {
    if reader::put_away() {
        return;
    }
    let open = browser::element(DIALOG).is_some_and(|dialog| dialog.has_attribute("open"));
    if open || event.is_composing() {
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
fn go(state: State, step: isize) -> bool {
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

fn open_dialog() -> bool {
    dialog().is_some_and(|dialog| dialog.open() || dialog.show_modal().is_ok())
}

/// The button and the dialog that tell the keys.
pub fn button_and_dialog(state: State) -> Vec<El> {
    let strings = state.strings;
    let row = |(key, means): &(&str, &str)| {
        el("div").add(el("dt").add(el("kbd").text(key))).add(el("dd").text(means))
    };
    let open = dom::button("keys-button", || {
        open_dialog();
    });
    let close = dom::button("close", || {
        if let Some(dialog) = dialog() {
            dialog.close();
        }
    });
    let switch = el("input")
        .attr("type", "checkbox")
        .flag("checked", state.has_shortcuts())
        .on("change", move |_| state.set_shortcuts(!state.has_shortcuts()));
    let words = el("dialog")
        .attr("id", DIALOG)
        .attr("aria-label", strings.keys)
        .add(el("h2").text(strings.keys))
        .add(el("dl").all(strings.shortcuts.iter().map(row)))
        .add(el("label").add(switch).text(" ").text(strings.shortcuts_on))
        .add(close.text(strings.close));
    vec![open.text(strings.keys), words]
}

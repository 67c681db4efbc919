//! The name of which the panel tells: the one that was pointed at last or has the focus, and, as
//! long as there is one, the one that the reader has pinned.

use super::panel;
use crate::browser;
use crate::state::AppState;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// The number of the entity of which the panel tells.
pub fn shown(state: AppState) -> Option<usize> {
    state.pinned.get().or_else(|| state.pointed.get())
}

/// Takes note of the name to which the pointer or the focus has come. What is no name changes
/// nothing, so that the pointer can go from a name to the panel.
pub fn point(state: AppState, event: &Event) {
    if let Some((_, entity)) = name_of(state, event)
        && state.pointed.get_untracked() != Some(entity)
    {
        state.pointed.set(Some(entity));
    }
}

/// Pins the name that was clicked on, and brings the focus to the panel. A click with a key or
/// another button is left to the browser, which opens the page of the name.
pub fn pin(state: AppState, event: &MouseEvent) {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if with_key || event.button() != 0 {
        return;
    }
    if let Some((name, entity)) = name_of(state, event) {
        event.prevent_default();
        state.pinned_from.set(name.id());
        state.pinned.set(Some(entity));
        request_animation_frame(|| browser::focus_in_place(panel::ID));
    }
}

/// Closes the panel; whether it was there. The focus goes back to the name that was pinned.
pub fn put_away(state: AppState) -> bool {
    let pinned = state.pinned.get_untracked().is_some();
    // In a narrow window only what is pinned is shown.
    let there = pinned || (browser::is_wide() && state.pointed.get_untracked().is_some());
    if pinned {
        browser::focus_in_place(&state.pinned_from.get_untracked());
    }
    state.pinned.set(None);
    state.pointed.set(None);
    there
}

/// The link of a name that an event is about, and the number of its entity.
fn name_of(state: AppState, event: &Event) -> Option<(Element, usize)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let name = target.closest("a.name[data-entity]").ok()??;
    let entity = state.archive().find_entity(&name.get_attribute("data-entity")?)?;
    Some((name, entity.number))
}

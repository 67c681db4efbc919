//! The axis by keyboard: one stop for the tabulator, arrows from mark to mark.

use super::axis::Axis;
use crate::state::Step;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Listens on the drawing.
pub(super) fn listen(axis: &Axis) {
    let this = axis.clone();
    let act = move |event: web_sys::Event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        let done = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => go(&this, 1),
            "ArrowLeft" | "ArrowUp" => go(&this, -1),
            "Home" => go(&this, isize::MIN),
            "End" => go(&this, isize::MAX),
            "Enter" | " " => this.show_list(this.pointed.get_untracked()),
            "Escape" => clear(&this),
            _ => false,
        };
        if done {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    axis.drawing.clone().on("keydown", act);
}

/// Moves the focus by so many marks; beyond the last that is shown the frame moves.
fn go(axis: &Axis, step: isize) -> bool {
    let Ok(all) = axis.drawing.element().query_selector_all(".mark") else { return false };
    let place = axis.pointed.get_untracked();
    let last = all.length() as usize;
    let next = place.saturating_add_signed(step).clamp(1, last.max(1));
    if next == place && step.unsigned_abs() == 1 && !untrack(|| axis.shows_all()) {
        axis.shift(step as i32);
        return true;
    }
    let mark =
        |place: usize| all.get(place as u32 - 1).and_then(|mark| mark.dyn_into::<Element>().ok());
    if let Some(next) = mark(next) {
        for number in 1..=last {
            if let Some(mark) = mark(number) {
                let _ = mark.set_attribute("tabindex", "-1");
            }
        }
        let _ = next.set_attribute("tabindex", "0");
        let _ = next.unchecked_ref::<HtmlElement>().focus();
    }
    true
}

/// Asks for no dates; `false` where none were asked for.
pub(super) fn clear(axis: &Axis) -> bool {
    let mut view = axis.state.view.get_untracked();
    let asked = view.filter.from.take().is_some() | view.filter.to.take().is_some();
    if asked {
        axis.state.navigate(view, Step::Push);
    }
    asked
}

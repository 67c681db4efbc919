//! The axis by keyboard: one stop for the tabulator, arrows from mark to mark.

use super::axis::{Axis, place_of};
use crate::browser;
use crate::state::Step;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Does what a key asks for.
pub(super) fn press(axis: &Axis, event: &KeyboardEvent) {
    if axis.is_gone() {
        return;
    }
    let place = place_of(event);
    let done = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => go(axis, place, 1),
        "ArrowLeft" | "ArrowUp" => go(axis, place, -1),
        "Home" => go(axis, place, isize::MIN),
        "End" => go(axis, place, isize::MAX),
        "Enter" | " " => axis.show_list(place),
        "Escape" => clear(axis),
        _ => false,
    };
    if done {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Moves the focus by so many marks.
fn go(axis: &Axis, place: Option<usize>, step: isize) -> bool {
    let Some(last) = axis.placed.with_untracked(Vec::len).checked_sub(1) else { return true };
    let next = match place {
        Some(place) => place.saturating_add_signed(step).min(last),
        None => {
            if step == isize::MAX {
                last
            } else {
                0
            }
        }
    };
    axis.stop.set(next);
    browser::focus_first(&[".axis [data-place='", &(next + 1).to_string(), "']"].concat());
    true
}

/// Asks for no dates; `false` where none were asked for.
fn clear(axis: &Axis) -> bool {
    let mut view = axis.state.view.get_untracked();
    let asked = view.filter.from.take().is_some() | view.filter.to.take().is_some();
    if asked {
        axis.state.navigate(view, Step::Push);
    }
    asked
}

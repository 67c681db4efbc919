//! Dates chosen by dragging over the axis. The same can be typed into two fields.
//!
//! While one drags, the rectangle of the drawing is moved itself and no signal changes.

use super::axis::{Axis, place_of};
use crate::state::Step;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// A shorter way, in pixels, is a click.
const SHORTEST: f32 = 4.0;

/// Follows a pointer over the drawing. `began` is where the dragging began, in pixels of it.
pub(super) fn drag(axis: &Axis, began: StoredValue<Option<f32>>, event: &PointerEvent) {
    let drawing = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let (Some(drawing), Some(from)) = (drawing, began.try_get_value()) else { return };
    let x = event.client_x() as f32 - drawing.get_bounding_client_rect().left() as f32;
    match (event.type_().as_str(), from) {
        // A mark is pressed, not dragged.
        ("pointerdown", _) if event.button() == 0 && place_of(event).is_none() => {
            began.set_value(Some(x));
            let _ = drawing.set_pointer_capture(event.pointer_id());
        }
        ("pointermove", Some(from)) => show(&drawing, from.min(x), from.max(x)),
        ("pointerup", Some(from)) => {
            began.set_value(None);
            show(&drawing, 0.0, 0.0);
            choose(axis, from.min(x), from.max(x));
        }
        ("pointercancel", _) => {
            began.set_value(None);
            show(&drawing, 0.0, 0.0);
        }
        _ => {}
    }
}

/// Shows what has been dragged over so far.
fn show(drawing: &Element, from: f32, to: f32) {
    if let Ok(Some(rect)) = drawing.query_selector(".drag") {
        let _ = rect.set_attribute("x", &(from as i32).to_string());
        let _ = rect.set_attribute("width", &((to - from) as i32).to_string());
    }
}

/// Asks for the dates under what was dragged over.
fn choose(axis: &Axis, from: f32, to: f32) {
    let scale = untrack(|| axis.scale());
    if let (Some(first), Some(last), true) =
        (scale.date_at(from), scale.date_at(to), to - from >= SHORTEST)
    {
        let mut view = axis.state.view.get_untracked();
        view.filter.from = Some(first);
        view.filter.to = Some(last);
        axis.state.navigate(view, Step::Push);
    }
}

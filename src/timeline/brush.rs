//! Dates chosen by dragging over the axis. The same can be typed into two fields.

use super::axis::Axis;
use crate::state::Step;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// A shorter way, in pixels, is a click.
const SHORTEST: f32 = 4.0;

/// Listens on the drawing.
pub(super) fn listen(axis: &Axis) {
    // Where the dragging began, in pixels of the drawing.
    let began: Rc<Cell<Option<f32>>> = Rc::default();
    for kind in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
        let (axis, began) = (axis.clone(), began.clone());
        let drawing = axis.drawing.clone();
        drawing.on(kind, move |event: Event| {
            let Ok(event) = event.dyn_into::<PointerEvent>() else { return };
            let element = axis.drawing.element();
            let x = event.client_x() as f32 - element.get_bounding_client_rect().left() as f32;
            match (kind, began.get()) {
                ("pointerdown", _) if event.button() == 0 && !on_mark(&event) => {
                    began.set(Some(x));
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
                ("pointermove", Some(from)) => show(element, from.min(x), from.max(x)),
                ("pointerup", Some(from)) => {
                    began.set(None);
                    choose(&axis, from.min(x), from.max(x));
                }
                ("pointercancel", _) => {
                    began.set(None);
                    show(element, 0.0, 0.0);
                }
                _ => {}
            }
        });
    }
}

/// A mark is pressed, not dragged.
fn on_mark(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(".mark").ok().flatten().is_some())
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
    show(axis.drawing.element(), 0.0, 0.0);
    let scale = untrack(|| axis.scale());
    if let (Some(from), Some(to), true) =
        (scale.date_at(from), scale.date_at(to), to - from >= SHORTEST)
    {
        let mut view = axis.state.view.get_untracked();
        view.filter.from = Some(from);
        view.filter.to = Some(to);
        axis.state.navigate(view, Step::Push);
    }
}

//! The map under a pointer: dragging, the wheel, two fingers, a double tap. One finger is the
//! page's, which it scrolls.

use super::chart::Chart;
use super::keys::mark_of;
use entente_geo::Viewport;
use entente_geo::viewport::doublings;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent, TouchEvent, WheelEvent};

/// A shorter way, in pixels, is a click.
const SHORTEST: f64 = 4.0;
/// The wheel has come to rest after so many milliseconds.
const REST: Duration = Duration::from_millis(160);

/// The pointers that are down, and what they began with.
#[derive(Default)]
pub(super) struct Grip {
    /// Id and place of each, in pixels of the window; at most two count.
    down: Vec<(i32, (f64, f64))>,
    /// The frame when the number of pointers last changed, and where they were.
    began: Option<(Viewport, Vec<(f64, f64)>)>,
    /// The map has been moved since.
    moved: bool,
    /// It takes so many pointers to move the map: a mouse or a pen, or two fingers.
    least: usize,
    /// What runs when the wheel has come to rest.
    rest: Option<TimeoutHandle>,
}

/// Follows a pointer over the window of the map.
pub(super) fn follow(chart: &Chart, grip: StoredValue<Grip>, event: &PointerEvent) {
    let Some(window) = window_of(event).filter(|_| !chart.is_gone()) else { return };
    let (id, at) = (event.pointer_id(), within(&window, event));
    grip.update_value(|grip| match event.type_().as_str() {
        "pointerdown" if event.button() == 0 && grip.down.len() < 2 => {
            grip.moved &= !grip.down.is_empty();
            grip.least = if event.pointer_type() == "touch" { 2 } else { 1 };
            grip.down.push((id, at));
            grip.begin(chart);
        }
        "pointermove" => grip.follow(chart, id, at, &window),
        "pointerup" | "pointercancel" => grip.end(chart, id),
        _ => {}
    });
}

/// Keeps the browser from scrolling and zooming the page with the two fingers that move the map.
pub(super) fn hold_page(event: &TouchEvent) {
    if event.touches().length() > 1 {
        event.prevent_default();
    }
}

/// Whether a click is the end of a drag.
pub(super) fn ends_drag(grip: StoredValue<Grip>) -> bool {
    grip.try_update_value(|grip| std::mem::take(&mut grip.moved)).unwrap_or(false)
}

/// Zooms in, or out with the shift key.
pub(super) fn double_click(chart: &Chart, event: &MouseEvent) {
    let Some(window) = window_of(event).filter(|_| !chart.is_gone()) else { return };
    if mark_of(event).is_none() {
        let by = if event.shift_key() { -1.0 } else { 1.0 };
        chart.rest(chart.frame().zoomed(by, within(&window, event)));
    }
}

/// The wheel.
pub(super) fn wheel(chart: &Chart, grip: StoredValue<Grip>) -> impl Fn(WheelEvent) + use<> {
    let chart = *chart;
    let hold = move || {
        let rest = grip.try_update_value(|grip| grip.rest.take()).flatten();
        if let Some(rest) = rest {
            rest.clear();
        }
    };
    on_cleanup(hold);
    move |event| {
        let Some(window) = window_of(&event).filter(|_| !chart.is_gone()) else { return };
        event.prevent_default();
        // Pixels, lines or pages; two fingers on a pad come as small steps with Ctrl.
        let unit = [1.0, 20.0, 300.0][event.delta_mode().min(2) as usize];
        let pace = if event.ctrl_key() { 0.01 } else { 0.003 };
        let by = (-event.delta_y() * unit * pace).clamp(-1.0, 1.0);
        chart.slide(chart.frame().zoomed(by, within(&window, &event)));
        hold();
        let rest = move || chart.rest(chart.frame());
        let rest = set_timeout_with_handle(rest, REST).ok();
        grip.update_value(|grip| grip.rest = rest);
    }
}

impl Grip {
    fn begin(&mut self, chart: &Chart) {
        let places = self.down.iter().map(|(_, at)| *at).collect();
        self.began = Some((chart.frame(), places));
    }

    fn follow(&mut self, chart: &Chart, id: i32, at: (f64, f64), window: &Element) {
        let Some(pointer) = self.down.iter_mut().find(|(down, _)| *down == id) else { return };
        pointer.1 = at;
        let Some((frame, from)) = &self.began else { return };
        let now: Vec<(f64, f64)> = self.down.iter().map(|(_, at)| *at).collect();
        let (old, new) = (middle(from), middle(&now));
        let short = now.len() == 1 && way(old, new) < SHORTEST;
        if now.len() < self.least || !self.moved && short {
            return;
        }
        if !self.moved {
            self.moved = true;
            // From here on the pointer is the map's, wherever it goes.
            let _ = window.set_pointer_capture(id);
        }
        let apart = |places: &[(f64, f64)]| places.get(1).map(|&other| way(places[0], other));
        let by = match (apart(from), apart(&now)) {
            (Some(before), Some(after)) if before > 1.0 && after > 1.0 => doublings(after / before),
            _ => 0.0,
        };
        chart.slide(frame.moved(new.0 - old.0, new.1 - old.1).zoomed(by, new));
    }

    fn end(&mut self, chart: &Chart, id: i32) {
        let before = self.down.len();
        self.down.retain(|(down, _)| *down != id);
        if self.down.len() == before {
            return;
        }
        if self.down.is_empty() {
            self.began = None;
            if self.moved {
                chart.rest(chart.frame());
            }
        } else {
            self.begin(chart);
        }
    }
}

/// The window of the map, which listens.
fn window_of(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// Where an event is, in pixels of the window.
fn within(window: &Element, event: &MouseEvent) -> (f64, f64) {
    let rect = window.get_bounding_client_rect();
    (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top())
}

fn middle(places: &[(f64, f64)]) -> (f64, f64) {
    let count = places.len().max(1) as f64;
    let sum = places.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
    (sum.0 / count, sum.1 / count)
}

fn way(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (across, down) = (from.0 - to.0, from.1 - to.1);
    (across * across + down * down).sqrt()
}

//! The map under a pointer: dragging, the wheel, two fingers, a double tap.

use super::chart::Chart;
use crate::address::Page;
use crate::state::State;
use entente_geo::Viewport;
use entente_geo::viewport::doublings;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent, WheelEvent};

/// A shorter way, in pixels, is a click.
const SHORTEST: f64 = 4.0;
/// The wheel has come to rest after so many milliseconds.
const REST: Duration = Duration::from_millis(160);

/// The pointers that are down, and what they began with.
#[derive(Default)]
struct Grip {
    /// Id and place of each, in pixels of the window; at most two count.
    down: Vec<(i32, (f64, f64))>,
    /// The frame when the number of pointers last changed, and where they were.
    began: Option<(Viewport, Vec<(f64, f64)>)>,
    /// The map has been moved since.
    moved: bool,
}

/// Listens on the window of the map.
pub(super) fn listen(chart: &Chart) {
    let grip: Rc<RefCell<Grip>> = Rc::default();
    for kind in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
        let (this, grip) = (chart.clone(), grip.clone());
        chart.window.clone().on(kind, move |event: Event| {
            let Ok(event) = event.dyn_into::<PointerEvent>() else { return };
            let mut grip = grip.borrow_mut();
            let (id, at) = (event.pointer_id(), within(&this, &event));
            match kind {
                "pointerdown" if event.button() == 0 && grip.down.len() < 2 => {
                    grip.moved &= !grip.down.is_empty();
                    grip.down.push((id, at));
                    grip.begin(&this);
                }
                "pointermove" => grip.follow(&this, id, at, &event),
                "pointerup" | "pointercancel" => grip.end(&this, id),
                _ => {}
            }
        });
    }
    let moved = grip.clone();
    // The click that ends a drag is none.
    chart.window.clone().on("click", move |event| {
        if std::mem::take(&mut moved.borrow_mut().moved) {
            event.stop_immediate_propagation();
        }
    });
    let this = chart.clone();
    chart.window.clone().on("dblclick", move |event| {
        let Ok(event) = event.dyn_into::<MouseEvent>() else { return };
        if !on_mark(&event) {
            let by = if event.shift_key() { -1.0 } else { 1.0 };
            this.rest(this.frame().zoomed(by, within(&this, &event)));
        }
    });
    wheel(chart);
}

/// The wheel. Beside the reports the page scrolls under it, unless Ctrl is held.
fn wheel(chart: &Chart) {
    let (this, pending) = (chart.clone(), Rc::new(RefCell::new(None::<TimeoutHandle>)));
    chart.window.clone().on("wheel", move |event| {
        let Ok(event) = event.dyn_into::<WheelEvent>() else { return };
        let zooms = event.ctrl_key() || event.meta_key();
        if !zooms && !is_large(this.state) {
            return;
        }
        event.prevent_default();
        // Pixels, lines or pages; two fingers on a pad come as small steps with Ctrl.
        let unit = [1.0, 20.0, 300.0][event.delta_mode().min(2) as usize];
        let pace = if event.ctrl_key() { 0.01 } else { 0.003 };
        let by = (-event.delta_y() * unit * pace).clamp(-1.0, 1.0);
        this.slide(this.frame().zoomed(by, within(&this, &event)));
        if let Some(pending) = pending.borrow_mut().take() {
            pending.clear();
        }
        let at_rest = this.clone();
        let rest = move || at_rest.rest(at_rest.frame());
        *pending.borrow_mut() = set_timeout_with_handle(rest, REST).ok();
    });
}

impl Grip {
    fn begin(&mut self, chart: &Chart) {
        let places = self.down.iter().map(|(_, at)| *at).collect();
        self.began = Some((chart.frame(), places));
    }

    fn follow(&mut self, chart: &Chart, id: i32, at: (f64, f64), event: &PointerEvent) {
        let Some(pointer) = self.down.iter_mut().find(|(down, _)| *down == id) else { return };
        pointer.1 = at;
        let Some((frame, from)) = &self.began else { return };
        let now: Vec<(f64, f64)> = self.down.iter().map(|(_, at)| *at).collect();
        let (old, new) = (middle(from), middle(&now));
        if !self.moved && now.len() == 1 && way(old, new) < SHORTEST {
            return;
        }
        if !self.moved {
            self.moved = true;
            // From here on the pointer is the map's, wherever it goes.
            let _ = chart.window.element().set_pointer_capture(event.pointer_id());
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

/// Whether the map is the page, and not beside the reports.
fn is_large(state: State) -> bool {
    state.page.with_untracked(|page| *page == Page::Map)
}

/// Where an event is, in pixels of the window.
fn within(chart: &Chart, event: &MouseEvent) -> (f64, f64) {
    let rect = chart.window.element().get_bounding_client_rect();
    (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top())
}

fn on_mark(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(".stack").ok().flatten().is_some())
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

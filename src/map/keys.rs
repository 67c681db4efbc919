//! The map by keyboard: the map itself is one stop of the tabulator, its stacks are another.
//! Arrows move the map, or go from stack to stack where one of them has the focus.

use super::chart::Chart;
use entente_geo::{LonLat, Viewport};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// An arrow key moves the map by this share of it.
const STEP: f64 = 0.2;

/// Listens on the window of the map.
pub(super) fn listen(chart: &Chart) {
    let this = chart.clone();
    chart.window.clone().on("keydown", move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let stack = stack_of(&event);
        let frame = this.frame();
        let moved = |x: f64, y: f64| this.rest(frame.moved(x * frame.width, y * frame.height));
        match (event.key().as_str(), stack) {
            ("ArrowRight" | "ArrowDown", 1..) => go(&this, stack + 1),
            ("ArrowLeft" | "ArrowUp", 1..) => go(&this, stack - 1),
            ("Enter" | " ", 1..) => this.open(stack),
            ("ArrowRight", _) => moved(-STEP, 0.0),
            ("ArrowLeft", _) => moved(STEP, 0.0),
            ("ArrowDown", _) => moved(0.0, -STEP),
            ("ArrowUp", _) => moved(0.0, STEP),
            ("+" | "=", _) => zoom(&this, 1.0),
            ("-", _) => zoom(&this, -1.0),
            ("0", _) => this.world(),
            ("Home", _) => this.fit(),
            ("Escape", _) if this.open.get_untracked() > 0 => this.close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    });
    let this = chart.clone();
    chart.window.clone().on("click", move |event| {
        let stack = stack_of(&event);
        if stack > 0 {
            this.open(stack);
        }
    });
    for event in ["pointerover", "focusin"] {
        let this = chart.clone();
        chart.window.clone().on(event, move |event| this.point(stack_of(&event)));
    }
    for event in ["pointerleave", "focusout"] {
        let this = chart.clone();
        chart.window.clone().on(event, move |_| this.point(0));
    }
    // What has the focus is to be seen.
    let this = chart.clone();
    chart.window.clone().on("focusin", move |event| {
        let at = this.shown.borrow().get(stack_of(&event).wrapping_sub(1)).map(|one| one.at);
        let Some((x, y)) = at else { return };
        let frame = this.frame();
        if x < 0.0 || y < 0.0 || x > frame.width || y > frame.height {
            this.rest(frame.moved(frame.width / 2.0 - x, frame.height / 2.0 - y));
        }
    });
}

/// The stack that an event is about, counted from 1; 0 for none.
fn stack_of(event: &Event) -> usize {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let stack = target.and_then(|target| target.closest(".stack").ok().flatten());
    let place = stack.and_then(|stack| stack.get_attribute("data-place"));
    place.and_then(|place| place.parse().ok()).unwrap_or(0)
}

/// Moves the focus to a stack.
fn go(chart: &Chart, stack: usize) {
    let Ok(all) = chart.drawing.element().query_selector_all(".stack") else { return };
    for place in 0..all.length() {
        let Some(mark) = all.get(place).and_then(|mark| mark.dyn_into::<Element>().ok()) else {
            continue;
        };
        let here = place as usize + 1 == stack;
        if here || (1..=all.length() as usize).contains(&stack) {
            let _ = mark.set_attribute("tabindex", if here { "0" } else { "-1" });
        }
        if here {
            let _ = mark.unchecked_ref::<HtmlElement>().focus();
        }
    }
}

/// Zooms around the middle.
pub(super) fn zoom(chart: &Chart, by: f64) {
    let frame = chart.frame();
    chart.rest(frame.zoomed(by, (frame.width / 2.0, frame.height / 2.0)));
}

impl Chart {
    /// Shows the whole world.
    pub(super) fn world(&self) {
        let frame = self.frame();
        self.rest(Viewport::world(frame.width, frame.height));
    }

    /// Shows a stack as a list.
    pub(super) fn open(&self, stack: usize) {
        self.open.set(stack);
    }

    /// Puts the list away; the focus goes back to the stack.
    pub(super) fn close(&self) {
        let stack = self.open.get_untracked();
        self.open.set(0);
        go(self, stack);
    }

    /// Shows the places of a stack as large as they can be.
    pub(super) fn enter(&self, stack: usize) {
        let places: Vec<LonLat> = {
            let (shown, spots) = (self.shown.borrow(), self.spots.borrow());
            let Some(one) = shown.get(stack.wrapping_sub(1)) else { return };
            one.spots.iter().map(|&spot| spots[spot].at).collect()
        };
        self.rest(self.around(&places, entente_geo::viewport::MAX_ZOOM));
    }
}

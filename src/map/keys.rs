//! The map by keyboard: the map itself is one stop of the tabulator, its stacks are another.
//! Arrows move the map, or go from stack to stack where one of them has the focus.

use super::chart::Chart;
use super::frame::around;
use super::marks::Shown;
use crate::browser;
use entente_geo::viewport::MAX_ZOOM;
use entente_geo::{LonLat, Viewport};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// An arrow key moves the map by this share of it.
const STEP: f64 = 0.2;

/// Does what a key asks for.
pub(super) fn press(chart: &Chart, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || chart.is_gone() {
        return;
    }
    let frame = chart.frame();
    let moved = |x: f64, y: f64| chart.rest(frame.moved(x * frame.width, y * frame.height));
    match (event.key().as_str(), stack_of(event)) {
        ("ArrowRight" | "ArrowDown", Some(stack)) => go(chart, stack + 1),
        ("ArrowLeft" | "ArrowUp", Some(stack)) => go(chart, stack.saturating_sub(1)),
        ("Enter" | " ", Some(stack)) => open(chart, stack),
        ("ArrowRight", _) => moved(-STEP, 0.0),
        ("ArrowLeft", _) => moved(STEP, 0.0),
        ("ArrowDown", _) => moved(0.0, -STEP),
        ("ArrowUp", _) => moved(0.0, STEP),
        ("+" | "=", _) => zoom(chart, 1.0),
        ("-", _) => zoom(chart, -1.0),
        ("0", _) => world(chart),
        ("Home", _) => chart.fit(),
        ("Escape", _) if chart.open.get_untracked().is_some() => close(chart),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Opens the stack that is clicked.
pub(super) fn click(chart: &Chart, event: &Event) {
    if let Some(stack) = stack_of(event) {
        open(chart, stack);
    }
}

/// Lights up what has the focus and brings it into sight.
pub(super) fn focused(chart: &Chart, event: &Event) {
    let stack = stack_of(event);
    chart.point(stack);
    let Some(Shown { at: (x, y), .. }) = chart.stack(stack) else { return };
    let frame = chart.frame();
    if x < 0.0 || y < 0.0 || x > frame.width || y > frame.height {
        chart.rest(frame.moved(frame.width / 2.0 - x, frame.height / 2.0 - y));
    }
}

/// The stack that an event is about.
pub(super) fn stack_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let stack = target.closest(".stack").ok()??;
    stack.get_attribute("data-place")?.parse::<usize>().ok()?.checked_sub(1)
}

/// Moves the focus to a stack, if there is such a one.
fn go(chart: &Chart, stack: usize) {
    if chart.stack(Some(stack)).is_some() {
        chart.stop.set(stack);
        browser::focus_first(&[".chart [data-place='", &(stack + 1).to_string(), "']"].concat());
    }
}

/// Zooms around the middle.
pub(super) fn zoom(chart: &Chart, by: f64) {
    let frame = chart.frame();
    chart.rest(frame.zoomed(by, (frame.width / 2.0, frame.height / 2.0)));
}

/// Shows the whole world.
pub(super) fn world(chart: &Chart) {
    let frame = chart.frame();
    chart.rest(Viewport::world(frame.width, frame.height));
}

/// Shows a stack as a list, which takes the focus.
fn open(chart: &Chart, stack: usize) {
    chart.open.set(Some(stack));
    // After the browser has shown it: what is hidden takes no focus.
    request_animation_frame(|| browser::focus_first(".behind"));
}

/// Puts the list away; the focus goes back to the stack.
pub(super) fn close(chart: &Chart) {
    if let Some(stack) = chart.open.try_get_untracked().flatten() {
        chart.open.set(None);
        go(chart, stack);
    }
}

/// Shows the places of a stack as large as they can be.
pub(super) fn take_apart(chart: &Chart, stack: usize) {
    let Some(Shown { spots, .. }) = chart.stack(Some(stack)) else { return };
    let places: Vec<LonLat> = chart.found.with_untracked(|found| {
        spots.iter().filter_map(|&spot| Some(found.spots.get(spot)?.at)).collect()
    });
    let frame = chart.frame();
    chart.rest(around(&places, (frame.width, frame.height), MAX_ZOOM));
}

//! The map by keyboard: the map itself is one stop of the tabulator, its marks are another.
//! Arrows move the map, or go from mark to mark where one of them has the focus.

use super::chart::Chart;
use super::frame::around;
use crate::browser;
use entente_charts::map::Mark;
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
    match (event.key().as_str(), mark_of(event)) {
        ("ArrowRight" | "ArrowDown", Some(mark)) => go(chart, mark + 1),
        ("ArrowLeft" | "ArrowUp", Some(mark)) => go(chart, mark.saturating_sub(1)),
        ("Enter" | " ", Some(mark)) => open(chart, mark),
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

/// Opens the mark that is clicked.
pub(super) fn click(chart: &Chart, event: &Event) {
    if let Some(mark) = mark_of(event) {
        open(chart, mark);
    }
}

/// Brings what has the focus into sight.
pub(super) fn focused(chart: &Chart, event: &Event) {
    let Some(Mark { at: (x, y), .. }) = chart.mark(mark_of(event)) else { return };
    let frame = chart.frame();
    if x < 0.0 || y < 0.0 || x > frame.width || y > frame.height {
        chart.rest(frame.moved(frame.width / 2.0 - x, frame.height / 2.0 - y));
    }
}

/// The mark that an event is about.
pub(super) fn mark_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let mark = target.closest(".stack").ok()??;
    mark.get_attribute("data-place")?.parse::<usize>().ok()?.checked_sub(1)
}

/// Moves the focus to a mark, if there is such a one.
fn go(chart: &Chart, mark: usize) {
    if chart.mark(Some(mark)).is_some() {
        chart.stop.set(mark);
        browser::focus_first(&[".chart [data-place='", &(mark + 1).to_string(), "']"].concat());
    }
}

/// Zooms in on what is nearest to the middle, which comes nearer to it, or out around the middle.
pub(super) fn zoom(chart: &Chart, by: f64) {
    let frame = chart.frame();
    let middle = (frame.width / 2.0, frame.height / 2.0);
    let nearest = chart.drawn.with_untracked(|drawn| nearest(&drawn.marks, middle));
    let at = nearest.filter(|_| by > 0.0).unwrap_or(middle);
    let moved = frame.moved((middle.0 - at.0) / 2.0, (middle.1 - at.1) / 2.0);
    chart.rest(moved.zoomed(by, (f64::midpoint(middle.0, at.0), f64::midpoint(middle.1, at.1))));
}

/// The middle of the mark nearest to a point.
fn nearest(marks: &[Mark], (x, y): (f64, f64)) -> Option<(f64, f64)> {
    let far = |mark: &Mark| (mark.at.0 - x).powi(2) + (mark.at.1 - y).powi(2);
    marks.iter().min_by(|one, other| far(one).total_cmp(&far(other))).map(|mark| mark.at)
}

/// Shows the whole world.
fn world(chart: &Chart) {
    let frame = chart.frame();
    chart.rest(Viewport::world(frame.width, frame.height));
}

/// Shows a mark as a list, which takes the focus.
fn open(chart: &Chart, mark: usize) {
    chart.open.set(Some(mark));
    // After the browser has shown it: what is hidden takes no focus.
    request_animation_frame(|| browser::focus_first(".behind"));
}

/// Puts the list away; the focus goes back to the mark.
pub(super) fn close(chart: &Chart) {
    if let Some(mark) = chart.open.try_get_untracked().flatten() {
        chart.open.set(None);
        go(chart, mark);
    }
}

/// Shows places as large as they can be.
pub(super) fn show_places(chart: &Chart, places: &[usize], nearest: f64) {
    let at: Vec<LonLat> = chart.found.with_untracked(|found| {
        places.iter().filter_map(|&place| Some(found.places.get(place)?.at)).collect()
    });
    let frame = chart.frame();
    chart.rest(around(&at, (frame.width, frame.height), nearest));
}

//! Dates chosen by dragging over the axis or one of its handles, and by keys. The same can be typed
//! into two fields.
//!
//! While one drags, the path of the drawing is changed itself and no signal.

use super::dock::Axis;
use crate::address::View;
use crate::state::Step;
use entente_calendar::Date;
use entente_charts::timeline::AXIS;
use entente_drawing::number;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// A shorter way, in pixels, is a click.
const SHORTEST: f64 = 4.0;

/// One of the two handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Of the first day that is asked for.
    From,
    /// Of the last one.
    To,
}

/// What a pointer has hold of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Grip {
    /// Nothing.
    None,
    /// A new stretch of time that begins there, in pixels.
    New(f64),
    /// A handle.
    Handle(End),
}

/// Follows a pointer over the drawing.
pub(super) fn drag(axis: &Axis, grip: StoredValue<Grip>, event: &PointerEvent) {
    let drawing = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let (Some(drawing), Some(held)) = (drawing, grip.try_get_value()) else { return };
    let x = f64::from(event.client_x()) - drawing.get_bounding_client_rect().left();
    match (event.type_().as_str(), held) {
        ("pointerdown", _) if event.button() == 0 => {
            grip.set_value(handle_of(event).map_or(Grip::New(x), Grip::Handle));
            let _ = drawing.set_pointer_capture(event.pointer_id());
        }
        ("pointermove", held) => {
            if let Some((from, to)) = stretch(axis, held, x) {
                show(&drawing, from, to);
            }
        }
        ("pointerup", held) => {
            let chosen = stretch(axis, held, x);
            end(&drawing, grip);
            let chosen = chosen.filter(|(from, to)| to - from >= SHORTEST);
            if let Some((from, to)) = chosen {
                choose(axis, from, to);
            }
        }
        ("pointercancel", _) => end(&drawing, grip),
        _ => {}
    }
}

/// From where to where a pointer that is at `x` asks for days.
fn stretch(axis: &Axis, held: Grip, x: f64) -> Option<(f64, f64)> {
    let (scale, (first, last)) = untrack(|| (axis.scale(), axis.asked()));
    let other = match held {
        Grip::None => return None,
        Grip::New(began) => began,
        Grip::Handle(End::From) => scale.end(last),
        Grip::Handle(End::To) => scale.start(first),
    };
    Some((other.min(x), other.max(x)))
}

fn end(drawing: &Element, grip: StoredValue<Grip>) {
    grip.set_value(Grip::None);
    show(drawing, 0.0, 0.0);
}

/// Shows what has been dragged over so far.
fn show(drawing: &Element, from: f64, to: f64) {
    if let Ok(Some(path)) = drawing.query_selector(".drag") {
        let [from, width, height] = [from, to - from, AXIS].map(number);
        let data = ["M", &from, " 0h", &width, "v", &height, "h-", &width, "z"].concat();
        let _ = path.set_attribute("d", &data);
    }
}

/// Asks for the dates under what was dragged over; for all where that is the whole axis.
fn choose(axis: &Axis, from: f64, to: f64) {
    let scale = untrack(|| axis.scale());
    let mut view = axis.state.view.get_untracked();
    view.filter.from = scale.date_at(from).filter(|_| from > 0.0);
    view.filter.to = scale.date_at(to).filter(|_| to < scale.width());
    go(axis, view);
}

fn go(axis: &Axis, view: View) {
    axis.state.navigate(view, Step::Push);
}

/// Moves the end whose handle has the focus by months, or asks for all days again.
pub(super) fn press(axis: &Axis, event: &KeyboardEvent) {
    if axis.is_gone() {
        return;
    }
    let mut view = axis.state.view.get_untracked();
    let before = view.clone();
    let months = match (event.key().as_str(), handle_of(event)) {
        ("Escape", _) => {
            (view.filter.from, view.filter.to) = (None, None);
            0
        }
        ("Home", Some(End::From)) => {
            view.filter.from = None;
            0
        }
        ("End", Some(End::To)) => {
            view.filter.to = None;
            0
        }
        ("ArrowLeft" | "ArrowDown", Some(_)) => -1,
        ("ArrowRight" | "ArrowUp", Some(_)) => 1,
        ("PageDown", Some(_)) => -12,
        ("PageUp", Some(_)) => 12,
        _ => return,
    };
    if let Some(end) = handle_of(event).filter(|_| months != 0) {
        let (first, last) = untrack(|| axis.asked());
        let moved = |day| Date::of_day(day).and_then(|date| by_months(date, months));
        match end {
            End::From => view.filter.from = moved(first).filter(|date| date.first_day() <= last),
            End::To => view.filter.to = moved(last).filter(|date| date.last_day() >= first),
        }
    }
    if view != before {
        go(axis, view);
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The month so many months behind the one of a date.
fn by_months(date: Date, months: i32) -> Option<Date> {
    let count = date.year() * 12 + i32::from(date.month().unwrap_or(1)) - 1 + months;
    Date::month_of(count.div_euclid(12), count.rem_euclid(12) as u8 + 1)
}

/// The handle that an event is about.
fn handle_of(event: &Event) -> Option<End> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let handle = target.closest(".axis-handle").ok()??;
    match handle.get_attribute("data-end")?.as_str() {
        "from" => Some(End::From),
        _ => Some(End::To),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn months_go_over_the_ends_of_years() {
        let date = Date::parse("2023-12-18").unwrap();
        assert_eq!(by_months(date, 1), Date::parse("2024-01"));
        assert_eq!(by_months(date, -12), Date::parse("2022-12"));
    }
}

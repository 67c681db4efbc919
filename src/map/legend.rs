//! What marks and arcs mean: each as a small drawing with words.

use super::chart::Found;
use crate::drawing::in_line;
use crate::language;
use crate::state::AppState;
use crate::views::Views;
use entente_charts::SIDE_CLASSES;
use entente_drawing::{Shape, marks};
use entente_model::Status;
use leptos::prelude::*;

/// An entry: what is drawn in a field of this width and [`HEIGHT`], and what it means.
pub(super) struct Entry {
    pub(super) width: f64,
    pub(super) shape: Shape,
    pub(super) words: String,
}

/// The height of the field of an entry, in pixels.
pub(super) const HEIGHT: f64 = 14.0;

/// The middle of a mark in its field, and its radius.
const MIDDLE: (f64, f64) = (7.0, 7.0);
const RADIUS: f64 = 5.0;

/// An arc in a field of 30 pixels.
const ARC: &str = "M1 4.4L29 6.5V7.5L1 9.6z";

/// The entries for what stands on the map.
pub(super) fn entries(state: AppState, found: &Found, visits: bool) -> Vec<Entry> {
    let strings = state.strings();
    let mark = |class: &str, side: usize| {
        let shape = Shape::path("shape", marks::side(side, MIDDLE, RADIUS));
        let class = ["stack ", SIDE_CLASSES[side.min(marks::SIDES)], " ", class].concat();
        Shape::group(class, vec![shape])
    };
    let name = |code: &String| language::country(code, state.language.get_untracked());
    let is_host = |side: usize| found.places.iter().any(|place| place.side == side);
    let mut entries: Vec<Entry> = state.sides.with(|sides| {
        let hosts = sides.iter().enumerate().filter(|(side, _)| is_host(*side));
        let entry = |(side, code): (usize, &String)| Entry {
            width: HEIGHT,
            shape: mark("held", side),
            words: strings.is_host.fill(&name(code)),
        };
        hosts.map(entry).collect()
    });
    let mut add = |shape: Shape, width: f64, words: &str| {
        entries.push(Entry { width, shape, words: words.to_owned() });
    };
    if is_host(marks::SIDES) {
        add(mark("held", marks::SIDES), HEIGHT, strings.other_hosts);
    }
    if found.places.iter().any(|place| place.reach.is_some()) {
        add(mark("held only-country", 0), HEIGHT, strings.only_country);
    }
    let arc = |status: Status| {
        Shape::group(["visit side-2 ", status.as_str()].concat(), vec![Shape::path("line", ARC)])
    };
    if visits && !found.visits.is_empty() {
        add(arc(Status::Held), 30.0, strings.visit_in_colour);
    }
    for status in [Status::Mentioned, Status::Planned] {
        if visits && found.visits.iter().any(|visit| visit.status == status) {
            add(arc(status), 30.0, strings.statuses[status as usize]);
        }
    }
    entries
}

/// The entries on the page.
pub(super) fn legend(state: AppState, found: &Found, visits: bool) -> AnyView {
    let entry = |entry: Entry| {
        let drawn = in_line(state, "world sign", entry.width, &[entry.shape]);
        view! { <li>{drawn} {entry.words}</li> }.into_any()
    };
    let entries = entries(state, found, visits).into_iter().map(entry).views();
    view! { <ul class="map-legend">{entries}</ul> }.into_any()
}

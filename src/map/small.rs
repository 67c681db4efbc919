//! Where meetings were, as a small picture that does nothing.

use super::chart::NEAREST;
use super::frame::around;
use super::scene::{Picture, long_name, places};
use super::spots::spots;
use crate::address::Page;
use crate::drawing::shapes;
use crate::state::AppState;
use entente_charts::map::lay;
use entente_drawing::number;
use entente_geo::LonLat;
use leptos::prelude::*;

/// Width and height of the drawing in its own pixels; the page shows it as wide as there is room.
const SIZE: (f64, f64) = (340.0, 210.0);

/// The picture; nothing where none of these meetings has a place.
pub fn small_map(state: AppState, meetings: &[usize]) -> Option<AnyView> {
    let (spots, _) = spots(state.archive(), meetings);
    if spots.is_empty() {
        return None;
    }
    let at: Vec<LonLat> = spots.iter().map(|spot| spot.at).collect();
    let frame = around(&at, SIZE, NEAREST);
    let places = places(state, &spots);
    let marks = lay(&frame, 0.0, &places);
    let said = marks
        .iter()
        .map(|mark| (state.strings().stack)(&long_name(&places, mark), mark.meetings.len()));
    let said = said.collect::<Vec<_>>().join("; ");
    let picture =
        Picture { frame: &frame, places: &places, marks: &marks, visits: &[], countries: false };
    let window = ["0 0 ", &number(SIZE.0), " ", &number(SIZE.1)].concat();
    Some(
        view! {
            <svg class="world small" viewBox=window role="img" aria-label=said>
                {shapes(state, &picture.shapes(state))}
            </svg>
        }
        .into_any(),
    )
}

/// The picture beside the reports, with how many of these meetings are on it and the way to the
/// page of the map.
pub fn where_they_met(state: AppState, meetings: &[usize]) -> Option<AnyView> {
    let picture = small_map(state, meetings)?;
    let (spots, unplaced) = spots(state.archive(), meetings);
    let placed = spots.iter().map(|spot| spot.meetings.len()).sum();
    let strings = state.strings();
    let counts = (strings.placed_and_not)(placed, unplaced.len());
    Some(
        view! {
            <section class="where">
                <p class="aside-head">
                    <b>{strings.map_title}</b>
                    <span class="count">{counts}</span>
                    <a href=state.address_untracked(Page::Map)>{strings.larger_map}</a>
                </p>
                {picture}
            </section>
        }
        .into_any(),
    )
}

//! Where the meetings of a name were, as a small picture that does nothing.

use super::chart::NEAREST;
use super::frame::around;
use super::ground::{ground, number};
use super::marks::{Shown, figure, hosts, lay, long_name, names};
use super::spots::spots;
use crate::state::AppState;
use entente_geo::LonLat;
use entente_geo::labels::Rect;
use leptos::prelude::*;

/// Width and height of the drawing in its own pixels; the page shows it as wide as there is room.
const SIZE: (f64, f64) = (340.0, 210.0);

/// The picture; nothing where none of these meetings has a place.
pub fn small_map(state: AppState, meetings: &[usize]) -> Option<AnyView> {
    let (spots, _) = spots(state.archive(), meetings);
    let places: Vec<LonLat> = spots.iter().map(|spot| spot.at).collect();
    if places.is_empty() {
        return None;
    }
    let frame = around(&places, SIZE, NEAREST);
    let shown = lay(&frame, &spots);
    let rects: Vec<Rect> = shown.iter().map(Shown::rect).collect();
    let (ground, taken) = ground(state, &frame, &rects);
    let hosts = hosts(state.archive());
    let figures = shown.iter().map(|one| {
        let (class, figure) = figure(state, &frame, &spots, one, &hosts);
        view! { <g class=class>{figure}</g> }.into_any()
    });
    let figures: Vec<AnyView> = figures.collect();
    let said = shown
        .iter()
        .map(|one| (state.strings().stack)(&long_name(state, &spots, one), one.meetings.len()));
    let said = said.collect::<Vec<_>>().join("; ");
    let window = ["0 0 ", &number(SIZE.0), " ", &number(SIZE.1)].concat();
    Some(
        view! {
            <svg class="world small" viewBox=window role="img" aria-label=said>
                {ground}
                <g class="marks">{figures}{names(state, &frame, &spots, &shown, &taken)}</g>
            </svg>
        }
        .into_any(),
    )
}

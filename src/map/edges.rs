//! What lies outside of the frame: at each edge how much there is, as a way to go there.

use super::chart::{Chart, NEAREST};
use super::keys::show_places;
use crate::effect::{live, pressed};
use entente_charts::SIDE_CLASSES;
use entente_charts::map::{Edge, EdgeOf, Place, edges};
use entente_drawing::marks::SIDES;
use leptos::prelude::*;

/// So many places are named.
const NAMES: usize = 2;

/// The ways beyond the edges.
pub(super) fn ways(chart: &Chart) -> AnyView {
    let chart = *chart;
    let all = move || {
        let frame = chart.drawn.with(|drawn| drawn.frame);
        chart.found.with(|found| {
            let all = edges(&frame, &found.places).into_iter();
            all.map(|edge| way(&chart, &found.places, edge)).collect::<Vec<_>>()
        })
    };
    view! { <div class="edges">{live(all)}</div> }.into_any()
}

fn way(chart: &Chart, places: &[Place], edge: Edge) -> AnyView {
    let (class, arrow) = match edge.edge {
        EdgeOf::Left => ("beyond left", "← "),
        EdgeOf::Right => ("beyond right", "→ "),
        EdgeOf::Top => ("beyond top", "↑ "),
        EdgeOf::Bottom => ("beyond bottom", "↓ "),
    };
    let (chart, first) = (*chart, &places[edge.places[0]]);
    let dot = ["dot ", SIDE_CLASSES[first.side.min(SIDES)]].concat();
    let named = edge.places.iter().take(NAMES).map(|&place| {
        [&places[place].name, " ", &places[place].meetings.len().to_string()].concat()
    });
    let mut words = named.collect::<Vec<_>>().join(", ");
    let more = edge.places.len().saturating_sub(NAMES);
    if more > 0 {
        words += &[" +", &more.to_string()].concat();
    }
    let go = move || show_places(&chart, &edge.places, NEAREST);
    view! {
        <button class=class type="button" on:click=pressed(go)>
            {arrow} <span class=dot aria-hidden="true"></span> {words}
        </button>
    }
    .into_any()
}

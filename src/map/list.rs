//! What lies behind a stack: its places and their meetings, each a link.

use super::chart::Chart;
use super::keys::{close, take_apart};
use super::marks::name;
use super::spots::Spot;
use crate::effect::{live, pressed};
use crate::entities::EntityLink;
use crate::meetings::line;
use crate::state::{AppState, Turn};
use entente_archive::EntityRef;
use entente_search::FacetKind;
use leptos::prelude::*;

/// As many meetings of a place are shown.
const MOST: usize = 100;

/// The list of the stack that is open.
pub(super) fn list(chart: &Chart) -> AnyView {
    let chart = *chart;
    view! {
        <div
            class="behind"
            role="region"
            tabindex="-1"
            aria-label=chart.state.strings().behind_stack
            hidden=move || chart.open.get().is_none()
        >
            {live(move || chart.open.get().and_then(|stack| behind(&chart, stack)))}
        </div>
    }
    .into_any()
}

fn behind(chart: &Chart, stack: usize) -> Option<AnyView> {
    let chart = *chart;
    let strings = chart.state.strings();
    // Links lead to pages in the present view.
    chart.state.deferred(Turn::Second, || ());
    let spots = chart.drawn.with(|drawn| Some(drawn.shown.get(stack)?.spots.clone()))?;
    let nearer = (spots.len() > 1).then(|| {
        view! {
            <button class="link" type="button" on:click=pressed(move || take_apart(&chart, stack))>
                {strings.take_apart}
            </button>
        }
    });
    let places: Vec<AnyView> = chart.found.with(|found| {
        let spots = spots.iter().filter_map(|&spot| found.spots.get(spot));
        spots.map(|spot| place(chart.state, spot)).collect()
    });
    let list = view! {
        <p class="meta">
            <button class="link" type="button" on:click=pressed(move || close(&chart))>
                {strings.close}
            </button>
            {nearer}
        </p>
        {places}
    };
    Some(list.into_any())
}

/// A place with its meetings.
fn place(state: AppState, spot: &Spot) -> AnyView {
    let shown = spot.meetings.iter().take(MOST);
    let shown = shown.filter_map(|&meeting| state.archive().meeting(meeting));
    let rows: Vec<AnyView> = shown.map(|meeting| line(state, &meeting, None, None)).collect();
    let left = spot.meetings.len().saturating_sub(MOST);
    let more = (left > 0).then(|| view! { <p>{state.strings().and_more.fill(left)}</p> });
    let within = spot.reach.is_none().then(|| within(state, spot.named_by)).flatten();
    view! {
        <section class="place-of-stack">
            <h2>{name(state, spot)} " " {only(state, spot.named_by)}</h2>
            <ul class="encounters">{rows}</ul>
            {more}
            {within}
        </section>
    }
    .into_any()
}

/// What is a part of the place of a meeting and is named in reports: "within it: a bridge".
fn within(state: AppState, meeting: usize) -> Option<AnyView> {
    let archive = state.archive();
    let place = archive.meeting(meeting)?.place().entity()?;
    let part_of = |entity: &EntityRef<'_>| {
        entity.value().record.as_ref().is_some_and(|record| &*record.part_of == place.id())
    };
    let link = |entity| view! { <span><EntityLink entity/></span> }.into_any();
    let parts: Vec<AnyView> = archive.entities().filter(part_of).map(link).collect();
    (!parts.is_empty())
        .then(|| view! { <p class="meta">{state.strings().within_it} " " {parts}</p> }.into_any())
}

/// A link to the meetings of a place alone.
fn only(state: AppState, meeting: usize) -> Option<AnyView> {
    let place = state.archive().meeting(meeting)?.place().entity()?;
    let view = state.view.get_untracked();
    let chosen = view.choice(FacetKind::Place, place.id()) == Some(false);
    let address = view.toggled(FacetKind::Place, place.id(), false).print();
    let words = state.strings().only_here;
    (!chosen).then(|| view! { <a class="meta" href=address>{words}</a> }.into_any())
}

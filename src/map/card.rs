//! What lies behind a mark: its places and their meetings, each a link.

use super::chart::Chart;
use super::keys::{close, show_places};
use super::scene::name;
use super::spots::Spot;
use crate::effect::{live, pressed};
use crate::entities::EntityLink;
use crate::icons::icon;
use crate::meetings::line;
use crate::state::{AppState, Turn};
use crate::views::Views;
use entente_archive::EntityRef;
use entente_geo::viewport::MAX_ZOOM;
use entente_search::FacetKind;
use leptos::prelude::*;

/// As many meetings of a place are shown.
const MOST: usize = 100;

/// The list of the mark that is open.
pub(super) fn card(chart: &Chart) -> AnyView {
    let chart = *chart;
    view! {
        <div
            class="behind"
            role="region"
            tabindex="-1"
            aria-label=chart.state.strings().behind_stack
            hidden=move || chart.open.get().is_none()
        >
            {live(move || chart.open.get().and_then(|mark| behind(&chart, mark)))}
        </div>
    }
    .into_any()
}

fn behind(chart: &Chart, mark: usize) -> Option<AnyView> {
    let chart = *chart;
    let strings = chart.state.strings();
    // Links lead to pages in the present view.
    chart.state.deferred(Turn::Second, || ());
    let numbers = chart.drawn.with(|drawn| Some(drawn.marks.get(mark)?.places.clone()))?;
    let places: Vec<AnyView> = chart.found.with(|found| {
        let spots = numbers.iter().filter_map(|&spot| found.spots.get(spot));
        spots.map(|spot| place(chart.state, spot)).collect()
    });
    let nearer = (numbers.len() > 1).then(|| {
        let take_apart = move || show_places(&chart, &numbers, MAX_ZOOM);
        view! {
            <button class="link" type="button" on:click=pressed(take_apart)>
                {strings.take_apart}
            </button>
        }
        .into_any()
    });
    let list = view! {
        <button class="close" type="button" aria-label=strings.close on:click=pressed(move || close(&chart))>
            {icon("#i-x")}
        </button>
        {places}
        {nearer}
    };
    Some(list.into_any())
}

/// A place with its meetings.
fn place(state: AppState, spot: &Spot) -> AnyView {
    let shown = spot.meetings.iter().take(MOST);
    let shown = shown.filter_map(|&meeting| state.archive().meeting(meeting));
    let rows = shown.map(|meeting| line(state, &meeting, None, None)).views();
    let left = spot.meetings.len().saturating_sub(MOST);
    let more =
        (left > 0).then(|| view! { <p>{state.strings().and_more.fill(left)}</p> }.into_any());
    let within = spot.reach.is_none().then(|| within(state, spot.named_by)).flatten();
    view! {
        <section class="place-of-stack">
            <h2>
                {name(state, spot)} " " <span class="count">{state.strings().meetings_count.fill(spot.meetings.len())}</span>
            </h2>
            <ul class="encounters">{rows}</ul>
            {more}
            {within}
            {only(state, spot)}
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
    let parts = archive.entities().filter(part_of).map(link).views();
    (!parts.is_empty())
        .then(|| view! { <p class="meta">{state.strings().within_it} " " {parts}</p> }.into_any())
}

/// A link to the meetings of a place alone.
fn only(state: AppState, spot: &Spot) -> Option<AnyView> {
    let place = state.archive().meeting(spot.named_by)?.place().entity()?;
    let view = state.view.get_untracked();
    let chosen = view.choice(FacetKind::Place, place.id()) == Some(false);
    let address = view.toggled(FacetKind::Place, place.id(), false).print();
    let words = state.strings().filter_by.fill(&name(state, spot));
    (!chosen).then(|| view! { <a class="only" href=address>{words}</a> }.into_any())
}

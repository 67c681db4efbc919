//! The panel of a name: who or what it is, as the reports tell it. It stands beside the text, in a
//! narrow window as a sheet at its lower edge.

use super::encounters::{company, encounters};
use super::pin::{put_away, shown};
use super::titles::titles;
use crate::address::Page;
use crate::effect::{live, pressed};
use crate::entities::{address_of_reports, country, places_and_times, sentences};
use crate::icons::icon;
use crate::sides;
use crate::state::{AppState, app_state};
use crate::views::Views;
use entente_archive::{DocumentRef, EntityRef};
use leptos::prelude::*;

/// The id of the panel.
pub const ID: &str = "name-panel";

/// The panel; hidden until a name is pointed at or pinned.
#[component]
pub fn Panel(
    /// The report that is read.
    document: DocumentRef<'static>,
) -> impl IntoView {
    let state = app_state();
    view! {
        <aside
            id=ID
            class=move || if state.pinned.get().is_some() { "name-panel pinned" } else { "name-panel" }
            tabindex="-1"
            aria-label=state.strings().entities
            hidden=move || shown(state).is_none()
        >
            {live(move || about_shown(state, &document))}
        </aside>
    }
}

/// What there is to say about the name that is pointed at or pinned.
fn about_shown(state: AppState, document: &DocumentRef<'static>) -> AnyView {
    match shown(state).and_then(|number| state.archive().entity(number)) {
        Some(entity) => about(state, document, &entity),
        None => ().into_any(),
    }
}

fn about(state: AppState, document: &DocumentRef<'static>, entity: &EntityRef<'static>) -> AnyView {
    let counts = state.strings().named_in.fill(entity.mentions().count(), entity.documents().len());
    let country = country(state, entity).map(|country| {
        view! { <span>{sides::mark(state, entity.country())}{country}</span> }.into_any()
    });
    view! {
        {head(state, entity)}
        <h2>{state.name(entity)}</h2>
        <p class="meta">{country} <span>{counts}</span></p>
        {titles(state, Some(document), entity)}
        {encounters(state, document, entity)}
        {places_and_times(state, entity)}
        {company(state, entity)}
        {ways_on(state, *entity)}
    }
    .into_any()
}

/// Of what kind it is, whether it is pinned, and the button that closes the panel.
fn head(state: AppState, entity: &EntityRef<'static>) -> AnyView {
    let strings = state.strings();
    let pinned =
        state.pinned.get().map(|_| view! { <span class="pin">{strings.pinned}</span> }.into_any());
    let close = move || {
        put_away(state);
    };
    view! {
        <p class="panel-head">
            <span class=["name ", entity.kind.as_str()].concat()>
                {strings.kind[entity.kind as usize]}
            </span>
            {pinned}
            <button
                class="link"
                type="button"
                title=strings.close
                aria-label=strings.close
                on:click=pressed(close)
            >
                {icon("#i-x")}
            </button>
        </p>
    }
    .into_any()
}

/// Links to the reports that name it, to its page, and all sentences that name it, on demand.
fn ways_on(state: AppState, entity: EntityRef<'static>) -> AnyView {
    let strings = state.strings();
    let open = RwSignal::new(false);
    let reports = state.view.with_untracked(|view| view.at(Page::Reports));
    let filter = address_of_reports(&reports, &entity)
        .zip(strings.filter_by_this.get(entity.kind as usize))
        .map(|(address, words)| view! { <a class="step" href=address>{*words}</a> }.into_any());
    let page = state.address_untracked(Page::Entity(entity.id().to_owned()));
    view! {
        <p class="ways-on">
            {filter}
            <button
                class="link"
                type="button"
                aria-expanded=move || open.get().to_string()
                on:click=pressed(move || open.update(|open| *open = !*open))
            >
                {strings.all_mentions.fill(entity.mentions().count())}
            </button>
            <a href=page>{strings.own_page}</a>
        </p>
        {live(move || mentions(state, &entity, open.get()))}
    }
    .into_any()
}

/// Every sentence that names it, report by report; nothing until it is asked for.
fn mentions(state: AppState, entity: &EntityRef<'static>, open: bool) -> AnyView {
    let documents = if open { entity.documents() } else { Vec::new() };
    let reports = documents.iter();
    let reports = reports.filter_map(|&number| sentences(state, entity, number, &|_| ""));
    reports.views().into_any()
}

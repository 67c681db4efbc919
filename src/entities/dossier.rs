//! What the reports say of one entity: its names, the offices told of it, whom and what
//! it appears with, and every sentence that names it.

use super::places_and_times::places_and_times;
use super::record::OnRecord;
use super::sentences::sentences;
use super::spellings::NamesSeen;
use super::together::AppearsWith;
use crate::address::{Page, View};
use crate::meetings::MeetingsOf;
use crate::reader::titles;
use crate::reports::Explained;
use crate::state::{AppState, app_state};
use entente_archive::EntityRef;
use entente_search::FacetKind;
use leptos::prelude::*;

/// The dossier of the entity with this id, or a sentence that there is none.
pub fn dossier(state: AppState, id: &str) -> AnyView {
    let strings = state.strings();
    match state.archive().find_entity(id) {
        Some(entity) => view! { <Dossier entity/> }.into_any(),
        None => view! {
            <div class="remarks">
                <h1>{strings.no_such_entity.fill(id)}</h1>
                <p>
                    <a href=state.fresh_address(Page::Entities)>{strings.entities}</a>
                </p>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Dossier(entity: EntityRef<'static>) -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let back = state.fresh_address(Page::Entities);
    let documents = entity.documents();
    let reports = documents.iter().filter_map(|&number| sentences(state, &entity, number, &|_| ""));
    view! {
        <article class="dossier">
            <p>
                <a href=back>{strings.entities} " ›"</a>
            </p>
            <h1 dir="auto">{state.name(&entity)}</h1>
            <Summary entity reports=documents.len()/>
            <div class="beside-evidence">
                <div>
                    {places_and_times(state, &entity)}
                    <NamesSeen entity/>
                    <OnRecord entity/>
                    <AppearsWith entity/>
                </div>
                <div>
                    {titles(state, None, &entity)}
                    <MeetingsOf entity/>
                    <h2>{strings.mentions}</h2>
                    {reports.collect::<Vec<_>>()}
                </div>
            </div>
        </article>
    }
}

/// A line on what it is, from which country, and how often it is named.
#[component]
fn Summary(
    /// Of whom or what.
    entity: EntityRef<'static>,
    /// How many reports name it.
    reports: usize,
) -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let naming = address_of_reports(&state.fresh_view(), &entity).map(|address| {
        view! {
            <span>
                <a href=address>{strings.reports_naming}</a>
            </span>
        }
        .into_any()
    });
    view! {
        <p class="meta">
            <span>{strings.kind[entity.kind as usize]}</span>
            {country(state, &entity).map(|country| view! { <span>{country}</span> }.into_any())}
            <span>{strings.named_in.fill(entity.mentions().count(), reports)}</span>
            {naming}
        </p>
    }
}

/// The country of an entity, with a word on it where no report tells it.
pub fn country(state: AppState, entity: &EntityRef<'static>) -> Option<AnyView> {
    let country = state.country(entity)?;
    Some(match entity.country_worked_out {
        true => {
            view! { <Explained word=country more=state.strings().of_the_home_side/> }.into_any()
        }
        false => country.into_any(),
    })
}

/// The address of a view narrowed down to the reports that name an entity, if it is of a kind that
/// has a facet.
pub fn address_of_reports(view: &View, entity: &EntityRef<'_>) -> Option<String> {
    let facet = FacetKind::ALL.iter().find(|facet| facet.entity() == Some(entity.kind))?;
    let chosen = view.choice(*facet, entity.id()) == Some(false);
    Some(if chosen { view.print() } else { view.toggled(*facet, entity.id(), false).print() })
}

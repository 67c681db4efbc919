//! The sides: countries with a colour and a shape of their own.
//!
//! The two that met most come first, as in the Thread; then those that met often. From the seventh
//! on all look alike.

use crate::state::AppState;
use crate::views::Views;
use entente_archive::{Archive, EntityRef};
use entente_model::EntityKind;
use entente_thread::select::Countries;
use leptos::prelude::*;

/// So many countries have a colour and a shape.
const MOST: usize = 6;

/// The countries that met, as ISO 3166-1 alpha-2, in the order of their colours.
pub fn ranked(archive: &'static Archive<'static>) -> Vec<String> {
    let meetings: Vec<usize> = archive.meetings().map(|meeting| meeting.number).collect();
    let mut ranked: Vec<String> = Vec::new();
    for (pair, _) in Countries::new(archive).pairs(archive, &meetings) {
        for country in pair {
            if ranked.len() < MOST && !ranked.contains(&country) {
                ranked.push(country);
            }
        }
    }
    ranked
}

/// The class that gives the colour of a country, `side-1` for the first, and its place among the
/// sides, counted from 0; from the seventh on all have the same.
pub fn class_and_place(state: AppState, country: &str) -> (String, usize) {
    let place = state.sides.with(|sides| sides.iter().position(|side| side == country));
    match place {
        Some(place) => (["side-", &(place + 1).to_string()].concat(), place),
        None => ("no-side".to_owned(), MOST),
    }
}

/// The mark of a country, beside what belongs to it.
pub fn mark(state: AppState, country: &str) -> AnyView {
    let class = ["dot ", &class_and_place(state, country).0].concat();
    view! { <span class=class aria-hidden="true"></span> }.into_any()
}

/// Those who took part, each with the mark of the country: people, and where none is named bodies.
/// Of many the first `most`, and how many more there are.
pub fn participants(state: AppState, all: &[EntityRef<'static>], most: usize) -> AnyView {
    let human = |entity: &&EntityRef<'_>| entity.kind == EntityKind::Person;
    let any_human = all.iter().any(|entity| human(&entity));
    let shown: Vec<_> = all.iter().filter(|entity| !any_human || human(entity)).collect();
    let one = |entity: &&EntityRef<'static>| {
        let country = state.country(entity);
        view! {
            <span class="participant" title=country dir="auto">
                {mark(state, entity.country())}
                {state.name(entity)}
            </span>
        }
        .into_any()
    };
    let more = shown.len().saturating_sub(most);
    let more = (more > 0).then(|| view! { <span class="count">"+" {more}</span> }.into_any());
    let shown = shown.iter().take(most).map(one).views();
    view! {
        {shown}
        {more}
    }
    .into_any()
}

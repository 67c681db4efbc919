//! What facets and values are called.

use crate::address::Page;
use crate::language;
use crate::state::AppState;
use entente_calendar::Date;
use entente_model::{MeetingKind, Status};
use entente_search::facet::Choice;
use entente_search::{FacetKind, Filter};
use leptos::prelude::*;

/// Whether meetings are narrowed down and not reports.
pub(super) fn on_meetings(state: AppState) -> bool {
    state.page.with(|page| matches!(page, Page::Thread | Page::Meetings | Page::Map))
}

/// The name of a facet.
pub(super) fn name(state: AppState, kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Source => state.strings().source,
        FacetKind::Year => state.strings().year,
        FacetKind::Kind => state.strings().kind_facet,
        FacetKind::Host => state.strings().host_facet,
        FacetKind::Status => state.strings().status_facet,
        _ => state.strings().kinds[kind as usize],
    }
}

/// A value in words.
pub(super) fn label(state: AppState, kind: FacetKind, value: &str) -> String {
    match (kind, value) {
        (FacetKind::Source, "") => state.strings().unknown_source.into(),
        (FacetKind::Year, "") => state.strings().undated.into(),
        (FacetKind::Host, "") => state.strings().place_not_stated.into(),
        (FacetKind::Host, code) => language::country(code, state.language.get()),
        _ if kind.entity().is_some() => {
            state.archive().find_entity(value).map_or(value, |entity| state.name(&entity)).into()
        }
        (FacetKind::Kind, _) => {
            let kind = value.parse::<MeetingKind>();
            kind.map_or(value, |kind| state.strings().meeting_kinds[kind as usize]).into()
        }
        (FacetKind::Status, _) => {
            let status = value.parse::<Status>();
            status.map_or(value, |status| state.strings().statuses[status as usize]).into()
        }
        _ => value.into(),
    }
}

/// The value of a choice in words, with "not" where it is excluded.
pub(super) fn chosen(state: AppState, choice: &Choice) -> String {
    let value = label(state, choice.kind, &choice.value);
    if choice.excluded { state.strings().without.fill(&value) } else { value }
}

/// What is typed and chosen, in a line.
pub fn in_words(state: AppState) -> String {
    let strings = state.strings();
    state.view.with(|view| {
        let Filter { from, to, .. } = &view.filter;
        let query = Some(strings.labelled(strings.search_label, &view.query));
        let query = query.filter(|_| !view.query.is_empty());
        let choices = view
            .filter
            .choices
            .iter()
            .map(|choice| strings.labelled(name(state, choice.kind), &chosen(state, choice)));
        let date =
            |(name, date): (&str, &Option<Date>)| Some([name, " ", &(*date)?.to_string()].concat());
        let dates = [(state.strings().from, from), (state.strings().to, to)];
        let dates = dates.into_iter().filter_map(date);
        query.into_iter().chain(choices).chain(dates).collect::<Vec<_>>().join(" · ")
    })
}

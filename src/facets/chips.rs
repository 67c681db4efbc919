//! What is chosen, each with a way to take it back, and how much is left.

use super::dates::DateOfView;
use super::words::{chosen, name, on_meetings};
use crate::address::{Page, View};
use crate::effect::live;
use crate::reports::order_menu;
use crate::state::{AppState, app_state};
use leptos::prelude::*;

/// The row of chips above what is found.
#[component]
pub fn Chips() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let found = move || {
        if on_meetings(state) {
            return meetings_found(state);
        }
        let found = state.results.with(|results| results.ranked.len());
        (strings.found)(found, state.archive().documents.len())
    };
    let everything =
        move || state.view.with(|view| view.filter.is_empty() && view.query.is_empty());
    let page = if on_meetings(state) { state.page.get() } else { Page::Reports };
    view! {
        <div class="chips">
            <ul>{live(move || filters(state).into_iter().map(chip).collect::<Vec<_>>())}</ul>
            <p class="found" role="status">
                {found}
            </p>
            {live(move || (state.page.get() == Page::Reports).then(|| order_menu(state)))}
            <a class="clear-all" href=state.fresh_address(page) hidden=everything>
                {strings.clear_all}
            </a>
        </div>
    }
}

/// Something by which a view is narrowed down.
struct Chosen {
    /// What it is called.
    name: &'static str,
    /// Its value in words.
    value: String,
    /// The view without it.
    without: View,
}

fn chip(Chosen { name, value, without }: Chosen) -> AnyView {
    let remove = (app_state().strings().remove_filter)(&value);
    view! {
        <li class="chip">
            {name}
            " "
            <b dir="auto">{value}</b>
            " "
            <a href=without.print() aria-label=remove>
                "×"
            </a>
        </li>
    }
    .into_any()
}

/// By what the view is narrowed down: values, then dates.
fn filters(state: AppState) -> Vec<Chosen> {
    let strings = state.strings();
    let view = state.view.get();
    let mut filters = Vec::new();
    for choice in &view.filter.choices {
        filters.push(Chosen {
            name: name(state, choice.kind),
            value: chosen(state, choice),
            without: view.toggled(choice.kind, &choice.value, choice.excluded),
        });
    }
    let dates: [(_, DateOfView); 2] =
        [(strings.from, |view| &mut view.filter.from), (strings.to, |view| &mut view.filter.to)];
    for (name, date) in dates {
        let mut without = view.clone();
        if let Some(date) = date(&mut without).take() {
            filters.push(Chosen { name, value: date.to_string(), without });
        }
    }
    filters
}

/// How many meetings the view has, from how many reports, and how many of them have no date.
fn meetings_found(state: AppState) -> String {
    let archive = state.archive();
    let mut told = vec![false; archive.documents.len()];
    let (found, undated) = state.meetings.with(|numbers| {
        let meetings = numbers.iter().filter_map(|&number| archive.meeting(number));
        let undated = meetings.filter(|meeting| {
            for report in meeting.attestations() {
                if let Some(told) = told.get_mut(report.document()) {
                    *told = true;
                }
            }
            meeting.date.is_none()
        });
        (numbers.len(), undated.count())
    });
    let reports = told.iter().filter(|&&told| told).count();
    (state.strings().meetings_found)(found, archive.meetings.len(), reports, undated)
}

//! What is chosen, each with a way to take it back, and how much is left.

use super::dates::DateOfView;
use super::words::{chosen, name, on_meetings};
use crate::address::{Page, View};
use crate::effect::live;
use crate::meetings;
use crate::reports::order_menu;
use crate::state::{AppState, app_state};
use crate::views::Views;
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
        (strings.found)(found, state.archive().documents.len()).into_any()
    };
    let menus = move || match state.page.get() {
        Page::Reports => order_menu(state),
        Page::Meetings => Some(meetings::menus(state)),
        _ => None,
    };
    let everything =
        move || state.view.with(|view| view.filter.is_empty() && view.query.is_empty());
    let page = if on_meetings(state) { state.page.get() } else { Page::Reports };
    view! {
        <div class="chips">
            <ul>{live(move || filters(state).into_iter().map(chip).views())}</ul>
            <p class="found" role="status">
                {live(found)}
            </p>
            {live(menus)}
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
    let remove = app_state().strings().remove_filter.fill(&value);
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

/// How many meetings the view has, how many of them were held, from how many reports they are, and
/// how many have no date.
fn meetings_found(state: AppState) -> AnyView {
    let (archive, strings) = (state.archive(), state.strings());
    let mut told = vec![false; archive.documents.len()];
    let (mut statuses, mut undated) = ([0; 3], 0);
    let found = state.meetings.with(Vec::len);
    state.meetings.with(|numbers| {
        for meeting in numbers.iter().filter_map(|&number| archive.meeting(number)) {
            for report in meeting.attestations() {
                if let Some(told) = told.get_mut(report.document()) {
                    *told = true;
                }
            }
            statuses[meeting.status as usize] += 1;
            undated += usize::from(meeting.date.is_none());
        }
    });
    let reports = told.iter().filter(|&&told| told).count();
    let told = (found > 0).then(|| {
        let told = (strings.meetings_told)(statuses, reports, undated);
        view! { " " <span class="meta">{told}</span> }.into_any()
    });
    let found = (strings.meetings_found)(found, archive.meetings.len());
    view! {
        <span class="how-many">{found}</span>
        {told}
    }
    .into_any()
}

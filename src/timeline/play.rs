//! The years one after another: each is chosen for a moment, so that list, map and timeline show
//! it, and one sees a story go on.

use crate::effect::{live, pressed};
use crate::state::{AppState, Step, app_state};
use entente_calendar::Date;
use leptos::prelude::*;
use std::time::Duration;

/// Each year is shown so long.
const PACE: Duration = Duration::from_millis(1600);

/// The timer of a play; `None` while nothing is played.
type Running = RwSignal<Option<IntervalHandle>>;

/// The button that plays and stops.
#[component]
pub(super) fn Play() -> impl IntoView {
    let state = app_state();
    let running: Running = RwSignal::new(None);
    on_cleanup(move || stop(running));
    let names = state.strings().play;
    view! {
        <button
            class="step"
            type="button"
            aria-label=move || names[usize::from(running.get().is_some())]
            title=move || names[usize::from(running.get().is_some())]
            on:click=pressed(move || toggle(state, running))
        >
            {live(move || if running.get().is_some() { "❚❚" } else { "▶" })}
        </button>
    }
}

/// Plays from the first year, or stops.
fn toggle(state: AppState, running: Running) {
    match running.try_get_untracked() {
        Some(None) => {
            show(state, years(state).first().copied());
            running.set(set_interval_with_handle(move || go_on(state, running), PACE).ok());
        }
        Some(_) => stop(running),
        None => {}
    }
}

fn stop(running: Running) {
    if let Some(timer) = running.try_get_untracked().flatten() {
        timer.clear();
        running.set(None);
    }
}

/// Shows the next year; behind the last, or where somebody has chosen other dates, the play is
/// over.
fn go_on(state: AppState, running: Running) {
    let Some(now) = year(state) else { return stop(running) };
    let next = years(state).into_iter().find(|&year| year > now);
    show(state, next);
    if next.is_none() {
        stop(running);
    }
}
/// The year that is chosen, if it is one.
fn year(state: AppState) -> Option<i32> {
    state.view.with_untracked(|view| {
        let (from, to) = (view.filter.from?, view.filter.to?);
        (from == to && Date::year_only(from.year()) == Some(from)).then_some(from.year())
    })
}

/// Chooses a year, or none.
fn show(state: AppState, year: Option<i32>) {
    let mut view = state.view.get_untracked();
    let date = year.and_then(Date::year_only);
    view.filter.from = date;
    view.filter.to = date;
    state.navigate(view, Step::Replace);
}

/// The years in which there were meetings, each once, the first one first.
fn years(state: AppState) -> Vec<i32> {
    let mut years: Vec<i32> = Vec::new();
    let dates = state.archive().meetings().filter_map(|meeting| meeting.date);
    for year in dates.map(|date| date.start().year()) {
        if let Err(place) = years.binary_search(&year) {
            years.insert(place, year);
        }
    }
    years
}

//! The facets as a sheet, where the window has no room for them.

use crate::browser;
use crate::effect::pressed;
use crate::icons::icon;
use crate::state::{AppState, Turn, app_state};
use leptos::prelude::*;

/// Ids of the button that opens the sheet and of the one that closes it, for the focus.
const OPEN: &str = "open-filters";
const CLOSE: &str = "close-filters";

/// The button that opens the sheet, and what lies behind the sheet.
#[component]
pub fn FilterButton() -> impl IntoView {
    let state = app_state();
    let open = move || {
        state.filters_open.set(true);
        queue_microtask(|| browser::focus(CLOSE));
    };
    let expanded = move || if state.filters_open.get() { "true" } else { "false" };
    view! {
        <button id=OPEN class="filter-button" type="button" aria-expanded=expanded on:click=pressed(open)>
            {icon("#i-filter")}
            <span class="word">{state.strings().filters}</span>
        </button>
        <div
            class="backdrop"
            hidden=move || !state.filters_open.get()
            on:click=pressed(move || { close(state); })
        ></div>
    }
}

/// Closes the sheet; `false` where it is not open.
pub fn close(state: AppState) -> bool {
    let was_open = state.filters_open.get_untracked();
    if was_open {
        state.filters_open.set(false);
        browser::focus(OPEN);
    }
    was_open
}

/// Its name, and the way out.
#[component]
pub(super) fn SheetHead() -> impl IntoView {
    let state = app_state();
    view! {
        <div class="sheet-head">
            <h2>{state.strings().filters}</h2>
            <button
                id=CLOSE
                type="button"
                aria-label=state.strings().close
                on:click=pressed(move || { close(state); })
            >
                {icon("#i-x")}
            </button>
        </div>
    }
}

/// What there is behind the sheet.
#[component]
pub(super) fn SheetFoot() -> impl IntoView {
    let state = app_state();
    let show = move || {
        state.deferred(Turn::Second, || {
            let meetings = state.meetings.with(Vec::len);
            let reports = state.results.with(|results| results.ranked.len());
            state.strings().show_in.fill(meetings, reports)
        })
    };
    view! {
        <div class="sheet-foot">
            <button class="primary" type="button" on:click=pressed(move || { close(state); })>
                {show}
            </button>
        </div>
    }
}

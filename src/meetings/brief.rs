//! Meetings in a line or two each: those of the view beside the reports, those of an entity in
//! its dossier.

use super::highlight::{comes, leaves};
use super::line;
use crate::address::Page;
use crate::effect::live;
use crate::state::{AppState, Turn, app_state};
use crate::views::Views;
use entente_archive::{EntityRef, MeetingRef};
use entente_model::order::in_order;
use leptos::prelude::*;

/// As many are shown beside the reports.
const MOST: usize = 24;

/// The meetings of the view, latest first.
#[component]
pub fn Brief() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let count = move || state.deferred(Turn::Second, || state.meetings.with(Vec::len));
    // The links lead to pages in the present view.
    let rows = move || {
        state.deferred(Turn::Second, || {
            let meetings = latest_first(state, &state.meetings.get()).into_iter().take(MOST);
            meetings.map(|meeting| line(state, &meeting, None, None)).views()
        })
    };
    let all = move || {
        (count() > MOST).then(|| {
            view! {
                <p>
                    <a href=state.address(Page::Meetings)>{strings.all_meetings}</a>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <section
            class="brief"
            aria-label=strings.meetings
            hidden=move || count() == 0
            on:pointerover=comes(state)
            on:focusin=comes(state)
            on:pointerleave=leaves(state)
            on:focusout=leaves(state)
        >
            <h2>
                {strings.meetings} " " <span class="count">{live(move || count().to_string())}</span>
            </h2>
            <ol class="encounters">{rows}</ol>
            {all}
        </section>
    }
}

/// The meetings of an entity, latest first, with who else took part; nothing where it has none.
#[component]
pub fn MeetingsOf(entity: EntityRef<'static>) -> impl IntoView {
    let state = app_state();
    let numbers: Vec<usize> = entity.meetings().map(|meeting| meeting.number).collect();
    let meetings = latest_first(state, &numbers).into_iter();
    let rows: Vec<_> =
        meetings.map(|meeting| line(state, &meeting, Some(entity.number), None)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section
                class="brief"
                on:pointerover=comes(state)
                on:focusin=comes(state)
                on:pointerleave=leaves(state)
                on:focusout=leaves(state)
            >
                <h2>{state.strings().meetings}</h2>
                <ol class="encounters">{rows}</ol>
            </section>
        }
        .into_any()
    })
}

/// Meetings by date, the latest first and undated ones last.
fn latest_first(state: AppState, numbers: &[usize]) -> Vec<MeetingRef<'static>> {
    let day = |number: usize| state.archive().meeting(number)?.date;
    let key =
        |&number: &usize| [day(number).map_or(u32::MAX, |date| !date.start().to_bits()), 0, 0];
    let numbers = in_order(numbers, key);
    numbers.into_iter().filter_map(|number| state.archive().meeting(number)).collect()
}

//! The axis with what belongs to it: how much is on it, buttons, the list of what stands
//! in one place, and a tray for what has no date. Dates are typed beside the facets.

use super::axis::Axis;
use super::drawing::drawing;
use super::marks::extent;
use super::name;
use super::play::Play;
use crate::address::Page;
use crate::browser;
use crate::effect::{live, pressed};
use crate::meetings;
use crate::state::{AppState, Turn, app_state};
use leptos::prelude::*;

/// As many rows of a list are shown.
const MOST: usize = 200;

/// The timeline of the view: open where there is room for three columns.
#[component]
pub fn Timeline() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let counts = move || {
        state.deferred(Turn::Second, || {
            if state.draws_all_faintly() {
                let dated = state.archive().meetings().filter(|meeting| meeting.date.is_some());
                return strings.all_faintly.fill(dated.count());
            }
            let all = state.meetings.with(Vec::len);
            (strings.on_the_axis)(all, all - undated(state).len())
        })
    };
    let with_dates = match extent(state.archive()) {
        Some(whole) => with_axis(&Axis::new(state, whole)),
        None => view! { <p>{strings.no_dates}</p> }.into_any(),
    };
    view! {
        <details class="timeline" open=browser::is_wide()>
            <summary>
                <b>{strings.timeline}</b>
                " "
                <span class="count">{live(counts)}</span>
            </summary>
            {with_dates}
            <div>{live(move || tray(state))}</div>
        </details>
    }
}

/// The drawing, what it says of itself, and its tools.
fn with_axis(axis: &Axis) -> AnyView {
    let axis = *axis;
    let state = axis.state;
    let caption = move || match axis.pointed.get() {
        None => state.strings().timeline_help.to_owned(),
        Some(place) => name::of_marks(state, &axis.marks_at(place)),
    };
    // Marks have the words of the caption as names themselves.
    view! {
        {drawing(&axis)}
        <p class="meta caption" aria-hidden="true">
            {live(caption)}
        </p>
        <div class="in-one-place" role="status">
            {live(move || list(&axis))}
        </div>
        {tools(state)}
    }
    .into_any()
}

fn tools(state: AppState) -> AnyView {
    let beside_reports = state.page.with_untracked(|page| *page == Page::Reports);
    let table = beside_reports.then(|| {
        view! { <a href=move || state.address(Page::Meetings)>{state.strings().as_table}</a> }
            .into_any()
    });
    view! {
        <p class="meta tools-of-axis">
            <Play/>
            {table}
            <span class="key" aria-hidden="true">
                {state.strings().timeline_key}
            </span>
        </p>
    }
    .into_any()
}

/// What stands in the place that was opened.
fn list(axis: &Axis) -> Option<AnyView> {
    let axis = *axis;
    let (state, marks) = (axis.state, axis.marks_at(axis.open.get()?));
    let row = |mark| {
        let address = name::address(state, mark);
        view! { <li><a href=address>{name::of_mark(state, mark)}</a></li> }.into_any()
    };
    let rows: Vec<AnyView> = marks.iter().take(MOST).map(row).collect();
    let left = marks.len().saturating_sub(MOST);
    let more = (left > 0).then(|| view! { <p>{state.strings().and_more.fill(left)}</p> });
    let list = view! {
        <ul>{rows}</ul>
        {more}
        <button class="link" type="button" on:click=pressed(move || axis.open.set(None))>
            {state.strings().close}
        </button>
    };
    Some(list.into_any())
}

/// The meetings of the view that have no date.
fn undated(state: AppState) -> Vec<usize> {
    let dated = |&number: &usize| {
        state.archive().meeting(number).is_some_and(|meeting| meeting.date.is_some())
    };
    state.meetings.with(|meetings| meetings.iter().copied().filter(|it| !dated(it)).collect())
}

/// What has no date, so that the numbers add up.
fn tray(state: AppState) -> Option<AnyView> {
    let undated = state.deferred(Turn::Second, || undated(state));
    if undated.is_empty() {
        return None;
    }
    let row = |&number: &usize| {
        let meeting = state.archive().meeting(number)?;
        let address = meetings::address(state, &meeting);
        Some(
            view! { <li><a href=address dir="auto">{meetings::title(state, &meeting)}</a></li> }
                .into_any(),
        )
    };
    let rows: Vec<AnyView> = undated.iter().take(MOST).filter_map(row).collect();
    let tray = view! {
        <details class="tray">
            <summary>{state.strings().without_date.fill(undated.len())}</summary>
            <ul>{rows}</ul>
        </details>
    };
    Some(tray.into_any())
}

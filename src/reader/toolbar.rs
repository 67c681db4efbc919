//! The row above a report: the way back, to the neighbours and from hit to hit, and what one can
//! do with the report.

use super::hits::{Walk, walk};
use super::passage::cite_report_button;
use crate::address::Page;
use crate::effect::{live, pressed};
use crate::files::save;
use crate::icons::icon;
use crate::share::print_button;
use crate::state::{AppState, app_state};
use entente_archive::DocumentRef;
use leptos::prelude::*;

/// The row above a report.
#[component]
pub fn Toolbar(
    /// The report.
    document: DocumentRef<'static>,
) -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    view! {
        <nav class="toolbar" aria-label=strings.around_the_report>
            <a href=move || state.address(Page::Reports)>
                {icon("#i-left")}
                " "
                <span class="word">{live(move || strings.back_to.fill(all(state)))}</span>
            </a>
            <span class="group">
                {neighbour(state, document, -1)}
                <span>{live(move || place(state, &document))}</span>
                {neighbour(state, document, 1)}
            </span>
            <span class="group hits">
                {walker(state, -1)}
                {live(move || (steps(state) > 0).then(|| searched(state)))}
                <span role="status">{live(move || hit(state))}</span>
                {walker(state, 1)}
            </span>
            {tools(state, document)}
        </nav>
    }
}

/// How many reports are found.
fn all(state: AppState) -> usize {
    state.results.with(|results| results.ranked.len())
}

/// Which of the reports found this is; empty where it is none of them.
fn place(state: AppState, document: &DocumentRef<'static>) -> String {
    let found = state
        .results
        .with(|results| results.ranked.iter().position(|&(number, _)| number == document.number));
    found.map_or(String::new(), |place| state.strings().report_of.fill(place + 1, all(state)))
}

/// Which hit the walk is at; empty where there are none.
fn hit(state: AppState) -> String {
    let steps = steps(state);
    let at = state.step.get().map_or(0, |step| step + 1).min(steps);
    if steps == 0 { String::new() } else { (state.strings().hit_of)(at, steps) }
}

/// The words that are searched for; nothing where hits come from filters alone.
fn searched(state: AppState) -> Option<AnyView> {
    let query = state.view.with(|view| view.query.clone());
    (!query.is_empty()).then(|| view! { <span class="query" dir="auto">{query}</span> }.into_any())
}

/// How many steps the walk through the hits has.
fn steps(state: AppState) -> usize {
    state.walk.with(Walk::steps)
}

/// The link to the report before (-1) or behind (1) this one.
fn neighbour(state: AppState, document: DocumentRef<'static>, step: isize) -> AnyView {
    let strings = state.strings();
    let (sign, name) = match step {
        -1 => ("#i-l", strings.previous_report),
        _ => ("#i-r", strings.next_report),
    };
    view! {
        <a class="step" title=name aria-label=name href=move || address_of(state, &document, step) hidden=move || address_of(state, &document, step).is_none()>
            {icon(sign)}
        </a>
    }
    .into_any()
}

/// The address of the report before (-1) or behind (1) this one, if there is one.
fn address_of(state: AppState, document: &DocumentRef<'static>, step: isize) -> Option<String> {
    state.neighbour(document, step).map(|other| state.report_address(&other))
}

/// The button to the previous (-1) or next (1) hit.
fn walker(state: AppState, step: isize) -> AnyView {
    let strings = state.strings();
    let (sign, name) = match step {
        -1 => ("#i-u", strings.previous_hit),
        _ => ("#i-v", strings.next_hit),
    };
    let go = move || {
        walk(state, step);
    };
    view! {
        <button
            class="step"
            type="button"
            title=name
            aria-label=name
            hidden=move || steps(state) == 0
            on:click=pressed(go)
        >
            {icon(sign)}
        </button>
    }
    .into_any()
}

/// The other view of the text, the reference to the report, its text as a file, and print.
fn tools(state: AppState, document: DocumentRef<'static>) -> AnyView {
    let strings = state.strings();
    let other_name = move || {
        let as_received = state.view.with(|view| view.source_text);
        (if as_received { strings.reading_view } else { strings.source_text }).to_owned()
    };
    let download = move || {
        save(state, document.title(), "txt", "text/plain;charset=utf-8", document.text());
    };
    view! {
        <span class="group tools-of-report">
            <span class="tool">
                <a href=move || other_view(state)>
                    {icon("#i-text")}
                    " "
                    <span class="word">{live(other_name)}</span>
                </a>
            </span>
            <span class="tool">{cite_report_button(state, document)}</span>
            <span class="tool">
                <button class="link" type="button" on:click=pressed(download)>
                    {icon("#i-down")}
                    " "
                    <span class="word">{strings.download_report}</span>
                </button>
            </span>
            <span class="tool">
                {print_button(state)}
            </span>
        </span>
    }
    .into_any()
}

/// The address of the other view of the text.
fn other_view(state: AppState) -> String {
    let mut view = state.view.get();
    view.source_text = !view.source_text;
    view.print()
}

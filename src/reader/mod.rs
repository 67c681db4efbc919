//! A report: the reading view with furniture folded away, or the text as received.
//!
//! - [`layout`]: what of a text goes where in the reading view
//! - [`hits`]: the walk from hit to hit
//! - [`text`]: both views of a text, with hits marked

mod hits;
mod layout;
mod text;

pub use hits::{Walk, walk};

use crate::address::{Page, View};
use crate::reports::origin;
use crate::state::State;
use entente_archive::Document;
use entente_archive::rows::TitleBasis;
use leptos::prelude::*;

/// The report with this id, or a sentence that there is none.
#[component]
pub fn Reader(id: String) -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    match state.archive().find(&id) {
        Some(document) => view! { <Report document/> }.into_any(),
        None => view! {
            <div class="remarks">
                <p>{(strings.no_such_report)(&id)}</p>
                <p><a href=View::default().print()>{strings.all_reports}</a></p>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Report(document: Document<'static>) -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let as_received = Memo::new(move |_| state.view.with(|view| view.source_text));
    let other_view = move || {
        let mut view = state.view.get();
        view.source_text = !view.source_text;
        view.print()
    };
    let other_name =
        move || if as_received.get() { strings.reading_view } else { strings.source_text };
    let print = |_| {
        let _ = window().print();
    };
    let remark = match document.row.title_basis {
        TitleBasis::Given => None,
        TitleBasis::Editorial => Some((strings.editorial_title, strings.editorial_explained)),
        TitleBasis::WorkedOut => Some((strings.worked_out_title, strings.worked_out_title)),
    };
    let url = document.url();
    view! {
        <Toolbar document/>
        <article class="reader">
            <p class="meta">
                {origin(state, &document)}
                {(!url.is_empty()).then(|| view! {
                    <span><a href=url rel="noreferrer">{strings.published_at}" "{url}</a></span>
                })}
                <span class="tool"><a href=other_view>{other_name}</a></span>
                <span class="tool"><button class="link" on:click=print>{strings.print}</button></span>
            </p>
            <h1 lang=document.language()>{move || text::title(state, document)}</h1>
            {remark.map(|(name, explained)| view! {
                <p class="meta"><abbr class="basis" tabindex="0" title=explained>{name}</abbr></p>
            })}
            {move || match as_received.get() {
                true => text::as_received(state, document).into_any(),
                false => text::reading_view(state, document).into_any(),
            }}
        </article>
    }
}

/// The way back, to the neighbours and from hit to hit.
#[component]
fn Toolbar(document: Document<'static>) -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let back = move || state.view.with(|view| view.at(Page::Reports).print());
    let all = move || state.results.with(|results| results.ranked.len());
    let place = move || {
        let found = state.results.with(|results| {
            results.ranked.iter().position(|&(number, _)| number == document.number)
        });
        found.map(|place| (strings.report_of)(place + 1, all()))
    };
    let neighbour = move |step: isize, sign: &'static str, name: &'static str| {
        move || {
            state.neighbour(&document, step).map(|other| {
                view! {
                    <a class="step" href=state.report_address(&other) title=name aria-label=name>
                        {sign}
                    </a>
                }
            })
        }
    };
    let steps = move || state.walk.with(Walk::steps);
    let hit = move || {
        let (place, all) = (state.hit.get(), steps());
        (all > 0).then(|| (strings.hit_of)(place.min(all), all))
    };
    let walk_button = move |step: isize, sign: &'static str, name: &'static str| {
        view! {
            <button class="step" hidden=move || steps() == 0 title=name aria-label=name
                on:click=move |_| { walk(state, step); }>{sign}</button>
        }
    };
    view! {
        <nav class="toolbar">
            <a href=back>"← "{move || (strings.back_to)(all())}</a>
            <span class="group">
                {neighbour(-1, "‹", strings.previous_report)}
                <span>{place}</span>
                {neighbour(1, "›", strings.next_report)}
            </span>
            <span class="group">
                {walk_button(-1, "↑", strings.previous_hit)}
                <span role="status">{hit}</span>
                {walk_button(1, "↓", strings.next_hit)}
            </span>
        </nav>
    }
}

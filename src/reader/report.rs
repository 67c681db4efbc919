//! The page of a report: toolbar, text with its margin, and the panel of a name.

use super::panel::Panel;
use super::selection::SelectionMenu;
use super::toolbar::Toolbar;
use super::{names, passage, pin, text};
use crate::address::Page;
use crate::browser;
use crate::effect::live;
use crate::meetings::{leaves, light, notes};
use crate::reports::{Explained, origin};
use crate::state::{AppState, app_state};
use entente_archive::DocumentRef;
use entente_model::TitleProvenance;
use leptos::prelude::*;
use web_sys::Event;

/// The report with this id, or a sentence that there is none.
pub fn report(state: AppState, id: &str) -> AnyView {
    match state.archive().find_document(id) {
        Some(document) => view! { <Report document/> }.into_any(),
        None => no_such_report(state, id),
    }
}

/// A report between its toolbar and the panel of a name.
#[component]
fn Report(document: DocumentRef<'static>) -> impl IntoView {
    let state = app_state();
    scroll_to_what_is_asked(state, document);
    view! {
        <Toolbar document/>
        <div
            class="reading"
            on:pointerover=move |event| come(state, &event)
            on:focusin=move |event| come(state, &event)
            on:click=move |event| pin::pin(state, &event)
            on:pointerleave=leaves(state)
            on:focusout=leaves(state)
        >
            {article(state, document)}
            <Panel document/>
            <SelectionMenu document/>
        </div>
    }
}

/// What the pointer or the focus comes to: a meeting lights up, and the panel tells of a name.
fn come(state: AppState, event: &Event) {
    light(state, event);
    pin::point(state, event);
}

fn no_such_report(state: AppState, id: &str) -> AnyView {
    let strings = state.strings();
    view! {
        <div class="remarks">
            <h1>{strings.no_such_report.fill(id)}</h1>
            <p>
                <a href=state.fresh_address(Page::Reports)>{strings.all_reports}</a>
            </p>
        </div>
    }
    .into_any()
}

/// Where the report is from, its title, and its text in the chosen view.
fn article(state: AppState, document: DocumentRef<'static>) -> AnyView {
    let strings = state.strings();
    let url = Some(document.url()).filter(|url| !url.is_empty()).map(|url| {
        view! {
            <span>{strings.published_at} " " <a href=url rel="noreferrer">{url}</a></span>
        }
        .into_any()
    });
    let remark = match document.title_provenance {
        TitleProvenance::Given => None,
        TitleProvenance::Editorial => Some((strings.editorial_title, strings.editorial_explained)),
        TitleProvenance::WorkedOut => Some((strings.worked_out_title, strings.worked_out_title)),
    };
    let remark =
        remark.map(|(word, more)| view! { <span><Explained word more/></span> }.into_any());
    view! {
        <article class="reader" data-hide=move || hidden_kinds(state)>
            <p class="meta">{origin(state, &document)} {remark} {url}</p>
            <h1 lang=document.language() dir="auto">{live(move || text::title(state, &document).into_any())}</h1>
            {live(move || passage::remark(state, &document))}
            <div>{live(move || body(state, &document))}</div>
        </article>
    }
    .into_any()
}

/// The kinds of names that are not underlined, if there are any.
fn hidden_kinds(state: AppState) -> Option<String> {
    Some(state.hidden_kinds.get().to_string()).filter(|kinds| !kinds.is_empty())
}

/// The text in the view that the address asks for.
fn body(state: AppState, document: &DocumentRef<'static>) -> AnyView {
    match state.view.with(|view| view.source_text) {
        true => text::as_received(state, document),
        false => text::reading_view(state, document),
    }
}

/// Goes to what the address asks for, now and when it asks for something else: a passage, a
/// mention, a sentence on a meeting, or the first hit.
fn scroll_to_what_is_asked(state: AppState, document: DocumentRef<'static>) {
    Effect::new(move |_: Option<()>| {
        let passage = passage::quoted(state, &document).map(|_| [".", text::QUOTED].concat());
        let sentence = || notes::asked(state).map(|_| ".proof.asked".to_owned());
        let hit = || state.walk.with(|walk| walk.first_in_text().map(|hit| ["#", &hit].concat()));
        let name = || names::asked_place(state, &document);
        if let Some(place) = passage.or_else(name).or_else(sentence).or_else(hit) {
            // Once the page has been drawn, which begins at its top.
            request_animation_frame(move || browser::scroll_to_first(&place));
        }
    });
}

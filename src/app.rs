//! The frame of the page: head, parts, what is filtered by, and the part shown.

use crate::about::AboutPage;
use crate::address::{Page, View};
use crate::facets::{Chips, Facets};
use crate::keys::{KeysDialog, listen};
use crate::reader::Reader;
use crate::reports::Reports;
use crate::search_box::SearchBox;
use crate::state::State;
use crate::theme::ThemeButton;
use crate::{api, browser, corpus, i18n};
use leptos::ev;
use leptos::prelude::*;

/// Puts the application in place of the readable text that stands in the page until
/// then. If the archive is damaged the text stays, below a sentence that says so.
pub fn mount() {
    match corpus::open() {
        Ok(engine) => {
            if let Some(text) = browser::element("fallback") {
                text.remove();
            }
            mount_to_body(move || {
                let state = State::new(engine);
                provide_context(state);
                api::publish(state);
                view! { <App/> }
            });
        }
        Err(damage) => {
            if let Some(text) = browser::element("fallback") {
                let note = format!("{}: {damage}.", i18n::EN.damaged);
                let _ = text.insert_adjacent_text("afterbegin", &note);
            }
        }
    }
}

#[component]
fn App() -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    // The address bar may be changed by links, by the reader and by the history.
    for event in ["hashchange", "popstate"] {
        let handle = window_event_listener_untyped(event, move |_| state.follow_address());
        on_cleanup(move || handle.remove());
    }
    listen(state);
    let page = Memo::new(move |_| state.view.with(|view| view.page.clone()));
    Effect::new(move |before: Option<Page>| {
        let page = page.get();
        let title = state.report().map_or(String::new(), |report| [report.title(), " – "].concat());
        document().set_title(&[&title, "Entente"].concat());
        // A report opens at its beginning; the list comes back where it was left.
        if before.is_some_and(|before| before != page) && page != Page::Reports {
            browser::scroll_to_top();
            browser::focus("content");
        }
        page
    });

    let content = move || match page.get() {
        Page::Reports | Page::Unknown(_) => view! { <Explore/> }.into_any(),
        Page::Report(id) => view! { <Reader id/> }.into_any(),
        Page::About => view! { <AboutPage/> }.into_any(),
    };
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        browser::focus("content");
    };
    view! {
        <a class="skip" href="#content" on:click=skip>{strings.skip_to_content}</a>
        <header class="head">
            <p class="brand">
                <a href=View::default().print()>"Entente"</a>
                <span class="subtitle">{subtitle(state)}</span>
            </p>
            <SearchBox/>
            <div class="tools"><KeysDialog/><ThemeButton/></div>
        </header>
        <Parts page/>
        <main id="content" tabindex="-1">{content}</main>
    }
}

fn subtitle(state: State) -> String {
    let archive = state.archive();
    let years = archive.documents().filter_map(|document| document.row.published);
    let years: Vec<i32> = years.map(|date| date.start().year()).collect();
    let span = years.iter().min().copied().zip(years.iter().max().copied());
    (state.strings.subtitle)(archive.title(), archive.len(), span)
}

/// The parts of the page as links.
#[component]
fn Parts(page: Memo<Page>) -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let link = move |to: Page, name: &'static str, count: Option<usize>| {
        let address = {
            let to = to.clone();
            move || state.view.with(|view| view.at(to.clone()).print())
        };
        let current = move || {
            let here = match page.get() {
                Page::Report(_) | Page::Unknown(_) => Page::Reports,
                page => page,
            };
            (here == to).then_some("page")
        };
        view! {
            <a href=address aria-current=current>
                {name} {count.map(|count| view! { " "<span class="count">{count}</span> })}
            </a>
        }
    };
    view! {
        <nav class="parts" aria-label=strings.parts_of_the_page>
            {link(Page::Reports, strings.reports, Some(state.archive().len()))}
            {link(Page::About, strings.about, None)}
        </nav>
    }
}

/// Facets beside the reports found.
#[component]
fn Explore() -> impl IntoView {
    view! {
        <Chips/>
        <div class="columns">
            <Facets/>
            <Reports/>
        </div>
    }
}

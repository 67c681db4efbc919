//! The frame of the page: head, tabs, and the part that the address names.

use crate::about::About;
use crate::address::Page;
use crate::agreements::{Agreements, Mechanisms};
use crate::effect::live;
use crate::entities::{Entities, WhereAndWhen, dossier};
use crate::facets::{Chips, Facets, FilterButton};
use crate::keys::{self, Keys};
use crate::language::LanguageMenu;
use crate::map::MapPage;
use crate::meetings::{Brief, MeetingTable};
use crate::reader::report;
use crate::reports::{self, Reports};
use crate::search_box::SearchBox;
use crate::share::ShareButton;
use crate::state::{AppState, app_state};
use crate::tabs::Tabs;
use crate::theme::ThemeButton;
use crate::thread::Thread;
use crate::{api, browser, corpus, i18n, meetings};
use leptos::prelude::*;

/// Id of the part shown, for the skip link.
pub const CONTENT: &str = "content";

/// Puts the application in place of the readable text that stands in the page until
/// then. If the archive is damaged the text stays, below a sentence that says so.
pub fn mount() {
    let text = document().get_element_by_id("fallback");
    match corpus::open() {
        Ok(engine) => {
            mount_to_body(move || {
                let state = AppState::new(engine);
                provide_context(state);
                // Whoever waits for the interface is told when this task has ended.
                api::publish(state);
                view! { <App/> }
            });
            if let Some(text) = text {
                text.remove();
            }
        }
        Err(damage) => {
            let note = format!("{}: {damage}.", i18n::EN.damaged);
            api::refuse(&note);
            if let Some(text) = text {
                let _ = text.insert_adjacent_text("afterbegin", &note);
            }
        }
    }
}

/// The whole page. It is made anew with its language, in which everything on it stands.
#[component]
fn App() -> impl IntoView {
    let state = app_state();
    // The address bar may be changed by links, by the reader and by the history.
    for event in ["hashchange", "popstate"] {
        window_event_listener_untyped(event, move |_| state.follow_address());
    }
    keys::listen(state);
    follow_page(state);
    move || {
        let language = state.language.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", language.code());
        }
        browser::keep_focus();
        view! { <Frame/> }
    }
}

/// Head, tabs, and the part that the address names.
#[component]
fn Frame() -> impl IntoView {
    let state = app_state();
    view! {
        <div class="page">
            <SkipLink/>
            <header class="head">
                <div class="top">
                    <Brand/>
                    <SearchBox/>
                    <div class="tools">
                        <LanguageMenu/>
                        <ThemeButton/>
                        <ShareButton/>
                    </div>
                </div>
                <div class="nav">
                    <Tabs/>
                    {live(move || on_a_drawing(&state.page.get()).then(|| view! { <Facets bar=true/> }.into_any()))}
                    <FilterButton/>
                </div>
            </header>
            <main id=CONTENT tabindex="-1">
                <div class="remarks" role="status">
                    {live(move || reports::remarks(state))}
                </div>
                {live(move || content(state, state.page.get()))}
            </main>
            <Keys/>
        </div>
    }
}

/// Whether a page is wide enough without a column of facets: they stand in a bar above it.
fn on_a_drawing(page: &Page) -> bool {
    use Page::{Agreements, Map, Mechanisms, Report, Thread};
    matches!(page, Thread | Map | Agreements | Mechanisms | Report(_))
}

/// The link by which the keyboard gets past the head.
#[component]
fn SkipLink() -> impl IntoView {
    let strings = app_state().strings();
    // The address is that of a view, so the link does not go where it says.
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        browser::focus(CONTENT);
    };
    view! {
        <a class="skip" href=["#", CONTENT].concat() on:click=skip>
            {strings.skip_to_content}
        </a>
    }
}

/// The name of the page, which leads to its front, and that of the corpus.
#[component]
fn Brand() -> impl IntoView {
    let state = app_state();
    let home = move || {
        state.view.track();
        state.fresh_address(Page::Thread)
    };
    view! {
        <p class="brand">
            <a href=home>"Entente"</a>
            <span class="subtitle" dir="auto">{&*state.archive().title}</span>
        </p>
    }
}

/// What a page shows.
fn content(state: AppState, page: Page) -> AnyView {
    match page {
        Page::Reports | Page::Unknown(_) => view! { <Overview/> }.into_any(),
        Page::Report(id) => report(state, &id),
        Page::Entities => view! { <Entities/> }.into_any(),
        Page::Entity(id) => dossier(state, &id),
        Page::About => view! { <About/> }.into_any(),
        Page::Thread => view! {
            <Chips/>
            <Thread/>
        }
        .into_any(),
        Page::Meetings => view! {
            <PageName name=state.strings().meetings/>
            <Chips/>
            <div class="columns wide">
                <Facets/>
                <MeetingTable/>
            </div>
        }
        .into_any(),
        Page::Meeting(id) => meetings::page(state, &id),
        Page::Map => view! {
            <PageName name=state.strings().map/>
            <Chips/>
            <MapPage/>
        }
        .into_any(),
        Page::Mechanisms => view! {
            <Chips/>
            <Mechanisms/>
        }
        .into_any(),
        Page::Agreements => view! {
            <Chips/>
            <Agreements/>
        }
        .into_any(),
    }
}

/// The reports with all by which one finds one's way among them.
#[component]
fn Overview() -> impl IntoView {
    let state = app_state();
    view! {
        <PageName name=state.strings().reports/>
        <Chips/>
        <div class="columns three">
            <Facets/>
            <Reports/>
            <div class="aside">
                <WhereAndWhen/>
                <Brief/>
            </div>
        </div>
    }
}

/// The name of a page that does not show it again, for those who go by headings.
#[component]
fn PageName(name: &'static str) -> impl IntoView {
    view! { <h1 class="unseen">{name}</h1> }
}

/// Title, scroll and focus after a change of page: a report opens at its beginning, the
/// list comes back where it was left.
fn follow_page(state: AppState) {
    Effect::new(move |before: Option<Page>| {
        state.language.track();
        let page = state.page.get();
        document().set_title(&match name(state, &page) {
            Some(name) => [&name, " – Entente"].concat(),
            None => "Entente".to_owned(),
        });
        if before.is_some_and(|before| before != page) && page != Page::Reports {
            browser::focus_in_place(CONTENT);
            browser::scroll_to_top();
        }
        page
    });
}

/// What a page is about, if it is about one thing.
fn name(state: AppState, page: &Page) -> Option<String> {
    let archive = state.archive();
    match page {
        Page::Report(id) => Some(archive.find_document(id)?.title().to_owned()),
        Page::Entity(id) => Some(state.name(&archive.find_entity(id)?).to_owned()),
        Page::Meeting(id) => Some(meetings::title(state, &archive.find_meeting(id)?)),
        _ => None,
    }
}

//! The frame of the page: head, parts, what is filtered by, and the part shown.

use crate::address::Page;
use crate::dom::{El, count, effect, el, link, on_window, part};
use crate::reports;
use crate::search_box::search_box;
use crate::state::{Parts, State};
use crate::theme;
use crate::{
    about, api, browser, corpus, entities, facets, i18n, keys, language, ledgers, map, meetings,
    reader, thread, timeline,
};
use leptos::prelude::*;

/// Id of the part shown, for the skip link.
pub const CONTENT: &str = "content";

/// Puts the application in place of the readable text that stands in the page until
/// then. If the archive is damaged the text stays, below a sentence that says so.
pub fn mount() {
    match corpus::open() {
        Ok(engine) => mount_to_body(move || {
            let state = Parts::new(engine);
            frame(state).append_to_body();
            if let Some(text) = El::find("fallback") {
                text.element().remove();
            }
            api::publish(state);
        }),
        Err(damage) => {
            if let Some(text) = El::find("fallback") {
                let note = format!("{}: {damage}.", i18n::EN.damaged);
                let _ = text.element().insert_adjacent_text("afterbegin", &note);
            }
        }
    }
}

fn frame(state: State) -> El {
    // The address bar may be changed by links, by the reader and by the history.
    for event in ["hashchange", "popstate"] {
        on_window(event, move |_| state.follow_address());
    }
    keys::listen(state);
    arrivals(state);

    let strings = state.strings;
    let skip = link(["#", CONTENT].concat()).attr("class", "skip").text(strings.skip_to_content);
    // The address is that of a view, so the link does not go where it says.
    let skip = skip.on("click", |event| {
        event.prevent_default();
        browser::focus(CONTENT);
    });
    let home = el("a").live_attr("href", move || {
        state.view.track();
        Some(state.fresh_address(Page::Reports))
    });
    let brand = part("p", "brand")
        .add(home.text("Entente"))
        .add(part("span", "subtitle").text(subtitle(state)));
    let tools = part("div", "tools")
        .all(keys::button_and_dialog(state))
        .add(language::button(state))
        .add(theme::button(state));
    // Where a part does not show its name again, it has it for those who go by headings.
    let named = |main: El, name: &str| main.add(part("h1", "unseen").text(name));
    let content = move |main: El| {
        // Names change with the language, wherever they stand.
        state.language.track();
        state.page.with(|page| match page {
            Page::Reports | Page::Unknown(_) => {
                let aside =
                    part("div", "aside").add(map::map(state)).add(timeline::timeline(state));
                let aside = aside.add(meetings::brief(state));
                let columns = part("div", "columns three").add(facets::facets(state));
                let columns = columns.add(reports::reports(state)).add(aside);
                named(main, strings.reports).add(facets::chips(state)).add(columns)
            }
            Page::Report(id) => main.all(reader::reader(state, id)),
            Page::Entities => main.add(entities::entities(state)),
            Page::Entity(id) => main.all(entities::dossier(state, id)),
            Page::About => main.add(about::about(state)),
            Page::Thread => main.add(facets::chips(state)).add(thread::thread(state)),
            Page::Meetings => named(main, strings.meetings)
                .add(timeline::timeline(state))
                .all(meetings::table(state)),
            Page::Meeting(id) => main.all(meetings::page(state, id)),
            Page::Map => named(main, strings.map).all(map::page(state)),
            Page::Mechanisms => main.add(facets::chips(state)).add(ledgers::mechanisms(state)),
            Page::Agreements => main.add(facets::chips(state)).add(ledgers::agreements(state)),
        });
    };
    el("div")
        .add(skip)
        .add(part("header", "head").add(brand).add(search_box(state)).add(tools))
        .add(parts(state))
        .add(el("main").attr("id", CONTENT).attr("tabindex", "-1").live(content))
}

/// Title, scroll and focus after a change of page: a report opens at its beginning, the
/// list comes back where it was left.
fn arrivals(state: State) {
    let first = std::cell::Cell::new(true);
    effect(move || {
        state.page.track();
        let archive = state.archive();
        let title = state.page.with(|page| match page {
            Page::Report(id) => archive.find_document(id).map(|report| report.title().to_owned()),
            Page::Entity(id) => archive.find_entity(id).map(|entity| state.name(&entity).into()),
            Page::Meeting(id) => {
                archive.find_meeting(id).map(|meeting| meetings::title(state, &meeting))
            }
            _ => None,
        });
        let title = title.map_or(String::new(), |title| [&title, " – "].concat());
        document().set_title(&[&title, "Entente"].concat());
        let to_list = state.page.with(|page| matches!(page, Page::Reports));
        if !first.replace(false) && !to_list {
            browser::focus_in_place(CONTENT);
            browser::scroll_to_top();
        }
    });
}

fn subtitle(state: State) -> String {
    let archive = state.archive();
    let years = archive.documents().filter_map(|document| document.published);
    let years: Vec<i32> = years.map(|date| date.start().year()).collect();
    let span = years.iter().min().copied().zip(years.iter().max().copied());
    (state.strings.subtitle)(&archive.title, archive.documents.len(), span)
}

/// The parts of the page as links.
fn parts(state: State) -> El {
    let strings = state.strings;
    let part_link = move |to: Page, name: &str| {
        let (page, here) = (to.clone(), to);
        el("a")
            .live_attr("href", move || Some(state.address(page.clone())))
            .live_attr("aria-current", move || {
                let shown = state.page.with(|page| match page {
                    Page::Report(_) | Page::Unknown(_) => Page::Reports,
                    Page::Entity(_) => Page::Entities,
                    Page::Meeting(_) => Page::Meetings,
                    page => page.clone(),
                });
                (shown == here).then(|| "page".into())
            })
            .text(name)
    };
    let (reports, meetings) =
        (count(state.archive().documents.len()), count(state.archive().meetings().count()));
    let (agreements, mechanisms) =
        (ledgers::number_of_agreements(state), ledgers::number_of_mechanisms(state));
    part("nav", "parts")
        .attr("aria-label", strings.parts_of_the_page)
        .add(part_link(Page::Thread, strings.thread))
        .add(part_link(Page::Reports, strings.reports).text(" ").add(reports))
        .add(part_link(Page::Meetings, strings.meetings).text(" ").add(meetings))
        .add(part_link(Page::Map, strings.map))
        .add(part_link(Page::Entities, strings.entities))
        .add(part_link(Page::Agreements, strings.agreements).text(" ").add(count(agreements)))
        .add(part_link(Page::Mechanisms, strings.mechanisms).text(" ").add(count(mechanisms)))
        .add(part_link(Page::About, strings.about))
}

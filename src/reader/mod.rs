//! A report: the reading view with boilerplate folded away, or the text as received.
//!
//! - [`layout`]: what of a text goes where in the reading view
//! - [`hits`]: the walk from hit to hit
//! - [`names`]: names, and what they lead to
//! - [`card`]: what a name is, as one points at it
//! - [`text`]: both views of a text, with hits marked
//! - [`hidden_kinds`]: the kinds of entity that are not highlighted

mod card;
mod hidden_kinds;
mod hits;
mod layout;
mod names;
mod text;

pub use card::put_away;
pub use hidden_kinds::HiddenKinds;
pub use hits::{Walk, walk};
pub use text::quote;

use crate::address::Page;
use crate::dom::{El, button, el, link, part};
use crate::meetings::{lights, notes};
use crate::reports::{Explained, origin};
use crate::state::State;
use entente_archive::DocumentRef;
use entente_model::{EntityKind, TitleProvenance};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The report with this id, or a sentence that there is none.
pub fn reader(state: State, id: &str) -> Vec<El> {
    match state.archive().find_document(id) {
        Some(document) => {
            names::follow(state, document);
            notes::follow(state);
            vec![toolbar(state, document), report(state, document)]
        }
        None => vec![no_such_report(state, id)],
    }
}

fn no_such_report(state: State, id: &str) -> El {
    let back = link(state.fresh_address(Page::Reports)).text(state.strings().all_reports);
    part("div", "remarks")
        .add(el("h1").text((state.strings().no_such_report)(id)))
        .add(el("p").add(back))
}

fn report(state: State, document: DocumentRef<'static>) -> El {
    let strings = state.strings();
    let as_received = move || state.view.with(|view| view.source_text);
    let other_view = el("a")
        .live_attr("href", move || {
            let mut view = state.view.get();
            view.source_text = !view.source_text;
            Some(view.print())
        })
        .live_text(move || {
            if as_received() { strings.reading_view } else { strings.source_text }.to_owned()
        });
    let print = button("link", || {
        let _ = window().print();
    });
    let url = Some(document.url()).filter(|url| !url.is_empty()).map(|url| {
        let away = link(url).attr("rel", "noreferrer").text(url);
        el("span").text(strings.published_at).text(" ").add(away)
    });
    let remark = match document.title_provenance {
        TitleProvenance::Given => None,
        TitleProvenance::Editorial => Some((strings.editorial_title, strings.editorial_explained)),
        TitleProvenance::WorkedOut => Some((strings.worked_out_title, strings.worked_out_title)),
    };
    let remark =
        remark.map(|(word, more)| part("p", "meta").view(view! { <Explained word more/> }));
    let tools = part("p", "meta")
        .view(origin(state, &document))
        .maybe(url)
        .add(part("span", "tool").add(other_view))
        .add(part("span", "tool").add(print.text(strings.print)));
    let title = el("h1").attr("lang", document.language());
    let article = part("article", "reader");
    lights(state, card::cards(state, &document, article))
        .live_attr("data-hide", move || {
            Some(state.hidden_kinds.get().to_string()).filter(|kinds| !kinds.is_empty())
        })
        .add(tools)
        .add(title.live(move |host| text::title(state, &document, host)))
        .maybe(remark)
        .add(el("div").live(move |host| {
            host.all(match as_received() {
                true => text::as_received(state, &document),
                false => text::reading_view(state, &document),
            });
        }))
}

/// The way back, to the neighbours and from hit to hit.
fn toolbar(state: State, document: DocumentRef<'static>) -> El {
    let strings = state.strings();
    let all = move || state.results.with(|results| results.ranked.len());
    let back = el("a")
        .live_attr("href", move || Some(state.address(Page::Reports)))
        .text("← ")
        .live_text(move || (strings.back_to)(all()));
    let place = move || {
        let found = state.results.with(|results| {
            results.ranked.iter().position(|&(number, _)| number == document.number)
        });
        found.map_or(String::new(), |place| (strings.report_of)(place + 1, all()))
    };
    let neighbour = |step: isize, sign: &str, name: &str| {
        part("a", "step")
            .attr("title", name)
            .attr("aria-label", name)
            .live_attr("href", move || {
                state.neighbour(&document, step).map(|other| state.report_address(&other))
            })
            .live_flag("hidden", move || state.neighbour(&document, step).is_none())
            .text(sign)
    };
    let steps = move || state.walk.with(Walk::steps);
    let hit = move || match steps() {
        0 => String::new(),
        steps => (strings.hit_of)(state.step.get().map_or(0, |step| step + 1).min(steps), steps),
    };
    let walker = |step: isize, sign: &str, name: &str| {
        let go = button("step", move || {
            walk(state, step);
        });
        go.attr("title", name)
            .attr("aria-label", name)
            .live_flag("hidden", move || steps() == 0)
            .text(sign)
    };
    let reports = part("span", "group")
        .add(neighbour(-1, "‹", strings.previous_report))
        .add(el("span").live_text(place))
        .add(neighbour(1, "›", strings.next_report));
    let hits = part("span", "group")
        .add(walker(-1, "↑", strings.previous_hit))
        .add(el("span").attr("role", "status").live_text(hit))
        .add(walker(1, "↓", strings.next_hit));
    part("nav", "toolbar")
        .attr("aria-label", strings.around_the_report)
        .add(back)
        .add(reports)
        .add(hits)
        .add(highlights(state))
}

/// Switches for what is highlighted, which are also the legend.
fn highlights(state: State) -> El {
    let switch = |&kind: &EntityKind| {
        let input = el("input").attr("type", "checkbox").on("change", move |_| {
            state.set_hidden_kinds(state.hidden_kinds.get_untracked().toggled(kind));
        });
        if let Some(input) = input.element().dyn_ref::<HtmlInputElement>().cloned() {
            crate::dom::effect(move || {
                input.set_checked(!state.hidden_kinds.with(|hidden| hidden.contains(kind)));
            });
        }
        let legend = part("span", &["name ", kind.as_str()].concat());
        el("label").add(input).text(" ").add(legend.text(state.strings().kind[kind as usize]))
    };
    let switches = part("span", "switches").all(EntityKind::ALL.iter().map(switch));
    part("details", "highlights").add(el("summary").text(state.strings().highlights)).add(switches)
}

//! Facets and dates by which reports are narrowed down, and chips of what is chosen.

use crate::address::{Page, View};
use crate::dom::{El, el, link, part};
use crate::search_box::typed;
use crate::state::{State, Step, Turn};
use entente_calendar::Date;
use entente_model::{MeetingKind, Status};
use entente_search::facet::Facet;
use entente_search::{Engine, FacetKind, Filter};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// As many values of a facet are shown at first: none of those with long names, lest they
/// stand between the keyboard and the reports.
const fn first(kind: FacetKind) -> usize {
    match kind {
        FacetKind::Agreement | FacetKind::Event => 0,
        _ => 5,
    }
}

/// One of the two dates of a view.
type Slot = fn(&mut View) -> &mut Option<Date>;

/// The column of facets.
pub fn facets(state: State) -> El {
    let values = move || {
        let count = match on_meetings(state) {
            true => Engine::meeting_facets,
            false => Engine::facets,
        };
        let facets = state.results.with(|results| {
            state.view.with(|view| count(state.engine, &results.matching, &view.filter))
        });
        let filled = facets.iter().filter(|facet| !facet.values.is_empty());
        filled.map(|facet| values(state, facet)).collect::<Vec<El>>()
    };
    part("aside", "facets")
        .attr("aria-label", state.strings.narrow_down)
        .add(el("div").on("click", move |event| choose(state, &event)).live(move |host| {
            host.all(state.deferred(Turn::First, values));
        }))
        .add(dates(state))
}

/// Chooses the value whose link is pressed in the present view: the link itself may be a frame
/// older. With another button or a key held it is a link like any other.
fn choose(state: State, event: &Event) {
    let plain = event.dyn_ref::<MouseEvent>().is_some_and(|press| {
        let held = press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key();
        press.button() == 0 && !held
    });
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let pressed = target.and_then(|target| target.closest("a[id]").ok().flatten());
    let Some(id) = pressed.filter(|_| plain).map(|pressed| pressed.id()) else { return };
    let value = |sign: &str, kind: FacetKind| {
        let value = id.strip_prefix(kind.name())?.strip_prefix(sign)?;
        Some(state.view.with_untracked(|view| view.toggled(kind, value, sign == "-")))
    };
    let view = FacetKind::ALL.iter().find_map(|&kind| value("=", kind).or(value("-", kind)));
    if let Some(view) = view {
        event.prevent_default();
        state.navigate(view, Step::Push);
    }
}

/// Whether meetings are narrowed down and not reports.
fn on_meetings(state: State) -> bool {
    state.page.with(|page| matches!(page, Page::Meetings | Page::Map))
}

/// The name of a facet.
fn name(state: State, kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Source => state.strings.source,
        FacetKind::Year => state.strings.year,
        FacetKind::Kind => state.strings.kind_facet,
        FacetKind::Status => state.strings.status_facet,
        _ => state.strings.kinds[kind as usize],
    }
}

/// A value in words.
fn label(state: State, kind: FacetKind, value: &str) -> String {
    match (kind, value) {
        (FacetKind::Source, "") => state.strings.unknown_source.into(),
        (FacetKind::Year, "") => state.strings.undated.into(),
        _ if kind.entity().is_some() => {
            state.archive().find_entity(value).map_or(value, |entity| state.name(&entity)).into()
        }
        (FacetKind::Kind, _) => {
            let kind = value.parse::<MeetingKind>();
            kind.map_or(value, |kind| state.strings.meeting_kinds[kind as usize]).into()
        }
        (FacetKind::Status, _) => {
            let status = value.parse::<Status>();
            status.map_or(value, |status| state.strings.statuses[status as usize]).into()
        }
        _ => value.into(),
    }
}

fn values(state: State, facet: &Facet) -> El {
    let view = state.view.get();
    let kind = facet.kind;
    let most = facet.values.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    // What is chosen is always in sight, then what most reports have.
    let chosen = |(value, _): &(String, usize)| view.choice(kind, value).is_some();
    let end = facet.values.iter().rposition(chosen).map_or(0, |n| n + 1);
    let (values, rest) = facet.values.split_at(facet.values.len().min(first(kind).max(end)));
    let rows = move |view: &View, values: &[(String, usize)]| -> Vec<El> {
        values.iter().map(|(value, count)| row(state, view, kind, value, *count, most)).collect()
    };
    let more = (!rest.is_empty()).then(|| {
        let strings = state.strings;
        let words = if values.is_empty() { strings.show } else { strings.more };
        let list = el("ul");
        let summary = el("summary").text((words)(rest.len()));
        // Not there before somebody asks: they are made anew with every letter that is typed, and
        // of a large corpus they are thousands.
        let (rest, view, filled) = (rest.to_vec(), view.clone(), list.clone());
        el("details").add(summary).add(list).on("toggle", move |_| {
            if filled.element().first_child().is_none() {
                filled.clone().all(rows(&view, &rest));
            }
        })
    });
    part("section", "facet")
        .add(el("h2").text(name(state, kind)))
        .add(el("ul").all(rows(&view, values)))
        .maybe(more)
}

fn row(state: State, view: &View, kind: FacetKind, value: &str, count: usize, most: usize) -> El {
    let label = label(state, kind, value);
    let (class, chosen, excluded) = match view.choice(kind, value) {
        Some(false) => ("chosen", Some("true"), None),
        Some(true) => ("excluded", None, Some("true")),
        None => ("", None, None),
    };
    let address = |exclude| view.toggled(kind, value, exclude).print();
    let id = |sign: &str| [kind.name(), sign, value].concat();
    let bar = el("span");
    if let Some(bar) = bar.element().dyn_ref::<web_sys::HtmlElement>() {
        let _ =
            bar.style().set_property("width", &[&(count * 100 / most).to_string(), "%"].concat());
    }
    let choose = link(address(false))
        .attr("class", "value")
        .attr("id", id("="))
        .add(part("span", "name").text(&label))
        .add(part("span", "count").text(count.to_string()))
        .add(part("span", "bar").attr("aria-hidden", "true").add(bar));
    let words = (state.strings.exclude)(&label);
    let exclude = link(address(true))
        .attr("class", "not")
        .attr("id", id("-"))
        .attr("title", &words)
        .attr("aria-label", &words)
        .text("−");
    let current = |link: El, on: Option<&str>| match on {
        Some(on) => link.attr("aria-current", on),
        None => link,
    };
    part("li", class).add(current(choose, chosen)).add(current(exclude, excluded))
}

/// Two fields for exact dates.
fn dates(state: State) -> El {
    let strings = state.strings;
    let wrong = part("p", "wrong").attr("role", "alert");
    let field = |label: &str, slot: Slot| {
        let wrong = wrong.clone();
        let input = part("input", "date")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("maxlength", "10")
            .attr("autocomplete", "off")
            .attr("title", strings.date_hint)
            .on("change", move |event| {
                let typed = typed(&event);
                let typed = typed.trim();
                let date = Date::parse(typed);
                if date.is_none() && !typed.is_empty() {
                    wrong.say(&(strings.not_a_date)(typed));
                    return;
                }
                wrong.say("");
                let mut view = state.view.get_untracked();
                *slot(&mut view) = date;
                state.navigate(view, Step::Push);
            });
        if let Some(input) = input.element().dyn_ref::<web_sys::HtmlInputElement>().cloned() {
            crate::dom::effect(move || {
                let date = *slot(&mut state.view.get());
                input.set_value(&date.map_or(String::new(), |date| date.to_string()));
            });
        }
        el("label").text(label).text(" ").add(input)
    };
    part("fieldset", "dates")
        .add(el("legend").text(match on_meetings(state) {
            true => strings.meeting_dates,
            false => strings.dates_legend,
        }))
        .add(field(strings.from, |view| &mut view.filter.from))
        .add(field(strings.to, |view| &mut view.filter.to))
        .add(wrong.clone())
}

/// What is chosen, each with a way to take it back, and how much is left.
pub fn chips(state: State) -> El {
    let strings = state.strings;
    let found = move || {
        if on_meetings(state) {
            return meetings_found(state);
        }
        let found = state.results.with(|results| results.ranked.len());
        (strings.found)(found, state.archive().documents.len())
    };
    let everything =
        move || state.view.with(|view| view.filter.is_empty() && view.query.is_empty());
    let page = if on_meetings(state) { state.page.get() } else { Page::Reports };
    let clear = link(state.fresh_address(page));
    let clear = clear.attr("class", "clear-all").text(strings.clear_all);
    part("div", "chips")
        .add(el("ul").live(move |host| {
            host.all(chosen(state));
        }))
        .add(part("p", "found").attr("role", "status").live_text(found))
        .add(clear.live_flag("hidden", everything))
}

/// How many meetings the view has, from how many reports, and how many of them have no date.
fn meetings_found(state: State) -> String {
    let archive = state.archive();
    let mut told = vec![false; archive.documents.len()];
    let (found, undated) = state.meetings.with(|numbers| {
        let meetings = numbers.iter().filter_map(|&number| archive.meeting(number));
        let undated = meetings.filter(|meeting| {
            for report in meeting.attestations() {
                if let Some(told) = told.get_mut(report.document()) {
                    *told = true;
                }
            }
            meeting.date.is_none()
        });
        (numbers.len(), undated.count())
    });
    let reports = told.iter().filter(|&&told| told).count();
    (state.strings.meetings_found)(found, archive.meetings.len(), reports, undated)
}

/// What is typed and chosen, in a line.
pub fn in_words(state: State) -> String {
    state.view.with(|view| {
        let Filter { from, to, .. } = &view.filter;
        let query = Some([state.strings.search_label, ": ", &view.query].concat());
        let query = query.filter(|_| !view.query.is_empty());
        let choices = view.filter.choices.iter().map(|choice| {
            let value = label(state, choice.kind, &choice.value);
            let value = if choice.excluded { (state.strings.without)(&value) } else { value };
            [name(state, choice.kind), ": ", &value].concat()
        });
        let date =
            |(name, date): (&str, &Option<Date>)| Some([name, " ", &(*date)?.to_string()].concat());
        let dates = [(state.strings.from, from), (state.strings.to, to)];
        let dates = dates.into_iter().filter_map(date);
        query.into_iter().chain(choices).chain(dates).collect::<Vec<_>>().join(" · ")
    })
}

fn chosen(state: State) -> Vec<El> {
    let strings = state.strings;
    let chip = |name: &str, value: &str, without: &View| {
        let remove = link(without.print()).attr("aria-label", (strings.remove_filter)(value));
        let words = part("li", "chip").text(name).text(" ").add(el("b").text(value));
        words.text(" ").add(remove.text("×"))
    };
    let view = state.view.get();
    let mut chips = Vec::new();
    for choice in &view.filter.choices {
        let value = label(state, choice.kind, &choice.value);
        let value = if choice.excluded { (strings.without)(&value) } else { value };
        let without = view.toggled(choice.kind, &choice.value, choice.excluded);
        chips.push(chip(name(state, choice.kind), &value, &without));
    }
    let slots: [(_, Slot); 2] =
        [(strings.from, |view| &mut view.filter.from), (strings.to, |view| &mut view.filter.to)];
    for (name, slot) in slots {
        let mut without = view.clone();
        if let Some(date) = slot(&mut without).take() {
            chips.push(chip(name, &date.to_string(), &without));
        }
    }
    chips
}

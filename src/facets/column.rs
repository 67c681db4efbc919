//! The facets: each with its values, and how many reports or meetings have them.

use super::dates::Dates;
use super::drawers::{Drawer, Drawers};
use super::sheet::{SheetFoot, SheetHead};
use super::words::{label, name, on_meetings};
use crate::address::View;
use crate::browser;
use crate::effect::live;
use crate::icons::icon;
use crate::sides;
use crate::state::{AppState, Step, Turn, app_state};
use crate::tabs::Count;
use crate::views::Views;
use entente_search::facet::Facet;
use entente_search::{Engine, FacetKind};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// As many values of a facet are shown at first: none of those with long names, lest they
/// stand between the keyboard and the reports.
const fn first(kind: FacetKind) -> usize {
    match kind {
        FacetKind::Agreement | FacetKind::Event => 0,
        _ => 5,
    }
}

/// The facets: a column beside a list, or a bar of drawers above a drawing. Where the window is too
/// narrow for them they are a sheet, which [`super::FilterButton`] opens.
#[component]
pub fn Facets(
    /// A bar of drawers.
    #[prop(optional)]
    bar: bool,
) -> impl IntoView {
    let state = app_state();
    let drawers = bar.then(Drawers::new);
    let sections = move || {
        browser::keep_focus();
        state.deferred(Turn::First, || {
            let filled = facets(state).into_iter().filter(|facet| !facet.values.is_empty());
            filled.map(|facet| section(state, &facet, drawers)).views()
        })
    };
    let dates = match drawers {
        Some(drawers) => drawers.drawer(Drawer::Dates, state.strings().dates_legend, dates()),
        None => dates(),
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && drawers.is_some_and(Drawers::close) {
            event.stop_propagation();
        }
    };
    view! {
        <aside
            class="facets"
            class:bar=bar
            class:open=state.filters_open
            aria-label=state.strings().narrow_down
            on:keydown=escape
        >
            <SheetHead/>
            <div class="sections" on:click=move |event| choose(state, &event)>
                {sections}
                {dates}
            </div>
            <SheetFoot/>
        </aside>
    }
}

fn dates() -> AnyView {
    view! { <Dates/> }.into_any()
}

/// The facets of the reports or meetings of the view.
fn facets(state: AppState) -> Vec<Facet> {
    let count = if on_meetings(state) { Engine::meeting_facets } else { Engine::facets };
    state.results.with(|results| {
        state.view.with(|view| count(state.engine, &results.matching, &view.filter))
    })
}

/// Chooses the value whose link is pressed in the present view: the link itself may be a frame
/// older. With another button or a key held it is a link like any other.
fn choose(state: AppState, press: &MouseEvent) {
    let held = press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key();
    let plain = press.button() == 0 && !held;
    let target = press.target().and_then(|target| target.dyn_into::<Element>().ok());
    let pressed = target.and_then(|target| target.closest("a[id]").ok().flatten());
    let Some(id) = pressed.filter(|_| plain).map(|pressed| pressed.id()) else { return };
    let value = |sign: &str, kind: FacetKind| {
        let value = id.strip_prefix(kind.name())?.strip_prefix(sign)?;
        Some(state.view.with_untracked(|view| view.toggled(kind, value, sign == "-")))
    };
    let view = FacetKind::ALL.iter().find_map(|&kind| value("=", kind).or(value("-", kind)));
    if let Some(view) = view {
        press.prevent_default();
        state.navigate(view, Step::Push);
    }
}

/// A facet with its values.
fn section(state: AppState, facet: &Facet, drawers: Option<Drawers>) -> AnyView {
    let view = state.view.get();
    let kind = facet.kind;
    let most = facet.values.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    // What is chosen is always in sight, then what most reports have.
    let chosen = |(value, _): &(String, usize)| view.choice(kind, value).is_some();
    let end = facet.values.iter().rposition(chosen).map_or(0, |n| n + 1);
    let (values, rest) = facet.values.split_at(facet.values.len().min(first(kind).max(end)));
    let rows = move |view: &View, values: &[(String, usize)]| -> Vec<AnyView> {
        values.iter().map(|(value, count)| row(state, view, kind, value, *count, most)).collect()
    };
    let shown = rows(&view, values);
    let more = (!rest.is_empty()).then(|| {
        let strings = state.strings();
        let summary = if values.is_empty() { strings.show } else { strings.more }.fill(rest.len());
        // Not there before somebody asks: they are made anew with every letter that is typed, and
        // of a large corpus they are thousands.
        let rest = rest.to_vec();
        more(summary, move || rows(&view, &rest))
    });
    let values = view! {
        <ul>{shown}</ul>
        {more}
    };
    let (name, values) = (name(state, kind), values.into_any());
    match drawers {
        Some(drawers) => drawers.drawer(Drawer::Facet(kind), name, values),
        None => view! {
            <section class="facet">
                <h2>{name}</h2>
                {values}
            </section>
        }
        .into_any(),
    }
}

/// More rows, which are made when they are opened.
fn more(summary: String, rows: impl Fn() -> Vec<AnyView> + Send + 'static) -> AnyView {
    let details = NodeRef::<html::Details>::new();
    // Of its own for each list: the element of an older one may be used again, and is closed then.
    let open = RwSignal::new(false);
    let toggle = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    view! {
        <details node_ref=details prop:open=open on:toggle=toggle>
            <summary>{summary}</summary>
            <ul>{live(move || open.get().then(&rows))}</ul>
        </details>
    }
    .into_any()
}

/// A value, and beside it the sign that excludes it.
fn row(
    state: AppState,
    view: &View,
    kind: FacetKind,
    value: &str,
    count: usize,
    most: usize,
) -> AnyView {
    let label = label(state, kind, value);
    let (class, chosen, excluded) = match view.choice(kind, value) {
        Some(false) => ("chosen", Some("true"), None),
        Some(true) => ("excluded", None, Some("true")),
        None => ("", None, None),
    };
    let address = |exclude| view.toggled(kind, value, exclude).print();
    let id = |sign: &str| [kind.name(), sign, value].concat();
    let width = [&(count * 100 / most).to_string(), "%"].concat();
    let without = state.strings().exclude.fill(&label);
    let square = kind.entity().map(|kind| {
        let class = ["kind ", kind.as_str()].concat();
        view! { <span class=class aria-hidden="true"></span> }.into_any()
    });
    let square = square.or_else(|| (kind == FacetKind::Host).then(|| sides::mark(state, value)));
    view! {
        <li class=class>
            <a class="value" id=id("=") href=address(false) aria-current=chosen>
                {square}
                <span class="name" dir="auto">{label}</span>
                <Count number=count/>
                <span class="bar" aria-hidden="true">
                    <span style:width=width></span>
                </span>
            </a>
            <a
                class="not"
                id=id("-")
                href=address(true)
                title=without.clone()
                aria-label=without
                aria-current=excluded
            >
                {icon("#i-stop")}
            </a>
        </li>
    }
    .into_any()
}

//! The page of the map: the map with its buttons and what belongs to it, and the axis below.

use super::chart::Chart;
use super::keys::zoom;
use super::stage::stage;
use super::{card, edges, geojson, legend, picture};
use crate::address::Page;
use crate::browser;
use crate::effect::{live, pressed};
use crate::icons::icon;
use crate::meetings;
use crate::meetings::{comes, is_lit, leaves, numbers};
use crate::state::{AppState, Turn, app_state};
use crate::timeline::Dock;
use crate::views::Views;
use entente_model::MeetingKind;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// As many meetings without a place are listed.
const MOST: usize = 200;

/// The page of the map.
#[component]
pub fn MapPage() -> impl IntoView {
    let state = app_state();
    let chart = Chart::new(state);
    close_from_outside(&chart);
    view! {
        <div class="map-page">
            <section class="map" aria-label=state.strings().map_title>
                {stage(&chart)}
                <div class="map-head">
                    <p role="status">{live(move || count(&chart))}</p>
                    {live(move || tray(&chart))}
                </div>
                {zooms(&chart)}
                {edges::ways(&chart)}
                {card::card(&chart)}
                <details class="map-more" open=browser::is_wide()>
                    <summary aria-label=state.strings().legend title=state.strings().legend>
                        {icon("#i-info")}
                    </summary>
                    {tools(&chart)}
                    {live(move || chart.found.with(|found| legend::legend(state, found, chart.visits.get())))}
                    <p class="map-note">{state.strings().map_note}</p>
                </details>
            </section>
            <Dock played=chart.played/>
        </div>
    }
}

/// Puts the list of a mark away when something else is clicked, or with Escape wherever the focus
/// is.
fn close_from_outside(chart: &Chart) {
    let chart = *chart;
    let clicked = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside = target.is_none_or(|target| {
            target.closest(".behind, .stack").is_ok_and(|found| found.is_some())
                || !target.is_connected()
        });
        if !inside && !chart.is_gone() && chart.open.get_untracked().is_some() {
            chart.open.set(None);
        }
    });
    let pressed = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() && !chart.is_gone() {
            super::keys::close(&chart);
        }
    });
    on_cleanup(move || {
        clicked.remove();
        pressed.remove();
    });
}

/// How many meetings are on the map.
fn count(chart: &Chart) -> AnyView {
    let placed =
        chart.found.with(|found| found.spots.iter().map(|spot| spot.meetings.len()).sum::<usize>());
    view! { <b>{chart.state.strings().on_the_map.fill(placed)}</b> }.into_any()
}

/// Zoom in, zoom out, fit to what is found.
fn zooms(chart: &Chart) -> AnyView {
    let chart = *chart;
    let button = |(tool, symbol): (usize, &'static str)| {
        let name = chart.state.strings().map_tools[tool];
        let act = move || match tool {
            _ if chart.is_gone() => {}
            0 => zoom(&chart, 1.0),
            1 => zoom(&chart, -1.0),
            _ => chart.fit(),
        };
        view! {
            <button type="button" aria-label=name title=name on:click=pressed(act)>
                {icon(symbol)}
            </button>
        }
        .into_any()
    };
    let symbols = ["#i-plus", "#i-minus", "#i-fit"];
    let buttons = symbols.into_iter().enumerate().map(button).views();
    view! { <div class="zooms">{buttons}</div> }.into_any()
}

/// A kind of file and what saves the map as one.
type Saver = (&'static str, fn(&Chart));

/// The picture and the data that are shown, as files.
const FILES: [Saver; 3] =
    [("SVG", picture::save_svg), ("PNG", picture::save_png), ("GeoJSON", geojson::save_geojson)];

fn tools(chart: &Chart) -> AnyView {
    let chart = *chart;
    let state = chart.state;
    let strings = state.strings();
    let switch = |(shown, name): (RwSignal<bool>, &'static str)| {
        let pressed_now = move || if shown.get() { "true" } else { "false" };
        let toggle = move || shown.update(|shown| *shown = !*shown);
        view! {
            <button type="button" aria-pressed=pressed_now on:click=pressed(toggle)>
                {icon("#i-check")}
                {name}
            </button>
        }
        .into_any()
    };
    let switches =
        [(chart.visits, strings.visits), (chart.countries, strings.countries)].into_iter();
    let switches = switches.map(switch).views();
    let file = |(name, save): Saver| {
        let words = [strings.download_map, " ", name].concat();
        view! {
            <button type="button" aria-label=words on:click=pressed(move || save(&chart))>
                {name}
            </button>
        }
        .into_any()
    };
    let files = FILES.into_iter().map(file).views();
    view! {
        <p class="map-tools">
            {switches}
            <a href=move || state.address(Page::Meetings)>{strings.as_table}</a>
            {files}
        </p>
    }
    .into_any()
}

/// The meetings without a place, so that the numbers add up.
fn tray(chart: &Chart) -> Option<AnyView> {
    let state = chart.state;
    // Links lead to pages in the present view.
    state.deferred(Turn::Second, || ());
    let unplaced = chart.found.with(|found| found.unplaced.clone());
    if unplaced.is_empty() {
        return None;
    }
    let rows = unplaced.iter().take(MOST).filter_map(|&number| placeless(state, number)).views();
    let left = unplaced.len().saturating_sub(MOST);
    let more =
        (left > 0).then(|| view! { <p>{state.strings().and_more.fill(left)}</p> }.into_any());
    let tray = view! {
        <details
            class="tray"
            on:pointerover=comes(state)
            on:focusin=comes(state)
            on:pointerleave=leaves(state)
            on:focusout=leaves(state)
        >
            <summary>{state.strings().without_place.fill(unplaced.len())}</summary>
            <ul>{rows}</ul>
            {more}
        </details>
    };
    Some(tray.into_any())
}

/// A meeting without a place, and why it has none.
fn placeless(state: AppState, number: usize) -> Option<AnyView> {
    let meeting = state.archive().meeting(number)?;
    let why = match meeting.kind {
        MeetingKind::Call => state.strings().no_place_needed,
        _ => state.strings().no_place,
    };
    let row = view! {
        <li data-meeting=numbers(&[number]) data-lit=move || is_lit(state, number)>
            <a href=meetings::address(state, &meeting) dir="auto">{meetings::title(state, &meeting)}</a>
            <span class="meta">" " {why}</span>
        </li>
    };
    Some(row.into_any())
}

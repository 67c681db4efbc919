//! The map with what belongs to it: how much is on it, buttons, the list behind a stack, what the
//! colours mean, the note on its source, and a tray for what has no place.

use super::chart::Chart;
use super::drawing::window;
use super::keys::{world, zoom};
use super::marks::{CLASSES, HOSTS, hosts, shape};
use super::{geojson, journeys, list, picture};
use crate::address::Page;
use crate::effect::{live, pressed};
use crate::meetings::{comes, is_lit, leaves, numbers};
use crate::state::{AppState, Turn, app_state};
use crate::timeline::Timeline;
use crate::{browser, language, meetings};
use entente_model::MeetingKind;
use leptos::prelude::*;

/// As many meetings without a place are listed.
const MOST: usize = 200;

/// The map beside the reports: open where there is room for three columns.
#[component]
pub fn Map() -> impl IntoView {
    let state = app_state();
    let chart = Chart::new(state);
    view! {
        <details class="map" open=browser::is_wide()>
            <summary>
                <b>{state.strings().map_title}</b>
                " "
                {counts(&chart)}
            </summary>
            {body(&chart)}
        </details>
    }
}

/// The page of the map.
#[component]
pub fn MapPage() -> impl IntoView {
    let state = app_state();
    let chart = Chart::new(state);
    let title = state.strings().map_title;
    view! {
        <div class="maps">
            <section class="map large" aria-label=title>
                <p class="map-head">
                    <b>{title}</b>
                    " "
                    {counts(&chart)}
                </p>
                {body(&chart)}
            </section>
            <Timeline/>
        </div>
    }
}

fn body(chart: &Chart) -> AnyView {
    let chart = *chart;
    view! {
        <div class="around">{window(&chart)} {list::list(&chart)}</div>
        {tools(&chart)}
        {key(chart.state)}
        <p class="meta note">{chart.state.strings().map_note}</p>
        <div class="meta journeys-in-words" role="status">
            {live(move || in_words(&chart))}
        </div>
        <div>{live(move || tray(&chart))}</div>
    }
    .into_any()
}

/// How many meetings are on the map, and how many have no place: together all of the view.
fn counts(chart: &Chart) -> AnyView {
    let chart = *chart;
    let counts = move || {
        chart.found.with(|found| {
            let placed: usize = found.spots.iter().map(|spot| spot.meetings.len()).sum();
            let strings = chart.state.strings();
            match found.faint {
                true => strings.all_faintly.fill(placed),
                false => (strings.on_the_map)(placed, found.unplaced.len()),
            }
        })
    };
    view! { <span class="count" role="status">{live(counts)}</span> }.into_any()
}

/// Zoom in, zoom out, fit to what is found, the whole world.
const SIGNS: [&str; 4] = ["+", "−", "⤢", "○"];

fn tools(chart: &Chart) -> AnyView {
    let chart = *chart;
    let (state, shown) = (chart.state, chart.journeys);
    let strings = state.strings();
    let buttons: Vec<AnyView> = (0..SIGNS.len()).map(|tool| button(&chart, tool)).collect();
    let large = state.page.with_untracked(|page| *page == Page::Map);
    let (page, name) = match large {
        true => (Page::Meetings, strings.as_table),
        false => (Page::Map, strings.larger_map),
    };
    let files: Vec<AnyView> =
        if large { FILES.into_iter().map(|file| download(&chart, file)).collect() } else { vec![] };
    view! {
        <p class="meta tools-of-map">
            {buttons}
            <button
                class="step"
                type="button"
                aria-pressed=move || if shown.get() { "true" } else { "false" }
                on:click=pressed(move || shown.update(|shown| *shown = !*shown))
            >
                {strings.journeys}
            </button>
            <a href=move || state.address(page.clone())>{name}</a>
            {files}
        </p>
    }
    .into_any()
}

/// A button that changes the frame.
fn button(chart: &Chart, tool: usize) -> AnyView {
    let chart = *chart;
    let name = chart.state.strings().map_tools[tool];
    let act = move || match tool {
        _ if chart.is_gone() => {}
        0 => zoom(&chart, 1.0),
        1 => zoom(&chart, -1.0),
        2 => chart.fit(),
        _ => world(&chart),
    };
    view! {
        <button class="step" type="button" aria-label=name title=name on:click=pressed(act)>
            {SIGNS[tool]}
        </button>
    }
    .into_any()
}

/// A kind of file and what saves the map as one.
type Saver = (&'static str, fn(&Chart));

/// The picture and the data that are shown, as files.
const FILES: [Saver; 3] =
    [("SVG", picture::save_svg), ("PNG", picture::save_png), ("GeoJSON", geojson::save_geojson)];

fn download(chart: &Chart, (name, save): Saver) -> AnyView {
    let chart = *chart;
    let words = [chart.state.strings().download_map, " ", name].concat();
    view! {
        <button class="link" type="button" aria-label=words on:click=pressed(move || save(&chart))>
            {name}
        </button>
    }
    .into_any()
}

/// What colours and shapes mean.
fn key(state: AppState) -> AnyView {
    let strings = state.strings();
    let hosts = hosts(state.archive());
    let others = state.archive().meetings().any(|meeting| {
        let country = meeting.place().country();
        !country.is_empty() && !hosts.contains(&country)
    });
    let name = |code: &&str| language::country(code, state.language.get_untracked());
    let names = hosts.iter().map(name).enumerate();
    let other = others.then(|| (HOSTS, strings.other_hosts.to_owned()));
    let entry = |(host, name): (usize, String)| {
        view! {
            <span>
                <svg class="world sign" viewBox="-8 -8 16 16" aria-hidden="true">
                    <g class=CLASSES[host]>
                        <path class="shape" d=shape(host, (0.0, 0.0), 6.0)/>
                    </g>
                </svg>
                {name}
            </span>
        }
        .into_any()
    };
    let entries: Vec<AnyView> = names.chain(other).map(entry).collect();
    view! {
        <p class="meta key-of-map">
            {strings.hosts} " " {entries} <span class="ring-key">{strings.ring_key}</span>
        </p>
    }
    .into_any()
}

/// The journeys in words, where they are drawn.
fn in_words(chart: &Chart) -> Option<AnyView> {
    let words = || chart.found.with(|found| journeys::in_words(chart.state, &found.spots));
    chart.journeys.get().then(|| {
        view! {
            <p>{chart.state.strings().journeys_explained}</p>
            {words()}
        }
        .into_any()
    })
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
    let rows: Vec<AnyView> =
        unplaced.iter().take(MOST).filter_map(|&number| placeless(state, number)).collect();
    let left = unplaced.len().saturating_sub(MOST);
    let more = (left > 0).then(|| view! { <p>{state.strings().and_more.fill(left)}</p> });
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

//! The map with what belongs to it: how much is on it, buttons, the list behind a stack, what the
//! colours mean, the note on its source, and a tray for what has no place.

use super::chart::Chart;
use super::keys::zoom;
use super::marks::{CLASSES, HOSTS, hosts, shape};
use super::{geojson, journeys, list, picture};
use crate::address::Page;
use crate::dom::{El, button, el, part, svg};
use crate::state::State;
use crate::{browser, language, meetings, timeline};
use entente_model::MeetingKind;
use leptos::prelude::*;

/// As many meetings without a place are listed.
const MOST: usize = 200;

/// The map beside the reports: open where there is room for three columns.
pub fn map(state: State) -> El {
    let chart = Chart::new(state);
    let summary = el("summary").add(el("b").text(state.strings().map_title)).text(" ");
    part("details", "map")
        .flag("open", browser::is_wide())
        .add(summary.add(counts(&chart)))
        .all(body(&chart))
}

/// The page of the map.
pub fn page(state: State) -> El {
    let chart = Chart::new(state);
    let head = part("p", "map-head").add(el("b").text(state.strings().map_title)).text(" ");
    let section = part("section", "map large")
        .attr("aria-label", state.strings().map_title)
        .add(head.add(counts(&chart)))
        .all(body(&chart));
    part("div", "maps").add(section).add(timeline::timeline(state))
}

fn body(chart: &Chart) -> Vec<El> {
    let state = chart.state;
    let around = part("div", "around").add(chart.window.clone()).add(list::list(chart));
    vec![
        around,
        tools(chart),
        key(state),
        part("p", "meta note").text(state.strings().map_note),
        in_words(chart),
        tray(chart),
    ]
}

/// How many meetings are on the map, and how many have no place: together all of the view.
fn counts(chart: &Chart) -> El {
    let chart = chart.clone();
    part("span", "count").attr("role", "status").live_text(move || {
        let unplaced = chart.unplaced().len();
        let placed: usize = chart.spots.borrow().iter().map(|spot| spot.meetings.len()).sum();
        (chart.state.strings().on_the_map)(placed, unplaced)
    })
}

/// Zoom in, zoom out, fit to what is found, the whole world.
const SIGNS: [&str; 4] = ["+", "−", "⤢", "○"];

fn tools(chart: &Chart) -> El {
    let state = chart.state;
    let mut tools = part("p", "meta tools-of-map");
    for (tool, sign) in SIGNS.iter().enumerate() {
        let (this, name) = (chart.clone(), state.strings().map_tools[tool]);
        let act = move || match tool {
            0 => zoom(&this, 1.0),
            1 => zoom(&this, -1.0),
            2 => this.fit(),
            _ => this.world(),
        };
        let button = button("step", act).attr("aria-label", name).attr("title", name);
        tools = tools.add(button.text(sign));
    }
    let shown = chart.journeys;
    let pressed = move || Some((shown.get() > 0).to_string());
    let toggle = button("step", move || shown.update(|shown| *shown ^= 1));
    let toggle = toggle.live_attr("aria-pressed", pressed).text(state.strings().journeys);
    let large = state.page.with_untracked(|page| *page == Page::Map);
    let (page, name) = match large {
        true => (Page::Meetings, state.strings().as_table),
        false => (Page::Map, state.strings().larger_map),
    };
    let other = el("a").live_attr("href", move || Some(state.address(page.clone()))).text(name);
    let files = if large { downloads(chart) } else { Vec::new() };
    tools.add(toggle).add(other).all(files)
}

/// A kind of file and what saves the map as one.
type Saver = (&'static str, fn(&Chart));

/// The picture and the data that are shown, as files.
fn downloads(chart: &Chart) -> Vec<El> {
    let files: [Saver; 3] = [
        ("SVG", picture::save_svg),
        ("PNG", picture::save_png),
        ("GeoJSON", geojson::save_geojson),
    ];
    let file = |(name, save): Saver| {
        let this = chart.clone();
        let words = [chart.state.strings().download_map, " ", name].concat();
        button("link", move || save(&this)).attr("aria-label", words).text(name)
    };
    files.into_iter().map(file).collect()
}

/// What colours and shapes mean.
fn key(state: State) -> El {
    let hosts = hosts(state.archive());
    let others = state.archive().meetings().any(|meeting| {
        let country = meeting.place().country();
        !country.is_empty() && !hosts.contains(&country)
    });
    let sign =
        |host: usize| {
            svg("svg")
                .attr("class", "world sign")
                .attr("viewBox", "-8 -8 16 16")
                .attr("aria-hidden", "true")
                .add(svg("g").attr("class", CLASSES[host]).add(
                    svg("path").attr("class", "shape").attr("d", shape(host, (0.0, 0.0), 6.0)),
                ))
        };
    let entry = |(host, name): (usize, &str)| el("span").add(sign(host)).text(name);
    let names: Vec<String> =
        hosts.iter().map(|code| language::country(code, state.language.get())).collect();
    let other = others.then(|| entry((HOSTS, state.strings().other_hosts)));
    part("p", "meta key-of-map")
        .text(state.strings().hosts)
        .text(" ")
        .all(names.iter().map(String::as_str).enumerate().map(entry))
        .maybe(other)
        .add(part("span", "ring-key").text(state.strings().ring_key))
}

/// The journeys in words, where they are drawn.
fn in_words(chart: &Chart) -> El {
    let this = chart.clone();
    part("div", "meta journeys-in-words").attr("role", "status").live(move |host| {
        this.found();
        if this.journeys.get() > 0 {
            let words = journeys::in_words(this.state, &this.spots.borrow());
            host.add(el("p").text(this.state.strings().journeys_explained)).add(words);
        }
    })
}

/// The meetings without a place, so that the numbers add up.
fn tray(chart: &Chart) -> El {
    let this = chart.clone();
    el("div").live(move |host| {
        let (state, unplaced) = (this.state, this.unplaced());
        if unplaced.is_empty() {
            return;
        }
        let row = |&number: &usize| {
            let meeting = state.archive().meeting(number)?;
            let why = match meeting.kind {
                MeetingKind::Call => state.strings().no_place_needed,
                _ => state.strings().no_place,
            };
            let title = el("a").attr("href", meetings::address(state, &meeting));
            let title = title.text(meetings::title(state, &meeting));
            let why = part("span", "meta").text(" ").text(why);
            Some(meetings::lit(state, el("li").add(title).add(why), &[number]))
        };
        let rows = unplaced.iter().take(MOST).filter_map(row);
        let more = unplaced.len().saturating_sub(MOST);
        let more = (more > 0).then(|| el("p").text((state.strings().and_more)(more)));
        let summary = el("summary").text((state.strings().without_place)(unplaced.len()));
        let tray = part("details", "tray").add(summary).add(el("ul").all(rows)).maybe(more);
        host.add(meetings::lights(state, tray));
    })
}

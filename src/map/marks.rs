//! What stands on the map: a stack for each place, as large as it has meetings, with the colour
//! and the shape of the country that was host; a ring around a country of which no place is known.

use super::chart::{Chart, Drawn, MARGIN};
use super::ground::{self, circle, number, text};
use super::spots::Spot;
use crate::language;
use crate::meetings::{MeetingNumber, place_name};
use crate::state::AppState;
use entente_archive::Archive;
use entente_geo::Viewport;
use entente_geo::labels::{Label, Rect, place};
use entente_geo::stack::stack;
use entente_model::order::{Key, sort};
use leptos::prelude::*;
use leptos::svg;

/// Stacks are at least so many pixels apart, so that none hides another and a finger can hit each
/// (WCAG 2.2, 2.5.8). Where there would be more than [`MOST`], which nobody can read, they are
/// farther apart.
const REACHES: [f64; 3] = [25.0, 40.0, 64.0];
const MOST: usize = 160;
/// The radius of a stack of one meeting and of the largest, in pixels.
const RADIUS: (f64, f64) = (10.0, 18.0);
/// Where a stack is hit: 24 pixels wide.
const HIT: f64 = 12.0;
/// A ring is at least so wide, in pixels.
const RING: f64 = 22.0;
/// Countries with a colour and a shape of their own; all others share the last.
pub(super) const HOSTS: usize = 3;
/// Kilometres of a radius of the globe.
const GLOBE: f64 = 6371.0;

/// A stack or a ring on the map.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    /// Its middle, in pixels of the frame.
    pub(super) at: (f64, f64),
    /// Pixels from the middle to the edge.
    pub(super) radius: f64,
    /// The spots that stand here, the one with most meetings first.
    pub(super) spots: Vec<usize>,
    /// The numbers of all their meetings.
    pub(super) meetings: Vec<usize>,
}

impl Shown {
    /// What it takes up, in pixels of the frame.
    pub(super) fn rect(&self) -> Rect {
        Rect::around(self.at, self.radius)
    }

    /// What is lit while it is pointed at: its meeting, if it has no other.
    pub(super) fn lights(&self) -> Option<MeetingNumber> {
        if let [meeting] = self.meetings[..] { Some(MeetingNumber(meeting)) } else { None }
    }
}

/// What stands on the map of a frame; `taken` holds no names.
pub(super) fn marks(chart: &Chart, drawn: &Drawn, spots: &[Spot], taken: &[Rect]) -> AnyView {
    let (state, Drawn { frame, shown }) = (chart.state, drawn);
    let hosts = hosts(state.archive());
    let all = shown.iter().enumerate();
    let stacks: Vec<AnyView> =
        all.map(|(place, one)| mark(chart, frame, spots, one, place, &hosts)).collect();
    view! {
        <g class="marks">{stacks} {names(state, frame, spots, shown, taken)}</g>
    }
    .into_any()
}

/// The names of stacks where there is room for them.
pub(super) fn names(
    state: AppState,
    frame: &Viewport,
    spots: &[Spot],
    shown: &[Shown],
    taken: &[Rect],
) -> AnyView {
    let names: Vec<String> = shown.iter().map(|one| short_name(state, spots, one)).collect();
    let label = |(one, name): (&Shown, &String)| Label {
        at: one.at,
        gap: one.radius + 3.0,
        size: (name.chars().count() as f64 * 6.6 + 4.0, 15.0),
    };
    let labels: Vec<Label> = shown.iter().zip(&names).map(label).collect();
    let whole = Rect { left: 0.0, top: 0.0, width: frame.width, height: frame.height };
    let placed = place(&labels, taken, &whole);
    let drawn = shown.iter().zip(names).zip(placed);
    let names: Vec<AnyView> = drawn
        .filter_map(|((one, name), rect)| Some(ground::label("name", &rect?, one.at, name)))
        .collect();
    view! { <g aria-hidden="true">{names}</g> }.into_any()
}

/// Where stacks and rings stand: stacks where somebody met, the number of a ring in its middle
/// or, where a stack is in the way, on its edge.
pub(super) fn lay(frame: &Viewport, spots: &[Spot]) -> Vec<Shown> {
    let margin = |size: f64| (-size * MARGIN, size * (1.0 + MARGIN));
    let (across, down) = (margin(frame.width), margin(frame.height));
    let inside = |&(x, y): &(f64, f64)| x > across.0 && x < across.1 && y > down.0 && y < down.1;
    let at = |spot: &Spot| frame.to_pixels(spot.at).filter(inside);
    let towns = spots.iter().enumerate().filter(|(_, spot)| spot.reach.is_none());
    let (towns, points): (Vec<usize>, Vec<(f64, f64)>) =
        towns.filter_map(|(number, spot)| Some((number, at(spot)?))).unzip();
    let mut stacks = Vec::new();
    for reach in REACHES {
        stacks = stack(&points, reach);
        if stacks.len() <= MOST {
            break;
        }
    }
    let mut shown: Vec<Shown> = Vec::new();
    for stack in stacks {
        let members: Vec<usize> = stack.members.iter().map(|&member| towns[member]).collect();
        let of_all = members.iter().flat_map(|&member| spots[member].meetings.iter().copied());
        let meetings: Vec<usize> = of_all.collect();
        // Larger with more meetings, and never so large that one hides the next.
        let radius = (RADIUS.0 + 2.0 * ((meetings.len() as f64).sqrt() - 1.0)).min(RADIUS.1);
        shown.push(Shown { at: stack.at, radius, spots: members, meetings });
    }
    for (number, spot) in spots.iter().enumerate().filter(|(_, spot)| spot.reach.is_some()) {
        let Some(middle) = at(spot) else { continue };
        let ring = ring(frame, spot);
        let around = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0)];
        let places = around.map(|(x, y)| (middle.0 + x * ring, middle.1 + y * ring));
        let free = |&place: &(f64, f64)| {
            let here = Rect::around(place, RADIUS.0);
            !shown.iter().any(|other| other.rect().touches(&here))
        };
        let place = places.into_iter().find(free).unwrap_or(middle);
        let (spots, meetings) = (vec![number], spot.meetings.clone());
        shown.push(Shown { at: place, radius: RADIUS.0, spots, meetings });
    }
    shown
}

/// The radius of a ring in pixels.
fn ring(frame: &Viewport, spot: &Spot) -> f64 {
    (f64::from(spot.reach.unwrap_or(0)) / GLOBE * frame.scale()).max(RING)
}

fn mark(
    chart: &Chart,
    frame: &Viewport,
    spots: &[Spot],
    one: &Shown,
    place: usize,
    hosts: &[&str],
) -> AnyView {
    let chart = *chart;
    let state = chart.state;
    let (class, figure) = figure(state, frame, spots, one, hosts);
    let first = &spots[one.spots[0]];
    let name = (state.strings().stack)(&long_name(state, spots, one), one.meetings.len());
    let meetings = one.meetings.clone();
    view! {
        <g
            class=class
            id=["spot-", &first.named_by.to_string()].concat()
            role="button"
            tabindex=move || if chart.stop.get() == place { "0" } else { "-1" }
            data-place=(place + 1).to_string()
            aria-label=name
            data-lit=move || state.lit.get().is_some_and(|lit| meetings.contains(&lit.0))
        >
            {svg::title().child(name.clone())}
            {circle("hit", one.at, HIT.max(one.radius))}
            {figure}
        </g>
    }
    .into_any()
}

/// The class and the shapes of a stack or ring.
pub(super) fn figure(
    state: AppState,
    frame: &Viewport,
    spots: &[Spot],
    one: &Shown,
    hosts: &[&str],
) -> (String, AnyView) {
    let first = &spots[one.spots[0]];
    let host = |spot: usize| {
        let country = country(state, &spots[spot]);
        hosts.iter().position(|host| *host == country).unwrap_or(HOSTS)
    };
    let own = host(one.spots[0]);
    let own = if one.spots.iter().all(|&spot| host(spot) == own) { own } else { HOSTS };
    let only_country = if first.reach.is_some() { " only-country" } else { "" };
    let ring = first.reach.map(|_| {
        let middle = frame.to_pixels(first.at).unwrap_or_default();
        circle("ring", middle, ring(frame, first))
    });
    let count = one.meetings.len().to_string();
    let figure = view! {
        {ring}
        <path class="shape" d=shape(own, one.at, one.radius)/>
        {text("number".to_owned(), one.at.0, one.at.1 + 4.0, count)}
    };
    (["stack ", CLASSES[own], only_country].concat(), figure.into_any())
}

/// The classes of hosts: the one with most meetings, the next, and all others.
pub(super) const CLASSES: [&str; HOSTS + 1] = ["host-1", "host-2", "host-3", "host-other"];

/// The outline of a mark: a circle, a square, a diamond and, for all others, a hexagon.
pub(super) fn shape(host: usize, (x, y): (f64, f64), radius: f64) -> String {
    let (half, flat) = (radius * 0.88, radius * 0.87);
    let corners: &[(f64, f64)] = match host {
        0 => {
            let [left, middle, radius, width] = [x - radius, y, radius, 2.0 * radius].map(number);
            let arc = |width: &str| ["a", &radius, " ", &radius, " 0 0 1 ", width, " 0"].concat();
            return ["M", &left, " ", &middle, &arc(&width), &arc(&["-", &width].concat()), "z"]
                .concat();
        }
        1 => &[(-half, -half), (half, -half), (half, half), (-half, half)],
        2 => &[
            (0.0, -radius * 1.15),
            (radius * 1.15, 0.0),
            (0.0, radius * 1.15),
            (-radius * 1.15, 0.0),
        ],
        _ => {
            let side = radius / 2.0;
            &[
                (-side, -flat),
                (side, -flat),
                (radius, 0.0),
                (side, flat),
                (-side, flat),
                (-radius, 0.0),
            ]
        }
    };
    let mut data = String::new();
    for (place, (dx, dy)) in corners.iter().enumerate() {
        data += if place == 0 { "M" } else { "L" };
        data += &number(x + dx);
        data += " ";
        data += &number(y + dy);
    }
    data + "z"
}

/// The countries where most meetings of the corpus were, the first ones first: what is chosen
/// does not change their colours.
pub(super) fn hosts(archive: &'static Archive<'static>) -> Vec<&'static str> {
    let mut counts: Vec<(&str, u32)> = Vec::new();
    for country in archive.meetings().map(|meeting| meeting.place().country()) {
        match counts.iter_mut().find(|(known, _)| *known == country) {
            _ if country.is_empty() => {}
            Some((_, count)) => *count += 1,
            None => counts.push((country, 1)),
        }
    }
    let key = |(at, (_, count)): (usize, &(&str, u32))| [u32::MAX - count, at as u32, 0, 0];
    let mut keys: Vec<Key> = counts.iter().enumerate().map(key).collect();
    sort(&mut keys);
    keys.iter().take(HOSTS).map(|key| counts[key[1] as usize].0).collect()
}

/// The country of a spot, by its code; empty where it is not known.
pub(super) fn country(state: AppState, spot: &Spot) -> &'static str {
    state.archive().meeting(spot.named_by).map_or("", |meeting| meeting.place().country())
}

/// What a spot is called.
pub(super) fn name(state: AppState, spot: &Spot) -> String {
    if spot.reach.is_some() {
        let country = language::country(country(state, spot), state.language.get_untracked());
        return state.strings().somewhere_in.fill(&country);
    }
    let meeting = state.archive().meeting(spot.named_by);
    meeting.map_or(String::new(), |meeting| place_name(state, &meeting.place()))
}

/// What a stack is called on the map.
fn short_name(state: AppState, spots: &[Spot], one: &Shown) -> String {
    let name = name(state, &spots[one.spots[0]]);
    match one.spots.len() {
        1 => name,
        several => [&name, " +", &(several - 1).to_string()].concat(),
    }
}

/// What a stack is called to a reader who does not see the map.
pub(super) fn long_name(state: AppState, spots: &[Spot], one: &Shown) -> String {
    const MOST: usize = 4;
    let names: Vec<String> =
        one.spots.iter().take(MOST).map(|&spot| name(state, &spots[spot])).collect();
    let more = if one.spots.len() > MOST { ", …" } else { "" };
    [&names.join(", "), more].concat()
}

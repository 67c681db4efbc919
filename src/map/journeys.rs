//! Who came from where: a line from the capital of each country for which somebody took part to
//! the place of the meeting, as thick as there were many.
//!
//! Reports tell who met and where, and seldom how they travelled: so a journey is worked out, and
//! the map says so.

use super::chart::Drawn;
use super::ground::number;
use super::marks::{Shown, country, name};
use super::spots::{Spot, degrees};
use crate::language;
use crate::state::AppState;
use leptos::prelude::*;

/// How far the middle of a line stands aside, as a share of its length.
const BEND: f64 = 0.18;

/// As many are told in words.
const MOST: usize = 100;

/// From a country to a place.
struct Journey {
    /// ISO 3166-1 alpha-2.
    from: &'static str,
    /// How many meetings.
    meetings: usize,
}

/// The journeys to meetings in a country.
fn journeys_to(state: AppState, host: &str, meetings: &[usize]) -> Vec<Journey> {
    let archive = state.archive();
    let mut all: Vec<Journey> = Vec::new();
    for meeting in meetings.iter().filter_map(|&number| archive.meeting(number)) {
        let mut sides: Vec<&str> = Vec::new();
        for guest in meeting.participants() {
            let from = guest.country();
            if !from.is_empty() && from != host && !sides.contains(&from) {
                sides.push(from);
            }
        }
        for from in sides {
            match all.iter_mut().find(|journey| journey.from == from) {
                Some(journey) => journey.meetings += 1,
                None => all.push(Journey { from, meetings: 1 }),
            }
        }
    }
    all
}

/// The lines, each with a head where it ends.
pub(super) fn journeys(state: AppState, drawn: &Drawn, spots: &[Spot]) -> AnyView {
    let lines = drawn.shown.iter().flat_map(|end| {
        let host = country(state, &spots[end.spots[0]]);
        let all = journeys_to(state, host, &end.meetings).into_iter();
        all.filter_map(move |journey| line(state, drawn, end, &journey))
    });
    let lines: Vec<AnyView> = lines.collect();
    view! {
        <g class="journeys" aria-hidden="true">
            {lines}
        </g>
    }
    .into_any()
}

/// The line of a journey; nothing where it would be too short to be seen.
fn line(state: AppState, drawn: &Drawn, end: &Shown, journey: &Journey) -> Option<AnyView> {
    let capital = degrees(state.archive().country(journey.from)?.capital);
    let start = drawn.frame.to_pixels(capital)?;
    let &Shown { at: end, radius, .. } = end;
    let (across, down) = (end.0 - start.0, end.1 - start.1);
    if (across * across + down * down).sqrt() < 2.0 * radius {
        return None;
    }
    // To the north, as ways around the globe go on this half of it.
    let side = if across >= 0.0 { BEND } else { -BEND };
    let bend = (start.0 + across / 2.0 + down * side, start.1 + down / 2.0 - across * side);
    // The head stands at the edge of the stack.
    let (x, y) = (end.0 - bend.0, end.1 - bend.1);
    let last = (x * x + y * y).sqrt().max(1.0);
    let (x, y) = (x / last, y / last);
    let tip = (end.0 - x * (radius + 2.0), end.1 - y * (radius + 2.0));
    let point = |(x, y): (f64, f64)| [number(x), number(y)].join(" ");
    let head = |along: f64, aside: f64| {
        point((tip.0 - x * along - y * aside, tip.1 - y * along + x * aside))
    };
    let line = ["M", &point(start), "Q", &point(bend), " ", &point(tip)].concat();
    let width = number((1.0 + 0.5 * (journey.meetings as f64 - 1.0)).min(4.0));
    let arrow = ["M", &head(0.0, 0.0), "L", &head(9.0, 4.0), "L", &head(9.0, -4.0), "z"].concat();
    let journey = view! {
        <path class="journey" d=line stroke-width=width/>
        <path class="head" d=arrow/>
    };
    Some(journey.into_any())
}

/// The same in words, place by place.
pub(super) fn in_words(state: AppState, spots: &[Spot]) -> AnyView {
    let rows = spots.iter().flat_map(|spot| {
        let (host, to) = (country(state, spot), name(state, spot));
        let all = journeys_to(state, host, &spot.meetings).into_iter();
        all.map(move |Journey { from, meetings }| {
            let from = language::country(from, state.language.get_untracked());
            let words = (state.strings().journey)(&from, &to, meetings);
            view! { <li>{words}</li> }.into_any()
        })
    });
    view! { <ul>{rows.take(MOST).collect::<Vec<_>>()}</ul> }.into_any()
}

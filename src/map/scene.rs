//! What the map draws, in the words of the page.

use super::spots::Spot;
use crate::language::{self, Language};
use crate::meetings::place_name;
use crate::sides;
use crate::state::AppState;
use entente_charts::map::{Arcs, MapName, Mark, Names, Place, Room, Visit, beside};
use entente_drawing::{Shape, marks};
use entente_geo::archipelagos::{ARCHIPELAGOS, Name, OCEANS, SEA};
use entente_geo::basemap::{Basemap, WORLD};
use entente_geo::labels::{Label, Rect};
use entente_geo::outline::{globe, outline};
use entente_geo::{LonLat, Viewport};
use entente_model::Status;
use leptos::prelude::*;

/// The drawing goes beyond the frame by this share of it on each side; as in the style sheet.
pub(super) const MARGIN: f64 = 0.25;
/// The names of the archipelagos are shown where their signs are at least so many pixels apart.
const NAMES_FROM: f64 = 26.0;
/// Half of a sign of an archipelago, in pixels.
const HALF: f64 = 4.0;
/// An ocean is so large, in kilometres around its name.
const OCEAN: u32 = 2_500;
/// Where names of countries stand, as the compiler writes it.
const COUNTRIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/country-names.bin"));

/// The places of these spots.
pub(super) fn places(state: AppState, spots: &[Spot]) -> Vec<Place> {
    let place = |spot: &Spot| {
        let meetings = spot.meetings.iter().filter_map(|&number| state.archive().meeting(number));
        let mut statuses = meetings.map(|meeting| meeting.status);
        let first = statuses.next().unwrap_or(Status::Held);
        let held = first == Status::Held || statuses.any(|status| status == Status::Held);
        Place {
            at: spot.at,
            reach: spot.reach,
            name: name(state, spot),
            side: sides::class_and_place(state, country(state, spot)).1,
            status: if held { Status::Held } else { first },
            meetings: spot.meetings.clone(),
        }
    };
    spots.iter().map(place).collect()
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

/// What is drawn of a frame.
pub(super) struct Picture<'a> {
    pub(super) frame: &'a Viewport,
    pub(super) places: &'a [Place],
    pub(super) marks: &'a [Mark],
    pub(super) visits: &'a [Visit],
    /// Names of countries and oceans are drawn, too.
    pub(super) countries: bool,
}

impl Picture<'_> {
    /// The shapes from the ground up. Marks are controls in the order of the list.
    pub(super) fn shapes(&self, state: AppState) -> Vec<Shape> {
        let frame = self.frame;
        let mut room = Room::new(frame);
        for mark in self.marks {
            room.cover(mark.rect());
        }
        let mut ground = ground(frame);
        let islands = islands(state, frame, &mut room);
        let arcs = Arcs::new(frame, self.places, self.marks, self.visits);
        let mut names = Names { frame, room: &mut room };
        let mut names = names.of_marks(self.places, self.marks, &arcs.lines);
        let along = arcs.names(&mut room);
        for line in arcs.lines {
            room.cover(line);
        }
        ground.extend(islands);
        if self.countries {
            let mut rest = Names { frame, room: &mut room };
            ground.extend(rest.within("country", &countries(state)));
            ground.extend(rest.within("sea", &oceans(state)));
        }
        let control = |(place, mark): (usize, &Mark)| {
            let name = long_name(self.places, mark);
            let name = (state.strings().stack)(&name, mark.meetings.len());
            mark.shape(self.places, place, name)
        };
        names.splice(0..0, self.marks.iter().enumerate().map(control));
        vec![
            Shape::group("ground", ground),
            Shape::group("visits", arcs.shapes),
            Shape::group("visits", along),
            Shape::group("marks", names),
        ]
    }
}

/// What a mark is called to a reader who does not see the map.
pub(super) fn long_name(places: &[Place], mark: &Mark) -> String {
    const MOST: usize = 4;
    let names: Vec<&str> =
        mark.places.iter().take(MOST).map(|&place| places[place].name.as_str()).collect();
    let more = if mark.places.len() > MOST { ", …" } else { "" };
    [&names.join(", "), more].concat()
}

/// Sea, land, land borders, and the signs of the two archipelagos.
fn ground(frame: &Viewport) -> Vec<Shape> {
    let mut shapes = vec![Shape::path("globe", globe(frame, MARGIN))];
    if let Ok(basemap) = Basemap::open(WORLD) {
        let outline = outline(&basemap, frame, MARGIN);
        shapes.push(Shape::path("land", outline.land));
        shapes.push(Shape::path("borders", outline.borders));
    }
    for islands in ARCHIPELAGOS {
        let (x, y) = pixels(frame, islands.at);
        // Three small dots: the same sign for both.
        let dots = [(-2.6, 1.6), (2.6, 1.6), (0.0, -2.6)];
        let dots = dots.map(|(dx, dy)| marks::disc((x + dx, y + dy), 1.4)).concat();
        shapes.push(Shape::path("islets", dots));
    }
    shapes
}

/// The names of the archipelagos and of the sea around them, where there is room.
fn islands(state: AppState, frame: &Viewport, room: &mut Room) -> Vec<Shape> {
    let at = |place: LonLat| pixels(frame, place);
    let signs = ARCHIPELAGOS.map(|label| at(label.at));
    for sign in signs {
        room.cover(Rect::around(sign, HALF + 1.0));
    }
    // Both names, or none: where they are too close together, or one in sight has no room.
    let apart = (signs[0].1 - signs[1].1).abs() >= NAMES_FROM;
    let labels = ARCHIPELAGOS.map(|label| Label {
        at: at(label.at),
        gap: HALF + 1.0,
        size: (Room::width(words(state, &label)), 12.0),
    });
    let placed = room.place(&labels);
    let in_sight = |sign: (f64, f64)| room.holds(&Rect::around(sign, HALF));
    let all = signs.iter().zip(&placed).all(|(&sign, rect)| rect.is_some() || !in_sight(sign));
    let mut shapes = Vec::new();
    if !apart || !all {
        return shapes;
    }
    for (rect, islands) in placed.into_iter().zip(&ARCHIPELAGOS) {
        if let Some(rect) = rect {
            room.cover(rect);
            shapes.push(beside("islands", &rect, at(islands.at), words(state, islands)));
        }
    }
    // The name of the sea stands between them where there is room.
    let (middle, name) = (at(SEA.at), words(state, &SEA));
    let width = Room::width(name);
    let rect = Rect { left: middle.0 - width / 2.0, top: middle.1 - 7.0, width, height: 14.0 };
    if room.take(rect) {
        shapes.push(Shape::text("sea", (middle.0, middle.1 + 4.0), name));
    }
    shapes
}

fn pixels(frame: &Viewport, place: LonLat) -> (f64, f64) {
    frame.to_pixels(place).unwrap_or_default()
}

fn words(state: AppState, label: &Name) -> &'static str {
    match state.language.get_untracked() {
        Language::English => label.en,
        Language::Vietnamese => label.vi,
        Language::French => label.fr,
    }
}

/// The countries by their names.
fn countries(state: AppState) -> Vec<MapName> {
    let language = state.language.get_untracked();
    let country = |row: &[u8]| {
        let number = |at: usize| i16::from_le_bytes([row[at], row[at + 1]]);
        let code = std::str::from_utf8(&row[..2]).unwrap_or_default();
        let degrees = |tenths: i16| f64::from(tenths) / 10.0;
        MapName {
            at: LonLat { latitude: degrees(number(2)), longitude: degrees(number(4)) },
            reach: u32::from(number(6).unsigned_abs()),
            name: language::country(code, language),
        }
    };
    COUNTRIES.chunks_exact(8).map(country).collect()
}

fn oceans(state: AppState) -> Vec<MapName> {
    let ocean =
        |ocean: &Name| MapName { at: ocean.at, reach: OCEAN, name: words(state, ocean).to_owned() };
    OCEANS.iter().map(ocean).collect()
}

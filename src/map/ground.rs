//! The ground of the map: sea, land, land borders, and the two archipelagos as equal signs.

use super::chart::MARGIN;
use crate::dom::{El, svg};
use crate::language::Language;
use crate::state::State;
use entente_geo::archipelagos::{ARCHIPELAGOS, Name, SEA};
use entente_geo::basemap::{Basemap, WORLD};
use entente_geo::labels::{Label, Rect, place};
use entente_geo::outline::{globe, outline};
use entente_geo::{LonLat, Viewport};
use leptos::prelude::*;

/// The names of the archipelagos are shown where their signs are at least so many pixels apart.
const NAMES_FROM: f64 = 26.0;
/// Half of a sign of an archipelago, in pixels.
const HALF: f64 = 4.0;

/// The ground beneath marks, and what they and its names take up.
pub(super) fn ground(state: State, frame: &Viewport, marks: &[Rect]) -> (El, Vec<Rect>) {
    let path = |class: &str, data: &str| svg("path").attr("class", class).attr("d", data);
    let mut group = svg("g").attr("class", "ground").attr("aria-hidden", "true");
    group = group.add(path("globe", &globe(frame, MARGIN)));
    if let Ok(basemap) = Basemap::open(WORLD) {
        let outline = outline(&basemap, frame, MARGIN);
        group = group.add(path("land", &outline.land)).add(path("borders", &outline.borders));
    }
    let at = |place: LonLat| frame.to_pixels(place).unwrap_or_default();
    let signs = ARCHIPELAGOS.map(|label| at(label.at));
    let mut taken = marks.to_vec();
    taken.extend(signs.map(|sign| Rect::around(sign, HALF + 1.0)));
    for sign in signs {
        group = group.add(islets(sign));
    }
    // Both names, or none: where they are too close together, or one in sight has no room.
    let apart = (signs[0].1 - signs[1].1).abs() >= NAMES_FROM;
    let labels = ARCHIPELAGOS.map(|label| Label {
        at: at(label.at),
        gap: HALF + 1.0,
        size: (width(words(state, &label)), 12.0),
    });
    let whole = Rect { left: 0.0, top: 0.0, width: frame.width, height: frame.height };
    let placed = place(&labels, &taken, &whole);
    let in_sight = |sign: (f64, f64)| whole.holds(&Rect::around(sign, HALF));
    let all = signs.iter().zip(&placed).all(|(&sign, rect)| rect.is_some() || !in_sight(sign));
    for (rect, islands) in placed.iter().zip(&ARCHIPELAGOS) {
        if let Some(rect) = rect.filter(|_| apart && all) {
            let name = label("islands", &rect, at(islands.at), words(state, islands));
            group = group.add(name);
            taken.push(rect);
        }
    }
    // The name of the sea stands between them where there is room.
    let (middle, name) = (at(SEA.at), words(state, &SEA));
    let (left, top) = (middle.0 - width(name) / 2.0, middle.1 - 7.0);
    let rect = Rect { left, top, width: width(name), height: 14.0 };
    if whole.holds(&rect) && apart && !taken.iter().any(|other| other.touches(&rect)) {
        group = group.add(text("sea", middle.0, middle.1 + 4.0, name));
        taken.push(rect);
    }
    (group, taken)
}

/// Three small dots: the same sign for both.
fn islets((x, y): (f64, f64)) -> El {
    let dot = |(dx, dy): (f64, f64)| circle("islet", (x + dx, y + dy), 1.4);
    svg("g").all([(-2.6, 1.6), (2.6, 1.6), (0.0, -2.6)].map(dot))
}

fn words(state: State, label: &Name) -> &'static str {
    match state.language.get_untracked() {
        Language::English => label.en,
        Language::Vietnamese => label.vi,
        Language::French => label.fr,
    }
}

/// About how wide small words are, in pixels.
fn width(words: &str) -> f64 {
    words.chars().count() as f64 * 5.2 + 4.0
}

/// Words at a point, in pixels.
pub(super) fn text(class: &str, x: f64, y: f64, words: &str) -> El {
    svg("text").attr("class", class).attr("x", number(x)).attr("y", number(y)).text(words)
}

/// The name of a mark in its rectangle, on the side of the mark.
pub(super) fn label(class: &str, rect: &Rect, mark: (f64, f64), words: &str) -> El {
    let (anchor, x) = if rect.left >= mark.0 {
        ("", rect.left + 2.0)
    } else if rect.left + rect.width <= mark.0 {
        (" end", rect.left + rect.width - 2.0)
    } else {
        (" middle", rect.left + rect.width / 2.0)
    };
    text(&[class, anchor].concat(), x, rect.top + rect.height * 0.78, words)
}

/// A circle around a point, in pixels.
pub(super) fn circle(class: &str, (x, y): (f64, f64), radius: f64) -> El {
    svg("circle")
        .attr("class", class)
        .attr("cx", number(x))
        .attr("cy", number(y))
        .attr("r", number(radius))
}

/// Pixels with a decimal.
pub(super) fn number(pixels: f64) -> String {
    decimal(pixels, 1)
}

/// A number with so many decimals. What formats floating numbers would cost the page more than
/// the rest of the map.
pub(super) fn decimal(number: f64, decimals: usize) -> String {
    let unit = (0..decimals).fold(1_u32, |unit, _| unit * 10);
    let parts = (number * f64::from(unit)).round().clamp(-2e9, 2e9) as i32;
    let sign = if parts < 0 { "-" } else { "" };
    let (whole, rest) = (parts.unsigned_abs() / unit, parts.unsigned_abs() % unit + unit);
    [sign, &whole.to_string(), ".", &rest.to_string()[1..]].concat()
}

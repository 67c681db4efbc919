//! The ground of the map: sea, land, land borders, and the two archipelagos as equal signs.

use super::chart::MARGIN;
use crate::language::Language;
use crate::state::AppState;
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
pub(super) fn ground(state: AppState, frame: &Viewport, marks: &[Rect]) -> (AnyView, Vec<Rect>) {
    let outline = Basemap::open(WORLD).ok().map(|basemap| outline(&basemap, frame, MARGIN));
    let outline = outline.map(|outline| {
        view! {
            <path class="land" d=outline.land/>
            <path class="borders" d=outline.borders/>
        }
    });
    let signs: Vec<AnyView> =
        ARCHIPELAGOS.iter().map(|islands| islets(pixels(frame, islands.at))).collect();
    let (names, taken) = names(state, frame, marks);
    let ground = view! {
        <g class="ground" aria-hidden="true">
            <path class="globe" d=globe(frame, MARGIN)/>
            {outline}
            {signs}
            {names}
        </g>
    };
    (ground.into_any(), taken)
}

/// The names of the archipelagos and of the sea where there is room for them, and all that is
/// taken up then.
fn names(state: AppState, frame: &Viewport, marks: &[Rect]) -> (Vec<AnyView>, Vec<Rect>) {
    let at = |place: LonLat| pixels(frame, place);
    let signs = ARCHIPELAGOS.map(|label| at(label.at));
    let (mut names, mut taken) = (Vec::new(), marks.to_vec());
    taken.extend(signs.map(|sign| Rect::around(sign, HALF + 1.0)));
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
            names.push(label("islands", &rect, at(islands.at), words(state, islands).to_owned()));
            taken.push(rect);
        }
    }
    // The name of the sea stands between them where there is room.
    let (middle, name) = (at(SEA.at), words(state, &SEA));
    let (left, top) = (middle.0 - width(name) / 2.0, middle.1 - 7.0);
    let rect = Rect { left, top, width: width(name), height: 14.0 };
    if whole.holds(&rect) && apart && !taken.iter().any(|other| other.touches(&rect)) {
        names.push(text("sea".to_owned(), middle.0, middle.1 + 4.0, name.to_owned()));
        taken.push(rect);
    }
    (names, taken)
}

fn pixels(frame: &Viewport, place: LonLat) -> (f64, f64) {
    frame.to_pixels(place).unwrap_or_default()
}

/// Three small dots: the same sign for both.
fn islets((x, y): (f64, f64)) -> AnyView {
    let dot = |(dx, dy): (f64, f64)| circle("islet", (x + dx, y + dy), 1.4);
    let dots: Vec<AnyView> = [(-2.6, 1.6), (2.6, 1.6), (0.0, -2.6)].into_iter().map(dot).collect();
    view! { <g>{dots}</g> }.into_any()
}

fn words(state: AppState, label: &Name) -> &'static str {
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
pub(super) fn text(class: String, x: f64, y: f64, words: String) -> AnyView {
    view! { <text class=class x=number(x) y=number(y)>{words}</text> }.into_any()
}

/// The name of a mark in its rectangle, on the side of the mark.
pub(super) fn label(class: &str, rect: &Rect, mark: (f64, f64), words: String) -> AnyView {
    let (anchor, x) = if rect.left >= mark.0 {
        ("", rect.left + 2.0)
    } else if rect.left + rect.width <= mark.0 {
        (" end", rect.left + rect.width - 2.0)
    } else {
        (" middle", rect.left + rect.width / 2.0)
    };
    text([class, anchor].concat(), x, rect.top + rect.height * 0.78, words)
}

/// A circle around a point, in pixels.
pub(super) fn circle(class: &'static str, (x, y): (f64, f64), radius: f64) -> AnyView {
    view! { <circle class=class cx=number(x) cy=number(y) r=number(radius)/> }.into_any()
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

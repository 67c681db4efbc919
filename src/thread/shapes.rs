//! Marks of the two sides and seals, as path data.

use entente_model::Act;
use entente_thread::{Side, number};
use leptos::prelude::*;

/// The class that gives a shape the colour of a side.
pub const fn class(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::First) => "side-1",
        Some(Side::Second) => "side-2",
        None => "no-side",
    }
}

/// The class that gives a shape the colour of a strand of the right side.
pub fn strand_class(strand: usize) -> &'static str {
    let classes = ["side-2", "side-3", "side-4", "side-5", "side-6"];
    classes.get(strand).copied().unwrap_or("no-side")
}

/// The mark of a side: a disc for the first, a square for the second, else a diamond.
pub fn mark(side: Option<Side>, x: f64, y: f64, radius: f64) -> String {
    let [left, written] = [x - radius, radius].map(number);
    match side {
        Some(Side::First) => {
            let width = number(radius * 2.0);
            let arc = |sign: &str| {
                [" a", &written, " ", &written, " 0 1 0 ", sign, &width, " 0"].concat()
            };
            ["M", &left, " ", &number(y), &arc(""), &arc("-"), "z"].concat()
        }
        Some(Side::Second) => polygon(&SQUARE, x, y, radius),
        None => polygon(&DIAMOND, x, y, radius),
    }
}

/// The mark of a strand of the right side: square, triangle, diamond, cross, hexagon; of all other
/// countries a small square on its edge.
pub fn strand_mark(strand: usize, x: f64, y: f64, radius: f64) -> String {
    let shapes: [&[[f64; 2]]; 5] = [&SQUARE, &TRIANGLE, &DIAMOND, &CROSS, &HEXAGON];
    match shapes.get(strand) {
        Some(shape) => polygon(shape, x, y, radius),
        None => polygon(&DIAMOND, x, y, radius * 0.7),
    }
}

/// The mark of a country by its place among the sides, counted from 0.
pub fn side_mark(place: usize, x: f64, y: f64, radius: f64) -> String {
    match place.checked_sub(1) {
        Some(strand) => strand_mark(strand, x, y, radius),
        None => mark(Some(Side::First), x, y, radius),
    }
}

const SQUARE: [[f64; 2]; 4] = [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]];
const TRIANGLE: [[f64; 2]; 3] = [[0.0, -1.0], [1.0, 0.8], [-1.0, 0.8]];
const DIAMOND: [[f64; 2]; 4] = [[0.0, -1.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]];
const CROSS: [[f64; 2]; 12] = [
    [-0.35, -1.0],
    [0.35, -1.0],
    [0.35, -0.35],
    [1.0, -0.35],
    [1.0, 0.35],
    [0.35, 0.35],
    [0.35, 1.0],
    [-0.35, 1.0],
    [-0.35, 0.35],
    [-1.0, 0.35],
    [-1.0, -0.35],
    [-0.35, -0.35],
];
const HEXAGON: [[f64; 2]; 6] =
    [[-0.5, -0.87], [0.5, -0.87], [1.0, 0.0], [0.5, 0.87], [-0.5, 0.87], [-1.0, 0.0]];

/// A closed shape around a middle.
fn polygon(points: &[[f64; 2]], x: f64, y: f64, radius: f64) -> String {
    let points = points.iter().map(|&point| around(x, y, radius, point));
    ["M", &points.collect::<Vec<_>>().join("L"), "z"].concat()
}

/// A point around a middle, as path data.
fn around(x: f64, y: f64, radius: f64, [dx, dy]: [f64; 2]) -> String {
    [number(x + dx * radius), " ".into(), number(y + dy * radius)].concat()
}

/// A seal has so many lobes.
const LOBES: [[f64; 2]; 12] = [
    [0.0, -1.0],
    [0.5, -0.866],
    [0.866, -0.5],
    [1.0, 0.0],
    [0.866, 0.5],
    [0.5, 0.866],
    [0.0, 1.0],
    [-0.5, 0.866],
    [-0.866, 0.5],
    [-1.0, 0.0],
    [-0.866, -0.5],
    [-0.5, -0.866],
];

/// The edge of a seal: an arc a lobe.
fn edge(x: f64, y: f64, radius: f64) -> String {
    let at = |point: [f64; 2]| around(x, y, radius, point);
    let lobe = number(radius * 0.27);
    let mut path = ["M", &at(LOBES[0])].concat();
    for place in 1..=LOBES.len() {
        path += &["A", &lobe, " ", &lobe, " 0 0 1 ", &at(LOBES[place % LOBES.len()])].concat();
    }
    path + "z"
}

/// A seal: a tick for what was signed, a ring for what was agreed, a dot for what was announced.
pub fn seal(act: Act, x: f64, y: f64, radius: f64) -> AnyView {
    let outline = edge(x, y, radius * 0.88);
    let class = if act == Act::Signed { "seal filled" } else { "seal" };
    let inside = match act {
        Act::Signed => {
            let start = [number(x - radius * 0.44), " ".into(), number(y + radius * 0.02)].concat();
            let tick = [0.32, 0.34, 0.58, -0.69].map(|part| number(part * radius)).join(" ");
            view! { <path class="tick" d=["M", &start, "l", &tick].concat()/> }.into_any()
        }
        Act::Agreed => ().into_any(),
        Act::Announced => {
            view! { <path class="dot" d=mark(Some(Side::First), x, y, radius * 0.34)/> }.into_any()
        }
    };
    view! { <g class=class><path class="edge" d=outline/>{inside}</g> }.into_any()
}

//! Seals: what came of a meeting, told by what is inside twelve lobes.

use crate::marks::{disc, point_around};
use crate::number;
use crate::shape::Shape;
use entente_model::Act;

/// A seal has so many lobes.
const LOBES: [(f64, f64); 12] = [
    (0.0, -1.0),
    (0.5, -0.866),
    (0.866, -0.5),
    (1.0, 0.0),
    (0.866, 0.5),
    (0.5, 0.866),
    (0.0, 1.0),
    (-0.5, 0.866),
    (-0.866, 0.5),
    (-1.0, 0.0),
    (-0.866, -0.5),
    (-0.5, -0.866),
];

/// The edge of a seal: an arc a lobe.
fn edge(at: (f64, f64), radius: f64) -> String {
    let lobe = number(radius * 0.27);
    let mut path = ["M", &point_around(at, radius, LOBES[0])].concat();
    for place in 1..=LOBES.len() {
        let end = point_around(at, radius, LOBES[place % LOBES.len()]);
        path += &["A", &lobe, " ", &lobe, " 0 0 1 ", &end].concat();
    }
    path + "z"
}

/// A seal: a tick for what was signed, a ring for what was agreed, a dot for what was announced.
pub fn seal(act: Act, at: (f64, f64), radius: f64) -> Shape {
    let mut shapes = vec![Shape::path("edge", edge(at, radius * 0.88))];
    match act {
        Act::Signed => {
            let start = point_around(at, radius, (-0.44, 0.02));
            let tick = [0.32, 0.34, 0.58, -0.69].map(|part| number(part * radius)).join(" ");
            shapes.push(Shape::path("tick", ["M", &start, "l", &tick].concat()));
        }
        Act::Agreed => {}
        Act::Announced => shapes.push(Shape::path("dot", disc(at, radius * 0.34))),
    }
    Shape::group(if act == Act::Signed { "seal filled" } else { "seal" }, shapes)
}

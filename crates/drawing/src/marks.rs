//! The marks of sides, as path data: a disc, a square, a triangle, a diamond, a cross, a hexagon.

use crate::number;
use crate::shape::{line, point};

/// So many sides have a mark of their own.
pub const SIDES: usize = 6;

/// The mark of a side by its place, counted from 0. All behind the sixth share a small diamond.
pub fn side(place: usize, at: (f64, f64), radius: f64) -> String {
    match place {
        0 => disc(at, radius),
        1 => polygon(&SQUARE, at, radius),
        2 => polygon(&TRIANGLE, at, radius),
        3 => polygon(&DIAMOND, at, radius),
        4 => polygon(&CROSS, at, radius),
        5 => polygon(&HEXAGON, at, radius),
        _ => polygon(&DIAMOND, at, radius * 0.7),
    }
}

/// A disc.
pub fn disc((x, y): (f64, f64), radius: f64) -> String {
    let [left, written, width] = [x - radius, radius, radius * 2.0].map(number);
    let arc = |sign: &str| ["a", &written, " ", &written, " 0 1 0 ", sign, &width, " 0"].concat();
    ["M", &left, " ", &number(y), &arc(""), &arc("-"), "z"].concat()
}

/// A diamond: the mark of nobody.
pub fn diamond(at: (f64, f64), radius: f64) -> String {
    polygon(&DIAMOND, at, radius)
}

const SQUARE: [(f64, f64); 4] = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
const TRIANGLE: [(f64, f64); 3] = [(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)];
const DIAMOND: [(f64, f64); 4] = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];
const CROSS: [(f64, f64); 12] = [
    (-0.35, -1.0),
    (0.35, -1.0),
    (0.35, -0.35),
    (1.0, -0.35),
    (1.0, 0.35),
    (0.35, 0.35),
    (0.35, 1.0),
    (-0.35, 1.0),
    (-0.35, 0.35),
    (-1.0, 0.35),
    (-1.0, -0.35),
    (-0.35, -0.35),
];
const HEXAGON: [(f64, f64); 6] =
    [(-0.5, -0.87), (0.5, -0.87), (1.0, 0.0), (0.5, 0.87), (-0.5, 0.87), (-1.0, 0.0)];

/// A closed shape around a middle.
fn polygon(points: &[(f64, f64)], at: (f64, f64), radius: f64) -> String {
    let points: Vec<_> = points.iter().map(|&corner| around(at, radius, corner)).collect();
    line(&points, true)
}

/// A point around a middle, given in radii.
pub(crate) fn around(at: (f64, f64), radius: f64, (dx, dy): (f64, f64)) -> (f64, f64) {
    (at.0 + dx * radius, at.1 + dy * radius)
}

/// A point around a middle, as path data.
pub(crate) fn point_around(at: (f64, f64), radius: f64, corner: (f64, f64)) -> String {
    point(around(at, radius, corner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_has_a_mark_of_its_own() {
        let marks: Vec<String> = (0..=SIDES).map(|place| side(place, (0.0, 0.0), 5.0)).collect();
        for (place, mark) in marks.iter().enumerate() {
            assert!(!marks[..place].contains(mark), "{place}");
            assert!(mark.starts_with('M') && mark.ends_with('z'));
        }
        assert_eq!(side(6, (0.0, 0.0), 5.0), side(60, (0.0, 0.0), 5.0));
    }
}

//! Lines between countries, brought to the coasts.
//!
//! Borders are those of 1:50m and coasts those of 1:10m, so a border may end in the sea or short
//! of it. What lies in the sea goes, and the end is put on the nearest coast.

use super::coast::{area, bounds, distance2, middle};
use super::plan::{Plan, RADIUS, around};
use super::simplify::{Chain, simplify};
use super::topology::{Shared, Topology};
use entente_geo::{Projected, forward};

/// An end further from any coast is left as it is, in kilometres: it ends on land.
const NEAR: f64 = 60.0;

/// Exclaves of fewer squares of the tolerance are left out.
const SQUARES: f64 = 4.0;

/// Lines of borders on the plane, drawn to these coasts.
pub(super) fn borders(
    countries: &Topology,
    coasts: &[Vec<Projected>],
    plan: &Plan,
) -> Vec<Vec<Projected>> {
    let coasts = Coasts::new(coasts);
    let drawn = countries.shared().into_iter().filter(|line| plan.draws(&line.between, &line.line));
    let chains: Vec<_> = drawn.filter_map(|line| chain(&line, &coasts, plan)).collect();
    let obstacles: Vec<_> = coasts.rings.iter().flat_map(|ring| ring.points).copied().collect();
    let mut lines = simplify(&chains, &obstacles, &|at| {
        let tolerance = plan.tolerance(at) / RADIUS;
        tolerance * tolerance
    });
    for (line, chain) in lines.iter_mut().zip(&chains) {
        if chain.closed {
            line.extend(line.first().copied());
        }
    }
    lines
}

/// A border that is drawn, where something of it is.
fn chain(shared: &Shared, coasts: &Coasts<'_>, plan: &Plan) -> Option<Chain> {
    let mut points: Vec<Projected> = shared.line.iter().copied().filter_map(forward).collect();
    if points.first() == points.last() {
        points.pop();
        let tolerance = plan.tolerance(middle(&points));
        let seen = area(&points) >= SQUARES * tolerance * tolerance;
        return seen.then_some(Chain { points, closed: true });
    }
    for coast in [shared.coast[1], shared.coast[0]] {
        if coast {
            coasts.end_on(&mut points);
        }
        points.reverse();
    }
    (points.len() > 1).then_some(Chain { points, closed: false })
}

/// Where land ends.
struct Coasts<'a> {
    rings: Vec<Ring<'a>>,
}

struct Ring<'a> {
    points: &'a [Projected],
    corners: Vec<[f64; 2]>,
    low: Projected,
    high: Projected,
}

impl<'a> Coasts<'a> {
    fn new(rings: &'a [Vec<Projected>]) -> Self {
        let ring = |points: &'a Vec<Projected>| {
            let corners = points.iter().map(|point| [point.x, point.y]).collect();
            let (low, high) = bounds(points);
            Ring { points, corners, low, high }
        };
        Self { rings: rings.iter().map(ring).collect() }
    }

    /// Puts the last point of a line on the coast.
    fn end_on(&self, line: &mut Vec<Projected>) {
        let Some(&(mut end)) = line.last() else { return };
        while line.len() > 1 && line.last().is_some_and(|&last| !self.is_land(last)) {
            end = line.pop().unwrap_or(end);
        }
        let (coast, away) = self.nearest(end);
        if away <= NEAR {
            line.push(coast);
        }
    }

    fn is_land(&self, at: Projected) -> bool {
        let rings = self.rings.iter().filter(|ring| {
            (ring.low.x..=ring.high.x).contains(&at.x) && (ring.low.y..=ring.high.y).contains(&at.y)
        });
        rings.filter(|ring| around(&ring.corners, [at.x, at.y])).count() % 2 == 1
    }

    /// The nearest point of a coast, and how far it is in kilometres.
    fn nearest(&self, at: Projected) -> (Projected, f64) {
        let sides = self.rings.iter().flat_map(|ring| {
            ring.points
                .iter()
                .zip(ring.points.iter().cycle().skip(1))
                .map(|(&a, &b)| foot(at, a, b))
        });
        let nearer =
            |a: Projected, b: Projected| if distance2(at, b) < distance2(at, a) { b } else { a };
        let nearest = sides.reduce(nearer).unwrap_or(at);
        (nearest, distance2(at, nearest).sqrt() * RADIUS)
    }
}

/// The point of a side that is nearest.
fn foot(at: Projected, a: Projected, b: Projected) -> Projected {
    let long = distance2(a, b);
    if long == 0.0 {
        return a;
    }
    let share = ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / long;
    let share = share.clamp(0.0, 1.0);
    Projected { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(points: &[(f64, f64)]) -> Vec<Projected> {
        points.iter().map(|&(x, y)| Projected { x, y }).collect()
    }

    fn check(line: &[(f64, f64)], expected: &[(f64, f64)]) {
        let square = [points(&[(0.0, 0.0), (0.5, 0.0), (0.5, 0.5), (0.0, 0.5)])];
        let mut line = points(line);
        Coasts::new(&square).end_on(&mut line);
        assert_eq!(line, points(expected));
    }

    #[test]
    fn an_end_in_the_sea_is_taken_back_to_the_coast() {
        check(
            &[(0.2, 0.2), (0.2, 0.01), (0.2, -0.001), (0.2, -0.004)],
            &[(0.2, 0.2), (0.2, 0.01), (0.2, 0.0)],
        );
    }

    #[test]
    fn an_end_short_of_the_sea_is_led_to_the_coast() {
        check(&[(0.2, 0.2), (0.2, 0.004)], &[(0.2, 0.2), (0.2, 0.004), (0.2, 0.0)]);
    }

    #[test]
    fn an_end_deep_in_the_land_stays() {
        check(&[(0.2, 0.1), (0.2, 0.2)], &[(0.2, 0.1), (0.2, 0.2)]);
    }
}

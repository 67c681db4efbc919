//! Land, simplified: which rings, and how fine.

use super::dateline;
use super::plan::{Plan, RADIUS};
use super::simplify::{Chain, simplify};
use super::topology::Topology;
use entente_geo::Projected;

/// Islands of fewer squares of the tolerance are left out.
const SQUARES: f64 = 4.0;

/// The largest island of a country is looked for among all rings where it is smaller than this,
/// in square kilometres; larger ones stay anyway.
const SMALL: f64 = 3000.0;

/// Rings of land on the plane, lakes as large as countries among them.
pub(super) fn coasts(land: &Topology, countries: &Topology, plan: &Plan) -> Vec<Vec<Projected>> {
    let rings = land
        .rings()
        .map(|(_, ring)| ring)
        .filter(|ring| !ring.iter().all(|&place| plan.is_symbol(place)))
        .flat_map(|ring| dateline::parts(&ring))
        .filter(|ring| ring.len() > 2);
    let chains: Vec<_> = rings.map(|points| Chain { points, closed: true }).collect();
    let states = states(&chains, countries, plan);
    let stays = |(at, chain): (usize, Chain)| {
        let tolerance = plan.tolerance(middle(&chain.points));
        let large = area(&chain.points) >= SQUARES * tolerance * tolerance;
        (large || states.contains(&at)).then_some(chain)
    };
    let chains: Vec<_> = chains.into_iter().enumerate().filter_map(stays).collect();
    simplify(&chains, &[], &|at| {
        let tolerance = plan.tolerance(at) / RADIUS;
        tolerance * tolerance
    })
}

/// For each country whose largest island is small, the ring that is this island.
fn states(rings: &[Chain], countries: &Topology, plan: &Plan) -> Vec<usize> {
    let mut largest: Vec<(&str, f64, Projected)> = Vec::new();
    for (name, ring) in countries.rings() {
        for part in dateline::parts(&ring) {
            let (size, at) = (area(&part), middle(&part));
            match largest.iter_mut().find(|country| country.0 == name) {
                Some(country) if country.1 < size => *country = (name, size, at),
                Some(_) => {}
                None => largest.push((name, size, at)),
            }
        }
    }
    let middles: Vec<_> = rings.iter().map(|ring| middle(&ring.points)).collect();
    let nearest = |at: Projected| {
        let far = |ring: &usize| distance2(middles[*ring], at);
        (0..rings.len()).min_by(|a, b| far(a).total_cmp(&far(b)))
    };
    let small = largest.iter().filter(|country| country.1 < SMALL).map(|country| country.2);
    small.chain(plan.islands()).filter_map(nearest).collect()
}

/// In square kilometres, as large as the plane shows it.
pub(super) fn area(ring: &[Projected]) -> f64 {
    let Some(mut last) = ring.last() else { return 0.0 };
    let mut twice = 0.0;
    for point in ring {
        twice += last.x * point.y - point.x * last.y;
        last = point;
    }
    twice.abs() / 2.0 * RADIUS * RADIUS
}

/// The middle of the rectangle around a ring.
pub(super) fn middle(ring: &[Projected]) -> Projected {
    let (low, high) = bounds(ring);
    Projected { x: f64::midpoint(low.x, high.x), y: f64::midpoint(low.y, high.y) }
}

/// The rectangle around points: its lowest and highest corner.
pub(super) fn bounds(points: &[Projected]) -> (Projected, Projected) {
    let mut points = points.iter().copied();
    let first = points.next().unwrap_or(Projected { x: 0.0, y: 0.0 });
    points.fold((first, first), |(low, high), at| {
        (
            Projected { x: low.x.min(at.x), y: low.y.min(at.y) },
            Projected { x: high.x.max(at.x), y: high.y.max(at.y) },
        )
    })
}

/// The square of a distance on the plane.
pub(super) fn distance2(a: Projected, b: Projected) -> f64 {
    let (x, y) = (a.x - b.x, a.y - b.y);
    x * x + y * y
}

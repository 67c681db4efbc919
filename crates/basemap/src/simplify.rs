//! Fewer corners, the same topology.
//!
//! Visvalingam and Whyatt, "Line generalisation by repeated elimination of points" (1993): the
//! corner goes first whose triangle with its neighbours is smallest, here measured by what is
//! allowed at its place. A corner stays where another chain has a corner in this triangle:
//! so no line ever passes over another, and what did not cross does not cross afterwards.

use entente_geo::Projected;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A ring or a line.
pub(super) struct Chain {
    /// A ring does not end with its first point.
    pub(super) points: Vec<Projected>,
    /// Whether the last point is followed by the first. The ends of a line stay.
    pub(super) closed: bool,
}

/// The fewest corners of a ring.
const FEWEST: usize = 4;

/// The chains with fewer corners. `allowed` says how large a triangle may be at a place to go,
/// in square radii; `obstacles` are points that no chain may pass over.
pub(super) fn simplify(
    chains: &[Chain],
    obstacles: &[Projected],
    allowed: &dyn Fn(Projected) -> f64,
) -> Vec<Vec<Projected>> {
    let mut work = Work::new(chains, obstacles, allowed);
    while let Some(Reverse((size, corner, version))) = work.queue.pop() {
        if f64::from_bits(size) >= 1.0 {
            break;
        }
        if work.corners[corner].version == version && work.may_go(corner) {
            work.remove(corner, f64::from_bits(size));
        }
    }
    let mut first = 0;
    let kept = |chain: &Chain| {
        let all = first..first + chain.points.len();
        first = all.end;
        all.filter(|&at| work.corners[at].lives).map(|at| work.corners[at].at).collect()
    };
    chains.iter().map(kept).collect()
}

struct Corner {
    at: Projected,
    chain: usize,
    /// Before and after it, where both are there.
    sides: Option<[usize; 2]>,
    allowed: f64,
    /// What the queue says of it counts only with this number.
    version: u32,
    lives: bool,
}

struct Work {
    corners: Vec<Corner>,
    /// Corners a chain.
    left: Vec<usize>,
    grid: Grid,
    /// Sizes as the bits of numbers that are not negative, which are in the same order.
    queue: BinaryHeap<Reverse<(u64, usize, u32)>>,
}

impl Work {
    fn new(chains: &[Chain], obstacles: &[Projected], allowed: &dyn Fn(Projected) -> f64) -> Self {
        let mut work = Self {
            corners: Vec::new(),
            left: chains
                .iter()
                .map(|chain| if chain.closed { chain.points.len() } else { usize::MAX })
                .collect(),
            grid: Grid::default(),
            queue: BinaryHeap::new(),
        };
        for (chain, Chain { points, closed }) in chains.iter().enumerate() {
            let (first, count) = (work.corners.len(), points.len());
            for (at, &point) in points.iter().enumerate() {
                let inner = *closed || (at > 0 && at + 1 < count);
                let sides = [(at + count - 1) % count, (at + 1) % count].map(|side| first + side);
                work.push(point, chain, inner.then_some(sides), allowed(point));
            }
        }
        for &point in obstacles {
            work.push(point, usize::MAX, None, 0.0);
        }
        for corner in 0..work.corners.len() {
            work.enqueue(corner, 0.0);
        }
        work
    }

    fn push(&mut self, at: Projected, chain: usize, sides: Option<[usize; 2]>, allowed: f64) {
        self.grid.add(self.corners.len(), at);
        self.corners.push(Corner { at, chain, sides, allowed, version: 0, lives: true });
    }

    /// Puts a corner into the queue with its size, which is at least that of what went before.
    fn enqueue(&mut self, corner: usize, least: f64) {
        let Some([a, b, c]) = self.triangle(corner) else { return };
        let size = (cross(a, b, c).abs() / 2.0 / self.corners[corner].allowed).max(least);
        self.corners[corner].version += 1;
        self.queue.push(Reverse((size.to_bits(), corner, self.corners[corner].version)));
    }

    fn triangle(&self, corner: usize) -> Option<[Projected; 3]> {
        let [before, after] = self.corners[corner].sides?;
        Some([before, corner, after].map(|corner| self.corners[corner].at))
    }

    fn may_go(&self, corner: usize) -> bool {
        let Some(triangle) = self.triangle(corner) else { return false };
        let enough = self.left[self.corners[corner].chain] > FEWEST;
        enough
            && !self.grid.near(&triangle).any(|other| {
                let other = self.corners[other].at;
                !triangle.contains(&other) && within(other, &triangle)
            })
    }

    fn remove(&mut self, corner: usize, size: f64) {
        let Some([before, after]) = self.corners[corner].sides else { return };
        let Corner { at, chain, .. } = self.corners[corner];
        self.corners[corner].lives = false;
        self.grid.remove(corner, at);
        self.left[chain] -= 1;
        if let Some(sides) = &mut self.corners[before].sides {
            sides[1] = after;
        }
        if let Some(sides) = &mut self.corners[after].sides {
            sides[0] = before;
        }
        self.enqueue(before, size);
        self.enqueue(after, size);
    }
}

/// Twice the area of a triangle, below zero where it turns to the right.
fn cross(a: Projected, b: Projected, c: Projected) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether a point lies in a triangle or on its sides.
fn within(point: Projected, &[a, b, c]: &[Projected; 3]) -> bool {
    let turns = [cross(a, b, point), cross(b, c, point), cross(c, a, point)];
    turns.iter().all(|&turn| turn >= 0.0) || turns.iter().all(|&turn| turn <= 0.0)
}

/// Which corners lie where.
struct Grid(Vec<Vec<usize>>);

/// Cells of a hundredth of a radius.
const CELLS: [usize; 2] = [600, 300];
const CELL: f64 = 0.01;

impl Default for Grid {
    fn default() -> Self {
        Self(vec![Vec::new(); CELLS[0] * CELLS[1]])
    }
}

impl Grid {
    fn add(&mut self, corner: usize, at: Projected) {
        let [x, y] = Self::cell(at);
        self.0[y * CELLS[0] + x].push(corner);
    }

    fn remove(&mut self, corner: usize, at: Projected) {
        let [x, y] = Self::cell(at);
        self.0[y * CELLS[0] + x].retain(|&other| other != corner);
    }

    /// All in the cells that a triangle touches.
    fn near(&self, triangle: &[Projected; 3]) -> impl Iterator<Item = usize> {
        let cells = triangle.map(Self::cell);
        let range = |axis: usize| {
            let of = cells.map(|cell| cell[axis]);
            of[0].min(of[1]).min(of[2])..=of[0].max(of[1]).max(of[2])
        };
        let columns = range(0);
        range(1)
            .flat_map(move |y| columns.clone().map(move |x| y * CELLS[0] + x))
            .flat_map(|cell| self.0[cell].iter().copied())
    }

    fn cell(at: Projected) -> [usize; 2] {
        let index =
            |at: f64, cells: usize| ((at / CELL + cells as f64 / 2.0) as usize).min(cells - 1);
        [index(at.x, CELLS[0]), index(at.y, CELLS[1])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(points: &[(f64, f64)]) -> Vec<Projected> {
        points.iter().map(|&(x, y)| Projected { x, y }).collect()
    }

    fn line(at: &[(f64, f64)]) -> Chain {
        Chain { points: points(at), closed: false }
    }

    #[test]
    fn small_corners_go_and_large_ones_and_ends_stay() {
        let bent = line(&[(0.0, 0.0), (0.1, 0.001), (0.2, 0.0), (0.3, 0.2), (0.4, 0.0)]);
        let kept = simplify(&[bent], &[], &|_| 0.001);
        assert_eq!(kept, [points(&[(0.0, 0.0), (0.2, 0.0), (0.3, 0.2), (0.4, 0.0)])]);
    }

    #[test]
    fn what_is_allowed_depends_on_the_place() {
        let bent = line(&[(0.0, 0.0), (0.1, 0.01), (0.2, 0.0), (0.3, 0.01), (0.4, 0.0)]);
        let kept = simplify(&[bent], &[], &|at| if at.x < 0.2 { 1.0 } else { 1e-9 });
        assert_eq!(kept, [points(&[(0.0, 0.0), (0.2, 0.0), (0.3, 0.01), (0.4, 0.0)])]);
    }

    #[test]
    fn a_ring_keeps_four_corners() {
        let ring = Chain {
            points: points(&[(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.005, 0.02), (0.0, 0.01)]),
            closed: true,
        };
        assert_eq!(simplify(&[ring], &[], &|_| 1.0)[0].len(), FEWEST);
    }

    #[test]
    fn no_line_passes_over_a_corner_of_another() {
        let bay = [(0.0, 0.0), (0.1, 0.02), (0.2, 0.0)];
        let island = points(&[(0.1, 0.01)]);
        assert_eq!(simplify(&[line(&bay)], &[], &|_| 1.0)[0].len(), 2);
        assert_eq!(simplify(&[line(&bay)], &island, &|_| 1.0)[0].len(), 3);
        let other = line(&[(0.1, 0.01), (0.1, -0.01)]);
        assert_eq!(simplify(&[line(&bay), other], &[], &|_| 1.0)[0].len(), 3);
    }
}

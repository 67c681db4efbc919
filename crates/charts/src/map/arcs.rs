//! Visits as arcs: broad where the travellers come from, thin where they go.
//!
//! Every arc bulges to the left of the way, so that visits one way and the other lie apart; those
//! between the same ends lie beside each other. An arc that is shorter over the Pacific leaves the
//! map at one edge and comes back at the other.

use super::names::Room;
use super::{Mark, Place, Visit};
use crate::class;
use entente_drawing::shape::line;
use entente_drawing::{Group, Shape, Text};
use entente_geo::labels::Rect;
use entente_geo::{LonLat, Viewport};

/// So wide is an arc at its beginning and its end, in pixels.
const WIDTH: (f64, f64) = (5.2, 1.0);
/// How far the middle of the first arc between two ends stands aside, as a share of its length, and
/// how much farther each of the next ones.
const BULGE: (f64, f64) = (0.05, 0.07);
/// An arc is drawn through so many points.
const STEPS: usize = 28;
/// Where a name along an arc may have its middle, by points, the best first.
const MIDDLES: [usize; 9] = [14, 12, 16, 10, 18, 8, 20, 6, 22];
/// A capital so near to a mark is the place of the mark, in pixels.
const NEAR: f64 = 18.0;
/// What is shorter is not drawn, in pixels.
const SHORTEST: f64 = 24.0;

/// What an arc takes up around it, in pixels.
const LINE: f64 = 4.0;

type Point = (f64, f64);

/// The arcs of visits.
#[derive(Debug, Default)]
pub struct Arcs<'a> {
    /// The arcs as shapes.
    pub shapes: Vec<Shape>,
    /// Each visit with the longest piece of its arc.
    longest: Vec<(&'a Visit, Vec<Point>)>,
    /// What they go over.
    pub lines: Vec<Rect>,
}

impl<'a> Arcs<'a> {
    /// The arcs of these visits.
    pub fn new(frame: &Viewport, places: &[Place], marks: &[Mark], visits: &'a [Visit]) -> Self {
        let mut ends: Vec<([i32; 2], usize)> = Vec::new();
        let mut arcs = Self::default();
        for visit in visits {
            let goes_to = |mark: &Mark| mark.places.contains(&visit.to);
            let Some(mark) = marks.iter().position(goes_to) else { continue };
            let from = visit.from;
            let key = [from.longitude, from.latitude].map(|degrees| degrees as i32);
            let fan = ends.iter().filter(|end| **end == (key, mark)).count();
            ends.push((key, mark));
            let bulge = BULGE.0 + BULGE.1 * fan as f64;
            let pieces = pieces(frame, from, places[visit.to].at, &marks[mark], marks, bulge);
            let Some(mut longest) = pieces.first().cloned() else { continue };
            for piece in &pieces {
                arcs.lines.extend(piece.iter().map(|&point| Rect::around(point, LINE)));
                if piece.len() > longest.len() {
                    longest.clone_from(piece);
                }
            }
            let outlines: Vec<String> = pieces.iter().map(|piece| outline(piece)).collect();
            let shapes = vec![Shape::path("line", outlines.concat())];
            let class = class("visit", visit.side, visit.status);
            let meetings = visit.meetings.clone();
            arcs.shapes.push(Shape::Group(Group { class, meetings, shapes, ..Group::default() }));
            arcs.longest.push((visit, longest));
        }
        arcs
    }

    /// Their names, where there is room.
    pub fn names(&self, room: &mut Room) -> Vec<Shape> {
        self.longest.iter().filter_map(|(visit, points)| name(visit, points, room)).collect()
    }
}

/// The points of an arc, in one piece or, over the edge of the map, in two.
fn pieces(
    frame: &Viewport,
    from: LonLat,
    to: LonLat,
    end: &Mark,
    marks: &[Mark],
    bulge: f64,
) -> Vec<Vec<Point>> {
    let way = to.longitude - from.longitude;
    let around = match way {
        way if way > 180.0 => -360.0,
        way if way < -180.0 => 360.0,
        _ => 0.0,
    };
    let shifted = |place: LonLat, by: f64| LonLat { longitude: place.longitude + by, ..place };
    let pixels = |place: LonLat| frame.unrolled_to_pixels(place);
    if around == 0.0 {
        let (start, end_at) = (pixels(from), end.at);
        let start = marks.iter().find(|mark| distance(mark.at, start) < NEAR.max(mark.radius));
        let (start, begins) = start.map_or((pixels(from), 0.0), |mark| (mark.at, mark.radius));
        if distance(start, end_at) < SHORTEST {
            return Vec::new();
        }
        let way = Curve::new(start, end_at, bulge);
        return vec![way.points(way.leaves(start, begins), way.reaches(end_at, end.radius))];
    }
    let is_on_globe = |&(x, y): &Point| frame.to_place(x, y).is_some();
    let both = [(from, shifted(to, around)), (shifted(from, -around), to)];
    let piece = |(from, to): (LonLat, LonLat)| {
        let points = Curve::new(pixels(from), pixels(to), bulge).points(0.0, 1.0);
        points.into_iter().filter(is_on_globe).collect::<Vec<Point>>()
    };
    both.map(piece).into_iter().filter(|piece| piece.len() > 1).collect()
}

/// A quadratic curve to the left of the way.
struct Curve {
    start: Point,
    bend: Point,
    end: Point,
}

impl Curve {
    fn new(start: Point, end: Point, bulge: f64) -> Self {
        let (across, down) = (end.0 - start.0, end.1 - start.1);
        let aside = 2.0 * bulge;
        let middle = (f64::midpoint(start.0, end.0), f64::midpoint(start.1, end.1));
        Self { start, bend: (middle.0 + down * aside, middle.1 - across * aside), end }
    }

    /// The point behind a part of it, from 0 to 1.
    fn at(&self, part: f64) -> Point {
        let rest = 1.0 - part;
        let mix =
            |a: f64, b: f64, c: f64| rest * rest * a + 2.0 * rest * part * b + part * part * c;
        let Self { start, bend, end } = self;
        (mix(start.0, bend.0, end.0), mix(start.1, bend.1, end.1))
    }

    /// Points from one part to another.
    fn points(&self, from: f64, to: f64) -> Vec<Point> {
        let part = |step: usize| from + (to - from) * step as f64 / STEPS as f64;
        (0..=STEPS).map(|step| self.at(part(step))).collect()
    }

    /// Where it is so far from a point near its beginning, as a part of it.
    fn leaves(&self, point: Point, far: f64) -> f64 {
        between(0.0, 0.5, &|part| distance(self.at(part), point) < far)
    }

    /// Where it is so near to a point near its end, as a part of it.
    fn reaches(&self, point: Point, near: f64) -> f64 {
        between(0.5, 1.0, &|part| distance(self.at(part), point) >= near)
    }
}

/// The number up to which something holds, by halving.
fn between(mut low: f64, mut high: f64, holds: &dyn Fn(f64) -> bool) -> f64 {
    for _ in 0..16 {
        let middle = f64::midpoint(low, high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// The outline of a line that tapers along its points.
fn outline(points: &[Point]) -> String {
    let last = points.len().saturating_sub(1).max(1) as f64;
    let side = |sign: f64| {
        move |place: usize| {
            let (dx, dy) = direction(points, place);
            let width = WIDTH.0 + (WIDTH.1 - WIDTH.0) * place as f64 / last;
            let half = width / 2.0 * sign;
            (points[place].0 - dy * half, points[place].1 + dx * half)
        }
    };
    let there = (0..points.len()).map(side(1.0));
    let back = (0..points.len()).rev().map(side(-1.0));
    line(&there.chain(back).collect::<Vec<_>>(), true)
}

/// Where a line goes at one of its points, as a step of one pixel.
fn direction(points: &[Point], place: usize) -> Point {
    let (before, behind) = (place.saturating_sub(1), (place + 1).min(points.len() - 1));
    let (dx, dy) = (points[behind].0 - points[before].0, points[behind].1 - points[before].1);
    let length = distance((0.0, 0.0), (dx, dy)).max(1e-9);
    (dx / length, dy / length)
}

fn distance(from: Point, to: Point) -> f64 {
    let (across, down) = (from.0 - to.0, from.1 - to.1);
    (across * across + down * down).sqrt()
}

/// The name of a visit above its arc, if there is room.
fn name(visit: &Visit, points: &[Point], room: &mut Room) -> Option<Shape> {
    let half = Room::width(&visit.label) / 2.0;
    MIDDLES.into_iter().filter(|&middle| middle < points.len()).find_map(|middle| {
        let (dx, dy) = direction(points, middle);
        // Words never stand on their head.
        let (dx, dy) = if dx < 0.0 { (-dx, -dy) } else { (dx, dy) };
        let (x, y) = points[middle];
        let at = (x + dy * 6.0, y - dx * 6.0);
        let middle_of_letters = (at.0 + dy * 4.0, at.1 - dx * 4.0);
        room.take_along(middle_of_letters, (dx, dy), half).then(|| {
            let class = class("visit-name", visit.side, visit.status);
            Shape::Text(Text { class, at, along: (dx, dy), words: visit.label.clone() })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::lay;
    use entente_model::Status;

    const PARIS: LonLat = LonLat { longitude: 2.35, latitude: 48.86 };
    const HA_NOI: LonLat = LonLat { longitude: 105.85, latitude: 21.03 };
    const WELLINGTON: LonLat = LonLat { longitude: 174.78, latitude: -41.29 };
    const APIA: LonLat = LonLat { longitude: -171.76, latitude: -13.83 };

    fn place(at: LonLat) -> Place {
        let status = Status::Held;
        Place { at, reach: None, name: String::new(), side: 0, status, meetings: vec![0] }
    }

    fn visit(from: LonLat, to: usize) -> Visit {
        let (status, label) = (Status::Held, "2024 Lecornu".into());
        Visit { from, to, side: 1, status, label, meetings: vec![0] }
    }

    /// All points of the arcs of a map of the world.
    fn drawn(places: &[Place], visits: &[Visit]) -> (Viewport, Vec<String>) {
        let frame = Viewport::world(1000.0, 520.0);
        let marks = lay(&frame, 0.0, places);
        let arcs = Arcs::new(&frame, places, &marks, visits);
        assert_eq!(arcs.names(&mut Room::new(&frame)).len(), arcs.shapes.len());
        let mut paths = Vec::new();
        for shape in arcs.shapes {
            if let Shape::Group(group) = shape {
                paths.extend(group.shapes.into_iter().filter_map(|shape| match shape {
                    Shape::Path { data, .. } => Some(data),
                    _ => None,
                }));
            }
        }
        (frame, paths)
    }

    fn points(path: &str) -> Vec<Point> {
        let pair = |pair: &str| {
            let (x, y) = pair.split_once(' ').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        };
        path.split(['M', 'L', 'z']).filter(|pair| !pair.is_empty()).map(pair).collect()
    }

    #[test]
    fn ways_there_and_back_lie_apart() {
        let (_, paths) =
            drawn(&[place(PARIS), place(HA_NOI)], &[visit(PARIS, 1), visit(HA_NOI, 0)]);
        let middle = |path: &String| {
            let all = points(path);
            all.iter().map(|point| point.1).sum::<f64>() / all.len() as f64
        };
        assert!(middle(&paths[0]) + 15.0 < middle(&paths[1]), "{paths:?}");
    }

    #[test]
    fn the_pacific_is_not_crossed_by_way_of_africa() {
        let (frame, paths) = drawn(&[place(APIA)], &[visit(WELLINGTON, 0)]);
        assert_eq!(paths.len(), 1);
        let all = points(&paths[0]);
        assert!(all.len() > 8);
        let near_the_edges = |&(x, _): &Point| x < frame.width * 0.2 || x > frame.width * 0.8;
        assert!(all.iter().all(near_the_edges), "{all:?}");
    }

    #[test]
    fn a_visit_to_where_one_is_has_no_arc() {
        assert!(drawn(&[place(PARIS)], &[visit(PARIS, 0)]).1.is_empty());
    }
}

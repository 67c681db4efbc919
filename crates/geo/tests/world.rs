//! The committed map is fair to every coast, and complete.
#![allow(clippy::unwrap_used)]

use entente_geo::basemap::{Bounds, Shape, UNIT};
use entente_geo::{ARCHIPELAGOS, Basemap, LonLat, SEA, WORLD, forward};

/// Kilometres a unit of the basemap.
const UNIT_KM: f64 = 6371.0 / UNIT;

type Point = [f64; 2];
type Side = [Point; 2];

fn unit(longitude: f64, latitude: f64) -> Point {
    let at = forward(LonLat { longitude, latitude }).unwrap();
    [at.x * UNIT, at.y * UNIT]
}

fn points(map: &Basemap<'_>, shape: &Shape) -> Vec<Point> {
    let mut points = Vec::new();
    map.walk(shape, &shape.bounds, &mut |point| points.push(point.map(f64::from)));
    points
}

fn rings(map: &Basemap<'_>) -> Vec<Vec<Point>> {
    map.land().iter().map(|shape| points(map, shape)).collect()
}

/// Twice the area, below zero where a ring turns to the right.
fn turn(ring: &[Point]) -> f64 {
    sides(ring).map(|[a, b]| a[0] * b[1] - a[1] * b[0]).sum()
}

/// Whether a ray from a point to the east crosses these sides an odd number of times.
fn within<'a>(sides: impl IntoIterator<Item = &'a Side>, at: Point) -> bool {
    let crossed = sides.into_iter().filter(|[a, b]| {
        (a[1] > at[1]) != (b[1] > at[1])
            && a[0] + (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]) > at[0]
    });
    crossed.count() % 2 == 1
}

fn sides(ring: &[Point]) -> impl Iterator<Item = Side> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(&from, &to)| [from, to])
}

/// All coasts, for each band of latitudes those that touch it.
struct Coasts(Vec<Vec<Side>>);

impl Coasts {
    const BAND: f64 = 1000.0;

    fn new(rings: &[Vec<Point>]) -> Self {
        let mut bands = vec![Vec::new(); 200];
        for side in rings.iter().flat_map(|ring| sides(ring)) {
            let ends = side.map(|end| Self::band(end[1]));
            let touched = ends[0].min(ends[1])..=ends[0].max(ends[1]);
            bands[touched].iter_mut().for_each(|band| band.push(side));
        }
        Self(bands)
    }

    fn band(y: f64) -> usize {
        (y / Self::BAND + 100.0) as usize
    }

    fn is_land(&self, at: Point) -> bool {
        within(&self.0[Self::band(at[1])], at)
    }

    /// From the nearest side, in kilometres.
    fn away(&self, at: Point) -> f64 {
        let away = |[a, b]: &Side| {
            let (way, to) = ([b[0] - a[0], b[1] - a[1]], [at[0] - a[0], at[1] - a[1]]);
            let long = way[0] * way[0] + way[1] * way[1];
            let share = ((way[0] * to[0] + way[1] * to[1]) / long.max(1.0)).clamp(0.0, 1.0);
            (to[0] - way[0] * share).hypot(to[1] - way[1] * share)
        };
        self.0.iter().flatten().map(away).fold(f64::INFINITY, f64::min) * UNIT_KM
    }
}

#[test]
fn there_is_no_land_where_the_archipelagos_are_symbols() {
    let map = Basemap::open(WORLD).unwrap();
    let rings = rings(&map);
    let coasts = Coasts::new(&rings);
    // The second is cut towards Palawan and Borneo, whose coasts are on the map.
    let paracel = [[111.0, 15.5], [113.0, 15.5], [113.0, 17.3], [111.0, 17.3]];
    let spratly =
        [[111.0, 6.5], [115.4, 6.5], [116.6, 8.2], [118.0, 10.5], [118.0, 12.0], [111.0, 12.0]];
    for corners in [&paracel[..], &spratly[..]] {
        let area: Vec<Point> = corners.iter().map(|at| unit(at[0], at[1])).collect();
        let edge: Vec<Side> = sides(&area).collect();
        let inside = rings.iter().flatten().filter(|&&point| within(&edge, point)).count();
        assert_eq!(inside, 0);
        // Nor is all of it within some land.
        assert!(area.iter().all(|&corner| !coasts.is_land(corner)));
    }
}

#[test]
fn both_archipelagos_have_a_name_in_every_language_and_lie_at_sea() {
    let map = Basemap::open(WORLD).unwrap();
    let coasts = Coasts::new(&rings(&map));
    for label in ARCHIPELAGOS.iter().chain([&SEA]) {
        let at = unit(label.at.longitude, label.at.latitude);
        assert!(!coasts.is_land(at) && coasts.away(at) > 200.0, "{}", label.en);
        assert!([label.en, label.vi, label.fr].iter().all(|name| !name.is_empty()));
    }
    assert_eq!(ARCHIPELAGOS.map(|label| label.vi), ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]);
}

#[test]
fn no_border_leaves_the_land() {
    let map = Basemap::open(WORLD).unwrap();
    let coasts = Coasts::new(&rings(&map));
    for shape in map.borders() {
        for ends in points(&map, shape).windows(2) {
            for tenth in 0..=10 {
                let share = f64::from(tenth) / 10.0;
                let at = [0, 1].map(|axis| ends[0][axis] + (ends[1][axis] - ends[0][axis]) * share);
                let away = || coasts.away(at);
                assert!(coasts.is_land(at) || away() < 30.0, "{at:?} is {} km at sea", away());
            }
        }
    }
}

#[test]
fn lakes_turn_the_other_way_so_that_any_rule_fills_land() {
    let map = Basemap::open(WORLD).unwrap();
    let lakes: Vec<_> = rings(&map).into_iter().filter(|ring| turn(ring) > 0.0).collect();
    assert_eq!(lakes.len(), 1);
    let caspian: Vec<Side> = sides(&lakes[0]).collect();
    assert!(within(&caspian, unit(51.0, 40.0)), "the Caspian Sea");
}

#[test]
fn coasts_hardly_ever_cross() {
    let map = Basemap::open(WORLD).unwrap();
    let rings = rings(&map);
    let west = |side: &Side| side[0][0].min(side[1][0]);
    let mut sides: Vec<_> = rings.iter().flat_map(|ring| sides(ring)).collect();
    sides.sort_by(|a, b| west(a).total_cmp(&west(b)));
    let side = |a: Point, b: Point, c: Point| {
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    };
    let crosses = |[a, b]: Side, [c, d]: Side| {
        side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
    };
    let mut crossings = 0;
    for (at, &one) in sides.iter().enumerate() {
        let east = one[0][0].max(one[1][0]);
        let near = sides[at + 1..].iter().take_while(|other| west(other) < east);
        crossings += near.filter(|&&other| crosses(one, other)).count();
    }
    // Where an isthmus or a strait is narrower than the grain of its coasts.
    assert!(crossings * 500 < sides.len(), "{crossings} of {} sides", sides.len());
}

#[test]
fn islands_that_matter_are_there() {
    let map = Basemap::open(WORLD).unwrap();
    let coasts = Coasts::new(&rings(&map));
    for (name, longitude, latitude) in [
        ("Phú Quốc", 103.98, 10.25),
        ("Côn Đảo", 106.60, 8.70),
        ("Cát Bà", 107.00, 20.80),
        ("Phú Quý", 108.94, 10.53),
        ("Corsica", 9.10, 42.15),
        ("Belle-Île", -3.18, 47.33),
        ("Singapore", 103.80, 1.36),
        ("Malta", 14.40, 35.90),
        ("Bahrain", 50.55, 26.05),
        ("Barbados", -59.55, 13.18),
        ("Mauritius", 57.57, -20.28),
    ] {
        assert!(coasts.is_land(unit(longitude, latitude)), "{name}");
    }
    // States of islands so small that only one of them is drawn, somewhere.
    for (name, longitude, latitude, km) in [
        ("Maldives", 73.5, 4.2, 500.0),
        ("Nauru", 166.93, -0.53, 20.0),
        ("Tuvalu", 179.2, -8.5, 500.0),
        ("Palau", 134.57, 7.5, 50.0),
        ("Marshall Islands", 171.2, 7.1, 700.0),
    ] {
        let away = coasts.away(unit(longitude, latitude));
        assert!(away < km, "{name} is {away} km off");
    }
}

#[test]
fn bounds_hold_what_they_bound() {
    let map = Basemap::open(WORLD).unwrap();
    for shape in map.land().iter().chain(map.borders()) {
        map.walk(shape, &shape.bounds, &mut |point| {
            assert!(Bounds { low: point, high: point }.inside(&shape.bounds));
        });
    }
}

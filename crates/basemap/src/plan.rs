//! `regions.toml`: how fine, where, and what is not drawn.

use anyhow::{Context, Result};
use entente_geo::{LonLat, Projected, forward};
use serde::Deserialize;

/// Kilometres a radius of the globe.
pub(super) const RADIUS: f64 = 6371.0;

/// All that the file says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    tolerance: Tolerance,
    region: Vec<Region>,
    island: Vec<Island>,
    symbol: Vec<Symbol>,
    undrawn: Vec<Undrawn>,
}

/// In kilometres.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tolerance {
    near: f64,
    far: f64,
    reach: f64,
}

/// In degrees.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    #[expect(dead_code, reason = "for those who read the file")]
    name: String,
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Island {
    #[expect(dead_code, reason = "for those who read the file")]
    name: String,
    at: [f64; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Symbol {
    #[expect(dead_code, reason = "for those who read the file")]
    name: String,
    corners: Vec<[f64; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Undrawn {
    between: [String; 2],
    #[serde(default = "south_pole")]
    south: f64,
    #[serde(default = "north_pole")]
    north: f64,
    #[expect(dead_code, reason = "for those who read the file")]
    why: String,
}

fn south_pole() -> f64 {
    -90.0
}

fn north_pole() -> f64 {
    90.0
}

impl Plan {
    /// Reads the file.
    ///
    /// # Errors
    /// With line and column, when it is not TOML or says something else.
    pub(super) fn parse(toml: &str) -> Result<Self> {
        toml::from_str(toml).with_context(|| "regions.toml cannot be read".to_owned())
    }

    /// How far off a coast may be at a point of the plane, in kilometres.
    pub(super) fn tolerance(&self, at: Projected) -> f64 {
        let Tolerance { near, far, reach } = self.tolerance;
        let away = self.region.iter().map(|region| region.distance(at)).fold(reach, f64::min);
        near + (far - near) * away / reach
    }

    /// Where islands stay that are no country's of the file.
    pub(super) fn islands(&self) -> impl Iterator<Item = Projected> {
        self.island.iter().filter_map(|island| {
            let [longitude, latitude] = island.at;
            forward(LonLat { longitude, latitude })
        })
    }

    /// Whether a place belongs to an archipelago that is drawn as a symbol.
    pub(super) fn is_symbol(&self, place: LonLat) -> bool {
        let at = [place.longitude, place.latitude];
        self.symbol.iter().any(|symbol| around(&symbol.corners, at))
    }

    /// Whether a line between two countries is drawn.
    pub(super) fn draws(&self, between: &[String; 2], line: &[LonLat]) -> bool {
        !self.undrawn.iter().any(|undrawn| {
            between.iter().all(|name| undrawn.between.contains(name))
                && line.iter().all(|at| (undrawn.south..=undrawn.north).contains(&at.latitude))
        })
    }
}

impl Region {
    /// From a point of the plane, in kilometres; 0 inside.
    fn distance(&self, at: Projected) -> f64 {
        // The sides of a region are nearly straight on the plane: its corners will do.
        let corners = [
            (self.west, self.south),
            (self.west, self.north),
            (self.east, self.south),
            (self.east, self.north),
        ]
        .map(|(longitude, latitude)| forward(LonLat { longitude, latitude }).unwrap_or(at));
        let away = |of: fn(&Projected) -> f64| {
            let (low, high) = corners
                .iter()
                .map(of)
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), corner| {
                    (low.min(corner), high.max(corner))
                });
            (low - of(&at)).max(of(&at) - high).max(0.0)
        };
        let (x, y) = (away(|corner| corner.x), away(|corner| corner.y));
        (x * x + y * y).sqrt() * RADIUS
    }
}

/// Whether a ring goes around a point: a ray from it crosses the ring an odd number of times.
pub(super) fn around(ring: &[[f64; 2]], at: [f64; 2]) -> bool {
    let mut inside = false;
    let mut last = ring.last();
    for corner in ring {
        if let Some(from) = last.replace(corner) {
            let crosses = (from[1] > at[1]) != (corner[1] > at[1]);
            let x = || from[0] + (corner[0] - from[0]) * (at[1] - from[1]) / (corner[1] - from[1]);
            inside ^= crosses && x() > at[0];
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../geo/basemap/regions.toml");
        Plan::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    fn tolerance(longitude: f64, latitude: f64) -> f64 {
        plan().tolerance(forward(LonLat { longitude, latitude }).unwrap())
    }

    #[test]
    fn coasts_are_fine_in_the_regions_and_coarser_with_every_kilometre_from_them() {
        let (paris, naples, tunis, hawaii) = (
            tolerance(2.35, 48.86),
            tolerance(14.27, 40.85),
            tolerance(10.18, 36.8),
            tolerance(-157.0, 20.0),
        );
        assert!(paris < naples && naples < tunis && tunis < hawaii);
        assert!((tolerance(105.85, 21.03) - paris).abs() < 1e-9);
    }

    #[test]
    fn symbols_stand_for_both_archipelagos_and_not_for_the_coasts_around() {
        for (longitude, latitude, symbol) in [
            (112.3, 16.8, true),
            (111.2, 15.78, true),
            (114.36, 10.38, true),
            (115.8, 10.8, true),
            (117.2, 8.5, false),
            (116.9, 7.2, false),
            (109.3, 12.2, false),
            (110.5, 18.5, false),
        ] {
            assert_eq!(
                plan().is_symbol(LonLat { longitude, latitude }),
                symbol,
                "{longitude} {latitude}"
            );
        }
    }

    #[test]
    fn a_slip_in_the_file_is_told_with_its_line() {
        let told = format!("{:#}", Plan::parse("[tolerance]\nneer = 1.0\n").err().unwrap());
        assert!(told.contains("regions.toml") && told.contains("line 2"), "{told}");
    }
}

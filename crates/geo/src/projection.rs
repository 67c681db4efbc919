//! The Natural Earth projection, forward and inverse.
//!
//! A world map on which no region is blown up beyond recognition, as Mercator's would
//! be, and no coast is sheared away. Šavrič, Jenny, Patterson, Petrovič, Hurni, "A
//! Polynomial Equation for the Natural Earth Projection" (2011): both coordinates are
//! polynomials of the latitude, so forward projection needs no trigonometry and gives
//! the same bits on every machine. The inverse finds the latitude by Newton's method.

use std::f64::consts::{FRAC_PI_2, PI};

/// A position on the globe, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// East of Greenwich, -180 to 180.
    pub longitude: f64,
    /// North of the equator, -90 to 90.
    pub latitude: f64,
}

/// A point on the plane, in radii of the globe; x to the east, y to the north.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projected {
    /// About -2.74 to 2.74 on the equator.
    pub x: f64,
    /// About -1.42 to 1.42.
    pub y: f64,
}

/// Where a position lies on the plane; `None` for coordinates outside the globe.
pub fn forward(position: LonLat) -> Option<Projected> {
    let (longitude, latitude) = (position.longitude.to_radians(), position.latitude.to_radians());
    let on_globe = longitude.abs() <= PI && latitude.abs() <= FRAC_PI_2;
    on_globe.then(|| unrolled(position))
}

/// The same where the plane goes on to the left and right: longitudes may be beyond ±180 degrees.
pub(crate) fn unrolled(position: LonLat) -> Projected {
    let (longitude, latitude) = (position.longitude.to_radians(), position.latitude.to_radians());
    Projected { x: longitude * width(latitude), y: height(latitude) }
}

/// The position at a point of the plane; `None` outside the map.
pub fn inverse(point: Projected) -> Option<LonLat> {
    const STEPS: usize = 25;
    const CLOSE: f64 = 1e-13;
    let on_map = point.y.abs() <= HIGHEST;
    on_map.then_some(())?;
    let mut latitude = point.y;
    for _ in 0..STEPS {
        let step = (height(latitude) - point.y) / slope(latitude);
        latitude -= step;
        if step.abs() < CLOSE {
            break;
        }
    }
    let latitude = latitude.clamp(-FRAC_PI_2, FRAC_PI_2);
    let longitude = point.x / width(latitude);
    (longitude.abs() <= PI)
        .then(|| LonLat { longitude: longitude.to_degrees(), latitude: latitude.to_degrees() })
}

/// Half the length of the equator on the plane.
pub(crate) const WIDEST: f64 = 0.8707 * PI;

/// Half the height of the map: where the poles lie.
pub(crate) const HIGHEST: f64 = height(FRAC_PI_2);

/// Half the width of the map at a height on the plane, which is taken to be on the map.
pub(crate) fn widest_at(y: f64) -> f64 {
    let latitude = inverse(Projected { x: 0.0, y: y.clamp(-HIGHEST, HIGHEST) });
    latitude.map_or(0.0, |place| PI * width(place.latitude.to_radians()))
}

/// Length of a parallel at a latitude in radians, in units of its angle.
fn width(latitude: f64) -> f64 {
    let p2 = latitude * latitude;
    let p4 = p2 * p2;
    0.8707 - 0.131_979 * p2 + p4 * (-0.013_791 + p4 * (0.003_971 * p2 - 0.001_529 * p4))
}

/// Distance of a parallel from the equator.
const fn height(latitude: f64) -> f64 {
    let p2 = latitude * latitude;
    let p4 = p2 * p2;
    latitude * (1.007_226 + p2 * (0.015_085 + p4 * (-0.044_475 + 0.028_874 * p2 - 0.005_916 * p4)))
}

/// The derivative of [`height`].
fn slope(latitude: f64) -> f64 {
    let p2 = latitude * latitude;
    let p4 = p2 * p2;
    1.007_226
        + p2 * (0.015_085 * 3.0
            + p4 * (-0.044_475 * 7.0 + 0.028_874 * 9.0 * p2 - 0.005_916 * 11.0 * p4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn corners_and_middle_lie_where_the_paper_has_them() {
        let at = |longitude, latitude| forward(LonLat { longitude, latitude }).unwrap();
        assert_eq!(at(0.0, 0.0), Projected { x: 0.0, y: 0.0 });
        assert!(close(at(180.0, 0.0).x, 0.8707 * PI));
        // The pole is a line about half as long as the equator.
        let pole = at(180.0, 90.0);
        assert!((pole.y - 1.424).abs() < 2e-3 && (0.4..0.6).contains(&(pole.x / at(180.0, 0.0).x)));
        // Paris is west and north of Hà Nội.
        let (paris, ha_noi) = (at(2.35, 48.86), at(105.85, 21.03));
        assert!(paris.x < ha_noi.x && paris.y > ha_noi.y);
    }

    #[test]
    fn what_is_no_place_has_no_point() {
        for (longitude, latitude) in [(181.0, 0.0), (0.0, 90.1), (f64::NAN, 0.0), (0.0, f64::NAN)] {
            assert_eq!(forward(LonLat { longitude, latitude }), None);
        }
        for (x, y) in [(0.0, 1.5), (2.8, 0.0), (2.5, 1.4), (f64::NAN, 0.0), (0.0, f64::NAN)] {
            assert_eq!(inverse(Projected { x, y }), None);
        }
    }

    proptest! {
        #[test]
        fn there_and_back(longitude in -179.999..179.999, latitude in -89.999..89.999) {
            let point = forward(LonLat { longitude, latitude }).unwrap();
            let back = inverse(point).unwrap();
            prop_assert!(close(back.longitude, longitude), "{back:?}");
            prop_assert!(close(back.latitude, latitude), "{back:?}");
        }

        #[test]
        fn any_point_is_a_place_or_none(x: f64, y: f64) {
            if let Some(place) = inverse(Projected { x, y }) {
                prop_assert!(forward(place).is_some());
            }
        }
    }
}

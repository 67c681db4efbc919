//! The part of the plane that a map shows: from places to pixels and back.
//!
//! A viewport is a value. Moving and zooming give another viewport, so the address of a view, a
//! drag and the picture that somebody exports all speak of the same thing. Its centre is
//! always a place on the globe, and at most a quarter of the viewport lies beside a world that
//! is larger than the viewport; a smaller one stays in it whole. Powers and logarithms are
//! worked out here: those of the C library differ between machines, and those that a
//! browser would have to carry along bring tables of kilobytes.

use crate::projection::{
    HIGHEST, LonLat, Projected, WIDEST, forward, inverse, unrolled, widest_at,
};
use std::f64::consts::LN_2;

/// The world is 256 pixels wide.
pub const MIN_ZOOM: f64 = 0.0;
/// About 150 metres a pixel: nearer, a map of coasts and borders has nothing to show.
pub const MAX_ZOOM: f64 = 10.0;

/// Pixels from the left to the right end of the equator at zoom 0.
const WORLD: f64 = 256.0;

/// What part of the plane the map shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// What lies in the middle.
    pub centre: LonLat,
    /// The world is 256 · 2^zoom pixels wide; [`MIN_ZOOM`] to [`MAX_ZOOM`].
    pub zoom: f64,
    /// In CSS pixels, at least one.
    pub width: f64,
    /// In CSS pixels, at least one.
    pub height: f64,
}

impl Viewport {
    /// The whole world, as large as it can be.
    pub fn world(width: f64, height: f64) -> Self {
        let (width, height) = (width.max(1.0), height.max(1.0));
        let scale = (width / (2.0 * WIDEST)).min(height / (2.0 * HIGHEST));
        let centre = LonLat { longitude: 0.0, latitude: 0.0 };
        Self { centre, zoom: zoom_of(scale), width, height }
    }

    /// The smallest viewport with all these places in it, `padding` pixels from its edge, though
    /// at most a quarter of the viewport; the world where there are none. Coordinates that are no
    /// place do not count.
    pub fn fit(places: &[LonLat], width: f64, height: f64, padding: f64) -> Self {
        let world = Self::world(width, height);
        let mut points = places.iter().filter_map(|&place| forward(place));
        let Some(first) = points.next() else { return world };
        let (low, high) = points.fold((first, first), |(low, high), point| {
            (
                Projected { x: low.x.min(point.x), y: low.y.min(point.y) },
                Projected { x: high.x.max(point.x), y: high.y.max(point.y) },
            )
        });
        let room = |size: f64| size - 2.0 * padding.min(size / 4.0).max(0.0);
        let scale =
            (room(world.width) / (high.x - low.x)).min(room(world.height) / (high.y - low.y));
        let middle = Projected { x: f64::midpoint(low.x, high.x), y: f64::midpoint(low.y, high.y) };
        Self { zoom: zoom_of(scale), ..world }.centred(middle)
    }

    /// Pixels a radius of the globe.
    pub fn scale(&self) -> f64 {
        WORLD / (2.0 * WIDEST) * power_of_two(self.zoom)
    }

    /// Where a place lies, in pixels from the left and the top edge, also beside the viewport;
    /// `None` for coordinates that are no place.
    pub fn to_pixels(&self, place: LonLat) -> Option<(f64, f64)> {
        let (point, centre, scale) = (forward(place)?, forward(self.centre)?, self.scale());
        Some((
            self.width / 2.0 + (point.x - centre.x) * scale,
            self.height / 2.0 - (point.y - centre.y) * scale,
        ))
    }

    /// The same on a plane that goes on beyond its edges: 190° east lies 10 degrees to the right of
    /// the right edge.
    pub fn unrolled_to_pixels(&self, place: LonLat) -> (f64, f64) {
        let (point, scale) = (unrolled(place), self.scale());
        let centre = unrolled(self.centre);
        (
            self.width / 2.0 + (point.x - centre.x) * scale,
            self.height / 2.0 - (point.y - centre.y) * scale,
        )
    }

    /// The place at a point, in pixels from the left and the top edge; `None` beside the globe.
    pub fn to_place(&self, x: f64, y: f64) -> Option<LonLat> {
        inverse(self.to_plane(x, y)?)
    }

    /// The viewport after what it shows was dragged by so many pixels to the right and down, as
    /// far as the world stays in sight.
    #[must_use]
    pub fn moved(&self, dx: f64, dy: f64) -> Self {
        let at = self.to_plane(self.width / 2.0 - dx, self.height / 2.0 - dy);
        at.map_or(*self, |at| self.centred(at))
    }

    /// The viewport `by` zooms nearer. What lies at a point, in pixels from the left and the top
    /// edge, stays there, as far as the world stays in sight.
    #[must_use]
    pub fn zoomed(&self, by: f64, at: (f64, f64)) -> Self {
        let zoom = (self.zoom + by).clamp(MIN_ZOOM, MAX_ZOOM);
        let (Some(centre), Some(kept)) = (forward(self.centre), self.to_plane(at.0, at.1)) else {
            return *self;
        };
        let nearer = Self { zoom, ..*self };
        let shrunk = self.scale() / nearer.scale();
        nearer.centred(Projected {
            x: kept.x + (centre.x - kept.x) * shrunk,
            y: kept.y + (centre.y - kept.y) * shrunk,
        })
    }

    /// The point of the plane, on the globe or beside it.
    fn to_plane(self, x: f64, y: f64) -> Option<Projected> {
        let (centre, scale) = (forward(self.centre)?, self.scale());
        Some(Projected {
            x: centre.x + (x - self.width / 2.0) / scale,
            y: centre.y - (y - self.height / 2.0) / scale,
        })
    }

    /// The viewport around a point, or around the nearest one from which the world is in sight.
    fn centred(self, at: Projected) -> Self {
        let scale = self.scale();
        let y = within(at.y, sight(HIGHEST, self.height / scale).min(HIGHEST));
        let x = within(at.x, sight(WIDEST, self.width / scale).min(widest_at(y)));
        // On the very edge rounding may put the point a hair beside the globe.
        let centre =
            inverse(Projected { x, y }).or_else(|| inverse(Projected { x: x * NEARLY, y }));
        Self { centre: centre.unwrap_or(self.centre), ..self }
    }
}

/// One, but for what rounding may add.
const NEARLY: f64 = 1.0 - 1e-12;

/// How far the centre of a viewport may lie from the middle of the world, given the half of the
/// world and the whole of the viewport.
fn sight(half: f64, viewport: f64) -> f64 {
    (viewport / 2.0 - half).max(half - viewport / 4.0)
}

/// The number nearest to `at` that is at most `limit` from zero; zero for what is no number.
fn within(at: f64, limit: f64) -> f64 {
    // Not `clamp`, which would bring along how its panic prints numbers.
    if at.is_nan() { 0.0 } else { at.max(-limit).min(limit) }
}

/// The zoom at which a radius of the globe takes so many pixels, or the nearest there is.
fn zoom_of(scale: f64) -> f64 {
    doublings(scale * 2.0 * WIDEST / WORLD).max(MIN_ZOOM)
}

/// How often a size has doubled that is so many times what it was, or has halved where this is
/// negative; at most [`MAX_ZOOM`] times.
pub fn doublings(ratio: f64) -> f64 {
    if ratio.is_nan() || ratio <= 0.0 {
        return 0.0;
    }
    if ratio < 1.0 {
        return -doublings(1.0 / ratio);
    }
    let (mut ratio, mut zoom) = (ratio, 0.0);
    while ratio >= 2.0 && zoom < MAX_ZOOM {
        ratio /= 2.0;
        zoom += 1.0;
    }
    // Bit by bit: the square of a number has twice its logarithm.
    let mut bit = 0.5;
    while bit > 1e-12 && zoom < MAX_ZOOM {
        ratio *= ratio;
        if ratio >= 2.0 {
            ratio /= 2.0;
            zoom += bit;
        }
        bit /= 2.0;
    }
    zoom.min(MAX_ZOOM)
}

/// 2^exponent, for exponents from [`MIN_ZOOM`] to [`MAX_ZOOM`]; others are taken to be there.
fn power_of_two(exponent: f64) -> f64 {
    let exponent = exponent.clamp(MIN_ZOOM, MAX_ZOOM);
    let whole = exponent as u32;
    // The series of e^x; below 1 its twentieth term is below the last bit.
    let rest = (exponent - f64::from(whole)) * LN_2;
    let series = (1..20).rev().fold(1.0, |sum, n| 1.0 + sum * rest / f64::from(n));
    f64::from(1_u32 << whole) * series
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PARIS: LonLat = LonLat { longitude: 2.35, latitude: 48.86 };
    const HA_NOI: LonLat = LonLat { longitude: 105.85, latitude: 21.03 };

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn the_world_touches_the_nearer_edges() {
        let viewport = Viewport::world(1000.0, 2000.0);
        let west = viewport.to_pixels(LonLat { longitude: -180.0, latitude: 0.0 }).unwrap();
        assert!(near(west.0, 0.0) && near(west.1, 1000.0), "{west:?}");
        let viewport = Viewport::world(2000.0, 500.0);
        let pole = viewport.to_pixels(LonLat { longitude: 0.0, latitude: 90.0 }).unwrap();
        assert!(near(pole.0, 1000.0) && near(pole.1, 0.0), "{pole:?}");
    }

    #[test]
    fn a_zoom_more_doubles_the_world() {
        let viewport = |zoom| Viewport { zoom, ..Viewport::world(100.0, 100.0) };
        assert!(near(viewport(0.0).scale() * 2.0 * WIDEST, 256.0));
        assert!(near(viewport(3.5).scale() / viewport(2.5).scale(), 2.0));
        assert!(near(viewport(0.5).scale() / viewport(0.0).scale(), std::f64::consts::SQRT_2));
        assert!(near(viewport(99.0).scale(), viewport(MAX_ZOOM).scale()));
    }

    #[test]
    fn no_places_are_the_world_and_one_is_as_near_as_can_be() {
        assert_eq!(Viewport::fit(&[], 800.0, 400.0, 20.0), Viewport::world(800.0, 400.0));
        let none = LonLat { longitude: f64::NAN, latitude: 0.0 };
        assert_eq!(Viewport::fit(&[none], 800.0, 400.0, 20.0), Viewport::world(800.0, 400.0));
        let one = Viewport::fit(&[PARIS], 800.0, 400.0, 20.0);
        let (x, y) = one.to_pixels(PARIS).unwrap();
        assert!(near(one.zoom, MAX_ZOOM) && near(x, 400.0) && near(y, 200.0));
    }

    #[test]
    fn two_places_touch_the_padding() {
        let viewport = Viewport::fit(&[PARIS, HA_NOI], 800.0, 600.0, 50.0);
        let (paris, ha_noi) =
            (viewport.to_pixels(PARIS).unwrap(), viewport.to_pixels(HA_NOI).unwrap());
        assert!((paris.0 - 50.0).abs() < 1e-3 && (ha_noi.0 - 750.0).abs() < 1e-3);
    }

    #[test]
    fn what_is_shown_follows_the_pointer() {
        let viewport = Viewport::fit(&[PARIS, HA_NOI], 800.0, 600.0, 50.0);
        let (before, after) = (
            viewport.to_pixels(PARIS).unwrap(),
            viewport.moved(30.0, -20.0).to_pixels(PARIS).unwrap(),
        );
        assert!(near(after.0, before.0 + 30.0) && near(after.1, before.1 - 20.0));
    }

    #[test]
    fn the_world_cannot_be_dragged_away() {
        let world = Viewport::world(800.0, 600.0);
        let far = Viewport { zoom: 4.0, ..world }.moved(1e9, 0.0);
        let west = far.to_pixels(LonLat { longitude: -180.0, latitude: 0.0 }).unwrap();
        assert!(near(west.0, 200.0), "a quarter of the viewport is beside the globe: {west:?}");
        // A world smaller than the viewport stays in it whole.
        let small = Viewport { zoom: 0.0, ..Viewport::world(400.0, 400.0) }.moved(-1e9, 0.0);
        let west = small.to_pixels(LonLat { longitude: -180.0, latitude: 0.0 }).unwrap();
        assert!(near(west.0, 0.0), "{west:?}");
    }

    fn place() -> impl Strategy<Value = LonLat> {
        (-179.9..179.9, -89.0..89.0)
            .prop_map(|(longitude, latitude)| LonLat { longitude, latitude })
    }

    fn viewport() -> impl Strategy<Value = Viewport> {
        (place(), MIN_ZOOM..MAX_ZOOM, 100.0..2000.0, 100.0..2000.0)
            .prop_map(|(centre, zoom, width, height)| Viewport { centre, zoom, width, height })
    }

    proptest! {
        #[test]
        fn to_pixels_and_back(viewport in viewport(), place in place()) {
            let (x, y) = viewport.to_pixels(place).unwrap();
            let back = viewport.to_place(x, y).unwrap();
            prop_assert!(near(back.longitude, place.longitude) && near(back.latitude, place.latitude));
        }

        #[test]
        fn a_fit_has_all_in_it(
            places in prop::collection::vec(place(), 1..8),
            width in 200.0..2000.0,
            height in 200.0..2000.0,
            padding in 0.0..50.0,
        ) {
            let viewport = Viewport::fit(&places, width, height, padding);
            for place in places {
                let (x, y) = viewport.to_pixels(place).unwrap();
                let inside = |at: f64, size: f64| (padding - 1e-3..=size - padding + 1e-3).contains(&at);
                // A world as small as can be may be larger than the viewport.
                let whole = viewport.zoom <= MIN_ZOOM;
                prop_assert!(whole || inside(x, width) && inside(y, height), "{x} {y} {viewport:?}");
            }
        }

        #[test]
        fn what_lies_under_the_pointer_stays_there(
            place in place(),
            by in 0.0..3.0,
            x in 0.0..800.0,
            y in 0.0..600.0,
        ) {
            let viewport = Viewport { centre: place, zoom: 4.0, width: 800.0, height: 600.0 }.moved(0.0, 0.0);
            let before = viewport.to_plane(x, y).unwrap();
            let after = viewport.zoomed(by, (x, y));
            // Where the centre has met the edge of the globe, the globe stays in sight instead.
            let met = inverse(before).is_none();
            let after = after.to_plane(x, y).unwrap();
            prop_assert!(met || near(after.x, before.x) && near(after.y, before.y));
        }

        #[test]
        fn any_numbers_give_a_frame_with_a_centre(
            viewport in viewport(), dx: f64, dy: f64, by: f64, x: f64, y: f64,
        ) {
            for viewport in [viewport.moved(dx, dy), viewport.zoomed(by, (x, y)), viewport.moved(f64::NAN, dy)] {
                prop_assert!(viewport.to_pixels(viewport.centre).is_some());
                prop_assert!((MIN_ZOOM..=MAX_ZOOM).contains(&viewport.zoom), "{viewport:?}");
            }
        }
    }
}

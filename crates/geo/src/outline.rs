//! What of the basemap a viewport shows, as SVG path data in its pixels.
//!
//! The viewport is enlarged by a margin, so that the same path serves while the map is dragged,
//! and all is cut off at the edges of that. Rings are cut as polygons, so that fills are right,
//! and go along these edges where land goes on behind them: with a margin no stroke of them is
//! seen. What is too small to see at this zoom is left out: points closer to the last than
//! [`STEP`], shapes smaller than [`SMALLEST`].

use crate::basemap::{Basemap, Bounds, Shape, UNIT};
use crate::path::{Path, Pixel, Rectangle};
use crate::projection::{LonLat, forward};
use crate::viewport::Viewport;

/// Pixels between two points, in x or y.
const STEP: f64 = 0.7;

/// Pixels that a shape must be wide or high.
const SMALLEST: f64 = 1.0;

/// Paths in the pixels of a viewport.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Closed rings, to be filled. Lakes turn the other way, so either rule of filling is right.
    pub land: String,
    /// Lines between countries on land.
    pub borders: String,
}

/// Land and borders in a viewport that is larger by `margin` of its size on each side.
pub fn outline(basemap: &Basemap<'_>, viewport: &Viewport, margin: f64) -> Outline {
    Sheet::new(viewport, margin).map(|sheet| sheet.outline(basemap)).unwrap_or_default()
}

/// The edge of the globe in a viewport that is larger by `margin` of its size on each side: a
/// closed ring, empty where the globe is not in sight.
pub fn globe(viewport: &Viewport, margin: f64) -> String {
    let Some(sheet) = Sheet::new(viewport, margin) else { return String::new() };
    let side = |sign: i32| {
        (-90..=90).filter_map(move |degree| {
            let (longitude, latitude) = (f64::from(180 * sign), f64::from(degree * sign));
            forward(LonLat { longitude, latitude })
        })
    };
    let mut points: Vec<Pixel> = side(1)
        .chain(side(-1))
        .map(|point| sheet.pixel([point.x * UNIT, point.y * UNIT]))
        .collect();
    let mut path = Path::default();
    path.ring(&mut points, &mut Vec::new(), &sheet.edges);
    path.text()
}

/// What is drawn on: where units of the basemap lie in pixels, and how far the sheet goes.
struct Sheet {
    /// Pixels a unit.
    scale: f64,
    /// The pixel of the middle of the map.
    middle: Pixel,
    /// In pixels.
    edges: Rectangle,
    /// The same in units, rounded outwards.
    sight: Bounds,
}

impl Sheet {
    fn new(viewport: &Viewport, margin: f64) -> Option<Self> {
        let middle = viewport.to_pixels(LonLat { longitude: 0.0, latitude: 0.0 })?;
        let (middle, scale) = ([middle.0, middle.1], viewport.scale() / UNIT);
        let size = [viewport.width, viewport.height];
        let edges = [size.map(|size| -size * margin), size.map(|size| size * (1.0 + margin))];
        // Pixels go down and units go up.
        let unit = |corner: [usize; 2], round: f64| {
            let x = (edges[corner[0]][0] - middle[0]) / scale + round;
            let y = (middle[1] - edges[corner[1]][1]) / scale + round;
            [x as i32, y as i32]
        };
        let sight = Bounds { low: unit([0, 1], -1.0), high: unit([1, 0], 1.0) };
        Some(Self { scale, middle, edges, sight })
    }

    fn outline(&self, basemap: &Basemap<'_>) -> Outline {
        let (mut land, mut borders) = (Path::default(), Path::default());
        let (mut points, mut spare) = (Vec::new(), Vec::new());
        for shape in self.seen(basemap.land()) {
            self.points(basemap, shape, &mut points);
            land.ring(&mut points, &mut spare, &self.edges);
        }
        for shape in self.seen(basemap.borders()) {
            self.points(basemap, shape, &mut points);
            borders.line(&points, &self.edges);
        }
        Outline { land: land.text(), borders: borders.text() }
    }

    /// The shapes of which something can be seen.
    fn seen<'a>(&self, shapes: &'a [Shape]) -> impl Iterator<Item = &'a Shape> {
        let size = move |bounds: &Bounds, axis: usize| {
            f64::from(bounds.high[axis] - bounds.low[axis]) * self.scale
        };
        shapes.iter().filter(move |Shape { bounds, .. }| {
            !bounds.beside(&self.sight) && size(bounds, 0).max(size(bounds, 1)) >= SMALLEST
        })
    }

    /// The points of a shape, as many as can be told apart.
    fn points(&self, basemap: &Basemap<'_>, shape: &Shape, points: &mut Vec<Pixel>) {
        points.clear();
        let mut last = None;
        basemap.walk(shape, &self.sight, &mut |point| {
            let pixel = self.pixel([f64::from(point[0]), f64::from(point[1])]);
            let far = |kept: Pixel| {
                (pixel[0] - kept[0]).abs() >= STEP || (pixel[1] - kept[1]).abs() >= STEP
            };
            match points.last() {
                Some(&kept) if !far(kept) => last = Some(pixel),
                _ => {
                    points.push(pixel);
                    last = None;
                }
            }
        });
        // Lines end where they end.
        points.extend(last);
    }

    fn pixel(&self, units: [f64; 2]) -> Pixel {
        [self.middle[0] + units[0] * self.scale, self.middle[1] - units[1] * self.scale]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basemap::WORLD;
    use proptest::prelude::*;

    fn viewport(longitude: f64, latitude: f64, zoom: f64) -> Viewport {
        Viewport { centre: LonLat { longitude, latitude }, zoom, width: 400.0, height: 300.0 }
    }

    fn world() -> Basemap<'static> {
        Basemap::open(WORLD).expect("the committed map is whole")
    }

    /// The lines of a path; the other side of `Path`.
    fn lines(path: &str) -> Vec<Vec<Pixel>> {
        let mut lines = Vec::new();
        for line in path.split('M').skip(1) {
            let mut numbers = Vec::new();
            let mut number = String::new();
            for letter in line.chars().chain(['z']) {
                if !matches!(letter, '0'..='9' | '.') && !number.is_empty() {
                    numbers.push(number.parse::<f64>().unwrap());
                    number.clear();
                }
                if matches!(letter, '0'..='9' | '.' | '-') {
                    number.push(letter);
                }
            }
            let mut at = [0.0, 0.0];
            let points = numbers.chunks(2).map(|step| {
                at = [at[0] + step[0], at[1] + step[1]];
                at
            });
            lines.push(points.collect());
        }
        lines
    }

    /// Of all rings together, in square pixels; lakes count against land.
    fn area(path: &str) -> f64 {
        let twice = |ring: Vec<Pixel>| -> f64 {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - a[1] * b[0]).sum()
        };
        lines(path).into_iter().map(twice).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn land_fills_a_frame_inland_and_nothing_one_at_sea() {
        let inland = outline(&world(), &viewport(25.0, 5.0, 7.0), 0.0);
        assert!((area(&inland.land) - 120_000.0).abs() < 1.0);
        let at_sea = outline(&world(), &viewport(-30.0, 30.0, 7.0), 0.0);
        assert_eq!(at_sea, Outline::default());
    }

    #[test]
    fn about_as_much_of_the_globe_is_land_as_is_known() {
        let viewport = Viewport::world(1440.0, 700.0);
        let share = area(&outline(&world(), &viewport, 0.0).land) / area(&globe(&viewport, 0.0));
        // 29 % of the globe; the projection shows the north, where more of it is, larger.
        assert!((0.27..0.36).contains(&share), "{share}");
    }

    #[test]
    fn the_globe_fills_a_frame_within_it() {
        assert!((area(&globe(&viewport(0.0, 0.0, 5.0), 0.5)) - 480_000.0).abs() < 1.0);
        let beside = globe(&viewport(179.0, 0.0, 5.0), 0.0);
        assert!((1.0..120_000.0).contains(&area(&beside)));
    }

    #[test]
    fn numbers_that_are_none_draw_nothing() {
        let none = Viewport {
            centre: LonLat { longitude: f64::NAN, latitude: 0.0 },
            ..viewport(0.0, 0.0, 1.0)
        };
        assert_eq!(outline(&world(), &none, 0.0), Outline::default());
        assert_eq!(globe(&none, 0.0), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn nothing_lies_beyond_the_margin(
            longitude in -170.0..170.0, latitude in -80.0..80.0, zoom in 0.0..10.0, margin in 0.0..1.0,
        ) {
            let drawn = outline(&world(), &viewport(longitude, latitude, zoom), margin);
            for [x, y] in lines(&drawn.land).concat().into_iter().chain(lines(&drawn.borders).concat()) {
                prop_assert!((-400.1 * margin - 0.1..=400.1 * (1.0 + margin)).contains(&x), "{x}");
                prop_assert!((-300.1 * margin - 0.1..=300.1 * (1.0 + margin)).contains(&y), "{y}");
            }
        }

        #[test]
        fn what_is_passed_over_is_not_missed(
            longitude in -170.0..170.0, latitude in -80.0..80.0, zoom in 2.0..10.0,
        ) {
            let map = world();
            let sheet = Sheet::new(&viewport(longitude, latitude, zoom), 0.0).unwrap();
            let all = Bounds { low: [i32::MIN; 2], high: [i32::MAX; 2] };
            let seen = sheet.outline(&map);
            let walked = Sheet { sight: all, ..sheet }.outline(&map);
            // Points left out for being near depend on where the line came from.
            prop_assert!((area(&seen.land) - area(&walked.land)).abs() < 60.0);
            prop_assert_eq!(lines(&seen.borders).is_empty(), lines(&walked.borders).is_empty());
        }
    }
}

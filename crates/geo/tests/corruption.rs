//! What is written comes back, and no bytes make a map panic.
#![allow(clippy::unwrap_used)]

use entente_geo::basemap::{DecodeError, UNIT, Vertex, write};
use entente_geo::{Basemap, Projected, Viewport, WORLD, outline};
use proptest::prelude::*;

fn points(map: &Basemap<'_>, shape: &entente_geo::basemap::Shape) -> Vec<[i32; 2]> {
    let mut points = Vec::new();
    map.walk(shape, &shape.bounds, &mut |point| points.push(point));
    points
}

/// Opens the bytes and draws them, where that can be done.
fn draw(bytes: &[u8]) {
    if let Ok(map) = Basemap::open(bytes) {
        let frame = Viewport::world(300.0, 200.0);
        let _ = outline(&map, &frame, 0.0);
        let _ = outline(&map, &Viewport { zoom: 6.0, ..frame }, 0.5);
    }
}

/// A map of two rings and a line, with long steps, runs and grains.
fn small() -> Vec<u8> {
    let at = |x: f64, y: f64, grain| Vertex { at: Projected { x, y }, grain };
    let wheel = |n: i32| {
        let turn = f64::from(n);
        at(turn / 200.0, if n % 2 == 0 { 0.3 } else { 0.31 }, u8::from(n > 30))
    };
    let ring: Vec<_> = (0..100).map(wheel).chain([at(0.5, -1.0, 3), at(0.0, -1.0, 3)]).collect();
    let far = vec![at(-2.7, 0.1, 0), at(2.7, 0.1, 0), at(2.7, -0.1, 8)];
    write(&[ring, far], &[vec![at(0.1, 0.1, 2), at(0.2, 0.2, 2)]])
}

#[test]
fn what_is_no_basemap_or_of_another_version_is_told() {
    assert_eq!(Basemap::open(b"").err(), Some(DecodeError::NotABasemap));
    assert_eq!(Basemap::open(b"Basemap\r\n").err(), Some(DecodeError::NotABasemap));
    let mut bytes = WORLD.to_vec();
    bytes[8] = 9;
    assert_eq!(Basemap::open(&bytes).err(), Some(DecodeError::Version { found: 9 }));
    assert!(DecodeError::Version { found: 9 }.to_string().contains("version 9"));
}

#[test]
fn a_map_cut_anywhere_is_refused() {
    let bytes = small();
    assert!(Basemap::open(&bytes).is_ok());
    for end in 0..bytes.len() {
        assert!(Basemap::open(&bytes[..end]).is_err(), "{end} bytes");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert!(Basemap::open(&longer).is_err());
}

#[test]
fn no_changed_byte_makes_a_map_panic() {
    let mut bytes = small();
    for at in 0..bytes.len() {
        let right = bytes[at];
        for wrong in [0, 1, 0x7f, 0x80, 0xff, right ^ 1, right ^ 0x80] {
            bytes[at] = wrong;
            draw(&bytes);
        }
        bytes[at] = right;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_changes_to_the_world_make_it_panic(
        changes in prop::collection::vec((0..WORLD.len(), any::<u8>()), 1..4),
    ) {
        let mut bytes = WORLD.to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        draw(&bytes);
    }

    #[test]
    fn no_bytes_behind_a_label_panic(bytes: Vec<u8>) {
        draw(&[&WORLD[..9], &bytes].concat());
    }

    #[test]
    fn shapes_come_back_as_exactly_as_their_grain(
        corners in prop::collection::vec((-2.7..2.7, -1.4..1.4, 0..=8_u8), 2..200),
        border: bool,
    ) {
        let shape: Vec<_> = corners
            .iter()
            .map(|&(x, y, grain)| Vertex { at: Projected { x, y }, grain })
            .collect();
        let (land, borders) = if border { (vec![], vec![shape]) } else { (vec![shape], vec![]) };
        let bytes = write(&land, &borders);
        let map = Basemap::open(&bytes).unwrap();
        let shapes = if border { map.borders() } else { map.land() };
        prop_assume!(shapes.len() == 1);
        let told = points(&map, &shapes[0]);
        let (mut left, coarsest) = (&told[..], f64::from(1 << 8));
        // Steps that take more than two bytes go by way of others.
        for (x, y, _) in corners {
            let near = |point: &[i32; 2]| {
                (f64::from(point[0]) - x * UNIT).abs() <= coarsest
                    && (f64::from(point[1]) - y * UNIT).abs() <= coarsest
            };
            let found = left.iter().position(near);
            prop_assert!(found.is_some(), "{x} {y} of {told:?}");
            left = &left[found.unwrap_or(0)..];
        }
    }
}

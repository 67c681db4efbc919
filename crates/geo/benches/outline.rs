//! How long the map takes to open, and to be drawn anew after it was moved: the world on a desk
//! and on a phone, France and Việt Nam at two zooms, each with half of its size around it.

use divan::Bencher;
use entente_geo::{Basemap, LonLat, Viewport, WORLD, outline};

fn main() {
    divan::main();
}

fn view(name: &str) -> Viewport {
    let frame = |longitude, latitude, zoom| Viewport {
        centre: LonLat { longitude, latitude },
        zoom,
        ..Viewport::world(1440.0, 700.0)
    };
    match name {
        "phone" => Viewport::world(390.0, 400.0),
        "France, 5" => frame(2.5, 46.5, 5.0),
        "France, 7" => frame(2.5, 46.5, 7.0),
        "Việt Nam, 5" => frame(106.0, 16.0, 5.0),
        "Việt Nam, 7" => frame(106.0, 20.5, 7.0),
        _ => Viewport::world(1440.0, 700.0),
    }
}

#[divan::bench]
fn open() -> usize {
    Basemap::open(divan::black_box(WORLD)).map_or(0, |map| map.land().len())
}

#[divan::bench(args = ["world", "phone", "France, 5", "France, 7", "Việt Nam, 5", "Việt Nam, 7"])]
fn draw(bencher: Bencher, name: &str) {
    let map = Basemap::open(WORLD).expect("the committed map is whole");
    let frame = view(name);
    bencher.bench(|| outline(&map, divan::black_box(&frame), 0.5));
}

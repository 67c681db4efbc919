//! `cargo xtask basemap`: the map of land and land borders, derived from Natural Earth.
//!
//! Its result is committed with its provenance, so no build needs this task or a network. It is
//! deterministic: the same package and plan give the same bytes.
//!
//! - [`source`]: the npm package, pinned
//! - [`topology`]: TopoJSON as chains of degrees
//! - [`plan`]: `regions.toml`: how fine, where, and what is not drawn
//! - [`dateline`]: rings across the date line, cut there
//! - [`simplify`]: fewer corners, the same topology
//! - [`coast`], [`borders`]: which rings and lines there are
//! - [`provenance`]: what the result was made of

mod borders;
mod coast;
mod dateline;
mod plan;
mod provenance;
mod simplify;
mod source;
mod topology;

use crate::server::brotli;
use crate::trouble::{Result, Saying, Trouble};
use crate::workspace;
use entente_geo::Plane;
use entente_geo::basemap::{UNIT, Vertex, write};
use plan::{Plan, RADIUS};
use source::Atlas;
use std::fs;
use std::path::PathBuf;
use topology::Topology;

/// What the file may weigh in the page, in bytes at Brotli 11.
const BUDGET: usize = 60_000;

/// Steps of a coast are told in parts of the tolerance.
const PARTS: f64 = 3.0;

/// Where the basemap and what belongs to it lies.
fn folder() -> PathBuf {
    workspace::root().join("crates/geo/basemap")
}

/// Makes the basemap and its provenance, or compares them with those that are there.
///
/// # Errors
/// When the package cannot be had, a file cannot be read or written, the result is too large
/// or, with `check`, not the one that is committed.
pub fn run(check: bool) -> Result<()> {
    let atlas = Atlas::fetch()?;
    let regions = read("regions.toml")?;
    let plan = Plan::parse(&String::from_utf8_lossy(&regions))?;
    let land = Topology::read(atlas.file(source::LAND)?, "land")?;
    let countries = Topology::read(atlas.file(source::COUNTRIES)?, "countries")?;
    let coasts = coast::coasts(&land, &countries, &plan);
    let borders = borders::borders(&countries, &coasts, &plan);
    let corners = |shapes: &[Vec<Plane>]| shapes.iter().map(Vec::len).sum::<usize>();
    println!(
        "{} rings of land with {} corners, {} borders with {}",
        coasts.len(),
        corners(&coasts),
        borders.len(),
        corners(&borders)
    );
    let bytes = write(&vertices(coasts, &plan), &vertices(borders, &plan));
    let provenance = provenance::text(&atlas, &regions, &bytes)?;
    let weight = brotli(&bytes).len();
    if weight > BUDGET {
        return Err(Trouble::new(format!(
            "the basemap has {weight} bytes at Brotli 11, {BUDGET} are allowed: raise a tolerance \
             in regions.toml"
        )));
    }
    let results = [("world.basemap", &bytes[..]), ("PROVENANCE.toml", provenance.as_bytes())];
    for (name, content) in results {
        let path = folder().join(name);
        if !check {
            fs::write(&path, content).saying(|| format!("{} cannot be written", path.display()))?;
        } else if read(name)? != content {
            return Err(Trouble::new(format!(
                "{} is not what the package gives; `cargo xtask basemap` makes it",
                path.display()
            )));
        }
    }
    println!("world.basemap: {} bytes, {weight} at Brotli 11", bytes.len());
    Ok(())
}

fn read(name: &str) -> Result<Vec<u8>> {
    let path = folder().join(name);
    fs::read(&path).saying(|| format!("{} cannot be read", path.display()))
}

/// The shapes one near the other, with how exactly each corner must be told.
fn vertices(mut shapes: Vec<Vec<Plane>>, plan: &Plan) -> Vec<Vec<Vertex>> {
    let mut ordered = Vec::new();
    let mut last = Plane { x: 0.0, y: 0.0 };
    let far =
        |shape: &[Plane], last| shape.first().map_or(0.0, |&first| coast::distance2(first, last));
    while let Some((at, _)) =
        shapes.iter().enumerate().min_by(|(_, a), (_, b)| far(a, last).total_cmp(&far(b, last)))
    {
        let shape = shapes.swap_remove(at);
        last = shape.first().copied().unwrap_or(last);
        let (low, high) = coast::bounds(&shape);
        let size = (high.x - low.x).max(high.y - low.y) * RADIUS;
        let vertex = |at: Plane| Vertex { at, grain: grain(plan.tolerance(at).min(size / 2.0)) };
        ordered.push(shape.into_iter().map(vertex).collect());
    }
    ordered
}

/// The coarsest grain that is a part of a length in kilometres.
fn grain(length: f64) -> u8 {
    let units = length / RADIUS * UNIT / PARTS;
    (0..8).take_while(|&grain| f64::from(2_u32 << grain) <= units).count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the finest file of countries is called.
    fn finest() -> String {
        source::COUNTRIES.replace("50m", "10m")
    }

    #[test]
    fn the_map_is_the_one_that_its_provenance_tells_of() {
        let text = String::from_utf8(read("PROVENANCE.toml").unwrap()).unwrap();
        let told: toml::Table = text.parse().unwrap();
        let [map, regions] = ["world.basemap", "regions.toml"].map(|name| read(name).unwrap());
        assert_eq!(told["result"]["sha256"].as_str(), Some(&*provenance::hash(&map)));
        assert_eq!(told["result"]["bytes"].as_integer(), Some(map.len() as i64));
        let parameters = &told["parameters"]["sha256"]["regions.toml"];
        assert_eq!(parameters.as_str(), Some(&*provenance::hash(&regions)), "make it again");
        assert_eq!(told["source"]["sha512"].as_str(), Some(source::PACKAGE.sha512));
        let files: Vec<_> = told["source"]["sha256"].as_table().unwrap().keys().collect();
        assert_eq!(files, [source::COUNTRIES, source::LAND]);
    }

    #[test]
    fn the_map_is_light_enough_for_the_page() {
        let weight = brotli(&read("world.basemap").unwrap()).len();
        assert!(weight <= BUDGET, "{weight} bytes at Brotli 11");
    }

    #[test]
    fn nothing_names_the_finest_file_of_countries() {
        let code = workspace::root().join("xtask/src/basemap");
        let files = [folder(), code].map(|folder| fs::read_dir(folder).unwrap());
        for file in files.into_iter().flatten().map(|file| file.unwrap().path()) {
            let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
            assert!(!text.contains(&finest()), "{}", file.display());
        }
    }
}

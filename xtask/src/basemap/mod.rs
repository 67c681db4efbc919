//! `cargo xtask basemap`: the map of land and land borders, derived from Natural Earth.
//!
//! Its result is committed with its provenance, so no build needs this task or a network. It is
//! deterministic: the same package and plan give the same bytes.
//!
//! - [`source`]: the npm package, pinned
//! - [`provenance`]: what the result was made of

mod provenance;
mod source;

use crate::server::brotli;
use crate::workspace;
use anyhow::{Context, Error, Result};
use entente_basemap::Basemap;
use source::Atlas;
use std::fs;
use std::path::PathBuf;

/// What the file may weigh in the page, in bytes at Brotli 11.
const BUDGET: usize = 60_000;

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
    let [land, countries] = [atlas.file(source::LAND)?, atlas.file(source::COUNTRIES)?];
    let basemap = entente_basemap::derive(land, countries, &String::from_utf8_lossy(&regions))?;
    let Basemap { coasts, borders, corners, bytes } = &basemap;
    println!("{coasts} rings of land and {borders} borders with {corners} corners");
    let provenance = provenance::text(&atlas, &regions, bytes)?;
    let weight = brotli(bytes).len();
    if weight > BUDGET {
        return Err(Error::msg(format!(
            "the basemap has {weight} bytes at Brotli 11, {BUDGET} are allowed: raise a tolerance \
             in regions.toml"
        )));
    }
    let results = [("world.basemap", &**bytes), ("PROVENANCE.toml", provenance.as_bytes())];
    for (name, content) in results {
        let path = folder().join(name);
        if !check {
            fs::write(&path, content)
                .with_context(|| format!("{} cannot be written", path.display()))?;
        } else if read(name)? != content {
            return Err(Error::msg(format!(
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
    fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
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
        let [task, library] =
            ["xtask/src/basemap", "crates/basemap/src"].map(|code| workspace::root().join(code));
        let files = [folder(), task, library].map(|folder| fs::read_dir(folder).unwrap());
        for file in files.into_iter().flatten().map(|file| file.unwrap().path()) {
            let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
            assert!(!text.contains(&finest()), "{}", file.display());
        }
    }
}

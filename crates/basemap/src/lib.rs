//! The map of land and land borders, simplified from Natural Earth.
//!
//! Pure: bytes of TopoJSON and a plan in, bytes of a basemap out, the same on every machine. The
//! result is committed in `crates/geo/basemap`; no build runs this. No library serves here: those
//! that simplify treat each line alone, while a border and the coast that it ends at must stay
//! together.
//!
//! - [`topology`]: TopoJSON as chains of degrees
//! - [`plan`]: `regions.toml`: how fine, where, and what is not drawn
//! - [`dateline`]: rings across the date line, cut there
//! - [`simplify`]: fewer corners, the same topology
//! - [`coast`], [`borders`]: which rings and lines there are

mod borders;
mod coast;
mod dateline;
mod plan;
mod simplify;
mod topology;

use anyhow::Result;
use entente_geo::Projected;
use entente_geo::basemap::{UNIT, Vertex, write};
use plan::{Plan, RADIUS};
use topology::Topology;

/// Steps of a coast are told in thirds of the tolerance or, where it is coarser than so many
/// kilometres, in two thirds of it.
const COARSE: f64 = 12.0;

/// A basemap, and what it holds.
#[derive(Debug)]
pub struct Basemap {
    /// In the format of [`entente_geo::basemap`].
    pub bytes: Vec<u8>,
    /// Rings of land.
    pub coasts: usize,
    /// Lines between countries.
    pub borders: usize,
    /// Corners of both.
    pub corners: usize,
}

/// The basemap of the land in one file of TopoJSON and of the borders in another, as a plan in
/// TOML (`regions.toml`) says.
///
/// # Errors
/// When a file is not TopoJSON or lacks its collection, or the plan is not understood.
pub fn derive(land: &[u8], countries: &[u8], plan: &str) -> Result<Basemap> {
    let plan = Plan::parse(plan)?;
    let land = Topology::read(land, "land")?;
    let countries = Topology::read(countries, "countries")?;
    let coasts = coast::coasts(&land, &countries, &plan);
    let borders = borders::borders(&countries, &coasts, &plan);
    Ok(Basemap {
        coasts: coasts.len(),
        borders: borders.len(),
        corners: coasts.iter().chain(&borders).map(Vec::len).sum(),
        bytes: write(&vertices(coasts, &plan), &vertices(borders, &plan)),
    })
}

/// The shapes one near the other, with how exactly each corner must be told.
fn vertices(mut shapes: Vec<Vec<Projected>>, plan: &Plan) -> Vec<Vec<Vertex>> {
    let mut ordered = Vec::new();
    let mut last = Projected { x: 0.0, y: 0.0 };
    let far = |shape: &[Projected], last| {
        shape.first().map_or(0.0, |&first| coast::distance2(first, last))
    };
    while let Some((at, _)) =
        shapes.iter().enumerate().min_by(|(_, a), (_, b)| far(a, last).total_cmp(&far(b, last)))
    {
        let shape = shapes.swap_remove(at);
        last = shape.first().copied().unwrap_or(last);
        let (low, high) = coast::bounds(&shape);
        let size = (high.x - low.x).max(high.y - low.y) * RADIUS;
        let vertex =
            |at: Projected| Vertex { at, grain: grain(plan.tolerance(at).min(size / 2.0)) };
        ordered.push(shape.into_iter().map(vertex).collect());
    }
    ordered
}

/// The coarsest grain that is a part of a length in kilometres.
fn grain(length: f64) -> u8 {
    let parts = if length < COARSE { 3.0 } else { 1.5 };
    let units = length / RADIUS * UNIT / parts;
    (0..8).take_while(|&grain| f64::from(2_u32 << grain) <= units).count() as u8
}

//! Land and land borders of the world, as bytes that are drawn from in place.
//!
//! There are closed rings of land (holes too, such as the Caspian) and lines between
//! countries on land, and nothing else: no country, no sea, nothing that could be filled by
//! country. Points lie on the plane of the projection already, so drawing them is one
//! multiplication a coordinate. A coast is told point by point as steps, coarse ones where
//! the map is coarse. Every few dozen steps a new run begins; the reader knows the bounds
//! of each, and passes over runs that are out of sight without reading their steps.
//!
//! ```text
//! bytes 0..8   label "Basemap\n"
//! 8            version
//! 9..          five columns, each behind its length in bytes (u32, little-endian):
//!   runs       a varint a run: steps · 4 + 2 where it begins a shape + 1 where that is a border
//!   grains     a byte a run: each step is a multiple of 2^grain units
//!   starts     two zigzag varints a shape: steps to its first point from that of the last shape
//!   dx, dy     a number a step: one byte from -127 to 127, or -128 and two bytes
//! ```
//!
//! Numbers of one kind stand together because they compress better so. Nothing is said
//! twice, so nothing can contradict: bounds are worked out when the bytes are opened. The
//! ring of a shape closes from its last point to its first.
//!
//! - [`read`]: opening and walking
//! - [`write`]: the other side, for `cargo xtask basemap`
//! - `decode_error`: what can be wrong with the bytes

mod decode_error;
mod read;
mod write;

pub use decode_error::DecodeError;
pub use read::{Basemap, Bounds, Shape};
pub use write::{Vertex, write};

/// The map of this release; `PROVENANCE.toml` beside it says what it is made of.
pub static WORLD: &[u8] = include_bytes!("../../basemap/world.basemap");

/// Units a radius of the globe: one is about 97 metres.
pub const UNIT: f64 = 65_536.0;

/// The first bytes of every basemap. The line feed shows a transfer that meddles with line ends.
const LABEL: &[u8; 8] = b"Basemap\n";

/// Any change of layout or meaning raises it.
const VERSION: u8 = 1;

/// The coarsest grain.
const COARSEST: u8 = 8;

/// The byte before a step that takes two.
const LONG: u8 = 0x80;

/// No point lies further from the middle of the map, in units; x and y.
const FARTHEST: [i32; 2] = [180_000, 94_000];

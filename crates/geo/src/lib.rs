//! The map: where places lie on a plane, and what land is around them.
//!
//! - [`projection`]: the pair of functions between the globe and the plane
//! - [`viewport`]: the part of the plane that is shown, in pixels
//! - [`basemap`]: land and land borders of the world as bytes
//! - [`outline`]: what of them a viewport shows, as paths; [`path`] writes these
//! - [`archipelagos`]: islands that are symbols, so that the map takes no side
//! - [`stack`]: places that would hide each other stand as one
//! - [`labels`]: names that do not cover each other

pub mod archipelagos;
pub mod basemap;
pub mod labels;
pub mod outline;
mod path;
pub mod projection;
pub mod stack;
pub mod viewport;

pub use archipelagos::{ARCHIPELAGOS, Name, SEA};
pub use basemap::{Basemap, WORLD};
pub use outline::{Outline, globe, outline};
pub use projection::{LonLat, Projected, forward, inverse};
pub use viewport::Viewport;

//! The map: where places lie on a plane.
//!
//! - [`projection`]: the pair of functions between the globe and the plane

pub mod projection;

pub use projection::{Place, Plane, forward, inverse};

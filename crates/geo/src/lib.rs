//! The map: where places lie on a plane.
//!
//! - [`projection`]: the pair of functions between the globe and the plane
//! - [`frame`]: the part of the plane that is shown, in pixels

pub mod frame;
pub mod projection;

pub use frame::Frame;
pub use projection::{Place, Plane, forward, inverse};

//! The map: where places lie on a plane.
//!
//! - [`labels`]: names that do not cover each other
//! - [`stack`]: places that would hide each other stand as one
//! - [`projection`]: the pair of functions between the globe and the plane
//! - [`frame`]: the part of the plane that is shown, in pixels

pub mod frame;
pub mod labels;
pub mod projection;
pub mod stack;

pub use frame::Frame;
pub use projection::{Place, Plane, forward, inverse};

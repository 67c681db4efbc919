//! The wasm file: its parts, and what is done to them.
//!
//! - [`format`]: sections, and what they are made of
//! - [`interface`]: imports and exports
//! - [`places`]: where in the sources a panic arose
//! - [`optimiser`]: Binaryen's optimiser
//! - [`order`]: functions that look alike, side by side
//! - [`tables`]: what one version of it gets wrong

pub mod format;
pub mod interface;
pub mod optimiser;
pub mod order;
pub mod places;
pub mod tables;

pub use format::sections;

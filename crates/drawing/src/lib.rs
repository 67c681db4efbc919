//! What drawings are made of, on the page and in files: paths, words, and groups of them. All
//! lengths are CSS pixels; x goes to the right, y down. How a shape looks is said by its class in
//! the style sheet.
//!
//! - [`shape`]: the shapes
//! - [`number()`]: lengths as they stand in SVG
//! - [`marks`]: the marks of sides
//! - [`mod@seal`]: the seals of what came of a meeting
//! - [`svg`]: shapes as the text of an SVG

pub mod marks;
mod number;
pub mod seal;
pub mod shape;
pub mod svg;

pub use number::number;
pub use seal::seal;
pub use shape::{Group, Shape, Text};

//! The script that wasm-bindgen writes around the wasm, taken apart.
//!
//! - [`tokens`]: enough of JavaScript
//! - [`items`]: functions and variables, and which of them the start leads to
//! - [`short`]: the names between script and wasm, and those within the script

pub mod items;
pub mod short;
pub mod tokens;

pub use items::Glue;

//! Narrowing down what is found by facets and dates.
//!
//! - `column`: the facets with their values, each a link
//! - `drawers`: the facets as a bar, a drawer each
//! - `sheet`: the facets as a sheet, in narrow windows
//! - `dates`: the fields for exact dates
//! - `chips`: what is chosen, and how much is left
//! - [`words`]: what facets and values are called

mod chips;
mod column;
mod dates;
mod drawers;
mod sheet;
mod words;

pub use chips::Chips;
pub use column::Facets;
pub use dates::DateField;
pub use sheet::{FilterButton, close};
pub use words::in_words;

//! Values that may come in two shapes: one or several, a word or a number.

use serde::Serialize;
use tsify::Tsify;

/// One value or several.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(untagged)]
pub enum OneOrMany<T> {
    /// One.
    #[expect(dead_code, reason = "it only comes in")]
    One(T),
    /// Several, or none.
    Many(Vec<T>),
}

/// A word, or a number that stands for one: a year.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(untagged)]
pub enum Word {
    /// As in an address.
    Text(String),
    /// A year.
    #[expect(dead_code, reason = "it only comes in")]
    Number(f64),
}

//! The map and the timeline as drawings: a pure function from places, visits and meetings to
//! shapes. All lengths are CSS pixels.
//!
//! - [`map`]: where they met, and who came from where
//! - [`timeline`]: when they met, on an axis true to scale
//! - [`lifeline`]: what became of a paper or a series
//! - [`scale`]: days and pixels

pub mod lifeline;
pub mod map;
pub mod scale;
pub mod timeline;

use entente_model::Status;

/// About how wide words are in small print, in pixels.
pub(crate) fn width(words: &str) -> f64 {
    const LETTER: f64 = 6.4;
    words.chars().count() as f64 * LETTER
}

/// The class of what is drawn of a side, by its place counted from 0, and of a status.
pub(crate) fn class(name: &str, side: usize, status: Status) -> String {
    [name, " ", SIDE_CLASSES[side.min(entente_drawing::marks::SIDES)], " ", status.as_str()]
        .concat()
}

/// The classes that give a shape the colour of a side; the last is that of all others.
pub const SIDE_CLASSES: [&str; entente_drawing::marks::SIDES + 1] =
    ["side-1", "side-2", "side-3", "side-4", "side-5", "side-6", "no-side"];

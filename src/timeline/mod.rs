//! Meetings, what came of them and the publication of reports on one axis.
//!
//! - [`scale`]: days and pixels, and where the axis is labelled
//! - [`marks`]: what stands on the axis
//! - [`lanes`]: where, so that none hides another
//! - `axis`: the days shown, and what is pointed at
//! - `drawing`: the axis as SVG
//! - `keys`, `brush`: the same by keyboard, and dates chosen by dragging
//! - `name`: what a mark is called
//! - `panel`: the drawing with its buttons, dates, list and tray

mod axis;
mod brush;
mod drawing;
mod keys;
pub mod lanes;
pub mod marks;
mod name;
mod panel;
mod play;
pub mod scale;
mod small;

pub use panel::Timeline;
pub use small::small_axis;

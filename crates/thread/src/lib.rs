//! The Thread: the meetings of two sides as a drawing of two rails with a rung a meeting.
//!
//! A pure function from meetings and promises to coordinates: the same input gives the same
//! drawing. All lengths are CSS pixels; x is counted from the first rail to the right, y from
//! the top down.
//!
//! - [`input`]: meetings and promises as the drawing sees them
//! - [`select`]: finds them in an archive, for two countries
//! - [`order`]: which meeting stands above which
//! - [`bundle`]: many meetings as one rung a month, quarter or year
//! - [`layout`]: the measures of a wide and of a narrow drawing, and the width of words
//! - [`drawing`]: what is drawn
//! - [`rows`]: places rungs, years and silences
//! - [`seals`]: places seals with their names, on their rung or below it
//! - [`between`]: places promises and their words between the rails
//! - [`draw()`]: all of it

pub mod between;
pub mod bundle;
mod curve;
mod draw;
pub mod drawing;
pub mod input;
pub mod layout;
pub mod order;
mod room;
pub mod rows;
pub mod seals;
pub mod select;

pub use bundle::{MOST_RUNGS, MOST_RUNGS_ASKED};
pub use curve::Curve;
pub use draw::{Arrangement, draw};
pub use drawing::{
    Drawing, Form, Label, LabelKind, Note, PromiseThread, Rail, Rung, Seal, Silence, Stay, Year,
};
pub use input::{Encounter, Outcome, Pledge, Side};
pub use layout::Layout;

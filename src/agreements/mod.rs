//! What became of each paper and each series, as lines on one axis that open to their sentences.
//!
//! - `page`: the page: its axis, its legend, its rows
//! - `row`: a line with its name, its state and what opens
//! - `series`: dialogues and the like with their sessions; [`sessions`]: in order, with gaps
//! - `papers`: agreements with what reports tell of them; `promises`: open or kept

mod page;
mod papers;
mod promises;
mod row;
mod series;
pub mod sessions;

pub use page::{Agreements, Mechanisms};
pub use papers::number_of_agreements;

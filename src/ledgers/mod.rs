//! Ledgers: what became of each dialogue and each agreement, entry by entry.
//!
//! - [`sessions`]: which events are one mechanism, and its sessions in order
//! - `mechanisms`, `agreements`: the two lists

mod agreements;
mod mechanisms;
mod sessions;

pub use agreements::{agreements, number_of_agreements};
pub use mechanisms::{mechanisms, number_of_mechanisms};

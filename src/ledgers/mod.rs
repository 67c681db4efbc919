//! Ledgers: what became of each dialogue and each agreement, entry by entry.
//!
//! - [`sessions`]: which events are one mechanism, and its sessions in order
//! - `mechanisms`, `agreements`: the two lists
//! - `choice`: the way from one to the other
//! - `page`: what both are

mod agreements;
mod choice;
mod mechanisms;
mod page;
mod sessions;

pub use agreements::{Agreements, number_of_agreements};
pub use mechanisms::Mechanisms;
use mechanisms::number_of_mechanisms;

//! Ledgers: what became of each dialogue and each agreement, entry by entry.
//!
//! - [`sessions`]: which events are one mechanism, and its sessions in order
//! - `mechanisms`, `agreements`: the two lists

mod agreements;
mod mechanisms;
mod sessions;

pub use agreements::{agreements, number_of_agreements};
pub use mechanisms::{mechanisms, number_of_mechanisms};

use crate::state::State;
use entente_archive::Meeting;
use entente_archive::meetings::Outcome;
use entente_archive::rows::Status;

/// What was done with an outcome of a meeting, or is to be done if that is to come.
fn act(state: State, meeting: &Meeting<'_>, outcome: &Outcome<'_>) -> &'static str {
    let strings = state.strings;
    let to_come = meeting.row.status == Status::Planned;
    let words = if to_come { strings.acts_to_come } else { strings.acts };
    words[outcome.row.act as usize]
}

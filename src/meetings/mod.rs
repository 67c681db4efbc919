//! Meetings: who met whom, where and when, and what proves it.
//!
//! - [`title`]: what a meeting is called
//! - [`basis`]: dates and places, and why they are believed
//! - [`lit`]: what shows one meeting lights up together
//! - [`order`]: the columns of the table as text, and its orders
//! - [`table`]: the table
//! - [`page`]: one meeting with its evidence
//! - [`notes`]: the margin of the reader
//! - [`in_short`]: who took part, what came of it, whether it was held
//! - [`brief`]: meetings in a line or two each
//! - [`download`]: the table as a file

mod basis;
mod brief;
mod download;
mod in_short;
mod lit;
pub mod notes;
mod order;
mod page;
mod table;
mod title;

pub use basis::{date, place, place_name};
pub use brief::{Brief, MeetingsOf};
pub use in_short::{in_short, status};
pub use lit::{MeetingNumber, comes, is_lit, leaves, light, numbers};
pub use order::TableOrder;
pub use page::{neighbour, page};
pub use table::MeetingTable;
pub use title::{short_title, title};

use crate::address::Page;
use crate::state::AppState;
use entente_archive::{DocumentRef, MeetingRef, OutcomeRef};
use entente_model::Status;
use leptos::prelude::*;

/// The address of a meeting in the present view.
pub fn address(state: AppState, meeting: &MeetingRef<'_>) -> String {
    state.address_untracked(Page::Meeting(meeting.id().to_owned()))
}

/// The address of the first sentence in a report that tells of a meeting.
pub fn sentence_address(
    state: AppState,
    document: &DocumentRef<'_>,
    meeting: &MeetingRef<'_>,
) -> String {
    let mut view =
        state.view.with_untracked(|view| view.at(Page::Report(document.id().to_owned())));
    meeting.id().clone_into(&mut view.meeting);
    view.print()
}

/// What was done with an outcome of a meeting, or is to be done if that is to come.
pub fn act(state: AppState, meeting: &MeetingRef<'_>, outcome: &OutcomeRef<'_>) -> &'static str {
    let strings = state.strings();
    let to_come = meeting.status == Status::Planned;
    let words = if to_come { strings.acts_to_come } else { strings.acts };
    words[outcome.act as usize]
}

//! Meetings: who met whom, where and when, and what proves it.
//!
//! - [`title`]: what a meeting is called
//! - [`provenance`]: dates and places, and why they are believed
//! - [`outcomes`]: what came of it
//! - [`highlight`]: what shows one meeting lights up together
//! - [`arrangement`]: the meetings of the view, sorted, under headings
//! - [`side_columns`]: the countries that have a column
//! - [`table`], [`row`]: the table
//! - `menus`: how much is in it, and the menus that arrange it
//! - [`download`]: the table as a file
//! - [`page`]: one meeting with its evidence; [`facing`], those who met; [`walk`], its neighbours
//! - [`notes`]: the margin of the reader
//! - [`in_short`]: who took part, what came of it, whether it was held
//! - [`line`](mod@line), [`brief`]: meetings in a few lines each, and lists of them

mod arrangement;
mod brief;
mod download;
mod facing;
mod highlight;
mod in_short;
mod line;
mod menus;
pub mod notes;
mod outcomes;
mod page;
mod provenance;
mod row;
mod side_columns;
mod table;
mod title;
mod walk;

pub use arrangement::{Group, arranged};
pub use brief::{Brief, MeetingsOf};
pub use highlight::{MeetingNumber, comes, is_lit, leaves, light, meeting_of, numbers};
pub use in_short::{in_short, status};
pub use line::line;
pub use menus::menus;
pub use page::page;
pub use provenance::{date, place_name, quoted};
pub use table::MeetingTable;
pub use title::{short_title, title};
pub use walk::neighbour;

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

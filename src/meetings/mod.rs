//! Meetings in words.

mod basis;
mod title;

pub use basis::{date, place};
pub use title::title;

use crate::address::Page;
use crate::state::State;
use entente_archive::Meeting;
use leptos::prelude::*;

/// The address of a meeting in the present view.
pub fn address(state: State, meeting: &Meeting<'_>) -> String {
    state.view.with_untracked(|view| view.at(Page::Meeting(meeting.id().to_owned())).print())
}

//! What a meeting is called, in the chosen language of names: as its publisher calls it, else by
//! the mechanism that it is, else by its kind and those who took part.

use super::basis::place_name;
use crate::state::State;
use entente_archive::Meeting;

/// The title of a meeting.
pub fn title(state: State, meeting: &Meeting<'static>) -> String {
    if !meeting.title().is_empty() {
        return meeting.title().to_owned();
    }
    if let Some(mechanism) = meeting.mechanism() {
        let mut name = state.name(&mechanism).to_owned();
        // "first dialogue" stands within sentences; a title begins with a capital.
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        return name;
    }
    let people: Vec<&str> = meeting.participants().map(|entity| state.name(&entity)).collect();
    (state.strings.meeting_title)(meeting.row.kind, &people, &place_name(state, &meeting.place()))
}

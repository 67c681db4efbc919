//! What a meeting is called, wherever it is named.
//!
//! A report seldom gives a meeting a title, so one is composed in the words of the interface:
//! the mechanism where there is one, else the kind and who took part, and for a visit where
//! to. A title that the publisher of the corpus gives goes before all.

use crate::language::country;
use crate::state::State;
use entente_archive::{Entity, Meeting};
use leptos::prelude::Get;

/// The title of a meeting, with names in the chosen language.
pub fn title(state: State, meeting: &Meeting<'static>) -> String {
    if !meeting.title().is_empty() {
        return meeting.title().to_owned();
    }
    let name = |entity: Entity<'static>| state.name(&entity);
    if let Some(mechanism) = meeting.mechanism() {
        return name(mechanism).to_owned();
    }
    let people: Vec<&str> = meeting.participants().map(name).collect();
    (state.strings.meeting_title)(meeting.row.kind, &people, &place(state, meeting))
}

/// Where a meeting was, in the chosen language; empty where that is not known.
fn place(state: State, meeting: &Meeting<'static>) -> String {
    let place = meeting.place();
    match place.entity() {
        Some(entity) => state.name(&entity).to_owned(),
        None if place.words().is_empty() && !place.country().is_empty() => {
            country(place.country(), state.language.get())
        }
        None => place.words().to_owned(),
    }
}

//! What a meeting is called, in the chosen language of names: as its publisher calls it, else by
//! the mechanism that it is, else by its kind and those who took part.

use super::provenance::place_name;
use crate::i18n::intl;
use crate::state::AppState;
use entente_archive::{EntityRef, MeetingRef};
use entente_model::{EntityKind, MeetingKind};
use leptos::prelude::*;

/// The title of a meeting where those who took part stand beside it.
pub fn short_title(state: AppState, meeting: &MeetingRef<'static>) -> String {
    if !meeting.title().is_empty() || meeting.mechanism().is_some() {
        return title(state, meeting);
    }
    state.strings().meeting_kinds[meeting.kind as usize].to_owned()
}

/// The title of a meeting.
pub fn title(state: AppState, meeting: &MeetingRef<'static>) -> String {
    if !meeting.title().is_empty() {
        return meeting.title().to_owned();
    }
    if let Some(mechanism) = meeting.mechanism() {
        // "first dialogue" stands within sentences; a title begins with a capital.
        return intl::capitalised(state.name(&mechanism), state.language.get_untracked().code());
    }
    let mut place = place_name(state, &meeting.place());
    let mut all: Vec<_> = meeting.participants().collect();
    let human = |entity: &EntityRef<'_>| entity.kind == EntityKind::Person;
    if meeting.kind == MeetingKind::Visit && all.iter().any(human) {
        // Bodies are visited and do not travel.
        if let Some(house) = all.iter().find(|entity| !human(entity)) {
            place = state.name(house).into();
        }
        all.retain(human);
    }
    let people: Vec<&str> = all.iter().map(|entity| state.name(entity)).collect();
    (state.strings().meeting_title)(meeting.kind, &people, &place)
}

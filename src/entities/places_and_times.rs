//! Where and when the meetings of an entity were, as two small pictures.

use crate::map::small_map;
use crate::state::AppState;
use crate::timeline::small_axis;
use entente_archive::EntityRef;
use leptos::prelude::*;

/// The pictures; nothing where it has no meeting with a place or a date.
pub fn places_and_times(state: AppState, entity: &EntityRef<'static>) -> Option<AnyView> {
    let meetings: Vec<_> = entity.meetings().collect();
    let numbers: Vec<usize> = meetings.iter().map(|meeting| meeting.number).collect();
    let (map, axis) = (small_map(state, &numbers), small_axis(state, &meetings));
    (map.is_some() || axis.is_some())
        .then(|| view! { <div class="places-and-times">{map}{axis}</div> }.into_any())
}

//! Where and when meetings were, as two small pictures.

use crate::effect::live;
use crate::map::{small_map, where_they_met};
use crate::state::{AppState, Turn, app_state};
use crate::timeline::small_axis;
use entente_archive::{EntityRef, MeetingRef};
use leptos::prelude::*;

/// The pictures for an entity; nothing where it has no meeting with a place or a date.
pub fn places_and_times(state: AppState, entity: &EntityRef<'static>) -> Option<AnyView> {
    let meetings: Vec<_> = entity.meetings().collect();
    let numbers: Vec<usize> = meetings.iter().map(|meeting| meeting.number).collect();
    let (map, axis) = (small_map(state, &numbers), small_axis(state, &meetings));
    (map.is_some() || axis.is_some())
        .then(|| view! { <div class="places-and-times">{map}{axis}</div> }.into_any())
}

/// The pictures for the meetings of the view, beside the reports.
#[component]
pub fn WhereAndWhen() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let pictures = move || {
        let numbers = state.deferred(Turn::Second, || state.meetings.get());
        let meetings: Vec<MeetingRef<'static>> =
            numbers.iter().filter_map(|&number| state.archive().meeting(number)).collect();
        let axis = small_axis(state, &meetings).map(|axis| {
            view! {
                <section class="when">
                    <p class="aside-head"><b>{strings.timeline}</b></p>
                    {axis}
                </section>
            }
            .into_any()
        });
        view! { {where_they_met(state, &numbers)} {axis} }.into_any()
    };
    view! { <div class="places-and-times">{live(pictures)}</div> }
}

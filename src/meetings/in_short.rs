//! What a row on a meeting tells beside its date and title: who took part, what came of it, and
//! whether it was held.

use super::act;
use crate::reports::outcome;
use crate::sides;
use crate::state::AppState;
use crate::views::Views;
use entente_archive::{EntityRef, MeetingRef, OutcomeRef};
use entente_model::Status;
use leptos::prelude::*;

/// So many people are named.
const MOST: usize = 6;

/// Those who took part and what came of it, a line each; without the entity of this number.
pub fn in_short(state: AppState, meeting: &MeetingRef<'static>, but: Option<usize>) -> AnyView {
    let others = meeting.participants().filter(|other| Some(other.number) != but);
    let others: Vec<EntityRef<'static>> = others.collect();
    // What was agreed has a name, or there is only the act.
    let came_of_it = |one: OutcomeRef<'static>| {
        let mut words = act(state, meeting, &one).to_owned();
        if let Some(agreement) = one.agreement() {
            words = [state.name(&agreement), " ", &words].concat();
        }
        outcome(state, one.act, words)
    };
    let outcomes = meeting.outcomes().map(came_of_it).views();
    view! {
        <p class="in-short">
            {sides::participants(state, &others, MOST)}
            {outcomes}
        </p>
    }
    .into_any()
}

/// How a meeting is told that was not simply held; nothing for one that was.
pub fn status(state: AppState, status: Status) -> AnyView {
    if status == Status::Held {
        return ().into_any();
    }
    let words = state.strings().statuses[status as usize];
    view! { <span class=["status ", status.as_str()].concat()>{words}</span> }.into_any()
}

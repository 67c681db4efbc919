//! What a row on a meeting tells beside its date and title: who took part, with the marks of their
//! sides, what came of it, and whether it was held.

use super::act;
use crate::address::Sides;
use crate::state::AppState;
use crate::thread::{mark_of, seal_of};
use entente_archive::{EntityRef, MeetingRef, OutcomeRef};
use entente_model::Status;
use leptos::prelude::*;

/// So many people are named.
const MOST: usize = 6;

/// Those who took part and what came of it, a line each; without the entity of this number.
pub fn people_and_outcomes(
    state: AppState,
    meeting: &MeetingRef<'static>,
    sides: Option<&Sides>,
    but: Option<usize>,
) -> AnyView {
    let others = meeting.participants().filter(|other| Some(other.number) != but);
    let others: Vec<EntityRef<'static>> = others.collect();
    let person = |entity: &EntityRef<'static>| {
        let mark = mark_of(sides, entity.country());
        view! { <li>{mark}{state.name(entity)}</li> }.into_any()
    };
    let mut rows: Vec<AnyView> = others.iter().take(MOST).map(person).collect();
    if others.len() > MOST {
        let more = ["+", &(others.len() - MOST).to_string()].concat();
        rows.push(view! { <li>{more}</li> }.into_any());
    }
    rows.extend(meeting.outcomes().map(|outcome| outcome_row(state, meeting, &outcome)));
    if rows.is_empty() { ().into_any() } else { view! { <ul>{rows}</ul> }.into_any() }
}

/// What was agreed, by its name where it has one.
fn outcome_row(
    state: AppState,
    meeting: &MeetingRef<'static>,
    outcome: &OutcomeRef<'static>,
) -> AnyView {
    let named = outcome.agreement().map(|agreement| [state.name(&agreement), " "].concat());
    view! {
        <li>
            {seal_of(outcome.act)}
            {named}
            {act(state, meeting, outcome)}
        </li>
    }
    .into_any()
}

/// How a meeting is told that was not simply held; nothing for one that was.
pub fn status(state: AppState, status: Status) -> AnyView {
    match status {
        Status::Held => ().into_any(),
        status => view! { <span class="status">{state.strings().statuses[status as usize]}</span> }
            .into_any(),
    }
}

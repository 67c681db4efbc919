//! What came of a meeting, in a few words each.

use super::act;
use crate::reports::outcome;
use crate::state::AppState;
use entente_archive::{MeetingRef, OutcomeRef};
use entente_model::{Act, Status};
use leptos::prelude::*;

/// What came of a meeting, each agreement once: what was done, and with what.
fn named(state: AppState, meeting: &MeetingRef<'static>) -> Vec<(Act, String)> {
    let mut all: Vec<(Act, String)> = Vec::new();
    for outcome in meeting.outcomes() {
        let done = act(state, meeting, &outcome);
        let words = name(state, &outcome).unwrap_or_else(|| done.to_owned());
        if all.iter().all(|(known, other)| *known != outcome.act || *other != words) {
            all.push((outcome.act, words));
        }
    }
    all
}

/// What was agreed, if it has a name.
fn name(state: AppState, outcome: &OutcomeRef<'static>) -> Option<String> {
    outcome.agreement().map(|agreement| state.name(&agreement).to_owned())
}

/// The names of what came of a meeting.
pub fn outcome_names(state: AppState, meeting: &MeetingRef<'static>) -> Vec<String> {
    named(state, meeting).into_iter().map(|(_, name)| name).collect()
}

/// What came of a meeting, each with its seal. What was done is told in words to those who do not
/// see the seal, and to all where it is still to come.
pub fn outcomes(state: AppState, meeting: &MeetingRef<'static>) -> Vec<AnyView> {
    let strings = state.strings();
    let planned = meeting.status == Status::Planned;
    let told = |(act, name): (Act, String)| {
        let done = if planned { strings.acts_to_come } else { strings.acts }[act as usize];
        let name = if name == done {
            name.into_any()
        } else if planned {
            [&name, ", ", done].concat().into_any()
        } else {
            view! {
                {name}
                <span class="unseen">", " {done}</span>
            }
            .into_any()
        };
        outcome(state, act, name)
    };
    named(state, meeting).into_iter().map(told).collect()
}

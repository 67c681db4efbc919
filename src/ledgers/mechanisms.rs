//! Every mechanism that the reports tell of, session by session.

use super::page::{Words, ledger};
use super::sessions::{Line, lines, session, wholes};
use crate::entities::EntityLink;
use crate::meetings::line;
use crate::state::{AppState, app_state};
use entente_archive::{EntityRef, MeetingRef};
use entente_model::order::in_order;
use leptos::prelude::*;

/// Mechanisms shown at first, and with every click for more.
const STEP: usize = 30;

/// How many mechanisms the corpus tells of.
pub fn number_of_mechanisms(state: AppState) -> usize {
    let wholes = wholes(state.archive());
    let mut known = vec![false; wholes.len()];
    for mechanism in state.archive().meetings().filter_map(|meeting| meeting.mechanism()) {
        known[wholes[mechanism.number]] = true;
    }
    known.iter().filter(|known| **known).count()
}

/// The part "Mechanisms". Sessions follow the query and the filters; gaps are those of the
/// whole corpus.
#[component]
pub fn Mechanisms() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let wholes = wholes(state.archive());
    let words = Words {
        name: strings.mechanisms,
        explained: strings.mechanisms_explained,
        nothing: strings.no_mechanism,
    };
    let entries = move |most| {
        let ranked = ranked(state, &wholes);
        let section = |&number: &usize| {
            let own = |meeting: &MeetingRef<'_>| whole(&wholes, meeting) == Some(number);
            let told: Vec<MeetingRef<'static>> = state.archive().meetings().filter(own).collect();
            Some(mechanism(state, &state.archive().entity(number)?, &told))
        };
        (ranked.len(), ranked.iter().take(most).filter_map(section).collect())
    };
    ledger(words, STEP, Box::new(entries))
}

/// The mechanism to which the meeting belongs, if it is a session of one.
fn whole(wholes: &[usize], meeting: &MeetingRef<'_>) -> Option<usize> {
    Some(wholes[meeting.mechanism()?.number])
}

/// The mechanisms of which the view has sessions: those with most first, then the latest.
fn ranked(state: AppState, wholes: &[usize]) -> Vec<usize> {
    let mut counts = vec![(0, 0); wholes.len()];
    state.meetings.with(|meetings| {
        for meeting in meetings.iter().filter_map(|&number| state.archive().meeting(number)) {
            let Some(whole) = whole(wholes, &meeting) else { continue };
            let date = meeting.date.map_or(0, |date| date.end().to_bits());
            let (sessions, latest) = counts[whole];
            counts[whole] = (sessions + 1, date.max(latest));
        }
    });
    let known: Vec<usize> = (0..counts.len()).filter(|&one| counts[one].0 > 0).collect();
    in_order(&known, |&one| [!counts[one].0, !counts[one].1, 0])
}

/// A mechanism with its sessions and the gaps between them.
fn mechanism(state: AppState, whole: &EntityRef<'static>, told: &[MeetingRef<'static>]) -> AnyView {
    let key = |meeting: &MeetingRef<'_>| {
        let [start, end] = meeting.date_order();
        [start, end, 0]
    };
    let sessions: Vec<(u32, usize)> =
        in_order(told, key).iter().map(|meeting| (session(meeting), meeting.number)).collect();
    let in_view = |meeting: usize| state.meetings.with(|meetings| meetings.contains(&meeting));
    let mut outside = 0;
    let mut rows = Vec::new();
    for entry in lines(&sessions) {
        rows.extend(match entry {
            Line::Gap(first, last) => {
                let gap = (state.strings().gap)(first as usize, last as usize);
                Some(view! { <li class="gap">{gap}</li> }.into_any())
            }
            Line::Told(number) if in_view(number) => {
                state.archive().meeting(number).map(|meeting| told_session(state, &meeting))
            }
            Line::Told(_) => {
                outside += 1;
                None
            }
        });
    }
    let outside = (outside > 0).then(|| {
        view! { <p class="meta">{state.strings().outside_the_view.fill(outside)}</p> }.into_any()
    });
    view! {
        <section>
            <h2>
                <EntityLink entity=*whole/>
            </h2>
            <ol>{rows}</ol>
            {outside}
        </section>
    }
    .into_any()
}

/// A session: its number, and what is known of it.
fn told_session(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let number = session(meeting) as usize;
    let number =
        (number > 0).then(|| view! { <h3>{state.strings().session.fill(number)}</h3> }.into_any());
    view! { <li class="session">{number} <ul class="encounters">{line(state, meeting, None, None)}</ul></li> }
        .into_any()
}

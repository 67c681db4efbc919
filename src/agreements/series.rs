//! Every series that the reports tell of, session by session.

use super::row::Row;
use super::sessions::{Line, lines, session, wholes};
use crate::entities::EntityLink;
use crate::meetings::{line, place_name};
use crate::sides;
use crate::state::AppState;
use entente_archive::{EntityRef, MeetingRef};
use entente_charts::lifeline::{Lifeline, What};
use entente_model::order::in_order;
use leptos::prelude::*;

/// The series of which the view has sessions. Gaps are those of the whole corpus.
pub(super) fn rows(state: AppState) -> Vec<Row> {
    let wholes = wholes(state.archive());
    let row = |number: usize| {
        let own = |meeting: &MeetingRef<'_>| whole(&wholes, meeting) == Some(number);
        let sessions: Vec<MeetingRef<'static>> = state.archive().meetings().filter(own).collect();
        let entity = state.archive().entity(number)?;
        let sessions = in_order(&sessions, |meeting| {
            let [start, end] = meeting.date_order();
            [start, end, 0]
        });
        let mut reports: Vec<usize> = Vec::new();
        for told in sessions.iter().flat_map(MeetingRef::attestations) {
            if !reports.contains(&told.document()) {
                reports.push(told.document());
            }
        }
        let place = |meeting: &MeetingRef<'static>| {
            let place = place_name(state, &meeting.place());
            if place.is_empty() { state.strings().no_place.to_owned() } else { place }
        };
        Some(Row {
            name: state.name(&entity).to_owned(),
            life: life(state, &sessions),
            told: sessions.iter().map(place).collect::<Vec<_>>().join(", "),
            reports: reports.len(),
            body: Box::new(move || mechanism(state, &entity, &sessions)),
        })
    };
    ranked(state, &wholes).into_iter().filter_map(row).collect()
}

/// The sessions that have a date.
fn life(state: AppState, sessions: &[MeetingRef<'static>]) -> Lifeline {
    let moment = |meeting: &MeetingRef<'static>| {
        let host = meeting.place().country();
        let side = (!host.is_empty()).then(|| sides::class_and_place(state, host).1);
        let what = What::Session { number: session(meeting), side, status: meeting.status };
        Some((meeting.date?, what))
    };
    let moments = sessions.iter().filter_map(moment).collect();
    Lifeline { moments, open: false, covers: None }
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
        <div class="told-of">
            <p><EntityLink entity=*whole/></p>
            <ol>{rows}</ol>
            {outside}
        </div>
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

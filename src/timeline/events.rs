//! The meetings of a view as the timeline sees them.

use crate::sides;
use crate::state::AppState;
use entente_archive::{Archive, MeetingRef};
use entente_calendar::Day;
use entente_charts::timeline::{Event, Words};
use entente_model::order::{in_order, signed};
use leptos::prelude::*;

/// The events of meetings in the order of their days; those without a date are none.
pub(super) fn events(
    state: AppState,
    meetings: &[MeetingRef<'static>],
    chosen: &dyn Fn(&MeetingRef<'static>) -> bool,
) -> Vec<Event> {
    let event = |meeting: &MeetingRef<'static>| {
        let host = meeting.place().country();
        Some(Event {
            meeting: meeting.number,
            date: meeting.date?,
            side: (!host.is_empty()).then(|| sides::class_and_place(state, host).1),
            status: meeting.status,
            acts: meeting.outcomes().map(|outcome| outcome.act).collect(),
            chosen: chosen(meeting),
        })
    };
    let days = |meeting: &MeetingRef<'static>| {
        let days = meeting.date.map(|date| [date.first_day().0, date.last_day().0].map(signed));
        let [first, last] = days.unwrap_or_default();
        [first, last, meeting.number as u32]
    };
    in_order(meetings, days).iter().filter_map(event).collect()
}

/// The events of the view, and around the dates that it asks for what else answers to the rest of
/// it.
pub(super) fn events_of_view(state: AppState) -> Vec<Event> {
    let (view, numbers) = (state.view.get(), state.meetings_at_any_time());
    let meetings: Vec<_> =
        numbers.iter().filter_map(|&number| state.archive().meeting(number)).collect();
    events(state, &meetings, &|meeting| view.filter.passes_dates(meeting.date))
}

/// From the first to the last day of which the meetings of an archive tell, with a margin; `None`
/// where it has no dates.
pub fn extent(archive: &Archive<'_>) -> Option<(Day, Day)> {
    let dates = || archive.meetings().filter_map(|meeting| meeting.date);
    let first = dates().map(|date| date.first_day().0).min()?;
    let last = dates().map(|date| date.last_day().0).max()?;
    let margin = ((last - first) / 40).max(20);
    Some((Day(first - margin), Day(last + margin)))
}

/// Draws with the words for stretches without meetings.
pub(super) fn with_words<T>(state: AppState, draw: impl FnOnce(&Words<'_>) -> T) -> T {
    let strings = state.strings();
    let silence =
        |years, months| strings.no_meeting_reported.fill(&(strings.duration)(years, months));
    draw(&Words { duration: &|years, months| (strings.duration)(years, months), silence: &silence })
}

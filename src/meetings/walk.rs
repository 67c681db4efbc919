//! Ways from one meeting to others: back to the table, to its neighbours there, and to those
//! before and after it between the same people.

use super::provenance::date_name;
use super::{address, short_title, status};
use crate::address::Page;
use crate::citation;
use crate::copy::CopyButton;
use crate::effect::live;
use crate::icons::icon;
use crate::reader::sent;
use crate::share::print_button;
use crate::state::AppState;
use entente_archive::{EntityRef, MeetingRef};
use entente_model::EntityKind;
use entente_model::order::in_order;
use leptos::prelude::*;

/// The row above the page of a meeting.
pub fn toolbar(state: AppState, meeting: MeetingRef<'static>) -> AnyView {
    let strings = state.strings();
    let all = move || strings.meetings_count.fill(state.meetings.with(Vec::len));
    let place = move || {
        let (at, all) = (place(state, meeting.number), state.meetings.with(Vec::len));
        at.map_or(String::new(), |at| strings.meeting_of.fill(at + 1, all))
    };
    let step = |step: isize, symbol: &'static str, name: &'static str| {
        let other = neighbour(state, &meeting, step)?;
        let address = address(state, &other);
        Some(
            view! { <a class="step" href=address title=name aria-label=name>{icon(symbol)}</a> }
                .into_any(),
        )
    };
    let link = move || sent(&state.fresh_address(Page::Meeting(meeting.id().to_owned())));
    let reference = move || citation::meeting(state, &meeting, &link());
    view! {
        <nav class="toolbar" aria-label=strings.around_the_meeting>
            <a href=state.address_untracked(Page::Meetings)>
                {icon("#i-left")}
                " "
                <span class="word">{live(all)}</span>
            </a>
            <span class="group">
                {step(-1, "#i-u", strings.previous_meeting)}
                <span>{live(place)}</span>
                {step(1, "#i-v", strings.next_meeting)}
            </span>
            <span class="group tools-of-report">
                <span class="tool">
                    <CopyButton class="link" symbol="#i-link" word=strings.copy_link text=Box::new(link)/>
                </span>
                <span class="tool">
                    <CopyButton class="link" symbol="#i-cite" word=strings.cite text=Box::new(reference)/>
                </span>
                <span class="tool">
                    {print_button(state)}
                </span>
            </span>
        </nav>
    }
    .into_any()
}

/// The place of a meeting in the table, counted from 0.
fn place(state: AppState, meeting: usize) -> Option<usize> {
    state.table.with(|groups| {
        groups.iter().flat_map(|group| &group.meetings).position(|&number| number == meeting)
    })
}

/// The meeting above (-1) or below (1) a meeting in the table of the view.
pub fn neighbour(
    state: AppState,
    meeting: &MeetingRef<'_>,
    step: isize,
) -> Option<MeetingRef<'static>> {
    let number = untrack(|| {
        let at = place(state, meeting.number)?.checked_add_signed(step)?;
        state.table.with(|groups| groups.iter().flat_map(|group| &group.meetings).nth(at).copied())
    });
    state.archive().meeting(number?)
}

/// The meetings before and after this one between the same people: somebody of each side was there.
pub fn before_and_after(state: AppState, meeting: &MeetingRef<'static>) -> Option<AnyView> {
    let strings = state.strings();
    let all = between(meeting);
    let at = all.iter().position(|other| other.number == meeting.number)?;
    let line = |name: &'static str, other: Option<&MeetingRef<'static>>| {
        let other = *other?;
        Some(
            view! {
                <span>
                    {name}
                    " "
                    <a href=address(state, &other) dir="auto">{date_name(state, other.date)} ", " {short_title(state, &other)}</a>
                    " "
                    {status(state, other.status)}
                </span>
            }
            .into_any(),
        )
    };
    let before = line(strings.same_people_before, at.checked_sub(1).and_then(|at| all.get(at)));
    let after = line(strings.same_people_after, all.get(at + 1));
    (before.is_some() || after.is_some())
        .then(|| view! { <p class="same-people">{before} {after}</p> }.into_any())
}

/// The meetings, by date and with this one, at which people of two of its sides were again; none
/// where it has people of but one.
fn between(meeting: &MeetingRef<'static>) -> Vec<MeetingRef<'static>> {
    let human = |entity: &EntityRef<'_>| entity.kind == EntityKind::Person;
    let people: Vec<EntityRef<'static>> = meeting.participants().filter(human).collect();
    let Some(first) = people.first() else { return Vec::new() };
    let of_two_sides = |other: &MeetingRef<'static>| {
        let here =
            other.participants().filter(|one| people.iter().any(|it| it.number == one.number));
        let mut countries = here.map(|one| one.country());
        let one = countries.next();
        countries.any(|country| Some(country) != one)
    };
    if people.iter().all(|one| one.country() == first.country()) {
        return Vec::new();
    }
    let mut all: Vec<MeetingRef<'static>> = Vec::new();
    for other in people.iter().flat_map(EntityRef::meetings) {
        if of_two_sides(&other) && all.iter().all(|known| known.number != other.number) {
            all.push(other);
        }
    }
    in_order(&all, |other| {
        let [start, end] = other.date_order();
        [start, end, other.number as u32]
    })
}

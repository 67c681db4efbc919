//! A row of the table: a meeting in cells, and below it what one of its cells rests on.

use super::highlight::{is_lit, numbers};
use super::outcomes::outcomes;
use super::provenance::{self, Claim, date_name, place_name};
use super::side_columns::{SideColumn, in_column};
use super::{address, short_title, status};
use crate::address::Page;
use crate::effect::{live, pressed};
use crate::icons::icon;
use crate::sides;
use crate::state::AppState;
use crate::thread::full_names;
use crate::views::Views;
use entente_archive::{EntityRef, MeetingRef};
use entente_model::Grouping;
use leptos::prelude::*;

/// Of a long list of people so many are named.
const MOST_PEOPLE: usize = 12;

/// Which cell of which meeting is explained below its row.
pub type Explained = RwSignal<Option<(usize, Claim)>>;

/// A row of a table with these columns; `index` is its place in the whole, counted from 1.
pub fn row(
    state: AppState,
    meeting: &MeetingRef<'static>,
    columns: &[SideColumn],
    explained: Explained,
    index: usize,
) -> AnyView {
    let meeting = *meeting;
    let number = meeting.number;
    let place = meeting.place();
    let why_then = provenance::why_then(state, &meeting);
    let why_there = provenance::why_there(state, &place);
    let place_words = match place_name(state, &place) {
        name if name.is_empty() => state.strings().place_not_stated.to_owned(),
        name => name,
    };
    let sides =
        columns.iter().map(|column| side(state, &in_column(&meeting, column, columns))).views();
    let about = move |claim: Claim| explain(state, &meeting, claim, explained);
    let explanation = move || {
        let claim = explained.get().filter(|(open, _)| *open == number)?.1;
        Some(provenance::explanation(state, &meeting, claim))
    };
    view! {
        <tr
            role="row"
            class=["meeting ", meeting.status.as_str()].concat()
            aria-rowindex=index.to_string()
            data-meeting=numbers(&[number])
            data-lit=move || is_lit(state, number)
        >
            <td role="cell" class="when">
                {date_in_row(state, &meeting)} {(!why_then.is_empty()).then(|| about(Claim::Date))}
            </td>
            <td role="cell" class="what">{called(state, &meeting)}</td>
            {sides}
            <td role="cell" class="where">
                <span dir="auto">{place_words}</span>
                {(!why_there.is_empty()).then(|| about(Claim::Place))}
            </td>
            <td role="cell" class="came-of-it">{outcomes(state, &meeting)}</td>
            <td role="cell" class="told-by">{about(Claim::Meeting)}</td>
            {live(explanation)}
        </tr>
    }
    .into_any()
}

/// The date; below the heading of its year without the year.
fn date_in_row(state: AppState, meeting: &MeetingRef<'static>) -> String {
    let below_year = state.view.with_untracked(|view| view.rows.grouping() == Grouping::Year);
    match (below_year, meeting.date) {
        (true, Some(date)) => state.strings().short_period(date),
        _ => date_name(state, meeting.date),
    }
}

/// The button that explains a cell, or takes the explanation away.
fn explain(
    state: AppState,
    meeting: &MeetingRef<'static>,
    claim: Claim,
    explained: Explained,
) -> AnyView {
    let here = Some((meeting.number, claim));
    let toggle = move || explained.update(|open| *open = here.filter(|_| *open != here));
    let expanded = move || if explained.get() == here { "true" } else { "false" };
    let id = [claim.as_str(), "-", &meeting.number.to_string()].concat();
    let strings = state.strings();
    let (class, words, name) = match claim {
        Claim::Meeting => {
            let reports = strings.reports_count.fill(meeting.attestations().count());
            ("link", reports.into_any(), None)
        }
        Claim::Date => ("info", icon("#i-info"), Some(strings.why_this_date)),
        Claim::Place => ("info", icon("#i-info"), Some(strings.why_this_place)),
    };
    view! {
        <button
            class=class
            type="button"
            id=id
            aria-label=name
            title=name
            aria-expanded=expanded
            on:click=pressed(toggle)
        >
            {words}
        </button>
    }
    .into_any()
}

/// What it is called, whether it was held, and what it was part of.
fn called(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let id = ["meeting-", &meeting.number.to_string()].concat();
    view! {
        <a class="title" dir="auto" id=id href=address(state, meeting)>
            {short_title(state, meeting)}
        </a>
        " "
        {status(state, meeting.status)}
        {part_of(state, meeting)}
    }
    .into_any()
}

/// The visit during which it was, else which session it was.
fn part_of(state: AppState, meeting: &MeetingRef<'static>) -> Option<AnyView> {
    let strings = state.strings();
    let part = if let Some(visit) = meeting.visit() {
        let page = Page::Meeting(visit.id().to_owned());
        let words = strings.during_visit.fill(&travellers(state, &visit));
        view! { <a href=state.address_untracked(page)>{words}</a> }.into_any()
    } else if meeting.session > 0 && meeting.mechanism().is_some() {
        strings.session.fill(meeting.session as usize).into_any()
    } else {
        return None;
    };
    Some(view! { <p class="part-of" dir="auto">{part}</p> }.into_any())
}

/// Those who came on a visit, by their names.
pub fn travellers(state: AppState, visit: &MeetingRef<'static>) -> String {
    let host = visit.place();
    let came = visit.participants().filter(|one| one.country() != host.country());
    let numbers: Vec<u32> = came.map(|one| one.number as u32).collect();
    full_names(state, &numbers)
}

/// Those who took part for a side, a line each.
fn side(state: AppState, people: &[EntityRef<'static>]) -> AnyView {
    let person = |entity: &EntityRef<'static>| {
        let page = state.address_untracked(Page::Entity(entity.id().to_owned()));
        let country = state.country(entity);
        view! {
            <li>
                {sides::mark(state, entity.country())}
                <a href=page title=country dir="auto">
                    {state.name(entity)}
                </a>
            </li>
        }
        .into_any()
    };
    let more = people.len().saturating_sub(MOST_PEOPLE);
    let more = (more > 0).then(|| view! { <li class="count">"+" {more}</li> }.into_any());
    let people = people.iter().take(MOST_PEOPLE).map(person).views();
    view! {
        <td role="cell" class="side">
            <ul>{people}{more}</ul>
        </td>
    }
    .into_any()
}

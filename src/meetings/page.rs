//! One meeting, as a page on which those who met face each other.
//!
//! On the left and on the right stand the sides, between them when and where they met and what
//! came of it; below, report by report, the sentences that prove it, and in words where a report
//! tells it otherwise: planned here, held there, another day, another place.

use super::facing::facing;
use super::highlight::{comes, is_lit, leaves, numbers};
use super::provenance::{self, believed, date_name, place_name};
use super::row::travellers;
use super::{address, sentence_address, status, title, walk};
use crate::address::Page;
use crate::citation::source;
use crate::reader::{acts, quote};
use crate::state::AppState;
use crate::views::Views;
use entente_archive::{AttestationRef, MeetingRef};
use entente_model::{Span, Status};
use leptos::prelude::*;

/// The page of the meeting with this id, or a sentence that there is none.
pub fn page(state: AppState, id: &str) -> AnyView {
    let strings = state.strings();
    let Some(meeting) = state.archive().find_meeting(id) else {
        return view! {
            <div class="remarks">
                <h1>{strings.no_such_meeting.fill(id)}</h1>
                <p>
                    <a href=state.fresh_address(Page::Meetings)>{strings.meetings}</a>
                </p>
            </div>
        }
        .into_any();
    };
    view! {
        {walk::toolbar(state, meeting)}
        <article
            class="meeting-page"
            on:pointerover=comes(state)
            on:focusin=comes(state)
            on:pointerleave=leaves(state)
            on:focusout=leaves(state)
        >
            <header>
                {part_of(state, &meeting)} <h1 dir="auto">{title(state, &meeting)}</h1>
                <p>{status(state, meeting.status)}</p>
            </header>
            {facing(state, &meeting)}
            {walk::before_and_after(state, &meeting)}
            {reviewed(state, &meeting)}
            <div class="tellings">{tellings(state, &meeting)}</div>
        </article>
    }
    .into_any()
}

/// The visit during which it was, with its days and how many meetings were part of it; else the
/// series of which it was a session.
fn part_of(state: AppState, meeting: &MeetingRef<'static>) -> Option<AnyView> {
    let strings = state.strings();
    if let Some(visit) = meeting.visit() {
        let words = strings.during_visit.fill(&travellers(state, &visit));
        let count = strings.meetings_count.fill(visit.within_visit().count());
        return Some(
            view! {
                <p class="part-of" dir="auto">
                    <a href=address(state, &visit)>{words}</a>
                    ", "
                    {date_name(state, visit.date)}
                    ", "
                    {count}
                </p>
            }
            .into_any(),
        );
    }
    let series = meeting.series()?;
    let page = state.address_untracked(Page::Entity(series.id().to_owned()));
    let session = (meeting.session > 0).then(|| strings.session.fill(meeting.session as usize));
    Some(
        view! {
            <p class="part-of" dir="auto">
                <a href=page>{state.name(&series)}</a>
                {session.map(|session| [", ", &session].concat())}
            </p>
        }
        .into_any(),
    )
}

/// Why the publisher has confirmed or corrected it.
fn reviewed(state: AppState, meeting: &MeetingRef<'static>) -> Option<AnyView> {
    let reason = meeting.reason();
    let strings = state.strings();
    (!reason.is_empty()).then(|| {
        view! { <p class="meta" dir="auto">{strings.labelled(strings.reviewed, reason)}</p> }
            .into_any()
    })
}

/// What the reports tell: first those that prove it, then those that announced it.
fn tellings(state: AppState, meeting: &MeetingRef<'static>) -> Vec<AnyView> {
    let strings = state.strings();
    let announced = |told: &AttestationRef<'static>| {
        meeting.status != Status::Planned && told.status == Status::Planned
    };
    let (before, proofs): (Vec<_>, Vec<_>) = meeting.attestations().partition(announced);
    let parts = [(strings.evidence, proofs), (strings.announced_before, before)];
    let parts = parts.into_iter().filter(|(_, told)| !told.is_empty());
    let part = |(name, told): (&'static str, Vec<AttestationRef<'static>>)| {
        let count = strings.reports_count.fill(told.len());
        let told = told.iter().filter_map(|told| telling(state, meeting, told)).views();
        view! {
            <section>
                <h2>{name} " " <span class="count">{count}</span></h2>
                {told}
            </section>
        }
        .into_any()
    };
    parts.map(part).collect()
}

/// What one report tells.
fn telling(
    state: AppState,
    meeting: &MeetingRef<'static>,
    told: &AttestationRef<'static>,
) -> Option<AnyView> {
    let number = meeting.number;
    let document = state.archive().document(told.document())?;
    let language = document.language();
    let sentence = |span: Span| {
        view! {
            <p class="snippet" lang=language dir="auto">
                {quote(state, &document, span)}
            </p>
            <p class="acts">{acts(state, document, span)}</p>
        }
        .into_any()
    };
    let evidence = told.evidence().map(sentence).views();
    let differences = differences(state, meeting, told);
    let differ = (!differences.is_empty()).then(|| {
        view! { <p class="differ"><b>{state.strings().reports_differ}</b> {differences}</p> }
            .into_any()
    });
    let telling = view! {
        <div class="telling" data-meeting=numbers(&[number]) data-lit=move || is_lit(state, number)>
            <p>
                <a class="title" dir="auto" href=sentence_address(state, &document, meeting)>
                    {source(state.strings(), &document)}
                </a>
                " "
                {match told.status {
                    Status::Held => {
                        view! { <span class="meta">{state.strings().statuses[0]}</span> }.into_any()
                    }
                    other => status(state, other),
                }}
            </p>
            {evidence}
            {differ}
        </div>
    };
    Some(telling.into_any())
}

/// What this report tells otherwise than all together make known.
fn differences(
    state: AppState,
    meeting: &MeetingRef<'static>,
    told: &AttestationRef<'static>,
) -> Vec<AnyView> {
    let [date_here, place_here, called_here, named_here] = state.strings().told_otherwise;
    let line = |name: &'static str, what: AnyView| {
        view! { <span class="difference">{name} " " {what}</span> }.into_any()
    };
    let mut lines: Vec<AnyView> = Vec::new();
    if told.date.is_some() && told.date != meeting.date {
        let why = provenance::why(state, told.date_provenance, told.date_words());
        lines.push(line(date_here, believed(date_name(state, told.date), &why)));
    }
    let (here, there) = (told.place(), meeting.place());
    let name = place_name(state, &here);
    if !name.is_empty() && name != place_name(state, &there) {
        lines.push(line(place_here, believed(name, provenance::why_there(state, &here))));
    }
    if told.kind != meeting.kind {
        let kind = state.strings().meeting_kinds[told.kind as usize];
        lines.push(line(called_here, kind.into_any()));
    }
    let names: Vec<&str> = told.participants().map(|entity| state.name(&entity)).collect();
    let all: Vec<&str> = meeting.participants().map(|entity| state.name(&entity)).collect();
    if !names.is_empty() && (names.len() != all.len() || names.iter().any(|n| !all.contains(n))) {
        lines.push(line(named_here, names.join(", ").into_any()));
    }
    lines
}

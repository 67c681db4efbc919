//! One meeting: what is known of it, and what each report tells, side by side.
//!
//! Above stands what all reports together make known; below, report by report, the sentences that
//! prove it, and in words where a report tells it otherwise: planned here, held there, another
//! day, another place.

use super::basis::{self, believed, date_name, place_name};
use super::lit::{comes, is_lit, leaves, numbers};
use super::order::{Column, sides, text};
use super::{act, address, sentence_address, title};
use crate::address::Page;
use crate::effect::live;
use crate::entities::EntityLink;
use crate::map;
use crate::marked::words;
use crate::reader::{acts, passage_address, quote};
use crate::reports::origin;
use crate::state::AppState;
use entente_archive::{AttestationRef, EntityRef, MeetingRef, OutcomeRef};
use entente_calendar::Period;
use entente_model::{PlacePrecision, Span};
use leptos::prelude::*;

/// The page of the meeting with this id, or a sentence that there is none.
pub fn page(state: AppState, id: &str) -> AnyView {
    let strings = state.strings();
    let Some(meeting) = state.archive().find_meeting(id) else {
        return view! {
            <div class="remarks">
                <h1>{(strings.no_such_meeting)(id)}</h1>
                <p>
                    <a href=state.fresh_address(Page::Meetings)>{strings.meetings}</a>
                </p>
            </div>
        }
        .into_any();
    };
    let told: Vec<AttestationRef<'static>> = meeting.attestations().collect();
    let tellings: Vec<AnyView> =
        told.iter().filter_map(|told| telling(state, &meeting, told)).collect();
    view! {
        {toolbar(state, meeting)}
        <article
            class="dossier meeting"
            on:pointerover=comes(state)
            on:focusin=comes(state)
            on:pointerleave=leaves(state)
            on:focusout=leaves(state)
        >
            <h1 dir="auto">{title(state, &meeting)}</h1>
            <p class="meta">
                <span>{strings.meeting_kinds[meeting.kind as usize]}</span>
                <span class="status">{strings.statuses[meeting.status as usize]}</span>
            </p>
            <dl class="facts">{facts(state, &meeting)}</dl>
            <h2>{(strings.told_by)(told.len())}</h2>
            <div class="tellings">{tellings}</div>
        </article>
    }
    .into_any()
}

/// The way back, and to the meetings before and behind this one in the view.
fn toolbar(state: AppState, meeting: MeetingRef<'static>) -> AnyView {
    let strings = state.strings();
    let place = move || {
        state.meetings.with(|numbers| {
            let at = numbers.iter().position(|&number| number == meeting.number);
            at.map_or(String::new(), |at| (strings.meeting_of)(at + 1, numbers.len()))
        })
    };
    let step = |step: isize, sign: &'static str, name: &'static str| {
        let other = neighbour(state, &meeting, step)?;
        let address = address(state, &other);
        Some(
            view! { <a class="step" href=address title=name aria-label=name>{sign}</a> }.into_any(),
        )
    };
    view! {
        <nav class="toolbar" aria-label=strings.around_the_meeting>
            <a href=state.address_untracked(Page::Meetings)>"← " {strings.all_meetings}</a>
            <span class="group">
                {step(-1, "‹", strings.previous_meeting)}
                <span>{live(place)}</span>
                {step(1, "›", strings.next_meeting)}
            </span>
        </nav>
    }
    .into_any()
}

/// The meeting before (-1) or behind (1) a meeting among those of the view.
pub fn neighbour(
    state: AppState,
    meeting: &MeetingRef<'_>,
    step: isize,
) -> Option<MeetingRef<'static>> {
    let number = state.meetings.with_untracked(|numbers| {
        let at = numbers.iter().position(|&number| number == meeting.number)?;
        numbers.get(at.checked_add_signed(step)?).copied()
    });
    state.archive().meeting(number?)
}

/// What all reports together make known.
fn facts(state: AppState, meeting: &MeetingRef<'static>) -> Vec<AnyView> {
    let [when, place, who, session, outcome, review] = state.strings().meeting_facts;
    let mut facts =
        vec![fact(when, basis::date(state, meeting)), fact(place, whereabouts(state, meeting))];
    let sides = sides(state, meeting);
    if !sides.is_empty() {
        let sides = sides.into_iter().map(|side| one_side(state, meeting, side));
        facts.push(fact(who, sides.collect::<Vec<_>>().into_any()));
    }
    if let Some(mechanism) = meeting.mechanism() {
        let class = ["name ", mechanism.kind.as_str()].concat();
        let address = state.address_untracked(Page::Entity(mechanism.id().to_owned()));
        let name = text(state, meeting, Column::Session);
        facts.push(fact(
            session,
            view! { <a class=class href=address dir="auto">{name}</a> }.into_any(),
        ));
    }
    let outcomes = outcomes(state, meeting);
    if !outcomes.is_empty() {
        facts.push(fact(outcome, outcomes.into_any()));
    }
    if !meeting.reason().is_empty() {
        facts.push(fact(review, meeting.reason().into_any()));
    }
    facts
}

fn fact(name: &'static str, what: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{what}</dd>
        </div>
    }
    .into_any()
}

/// The place, how exactly it is known, and where it is on the map.
fn whereabouts(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let strings = state.strings();
    let there = meeting.place();
    let rough = (there.precision == PlacePrecision::Country)
        .then(|| view! { <span class="meta">" (" {strings.only_the_country} ")"</span> });
    let on_map = map::address_of(state, meeting)
        .map(|address| view! { <a class="meta" href=address>{strings.on_map}</a> });
    view! { {basis::place(state, &there)} {rough} " " {on_map} }.into_any()
}

/// The people of a side, each with the office told at that time.
fn one_side(
    state: AppState,
    meeting: &MeetingRef<'static>,
    (side, people): (String, Vec<EntityRef<'static>>),
) -> AnyView {
    let person = |entity: EntityRef<'static>| {
        let office = office(state, meeting, &entity)
            .map(|words| view! { <span class="meta">", " {words}</span> });
        view! { <li><EntityLink entity/> {office}</li> }.into_any()
    };
    let people: Vec<AnyView> = people.into_iter().map(person).collect();
    view! {
        <div>
            <span class="meta">{side}</span>
            <ul>{people}</ul>
        </div>
    }
    .into_any()
}

/// The office of a person: as a report that tells of the meeting calls it, else as on record
/// for its date.
fn office(
    state: AppState,
    meeting: &MeetingRef<'static>,
    person: &EntityRef<'static>,
) -> Option<String> {
    let here = |document: u32| meeting.attestations().any(|told| told.document == document);
    let told = person.roles().filter(|role| here(role.document)).filter_map(|role| {
        Some(words(state.archive().document(role.document as usize)?.text(), role.span))
    });
    let on_record = || {
        let date = meeting.date?;
        let covers = |from: Option<Period>, to: Option<Period>| {
            from.is_none_or(|from| from.first_day() <= date.last_day())
                && to.is_none_or(|to| date.first_day() <= to.last_day())
        };
        let mut offices = person.offices().iter().filter(|office| covers(office.from, office.to));
        offices.next().map(|office| state.office(office).to_owned())
    };
    told.max_by_key(String::len).or_else(on_record)
}

/// What came of it, each with the words that tell it, as a link to where they stand.
fn outcomes(state: AppState, meeting: &MeetingRef<'static>) -> Vec<AnyView> {
    let passage = |outcome: &OutcomeRef<'static>| (outcome.passage.document, outcome.passage.span);
    let mut outcomes = meeting.outcomes().peekable();
    let mut rows = Vec::new();
    while let Some(outcome) = outcomes.next() {
        let named =
            outcome.agreement().map(|entity| view! { <span>" " <EntityLink entity/></span> });
        let act = act(state, meeting, &outcome);
        rows.push(view! { <p><b>{act}</b> {named}</p> }.into_any());
        // Words that tell several outcomes stand below the last of them.
        let last = outcomes.peek().is_none_or(|next| passage(next) != passage(&outcome));
        let document = state.archive().document(outcome.passage.document as usize);
        if let Some(document) = document.filter(|_| last) {
            let said = words(document.text(), outcome.passage.span);
            let address = passage_address(state, &document, outcome.passage.span);
            let quote = view! {
                <p class="snippet" lang=document.language() dir="auto">
                    <a href=address>{said}</a>
                </p>
            };
            rows.push(quote.into_any());
        }
    }
    rows
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
    let address = sentence_address(state, &document, meeting);
    let sentence = |span: Span| {
        let words = quote(state, &document, span);
        view! {
            <p class="snippet" lang=language dir="auto">{words}</p>
            <p class="acts">
                <a href=passage_address(state, &document, span)>{state.strings().report}</a>
                {acts(state, document, span)}
            </p>
        }
    };
    let evidence: Vec<_> = told.evidence().map(sentence).collect();
    let telling = view! {
        <section
            class=told.status.as_str()
            data-meeting=numbers(&[number])
            data-lit=move || is_lit(state, number)
        >
            <p class="meta">{origin(state, &document)}</p>
            <h3>
                <a class="title" lang=language href=address dir="auto">
                    {document.title()}
                </a>
            </h3>
            <p>
                <span class="status">{state.strings().told_as[told.status as usize]}</span>
            </p>
            {differences(state, meeting, told)}
            {evidence}
        </section>
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
        view! { <p class="meta">{name} " " {what}</p> }.into_any()
    };
    let mut lines: Vec<AnyView> = Vec::new();
    if told.date.is_some() && told.date != meeting.date {
        let why = basis::why(state, told.date_provenance, told.date_words());
        lines.push(line(date_here, believed(date_name(state, told.date), &why)));
    }
    let (here, there) = (told.place(), meeting.place());
    let name = place_name(state, &here);
    if !name.is_empty() && name != place_name(state, &there) {
        lines.push(line(place_here, believed(name, basis::why_there(state, &here))));
    }
    if told.kind != meeting.kind {
        let kind = state.strings().meeting_kinds[told.kind as usize];
        lines.push(line(called_here, believed(kind.to_owned(), "")));
    }
    let names: Vec<&str> = told.participants().map(|entity| state.name(&entity)).collect();
    let all: Vec<&str> = meeting.participants().map(|entity| state.name(&entity)).collect();
    if !names.is_empty() && (names.len() != all.len() || names.iter().any(|n| !all.contains(n))) {
        lines.push(line(named_here, believed(names.join(", "), "")));
    }
    lines
}

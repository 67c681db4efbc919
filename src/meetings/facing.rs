//! Those who met, face to face, and between them when, where, and what came of it.

use super::provenance::{self, date_name, place_name};
use super::{act, address, short_title, status};
use crate::address::Page;
use crate::citation::source;
use crate::language;
use crate::map::{self, small_map};
use crate::marked::words;
use crate::reader::passage_address;
use crate::sides;
use crate::state::AppState;
use crate::thread::{promised, small_promise, small_seal};
use crate::views::Views;
use entente_archive::{EntityRef, MeetingRef, OutcomeRef, PromiseRef};
use entente_calendar::Period;
use entente_model::PlacePrecision;
use entente_model::order::in_order;
use leptos::prelude::*;

/// Of more people of a side other meetings are not listed.
const FEW: usize = 2;
/// So many other meetings of a person are.
const OTHERS: usize = 3;

/// Those who stand for one country (ISO 3166-1 alpha-2; empty where none is told).
type Delegation = (&'static str, Vec<EntityRef<'static>>);

/// The two sides and what is between them.
pub fn facing(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let (left, right) = sides_of(state, meeting);
    view! {
        <div class="facing">
            <div class="facing-side first">{left.iter().map(|one| delegation(state, meeting, one)).views()}</div>
            <div class="facing-middle">{middle(state, meeting)}</div>
            <div class="facing-side second">{right.iter().map(|one| delegation(state, meeting, one)).views()}</div>
        </div>
    }
    .into_any()
}

/// Who stands on the left, and who on the right: those of the first country, and all others. Countries
/// with a colour stand in the order of the colours, then the host's, then as they are told.
fn sides_of(state: AppState, meeting: &MeetingRef<'static>) -> (Vec<Delegation>, Vec<Delegation>) {
    let mut all: Vec<Delegation> = Vec::new();
    for entity in meeting.participants() {
        match all.iter_mut().find(|(country, _)| *country == entity.country()) {
            Some((_, people)) => people.push(entity),
            None => all.push((entity.country(), vec![entity])),
        }
    }
    let host = meeting.place().country();
    let places: Vec<usize> = (0..all.len()).collect();
    let order = in_order(&places, |&place| {
        let country = all[place].0;
        let colour = sides::class_and_place(state, country).1 as u32;
        [u32::from(country.is_empty()), colour, u32::from(country != host)]
    });
    let mut all: Vec<Delegation> = order.into_iter().map(|place| all[place].clone()).collect();
    let right = if all.is_empty() { Vec::new() } else { all.split_off(1) };
    // Of a side that is alone, guests stand on the right.
    match all.first() {
        Some((country, _)) if right.is_empty() && !host.is_empty() && *country != host => {
            (Vec::new(), all)
        }
        _ => (all, right),
    }
}

/// A country with those who stood for it.
fn delegation(
    state: AppState,
    meeting: &MeetingRef<'static>,
    (country, people): &Delegation,
) -> AnyView {
    let strings = state.strings();
    let name = match *country {
        "" => strings.other_side.to_owned(),
        country => language::country(country, state.language.get()),
    };
    let host = meeting.place().country();
    let part = match *country {
        "" => None,
        country if country == host => Some(strings.host),
        _ if host.is_empty() => None,
        _ => Some(strings.delegation),
    };
    let class = ["side-of-meeting ", &sides::class_and_place(state, country).0].concat();
    let few = people.len() <= FEW;
    let people = people.iter().map(|one| participant(state, meeting, one, few)).views();
    view! {
        <section class=class>
            <h2>
                {sides::mark(state, country)}
                <span>{name}</span>
                {part.map(|part| view! { <span class="meta">{part}</span> }.into_any())}
            </h2>
            {people}
        </section>
    }
    .into_any()
}

/// Somebody who took part, with the office told at that time.
fn participant(
    state: AppState,
    meeting: &MeetingRef<'static>,
    entity: &EntityRef<'static>,
    with_others: bool,
) -> AnyView {
    let strings = state.strings();
    let page = state.address_untracked(Page::Entity(entity.id().to_owned()));
    let all: Vec<MeetingRef<'static>> = entity.meetings().collect();
    let counts = strings.meetings_and_mentions.fill(all.len(), entity.mentions().count());
    let office = office(state, meeting, entity);
    view! {
        <div class="participant-of-meeting">
            <h3>
                <a href=page dir="auto">
                    {state.name(entity)}
                </a>
            </h3>
            {office.map(|office| view! { <p class="office" dir="auto">{office}</p> }.into_any())}
            <p class="meta">{counts}</p>
            {with_others.then(|| other_meetings(state, meeting, &all)).flatten()}
        </div>
    }
    .into_any()
}

/// The other meetings of somebody, those nearest in time first to be named, by date.
fn other_meetings(
    state: AppState,
    meeting: &MeetingRef<'static>,
    all: &[MeetingRef<'static>],
) -> Option<AnyView> {
    let strings = state.strings();
    let others: Vec<MeetingRef<'static>> =
        all.iter().copied().filter(|other| other.number != meeting.number).collect();
    let day = |date: Option<Period>| date.map_or(0, |date| date.first_day().0);
    let far = |other: &MeetingRef<'_>| day(other.date).abs_diff(day(meeting.date));
    let near = in_order(&others, |other| [far(other), other.number as u32, 0]);
    let near: Vec<MeetingRef<'static>> = near.into_iter().take(OTHERS).collect();
    let near = in_order(&near, |other| {
        let [start, end] = other.date_order();
        [start, end, other.number as u32]
    });
    let row = |other: &MeetingRef<'static>| {
        view! {
            <li>
                <a href=address(state, other) dir="auto">
                    {date_name(state, other.date)}
                    ", "
                    {short_title(state, other)}
                </a>
                " "
                {status(state, other.status)}
            </li>
        }
        .into_any()
    };
    let left = others.len() - near.len();
    let more = (left > 0)
        .then(|| view! { <li class="meta">{strings.and_so_many_more.fill(left)}</li> }.into_any());
    let rows = near.iter().map(row).views();
    (!rows.is_empty()).then(|| {
        view! {
            <h4>{strings.other_meetings}</h4>
            <ul>{rows}{more}</ul>
        }
        .into_any()
    })
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

/// When and where, the place on a small map, what came of it, and what was promised.
fn middle(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let strings = state.strings();
    let place = meeting.place();
    let rough = (place.precision == PlacePrecision::Country)
        .then(|| view! { <p class="meta">{strings.only_the_country}</p> }.into_any());
    let map = small_map(state, &[meeting.number]).map(|picture| {
        let address = map::address_of(state, meeting);
        view! {
            <div class="picture">{picture}</div>
            <p class="meta">
                <a href=address>{strings.on_map}</a>
            </p>
        }
        .into_any()
    });
    let why =
        |why: String| (!why.is_empty()).then(|| view! { <p class="meta">{why}</p> }.into_any());
    view! {
        <p class="on">{date_name(state, meeting.date)}</p>
        {why(provenance::why_then(state, meeting))}
        <p class="at" dir="auto">
            {match place_name(state, &place) {
                name if name.is_empty() => strings.place_not_stated.to_owned(),
                name => name,
            }}
        </p>
        {rough}
        {why(provenance::why_there(state, &place).to_owned())}
        {map}
        <ul class="came-of-it">{outcomes(state, meeting)} {promises(state, meeting)}</ul>
    }
    .into_any()
}

/// What came of it, each with what was done and the words that tell it.
fn outcomes(state: AppState, meeting: &MeetingRef<'static>) -> Vec<AnyView> {
    let row = |outcome: OutcomeRef<'static>| {
        let act_words = act(state, meeting, &outcome);
        let document = state.archive().document(outcome.passage.document as usize)?;
        let address = passage_address(state, &document, outcome.passage.span);
        let named = outcome.agreement().map(|agreement| {
            let page = state.address_untracked(Page::Entity(agreement.id().to_owned()));
            view! { <a class="agreement-of-meeting" href=page dir="auto">{state.name(&agreement)}</a> }.into_any()
        });
        Some(
            view! {
                <li>
                    {small_seal(state, outcome.act)}
                    <div>
                        {named}
                        <p class="meta">
                            {act_words}
                            ", "
                            <a href=address>{source(state.strings(), &document)}</a>
                        </p>
                    </div>
                </li>
            }
            .into_any(),
        )
    };
    meeting.outcomes().filter_map(row).collect()
}

/// What was promised at it, and whether that has been kept.
fn promises(state: AppState, meeting: &MeetingRef<'static>) -> Vec<AnyView> {
    let strings = state.strings();
    let told_here = |promise: &PromiseRef<'static>| {
        promise.meeting().map(|told| told.number) == Some(meeting.number)
    };
    let row = |promise: PromiseRef<'static>| {
        let since = date_name(state, promise.date);
        let (class, kept) = match &promise.kept {
            None => ("promise open", strings.open_since.fill(&since).into_any()),
            Some(kept) => {
                let words = strings.kept_by.fill(&date_name(state, kept.date));
                let keeper = promise.kept_by_meeting().map(|meeting| address(state, &meeting));
                ("promise kept", view! { <a href=keeper>{words}</a> }.into_any())
            }
        };
        view! {
            <li>
                {small_promise(state, class)}
                <div>
                    <span dir="auto">{promised(state, &promise)}</span>
                    <p class="meta">{kept}</p>
                </div>
            </li>
        }
        .into_any()
    };
    state.archive().promises().filter(told_here).map(row).collect()
}

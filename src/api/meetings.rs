//! Who met whom, where and when, and what proves it.

use super::utf16::Utf16;
use super::{Answer, answer, wrong};
use crate::meetings::title;
use crate::state::State;
use entente_archive::meetings::{Attestation, Place};
use entente_archive::rows::{MeetingKind, Status};
use entente_archive::{Entity, Meeting};
use entente_calendar::Date;
use entente_search::rank::in_order;
use js_sys::{Array, Object};
use leptos::prelude::untrack;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

/// A meeting with all that is known of it.
#[derive(Serialize)]
struct Listed {
    id: &'static str,
    title: String,
    kind: &'static str,
    status: &'static str,
    date: Option<String>,
    date_basis: &'static str,
    place: Option<&'static str>,
    place_basis: &'static str,
    precision: &'static str,
    country: Option<&'static str>,
    mechanism: Option<&'static str>,
    session: Option<u32>,
    participants: Vec<Named>,
    outcomes: Vec<Outcome>,
    reason: Option<&'static str>,
    attestations: Vec<Told>,
}

#[derive(Serialize)]
struct Named {
    id: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Outcome {
    act: &'static str,
    text: &'static str,
    agreement: Option<&'static str>,
}

/// What one report tells of a meeting.
#[derive(Serialize)]
struct Told {
    document: &'static str,
    status: &'static str,
    date: Option<String>,
    date_basis: &'static str,
    date_words: Option<&'static str>,
    place: Option<&'static str>,
    evidence: Vec<Sentence>,
}

#[derive(Serialize)]
struct Sentence {
    start: usize,
    end: usize,
    text: &'static str,
}

pub(super) fn meetings(state: State, filter: &JsValue, _: &JsValue) -> Answer {
    let wanted = wanted(state, filter)?;
    let all = state.archive().meetings().filter(|meeting| passes(&wanted, meeting));
    let date = |meeting: &Meeting| {
        let date = meeting.row.date.map(|date| (date.start().to_bits(), date.end().to_bits()));
        let (start, end) = date.unwrap_or((u32::MAX, u32::MAX));
        [start, end, 0]
    };
    listed_meetings(state, &in_order(&all.collect::<Vec<_>>(), date))
}

/// Meetings as objects of JavaScript.
pub fn listed_meetings(state: State, meetings: &[Meeting<'static>]) -> Answer {
    answer(&meetings.iter().map(|meeting| listed(state, meeting)).collect::<Vec<_>>())
}

/// The keys of a filter. Of people all must have taken part, of others any will do.
const KEYS: [&str; 9] =
    ["person", "organisation", "place", "mechanism", "document", "status", "kind", "from", "to"];
const PERSON: usize = 0;
const DOCUMENT: usize = 4;
const STATUS: usize = 5;
const KIND: usize = 6;
const FROM: usize = 7;
const TO: usize = 8;

/// A key by its place in [`KEYS`], and a value as a number: of an entity or a document, of a
/// status or kind among all, of a date its bits.
type Wanted = (usize, usize);

fn wanted(state: State, filter: &JsValue) -> Result<Vec<Wanted>, JsValue> {
    if filter.is_undefined() || filter.is_null() {
        return Ok(Vec::new());
    }
    if !filter.is_object() {
        return Err(wrong("entente.meetings(filter): filter must be an object"));
    }
    let mut wanted = Vec::new();
    for entry in Object::entries(filter.unchecked_ref()) {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        let key = KEYS.iter().position(|key| *key == name);
        let values = entry.get(1);
        let values = if Array::is_array(&values) { values.into() } else { Array::of1(&values) };
        for value in values {
            // A year may be given as a number.
            let whole = || value.as_f64().map(|number| (number as i64).to_string());
            let text = value.as_string().or_else(whole);
            match key.zip(text).and_then(|(key, text)| Some((key, number(state, key, &text)?))) {
                Some(found) => wanted.push(found),
                None if key.is_some() && (value.is_undefined() || value.is_null()) => {}
                None => {
                    let what = " is no filter, or has no such value";
                    return Err(wrong(&["entente.meetings(filter): ", &name, what].concat()));
                }
            }
        }
    }
    Ok(wanted)
}

/// A value as a number; `None` where there is no such value. An id that nothing has is asked
/// for in vain.
fn number(state: State, key: usize, text: &str) -> Option<usize> {
    let archive = state.archive();
    match key {
        DOCUMENT => Some(archive.find(text).map_or(usize::MAX, |document| document.number)),
        STATUS => Status::ALL.iter().position(|status| status.name() == text),
        KIND => MeetingKind::ALL.iter().position(|kind| kind.name() == text),
        FROM | TO => Date::parse(text).map(|date| date.to_bits() as usize),
        _ => Some(archive.find_entity(text).map_or(usize::MAX, |entity| entity.number)),
    }
}

fn passes(wanted: &[Wanted], meeting: &Meeting) -> bool {
    (0..KEYS.len()).all(|key| {
        let mut values = wanted.iter().filter(|found| found.0 == key).map(|found| found.1);
        let has = |value| has(meeting, key, value);
        match key {
            PERSON => values.all(has),
            _ => values.clone().next().is_none() || values.any(has),
        }
    })
}

fn has(meeting: &Meeting, key: usize, value: usize) -> bool {
    let row = &meeting.row;
    let days = || Some((row.date?, Date::from_bits(value as u32)?));
    match key {
        DOCUMENT => meeting.attestations().any(|told| told.document() == value),
        STATUS => row.status as usize == value,
        KIND => row.kind as usize == value,
        FROM => days().is_some_and(|(date, from)| date.last_day() >= from.first_day()),
        TO => days().is_some_and(|(date, to)| date.first_day() <= to.last_day()),
        _ => meeting.involves(value),
    }
}

fn listed(state: State, meeting: &Meeting<'static>) -> Listed {
    let row = &meeting.row;
    let place = meeting.place();
    let outcome = |found: entente_archive::meetings::Outcome<'static>| Outcome {
        act: found.row.act.name(),
        text: found.words(),
        agreement: found.agreement().map(|agreement| agreement.id()),
    };
    let named = |entity: Entity<'static>| Named { id: entity.id(), name: entity.name() };
    Listed {
        id: meeting.id(),
        title: untrack(|| title(state, meeting)),
        kind: row.kind.name(),
        status: row.status.name(),
        date: row.date.map(|date| date.to_string()),
        date_basis: row.date_basis.name(),
        place: words(place),
        place_basis: row.place.basis.name(),
        precision: row.place.precision.name(),
        country: some(place.country()),
        mechanism: meeting.mechanism().map(|mechanism| mechanism.id()),
        session: Some(row.session).filter(|&session| session > 0),
        participants: meeting.participants().map(named).collect(),
        outcomes: meeting.outcomes().map(outcome).collect(),
        reason: some(meeting.reason()),
        attestations: meeting.attestations().filter_map(|found| told(state, found)).collect(),
    }
}

fn told(state: State, told: Attestation<'static>) -> Option<Told> {
    let document = state.archive().document(told.document())?;
    let utf16 = Utf16::new(document.text());
    let evidence = told.evidence().map(|span| {
        let (start, end) = utf16.span(span);
        Sentence { start, end, text: document.text().get(span.range()).unwrap_or_default() }
    });
    Some(Told {
        document: document.id(),
        status: told.row.status.name(),
        date: told.row.date.map(|date| date.to_string()),
        date_basis: told.row.date_basis.name(),
        date_words: some(told.date_words()),
        place: words(told.place()),
        evidence: evidence.collect(),
    })
}

fn words(place: Place<'static>) -> Option<&'static str> {
    some(place.words())
}

fn some(text: &'static str) -> Option<&'static str> {
    Some(text).filter(|text| !text.is_empty())
}

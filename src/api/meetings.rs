//! Who met whom, where and when, and what proves it.

use super::utf16::Utf16;
use super::values::{REFUSED, first_refused, list, object, text};
use super::{Answer, wrong};
use crate::meetings::title;
use crate::state::State;
use entente_archive::{AttestationRef, EntityRef, MeetingRef, OutcomeRef};
use entente_calendar::{Date, Period};
use entente_model::{MeetingKind, Status};
use entente_search::rank::in_order;
use leptos::prelude::untrack;
use wasm_bindgen::JsValue;

pub(super) fn meetings(state: State, filter: &JsValue, _: &JsValue) -> Answer {
    let wanted = wanted(state, filter)?;
    let all = state.archive().meetings().filter(|meeting| passes(&wanted, meeting));
    let dates = |meeting: &MeetingRef<'_>| {
        let [start, end] = meeting.date_order();
        [start, end, 0]
    };
    Ok(listed_meetings(state, &in_order(&all.collect::<Vec<_>>(), dates)))
}

/// Meetings as objects of JavaScript.
pub fn listed_meetings(state: State, meetings: &[MeetingRef<'static>]) -> JsValue {
    list(meetings.iter().map(|meeting| listed(state, meeting)))
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
    let refused = first_refused(filter, &mut |name, text| {
        let Some(key) = KEYS.iter().position(|key| *key == name) else { return false };
        let found = text.map(|text| number(state, key, text));
        wanted.extend(found.flatten().map(|number| (key, number)));
        found != Some(None)
    });
    if let Some(name) = refused {
        return Err(wrong(&["entente.meetings(filter): ", &name, REFUSED].concat()));
    }
    Ok(wanted)
}

/// A value as a number; `None` where there is no such value. An id that nothing has is asked
/// for in vain.
fn number(state: State, key: usize, text: &str) -> Option<usize> {
    let archive = state.archive();
    match key {
        DOCUMENT => {
            Some(archive.find_document(text).map_or(usize::MAX, |document| document.number))
        }
        STATUS => text.parse::<Status>().ok().map(|status| status as usize),
        KIND => text.parse::<MeetingKind>().ok().map(|kind| kind as usize),
        FROM | TO => Date::parse(text).map(|date| date.to_bits() as usize),
        _ => Some(archive.find_entity(text).map_or(usize::MAX, |entity| entity.number)),
    }
}

fn passes(wanted: &[Wanted], meeting: &MeetingRef<'_>) -> bool {
    (0..KEYS.len()).all(|key| {
        let mut values = wanted.iter().filter(|found| found.0 == key).map(|found| found.1);
        let has = |value| has(meeting, key, value);
        match key {
            PERSON => values.all(has),
            _ => values.clone().next().is_none() || values.any(has),
        }
    })
}

fn has(meeting: &MeetingRef<'_>, key: usize, value: usize) -> bool {
    let days = || Some((meeting.date?, Date::from_bits(value as u32)?));
    match key {
        DOCUMENT => meeting.attestations().any(|told| told.document() == value),
        STATUS => meeting.status as usize == value,
        KIND => meeting.kind as usize == value,
        FROM => days().is_some_and(|(date, from)| date.last_day() >= from.first_day()),
        TO => days().is_some_and(|(date, to)| date.first_day() <= to.last_day()),
        _ => meeting.involves(value),
    }
}

/// A meeting with all that is known of it.
fn listed(state: State, meeting: &MeetingRef<'static>) -> JsValue {
    let place = meeting.place();
    let id = |entity: Option<EntityRef<'static>>| text(entity.map_or("", |entity| entity.id()));
    let named =
        |one: EntityRef<'static>| object(&[("id", text(one.id())), ("name", text(one.name()))]);
    let outcome = |found: OutcomeRef<'static>| {
        object(&[
            ("act", text(found.act.as_str())),
            ("text", text(found.words())),
            ("agreement", id(found.agreement())),
        ])
    };
    let session = if meeting.session > 0 { JsValue::from(meeting.session) } else { JsValue::NULL };
    object(&[
        ("id", text(meeting.id())),
        ("title", text(&untrack(|| title(state, meeting)))),
        ("kind", text(meeting.kind.as_str())),
        ("status", text(meeting.status.as_str())),
        ("date", date(meeting.date)),
        ("date_provenance", text(meeting.date_provenance.as_str())),
        ("place", text(place.words())),
        ("place_basis", text(place.provenance.as_str())),
        ("precision", text(place.precision.as_str())),
        ("country", text(place.country())),
        ("position", position(meeting)),
        ("mechanism", id(meeting.mechanism())),
        ("session", session),
        ("participants", list(meeting.participants().map(named))),
        ("outcomes", list(meeting.outcomes().map(outcome))),
        ("reason", text(meeting.reason())),
        ("attestations", list(meeting.attestations().filter_map(|one| told(state, &one)))),
    ])
}

/// Where a meeting is shown, in degrees; null where it is nowhere.
fn position(meeting: &MeetingRef<'static>) -> JsValue {
    let degrees = |millionths: i32| JsValue::from(f64::from(millionths) / 1e6);
    meeting.position.point.map_or(JsValue::NULL, |point| {
        object(&[
            ("longitude", degrees(point.longitude)),
            ("latitude", degrees(point.latitude)),
            ("basis", text(meeting.position.provenance.as_str())),
        ])
    })
}

/// What one report tells of a meeting.
fn told(state: State, told: &AttestationRef<'static>) -> Option<JsValue> {
    let document = state.archive().document(told.document())?;
    let utf16 = Utf16::new(document.text());
    let evidence = told.evidence().map(|span| {
        let (start, end) = utf16.span(span);
        let words = document.text().get(span.range()).unwrap_or_default();
        object(&[("start", start.into()), ("end", end.into()), ("text", text(words))])
    });
    Some(object(&[
        ("document", text(document.id())),
        ("status", text(told.status.as_str())),
        ("date", date(told.date)),
        ("date_provenance", text(told.date_provenance.as_str())),
        ("date_words", text(told.date_words())),
        ("place", text(told.place().words())),
        ("evidence", list(evidence)),
    ]))
}

fn date(date: Option<Period>) -> JsValue {
    text(&date.map(|date| date.to_string()).unwrap_or_default())
}

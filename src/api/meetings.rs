//! Who met whom, where and when, and what proves it.

use super::utf16::Utf16;
use super::values::{REFUSED, first_refused, list, object, text};
use super::{Answer, wrong};
use crate::meetings::title;
use crate::state::State;
use entente_archive::meetings::{Attestation, Outcome};
use entente_archive::rows::{MeetingKind, Status};
use entente_archive::{Entity, Meeting};
use entente_calendar::{Date, Period};
use entente_search::rank::in_order;
use leptos::prelude::untrack;
use wasm_bindgen::JsValue;

pub(super) fn meetings(state: State, filter: &JsValue, _: &JsValue) -> Answer {
    let wanted = wanted(state, filter)?;
    let all = state.archive().meetings().filter(|meeting| passes(&wanted, meeting));
    let dates = |meeting: &Meeting| {
        let [start, end] = meeting.date_order();
        [start, end, 0]
    };
    Ok(listed_meetings(state, &in_order(&all.collect::<Vec<_>>(), dates)))
}

/// Meetings as objects of JavaScript.
pub fn listed_meetings(state: State, meetings: &[Meeting<'static>]) -> JsValue {
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

/// A meeting with all that is known of it.
fn listed(state: State, meeting: &Meeting<'static>) -> JsValue {
    let row = &meeting.row;
    let place = meeting.place();
    let id = |entity: Option<Entity<'static>>| text(entity.map_or("", |entity| entity.id()));
    let named =
        |one: Entity<'static>| object(&[("id", text(one.id())), ("name", text(one.name()))]);
    let outcome = |found: Outcome<'static>| {
        object(&[
            ("act", text(found.row.act.name())),
            ("text", text(found.words())),
            ("agreement", id(found.agreement())),
        ])
    };
    let session = if row.session > 0 { JsValue::from(row.session) } else { JsValue::NULL };
    object(&[
        ("id", text(meeting.id())),
        ("title", text(&untrack(|| title(state, meeting)))),
        ("kind", text(row.kind.name())),
        ("status", text(row.status.name())),
        ("date", date(row.date)),
        ("date_basis", text(row.date_basis.name())),
        ("place", text(place.words())),
        ("place_basis", text(row.place.basis.name())),
        ("precision", text(row.place.precision.name())),
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
fn position(meeting: &Meeting<'static>) -> JsValue {
    let degrees = |millionths: i32| JsValue::from(f64::from(millionths) / 1e6);
    meeting.row.point.map_or(JsValue::NULL, |point| {
        object(&[
            ("longitude", degrees(point.longitude)),
            ("latitude", degrees(point.latitude)),
            ("basis", text(meeting.row.point_basis.name())),
        ])
    })
}

/// What one report tells of a meeting.
fn told(state: State, told: &Attestation<'static>) -> Option<JsValue> {
    let document = state.archive().document(told.document())?;
    let utf16 = Utf16::new(document.text());
    let evidence = told.evidence().map(|span| {
        let (start, end) = utf16.span(span);
        let words = document.text().get(span.range()).unwrap_or_default();
        object(&[("start", start.into()), ("end", end.into()), ("text", text(words))])
    });
    Some(object(&[
        ("document", text(document.id())),
        ("status", text(told.row.status.name())),
        ("date", date(told.row.date)),
        ("date_basis", text(told.row.date_basis.name())),
        ("date_words", text(told.date_words())),
        ("place", text(told.place().words())),
        ("evidence", list(evidence)),
    ]))
}

fn date(date: Option<Period>) -> JsValue {
    text(&date.map(|date| date.to_string()).unwrap_or_default())
}

//! Who met whom, where and when, and what proves it.

use super::given::Given;
use super::types::{
    Evidence, Filtering, ListedMeeting, MeetingAttestation, MeetingFilter, MeetingOutcome,
    MeetingPosition, Participant,
};
use super::utf16::Utf16;
use super::{Answer, some, to_js, wrong};
use crate::meetings::title;
use crate::state::AppState;
use entente_archive::{AttestationRef, EntityRef, MeetingRef, OutcomeRef};
use entente_calendar::{Date, Period};
use entente_model::order::in_order;
use entente_model::{MeetingKind, Status};
use leptos::prelude::untrack;
use std::fmt::Display;
use std::str::FromStr;
use wasm_bindgen::JsValue;

pub(super) fn meetings(state: AppState, filter: &JsValue) -> Answer {
    let filter = Given::new(filter, "entente.meetings(filter)")?.with_keys(MeetingFilter::KEYS)?;
    let wanted = Wanted::new(state, &filter)?;
    let all = state.archive().meetings().filter(|meeting| wanted.has(meeting));
    let dates = |meeting: &MeetingRef<'_>| {
        let [start, end] = meeting.date_order();
        [start, end, 0]
    };
    to_js(&listed_meetings(state, &in_order(&all.collect::<Vec<_>>(), dates)))
}

/// Meetings with all that is known of them.
pub fn listed_meetings(state: AppState, meetings: &[MeetingRef<'static>]) -> Vec<ListedMeeting> {
    meetings.iter().map(|meeting| listed(state, meeting)).collect()
}

/// A filter, with ids as numbers of the archive; an id that nothing has is `None` and asked for in
/// vain. What has no value lets every meeting pass.
struct Wanted {
    /// All of them took part.
    people: Vec<Option<usize>>,
    /// Organisations, places and mechanisms; of each list one is involved.
    involved: [Vec<Option<usize>>; 3],
    documents: Vec<Option<usize>>,
    statuses: Vec<Status>,
    kinds: Vec<MeetingKind>,
    hosts: Vec<String>,
    from: Option<Date>,
    to: Option<Date>,
}

impl Wanted {
    fn new(state: AppState, filter: &Given) -> Result<Self, JsValue> {
        let archive = state.archive();
        let entities = |key: &str| -> Result<Vec<Option<usize>>, JsValue> {
            let number = |id: &String| archive.find_entity(id).map(|entity| entity.number);
            Ok(filter.words(key)?.iter().map(number).collect())
        };
        let document = |id: &String| archive.find_document(id).map(|document| document.number);
        Ok(Self {
            people: entities("person")?,
            involved: [entities("organisation")?, entities("place")?, entities("mechanism")?],
            documents: filter.words("document")?.iter().map(document).collect(),
            statuses: words(filter, "status", Status::ALL)?,
            kinds: words(filter, "kind", MeetingKind::ALL)?,
            hosts: filter.words("host")?,
            from: date("from", filter)?,
            to: date("to", filter)?,
        })
    }

    fn has(&self, meeting: &MeetingRef<'_>) -> bool {
        let involves = |number: &Option<usize>| number.is_some_and(|it| meeting.involves(it));
        let tells = |number: &Option<usize>| {
            meeting.attestations().any(|told| Some(told.document()) == *number)
        };
        let from =
            |from: Date| meeting.date.is_some_and(|date| date.last_day() >= from.first_day());
        let to = |to: Date| meeting.date.is_some_and(|date| date.first_day() <= to.last_day());
        self.people.iter().all(involves)
            && self.involved.iter().all(|some| some.is_empty() || some.iter().any(involves))
            && (self.documents.is_empty() || self.documents.iter().any(tells))
            && (self.statuses.is_empty() || self.statuses.contains(&meeting.status))
            && (self.kinds.is_empty() || self.kinds.contains(&meeting.kind))
            && (self.hosts.is_empty()
                || self.hosts.iter().any(|host| host == meeting.place().country()))
            && self.from.is_none_or(from)
            && self.to.is_none_or(to)
    }
}

/// Words of a closed list.
pub(super) fn words<T: FromStr + Display>(
    filter: &Given,
    key: &str,
    all: &[T],
) -> Result<Vec<T>, JsValue> {
    let known = || all.iter().map(T::to_string).collect::<Vec<_>>().join(", ");
    let refused =
        |word| wrong(&format!("{}: {key} `{word}` is none of {}", filter.call(), known()));
    filter.words(key)?.iter().map(|word| word.parse().map_err(|_| refused(word))).collect()
}

fn date(key: &str, filter: &Given) -> Result<Option<Date>, JsValue> {
    let words = filter.years(key)?;
    let Some(word) = words.first() else { return Ok(None) };
    let call = filter.call();
    let refused =
        || wrong(&format!("{call}: {key} `{word}` is no year, month or day such as 2024-05-07"));
    Date::parse(word).map(Some).ok_or_else(refused)
}

/// A meeting with all that is known of it.
fn listed(state: AppState, meeting: &MeetingRef<'static>) -> ListedMeeting {
    let place = meeting.place();
    let id = |entity: Option<EntityRef<'static>>| some(entity.map_or("", |entity| entity.id()));
    let participant = |one: EntityRef<'static>| Participant {
        id: one.id().to_owned(),
        name: one.name().to_owned(),
    };
    let outcome = |found: OutcomeRef<'static>| MeetingOutcome {
        act: found.act,
        text: found.words().to_owned(),
        agreement: id(found.agreement()),
    };
    ListedMeeting {
        id: meeting.id().to_owned(),
        title: untrack(|| title(state, meeting)),
        kind: meeting.kind,
        status: meeting.status,
        date: meeting.date.as_ref().map(Period::to_string),
        date_basis: meeting.date_provenance,
        place: some(place.words()),
        place_basis: place.provenance,
        precision: place.precision,
        country: some(place.country()),
        position: position(meeting),
        mechanism: id(meeting.mechanism()),
        visit: some(meeting.visit().map_or("", |visit| visit.id())),
        session: (meeting.session > 0).then_some(meeting.session),
        participants: meeting.participants().map(participant).collect(),
        outcomes: meeting.outcomes().map(outcome).collect(),
        reason: some(meeting.reason()),
        attestations: meeting.attestations().filter_map(|one| attested(state, &one)).collect(),
    }
}

/// Where a meeting is shown.
fn position(meeting: &MeetingRef<'static>) -> Option<MeetingPosition> {
    let degrees = |millionths: i32| f64::from(millionths) / 1e6;
    meeting.position.point.map(|point| MeetingPosition {
        longitude: degrees(point.longitude),
        latitude: degrees(point.latitude),
        basis: meeting.position.provenance,
    })
}

/// What one report tells of a meeting.
fn attested(state: AppState, told: &AttestationRef<'static>) -> Option<MeetingAttestation> {
    let document = state.archive().document(told.document())?;
    let utf16 = Utf16::new(document.text());
    let evidence = told.evidence().map(|span| {
        let (start, end) = utf16.span(span);
        let text = document.text().get(span.range()).unwrap_or_default().to_owned();
        Evidence { start, end, text }
    });
    Some(MeetingAttestation {
        document: document.id().to_owned(),
        status: told.status,
        date: told.date.as_ref().map(Period::to_string),
        date_basis: told.date_provenance,
        date_words: some(told.date_words()),
        place: some(told.place().words()),
        evidence: evidence.collect(),
    })
}

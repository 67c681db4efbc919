//! Invitations, papers to be signed and meetings to be held: by whom, to whom, and what has kept
//! them.

use super::given::Given;
use super::meetings::words;
use super::types::{
    Filtering, ListedPromise, Participant, PromiseEvidence, PromiseFilter, PromiseKept,
};
use super::utf16::Utf16;
use super::{Answer, some, to_js};
use crate::state::AppState;
use entente_archive::{EntityRef, Passage, PromiseRef};
use entente_model::order::in_order;
use entente_model::{PromiseKind, PromiseState};
use wasm_bindgen::JsValue;

pub(super) fn promises(state: AppState, filter: &JsValue) -> Answer {
    let filter = Given::new(filter, "entente.promises(filter)")?.with_keys(PromiseFilter::KEYS)?;
    let kinds = words(&filter, "kind", PromiseKind::ALL)?;
    let states = words(&filter, "state", PromiseState::ALL)?;
    let (parties, documents) = (filter.words("party")?, filter.words("document")?);
    let tells = |passage: &Passage, id: &String| {
        let document = state.archive().document(passage.document as usize);
        document.is_some_and(|document| document.id() == id)
    };
    let has = |promise: &PromiseRef<'static>| {
        let party = |id: &String| {
            let wanted = state.archive().find_entity(id).map(|entity| entity.number);
            promise.who().chain(promise.to()).any(|one| Some(one.number) == wanted)
        };
        let told = |id: &String| promise.evidence.iter().any(|passage| tells(passage, id));
        (kinds.is_empty() || kinds.contains(&promise.kind))
            && (states.is_empty() || states.contains(&promise.state()))
            && (parties.is_empty() || parties.iter().any(party))
            && (documents.is_empty() || documents.iter().any(told))
    };
    let all: Vec<PromiseRef<'static>> = state.archive().promises().filter(has).collect();
    let dates = |promise: &PromiseRef<'static>| {
        let [start, end] = promise.date_order();
        [start, end, 0]
    };
    let listed: Vec<ListedPromise> =
        in_order(&all, dates).iter().map(|promise| listed(state, promise)).collect();
    to_js(&listed)
}

/// A promise with all that is known of it.
fn listed(state: AppState, promise: &PromiseRef<'static>) -> ListedPromise {
    let id = |entity: Option<EntityRef<'static>>| some(entity.map_or("", |entity| entity.id()));
    let party = |one: EntityRef<'static>| Participant {
        id: one.id().to_owned(),
        name: one.name().to_owned(),
    };
    let date = |date: Option<entente_calendar::Period>| date.map(|date| date.to_string());
    let kept = promise.kept.as_ref().map(|kept| PromiseKept {
        meeting: promise.kept_by_meeting().map(|meeting| meeting.id().to_owned()),
        agreement: id(promise.kept_by_agreement()),
        date: date(kept.date),
        evidence: evidence(state, &kept.evidence),
    });
    ListedPromise {
        id: promise.id().to_owned(),
        kind: promise.kind,
        state: promise.state(),
        who: promise.who().map(party).collect(),
        to: promise.to().map(party).collect(),
        what: promise.words().to_owned(),
        agreement: id(promise.agreement()),
        mechanism: id(promise.mechanism()),
        country: some(promise.country()),
        date: date(promise.date),
        meeting: promise.meeting().map(|meeting| meeting.id().to_owned()),
        kept,
        evidence: evidence(state, &promise.evidence),
    }
}

/// The sentences, in UTF-16.
fn evidence(state: AppState, passages: &[Passage]) -> Vec<PromiseEvidence> {
    let sentence = |passage: &Passage| {
        let document = state.archive().document(passage.document as usize)?;
        let (start, end) = Utf16::new(document.text()).span(passage.span);
        let text = document.text().get(passage.span.range()).unwrap_or_default().to_owned();
        Some(PromiseEvidence { document: document.id().to_owned(), start, end, text })
    };
    passages.iter().filter_map(sentence).collect()
}

//! Whom and what the documents name.

use super::{Answer, answer, wrong};
use crate::address::{Page, View};
use crate::state::State;
use entente_archive::Entity;
use entente_archive::rows::EntityKind;
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// An entity with where it is named.
#[derive(Serialize)]
struct Listed {
    id: &'static str,
    kind: &'static str,
    name: &'static str,
    country: Option<&'static str>,
    wikidata: Option<&'static str>,
    documents: Vec<&'static str>,
    mentions: usize,
    address: String,
}

pub(super) fn entities(state: State, options: &JsValue, _: &JsValue) -> Answer {
    let kind = Reflect::get(options, &"kind".into()).unwrap_or(JsValue::UNDEFINED);
    let wanted = match kind.as_string() {
        None if kind.is_undefined() || kind.is_null() => None,
        text => {
            let named = |kind: &&EntityKind| text.as_deref() == Some(kind.name());
            let found = EntityKind::ALL.iter().find(named);
            Some(*found.ok_or_else(|| wrong("entente.entities({ kind }): there is no such kind"))?)
        }
    };
    let all = state.archive().all_entities();
    let all = all.filter(|entity| wanted.is_none_or(|kind| entity.row.kind == kind));
    answer(&all.map(|entity| listed(state, &entity)).collect::<Vec<_>>())
}

fn listed(state: State, entity: &Entity<'static>) -> Listed {
    let documents = entity.documents().into_iter();
    let string = |text| Some(state.archive().string(text)).filter(|text| !text.is_empty());
    Listed {
        id: entity.id(),
        kind: entity.row.kind.name(),
        name: entity.name(),
        country: string(entity.row.country),
        wikidata: entity.record().and_then(|record| string(record.wikidata)),
        documents: documents
            .filter_map(|number| Some(state.archive().document(number)?.id()))
            .collect(),
        mentions: entity.mentions().count(),
        address: View::default().at(Page::Entity(entity.id().to_owned())).print(),
    }
}

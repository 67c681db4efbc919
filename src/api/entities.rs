//! Whom and what the documents name.

use super::given::Given;
use super::types::ListedEntity;
use super::{Answer, some, to_js, wrong};
use crate::address::{Page, View};
use crate::state::AppState;
use entente_archive::EntityRef;
use entente_model::EntityKind;
use wasm_bindgen::JsValue;

pub(super) fn entities(state: AppState, options: &JsValue) -> Answer {
    let options = Given::new(options, "entente.entities(options)")?;
    let kind =
        match options.word("kind")? {
            None => None,
            Some(word) => Some(word.parse::<EntityKind>().map_err(|_| {
                wrong(&format!("{}: `{word}` is no kind of entity", options.call()))
            })?),
        };
    let all = state.archive().entities();
    let all = all.filter(|entity| kind.is_none_or(|kind| entity.kind == kind));
    to_js(&all.map(|entity| listed(state, &entity)).collect::<Vec<_>>())
}

/// An entity with where it is named.
fn listed(state: AppState, entity: &EntityRef<'static>) -> ListedEntity {
    let archive = state.archive();
    let documents = entity.documents().into_iter();
    let documents = documents.filter_map(|number| Some(archive.document(number)?.id().to_owned()));
    let wikidata = entity.value().record.as_ref().map_or("", |record| &*record.wikidata);
    ListedEntity {
        id: entity.id().to_owned(),
        kind: entity.kind,
        name: entity.name().to_owned(),
        country: some(entity.country()),
        country_worked_out: entity.country_worked_out,
        wikidata: some(wikidata),
        documents: documents.collect(),
        mentions: entity.mentions().count(),
        address: View::default().at(Page::Entity(entity.id().to_owned())).print(),
    }
}

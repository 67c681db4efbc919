//! Whom and what the documents name.

use super::values::{list, object, text};
use super::{Answer, wrong};
use crate::address::{Page, View};
use crate::state::State;
use entente_archive::EntityRef;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

pub(super) fn entities(state: State, options: &JsValue, _: &JsValue) -> Answer {
    let kind = Reflect::get(options, &"kind".into()).unwrap_or(JsValue::UNDEFINED);
    let wanted = match kind.as_string() {
        None if kind.is_undefined() || kind.is_null() => None,
        text => {
            let found = text.and_then(|text| text.parse().ok());
            let wrong = || wrong("entente.entities({ kind }): there is no such kind");
            Some(found.ok_or_else(wrong)?)
        }
    };
    let all = state.archive().entities();
    let all = all.filter(|entity| wanted.is_none_or(|kind| entity.kind == kind));
    Ok(list(all.map(|entity| listed(state, &entity))))
}

/// An entity with where it is named.
fn listed(state: State, entity: &EntityRef<'static>) -> JsValue {
    let archive = state.archive();
    let documents = entity.documents().into_iter();
    let documents = documents.filter_map(|number| Some(archive.document(number)?.id().into()));
    let wikidata = entity.value().record.as_ref().map_or("", |record| &*record.wikidata);
    object(&[
        ("id", entity.id().into()),
        ("kind", entity.kind.as_str().into()),
        ("name", entity.name().into()),
        ("country", text(entity.country())),
        ("wikidata", text(wikidata)),
        ("documents", list(documents)),
        ("mentions", entity.mentions().count().into()),
        ("address", View::default().at(Page::Entity(entity.id().to_owned())).print().into()),
    ])
}

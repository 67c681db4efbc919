//! What the publisher of the corpus knows of an entity.

use super::link::EntityLink;
use crate::state::app_state;
use entente_archive::{EntityRef, Office};
use entente_calendar::Period;
use leptos::prelude::*;

/// Its names in other languages, what it is a part of, its number in Wikidata, and the offices it
/// held; nothing where there is no record.
#[component]
pub(super) fn OnRecord(entity: EntityRef<'static>) -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let record = entity.value().record.as_ref()?;
    let mut rows = Vec::new();
    for local in &record.names {
        let name = view! {
            <li>
                <span lang=&*local.language>{&*local.name}</span>
            </li>
        };
        rows.push(name.into_any());
    }
    if let Some(whole) = state.archive().find_entity(&record.part_of) {
        let part = view! { <li>{strings.part_of} " " <EntityLink entity=whole/></li> };
        rows.push(part.into_any());
    }
    let id = &*record.wikidata;
    if !id.is_empty() {
        let address = ["https://www.wikidata.org/wiki/", id].concat();
        let away = view! {
            <li>
                <a href=address rel="noreferrer">
                    {["Wikidata ", id].concat()}
                </a>
            </li>
        };
        rows.push(away.into_any());
    }
    rows.extend(entity.offices().iter().map(|office| view! { <Held office/> }.into_any()));
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2 title=strings.on_record_explained>{strings.on_record}</h2>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// An office, of what, since when and until when.
#[component]
fn Held(office: &'static Office<'static>) -> impl IntoView {
    let state = app_state();
    let day = |date: Option<Period>| date.map(|date| state.strings().period(date));
    let when = (state.strings().held)(day(office.from), day(office.to));
    let of = state.archive().find_entity(&office.of).map(|of| {
        view! {
            <span>", " <EntityLink entity=of/></span>
        }
        .into_any()
    });
    view! {
        <li>
            {state.office(office)}
            {of}
            " "
            <span class="meta">{when}</span>
        </li>
    }
}

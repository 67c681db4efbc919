//! The names of an entity as the reports write them.

use super::mentions::{at_mention, mentions_in};
use crate::marked::words;
use crate::state::{AppState, app_state};
use crate::tabs::Count;
use entente_archive::EntityRef;
use leptos::prelude::*;

/// A name as reports write it.
struct Spelling {
    name: String,
    /// How often it is written so.
    times: usize,
    /// Where it is first.
    address: String,
}

/// The names seen, each with a link to where it stands first; nothing where there is but one.
#[component]
pub(super) fn NamesSeen(entity: EntityRef<'static>) -> impl IntoView {
    let state = app_state();
    let seen = spellings(state, &entity);
    let row = |Spelling { name, times, address }| {
        view! {
            <li>
                <a href=address>{name}</a>
                " "
                <Count number=times/>
            </li>
        }
        .into_any()
    };
    (seen.len() > 1).then(|| {
        view! {
            <section>
                <h2>{state.strings().names_seen}</h2>
                <ul class="row">{seen.into_iter().map(row).collect::<Vec<_>>()}</ul>
            </section>
        }
        .into_any()
    })
}

fn spellings(state: AppState, entity: &EntityRef<'static>) -> Vec<Spelling> {
    let mut seen: Vec<Spelling> = Vec::new();
    for number in entity.documents() {
        let Some(document) = state.archive().document(number) else { continue };
        for (n, span) in mentions_in(entity, number).into_iter().enumerate() {
            let name = words(document.text(), span);
            if let Some(known) = seen.iter_mut().find(|known| known.name == name) {
                known.times += 1;
            } else {
                let address = at_mention(state, &document, entity, n + 1);
                seen.push(Spelling { name, times: 1, address });
            }
        }
    }
    seen
}

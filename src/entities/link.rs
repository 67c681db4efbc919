//! A name that leads to its dossier.

use crate::address::Page;
use crate::state::{AppState, app_state};
use entente_archive::EntityRef;
use leptos::prelude::*;

/// The name of an entity as a link to its dossier, in the present view.
#[component]
pub fn EntityLink(
    /// Whose name it is.
    entity: EntityRef<'static>,
    /// What is said more when one points at it.
    #[prop(optional)]
    title: Option<String>,
) -> impl IntoView {
    let state = app_state();
    view! {
        <a class=class(&entity) href=address(state, &entity) title=title dir="auto">
            {state.name(&entity)}
        </a>
    }
}

fn address(state: AppState, entity: &EntityRef<'_>) -> String {
    state.address_untracked(Page::Entity(entity.id().to_owned()))
}

fn class(entity: &EntityRef<'_>) -> String {
    ["name ", entity.kind.as_str()].concat()
}

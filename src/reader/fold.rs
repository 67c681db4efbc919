//! Boilerplate in the reading view: a small button that opens it in its place. Its sign comes from
//! the style sheet, for it is no part of the text.

use crate::effect::pressed;
use crate::state::AppState;
use entente_model::BoilerplateKind;
use leptos::prelude::*;

/// Folded words, which may be open from the start.
pub fn fold(state: AppState, kind: BoilerplateKind, words: Vec<AnyView>, open: bool) -> AnyView {
    let name = state.strings().boilerplate[kind as usize];
    let open = RwSignal::new(open);
    view! {
        <button
            class="fold"
            type="button"
            title=name
            aria-label=name
            aria-expanded=move || open.get().to_string()
            on:click=pressed(move || open.update(|open| *open = !*open))
        ></button>
        <span class="boilerplate" data-kind=kind.as_str() hidden=move || !open.get()>
            {words}
        </span>
    }
    .into_any()
}

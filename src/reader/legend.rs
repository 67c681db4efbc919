//! The row below the title: which kinds of names are underlined, and how. It is the legend and
//! has the switches.

use super::names::Mention;
use crate::state::AppState;
use crate::tabs::Count;
use crate::views::Views;
use entente_model::EntityKind;
use leptos::prelude::*;

/// A switch for each kind of these names, with how many there are, and the sign of a proof.
pub fn legend(state: AppState, names: &[Mention]) -> AnyView {
    let strings = state.strings();
    let switches = EntityKind::ALL
        .iter()
        .map(|&kind| (kind, names.iter().filter(|name| name.entity.kind == kind).count()))
        .filter(|&(_, count)| count > 0)
        .map(|(kind, count)| switch(state, kind, count))
        .views();
    view! {
        <p class="switches" role="group" aria-label=strings.entities>
            <span>{strings.entities}</span>
            {switches}
            <span class="proves">{strings.proves_a_meeting}</span>
        </p>
    }
    .into_any()
}

fn switch(state: AppState, kind: EntityKind, count: usize) -> AnyView {
    let strings = state.strings();
    let word = strings.kinds.get(kind as usize).copied().unwrap_or(strings.dates);
    let toggle = move |_| {
        state.set_hidden_kinds(state.hidden_kinds.get_untracked().toggled(kind));
    };
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || !state.hidden_kinds.with(|hidden| hidden.contains(kind))
                on:change=toggle
            />
            " "
            <span class=["name ", kind.as_str()].concat()>{word}</span>
            " "
            <Count number=count/>
        </label>
    }
    .into_any()
}

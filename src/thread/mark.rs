//! The marks of the two sides and the seals in lines of text, on other parts of the page.

use super::shapes::{class, mark, seal};
use crate::address::Sides;
use crate::state::AppState;
use entente_model::Act;
use entente_thread::Side;
use entente_thread::select::Countries;
use leptos::prelude::*;

/// The two sides of the view: those that its address names, else the two that met most.
pub fn sides(state: AppState) -> Option<Sides> {
    let asked = state.view.with_untracked(|view| view.sides.clone());
    asked.or_else(|| {
        let archive = state.archive();
        let meetings = state.meetings.get_untracked();
        let pairs = Countries::new(archive).pairs(archive, &meetings);
        pairs.first().and_then(|([first, second], _)| Sides::new(first, second))
    })
}

/// The mark of a country: that of its side, else a diamond; nothing where none is known.
pub fn mark_of(sides: Option<&Sides>, country: &str) -> AnyView {
    if country.is_empty() {
        return ().into_any();
    }
    let is_of = |side: &Side| sides.is_some_and(|sides| sides.codes()[side.index()] == country);
    let side = Side::BOTH.into_iter().find(is_of);
    let class = ["side-mark ", class(side)].concat();
    view! {
        <svg class=class viewBox="-5 -5 10 10" aria-hidden="true">
            <path d=mark(side, 0.0, 0.0, 4.5)/>
        </svg>
        " "
    }
    .into_any()
}

/// The seal of what came of a meeting.
pub fn seal_of(act: Act) -> AnyView {
    view! {
        <svg class="side-mark" viewBox="0 0 14 14" aria-hidden="true">
            {seal(act, 7.0, 7.0, 7.0)}
        </svg>
        " "
    }
    .into_any()
}

//! The heads of the two rails, and the choice of other sides.

use super::scene::Scene;
use super::shapes::{class, mark};
use super::words::country;
use crate::address::{Page, Sides};
use crate::language;
use crate::state::AppState;
use entente_thread::Side;
use leptos::prelude::*;

/// So many pairs are offered.
const MOST_PAIRS: usize = 24;

/// The row above the drawing.
pub fn heads(state: AppState, scene: &Scene, gap: &str) -> AnyView {
    let strings = state.strings();
    let table = state.address_untracked(Page::Meetings);
    view! {
        <div class="heads" style=("--gap", gap.to_owned())>
            <a class="as-table" href=table>{strings.as_table}</a>
            {Side::BOTH.into_iter().map(|side| head(state, scene, side)).collect::<Vec<_>>()}
            {choice(state, scene)}
        </div>
    }
    .into_any()
}

fn head(state: AppState, scene: &Scene, side: Side) -> AnyView {
    let (hosts, people) = (scene.hosted(Some(side)), scene.people(state, side));
    let counts = (state.strings().hosts_and_people)(hosts, people);
    let name = country(state, scene, side);
    let class = ["head-of-side ", class(Some(side))].concat();
    view! {
        <div class=class>
            <svg viewBox="-7 -7 14 14" aria-hidden="true"><path d=mark(Some(side), 0.0, 0.0, 6.0)/></svg>
            <b>{name}</b>
            <span class="counts">{counts}</span>
        </div>
    }
    .into_any()
}

/// Pairs of countries that met, with how often.
fn choice(state: AppState, scene: &Scene) -> AnyView {
    let pair = |(sides, count): &(Sides, usize)| {
        let mut view = state.view.get_untracked().at(Page::Thread);
        view.sides = Some(sides.clone());
        let names =
            sides.codes().map(|code| language::country(code, state.language.get())).join(" – ");
        let here = (*sides == scene.sides).then_some("true");
        view! {
            <li><a href=view.print() aria-current=here>{names}" "<span class="count">{*count}</span></a></li>
        }
        .into_any()
    };
    let pairs: Vec<AnyView> = scene.pairs.iter().take(MOST_PAIRS).map(pair).collect();
    view! {
        <details class="choose">
            <summary>{state.strings().choose_sides}</summary>
            <ul>{pairs}</ul>
        </details>
    }
    .into_any()
}

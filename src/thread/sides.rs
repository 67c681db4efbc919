//! The heads of the two rails, and the choice of other sides.

use super::scene::{STRANDS, Scene};
use super::shapes::{class, mark, strand_class, strand_mark};
use super::view::arrangement;
use super::words::{country, name};
use crate::address::{ALL, Page, Sides, View};
use crate::menu::{menu, unseen};
use crate::state::{AppState, Step};
use crate::views::Views;
use entente_model::{Grain, TimeOrder};
use entente_thread::Side;
use leptos::prelude::*;

/// So many pairs are offered.
const MOST_PAIRS: usize = 24;
/// So many countries are offered against all others.
const MOST_AGAINST_ALL: usize = 5;

/// The row above the drawing, whose gap and strands are so wide.
pub fn heads(state: AppState, scene: &Scene, gap: &str, strands: &str) -> AnyView {
    let strings = state.strings();
    let table = state.address_untracked(Page::Meetings);
    view! {
        <div class="heads" style=("--gap", gap.to_owned()) style=("--strands", strands.to_owned())>
            <a class="as-table" href=table>{strings.as_table}</a>
            {head(state, scene, Side::First)}
            {match scene.strands() {
                0 => head(state, scene, Side::Second),
                _ => heads_of_strands(state, scene),
            }}
            {choice(state, scene)}
            {arrangements(state, scene)}
        </div>
    }
    .into_any()
}

/// The menus of what a rung stands for and of which way time runs.
fn arrangements(state: AppState, scene: &Scene) -> AnyView {
    let strings = state.strings();
    let grains: Vec<_> =
        Grain::ALL.iter().map(|grain| grain.as_str()).zip(strings.grains).collect();
    let orders: Vec<_> =
        TimeOrder::ALL.iter().map(|order| order.as_str()).zip(strings.time_orders).collect();
    let order = state.view.with_untracked(arrangement).order;
    let arrange = move |change: &dyn Fn(&mut View)| {
        let mut view = state.view.get_untracked();
        change(&mut view);
        state.navigate(view, Step::Push);
    };
    let group = move |value: String| arrange(&|view| view.grain = value.parse().ok());
    let put_in_order = move |value: String| arrange(&|view| view.order = value.parse().ok());
    view! {
        <div class="arrangements">
            {menu(strings.group_by, &grains, scene.drawing.grain.as_str(), Box::new(group))}
            {menu(unseen(strings.order), &orders, order.as_str(), Box::new(put_in_order))}
        </div>
    }
    .into_any()
}

fn head(state: AppState, scene: &Scene, side: Side) -> AnyView {
    let (hosts, people) = (scene.hosted(Some(side)), scene.people(state, side));
    let counts = state.strings().hosts_and_people.fill(hosts, people);
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

/// The countries of the right side, each with its mark and how often it met the left one.
fn heads_of_strands(state: AppState, scene: &Scene) -> AnyView {
    let strand = |strand: usize| {
        let (words, count) = match &scene.others[strand..] {
            [(code, count), rest @ ..] if rest.is_empty() || strand + 1 < STRANDS => {
                (name(state, code), *count)
            }
            rest => (
                state.strings().more_countries.fill(rest.len()),
                rest.iter().map(|(_, count)| count).sum(),
            ),
        };
        view! {
            <li class=strand_class(strand)>
                <svg viewBox="-7 -7 14 14" aria-hidden="true"><path d=strand_mark(strand, 0.0, 0.0, 6.0)/></svg>
                {words}
                <span class="count">{count}</span>
            </li>
        }
        .into_any()
    };
    let strands = (0..scene.strands()).map(strand).views();
    view! { <ul class="strands">{strands}</ul> }.into_any()
}

/// Pairs of countries that met, with how often, behind each of the present sides against all.
fn choice(state: AppState, scene: &Scene) -> AnyView {
    let pair = |(sides, count): &(Sides, usize)| link(state, scene, sides, Some(*count));
    let pairs = scene.pairs.iter().take(MOST_PAIRS).map(pair);
    let codes = scene.pairs.iter().flat_map(|(sides, _)| sides.codes());
    let mut countries: Vec<&str> = Vec::new();
    for code in scene.sides.codes().into_iter().chain(codes).filter(|&code| code != ALL) {
        if countries.len() < MOST_AGAINST_ALL && !countries.contains(&code) {
            countries.push(code);
        }
    }
    let against_all = countries.into_iter().filter_map(|code| Sides::new(code, ALL));
    let pairs = against_all.map(|sides| link(state, scene, &sides, None)).chain(pairs).views();
    view! {
        <details class="choose">
            <summary>{state.strings().choose_sides}</summary>
            <ul>{pairs}</ul>
        </details>
    }
    .into_any()
}

/// The way to other sides, and how often they met.
fn link(state: AppState, scene: &Scene, sides: &Sides, count: Option<usize>) -> AnyView {
    let mut view = state.view.get_untracked().at(Page::Thread);
    view.sides = Some(sides.clone());
    let names = sides.codes().map(|code| name(state, code)).join(" – ");
    let here = (*sides == scene.sides).then_some("true");
    let count = count.map(|count| view! { " " <span class="count">{count}</span> }.into_any());
    view! { <li><a href=view.print() aria-current=here>{names}{count}</a></li> }.into_any()
}

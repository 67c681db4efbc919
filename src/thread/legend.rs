//! What the lines and marks mean.

use super::shapes::{mark, seal};
use crate::state::AppState;
use entente_model::Act;
use entente_thread::Side;
use leptos::prelude::*;

/// One row of small drawings, each with its name.
pub fn legend(state: AppState) -> AnyView {
    let drawn: [AnyView; 11] = [
        rung("rung plain held side-2", "end side-1"),
        view! { <svg viewBox="0 0 30 14" width="30" height="14"><path class="rung visit held side-2 line" d="M29 1C18 1 12 10 2 10v1C12 11 18 6 29 6z"/></svg> }.into_any(),
        view! { <svg viewBox="0 0 10 14" width="10" height="14"><path class="stay side-2" d="M7 0V14"/><path class="rail side-1" d="M2.500 0V14"/></svg> }.into_any(),
        rung("rung plain mentioned side-2", "end hollow side-1"),
        rung("rung plain planned side-2", "end hollow planned side-1"),
        small_seal(Act::Signed),
        small_seal(Act::Agreed),
        small_seal(Act::Announced),
        promise("promise open"),
        promise("promise kept"),
        promise("promise invitation kept"),
    ];
    let entry = |(drawn, name): (AnyView, &'static str)| {
        view! { <li><span aria-hidden="true">{drawn}</span>{name}</li> }.into_any()
    };
    let entries: Vec<AnyView> =
        drawn.into_iter().zip(state.strings().thread_legend).map(entry).collect();
    view! { <ul class="legend">{entries}</ul> }.into_any()
}

fn rung(class: &'static str, end: &'static str) -> AnyView {
    view! {
        <svg viewBox="0 0 32 14" width="32" height="14">
            <g class=class><path class="line" d="M29 3C20 3 14 10.500 5 10.500" stroke-width="1.25"/></g>
            <path class="end side-2" d=mark(Some(Side::Second), 29.0, 3.0, 2.4)/>
            <path class=end d=mark(Some(Side::First), 5.0, 9.5, 4.0)/>
        </svg>
    }
    .into_any()
}

/// A seal in a line of words.
pub fn small_seal(act: Act) -> AnyView {
    view! { <svg class="seal-in-line" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">{seal(act, 7.0, 7.0, 7.0)}</svg> }
        .into_any()
}

/// A small promise with these classes.
pub fn promise(class: &'static str) -> AnyView {
    let last = if class.contains("kept") { "knot" } else { "ring" };
    let disc = |x: f64| mark(Some(Side::First), x, 7.0, 3.0);
    view! {
        <svg viewBox="0 0 32 14" width="32" height="14" aria-hidden="true">
            <g class=class>
                <path class="line" d="M4 7H28"/>
                <path class="ring" d=disc(4.0)/>
                <path class=last d=disc(28.0)/>
            </g>
        </svg>
    }
    .into_any()
}

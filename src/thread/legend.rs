//! What the lines and marks mean.

use super::shapes::mark;
use crate::drawing::in_line;
use crate::state::AppState;
use crate::views::Views;
use entente_drawing::{Shape, seal};
use entente_model::Act;
use entente_thread::Side;
use leptos::prelude::*;

/// One row of small drawings, each with its name.
pub fn legend(state: AppState) -> AnyView {
    let seal_of = |act: Act| (14.0, vec![seal(act, (7.0, 7.0), 7.0)]);
    let visit = "M29 1C18 1 12 10 2 10v1C12 11 18 6 29 6z";
    let stay = [Shape::path("stay side-2", "M7 0V14"), Shape::path("rail side-1", "M2.5 0V14")];
    let drawn: [(f64, Vec<Shape>); 11] = [
        rung("rung plain held side-2", "end side-1"),
        (30.0, vec![Shape::path("rung visit held side-2 line", visit)]),
        (10.0, stay.into()),
        rung("rung plain mentioned side-2", "end hollow side-1"),
        rung("rung plain planned side-2", "end hollow planned side-1"),
        seal_of(Act::Signed),
        seal_of(Act::Agreed),
        seal_of(Act::Announced),
        (32.0, promise_shapes("promise open")),
        (32.0, promise_shapes("promise kept")),
        (32.0, promise_shapes("promise invitation kept")),
    ];
    let entry = |((width, drawn), name): ((f64, Vec<Shape>), &'static str)| {
        view! { <li>{in_line(state, "", width, &drawn)}{name}</li> }.into_any()
    };
    let entries = drawn.into_iter().zip(state.strings().thread_legend).map(entry).views();
    view! { <ul class="legend">{entries}</ul> }.into_any()
}

fn rung(class: &str, end: &str) -> (f64, Vec<Shape>) {
    let data = "M29 3C20 3 14 10.5 5 10.5".into();
    let line = Shape::Path { class: "line".into(), data, width: Some(1.25) };
    let all = vec![
        Shape::group(class, vec![line]),
        Shape::path("end side-2", mark(Some(Side::Second), 29.0, 3.0, 2.4)),
        Shape::path(end, mark(Some(Side::First), 5.0, 9.5, 4.0)),
    ];
    (32.0, all)
}

/// A seal in a line of words.
pub fn small_seal(state: AppState, act: Act) -> AnyView {
    in_line(state, "seal-in-line", 14.0, &[seal(act, (7.0, 7.0), 7.0)])
}

/// A small promise with these classes.
pub fn promise(state: AppState, class: &str) -> AnyView {
    in_line(state, "", 32.0, &promise_shapes(class))
}

fn promise_shapes(class: &str) -> Vec<Shape> {
    let last = if class.contains("kept") { "knot" } else { "ring" };
    let disc = |x: f64| mark(Some(Side::First), x, 7.0, 3.0);
    let shapes = [("line", "M4 7H28".into()), ("ring", disc(4.0)), (last, disc(28.0))];
    vec![Shape::group(class, shapes.map(|(class, data)| Shape::path(class, data)).into())]
}

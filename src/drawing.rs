//! Shapes of drawings as elements. All drawings of the page go through here.

use crate::meetings::numbers;
use crate::state::AppState;
use crate::views::Views;
use entente_drawing::{Group, Shape, Text, number};
use leptos::prelude::*;
use leptos::svg;

/// The control of a drawing to which the tabulator comes; the arrows go on to the others.
pub type Stop = RwSignal<usize>;

/// Shapes that do nothing.
pub fn shapes(state: AppState, all: &[Shape]) -> Vec<AnyView> {
    all.iter().map(|one| shape(state, one, None)).views()
}

/// Shapes of which some are controls: whoever listens finds their place in `data-place`, counted
/// from 1.
pub fn controls(state: AppState, all: &[Shape], stop: Stop) -> Vec<AnyView> {
    all.iter().map(|one| shape(state, one, Some(stop))).views()
}

fn shape(state: AppState, shape: &Shape, stop: Option<Stop>) -> AnyView {
    match shape {
        Shape::Path { class, data, width } => {
            let width = width.map(number);
            view! { <path class=class.clone() d=data.clone() stroke-width=width/> }.into_any()
        }
        Shape::Text(text) => {
            let Text { class, at: (x, y), words, .. } = text.clone();
            let (x, y) = (number(x), number(y));
            view! { <text class=class x=x y=y transform=text.transform()>{words}</text> }.into_any()
        }
        Shape::Group(group) => group_of(state, group, stop),
    }
}

fn group_of(state: AppState, group: &Group, stop: Option<Stop>) -> AnyView {
    let Group { class, meetings, title, control, shapes, .. } = group.clone();
    let shown = (!meetings.is_empty()).then(|| numbers(&meetings));
    let lit = move || state.lit.get().is_some_and(|lit| meetings.contains(&lit.0));
    let control = control.zip(stop);
    let tabindex =
        move || control.map(|(place, stop)| if stop.get() == place { "0" } else { "-1" });
    let whole = (!title.is_empty()).then(|| svg::title().child(title));
    view! {
        <g
            class=class
            role=control.map(|_| "button")
            tabindex=tabindex
            data-place=control.map(|(place, _)| (place + 1).to_string())
            data-meeting=shown
            data-lit=lit
            transform=group.transform()
        >
            {whole}
            {shapes.iter().map(|one| shape(state, one, stop)).views()}
        </g>
    }
    .into_any()
}

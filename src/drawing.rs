//! Shapes of drawings as elements. All drawings of the page go through here.

use crate::browser;
use crate::effect::effect;
use crate::meetings::numbers;
use crate::state::AppState;
use crate::views::Views;
use entente_drawing::{Group, Shape, Text, number};
use leptos::prelude::*;
use leptos::svg;
use wasm_bindgen::JsCast;
use web_sys::Element;

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

/// A drawing of 14 pixels in a line of words.
pub fn in_line(state: AppState, class: &'static str, width: f64, drawn: &[Shape]) -> AnyView {
    let width = number(width);
    let window = ["0 0 ", &width, " 14"].concat();
    view! {
        <svg class=class viewBox=window width=width height="14" aria-hidden="true">
            {shapes(state, drawn)}
        </svg>
    }
    .into_any()
}

/// Keeps the width of a drawing in pixels, once it is in the page; one that has left it keeps its
/// last.
pub fn follow_width(drawing: NodeRef<svg::Svg>, width: RwSignal<usize>) {
    effect(move || {
        let Some(element) = drawing.get() else { return };
        let element: Element = element.unchecked_into();
        browser::on_resize(&element.clone(), move || {
            let now = element.client_width().max(0) as usize;
            if now > 0 && width.try_get_untracked().is_some_and(|old| old != now) {
                width.set(now);
            }
        });
    });
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

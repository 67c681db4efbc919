//! Years, silences and words between the rails.

use super::legend::small_seal;
use super::rails;
use super::scene::Scene;
use super::view::px;
use crate::drawing::shapes;
use crate::state::AppState;
use crate::views::Views;
use entente_calendar::Period;
use entente_drawing::{Group, Shape, number};
use entente_model::Act;
use entente_thread::drawing::Told;
use entente_thread::{Drawing, Form, Label, LabelKind, Layout, Note, Silence};
use leptos::prelude::*;

/// The years in the gutter, each with the line above it.
pub fn years(scene: &Scene, layout: &Layout) -> Vec<AnyView> {
    let drawing = &scene.drawing;
    let year = |year: &entente_thread::Year| {
        let curve = drawing.rungs[year.rung].curve;
        let top = match layout.narrow {
            true => f64::min(curve.y[0], curve.y[1]) - 60.0,
            false => curve.y[0] - 11.0,
        };
        let line = year
            .line
            .filter(|_| !layout.narrow)
            .map(|line| view! { <span class="year-line" style:top=px(line)></span> }.into_any());
        let name = if year.year == 0 { String::new() } else { year.year.to_string() };
        view! { {line}<span class="year" style:top=px(top)>{name}</span> }.into_any()
    };
    drawing.years.iter().map(year).collect()
}

/// All words between the rails.
pub fn words(state: AppState, scene: &Scene, layout: &Layout) -> AnyView {
    let drawing = &scene.drawing;
    let silences = drawing.silences.iter().map(|one| silence(state, one)).views();
    let labels = drawing.labels.iter().filter_map(|one| label(drawing, one));
    let figures = drawing.rungs.iter().filter_map(figure);
    let all: Vec<Shape> = labels.chain(figures).chain(rails::seals(scene)).collect();
    let notes = drawing.notes.iter().map(|note| line(state, scene, layout, note)).views();
    let (width, height) = (number(layout.gap), number(drawing.height));
    view! {
        <svg class="rails words" width=width height=height aria-hidden="true">
            {shapes(state, &all)}
        </svg>
        {silences}
        {notes}
        {open_ones(state, drawing)}
    }
    .into_any()
}

/// Words beside a seal or a promise, whole where they are pointed at; a title is a button and stands
/// in the rows.
fn label(drawing: &Drawing, label: &Label) -> Option<Shape> {
    let name = match label.kind {
        LabelKind::Title(_) => return None,
        LabelKind::Seal(number) => &drawing.seals[number].name,
        LabelKind::Promise(number) => &drawing.promises[number].name,
    };
    let words = Shape::text("label", (label.x, label.y + 4.0), label.text.clone());
    let whole = if label.text == *name { String::new() } else { name.clone() };
    Some(Shape::Group(Group { title: whole, shapes: vec![words], ..Group::default() }))
}

/// How many meetings a bundle stands for, on its line.
fn figure(rung: &entente_thread::Rung) -> Option<Shape> {
    let x = rung.curve.gap / 2.0;
    let count = rung.encounters.len().to_string();
    let bundle = rung.form == Form::Bundle;
    bundle.then(|| Shape::text("label figure", (x, rung.curve.at(x) + 4.0), count))
}

/// How long nothing is reported.
fn silence(state: AppState, silence: &Silence) -> AnyView {
    let [top, bottom] = silence.y;
    let strings = state.strings();
    let duration = (strings.duration)(silence.years, silence.months);
    let words = strings.no_meeting_reported.fill(&duration);
    view! { <p class="silence" style:top=px(f64::midpoint(top, bottom) - 12.0)>{words}</p> }
        .into_any()
}

/// What came of a meeting or was promised there, below its rung in a narrow drawing.
fn line(state: AppState, scene: &Scene, layout: &Layout, note: &Note) -> AnyView {
    let strings = state.strings();
    let date =
        |date: Option<Period>| strings.undated_or(date.map(|date| Period::from(date.start())));
    let (sign, words, more) = match note.what {
        Told::Outcome(encounter, outcome) => {
            let outcome = &scene.encounters[encounter].outcomes[outcome];
            (sign(state, Some(outcome.act), false), outcome.label.clone(), String::new())
        }
        Told::Promise(place) => {
            let pledge = &scene.pledges[place];
            let more = match pledge.kept {
                Some(kept) => strings.kept_by.fill(&date(kept.date)),
                None => strings.open_since.fill(&date(pledge.date)),
            };
            (sign(state, None, pledge.kept.is_some()), pledge.label.clone(), more)
        }
    };
    let width = px(layout.gap - 28.0);
    view! {
        <p class="note" style:top=px(note.y - 10.0) style:width=width>
            {sign}<span>{words}</span><small>{more}</small>
        </p>
    }
    .into_any()
}

/// A seal, or a small promise.
fn sign(state: AppState, act: Option<Act>, kept: bool) -> AnyView {
    match act {
        Some(act) => small_seal(state, act),
        None => super::legend::promise(state, if kept { "promise kept" } else { "promise open" }),
    }
}

/// How many promises are open, below the last rung.
fn open_ones(state: AppState, drawing: &Drawing) -> Option<AnyView> {
    let open = drawing.promises.iter().filter(|promise| !promise.kept).count();
    let last = state.archive().documents().filter_map(|report| report.published);
    let last = last.max_by_key(|date| date.last_day())?;
    let words = (state.strings().open_at_last_report)(open, &state.strings().period(last));
    let top = px(drawing.last_report - 12.0);
    (open > 0).then(|| view! { <p class="still-open" style:top=top>{words}</p> }.into_any())
}

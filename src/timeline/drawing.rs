//! The drawing of the axis. Its marks are made anew when the view, the width or the days shown
//! change; what is pointed at or lit up only changes attributes.

use super::axis::{Axis, place_of};
use super::lanes::{DOT, LANES, Placed, TARGET};
use super::marks::{Mark, What};
use super::{brush, keys, name};
use crate::browser;
use crate::effect::live;
use crate::state::Turn;
use entente_model::Status;
use leptos::prelude::*;
use leptos::svg;

/// Pixels above each band, for its name.
const HEADING: usize = 14;
/// Pixels below the bands, for the labels.
const LABELS: usize = 20;
/// Pixels of a digit of a label, at most.
const LETTER: i32 = 8;

/// The drawing with all that it listens to.
pub(super) fn drawing(axis: &Axis) -> AnyView {
    let axis = *axis;
    let bottom = top(LANES.len());
    let began = StoredValue::new(None);
    let brush = move |event: web_sys::PointerEvent| brush::drag(&axis, began, &event);
    view! {
        <svg
            class="axis"
            role="group"
            aria-label=axis.state.strings().timeline_help
            height=(bottom + LABELS as i32).to_string()
            node_ref=axis.drawing
            on:mouseover=move |event| axis.point(place_of(&event))
            on:focusin=move |event| axis.point(place_of(&event))
            on:mouseleave=move |_| axis.point(None)
            on:focusout=move |_| axis.point(None)
            on:click=move |event| {
                axis.show_list(place_of(&event));
            }
            on:keydown=move |event| keys::press(&axis, &event)
            on:pointerdown=brush
            on:pointermove=brush
            on:pointerup=brush
            on:pointercancel=brush
        >
            {rect("drag", 0, 0, (0, bottom), 0)}
            {live(move || asked(&axis))}
            {live(move || ground(&axis))}
            {live(move || {
                browser::keep_focus();
                marks(&axis)
            })}
        </svg>
    }
    .into_any()
}

/// The dates that are asked for.
fn asked(axis: &Axis) -> Option<AnyView> {
    let (first, end) = axis.state.deferred(Turn::Second, || axis.asked())?;
    let scale = axis.scale();
    let (start, end) = (pixel(scale.start(first)), pixel(scale.end(end)));
    (axis.width.get() > 0).then(|| rect("asked", start, 0, (end - start, top(LANES.len())), 0))
}

/// The names of the bands, the rules between them, and the labels of the axis.
fn ground(axis: &Axis) -> Vec<AnyView> {
    let (width, bottom) = (axis.width.get() as i32, top(LANES.len()));
    let mut ground = Vec::new();
    if width == 0 {
        return ground;
    }
    for (band, name) in axis.state.strings().bands.iter().enumerate() {
        ground.push(rect("rule", 0, top(band + 1), (width, 1), 0));
        ground.push(text("band", 0, top(band) + 11, (*name).to_owned()));
    }
    let scale = axis.scale();
    for date in scale.labels() {
        let x = pixel(scale.start(date.first_day()));
        ground.push(rect("rule", x, bottom, (1, LABELS as i32), 0));
        let words = date.to_string();
        // What would be cut off at the end is left out.
        if x + words.len() as i32 * LETTER < width {
            ground.push(text("label", x + 3, bottom + 14, words));
        }
    }
    ground
}

/// All that stands on the axis, in the order of time.
fn marks(axis: &Axis) -> Vec<AnyView> {
    // Links lead to pages in the present view.
    axis.state.deferred(Turn::Second, || ());
    axis.marks.with(|marks| {
        axis.placed.with(|placed| {
            let all = placed.iter().enumerate();
            all.map(|(place, placed)| {
                let here: Vec<Mark> = placed.marks.iter().map(|&mark| marks[mark]).collect();
                mark(axis, place, placed, &here)
            })
            .collect()
        })
    })
}

/// What stands in one place: a mark, or several as a number.
fn mark(axis: &Axis, place: usize, placed: &Placed, marks: &[Mark]) -> AnyView {
    let axis = *axis;
    let (state, first) = (axis.state, &marks[0]);
    let several = marks.len() > 1;
    let lane = (LANES[placed.band] - 1 - placed.lane) as i32;
    let y = top(placed.band) + HEADING as i32 + lane * TARGET as i32 + TARGET as i32 / 2;
    let apart = if marks.iter().any(|mark| mark.inside) { "" } else { " apart" };
    // What reaches beyond the axis ends with it.
    let width = axis.width.get_untracked() as f32;
    let cut = |(from, to): (f32, f32)| (from.max(0.0), to.min(width));
    let (start, end) = cut(placed.taken);
    let start = start.min(width - TARGET);
    let (from, to) = if several { (start, start + TARGET) } else { cut(placed.drawn) };
    let half = if placed.point && !several { DOT as i32 / 2 } else { 4 };
    let (half, round) = match (several, placed.point, first.what) {
        (true, ..) => (10, 10),
        (false, true, What::Meeting(_)) => (half, half),
        _ => (half, 0),
    };
    let number = several
        .then(|| text("number", pixel(f32::midpoint(from, to)), y + 4, marks.len().to_string()));
    let meetings: Vec<usize> = marks.iter().filter_map(Mark::meeting).collect();
    let (role, address) =
        if several { (Some("button"), None) } else { (None, Some(name::address(state, first))) };
    let shapes = vec![
        rect("hit", pixel(start), y - 12, (pixel(end - start).max(24), 24), 0),
        rect("shape", pixel(from), y - half, (pixel(to - from), 2 * half), round),
        number.into_any(),
    ];
    let attributes = view! {
        <{..}
            class=["mark ", look(first, several), apart].concat()
            id=id(first)
            data-place=(place + 1).to_string()
            tabindex=move || if axis.stop.get() == place { "0" } else { "-1" }
            aria-label=name::of_marks(state, marks)
            role=role
            href=address
            data-lit=move || state.lit.get().is_some_and(|lit| meetings.contains(&lit.0))
        />
    };
    // `<a>` would be a link of HTML here.
    svg::a().child(shapes).add_any_attr(attributes).into_any()
}

/// The class that tells what a mark is.
fn look(mark: &Mark, several: bool) -> &'static str {
    match mark.what {
        _ if several => "several",
        What::Meeting(Status::Held) => "held",
        What::Meeting(Status::Planned) => "planned",
        What::Meeting(Status::Mentioned) => "mentioned",
        What::Outcome(_) => "outcome",
        What::Report => "published",
    }
}

/// The id of a mark in the page.
fn id(mark: &Mark) -> String {
    let (kind, place) = match mark.what {
        What::Meeting(_) => ("when-", String::new()),
        What::Outcome(place) => ("came-", ["-", &place.to_string()].concat()),
        What::Report => ("told-", String::new()),
    };
    [kind, &mark.number.to_string(), &place].concat()
}

/// Where a band begins; the band behind the last is the axis.
fn top(band: usize) -> i32 {
    let heights = LANES.iter().take(band).map(|lanes| HEADING + lanes * TARGET as usize);
    heights.sum::<usize>() as i32
}

/// The pixel at a place: whole ones, since edges are sharp there.
fn pixel(x: f32) -> i32 {
    (x + 0.5).clamp(-1e6, 1e6) as i32
}

/// A rectangle of a width and a height, with round corners of a radius.
fn rect(class: &'static str, x: i32, y: i32, (width, height): (i32, i32), round: i32) -> AnyView {
    let [x, y, width, height, round] = [x, y, width, height, round].map(|it| it.to_string());
    view! { <rect class=class x=x y=y width=width height=height rx=round/> }.into_any()
}

fn text(class: &'static str, x: i32, y: i32, words: String) -> AnyView {
    view! { <text class=class x=x.to_string() y=y.to_string()>{words}</text> }.into_any()
}

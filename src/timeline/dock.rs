//! The axis below the map: a button that plays, the drawing with two handles, and fields for dates.

use super::brush::{self, End, Grip};
use super::events::{events_of_view, extent, with_words};
use super::play::{Play, Player};
use crate::drawing::{follow_width, shapes};
use crate::effect::live;
use crate::facets::DateField;
use crate::meetings::{comes, leaves};
use crate::state::{AppState, Turn, app_state};
use entente_calendar::{Date, Day};
use entente_charts::scale::Scale;
use entente_charts::timeline::{AXIS, Event, HEIGHT, draw};
use entente_drawing::{Shape, number};
use leptos::prelude::*;
use leptos::svg;

/// The axis.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    /// The state of the page.
    pub(super) state: AppState,
    /// The drawing.
    pub(super) drawing: NodeRef<svg::Svg>,
    /// What stands on it, in the order of time.
    pub(super) events: Memo<Vec<Event>>,
    /// From the first day to the last.
    pub(super) whole: (Day, Day),
    /// Width in pixels; 0 as long as it is not known.
    width: RwSignal<usize>,
    /// The day up to which a play has come.
    pub(super) played: RwSignal<Option<Day>>,
}

impl Axis {
    /// All days over the pixels that there are.
    pub(super) fn scale(&self) -> Scale {
        Scale::new(self.whole.0, self.whole.1, self.width.get() as f64)
    }

    /// Whether the axis has left the page: events may still come from what was on it.
    pub(super) fn is_gone(&self) -> bool {
        self.width.is_disposed()
    }

    /// The days that are asked for, or all.
    pub(super) fn asked(&self) -> (Day, Day) {
        self.state.view.with(|view| {
            let first = view.filter.from.map_or(self.whole.0, Date::first_day);
            let last = view.filter.to.map_or(self.whole.1, Date::last_day);
            (first, last.max(first))
        })
    }
}

/// The axis with what belongs to it; a sentence where nothing has a date.
#[component]
pub fn Dock(
    /// The day up to which a play has come.
    played: RwSignal<Option<Day>>,
) -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let Some(whole) = extent(state.archive()) else {
        return view! { <p class="dock">{strings.no_dates}</p> }.into_any();
    };
    let events = Memo::new(move |_| state.deferred(Turn::Second, || events_of_view(state)));
    let (drawing, width) = (NodeRef::<svg::Svg>::new(), RwSignal::new(0));
    follow_width(drawing, width);
    let axis = Axis { state, drawing, events, whole, width, played };
    let plays = Player::new(&axis);
    let wrong = RwSignal::new(String::new());
    view! {
        <section class="dock" aria-label=strings.timeline>
            <Play player=plays/>
            {axis_drawing(&axis)}
            <div class="dates">
                <DateField label=strings.from date=|view| &mut view.filter.from wrong/>
                <DateField label=strings.to date=|view| &mut view.filter.to wrong/>
            </div>
            {live(move || undated(state))}
            <p class="wrong" role="alert">
                {wrong}
            </p>
        </section>
    }
    .into_any()
}

/// How many meetings of the view have no date, so that the numbers add up.
fn undated(state: AppState) -> Option<AnyView> {
    let count = state.deferred(Turn::Second, || {
        let all = state.meetings.get();
        let meetings = all.iter().filter_map(|&number| state.archive().meeting(number));
        meetings.filter(|meeting| meeting.date.is_none()).count()
    });
    let words = state.strings().without_date.fill(count);
    (count > 0).then(|| view! { <p class="meta undated">{words}</p> }.into_any())
}

fn axis_drawing(axis: &Axis) -> AnyView {
    let axis = *axis;
    let state = axis.state;
    let grip = StoredValue::new(Grip::None);
    let brush = move |event: web_sys::PointerEvent| brush::drag(&axis, grip, &event);
    view! {
        <svg
            class="axis"
            role="group"
            aria-label=state.strings().timeline_help
            height=number(HEIGHT)
            node_ref=axis.drawing
            on:pointerover=comes(state)
            on:pointerleave=leaves(state)
            on:pointerdown=brush
            on:pointermove=brush
            on:pointerup=brush
            on:pointercancel=brush
            on:keydown=move |event| brush::press(&axis, &event)
        >
            {live(move || marks(&axis))}
            {live(move || cursor(&axis))}
            {live(move || outside(&axis))}
            <path class="drag"/>
            {handle(&axis, End::From)}
            {handle(&axis, End::To)}
        </svg>
    }
    .into_any()
}

/// All that stands on the axis.
fn marks(axis: &Axis) -> Vec<AnyView> {
    if axis.width.get() == 0 {
        return Vec::new();
    }
    let (scale, state) = (axis.scale(), axis.state);
    let drawn = axis.events.with(|events| with_words(state, |words| draw(events, &scale, words)));
    shapes(state, &drawn)
}

/// How far a play has come.
fn cursor(axis: &Axis) -> Vec<AnyView> {
    let Some(day) = axis.played.get() else { return Vec::new() };
    let x = axis.scale().start(day);
    shapes(axis.state, &[Shape::rectangle("cursor", (x, 0.0), (1.5, AXIS))])
}

/// What is not asked for, covered.
fn outside(axis: &Axis) -> Vec<AnyView> {
    let (scale, (first, last)) = (axis.scale(), axis.asked());
    let (start, end) = (scale.start(first).max(0.0), scale.end(last).min(scale.width()));
    let veil =
        |from: f64, to: f64| Shape::rectangle("veil", (from, 0.0), ((to - from).max(0.0), AXIS));
    shapes(axis.state, &[veil(0.0, start), veil(end, scale.width())])
}

/// A bar with a knob at one end of what is asked for.
fn handle(axis: &Axis, end: End) -> AnyView {
    let axis = *axis;
    let state = axis.state;
    let day = move || match end {
        End::From => axis.asked().0,
        End::To => axis.asked().1,
    };
    let x = move || {
        let scale = axis.scale();
        let x = if end == End::From { scale.start(day()) } else { scale.end(day()) };
        ["translate(", &number(x.max(0.0).min(scale.width())), " 0)"].concat()
    };
    let said =
        move || Date::of_day(day()).map(|date| (state.strings().date)(state.strings(), date));
    let name = if end == End::From { state.strings().from } else { state.strings().to };
    view! {
        <g
            class="axis-handle"
            role="slider"
            tabindex="0"
            data-end=if end == End::From { "from" } else { "to" }
            aria-label=name
            aria-valuemin=axis.whole.0.0.to_string()
            aria-valuemax=axis.whole.1.0.to_string()
            aria-valuenow=move || day().0.to_string()
            aria-valuetext=said
            transform=x
        >
            <path class="hit" d="M-12 0h24v66h-24z"/>
            <path class="bar" d="M-1 0h2v66h-2z"/>
            <path class="knob" d="M-4 22h8v22h-8z"/>
        </g>
    }
    .into_any()
}

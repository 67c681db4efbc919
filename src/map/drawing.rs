//! The window of the map and the drawing in it.

use super::chart::{Chart, MARGIN};
use super::ground::{ground, number};
use super::journeys::journeys;
use super::keys;
use super::marks::{Shown, marks};
use super::moves::{self, Grip};
use crate::browser;
use crate::effect::live;
use entente_geo::Viewport;
use entente_geo::labels::Rect;
use leptos::prelude::*;
use web_sys::PointerEvent;

/// The window with all that it listens to.
pub(super) fn window(chart: &Chart) -> AnyView {
    let chart = *chart;
    let grip = StoredValue::new(Grip::default());
    let wheel = moves::wheel(&chart, grip);
    let follow = move |event: PointerEvent| moves::follow(&chart, grip, &event);
    let click = move |event: web_sys::MouseEvent| {
        // The click that ends a drag is none.
        if moves::ends_drag(grip) {
            event.stop_immediate_propagation();
        } else {
            keys::click(&chart, &event);
        }
    };
    view! {
        <div
            class="chart"
            class:faint=move || chart.found.with(|found| found.faint)
            id="chart"
            role="group"
            tabindex="0"
            aria-label=chart.state.strings().map_help
            node_ref=chart.window
            on:pointerdown=follow
            on:pointermove=follow
            on:pointerup=follow
            on:pointercancel=follow
            on:click=click
            on:dblclick=move |event| moves::double_click(&chart, &event)
            on:wheel=wheel
            on:keydown=move |event| keys::press(&chart, &event)
            on:pointerover=move |event| chart.point(keys::stack_of(&event))
            on:focusin=move |event| keys::focused(&chart, &event)
            on:pointerleave=move |_| chart.point(None)
            on:focusout=move |_| chart.point(None)
        >
            <svg class="world" viewBox=move || view_box(&chart) node_ref=chart.drawing>
                {live(move || drawing(&chart))}
            </svg>
        </div>
    }
    .into_any()
}

/// What the drawing shows: more than the frame.
fn view_box(chart: &Chart) -> Option<String> {
    let frame = chart.drawn.with(|drawn| drawn.frame);
    let Viewport { width, height, .. } = frame;
    let far = 1.0 + 2.0 * MARGIN;
    let whole = [-MARGIN * width, -MARGIN * height, far * width, far * height];
    (width > 1.0).then(|| whole.map(number).join(" "))
}

/// The ground, the journeys where they are asked for, and what stands on the map.
fn drawing(chart: &Chart) -> Vec<AnyView> {
    let state = chart.state;
    chart.drawn.with(|drawn| {
        let frame = &drawn.frame;
        if frame.width <= 1.0 {
            return Vec::new();
        }
        browser::keep_focus();
        chart.settle();
        let rects: Vec<Rect> = drawn.shown.iter().map(Shown::rect).collect();
        let (ground, taken) = ground(state, frame, &rects);
        chart.found.with(|found| {
            let journeys = chart.journeys.get().then(|| journeys(state, drawn, &found.spots));
            vec![ground, journeys.into_any(), marks(chart, drawn, &found.spots, &taken)]
        })
    })
}

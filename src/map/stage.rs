//! The window of the map and the drawing in it.

use super::chart::Chart;
use super::gestures::{self, Grip};
use super::keys;
use super::scene::{MARGIN, Picture};
use crate::browser;
use crate::drawing::controls;
use crate::effect::live;
use crate::meetings::{comes, leaves};
use entente_drawing::number;
use entente_geo::Viewport;
use leptos::prelude::*;
use web_sys::PointerEvent;

/// The window with all that it listens to.
pub(super) fn stage(chart: &Chart) -> AnyView {
    let chart = *chart;
    let state = chart.state;
    let grip = StoredValue::new(Grip::default());
    let wheel = gestures::wheel(&chart, grip);
    let follow = move |event: PointerEvent| gestures::follow(&chart, grip, &event);
    let click = move |event: web_sys::MouseEvent| {
        // The click that ends a drag is none.
        if gestures::ends_drag(grip) {
            event.stop_immediate_propagation();
        } else {
            keys::click(&chart, &event);
        }
    };
    view! {
        <div
            class="chart"
            id="chart"
            role="group"
            tabindex="0"
            aria-label=state.strings().map_help
            node_ref=chart.window
            on:pointerdown=follow
            on:pointermove=follow
            on:pointerup=follow
            on:pointercancel=follow
            on:touchstart=|event| gestures::hold_page(&event)
            on:touchmove=|event| gestures::hold_page(&event)
            on:click=click
            on:dblclick=move |event| gestures::double_click(&chart, &event)
            on:wheel=wheel
            on:keydown=move |event| keys::press(&chart, &event)
            on:pointerover=comes(state)
            on:focusin=move |event| {
                keys::focused(&chart, &event);
                comes(state)(event);
            }
            on:pointerleave=leaves(state)
            on:focusout=leaves(state)
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

/// All that is drawn.
fn drawing(chart: &Chart) -> Vec<AnyView> {
    chart.drawn.with(|drawn| {
        if drawn.frame.width <= 1.0 {
            return Vec::new();
        }
        browser::keep_focus();
        chart.settle();
        let (visits, countries) = (chart.visits.get(), chart.countries.get());
        chart.found.with(|found| {
            let picture = Picture {
                frame: &drawn.frame,
                places: &found.places,
                marks: &drawn.marks,
                visits: if visits { &found.visits } else { &[] },
                countries,
            };
            controls(chart.state, &picture.shapes(chart.state), chart.stop)
        })
    })
}

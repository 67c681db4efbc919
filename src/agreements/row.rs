//! A line with its name, its state and the number of its reports; what it rests on opens below.

use crate::drawing::shapes;
use crate::effect::live;
use crate::state::AppState;
use entente_calendar::Day;
use entente_charts::lifeline::{HEIGHT, Lifeline, draw};
use entente_charts::scale::Scale;
use entente_drawing::number;
use leptos::prelude::*;

/// The axis that all lines share.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    /// The state of the page.
    pub(super) state: AppState,
    /// From the first day to the last.
    pub(super) whole: (Day, Day),
    /// The day of the last report.
    pub(super) last_report: Day,
    /// Width in pixels; 0 as long as it is not known.
    pub(super) width: RwSignal<usize>,
}

impl Axis {
    /// All days over the pixels that there are.
    pub(super) fn scale(&self) -> Scale {
        Scale::new(self.whole.0, self.whole.1, self.width.get() as f64)
    }
}

/// A line before it is drawn.
pub(super) struct Row {
    /// What it is called.
    pub(super) name: String,
    /// What became of it.
    pub(super) life: Lifeline,
    /// The same in few words.
    pub(super) told: String,
    /// How many reports tell of it.
    pub(super) reports: usize,
    /// What it rests on.
    pub(super) body: Box<dyn Fn() -> AnyView + Send>,
}

/// The row. Its body is made when it is opened; the only row of a page is open.
pub(super) fn row(axis: &Axis, row: Row, open: bool) -> AnyView {
    let (axis, Row { name, life, told, reports, body }) = (*axis, row);
    let state = axis.state;
    let opened = RwSignal::new(open);
    let drawing = move || {
        let duration = |years, months| (state.strings().duration)(years, months);
        match axis.width.get() {
            0 => Vec::new(),
            _ => shapes(state, &draw(&life, &axis.scale(), axis.last_report, &duration)),
        }
    };
    let reports = state.strings().reports_count.fill(reports);
    let toggled = move |event: web_sys::Event| {
        let is_open = event_target::<web_sys::Element>(&event).has_attribute("open");
        opened.set(is_open);
    };
    view! {
        <details class="lifeline" open=open on:toggle=toggled>
            <summary>
                <span class="called" dir="auto">{name}</span>
                <svg class="axis" height=number(HEIGHT) aria-hidden="true">{live(drawing)}</svg>
                <span class="told" dir="auto">{told}</span>
                <span class="count">{reports}</span>
            </summary>
            {live(move || if opened.get() { body() } else { ().into_any() })}
        </details>
    }
    .into_any()
}

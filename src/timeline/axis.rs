//! The axis: what stands on it, and what is pointed at.

use super::lanes::{Placed, lay};
use super::marks::{Mark, marks};
use super::scale::Scale;
use crate::address::View;
use crate::browser;
use crate::effect::effect;
use crate::meetings::MeetingNumber;
use crate::state::{AppState, Signals, Turn};
use entente_calendar::{Date, Day, Period};
use entente_search::{Filter, Query};
use leptos::prelude::*;
use leptos::svg;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The axis and what is on it. Places of marks are counted from 0, from left to right.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    /// The state of the page.
    pub(super) state: AppState,
    /// The drawing.
    pub(super) drawing: NodeRef<svg::Svg>,
    /// What has a date, in the order of its days.
    pub(super) marks: Memo<Vec<Mark>>,
    /// Where that stands.
    pub(super) placed: Memo<Vec<Placed>>,
    /// The place that is pointed at or has the focus.
    pub(super) pointed: RwSignal<Option<usize>>,
    /// The place that is open as a list.
    pub(super) open: RwSignal<Option<usize>>,
    /// The place that the tabulator comes to.
    pub(super) stop: RwSignal<usize>,
    /// The days from the first to the last of which anything tells.
    whole: (Day, Day),
    /// Width in pixels; 0 as long as it is not known.
    pub(super) width: RwSignal<usize>,
}

impl Axis {
    /// An axis over these days.
    pub(super) fn new(state: AppState, whole: (i32, i32)) -> Self {
        let whole = (Day(whole.0), Day(whole.1));
        let width = RwSignal::new(0);
        let marks = Memo::new(move |_| state.deferred(Turn::Second, || found(state)));
        let placed = Memo::new(move |_| match width.get() {
            0 => Vec::new(),
            width => {
                let scale = scale(whole, width);
                marks.with(|marks| lay(marks, &scale, width as f32))
            }
        });
        let (pointed, open, stop) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(0));
        // Where marks stand anew, places are those of others.
        effect(move || {
            placed.track();
            state.deferred(Turn::Second, || {
                pointed.set(None);
                open.set(None);
                stop.set(0);
            });
        });
        let drawing = NodeRef::new();
        effect(move || follow_width(drawing, width));
        Self { state, drawing, marks, placed, pointed, open, stop, whole, width }
    }

    /// All days over the pixels that there are.
    pub(super) fn scale(&self) -> Scale {
        scale(self.whole, self.width.get())
    }

    /// Whether the axis has left the page: events may still come from what was on it.
    pub(super) fn is_gone(&self) -> bool {
        self.width.is_disposed()
    }

    /// The days that are asked for; `None` where no dates are.
    pub(super) fn asked(&self) -> Option<(Day, Day)> {
        self.state.view.with(|View { filter: Filter { from, to, .. }, .. }| {
            let first = from.map_or(self.whole.0, Date::first_day);
            let last = to.map_or(self.whole.1, Date::last_day);
            (from.is_some() || to.is_some()).then(|| (first, last.max(first)))
        })
    }

    /// The marks that stand in a place, in the order of their days.
    pub(super) fn marks_at(&self, place: usize) -> Vec<Mark> {
        let numbers = self.placed.with(|placed| placed.get(place).map(|one| one.marks.clone()));
        self.marks.with(|marks| {
            let numbers = numbers.unwrap_or_default();
            numbers.iter().filter_map(|&number| marks.get(number).copied()).collect()
        })
    }

    /// Lights up the meeting of a mark that is pointed at, wherever it stands.
    pub(super) fn point(&self, place: Option<usize>) {
        if self.is_gone() || self.pointed.get_untracked() == place {
            return;
        }
        let marks = place.map(|place| untrack(|| self.marks_at(place))).unwrap_or_default();
        let lit = if let [mark] = marks[..] { mark.meeting() } else { None };
        self.state.lit.set(lit.map(MeetingNumber));
        self.pointed.set(place);
    }

    /// Shows as a list what stands in one place, if it is more than one.
    pub(super) fn show_list(&self, place: Option<usize>) -> bool {
        let Some(place) = place.filter(|_| !self.is_gone()) else { return false };
        let several = untrack(|| self.marks_at(place)).len() > 1;
        if several {
            self.open.set(Some(place));
        }
        several
    }
}

fn scale((first, last): (Day, Day), width: usize) -> Scale {
    Scale::new(first, last, width as f32)
}

/// Follows the width of the drawing once it is in the page.
fn follow_width(drawing: NodeRef<svg::Svg>, width: RwSignal<usize>) {
    let Some(element) = drawing.get() else { return };
    let element: Element = element.unchecked_into();
    browser::on_resize(&element.clone(), move || {
        let now = element.client_width().max(0) as usize;
        // An element that has left the page has no width.
        if now > 0 && width.try_get_untracked().is_some_and(|old| old != now) {
            width.set(now);
        }
    });
}

/// The marks of the view: those within the dates that are asked for, and around them, set back,
/// what else answers to the rest of it.
fn found(state: AppState) -> Vec<Mark> {
    let Signals { engine, view, meetings, results, .. } = *state;
    let ranked = |ranked: &[(usize, f32)]| ranked.iter().map(|&(number, _)| number).collect();
    let faint = state.draws_all_faintly();
    let view = if faint { View::default() } else { view.get() };
    let filter = Filter { from: None, to: None, ..view.filter.clone() };
    let inside = |date: Period| !faint && view.filter.passes_dates(Some(date));
    let archive = engine.archive();
    if !faint && filter == view.filter {
        let reports: Vec<usize> = results.with(|results| ranked(&results.ranked));
        return meetings.with(|meetings| marks(archive, meetings, &reports, &inside));
    }
    let found = engine.search(&Query::parse(&view.query), &filter);
    let met = engine.meetings(&found.matching, &filter);
    marks(archive, &met, &ranked(&found.ranked), &inside)
}

/// The place of the mark that an event is about.
pub(super) fn place_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let mark = target.closest(".mark").ok()??;
    mark.get_attribute("data-place")?.parse::<usize>().ok()?.checked_sub(1)
}

//! The state of the map: what is on it, the frame that is shown, and what is open.
//!
//! The drawing is larger than the frame on every side, so that dragging moves it as a whole,
//! which costs next to nothing ([`Chart::slide`]); it is drawn anew when it has come to rest, and
//! when the meetings of the view or the size change.

use super::frame::{around, frame_in_address, frame_of};
use super::scene::{MARGIN, places};
use super::spots::{Spot, spots};
use super::visits::visits;
use crate::address::{MapFrame, Page};
use crate::browser;
use crate::effect::effect;
use crate::state::{AppState, Step, Turn};
use entente_calendar::{Day, Period};
use entente_charts::map::{Mark, Place, Visit, lay};
use entente_drawing::number;
use entente_geo::{LonLat, Viewport};
use leptos::prelude::*;
use leptos::{html, svg};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, HtmlElement};

/// What lies close together is not shown nearer than this by itself: one sees where it is.
pub(super) const NEAREST: f64 = 5.0;

/// Narrower windows, in pixels, show the whole of a world only too small.
const NARROW: f64 = 600.0;
/// What is farther out is too small there.
const TOO_SMALL: f64 = 3.0;
/// What is as near to a place as this belongs to it there, in degrees.
const AROUND: f64 = 14.0;

/// Where the meetings of a view were.
#[derive(Clone, PartialEq)]
pub(super) struct Found {
    /// Where the meetings were, as the archive has it.
    pub(super) spots: Vec<Spot>,
    /// The same as it is drawn.
    pub(super) places: Vec<Place>,
    /// Who came from where.
    pub(super) visits: Vec<Visit>,
    /// The meetings that have no place, by their numbers.
    pub(super) unplaced: Vec<usize>,
    /// The places that the map is fitted to: those of the view at any time, so that the map
    /// stands still while one goes through the years.
    extent: Vec<LonLat>,
}

/// What is drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Drawn {
    /// The frame.
    pub(super) frame: Viewport,
    /// The marks in it and around it.
    pub(super) marks: Vec<Mark>,
}

/// The map. Marks are counted from 0.
#[derive(Clone, Copy)]
pub(super) struct Chart {
    /// The state of the page.
    pub(super) state: AppState,
    /// The window on the drawing.
    pub(super) window: NodeRef<html::Div>,
    /// The drawing.
    pub(super) drawing: NodeRef<svg::Svg>,
    /// Where the meetings of the view were.
    pub(super) found: Memo<Found>,
    /// What is drawn of that.
    pub(super) drawn: Memo<Drawn>,
    /// The mark that is open as a list.
    pub(super) open: RwSignal<Option<usize>>,
    /// The mark that the tabulator comes to.
    pub(super) stop: RwSignal<usize>,
    /// Whether visits are drawn.
    pub(super) visits: RwSignal<bool>,
    /// Whether names of countries and oceans are drawn.
    pub(super) countries: RwSignal<bool>,
    /// The day up to which a play has come: later meetings are not yet there.
    pub(super) played: RwSignal<Option<Day>>,
    /// The frame in which somebody has put the map; `None` where it follows what is found.
    chosen: RwSignal<Option<Viewport>>,
    /// The frame that is shown: while the map is being moved not yet the one that is drawn.
    now: StoredValue<Viewport>,
}

impl Chart {
    /// A map of the meetings of the view.
    pub(super) fn new(state: AppState) -> Self {
        let none = Viewport::world(1.0, 1.0);
        let asked = move || state.view.with(|view| view.frame);
        let chosen = RwSignal::new(untrack(asked).map(|asked| frame_of(asked, none)));
        // Width and height of the window in pixels; 1 as long as they are not known.
        let size = [RwSignal::new(1), RwSignal::new(1)];
        let played = RwSignal::new(None);
        // A play goes on by days; what is found changes with meetings.
        let reached = Memo::new(move |_| {
            let day = played.get()?;
            Some(state.meetings.with(|meetings| {
                meetings.iter().filter(|&&number| is_reached(state, number, day)).count()
            }))
        });
        let found = Memo::new(move |_| {
            let _ = reached.get();
            state.deferred(Turn::Second, || find(state, played.get_untracked()))
        });
        let drawn = Memo::new(move |_| {
            let [width, height] = size.map(|size| size.get() as f64);
            let fitted = |found: &Found| fitted(found, (width, height));
            found.with(|found| {
                let frame = chosen.get().map(|frame| Viewport { width, height, ..frame });
                let frame = frame.unwrap_or_else(|| fitted(found));
                Drawn { frame, marks: lay(&frame, MARGIN, &found.places) }
            })
        });
        let (open, stop) = (RwSignal::new(None), RwSignal::new(0));
        // Where the map is drawn anew other marks stand on it.
        effect(move || {
            drawn.track();
            state.deferred(Turn::Second, || {
                open.set(None);
                stop.set(0);
            });
        });
        let (window, now) = (NodeRef::new(), StoredValue::new(none));
        effect(move || follow_size(window, size));
        let (drawing, visits, countries) =
            (NodeRef::new(), RwSignal::new(true), RwSignal::new(true));
        let chart = Self {
            state,
            window,
            drawing,
            found,
            drawn,
            open,
            stop,
            visits,
            countries,
            played,
            chosen,
            now,
        };
        // The address names a frame, or none: then the map follows what is found.
        Effect::new(move |last: Option<Option<MapFrame>>| {
            let asked = asked();
            let own = chosen.get_untracked().map(|frame| frame_in_address(&frame));
            if last.is_some_and(|last| last != asked) && asked != own {
                chart.show(asked.map(|asked| frame_of(asked, none)));
            }
            asked
        });
        chart
    }

    /// Whether the map has left the page: events may still come from what was on it.
    pub(super) fn is_gone(&self) -> bool {
        self.open.is_disposed()
    }

    /// The frame that is shown.
    pub(super) fn frame(&self) -> Viewport {
        self.now.get_value()
    }

    /// A mark, if the map is there.
    pub(super) fn mark(&self, mark: Option<usize>) -> Option<Mark> {
        let read = |drawn: &Drawn| drawn.marks.get(mark?).cloned();
        self.drawn.try_with_untracked(read).flatten()
    }

    /// Shows another frame while it is being moved: what is drawn is shifted and stretched. This
    /// is done with the style of the drawing itself, as it happens at every step of a pointer.
    pub(super) fn slide(&self, frame: Viewport) {
        self.now.set_value(frame);
        let drawn = self.drawn.with_untracked(|drawn| drawn.frame);
        let stretch = frame.scale() / drawn.scale();
        let middle = frame.to_pixels(drawn.centre).unwrap_or_default();
        let x = middle.0 - drawn.width / 2.0 * stretch;
        let y = middle.1 - drawn.height / 2.0 * stretch;
        let reach = (x.abs() / drawn.width).max(y.abs() / drawn.height);
        // Beyond what is drawn it is drawn anew.
        if (stretch - 1.0).abs() < 1e-9 && reach > MARGIN * 0.9 {
            self.chosen.set(Some(frame));
            return;
        }
        let (x, y) = (number(x), number(y));
        // As a percentage, so that hundredths are exact enough.
        let stretch = number(stretch * 100.0);
        let shift = ["translate(", &x, "px,", &y, "px) scale(", &stretch, "%)"].concat();
        if let Some(style) = self.style() {
            let _ = style.set_property("transform", &shift);
        }
    }

    /// What is drawn is what is shown: nothing is shifted any more.
    pub(super) fn settle(&self) {
        self.now.set_value(self.drawn.with_untracked(|drawn| drawn.frame));
        if let Some(style) = self.style() {
            let _ = style.remove_property("transform");
        }
    }

    /// The styles of the drawing.
    fn style(&self) -> Option<CssStyleDeclaration> {
        // Elements of drawings have them as well.
        let drawing = self.drawing.get_untracked()?;
        Some(drawing.unchecked_into::<HtmlElement>().style())
    }

    /// The frame has come to rest: it is drawn, and on the page of the map the address names it.
    pub(super) fn rest(&self, frame: Viewport) {
        // As the address has it, so that who opens it sees the same.
        let named = frame_in_address(&frame);
        self.show(Some(frame_of(named, frame)));
        let mut view = self.state.view.get_untracked();
        if view.page == Page::Map {
            view.frame = Some(named);
            self.state.navigate(view, Step::Replace);
        }
    }

    /// Follows again what is found.
    pub(super) fn fit(&self) {
        self.show(None);
        let mut view = self.state.view.get_untracked();
        if view.frame.take().is_some() {
            self.state.navigate(view, Step::Replace);
        }
    }

    /// Shows a frame, or follows what is found.
    fn show(&self, frame: Option<Viewport>) {
        self.chosen.set(frame);
        self.settle();
    }
}

/// Finds where the meetings of the view were, or those up to a day.
fn find(state: AppState, played: Option<Day>) -> Found {
    let archive = state.archive();
    let (at_any_time, _) = spots(archive, &state.meetings_at_any_time());
    let extent = at_any_time.iter().map(|spot| spot.at).collect();
    let mut all = state.meetings.get();
    all.retain(|&number| played.is_none_or(|day| is_reached(state, number, day)));
    let (spots, unplaced) = spots(archive, &all);
    let (places, visits) = (places(state, &spots), visits(state, &spots));
    Found { spots, places, visits, unplaced, extent }
}

/// The frame of what is found. In a narrow window that would show places far apart too small, it is
/// that of the places around the one with most meetings; the others lie beyond its edges.
fn fitted(found: &Found, size: (f64, f64)) -> Viewport {
    let whole = around(&found.extent, size, NEAREST);
    let (Some(first), true) = (found.extent.first(), size.0 < NARROW && whole.zoom < TOO_SMALL)
    else {
        return whole;
    };
    let near = |place: &LonLat| {
        (place.longitude - first.longitude).abs() < AROUND
            && (place.latitude - first.latitude).abs() < AROUND
    };
    let places: Vec<LonLat> = found.extent.iter().copied().filter(near).collect();
    around(&places, size, NEAREST)
}

/// Whether a play that has come to a day shows a meeting.
fn is_reached(state: AppState, meeting: usize, day: Day) -> bool {
    let date = state.archive().meeting(meeting).and_then(|meeting| meeting.date);
    date.is_some_and(|date| Period::first_day(date) <= day)
}

/// Follows the size of the window of the map once it is in the page.
fn follow_size(window: NodeRef<html::Div>, [width, height]: [RwSignal<usize>; 2]) {
    let Some(element) = window.get() else { return };
    browser::on_resize(&element.clone(), move || {
        for (size, now) in [(width, element.client_width()), (height, element.client_height())] {
            let now = now.max(0) as usize;
            // An element that has left the page has no size.
            if now > 0 && size.try_get_untracked().is_some_and(|old| old != now) {
                size.set(now);
            }
        }
    });
}

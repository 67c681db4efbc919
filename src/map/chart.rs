//! The drawing and its frame. The drawing is larger than the frame on every side, so that
//! dragging moves it as a whole, which costs next to nothing; it is made anew when it has come to
//! rest, and when the meetings of the view, the size or the language change.

use super::ground::{decimal, ground, number};
use super::journeys::journeys;
use super::marks::{Shown, lay, marks};
use super::spots::{Spot, degrees, spots};
use super::{keys, moves};
use crate::address::{MapFrame, Page, View};
use crate::dom::{El, effect, on_resize, part, svg};
use crate::meetings::MeetingNumber;
use crate::state::{AppState, State, Step, Turn};
use entente_archive::MeetingRef;
use entente_geo::labels::Rect;
use entente_geo::{LonLat, Viewport};
use entente_search::{Filter, Query};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, HtmlElement};

/// The drawing goes beyond the frame by this share of it on each side; as in the style sheet.
pub(super) const MARGIN: f64 = 0.25;
/// The least and the most pixels between what the map is fitted to and its edge: a twelfth.
const PADDING: (f64, f64) = (30.0, 90.0);
/// What lies close together is not shown nearer than this by itself: one sees where it is.
const NEAREST: f64 = 5.0;

/// The map. Cheap to clone; all clones are one.
#[derive(Clone)]
pub(super) struct Chart {
    pub(super) state: State,
    /// The window on the drawing.
    pub(super) window: El,
    /// The drawing.
    pub(super) drawing: El,
    /// What stands on the map.
    pub(super) spots: Rc<RefCell<Vec<Spot>>>,
    /// The places that the map is fitted to: those of the view at any time, so that the map
    /// stands still while one goes through the years.
    extent: Rc<RefCell<Vec<LonLat>>>,
    /// The meetings of the view that have no place, by their numbers.
    unplaced: Rc<RefCell<Vec<usize>>>,
    /// What is drawn of it, place by place.
    pub(super) shown: Rc<RefCell<Vec<Shown>>>,
    /// The stack that is open as a list, counted from 1; 0 for none.
    pub(super) open: RwSignal<usize>,
    /// Not 0 where journeys are drawn.
    pub(super) journeys: RwSignal<usize>,
    /// The frame that is shown.
    now: Rc<Cell<Viewport>>,
    /// The frame for which the drawing was made.
    drawn: Rc<Cell<Viewport>>,
    /// Nobody has moved the map: it follows what is found.
    follows: Rc<Cell<bool>>,
    /// Goes up when there are other spots.
    found: RwSignal<usize>,
    /// Goes up when another frame is to be drawn.
    version: RwSignal<usize>,
}

impl Chart {
    /// A map of the meetings of the view, which draws itself.
    pub(super) fn new(state: State) -> Self {
        let signal = || RwSignal::new(0);
        let frame = Viewport::world(1.0, 1.0);
        let drawing = svg("svg").attr("class", "world");
        let window = part("div", "chart")
            .attr("id", "chart")
            .attr("role", "group")
            .attr("tabindex", "0")
            .attr("aria-label", state.strings().map_help);
        let chart = Self {
            state,
            window: window.add(drawing.clone()),
            drawing,
            spots: Rc::default(),
            extent: Rc::default(),
            unplaced: Rc::default(),
            shown: Rc::default(),
            open: signal(),
            journeys: signal(),
            now: Rc::new(Cell::new(frame)),
            drawn: Rc::new(Cell::new(frame)),
            follows: Rc::new(Cell::new(true)),
            found: signal(),
            version: signal(),
        };
        chart.measure();
        let this = chart.clone();
        effect(move || {
            state.deferred(Turn::Second, || this.collect());
            this.found.update(|found| *found += 1);
        });
        // The address names a frame, or none: then the map follows what is found.
        let this = chart.clone();
        let last = Cell::new(None);
        effect(move || {
            let asked = state.view.with(|view| view.frame);
            if last.replace(asked) == asked {
                return;
            }
            this.follows.set(asked.is_none());
            // The map itself names its frame when it has come to rest.
            if asked != Some(frame_in_address(&this.now.get())) {
                let frame = asked.map(|asked| frame_of(asked, this.now.get()));
                this.now.set(frame.unwrap_or(this.now.get()));
                this.redraw();
            }
        });
        let this = chart.clone();
        chart.drawing.clone().live(move |host| this.draw(host));
        let this = chart.clone();
        effect(move || this.light_up(state.lit.get()));
        moves::listen(&chart);
        keys::listen(&chart);
        chart
    }

    /// Finds where the meetings of the view were.
    fn collect(&self) {
        let AppState { engine, view, meetings, .. } = self.state;
        let archive = engine.archive();
        let (found, unplaced) = meetings.with(|all| spots(archive, all));
        let places = |spots: &[Spot]| spots.iter().map(|spot| spot.at).collect();
        let extent = view.with(|view| {
            let filter = Filter { from: None, to: None, ..view.filter.clone() };
            if filter == view.filter {
                return places(&found);
            }
            let matching = engine.search(&Query::parse(&view.query), &filter).matching;
            places(&spots(archive, &engine.meetings(&matching, &filter)).0)
        });
        self.spots.replace(found);
        self.unplaced.replace(unplaced);
        self.extent.replace(extent);
        self.open.set(0);
    }

    /// Follows the size of the window.
    fn measure(&self) {
        let (this, element) = (self.clone(), self.window.element().clone());
        let seen = move || {
            let (width, height) = (element.client_width(), element.client_height());
            let old = this.now.get();
            let (width, height) = (f64::from(width), f64::from(height));
            // An element that has left the page has no size.
            if width > 0.0 && height > 0.0 && (width, height) != (old.width, old.height) {
                this.now.set(Viewport { width, height, ..old });
                this.redraw();
            }
        };
        on_resize(self.window.element(), seen);
    }

    /// Follows what is found.
    pub(super) fn found(&self) {
        self.found.track();
    }

    /// The meetings of the view that have no place.
    pub(super) fn unplaced(&self) -> Vec<usize> {
        self.found();
        self.unplaced.borrow().clone()
    }

    /// The frame that is shown.
    pub(super) fn frame(&self) -> Viewport {
        self.now.get()
    }

    /// Shows another frame while it is being moved: what is drawn is shifted and stretched.
    pub(super) fn slide(&self, frame: Viewport) {
        self.now.set(frame);
        let drawn = self.drawn.get();
        let stretch = frame.scale() / drawn.scale();
        let middle = frame.to_pixels(drawn.centre).unwrap_or_default();
        let x = middle.0 - drawn.width / 2.0 * stretch;
        let y = middle.1 - drawn.height / 2.0 * stretch;
        let reach = (x.abs() / drawn.width).max(y.abs() / drawn.height);
        // Beyond what is drawn it is drawn anew.
        if (stretch - 1.0).abs() < 1e-9 && reach > MARGIN * 0.9 {
            self.redraw();
            return;
        }
        let (x, y, stretch) = (number(x), number(y), decimal(stretch, 5));
        let shift = ["translate(", &x, "px,", &y, "px) scale(", &stretch, ")"].concat();
        let _ = self.style().set_property("transform", &shift);
    }

    /// The styles of the drawing.
    fn style(&self) -> CssStyleDeclaration {
        // Elements of drawings have them as well.
        self.drawing.element().unchecked_ref::<HtmlElement>().style()
    }

    /// The frame has come to rest: it is drawn, and on the page of the map the address names it.
    pub(super) fn rest(&self, frame: Viewport) {
        // As the address has it, so that who opens it sees the same.
        let frame = frame_of(frame_in_address(&frame), frame);
        self.now.set(frame);
        self.follows.set(false);
        let mut view = self.state.view.get_untracked();
        if view.page == Page::Map {
            view.frame = Some(frame_in_address(&frame));
            self.state.navigate(view, Step::Replace);
        }
        self.redraw();
    }

    /// Follows again what is found.
    pub(super) fn fit(&self) {
        let mut view = self.state.view.get_untracked();
        if view.frame.take().is_some() {
            self.state.navigate(view, Step::Replace);
        }
        self.follows.set(true);
        self.redraw();
    }

    /// Draws anew. Other stacks stand on the map then, so none is open; nothing happens where the
    /// map has left the page, with its signals.
    fn redraw(&self) {
        self.open.try_set(0);
        self.version.try_update(|version| *version += 1);
    }

    /// The smallest frame with these places in it, though not nearer than is good to look at.
    pub(super) fn around(&self, places: &[LonLat], nearest: f64) -> Viewport {
        let now = self.now.get();
        let padding = (now.width / 12.0).max(PADDING.0).min(PADDING.1);
        let frame = Viewport::fit(places, now.width, now.height, padding);
        let back = (nearest - frame.zoom).min(0.0);
        frame.zoomed(back, (frame.width / 2.0, frame.height / 2.0))
    }

    /// Marks what shows the meeting that is lit.
    fn light_up(&self, lit: Option<MeetingNumber>) {
        let Ok(all) = self.drawing.element().query_selector_all(".stack") else { return };
        for (place, one) in self.shown.borrow().iter().enumerate() {
            let mark = all.get(place as u32).and_then(|mark| mark.dyn_into::<Element>().ok());
            if let Some(mark) = mark
                && mark.has_attribute("data-lit") != one.shows(lit)
            {
                let _ = mark.toggle_attribute("data-lit");
            }
        }
    }

    /// Lights up the meeting of a stack, counted from 1, wherever it stands; 0 for none.
    pub(super) fn point(&self, stack: usize) {
        let lit = self.shown.borrow().get(stack.wrapping_sub(1)).and_then(Shown::lights);
        if self.state.lit.get_untracked() != lit {
            self.state.lit.set(lit);
        }
    }

    fn draw(&self, host: El) {
        self.version.track();
        self.found.track();
        let spots = self.spots.borrow();
        if self.follows.get() {
            self.now.set(self.around(&self.extent.borrow(), NEAREST));
        }
        let frame = self.now.get();
        self.drawn.set(frame);
        if frame.width <= 1.0 {
            return;
        }
        let _ = self.style().remove_property("transform");
        let whole = [-MARGIN, -MARGIN, 1.0 + 2.0 * MARGIN, 1.0 + 2.0 * MARGIN];
        let sizes = [frame.width, frame.height, frame.width, frame.height];
        let whole = whole.iter().zip(sizes).map(|(share, size)| number(share * size));
        let host = host.attr("viewBox", whole.collect::<Vec<_>>().join(" "));
        let shown = lay(&frame, &spots);
        let rects: Vec<Rect> = shown.iter().map(Shown::rect).collect();
        let (ground, taken) = ground(self.state, &frame, &rects);
        let marks = marks(self.state, &frame, &spots, &shown, &taken);
        let paths = (self.journeys.get() > 0).then(|| journeys(self.state, &frame, &spots, &shown));
        self.shown.replace(shown);
        host.add(ground).maybe(paths).add(marks);
    }
}

/// The address of the map around a meeting; `None` where it is not on the map.
pub fn address_of(state: State, meeting: &MeetingRef<'_>) -> Option<String> {
    let centre = degrees(meeting.position.point?);
    let frame = Viewport { centre, zoom: NEAREST, ..Viewport::world(1.0, 1.0) };
    let view =
        View { page: Page::Map, frame: Some(frame_in_address(&frame)), ..state.fresh_view() };
    Some(view.print())
}

/// The frame that an address names, in a window of the size of another.
fn frame_of(asked: MapFrame, size: Viewport) -> Viewport {
    let part = |number: i32, units: f64| f64::from(number) / units;
    let centre =
        LonLat { longitude: part(asked.longitude, 1e4), latitude: part(asked.latitude, 1e4) };
    Viewport { centre, zoom: part(asked.zoom, 100.0), ..size }
}

fn frame_in_address(frame: &Viewport) -> MapFrame {
    let units = |number: f64, units: f64| (number * units).round() as i32;
    MapFrame {
        longitude: units(frame.centre.longitude, 1e4),
        latitude: units(frame.centre.latitude, 1e4),
        zoom: units(frame.zoom, 100.0),
    }
}

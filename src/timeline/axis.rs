//! The drawing. It is made anew when the view, the width or the frame changes; what is pointed
//! at or lit up only changes attributes.

use super::lanes::{DOT, LANES, Placed, TARGET, lay};
use super::marks::{Mark, What, marks};
use super::scale::Scale;
use super::{brush, keys, name};
use crate::address::View;
use crate::dom::{El, effect, on_resize, svg};
use crate::meetings::MeetingNumber;
use crate::state::{AppState, State, Turn};
use entente_calendar::{Date, Day, Period};
use entente_model::Status;
use entente_search::{Filter, Query};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Pixels above each band, for its name.
const HEADING: usize = 14;
/// Pixels below the bands, for the labels.
const LABELS: usize = 20;
/// Pixels of a digit of a label, at most.
const LETTER: i32 = 8;
/// Day 0 of the frame's signals, which hold no negative numbers: the year 1 begins at 719 162
/// days before 1970, and a margin is left.
const ZERO: i32 = 1_000_000;

/// The axis and what is on it. Cheap to clone; all clones are one.
#[derive(Clone)]
pub(super) struct Axis {
    pub(super) state: State,
    /// The drawing.
    pub(super) drawing: El,
    /// What is drawn.
    pub(super) drawn: Rc<RefCell<Drawn>>,
    /// The place of the mark that is pointed at, counted from 1; 0 for none.
    pub(super) pointed: RwSignal<usize>,
    /// The place of the mark that is open as a list, counted from 1; 0 for none.
    pub(super) open: RwSignal<usize>,
    /// The days from the first to the last of which anything tells.
    whole: (i32, i32),
    /// Width in pixels; 0 as long as it is not known.
    width: RwSignal<usize>,
    /// The days shown, if not all: counted from [`ZERO`].
    first: RwSignal<usize>,
    last: RwSignal<usize>,
    /// Goes up when there are other marks.
    version: RwSignal<usize>,
}

/// What is drawn.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) marks: Vec<Mark>,
    pub(super) placed: Vec<Placed>,
}

impl Axis {
    /// An axis over these days, which draws itself.
    pub(super) fn new(state: State, whole: (i32, i32)) -> Self {
        let height =
            LANES.iter().fold(LABELS, |sum, lanes| sum + HEADING + lanes * TARGET as usize);
        let drawing = svg("svg")
            .attr("class", "axis")
            .attr("role", "group")
            .attr("aria-label", state.strings().timeline_help)
            .attr("height", height.to_string());
        let number = || RwSignal::new(0);
        let axis = Self {
            state,
            drawing,
            drawn: Rc::default(),
            pointed: number(),
            open: number(),
            whole,
            width: number(),
            first: number(),
            last: number(),
            version: number(),
        };
        axis.measure();
        let this = axis.clone();
        effect(move || state.deferred(Turn::Second, || this.collect()));
        let this = axis.clone();
        let drawing = axis.drawing.clone().live(move |host| this.draw(host));
        let this = axis.clone();
        effect(move || this.light_up());
        let pointed = |event: &str, axis: &Self| {
            let axis = axis.clone();
            drawing.clone().on(event, move |event| axis.point(place_of(&event)));
        };
        pointed("mouseover", &axis);
        pointed("focusin", &axis);
        for event in ["mouseleave", "focusout"] {
            let this = axis.clone();
            axis.drawing.clone().on(event, move |_| this.point(0));
        }
        let this = axis.clone();
        axis.drawing.clone().on("click", move |event| {
            this.show_list(place_of(&event));
        });
        keys::listen(&axis);
        brush::listen(&axis);
        axis
    }

    /// Follows the width of the drawing.
    fn measure(&self) {
        let (width, element) = (self.width, self.drawing.element().clone());
        let seen = move || {
            let now = element.client_width().max(0) as usize;
            // An element that has left the page has no width.
            if now > 0 && width.try_get_untracked().is_some_and(|old| old != now) {
                width.set(now);
            }
        };
        on_resize(self.drawing.element(), seen);
    }

    /// The days shown over the pixels that there are.
    pub(super) fn scale(&self) -> Scale {
        let (first, last) = self.frame();
        Scale::new(first, last, self.width.get() as f32)
    }

    fn frame(&self) -> (Day, Day) {
        match (self.first.get(), self.last.get()) {
            (0, 0) => (Day(self.whole.0), Day(self.whole.1)),
            (first, last) => (Day(first as i32 - ZERO), Day(last as i32 - ZERO)),
        }
    }

    /// Whether all days are shown.
    pub(super) fn shows_all(&self) -> bool {
        self.last.get() == 0
    }

    /// Shows these days, or all where they are no fewer.
    fn show(&self, (first, last): (Day, Day)) {
        let days = (self.whole.1 - self.whole.0).min(last.0 - first.0);
        let first = first.0.clamp(self.whole.0, self.whole.1 - days);
        let all = days == self.whole.1 - self.whole.0;
        let signal = |day: i32| if all { 0 } else { (day + ZERO) as usize };
        self.first.set(signal(first));
        self.last.set(signal(first + days));
    }

    /// Shows so many times the days shown, around the dates that are asked for or the middle.
    pub(super) fn zoom(&self, factor: f32) {
        let scale = untrack(|| self.scale());
        let asked = self.asked().map(|(first, last)| Day(i32::midpoint(first.0, last.0)));
        self.show(scale.zoomed(asked.unwrap_or(scale.middle()), factor));
    }

    /// Shows all days.
    pub(super) fn zoom_out(&self) {
        self.show((Day(self.whole.0), Day(self.whole.1)));
    }

    /// Moves by half of what is shown to earlier (-1) or later (1) days.
    pub(super) fn shift(&self, step: i32) {
        let (first, last) = untrack(|| self.frame());
        let days = (last.0 - first.0) / 2 * step;
        self.show((first.plus(days), last.plus(days)));
    }

    /// Finds the marks of the view: those within the dates that are asked for, and around
    /// them, set back, what else answers to the rest of it.
    fn collect(&self) {
        let AppState { engine, view, meetings, results, .. } = self.state;
        let ranked = |ranked: &[(usize, f32)]| ranked.iter().map(|&(number, _)| number).collect();
        let view = view.get();
        let filter = Filter { from: None, to: None, ..view.filter.clone() };
        let inside = |date: Period| view.filter.passes_dates(Some(date));
        let archive = engine.archive();
        let marks = if filter == view.filter {
            let reports: Vec<usize> = results.with(|results| ranked(&results.ranked));
            meetings.with(|meetings| marks(archive, meetings, &reports, &inside))
        } else {
            let query = Query::parse(&view.query);
            let found = engine.search(&query, &filter);
            let met = engine.meetings(&found.matching, &filter);
            marks(archive, &met, &ranked(&found.ranked), &inside)
        };
        self.drawn.borrow_mut().marks = marks;
        self.version.update(|version| *version += 1);
    }

    /// The days that are asked for; `None` where no dates are.
    fn asked(&self) -> Option<(Day, Day)> {
        self.state.view.with_untracked(|View { filter: Filter { from, to, .. }, .. }| {
            let first = from.map_or(Day(self.whole.0), Date::first_day);
            let last = to.map_or(Day(self.whole.1), Date::last_day);
            (from.is_some() || to.is_some()).then(|| (first, last.max(first)))
        })
    }

    fn draw(&self, host: El) {
        let (width, scale) = (self.width.get(), self.scale());
        self.version.track();
        self.open.set(0);
        self.pointed.set(0);
        if width == 0 {
            return;
        }
        let mut drawn = self.drawn.borrow_mut();
        drawn.placed = lay(&drawn.marks, &scale, width as f32);
        let last = top(LANES.len());
        let mut host = host.add(rect("drag", 0, 0, 0, last));
        if let Some((first, end)) = self.asked() {
            let (start, end) = (pixel(scale.start(first)), pixel(scale.end(end)));
            host = host.add(rect("asked", start, 0, end - start, last));
        }
        for (band, name) in self.state.strings().bands.iter().enumerate() {
            host = host.add(line(0, top(band + 1), width as i32, top(band + 1)));
            host = host.add(text("band", 0, top(band) + 11, name));
        }
        for date in scale.labels() {
            let x = pixel(scale.start(date.first_day()));
            host = host.add(line(x, last, x, last + LABELS as i32));
            let words = date.to_string();
            // What would be cut off at the end is left out.
            if x + words.len() as i32 * LETTER < width as i32 {
                host = host.add(text("label", x + 3, last + 14, &words));
            }
        }
        for place in 0..drawn.placed.len() {
            host = host.add(self.mark(&drawn, place));
        }
    }

    fn mark(&self, drawn: &Drawn, place: usize) -> El {
        let placed = &drawn.placed[place];
        let mark = &drawn.marks[placed.marks[0]];
        let several = placed.marks.len() > 1;
        let lane = (LANES[placed.band] - 1 - placed.lane) as i32;
        let y = top(placed.band) + HEADING as i32 + lane * TARGET as i32 + TARGET as i32 / 2;
        let inside = placed.marks.iter().any(|&mark| drawn.marks[mark].inside);
        let class = ["mark ", look(mark, several), if inside { "" } else { " apart" }].concat();
        // What reaches beyond the axis ends with it.
        let width = self.width.get_untracked() as f32;
        let cut = |(from, to): (f32, f32)| (from.max(0.0), to.min(width));
        let (start, end) = cut(placed.taken);
        let start = start.min(width - TARGET);
        let (from, to) = if several { (start, start + TARGET) } else { cut(placed.drawn) };
        let half = if placed.point && !several { DOT as i32 / 2 } else { 4 };
        let (half, round) = match (several, placed.point, mark.what) {
            (true, ..) => (10, 10),
            (false, true, What::Meeting(_)) => (half, half),
            _ => (half, 0),
        };
        let hit = rect("hit", pixel(start), y - 12, pixel(end - start).max(24), 24);
        let shape = rect("shape", pixel(from), y - half, pixel(to - from), 2 * half);
        let shape = shape.attr("rx", round.to_string());
        let link = svg("a")
            .attr("class", class)
            .attr("id", id(mark))
            .attr("data-place", (place + 1).to_string())
            .attr("tabindex", if place == 0 { "0" } else { "-1" })
            .attr("aria-label", name::of_placed(self.state, drawn, place));
        let link = match several {
            true => link.attr("role", "button"),
            false => link.attr("href", name::address(self.state, mark)),
        };
        let lit = self.state.lit.get_untracked();
        let lit = placed.marks.iter().any(|&mark| shows(&drawn.marks[mark], lit));
        let link = link.flag("data-lit", lit);
        let number = several.then(|| {
            let middle = pixel(f32::midpoint(from, to));
            text("number", middle, y + 4, &placed.marks.len().to_string())
        });
        link.add(hit).add(shape).maybe(number)
    }

    /// Lights up the meeting of a mark, wherever it stands.
    fn point(&self, place: usize) {
        // What has the focus loses it when its part of the page goes, signals and all.
        if self.pointed.try_get_untracked().is_none_or(|pointed| pointed == place) {
            return;
        }
        let drawn = self.drawn.borrow();
        let placed = place.checked_sub(1).and_then(|place| drawn.placed.get(place));
        let alone = placed.filter(|placed| placed.marks.len() == 1);
        let meeting = alone.and_then(|placed| drawn.marks[placed.marks[0]].meeting());
        self.state.lit.set(meeting.map(MeetingNumber));
        self.pointed.set(place);
    }

    /// Shows as a list what stands in one place, if it is more than one.
    pub(super) fn show_list(&self, place: usize) -> bool {
        let drawn = self.drawn.borrow();
        let placed = place.checked_sub(1).and_then(|place| drawn.placed.get(place));
        let several = placed.is_some_and(|placed| placed.marks.len() > 1);
        if several {
            self.open.set(place);
        }
        several
    }

    /// Marks what shows the meeting that is lit.
    fn light_up(&self) {
        let lit = self.state.lit.get();
        let drawn = self.drawn.borrow();
        let Ok(all) = self.drawing.element().query_selector_all(".mark") else { return };
        for (place, placed) in drawn.placed.iter().enumerate() {
            let on = placed.marks.iter().any(|&mark| shows(&drawn.marks[mark], lit));
            if let Some(mark) =
                all.get(place as u32).and_then(|mark| mark.dyn_into::<Element>().ok())
            {
                let _ = mark.toggle_attribute_with_force("data-lit", on);
            }
        }
    }
}

/// Whether a mark shows the meeting that is lit.
fn shows(mark: &Mark, lit: Option<MeetingNumber>) -> bool {
    lit.is_some() && mark.meeting().map(MeetingNumber) == lit
}

/// The place of the mark that an event is about, counted from 1; 0 for none.
fn place_of(event: &Event) -> usize {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let mark = target.and_then(|target| target.closest(".mark").ok().flatten());
    let place = mark.and_then(|mark| mark.get_attribute("data-place"));
    place.and_then(|place| place.parse().ok()).unwrap_or(0)
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

fn rect(class: &str, x: i32, y: i32, width: i32, height: i32) -> El {
    let [x, y, width, height] = [x, y, width, height].map(|number| number.to_string());
    let rect = svg("rect").attr("class", class).attr("x", x).attr("y", y);
    rect.attr("width", width).attr("height", height)
}

fn line(x: i32, y: i32, to_x: i32, to_y: i32) -> El {
    rect("rule", x, y, (to_x - x).max(1), (to_y - y).max(1))
}

fn text(class: &str, x: i32, y: i32, words: &str) -> El {
    let text = svg("text").attr("class", class).attr("x", x.to_string());
    text.attr("y", y.to_string()).text(words)
}

//! The timeline: a mark for each meeting in a pile over its day, what came of it above, and words
//! where nothing is told for long.
//!
//! Piles are four high; the next four stand beside them. Where so many meetings lie together that
//! marks would drift from their days, piles are bars, as high as the root of their numbers.

mod piles;

pub use piles::{Column, piles};

use crate::class;
use crate::scale::Scale;
use entente_calendar::{Day, Period, silence};
use entente_drawing::shape::line;
use entente_drawing::{Group, Shape, marks, seal};
use entente_model::{Act, Status};

/// A mark takes so many pixels each way.
pub const SLOT: f64 = 10.5;
/// Marks in a pile.
pub const HIGHEST: usize = 4;
/// The radius of a mark and of a seal.
const MARK: f64 = 4.4;
const SEAL: f64 = 5.6;
/// How high the axis lies, and the whole drawing is, in pixels.
pub const AXIS: f64 = 66.0;
/// See [`AXIS`].
pub const HEIGHT: f64 = 88.0;
/// At most so many seals stand above piles that touch.
const MOST_SEALS: usize = 4;

/// A meeting on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its number.
    pub meeting: usize,
    /// When.
    pub date: Period,
    /// The host by its place among the sides, counted from 0; `None` where it is not known.
    pub side: Option<usize>,
    /// Whether it took place.
    pub status: Status,
    /// What came of it.
    pub acts: Vec<Act>,
    /// It is among those that are asked for.
    pub chosen: bool,
}

impl Event {
    /// The day on which it is drawn: the middle of those that are possible.
    pub fn day(&self) -> Day {
        let (first, last) = (self.date.first_day().0, self.date.last_day().0);
        Day(first + (last - first) / 2)
    }
}

/// Years and months without a meeting, in words.
pub type Duration<'a> = &'a dyn Fn(u32, u32) -> String;

/// The words of the drawing.
pub struct Words<'a> {
    /// How long nothing is told.
    pub duration: Duration<'a>,
    /// The same as a sentence, where there is room.
    pub silence: Duration<'a>,
}

/// Labels of the axis, silences, marks and seals. The events are in the order of their days.
pub fn draw(events: &[Event], scale: &Scale, words: &Words<'_>) -> Vec<Shape> {
    let mut shapes = labels(scale, AXIS);
    shapes.extend(silences(events, scale, words));
    let all = piles(events, scale);
    match all {
        Some(columns) => {
            shapes.extend(columns.iter().flat_map(|column| pile(events, column)));
            let cluster = |columns: &[Column]| seals(events, columns);
            shapes.extend(columns.chunk_by(|one, next| next.touches(one)).flat_map(cluster));
        }
        None => shapes.extend(bars(events, scale)),
    }
    shapes
}

/// The line of an axis, so low, with a tick and a label for each year that has room.
pub fn labels(scale: &Scale, low: f64) -> Vec<Shape> {
    let width = scale.width();
    let mut shapes = vec![Shape::path("axis-line", line(&[(0.0, low), (width, low)], false))];
    for date in scale.labels() {
        let x = scale.start(date.first_day());
        let words = date.to_string();
        shapes.push(Shape::path("tick", line(&[(x, low), (x, low + 5.0)], false)));
        // What would be cut off at the end is left out.
        if x + crate::width(&words) + 4.0 < width {
            shapes.push(Shape::text("tick-label", (x + 4.0, low + 15.0), words));
        }
    }
    shapes
}

/// Dots, and words where there is room, between meetings that are more than a year apart.
fn silences(events: &[Event], scale: &Scale, words: &Words<'_>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut so_far: Option<Day> = None;
    for event in events {
        let (first, last) = (event.date.first_day(), event.date.last_day());
        let gap = so_far.and_then(|day| Some((day, silence(day, first)?)));
        so_far = Some(so_far.map_or(last, |day| day.max(last)));
        let Some((day, (years, months))) = gap else { continue };
        let (start, end) = (scale.end(day) + SLOT, scale.start(first) - SLOT);
        if end - start < SLOT {
            continue;
        }
        let y = AXIS - SLOT / 2.0;
        shapes.push(Shape::path("silence", line(&[(start, y), (end, y)], false)));
        let candidates = [(words.silence)(years, months), (words.duration)(years, months)];
        let fits = |said: &String| crate::width(said) < end - start - SLOT;
        if let Some(said) = candidates.into_iter().find(fits) {
            shapes.push(Shape::text("silence", (f64::midpoint(start, end), y - 7.0), said));
        }
    }
    shapes
}

/// The marks of a pile.
fn pile(events: &[Event], column: &Column) -> Vec<Shape> {
    let x = column.x + SLOT / 2.0;
    let mut shapes = Vec::new();
    for (level, &number) in column.events.iter().enumerate() {
        let event = &events[number];
        let at = (x, AXIS - 2.0 - SLOT / 2.0 - level as f64 * SLOT);
        let data = match event.side {
            Some(side) => marks::side(side, at, MARK),
            None => marks::diamond(at, MARK),
        };
        let apart = if event.chosen { "" } else { " apart" };
        let side = event.side.unwrap_or(marks::SIDES);
        let class = [&class("mark", side, event.status), apart].concat();
        shapes.push(of_meeting(class, event.meeting, Shape::path("shape", data)));
    }
    shapes
}

/// The seals of what came of the meetings of piles that touch, above the highest of them.
fn seals(events: &[Event], columns: &[Column]) -> Vec<Shape> {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return Vec::new() };
    let numbers = columns.iter().flat_map(|column| column.events.iter().copied());
    let acts = |number: usize| events[number].acts.iter().map(move |&act| (act, number));
    let acts: Vec<(Act, usize)> = numbers.flat_map(acts).take(MOST_SEALS).collect();
    let highest = columns.iter().map(|column| column.events.len()).max().unwrap_or(0);
    let y = AXIS - 4.0 - SEAL - highest as f64 * SLOT;
    let middle = f64::midpoint(first.x, last.x + SLOT);
    let begin = middle - (acts.len() as f64 - 1.0) * SEAL * 1.05;
    let drawn = |(place, &(act, number)): (usize, &(Act, usize))| {
        let at = (begin + place as f64 * SEAL * 2.1, y);
        of_meeting("seal-mark".to_owned(), events[number].meeting, seal(act, at, SEAL))
    };
    acts.iter().enumerate().map(drawn).collect()
}

/// A shape that is lit with a meeting.
fn of_meeting(class: String, meeting: usize, shape: Shape) -> Shape {
    let (meetings, shapes) = (vec![meeting], vec![shape]);
    Shape::Group(Group { class, meetings, shapes, ..Group::default() })
}

/// Bars in place of piles: how many meetings there were in each stretch of a mark's width.
fn bars(events: &[Event], scale: &Scale) -> Vec<Shape> {
    let count = (scale.width() / SLOT).ceil().max(1.0) as usize;
    let mut bins: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (number, event) in events.iter().enumerate() {
        let bin = (scale.start(event.day()) / SLOT).max(0.0) as usize;
        bins[bin.min(count - 1)].push(number);
    }
    let most = bins.iter().map(Vec::len).max().unwrap_or(0).max(1) as f64;
    let mut shapes = Vec::new();
    for (bin, numbers) in bins.iter().enumerate().filter(|(_, numbers)| !numbers.is_empty()) {
        let height = (AXIS - 12.0) * (numbers.len() as f64 / most).sqrt();
        let corner = (bin as f64 * SLOT + 1.0, AXIS - height);
        let apart = if numbers.iter().any(|&one| events[one].chosen) { "bar" } else { "bar apart" };
        shapes.push(Shape::rectangle(apart, corner, (SLOT - 2.0, height)));
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_calendar::Date;

    fn event(meeting: usize, date: &str, acts: &[Act]) -> Event {
        let date = Period::parse(date).unwrap();
        let status = Status::Held;
        Event { meeting, date, side: Some(1), status, acts: acts.into(), chosen: true }
    }

    fn scale() -> Scale {
        let day = |text: &str| Date::parse(text).unwrap().first_day();
        Scale::new(day("2016-01-01"), day("2025-12-31"), 1000.0)
    }

    const WORDS: Words<'static> = Words {
        duration: &|years, months| format!("{years}/{months}"),
        silence: &|years, months| format!("{years}/{months} without any meeting at all"),
    };

    fn texts(shapes: &[Shape], class: &str) -> Vec<String> {
        let words = |shape: &Shape| match shape {
            Shape::Text(text) if text.class == class => Some(text.words.clone()),
            _ => None,
        };
        shapes.iter().filter_map(words).collect()
    }

    #[test]
    fn silences_are_told_where_there_is_room() {
        let events = [
            event(0, "2016-11-07/2016-11-11", &[Act::Signed]),
            event(1, "2022-04", &[]),
            event(2, "2023-10", &[]),
        ];
        let shapes = draw(&events, &scale(), &WORDS);
        assert_eq!(texts(&shapes, "silence"), ["5/5 without any meeting at all", "1/6"]);
    }

    #[test]
    fn every_meeting_has_a_mark_and_what_came_of_it_seals() {
        let events: Vec<Event> =
            (0..6).map(|number| event(number, "2023-12-18", &[Act::Signed])).collect();
        let shapes = draw(&events, &scale(), &WORDS);
        let groups = |class: &str| {
            let of_class = |shape: &&Shape| matches!(shape, Shape::Group(group) if group.class.starts_with(class));
            shapes.iter().filter(of_class).count()
        };
        assert_eq!((groups("mark "), groups("seal-mark")), (6, MOST_SEALS));
    }

    #[test]
    fn what_would_drift_from_its_day_is_a_bar() {
        let events: Vec<Event> = (0..400).map(|number| event(number, "2023-12-18", &[])).collect();
        let shapes = draw(&events, &scale(), &WORDS);
        let is_bar = |shape: &&Shape| matches!(shape, Shape::Path { class, .. } if class == "bar");
        assert_eq!(shapes.iter().filter(is_bar).count(), 1);
    }
}

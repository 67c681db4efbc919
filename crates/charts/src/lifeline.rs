//! What became of a paper or a series, on one line true to scale: when it was proposed, signed,
//! announced, cited; which sessions there were, and how long there were none.

use crate::scale::Scale;
use crate::timeline::Duration;
use crate::width;
use entente_calendar::{Day, Period, silence};
use entente_drawing::shape::line;
use entente_drawing::{Shape, marks, seal};
use entente_model::{Act, Status};

/// The height of a line, in pixels.
pub const HEIGHT: f64 = 26.0;
/// Its middle.
const MIDDLE: f64 = 13.0;
/// The radius of a seal, of a session, of the ring of what is open and of the knot of what is kept.
const SEAL: f64 = 7.0;
const SESSION: f64 = 8.0;
const RING: f64 = 3.2;
const KNOT: f64 = 4.5;

/// Something that a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was to be signed, held or attended.
    Proposed,
    /// What was done with it at a meeting.
    Done(Act),
    /// A promise was kept.
    Kept,
    /// A report names it.
    Cited,
    /// A session.
    Session {
        /// Its number, or 0.
        number: u32,
        /// The host by its place among the sides, counted from 0; `None` where it is not known.
        side: Option<usize>,
        /// Whether it took place.
        status: Status,
    },
}

/// What became of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Lifeline {
    /// When what happened, in the order of days.
    pub moments: Vec<(Period, What)>,
    /// It was proposed and has not been done.
    pub open: bool,
    /// The years that it covers, as its name says.
    pub covers: Option<[i32; 2]>,
}

/// The line. What is open goes on to the last report.
pub fn draw(
    life: &Lifeline,
    scale: &Scale,
    last_report: Day,
    duration: Duration<'_>,
) -> Vec<Shape> {
    let mut shapes = ground(scale, last_report);
    if let Some(covered) = covered(life, scale) {
        shapes.push(covered);
    }
    let at = |date: Period| {
        let (first, last) = (scale.start(date.first_day()), scale.end(date.last_day()));
        f64::midpoint(first, last).max(SEAL).min(scale.width() - SEAL)
    };
    for pair in life.moments.windows(2) {
        shapes.extend(between(pair[0], pair[1], [at(pair[0].0), at(pair[1].0)], duration));
    }
    if let (true, Some(&(date, _))) = (life.open, life.moments.last()) {
        let end = scale.end(last_report).min(scale.width() - RING);
        if end > at(date) + SEAL {
            shapes
                .push(Shape::path("life open", line(&[(at(date), MIDDLE), (end, MIDDLE)], false)));
            shapes.push(Shape::path("ring", marks::disc((end, MIDDLE), RING)));
        }
    }
    shapes.extend(life.moments.iter().flat_map(|&(date, what)| mark(what, at(date))));
    shapes
}

/// A line for each year that is labelled, and one for the last report.
fn ground(scale: &Scale, last_report: Day) -> Vec<Shape> {
    // From the middle of the space above to that below, so that rows of two lines leave no gap.
    let (top, bottom) = (-HEIGHT / 2.0, HEIGHT * 1.5);
    let upright = |class: &str, x: f64| Shape::path(class, line(&[(x, top), (x, bottom)], false));
    let years = scale.labels().into_iter().map(|date| scale.start(date.first_day()));
    let mut shapes: Vec<Shape> = years.map(|x| upright("grid", x)).collect();
    shapes.push(upright("last-report", scale.end(last_report).min(scale.width() - 1.0)));
    shapes
}

/// The years that it covers.
fn covered(life: &Lifeline, scale: &Scale) -> Option<Shape> {
    let [first, last] = life.covers?;
    let day = |year: i32| Some(entente_calendar::Date::year_only(year)?.first_day());
    let from = scale.start(day(first)?).max(0.0);
    let to = scale.start(day(last + 1)?).min(scale.width());
    (to > from).then(|| Shape::rectangle("covers", (from, MIDDLE - 4.0), (to - from, 8.0)))
}

/// What is between two moments: dots and words where sessions are far apart, dashes from a proposal.
fn between(
    (before, first): (Period, What),
    (behind, second): (Period, What),
    [from, to]: [f64; 2],
    duration: Duration<'_>,
) -> Vec<Shape> {
    let way = |from: f64, to: f64| line(&[(from, MIDDLE), (to, MIDDLE)], false);
    if !matches!(second, What::Session { .. }) {
        let class = if first == What::Proposed { "life open" } else { "life" };
        return vec![Shape::path(class, way(from, to))];
    }
    let said = silence(before.last_day(), behind.first_day());
    let said = said.map(|(years, months)| duration(years, months));
    let (start, end) = (from + SESSION + 2.0, to - SESSION - 2.0);
    let room = |said: &String| width(said) + 12.0 < end - start;
    match said.filter(room) {
        Some(said) => {
            let half = width(&said) / 2.0 + 4.0;
            let middle = f64::midpoint(start, end);
            vec![
                Shape::path("silence", way(start, middle - half)),
                Shape::path("silence", way(middle + half, end)),
                Shape::text("silence", (middle, MIDDLE + 4.0), said),
            ]
        }
        None if end > start => vec![Shape::path("silence", way(start, end))],
        None => Vec::new(),
    }
}

fn mark(what: What, x: f64) -> Vec<Shape> {
    let at = (x, MIDDLE);
    match what {
        What::Proposed => vec![seal(Act::Agreed, at, SEAL)],
        What::Done(act) => vec![seal(act, at, SEAL)],
        What::Kept => vec![Shape::path("knot", marks::disc(at, KNOT))],
        What::Cited => {
            vec![Shape::path("cited", line(&[(x, MIDDLE - 6.0), (x, MIDDLE + 6.0)], false))]
        }
        What::Session { number, side, status } => {
            let data = match side {
                Some(side) => marks::side(side, at, SESSION),
                None => marks::diamond(at, SESSION + 1.0),
            };
            let class = crate::class("mark", side.unwrap_or(marks::SIDES), status);
            let mut shapes = vec![Shape::path("shape", data)];
            if number > 0 {
                shapes.push(Shape::text("number", (x, MIDDLE + 4.0), number.to_string()));
            }
            vec![Shape::group(class, shapes)]
        }
    }
}

/// The years that a name tells: "2018-2028", "2025–28".
pub fn years_in(name: &str) -> Option<[i32; 2]> {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    name.split(|c: char| c.is_whitespace() || "(),".contains(c)).find_map(|word| {
        let (first, last) = word.split_once(['-', '–'])?;
        let last = match last.len() {
            2 => [first.get(..2)?, last].concat(),
            _ => last.to_owned(),
        };
        let years = is_year(first) && is_year(&last);
        let years = years.then(|| Some([first.parse().ok()?, last.parse().ok()?])).flatten()?;
        (years[0] < years[1]).then_some(years)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_calendar::Date;

    fn day(text: &str) -> Day {
        Date::parse(text).unwrap().first_day()
    }

    fn drawn(moments: &[(&str, What)], open: bool) -> Vec<Shape> {
        let moments = moments.iter().map(|&(date, what)| (Period::parse(date).unwrap(), what));
        let life = Lifeline { moments: moments.collect(), open, covers: None };
        let scale = Scale::new(day("2016-01-01"), day("2025-12-31"), 600.0);
        draw(&life, &scale, day("2025-05-26"), &|years, months| format!("{years} y {months} m"))
    }

    fn classes(shapes: &[Shape]) -> Vec<&str> {
        fn class(shape: &Shape) -> &str {
            match shape {
                Shape::Path { class, .. } => class,
                Shape::Text(text) => &text.class,
                Shape::Group(group) => &group.class,
            }
        }
        let ground = ["grid", "last-report"];
        shapes.iter().map(class).filter(|class| !ground.contains(class)).collect()
    }

    #[test]
    fn a_proposal_is_dashed_until_it_is_done_or_to_the_last_report() {
        let moments = [
            ("2016-11-07", What::Proposed),
            ("2023-12-19", What::Done(Act::Signed)),
            ("2024-05-05", What::Cited),
        ];
        let shapes = drawn(&moments, false);
        assert_eq!(classes(&shapes), ["life open", "life", "seal", "seal filled", "cited"]);
        assert_eq!(classes(&drawn(&moments[..1], true)), ["life open", "ring", "seal"]);
    }

    #[test]
    fn sessions_have_their_numbers_and_their_silences() {
        let session = |number| What::Session { number, side: Some(1), status: Status::Held };
        let shapes = drawn(&[("2016-11-07", session(1)), ("2022-04", session(2))], false);
        assert_eq!(
            classes(&shapes),
            ["silence", "silence", "silence", "mark side-2 held", "mark side-2 held"]
        );
        let said = |shape: &&Shape| matches!(shape, Shape::Text(text) if text.words == "5 y 5 m");
        assert_eq!(shapes.iter().filter(said).count(), 1);
    }

    #[test]
    fn names_tell_which_years_are_covered() {
        assert_eq!(years_in("Joint Vision Statement 2018-2028"), Some([2018, 2028]));
        assert_eq!(years_in("Defence Cooperation Programme (2025–28)"), Some([2025, 2028]));
        for name in ["Letter of Intent", "Convention of 1982", "Plan 2028-2018", "1-2", "–"] {
            assert_eq!(years_in(name), None, "{name}");
        }
    }
}

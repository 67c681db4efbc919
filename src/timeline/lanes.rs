//! Where marks stand on the axis, so that none hides another.
//!
//! Each kind of mark has a band of lanes. A mark takes the first lane of its band in which it
//! touches no other; where all are taken, the last lane holds one mark with a number in place
//! of several. So there are never more marks than the axis has room for, however many
//! meetings there are: one each [`TARGET`] pixels of a lane.

use super::marks::{Mark, What};
use super::scale::Scale;

/// A mark takes at least so many pixels each way: what a finger can hit (WCAG 2.2, 2.5.8).
pub const TARGET: f32 = 24.0;
/// A single day is drawn so wide, a longer time as wide as it is but at least [`THIN`].
pub const DOT: f32 = 10.0;
/// The least width of a stretch of time: not a point, and still to be seen.
pub const THIN: f32 = 4.0;

/// The lanes of each band: meetings, what came of them, reports.
pub const LANES: [usize; 3] = [3, 1, 1];

/// What is drawn in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The marks that stand here, by their place in the list; several are drawn as a number.
    pub marks: Vec<usize>,
    /// The band.
    pub band: usize,
    /// The lane in the band, counted from the axis.
    pub lane: usize,
    /// From where to where it is drawn, in pixels.
    pub drawn: (f32, f32),
    /// From where to where no other may stand in its lane.
    pub taken: (f32, f32),
    /// A single day, not a stretch of time.
    pub point: bool,
}

/// Puts marks, in the order of their days, on an axis of so many pixels; what lies outside it
/// is left out. The result is in the order of time.
pub fn lay(marks: &[Mark], scale: &Scale, width: f32) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for (number, mark) in marks.iter().enumerate() {
        let band = band(mark.what);
        let new = alone(number, band, mark, scale);
        if new.drawn.1 < 0.0 || new.drawn.0 > width {
            continue;
        }
        let last = LANES[band] - 1;
        let lane = (0..=last).find(|&lane| !touches(&placed, &new, lane));
        if let Some(lane) = lane {
            placed.push(Placed { lane, ..new });
            continue;
        }
        let in_the_way = |other: &&mut Placed| {
            other.band == band && other.lane == last && overlap(other.taken, new.taken)
        };
        if let Some(other) = placed.iter_mut().rev().find(in_the_way) {
            other.marks.push(number);
        }
    }
    placed
}

/// The band of a mark.
fn band(what: What) -> usize {
    match what {
        What::Meeting(_) => 0,
        What::Outcome(_) => 1,
        What::Report => 2,
    }
}

/// A mark as it stands alone in the first lane.
fn alone(number: usize, band: usize, mark: &Mark, scale: &Scale) -> Placed {
    let (first, last) = (mark.date.first_day(), mark.date.last_day());
    let (start, end) = (scale.start(first), scale.end(last));
    let point = first == last;
    let middle = f32::midpoint(start, end);
    let around = |width: f32| (start.min(middle - width / 2.0), end.max(middle + width / 2.0));
    let drawn = around(if point { DOT } else { THIN });
    Placed { marks: vec![number], band, lane: 0, drawn, taken: around(TARGET), point }
}

fn touches(placed: &[Placed], new: &Placed, lane: usize) -> bool {
    let same = |other: &&Placed| other.band == new.band && other.lane == lane;
    // The latest stand at the end, and with them what is most likely in the way.
    placed.iter().rev().filter(same).any(|other| overlap(other.taken, new.taken))
}

fn overlap(one: (f32, f32), other: (f32, f32)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use entente_calendar::{Date, Period};
    use entente_model::Status;
    use proptest::prelude::*;

    fn mark(date: &str) -> Mark {
        let date = Period::parse(date).expect("a period");
        Mark { what: What::Meeting(Status::Held), number: 0, date, inside: true }
    }

    /// The marks of 2024 on an axis of 366 pixels, so that a day is one.
    fn laid(dates: &[&str]) -> Vec<Placed> {
        let marks: Vec<Mark> = dates.iter().map(|date| mark(date)).collect();
        lay(&marks, &year(366.0), 366.0)
    }

    fn year(width: f32) -> Scale {
        let year = Date::year_only(2024).expect("a year");
        Scale::new(year.first_day(), year.last_day(), width)
    }

    #[test]
    fn a_day_is_a_point_and_a_longer_time_as_long_as_it_is() {
        let placed = laid(&["2024-01-31", "2024-05", "2024-10-01/2024-10-02"]);
        assert_eq!(placed.iter().map(|one| one.point).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(placed[0].drawn, (25.5, 35.5));
        assert_eq!(placed[1].drawn, (121.0, 152.0));
        let width = placed[2].drawn.1 - placed[2].drawn.0;
        assert!((width - THIN).abs() < 0.01, "two days are no point: {width}");
    }

    #[test]
    fn what_would_touch_is_stacked_and_what_would_not_stands_below() {
        let placed = laid(&["2024", "2024-05-01", "2024-05-02", "2024-07-01"]);
        assert_eq!(placed.iter().map(|one| one.lane).collect::<Vec<_>>(), [0, 1, 2, 1]);
    }

    #[test]
    fn too_many_in_one_place_become_a_number() {
        let placed = laid(&["2024-05-01"; 9]);
        assert_eq!(placed.iter().map(|one| one.marks.len()).collect::<Vec<_>>(), [1, 1, 7]);
    }

    #[test]
    fn what_lies_outside_the_axis_is_not_drawn() {
        assert_eq!(laid(&["2023-05-01", "2023/2025", "2025-12-31"]).len(), 1);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_hides_another(days in proptest::collection::vec((0..366_i32, 0..90_i32), 0..300)) {
            let first = Date::year_only(2024).expect("a year").first_day();
            let date = |day: i32| Date::of_day(first.plus(day)).expect("a day");
            let period = |&(day, more): &(i32, i32)| Period::new(date(day), date(day + more / 2));
            let mut marks: Vec<Mark> = days.iter().filter_map(period).map(|date| Mark { date, ..mark("2024") }).collect();
            marks.sort_by_key(|mark| mark.date.first_day());
            let placed = lay(&marks, &year(366.0), 366.0);
            prop_assert_eq!(placed.iter().map(|one| one.marks.len()).sum::<usize>(), marks.len());
            for (at, one) in placed.iter().enumerate() {
                let others = placed[at + 1..].iter().filter(|other| other.lane == one.lane);
                prop_assert!(others.into_iter().all(|other| !overlap(one.taken, other.taken)));
            }
            prop_assert!(placed.len() <= LANES[0] * 17, "{} marks", placed.len());
        }
    }
}

//! Meetings and promises as a drawing.

use crate::between::{self, Anchored, End, bands, distinct};
use crate::bundle::{self, Grain, Row};
use crate::drawing::{Drawing, Note, Told};
use crate::input::{Encounter, Kept, Pledge};
use crate::layout::Layout;
use crate::order::order;
use crate::rows;
use entente_calendar::{Day, Period};
use entente_model::order::in_order;

/// With more meetings each rung stands for those of a period.
pub const MOST_RUNGS: usize = 60;

/// From the last rung to its first line of words, in a narrow drawing.
const TO_NOTES: f64 = 30.0;

/// The drawing of these meetings and promises.
pub fn draw(encounters: &[Encounter], pledges: &[Pledge], layout: &Layout) -> Drawing {
    let placed = order(encounters);
    let (grain, rows) = bundle::rows(encounters, &placed, MOST_RUNGS);
    let anchored = match grain {
        Grain::Meeting => anchor(encounters, pledges, &rows),
        _ => Vec::new(),
    };
    let told: Vec<Vec<Told>> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| told(encounters, row, place, &anchored))
        .collect();
    let words = |(row, told): (&Row, &Vec<Told>)| match (&row.encounters[..], layout.narrow) {
        (_, true) => told.len() as f64 * layout.band,
        (&[one], false) => {
            let promises = told.iter().filter(|told| matches!(told, Told::Promise(_))).count();
            bands(&encounters[one], promises) as f64 * layout.band
        }
        _ => 0.0,
    };
    let words: Vec<f64> = rows.iter().zip(&told).map(words).collect();
    let ladder = rows::place(&rows, &words, layout);
    let mut notes = Vec::new();
    let mut between = between::Between::default();
    if layout.narrow {
        for (rung, (lines, drawn)) in told.iter().zip(&ladder.rungs).enumerate() {
            let first = f64::max(drawn.curve.y[0], drawn.curve.y[1]) + TO_NOTES;
            let line = |(line, &what)| Note { rung, y: first + line as f64 * layout.band, what };
            notes.extend(lines.iter().enumerate().map(line));
        }
    } else if grain == Grain::Meeting {
        let (rungs, silences) = (&ladder.rungs, &ladder.silences);
        let bottom = ladder.height - 8.0;
        between = between::place(encounters, pledges, &anchored, rungs, silences, bottom, layout);
    }
    let rows::Ladder { height, rails, rungs, stays, silences, years } = ladder;
    let between::Between { seals, promises, labels } = between;
    Drawing { height, grain, rails, rungs, stays, seals, promises, silences, years, labels, notes }
}

/// What is told of a row, in a narrow drawing a line each.
fn told(encounters: &[Encounter], row: &Row, place: usize, anchored: &[Anchored]) -> Vec<Told> {
    let [one] = row.encounters[..] else { return Vec::new() };
    let outcomes = distinct(&encounters[one].outcomes);
    let outcomes = outcomes.iter().map(|&(number, _)| Told::Outcome(one, number));
    let promises = anchored.iter().filter(|promise| promise.from == place);
    outcomes.chain(promises.map(|promise| Told::Promise(promise.pledge))).collect()
}

/// Where promises begin and end, in the order in which they find their place: as they were told,
/// those that take longer first.
fn anchor(encounters: &[Encounter], pledges: &[Pledge], rows: &[Row]) -> Vec<Anchored> {
    if rows.is_empty() {
        return Vec::new();
    }
    let of_meeting = |meeting: Option<usize>| {
        let meeting = meeting?;
        rows.iter()
            .position(|row| row.encounters.iter().any(|&one| encounters[one].meeting == meeting))
    };
    let later =
        |day: Day| rows.iter().position(|row| row.date.is_none_or(|date| date.first_day() > day));
    let until = |kept: Option<Kept>| {
        let Some(kept) = kept else { return End::Open };
        if let Some(row) = of_meeting(kept.meeting) {
            return End::Row(row);
        }
        kept.date.and_then(|date| later(date.last_day())).map_or(End::Kept, End::Before)
    };
    let anchored = |(place, pledge): (usize, &Pledge)| {
        let told = of_meeting(pledge.meeting);
        let before = || {
            let day = pledge.date.map(Period::last_day)?;
            rows.iter().rposition(|row| row.date.is_some_and(|date| date.first_day() <= day))
        };
        let from = told.or_else(before).unwrap_or(0);
        Anchored { pledge: place, from, told_there: told.is_some(), until: until(pledge.kept) }
    };
    let all: Vec<Anchored> = pledges.iter().enumerate().map(anchored).collect();
    in_order(&all, |one| {
        let end = match one.until {
            End::Row(row) | End::Before(row) => row as u32,
            End::Kept | End::Open => u32::MAX,
        };
        [one.from as u32, !end, 0]
    })
}

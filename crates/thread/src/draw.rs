//! Meetings and promises as a drawing.

use crate::between::{self, Anchored, End, bands};
use crate::bundle::{self, Row};
use crate::drawing::{Drawing, Note, Told};
use crate::input::{Encounter, Kept, Pledge};
use crate::layout::Layout;
use crate::order::order;
use crate::rows;
use crate::seals::distinct;
use entente_calendar::{Day, Period};
use entente_model::order::in_order;
use entente_model::{Grain, TimeOrder};

/// How the meetings are put in order and together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// Which way time runs.
    pub order: TimeOrder,
    /// What a rung stands for; `None` for the finest grain with few enough rungs.
    pub grain: Option<Grain>,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { order: TimeOrder::OldestFirst, grain: None }
    }
}

/// Room for the ends of open promises above the first rung, where later is above.
const TO_LAST_REPORT: f64 = 24.0;

/// From the last rung to its first line of words, in a narrow drawing.
const TO_NOTES: f64 = 30.0;

/// The drawing of these meetings and promises.
pub fn draw(
    encounters: &[Encounter],
    pledges: &[Pledge],
    Arrangement { order: time, grain }: Arrangement,
    layout: &Layout,
) -> Drawing {
    let placed = order(encounters);
    let (grain, mut rows) = bundle::rows(encounters, &placed, grain);
    if time == TimeOrder::NewestFirst {
        rows = bundle::newest_first(&rows);
    }
    let anchored = match grain {
        Grain::Meeting => anchor(encounters, pledges, &rows, time),
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
            let promise = |told: &Told| match told {
                Told::Promise(place) => Some(&pledges[*place]),
                Told::Outcome(..) => None,
            };
            let promises: Vec<&Pledge> = told.iter().filter_map(promise).collect();
            bands(&encounters[one], &promises, layout) as f64 * layout.band
        }
        _ => 0.0,
    };
    let words: Vec<f64> = rows.iter().zip(&told).map(words).collect();
    let top = match time {
        TimeOrder::OldestFirst => layout.top,
        TimeOrder::NewestFirst => layout.top + TO_LAST_REPORT,
    };
    let ladder = rows::place(&rows, &words, time, &Layout { top, ..*layout });
    let last_report = match time {
        TimeOrder::OldestFirst => ladder.height - 8.0,
        TimeOrder::NewestFirst => TO_LAST_REPORT - 2.0,
    };
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
        between =
            between::place(encounters, pledges, &anchored, rungs, silences, last_report, layout);
    }
    let rows::Ladder { height, rails, rungs, stays, silences, years } = ladder;
    let between::Between { seals, promises, labels } = between;
    Drawing {
        height,
        grain,
        last_report,
        rails,
        rungs,
        stays,
        seals,
        promises,
        silences,
        years,
        labels,
        notes,
    }
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
fn anchor(
    encounters: &[Encounter],
    pledges: &[Pledge],
    rows: &[Row],
    order: TimeOrder,
) -> Vec<Anchored> {
    if rows.is_empty() {
        return Vec::new();
    }
    let of_meeting = |meeting: Option<usize>| {
        let meeting = meeting?;
        rows.iter()
            .position(|row| row.encounters.iter().any(|&one| encounters[one].meeting == meeting))
    };
    // The first row in time for which something holds, and the last one.
    let first = |holds: &dyn Fn(&Row) -> bool| match order {
        TimeOrder::OldestFirst => rows.iter().position(holds),
        TimeOrder::NewestFirst => rows.iter().rposition(holds),
    };
    let last = |holds: &dyn Fn(&Row) -> bool| match order {
        TimeOrder::OldestFirst => rows.iter().rposition(holds),
        TimeOrder::NewestFirst => rows.iter().position(holds),
    };
    let later = |day: Day| first(&|row| row.date.is_none_or(|date| date.first_day() > day));
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
            last(&|row| row.date.is_some_and(|date| date.first_day() <= day))
        };
        let from = told.or_else(before).or_else(|| first(&|_| true)).unwrap_or(0);
        Anchored { pledge: place, from, told_there: told.is_some(), until: until(pledge.kept) }
    };
    let all: Vec<Anchored> = pledges.iter().enumerate().map(anchored).collect();
    in_order(&all, |one| {
        let long = match one.until {
            End::Row(row) | End::Before(row) => row.abs_diff(one.from) as u32,
            End::Kept | End::Open => u32::MAX,
        };
        let told = match order {
            TimeOrder::OldestFirst => one.from,
            TimeOrder::NewestFirst => rows.len() - one.from,
        };
        [told as u32, !long, 0]
    })
}

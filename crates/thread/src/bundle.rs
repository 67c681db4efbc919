//! Many meetings as one rung a month, quarter or year and host.

use crate::drawing::Form;
use crate::input::{Encounter, Side};
use crate::order::Placed;
use entente_calendar::{Date, Period};
use entente_model::order::{in_order, signed};
use entente_model::{Grain, MeetingKind, Status};

/// So many rungs at most where nobody asks for a grain.
pub const MOST_RUNGS: usize = 60;

/// So many rungs at most where somebody asks for one.
pub const MOST_RUNGS_ASKED: usize = 600;

/// A rung before it has its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Places in the list of encounters.
    pub encounters: Vec<usize>,
    /// The side whose guests the others were.
    pub host: Option<Side>,
    /// What it looks like.
    pub form: Form,
    /// Whether it took place.
    pub status: Status,
    /// When.
    pub date: Option<Period>,
    /// The place of the visit that it is part of.
    pub visit: Option<usize>,
}

/// The rows of the finest grain, and no finer than asked, that has at most [`MOST_RUNGS`], or
/// [`MOST_RUNGS_ASKED`] where one is asked for; those of years if none has.
pub fn rows(
    encounters: &[Encounter],
    placed: &[Placed],
    asked: Option<Grain>,
) -> (Grain, Vec<Row>) {
    let most = if asked.is_some() { MOST_RUNGS_ASKED } else { MOST_RUNGS };
    let rows = |grain| match grain {
        Grain::Meeting => placed.iter().map(|placed| single(encounters, placed)).collect(),
        grain => bundles(encounters, placed, grain),
    };
    let finest = asked.unwrap_or(Grain::Meeting);
    for &grain in Grain::ALL.iter().filter(|&&grain| finest <= grain && grain < Grain::Year) {
        // Most drawings have so few meetings that nothing is put together in vain.
        let rows: Vec<Row> = rows(grain);
        if rows.len() <= most {
            return (grain, rows);
        }
    }
    (Grain::Year, rows(Grain::Year))
}

/// The same rows with what happened last above: a visit stays before the meetings within it.
pub fn newest_first(rows: &[Row]) -> Vec<Row> {
    let mut turned: Vec<Row> = Vec::with_capacity(rows.len());
    for (place, head) in rows.iter().enumerate().rev().filter(|(_, row)| row.visit.is_none()) {
        let visit = Some(turned.len());
        turned.push(head.clone());
        let within = rows.iter().rev().filter(|row| row.visit == Some(place));
        turned.extend(within.map(|row| Row { visit, ..row.clone() }));
    }
    turned
}

fn single(encounters: &[Encounter], placed: &Placed) -> Row {
    let encounter = &encounters[placed.encounter];
    let form = match encounter.kind {
        MeetingKind::Call => Form::Call,
        MeetingKind::Visit if encounter.host.is_some() && placed.visit.is_none() => Form::Visit,
        _ => Form::Meeting,
    };
    Row {
        encounters: vec![placed.encounter],
        host: encounter.host,
        form,
        status: encounter.status,
        date: encounter.date,
        visit: placed.visit,
    }
}

/// One row a period and host; a meeting alone in its period stays what it is.
fn bundles(encounters: &[Encounter], placed: &[Placed], grain: Grain) -> Vec<Row> {
    let key = |placed: &Placed| {
        let encounter = &encounters[placed.encounter];
        let (year, part) = period_key(encounter.date, grain);
        [signed(year), u32::from(part), encounter.host.map_or(2, Side::index) as u32]
    };
    in_order(placed, key)
        .chunk_by(|one, other| key(one) == key(other))
        .map(|members| {
            if let [one] = members[..] {
                return Row { visit: None, ..single(encounters, &one) };
            }
            let (year, part) = period_key(encounters[members[0].encounter].date, grain);
            let numbers: Vec<usize> = members.iter().map(|placed| placed.encounter).collect();
            let all = numbers.iter().map(|&number| &encounters[number]);
            let status = all.clone().map(|one| one.status).min().unwrap_or(Status::Held);
            Row {
                host: all.clone().next().and_then(|first| first.host),
                encounters: numbers,
                form: Form::Bundle,
                status,
                date: period(year, part, grain),
                visit: None,
            }
        })
        .collect()
}

/// A year and the number of the month or quarter in it; 13 where only the year is known.
fn period_key(date: Option<Period>, grain: Grain) -> (i32, u8) {
    let Some(start) = date.map(Period::start) else { return (i32::MAX, 0) };
    let part = match (grain, start.month()) {
        (Grain::Meeting | Grain::Year, _) => 0,
        (_, None) => 13,
        (Grain::Month, Some(month)) => month,
        (Grain::Quarter, Some(month)) => (month - 1) / 3 + 1,
    };
    (start.year(), part)
}

fn period(year: i32, part: u8, grain: Grain) -> Option<Period> {
    match (grain, part) {
        (_, 0 | 13) => Date::year_only(year).map(Period::from),
        (Grain::Quarter, part) => {
            Period::new(Date::month_of(year, part * 3 - 2)?, Date::month_of(year, part * 3)?)
        }
        (_, part) => Date::month_of(year, part).map(Period::from),
    }
}

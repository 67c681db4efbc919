//! Many meetings as one rung a month, quarter or year and host.

use crate::drawing::Form;
use crate::input::{Encounter, Side};
use crate::order::Placed;
use entente_calendar::{Date, Period};
use entente_model::order::{in_order, signed};
use entente_model::{MeetingKind, Status};

/// What one rung stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// One meeting.
    Meeting,
    /// The meetings of a month in one country.
    Month,
    /// Those of a quarter.
    Quarter,
    /// Those of a year.
    Year,
}

impl Grain {
    /// From the finest to the coarsest.
    pub const ALL: [Self; 4] = [Self::Meeting, Self::Month, Self::Quarter, Self::Year];
}

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

/// The rows of the finest grain that has at most so many; the coarsest if none has.
pub fn rows(encounters: &[Encounter], placed: &[Placed], most: usize) -> (Grain, Vec<Row>) {
    if placed.len() <= most {
        let row = |placed: &Placed| single(encounters, placed);
        return (Grain::Meeting, placed.iter().map(row).collect());
    }
    let bundled = |grain| (grain, bundles(encounters, placed, grain));
    let mut coarser = Grain::ALL[1..].iter().copied().map(bundled);
    let fits = coarser.find(|(_, rows)| rows.len() <= most);
    fits.unwrap_or_else(|| bundled(Grain::Year))
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

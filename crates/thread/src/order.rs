//! Which meeting stands above which.
//!
//! By date; what is known only by month or year stands last in it, what has no date at the end. What
//! was done during a visit follows it.

use crate::input::Encounter;
use entente_calendar::{Day, Period, Precision};
use entente_model::MeetingKind;
use entente_model::order::{in_order, signed};

/// An encounter in its place: which visit it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its place in the list given.
    pub encounter: usize,
    /// The place in the list returned of the visit that it is part of.
    pub visit: Option<usize>,
}

/// The order from top to bottom.
pub fn order(encounters: &[Encounter]) -> Vec<Placed> {
    let all: Vec<usize> = (0..encounters.len()).collect();
    let by_date = in_order(&all, |&place| {
        let encounter = &encounters[place];
        let (day, precision) = date_key(encounter.date);
        let is_visit = encounter.kind == MeetingKind::Visit && encounter.visit.is_none();
        [signed(day.0), 2 * precision + u32::from(!is_visit), encounter.meeting as u32]
    });
    let mut placed: Vec<Placed> = Vec::new();
    let mut done = vec![false; encounters.len()];
    for &place in &by_date {
        if std::mem::replace(&mut done[place], true) {
            continue;
        }
        let visit = Some(placed.len());
        placed.push(Placed { encounter: place, visit: None });
        let of = &encounters[place];
        for &other in by_date.iter().filter(|_| of.kind == MeetingKind::Visit) {
            if !done[other] && encounters[other].visit == Some(of.meeting) {
                done[other] = true;
                placed.push(Placed { encounter: other, visit });
            }
        }
    }
    placed
}

/// The day that a date counts as, and how imprecise it is.
fn date_key(date: Option<Period>) -> (Day, u32) {
    let Some(start) = date.map(Period::start) else { return (Day(i32::MAX), 3) };
    match start.precision() {
        Precision::Day => (start.first_day(), 0),
        Precision::Month => (start.last_day(), 1),
        Precision::Year => (start.last_day(), 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Status;

    /// Invented meetings: kind, date, and the place in the list of the visit during which it was.
    fn check(rows: &[(MeetingKind, &str, Option<usize>)], expected: &[usize]) {
        let encounters: Vec<Encounter> = rows
            .iter()
            .enumerate()
            .map(|(meeting, &(kind, date, visit))| Encounter {
                meeting,
                kind,
                status: Status::Held,
                date: Period::parse(date),
                host: None,
                visit,
                people: [Vec::new(), Vec::new()],
                others: Vec::new(),
                title: String::new(),
                outcomes: Vec::new(),
            })
            .collect();
        let placed = order(&encounters);
        let order: Vec<usize> = placed.iter().map(|placed| placed.encounter).collect();
        assert_eq!(order, expected);
        for one in &placed {
            let visit = one.visit.map(|place| placed[place].encounter);
            assert_eq!(visit, encounters[one.encounter].visit);
        }
    }

    #[test]
    fn a_visit_goes_before_what_was_done_during_it() {
        use MeetingKind::{Talks, Visit};
        check(
            &[
                (Talks, "2024-05-05", Some(3)),
                (Talks, "2024-05-06", None),
                (Visit, "2024-05-05", Some(3)),
                (Visit, "2024-05-05/2024-05-07", None),
                (Talks, "2024-05-07", Some(3)),
            ],
            &[3, 0, 2, 4, 1],
        );
    }

    #[test]
    fn imprecise_dates_are_last_in_their_period() {
        use MeetingKind::Talks;
        let dates = ["2024", "2024-12-31", "2024-05", "", "2024-05-31", "2025-01-01"];
        check(&dates.map(|date| (Talks, date, None)), &[4, 2, 1, 0, 5, 3]);
    }
}

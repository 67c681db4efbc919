//! Which meeting stands above which.
//!
//! By date; what is known only by month or year stands last in it, what has no date at the end. A
//! visit goes before the meetings within its days and in its country; those of its travellers are
//! part of it.

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
        let visits_first = u32::from(encounter.kind != MeetingKind::Visit);
        [signed(day.0), 2 * precision + visits_first, encounter.meeting as u32]
    });
    let mut placed: Vec<Placed> = Vec::new();
    let mut done = vec![false; encounters.len()];
    for &place in &by_date {
        if std::mem::replace(&mut done[place], true) {
            continue;
        }
        let visit = placed.len();
        placed.push(Placed { encounter: place, visit: None });
        for &other in &by_date {
            let (meeting, of) = (&encounters[other], &encounters[place]);
            if !done[other] && is_within(meeting, of) {
                done[other] = true;
                let visit = Some(visit).filter(|_| is_of_travellers(meeting, of));
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

/// Whether a meeting lies within the days of a visit and in the same country.
fn is_within(meeting: &Encounter, visit: &Encounter) -> bool {
    let (Some(host), Some(stay), Some(date)) = (visit.host, visit.date, meeting.date) else {
        return false;
    };
    visit.kind == MeetingKind::Visit
        // Within a long visit people also visit one house or another.
        && (meeting.kind != MeetingKind::Visit || date != stay)
        && meeting.host == Some(host)
        && [stay, date].iter().all(|period| period.start().precision() == Precision::Day)
        && stay.first_day() <= date.first_day()
        && date.last_day() <= stay.last_day()
}

/// Whether somebody who is on a visit takes part in a meeting within it.
fn is_of_travellers(meeting: &Encounter, visit: &Encounter) -> bool {
    let Some(guest) = visit.host.map(|host| host.other().index()) else { return false };
    let travels = &visit.people[guest];
    travels.is_empty() || meeting.people[guest].iter().any(|person| travels.contains(person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Side;
    use entente_model::Status;

    /// Invented meetings: kind, date, host (`<` first, `>` second), travellers.
    fn check(rows: &[(MeetingKind, &str, Side, &[u32])], expected: &[usize]) {
        let encounters: Vec<Encounter> = rows
            .iter()
            .enumerate()
            .map(|(meeting, &(kind, date, host, travellers))| {
                let mut people = [Vec::new(), Vec::new()];
                people[host.other().index()] = travellers.to_vec();
                Encounter {
                    meeting,
                    kind,
                    status: Status::Held,
                    date: Period::parse(date),
                    host: Some(host),
                    people,
                    others: Vec::new(),
                    title: String::new(),
                    outcomes: Vec::new(),
                }
            })
            .collect();
        let order: Vec<usize> = order(&encounters).iter().map(|placed| placed.encounter).collect();
        assert_eq!(order, expected);
    }

    #[test]
    fn a_visit_goes_before_the_meetings_of_its_travellers() {
        use MeetingKind::{Talks, Visit};
        check(
            &[
                (Talks, "2024-05-05", Side::First, &[7]),
                (Talks, "2024-05-06", Side::Second, &[9]),
                (Talks, "2024-05-07", Side::First, &[7, 8]),
                (Visit, "2024-05-05/2024-05-07", Side::First, &[7]),
            ],
            &[3, 0, 2, 1],
        );
    }

    #[test]
    fn imprecise_dates_are_last_in_their_period() {
        use MeetingKind::Talks;
        check(
            &[
                (Talks, "2024", Side::First, &[]),
                (Talks, "2024-12-31", Side::First, &[]),
                (Talks, "2024-05", Side::First, &[]),
                (Talks, "", Side::First, &[]),
                (Talks, "2024-05-31", Side::First, &[]),
                (Talks, "2025-01-01", Side::First, &[]),
            ],
            &[4, 2, 1, 0, 5, 3],
        );
    }
}

//! Which meetings stand in one pile.

use super::{Event, HIGHEST, SLOT};
use crate::scale::Scale;
use entente_model::order::{in_order, signed};

/// A pile may stand so far from the day of its meetings, in pixels.
const DRIFT: f64 = 4.0 * SLOT;

/// A pile.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its left edge.
    pub x: f64,
    /// The events in it from the bottom up, by their places.
    pub events: Vec<usize>,
}

impl Column {
    /// Whether it touches the one before it.
    pub fn touches(&self, before: &Self) -> bool {
        self.x <= before.x + SLOT + 1.0
    }
}

/// The piles of events, which are in the order of their days; `None` where they would drift too
/// far from their days.
pub fn piles(events: &[Event], scale: &Scale) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = Vec::new();
    let all: Vec<usize> = (0..events.len()).collect();
    for number in in_order(&all, |&number| [signed(events[number].day().0), 0, 0]) {
        let x = (scale.start(events[number].day()) - SLOT / 2.0).clamp(0.0, scale.width() - SLOT);
        let Some(last) = columns.last_mut().filter(|last| x < last.x + SLOT) else {
            columns.push(Column { x, events: vec![number] });
            continue;
        };
        if last.events.len() < HIGHEST {
            last.events.push(number);
            continue;
        }
        let beside = last.x + SLOT;
        if beside - x > DRIFT || beside + SLOT > scale.width() {
            return None;
        }
        columns.push(Column { x: beside, events: vec![number] });
    }
    Some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_calendar::{Day, Period};
    use entente_model::Status;
    use proptest::prelude::*;

    fn event(meeting: usize, day: i32) -> Event {
        let date = Period::from(entente_calendar::Date::of_day(Day(day)).unwrap());
        let status = Status::Held;
        Event { meeting, date, side: None, status, acts: Vec::new(), chosen: true }
    }

    proptest! {
        #[test]
        fn no_pile_covers_another(days in proptest::collection::vec(10_000..20_000_i32, 0..80)) {
            let mut days = days;
            days.sort_unstable();
            let events: Vec<Event> =
                days.iter().enumerate().map(|(number, &day)| event(number, day)).collect();
            let scale = Scale::new(Day(9_900), Day(20_100), 1100.0);
            if let Some(columns) = piles(&events, &scale) {
                let mut shown: Vec<usize> =
                    columns.iter().flat_map(|column| column.events.clone()).collect();
                shown.sort_unstable();
                prop_assert_eq!(shown, (0..events.len()).collect::<Vec<_>>());
                for pair in columns.windows(2) {
                    prop_assert!(pair[0].x + SLOT <= pair[1].x + 1e-9);
                }
                for column in &columns {
                    prop_assert!(column.events.len() <= HIGHEST);
                }
            }
        }
    }
}

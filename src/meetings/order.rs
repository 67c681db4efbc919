//! The columns of the table as text, and the orders that follow from them.

use super::basis::{date_name, place_name};
use super::{act, title};
use crate::i18n::intl;
use crate::state::AppState;
use entente_archive::{EntityRef, MeetingRef};
use entente_model::order::in_order;
use leptos::prelude::*;

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    #[default]
    Date,
    Title,
    Place,
    Who,
    Session,
    Outcome,
    Reports,
}

impl Column {
    /// All columns in the order shown, which is that of their names in
    /// [`crate::i18n::Strings`].
    pub const ALL: [Self; 7] = [
        Self::Date,
        Self::Title,
        Self::Place,
        Self::Who,
        Self::Session,
        Self::Outcome,
        Self::Reports,
    ];
}

/// Which way a table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

/// The order of the table: by a column, one way or the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOrder {
    pub column: Column,
    pub direction: Direction,
}

impl TableOrder {
    /// The order after a press on the head of a column: by that column, and if it was by that
    /// already, the other way round.
    pub fn pressed(self, column: Column) -> Self {
        let again = self.column == column && self.direction == Direction::Ascending;
        let direction = if again { Direction::Descending } else { Direction::Ascending };
        Self { column, direction }
    }

    /// The direction of a column, if the table is sorted by it.
    pub fn direction_of(self, column: Column) -> Option<Direction> {
        (self.column == column).then_some(self.direction)
    }
}

/// What a cell says.
pub fn text(state: AppState, meeting: &MeetingRef<'static>, column: Column) -> String {
    match column {
        Column::Date => date_name(state, meeting.date),
        Column::Title => title(state, meeting),
        Column::Place => place_name(state, &meeting.place()),
        Column::Who => {
            let side = |(side, people): (String, Vec<EntityRef<'static>>)| {
                let people = people.iter().map(|entity| state.name(entity)).collect::<Vec<_>>();
                [side.as_str(), ": ", &people.join(", ")].concat()
            };
            sides(state, meeting).into_iter().map(side).collect::<Vec<_>>().join("; ")
        }
        Column::Session => {
            let Some(mechanism) = meeting.mechanism() else { return String::new() };
            let session = meeting.session;
            let number = Some((state.strings().ordinal)(session)).filter(|_| session > 0);
            let parts = [Some(state.name(&mechanism).to_owned()), number];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Column::Outcome => outcomes(state, meeting).join("; "),
        Column::Reports => meeting.attestations().count().to_string(),
    }
}

/// Those who took part, by the country for which they stand, in the order told.
pub fn sides(
    state: AppState,
    meeting: &MeetingRef<'static>,
) -> Vec<(String, Vec<EntityRef<'static>>)> {
    let mut sides: Vec<(String, Vec<EntityRef<'static>>)> = Vec::new();
    for entity in meeting.participants() {
        let side = state.country(&entity).unwrap_or(state.strings().other_side.to_owned());
        match sides.iter_mut().find(|(known, _)| *known == side) {
            Some((_, people)) => people.push(entity),
            None => sides.push((side, vec![entity])),
        }
    }
    sides
}

/// What came of a meeting, each agreement once: "signed: Letter of Intent".
pub fn outcomes(state: AppState, meeting: &MeetingRef<'static>) -> Vec<String> {
    let mut lines = Vec::new();
    for outcome in meeting.outcomes() {
        let act = act(state, meeting, &outcome);
        let line = match outcome.agreement() {
            Some(agreement) => [act, ": ", state.name(&agreement)].concat(),
            None => act.to_owned(),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The meetings of the view in the order of the table: that of their dates, or by a column,
/// where those without a value come last.
pub fn ordered(state: AppState) -> Vec<usize> {
    let TableOrder { column, direction } = state.table_order.get();
    let mut numbers = state.meetings.get();
    let meeting = |number: usize| state.archive().meeting(number);
    match column {
        Column::Date => (),
        Column::Reports => {
            let reports = |number| meeting(number).map_or(0, |m| m.attestations().count());
            numbers = in_order(&numbers, |&number| [reports(number) as u32, 0, 0]);
        }
        _ => {
            let language = state.language.get().code();
            let text = |number| meeting(number).map_or(String::new(), |m| text(state, &m, column));
            intl::sort_by_name(&mut numbers, language, |&number| text(number));
        }
    }
    if direction == Direction::Descending {
        numbers.reverse();
    }
    numbers
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_second_press_turns_the_order_round_and_another_column_begins_anew() {
        let order = TableOrder::default().pressed(Column::Date);
        assert_eq!(order.direction_of(Column::Date), Some(Direction::Descending));
        assert_eq!(order.pressed(Column::Date), TableOrder::default());
        let order = order.pressed(Column::Place);
        assert_eq!(order.direction_of(Column::Place), Some(Direction::Ascending));
        assert_eq!(order.direction_of(Column::Date), None);
    }
}

//! The columns of the table as text, and the orders that follow from them.

use super::basis::{date_name, place_name};
use super::{act, title};
use crate::i18n::intl;
use crate::language::LANGUAGES;
use crate::state::State;
use entente_archive::{EntityRef, MeetingRef};
use entente_search::rank::in_order;
use leptos::prelude::*;

/// Columns, in the order shown.
pub const DATE: usize = 0;
pub const TITLE: usize = 1;
pub const PLACE: usize = 2;
pub const WHO: usize = 3;
pub const SESSION: usize = 4;
pub const OUTCOME: usize = 5;
pub const REPORTS: usize = 6;

/// What a cell says.
pub fn text(state: State, meeting: &MeetingRef<'static>, column: usize) -> String {
    match column {
        DATE => date_name(state, meeting.date),
        TITLE => title(state, meeting),
        PLACE => place_name(state, &meeting.place()),
        WHO => {
            let side = |(side, people): (String, Vec<EntityRef<'static>>)| {
                let people = people.iter().map(|entity| state.name(entity)).collect::<Vec<_>>();
                [side.as_str(), ": ", &people.join(", ")].concat()
            };
            sides(state, meeting).into_iter().map(side).collect::<Vec<_>>().join("; ")
        }
        SESSION => {
            let Some(mechanism) = meeting.mechanism() else { return String::new() };
            let session = meeting.session;
            let number = Some((state.strings.ordinal)(session)).filter(|_| session > 0);
            let parts = [Some(state.name(&mechanism).to_owned()), number];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        OUTCOME => outcomes(state, meeting).join("; "),
        _ => meeting.attestations().count().to_string(),
    }
}

/// Those who took part, by the country for which they stand, in the order told.
pub fn sides(
    state: State,
    meeting: &MeetingRef<'static>,
) -> Vec<(String, Vec<EntityRef<'static>>)> {
    let mut sides: Vec<(String, Vec<EntityRef<'static>>)> = Vec::new();
    for entity in meeting.participants() {
        let side = state.country(&entity).unwrap_or(state.strings.other_side.to_owned());
        match sides.iter_mut().find(|(known, _)| *known == side) {
            Some((_, people)) => people.push(entity),
            None => sides.push((side, vec![entity])),
        }
    }
    sides
}

/// What came of a meeting, each agreement once: "signed: Letter of Intent".
pub fn outcomes(state: State, meeting: &MeetingRef<'static>) -> Vec<String> {
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
pub fn ordered(state: State) -> Vec<usize> {
    let (column, descending) = (state.order.get() / 2, state.order.get() % 2 == 1);
    let mut numbers = state.meetings.get();
    let meeting = |number: usize| state.archive().meeting(number);
    match column {
        DATE => (),
        REPORTS => {
            let reports = |number| meeting(number).map_or(0, |m| m.attestations().count());
            numbers = in_order(&numbers, |&number| [reports(number) as u32, 0, 0]);
        }
        _ => {
            let language = LANGUAGES[state.language.get()].0;
            let text = |number| meeting(number).map_or(String::new(), |m| text(state, &m, column));
            intl::sort_by_name(&mut numbers, language, |&number| text(number));
        }
    }
    if descending {
        numbers.reverse();
    }
    numbers
}

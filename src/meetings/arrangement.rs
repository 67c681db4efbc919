//! The rows of the table: the meetings of the view in their order, and under which headings.

use super::outcomes::outcome_names;
use super::provenance::place_name;
use super::title;
use crate::address::Sort;
use crate::i18n::intl;
use crate::language;
use crate::state::AppState;
use entente_archive::MeetingRef;
use entente_model::order::in_order;
use entente_model::{Grouping, MeetingColumn, TimeOrder};
use leptos::prelude::*;

/// Meetings under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The heading; empty where there is none.
    pub heading: String,
    /// Numbers of the meetings, in their order.
    pub meetings: Vec<usize>,
}

/// The meetings of the view in the order of the table.
pub fn arranged(state: AppState) -> Vec<Group> {
    let (rows, order) = state.view.with(|view| (view.rows, view.order));
    let meetings = sorted(state, rows.sort, order);
    let by = rows.grouping();
    let heading = |number: usize| {
        let meeting = state.archive().meeting(number);
        meeting.map_or(String::new(), |meeting| heading(state, &meeting, by))
    };
    let groups = grouped(&meetings, heading);
    match by {
        // These are in the order of their meetings.
        Grouping::Year | Grouping::Nothing => groups,
        Grouping::Series | Grouping::Host => largest_first(&groups),
    }
}

/// The numbers of the meetings of the view, sorted.
fn sorted(state: AppState, sort: Option<Sort>, order: Option<TimeOrder>) -> Vec<usize> {
    let meeting = |number: usize| state.archive().meeting(number);
    let has_date = |&number: &usize| meeting(number).is_some_and(|it| it.date.is_some());
    let (mut numbers, undated): (Vec<usize>, Vec<usize>) =
        state.meetings.with(|numbers| numbers.iter().partition(|number| has_date(number)));
    if order != Some(TimeOrder::OldestFirst) {
        numbers.reverse();
    }
    numbers.extend(undated);
    let Some(Sort { column, descending }) = sort else { return numbers };
    let has_value =
        |&number: &usize| meeting(number).is_some_and(|it| !text(state, &it, column).is_empty());
    // Those without a value come last, whichever way.
    let (mut numbers, without): (Vec<usize>, Vec<usize>) = numbers.into_iter().partition(has_value);
    if column == MeetingColumn::Reports {
        let reports = |number| meeting(number).map_or(0, |it| it.attestations().count());
        numbers = in_order(&numbers, |&number| [reports(number) as u32, 0, 0]);
    } else {
        let language = state.language.get().code();
        let text = |number| meeting(number).map_or(String::new(), |it| text(state, &it, column));
        intl::sort_by_name(&mut numbers, language, |&number| text(number));
    }
    if descending {
        numbers.reverse();
    }
    numbers.extend(without);
    numbers
}

/// What a meeting has in a column.
fn text(state: AppState, meeting: &MeetingRef<'static>, column: MeetingColumn) -> String {
    match column {
        MeetingColumn::Title => title(state, meeting),
        MeetingColumn::Place => place_name(state, &meeting.place()),
        MeetingColumn::Outcomes => outcome_names(state, meeting).join("; "),
        MeetingColumn::Reports => meeting.attestations().count().to_string(),
    }
}

/// Under which heading a meeting stands.
fn heading(state: AppState, meeting: &MeetingRef<'static>, by: Grouping) -> String {
    let strings = state.strings();
    match by {
        Grouping::Nothing => String::new(),
        Grouping::Year => match meeting.date {
            Some(date) => date.start().year().to_string(),
            None => strings.undated.to_owned(),
        },
        Grouping::Series => match meeting.series() {
            Some(series) => intl::capitalised(state.name(&series), state.language.get().code()),
            None => strings.no_series.to_owned(),
        },
        Grouping::Host => match meeting.place().country() {
            "" => strings.place_not_stated.to_owned(),
            country => language::country(country, state.language.get()),
        },
    }
}

/// Puts together what has one heading, in the order in which the headings come.
fn grouped(meetings: &[usize], heading: impl Fn(usize) -> String) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // The headings in their alphabet, with the places of their groups.
    let mut known: Vec<(String, usize)> = Vec::new();
    for &number in meetings {
        let heading = heading(number);
        let place = match known.binary_search_by(|(other, _)| other.cmp(&heading)) {
            Ok(found) => known[found].1,
            Err(at) => {
                known.insert(at, (heading.clone(), groups.len()));
                groups.push(Group { heading, meetings: Vec::new() });
                groups.len() - 1
            }
        };
        groups[place].meetings.push(number);
    }
    groups
}

/// The groups with most meetings first.
fn largest_first(groups: &[Group]) -> Vec<Group> {
    let all: Vec<usize> = (0..groups.len()).collect();
    let order = in_order(&all, |&place| [!(groups[place].meetings.len() as u32), 0, 0]);
    order.into_iter().map(|place| groups[place].clone()).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn meetings_of_one_heading_stand_together_and_in_their_order() {
        let heading = |number: usize| ["b", "a", "c"][number % 3].to_owned();
        let groups = grouped(&[6, 4, 3, 5, 0, 1], heading);
        let told = |groups: &[Group]| -> Vec<(String, Vec<usize>)> {
            groups.iter().map(|group| (group.heading.clone(), group.meetings.clone())).collect()
        };
        let b = ("b".to_owned(), vec![6, 3, 0]);
        let (a, c) = (("a".to_owned(), vec![4, 1]), ("c".to_owned(), vec![5]));
        assert_eq!(told(&groups), [b.clone(), a.clone(), c.clone()]);
        let turned: Vec<Group> = groups.into_iter().rev().collect();
        assert_eq!(told(&largest_first(&turned)), [b, a, c]);
    }
}

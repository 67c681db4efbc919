//! What stands above the table: by what its rows are sorted, under which headings they stand, and
//! the table as a file.

use super::download::download;
use crate::address::{Rows, Sort, View};
use crate::menu::{Choice, menu, unseen};
use crate::state::{AppState, Step};
use entente_model::{Grouping, MeetingColumn, TimeOrder};
use leptos::prelude::*;

/// The menus.
pub fn menus(state: AppState) -> AnyView {
    let several = state.meetings.with(Vec::len) > 1;
    view! {
        <div class="menus">
            {several.then(|| order_menu(state))} {several.then(|| grouping_menu(state))}
            {download(state)}
        </div>
    }
    .into_any()
}

/// By what the rows are sorted: their dates, or a column.
fn order_menu(state: AppState) -> AnyView {
    let strings = state.strings();
    let (order, rows) = state.view.with(|view| (view.order, view.rows));
    let [oldest, newest] = strings.time_orders;
    let mut choices: Vec<Choice> =
        vec![(TimeOrder::NewestFirst.as_str(), newest), (TimeOrder::OldestFirst.as_str(), oldest)];
    let columns = MeetingColumn::ALL.iter().zip(strings.sorted_rows);
    choices.extend(columns.map(|(column, words)| (column.as_str(), words)));
    let chosen = match rows.sort {
        Some(sort) => sort.column.as_str(),
        None => order.unwrap_or(TimeOrder::NewestFirst).as_str(),
    };
    let choose = move |value: String| {
        let view = state.view.get_untracked();
        let column = value.parse::<MeetingColumn>().ok();
        let sort =
            column.map(|column| Sort { column, descending: column == MeetingColumn::Reports });
        let order = value.parse().ok().filter(|&order| order == TimeOrder::OldestFirst);
        let view = View { order, rows: Rows { sort, ..view.rows }, ..view };
        state.navigate(view, Step::Push);
    };
    menu(unseen(strings.order), &choices, chosen, Box::new(choose))
}

/// Under which headings the rows stand.
fn grouping_menu(state: AppState) -> AnyView {
    let strings = state.strings();
    let choices: Vec<Choice> =
        Grouping::ALL.iter().map(|by| by.as_str()).zip(strings.groupings).collect();
    let chosen = state.view.with(|view| view.rows.grouping()).as_str();
    let choose = move |value: String| {
        let view = state.view.get_untracked();
        let rows = Rows { by: value.parse().ok(), ..view.rows };
        // What is usual needs no word in the address.
        let usual = Rows { by: None, ..rows };
        let rows = if usual.grouping() == rows.grouping() { usual } else { rows };
        state.navigate(View { rows, ..view }, Step::Push);
    };
    menu(strings.group_by, &choices, chosen, Box::new(choose))
}

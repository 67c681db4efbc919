//! The table of meetings.
//!
//! Rows are as high as they need to be and come in blocks. The first blocks are drawn at once, any
//! other when it comes near the window, and it stays then: so ten thousand meetings scroll and
//! filter as twenty do, and the page comes to rest wherever one goes. Each row says its place in
//! the whole, so that a screen reader still counts right. In print all rows are there.

use super::arrangement::Group;
use super::highlight::{comes, leaves};
use super::row::{Explained, row};
use super::side_columns::{SideColumn, side_columns};
use crate::address::{Rows, Sort, View};
use crate::browser;
use crate::effect::{live, pressed};
use crate::language;
use crate::sides;
use crate::state::{AppState, Step, app_state};
use crate::views::Views;
use entente_model::{MeetingColumn, TimeOrder};
use leptos::html;
use leptos::prelude::*;

/// At most so many rows come together.
const BLOCK: usize = 40;
/// So many rows fill a window: they are drawn at once, with the rest of their block.
const FIRST: usize = 16;
/// Of more rows it is told that the search of the browser does not see all.
const MANY: usize = 60;
/// About how high a row is, in pixels: in a table, and as a card of a narrow window.
const ROW: (usize, usize) = (54, 104);
/// A block is drawn when it is nearer to the window than this, in pixels.
const NEAR: u32 = 600;

/// The part "Meetings".
#[component]
pub fn MeetingTable() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let explained = Explained::new(None);
    let count = move || state.meetings.with(Vec::len);
    let nothing =
        move || (count() == 0).then(|| view! { <p><b>{strings.no_meeting}</b></p> }.into_any());
    let partly = move || {
        (count() > MANY).then(|| view! { <p class="meta">{strings.search_for_rows}</p> }.into_any())
    };
    view! {
        <section class="meeting-list" aria-label=strings.meetings>
            <div class="remarks" role="status">
                {live(nothing)}
            </div>
            {live(partly)}
            <div hidden=move || count() == 0>{live(move || table(state, explained))}</div>
        </section>
    }
}

/// The table itself, in its present order.
fn table(state: AppState, explained: Explained) -> AnyView {
    browser::keep_focus();
    explained.set(None);
    let columns = side_columns(state);
    let body = state.table.with(|groups| bodies(state, groups, &columns, explained));
    let rows = state.table.with(|groups| 1 + groups.iter().map(height).sum::<usize>());
    let class = ["meetings sides-", &columns.len().to_string()].concat();
    view! {
        <table
            class=class
            role="table"
            aria-label=state.strings().meetings
            aria-rowcount=rows.to_string()
            on:pointerover=comes(state)
            on:focusin=comes(state)
            on:pointerleave=leaves(state)
            on:focusout=leaves(state)
        >
            <thead role="rowgroup">
                <tr role="row" aria-rowindex="1">
                    {heads(state, &columns)}
                </tr>
            </thead>
            {body}
        </table>
    }
    .into_any()
}

/// How many rows a group has, its heading among them.
fn height(group: &Group) -> usize {
    group.meetings.len() + usize::from(!group.heading.is_empty())
}

/// The heads of all columns; those by which one can sort are buttons.
fn heads(state: AppState, columns: &[SideColumn]) -> Vec<AnyView> {
    let strings = state.strings();
    let [date, title, place, outcomes, reports] = strings.meeting_columns;
    let only = columns.len() == 1;
    let side = |column: &SideColumn| {
        let (mark, name) = match column {
            SideColumn::Country(code) => {
                (Some(sides::mark(state, code)), language::country(code, state.language.get()))
            }
            SideColumn::Others if only => (None, strings.who.to_owned()),
            SideColumn::Others => (None, strings.other_countries.to_owned()),
        };
        view! { <th role="columnheader" class="side" scope="col">{mark} {name}</th> }.into_any()
    };
    let mut heads = vec![head(state, None, date), head(state, Some(MeetingColumn::Title), title)];
    heads.extend(columns.iter().map(side));
    heads.push(head(state, Some(MeetingColumn::Place), place));
    heads.push(head(state, Some(MeetingColumn::Outcomes), outcomes));
    heads.push(head(state, Some(MeetingColumn::Reports), reports));
    heads
}

/// The head of a column, `None` for that of the dates: a button that sorts, and the other way
/// round where it has sorted already.
fn head(state: AppState, column: Option<MeetingColumn>, name: &'static str) -> AnyView {
    let view = state.view.get_untracked();
    let descends = match (column, view.rows.sort) {
        (None, None) => Some(view.order != Some(TimeOrder::OldestFirst)),
        (Some(column), Some(sort)) if sort.column == column => Some(sort.descending),
        _ => None,
    };
    let (sign, way) = match descends {
        Some(false) => (" ↑", "ascending"),
        Some(true) => (" ↓", "descending"),
        None => ("", "none"),
    };
    let sorted = match column {
        None => {
            let order = (descends == Some(true)).then_some(TimeOrder::OldestFirst);
            View { order, rows: Rows { sort: None, ..view.rows }, ..view }
        }
        Some(column) => {
            let descending = descends.map_or(column == MeetingColumn::Reports, |way| !way);
            let sort = Some(Sort { column, descending });
            View { rows: Rows { sort, ..view.rows }, ..view }
        }
    };
    let word = column.map_or("date", MeetingColumn::as_str);
    let act = move || state.navigate(sorted.clone(), Step::Push);
    view! {
        <th role="columnheader" scope="col" aria-sort=way>
            <button class="link" type="button" id=["sort-", word].concat() on:click=pressed(act)>
                {name}
                <span aria-hidden="true">{sign}</span>
            </button>
        </th>
    }
    .into_any()
}

/// The groups, each with its heading and its rows in blocks.
fn bodies(
    state: AppState,
    groups: &[Group],
    columns: &[SideColumn],
    explained: Explained,
) -> Vec<AnyView> {
    let mut bodies = Vec::new();
    // The place in the whole, behind the heads of the columns.
    let mut index = 2;
    // What is drawn at once, whatever groups it is in.
    let mut left = FIRST;
    for group in groups {
        if !group.heading.is_empty() {
            bodies.push(heading(state, group, index));
            index += 1;
        }
        for meetings in group.meetings.chunks(BLOCK) {
            let at_once = left > 0;
            left = left.saturating_sub(meetings.len());
            let block = Block { meetings: meetings.to_vec(), index, at_once };
            bodies.push(block.view(state, columns.to_vec(), explained));
            index += meetings.len();
        }
    }
    bodies
}

/// The heading of a group, with how many meetings it has.
fn heading(state: AppState, group: &Group, index: usize) -> AnyView {
    let count = state.strings().meetings_count.fill(group.meetings.len());
    view! {
        <tbody role="rowgroup" class="group-head">
            <tr role="row" aria-rowindex=index.to_string()>
                <td role="cell">
                    <h2 dir="auto">{group.heading.clone()}</h2>
                    " "
                    <span class="count">{count}</span>
                </td>
            </tr>
        </tbody>
    }
    .into_any()
}

/// Rows that come together.
struct Block {
    /// Numbers of their meetings.
    meetings: Vec<usize>,
    /// The place in the whole of the first, counted from 1.
    index: usize,
    /// They need not wait until they are near.
    at_once: bool,
}

impl Block {
    /// The rows, or as long as they are far from the window, room for them.
    fn view(self, state: AppState, columns: Vec<SideColumn>, explained: Explained) -> AnyView {
        let Self { meetings, index, at_once } = self;
        let drawn = RwSignal::new(at_once);
        let body = NodeRef::<html::Tbody>::new();
        if !at_once {
            let print = window_event_listener_untyped("beforeprint", move |_| drawn.set(true));
            on_cleanup(move || print.remove());
            Effect::new(move || {
                if let Some(body) = body.get().filter(|_| !drawn.get_untracked()) {
                    browser::when_near(&body, NEAR, move || drawn.set(true));
                }
            });
        }
        let row_height = if browser::is_wide() { ROW.0 } else { ROW.1 };
        let room = meetings.len() * row_height;
        let room = move || (!drawn.get()).then(|| [&room.to_string(), "px"].concat());
        let rows = move || {
            let meetings = if drawn.get() { meetings.as_slice() } else { &[] };
            let rows = meetings.iter().zip(index..).filter_map(|(&number, index)| {
                let meeting = state.archive().meeting(number)?;
                Some(row(state, &meeting, &columns, explained, index))
            });
            rows.views()
        };
        view! {
            <tbody role="rowgroup" node_ref=body style:height=room>
                {live(rows)}
            </tbody>
        }
        .into_any()
    }
}

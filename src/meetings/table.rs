//! The table of meetings.
//!
//! Rows have one height on wide windows, and only those near the window are there: ten thousand
//! meetings scroll and filter as eighteen do. Each row says its place in the whole, so that a
//! screen reader still counts right. On narrow windows a row is a card as high as it needs to be,
//! and more are shown at a wish. In print all rows are there.

use super::basis;
use super::download::Download;
use super::lit::{comes, is_lit, leaves, numbers};
use super::order::{Column, Direction, ordered, sides, text};
use super::{address, sentence_address};
use crate::browser;
use crate::effect::{live, pressed};
use crate::entities::EntityLink;
use crate::state::{AppState, app_state};
use entente_archive::{EntityRef, MeetingRef};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Rows come and go in blocks of so many.
const BLOCK: usize = 6;
/// Cards shown at first, and with every click for more.
const STEP: usize = 50;
/// Below this width, in pixels, rows are cards; as in the style sheet.
const NARROW: f64 = 1100.0;
/// Height of a row in pixels, until one has been measured.
const ROW: usize = 86;
/// Id of the body of the table.
const BODY: &str = "meetings";

/// The part "Meetings".
#[component]
pub fn MeetingTable() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let window = Window {
        first: RwSignal::new(0),
        last: RwSignal::new(4 * BLOCK),
        height: RwSignal::new(ROW),
    };
    window.follow();
    let count = move || state.meetings.with(Vec::len);
    let left = move || count().saturating_sub(window.last.get());
    let nothing =
        move || (count() == 0).then(|| view! { <p><b>{strings.no_meeting}</b></p> }.into_any());
    view! {
        <section class="reports" aria-label=strings.meetings>
            <div class="remarks" role="status">
                {live(nothing)}
            </div>
            <div hidden=move || count() == 0>{live(move || table(state, window))}</div>
            <p class="cards-more">
                <button
                    class="more"
                    type="button"
                    hidden=move || left() == 0
                    on:click=pressed(move || window.last.update(|last| *last += STEP))
                >
                    {live(move || (strings.more)(left().min(STEP)))}
                </button>
            </p>
            <Download/>
        </section>
    }
}

/// The table itself, in its present order.
fn table(state: AppState, window: Window) -> AnyView {
    browser::keep_focus();
    let rows = ordered(state);
    let count = (rows.len() + 1).to_string();
    let heads: Vec<AnyView> = Column::ALL.into_iter().map(|column| head(state, column)).collect();
    view! {
        <table
            class="meetings"
            role="table"
            aria-label=state.strings().meetings
            aria-rowcount=count
        >
            <thead role="rowgroup">
                <tr role="row" aria-rowindex="1">
                    {heads}
                </tr>
            </thead>
            <tbody
                role="rowgroup"
                id=BODY
                on:pointerover=comes(state)
                on:focusin=comes(state)
                on:pointerleave=leaves(state)
                on:focusout=leaves(state)
            >
                {live(move || window.rows(state, &rows))}
            </tbody>
        </table>
    }
    .into_any()
}

/// The head of a column: a button that sorts.
fn head(state: AppState, column: Column) -> AnyView {
    let order = state.table_order.get();
    let (sign, way) = match order.direction_of(column) {
        Some(Direction::Ascending) => (" ↑", "ascending"),
        Some(Direction::Descending) => (" ↓", "descending"),
        None => ("", "none"),
    };
    let id = ["sort-", &(column as usize).to_string()].concat();
    view! {
        <th role="columnheader" scope="col" aria-sort=way>
            <button
                class="link"
                type="button"
                id=id
                on:click=pressed(move || state.table_order.set(order.pressed(column)))
            >
                {state.strings().meeting_columns[column as usize]}
                <span aria-hidden="true">{sign}</span>
            </button>
        </th>
    }
    .into_any()
}

/// Which rows are there.
#[derive(Clone, Copy)]
struct Window {
    first: RwSignal<usize>,
    /// The row behind the last.
    last: RwSignal<usize>,
    /// The height of a row in pixels.
    height: RwSignal<usize>,
}

impl Window {
    /// Follows the scrolling and the size of the window as long as the table is shown.
    fn follow(self) {
        for event in ["scroll", "resize"] {
            let handle = window_event_listener_untyped(event, move |_| self.look());
            on_cleanup(move || handle.remove());
        }
        let handle = window_event_listener_untyped("beforeprint", move |_| {
            self.set(0, usize::MAX);
        });
        on_cleanup(move || handle.remove());
    }

    fn look(self) {
        let Some(body) = browser::element(BODY) else { return };
        let edge =
            |side: Result<JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or(NARROW);
        if edge(window().inner_width()) < NARROW {
            let last = self.last.get_untracked();
            self.set(0, if last == usize::MAX { STEP } else { last.max(STEP) });
            return;
        }
        let row = body.query_selector("tr[data-meeting]").ok().flatten();
        let height = row.map_or(0, |row| row.get_bounding_client_rect().height() as usize);
        let height = if height == 0 { ROW } else { height };
        if self.height.get_untracked() != height {
            self.height.set(height);
        }
        let above = -body.get_bounding_client_rect().top();
        let first = (above.max(0.0) as usize / height / BLOCK).saturating_sub(1) * BLOCK;
        let shown = edge(window().inner_height()) as usize / height / BLOCK + 4;
        self.set(first, first + shown * BLOCK);
    }

    fn set(self, first: usize, last: usize) {
        if self.first.get_untracked() != first {
            self.first.set(first);
        }
        if self.last.get_untracked() != last {
            self.last.set(last);
        }
    }

    /// The rows that are there, and space for those that are not.
    fn rows(self, state: AppState, rows: &[usize]) -> Vec<AnyView> {
        browser::keep_focus();
        let last = self.last.get().min(rows.len());
        let first = self.first.get().min(last);
        let shown = (first..last)
            .filter_map(|at| Some(row(state, &state.archive().meeting(*rows.get(at)?)?, at)));
        let mut all = vec![self.space(first, None)];
        all.extend(shown);
        all.push(self.space(rows.len() - last, Some("below")));
        all
    }

    /// Space for so many rows.
    fn space(self, rows: usize, class: Option<&'static str>) -> AnyView {
        let height = [&(rows * self.height.get()).to_string(), "px"].concat();
        view! {
            <tr class=class aria-hidden="true" hidden=rows == 0>
                <td colspan=Column::ALL.len().to_string() style:height=height></td>
            </tr>
        }
        .into_any()
    }
}

fn row(state: AppState, meeting: &MeetingRef<'static>, at: usize) -> AnyView {
    let number = meeting.number;
    let cells: Vec<AnyView> =
        Column::ALL.into_iter().map(|column| cell(state, meeting, column)).collect();
    view! {
        <tr
            role="row"
            class=meeting.status.as_str()
            aria-rowindex=(at + 2).to_string()
            data-meeting=numbers(&[number])
            data-lit=move || is_lit(state, number)
        >
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(state: AppState, meeting: &MeetingRef<'static>, column: Column) -> AnyView {
    let strings = state.strings();
    let what = match column {
        Column::Date => basis::date(state, meeting),
        Column::Title => name(state, meeting),
        Column::Place => basis::place(state, &meeting.place()),
        Column::Who => {
            let sides = sides(state, meeting).into_iter();
            sides.map(|(side, people)| one_side(side, people)).collect::<Vec<_>>().into_any()
        }
        Column::Reports => told_by(state, meeting),
        // The title is the mechanism already.
        Column::Session if meeting.title().is_empty() => match meeting.session {
            0 => ().into_any(),
            session => (strings.ordinal)(session).into_any(),
        },
        _ => text(state, meeting, column).into_any(),
    };
    view! {
        <td role="cell" data-label=strings.meeting_columns[column as usize]>
            <div class="cell">{what}</div>
        </td>
    }
    .into_any()
}

/// What a meeting is called, whether it was held, and its kind.
fn name(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let strings = state.strings();
    let id = ["meeting-", &meeting.number.to_string()].concat();
    view! {
        <a class="title" dir="auto" id=id href=address(state, meeting)>
            {text(state, meeting, Column::Title)}
        </a>
        " "
        <span class="meta">
            <span class="status">{strings.statuses[meeting.status as usize]}</span>
            <span>{strings.meeting_kinds[meeting.kind as usize]}</span>
        </span>
    }
    .into_any()
}

/// The people of a side, each a link.
fn one_side(side: String, people: Vec<EntityRef<'static>>) -> AnyView {
    let person = |entity| view! { <span><EntityLink entity/></span> }.into_any();
    let people: Vec<AnyView> = people.into_iter().map(person).collect();
    view! {
        <span class="side">
            <span class="meta">{side} ":"</span>
            " "
            <span class="list">{people}</span>
        </span>
    }
    .into_any()
}

/// The reports that tell of a meeting: by date, each a link to where it does.
fn told_by(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let told = meeting.attestations().filter_map(|told| {
        let document = state.archive().document(told.document())?;
        let published = basis::date_name(state, document.published);
        let address = sentence_address(state, &document, meeting);
        let link = view! { <span><a href=address title=document.title()>{published}</a></span> };
        Some(link.into_any())
    });
    view! { <span class="list">{told.collect::<Vec<_>>()}</span> }.into_any()
}

//! The table of meetings.
//!
//! Rows have one height on wide windows, and only those near the window are there: ten thousand
//! meetings scroll and filter as eighteen do. Each row says its place in the whole, so that a
//! screen reader still counts right. On narrow windows a row is a card as high as it needs to be,
//! and more are shown at a wish. In print all rows are there.

use super::basis;
use super::download::Download;
use super::lit::{lights, lit};
use super::order::{Column, Direction, ordered, sides, text};
use super::{address, sentence_address};
use crate::dom::{El, button, el, link, part};
use crate::entities::entity_link;
use crate::state::State;
use entente_archive::{EntityRef, MeetingRef};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Rows come and go in blocks of so many.
const BLOCK: usize = 6;
/// Cards shown at first, and with every click for more.
const STEP: usize = 50;
/// Below this width, in pixels, rows are cards; as in the style sheet.
const NARROW: f64 = 1100.0;
/// Height of a row in pixels, until one has been measured.
const ROW: usize = 86;
const BODY: &str = "meetings";

/// The part "Meetings".
pub fn table(state: State) -> El {
    let window = Window {
        first: RwSignal::new(0),
        last: RwSignal::new(4 * BLOCK),
        height: RwSignal::new(ROW),
    };
    window.follow();
    let count = move || state.meetings.with(Vec::len);
    let left = move || count().saturating_sub(window.last.get());
    let more = button("more", move || window.last.update(|last| *last += STEP))
        .live_text(move || (state.strings().more)(left().min(STEP)))
        .live_flag("hidden", move || left() == 0);
    let remarks = move |host: El| {
        if count() == 0 {
            host.add(el("p").add(el("b").text(state.strings().no_meeting)));
        }
    };
    part("section", "reports")
        .attr("aria-label", state.strings().meetings)
        .add(part("div", "remarks").attr("role", "status").live(remarks))
        .add(el("div").live(move |host| {
            host.add(rows(state, window)).flag("hidden", count() == 0);
        }))
        .add(part("p", "cards-more").add(more))
        .view(view! { <Download/> })
}

/// The table itself, in its present order.
fn rows(state: State, window: Window) -> El {
    let rows = ordered(state);
    let count = (rows.len() + 1).to_string();
    let body = lights(state, el("tbody").attr("role", "rowgroup").attr("id", BODY));
    part("table", "meetings")
        .attr("role", "table")
        .attr("aria-label", state.strings().meetings)
        .attr("aria-rowcount", count)
        .add(el("thead").attr("role", "rowgroup").add(heads(state)))
        .add(body.live(move |host| window.fill(state, host, &rows)))
}

/// The heads of the columns, each a button that sorts.
fn heads(state: State) -> El {
    let order = state.table_order.get();
    let head = |column: Column| {
        let sort = button("link", move || state.table_order.set(order.pressed(column)));
        let (sign, way) = match order.direction_of(column) {
            Some(Direction::Ascending) => (" ↑", "ascending"),
            Some(Direction::Descending) => (" ↓", "descending"),
            None => ("", "none"),
        };
        let sort = sort
            .attr("id", ["sort-", &(column as usize).to_string()].concat())
            .text(state.strings().meeting_columns[column as usize])
            .add(el("span").attr("aria-hidden", "true").text(sign));
        el("th").attr("role", "columnheader").attr("scope", "col").attr("aria-sort", way).add(sort)
    };
    el("tr").attr("role", "row").attr("aria-rowindex", "1").all(Column::ALL.into_iter().map(head))
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
        let Some(body) = El::find(BODY) else { return };
        let edge = |side: Result<wasm_bindgen::JsValue, _>| {
            side.ok().and_then(|side| side.as_f64()).unwrap_or(NARROW)
        };
        if edge(window().inner_width()) < NARROW {
            let last = self.last.get_untracked();
            self.set(0, if last == usize::MAX { STEP } else { last.max(STEP) });
            return;
        }
        let row = body.element().query_selector("tr[data-meeting]").ok().flatten();
        let height = row.map_or(0, |row| row.get_bounding_client_rect().height() as usize);
        let height = if height == 0 { ROW } else { height };
        if self.height.get_untracked() != height {
            self.height.set(height);
        }
        let above = -body.element().get_bounding_client_rect().top();
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

    /// Fills the body with the rows that are there, and space for those that are not.
    fn fill(self, state: State, host: El, rows: &[usize]) {
        let last = self.last.get().min(rows.len());
        let first = self.first.get().min(last);
        let shown = (first..last)
            .filter_map(|at| Some(row(state, &state.archive().meeting(*rows.get(at)?)?, at)));
        host.add(self.space(first))
            .all(shown)
            .add(self.space(rows.len() - last).attr("class", "below"));
    }

    fn space(self, rows: usize) -> El {
        let cell = el("td").attr("colspan", Column::ALL.len().to_string());
        if let Some(cell) = cell.element().dyn_ref::<HtmlElement>() {
            let height = [&(rows * self.height.get()).to_string(), "px"].concat();
            let _ = cell.style().set_property("height", &height);
        }
        el("tr").attr("aria-hidden", "true").flag("hidden", rows == 0).add(cell)
    }
}

fn row(state: State, meeting: &MeetingRef<'static>, at: usize) -> El {
    let strings = state.strings();
    let status = meeting.status;
    let cell = |column: Column| {
        let cell = part("div", "cell");
        let cell = match column {
            Column::Date => cell.view(basis::date(state, meeting)),
            Column::Title => {
                let id = ["meeting-", &meeting.number.to_string()].concat();
                let name = link(address(state, meeting)).attr("class", "title").attr("id", id);
                let kind = strings.meeting_kinds[meeting.kind as usize];
                let mark = part("span", "status").text(strings.statuses[status as usize]);
                let what = part("span", "meta").add(mark).add(el("span").text(kind));
                cell.add(name.text(text(state, meeting, Column::Title))).text(" ").add(what)
            }
            Column::Place => cell.view(basis::place(state, &meeting.place())),
            Column::Who => cell.all(sides(state, meeting).iter().map(|side| people(state, side))),
            Column::Reports => cell.all(told_by(state, meeting)),
            // The title is the mechanism already.
            Column::Session if meeting.title().is_empty() => match meeting.session {
                0 => cell,
                session => cell.text((strings.ordinal)(session)),
            },
            _ => cell.text(text(state, meeting, column)),
        };
        let label = strings.meeting_columns[column as usize];
        el("td").attr("role", "cell").attr("data-label", label).add(cell)
    };
    let row = el("tr").attr("role", "row").attr("class", status.as_str());
    lit(state, row.attr("aria-rowindex", (at + 2).to_string()), &[meeting.number])
        .all(Column::ALL.into_iter().map(cell))
}

/// The people of a side, each a link.
fn people(state: State, (side, people): &(String, Vec<EntityRef<'static>>)) -> El {
    let link = |entity: &EntityRef<'static>| el("span").add(entity_link(state, entity));
    part("span", "side")
        .add(part("span", "meta").text(side).text(":"))
        .text(" ")
        .add(part("span", "list").all(people.iter().map(link)))
}

/// The reports that tell of a meeting: by number, each a link to where it does.
fn told_by(state: State, meeting: &MeetingRef<'static>) -> Vec<El> {
    let told = meeting.attestations().filter_map(|told| {
        let document = state.archive().document(told.document())?;
        let published = basis::date_name(state, document.published);
        let link = link(sentence_address(state, &document, meeting));
        Some(el("span").add(link.attr("title", document.title()).text(published)))
    });
    vec![part("span", "list").all(told)]
}

//! The present table as a file: CSV for spreadsheets (RFC 4180, in UTF-8 with a mark in front by
//! which they know it), JSON for programs.
//!
//! What a file holds follows the view: its meetings, in the order of the table. It is made when it
//! is asked for, and nothing leaves the page.

use super::basis::{why_then, why_there};
use super::order::{Column, ordered, text};
use crate::api::{listed_meetings, to_js};
use crate::effect::pressed;
use crate::files::save;
use crate::state::{AppState, app_state};
use entente_archive::MeetingRef;
use js_sys::JSON;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The buttons, where there is a meeting.
#[component]
pub fn Download() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let save_csv = move || save(state, strings.meetings, "csv", "text/csv", &csv(state));
    let save_json = move || {
        if let Some(json) = json(state) {
            save(state, strings.meetings, "json", "application/json", &json);
        }
    };
    view! {
        <p class="meta tool" hidden=move || state.meetings.with(Vec::is_empty)>
            {strings.download}
            " "
            <span>
                <button class="link" type="button" on:click=pressed(save_csv)>
                    "CSV"
                </button>
            </span>
            <span>
                <button class="link" type="button" on:click=pressed(save_json)>
                    "JSON"
                </button>
            </span>
        </p>
    }
}

/// The table, and what its cells rest on.
fn csv(state: AppState) -> String {
    let strings = state.strings();
    let head = strings.meeting_columns.iter().chain(&strings.download_columns);
    let mut lines = vec![line(&head.map(|name| (*name).to_owned()).collect::<Vec<_>>())];
    let meetings = ordered(state).into_iter().filter_map(|number| state.archive().meeting(number));
    lines.extend(meetings.map(|meeting| line(&cells(state, &meeting))));
    ["\u{feff}", &lines.concat()].concat()
}

fn cells(state: AppState, meeting: &MeetingRef<'static>) -> Vec<String> {
    let strings = state.strings();
    let columns = Column::ALL.into_iter().filter(|&column| column != Column::Reports);
    let mut cells: Vec<String> = columns.map(|column| text(state, meeting, column)).collect();
    let (mut reports, mut evidence) = (Vec::new(), Vec::new());
    for told in meeting.attestations() {
        let Some(document) = state.archive().document(told.document()) else { continue };
        reports.push(document.id());
        evidence.extend(told.evidence().filter_map(|span| document.text().get(span.range())));
    }
    cells.push(reports.join("; "));
    cells.push(meeting.id().to_owned());
    cells.push(strings.meeting_kinds[meeting.kind as usize].to_owned());
    cells.push(strings.statuses[meeting.status as usize].to_owned());
    cells.push(meeting.date.map_or(String::new(), |date| date.to_string()));
    cells.push(why_then(state, meeting));
    cells.push(why_there(state, &meeting.place()).to_owned());
    cells.push(evidence.join("\n"));
    cells
}

/// A line of CSV.
fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| shielded(cell)).collect();
    [&cells.join(","), "\r\n"].concat()
}

/// A cell of CSV. One that a spreadsheet would take for a formula gets an apostrophe.
fn shielded(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = [if formula { "'" } else { "" }, cell].concat();
    match cell.contains(['"', ',', '\r', '\n']) {
        true => ["\"", &cell.replace('"', "\"\""), "\""].concat(),
        false => cell,
    }
}

/// The meetings of the table as `entente.meetings()` gives them.
fn json(state: AppState) -> Option<String> {
    let all = ordered(state).into_iter().filter_map(|number| state.archive().meeting(number));
    let all = to_js(&listed_meetings(state, &all.collect::<Vec<_>>())).ok()?;
    JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &2.into()).ok()?.as_string()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_harmless() {
        let cells = ["plain", "a, b", "say \"so\"", "two\nlines", "=1+1", "-3", "@x", "+84,1", ""];
        let cells = cells.map(str::to_owned);
        let wanted =
            "plain,\"a, b\",\"say \"\"so\"\"\",\"two\nlines\",'=1+1,'-3,'@x,\"'+84,1\",\r\n";
        assert_eq!(line(&cells), wanted);
    }
}

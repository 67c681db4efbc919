//! The present table as a file: CSV for spreadsheets (RFC 4180, in UTF-8 with a mark in front by
//! which they know it), JSON for programs.
//!
//! What a file holds follows the view: its meetings, in the order of the table. It is made when it
//! is asked for, and nothing leaves the page.

use super::basis::{why_then, why_there};
use super::order::{REPORTS, ordered, text};
use crate::api::listed_meetings;
use crate::dom::{El, button, el, part};
use crate::state::State;
use entente_archive::Meeting;
use js_sys::{Array, JSON};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// The most bytes of a file name, without its ending.
const LONGEST_NAME: usize = 120;

/// The buttons.
pub fn buttons(state: State) -> El {
    let csv = button("link", move || save(state, "csv", "text/csv", &csv(state)));
    let json = button("link", move || {
        if let Some(json) = json(state) {
            save(state, "json", "application/json", &json);
        }
    });
    part("p", "meta tool")
        .text(state.strings.download)
        .text(" ")
        .add(el("span").add(csv.text("CSV")))
        .add(el("span").add(json.text("JSON")))
}

/// The table, and what its cells rest on.
fn csv(state: State) -> String {
    let strings = state.strings;
    let head = strings.meeting_columns.iter().chain(&strings.download_columns);
    let mut lines = vec![line(&head.map(|name| (*name).to_owned()).collect::<Vec<_>>())];
    let meetings = ordered(state).into_iter().filter_map(|number| state.archive().meeting(number));
    lines.extend(meetings.map(|meeting| line(&cells(state, &meeting))));
    ["\u{feff}", &lines.concat()].concat()
}

fn cells(state: State, meeting: &Meeting<'static>) -> Vec<String> {
    let strings = state.strings;
    let mut cells: Vec<String> = (0..REPORTS).map(|column| text(state, meeting, column)).collect();
    let (mut reports, mut evidence) = (Vec::new(), Vec::new());
    for told in meeting.attestations() {
        let Some(document) = state.archive().document(told.document()) else { continue };
        reports.push(document.id());
        evidence.extend(told.evidence().filter_map(|span| document.text().get(span.range())));
    }
    cells.push(reports.join("; "));
    cells.push(meeting.id().to_owned());
    cells.push(strings.meeting_kinds[meeting.row.kind as usize].to_owned());
    cells.push(strings.statuses[meeting.row.status as usize].to_owned());
    cells.push(meeting.row.date.map_or(String::new(), |date| date.to_string()));
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
fn json(state: State) -> Option<String> {
    let all = ordered(state).into_iter().filter_map(|number| state.archive().meeting(number));
    let all = listed_meetings(state, &all.collect::<Vec<_>>());
    JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &2.into()).ok()?.as_string()
}

/// Saves a text as a file that is named by the corpus and the view.
fn save(state: State, ending: &str, kind: &str, text: &str) {
    let name = state.view.with_untracked(|view| {
        let choices = view.filter_pairs();
        let mut parts = vec![state.archive().title(), state.strings.meetings, &view.query];
        parts.extend(choices.iter().map(|(_, value)| value.as_str()));
        file_name(&parts)
    });
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let file = el("a").attr("href", &address).attr("download", [&name, ".", ending].concat());
    if let Some(file) = file.element().dyn_ref::<HtmlElement>() {
        file.click();
    }
    let _ = Url::revoke_object_url(&address);
}

/// A name for a file that every system takes.
fn file_name(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let mut name = String::new();
    for c in parts.join(" - ").chars() {
        let bad = c.is_control() || "/\\:*?\"<>|".contains(c);
        if name.len() < LONGEST_NAME {
            name.push(if bad { '_' } else { c });
        }
    }
    name.trim_matches(['.', ' ']).to_owned()
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

    #[test]
    fn a_file_is_named_by_corpus_and_view() {
        let name = file_name(&["Việt Nam / France", "Meetings", "", "\"peace\""]);
        assert_eq!(name, "Việt Nam _ France - Meetings - _peace_");
        assert!(file_name(&[&"ế".repeat(300)]).len() < LONGEST_NAME + 4);
        assert_eq!(file_name(&["..x. "]), "x");
    }
}

//! The present table as a file: CSV for spreadsheets (RFC 4180, in UTF-8 with a mark in front by
//! which they know it), JSON for programs.
//!
//! What a file holds follows the view: its meetings, in the order of the table, with the words and
//! keys of `entente.meetings()`. It is made when it is asked for, and nothing leaves the page.

use super::{place_name, title};
use crate::api::{listed_meetings, to_js};
use crate::effect::pressed;
use crate::files::save;
use crate::icons::icon;
use crate::state::AppState;
use entente_archive::{EntityRef, MeetingRef};
use entente_calendar::Precision;
use js_sys::JSON;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The heads of the columns.
const COLUMNS: [&str; 18] = [
    "id",
    "title",
    "kind",
    "status",
    "begin",
    "end",
    "precision",
    "date_basis",
    "place",
    "country",
    "place_basis",
    "participants",
    "series",
    "session",
    "outcomes",
    "reports",
    "evidence",
    "link",
];

/// The buttons, where there is a meeting.
pub fn download(state: AppState) -> AnyView {
    let strings = state.strings();
    let save_csv = move || save(state, strings.meetings, "csv", "text/csv", &csv(state));
    let save_json = move || {
        if let Some(json) = json(state) {
            save(state, strings.meetings, "json", "application/json", &json);
        }
    };
    view! {
        <span class="tool" hidden=move || state.meetings.with(Vec::is_empty)>
            {icon("#i-down")}
            <span class="unseen">{strings.download_report}</span>
            <button class="link" type="button" on:click=pressed(save_csv)>
                "CSV"
            </button>
            <button class="link" type="button" on:click=pressed(save_json)>
                "JSON"
            </button>
        </span>
    }
    .into_any()
}

/// The meetings in the order of the table.
fn all(state: AppState) -> Vec<MeetingRef<'static>> {
    state.table.with_untracked(|groups| {
        let numbers = groups.iter().flat_map(|group| &group.meetings);
        numbers.filter_map(|&number| state.archive().meeting(number)).collect()
    })
}

/// The table, and what its cells rest on.
fn csv(state: AppState) -> String {
    let mut lines = vec![line(&COLUMNS.map(str::to_owned))];
    lines.extend(all(state).iter().map(|meeting| line(&cells(state, meeting))));
    ["\u{feff}", &lines.concat()].concat()
}

/// What stands in the columns. The first and the last day stand apart, so that no spreadsheet takes
/// a month for its first day.
fn cells(state: AppState, meeting: &MeetingRef<'static>) -> [String; 18] {
    let place = meeting.place();
    let day = |day: entente_calendar::Day| {
        entente_calendar::Date::of_day(day).map_or(String::new(), |date| date.to_string())
    };
    let precision = |date: entente_calendar::Period| match date.start().precision() {
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Year => "year",
    };
    let date = meeting.date;
    let names = |entities: &mut dyn Iterator<Item = EntityRef<'static>>| {
        entities.map(|entity| state.name(&entity)).collect::<Vec<_>>().join("; ")
    };
    let outcomes = meeting.outcomes().map(|outcome| {
        let name = outcome.agreement().map_or(outcome.words(), |agreement| state.name(&agreement));
        [outcome.act.as_str(), ": ", name].concat()
    });
    let (mut reports, mut evidence) = (Vec::new(), Vec::new());
    for told in meeting.attestations() {
        let Some(document) = state.archive().document(told.document()) else { continue };
        reports.push(document.id());
        evidence.extend(told.evidence().filter_map(|span| document.text().get(span.range())));
    }
    [
        meeting.id().to_owned(),
        untrack(|| title(state, meeting)),
        meeting.kind.to_string(),
        meeting.status.to_string(),
        date.map_or(String::new(), |date| day(date.first_day())),
        date.map_or(String::new(), |date| day(date.last_day())),
        date.map_or("", precision).to_owned(),
        meeting.date_provenance.to_string(),
        untrack(|| place_name(state, &place)),
        place.country().to_owned(),
        place.provenance.to_string(),
        names(&mut meeting.participants()),
        names(&mut meeting.series().into_iter()),
        Some(meeting.session).filter(|&it| it > 0).map_or(String::new(), |it| it.to_string()),
        outcomes.collect::<Vec<_>>().join("; "),
        reports.join("; "),
        evidence.join("\n"),
        super::address(state, meeting),
    ]
}

/// A line of CSV.
fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| shielded(cell)).collect();
    [&cells.join(","), "\r\n"].concat()
}

/// A cell of CSV, always in quotation marks, so that another separator within it separates
/// nothing. One that a spreadsheet would take for a formula gets an apostrophe.
fn shielded(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n']);
    let shield = if formula { "'" } else { "" };
    ["\"", shield, &cell.replace('"', "\"\""), "\""].concat()
}

/// The meetings of the table as `entente.meetings()` gives them.
fn json(state: AppState) -> Option<String> {
    let all = to_js(&listed_meetings(state, &all(state))).ok()?;
    JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &2.into()).ok()?.as_string()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_harmless() {
        let harmless = ["plain", "a, b", "a;=1+1;", "two\nlines", "", "1-3"];
        for cell in harmless {
            assert_eq!(shielded(cell), format!("\"{cell}\""));
        }
        for cell in ["=1+1", "-3", "@x", "+84", "＝1+1", "＠SUM(A1)", " =1+1", "\t=1", "\r=1", "\n"]
        {
            assert_eq!(shielded(cell), format!("\"'{cell}\""));
        }
        assert_eq!(line(&["say \"so\"".into(), "x".into()]), "\"say \"\"so\"\"\",\"x\"\r\n");
    }
}

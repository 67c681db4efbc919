//! How a passage of a report is quoted and cited.

use crate::i18n::Strings;
use crate::meetings;
use crate::state::AppState;
use entente_archive::{DocumentRef, MeetingRef};

/// A passage in quotation marks with its source.
pub fn quotation(strings: &Strings, document: &DocumentRef<'_>, words: &str) -> String {
    let source = source(strings, document);
    [strings.quoted.fill(words), " (".into(), source, ")".into()].concat()
}

/// A reference to a passage: the report, the passage, and where it stands.
pub fn reference(strings: &Strings, document: &DocumentRef<'_>, words: &str, link: &str) -> String {
    let passage = [strings.quoted.fill(words), " ".into(), link.into()].concat();
    strings.labelled(&report(strings, document), &passage)
}

/// A reference to a report: its title, who published it, when, and where it stands there.
pub fn report(strings: &Strings, document: &DocumentRef<'_>) -> String {
    let mut parts = vec![strings.quoted.fill(document.title())];
    parts.push(source(strings, document));
    if !document.url().is_empty() {
        parts.push(document.url().to_owned());
    }
    parts.join(", ")
}

/// A reference to a meeting: what it is called, when and where it was, and the page that tells it.
pub fn meeting(state: AppState, meeting: &MeetingRef<'static>, link: &str) -> String {
    let strings = state.strings();
    let mut parts = vec![strings.quoted.fill(&meetings::title(state, meeting))];
    parts.extend(meeting.date.map(|date| strings.period(date)));
    parts.push(meetings::place_name(state, &meeting.place()));
    parts.extend([state.archive().title.as_ref().to_owned(), link.to_owned()]);
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// Who published a report, and when.
pub fn source(strings: &Strings, document: &DocumentRef<'_>) -> String {
    let mut source = match document.source() {
        "" => strings.unknown_source,
        source => source,
    }
    .to_owned();
    if let Some(date) = document.published {
        source += ", ";
        source += &strings.period(date);
    }
    source
}

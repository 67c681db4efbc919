//! Dates and places of meetings in words, and why they are believed.
//!
//! Nothing is shown as certain that was worked out: such words have a dotted line, and what they
//! rest on stands in the element itself, so that it is read aloud, shown when one points at it or
//! comes to it with the keyboard, and printed. In the table it opens below the row.

use crate::citation::source;
use crate::i18n::Gap;
use crate::language;
use crate::marked::words;
use crate::reader::{acts, passage_address};
use crate::state::AppState;
use crate::views::Views;
use entente_archive::{AttestationRef, DocumentRef, MeetingRef, PlaceRef};
use entente_calendar::Period;
use entente_model::{DateProvenance, Span};
use leptos::prelude::*;

/// What can be asked about a meeting in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Why its date is believed.
    Date,
    /// Why its place is.
    Place,
    /// Which sentences prove it.
    Meeting,
}

impl Claim {
    /// A word for ids of elements.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Place => "place",
            Self::Meeting => "evidence",
        }
    }
}

/// A date in words.
pub fn date_name(state: AppState, date: Option<Period>) -> String {
    state.strings().undated_or(date)
}

/// A place in words; empty where nothing is known.
pub fn place_name(state: AppState, place: &PlaceRef<'static>) -> String {
    if let Some(entity) = place.entity() {
        return state.name(&entity).to_owned();
    }
    match (place.words(), place.country()) {
        ("", "") => String::new(),
        ("", country) => language::country(country, state.language.get()),
        (words, _) => words.to_owned(),
    }
}

/// Why the date of a meeting is believed; empty where the words tell it whole.
pub fn why_then(state: AppState, meeting: &MeetingRef<'static>) -> String {
    let dated = dated_by(meeting);
    why(state, meeting.date_provenance, dated.map_or("", |told| told.date_words()))
}

/// What a report tells from which the date of a meeting comes.
fn dated_by(meeting: &MeetingRef<'static>) -> Option<AttestationRef<'static>> {
    let same = |told: &AttestationRef<'_>| {
        told.date == meeting.date && told.date_provenance == meeting.date_provenance
    };
    meeting.attestations().find(same)
}

/// What a report tells from which the place of a meeting comes.
fn placed_by(meeting: &MeetingRef<'static>) -> Option<AttestationRef<'static>> {
    meeting.attestations().find(|told| told.value().place == meeting.place)
}

/// Why a date is believed that follows from these words.
pub fn why(state: AppState, provenance: DateProvenance, words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let strings = state.strings();
    match provenance {
        DateProvenance::Relative if words.is_empty() => strings.relative_without_words.to_owned(),
        provenance => Gap(strings.date_provenance[provenance as usize]).fill(&words),
    }
}

/// Why a place is believed; empty where the words tell it.
pub fn why_there(state: AppState, place: &PlaceRef<'_>) -> &'static str {
    state.strings().place_provenance[place.provenance as usize]
}

/// Words with what they rest on, where they were worked out.
pub fn believed(words: String, why: &str) -> AnyView {
    if why.is_empty() {
        return view! { <span>{words}</span> }.into_any();
    }
    let why = [" (", why, ")"].concat();
    view! {
        <span class="worked">
            {words}
            <span class="why">{why}</span>
        </span>
    }
    .into_any()
}

/// The date of a meeting.
pub fn date(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    believed(date_name(state, meeting.date), &why_then(state, meeting))
}

/// The place of a meeting.
pub fn place(state: AppState, place: &PlaceRef<'static>) -> AnyView {
    let name = place_name(state, place);
    if name.is_empty() {
        return view! { <span class="meta">{state.strings().place_not_stated}</span> }.into_any();
    }
    believed(name, why_there(state, place))
}

/// What a cell of the table rests on, with the words of the reports.
pub fn explanation(state: AppState, meeting: &MeetingRef<'static>, claim: Claim) -> AnyView {
    let because =
        |words: String, why: String, told: Option<AttestationRef<'static>>, span: Span| {
            let from =
                told.and_then(|told| Some((state.archive().document(told.document())?, told)));
            let quoted = from.map(|(document, told)| {
                let sentence =
                    told.evidence().find(|one| one.start <= span.start && span.end <= one.end);
                let sentence = sentence.or_else(|| told.evidence().next()).unwrap_or(span);
                quoted(state, &document, sentence)
            });
            let said = view! { <p><b>{words}</b> ": " {why} "."</p> };
            view! { {said} {quoted} }.into_any()
        };
    let content = match claim {
        Claim::Date => {
            let told = dated_by(meeting);
            let span = told.map_or(Span::default(), |told| told.date_span);
            because(date_name(state, meeting.date), why_then(state, meeting), told, span)
        }
        Claim::Place => {
            let (told, place) = (placed_by(meeting), meeting.place());
            let span = told.map_or(Span::default(), |told| told.place_span);
            because(place_name(state, &place), why_there(state, &place).to_owned(), told, span)
        }
        Claim::Meeting => {
            let told = meeting.attestations().filter_map(|told| {
                let document = state.archive().document(told.document())?;
                let said = told.evidence().map(|span| quoted(state, &document, span));
                Some(said.views().into_any())
            });
            told.views().into_any()
        }
    };
    view! { <td role="cell" class="explanation">{content}</td> }.into_any()
}

/// A sentence of a report, who published it and when, and what one can do with it.
pub fn quoted(state: AppState, document: &DocumentRef<'static>, span: Span) -> AnyView {
    let address = passage_address(state, document, span);
    view! {
        <blockquote lang=document.language() dir="auto">{words(document.text(), span)}</blockquote>
        <p class="acts">
            <a href=address>{source(state.strings(), document)}</a>
            {acts(state, *document, span)}
        </p>
    }
    .into_any()
}

//! Dates and places of meetings in words, and why they are believed.
//!
//! Nothing is shown as certain that was worked out: such words have a dotted line, and what they
//! rest on stands in the element itself, so that it is read aloud, shown when one points at it or
//! comes to it with the keyboard, and printed.

use crate::language;
use crate::state::AppState;
use entente_archive::{MeetingRef, PlaceRef};
use entente_calendar::Period;
use entente_model::DateProvenance;
use leptos::prelude::*;

/// A date in words.
pub fn date_name(state: AppState, date: Option<Period>) -> String {
    date.map_or(state.strings().undated.to_owned(), |date| state.strings().period(date))
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
    let same = meeting
        .attestations()
        .find(|told| told.date == meeting.date && told.date_provenance == meeting.date_provenance);
    why(state, meeting.date_provenance, same.map_or("", |told| told.date_words()))
}

/// Why a date is believed that follows from these words.
pub fn why(state: AppState, provenance: DateProvenance, words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (state.strings().date_provenance)(provenance, &words)
}

/// Why a place is believed; empty where the words tell it.
pub fn why_there(state: AppState, place: &PlaceRef<'_>) -> &'static str {
    (state.strings().place_provenance)(place.provenance)
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

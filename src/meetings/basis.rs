//! Dates and places of meetings in words, and why they are believed.
//!
//! Nothing is shown as certain that was worked out: such words have a dotted line, and what they
//! rest on stands in the element itself, so that it is read aloud, shown when one points at it or
//! comes to it with the keyboard, and printed.

use crate::dom::{El, el, part};
use crate::language;
use crate::state::State;
use entente_archive::{MeetingRef, PlaceRef};
use entente_calendar::Period;
use entente_model::DateProvenance;
use leptos::prelude::*;

/// A date in words.
pub fn date_name(state: State, date: Option<Period>) -> String {
    date.map_or(state.strings.undated.to_owned(), |date| state.strings.period(date))
}

/// A place in words; empty where nothing is known.
pub fn place_name(state: State, place: &PlaceRef<'static>) -> String {
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
pub fn why_then(state: State, meeting: &MeetingRef<'static>) -> String {
    let same = meeting
        .attestations()
        .find(|told| told.date == meeting.date && told.date_provenance == meeting.date_provenance);
    why(state, meeting.date_provenance, same.map_or("", |told| told.date_words()))
}

/// Why a date is believed that follows from these words.
pub fn why(state: State, provenance: DateProvenance, words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (state.strings.date_provenance)(provenance, &words)
}

/// Why a place is believed; empty where the words tell it.
pub fn why_there(state: State, place: &PlaceRef<'_>) -> &'static str {
    (state.strings.place_provenance)(place.provenance)
}

/// Words with what they rest on, where they were worked out.
pub fn believed(words: &str, why: &str) -> El {
    match why {
        "" => el("span").text(words),
        why => {
            let why = part("span", "why").text(" (").text(why).text(")");
            part("span", "worked").text(words).add(why)
        }
    }
}

/// The date of a meeting.
pub fn date(state: State, meeting: &MeetingRef<'static>) -> El {
    believed(&date_name(state, meeting.date), &why_then(state, meeting))
}

/// The place of a meeting.
pub fn place(state: State, place: &PlaceRef<'static>) -> El {
    match place_name(state, place).as_str() {
        "" => part("span", "meta").text(state.strings.place_not_stated),
        name => believed(name, why_there(state, place)),
    }
}

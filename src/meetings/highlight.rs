//! Linked highlighting: what shows one meeting lights up together, wherever it stands.

use crate::state::AppState;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The attribute with the numbers of the meetings that an element shows.
const NUMBERS: &str = "data-meeting";

/// A meeting of the archive, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingNumber(pub usize);

/// The value of `data-meeting` of an element that shows these meetings.
pub fn numbers(meetings: &[usize]) -> String {
    meetings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Whether a meeting is lit: the value of `data-lit` of what shows it.
pub fn is_lit(state: AppState, meeting: usize) -> bool {
    state.lit.get() == Some(MeetingNumber(meeting))
}

/// Lights the meeting whose element an event is about, or none.
pub fn light(state: AppState, event: &Event) {
    set(state, meeting_of(event));
}

/// The meeting of the element that an event is about; of what shows several, none.
pub fn meeting_of(event: &Event) -> Option<MeetingNumber> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let shown = target.closest("[data-meeting]").ok()??;
    shown.get_attribute(NUMBERS)?.parse().ok().map(MeetingNumber)
}

/// Lights no meeting any more.
pub fn put_out(state: AppState) {
    set(state, None);
}

/// What listens to pointers and the focus that come to something: it lights a meeting. One type,
/// wherever it stands.
pub fn comes<E: AsRef<Event>>(state: AppState) -> impl Fn(E) + 'static {
    move |event: E| light(state, event.as_ref())
}

/// What listens to pointers and the focus that leave.
pub fn leaves<E>(state: AppState) -> impl Fn(E) + 'static {
    move |_: E| put_out(state)
}

fn set(state: AppState, lit: Option<MeetingNumber>) {
    if state.lit.get_untracked() != lit {
        state.lit.set(lit);
    }
}

//! When meetings were, as a small picture that does nothing: on the axis of the whole corpus, so
//! that one can be compared with another.

use super::events::{events, extent, with_words};
use crate::drawing::shapes;
use crate::state::AppState;
use entente_archive::MeetingRef;
use entente_charts::scale::Scale;
use entente_charts::timeline::{HEIGHT, draw};
use entente_drawing::number;
use leptos::prelude::*;

/// The drawing is so wide, in its own pixels; the page shows it as wide as there is room.
const WIDTH: f64 = 340.0;

/// The picture; nothing where none of these meetings has a date.
pub fn small_axis(state: AppState, meetings: &[MeetingRef<'static>]) -> Option<AnyView> {
    let (first, last) = extent(state.archive())?;
    let events = events(state, meetings, &|_| true);
    if events.is_empty() {
        return None;
    }
    let scale = Scale::new(first, last, WIDTH);
    let drawn = with_words(state, |words| draw(&events, &scale, words));
    let window = ["0 0 ", &number(WIDTH), " ", &number(HEIGHT)].concat();
    Some(
        view! {
            <svg class="axis small" viewBox=window aria-hidden="true">
                {shapes(state, &drawn)}
            </svg>
        }
        .into_any(),
    )
}

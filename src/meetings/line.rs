//! A meeting in a few lines, wherever meetings are listed: date, title and place, whether it was
//! held, who took part and what came of it.

use super::highlight::{is_lit, numbers};
use super::{address, date, in_short, place_name, short_title, status};
use crate::state::AppState;
use entente_archive::MeetingRef;
use leptos::prelude::*;

/// The item of a list; without the entity `but`, of whose meetings it is one. `class` sets it off.
pub fn line(
    state: AppState,
    meeting: &MeetingRef<'static>,
    but: Option<usize>,
    class: Option<&'static str>,
) -> AnyView {
    let number = meeting.number;
    view! {
        <li class=class data-meeting=numbers(&[number]) data-lit=move || is_lit(state, number)>
            <p class="meta">{date(state, meeting)}</p>
            <div>
                <a class="called" href=address(state, meeting) dir="auto">
                    {short_title(state, meeting)}
                </a>
                " "
                <span class="meta" dir="auto">
                    {place_name(state, &meeting.place())}
                </span>
                " "
                {status(state, meeting.status)}
                {in_short(state, meeting, but)}
            </div>
        </li>
    }
    .into_any()
}

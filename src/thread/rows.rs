//! Dates, names and titles as one list in the order of the drawing: a button a meeting. The
//! keyboard comes to the list once and goes from meeting to meeting with the arrows.

use super::scene::Scene;
use super::view::{Shared, px};
use super::words::{names, others, place, sentence, status, when};
use crate::browser;
use crate::effect::pressed;
use crate::meetings::MeetingNumber;
use crate::views::Views;
use entente_search::FacetKind;
use entente_thread::{Encounter, Layout, Rung, Side};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Half of the height of a line of words.
const HALF: f64 = 11.0;

/// The list.
pub fn rows(shared: &Shared, scene: &Scene, layout: &Layout) -> AnyView {
    let shared = *shared;
    let count = scene.drawing.rungs.len();
    if shared.at.get_untracked() >= count {
        shared.at.set(0);
    }
    let rows = (0..count).map(|place| row(&shared, scene, layout, place)).views();
    let go = move |event: KeyboardEvent| {
        let at = shared.at.get_untracked();
        let next = match event.key().as_str() {
            "ArrowLeft" => return browser::focus_neighbour(&event, -1),
            "ArrowRight" => return browser::focus_neighbour(&event, 1),
            "ArrowDown" => at + 1,
            "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        let next = next.min(count.saturating_sub(1));
        shared.at.set(next);
        browser::focus(&rung_id(next));
    };
    let help = shared.state.strings().thread_help;
    view! { <ol class="rows" aria-label=help on:keydown=go>{rows}</ol> }.into_any()
}

fn rung_id(place: usize) -> String {
    ["rung-", &place.to_string()].concat()
}

fn row(shared: &Shared, scene: &Scene, layout: &Layout, place: usize) -> AnyView {
    let (shared, rung) = (*shared, &scene.drawing.rungs[place]);
    let class = [
        "row ",
        rung.status.as_str(),
        match rung.host {
            Some(Side::First) => " at-first",
            Some(Side::Second) => " at-second",
            None => " at-none",
        },
    ]
    .concat();
    let meeting = scene.meeting(shared.state, place).map(|meeting| MeetingNumber(meeting.number));
    let is_chosen = move || meeting.is_some() && shared.chosen.get() == meeting;
    let date = when(shared.state, rung.date);
    let top = match layout.narrow {
        true => f64::min(rung.curve.y[0], rung.curve.y[1]) - 37.0,
        false => rung.curve.y[0] - HALF,
    };
    let people = |side: Side| match rung.encounters[..] {
        [one] => Some(guests(&shared, scene, layout, (place, one), side)),
        _ => None,
    };
    view! {
        <li class=class class:chosen=is_chosen>
            <span class="when" aria-hidden="true" style:top=px(top)>{date}</span>
            {people(Side::First)}
            {heading(&shared, scene, layout, place)}
            {people(Side::Second)}
        </li>
    }
    .into_any()
}

/// Those of a side, outside of its rail; quiet where they are those of the row above.
fn guests(
    shared: &Shared,
    scene: &Scene,
    layout: &Layout,
    (place, one): (usize, usize),
    side: Side,
) -> AnyView {
    let state = shared.state;
    let people = |encounter: &Encounter| encounter.people[side.index()].clone();
    let here = people(&scene.encounters[one]);
    let above = place.checked_sub(1).map(|above| &scene.drawing.rungs[above].encounters[..]);
    let again = matches!(above, Some(&[other]) if people(&scene.encounters[other]) == here);
    let rung = &scene.drawing.rungs[place];
    let mut said = names(state, &here);
    if said.is_empty() {
        let countries = match side {
            Side::First => String::new(),
            Side::Second => others(state, scene, &scene.encounters[one]),
        };
        let words = match layout.narrow && countries.is_empty() && rung.host == Some(side) {
            true => status(state, rung.status).to_owned(),
            false => countries,
        };
        // The sentence of the rung says it, too.
        said.push(view! { <span aria-hidden="true">{words}</span> }.into_any());
    }
    let quiet = here.is_empty() || again;
    let class = match side {
        Side::First => "who first",
        Side::Second => "who second",
    };
    let y = rung.curve.y[side.index()];
    let top = px(if layout.narrow { y + 3.0 } else { y - HALF });
    view! { <span class=class class:again=quiet style:top=top>{said}</span> }.into_any()
}

/// The title with the place: a button that opens the evidence; of a bundle a link that opens its
/// year.
fn heading(shared: &Shared, scene: &Scene, layout: &Layout, place: usize) -> AnyView {
    let (shared, state) = (*shared, shared.state);
    let rung = &scene.drawing.rungs[place];
    let said = sentence(state, scene, &scene.drawing, place);
    let top = px(title_top(rung, layout));
    let tabindex = move || if shared.at.get() == place { "0" } else { "-1" };
    let focused = move |_| shared.at.set(place);
    let Some(meeting) = scene.meeting(state, place) else {
        let count = rung.encounters.len();
        let year = rung.date.map_or(String::new(), |date| date.start().year().to_string());
        let view = state.view.get_untracked();
        let narrower = match view.choice(FacetKind::Year, &year) {
            Some(_) => view,
            None => view.toggled(FacetKind::Year, &year, false),
        };
        return view! {
            <a class="what" id=rung_id(place) tabindex=tabindex on:focus=focused href=narrower.print() style:top=top>
                <span class="unseen">{said}</span>
                <span class="title-words" aria-hidden="true">{state.strings().meetings_count.fill(count)}</span>
            </a>
        }
        .into_any();
    };
    let number = meeting.number;
    let title = scene.encounters[rung.encounters[0]].title.clone();
    let place_words = match self::place(state, &meeting) {
        words if words.is_empty() && layout.narrow => String::new(),
        words if words.is_empty() && meeting.kind != entente_model::MeetingKind::Call => {
            state.strings().no_place_told.to_owned()
        }
        words => words,
    };
    let expanded =
        move || if shared.chosen.get() == Some(MeetingNumber(number)) { "true" } else { "false" };
    view! {
        <button
            class="what"
            type="button"
            id=rung_id(place)
            data-meeting=number.to_string()
            tabindex=tabindex
            aria-expanded=expanded
            on:focus=focused
            on:click=pressed(move || shared.choose(number))
            style:top=top
        >
            <span class="unseen">{said}</span>
            <span class="title-words" aria-hidden="true">{title}</span>
            <span class="where" aria-hidden="true">{place_words}</span>
        </button>
    }
    .into_any()
}

/// Where the title stands: at the host's end, on the line where nobody is host, above the line in
/// a narrow drawing.
fn title_top(rung: &Rung, layout: &Layout) -> f64 {
    let y = match rung.host {
        _ if layout.narrow => f64::min(rung.curve.y[0], rung.curve.y[1]) - 26.0,
        Some(host) => rung.curve.y[host.index()],
        None => rung.curve.y[0],
    };
    y - HALF
}

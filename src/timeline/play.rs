//! The years one after another: each is chosen for a moment, so that list, map and timeline show
//! it, and one sees a story go on.

use crate::dom::{El, button};
use crate::state::{State, Step};
use entente_calendar::Date;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// Each year is shown so long.
const PACE: Duration = Duration::from_millis(1600);

/// The button that plays and stops.
pub(super) fn play(state: State) -> El {
    let running: Rc<RefCell<Option<IntervalHandle>>> = Rc::default();
    let plays = RwSignal::new(0);
    let stop = {
        let running = running.clone();
        move || {
            if let Some(running) = running.borrow_mut().take() {
                running.clear();
            }
            plays.try_set(0);
        }
    };
    let toggle = {
        let stop = stop.clone();
        move || {
            if plays.get_untracked() > 0 {
                stop();
                return;
            }
            let stop = stop.clone();
            show(state, years(state).first().copied());
            plays.set(1);
            let next = move || {
                // Somebody has chosen other dates or left: the play is over.
                let Some(now) = year(state).filter(|_| plays.try_get_untracked() == Some(1)) else {
                    return stop();
                };
                let years = years(state);
                let next = years.iter().copied().find(|&year| year > now);
                show(state, next);
                if next.is_none() {
                    stop();
                }
            };
            *running.borrow_mut() = set_interval_with_handle(next, PACE).ok();
        }
    };
    let words = state.strings().play;
    let name = move || Some(words[plays.get().min(1)].to_owned());
    button("step", toggle)
        .live_attr("aria-label", name)
        .live_attr("title", name)
        .live_text(move || ["▶", "❚❚"][plays.get().min(1)].to_owned())
}

/// The year that is chosen, if it is one.
fn year(state: State) -> Option<i32> {
    state.view.with_untracked(|view| {
        let (from, to) = (view.filter.from?, view.filter.to?);
        (from == to && Date::year_only(from.year()) == Some(from)).then_some(from.year())
    })
}

/// Chooses a year, or none.
fn show(state: State, year: Option<i32>) {
    let mut view = state.view.get_untracked();
    let date = year.and_then(Date::year_only);
    view.filter.from = date;
    view.filter.to = date;
    state.navigate(view, Step::Replace);
}

/// The years in which there were meetings, each once, the first one first.
fn years(state: State) -> Vec<i32> {
    let mut years: Vec<i32> = Vec::new();
    let dates = state.archive().meetings().filter_map(|meeting| meeting.date);
    for year in dates.map(|date| date.start().year()) {
        if let Err(place) = years.binary_search(&year) {
            years.insert(place, year);
        }
    }
    years
}

//! The meetings one after another: days go by at an even pace, and faster where nothing is told,
//! which is said.

use super::dock::Axis;
use crate::effect::{live, pressed};
use crate::icons::icon;
use entente_calendar::{Date, Day, silence};
use leptos::prelude::*;
use std::time::Duration;

/// A step of a play.
const STEP: Duration = Duration::from_millis(100);
/// So many days a step: a year takes two seconds.
const DAYS: i32 = 18;
/// Where nothing is told for more than a year, days go by so many times faster.
const FASTER: i32 = 8;

/// What plays.
#[derive(Clone, Copy)]
pub(super) struct Player {
    axis: Axis,
    /// The timer; `None` while nothing is played.
    running: RwSignal<Option<IntervalHandle>>,
}

impl Player {
    /// A player of what stands on an axis.
    pub(super) fn new(axis: &Axis) -> Self {
        let player = Self { axis: *axis, running: RwSignal::new(None) };
        on_cleanup(move || player.stop());
        player
    }

    /// Plays from the first day, or stops.
    fn toggle(self) {
        match self.running.try_get_untracked() {
            Some(None) => {
                self.axis.played.set(Some(untrack(|| self.axis.asked()).0));
                let timer = set_interval_with_handle(move || self.go_on(), STEP);
                self.running.set(timer.ok());
            }
            Some(_) => self.stop(),
            None => {}
        }
    }

    fn stop(self) {
        if let Some(timer) = self.running.try_get_untracked().flatten() {
            timer.clear();
            self.running.set(None);
            self.axis.played.set(None);
        }
    }

    /// The next days; behind the last one the play is over.
    fn go_on(self) {
        let Some(now) = self.axis.played.try_get_untracked().flatten() else { return self.stop() };
        let pace = if self.silence_at(now).is_some() { DAYS * FASTER } else { DAYS };
        let (_, last) = untrack(|| self.axis.asked());
        let next = untrack(|| self.next_after(now)).unwrap_or(last);
        // Never past a meeting without showing it.
        let day = Day((now.0 + pace).min(next.0.max(now.0 + 1)));
        if day > last {
            self.stop();
        } else {
            self.axis.played.set(Some(day));
        }
    }

    /// The first day behind another on which a meeting began.
    fn next_after(self, day: Day) -> Option<Day> {
        self.axis.events.with(|events| {
            events.iter().map(|event| event.date.first_day()).find(|&first| first > day)
        })
    }

    /// Years and months without a meeting around a day.
    fn silence_at(self, day: Day) -> Option<(u32, u32)> {
        untrack(|| {
            let next = self.next_after(day)?;
            let last = self.axis.events.with(|events| {
                let before = events.iter().filter(|event| event.date.first_day() <= day);
                before.map(|event| event.date.last_day()).max()
            })?;
            (last < day).then(|| silence(last, next)).flatten()
        })
    }

    /// Where a play is, in words.
    fn said(self) -> String {
        let strings = self.axis.state.strings();
        let Some(day) = self.axis.played.get() else { return strings.pace.to_owned() };
        if let Some((years, months)) = self.silence_at(day) {
            return strings.no_meeting_reported.fill(&(strings.duration)(years, months));
        }
        let month = Date::of_day(day).and_then(|date| Date::month_of(date.year(), date.month()?));
        month.map(|month| (strings.date)(strings, month)).unwrap_or_default()
    }
}

/// The button that plays and stops, and where the play is.
#[component]
pub(super) fn Play(player: Player) -> impl IntoView {
    let names = player.axis.state.strings().play;
    let name = move || names[usize::from(player.running.get().is_some())];
    view! {
        <div class="play">
            <button type="button" aria-label=name title=name on:click=pressed(move || player.toggle())>
                {live(move || icon(if player.running.get().is_some() { "#i-pause" } else { "#i-play" }))}
            </button>
            <p>
                <b>{live(name)}</b>
                <span class="meta">{live(move || player.said())}</span>
            </p>
        </div>
    }
}

//! What the Thread shows: two sides, their meetings and promises, and the drawing of them.

use super::words::{names_of_sides, promised, without_pair};
use crate::address::Sides;
use crate::meetings::short_title;
use crate::state::AppState;
use entente_archive::MeetingRef;
use entente_calendar::Period;
use entente_model::{EntityKind, Status};
use entente_thread::select::{Countries, Words, pledges};
use entente_thread::{Arrangement, Drawing, Encounter, Layout, Pledge, Rung, Side, draw};
use leptos::prelude::*;

/// So many strands at most, the last of them for all countries behind the first ones.
pub const STRANDS: usize = 6;

/// What the Thread shows of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The two countries, left and right.
    pub sides: Sides,
    /// All pairs of the view that met, with the number of their meetings, most first.
    pub pairs: Vec<(Sides, usize)>,
    /// Where the right side is all others: which countries, with how many meetings, most first.
    pub others: Vec<(String, usize)>,
    /// The meetings of the two.
    pub encounters: Vec<Encounter>,
    /// Their promises.
    pub pledges: Vec<Pledge>,
    /// All of it, drawn.
    pub drawing: Drawing,
}

impl Scene {
    /// What a view shows of two sides, or of those that met most; `None` where no two met.
    pub fn new(
        state: AppState,
        sides: Option<Sides>,
        arrangement: Arrangement,
        layout: &Layout,
    ) -> Option<Self> {
        let archive = state.archive();
        let countries = Countries::new(archive);
        let meetings = state.meetings.get();
        let pairs = countries.pairs(archive, &meetings);
        let pairs: Vec<(Sides, usize)> = pairs
            .iter()
            .filter_map(|([first, second], count)| Some((Sides::new(first, second)?, *count)))
            .collect();
        let sides = sides.or_else(|| Some(pairs.first()?.0.clone()))?;
        let names = names_of_sides(&sides);
        let words = Words {
            name: &|entity| state.name(entity).to_owned(),
            title: &|meeting| without_pair(&short_title(state, meeting), &names),
            promise: &|promise| promised(state, promise),
        };
        let [first, second] = sides.codes();
        let others = match sides.against_all() {
            true => countries.met(archive, &meetings, first),
            false => Vec::new(),
        };
        let codes: Vec<&str> = others.iter().map(|&(code, _)| code).collect();
        let (encounters, of) = match sides.against_all() {
            true => (countries.with_all(archive, &meetings, first, &codes, &words), [first, ""]),
            false => {
                (countries.encounters(archive, &meetings, [first, second], &words), [first, second])
            }
        };
        let pledges = pledges(archive, &encounters, of, &words);
        let drawing = draw(&encounters, &pledges, arrangement, layout);
        let others = others.into_iter().map(|(code, count)| (code.to_owned(), count)).collect();
        Some(Self { sides, pairs, others, encounters, pledges, drawing })
    }

    /// How many strands the right side has: one a country, those behind the first ones together.
    pub fn strands(&self) -> usize {
        self.others.len().min(STRANDS)
    }

    /// The strands that a rung leads to, from left to right; none where the right side is one
    /// country.
    pub fn strands_of(&self, rung: &Rung) -> Vec<usize> {
        let mut strands = [false; STRANDS];
        for &encounter in &rung.encounters {
            for &other in &self.encounters[encounter].others {
                strands[other.min(STRANDS - 1)] = true;
            }
        }
        (0..STRANDS).filter(|&strand| strands[strand]).collect()
    }

    /// The last meeting that took place of those with most outcomes.
    pub fn most_telling(&self) -> Option<usize> {
        let held = self.encounters.iter().filter(|one| one.status == Status::Held);
        let key = |one: &&Encounter| (one.outcomes.len(), one.date.map(Period::last_day));
        held.max_by_key(key).map(|one| one.meeting)
    }

    /// The meeting of a rung that stands for one.
    pub fn meeting(&self, state: AppState, rung: usize) -> Option<MeetingRef<'static>> {
        self.meeting_of(state, self.drawing.rungs.get(rung)?)
    }

    /// The same of a rung itself.
    pub fn meeting_of(&self, state: AppState, rung: &Rung) -> Option<MeetingRef<'static>> {
        match rung.encounters[..] {
            [one] => state.archive().meeting(self.encounters[one].meeting),
            _ => None,
        }
    }

    /// The rung of a meeting.
    pub fn rung(&self, meeting: usize) -> Option<usize> {
        let stands = |&one: &usize| self.encounters[one].meeting == meeting;
        self.drawing.rungs.iter().position(|rung| rung.encounters.iter().any(stands))
    }

    /// How many meetings a side was host of; `None` counts those without a host.
    pub fn hosted(&self, side: Option<Side>) -> usize {
        self.encounters.iter().filter(|encounter| encounter.host == side).count()
    }

    /// How many people of a side met those of the other.
    pub fn people(&self, state: AppState, side: Side) -> usize {
        let mut met = vec![false; state.archive().entities.len()];
        for &number in self.encounters.iter().flat_map(|one| &one.people[side.index()]) {
            met[number as usize] = true;
        }
        let people = state.archive().entities().zip(met);
        people.filter(|(entity, met)| *met && entity.kind == EntityKind::Person).count()
    }

    /// From the first year to the last.
    pub fn years(&self) -> usize {
        let years =
            self.encounters.iter().filter_map(|encounter| Some(encounter.date?.start().year()));
        let (first, last) = (years.clone().min(), years.max());
        first.zip(last).map_or(0, |(first, last)| (last - first).max(1) as usize)
    }
}

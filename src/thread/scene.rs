//! What the Thread shows: two sides, their meetings and promises, and the drawing of them.

use super::words::{names_of_sides, promised, without_pair};
use crate::address::Sides;
use crate::meetings::short_title;
use crate::state::AppState;
use entente_archive::MeetingRef;
use entente_model::EntityKind;
use entente_thread::select::{Countries, Words, pledges};
use entente_thread::{Drawing, Encounter, Layout, Pledge, Side, draw};
use leptos::prelude::*;

/// What the Thread shows of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The two countries, left and right.
    pub sides: Sides,
    /// All pairs of the view that met, with the number of their meetings, most first.
    pub pairs: Vec<(Sides, usize)>,
    /// The meetings of the two.
    pub encounters: Vec<Encounter>,
    /// Their promises.
    pub pledges: Vec<Pledge>,
    /// All of it, drawn.
    pub drawing: Drawing,
}

impl Scene {
    /// What a view shows of two sides, or of those that met most; `None` where no two met.
    pub fn new(state: AppState, sides: Option<Sides>, layout: &Layout) -> Option<Self> {
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
        let encounters = countries.encounters(archive, &meetings, sides.codes(), &words);
        let pledges = pledges(archive, &encounters, sides.codes(), &words);
        let drawing = draw(&encounters, &pledges, layout);
        Some(Self { sides, pairs, encounters, pledges, drawing })
    }

    /// The meeting of a rung that stands for one.
    pub fn meeting(&self, state: AppState, rung: usize) -> Option<MeetingRef<'static>> {
        match self.drawing.rungs.get(rung)?.encounters[..] {
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

//! The home side of a corpus: those whom its reports need not introduce.
//!
//! A press office never says of which country its own president is, but it says so of every guest.
//! So where people of one country meet those of many countries and people of the others do not,
//! the reports are told from that country's side, and whoever meets people of several countries
//! without being of one stands for it.
//!
//! Only meetings of one other country count: at a conference everybody meets everybody.

use entente_archive::{Entity, Meeting};
use entente_model::EntityKind;
use std::collections::{BTreeMap, BTreeSet};

/// So many countries are many: whoever meets people of as many is of the home side.
const MANY: usize = 3;
/// People of the home country meet those of so many times as many countries as any others do.
const TIMES: usize = 3;

/// Gives the people of the home side their country. Those are left out of whom reports tell
/// different countries.
pub(crate) fn settle_home(
    entities: &mut [Entity<'_>],
    meetings: &[Meeting<'_>],
    disputed: &BTreeSet<u32>,
) {
    let Some(home) = home(entities, meetings) else { return };
    let mut met: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for meeting in meetings {
        // Where the home side is there already, whoever else is there may be of any.
        let others = countries(entities, meeting);
        if others.len() != 1 || others.contains(&home) {
            continue;
        }
        let unknown = meeting.participants.iter().filter(|&&number| {
            let entity = &entities[number as usize];
            let untold = entity.country.is_empty() && !disputed.contains(&number);
            entity.kind == EntityKind::Person && untold
        });
        unknown.for_each(|&number| met.entry(number).or_default().extend(others.clone()));
    }
    for (number, _) in met.into_iter().filter(|(_, countries)| countries.len() >= MANY) {
        let person = &mut entities[number as usize];
        person.country = home.clone().into();
        person.country_worked_out = true;
    }
}

/// The country from whose side the reports are told, if they are told from one.
fn home(entities: &[Entity<'_>], meetings: &[Meeting<'_>]) -> Option<String> {
    let mut met: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for meeting in meetings {
        let pair = countries(entities, meeting);
        if pair.len() == 2 {
            for country in &pair {
                let others = pair.iter().filter(|other| *other != country).cloned();
                met.entry(country.clone()).or_default().extend(others);
            }
        }
    }
    let mut counts: Vec<(usize, String)> =
        met.into_iter().map(|(country, others)| (others.len(), country)).collect();
    counts.sort_unstable();
    let (most, home) = counts.pop()?;
    let next = counts.last().map_or(0, |(count, _)| *count);
    (most >= MANY && most >= TIMES * next).then_some(home)
}

/// The countries for which those stand who took part in a meeting.
fn countries(entities: &[Entity<'_>], meeting: &Meeting<'_>) -> BTreeSet<String> {
    let countries =
        meeting.participants.iter().map(|&number| entities[number as usize].country.to_string());
    countries.filter(|country| !country.is_empty()).collect()
}

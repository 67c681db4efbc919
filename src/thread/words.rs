//! Names, dates and sentences of the Thread.

use super::scene::Scene;
use crate::address::{ALL, Page, Sides};
use crate::language::{self, Language};
use crate::meetings::place_name;
use crate::state::AppState;
use crate::views::Views;
use entente_archive::{EntityRef, MeetingRef, PromiseRef};
use entente_calendar::Period;
use entente_model::{EntityKind, PromiseKind, Status};
use entente_thread::{Drawing, Encounter, Side};
use leptos::prelude::*;

/// More names than these are counted.
const MOST_NAMES: usize = 3;

/// What each of two sides is called, in every language.
pub fn names_of_sides(sides: &Sides) -> [Vec<String>; 2] {
    sides.codes().map(|code| {
        let mut names = Language::ALL.map(|language| language::country(code, language)).to_vec();
        names.push(language::in_browser(code, Language::English));
        names
    })
}

/// The title of a meeting without the names of both sides joined by a hyphen or dash: that a
/// dialogue is one "Vietnam-France" goes without saying between the two.
pub fn without_pair(title: &str, [first, second]: &[Vec<String>; 2]) -> String {
    let mut left = title.to_owned();
    for (one, other) in first.iter().flat_map(|one| second.iter().map(move |other| (one, other))) {
        for (one, other) in [(one, other), (other, one)] {
            for dash in ["-", "–", " - ", " – "] {
                left = left.replace(&[one, dash, other].concat(), "");
            }
        }
    }
    let left = left.split_whitespace().collect::<Vec<_>>().join(" ");
    if left.is_empty() { title.to_owned() } else { left }
}

/// Those of a side, one by the full name, several people by their last: each leads to its page.
/// The keyboard comes to them with the arrows.
pub fn names(state: AppState, people: &[u32]) -> Vec<AnyView> {
    let all: Vec<_> =
        people.iter().filter_map(|&number| state.archive().entity(number as usize)).collect();
    let link = |(place, entity): (usize, &EntityRef<'static>)| {
        let name = if all.len() == 1 { state.name(entity) } else { short_name(state, entity) };
        let page = state.fresh_address(Page::Entity(entity.id().to_owned()));
        let comma = (place > 0).then_some(", ");
        view! { {comma}<a href=page tabindex="-1">{name}</a> }.into_any()
    };
    let mut said = all.iter().take(MOST_NAMES).enumerate().map(link).views();
    let more = all.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        said.push([" +", &more.to_string()].concat().into_any());
    }
    said
}

/// What is promised: a paper or event by its name, an invitation by who is invited.
pub fn promised(state: AppState, promise: &PromiseRef<'static>) -> String {
    let named = promise.agreement().or_else(|| promise.mechanism());
    if promise.kind == PromiseKind::Invitation {
        let all: Vec<_> = promise.to().map(|entity| short_name(state, &entity)).collect();
        if !all.is_empty() {
            return state.strings().invited.fill(&all.join(", "));
        }
    }
    match named {
        Some(entity) => state.name(&entity).to_owned(),
        None => promise.words().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// A person by the last name, others as they are called.
pub fn short_name(state: AppState, entity: &EntityRef<'static>) -> &'static str {
    let name = state.name(entity);
    match entity.kind {
        EntityKind::Person => last_name(name),
        _ => name,
    }
}

/// The last word of a name, with what tells a son from his father or a king from another.
fn last_name(name: &str) -> &str {
    let suffixes = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "V", "VI", "VII"];
    let tails = name.rmatch_indices(' ').map(|(space, _)| &name[space + 1..]);
    let is_name = |tail: &&str| {
        let word = tail.split([' ', ',']).next().unwrap_or_default();
        !suffixes.contains(&word)
    };
    { tails }.find(is_name).unwrap_or(name)
}

/// All those of a side, by their full names.
pub fn full_names(state: AppState, people: &[u32]) -> String {
    let all = people.iter().filter_map(|&number| state.archive().entity(number as usize));
    all.map(|entity| state.name(&entity)).collect::<Vec<_>>().join(", ")
}

/// A date beside its year: without the year, or "in 2024" where that is all.
pub fn when(state: AppState, date: Option<Period>) -> String {
    date.map_or(state.strings().undated.to_owned(), |date| state.strings().short_period(date))
}

/// The name of the country of a side, or of all others.
pub fn country(state: AppState, scene: &Scene, side: Side) -> String {
    name(state, scene.sides.codes()[side.index()])
}

/// The name of a country, or of all others.
pub fn name(state: AppState, code: &str) -> String {
    match code {
        ALL => state.strings().all_others.to_owned(),
        code => language::country(code, state.language.get()),
    }
}

/// The countries of the right side at a meeting, where that is all others.
pub fn others(state: AppState, scene: &Scene, encounter: &Encounter) -> String {
    let codes = encounter.others.iter().filter_map(|&place| scene.others.get(place));
    codes.map(|(code, _)| name(state, code)).collect::<Vec<_>>().join(", ")
}

/// Where a meeting was; empty where nothing is known.
pub fn place(state: AppState, meeting: &MeetingRef<'static>) -> String {
    place_name(state, &meeting.place())
}

/// How a meeting that was not simply held is told.
pub fn status(state: AppState, status: Status) -> &'static str {
    match status {
        Status::Held => "",
        status => state.strings().statuses[status as usize],
    }
}

/// A rung in a sentence, for those who listen: date, title, place, who, what came of it.
pub fn sentence(state: AppState, scene: &Scene, drawing: &Drawing, rung: usize) -> String {
    let drawn = &drawing.rungs[rung];
    let date = state.strings().undated_or(drawn.date);
    let [one] = drawn.encounters[..] else {
        let place = drawn.host.map_or(String::new(), |host| country(state, scene, host));
        return state
            .strings()
            .labelled(&date, &(state.strings().bundle)(drawn.encounters.len(), &place));
    };
    let encounter = &scene.encounters[one];
    let place = state.archive().meeting(encounter.meeting).map(|meeting| place(state, &meeting));
    let mut parts = vec![encounter.title.clone(), place.unwrap_or_default()];
    parts.extend(encounter.people.each_ref().map(|people| full_names(state, people)));
    parts.push(others(state, scene, encounter));
    parts.push(status(state, encounter.status).to_owned());
    parts.extend(encounter.outcomes.iter().map(|outcome| {
        state.strings().labelled(state.strings().acts[outcome.act as usize], &outcome.label)
    }));
    parts.retain(|part| !part.is_empty());
    state.strings().labelled(&date, &parts.join("; "))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_last_name_keeps_what_stands_behind_it() {
        for (name, last) in [
            ("Sébastien Lecornu", "Lecornu"),
            ("Joseph R. Biden, Jr.", "Biden, Jr."),
            ("Ferdinand Marcos Jr", "Marcos Jr"),
            ("Abdullah II", "Abdullah II"),
            ("Francis", "Francis"),
        ] {
            assert_eq!(last_name(name), last);
        }
    }

    #[test]
    fn the_names_of_both_sides_go_without_saying() {
        let names =
            [vec!["Vietnam".into(), "Việt Nam".into()], vec!["France".into(), "Pháp".into()]];
        let cases = [
            ("Third Vietnam-France defence dialogue", "Third defence dialogue"),
            ("Đối thoại Việt Nam - Pháp lần thứ ba", "Đối thoại lần thứ ba"),
            ("France–Vietnam", "France–Vietnam"),
            ("Vietnam Expo", "Vietnam Expo"),
        ];
        for (title, wanted) in cases {
            assert_eq!(without_pair(title, &names), wanted);
        }
    }
}

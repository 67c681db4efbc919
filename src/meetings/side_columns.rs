//! Which countries have a column of the table, and who stands in it.

use crate::state::AppState;
use entente_archive::{EntityRef, MeetingRef};
use entente_model::EntityKind;
use entente_model::order::in_order;
use leptos::prelude::*;

/// A column with those who took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideColumn {
    /// Those of a country (ISO 3166-1 alpha-2).
    Country(String),
    /// Those of all countries without a column, and of none.
    Others,
}

/// The columns for the meetings of the view.
pub fn side_columns(state: AppState) -> Vec<SideColumn> {
    let numbers = state.meetings.get();
    let meetings = numbers.iter().filter_map(|&number| state.archive().meeting(number));
    let countries = |meeting: MeetingRef<'static>| {
        meeting.participants().map(|one| country_at(&meeting, &one)).collect()
    };
    let countries: Vec<Vec<&str>> = meetings.map(countries).collect();
    state.sides.with(|ranked| choose(&countries, ranked))
}

/// The country for which somebody stands at a meeting; a body of which none is told is where it was
/// visited.
fn country_at(meeting: &MeetingRef<'static>, entity: &EntityRef<'static>) -> &'static str {
    match entity.country() {
        "" if entity.kind == EntityKind::Organisation => meeting.place().country(),
        country => country,
    }
}

/// The columns for meetings, each told by the countries of those who took part, some of them
/// empty. The country with most meetings has a column; so has the next, if it was there at half
/// of the meetings with anybody else. Those with a colour stand in the order of the colours.
fn choose(meetings: &[Vec<&str>], ranked: &[String]) -> Vec<SideColumn> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for countries in meetings {
        let mut here: Vec<&str> = Vec::new();
        for &country in countries.iter().filter(|country| !country.is_empty()) {
            if here.contains(&country) {
                continue;
            }
            here.push(country);
            match counts.iter_mut().find(|(known, _)| *known == country) {
                Some((_, count)) => *count += 1,
                None => counts.push((country, 1)),
            }
        }
    }
    let mut own: Vec<&str> = Vec::new();
    for (country, count) in in_order(&counts, |&(_, count)| [!(count as u32), 0, 0]) {
        let has_other = |countries: &&Vec<&str>| {
            countries.iter().any(|other| !other.is_empty() && !own.contains(other))
        };
        let with_others = meetings.iter().filter(has_other).count();
        if own.is_empty() || (own.len() == 1 && 2 * count >= with_others) {
            own.push(country);
        }
    }
    let place = |country: &&str| ranked.iter().position(|side| side == country);
    let own = in_order(&own, |country| [place(country).unwrap_or(ranked.len()) as u32, 0, 0]);
    let others = meetings.iter().flatten().any(|country| !own.contains(country));
    let mut columns: Vec<SideColumn> =
        own.into_iter().map(|country| SideColumn::Country(country.to_owned())).collect();
    if others || columns.is_empty() {
        columns.push(SideColumn::Others);
    }
    columns
}

/// Those who took part in a meeting and stand in a column: people, and where none is named bodies.
pub fn in_column(
    meeting: &MeetingRef<'static>,
    column: &SideColumn,
    columns: &[SideColumn],
) -> Vec<EntityRef<'static>> {
    let is_of = |entity: &EntityRef<'static>, column: &SideColumn| match column {
        SideColumn::Country(country) => country_at(meeting, entity) == country,
        SideColumn::Others => false,
    };
    let is_here = |entity: &EntityRef<'static>| match column {
        SideColumn::Others => !columns.iter().any(|other| is_of(entity, other)),
        SideColumn::Country(_) => is_of(entity, column),
    };
    let all: Vec<EntityRef<'static>> = meeting.participants().filter(is_here).collect();
    let is_person = |entity: &EntityRef<'_>| entity.kind == EntityKind::Person;
    match all.iter().any(is_person) {
        true => all.into_iter().filter(is_person).collect(),
        false => all,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn chosen(meetings: &[&str]) -> String {
        let meetings: Vec<Vec<&str>> = meetings
            .iter()
            .map(|countries| countries.split(',').map(|code| code.trim_matches('-')).collect())
            .collect();
        let ranked = ["FR", "VN"].map(str::to_owned);
        let name = |column: &SideColumn| match column {
            SideColumn::Country(country) => country.clone(),
            SideColumn::Others => "others".to_owned(),
        };
        choose(&meetings, &ranked).iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn two_who_meet_each_other_have_a_column_each() {
        assert_eq!(chosen(&["VN,FR", "VN", "VN,VN,FR"]), "FR VN");
        assert_eq!(chosen(&["VN,FR", "VN,FR", "VN,DE"]), "FR VN others");
        assert_eq!(chosen(&["VN,FR,-"]), "FR VN others");
    }

    #[test]
    fn one_who_meets_many_has_a_column_beside_all_others() {
        assert_eq!(chosen(&["US,FR", "US,DE", "US,JP", "US"]), "US others");
        assert_eq!(chosen(&["US", "US"]), "US");
        assert_eq!(chosen(&["-"]), "others");
        assert_eq!(chosen(&[]), "others");
    }
}

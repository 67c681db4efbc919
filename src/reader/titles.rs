//! The titles that reports tell of a person, each once, with the time from which they are told.

use crate::entities::{Told, offices};
use crate::state::AppState;
use entente_archive::{DocumentRef, EntityRef};
use entente_calendar::Period;
use entente_model::order::in_order;
use leptos::prelude::*;

/// So many are shown.
const MOST: usize = 6;

/// The titles told of a person, those of the report that is shown set off; where no report tells
/// one, the latest office on record; nothing where there is neither.
pub fn titles(
    state: AppState,
    document: Option<&DocumentRef<'static>>,
    entity: &EntityRef<'static>,
) -> Option<AnyView> {
    let told = offices(state, entity);
    let said: Vec<(&str, Option<Period>)> =
        told.iter().map(|told| (told.office.as_str(), told.document.published)).collect();
    let mut rows: Vec<AnyView> = joined(&said)
        .into_iter()
        .map(|(title, period)| {
            // Of those who tell a title, the link goes to this report.
            let same = told.iter().filter(|one| one.office == told[title].office);
            let shown = document.map(|document| document.number);
            let here = same.clone().find(|one| Some(one.document.number) == shown);
            row(state, here.unwrap_or(&told[title]), period, here.is_some())
        })
        .take(MOST)
        .collect();
    if rows.is_empty() {
        let office = entity.offices().last()?;
        rows.push(view! { <li>{state.office(office)}</li> }.into_any());
    }
    Some(
        view! {
            <h3>{state.strings().roles}</h3>
            <ul class="pairs">{rows}</ul>
        }
        .into_any(),
    )
}

fn row(state: AppState, told: &Told, period: Option<Period>, here: bool) -> AnyView {
    let strings = state.strings();
    let when = strings.undated_or(period);
    let here = here.then(|| [", ", strings.this_report].concat());
    view! {
        <li>
            <a href=told.address.clone() lang=told.document.language() dir="auto">
                {told.office.clone()}
            </a>
            " "
            <span class="meta">{when}{here}</span>
        </li>
    }
    .into_any()
}

/// For each title that is told, where it comes first, and from when to when it is told: in the
/// order of the first telling, undated ones last.
fn joined(told: &[(&str, Option<Period>)]) -> Vec<(usize, Option<Period>)> {
    let mut titles: Vec<(usize, Option<Period>)> = Vec::new();
    for (number, &(title, date)) in told.iter().enumerate() {
        match titles.iter_mut().find(|(first, _)| told[*first].0 == title) {
            Some((_, period)) => *period = both(*period, date),
            None => titles.push((number, date)),
        }
    }
    in_order(&titles, |(_, period)| {
        [period.map_or(u32::MAX, |period| period.start().to_bits()), 0, 0]
    })
}

/// The time from the earlier of two to the later.
fn both(one: Option<Period>, other: Option<Period>) -> Option<Period> {
    let (Some(one), Some(other)) = (one, other) else { return one.or(other) };
    let first = if one.first_day() <= other.first_day() { one } else { other };
    let last = if one.last_day() >= other.last_day() { one } else { other };
    Period::new(first.start(), last.end()).or(Some(first))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_once_with_the_time_of_all_who_tell_it() {
        let told = [
            ("Minister", Some("2024-05-05")),
            ("General", None),
            ("Secretary", Some("2023-12")),
            ("Minister", Some("2024-04-29")),
            ("Minister", None),
        ];
        let told = told.map(|(title, date)| (title, date.and_then(Period::parse)));
        let titles: Vec<String> = joined(&told)
            .into_iter()
            .map(|(first, period)| match period {
                Some(period) => format!("{} {}..{}", told[first].0, period.start(), period.end()),
                None => told[first].0.to_owned(),
            })
            .collect();
        assert_eq!(
            titles,
            ["Secretary 2023-12..2023-12", "Minister 2024-04-29..2024-05-05", "General"]
        );
    }
}

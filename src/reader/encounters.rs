//! The meetings of a name, those told in this report lit, and who else was there.

use crate::address::Page;
use crate::meetings::line;
use crate::sides;
use crate::state::AppState;
use crate::tabs::Count;
use crate::views::Views;
use entente_archive::{DocumentRef, EntityRef, MeetingRef};
use entente_model::EntityKind;
use entente_model::order::in_order;
use leptos::prelude::*;

/// So many meetings and people are shown.
const MOST: usize = 8;

/// The meetings, by date; nothing where there are none. Of many those of this report and the
/// latest are shown.
pub fn encounters(
    state: AppState,
    document: &DocumentRef<'static>,
    entity: &EntityRef<'static>,
) -> Option<AnyView> {
    let is_told_here = |meeting: &MeetingRef<'static>| {
        meeting.attestations().any(|told| told.document() == document.number)
    };
    let all: Vec<MeetingRef<'static>> = entity.meetings().collect();
    let all = in_order(&all, |meeting| {
        let [first, last] = meeting.date_order();
        [first, last, 0]
    });
    let told: Vec<bool> = all.iter().map(is_told_here).collect();
    let shown = most_telling(&told, MOST);
    let here = |at: usize| told[at].then_some("here");
    let rows = shown.iter().map(|&at| line(state, &all[at], Some(entity.number), here(at))).views();
    let left = (all.len() > shown.len()).then(|| {
        let page = state.address_untracked(Page::Entity(entity.id().to_owned()));
        view! { <p><a href=page>{state.strings().show.fill(all.len())}</a></p> }.into_any()
    });
    (!rows.is_empty()).then(|| {
        view! {
            <h3>{state.strings().meetings} " " <Count number=all.len()/></h3>
            <ul class="encounters">{rows}</ul>
            {left}
        }
        .into_any()
    })
}

/// The places of those that are shown, ascending: the ones told here, then the last ones.
fn most_telling(told: &[bool], most: usize) -> Vec<usize> {
    let here = told.iter().filter(|told| **told).count();
    // So many of the others, the first ones, are left out.
    let mut left_out = (told.len() - here).saturating_sub(most.saturating_sub(here));
    let is_shown = |at: &usize| {
        let out = !told[*at] && left_out > 0;
        left_out -= usize::from(out);
        !out
    };
    (0..told.len()).filter(is_shown).take(most).collect()
}

/// The people who took part in the same meetings, and in how many; nothing where there are none.
pub fn company(state: AppState, entity: &EntityRef<'static>) -> Option<AnyView> {
    let met = entity.meetings().flat_map(|meeting| meeting.participants());
    let people =
        met.filter(|other| other.kind == EntityKind::Person && other.number != entity.number);
    let counts = counted(people.map(|other| other.number));
    let row = |&(number, count): &(usize, usize)| {
        let other = state.archive().entity(number)?;
        let page = state.address_untracked(Page::Entity(other.id().to_owned()));
        Some(
            view! {
                <li>
                    <a href=page>{sides::mark(state, other.country())}{state.name(&other)}</a>
                    " "
                    <Count number=count/>
                </li>
            }
            .into_any(),
        )
    };
    let rows = counts.iter().take(MOST).filter_map(row).views();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>{state.strings().appears_with}</h3>
            <ul class="pairs">{rows}</ul>
        }
        .into_any()
    })
}

/// Each number with how often it comes, those that come most often first.
fn counted(numbers: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match counts.iter_mut().find(|(known, _)| *known == number) {
            Some((_, count)) => *count += 1,
            None => counts.push((number, 1)),
        }
    }
    in_order(&counts, |&(_, count)| [!(count as u32), 0, 0])
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn of_many_meetings_those_told_here_stay() {
        let told = [false, true, false, false, false];
        assert_eq!(most_telling(&told, 8), [0, 1, 2, 3, 4]);
        assert_eq!(most_telling(&told, 3), [1, 3, 4]);
        assert_eq!(most_telling(&[], 3), [0; 0]);
    }

    #[test]
    fn the_most_frequent_company_comes_first() {
        assert_eq!(counted([7, 3, 3, 9, 7, 3].into_iter()), [(3, 3), (7, 2), (9, 1)]);
    }
}

//! Whom and what an entity appears with.

use super::link::EntityLink;
use super::mentions::{mentions_in, within};
use crate::state::{AppState, app_state};
use crate::views::Views;
use entente_archive::EntityRef;
use entente_model::order::in_order;
use entente_model::{EntityKind, Span};
use leptos::prelude::*;

/// As many are shown.
const MOST: usize = 12;

/// Those it stands with in a sentence, the most often first; nothing where it stands alone.
#[component]
pub(super) fn AppearsWith(entity: EntityRef<'static>) -> impl IntoView {
    let state = app_state();
    let row = |(other, reports): (usize, usize)| {
        let entity = state.archive().entity(other)?;
        let title = state.strings().together_in.fill(reports);
        Some(view! { <li><EntityLink entity title/></li> }.into_any())
    };
    let rows = together(state, &entity).into_iter().take(MOST).filter_map(row).views();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{state.strings().appears_with}</h2>
                <ul class="row">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// The numbers of those it shares a sentence with, and in how many reports both are named: by
/// sentences shared, then by reports.
fn together(state: AppState, entity: &EntityRef<'static>) -> Vec<(usize, usize)> {
    // By number of the entity: how many reports, how many sentences.
    let mut counts = vec![(0, 0); state.archive().entities.len()];
    for number in entity.documents() {
        let Some(document) = state.archive().document(number) else { continue };
        let own = mentions_in(entity, number);
        let sentences: Vec<Span> = document
            .sentences
            .iter()
            .map(|sentence| sentence.span)
            .filter(|sentence| own.iter().any(|mention| within(*mention, *sentence)))
            .collect();
        for other in state.engine.named().of(number) {
            if other.number == entity.number || other.kind == EntityKind::Date {
                continue;
            }
            let Some(count) = counts.get_mut(other.number) else { continue };
            count.0 += 1;
            let theirs = mentions_in(other, number);
            let shared = |sentence: &&Span| theirs.iter().any(|span| within(*span, **sentence));
            count.1 += sentences.iter().filter(shared).count();
        }
    }
    let together: Vec<usize> = (0..counts.len()).filter(|&number| counts[number].1 > 0).collect();
    let ranked = in_order(&together, |&number| {
        let (reports, sentences) = counts[number];
        [!(sentences as u32), !(reports as u32), 0]
    });
    ranked.into_iter().map(|number| (number, counts[number].0)).collect()
}

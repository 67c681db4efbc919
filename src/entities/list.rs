//! The list of names: those of the reports that are found, kind by kind.

use super::link::EntityLink;
use crate::effect::{live, pressed};
use crate::i18n::intl;
use crate::state::{AppState, app_state};
use crate::tabs::Count;
use crate::views::Views;
use entente_archive::EntityRef;
use entente_model::EntityKind;
use entente_model::order::in_order;
use entente_search::scan::has_letters;
use entente_text::fold_str;
use leptos::prelude::*;

/// The kinds that have a list, in the order of the facets.
const KINDS: [EntityKind; 5] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Agreement,
    EntityKind::Event,
];

/// The order of the names of a kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Mentions,
    Name,
}

impl Order {
    const fn other(self) -> Self {
        match self {
            Self::Mentions => Self::Name,
            Self::Name => Self::Mentions,
        }
    }
}

/// The part "Names". It follows the search and the filters: a name is listed if a report
/// that is found has it; the field narrows down by the name itself.
#[component]
pub fn Entities() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let order = RwSignal::new(Order::Mentions);
    let typed = RwSignal::new(String::new());
    let lists = move || {
        let found = found(state);
        let wanted = typed.with(|typed| fold_str(typed.trim()));
        let list = |&kind: &EntityKind| {
            let names = names(state, kind, &found, &wanted, order.get());
            (!names.is_empty()).then(|| list(state, kind, &names))
        };
        KINDS.iter().filter_map(list).collect::<Vec<_>>()
    };
    view! {
        <article class="names">
            <h1>{strings.entities}</h1>
            <p class="meta">
                <label>
                    {strings.find_name}
                    " "
                    <input
                        type="search"
                        autocomplete="off"
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </label>
                " "
                <button
                    class="link"
                    type="button"
                    title=strings.sort_otherwise
                    on:click=pressed(move || order.update(|order| *order = order.other()))
                >
                    {live(move || strings.sorted_by[order.get() as usize])}
                </button>
            </p>
            <div class="kinds">{lists}</div>
        </article>
    }
}

/// For each report, by its number, whether it is found.
fn found(state: AppState) -> Vec<bool> {
    let mut found = vec![false; state.archive().documents.len()];
    state.results.with(|results| {
        results.ranked.iter().for_each(|&(number, _)| found[number] = true);
    });
    found
}

/// The names of a kind that have these letters, and how often the reports found mention each.
fn names(
    state: AppState,
    kind: EntityKind,
    found: &[bool],
    letters: &str,
    order: Order,
) -> Vec<(EntityRef<'static>, usize)> {
    let mut names: Vec<(EntityRef<'static>, usize)> = state
        .archive()
        .entities()
        .filter(|entity| entity.kind == kind && is_named(entity, letters))
        .map(|entity| {
            let mentions = entity.mentions().filter(|one| found[one.document as usize]).count();
            (entity, mentions)
        })
        .filter(|&(_, mentions)| mentions > 0)
        .collect();
    match order {
        Order::Mentions => in_order(&names, |&(_, mentions)| [!(mentions as u32), 0, 0]),
        Order::Name => {
            let language = state.language.get().code();
            intl::sort_by_name(&mut names, language, |(entity, _)| state.name(entity).to_owned());
            names
        }
    }
}

/// Whether a name of it, in any language, has these folded letters.
fn is_named(entity: &EntityRef<'_>, letters: &str) -> bool {
    let mut names =
        std::iter::once(entity.name()).chain(entity.local_names().iter().map(|local| &*local.name));
    names.any(|name| has_letters(&fold_str(name), letters))
}

/// The names of a kind with their numbers of mentions.
fn list(state: AppState, kind: EntityKind, names: &[(EntityRef<'static>, usize)]) -> AnyView {
    let row = |&(entity, mentions): &(EntityRef<'static>, usize)| {
        view! {
            <li>
                <EntityLink entity/>
                " "
                <Count number=mentions/>
            </li>
        }
        .into_any()
    };
    let rows = names.iter().map(row).views();
    view! {
        <section>
            <h2>{state.strings().kinds[kind as usize]} " " <Count number=names.len()/></h2>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}

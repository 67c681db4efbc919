//! When no report has all that is asked for: what each part of the query finds alone, what is found
//! without those that stand nowhere or without the filters, and names to begin with.

use crate::address::View;
use crate::entities::EntityLink;
use crate::reports::shortened;
use crate::state::AppState;
use crate::views::Views;
use entente_archive::EntityRef;
use entente_model::EntityKind;
use entente_model::order::in_order;
use entente_search::plan::Leaf;
use entente_search::{Filter, Query, Results};
use leptos::prelude::*;

/// So many names are offered.
const MOST_NAMES: usize = 8;

/// What there is to say; nothing where something is found.
pub fn nothing_found(state: AppState, results: &Results) -> Option<AnyView> {
    if !results.ranked.is_empty() {
        return None;
    }
    let strings = state.strings();
    let asked: Vec<(&Leaf, usize)> =
        results.leaves.iter().zip(results.alone.iter().copied()).collect();
    let wanted: Vec<_> = asked.iter().filter(|(leaf, _)| !leaf.excluded).collect();
    let heading = match wanted[..] {
        [(leaf, 0)] => strings.in_no_report.fill(&shortened(&leaf.typed)),
        _ => strings.nothing_found.to_owned(),
    };
    let several = wanted.len() > 1;
    let rows: Vec<AnyView> = asked
        .iter()
        .enumerate()
        .filter(|(_, (leaf, _))| several && !leaf.excluded)
        .map(|(place, &(leaf, alone))| {
            let (query, word) = match alone {
                0 => (without(&asked, |other, _| other == place), strings.leave_out),
                _ => (leaf.typed.clone(), strings.search_alone),
            };
            view! {
                <li>
                    <b dir="auto">{shortened(&leaf.typed)}</b>
                    <span>{(strings.found_alone)(alone)}</span>
                    <a href=address(state, query, &Filter::default())>{word}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    let found_somewhere = without(&asked, |_, alone| alone == 0);
    Some(
        view! {
            <h2>{heading}</h2>
            <ul class="words">{rows}</ul>
            {instead(state, found_somewhere)}
            {names(state)}
            <p class="meta">{strings.folding_explained}</p>
        }
        .into_any(),
    )
}

/// The query without some of its parts, told by their places and how many reports have each.
fn without(asked: &[(&Leaf, usize)], left_out: impl Fn(usize, usize) -> bool) -> String {
    let kept = asked
        .iter()
        .enumerate()
        .filter(|(place, (leaf, alone))| leaf.excluded || !left_out(*place, *alone));
    let typed = kept.map(|(_, (leaf, _))| match leaf.excluded {
        true => ["-", leaf.typed.trim_start_matches('-')].concat(),
        false => leaf.typed.clone(),
    });
    typed.collect::<Vec<_>>().join(" ")
}

fn address(state: AppState, query: String, filter: &Filter) -> String {
    View { query, filter: filter.clone(), ..state.fresh_view() }.print()
}

/// What is found without the words that stand nowhere, else without the filters.
fn instead(state: AppState, query: String) -> Option<AnyView> {
    let strings = state.strings();
    let view = state.view.get();
    let count = |query: &str, filter: &Filter| {
        state.engine.search(&Query::parse(query), filter).ranked.len()
    };
    let nothing = Filter::default();
    let (filter, word, reports) = match count(&query, &view.filter) {
        0 => (&nothing, strings.without_filters.to_owned(), count(&query, &nothing)),
        found => (&view.filter, strings.search_for.fill(&query), found),
    };
    let changed = query != view.query || *filter != view.filter;
    (reports > 0 && changed && !query.is_empty()).then(|| {
        view! {
            <p>
                <a class="instead" href=address(state, query, filter)>{word}</a>
                " "
                <span class="meta">{(strings.found_alone)(reports)}</span>
            </p>
        }
        .into_any()
    })
}

/// The names that the reports mention most often.
fn names(state: AppState) -> AnyView {
    let named = |entity: &EntityRef<'static>| entity.kind != EntityKind::Date;
    let all: Vec<EntityRef<'static>> = state.archive().entities().filter(named).collect();
    let most = in_order(&all, |entity| [!(entity.mentions().count() as u32), 0, 0]);
    let most = most.into_iter().take(MOST_NAMES).map(|entity| {
        let mentions = entity.mentions().count();
        view! { <li><EntityLink entity/> " " <span class="count">{mentions}</span></li> }.into_any()
    });
    view! {
        <h3>{state.strings().names_of_corpus}</h3>
        <ul class="row">{most.views()}</ul>
    }
    .into_any()
}

//! The list of names: those of the reports that are found, kind by kind.

use crate::address::Page;
use crate::dom::{El, button, count, el, link, part};
use crate::i18n::intl;
use crate::language::LANGUAGES;
use crate::search_box::text_in;
use crate::state::State;
use entente_archive::EntityRef;
use entente_model::EntityKind;
use entente_search::rank::in_order;
use entente_search::scan::has_letters;
use entente_text::fold_str;
use leptos::prelude::*;

/// The part "Names". It follows the search and the filters: a name is listed if a report
/// that is found has it; the field narrows down by the name itself.
pub fn entities(state: State) -> El {
    let strings = state.strings;
    let order = RwSignal::new(0);
    // Goes up with every letter typed.
    let typed = RwSignal::new(0);
    let field = el("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .on("input", move |_| typed.set(typed.get_untracked() + 1));
    let sorted = button("link", move || order.set(1 - order.get_untracked()))
        .live_text(move || strings.sorted_by[order.get()].to_owned())
        .attr("title", strings.sort_otherwise);
    let tools = part("p", "meta")
        .add(el("label").text(strings.find_name).text(" ").add(field.clone()))
        .text(" ")
        .add(sorted);
    let lists = move |host: El| {
        let found = state.results.with(|results| {
            let mut found = vec![false; state.archive().documents.len()];
            results.ranked.iter().for_each(|&(number, _)| found[number] = true);
            found
        });
        typed.track();
        let wanted = fold_str(text_in(field.element()).trim());
        host.all(
            KINDS.iter().filter_map(|&kind| list(state, kind, &found, &wanted, order.get() == 1)),
        );
    };
    part("article", "names")
        .add(el("h1").text(strings.entities))
        .add(tools)
        .add(part("div", "kinds").live(lists))
}

/// The kinds that have a list, in the order of the facets.
const KINDS: [EntityKind; 5] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Agreement,
    EntityKind::Event,
];

/// The names of a kind, or nothing.
fn list(state: State, kind: EntityKind, found: &[bool], wanted: &str, by_name: bool) -> Option<El> {
    let mut rows: Vec<(EntityRef<'static>, usize)> = state
        .archive()
        .entities()
        .filter(|entity| entity.kind == kind && is_named(entity, wanted))
        .map(|entity| {
            let mentions = entity.mentions().filter(|one| found[one.document as usize]).count();
            (entity, mentions)
        })
        .filter(|&(_, mentions)| mentions > 0)
        .collect();
    if rows.is_empty() {
        return None;
    }
    if by_name {
        let language = LANGUAGES[state.language.get()].0;
        intl::sort_by_name(&mut rows, language, |(entity, _)| state.name(entity).to_owned());
    } else {
        rows = in_order(&rows, |&(_, mentions)| [!(mentions as u32), 0, 0]);
    }
    let row = |(entity, mentions): &(EntityRef<'static>, usize)| {
        el("li").add(entity_link(state, entity)).text(" ").add(count(*mentions))
    };
    Some(
        el("section")
            .add(el("h2").text(state.strings.kinds[kind as usize]).text(" ").add(count(rows.len())))
            .add(el("ul").all(rows.iter().map(row))),
    )
}

/// Whether a name of it, in any language, has these folded letters.
fn is_named(entity: &EntityRef<'_>, letters: &str) -> bool {
    let mut names =
        std::iter::once(entity.name()).chain(entity.local_names().iter().map(|local| &*local.name));
    names.any(|name| has_letters(&fold_str(name), letters))
}

/// The name of an entity as a link to its dossier, in the present view.
pub fn entity_link(state: State, entity: &EntityRef<'static>) -> El {
    let page = Page::Entity(entity.id().to_owned());
    let address = state.address_untracked(page);
    let class = ["name ", entity.kind.as_str()].concat();
    link(address).attr("class", class).text(state.name(entity))
}

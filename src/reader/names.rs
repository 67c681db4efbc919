//! Names in a text: which stand where, how they nest, and what they lead to.

use super::pin;
use crate::address::Page;
use crate::state::AppState;
use entente_archive::{DocumentRef, EntityRef};
use entente_model::Span;
use entente_model::order::in_order;
use leptos::prelude::*;

/// A place where an entity is named.
#[derive(Clone, Copy)]
pub struct Mention {
    /// Bytes of the text.
    pub span: Span,
    /// Who or what is named.
    pub entity: EntityRef<'static>,
}

/// The names of a report in the order of its text; of two that begin together the longer
/// one first. They nest and never cross.
pub fn in_report(state: AppState, document: &DocumentRef<'static>) -> Vec<Mention> {
    let mut all = Vec::new();
    for &entity in state.engine.named().of(document.number) {
        let here = entity.mentions().filter(|one| one.document as usize == document.number);
        all.extend(here.map(|row| Mention { span: row.span, entity }));
    }
    all = in_order(&all, |name| [name.span.start, !name.span.end, 0]);
    // The short form in the long one ("Letter of Intent …") says nothing new.
    let mut outer: Option<Mention> = None;
    all.retain(|name| {
        let again = outer.is_some_and(|outer| {
            outer.entity.number == name.entity.number && name.span.end <= outer.span.end
        });
        if outer.is_none_or(|outer| name.span.start >= outer.span.end) {
            outer = Some(*name);
        }
        !again
    });
    all
}

/// The names that lie within a stretch, with those that follow the first cut off.
pub fn within(names: &[Mention], stretch: Span) -> &[Mention] {
    let from = names.partition_point(|name| name.span.start < stretch.start);
    let to = names.partition_point(|name| name.span.start < stretch.end);
    names.get(from..to).unwrap_or(&[])
}

/// The words of a name: a link to the dossier; inside a longer name, which is one, only its looks.
/// In a quotation (`here` is false) it has no place to go to.
pub fn name(
    state: AppState,
    name: &Mention,
    words: Vec<AnyView>,
    inner: bool,
    here: bool,
) -> AnyView {
    let entity = name.entity;
    let id = here.then(|| element_id(name.span));
    let kind = state.strings().kind[entity.kind as usize];
    if inner {
        return view! {
            <span id=id class=move || class(state, &entity, here) data-entity=entity.id()>{words}</span>
        }
        .into_any();
    }
    let address = state.address_untracked(Page::Entity(entity.id().to_owned()));
    view! {
        <a id=id class=move || class(state, &entity, here) href=address data-entity=entity.id() aria-description=kind>{words}</a>
    }
    .into_any()
}

/// The class of a name by its kind, and whether the address asks for it or, in a report that is
/// read (`here`), the panel tells of it.
fn class(state: AppState, entity: &EntityRef<'_>, here: bool) -> String {
    let asked = if is_asked(state, entity) { " asked" } else { "" };
    let shown = if here && pin::shown(state) == Some(entity.number) { " shown" } else { "" };
    ["name ", entity.kind.as_str(), asked, shown].concat()
}

/// Whether the address asks for the mentions of an entity.
pub fn is_asked(state: AppState, entity: &EntityRef<'_>) -> bool {
    state.view.with(|view| view.name.split('.').next() == Some(entity.id()))
}

fn element_id(span: Span) -> String {
    ["name-", &span.start.to_string(), "-", &span.end.to_string()].concat()
}

/// The selector of the mention that the address names, if it names one of this report.
pub fn asked_place(state: AppState, document: &DocumentRef<'static>) -> Option<String> {
    let name = state.view.with(|view| view.name.clone());
    let (id, number) = name.split_once('.').unwrap_or((&name, "1"));
    let entity = state.archive().find_entity(id)?;
    let here = entity.mentions().filter(|one| one.document as usize == document.number);
    let number = number.parse::<usize>().unwrap_or(1).max(1);
    here.take(number).last().map(|row| ["#", &element_id(row.span)].concat())
}

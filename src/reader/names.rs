//! Names in a text: which stand where, how they nest, and what they lead to.

use crate::address::Page;
use crate::browser;
use crate::dom::{El, el, link};
use crate::state::State;
use entente_archive::{DocumentRef, EntityRef};
use entente_model::Span;
use entente_search::rank::in_order;
use leptos::prelude::*;

/// A place where an entity is named.
#[derive(Clone, Copy)]
pub struct Mention {
    pub span: Span,
    pub entity: EntityRef<'static>,
}

/// The names of a report in the order of its text; of two that begin together the longer
/// one first. They nest and never cross.
pub fn of(state: State, document: &DocumentRef<'static>) -> Vec<Mention> {
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

/// The element of a name: a link to the dossier; inside a longer name, which is one, only
/// its looks. In a quotation it has no place to go to.
pub fn element(state: State, name: &Mention, inner: bool, here: bool) -> El {
    let kind = name.entity.kind;
    let element = if inner {
        el("span")
    } else {
        let page = Page::Entity(name.entity.id().to_owned());
        link(state.address_untracked(page))
    };
    let entity = name.entity;
    let asked = move || is_asked(state, &entity);
    let class = ["name ", kind.as_str()].concat();
    let element = if here { element.attr("id", element_id(name.span)) } else { element };
    element
        .attr("data-entity", name.entity.id())
        .attr("aria-description", state.strings().kind[kind as usize])
        .live_attr("class", move || {
            Some([class.as_str(), if asked() { " asked" } else { "" }].concat())
        })
}

/// Whether the address asks for the mentions of an entity.
pub fn is_asked(state: State, entity: &EntityRef<'_>) -> bool {
    state.view.with(|view| view.name.split('.').next() == Some(entity.id()))
}

fn element_id(span: Span) -> String {
    ["name-", &span.start.to_string(), "-", &span.end.to_string()].concat()
}

/// Goes to the mention that the address names, now and when it names another.
pub fn follow(state: State, document: DocumentRef<'static>) {
    crate::dom::effect(move || {
        let name = state.view.with(|view| view.name.clone());
        let (id, number) = name.split_once('.').unwrap_or((&name, "1"));
        let Some(entity) = state.archive().find_entity(id) else { return };
        let here = entity.mentions().filter(|one| one.document as usize == document.number);
        let number = number.parse::<usize>().unwrap_or(1).max(1);
        if let Some(row) = here.take(number).last() {
            // Once the page has been drawn, which begins at its top.
            request_animation_frame(move || browser::scroll_to(&element_id(row.span)));
        }
    });
}

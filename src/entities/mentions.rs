//! Where an entity is named.

use crate::address::Page;
use crate::state::AppState;
use entente_archive::{DocumentRef, EntityRef};
use entente_model::Span;

/// A report at the n-th mention of an entity, counted from 1.
pub(super) fn at_mention(
    state: AppState,
    document: &DocumentRef<'_>,
    entity: &EntityRef<'_>,
    number: usize,
) -> String {
    let mut view = state.fresh_view().at(Page::Report(document.id().to_owned()));
    view.name = match number {
        1 => entity.id().to_owned(),
        _ => [entity.id(), ".", &number.to_string()].concat(),
    };
    view.print()
}

/// The mentions in a document, in order.
pub(super) fn mentions_in(entity: &EntityRef<'static>, document: usize) -> Vec<Span> {
    let here = entity.mentions().filter(|one| one.document as usize == document);
    here.map(|one| one.span).collect()
}

/// Whether a stretch of a text lies in another.
pub(super) fn within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

//! The offices told of a person.

use super::mentions::{at_mention, mentions_in};
use crate::marked::words;
use crate::state::AppState;
use entente_archive::{DocumentRef, EntityRef};
use entente_model::Span;

/// An office that a report tells.
pub struct Told {
    /// The words for it.
    pub office: String,
    /// The report.
    pub document: DocumentRef<'static>,
    /// The report where it tells the office.
    pub address: String,
}

/// The offices told of a person, in the order of the reports.
pub fn offices(state: AppState, entity: &EntityRef<'static>) -> Vec<Told> {
    let mut told = Vec::new();
    let mut last = String::new();
    for role in entity.roles() {
        let Some(document) = state.archive().document(role.document as usize) else { continue };
        let office = words(document.text(), role.span);
        let here = mentions_in(entity, document.number);
        // The mention that the office stands with: the nearest.
        let distance = |span: &Span| span.start.abs_diff(role.span.start);
        let number = (0..here.len()).min_by_key(|&n| distance(&here[n])).map_or(1, |n| n + 1);
        let line = [document.id(), &office].concat();
        // "Minister" says nothing where the report says of what.
        let bare = !office.contains(' ') && entity.roles().count() > 1;
        if line != last && !bare {
            let address = at_mention(state, &document, entity, number);
            told.push(Told { office, document, address });
        }
        last = line;
    }
    told
}

//! The names of entities, for queries by field: those that the documents use, and those
//! that the publisher of the corpus gives.

use crate::facet::FacetKind;
use crate::plan::Sequence;
use crate::scan::find;
use entente_archive::{Archive, EntityRef};
use entente_text::{Folded, fold};
use std::sync::OnceLock;

/// The names of the entities of an archive, folded when they are first asked for and then
/// kept.
pub struct Names<'a> {
    archive: &'a Archive<'a>,
    folded: OnceLock<Vec<Vec<(&'a str, Folded)>>>,
}

impl<'a> Names<'a> {
    /// The names of this archive.
    pub fn new(archive: &'a Archive<'a>) -> Self {
        Self { archive, folded: OnceLock::new() }
    }

    /// Numbers of the entities of a kind that have a name in which one of the sequences
    /// stands.
    pub fn like(&self, field: FacetKind, sequences: &[Sequence]) -> Vec<usize> {
        let entities = || self.archive.entities();
        let all =
            self.folded.get_or_init(|| entities().map(|one| names(self.archive, &one)).collect());
        let has = |names: &Vec<(&str, Folded)>| {
            names.iter().any(|(name, folded)| {
                sequences.iter().any(|sequence| !find(sequence, name, folded).is_empty())
            })
        };
        let of_kind = entities().filter(|entity| Some(entity.kind) == field.entity());
        let numbers = of_kind.map(|entity| entity.number);
        numbers.filter(|&number| all.get(number).is_some_and(has)).collect()
    }
}

/// The names of an entity, each once.
fn names<'a>(archive: &'a Archive<'a>, entity: &EntityRef<'a>) -> Vec<(&'a str, Folded)> {
    let mentioned = entity.mentions().filter_map(|mention| {
        archive.document(mention.document as usize)?.text().get(mention.span.range())
    });
    let mut names: Vec<(&str, Folded)> = Vec::new();
    let local = entity.value().local_names().iter().map(|local| &*local.name);
    for name in std::iter::once(entity.name()).chain(local).chain(mentioned) {
        if names.iter().all(|(known, _)| *known != name) {
            names.push((name, fold(name)));
        }
    }
    names
}

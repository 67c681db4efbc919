//! The entities of a corpus, from those of its reports.
//!
//! What two reports name is one thing where both names tell enough to be sure of it
//! ([`NameEntity::key`]); else it stays two. Ids are made of the names, so that addresses
//! can be read; where two names give one id the kind is added, then a number.

use crate::analysed::span;
use crate::slug::slug;
use entente_analysis::{DateEntity, NameEntity, NameKind};
use entente_archive::model::{Entity, Passage};
use entente_archive::rows::EntityKind;
use std::collections::{BTreeMap, BTreeSet};

/// Entities as they are gathered, report by report.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    by_key: BTreeMap<String, Entity>,
}

impl Entities {
    /// Adds the dates of a report. Those that were not resolved are no entities: the same
    /// words mean another day in the next report.
    pub(crate) fn add_dates(&mut self, document: u32, dates: Vec<DateEntity>) {
        for date in dates {
            let Some(period) = date.period else { continue };
            let name = period.to_string();
            let key = format!("date {name}");
            self.add(document, key, EntityKind::Date, &name, &date.mentions);
        }
    }

    /// Adds the names of a report.
    pub(crate) fn add_names(&mut self, document: u32, names: Vec<NameEntity>) {
        for (number, found) in names.into_iter().enumerate() {
            let alone = || format!("{document} {number}");
            let key = found.key.unwrap_or_else(alone);
            let entity = self.add(document, key, kind(found.kind), &found.name, &found.mentions);
            found.country.clone_into(&mut entity.country);
            let passage = |&role: &_| Passage { document, span: span(role) };
            entity.roles.extend(found.roles.iter().map(passage));
        }
    }

    fn add(
        &mut self,
        document: u32,
        key: String,
        kind: EntityKind,
        name: &str,
        mentions: &[entente_analysis::Span],
    ) -> &mut Entity {
        let entity = self.by_key.entry(key).or_insert_with(|| Entity {
            id: String::new(),
            name: String::new(),
            kind,
            country: String::new(),
            mentions: Vec::new(),
            roles: Vec::new(),
        });
        if worth(name) > worth(&entity.name) {
            name.clone_into(&mut entity.name);
        }
        let passage = |&place: &_| Passage { document, span: span(place) };
        entity.mentions.extend(mentions.iter().map(passage));
        entity
    }

    /// All of them in the order of their ids.
    pub(crate) fn finish(self) -> Vec<Entity> {
        let mut taken = BTreeSet::new();
        let mut entities: Vec<Entity> = self.by_key.into_values().collect();
        entities.sort_by(|a, b| a.kind.cmp(&b.kind).then(a.name.cmp(&b.name)));
        for entity in &mut entities {
            let plain = match entity.kind {
                EntityKind::Date => entity.name.clone(),
                _ => slug(&entity.name),
            };
            let with_kind = || [&plain, "-", entity.kind.name()].concat();
            let numbered = (2..).map(|n| format!("{plain}-{n}"));
            let ids = std::iter::once(plain.clone()).chain([with_kind()]).chain(numbered);
            let free = ids.into_iter().find(|id| !id.is_empty() && !taken.contains(id));
            entity.id = free.unwrap_or_default();
            taken.insert(entity.id.clone());
            entity.mentions.sort_unstable();
            entity.roles.sort_unstable();
        }
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        entities
    }
}

/// The fullest name is the best: more words, then letters with their diacritics, then not
/// in capitals throughout.
fn worth(name: &str) -> (usize, bool, bool) {
    let small = name.chars().any(char::is_lowercase);
    (name.split_whitespace().count(), !name.is_ascii(), small)
}

const fn kind(kind: NameKind) -> EntityKind {
    match kind {
        NameKind::Person => EntityKind::Person,
        NameKind::Organisation => EntityKind::Organisation,
        NameKind::Place => EntityKind::Place,
        NameKind::Agreement => EntityKind::Agreement,
        NameKind::Event => EntityKind::Event,
    }
}

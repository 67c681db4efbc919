//! The corpus as a whole, and how to find something in it.

use crate::document::Document;
use crate::entity::Entity;
use crate::index::Index;
use crate::meeting::{Country, Meeting};
use crate::promise::Promise;
use crate::refs::{DocumentRef, EntityRef, MeetingRef, PromiseRef, Ref};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A corpus, analysed and indexed.
///
/// Values refer to documents and entities by number: their place in these lists. Numbers
/// change with every change of the corpus; addresses and JSON have the ids instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive<'a> {
    /// What the corpus is about; may be empty.
    #[serde(borrow)]
    pub title: Cow<'a, str>,
    /// The language of the title.
    #[serde(borrow)]
    pub language: Cow<'a, str>,
    /// In the order of their ids.
    #[serde(borrow)]
    pub documents: Vec<Document<'a>>,
    /// In the order of their ids.
    #[serde(borrow)]
    pub entities: Vec<Entity<'a>>,
    /// In the order of their ids.
    #[serde(borrow)]
    pub meetings: Vec<Meeting<'a>>,
    /// In the order of their ids.
    #[serde(borrow)]
    pub promises: Vec<Promise<'a>>,
    /// The countries of meetings and of those who took part, in the order of their codes.
    #[serde(borrow)]
    pub countries: Vec<Country<'a>>,
    /// The terms of the documents.
    #[serde(borrow)]
    pub index: Index<'a>,
}

impl<'a> Archive<'a> {
    /// A document by its number.
    pub fn document(&'a self, number: usize) -> Option<DocumentRef<'a>> {
        Some(Ref::new(self, number, self.documents.get(number)?))
    }

    /// An entity by its number.
    pub fn entity(&'a self, number: usize) -> Option<EntityRef<'a>> {
        Some(Ref::new(self, number, self.entities.get(number)?))
    }

    /// A meeting by its number.
    pub fn meeting(&'a self, number: usize) -> Option<MeetingRef<'a>> {
        Some(Ref::new(self, number, self.meetings.get(number)?))
    }

    /// A promise by its number.
    pub fn promise(&'a self, number: usize) -> Option<PromiseRef<'a>> {
        Some(Ref::new(self, number, self.promises.get(number)?))
    }

    /// All documents, in the order of their ids.
    pub fn documents(&'a self) -> impl Iterator<Item = DocumentRef<'a>> {
        Ref::all(self, &self.documents)
    }

    /// All entities, in the order of their ids.
    pub fn entities(&'a self) -> impl Iterator<Item = EntityRef<'a>> {
        Ref::all(self, &self.entities)
    }

    /// All meetings, in the order of their ids.
    pub fn meetings(&'a self) -> impl Iterator<Item = MeetingRef<'a>> {
        Ref::all(self, &self.meetings)
    }

    /// All promises, in the order of their ids.
    pub fn promises(&'a self) -> impl Iterator<Item = PromiseRef<'a>> {
        Ref::all(self, &self.promises)
    }

    /// The document with this id.
    pub fn find_document(&'a self, id: &str) -> Option<DocumentRef<'a>> {
        let found = self.documents.binary_search_by(|document| (*document.id).cmp(id));
        self.document(found.ok()?)
    }

    /// The entity that has this id, or had it.
    pub fn find_entity(&'a self, id: &str) -> Option<EntityRef<'a>> {
        let had = |entity: &Entity<'_>| entity.former().iter().any(|former| former == id);
        let found = self.entities.binary_search_by(|entity| (*entity.id).cmp(id)).ok();
        self.entity(found.or_else(|| self.entities.iter().position(had))?)
    }

    /// The meeting that has this id, or had it.
    pub fn find_meeting(&'a self, id: &str) -> Option<MeetingRef<'a>> {
        let had = |meeting: &Meeting<'_>| meeting.former.iter().any(|former| former == id);
        let found = self.meetings.binary_search_by(|meeting| (*meeting.id).cmp(id)).ok();
        self.meeting(found.or_else(|| self.meetings.iter().position(had))?)
    }

    /// The promise with this id.
    pub fn find_promise(&'a self, id: &str) -> Option<PromiseRef<'a>> {
        let found = self.promises.binary_search_by(|promise| (*promise.id).cmp(id));
        self.promise(found.ok()?)
    }

    /// Where a country lies, by its code in ISO 3166-1 alpha-2; `None` of a country of which
    /// no meeting tells.
    pub fn country(&self, code: &str) -> Option<&Country<'a>> {
        let found = self.countries.binary_search_by(|country| (*country.code).cmp(code));
        self.countries.get(found.ok()?)
    }
}

//! Values together with the archive in which they stand.
//!
//! A meeting knows its participants by number; who asks for their names needs the archive
//! too. A [`Ref`] has both. It is as cheap to copy as three numbers, gives access to the
//! fields of the value, and what its methods return lives as long as the archive.

use crate::archive::Archive;
use crate::document::{Document, Passage};
use crate::entity::{Entity, Office};
use crate::meeting::{Attestation, Country, Meeting, Outcome, Place};
use crate::promise::{Keeper, Promise};
use entente_model::Span;
use std::fmt;
use std::ops::Deref;

/// A value of an archive.
pub struct Ref<'a, T> {
    archive: &'a Archive<'a>,
    /// Its number in the list in which it stands; 0 where it stands alone.
    pub number: usize,
    value: &'a T,
}

/// A document of an archive.
pub type DocumentRef<'a> = Ref<'a, Document<'a>>;
/// An entity of an archive.
pub type EntityRef<'a> = Ref<'a, Entity<'a>>;
/// A meeting of an archive.
pub type MeetingRef<'a> = Ref<'a, Meeting<'a>>;
/// What one report tells of a meeting of an archive.
pub type AttestationRef<'a> = Ref<'a, Attestation<'a>>;
/// The place of a meeting or attestation of an archive.
pub type PlaceRef<'a> = Ref<'a, Place<'a>>;
/// What came of a meeting of an archive.
pub type OutcomeRef<'a> = Ref<'a, Outcome>;
/// A promise of an archive.
pub type PromiseRef<'a> = Ref<'a, Promise<'a>>;

impl<T> Clone for Ref<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ref<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Ref<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T> Deref for Ref<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value
    }
}

impl<'a, T> Ref<'a, T> {
    pub(crate) fn new(archive: &'a Archive<'a>, number: usize, value: &'a T) -> Self {
        Self { archive, number, value }
    }

    pub(crate) fn all(archive: &'a Archive<'a>, values: &'a [T]) -> impl Iterator<Item = Self> {
        let of = move |(number, value)| Self { archive, number, value };
        values.iter().enumerate().map(of)
    }

    /// The value, for as long as the archive lives.
    pub fn value(&self) -> &'a T {
        self.value
    }

    fn entity_of(&self, number: Option<u32>) -> Option<EntityRef<'a>> {
        self.archive.entity(number? as usize)
    }

    fn entities_of(&self, numbers: &'a [u32]) -> impl Iterator<Item = EntityRef<'a>> + use<'a, T> {
        let archive = self.archive;
        numbers.iter().filter_map(move |&number| archive.entity(number as usize))
    }

    fn words_of(&self, document: u32, span: Span) -> &'a str {
        let document = self.archive.documents.get(document as usize);
        document.map_or("", |document| span.of(&document.text))
    }
}

/// The texts of a value, each for as long as the archive lives.
macro_rules! texts {
    ($($name:ident: $($field:ident),+;)+) => {$(
        #[allow(missing_docs)] // as the field of this name
        impl<'a> $name<'a> {
            $(pub fn $field(&self) -> &'a str {
                &self.value.$field
            })+
        }
    )+};
}

texts! {
    DocumentRef: id, title, source, url, language, dateline, published_words, text;
    EntityRef: id, name, country;
    MeetingRef: id, title;
    AttestationRef: reason;
    PlaceRef: words, country;
    PromiseRef: id, country;
}

impl<'a> EntityRef<'a> {
    /// Its name in a language, where the publisher gives one, else its canonical name.
    pub fn name_in(&self, language: &str) -> &'a str {
        self.value.name_in(language)
    }

    /// Where it is named, by document and place.
    pub fn mentions(&self) -> impl Iterator<Item = Passage> + use<'a> {
        self.value.mentions.iter()
    }

    /// Where an office of a person is told, by document and place.
    pub fn roles(&self) -> impl Iterator<Item = Passage> + use<'a> {
        self.value.roles.iter()
    }

    /// The offices that the publisher says a person has held.
    pub fn offices(&self) -> &'a [Office<'a>] {
        self.value.offices()
    }

    /// Numbers of the documents that name it, ascending.
    pub fn documents(&self) -> Vec<usize> {
        let mut documents: Vec<_> = self.mentions().map(|found| found.document as usize).collect();
        documents.dedup();
        documents
    }

    /// The meetings that it [took part in or has to do with](Meeting::involves), in the order
    /// of their ids.
    pub fn meetings(&self) -> impl Iterator<Item = MeetingRef<'a>> + use<'a> {
        let number = self.number;
        self.archive.meetings().filter(move |meeting| meeting.involves(number))
    }
}

impl<'a> MeetingRef<'a> {
    /// Why the publisher has confirmed or corrected it; empty where it was not reviewed.
    pub fn reason(&self) -> &'a str {
        self.value.reason()
    }

    /// Where it was.
    pub fn place(&self) -> PlaceRef<'a> {
        Ref::new(self.archive, 0, &self.value.place)
    }

    /// Where the country of its place lies.
    pub fn country(&self) -> Option<&'a Country<'a>> {
        self.archive.country(&self.value.place.country)
    }

    /// The dialogue, exhibition or the like that it is, or is a session of.
    pub fn mechanism(&self) -> Option<EntityRef<'a>> {
        self.entity_of(self.value.mechanism)
    }

    /// The series of which it is a session, else the dialogue, exhibition or the like that it is.
    pub fn series(&self) -> Option<EntityRef<'a>> {
        let mechanism = self.mechanism()?;
        let whole = mechanism.value().record.as_ref().map_or("", |record| &*record.part_of);
        self.archive.find_entity(whole).or(Some(mechanism))
    }

    /// The visit during which it was.
    pub fn visit(&self) -> Option<MeetingRef<'a>> {
        self.archive.meeting(self.value.visit? as usize)
    }

    /// What was done during it, where it is a visit, in the order of ids.
    pub fn within_visit(&self) -> impl Iterator<Item = MeetingRef<'a>> + use<'a> {
        let number = Some(self.number as u32);
        self.archive.meetings().filter(move |meeting| meeting.visit == number)
    }

    /// Who took part, of all that any report tells.
    pub fn participants(&self) -> impl Iterator<Item = EntityRef<'a>> + use<'a> {
        self.entities_of(&self.value.participants)
    }

    /// What came of it.
    pub fn outcomes(&self) -> impl Iterator<Item = OutcomeRef<'a>> + use<'a> {
        Ref::all(self.archive, &self.value.outcomes)
    }

    /// What each report tells of it, in the order of the documents.
    pub fn attestations(&self) -> impl Iterator<Item = AttestationRef<'a>> + use<'a> {
        Ref::all(self.archive, &self.value.attestations)
    }
}

impl<'a> AttestationRef<'a> {
    /// Number of the document.
    pub fn document(&self) -> usize {
        self.value.document as usize
    }

    /// The words from which the date follows; empty where there are none.
    pub fn date_words(&self) -> &'a str {
        self.words_of(self.value.document, self.value.date_span)
    }

    /// Where it was, as the report tells.
    pub fn place(&self) -> PlaceRef<'a> {
        Ref::new(self.archive, 0, &self.value.place)
    }

    /// Who took part, as the report tells.
    pub fn participants(&self) -> impl Iterator<Item = EntityRef<'a>> + use<'a> {
        self.entities_of(&self.value.participants)
    }

    /// The sentences that prove it, in order.
    pub fn evidence(&self) -> impl Iterator<Item = Span> + use<'a> {
        self.value.evidence.iter().copied()
    }
}

impl<'a> PlaceRef<'a> {
    /// The entity, where it is one.
    pub fn entity(&self) -> Option<EntityRef<'a>> {
        self.entity_of(self.value.entity)
    }
}

impl<'a> OutcomeRef<'a> {
    /// The words that tell it.
    pub fn words(&self) -> &'a str {
        let Passage { document, span } = self.value.passage;
        self.words_of(document, span)
    }

    /// The agreement, where it has a name.
    pub fn agreement(&self) -> Option<EntityRef<'a>> {
        self.entity_of(self.value.agreement)
    }
}

impl<'a> PromiseRef<'a> {
    /// Who promises, invites or proposes.
    pub fn who(&self) -> impl Iterator<Item = EntityRef<'a>> + use<'a> {
        self.entities_of(&self.value.who)
    }

    /// To whom.
    pub fn to(&self) -> impl Iterator<Item = EntityRef<'a>> + use<'a> {
        self.entities_of(&self.value.to)
    }

    /// The words for what is promised.
    pub fn words(&self) -> &'a str {
        let Passage { document, span } = self.value.what;
        self.words_of(document, span)
    }

    /// The paper that is to be signed, where it has a name.
    pub fn agreement(&self) -> Option<EntityRef<'a>> {
        self.entity_of(self.value.agreement)
    }

    /// The event that is to be attended or held, where it has a name.
    pub fn mechanism(&self) -> Option<EntityRef<'a>> {
        self.entity_of(self.value.mechanism)
    }

    /// The meeting at which it was told.
    pub fn meeting(&self) -> Option<MeetingRef<'a>> {
        self.archive.meeting(self.value.meeting? as usize)
    }

    /// The meeting that has kept it.
    pub fn kept_by_meeting(&self) -> Option<MeetingRef<'a>> {
        self.archive.meeting(self.value.kept_by_meeting()? as usize)
    }

    /// The paper that a report says to be signed, where no meeting is told at which it was.
    pub fn kept_by_agreement(&self) -> Option<EntityRef<'a>> {
        match self.value.kept.as_ref()?.by {
            Keeper::Agreement(number) => self.archive.entity(number as usize),
            Keeper::Meeting(_) => None,
        }
    }
}

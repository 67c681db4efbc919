//! An entity: where it is named, and what the publisher of the corpus knows of it.

use crate::document::Passage;
use crate::packed::Packed;
use entente_calendar::Period;
use entente_model::{Coordinates, EntityKind};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An entity and where it is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity<'a> {
    /// Readable and stable, for addresses.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// Canonical name.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// What it is.
    pub kind: EntityKind,
    /// The country, as ISO 3166-1 alpha-2; empty where not known.
    #[serde(borrow)]
    pub country: Cow<'a, str>,
    /// No report tells the country: it follows from whom a person meets.
    pub country_worked_out: bool,
    /// Where it is named, by document and place.
    #[serde(borrow)]
    pub mentions: Packed<'a, Passage>,
    /// Where an office of a person is told, by document and place.
    #[serde(borrow)]
    pub roles: Packed<'a, Passage>,
    /// Its authority record, where it has one.
    #[serde(borrow)]
    pub record: Option<Box<Record<'a>>>,
}

/// What the publisher of the corpus knows of an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<'a> {
    /// Names by language.
    #[serde(borrow)]
    pub names: Vec<LocalName<'a>>,
    /// Its id in Wikidata; empty where not given.
    #[serde(borrow)]
    pub wikidata: Cow<'a, str>,
    /// Where on the globe.
    pub coordinates: Option<Coordinates>,
    /// The id of what it is a part of; empty where not given.
    #[serde(borrow)]
    pub part_of: Cow<'a, str>,
    /// Ids that it had.
    pub former: Vec<String>,
    /// Offices that a person has held.
    #[serde(borrow)]
    pub offices: Vec<Office<'a>>,
}

/// A name in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalName<'a> {
    /// Language code.
    #[serde(borrow)]
    pub language: Cow<'a, str>,
    /// The name.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
}

/// An office that a person has held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office<'a> {
    /// As it is called.
    #[serde(borrow)]
    pub words: Cow<'a, str>,
    /// The same by language.
    #[serde(borrow)]
    pub names: Vec<LocalName<'a>>,
    /// The id of the body or country that it is of; empty where not given.
    #[serde(borrow)]
    pub of: Cow<'a, str>,
    /// Since when, as far as is known.
    pub from: Option<Period>,
    /// Until when, as far as is known.
    pub to: Option<Period>,
}

impl<'a> Entity<'a> {
    /// The ids that it had.
    pub fn former(&self) -> &[String] {
        self.record.as_ref().map_or(&[], |record| &record.former)
    }

    /// Its names in the languages in which the publisher gives one.
    pub fn local_names(&self) -> &[LocalName<'a>] {
        self.record.as_ref().map_or(&[], |record| &record.names)
    }

    /// The offices that the publisher says a person has held.
    pub fn offices(&self) -> &[Office<'a>] {
        self.record.as_ref().map_or(&[], |record| &record.offices)
    }

    /// Its name in a language, where the publisher gives one, else its canonical name.
    pub fn name_in(&self, language: &str) -> &str {
        name_in(self.local_names(), language).unwrap_or(&self.name)
    }
}

impl Office<'_> {
    /// What it is called in a language, where the publisher says so, else as it is called.
    pub fn words_in(&self, language: &str) -> &str {
        name_in(&self.names, language).unwrap_or(&self.words)
    }
}

/// The name in a language among these.
fn name_in<'n>(names: &'n [LocalName<'_>], language: &str) -> Option<&'n str> {
    names.iter().find(|local| local.language == language).map(|local| &*local.name)
}

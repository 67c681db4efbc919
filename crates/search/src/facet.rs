//! Facets: by what documents can be narrowed down, and how many each value leaves.
//!
//! Several values of one facet widen the choice (this source or that), values of
//! different facets narrow it (this source and that year), an excluded value always
//! narrows. The counts of a facet leave its own chosen values out of account, so that
//! each says what choosing it as well would bring. A document has one source and one
//! year, and as many people, places and the rest as it names.

use entente_archive::{Archive, DocumentRef, EntityRef};
use entente_calendar::{Date, Period};
use entente_model::EntityKind;
use entente_model::order::{Key, sort};
use std::borrow::Cow;

/// What documents and meetings are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetKind {
    /// People whom it names.
    Person,
    /// Organisations that it names.
    Organisation,
    /// Places that it names.
    Place,
    /// Agreements that it names.
    Agreement,
    /// Events and mechanisms that it names.
    Event,
    /// Who published it.
    Source,
    /// The year of publication; of a meeting, its own.
    Year,
    /// What kind of meeting it is; of documents nothing.
    Kind,
    /// In which country a meeting was, as ISO 3166-1 alpha-2; of documents nothing.
    Host,
    /// Whether a meeting took place; of documents nothing.
    Status,
}

impl FacetKind {
    /// Every facet, in the order of addresses.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Agreement,
        Self::Event,
        Self::Source,
        Self::Year,
        Self::Kind,
        Self::Host,
        Self::Status,
    ];

    /// Those that documents have, in the order shown.
    pub fn of_documents() -> &'static [Self] {
        &Self::ALL[..7]
    }

    /// Its name in addresses and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "org",
            Self::Place => "place",
            Self::Agreement => "agreement",
            Self::Event => "event",
            Self::Source => "source",
            Self::Year => "year",
            Self::Kind => "kind",
            Self::Host => "host",
            Self::Status => "status",
        }
    }

    /// The kind of entity whose ids are its values; `None` where values are words.
    pub const fn entity(self) -> Option<EntityKind> {
        match self {
            Self::Person => Some(EntityKind::Person),
            Self::Organisation => Some(EntityKind::Organisation),
            Self::Place => Some(EntityKind::Place),
            Self::Agreement => Some(EntityKind::Agreement),
            Self::Event => Some(EntityKind::Event),
            Self::Source | Self::Year | Self::Kind | Self::Host | Self::Status => None,
        }
    }

    /// The values of a document: ids of entities; of the others always one, empty where
    /// the document has none.
    fn values<'a>(self, document: &DocumentRef<'a>, named: &Named<'a>) -> Vec<Cow<'a, str>> {
        match self {
            Self::Source => vec![document.source().into()],
            Self::Year => {
                let year = |date: Period| date.start().year().to_string();
                vec![document.published.map_or(String::new(), year).into()]
            }
            Self::Kind | Self::Host | Self::Status => Vec::new(),
            _ => {
                let of_kind = |entity: &&EntityRef<'a>| Some(entity.kind) == self.entity();
                let entities = named.of(document.number).iter();
                entities.filter(of_kind).map(|entity| entity.id().into()).collect()
            }
        }
    }
}

/// The entities that each document names, by the number of the document.
pub struct Named<'a> {
    archive: &'a Archive<'a>,
    of: Vec<Vec<EntityRef<'a>>>,
}

impl<'a> Named<'a> {
    /// The entities of an archive, sorted by documents.
    pub fn new(archive: &'a Archive<'a>) -> Self {
        let mut of = vec![Vec::new(); archive.documents.len()];
        for entity in archive.entities() {
            for document in entity.documents() {
                if let Some(named) = of.get_mut(document) {
                    named.push(entity);
                }
            }
        }
        Self { archive, of }
    }

    /// The entities that a document names.
    pub fn of(&self, document: usize) -> &[EntityRef<'a>] {
        self.of.get(document).map_or(&[], Vec::as_slice)
    }
}

/// The entities of a kind that were counted, with their counts by number.
pub(crate) fn counted<'a>(
    archive: &'a Archive<'a>,
    kind: EntityKind,
    counts: &[usize],
) -> impl Iterator<Item = (Cow<'a, str>, usize)> {
    let all = archive.entities().filter(move |entity| entity.kind == kind);
    let count = |number: usize| counts.get(number).copied().unwrap_or_default();
    let counted = all.map(move |entity| (entity.id().into(), count(entity.number)));
    counted.filter(|(_, count)| *count > 0)
}

/// A value that documents must have or must not have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// Of which facet.
    pub kind: FacetKind,
    /// The value; empty for documents that have none.
    pub value: String,
    /// Documents must not have it.
    pub excluded: bool,
}

/// What documents are narrowed down to, beside the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Chosen and excluded values.
    pub choices: Vec<Choice>,
    /// Published on or after this date.
    pub from: Option<Date>,
    /// Published on or before this date.
    pub to: Option<Date>,
}

impl Filter {
    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.from.is_none() && self.to.is_none()
    }

    /// Whether a document passes.
    pub fn passes<'a>(&self, document: &DocumentRef<'a>, named: &Named<'a>) -> bool {
        self.passes_but(None, document, named)
    }

    /// Whether a document passes, leaving the chosen values of one facet out of account.
    fn passes_but<'a>(
        &self,
        but: Option<FacetKind>,
        document: &DocumentRef<'a>,
        named: &Named<'a>,
    ) -> bool {
        self.passes_dates(document.published)
            && FacetKind::of_documents()
                .iter()
                .all(|&kind| self.admits(kind, Some(kind) != but, || kind.values(document, named)))
    }

    /// Whether what has these values of a facet passes; `choose` is whether chosen values count,
    /// or only excluded ones.
    pub(crate) fn admits<'v>(
        &self,
        kind: FacetKind,
        choose: bool,
        values: impl FnOnce() -> Vec<Cow<'v, str>>,
    ) -> bool {
        let mut choices = self.choices.iter().filter(|choice| choice.kind == kind).peekable();
        if choices.peek().is_none() {
            return true;
        }
        let values = values();
        let (mut asked, mut has, mut excluded) = (false, false, false);
        for choice in choices {
            let found = values.iter().any(|value| *value == choice.value);
            asked |= !choice.excluded;
            has |= !choice.excluded && found;
            excluded |= choice.excluded && found;
        }
        !excluded && (has || !asked || !choose)
    }

    /// A document passes if it may have been published in time; one without a date does
    /// not pass where dates are asked for.
    pub fn passes_dates(&self, published: Option<Period>) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        published.is_some_and(|date| {
            self.from.is_none_or(|from| date.last_day() >= from.first_day())
                && self.to.is_none_or(|to| date.first_day() <= to.last_day())
        })
    }
}

/// The values of a facet with the number of documents each would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Which.
    pub kind: FacetKind,
    /// Value and number, most documents first; years in their order, latest first.
    pub values: Vec<(String, usize)>,
}

/// Counts the facets of documents that match a query.
pub fn count<'a>(matching: &[DocumentRef<'a>], filter: &Filter, named: &Named<'a>) -> Vec<Facet> {
    let count = |&kind: &FacetKind| {
        let passing =
            matching.iter().filter(|document| filter.passes_but(Some(kind), document, named));
        let Some(entities) = kind.entity() else {
            let values = passing.flat_map(|document| kind.values(document, named));
            return tally(kind, filter, &mut values.map(|value| (value, 1)));
        };
        // Numbers are counted, and words are made once each.
        let mut counts = vec![0; named.archive.entities.len()];
        let all = passing.flat_map(|document| named.of(document.number));
        all.for_each(|entity| counts[entity.number] += 1);
        tally(kind, filter, &mut counted(named.archive, entities, &counts))
    };
    FacetKind::of_documents().iter().map(count).collect()
}

/// Adds up values and puts them in order. Chosen ones are listed even where nothing is left to
/// them.
pub(crate) fn tally(
    kind: FacetKind,
    filter: &Filter,
    values: &mut dyn Iterator<Item = (Cow<'_, str>, usize)>,
) -> Facet {
    let mut counted: Vec<(String, usize)> = Vec::new();
    let mut add = |value: &str, more: usize| match counted
        .binary_search_by(|(other, _)| other.as_str().cmp(value))
    {
        Ok(at) => counted[at].1 += more,
        Err(at) => counted.insert(at, (value.to_owned(), more)),
    };
    for choice in filter.choices.iter().filter(|choice| choice.kind == kind) {
        add(&choice.value, 0);
    }
    values.for_each(|(value, more)| add(&value, more));
    let key = |(at, (value, count)): (usize, &(String, usize))| match kind {
        FacetKind::Year => [!(at as u32), 0, 0, at as u32],
        // Those without a value last.
        _ => [value.is_empty().into(), !(*count as u32), 0, at as u32],
    };
    let mut keys: Vec<Key> = counted.iter().enumerate().map(key).collect();
    sort(&mut keys);
    let values = keys.iter().map(|key| std::mem::take(&mut counted[key[3] as usize])).collect();
    Facet { kind, values }
}

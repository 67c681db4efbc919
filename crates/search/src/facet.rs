//! Facets: by what documents can be narrowed down, and how many each value leaves.
//!
//! Several values of one facet widen the choice (this source or that), values of
//! different facets narrow it (this source and that year), an excluded value always
//! narrows. The counts of a facet leave its own chosen values out of account, so that
//! each says what choosing it as well would bring.

use crate::rank::{Key, sort};
use entente_archive::Document;
use entente_calendar::{Date, Period};

/// What documents are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetKind {
    /// Who published it.
    Source,
    /// The year of publication.
    Year,
}

impl FacetKind {
    /// Every facet, in the order shown.
    pub const ALL: [Self; 2] = [Self::Source, Self::Year];

    /// Its name in addresses and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Year => "year",
        }
    }

    /// The value of a document; empty where it has none.
    pub fn value(self, document: &Document<'_>) -> String {
        match self {
            Self::Source => document.source().to_owned(),
            Self::Year => {
                document.row.published.map_or(String::new(), |date| date.start().year().to_string())
            }
        }
    }
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
    pub fn passes(&self, document: &Document<'_>) -> bool {
        self.passes_dates(document.row.published)
            && FacetKind::ALL.iter().all(|&kind| self.passes_facet(kind, document, true))
    }

    /// Whether a document passes, leaving the chosen values of one facet out of account.
    fn passes_but(&self, but: FacetKind, document: &Document<'_>) -> bool {
        self.passes_dates(document.row.published)
            && FacetKind::ALL.iter().all(|&kind| self.passes_facet(kind, document, kind != but))
    }

    fn passes_facet(&self, kind: FacetKind, document: &Document<'_>, choose: bool) -> bool {
        let mut choices = self.choices.iter().filter(|choice| choice.kind == kind).peekable();
        if choices.peek().is_none() {
            return true;
        }
        let value = kind.value(document);
        let (mut asked, mut has, mut excluded) = (false, false, false);
        for choice in choices {
            asked |= !choice.excluded;
            has |= !choice.excluded && choice.value == value;
            excluded |= choice.excluded && choice.value == value;
        }
        !excluded && (has || !asked || !choose)
    }

    /// A document passes if it may have been published in time; one without a date does
    /// not pass where dates are asked for.
    fn passes_dates(&self, published: Option<Period>) -> bool {
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

/// Counts the facets of documents that match a query. Chosen values are listed even
/// where no document is left to them.
pub fn count(matching: &[Document<'_>], filter: &Filter) -> Vec<Facet> {
    let count = |kind: FacetKind| {
        let mut counted: Vec<(String, usize)> = Vec::new();
        let mut add = |value: String, documents: usize| match counted
            .binary_search_by(|(other, _)| other.cmp(&value))
        {
            Ok(at) => counted[at].1 += documents,
            Err(at) => counted.insert(at, (value, documents)),
        };
        for choice in filter.choices.iter().filter(|choice| choice.kind == kind) {
            add(choice.value.clone(), 0);
        }
        for document in matching.iter().filter(|document| filter.passes_but(kind, document)) {
            add(kind.value(document), 1);
        }
        let key = |(at, (value, documents)): (usize, &(String, usize))| match kind {
            FacetKind::Year => [!(at as u32), 0, 0, at as u32],
            // Those without a value last.
            FacetKind::Source => [value.is_empty().into(), !(*documents as u32), 0, at as u32],
        };
        let mut keys: Vec<Key> = counted.iter().enumerate().map(key).collect();
        sort(&mut keys);
        let values = keys.iter().map(|key| std::mem::take(&mut counted[key[3] as usize])).collect();
        Facet { kind, values }
    };
    FacetKind::ALL.map(count).into()
}

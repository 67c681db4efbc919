//! Search: what the reader types in, ranked documents, exact hits and counts out.
//!
//! In reading order:
//!
//! - [`query`]: the query language; any text is a query
//! - [`plan`]: words of the query become alternatives over the dictionary: spellings,
//!   prefixes, names written solid or apart
//! - [`names`]: the names of entities, for queries by field
//! - [`scan`]: where exactly a pattern stands in a text
//! - [`engine`]: documents that match, by postings first and by scanning what is left
//! - [`rank`]: BM25 over title and body
//! - [`facet`]: entities, sources and years, their counts, and filters over them
//! - [`meetings`]: the meetings of a view
//! - [`snippet`]: the passages that show why a document was found
//! - [`index`]: the other side: counting the words when a corpus is compiled
//!
//! The index knows documents, not positions: positions are the costly part of an index,
//! and what a query leaves after the postings is small enough to be scanned. Phrases
//! and marks come from that scan and are exact in the original bytes.

pub mod engine;
pub mod facet;
pub mod index;
pub mod meetings;
pub mod names;
pub mod plan;
pub mod query;
pub mod rank;
pub mod scan;
pub mod snippet;

pub use engine::{Engine, Hit, HitField, Results};
pub use facet::{FacetKind, Filter};
pub use query::{Note, Query};
pub use snippet::Snippet;

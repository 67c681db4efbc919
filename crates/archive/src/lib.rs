//! The archive: a whole corpus (documents, entities, meetings, index) in one run of bytes.
//!
//! The compiler writes it, the page reads it in place from wherever the bytes lie. In
//! reading order:
//!
//! - [`model`]: what a corpus is made of, as plain values for the writer
//! - [`container`]: label, version, length, checksum and the sections
//! - [`wire`]: numbers, strings, spans and rows as bytes, both ways
//! - [`rows`]: the tables, one row type a kind of thing
//! - [`dictionary`]: the sorted terms of the index, front-coded
//! - [`sentences`]: the sentences and paragraphs of a text
//! - [`postings`]: for each term the documents that have it, and how often
//! - [`write`]: model in, bytes out
//! - [`read`]: bytes in, borrowed views out, after one check of everything
//! - [`meetings`]: the views of meetings, and their checks
//! - [`damage`]: what can be wrong with the bytes
//!
//! Reading never copies a text and never panics: [`Archive::open`] walks all the bytes
//! once, and what it lets through is whole.

pub mod container;
pub mod damage;
pub mod dictionary;
pub mod meetings;
pub mod model;
pub mod postings;
pub mod read;
pub mod rows;
pub mod sentences;
pub mod wire;
pub mod write;

pub use damage::Damage;
pub use meetings::{Attestation, Meeting};
pub use read::{Archive, Document, Entity};
pub use write::write;

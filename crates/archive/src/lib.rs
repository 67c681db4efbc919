//! The archive: a whole corpus (documents, entities, meetings, promises, index) as one value and as
//! bytes.
//!
//! The compiler builds an [`Archive`] of owned values, and [`Archive::to_bytes`] encodes it
//! with serde and postcard. The page decodes the same types with [`Archive::open`]: texts,
//! names and packed lists then borrow from the bytes and are not copied. In reading order:
//!
//! - [`archive`]: the corpus as a whole, and how to find something in it
//! - [`document`], [`entity`], [`meeting`], [`promise`]: what it consists of
//! - [`index`]: terms, and the documents that have them
//! - [`packed`]: long lists that stay in their bytes until they are walked
//! - [`refs`]: values together with their archive, to follow numbers
//! - [`format`](mod@format): label, version, checksum; encoding, decoding and its errors
//! - `check`: whether everything points to something

pub mod archive;
mod check;
pub mod document;
pub mod entity;
pub mod format;
pub mod index;
pub mod meeting;
pub mod packed;
pub mod promise;
pub mod refs;

pub use archive::Archive;
pub use document::{Boilerplate, Document, Passage, Sentence};
pub use entity::{Entity, LocalName, Office, Record};
pub use format::DecodeError;
pub use index::{Index, Posting};
pub use meeting::{Attestation, Country, Meeting, Outcome, Place, Position};
pub use packed::Packed;
pub use promise::{Keeper, Kept, Promise};
pub use refs::{
    AttestationRef, DocumentRef, EntityRef, MeetingRef, OutcomeRef, PlaceRef, PromiseRef, Ref,
};

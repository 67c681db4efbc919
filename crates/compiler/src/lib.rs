//! Documents in, archive out.
//!
//! A corpus is a folder of reports; the compiler reads them, says everything that is
//! wrong with them at once and where, and puts them with what the analysis finds into
//! one archive. In reading order:
//!
//! - [`source`]: what a corpus is before anything is understood: names and bytes
//! - [`issue`], [`fault`], [`text_fault`], [`review_fault`]: what can be wrong, where, and how to mend it
//! - [`line_column`]: lines and columns
//! - `decode`, `format`: bytes as text, or a good guess at what they are instead
//! - `line_ends`: lines that end in something else than LF
//! - `conversion`: signs that a text was converted wrongly before it came here
//! - `table`, `nearest`: TOML with known keys, and the key that was meant
//! - [`front_matter`], `settings`: what is given with a document, and with the corpus
//! - [`authority`], `references`: what the publisher knows of those whom the reports name
//! - [`reviews`]: what somebody says who has read what the analysis finds
//! - [`slug`]: readable ids
//! - [`document`]: a file as id, front matter and body
//! - `analysed`: a document as the archive holds it
//! - `entities`, `meetings`, `promises`: what several reports name and tell, put together
//! - `home`, `visits`: the side from which reports are told, and what was part of a visit
//! - `positions`: where on the globe the meetings are shown
//! - [`compile`](mod@compile): all of it, from source to bytes
//! - [`record`]: a document as one JSON object
//! - [`readable`]: the reports as plain HTML
//! - [`folder`]: the one module that reads files
//!
//! All but [`folder`] is pure: bytes and strings in, values out, the same on every machine.

mod analysed;
pub mod authority;
pub mod compile;
mod conversion;
mod decode;
pub mod document;
mod entities;
pub mod fault;
pub mod folder;
mod format;
pub mod front_matter;
mod home;
pub mod issue;
pub mod line_column;
mod line_ends;
mod meetings;
mod nearest;
mod positions;
mod promises;
pub mod readable;
pub mod record;
mod references;
pub mod review_fault;
pub mod reviews;
mod settings;
pub mod slug;
pub mod source;
mod table;
pub mod text_fault;
mod visits;

pub use compile::{Compiled, Knowledge, check, compile};
pub use fault::Fault;
pub use issue::{Issue, Issues, Severity, printable};
pub use positions::country_names;
pub use source::{Source, SourceFile};

//! What a news report on diplomacy says, found by rules of the genre.
//!
//! Pure and total: any text gives an [`Analysis`], nothing panics, the time is linear in
//! the length. What the rules know of language is data in `lexicon/`, one folder a
//! language; what they know of the genre is said at the head of each module.
//!
//! The floor, in the order of the work:
//! - [`analysis`]: the one result and the one function that makes it
//! - [`span`], `original`: places in the text, as it is read and as it was received
//! - [`gazetteer`]: the countries and cities known, and which words name which
//! - `index`: strings and their numbers
//! - `languages`, `lexicon`, `language`: which languages there are, their word lists, and which of
//!   them a text speaks
//! - `tokens`, `layout`: words, figures and marks; lines and the blocks that they form
//! - [`boilerplate`]: what a page sets around a report, recognised and kept
//! - `items`: the reports of a bulletin
//! - `title`, `casing`, `truecase`: headlines, and capitals turned into names and sentences
//! - [`dates`]: days, months and years, written out or told from the day of the report
//! - [`meetings`]: who met whom, where and when, and what they promised
//! - [`names`]: people, organisations, places, agreements and events

pub mod analysis;
pub mod boilerplate;
mod casing;
pub mod dates;
pub mod gazetteer;
mod grammar;
mod interner;
mod items;
mod language;
mod languages;
mod layout;
mod lexicon;
pub mod meetings;
pub mod names;
mod original;
pub mod span;
mod title;
mod tokens;
mod truecase;

pub use analysis::{Analysis, Dateline, Given, Published, Reference, Title, analyse};
pub use boilerplate::Boilerplate;
pub use dates::{DateEntity, DateMention};
pub use languages::languages;
pub use lexicon::world::country_name;
pub use lexicon::world::is_country;
pub use meetings::promises::{Promise, SignedPaper};
pub use meetings::{Meeting, Outcome, When, Where};
pub use names::{Authority, AuthorityRecord, Clash, NameEntity, Sex, Variant};
pub use span::Span;

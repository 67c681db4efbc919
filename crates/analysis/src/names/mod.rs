//! Who and what a report names: people, organisations, places, agreements, events.
//!
//! In the order of the work:
//! - `annotated`: the text as the finders see it
//! - `people`, `organisations`, `places`, `agreements`, `events`: one finder a kind; the last two
//!   share `noun_phrases`, what stands around a head; `context`: what around a name tells of somebody;
//!   `offices`: what belongs to an office before a name
//! - `postposed`: organisations, agreements and events where the head stands first, with
//!   `complements`, what stands behind it
//! - [`authority`](Authority): names that were reviewed, found and joined by their records
//! - `candidate`: what the finders propose, and which of it stands
//! - `short_forms`: names known from elsewhere in the text, found in part
//! - `merge`, `groups`: mentions that name one thing; `surnames`: of surnames alone; `sex`: a woman and a
//!   man are not one; `sides`: for which country somebody stands, by office and name
//! - `nationality`: for which country a person stands whose office does not tell

mod agreements;
pub(crate) mod annotated;
mod authority;
mod candidate;
mod complements;
mod context;
mod events;
mod groups;
mod merge;
mod nationality;
mod noun_phrases;
mod offices;
mod organisations;
mod people;
mod places;
mod postposed;
mod sex;
pub(crate) mod short_forms;
mod sides;
mod surnames;

use crate::span::Span;
use annotated::AnnotatedTokens;
use entente_model::EntityKind;

pub use sex::Sex;

pub use authority::{Authority, AuthorityRecord, Clash, Variant};

/// Somebody or something that a report names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameEntity {
    /// What it is.
    pub kind: EntityKind,
    /// The name of its authority record, else of a place of the gazetteer its English name,
    /// else the fullest name in the text.
    pub name: String,
    /// The country, as ISO 3166-1 alpha-2: of its authority record, else of a place of the
    /// gazetteer, else of a person the one that most of the offices tell, or the words before
    /// the name; may be empty.
    pub country: String,
    /// The number of its authority record.
    pub record: Option<usize>,
    /// By this it is the same in another report; `None` where a name tells too little, such
    /// as "Ministry of Defence" without a country.
    pub key: Option<String>,
    /// Where it is named, in order.
    pub mentions: Vec<Span>,
    /// Of a person, the words that tell an office, in order.
    pub roles: Vec<Span>,
    /// Of a person, whether the words tell of a woman or a man.
    pub sex: Option<Sex>,
}

/// All that a report names, in the order of the first mention.
pub(crate) fn find(
    annotated: &AnnotatedTokens,
    authority: &Authority,
    report: &str,
) -> Vec<NameEntity> {
    let mut all = Vec::new();
    people::find(annotated, &mut all);
    organisations::find(annotated, &mut all);
    places::find(annotated, &mut all);
    agreements::find(annotated, &mut all);
    events::find(annotated, &mut all);
    postposed::find(annotated, &mut all);
    authority.find(annotated, report, &mut all);
    let mut names = candidate::choose(all);
    short_forms::find(annotated, &mut names);
    let mut names = merge::entities(annotated, &names, authority, report);
    nationality::fill(annotated, &mut names);
    names
}

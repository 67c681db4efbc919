//! Who and what a report names: people, organisations, places, agreements, events.
//!
//! In the order of the work:
//! - `scene`: the text as the finders see it
//! - `people`, `bodies`, `places`, `agreements`, `events`: one finder a kind; the last two
//!   share `headed`, what stands around a head; `around`: what around a name tells of somebody
//! - [`authority`](Authority): names that were reviewed, found and joined by their records
//! - `candidate`: what the finders propose, and which of it stands
//! - `again`: names known from elsewhere in the text, found in part
//! - `join`: mentions that name one thing
//! - `sides`: for which country a person stands whose office does not tell

pub(crate) mod again;
mod agreements;
mod around;
mod authority;
mod bodies;
mod candidate;
mod events;
mod headed;
mod join;
mod people;
mod places;
pub(crate) mod scene;
mod sides;

use crate::span::Span;
use entente_model::EntityKind;
use scene::Scene;

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
}

/// All that a report names, in the order of the first mention.
pub(crate) fn find(scene: &Scene, authority: &Authority, report: &str) -> Vec<NameEntity> {
    let mut all = Vec::new();
    people::find(scene, &mut all);
    bodies::find(scene, &mut all);
    places::find(scene, &mut all);
    agreements::find(scene, &mut all);
    events::find(scene, &mut all);
    authority.find(scene, report, &mut all);
    let mut names = candidate::choose(all);
    again::find(scene, &mut names);
    let mut names = join::entities(scene, &names, authority, report);
    sides::fill(scene, &mut names);
    names
}

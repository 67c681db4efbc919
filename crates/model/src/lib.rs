//! The vocabulary that analysis, archive, compiler, search and page share, defined once.
//!
//! The words of the closed lists are part of the JSON and address contracts: each value has
//! one word, which serde, `as_str`, `Display` and `FromStr` agree on.
//!
//! - [`vocabulary`]: kinds of entities, meetings and promises, statuses, provenances
//! - [`span`]: byte ranges of a text
//! - [`coordinates`]: points on the globe
//! - [`order`]: the order of things

pub mod coordinates;
pub mod order;
pub mod span;
pub mod vocabulary;

pub use coordinates::Coordinates;
pub use span::Span;
pub use vocabulary::{
    Act, BoilerplateKind, DateProvenance, EntityKind, Grain, Grouping, MeetingColumn, MeetingKind,
    PlacePrecision, PlaceProvenance, PointProvenance, PromiseKind, PromiseState,
    PublicationProvenance, Status, TimeOrder, TitleProvenance, UnknownWord,
};

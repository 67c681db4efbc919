//! All that the reports name: the list, and a dossier of each.

mod dossier;
mod list;

pub use dossier::{dossier, sentences};
pub use list::{entities, entity_link};

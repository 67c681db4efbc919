//! All that the reports name: the list, and a dossier of each.
//!
//! - `list`: the list, kind by kind
//! - `dossier`: what the reports say of one entity, made of
//!   - `spellings`: its names as the reports write them
//!   - `record`: what the publisher of the corpus knows of it
//!   - `places_and_times`: where and when it met others
//!   - `offices`: the offices told of it
//!   - `together`: whom and what it appears with
//!   - [`sentences`]: every sentence that names it
//! - `link`: a name that leads to its dossier
//! - `mentions`: where it is named

mod dossier;
mod link;
mod list;
mod mentions;
mod offices;
mod places_and_times;
mod record;
mod sentences;
mod spellings;
mod together;

pub use dossier::{address_of_reports, country, dossier};
pub use link::EntityLink;
pub use list::Entities;
pub use offices::{Told, offices};
pub use places_and_times::{WhereAndWhen, places_and_times};
pub use sentences::sentences;

//! A report: the reading view with boilerplate folded away, or the text as received.
//!
//! - `report`: the page of a report
//! - `toolbar`: the way back, to the neighbours and from hit to hit
//! - `legend`: the kinds of names that are underlined
//! - `text`: both views of a text, with hits marked
//! - [`layout`]: what of a text goes where in the reading view
//! - `fold`: boilerplate that opens in its place
//! - [`hits`]: the walk from hit to hit
//! - [`names`]: names, and what they lead to
//! - [`passage`]: a passage by its address, and what one can do with it
//! - `selection`: the menu of a selection
//! - `pin`: the name that is pointed at or pinned
//! - `panel`: who or what that is, made of
//!   - `titles`: the titles told of a person
//!   - `encounters`: the meetings, and who else was there
//! - [`hidden_kinds`]: the kinds of entity that are not highlighted

mod encounters;
mod fold;
mod hidden_kinds;
mod hits;
mod layout;
mod legend;
mod names;
mod panel;
mod passage;
mod pin;
mod report;
mod selection;
mod text;
mod titles;
mod toolbar;

pub use hidden_kinds::HiddenKinds;
pub use hits::{Walk, walk};
pub use passage::{acts, address as passage_address, sent};
pub use pin::put_away;
pub use report::report;
pub use text::quote;
pub use titles::titles;

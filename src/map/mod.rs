//! The map of where they met: a drawing without tiles and without a network.
//!
//! - `spots`, `visits`: where meetings lie and which have no place; who came from where
//! - `chart`: what is found, the frame, what is open; `frame`: frames and their addresses
//! - `scene`: what is drawn, in the words of the page; `stage`: the window and the drawing in it
//! - `gestures`, `keys`: what changes the frame
//! - `page`: the map among the parts of the page; `card`: what lies behind a mark; `edges`: what
//!   lies outside of the frame; `legend`: what marks and arcs mean
//! - `picture`, `geojson`: what can be taken along; `small`: a map that does nothing

mod card;
mod chart;
mod edges;
mod frame;
mod geojson;
mod gestures;
mod keys;
mod legend;
mod page;
mod picture;
mod scene;
mod small;
mod spots;
mod stage;
mod visits;

pub use frame::address_of;
pub use page::MapPage;
pub use small::{small_map, where_they_met};

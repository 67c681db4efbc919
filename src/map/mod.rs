//! The map of where they met: a drawing without tiles and without a network.
//!
//! `spots` says where meetings lie and which have no place; `chart` keeps the frame and draws,
//! `ground` the land, `marks` what stands on it, `journeys` who came from where; `moves` and
//! `keys` change the frame, and `panel` puts all this among the parts of the page. `picture` and
//! `geojson` are what can be taken along.

mod chart;
mod geojson;
mod ground;
mod journeys;
mod keys;
mod list;
mod marks;
mod moves;
mod panel;
mod picture;
mod spots;

pub use chart::address_of;
pub use panel::{map, page};

//! The map of where they met: a drawing without tiles and without a network.
//!
//! `spots` says where meetings lie and which have no place; `chart` keeps what is found and the
//! frame, `frame` knows frames and their addresses. `drawing` draws `ground`, the land, `marks`,
//! what stands on it, and `journeys`, who came from where; `moves` and `keys` change the frame, and
//! `panel` puts all this among the parts of the page. `picture` and `geojson` are what can be
//! taken along.

mod chart;
mod drawing;
mod frame;
mod geojson;
mod ground;
mod journeys;
mod keys;
mod list;
mod marks;
mod moves;
mod panel;
mod picture;
mod small;
mod spots;

pub use frame::address_of;
pub use panel::{Map, MapPage};
pub use small::small_map;

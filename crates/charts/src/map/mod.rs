//! The map: a mark for each place, as large as there were meetings and with the shape of the host;
//! an arc for each visit; names where there is room.
//!
//! Names give way in this order: seas first, then countries, then visits, then places. Every mark
//! says its name when it is pointed at or has the focus.

mod arcs;
mod edges;
mod marks;
mod names;

pub use arcs::Arcs;
pub use edges::{Edge, EdgeOf, edges};
pub use marks::{Mark, lay};
pub use names::{Names, Room, beside};

use entente_geo::LonLat;
use entente_geo::Viewport;
use entente_geo::labels::Rect;
use entente_model::Status;

/// A place with the meetings that were there.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where it is.
    pub at: LonLat,
    /// Only the country is known: how far it reaches around that point, in kilometres.
    pub reach: Option<u32>,
    /// What it is called on the map.
    pub name: String,
    /// The host by its place among the sides, counted from 0.
    pub side: usize,
    /// Held if one of its meetings was, planned if all of them are.
    pub status: Status,
    /// The numbers of the meetings.
    pub meetings: Vec<usize>,
}

/// A visit: who came from where.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// The capital of the travellers.
    pub from: LonLat,
    /// Where they went, by its place in the list of places.
    pub to: usize,
    /// The travellers by their place among the sides, counted from 0.
    pub side: usize,
    /// Whether it took place.
    pub status: Status,
    /// What stands along its arc: the year and the names.
    pub label: String,
    /// The numbers of its meetings.
    pub meetings: Vec<usize>,
}

/// A name on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapName {
    /// Where its middle is.
    pub at: LonLat,
    /// What it names reaches so far around, in kilometres.
    pub reach: u32,
    /// The name.
    pub name: String,
}

/// Kilometres of a radius of the globe.
const GLOBE: f64 = 6371.0;

/// So many pixels are so many kilometres.
fn pixels(frame: &Viewport, kilometres: u32) -> f64 {
    f64::from(kilometres) / GLOBE * frame.scale()
}

/// The frame as a rectangle.
fn whole(frame: &Viewport) -> Rect {
    Rect { left: 0.0, top: 0.0, width: frame.width, height: frame.height }
}

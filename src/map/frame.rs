//! Frames of the map: in the address, around places, around a meeting.

use super::chart::NEAREST;
use super::spots::degrees;
use crate::address::{MapFrame, Page, View};
use crate::state::AppState;
use entente_archive::MeetingRef;
use entente_geo::{LonLat, Viewport};

/// The least and the most pixels between what the map is fitted to and its edge: a seventh of its
/// width, where buttons and notes stand.
const PADDING: (f64, f64) = (30.0, 200.0);

/// The smallest frame of a width and a height with these places in it, though not nearer than is
/// good to look at.
pub(super) fn around(places: &[LonLat], (width, height): (f64, f64), nearest: f64) -> Viewport {
    let padding = (width / 7.0).max(PADDING.0).min(PADDING.1);
    let frame = Viewport::fit(places, width, height, padding);
    let back = (nearest - frame.zoom).min(0.0);
    frame.zoomed(back, (frame.width / 2.0, frame.height / 2.0))
}

/// The address of the map around a meeting; `None` where it is not on the map.
pub fn address_of(state: AppState, meeting: &MeetingRef<'_>) -> Option<String> {
    let centre = degrees(meeting.position.point?);
    let frame = Viewport { centre, zoom: NEAREST, ..Viewport::world(1.0, 1.0) };
    let view =
        View { page: Page::Map, frame: Some(frame_in_address(&frame)), ..state.fresh_view() };
    Some(view.print())
}

/// The frame that an address names, in a window of the size of another.
pub(super) fn frame_of(asked: MapFrame, size: Viewport) -> Viewport {
    let part = |number: i32, units: f64| f64::from(number) / units;
    let centre =
        LonLat { longitude: part(asked.longitude, 1e4), latitude: part(asked.latitude, 1e4) };
    Viewport { centre, zoom: part(asked.zoom, 100.0), ..size }
}

/// A frame as an address names it.
pub(super) fn frame_in_address(frame: &Viewport) -> MapFrame {
    let units = |number: f64, units: f64| (number * units).round() as i32;
    MapFrame {
        longitude: units(frame.centre.longitude, 1e4),
        latitude: units(frame.centre.latitude, 1e4),
        zoom: units(frame.zoom, 100.0),
    }
}

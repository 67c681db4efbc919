//! What the map shows as `GeoJSON` (RFC 7946): a feature a meeting, all that is known of it as
//! properties. Where only the country is known the point is its middle and the property
//! `position.basis` says so; a meeting without a place is a feature without a geometry, as the
//! format foresees, so that nothing is lost.

use super::chart::Chart;
use crate::api::types::ListedMeeting;
use crate::api::{listed_meetings, to_js};
use crate::files::save;
use js_sys::JSON;
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// All features.
#[derive(Serialize)]
struct FeatureCollection {
    r#type: &'static str,
    features: Vec<Feature>,
}

/// A meeting.
#[derive(Serialize)]
struct Feature {
    r#type: &'static str,
    id: String,
    geometry: Option<Geometry>,
    properties: ListedMeeting,
}

/// A point: longitude and latitude in degrees.
#[derive(Serialize)]
struct Geometry {
    r#type: &'static str,
    coordinates: [f64; 2],
}

/// Saves the meetings of the view.
pub(super) fn save_geojson(chart: &Chart) {
    let state = chart.state;
    let numbers = state.meetings.get_untracked();
    let meetings: Vec<_> =
        numbers.iter().filter_map(|&number| state.archive().meeting(number)).collect();
    let features = listed_meetings(state, &meetings).into_iter().map(|meeting| Feature {
        r#type: "Feature",
        id: meeting.id.clone(),
        geometry: meeting.position.as_ref().map(|position| Geometry {
            r#type: "Point",
            coordinates: [position.longitude, position.latitude],
        }),
        properties: meeting,
    });
    let all = FeatureCollection { r#type: "FeatureCollection", features: features.collect() };
    let text = to_js(&all)
        .and_then(|all| JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &2.into()));
    if let Some(text) = text.ok().and_then(|text| text.as_string()) {
        save(state, state.strings().map, "geojson", "application/geo+json", &text);
    }
}

//! What the map shows as `GeoJSON` (RFC 7946): a feature a meeting, all that is known of it as
//! properties. Where only the country is known the point is its middle and the property
//! `position.basis` says so; a meeting without a place is a feature without a geometry, as the
//! format foresees, so that nothing is lost.

use super::chart::Chart;
use crate::api::{listed_meetings, object};
use crate::files::save;
use js_sys::{Array, JSON, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Saves the meetings of the view.
pub(super) fn save_geojson(chart: &Chart) {
    let state = chart.state;
    let numbers = state.meetings.get_untracked();
    let meetings: Vec<_> =
        numbers.iter().filter_map(|&number| state.archive().meeting(number)).collect();
    let features = Array::new();
    for properties in listed_meetings(state, &meetings).unchecked_into::<Array>() {
        let position = field(&properties, "position");
        let geometry = if position.is_object() {
            let ends = Array::of2(&field(&position, "longitude"), &field(&position, "latitude"));
            object(&[("type", "Point".into()), ("coordinates", ends.into())])
        } else {
            JsValue::NULL
        };
        features.push(&object(&[
            ("type", "Feature".into()),
            ("id", field(&properties, "id")),
            ("geometry", geometry),
            ("properties", properties),
        ]));
    }
    let all = object(&[("type", "FeatureCollection".into()), ("features", features.into())]);
    let text = JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &2.into());
    if let Some(text) = text.ok().and_then(|text| text.as_string()) {
        save(state, state.strings.map, "geojson", "application/geo+json", &text);
    }
}

fn field(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::NULL)
}

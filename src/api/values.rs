//! Values of JavaScript, made by hand: a type with `Serialize` for each object costs the page
//! a serializer of its own.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Sets a field of an object.
pub(super) fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// An object with these fields.
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in fields {
        set(&object, key, value);
    }
    object.into()
}

/// An array.
pub(super) fn list(items: impl IntoIterator<Item = JsValue>) -> JsValue {
    let list = Array::new();
    for item in items {
        list.push(&item);
    }
    list.into()
}

/// A string; null for an empty one.
pub(super) fn text(text: &str) -> JsValue {
    if text.is_empty() { JsValue::NULL } else { JsValue::from_str(text) }
}

/// Pairs of numbers, each as an array.
pub(super) fn pairs(pairs: &[(u32, u32)]) -> JsValue {
    serde_wasm_bindgen::to_value(pairs).unwrap_or(JsValue::NULL)
}

/// What is said of a key of an object that is refused.
pub(super) const REFUSED: &str = " is no filter, or has no such value";

/// Offers each key of an object with each of its values, of which it may have several; with
/// `None` for one that is not there. The first key that is not taken, if there is one.
pub(super) fn first_refused(
    object: &JsValue,
    take: &mut dyn FnMut(&str, Option<&str>) -> bool,
) -> Option<String> {
    for entry in Object::entries(object.unchecked_ref()) {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        let values = entry.get(1);
        let values = if Array::is_array(&values) { values.into() } else { Array::of1(&values) };
        for value in values {
            // A year may be given as a number.
            let whole = || value.as_f64().map(|number| (number as i64).to_string());
            let text = value.as_string().or_else(whole);
            let absent = value.is_undefined() || value.is_null();
            if (text.is_none() && !absent) || !take(&key, text.as_deref()) {
                return Some(key);
            }
        }
    }
    None
}

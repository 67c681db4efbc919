//! Values of JavaScript, made by hand: a type with `Serialize` for each object costs the page
//! a serializer of its own.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// Sets a field of an object.
pub(super) fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// An object with these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
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

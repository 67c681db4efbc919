//! The JavaScript interface `window.entente`, described in `entente.d.ts`.
//!
//! - [`types`]: what goes in and out; `entente.d.ts` is written from them
//! - [`documents`]: what documents there are, and one whole
//! - [`entities`]: whom and what the documents name
//! - [`meetings`]: who met whom, where and when
//! - [`promises`]: what they promised, and what has kept it
//! - [`search`]: what a query finds
//! - [`thread`]: the meetings of two sides as they are drawn
//! - [`view`]: what the page shows, and showing something else
//! - [`given`]: arguments as they come in
//! - [`utf16`]: offsets as JavaScript counts: `text.slice(start, end)` gives what they mean
//!
//! Arguments that mean nothing are a `TypeError` with a sentence.

mod documents;
mod entities;
mod given;
mod meetings;
mod one_or_many;
mod promises;
mod search;
mod thread;
pub mod types;
mod utf16;
mod view;

pub use meetings::listed_meetings;

use crate::state::AppState;
use js_sys::{Error, Function, Object, Promise, Reflect, TypeError};
use leptos::prelude::window;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Makes `window.entente`.
pub fn publish(state: AppState) {
    let api = early().unwrap_or_default();
    set(&api, "version", &JsValue::from_str(env!("CARGO_PKG_VERSION")));
    let functions: [(&str, Method); 10] = [
        ("documents", |state, _, _| documents::documents(state)),
        ("document", |state, id, _| documents::document(state, id)),
        ("entities", |state, options, _| entities::entities(state, options)),
        ("meetings", |state, filter, _| meetings::meetings(state, filter)),
        ("promises", |state, filter, _| promises::promises(state, filter)),
        ("search", search::search),
        ("thread", |state, sides, _| thread::thread(state, sides)),
        ("view", |state, _, _| view::present(state)),
        ("navigate", |state, view, _| view::navigate(state, view)),
        ("on", view::listen),
    ];
    for (name, answer) in functions {
        function(&api, name, answer, state);
    }
    set(&window(), "entente", &api);
    if !settle(&api, "fulfil", &JsValue::UNDEFINED) {
        set(&api, "ready", &Promise::resolve(&JsValue::UNDEFINED));
    }
}

/// Tells those who wait for the interface why there is none.
pub fn refuse(reason: &str) {
    if let Some(api) = early() {
        settle(&api, "refuse", &Error::new(reason));
    }
}

/// The object that the page has made before, with a promise that waits for the application.
fn early() -> Option<Object> {
    Reflect::get(&window(), &"entente".into()).ok()?.dyn_into().ok()
}

/// Ends the waiting; `false` where the page has no promise.
fn settle(api: &Object, how: &str, with: &JsValue) -> bool {
    let function = Reflect::get(api, &how.into()).and_then(JsCast::dyn_into::<Function>);
    for key in ["fulfil", "refuse"] {
        let _ = Reflect::delete_property(api, &key.into());
    }
    function.is_ok_and(|function| function.call1(&JsValue::UNDEFINED, with).is_ok())
}

/// What a function gives back, or what it throws.
type Answer = Result<JsValue, JsValue>;
/// A function of the interface, with its first two arguments.
type Method = fn(AppState, &JsValue, &JsValue) -> Answer;

/// Adds a function of up to two arguments that lives as long as the page.
fn function(api: &Object, name: &str, answer: Method, state: AppState) {
    let closure = Closure::<dyn FnMut(JsValue, JsValue) -> Answer>::new(move |first, second| {
        answer(state, &first, &second)
    });
    set(api, name, &closure.into_js_value());
}

fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// A value as JavaScript has it: maps as objects, what is missing as `null`.
///
/// # Errors
/// What is thrown where it cannot be told.
pub fn to_js(value: &impl Serialize) -> Answer {
    value.serialize(&Serializer::json_compatible()).map_err(|error| wrong(&error.to_string()))
}

fn wrong(message: &str) -> JsValue {
    TypeError::new(message).into()
}

/// The text, or nothing where it is empty.
fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

//! The JavaScript interface `window.entente`, described in `entente.d.ts`.
//!
//! - [`documents`]: what documents there are, and one whole
//! - [`entities`]: whom and what the documents name
//! - [`meetings`]: who met whom, where and when
//! - [`search`]: what a query finds
//! - [`view`]: what the page shows, and showing something else
//! - [`utf16`]: offsets as JavaScript counts: `text.slice(start, end)` gives what they mean
//! - [`values`]: objects, arrays and strings of JavaScript
//!
//! Arguments that mean nothing are a `TypeError` with a sentence.

mod documents;
mod entities;
mod meetings;
mod search;
mod utf16;
mod values;
mod view;

pub use meetings::listed_meetings;
pub use values::object;

use crate::state::State;
use js_sys::{Function, Object, Promise, Reflect, TypeError};
use leptos::prelude::window;
use values::set;
use wasm_bindgen::prelude::*;

/// Makes `window.entente`.
pub fn publish(state: State) {
    // The page has made the object before, with a promise that waits for this moment.
    let field = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok();
    let early = field(&window(), "entente").and_then(|early| early.dyn_into::<Object>().ok());
    let api = early.unwrap_or_default();
    set(&api, "version", &JsValue::from_str(env!("CARGO_PKG_VERSION")));
    let functions: [(&str, Method); 8] = [
        ("documents", documents::documents),
        ("document", documents::document),
        ("entities", entities::entities),
        ("meetings", meetings::meetings),
        ("search", search::search),
        ("view", |state, _, _| view::present(state)),
        ("navigate", view::navigate),
        ("on", view::listen),
    ];
    for (name, answer) in functions {
        function(&api, name, answer, state);
    }
    set(&window(), "entente", &api);
    let fulfil = field(&api, "fulfil").and_then(|fulfil| fulfil.dyn_into::<Function>().ok());
    if let Some(fulfil) = fulfil {
        let _ = fulfil.call0(&JsValue::UNDEFINED);
        let _ = Reflect::delete_property(&api, &"fulfil".into());
    } else {
        set(&api, "ready", &Promise::resolve(&JsValue::UNDEFINED));
    }
}

/// What a function gives back, or what it throws.
type Answer = Result<JsValue, JsValue>;
/// A function of the interface, with its first two arguments.
type Method = fn(State, &JsValue, &JsValue) -> Answer;

/// Adds a function of up to two arguments that lives as long as the page.
fn function(api: &Object, name: &str, answer: Method, state: State) {
    let closure = Closure::<dyn FnMut(JsValue, JsValue) -> Answer>::new(move |first, second| {
        answer(state, &first, &second)
    });
    set(api, name, &closure.into_js_value());
}

fn wrong(message: &str) -> JsValue {
    TypeError::new(message).into()
}

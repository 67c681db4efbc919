//! Effects and handlers of one type each, so that the page has their code once and not once a
//! closure.

use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use web_sys::MouseEvent;

/// Runs a closure soon and again when a signal that it read changes.
pub fn effect(act: impl Fn() + 'static) {
    fn boxed(act: Box<dyn Fn()>) {
        Effect::new(act);
    }
    boxed(Box::new(act));
}

/// A part of a view that is made anew when a signal that it reads changes.
pub fn live<V: IntoAny>(part: impl Fn() -> V + Send + 'static) -> Part {
    Arc::new(Mutex::new(move || part().into_any()))
}

/// A part of a view, whichever closure makes it.
type Part = Arc<Mutex<dyn FnMut() -> AnyView + Send>>;

/// What a button does, whichever way it is pressed.
pub fn pressed(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

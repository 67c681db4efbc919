//! Effects and handlers of one type each, so that the page has their code once and not once a
//! closure.

use leptos::prelude::*;
use web_sys::MouseEvent;

/// Runs a closure soon and again when a signal that it read changes.
pub fn effect(act: impl Fn() + 'static) {
    fn boxed(act: Box<dyn Fn()>) {
        Effect::new(act);
    }
    boxed(Box::new(act));
}

/// What a button does, whichever way it is pressed.
pub fn pressed(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

//! Effects of one type, so that the page has their code once and not once a closure.

use leptos::prelude::*;

/// Runs a closure soon and again when a signal that it read changes.
pub fn effect(act: impl Fn() + 'static) {
    fn boxed(act: Box<dyn Fn()>) {
        Effect::new(act);
    }
    boxed(Box::new(act));
}

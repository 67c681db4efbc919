//! Menus of a few choices.

use crate::views::Views;
use leptos::prelude::*;

/// One choice: its value and what it is called.
pub type Choice = (&'static str, &'static str);

/// The name of a menu whose choices say what it is.
pub fn unseen(name: &'static str) -> AnyView {
    view! { <span class="unseen">{name}</span> }.into_any()
}

/// A menu behind its name. Menus of the browser can be used with any device.
pub fn menu(
    name: impl IntoAny,
    choices: &[Choice],
    chosen: &str,
    choose: Box<dyn Fn(String)>,
) -> AnyView {
    let option = |&(value, words): &Choice| {
        view! { <option value=value selected=value == chosen>{words}</option> }.into_any()
    };
    let options = choices.iter().map(option).views();
    view! {
        <label class="menu">
            {name.into_any()}
            <select on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </label>
    }
    .into_any()
}

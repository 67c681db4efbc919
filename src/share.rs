//! Sharing the present view: by its address, and on paper.

use crate::copy::CopyButton;
use crate::effect::pressed;
use crate::icons::icon;
use crate::state::{AppState, app_state};
use leptos::prelude::*;

/// The button that copies the address.
#[component]
pub fn ShareButton() -> impl IntoView {
    let address = || window().location().href().unwrap_or_default();
    view! {
        <CopyButton class="share" symbol="#i-share" word=app_state().strings().share text=Box::new(address)/>
    }
}

/// The button that prints the page.
pub fn print_button(state: AppState) -> AnyView {
    let print = || {
        let _ = window().print();
    };
    view! {
        <button class="link" type="button" on:click=pressed(print)>
            {icon("#i-print")}
            " "
            <span class="word">{state.strings().print}</span>
        </button>
    }
    .into_any()
}

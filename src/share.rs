//! Sharing the present view by its address.

use crate::copy::CopyButton;
use crate::state::app_state;
use leptos::prelude::*;

/// The button that copies the address.
#[component]
pub fn ShareButton() -> impl IntoView {
    let address = || window().location().href().unwrap_or_default();
    view! {
        <CopyButton class="share" symbol="#i-share" word=app_state().strings().share text=Box::new(address)/>
    }
}

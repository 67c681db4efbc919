//! Icons. They are drawn once, as symbols in `index.html`, and shown by reference.

use leptos::prelude::*;

/// The icon with the id `i-…`. It says nothing by itself: a name stands beside it or on its button.
pub fn icon(symbol: &'static str) -> AnyView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=symbol/>
        </svg>
    }
    .into_any()
}

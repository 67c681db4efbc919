//! The button below a list that shows more of it.

use crate::effect::pressed;
use crate::state::app_state;
use leptos::prelude::*;

/// A button that shows more, as long as there is more.
#[component]
pub fn More(
    /// How many are not shown.
    left: usize,
    /// How many more it shows.
    step: usize,
    /// How many are shown.
    shown: RwSignal<usize>,
) -> impl IntoView {
    (left > 0).then(|| {
        view! {
            <button
                class="more"
                type="button"
                on:click=pressed(move || shown.update(|shown| *shown += step))
            >
                {app_state().strings().more.fill(left.min(step))}
            </button>
        }
        .into_any()
    })
}

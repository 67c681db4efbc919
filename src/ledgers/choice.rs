//! The way from one ledger to the other.

use super::{number_of_agreements, number_of_mechanisms};
use crate::address::Page;
use crate::state::app_state;
use crate::tabs::Tab;
use leptos::prelude::*;

/// Links to both ledgers, of which one is shown.
#[component]
pub(super) fn Choice() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    view! {
        <nav class="ledgers" aria-label=strings.agreements>
            <Tab
                page=Page::Agreements
                name=strings.agreements
                count=number_of_agreements(state)
            />
            <Tab
                page=Page::Mechanisms
                name=strings.mechanisms
                count=number_of_mechanisms(state)
            />
        </nav>
    }
}

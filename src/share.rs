//! Sharing the present view by its address.

use crate::browser;
use crate::effect::pressed;
use crate::icons::icon;
use crate::state::app_state;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// So long the button says that the link was copied.
const SAID: Duration = Duration::from_secs(3);

/// The button that copies the address. Where the browser does not let it, the address is shown.
#[component]
pub fn ShareButton() -> impl IntoView {
    let strings = app_state().strings();
    let copied = RwSignal::new(false);
    let shown = RwSignal::new(None);
    let copy = move || {
        let address = window().location().href().unwrap_or_default();
        spawn_local(async move {
            if browser::copy(&address).await {
                copied.set(true);
                set_timeout(
                    move || {
                        copied.try_set(false);
                    },
                    SAID,
                );
            } else {
                shown.set(Some(address));
            }
        });
    };
    view! {
        <button class="share" type="button" on:click=pressed(copy)>
            {icon("#i-share")}
            <span class="word" role="status">
                {move || if copied.get() { strings.link_copied } else { strings.share }}
            </span>
        </button>
        {move || shown.get().map(|address| view! { <Link address shown/> })}
    }
}

/// The address in a field, selected, to be copied by hand.
#[component]
fn Link(
    /// The address.
    address: String,
    /// Becomes `None` when the dialog is closed.
    shown: RwSignal<Option<String>>,
) -> impl IntoView {
    let strings = app_state().strings();
    let dialog = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let (Some(dialog), Some(field)) = (dialog.get(), field.get()) {
            let _ = dialog.show_modal();
            field.select();
        }
    });
    view! {
        <dialog
            class="link-to-copy"
            node_ref=dialog
            aria-label=strings.link_to_copy
            on:close=move |_| shown.set(None)
        >
            <label>
                {strings.link_to_copy}
                <input type="text" readonly=true value=address node_ref=field/>
            </label>
            <button type="button" on:click=pressed(move || shown.set(None))>
                {strings.close}
            </button>
        </dialog>
    }
}

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

/// The button that copies the address. Where the browser does not let it, the address is shown in
/// a field, selected.
#[component]
pub fn ShareButton() -> impl IntoView {
    let strings = app_state().strings();
    let copied = RwSignal::new(false);
    let dialog = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    let show = move |address: &str| {
        let (Some(dialog), Some(field)) = (dialog.get_untracked(), field.get_untracked()) else {
            return;
        };
        field.set_value(address);
        let _ = dialog.show_modal();
        field.select();
    };
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
                show(&address);
            }
        });
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <button class="share" type="button" on:click=pressed(copy)>
            {icon("#i-share")}
            <span class="word" role="status">
                {move || if copied.get() { strings.link_copied } else { strings.share }}
            </span>
        </button>
        <dialog class="link-to-copy" node_ref=dialog aria-label=strings.link_to_copy>
            <label>
                {strings.link_to_copy}
                <input type="text" readonly=true node_ref=field/>
            </label>
            <button type="button" on:click=pressed(close)>
                {strings.close}
            </button>
        </dialog>
    }
}

//! Buttons that put text on the clipboard.

use crate::browser;
use crate::effect::{live, pressed};
use crate::icons::icon;
use crate::state::app_state;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// So long the button says that the text was copied.
const SAID: Duration = Duration::from_secs(3);

/// A button that copies a text and says so. Where the browser does not let it, the text is shown.
#[component]
pub fn CopyButton(
    /// Its class.
    class: &'static str,
    /// Its icon, as `#` and an id.
    symbol: &'static str,
    /// What it says, until the text was copied.
    word: &'static str,
    /// What it copies.
    text: Box<dyn Fn() -> String>,
) -> impl IntoView {
    let strings = app_state().strings();
    let copied = RwSignal::new(false);
    let shown = RwSignal::new(None);
    let copy = move || {
        let text = text();
        spawn_local(async move {
            if browser::copy(&text).await {
                copied.try_set(true);
                let silent = move || {
                    copied.try_set(false);
                };
                set_timeout(silent, SAID);
            } else {
                shown.try_set(Some(text));
            }
        });
    };
    view! {
        <button class=class class:copied=copied type="button" on:click=pressed(copy)>
            {icon(symbol)}
            <span class="word" role="status">
                {live(move || if copied.get() { strings.copied } else { word })}
            </span>
        </button>
        {live(move || shown.get().map(|text| view! { <ToCopy text shown/> }.into_any()))}
    }
}

/// A text in a field, selected, to be copied by hand.
#[component]
fn ToCopy(
    /// The text.
    text: String,
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
            aria-label=strings.to_copy
            on:close=move |_| shown.set(None)
        >
            <label>
                {strings.to_copy}
                <input type="text" readonly=true value=text node_ref=field/>
            </label>
            <button type="button" on:click=pressed(move || shown.set(None))>
                {strings.close}
            </button>
        </dialog>
    }
}

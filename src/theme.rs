//! Light, dark, or as the system has it; kept for later visits.

use crate::browser;
use crate::state::State;
use leptos::prelude::*;

const KEY: &str = "entente.theme";
/// Values of `data-theme` on the root; the first means that there is none.
const THEMES: [&str; 3] = ["", "light", "dark"];

#[component]
pub fn ThemeButton() -> impl IntoView {
    let strings = State::get().strings;
    let kept = browser::stored(KEY).unwrap_or_default();
    let theme = RwSignal::new(THEMES.iter().position(|name| *name == kept).unwrap_or(0));
    Effect::new(move |_| {
        let name = THEMES[theme.get()];
        if let Some(root) = document().document_element() {
            let _ = match name {
                "" => root.remove_attribute("data-theme"),
                name => root.set_attribute("data-theme", name),
            };
        }
        browser::store(KEY, Some(name).filter(|name| !name.is_empty()));
    });
    let name = move || strings.theme_names[theme.get()];
    view! {
        <button on:click=move |_| theme.update(|theme| *theme = (*theme + 1) % THEMES.len())>
            {strings.theme}": "<span class="now">{name}</span>
        </button>
    }
}

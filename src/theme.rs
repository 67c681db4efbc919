//! Light, dark, or as the system has it; kept for later visits.

use crate::browser;
use crate::dom::{self, El, effect, part};
use crate::state::State;
use leptos::prelude::*;

const KEY: &str = "entente.theme";
/// Values of `data-theme` on the root; the first means that there is none.
const THEMES: [&str; 3] = ["", "light", "dark"];

/// The button that goes from one theme to the next.
pub fn button(state: State) -> El {
    let strings = state.strings;
    let kept = browser::stored(KEY).unwrap_or_default();
    let theme = RwSignal::new(THEMES.iter().position(|name| *name == kept).unwrap_or(0));
    effect(move || {
        let name = THEMES[theme.get()];
        if let Some(root) = document().document_element() {
            let _ = match name {
                "" => root.remove_attribute("data-theme"),
                name => root.set_attribute("data-theme", name),
            };
        }
        browser::store(KEY, Some(name).filter(|name| !name.is_empty()));
    });
    let name = move || strings.theme_names[theme.get()].to_owned();
    let next = move || theme.set((theme.get_untracked() + 1) % THEMES.len());
    dom::button("theme", next)
        .text(strings.theme)
        .text(": ")
        .add(part("span", "now").live_text(name))
}

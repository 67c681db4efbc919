//! Light, dark, or as the system has it; kept for later visits.

use crate::browser;
use crate::effect::pressed;
use crate::icons::icon;
use crate::state::app_state;
use leptos::prelude::*;

const KEY: &str = "entente.theme";

/// The colours of the page, in the order of their names in [`crate::i18n::Strings`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme` on the root, and of the store.
    const fn as_str(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The theme that an earlier visit left.
    fn stored() -> Self {
        let kept = browser::stored(KEY);
        let known = Self::ALL.into_iter().find(|theme| theme.as_str() == kept.as_deref());
        known.unwrap_or_default()
    }

    const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// Gives the page these colours, now and on later visits.
    fn apply(self) {
        if let Some(root) = document().document_element() {
            let _ = match self.as_str() {
                Some(name) => root.set_attribute("data-theme", name),
                None => root.remove_attribute("data-theme"),
            };
        }
        browser::store(KEY, self.as_str());
    }
}

/// The button that goes from one theme to the next.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let strings = app_state().strings();
    let theme = RwSignal::new(Theme::stored());
    Effect::new(move || theme.get().apply());
    let name = move || strings.labelled(strings.theme, strings.theme_names[theme.get() as usize]);
    view! {
        <button
            class="theme"
            type="button"
            title=name
            on:click=pressed(move || theme.update(|now| *now = now.next()))
        >
            {icon("#i-theme")}
            <span class="unseen now">{name}</span>
        </button>
    }
}

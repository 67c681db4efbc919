//! The language of the page, and of names where the publisher of the corpus gives them in several:
//! that of the address, else the one chosen on an earlier visit, else the browser's.

use crate::address::View;
use crate::browser;
use crate::icons::icon;
use crate::state::{Step, app_state};
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

const KEY: &str = "entente.language";

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Where nothing else is asked for.
    #[default]
    English,
    Vietnamese,
    French,
}

impl Language {
    /// All languages, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::English, Self::Vietnamese, Self::French];

    /// The code of the language (ISO 639-1), as in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Vietnamese => "vi",
            Self::French => "fr",
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Vietnamese => "Tiếng Việt",
            Self::French => "Français",
        }
    }

    /// The language of a tag (BCP 47) by its first part, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let code = tag.split('-').next();
        Self::ALL.into_iter().find(|language| Some(language.code()) == code)
    }

    /// The language in which a view is shown.
    pub fn for_view(view: &View) -> Self {
        let kept = || browser::stored(KEY).and_then(|code| Self::from_tag(&code));
        let own = || Self::from_tag(&window().navigator().language()?);
        view.language.or_else(kept).or_else(own).unwrap_or_default()
    }
}

#[wasm_bindgen]
extern "C" {
    /// The browser's names of countries.
    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(languages: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn of(this: &DisplayNames, code: &str) -> Result<String, JsValue>;
}

/// The name of a country in a language, by its code (ISO 3166-1 alpha-2).
pub fn country(code: &str, language: Language) -> String {
    // As Vietnamese newspapers in English spell it.
    if (code, language) == ("VN", Language::English) {
        return "Việt Nam".to_owned();
    }
    in_browser(code, language)
}

/// The browser's name of a country; the code where it knows none.
pub fn in_browser(code: &str, language: Language) -> String {
    let names = NAMES.with(|names| names.get(language as usize).cloned().flatten());
    names.and_then(|names| names.of(code).ok()).unwrap_or_else(|| code.to_owned())
}

thread_local! {
    /// The browser's names of countries in every language. To ask for them takes longer than all
    /// else that a letter typed sets going.
    static NAMES: [Option<DisplayNames>; 3] = Language::ALL.map(|language| {
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
        DisplayNames::new(language.code(), &options).ok()
    });
}

/// Id of the menu, which keeps the focus while the page is made anew.
const MENU: &str = "language";

/// The menu of languages.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let state = app_state();
    let chosen = state.language.get();
    let choose = move |event| {
        let Some(language) = Language::from_tag(&event_target_value(&event)) else { return };
        browser::store(KEY, Some(language.code()));
        let view = View { language: Some(language), ..state.view.get_untracked() };
        state.navigate(view, Step::Replace);
    };
    let option = |language: Language| {
        let code = language.code();
        view! {
            <option value=code lang=code selected=language == chosen>
                {language.own_name()}
            </option>
        }
        .into_any()
    };
    view! {
        <label class="language">
            {icon("#i-globe")}
            <span class="unseen">{state.strings().language}</span>
            <select id=MENU on:change=choose>
                {Language::ALL.into_iter().map(option).collect::<Vec<_>>()}
            </select>
        </label>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Language;

    #[test]
    fn languages_are_known_by_the_first_part_of_their_tags() {
        assert_eq!(Language::from_tag("fr-CA"), Some(Language::French));
        assert_eq!(Language::from_tag("vi"), Some(Language::Vietnamese));
        assert_eq!(Language::from_tag("fry"), None);
        assert_eq!(Language::from_tag(""), None);
    }
}

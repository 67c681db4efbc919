//! The language in which names are shown, where the publisher of the corpus gives them in
//! several: that of the address, else the one chosen on an earlier visit, else the browser's.

use crate::address::View;
use crate::browser;
use crate::dom::{self, El, part};
use crate::state::{State, Step};
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

const KEY: &str = "entente.language";

/// Codes and names; the first where nothing else is asked for.
pub const LANGUAGES: [(&str, &str); 3] =
    [("en", "English"), ("vi", "Tiếng Việt"), ("fr", "Français")];

/// The number of a language, if it is one of ours; what follows a hyphen is left out.
pub fn known(tag: &str) -> Option<usize> {
    let code = tag.split('-').next();
    LANGUAGES.iter().position(|(known, _)| Some(*known) == code)
}

/// The language of a view.
pub fn of(view: &View) -> usize {
    let kept = || browser::stored(KEY).and_then(|code| known(&code));
    let own = || known(&window().navigator().language()?);
    view.language.or_else(kept).or_else(own).unwrap_or(0)
}

#[wasm_bindgen]
extern "C" {
    /// The browser's names of countries.
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(languages: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn of(this: &DisplayNames, code: &str) -> Result<String, JsValue>;
}

/// The name of a country in a language, by its code (ISO 3166-1 alpha-2); the code itself
/// where the browser knows no name.
pub fn country(code: &str, language: usize) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"region".into());
    let names = DisplayNames::new(LANGUAGES[language].0, &options);
    names.and_then(|names| names.of(code)).unwrap_or_else(|_| code.to_owned())
}

/// The button that goes from one language to the next.
pub fn button(state: State) -> El {
    let next = move || {
        let next = (state.language.get_untracked() + 1) % LANGUAGES.len();
        browser::store(KEY, Some(LANGUAGES[next].0));
        let mut view = state.view.get_untracked();
        view.language = Some(next);
        state.navigate(view, Step::Replace);
    };
    let name = move || LANGUAGES[state.language.get()].1.to_owned();
    dom::button("theme", next)
        .add(part("span", "what").text(state.strings.names_in).text(" "))
        .add(part("span", "now").live_text(name))
}

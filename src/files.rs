//! Files that a reader takes along: made when they are asked for, named by the corpus and the
//! view. Nothing leaves the page.

use crate::state::AppState;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// The most bytes of a file name, without its ending.
const LONGEST_NAME: usize = 120;

/// Saves a text of a media type as a file: what it holds, and its ending.
pub fn save(state: AppState, what: &str, ending: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    save_from(state, what, ending, &address);
    let _ = Url::revoke_object_url(&address);
}

/// Saves what lies at an address of this page's own making.
pub fn save_from(state: AppState, what: &str, ending: &str, address: &str) {
    let name = state.view.with_untracked(|view| {
        let choices = view.filter_pairs();
        let mut parts = vec![&*state.archive().title, what, &view.query];
        parts.extend(choices.iter().map(|(_, value)| value.as_str()));
        file_name(&parts)
    });
    // Only an invalid name is refused.
    let Ok(link) = document().create_element("a") else { return };
    let _ = link.set_attribute("href", address);
    let _ = link.set_attribute("download", &[&name, ".", ending].concat());
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
}

/// A name for a file that every system takes.
fn file_name(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let mut name = String::new();
    for c in parts.join(" - ").chars() {
        let bad = c.is_control() || "/\\:*?\"<>|".contains(c);
        if name.len() < LONGEST_NAME {
            name.push(if bad { '_' } else { c });
        }
    }
    name.trim_matches(['.', ' ']).to_owned()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_corpus_and_view() {
        let name = file_name(&["Việt Nam / France", "Meetings", "", "\"peace\""]);
        assert_eq!(name, "Việt Nam _ France - Meetings - _peace_");
        assert!(file_name(&[&"ế".repeat(300)]).len() < LONGEST_NAME + 4);
        assert_eq!(file_name(&["..x. "]), "x");
    }
}

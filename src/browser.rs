//! The outside world: address bar, history, storage, scrolling, focus.
//!
//! Everything here may be refused (a local file, storage switched off, a frame): then
//! nothing happens, and the page goes on without it.

use js_sys::futures::JsFuture;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Clipboard, Element, FocusOptions, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, KeyboardEvent, ResizeObserver, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// The fragment of the address, with `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Shows another fragment in the address bar, as a new entry of the history or in place
/// of the present one.
pub fn show_fragment(fragment: &str, replace: bool) {
    let history = window().history();
    let changed = history.and_then(|history| match replace {
        true => history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)),
        false => history.push_state_with_url(&JsValue::NULL, "", Some(fragment)),
    });
    if changed.is_err() {
        let _ = window().location().set_hash(fragment);
    }
}

/// A value that an earlier visit left.
pub fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Leaves a value for later visits; `None` takes it away.
pub fn store(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// Puts a text on the clipboard; `false` where the browser has none or does not let it.
pub async fn copy(text: &str) -> bool {
    let clipboard = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    let clipboard = clipboard.ok().and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok());
    match clipboard {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the keyboard focus to an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the keyboard focus to the next (1) or the previous (-1) link or button of the same item of
/// a list.
pub fn focus_neighbour(event: &KeyboardEvent, step: i32) {
    event.prevent_default();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target else { return };
    let item = target.closest("li").ok().flatten();
    let Some(all) = item.and_then(|item| item.query_selector_all("a, button").ok()) else { return };
    let is_target =
        |&place: &u32| all.item(place).is_some_and(|one| one.is_same_node(Some(&target)));
    let next =
        (0..all.length()).find(is_target).and_then(|place: u32| place.checked_add_signed(step));
    let next = next.and_then(|place| all.item(place)?.dyn_into::<HtmlElement>().ok());
    if let Some(next) = next {
        let _ = next.focus();
    }
}

/// Moves the keyboard focus to an element and leaves the window where it is.
pub fn focus_in_place(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Elements of drawings have the method as well.
        let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
    }
}

/// Moves the keyboard focus to the first element of a selector.
pub fn focus_first(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Calls a closure when the size of an element is known or has changed, as long as the present
/// owner lives.
pub fn on_resize(element: &Element, act: impl FnMut() + 'static) {
    fn boxed(element: &Element, act: Box<dyn FnMut()>) {
        let act = Closure::wrap(act);
        let Ok(observer) = ResizeObserver::new(act.as_ref().unchecked_ref()) else { return };
        observer.observe(element);
        let held = StoredValue::new_local((observer, act));
        on_cleanup(move || {
            held.try_with_value(|(observer, _)| observer.disconnect());
        });
    }
    boxed(element, Box::new(act));
}

/// Calls a closure once an element is nearer to the window than so many pixels, above or below.
pub fn when_near(element: &Element, pixels: u32, act: impl FnMut() + 'static) {
    fn boxed(element: &Element, pixels: u32, mut act: Box<dyn FnMut()>) {
        let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let near = entries
                .iter()
                .any(|entry| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
            if near {
                act();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&[&pixels.to_string(), "px 0px"].concat());
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
        let Ok(observer) = observer else { return };
        observer.observe(element);
        let held = StoredValue::new_local((observer, seen));
        on_cleanup(move || {
            held.try_with_value(|(observer, _)| observer.disconnect());
        });
    }
    boxed(element, pixels, Box::new(act));
}

/// Calls a closure when what is selected on the page has changed, as long as the present owner
/// lives.
pub fn on_selection(mut act: impl FnMut(()) + 'static) {
    let heard = Closure::<dyn FnMut()>::new(move || act(()));
    let _ = document().add_event_listener_with_callback(SELECTION, heard.as_ref().unchecked_ref());
    let heard = StoredValue::new_local(heard);
    on_cleanup(move || {
        heard.try_with_value(|heard| {
            let heard = heard.as_ref().unchecked_ref();
            document().remove_event_listener_with_callback(SELECTION, heard)
        });
    });
}

const SELECTION: &str = "selectionchange";

/// For a list that is about to be made anew: if the element that has the focus goes or becomes
/// another, the focus goes to the one that then has its id, wherever in the list it stands.
pub fn keep_focus() {
    let focused = document().active_element().filter(|focused| !focused.id().is_empty());
    let Some(focused) = focused else { return };
    let id = focused.id();
    queue_microtask(move || {
        let now = document().active_element();
        let lost = now.is_none_or(|now| {
            now.tag_name() == "BODY" || (now.is_same_node(Some(&focused)) && now.id() != id)
        });
        if lost {
            focus_in_place(&id);
        }
    });
}

/// Whether the window has room for three columns.
pub fn is_wide() -> bool {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width >= 1100.0)
}

/// Brings an element to the middle of the window.
pub fn scroll_to(id: &str) {
    scroll_to_first(&["#", id].concat());
}

/// Brings the first element of a selector to the middle of the window.
pub fn scroll_to_first(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Whether a key press is meant for a field in which one types, or for the browser.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let in_field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            element.matches("input, textarea, select, [contenteditable]").unwrap_or(false)
        });
    in_field || event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing()
}

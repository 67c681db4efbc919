//! Elements, as thin as they can be: a builder over the DOM for Leptos' reactive system.
//!
//! Temporary: components and `view!` take its place, part by part (see [`crate::old`]).
//!
//! What may change is given as a closure and runs again, in an owner of its own, when a
//! signal that it read changes: text ([`El::live_text`]), an attribute ([`El::live_attr`])
//! or all that an element contains ([`El::live`]).

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, FocusOptions, HtmlElement, Text};

/// An element under construction.
#[derive(Clone)]
pub struct El(Element);

/// A new element of HTML.
pub fn el(tag: &str) -> El {
    // Only an invalid name is refused, and tags are constants of this program.
    El(document().create_element(tag).expect("a valid tag"))
}

/// A new element with a class.
pub fn part(tag: &str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A link.
pub fn link(address: impl AsRef<str>) -> El {
    el("a").attr("href", address)
}

/// A button that does something.
pub fn button(class: &str, act: impl FnMut() + 'static) -> El {
    let mut act = act;
    part("button", class).attr("type", "button").on("click", move |_| act())
}

/// Runs a closure now and again when a signal that it read changes.
pub fn effect(act: impl Fn() + 'static) -> Effect<LocalStorage> {
    fn boxed(act: Box<dyn Fn()>) -> Effect<LocalStorage> {
        Effect::new(move |_: Option<()>| act())
    }
    boxed(Box::new(act))
}

impl El {
    /// The element that is there under this id.
    pub fn find(id: &str) -> Option<Self> {
        document().get_element_by_id(id).map(Self)
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: impl AsRef<str>) -> Self {
        // One of this code, and not one for every kind of text.
        fn set(el: El, name: &str, value: &str) -> El {
            let _ = el.0.set_attribute(name, value);
            el
        }
        set(self, name, value.as_ref())
    }

    /// Sets an attribute without a value.
    pub fn flag(self, name: &str, on: bool) -> Self {
        set_or_remove(&self.0, name, on.then_some(""));
        self
    }

    /// Appends text.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        fn append(el: El, text: &str) -> El {
            let _ = el.0.append_child(&document().create_text_node(text));
            el
        }
        append(self, text.as_ref())
    }

    /// Appends an element.
    #[allow(clippy::needless_pass_by_value)] // it belongs to its parent from here on
    pub fn add(self, child: El) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Appends an element, if there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Appends elements.
    pub fn all(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.add(child);
        }
        self
    }

    /// Calls a closure with every event of a kind.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Appends text that changes.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        fn boxed(node: Text, text: Box<dyn Fn() -> String>) {
            effect(move || node.set_data(&text()));
        }
        let node = document().create_text_node("");
        let _ = self.0.append_child(&node);
        boxed(node, Box::new(text));
        self
    }

    /// Sets an attribute that changes; `None` takes it away.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        fn boxed(element: Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
            effect(move || set_or_remove(&element, name, value().as_deref()));
        }
        boxed(self.0.clone(), name, Box::new(value));
        self
    }

    /// Sets an attribute without a value that comes and goes.
    pub fn live_flag(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || on().then(String::new))
    }

    /// Fills the element, and empties and fills it again when a signal changes. The focus
    /// stays where it was if the same id is there again.
    pub fn live(self, fill: impl Fn(El) + 'static) -> Self {
        // Boxed, so that there is one of this code and not one for every closure.
        fn boxed(host: Element, fill: Box<dyn Fn(El)>) {
            effect(move || {
                let focused = document().active_element().filter(|focused| {
                    host.contains(Some(focused)) && *focused != host && !focused.id().is_empty()
                });
                host.set_text_content(None);
                fill(El(host.clone()));
                // The window stays where it is: what has the focus need not be what one looks at.
                if let Some(again) = focused.and_then(|focused| El::find(&focused.id())) {
                    let options = FocusOptions::new();
                    options.set_prevent_scroll(true);
                    // Elements of drawings have the method as well.
                    let element = again.0.unchecked_ref::<HtmlElement>();
                    let _ = element.focus_with_options(&options);
                }
            });
        }
        boxed(self.0.clone(), Box::new(fill));
        self
    }
}

fn listen(target: &web_sys::EventTarget, event: &str, act: Box<dyn FnMut(Event)>) {
    let act = Closure::wrap(act).into_js_value();
    let _ = target.add_event_listener_with_callback(event, act.unchecked_ref());
}

fn set_or_remove(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::*;
    use wasm_bindgen_futures::JsFuture;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    /// An element in the page, made in an owner as the application makes its own.
    fn shown(make: impl FnOnce() -> El + 'static) -> Element {
        let element = std::rc::Rc::new(std::cell::RefCell::new(None));
        let made = element.clone();
        mount_to_body(move || {
            let host = make();
            let body = document().body().expect("a page has a body");
            let _ = body.append_child(&host.0);
            made.replace(Some(host.0));
        });
        element.take().expect("mounting runs at once")
    }

    /// Lets effects run: they wait for the end of the present task.
    async fn settled() {
        for _ in 0..3 {
            let _ = JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL)).await;
        }
    }

    #[wasm_bindgen_test]
    async fn text_and_attributes_follow_their_signals() {
        let name = RwSignal::new("Paris".to_owned());
        let host = shown(move || {
            let here = move || name.with(|name| (name == "Paris").then(|| "here".to_owned()));
            el("p").text("in ").live_text(move || name.get()).live_attr("class", here)
        });
        settled().await;
        assert_eq!(host.outer_html(), "<p class=\"here\">in Paris</p>");
        name.set("<Hà Nội>".into());
        settled().await;
        assert_eq!(host.outer_html(), "<p>in &lt;Hà Nội&gt;</p>");
    }

    #[wasm_bindgen_test]
    async fn a_refilled_element_keeps_the_focus_and_no_old_effects() {
        let (count, inner) = (RwSignal::new(1), RwSignal::new(0));
        let runs = std::rc::Rc::new(std::cell::Cell::new(0));
        let seen = runs.clone();
        let host = shown(move || {
            el("div").live(move |host| {
                let seen = seen.clone();
                let word = move || {
                    seen.set(seen.get() + 1);
                    inner.get().to_string()
                };
                let button = button("b", || ()).attr("id", "kept").live_text(word);
                host.text(&count.get().to_string()).add(button);
            })
        });
        settled().await;
        crate::browser::focus("kept");
        count.set(2);
        settled().await;
        assert_eq!(host.text_content().as_deref(), Some("20"));
        let focused = document().active_element().map(|focused| focused.id());
        assert_eq!(focused.as_deref(), Some("kept"));
        let before = runs.get();
        inner.set(5);
        settled().await;
        assert_eq!(runs.get(), before + 1, "only the button that is there follows the signal");
    }
}

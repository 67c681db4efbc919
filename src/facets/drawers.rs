//! The drawers of the bar of facets: one is open at a time.

use crate::effect::pressed;
use crate::icons::icon;
use entente_search::FacetKind;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drawer {
    /// The values of a facet.
    Facet(FacetKind),
    /// The fields for dates.
    Dates,
}

/// Which of them is open.
#[derive(Clone, Copy)]
pub(super) struct Drawers(RwSignal<Option<Drawer>>);

impl Drawers {
    /// All closed; a click elsewhere closes what is opened.
    pub fn new() -> Self {
        let open = RwSignal::new(None);
        let close = window_event_listener(ev::click, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let inside =
                target.is_some_and(|target| target.closest(".facets").ok().flatten().is_some());
            if !inside && open.get_untracked().is_some() {
                open.set(None);
            }
        });
        on_cleanup(move || close.remove());
        Self(open)
    }

    /// Closes the one that is open; `false` where none is.
    pub fn close(self) -> bool {
        let was_open = self.0.get_untracked().is_some();
        if was_open {
            self.0.set(None);
        }
        was_open
    }

    /// A drawer with its handle.
    pub fn drawer(self, drawer: Drawer, name: &'static str, content: AnyView) -> AnyView {
        let Self(open) = self;
        let is_open = move || open.get() == Some(drawer);
        let toggle = move || {
            open.update(|open| *open = Some(drawer).filter(|_| *open != Some(drawer)));
        };
        let expanded = move || if is_open() { "true" } else { "false" };
        let id = match drawer {
            Drawer::Facet(kind) => ["facet-", kind.name()].concat(),
            Drawer::Dates => "facet-dates".to_owned(),
        };
        view! {
            <section class="facet" class:open=is_open>
                <h2>
                    <button class="handle" type="button" id=id aria-expanded=expanded on:click=pressed(toggle)>
                        {name}
                        {icon("#i-v")}
                    </button>
                </h2>
                <div class="drawer">{content}</div>
            </section>
        }
        .into_any()
    }
}

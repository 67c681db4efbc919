//! The bridge between components and parts that build their elements with [`crate::dom`].
//!
//! Temporary: both go when the last part is a component. [`old`] puts such a part into `view!`;
//! [`El::view`] puts what a component shows into such a part.

use crate::dom::El;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use web_sys::{Element, Node};

/// Elements that are made when the view that holds them is.
pub struct Old(Box<dyn FnOnce() -> Vec<El> + Send>);

/// The elements that a part makes, to stand in a view: at least one.
pub fn old<E: IntoIterator<Item = El>>(make: impl FnOnce() -> E + Send + 'static) -> Old {
    Old(Box::new(move || make().into_iter().collect()))
}

/// The elements of a part that stand in the page.
pub struct OldElements(Vec<Element>);

impl Render for Old {
    type State = OldElements;

    fn build(self) -> OldElements {
        OldElements((self.0)().iter().map(|made| made.element().clone()).collect())
    }

    fn rebuild(self, state: &mut OldElements) {
        let mut made = self.build();
        state.insert_before_this(&mut made);
        state.unmount();
        *state = made;
    }
}

impl Mountable for OldElements {
    fn unmount(&mut self) {
        self.0.iter().for_each(Element::remove);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for element in &self.0 {
            let _ = parent.insert_before(element, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.first().is_some_and(|first| first.insert_before_this(child))
    }

    fn elements(&self) -> Vec<Element> {
        self.0.clone()
    }
}

// What follows is for pages that a server renders, and for attributes that are passed on: neither
// is here.

impl AddAnyAttr for Old {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Old {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> OldElements {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl El {
    /// Appends what a component shows, which lives as long as the owner of the part.
    pub fn view(self, view: impl IntoView + 'static) -> Self {
        fn append(host: &Element, view: AnyView) {
            let mut state = view.build();
            state.mount(host, None);
            StoredValue::new_local(state);
        }
        append(self.element(), view.into_any());
        self
    }
}

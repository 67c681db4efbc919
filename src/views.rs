//! Views put together.

use leptos::prelude::AnyView;

/// Puts views together that an iterator makes. The page has this code once and not once an
/// iterator, as it would with `collect`: more than a kilobyte less at Brotli.
pub trait Views: Iterator<Item = AnyView> + Sized {
    /// All of them.
    fn views(mut self) -> Vec<AnyView> {
        fn all(views: &mut dyn Iterator<Item = AnyView>) -> Vec<AnyView> {
            views.collect()
        }
        all(&mut self)
    }
}

impl<I: Iterator<Item = AnyView>> Views for I {}

//! The Thread: who met whom, drawn as two rails with a rung a meeting.
//!
//! - [`scene`]: the meetings, promises and sides of the view, and their drawing
//! - [`words`]: names, dates and sentences
//! - [`view`]: all of it on the page
//! - [`lede`]: the sentence above
//! - [`sides`]: the heads of the two rails, and the choice of others
//! - [`rails`]: rails, rungs, stays, seals and promises as SVG
//! - [`shapes`]: marks of sides and seals
//! - [`rows`]: dates, names and titles, and the keys
//! - [`between`]: years, silences and words between the rails
//! - [`evidence`]: the sentences of the chosen meeting
//! - [`legend`]: what the lines mean

mod between;
mod evidence;
mod lede;
mod legend;
mod rails;
mod rows;
mod scene;
mod shapes;
mod sides;
mod view;
mod words;

use crate::dom::{El, part};
use crate::state::State;
use leptos::prelude::*;
use view::ThreadPage;

/// The Thread of the present view, in an element that stands in the frame; it goes with the owner
/// in which it was made.
pub fn thread(state: State) -> El {
    let host = part("div", "thread-page");
    let mut shown = view! { <ThreadPage state=state/> }.into_any().build();
    shown.mount(host.element(), None);
    StoredValue::new_local(shown);
    host
}

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

pub use legend::{promise as small_promise, small_seal};
pub use scene::Scene;
pub use view::Thread;
pub use words::{full_names, promised, short_name};

//! Meetings.
//!
//! - [`title`]: what a meeting is called

mod title;

pub use title::title;

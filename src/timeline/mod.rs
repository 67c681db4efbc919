//! When they met: the axis below the map, and a small one beside lists.
//!
//! - `events`: the meetings of a view as the axis sees them
//! - `dock`: the axis with its buttons and dates
//! - `brush`: dates chosen by dragging and by keys
//! - `play`: the meetings one after another
//! - `small`: the axis as a picture that does nothing

mod brush;
mod dock;
mod events;
mod play;
mod small;

pub use dock::Dock;
pub use events::extent;
pub use small::small_axis;

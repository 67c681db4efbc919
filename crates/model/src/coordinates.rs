//! Points on the globe.

use serde::{Deserialize, Serialize};

/// A point on the globe, in millionths of a degree (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Coordinates {
    /// North of the equator; at most 90 degrees either way.
    pub latitude: i32,
    /// East of Greenwich; at most 180 degrees either way.
    pub longitude: i32,
}

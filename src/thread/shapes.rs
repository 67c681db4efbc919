//! Colours and marks of the two sides and of the strands of the right one.

use entente_drawing::marks;
use entente_thread::Side;

/// The class that gives a shape the colour of a side.
pub const fn class(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::First) => "side-1",
        Some(Side::Second) => "side-2",
        None => "no-side",
    }
}

/// The class that gives a shape the colour of a strand of the right side.
pub fn strand_class(strand: usize) -> &'static str {
    let classes = ["side-2", "side-3", "side-4", "side-5", "side-6"];
    classes.get(strand).copied().unwrap_or("no-side")
}

/// The mark of a side; a diamond where it is none.
pub fn mark(side: Option<Side>, x: f64, y: f64, radius: f64) -> String {
    match side {
        Some(side) => marks::side(side.index(), (x, y), radius),
        None => marks::diamond((x, y), radius),
    }
}

/// The mark of a strand of the right side.
pub fn strand_mark(strand: usize, x: f64, y: f64, radius: f64) -> String {
    marks::side(strand + 1, (x, y), radius)
}

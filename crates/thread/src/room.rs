//! The room between the rails: what has been placed there, and what still fits.

use crate::between::Between;
use crate::drawing::{HALF_LABEL, Label};

/// Two promises are no nearer to each other.
pub(crate) const LANE: f64 = 12.0;

/// A rectangle: left and right, top and bottom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    /// Pixels from the left.
    pub x: [f64; 2],
    /// Pixels from the top.
    pub y: [f64; 2],
}

impl Label {
    /// The room that its words take.
    pub(crate) fn area(&self) -> Area {
        let (x, y) = ([self.x, self.x + self.width], [self.y - HALF_LABEL, self.y + HALF_LABEL]);
        Area { x, y }
    }
}

/// What has been placed: words, and the lines of promises.
#[derive(Debug, Default)]
pub(crate) struct Room {
    /// Words, and what belongs to them.
    pub taken: Vec<Area>,
    /// Lines down: where, from where to where.
    pub lines: Vec<(f64, [f64; 2])>,
}

impl Room {
    /// Words take their room, and what belongs to them on the left.
    pub(crate) fn take(&mut self, between: &mut Between, label: Label, before: f64) {
        let Area { x: [left, right], y } = label.area();
        self.taken.push(Area { x: [left - before, right], y });
        between.labels.push(label);
    }

    /// Whether a line goes past all words and other lines.
    pub(crate) fn line_fits(&self, x: f64, y: [f64; 2]) -> bool {
        let past = |area: &Area| {
            x < area.x[0] - 4.0
                || area.x[1] + 4.0 < x
                || y[1] + 5.0 < area.y[0]
                || area.y[1] < y[0] - 5.0
        };
        let apart = |&(other, [top, bottom]): &(f64, [f64; 2])| {
            (x - other).abs() >= LANE - 0.1 || y[1] + 8.0 < top || bottom < y[0] - 8.0
        };
        self.taken.iter().all(past) && self.lines.iter().all(apart)
    }

    /// Whether words cover no others, and no line goes through them.
    pub(crate) fn words_fit(&self, area: &Area) -> bool {
        let apart = |other: &Area| {
            area.x[1] + 6.0 < other.x[0]
                || other.x[1] + 6.0 < area.x[0]
                || area.y[1] + 1.0 < other.y[0]
                || other.y[1] + 1.0 < area.y[0]
        };
        let beside = |&(x, [top, bottom]): &(f64, [f64; 2])| {
            x < area.x[0] - 4.0
                || area.x[1] + 4.0 < x
                || bottom + 4.0 < area.y[0]
                || area.y[1] < top - 4.0
        };
        self.taken.iter().all(apart) && self.lines.iter().all(beside)
    }
}

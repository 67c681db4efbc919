//! Names beside what they name, so that none covers another or a mark.
//!
//! Each label tries the sides of its mark in turn and takes the first where it touches
//! nothing; one that fits nowhere is left out, for the mark itself still says its name. The
//! order of the labels is that of their weight: the first has the choice.

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)] // what the names say
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// A square around a point.
    pub fn around((x, y): (f64, f64), half: f64) -> Self {
        Self { left: x - half, top: y - half, width: 2.0 * half, height: 2.0 * half }
    }

    /// Whether two rectangles have a point in common.
    pub fn touches(&self, other: &Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }

    /// Whether the other lies in this one whole.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && other.left + other.width <= self.left + self.width
            && other.top + other.height <= self.top + self.height
    }
}

/// A label and the mark that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// The middle of the mark, in pixels.
    pub at: (f64, f64),
    /// From there to where a label may begin, in pixels.
    pub gap: f64,
    /// Width and height of the words, in pixels.
    pub size: (f64, f64),
}

/// Where labels stand, each by its place in the list; `None` for those that have no room within
/// `bounds` beside what is `taken` and the labels before.
pub fn place(labels: &[Label], taken: &[Rect], bounds: &Rect) -> Vec<Option<Rect>> {
    let mut taken = taken.to_vec();
    let mut placed = Vec::with_capacity(labels.len());
    for label in labels {
        let free =
            |rect: &Rect| bounds.holds(rect) && !taken.iter().any(|other| other.touches(rect));
        let rect = sides(label).into_iter().find(free);
        taken.extend(rect);
        placed.push(rect);
    }
    placed
}

/// To the right, to the left, below and above.
fn sides(&Label { at: (x, y), gap, size: (width, height) }: &Label) -> [Rect; 4] {
    let middle = (x - width / 2.0, y - height / 2.0);
    let rect = |left, top| Rect { left, top, width, height };
    [
        rect(x + gap, middle.1),
        rect(x - gap - width, middle.1),
        rect(middle.0, y + gap),
        rect(middle.0, y - gap - height),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Rect = Rect { left: 0.0, top: 0.0, width: 200.0, height: 100.0 };

    fn label(x: f64, y: f64) -> Label {
        Label { at: (x, y), gap: 10.0, size: (50.0, 12.0) }
    }

    #[test]
    fn a_label_stands_to_the_right_else_where_there_is_room() {
        let left = |labels: &[Label], taken: &[Rect]| -> Vec<Option<f64>> {
            let placed = place(labels, taken, &BOUNDS);
            placed.iter().map(|rect| rect.map(|rect| rect.left)).collect()
        };
        assert_eq!(left(&[label(100.0, 50.0)], &[]), [Some(110.0)]);
        // No room to the right of the bounds, then none beside another label.
        assert_eq!(left(&[label(190.0, 50.0)], &[]), [Some(130.0)]);
        assert_eq!(left(&[label(100.0, 50.0), label(105.0, 50.0)], &[]), [Some(110.0), Some(45.0)]);
        assert_eq!(left(&[label(100.0, 50.0)], &[BOUNDS]), [None]);
    }

    proptest! {
        #[test]
        fn no_two_labels_touch_and_all_are_in_the_frame(
            points in proptest::collection::vec((-20.0..220.0, -20.0..120.0), 0..40)
        ) {
            let labels: Vec<Label> = points.iter().map(|&(x, y)| label(x, y)).collect();
            let marks: Vec<Rect> = points.iter().map(|&at| Rect::around(at, 5.0)).collect();
            let placed = place(&labels, &marks, &BOUNDS);
            let shown: Vec<Rect> = placed.into_iter().flatten().collect();
            for (number, one) in shown.iter().enumerate() {
                prop_assert!(BOUNDS.holds(one));
                prop_assert!(!shown[..number].iter().chain(&marks).any(|other| other.touches(one)));
            }
        }
    }
}

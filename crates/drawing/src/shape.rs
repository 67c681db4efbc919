//! The shapes of a drawing.

use crate::number;

/// Anything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line or an outline.
    Path {
        /// What the style sheet knows it by.
        class: String,
        /// Path data.
        data: String,
        /// How wide the line is, in pixels; `None` where the style sheet says so.
        width: Option<f64>,
    },
    /// Words in one line.
    Text(Text),
    /// Shapes that belong together.
    Group(Group),
}

/// Words in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What the style sheet knows them by; it also says on which side of the point they stand.
    pub class: String,
    /// The point at their beginning, middle or end, on the line that they are written on.
    pub at: (f64, f64),
    /// Where they go from there, as a step of one pixel; level words go by (1, 0).
    pub along: (f64, f64),
    /// The words.
    pub words: String,
}

/// Shapes that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What the style sheet knows it by.
    pub class: String,
    /// The meetings that it shows, by their numbers: it is lit with them.
    pub meetings: Vec<usize>,
    /// What is told of it where it is pointed at; empty where nothing is.
    pub title: String,
    /// Its place among all that can be pressed in the drawing, counted from 0; `None` where it does
    /// nothing. Its title is its name.
    pub control: Option<usize>,
    /// By how much it is moved to the right and down.
    pub shift: (f64, f64),
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// The way of level words.
const LEVEL: (f64, f64) = (1.0, 0.0);

impl Shape {
    /// A path.
    pub fn path(class: impl Into<String>, data: impl Into<String>) -> Self {
        Self::Path { class: class.into(), data: data.into(), width: None }
    }

    /// Words at a point.
    pub fn text(class: impl Into<String>, at: (f64, f64), words: impl Into<String>) -> Self {
        Self::Text(Text { class: class.into(), at, along: LEVEL, words: words.into() })
    }

    /// Shapes of one class.
    pub fn group(class: impl Into<String>, shapes: Vec<Self>) -> Self {
        Self::Group(Group { class: class.into(), shapes, ..Group::default() })
    }

    /// A level or upright rectangle.
    pub fn rectangle(class: impl Into<String>, corner: (f64, f64), size: (f64, f64)) -> Self {
        let [width, height, back] = [size.0, size.1, -size.0].map(number);
        let data = ["M", &point(corner), "h", &width, "v", &height, "h", &back, "z"];
        Self::path(class, data.concat())
    }
}

impl Group {
    /// The value of the attribute `transform`; `None` where it is not moved.
    pub fn transform(&self) -> Option<String> {
        let stays = self.shift == (0.0, 0.0);
        (!stays).then(|| ["translate(", &point(self.shift), ")"].concat())
    }
}

impl Text {
    /// The value of the attribute `transform`; `None` for level words.
    pub fn transform(&self) -> Option<String> {
        let (across, down) = self.along;
        let steps = [across, down, -down, across].map(number).join(" ");
        // Around the point, which stands in `x` and `y`.
        let back = (self.at.0 * across - self.at.1 * down, self.at.0 * down + self.at.1 * across);
        let shift = point((self.at.0 - back.0, self.at.1 - back.1));
        (self.along != LEVEL).then(|| ["matrix(", &steps, " ", &shift, ")"].concat())
    }
}

/// A point as it stands in path data.
pub fn point((x, y): (f64, f64)) -> String {
    [&number(x), " ", &number(y)].concat()
}

/// A line through points, as path data; closed where `closed` says so.
pub fn line(points: &[(f64, f64)], closed: bool) -> String {
    let points: Vec<String> = points.iter().map(|&at| point(at)).collect();
    if points.is_empty() {
        return String::new();
    }
    ["M", &points.join("L"), if closed { "z" } else { "" }].concat()
}

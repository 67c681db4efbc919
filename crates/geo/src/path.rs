//! SVG path data, written by hand: the general formatting of numbers would cost the page more
//! than all of the drawing.

use std::mem::swap;

/// A point in pixels: x to the right, y down.
pub(crate) type Pixel = [f64; 2];

/// A rectangle in pixels: the left upper and the right lower corner.
pub(crate) type Rectangle = [Pixel; 2];

/// Path data in pixels with at most one decimal; after the first point of each line the
/// points are told as steps.
#[derive(Default)]
pub(crate) struct Path {
    /// What is written so far, in ASCII: a byte is appended faster than a character.
    text: Vec<u8>,
    /// The last point, in tenths of a pixel.
    at: [i32; 2],
    /// Whether it is written.
    begun: bool,
}

impl Path {
    /// All of it.
    pub(crate) fn text(self) -> String {
        String::from_utf8(self.text).unwrap_or_default()
    }

    /// A closed ring, cut off at the edges of a rectangle and going along them where it is
    /// outside. `spare` is room to work in.
    pub(crate) fn ring(
        &mut self,
        ring: &mut Vec<Pixel>,
        spare: &mut Vec<Pixel>,
        within: &Rectangle,
    ) {
        for (corner, sign) in within.iter().zip([-1.0, 1.0]) {
            for axis in [0, 1] {
                // Most rings lie inside, or go beyond one edge only.
                if ring.iter().any(|point| (point[axis] - corner[axis]) * sign > 0.0) {
                    cut(ring, spare, axis, sign, corner[axis]);
                    swap(ring, spare);
                }
            }
        }
        let whole = self.text.len();
        if self.points(ring) < 3 {
            self.text.truncate(whole);
        } else {
            self.text.push(b'z');
        }
    }

    /// A line, as far as it lies in a rectangle.
    pub(crate) fn line(&mut self, line: &[Pixel], within: &Rectangle) {
        let mut open = None;
        for ends in line.windows(2) {
            let Some([from, to]) = piece([ends[0], ends[1]], within) else { continue };
            if open != Some(from) {
                self.start(from);
            }
            self.step(to);
            open = Some(to);
        }
    }

    /// Points one after the other; how many differ from the one before.
    pub(crate) fn points(&mut self, points: &[Pixel]) -> usize {
        let Some((&first, rest)) = points.split_first() else { return 0 };
        self.start(first);
        1 + rest.iter().filter(|&&point| self.step(point)).count()
    }

    /// Begins a line, which is written once it leads somewhere.
    fn start(&mut self, at: Pixel) {
        self.at = [tenths(at[0]), tenths(at[1])];
        self.begun = false;
    }

    /// Whether the point is another one than the last.
    fn step(&mut self, to: Pixel) -> bool {
        let to = [tenths(to[0]), tenths(to[1])];
        let way = [to[0] - self.at[0], to[1] - self.at[1]];
        if way == [0, 0] {
            return false;
        }
        let first = !self.begun;
        if first {
            self.text.push(b'M');
            self.pair(self.at, true);
            self.text.push(b'l');
        }
        self.pair(way, first);
        (self.at, self.begun) = (to, true);
        true
    }

    fn pair(&mut self, tenths: [i32; 2], first: bool) {
        number(&mut self.text, tenths[0], first);
        number(&mut self.text, tenths[1], false);
    }
}

/// What of a ring lies on one side of a limit; Sutherland, Hodgman, "Reentrant Polygon
/// Clipping" (1974). The side is that of smaller numbers where the sign is 1.
fn cut(ring: &[Pixel], kept: &mut Vec<Pixel>, axis: usize, sign: f64, limit: f64) {
    kept.clear();
    let Some(&(mut last)) = ring.last() else { return };
    let inside = |point: Pixel| (point[axis] - limit) * sign <= 0.0;
    for &point in ring {
        if inside(point) != inside(last) {
            kept.push(meet(last, point, axis, limit));
        }
        if inside(point) {
            kept.push(point);
        }
        last = point;
    }
}

/// Where a line between two points on either side of a limit meets it.
fn meet(from: Pixel, to: Pixel, axis: usize, limit: f64) -> Pixel {
    let share = (limit - from[axis]) / (to[axis] - from[axis]);
    let mut point = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * share);
    point[axis] = limit;
    point
}

/// What of a line between two points lies in a rectangle.
fn piece(mut ends: [Pixel; 2], within: &Rectangle) -> Option<[Pixel; 2]> {
    for (corner, sign) in within.iter().zip([-1.0, 1.0]) {
        for axis in [0, 1] {
            let outside = ends.map(|end| (end[axis] - corner[axis]) * sign > 0.0);
            let met = || meet(ends[0], ends[1], axis, corner[axis]);
            match outside {
                [true, true] => return None,
                [true, false] => ends[0] = met(),
                [false, true] => ends[1] = met(),
                [false, false] => {}
            }
        }
    }
    Some(ends)
}

fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0 + 0.5).floor() as i32
}

/// Appends a number of tenths: `-12.3`, `4`, `.5`. A space comes before it only where
/// something must part it from the number before.
fn number(out: &mut Vec<u8>, tenths: i32, first: bool) {
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if tenths < 0 {
        out.push(b'-');
    } else if !first {
        out.push(b' ');
    }
    if whole > 0 || rest == 0 {
        digits(out, whole);
    }
    if rest > 0 {
        out.push(b'.');
        digits(out, rest);
    }
}

fn digits(out: &mut Vec<u8>, number: u32) {
    if number > 9 {
        digits(out, number / 10);
    }
    out.push(b'0' + (number % 10) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Rectangle = [[0.0, 0.0], [10.0, 10.0]];

    fn ring(points: &[Pixel]) -> String {
        let mut path = Path::default();
        path.ring(&mut points.to_vec(), &mut Vec::new(), &FRAME);
        path.text()
    }

    fn line(points: &[Pixel]) -> String {
        let mut path = Path::default();
        path.line(points, &FRAME);
        path.text()
    }

    #[test]
    fn numbers_have_one_decimal_at_most() {
        for (pixels, expected) in
            [(0.0, "0"), (0.04, "0"), (0.5, ".5"), (-0.5, "-.5"), (12.34, "12.3"), (-120.0, "-120")]
        {
            let mut text = Vec::new();
            number(&mut text, tenths(pixels), true);
            assert_eq!(text, expected.as_bytes());
        }
    }

    #[test]
    fn a_ring_inside_is_told_as_steps() {
        assert_eq!(ring(&[[1.0, 1.0], [4.5, 1.0], [4.5, 0.5]]), "M1 1l3.5 0 0-.5z");
    }

    #[test]
    fn a_ring_is_cut_at_the_frame() {
        assert_eq!(
            ring(&[[-5.0, -5.0], [15.0, -5.0], [15.0, 15.0], [-5.0, 15.0]]),
            "M0 10l0-10 10 0 0 10z",
            "one around the viewport fills it"
        );
        assert_eq!(ring(&[[-5.0, 2.0], [5.0, 2.0], [5.0, 4.0], [-5.0, 4.0]]), "M0 2l5 0 0 2-5 0z");
    }

    #[test]
    fn a_ring_outside_or_of_no_size_is_nothing() {
        assert_eq!(ring(&[[-5.0, 2.0], [-1.0, 2.0], [-1.0, 4.0]]), "");
        assert_eq!(ring(&[[1.0, 1.0], [1.01, 1.0], [1.0, 1.02]]), "");
        assert_eq!(ring(&[]), "");
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two() {
        assert_eq!(
            line(&[[1.0, 1.0], [1.0, -5.0], [3.0, -5.0], [3.0, 1.0], [4.0, 1.0]]),
            "M1 1l0-1M3 0l0 1 1 0"
        );
        assert_eq!(line(&[[-5.0, 5.0], [15.0, 5.0]]), "M0 5l10 0");
        assert_eq!(line(&[[-5.0, 5.0], [5.0, 15.0]]), "", "a corner that is touched");
        assert_eq!(line(&[[-5.0, 6.0], [5.0, 16.0]]), "");
    }
}

//! The line of a rung: level at both rails and smooth between them.

use crate::input::Side;
use entente_drawing::number;

/// A smooth line from the first rail to the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it meets the rails, first and second.
    pub y: [f64; 2],
    /// From rail to rail.
    pub gap: f64,
}

impl Curve {
    /// How low the line is, so far from the first rail.
    pub fn at(&self, x: f64) -> f64 {
        let part = (x / self.gap).clamp(0.0, 1.0);
        self.y[0] + (self.y[1] - self.y[0]) * part * part * (3.0 - 2.0 * part)
    }

    /// The line as path data. With its inner points at a third and two thirds the Bézier curve is
    /// exactly what [`Curve::at`] says.
    pub fn path(&self) -> String {
        format!("M0 {}{}", number(self.y[0]), self.forth(0.0, [0.0; 2]))
    }

    /// The outline of a line that is so wide at the rails.
    pub fn tapered(&self, width: [f64; 2]) -> String {
        let half = width.map(|width| width / 2.0);
        let above = self.forth(-1.0, half);
        let [start, end] = [self.y[0] - half[0], self.y[1] + half[1]];
        let back = self.back(half);
        format!("M0 {}{above}L{} {}{back}z", number(start), number(self.gap), number(end))
    }

    fn forth(&self, sign: f64, half: [f64; 2]) -> String {
        let [first, second] = Self::inner(half);
        let end = self.y[1] + sign * half[1];
        let (a, b) = (self.y[0] + sign * first, self.y[1] + sign * second);
        let (near, far) = (self.gap / 3.0, self.gap * 2.0 / 3.0);
        let [near, far, gap] = [near, far, self.gap].map(number);
        format!("C{near} {} {far} {} {gap} {}", number(a), number(b), number(end))
    }

    fn back(&self, half: [f64; 2]) -> String {
        let [first, second] = Self::inner(half);
        let (a, b) = (self.y[1] + second, self.y[0] + first);
        let (near, far) = (self.gap / 3.0, self.gap * 2.0 / 3.0);
        let end = number(self.y[0] + half[0]);
        format!("C{} {} {} {} 0 {end}", number(far), number(a), number(near), number(b))
    }

    /// Half widths at a third and two thirds of the way.
    fn inner([first, second]: [f64; 2]) -> [f64; 2] {
        [first + (second - first) / 3.0, first + (second - first) * 2.0 / 3.0]
    }

    /// A line between ends of which the host's is lower.
    pub(crate) fn falling(guest: f64, fall: f64, host: Option<Side>, gap: f64) -> Self {
        let y = match host {
            Some(Side::First) => [guest + fall, guest],
            Some(Side::Second) => [guest, guest + fall],
            None => [guest, guest],
        };
        Self { y, gap }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_what_the_line_is() {
        let curve = Curve { y: [33.0, 20.0], gap: 380.0 };
        assert_eq!(curve.path(), "M0 33C126.67 33 253.33 20 380 20");
        assert!((curve.at(190.0) - 26.5).abs() < 1e-9);
        let outline = "M0 32.4C126.67 31.83 253.33 18.27 380 17.7L380 22.3\
                       C253.33 21.73 126.67 34.17 0 33.6z";
        assert_eq!(curve.tapered([1.2, 4.6]), outline);
    }
}

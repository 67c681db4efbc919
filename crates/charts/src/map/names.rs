//! Names where there is room for them.

use super::{MapName, Mark, Place, pixels, whole};
use entente_drawing::Shape;
use entente_geo::Viewport;
use entente_geo::labels::{Label, Rect, place};
use entente_model::order::in_order;

/// So high is a line, in pixels.
const LINE: f64 = 14.0;

/// What of a frame is taken up.
#[derive(Clone, Debug)]
pub struct Room {
    taken: Vec<Rect>,
    whole: Rect,
}

impl Room {
    /// An empty frame.
    pub fn new(frame: &Viewport) -> Self {
        Self { taken: Vec::new(), whole: whole(frame) }
    }

    /// About how wide words are.
    pub fn width(words: &str) -> f64 {
        crate::width(words) + 4.0
    }

    /// Takes up a rectangle, whatever is there.
    pub fn cover(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Where labels would stand, each by its place in the list, without taking anything up.
    pub fn place(&self, labels: &[Label]) -> Vec<Option<Rect>> {
        place(labels, &self.taken, &self.whole)
    }

    /// Whether a rectangle lies in the frame whole.
    pub fn holds(&self, rect: &Rect) -> bool {
        self.whole.holds(rect)
    }

    /// Whether nothing is in a rectangle of the frame.
    fn is_free(&self, rect: &Rect) -> bool {
        self.whole.holds(rect) && !self.taken.iter().any(|other| other.touches(rect))
    }

    /// Takes up a rectangle if it is free.
    pub fn take(&mut self, rect: Rect) -> bool {
        let free = self.is_free(&rect);
        if free {
            self.taken.push(rect);
        }
        free
    }

    /// Takes up a slanting strip if it is free, so far each way from its middle.
    pub fn take_along(&mut self, middle: (f64, f64), along: (f64, f64), half: f64) -> bool {
        let steps = (half / LINE).ceil();
        let step = half / steps.max(1.0);
        let at = |place: i32| {
            let far = step * f64::from(place);
            Rect::around((middle.0 + along.0 * far, middle.1 + along.1 * far), LINE / 2.0)
        };
        let steps = steps as i32;
        let squares: Vec<Rect> = (-steps..=steps).map(at).collect();
        let free = squares.iter().all(|square| self.is_free(square));
        if free {
            self.taken.extend(squares);
        }
        free
    }
}

/// The names of a frame.
pub struct Names<'a> {
    /// The frame.
    pub frame: &'a Viewport,
    /// What is taken up.
    pub room: &'a mut Room,
}

impl Names<'_> {
    /// The names of marks, those of countries of which no place is known in another class. They
    /// stand beside `lines` where they can.
    pub fn of_marks(&mut self, places: &[Place], marks: &[Mark], lines: &[Rect]) -> Vec<Shape> {
        let mut names = Vec::new();
        for mark in marks {
            let name = &places[mark.places[0]].name;
            let words = match mark.places.len() {
                1 => name.clone(),
                several => [name, " +", &(several - 1).to_string()].concat(),
            };
            let size = (Room::width(&words), LINE);
            let label = [Label { at: mark.at, gap: mark.radius + 4.0, size }];
            let beside_lines = place(&label, &[&self.room.taken, lines].concat(), &self.room.whole);
            let rect = beside_lines[0].or_else(|| self.room.place(&label)[0]);
            if let Some(rect) = rect {
                self.room.cover(rect);
                let stated = places[mark.places[0]].reach.is_none();
                let class = if stated { "name" } else { "name vague" };
                names.push(beside(class, &rect, mark.at, words));
            }
        }
        names
    }

    /// Names in the middle of what they name, the largest first: those that are not wider than it.
    pub fn within(&mut self, class: &str, names: &[MapName]) -> Vec<Shape> {
        let names: Vec<&MapName> = names.iter().collect();
        let names = in_order(&names, |name| [!name.reach, 0, 0]);
        let fits =
            |name: &&&MapName| Room::width(&name.name) < 2.2 * pixels(self.frame, name.reach);
        let fitting: Vec<&MapName> = names.iter().filter(fits).copied().collect();
        let mut shapes = Vec::new();
        for name in fitting {
            let Some((x, y)) = self.frame.to_pixels(name.at) else { continue };
            let width = Room::width(&name.name);
            let rect = Rect { left: x - width / 2.0, top: y - LINE / 2.0, width, height: LINE };
            if self.room.take(rect) {
                shapes.push(Shape::text(class, (x, y + 4.0), name.name.clone()));
            }
        }
        shapes
    }
}

/// Words in their rectangle, on the side of what they name.
pub fn beside(class: &str, rect: &Rect, mark: (f64, f64), words: impl Into<String>) -> Shape {
    let (anchor, x) = if rect.left >= mark.0 {
        ("", rect.left + 2.0)
    } else if rect.left + rect.width <= mark.0 {
        (" leftward", rect.left + rect.width - 2.0)
    } else {
        (" centred", rect.left + rect.width / 2.0)
    };
    Shape::text([class, anchor].concat(), (x, rect.top + rect.height * 0.78), words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_geo::LonLat;

    fn name(longitude: f64, reach: u32, name: &str) -> MapName {
        MapName { at: LonLat { longitude, latitude: 0.0 }, reach, name: name.into() }
    }

    #[test]
    fn the_larger_country_has_the_room() {
        let frame = Viewport::world(1000.0, 500.0);
        let mut room = Room::new(&frame);
        let names =
            [name(0.0, 2000, "Small"), name(2.0, 4000, "Large"), name(60.0, 90, "Tiny one")];
        let drawn = Names { frame: &frame, room: &mut room }.within("country", &names);
        let words: Vec<&str> = drawn
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text(text) => Some(text.words.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(words, ["Large"]);
    }

    #[test]
    fn a_slanting_strip_is_taken_whole_or_not_at_all() {
        let frame = Viewport::world(400.0, 200.0);
        let mut room = Room::new(&frame);
        let along = (0.8, 0.6);
        assert!(room.take_along((200.0, 100.0), along, 50.0));
        assert!(!room.take_along((225.0, 118.0), along, 50.0));
        assert!(!room.take_along((390.0, 100.0), along, 50.0), "beyond the frame");
        assert!(room.take_along((200.0, 140.0), along, 50.0));
    }
}

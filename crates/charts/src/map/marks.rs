//! Where marks stand, and what they look like.

use super::{Place, pixels};
use crate::class;
use entente_drawing::shape::line;
use entente_drawing::{Group, Shape, marks};
use entente_geo::Viewport;
use entente_geo::labels::Rect;
use entente_geo::stack::stack;
use entente_model::Status;

/// Marks are at least so many pixels apart, so that none hides another and a finger can hit each
/// (WCAG 2.2, 2.5.8). Where there would be more than [`MOST`], which nobody can read, they are
/// farther apart.
const REACHES: [f64; 3] = [25.0, 40.0, 64.0];
const MOST: usize = 160;
/// The radius of the mark of one meeting: areas are as the numbers of meetings.
const UNIT: f64 = 6.9;
/// The largest radius.
const LARGEST: f64 = 30.0;
/// A mark is hit within so many pixels: 24 in all.
const HIT: f64 = 12.0;
/// What is smaller has a smaller figure.
const SMALL: f64 = 9.0;

/// A mark on the map: a place, or several that lie too close together to be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its middle, in pixels of the frame.
    pub at: (f64, f64),
    /// Pixels from the middle to the edge.
    pub radius: f64,
    /// The places, the one with most meetings first.
    pub places: Vec<usize>,
    /// The numbers of all their meetings.
    pub meetings: Vec<usize>,
    /// Where it would stand if there were room, if it does not stand there.
    pub belongs: Option<(f64, f64)>,
}

impl Mark {
    fn new(at: (f64, f64), numbers: Vec<usize>, places: &[Place]) -> Self {
        let meetings = numbers.iter().flat_map(|&place| places[place].meetings.iter().copied());
        let meetings: Vec<usize> = meetings.collect();
        let radius = (UNIT * (meetings.len() as f64).sqrt()).min(LARGEST);
        Self { at, radius, places: numbers, meetings, belongs: None }
    }

    /// What it takes up, in pixels of the frame.
    pub fn rect(&self) -> Rect {
        Rect::around(self.at, self.radius)
    }

    /// What is drawn: the control of this place, with this name.
    pub fn shape(&self, places: &[Place], control: usize, title: String) -> Shape {
        let first = &places[self.places[0]];
        let all = || self.places.iter().map(|&place| &places[place]);
        let side = if all().all(|one| one.side == first.side) { first.side } else { marks::SIDES };
        let held = all().any(|one| one.status == Status::Held);
        let status = if held { Status::Held } else { first.status };
        let only = if first.reach.is_some() { " only-country" } else { "" };
        let class_of_number = if self.radius < SMALL { "number little" } else { "number" };
        let count = self.meetings.len().to_string();
        // The small mark of all other countries has no room for a number.
        let outline = match side {
            marks::SIDES => marks::diamond(self.at, self.radius * 1.2),
            side => marks::side(side, self.at, self.radius),
        };
        let mut shapes = Vec::new();
        if let Some(belongs) = self.belongs {
            shapes.push(Shape::path("leader", line(&[belongs, self.at], false)));
        }
        shapes.extend([
            Shape::path("hit", marks::disc(self.at, self.radius.max(HIT))),
            Shape::path("shape", outline),
            Shape::text(class_of_number, (self.at.0, self.at.1 + 4.0), count),
        ]);
        let class = [&class("stack", side, status), only].concat();
        let meetings = self.meetings.clone();
        Shape::Group(Group {
            class,
            meetings,
            title,
            control: Some(control),
            shapes,
            ..Group::default()
        })
    }
}

/// The marks of a frame that is larger by `margin` of its size on each side: those of places where
/// somebody met, then those of countries, each on free ground within the country.
pub fn lay(frame: &Viewport, margin: f64, places: &[Place]) -> Vec<Mark> {
    let beyond = |size: f64| (-size * margin, size * (1.0 + margin));
    let (across, down) = (beyond(frame.width), beyond(frame.height));
    let inside = |&(x, y): &(f64, f64)| x > across.0 && x < across.1 && y > down.0 && y < down.1;
    let at = |place: &Place| frame.to_pixels(place.at).filter(inside);
    let towns = places.iter().enumerate().filter(|(_, place)| place.reach.is_none());
    let (towns, points): (Vec<usize>, Vec<(f64, f64)>) =
        towns.filter_map(|(number, place)| Some((number, at(place)?))).unzip();
    let mut stacks = Vec::new();
    for reach in REACHES {
        stacks = stack(&points, reach);
        if stacks.len() <= MOST {
            break;
        }
    }
    let mut marks: Vec<Mark> = Vec::new();
    for stack in stacks {
        let members = stack.members.iter().map(|&member| towns[member]).collect();
        marks.push(Mark::new(stack.at, members, places));
    }
    for (number, place) in places.iter().enumerate() {
        let (Some(reach), Some(middle)) = (place.reach, at(place)) else { continue };
        let mut mark = Mark::new(middle, vec![number], places);
        let free = |marks: &[Mark], at: (f64, f64)| {
            let here = Rect::around(at, mark.radius + 2.0);
            !marks.iter().any(|other| other.rect().touches(&here))
        };
        let found = around(middle, pixels(frame, reach)).find(|&at| free(&marks, at));
        if let Some(found) = found.filter(|&found| found != middle) {
            mark.belongs = Some(middle);
            mark.at = found;
        }
        marks.push(mark);
    }
    marks
}

/// Points around a middle, near ones first, up to so many pixels away; small countries have some
/// of them beside their coast.
fn around(middle: (f64, f64), reach: f64) -> impl Iterator<Item = (f64, f64)> {
    const WAYS: [(f64, f64); 8] = [
        (0.0, 1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.0, -1.0),
        (0.7, 0.7),
        (-0.7, 0.7),
        (0.7, -0.7),
        (-0.7, -0.7),
    ];
    let rings = [reach * 0.5, reach * 0.8, 36.0, 52.0];
    let point =
        move |distance: f64, (x, y): (f64, f64)| (middle.0 + x * distance, middle.1 + y * distance);
    let all = rings.into_iter().flat_map(move |distance| WAYS.map(|way| point(distance, way)));
    std::iter::once(middle).chain(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_geo::LonLat;
    use proptest::prelude::*;

    fn place(longitude: f64, latitude: f64, reach: Option<u32>, meetings: usize) -> Place {
        Place {
            at: LonLat { longitude, latitude },
            reach,
            name: String::new(),
            side: 0,
            status: Status::Held,
            meetings: (0..meetings).collect(),
        }
    }

    #[test]
    fn areas_are_as_the_numbers_of_meetings() {
        let places = [place(0.0, 0.0, None, 1), place(40.0, 0.0, None, 4)];
        let marks = lay(&Viewport::world(1000.0, 500.0), 0.0, &places);
        assert!((marks[1].radius / marks[0].radius - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_country_gives_way_to_a_town() {
        let places = [place(105.85, 21.03, None, 4), place(105.9, 21.0, Some(500), 6)];
        let marks = lay(&Viewport::world(1000.0, 500.0), 0.0, &places);
        assert_eq!(marks.len(), 2);
        assert!(!marks[0].rect().touches(&marks[1].rect()));
        assert!(marks[0].belongs.is_none() && marks[1].belongs.is_some());
    }

    proptest! {
        #[test]
        fn every_meeting_in_sight_is_in_one_mark(
            at in proptest::collection::vec((-170.0..170.0_f64, -80.0..80.0_f64, any::<bool>(), 1..9_usize), 0..60)
        ) {
            let places: Vec<Place> = at
                .iter()
                .map(|&(x, y, only, count)| place(x, y, only.then_some(300), count))
                .collect();
            let marks = lay(&Viewport::world(900.0, 450.0), 0.1, &places);
            let mut shown: Vec<usize> = marks.iter().flat_map(|mark| mark.places.clone()).collect();
            shown.sort_unstable();
            prop_assert_eq!(shown, (0..places.len()).collect::<Vec<_>>());
            for mark in &marks {
                let count: usize = mark.places.iter().map(|&one| places[one].meetings.len()).sum();
                prop_assert_eq!(mark.meetings.len(), count);
            }
        }
    }
}

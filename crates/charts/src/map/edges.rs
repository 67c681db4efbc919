//! What lies outside of the frame, edge by edge.

use super::Place;
use entente_geo::Viewport;

/// An edge of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // what the names say
pub enum EdgeOf {
    Left,
    Right,
    Top,
    Bottom,
}

/// The places beyond an edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Which edge.
    pub edge: EdgeOf,
    /// The places, as in the list of all: those with most meetings first.
    pub places: Vec<usize>,
}

/// The edges beyond which there are places: each place belongs to the edge that it is farthest
/// from.
pub fn edges(frame: &Viewport, places: &[Place]) -> Vec<Edge> {
    const ALL: [EdgeOf; 4] = [EdgeOf::Left, EdgeOf::Right, EdgeOf::Top, EdgeOf::Bottom];
    let mut edges = ALL.map(|edge| Edge { edge, places: Vec::new() });
    for (number, place) in places.iter().enumerate() {
        let Some((x, y)) = frame.to_pixels(place.at) else { continue };
        let beyond = [-x, x - frame.width, -y, y - frame.height];
        let mut farthest = 0;
        for edge in 1..ALL.len() {
            if beyond[edge] > beyond[farthest] {
                farthest = edge;
            }
        }
        if beyond[farthest] > 0.0 {
            edges[farthest].places.push(number);
        }
    }
    edges.into_iter().filter(|edge| !edge.places.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_geo::LonLat;
    use entente_model::Status;

    #[test]
    fn what_is_out_of_sight_is_beyond_one_edge() {
        let place = |longitude, latitude| Place {
            at: LonLat { longitude, latitude },
            reach: None,
            name: String::new(),
            side: 0,
            status: Status::Held,
            meetings: vec![0],
        };
        let places =
            [place(105.8, 21.0), place(2.3, 48.9), place(108.2, 16.0), place(151.2, -33.9)];
        let centre = LonLat { longitude: 106.0, latitude: 17.0 };
        let frame = Viewport { centre, zoom: 5.0, ..Viewport::world(390.0, 600.0) };
        let found = edges(&frame, &places);
        assert_eq!(
            found,
            [
                Edge { edge: EdgeOf::Left, places: vec![1] },
                Edge { edge: EdgeOf::Bottom, places: vec![3] },
            ]
        );
    }
}

//! Rings across the date line, cut there.
//!
//! The package has rings whole: one step goes from 179° to -179°. On a plane that has its edges
//! at the date line they must be two, and Antarctica, which goes once around, must reach the pole.

use entente_geo::{LonLat, Projected, forward};

/// Degrees between corners along the date line, which is curved on the plane.
const BEND: f64 = 2.0;

/// The parts of a ring on the plane, none of which crosses the date line. The ring's last place
/// is its first; that of the parts is not.
pub(super) fn parts(ring: &[LonLat]) -> Vec<Vec<Projected>> {
    let mut ring = ring.to_vec();
    ring.pop();
    let jump = |from: &LonLat, to: &LonLat| {
        to.longitude - from.longitude > 180.0 || from.longitude - to.longitude > 180.0
    };
    let next = |at: usize| &ring[(at + 1) % ring.len()];
    let jumps: Vec<usize> = (0..ring.len()).filter(|&at| jump(&ring[at], next(at))).collect();
    let parts = match jumps[..] {
        [] => vec![ring],
        [only] => {
            let whole = [&ring[only + 1..], &ring[..=only]].concat();
            vec![to_pole(&whole)]
        }
        _ => {
            let turned = unrolled(&ring);
            [0.0, 360.0, -360.0]
                .map(|turn| window(&turned, turn))
                .into_iter()
                .filter(|part| part.len() > 2)
                .collect()
        }
    };
    parts.iter().map(|part| bent(part).into_iter().filter_map(forward).collect()).collect()
}

/// A ring once around the globe, from date line to date line, closed along the pole.
fn to_pole(ring: &[LonLat]) -> Vec<LonLat> {
    let (Some(first), Some(last)) = (ring.first(), ring.last()) else { return Vec::new() };
    let side = |place: &LonLat| if place.longitude < 0.0 { -180.0 } else { 180.0 };
    let pole = if first.latitude < 0.0 { -90.0 } else { 90.0 };
    let mut closed = ring.to_vec();
    for (longitude, latitude) in [
        (side(last), last.latitude),
        (side(last), pole),
        (side(first), pole),
        (side(first), first.latitude),
    ] {
        closed.push(LonLat { longitude, latitude });
    }
    closed
}

/// The ring with longitudes that go on beyond 180 degrees instead of jumping.
fn unrolled(ring: &[LonLat]) -> Vec<LonLat> {
    let mut turn = 0.0;
    let mut last = ring.first().map_or(0.0, |place| place.longitude);
    let unroll = |place: &LonLat| {
        if place.longitude - last > 180.0 {
            turn -= 360.0;
        } else if last - place.longitude > 180.0 {
            turn += 360.0;
        }
        last = place.longitude;
        LonLat { longitude: place.longitude + turn, ..*place }
    };
    ring.iter().map(unroll).collect()
}

/// What of an unrolled ring lies between the date lines, once it is turned.
fn window(ring: &[LonLat], turn: f64) -> Vec<LonLat> {
    let turned: Vec<_> =
        ring.iter().map(|place| LonLat { longitude: place.longitude - turn, ..*place }).collect();
    let east = cut(&turned, |longitude| longitude <= 180.0, 180.0);
    cut(&east, |longitude| longitude >= -180.0, -180.0)
}

fn cut(ring: &[LonLat], inside: fn(f64) -> bool, limit: f64) -> Vec<LonLat> {
    let mut kept = Vec::new();
    let Some(&(mut last)) = ring.last() else { return kept };
    for &place in ring {
        if inside(place.longitude) != inside(last.longitude) {
            let share = (limit - last.longitude) / (place.longitude - last.longitude);
            let latitude = last.latitude + (place.latitude - last.latitude) * share;
            kept.push(LonLat { longitude: limit, latitude });
        }
        if inside(place.longitude) {
            kept.push(place);
        }
        last = place;
    }
    kept
}

/// The ring with more corners where it goes along the date line.
fn bent(ring: &[LonLat]) -> Vec<LonLat> {
    let mut bent = Vec::new();
    for (at, &place) in ring.iter().enumerate() {
        bent.push(place);
        let next = ring[(at + 1) % ring.len()];
        if place.longitude.abs() >= 180.0 && next.longitude.total_cmp(&place.longitude).is_eq() {
            let way = next.latitude - place.latitude;
            let pieces = (way.abs() / BEND).ceil() as u32;
            bent.extend((1..pieces).map(|piece| LonLat {
                latitude: place.latitude + way * f64::from(piece) / f64::from(pieces),
                ..place
            }));
        }
    }
    bent
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_geo::inverse;

    fn check(ring: &[(f64, f64)]) -> Vec<Vec<LonLat>> {
        let mut ring: Vec<_> =
            ring.iter().map(|&(longitude, latitude)| LonLat { longitude, latitude }).collect();
        ring.push(ring[0]);
        let near = |point: &Projected| {
            inverse(Projected { x: point.x * (1.0 - 1e-12), ..*point }).expect("on the globe")
        };
        parts(&ring).iter().map(|part| part.iter().map(near).collect()).collect()
    }

    #[test]
    fn a_ring_away_from_the_date_line_stays_whole() {
        let parts = check(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        assert_eq!((parts.len(), parts[0].len()), (1, 3));
    }

    #[test]
    fn a_ring_across_the_date_line_is_one_on_each_side() {
        let parts = check(&[(178.0, 0.0), (-178.0, 0.0), (-178.0, 1.0), (178.0, 1.0)]);
        assert_eq!(parts.len(), 2);
        for (part, side) in parts.iter().zip([1.0, -1.0]) {
            assert_eq!(part.len(), 4);
            assert!(part.iter().all(|place| place.longitude * side > 177.9), "{part:?}");
        }
    }

    #[test]
    fn a_ring_around_the_globe_reaches_the_pole() {
        let parts = check(&[(-170.0, -80.0), (0.0, -70.0), (170.0, -80.0)]);
        assert_eq!(parts.len(), 1);
        let pole = parts[0].iter().filter(|place| place.latitude < -89.9).count();
        assert_eq!(pole, 2);
    }
}

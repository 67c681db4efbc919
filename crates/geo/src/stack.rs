//! Places that would hide each other stand as one.
//!
//! The heaviest place keeps its point, so that what is drawn is always where somebody met
//! and never halfway between two towns; lighter ones within reach stand with it. What is
//! nearer than the reach on the way into a map comes apart as one zooms.

/// What stands in one place of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// In pixels: where the first of them lies.
    pub at: (f64, f64),
    /// The points, by their place in the list, the first one first.
    pub members: Vec<usize>,
}

/// Puts points, in pixels and with the heaviest first, into stacks whose middles are at least
/// `reach` pixels apart. Every point is in exactly one stack, so counts add up; the time is
/// linear where points are spread out.
pub fn stack(points: &[(f64, f64)], reach: f64) -> Vec<Stack> {
    let reach = if reach >= 1.0 { reach } else { 1.0 };
    let fold = |low: (f64, f64), point: &(f64, f64)| (low.0.min(point.0), low.1.min(point.1));
    let (left, top) = points.iter().fold((f64::MAX, f64::MAX), fold);
    // Cells as large as the reach: whoever is within reach is in the same or the next one. A
    // map that is larger than the table wraps around it: then more are looked at, no less found.
    let part = |way: f64| usize::from((way / reach) as u16);
    let cell = |x: f64, y: f64| (part(x - left), part(y - top));
    let mut table: Vec<Vec<u32>> = vec![Vec::new(); SIDE * SIDE];
    let mut stacks: Vec<Stack> = Vec::new();
    for (number, &(x, y)) in points.iter().enumerate() {
        let (column, row) = cell(x, y);
        let near = |stack: &Stack| {
            let (dx, dy) = (stack.at.0 - x, stack.at.1 - y);
            (dx * dx + dy * dy < reach * reach).then_some(dx * dx + dy * dy)
        };
        let mut nearest: Option<(f64, u32)> = None;
        for around in 0..9 {
            let slot = slot(column + around % 3 + SIDE - 1, row + around / 3 + SIDE - 1);
            for &other in &table[slot] {
                let distance = near(&stacks[other as usize]);
                let closer = distance.filter(|&way| nearest.is_none_or(|best| (way, other) < best));
                nearest = closer.map(|way| (way, other)).or(nearest);
            }
        }
        if let Some((_, other)) = nearest {
            stacks[other as usize].members.push(number);
        } else {
            table[slot(column, row)].push(stacks.len() as u32);
            stacks.push(Stack { at: (x, y), members: vec![number] });
        }
    }
    stacks
}

/// Cells of the table each way.
const SIDE: usize = 64;

fn slot(column: usize, row: usize) -> usize {
    column % SIDE + row % SIDE * SIDE
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_heaviest_keeps_its_point_and_takes_in_what_is_near() {
        let stacks = stack(&[(10.0, 10.0), (100.0, 10.0), (30.0, 10.0), (75.0, 10.0)], 30.0);
        let members: Vec<_> = stacks.iter().map(|stack| stack.members.clone()).collect();
        assert_eq!(members, [vec![0, 2], vec![1, 3]]);
        assert_eq!(stacks[0].at, (10.0, 10.0));
        assert_eq!(stack(&[], 30.0), []);
    }

    #[test]
    fn of_two_in_reach_the_nearer_one_takes_a_point() {
        let stacks = stack(&[(0.0, 0.0), (40.0, 0.0), (25.0, 0.0)], 30.0);
        assert_eq!(stacks[1].members, [1, 2]);
    }

    fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
        proptest::collection::vec((-3000.0..9000.0_f64, -500.0..700.0_f64), 0..200)
    }

    proptest! {
        #[test]
        fn every_point_is_in_one_stack_and_stacks_are_apart(points in points(), reach in 1.0..90.0) {
            let stacks = stack(&points, reach);
            let mut all: Vec<usize> = stacks.iter().flat_map(|stack| stack.members.clone()).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..points.len()).collect::<Vec<_>>());
            let way = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
            for (number, one) in stacks.iter().enumerate() {
                for other in &stacks[..number] {
                    prop_assert!(way(one.at, other.at) >= reach - 1e-6);
                }
                for &member in &one.members {
                    prop_assert!(way(points[member], one.at) < reach + 1e-6);
                }
            }
        }

        #[test]
        fn any_numbers_give_stacks(points in proptest::collection::vec((any::<f64>(), any::<f64>()), 0..20), reach: f64) {
            let members: usize = stack(&points, reach).iter().map(|stack| stack.members.len()).sum();
            prop_assert_eq!(members, points.len());
        }
    }
}

//! Shapes as bytes; [`super::read`] is the other side.

use super::{COARSEST, FARTHEST, LABEL, LONG, UNIT, VERSION};
use crate::projection::Projected;

/// Steps a run: fewer would let more be passed over, and make the file larger.
const RUN: usize = 48;

/// As far as one step goes, in multiples of its grain.
const LONGEST: i32 = i16::MAX as i32;

/// A corner of a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vertex {
    /// Where it lies.
    pub at: Projected,
    /// It may be off by half of 2^grain units; at most 8.
    pub grain: u8,
}

/// The bytes of rings of land and lines of borders, in this order. Shapes of one place have
/// no size and are left out.
pub fn write(land: &[Vec<Vertex>], borders: &[Vec<Vertex>]) -> Vec<u8> {
    let mut columns = Columns::default();
    for ring in land {
        columns.shape(ring, false);
    }
    for line in borders {
        columns.shape(line, true);
    }
    let mut out = LABEL.to_vec();
    out.push(VERSION);
    for column in [&columns.runs, &columns.grains, &columns.starts, &columns.dx, &columns.dy] {
        out.extend_from_slice(&(column.len() as u32).to_le_bytes());
        out.extend_from_slice(column);
    }
    out
}

#[derive(Default)]
struct Columns {
    runs: Vec<u8>,
    grains: Vec<u8>,
    starts: Vec<u8>,
    dx: Vec<u8>,
    dy: Vec<u8>,
    /// The first point of the shape before.
    last: [i32; 2],
}

impl Columns {
    fn shape(&mut self, vertices: &[Vertex], border: bool) {
        let Some((first, rest)) = vertices.split_first() else { return };
        let mut grain = first.grain.min(COARSEST);
        let way = steps(self.last, units(first.at), grain);
        let begin = after(self.last, way, grain);
        let (mut at, mut start) = (begin, Some(way));
        let mut run: Vec<[i32; 2]> = Vec::new();
        for vertex in rest {
            let coarse = vertex.grain.min(COARSEST);
            if !run.is_empty() && (coarse != grain || run.len() == RUN) {
                self.run(&run, grain, start.take(), border);
                run.clear();
                grain = coarse;
            }
            let aim = units(vertex.at);
            loop {
                let step = steps(at, aim, grain).map(|step| step.clamp(-LONGEST, LONGEST));
                if step == [0, 0] {
                    break;
                }
                at = after(at, step, grain);
                run.push(step);
            }
        }
        if !run.is_empty() {
            self.run(&run, grain, start.take(), border);
        }
        if start.is_none() {
            self.last = begin;
        }
    }

    fn run(&mut self, steps: &[[i32; 2]], grain: u8, start: Option<[i32; 2]>, border: bool) {
        let kind = u32::from(start.is_some()) * 2 + u32::from(border);
        put_varint(steps.len() as u32 * 4 + kind, &mut self.runs);
        self.grains.push(grain);
        for way in start.into_iter().flatten() {
            put_varint(((way << 1) ^ (way >> 31)) as u32, &mut self.starts);
        }
        for &[dx, dy] in steps {
            put_step(dx, &mut self.dx);
            put_step(dy, &mut self.dy);
        }
    }
}

fn units(at: Projected) -> [i32; 2] {
    [(at.x * UNIT).round() as i32, (at.y * UNIT).round() as i32]
}

/// The steps on both axes that lead nearest to the aim without leaving the map.
fn steps(from: [i32; 2], to: [i32; 2], grain: u8) -> [i32; 2] {
    let half = (1 << grain) >> 1;
    let mut steps = [0, 1].map(|axis| (to[axis] - from[axis] + half) >> grain);
    for axis in [0, 1] {
        while after(from, steps, grain)[axis].abs() > FARTHEST[axis] {
            steps[axis] -= steps[axis].signum();
        }
    }
    steps
}

fn after(from: [i32; 2], steps: [i32; 2], grain: u8) -> [i32; 2] {
    [0, 1].map(|axis| from[axis] + (steps[axis] << grain))
}

fn put_step(step: i32, out: &mut Vec<u8>) {
    if step.abs() < i32::from(LONG) {
        out.push(step as i8 as u8);
    } else {
        out.push(LONG);
        out.extend_from_slice(&(step as i16).to_le_bytes());
    }
}

fn put_varint(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

//! Bytes as shapes, in place; [`super::write`] is the other side.

use super::{COARSEST, DecodeError, FARTHEST, LABEL, LONG, VERSION};

/// A basemap whose bytes have been checked; they are borrowed, not copied.
#[derive(Clone, Debug)]
pub struct Basemap<'a> {
    dx: &'a [u8],
    dy: &'a [u8],
    runs: Vec<Run>,
    land: Vec<Shape>,
    borders: Vec<Shape>,
}

/// A ring of land or a line of a border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What it lies within.
    pub bounds: Bounds,
    /// The first of its runs, and the first that is of another shape.
    runs: [usize; 2],
}

/// A rectangle on the plane in units, edges included; y to the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// West and south.
    pub low: [i32; 2],
    /// East and north.
    pub high: [i32; 2],
}

impl Bounds {
    /// Whether all of it lies beyond one edge of the other.
    pub fn beside(&self, other: &Self) -> bool {
        let beyond =
            |axis: usize| self.high[axis] < other.low[axis] || self.low[axis] > other.high[axis];
        beyond(0) || beyond(1)
    }

    /// Whether all of it lies within the other.
    pub fn inside(&self, other: &Self) -> bool {
        let inside =
            |axis: usize| self.low[axis] >= other.low[axis] && self.high[axis] <= other.high[axis];
        inside(0) && inside(1)
    }

    fn at(point: [i32; 2]) -> Self {
        Self { low: point, high: point }
    }

    fn take_in(&mut self, other: &Self) {
        self.low = [self.low[0].min(other.low[0]), self.low[1].min(other.low[1])];
        self.high = [self.high[0].max(other.high[0]), self.high[1].max(other.high[1])];
    }
}

/// Some steps of a shape.
#[derive(Clone, Copy, Debug)]
struct Run {
    bounds: Bounds,
    /// Where the steps begin and end.
    ends: [[i32; 2]; 2],
    /// Where they stand in the columns.
    bytes: [usize; 2],
    steps: u32,
    grain: u8,
}

impl<'a> Basemap<'a> {
    /// Checks all bytes once; what is opened can be walked without any further fault.
    ///
    /// # Errors
    /// The first [`DecodeError`] found.
    pub fn open(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let rest = bytes.strip_prefix(LABEL).ok_or(DecodeError::NotABasemap)?;
        let (&version, mut rest) = rest.split_first().ok_or(DecodeError::NotABasemap)?;
        if version != VERSION {
            return Err(DecodeError::Version { found: version });
        }
        let mut column = || take_column(&mut rest).ok_or(DecodeError::Content { part: "columns" });
        let (runs, grains, starts) = (column()?, column()?, column()?);
        let (dx, dy) = (column()?, column()?);
        let map = Self { dx, dy, runs: Vec::new(), land: Vec::new(), borders: Vec::new() };
        if !rest.is_empty() {
            return Err(DecodeError::Content { part: "columns" });
        }
        map.with(runs, grains, starts)
    }

    /// The rings of land. Where one lies within another, it is a lake of its size.
    pub fn land(&self) -> &[Shape] {
        &self.land
    }

    /// The lines between countries on land.
    pub fn borders(&self) -> &[Shape] {
        &self.borders
    }

    /// Goes along a shape, in units. A stretch that lies beyond one edge of `sight` may be
    /// told by its ends alone: what is drawn within is the same.
    pub fn walk(&self, shape: &Shape, sight: &Bounds, each: &mut dyn FnMut([i32; 2])) {
        let runs = self.runs.get(shape.runs[0]..shape.runs[1]).unwrap_or_default();
        if let Some(first) = runs.first() {
            each(first.ends[0]);
        }
        for run in runs {
            if run.bounds.beside(sight) {
                each(run.ends[1]);
            } else {
                self.steps(run, each);
            }
        }
    }

    /// Goes along a run but for its first point; `None` where the columns end before.
    fn steps(&self, run: &Run, each: &mut dyn FnMut([i32; 2])) -> Option<[&'a [u8]; 2]> {
        let [[mut x, mut y], _] = run.ends;
        let (mut dx, mut dy) = (self.dx.get(run.bytes[0]..)?, self.dy.get(run.bytes[1]..)?);
        for _ in 0..run.steps {
            x += take_step(&mut dx)? << run.grain;
            y += take_step(&mut dy)? << run.grain;
            // Steps are added up only while this holds.
            if x.abs() > FARTHEST[0] || y.abs() > FARTHEST[1] {
                return None;
            }
            each([x, y]);
        }
        Some([dx, dy])
    }

    /// Reads the columns that say what shapes there are, and checks those of steps.
    fn with(
        mut self,
        mut runs: &[u8],
        grains: &[u8],
        mut starts: &[u8],
    ) -> Result<Self, DecodeError> {
        let damage = |part| move || DecodeError::Content { part };
        let mut start = [0_i32; 2];
        let mut bytes = [0; 2];
        let mut last_border = None;
        for &grain in grains {
            if grain > COARSEST {
                return Err(DecodeError::Content { part: "grains" });
            }
            let head = take_varint(&mut runs).ok_or_else(damage("runs"))?;
            let (begins, border) = (head & 2 != 0, head & 1 != 0);
            let from = if begins {
                for axis in [0, 1] {
                    start[axis] = take_start(&mut starts, start[axis], FARTHEST[axis], grain)
                        .ok_or_else(damage("starts"))?;
                }
                start
            } else {
                let same = last_border == Some(border);
                let last = self.runs.last().filter(|_| same);
                last.ok_or_else(damage("runs"))?.ends[1]
            };
            last_border = Some(border);
            let (ends, bounds) = ([from; 2], Bounds::at(from));
            let mut run = Run { bounds, ends, bytes, steps: head >> 2, grain };
            let (mut bounds, mut end) = (bounds, from);
            let rest = self.steps(&run, &mut |point| {
                bounds.take_in(&Bounds::at(point));
                end = point;
            });
            let [dx, dy] = rest.ok_or_else(damage("steps"))?;
            bytes = [self.dx.len() - dx.len(), self.dy.len() - dy.len()];
            (run.bounds, run.ends[1]) = (bounds, end);
            self.push(run, begins, border);
        }
        let nothing_left = runs.is_empty() && starts.is_empty();
        let all_read = bytes == [self.dx.len(), self.dy.len()];
        (nothing_left && all_read).then_some(self).ok_or_else(damage("columns"))
    }

    fn push(&mut self, run: Run, begins: bool, border: bool) {
        let at = self.runs.len();
        self.runs.push(run);
        let shapes = if border { &mut self.borders } else { &mut self.land };
        match shapes.last_mut() {
            Some(shape) if !begins => {
                shape.bounds.take_in(&run.bounds);
                shape.runs[1] = at + 1;
            }
            _ => shapes.push(Shape { bounds: run.bounds, runs: [at, at + 1] }),
        }
    }
}

fn take_column<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (column, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *bytes = rest;
    Some(column)
}

fn take_step(bytes: &mut &[u8]) -> Option<i32> {
    let (&byte, rest) = bytes.split_first()?;
    *bytes = rest;
    if byte != LONG {
        return Some(i32::from(byte as i8));
    }
    let (long, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(i32::from(i16::from_le_bytes(*long)))
}

/// Where a shape begins on one axis, given where the one before did.
fn take_start(bytes: &mut &[u8], last: i32, farthest: i32, grain: u8) -> Option<i32> {
    let way = take_varint(bytes)?;
    let way = (way >> 1) as i32 ^ -((way & 1) as i32);
    let start = last.checked_add(way.checked_mul(1 << grain)?)?;
    (-farthest..=farthest).contains(&start).then_some(start)
}

fn take_varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in [0, 7, 14, 21] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

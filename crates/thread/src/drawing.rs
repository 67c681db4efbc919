//! What is drawn: shapes with their places, in CSS pixels.

use crate::curve::Curve;
use crate::input::Side;
use entente_calendar::Period;
use entente_model::{Act, Grain, PromiseKind, Status};

/// The whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// How high it is.
    pub height: f64,
    /// What one rung stands for.
    pub grain: Grain,
    /// The height of the last report, where open promises end.
    pub last_report: f64,
    /// The rails of the two sides.
    pub rails: [Rail; 2],
    /// The meetings from top to bottom.
    pub rungs: Vec<Rung>,
    /// How long guests stayed.
    pub stays: Vec<Stay>,
    /// What came of the meetings.
    pub seals: Vec<Seal>,
    /// What was promised.
    pub promises: Vec<PromiseThread>,
    /// Stretches without meetings.
    pub silences: Vec<Silence>,
    /// Where years begin.
    pub years: Vec<Year>,
    /// Words between the rails.
    pub labels: Vec<Label>,
    /// Lines below their rung, in a narrow drawing.
    pub notes: Vec<Note>,
}

/// A rail: whole between the silences.
#[derive(Clone, Debug, PartialEq)]
pub struct Rail {
    /// How far it is from the first rail.
    pub x: f64,
    /// From where to where it is whole.
    pub pieces: Vec<[f64; 2]>,
}

/// A meeting, or several of one period, as a line from rail to rail.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Places in the list of encounters: one, or those of a bundle.
    pub encounters: Vec<usize>,
    /// Its line.
    pub curve: Curve,
    /// At whose end it is lower.
    pub host: Option<Side>,
    /// What it looks like.
    pub form: Form,
    /// Whether it took place: of a bundle, held if one of it was.
    pub status: Status,
    /// When, as far as is known; of a bundle from the first to the last day of its period.
    pub date: Option<Period>,
    /// Path data: of an outline where the form is a visit, else of a line.
    pub path: String,
    /// How wide the line is; of an outline that of its edge.
    pub width: f64,
}

/// What a rung looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A journey: it tapers from guest to host.
    Visit,
    /// A call: a dotted line.
    Call,
    /// Any other meeting.
    Meeting,
    /// Several meetings of one period: a line with a figure.
    Bundle,
}

/// A bar on the host's rail from a visit to the last meeting within it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    /// On whose rail.
    pub host: Side,
    /// From where to where.
    pub y: [f64; 2],
}

/// A seal on a rung; its words are a [`Label`].
#[derive(Clone, Debug, PartialEq)]
pub struct Seal {
    /// The place of the rung.
    pub rung: usize,
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// What was done.
    pub act: Act,
    /// Its whole name.
    pub name: String,
}

/// A promise as a line from where it was told to where it was kept, or to the last report.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseThread {
    /// Its number in the archive.
    pub promise: usize,
    /// What is promised.
    pub kind: PromiseKind,
    /// Its whole name.
    pub name: String,
    /// How far it is from the first rail.
    pub x: f64,
    /// From the ring to the knot or, where it is open, to the last report. Where there is no room
    /// for the line without crossing words, only so much of it as there is room for.
    pub y: [f64; 2],
    /// It has been kept, and the line ends in a knot.
    pub kept: bool,
    /// There was no room for the whole line.
    pub cut: bool,
}

/// More than a year without a meeting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Silence {
    /// From where to where the rails are torn.
    pub y: [f64; 2],
    /// Whole years.
    pub years: u32,
    /// And months.
    pub months: u32,
}

/// Where a year begins; 0 for meetings without a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// The line between it and the one before; the first has none.
    pub line: Option<f64>,
    /// The place of its first rung.
    pub rung: usize,
}

/// Words between the rails. They are about 14 px high.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What they belong to.
    pub kind: LabelKind,
    /// The words as shown, perhaps shortened.
    pub text: String,
    /// Their left edge.
    pub x: f64,
    /// Their middle.
    pub y: f64,
    /// How wide they are at most.
    pub width: f64,
}

/// What words between the rails belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A seal, by its place in the list; the rung passes below them.
    Seal(usize),
    /// A promise, by its place in the list.
    Promise(usize),
    /// The title of a rung without a host, by its place in the list.
    Title(usize),
}

/// Half of the height of words between the rails.
pub const HALF_LABEL: f64 = 7.0;

/// A line below a rung, in a narrow drawing: what came of it or what was promised.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The place of the rung.
    pub rung: usize,
    /// Its middle.
    pub y: f64,
    /// What is told: an outcome (encounter, outcome) or a promise, each by place in its list.
    pub what: Told,
}

/// What a [`Note`] tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// An outcome: the place of the encounter, and of the outcome among its outcomes.
    Outcome(usize, usize),
    /// A promise, by its place.
    Promise(usize),
}

//! Meetings and promises as the drawing sees them: without an archive, names already chosen.

use entente_calendar::Period;
use entente_model::{Act, MeetingKind, PromiseKind, Status};

/// One of the two sides: the first has the left rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// On the left.
    First,
    /// On the right.
    Second,
}

impl Side {
    /// Both, from left to right.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// 0 for the first, 1 for the second.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The one that faces it.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// A meeting between the two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encounter {
    /// Its number in the archive.
    pub meeting: usize,
    /// Its kind.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: Status,
    /// When, as far as is known.
    pub date: Option<Period>,
    /// The side in whose country it was; `None` for calls and where the place is not known.
    pub host: Option<Side>,
    /// The number in the archive of the visit during which it was.
    pub visit: Option<usize>,
    /// Who took part for each side, by number of the entity.
    pub people: [Vec<u32>; 2],
    /// Which countries took part for the second side, where that is all others: by their places
    /// among them. Else none.
    pub others: Vec<usize>,
    /// What stands on the rung itself where nobody is host; else it stands outside the rails.
    pub title: String,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
}

/// What came of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was done.
    pub act: Act,
    /// What it is called.
    pub label: String,
}

/// A promise between the two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledge {
    /// Its number in the archive.
    pub promise: usize,
    /// What is promised.
    pub kind: PromiseKind,
    /// What it is called.
    pub label: String,
    /// The number of the meeting at which it was told, if there is one.
    pub meeting: Option<usize>,
    /// When it was told.
    pub date: Option<Period>,
    /// What has kept it.
    pub kept: Option<Kept>,
}

/// What has kept a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The number of the meeting; `None` for a paper of which no meeting is told.
    pub meeting: Option<usize>,
    /// When, as far as is known.
    pub date: Option<Period>,
}

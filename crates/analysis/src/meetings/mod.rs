//! Who met whom, where and when, as far as one report tells.
//!
//! In the order of the work:
//! - `told`: what a sentence tells of one meeting, around a verb ("held talks with"), a noun
//!   ("the visit of … to …") or a name ("third defence dialogue")
//! - `join`: what several sentences tell of one meeting

mod join;
mod told;

use crate::dates::DateMention;
use crate::furniture::Block;
use crate::names::NameEntity;
use crate::names::scene::Scene;
use crate::span::Span;
use entente_calendar::Period;

/// What a meeting is. The order is that of the numbers in the word lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum MeetingKind {
    Talks,
    Dialogue,
    Visit,
    Ceremony,
    Call,
    Conference,
    Exhibition,
    Signing,
    Meeting,
}

impl MeetingKind {
    const ALL: [Self; 9] = [
        Self::Talks,
        Self::Dialogue,
        Self::Visit,
        Self::Ceremony,
        Self::Call,
        Self::Conference,
        Self::Exhibition,
        Self::Signing,
        Self::Meeting,
    ];

    /// The kind of a number in the word lists.
    fn of(number: i32) -> Self {
        let kind = usize::try_from(number).ok().and_then(|number| Self::ALL.get(number));
        kind.copied().unwrap_or(Self::Meeting)
    }

    /// The name in the output of `entente analyse`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Talks => "talks",
            Self::Dialogue => "dialogue",
            Self::Visit => "visit",
            Self::Ceremony => "ceremony",
            Self::Call => "call",
            Self::Conference => "conference",
            Self::Exhibition => "expo",
            Self::Signing => "signing",
            Self::Meeting => "meeting",
        }
    }
}

/// Whether a meeting took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It took place, or is under way.
    Held,
    /// It is to come.
    Planned,
    /// An earlier one that the report recalls.
    Reference,
}

impl Status {
    /// The name in the output of `entente analyse`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Planned => "planned",
            Self::Reference => "reference",
        }
    }
}

/// A meeting as one report tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// What it was.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: Status,
    /// When, as far as is known.
    pub date: Option<Period>,
    /// From which words the date follows; empty without one.
    pub date_basis: String,
    /// The place as the text names it; empty where it does not.
    pub place: String,
    /// The country of the place, in English; empty where not known.
    pub country: String,
    /// Of an event with a name, its number among the names of the report.
    pub event: Option<usize>,
    /// The number of the session, or 0.
    pub session: i32,
    /// Who took part: numbers among the names of the report, as told.
    pub participants: Vec<usize>,
    /// Agreements that came of it: numbers among the names of the report.
    pub outcomes: Vec<usize>,
    /// The sentences that tell of it, in order.
    pub evidence: Vec<Span>,
}

/// What is known when meetings are looked for.
pub(crate) struct Report<'r> {
    pub(crate) scene: &'r Scene<'r>,
    pub(crate) blocks: &'r [Block],
    pub(crate) names: &'r [NameEntity],
    pub(crate) dates: &'r [DateMention],
    /// The day of the report, or what is known of it.
    pub(crate) published: Option<Period>,
    /// Where it was filed.
    pub(crate) dateline: Option<&'r str>,
}

/// All meetings of a report, in the order in which it tells of them.
pub(crate) fn find(report: &Report) -> Vec<Meeting> {
    join::meetings(report, told::find(report))
}

//! A promise: an invitation, a paper to be signed, a meeting to be held; and what has kept it.

use crate::document::Passage;
use entente_calendar::Period;
use entente_model::{PromiseKind, PromiseState};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A promise, as all reports that tell of it together make it known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise<'a> {
    /// Readable and stable, for addresses.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// What is promised.
    pub kind: PromiseKind,
    /// Numbers of the entities that promise, invite or propose.
    pub who: Vec<u32>,
    /// Numbers of the entities to whom.
    pub to: Vec<u32>,
    /// The words for what is promised, of the report that tells of it first.
    pub what: Passage,
    /// Number of the paper that is to be signed, where it has a name.
    pub agreement: Option<u32>,
    /// Number of the event that is to be attended or held, where it has a name.
    pub mechanism: Option<u32>,
    /// The country where it is to be, as ISO 3166-1 alpha-2; empty where not told.
    #[serde(borrow)]
    pub country: Cow<'a, str>,
    /// When it was told first: at a meeting, or in the report.
    pub date: Option<Period>,
    /// Number of the meeting at which it was told.
    pub meeting: Option<u32>,
    /// The sentences that tell of it, in order; at least one.
    pub evidence: Vec<Passage>,
    /// What has kept it; `None` while it is open.
    pub kept: Option<Kept>,
}

/// What has kept a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The meeting, or the paper.
    pub by: Keeper,
    /// When, as far as is known.
    pub date: Option<Period>,
    /// The sentences that tell of it, in order; at least one.
    pub evidence: Vec<Passage>,
}

/// By what a promise was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Keeper {
    /// The number of a meeting.
    Meeting(u32),
    /// The number of a paper that a report says to be signed, not telling at which meeting.
    Agreement(u32),
}

impl Promise<'_> {
    /// Whether it has been kept.
    pub const fn state(&self) -> PromiseState {
        match self.kept {
            Some(_) => PromiseState::Kept,
            None => PromiseState::Open,
        }
    }

    /// What promises are put in order by to follow their dates, undated ones last.
    pub fn date_order(&self) -> [u32; 2] {
        let dates = self.date.map(|date| [date.start().to_bits(), date.end().to_bits()]);
        dates.unwrap_or([u32::MAX; 2])
    }

    /// The number of the meeting that has kept it.
    pub fn kept_by_meeting(&self) -> Option<u32> {
        match self.kept.as_ref()?.by {
            Keeper::Meeting(meeting) => Some(meeting),
            Keeper::Agreement(_) => None,
        }
    }
}

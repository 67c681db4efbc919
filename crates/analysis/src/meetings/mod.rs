//! Who met whom, where and when, as far as one report tells.
//!
//! In the order of the work:
//! - `sentence`: a sentence with its names and dates
//! - `cast`: who is told of, by name or by words that stand for people (`stand_ins`, `speaker`), by
//!   what is known of their `offices` and of the sentences before (`memory`); `titles`: offices in a
//!   language that says them first
//! - `frames`: which verbs tell of which meetings, and who stands where with them; `lists`: how they
//!   stand in the file
//! - `acts`: frames filled with the clauses of a sentence, as the grammar gives them; `visits`,
//!   `ceremonies` and `signing` are some of them; who stands where (`sides`, `bodies`, `clitics`)
//! - `nominal`: the same for nouns ("the visit of … to …") and for the names of `events`: how a noun
//!   stands to its verb (`stand`), who is told `behind` it, what else stands `around_noun`
//! - `when` and `place`: which date and place belong to a clause or noun; `setting`, `house`: places
//!   with what stands around them
//! - `told`: all that a sentence tells; what is no meeting (`denied`), and what a sentence adds to a
//!   meeting told before (`afterwards`)
//! - `join`: what several sentences tell of one meeting
//! - [`promises`]: what is to come of it: invitations, papers to be signed, meetings to be held
//! - `context`: what the sentences leave open and the report as a whole tells

mod acts;
mod afterwards;
mod around_noun;
mod behind;
mod bodies;
mod cast;
mod ceremonies;
mod clitics;
mod context;
mod denied;
mod events;
mod frames;
mod house;
mod join;
mod lists;
mod memory;
mod nominal;
mod offices;
mod parties;
mod place;
pub mod promises;
mod sentence;
mod setting;
mod sides;
mod signing;
mod speaker;
mod stand;
mod stand_ins;
mod titles;
mod told;
mod visits;
mod when;

use crate::boilerplate::Block;
use crate::dates::DateMention;
#[cfg(test)]
use crate::grammar::vocabulary::Vocabulary;
use crate::names::NameEntity;
use crate::names::annotated::AnnotatedTokens;
use crate::span::Span;
use entente_calendar::Period;
use entente_model::{Act, DateProvenance, MeetingKind, PlacePrecision, PlaceProvenance, Status};
use promises::{Promise, SignedPaper};
pub(crate) use sentence::{Spot, spots};

/// What the grammar of a language is read by.
#[cfg(test)]
pub(crate) fn vocabulary(language: &str) -> &'static Vocabulary {
    &frames::of_language(language).vocabulary
}

/// What is wrong in the frames of a language.
#[cfg(test)]
pub(crate) fn faults(grammar: &str, frames: &str) -> crate::lexicon::Faults {
    frames::Frames::read(Vocabulary::read(grammar).0, frames).1
}

/// The kind of a number in the word lists.
fn kind_of(number: i32) -> MeetingKind {
    let kind = usize::try_from(number).ok().and_then(|number| MeetingKind::ALL.get(number));
    kind.copied().unwrap_or(MeetingKind::Meeting)
}

/// A meeting as one report tells of it. Numbers are those of the names of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// What it was.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: Status,
    /// When, as far as is known.
    pub date: Option<When>,
    /// Where, as far as is known.
    pub place: Option<Where>,
    /// The event with a name that it is: a dialogue, an exhibition.
    pub event: Option<usize>,
    /// The number of the session, or 0.
    pub session: i32,
    /// Who took part, as told.
    pub participants: Vec<usize>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// The sentences that tell of it, in order.
    pub evidence: Vec<Span>,
}

impl Meeting {
    /// The date alone.
    pub fn period(&self) -> Option<Period> {
        self.date.map(|date| date.period)
    }

    /// Whether one sentence tells of both.
    fn beside(&self, other: &Self) -> bool {
        self.evidence.iter().any(|span| other.evidence.contains(span))
    }

    /// The code of the country alone; empty where it is not known.
    pub fn country(&self) -> &str {
        self.place.as_ref().map_or("", |place| &place.country)
    }
}

/// Adds those who are not there yet.
fn add<T: PartialEq>(all: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !all.contains(&one) {
            all.push(one);
        }
    }
}

/// A date and why we believe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The date.
    pub period: Period,
    /// Where that comes from.
    pub provenance: DateProvenance,
    /// The words that it follows from; none where it is the day of the report.
    pub span: Option<Span>,
}

impl When {
    /// The same date, taken over from another meeting.
    fn shared(self) -> Self {
        Self { provenance: DateProvenance::SameEvent, ..self }
    }
}

/// A place and why we believe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    /// As the report calls it; empty where only the country is known.
    pub words: String,
    /// Its number among the names.
    pub name: Option<usize>,
    /// How exact it is.
    pub precision: PlacePrecision,
    /// The country, as ISO 3166-1 alpha-2; empty where not known.
    pub country: String,
    /// Where that comes from.
    pub provenance: PlaceProvenance,
    /// The words that it follows from.
    pub span: Option<Span>,
}

/// What came of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was done.
    pub act: Act,
    /// The agreement, where it has a name.
    pub agreement: Option<usize>,
    /// The words that tell it.
    pub span: Span,
}

/// What is known when meetings are looked for.
pub(crate) struct Report<'r> {
    /// The code of the language.
    pub(crate) language: &'r str,
    pub(crate) annotated: &'r AnnotatedTokens<'r>,
    pub(crate) blocks: &'r [Block],
    pub(crate) names: &'r [NameEntity],
    pub(crate) dates: &'r [DateMention],
    /// Where these stand in the whole text.
    pub(crate) spots: &'r [Spot],
    /// The day of the report, or what is known of it.
    pub(crate) published: Option<Period>,
    /// Where it was filed.
    pub(crate) dateline: Option<&'r str>,
}

/// What a report tells of meetings and of promises.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// In the order in which the report tells of them.
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) promises: Vec<Promise>,
    pub(crate) signed: Vec<SignedPaper>,
}

impl Findings {
    /// Adds what the next item of a bulletin tells.
    pub(crate) fn append(&mut self, next: Self) {
        let first = self.meetings.len();
        self.meetings.extend(next.meetings);
        self.promises.extend(next.promises.into_iter().map(|promise| Promise {
            occasion: promise.occasion.map(|meeting| first + meeting),
            ..promise
        }));
        self.signed.extend(next.signed);
    }
}

/// All that a report tells.
pub(crate) fn find(report: &Report) -> Findings {
    let (told, memory, mentions) = told::find(report);
    let mut drafts = join::drafts(report, told, &memory);
    context::fill(report, &mut drafts);
    let nowhere = |draft: &join::Draft| {
        draft.meeting.kind == MeetingKind::Visit && draft.meeting.place.is_none()
    };
    drafts.retain(|draft| !nowhere(draft));
    let mut meetings: Vec<Meeting> = drafts.into_iter().map(|draft| tidy(draft.meeting)).collect();
    promises::not_signed(report, &mentions, &mut meetings);
    let (promises, signed) = promises::find(report, mentions, &memory, &meetings);
    Findings { meetings, promises, signed }
}

/// Sentences in order, sentences and outcomes each once.
fn tidy(mut meeting: Meeting) -> Meeting {
    meeting.evidence.sort_unstable();
    meeting.evidence.dedup();
    let mut seen: Vec<Outcome> = Vec::new();
    for outcome in std::mem::take(&mut meeting.outcomes) {
        let same = |other: &Outcome| {
            other.span == outcome.span
                || other.agreement.is_some() && other.agreement == outcome.agreement
        };
        if !seen.iter().any(same) {
            seen.push(outcome);
        }
    }
    meeting.outcomes = seen;
    meeting
}

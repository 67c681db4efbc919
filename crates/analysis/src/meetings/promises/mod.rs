//! What is to come of it: invitations, papers to be signed, meetings to be held.
//!
//! A promise is told by a verb of promising with what is promised behind it, by a noun that a verb
//! carries ("extended an invitation"), or, of a paper, by the future tense alone. What is refused,
//! only wished or only possible is none, and what has a day is a planned meeting. In the order of
//! the work:
//! - `frames`: which verbs and nouns tell of promises, as data
//! - `reading`: the clauses of a sentence that promise; `carried`: nouns with a verb; `chain`: the
//!   verbs of a group, and whether what they tell is so
//! - `content`: what is promised; `roles`, `sides`: who promises, and to whom
//! - `papers`: which papers a sentence says to be signed
//! - `occasion`: at which meeting it was told, and what that adds

mod carried;
pub(super) mod chain;
mod content;
pub(super) mod frames;
mod occasion;
mod papers;
mod reading;
mod roles;
mod sides;

use super::cast::Party;
use super::memory::Memory;
use super::{Meeting, Outcome, Report, add, join};
use crate::span::Span;
use entente_calendar::Period;
use entente_model::{Act, MeetingKind, PromiseKind, Status};

/// A promise as one report tells of it. Numbers are those of the names of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// What is promised.
    pub kind: PromiseKind,
    /// Who promises, invites or proposes.
    pub who: Vec<usize>,
    /// To whom.
    pub to: Vec<usize>,
    /// The words for what is promised.
    pub what: Span,
    /// The paper that is to be signed, where it has a name.
    pub agreement: Option<usize>,
    /// The event with a name that is to be attended or held.
    pub event: Option<usize>,
    /// The kind of the meeting that is to be held or attended; `None` where another meeting of the
    /// kind would not be it: "talks on visas".
    pub meeting: Option<MeetingKind>,
    /// The country where it is to be, as ISO 3166-1 alpha-2; empty where not told.
    pub country: String,
    /// When it was told: on the day that the sentence tells, at a meeting, or in the report.
    pub date: Option<Period>,
    /// At which meeting it was told, as its place among the meetings of the report.
    pub occasion: Option<usize>,
    /// Whether the day is that of the meeting.
    pub dated_by_meeting: bool,
    /// Whether who promises is known from those who took part in that meeting.
    pub who_met: bool,
    /// The same of those to whom it is promised.
    pub to_met: bool,
    /// The sentences that tell of it, in order.
    pub evidence: Vec<Span>,
}

/// A paper of which a report says that it has been signed, or agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedPaper {
    /// The number of its name.
    pub agreement: usize,
    /// Which of these.
    pub act: Act,
    /// When, as the words beside it tell: "the agreement signed in November 2009".
    pub date: Option<Period>,
    /// The sentence.
    pub evidence: Span,
}

/// What one sentence promises.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    kind: PromiseKind,
    who: Vec<Party>,
    to: Vec<Party>,
    /// Who tells it: who does what the verb says.
    teller: Vec<Party>,
    content: content::Content,
    /// Somebody is told to whom, named or not.
    to_told: bool,
    /// The number of the date on which it was told.
    date: Option<usize>,
    sentence: Span,
}

/// What the sentences of a report tell, one by one.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    promises: Vec<Mention>,
    /// "accepted the invitation": one told before, and by whom.
    recalled: Vec<(Vec<Party>, Span)>,
    signed: Vec<SignedPaper>,
}

/// Takes from meetings what is only promised: "agreed to sign the pact" signs nothing.
pub(super) fn not_signed(report: &Report, mentions: &Mentions, meetings: &mut Vec<Meeting>) {
    let papers = mentions.promises.iter().filter(|one| one.kind == PromiseKind::Agreement);
    let promised: Vec<(Span, Span)> =
        papers.map(|one| (one.content.span(report), one.sentence)).collect();
    // Sentences come in order; those around a span.
    let near = |span: Span| {
        let end = promised.partition_point(|(_, sentence)| sentence.start <= span.start);
        promised[..end].iter().rev().take_while(move |(_, sentence)| sentence.contains(span))
    };
    meetings.retain_mut(|meeting| {
        let before = meeting.outcomes.len();
        let only = |outcome: &Outcome| {
            outcome.act == Act::Signed
                && near(outcome.span).any(|(words, _)| words.overlaps(outcome.span))
        };
        if meeting.status == Status::Planned || !meeting.outcomes.iter().any(only) {
            return true;
        }
        meeting.outcomes.retain(|outcome| !only(outcome));
        let told = |span: &Span| near(*span).next().is_some();
        let nothing = meeting.outcomes.is_empty() && before > 0;
        !(nothing && meeting.kind == MeetingKind::Signing && meeting.evidence.iter().all(told))
    });
}

/// The promises of a report, each once, in the order of the first words on them.
pub(super) fn find(
    report: &Report,
    mentions: Mentions,
    memory: &Memory,
    meetings: &[Meeting],
) -> (Vec<Promise>, Vec<SignedPaper>) {
    let mut promises: Vec<Promise> = Vec::new();
    for mention in mentions.promises {
        let Some(found) = promise(report, &mention, memory, meetings) else { continue };
        match promises.iter_mut().rev().take(join::COMPARED).find(|other| same(other, &found)) {
            Some(other) => merge(other, found),
            None => promises.push(found),
        }
    }
    for (who, sentence) in mentions.recalled {
        let who = join::people(report, &who, memory);
        let fits = |promise: &&mut Promise| {
            promise.kind == PromiseKind::Invitation
                && promise.evidence.iter().all(|span| *span <= sentence)
                && promise.to.iter().any(|one| who.contains(one))
        };
        if let Some(promise) = promises.iter_mut().rev().take(join::COMPARED).find(fits) {
            add(&mut promise.evidence, [sentence]);
        }
    }
    (promises, mentions.signed)
}

/// What a sentence promises, with what the report as a whole tells.
fn promise(
    report: &Report,
    mention: &Mention,
    memory: &Memory,
    meetings: &[Meeting],
) -> Option<Promise> {
    let people = |parties: &[Party]| join::people(report, parties, memory);
    let content = &mention.content;
    let (mut who, mut to) = (people(&mention.who), people(&mention.to));
    // "The President invited President X": another president than X.
    let another = !who.is_empty() && who == to;
    if another {
        who.clear();
    }
    to.retain(|one| !who.contains(one));
    let mut found = Promise {
        kind: mention.kind,
        who,
        to,
        what: content.span(report),
        agreement: content.agreement,
        event: content.event,
        meeting: content.meeting,
        country: content.country.clone(),
        date: None,
        occasion: None,
        dated_by_meeting: false,
        who_met: false,
        to_met: false,
        evidence: vec![mention.sentence],
    };
    let mut teller = people(&mention.teller);
    teller.retain(|one| !another || !found.to.contains(one));
    occasion::fill(report, mention, &teller, meetings, &mut found);
    if another && found.occasion.is_none() {
        return None;
    }
    // Without a host's country, where "to visit" leads is where the host is.
    if found.country.is_empty()
        && found.kind == PromiseKind::Invitation
        && found.meeting == Some(MeetingKind::Visit)
    {
        let host = found.who.first().map(|&host| report.names[host].country.clone());
        found.country = host.unwrap_or_default();
    }
    let nobody = found.who.is_empty() && found.to.is_empty();
    let paper = found.agreement.is_some();
    (!nobody || paper).then_some(found)
}

/// Whether two sentences tell of one promise.
fn same(one: &Promise, other: &Promise) -> bool {
    let shared = |these: &[usize], those: &[usize]| these.iter().any(|who| those.contains(who));
    let parties = || {
        shared(&one.to, &other.to) && (one.who.is_empty() || other.who.is_empty())
            || shared(&one.who, &other.who) && (one.to == other.to || shared(&one.to, &other.to))
    };
    one.kind == other.kind
        && match (one.agreement, other.agreement) {
            (Some(paper), Some(other)) => paper == other,
            (None, None) => {
                let place = !one.country.is_empty() && one.country == other.country;
                let here = if one.event.is_some() || other.event.is_some() {
                    one.event == other.event
                } else {
                    place && one.meeting == other.meeting
                };
                here && parties()
            }
            _ => false,
        }
}

fn merge(one: &mut Promise, other: Promise) {
    if one.who.is_empty() || one.who_met && !other.who_met && !other.who.is_empty() {
        (one.who, one.who_met) = (other.who, other.who_met);
    }
    if one.to.is_empty() || one.to_met && !other.to_met && !other.to.is_empty() {
        (one.to, one.to_met) = (other.to, other.to_met);
    }
    add(&mut one.evidence, other.evidence);
    one.evidence.sort_unstable();
}

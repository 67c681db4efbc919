//! At which meeting a promise was told, and what that adds: the day, and the other side.
//!
//! It is the one of which the same sentence tells, else the one told last before it, if who tells
//! the promise took part in it. A sentence that tells its own day is told on that day.

use super::super::{Meeting, Report, join};
use super::{Mention, Promise};
use entente_model::{MeetingKind, PromiseKind, Status};

/// Adds what is known from the meeting at which a promise was told.
pub(super) fn fill(
    report: &Report,
    mention: &Mention,
    teller: &[usize],
    meetings: &[Meeting],
    promise: &mut Promise,
) {
    let own = mention.date.and_then(|number| report.dates.get(number)?.period);
    let known = || promise.who.iter().chain(teller);
    let anybody = known().next().is_some();
    let took_part =
        |meeting: &Meeting| !anybody || known().any(|one| meeting.participants.contains(one));
    // Sentences and meetings come in order, so that few are looked at.
    let before = |meeting: &Meeting| {
        let end = meeting.evidence.partition_point(|span| *span <= mention.sentence);
        meeting.evidence[..end].last().copied()
    };
    let told = meetings.partition_point(|meeting| {
        meeting.evidence.first().is_none_or(|span| *span <= mention.sentence)
    });
    let near = meetings[..told].iter().enumerate().rev().take(join::COMPARED);
    let held = near.filter(|(_, meeting)| {
        meeting.status == Status::Held
            && own.is_none_or(|own| meeting.period().is_some_and(|date| date.overlaps(own)))
            && took_part(meeting)
    });
    let told = held.filter_map(|(number, meeting)| Some((before(meeting)?, number, meeting)));
    // Of several told together rather the talks than the visit, and the one told first.
    let occasion = told.max_by_key(|(span, number, meeting)| {
        (*span, meeting.kind != MeetingKind::Visit, usize::MAX - number)
    });
    promise.date = own.or(report.published);
    if let Some((_, number, meeting)) = occasion {
        promise.occasion = Some(number);
        promise.dated_by_meeting = own.is_none() && meeting.period().is_some();
        promise.date = own.or(meeting.period()).or(report.published);
        // Who has invited somebody need not be there; but whoever is told and not known is.
        let invites = promise.kind == PromiseKind::Invitation;
        promise.who_met = promise.who.is_empty() && (!invites || !mention.who.is_empty());
        if promise.who_met {
            promise.who = other_side(report, &meeting.participants, &promise.to);
        }
        promise.to_met = promise.to.is_empty()
            && !promise.who.is_empty()
            && !promise.who_met
            && !mention.to_told
            && one_side(report, &promise.who);
        if promise.to_met {
            promise.to = other_side(report, &meeting.participants, &promise.who);
        }
    }
}

/// Whether these are one, or stand for one country.
fn one_side(report: &Report, these: &[usize]) -> bool {
    let mut lands = these.iter().map(|&one| report.names[one].country.as_str());
    let first = lands.next();
    lands.all(|land| !land.is_empty() && Some(land) == first)
}

/// Those of a meeting who do not stand for the country of one of these.
fn other_side(report: &Report, met: &[usize], these: &[usize]) -> Vec<usize> {
    let land = |number: usize| report.names[number].country.as_str();
    let ours = |one: &usize| {
        let same =
            |&other: &usize| other == *one || !land(*one).is_empty() && land(*one) == land(other);
        these.iter().any(same)
    };
    met.iter().filter(|one| !ours(one)).copied().collect()
}

//! What keeps a promise: the first later meeting that fits, or a paper that is told to be signed.
//!
//! Rather a promise stays open than that it is wrongly kept:
//!
//! - a paper: the very paper is signed at a meeting, or a later report says that it was signed
//! - an invitation to an event: the event, if somebody invited took part in it; or a visit of theirs
//!   of which the sentence names the event
//! - an invitation to a country: a visit of somebody invited to it, or a meeting there
//! - a meeting: a later one of the same mechanism; of the same kind, if somebody of either side took
//!   part; a visit, if who promised it came to the country
//!
//! An event and a paper are known by their names, so they may be of the time at which the promise
//! was told; else only what began after it counts.

use super::Told;
use super::world::{Held, Names, World};
use entente_archive::{Keeper, Kept, Passage};
use entente_model::{MeetingKind, PromiseKind};

/// What has kept a promise, if anything has.
pub(crate) fn keep<N: Names + ?Sized>(promise: &Told, world: &World<'_, N>) -> Option<Kept> {
    match promise.kind {
        PromiseKind::Agreement => paper(promise, world),
        PromiseKind::Invitation => {
            let event = promise.mechanism.map(|event| attended(promise, event, world));
            event.unwrap_or_else(|| came(promise, &promise.to, world))
        }
        PromiseKind::Meeting => match promise.mechanism {
            Some(mechanism) => session(promise, mechanism, world),
            None if promise.meeting == Some(MeetingKind::Visit) => {
                came(promise, &promise.who, world)
            }
            None => met(promise, world),
        },
    }
}

/// The first day on which a promise was told, and the day after the last; `None` where not known.
fn told_days(promise: &Told) -> Option<(i32, i32)> {
    promise.date.map(|date| (date.first_day().0, date.last_day().0 + 1))
}

/// The paper was signed, and not before it was promised.
fn paper<N: Names + ?Sized>(promise: &Told, world: &World<'_, N>) -> Option<Kept> {
    let agreement = promise.agreement?;
    let days = told_days(promise);
    let later = |held: &&Held| match (held.date, days) {
        (Some(date), Some((first, _))) => date.last_day().0 >= first,
        _ => true,
    };
    let signing = world.signing(agreement).find(later).map(|held| {
        let told = held.signed.iter().find(|(paper, _)| *paper == agreement);
        let words = told.map(|&(_, words)| words);
        let inside = |passage: &&Passage| {
            words.is_some_and(|words| {
                words.document == passage.document
                    && passage.span.start <= words.span.start
                    && words.span.end <= passage.span.end
            })
        };
        let sentences: Vec<Passage> = held.evidence.iter().filter(inside).copied().collect();
        let evidence = if sentences.is_empty() { held.evidence.clone() } else { sentences };
        Kept { by: Keeper::Meeting(held.number), date: held.date, evidence }
    });
    let told = || {
        let (first, after) = days?;
        // "the pact signed in 2009" is not the one promised in 2020.
        let before = |date: Option<entente_calendar::Period>| {
            date.is_some_and(|date| date.last_day().0 < first)
        };
        let later = |date: Option<entente_calendar::Period>| {
            date.is_some_and(|date| date.first_day().0 >= after)
        };
        let mut reports: Vec<_> = world.papers(agreement).iter().collect();
        reports.retain(|paper| later(paper.date) && !before(paper.on));
        reports.sort_by_key(|paper| (paper.date.map(|date| date.first_day().0), paper.passage));
        let evidence: Vec<Passage> = reports.iter().map(|paper| paper.passage).collect();
        let by = Keeper::Agreement(agreement);
        (!evidence.is_empty()).then_some(Kept { by, date: None, evidence })
    };
    signing.or_else(told)
}

/// Somebody invited took part in the event, or came for it.
fn attended<N: Names + ?Sized>(promise: &Told, event: u32, world: &World<'_, N>) -> Option<Kept> {
    let (first, _) = told_days(promise)?;
    let going_on = |held: &&Held| held.date.is_some_and(|date| date.last_day().0 >= first);
    let mut sessions = world.sessions(event, i32::MIN).filter(going_on);
    let session = sessions.find(|held| shares(&promise.to, held));
    let session = session.map(kept);
    let for_it = |held: &&Held| {
        held.kind == MeetingKind::Visit
            && held.evidence.iter().any(|&passage| world.names.is_named_in(event, passage))
    };
    let visits = promise.to.iter().filter_map(|&one| world.meetings_of(one, first).find(for_it));
    session.or_else(|| visits.min_by_key(|held| first_day(held)).map(kept))
}

/// One of these came to the country of the promise.
fn came<N: Names + ?Sized>(promise: &Told, people: &[u32], world: &World<'_, N>) -> Option<Kept> {
    let (_, after) = told_days(promise)?;
    if promise.country.is_empty() || promise.meeting != Some(MeetingKind::Visit) {
        return None;
    }
    let strangers = people.iter().filter(|&&one| world.names.country(one) != promise.country);
    let there = |held: &&Held| held.country == promise.country && held.kind != MeetingKind::Call;
    let visits = strangers.filter_map(|&one| world.meetings_of(one, after).find(there));
    visits.min_by_key(|held| first_day(held)).map(kept)
}

/// The mechanism met.
fn session<N: Names + ?Sized>(
    promise: &Told,
    mechanism: u32,
    world: &World<'_, N>,
) -> Option<Kept> {
    let (_, after) = told_days(promise)?;
    world.sessions(mechanism, after).next().map(kept)
}

/// Some of either side met as it was promised.
fn met<N: Names + ?Sized>(promise: &Told, world: &World<'_, N>) -> Option<Kept> {
    let (_, after) = told_days(promise)?;
    let both = |held: &&Held| {
        let sides = if promise.to.is_empty() {
            promise.who.iter().filter(|one| held.participants.contains(one)).count() > 1
        } else {
            shares(&promise.who, held) && shares(&promise.to, held)
        };
        let here = promise.country.is_empty() || promise.country == held.country;
        Some(held.kind) == promise.meeting && sides && here
    };
    let meetings = promise.who.iter().filter_map(|&one| world.meetings_of(one, after).find(both));
    meetings.min_by_key(|held| first_day(held)).map(kept)
}

/// Whether one of these took part.
fn shares(people: &[u32], held: &Held) -> bool {
    people.iter().any(|one| held.participants.contains(one))
}

/// What comes first, visits before others of the day.
fn first_day(held: &Held) -> (i32, bool, u32) {
    let first = held.date.map_or(i32::MAX, |date| date.first_day().0);
    (first, held.kind != MeetingKind::Visit, held.number)
}

fn kept(held: &Held) -> Kept {
    Kept { by: Keeper::Meeting(held.number), date: held.date, evidence: held.evidence.clone() }
}

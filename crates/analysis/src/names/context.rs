//! What stands around a name and tells that it is somebody's: an office or who somebody is behind
//! a comma or before one, a verb of speaking behind, "with" or "led by" before.

use super::annotated::AnnotatedTokens;
use super::people::counts_up;
use crate::lexicon::WordClass;

/// The office that is told behind a name: "X, deputy minister of defence, …".
pub(super) fn told_role(annotated: &AnnotatedTokens, i: usize) -> Option<(usize, usize)> {
    if told_behind(annotated, i) != Told::Office {
        return None;
    }
    let from = annotated
        .any(i + 1, &[WordClass::The, WordClass::Article])
        .map_or(i + 1, |found| found.1.next);
    let ends = |at: usize| {
        let mark = annotated.tokens.is_any(at, &[',', ';', ':', '.', ')', '—', '–']);
        mark && !annotated.tokens.glued(at + 1)
            || annotated.is(at, WordClass::PersonVerb)
            || !annotated.follows(at)
    };
    let to = (from..from + 24).find(|&at| ends(at))?;
    (to > from).then_some((from, to))
}

/// The office of one that is told before a name, up to a comma.
pub(super) fn told_before(annotated: &AnnotatedTokens, i: usize) -> Option<(usize, usize)> {
    let office = listed(annotated, i)
        .filter(|&at| annotated.any(at, &[WordClass::OfficePlural]).is_none())?;
    // "prime minister" and not "minister" alone
    let next = annotated.at(office, WordClass::Office).map_or(office, |hit| hit.next);
    let office = first_before(annotated, next, office);
    Some((before_office(annotated, office), i - 1))
}

/// The first token of the longest office that ends before a token.
fn first_before(annotated: &AnnotatedTokens, next: usize, shortest: usize) -> usize {
    let ends = |&at: &usize| {
        let mut offices = annotated.all(at).iter().filter(|found| found.0 == WordClass::Office);
        offices.any(|found| found.1.next == next)
    };
    (shortest.saturating_sub(4)..shortest).find(ends).unwrap_or(shortest)
}

/// The first of the nations and modifiers that stand before an office: "his Polish counterpart".
pub(super) fn before_office(annotated: &AnnotatedTokens, office: usize) -> usize {
    let before = [WordClass::Demonym, WordClass::Country, WordClass::OfficeBefore];
    let step = |at: usize| {
        let end = (1..=2).map(|gap| at.saturating_sub(gap));
        let owned =
            end.into_iter().find(|&end| annotated.possessive(end) == Some(at)).unwrap_or(at);
        before.iter().find_map(|&sense| annotated.before(owned, sense)).map(|found| found.0)
    };
    std::iter::successors(Some(office), |&at| step(at)).last().unwrap_or(office)
}

/// What stands behind a comma or bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// An office or rank: "X, the deputy minister of …".
    Office,
    /// Somebody: "X, a member of …", "X, who …".
    Somebody,
    Nothing,
}

pub(super) fn told_behind(annotated: &AnnotatedTokens, i: usize) -> Told {
    if !annotated.tokens.is_any(i, &[',', '(']) {
        return Told::Nothing;
    }
    let comma = annotated.tokens.is(i, ',');
    // "X, and the Serbian minister Y": somebody else.
    if annotated.is(i + 1, WordClass::And) {
        return Told::Nothing;
    }
    let mut at = i + 1;
    let mut told = Told::Nothing;
    for _ in 0..9 {
        if annotated.any(at, &[WordClass::Office, WordClass::Rank]).is_some() {
            return Told::Office;
        }
        if comma && at == i + 1 && annotated.is(at, WordClass::Somebody) {
            told = Told::Somebody;
        }
        let step = [
            WordClass::OfficeBefore,
            WordClass::The,
            WordClass::Demonym,
            WordClass::Country,
            WordClass::OrgKnown,
            WordClass::Article,
            WordClass::OfficeWord,
        ];
        let next = annotated
            .any(at, &step)
            .map(|found| annotated.possessive(found.1.next).unwrap_or(found.1.next))
            .or_else(|| annotated.possessive(at))
            .or_else(|| annotated.capital(at).then_some(at + 1));
        match next {
            Some(next) if annotated.follows(next) => at = next,
            _ => break,
        }
    }
    told
}

/// "Romania's X".
pub(super) fn owned(annotated: &AnnotatedTokens, i: usize) -> bool {
    let nation = |back: usize| {
        annotated.nation(i - back).is_some_and(|hit| annotated.possessive(hit.next) == Some(i))
    };
    (3..=5.min(i)).any(nation)
}

/// Whether "with", "met", "and" or "by" stands before.
pub(super) fn partner(annotated: &AnnotatedTokens, i: usize) -> bool {
    let before = [WordClass::With, WordClass::Between, WordClass::PersonVerb, WordClass::And];
    annotated.follows(i) && before.iter().any(|&sense| annotated.before(i, sense).is_some())
}

/// Whether "led by" or "received by" stands before.
pub(super) fn agent(annotated: &AnnotatedTokens, i: usize) -> bool {
    let acts = [WordClass::MeetLead, WordClass::MeetVerb, WordClass::MeetAlso];
    let by = annotated.follows(i) && i > 1 && annotated.is(i - 1, WordClass::By);
    by && (annotated.any(i - 2, &acts).is_some() || annotated.inside(i - 2, WordClass::MeetAlso))
}

/// How far behind a colon a speaker says "I", in tokens.
const SAYS: usize = 12;

/// Whether a colon and one who says "I" or "we" follow: "X: I met Y".
pub(super) fn label(annotated: &AnnotatedTokens, i: usize, to: usize) -> bool {
    let mut said = to + 1..annotated.len().min(to + SAYS);
    annotated.opens(i)
        && annotated.tokens.is(to, ':')
        && said.any(|at| annotated.is(at, WordClass::MeetSpeaker))
}

/// A word that no list knows but as part of names.
pub(super) fn unknown(annotated: &AnnotatedTokens, i: usize) -> bool {
    let senses = [WordClass::GivenName, WordClass::FamilyFirst, WordClass::Particle];
    annotated.all(i).iter().all(|(sense, _)| senses.contains(sense))
        && !annotated.tokens.all_capitals(i)
}

/// Whether a verb of speaking or meeting follows.
pub(super) fn speaks(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.follows(i)
        && (annotated.is(i, WordClass::PersonVerb)
            || annotated.is(i + 1, WordClass::PersonVerb) && annotated.is(i, WordClass::NotName))
}

/// Whether an office and a comma stand before: "the country's president, X", "the
/// envoys, X and Y"; or several offices: "energy ministers X and Y". The token of the office.
pub(super) fn listed(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    if i < 2 || !annotated.follows(i) {
        return None;
    }
    if !annotated.tokens.is(i - 1, ',') {
        return annotated.before(i, WordClass::OfficePlural).map(|found| found.0);
    }
    let offices = [WordClass::Office, WordClass::OfficePlural, WordClass::MeetGeneral];
    // Elided articles are words of their own.
    let reach = if annotated.postposed { 24 } else { 14 };
    for at in (i.saturating_sub(reach)..i - 1).rev() {
        if annotated.any(at, &offices).is_some() {
            return Some(at);
        }
        let listed = annotated.tokens.is(at, ',') && counts_up(annotated, at);
        let mark = !listed
            && !annotated.tokens.is_word(at)
            && !annotated.tokens.is_any(at, &['\'', '’', '-', '.']);
        if mark || annotated.opens(at + 1) || annotated.is(at, WordClass::PersonVerb) {
            return None;
        }
    }
    None
}

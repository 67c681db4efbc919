//! What stands around a name and tells that it is somebody's: an office or who somebody is behind
//! a comma or before one, a verb of speaking behind, "with" or "led by" before.

use super::people::counts_up;
use super::scene::Scene;
use crate::lexicon::Sense;

/// The office that is told behind a name: "X, deputy minister of defence, …".
pub(super) fn told_role(scene: &Scene, i: usize) -> Option<(usize, usize)> {
    if told_behind(scene, i) != Told::Office {
        return None;
    }
    let from = scene.any(i + 1, &[Sense::The, Sense::Article]).map_or(i + 1, |found| found.1.next);
    let ends = |at: usize| {
        let mark = scene.tokens.is_any(at, &[',', ';', ':', '.', ')', '—', '–']);
        mark && !scene.tokens.glued(at + 1) || scene.is(at, Sense::PersonVerb) || !scene.follows(at)
    };
    let to = (from..from + 24).find(|&at| ends(at))?;
    (to > from).then_some((from, to))
}

/// The office of one that is told before a name, up to a comma.
pub(super) fn told_before(scene: &Scene, i: usize) -> Option<(usize, usize)> {
    let office = listed(scene, i).filter(|&at| scene.any(at, &[Sense::OfficePlural]).is_none())?;
    Some((before_office(scene, office), i - 1))
}

/// The first of the nations and modifiers that stand before an office: "his Polish counterpart".
fn before_office(scene: &Scene, office: usize) -> usize {
    let before = [Sense::Demonym, Sense::Country, Sense::OfficeBefore];
    let step = |at: usize| {
        let end = (1..=2).map(|gap| at.saturating_sub(gap));
        let owned = end.into_iter().find(|&end| scene.possessive(end) == Some(at)).unwrap_or(at);
        before.iter().find_map(|&sense| scene.before(owned, sense)).map(|found| found.0)
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

pub(super) fn told_behind(scene: &Scene, i: usize) -> Told {
    if !scene.tokens.is_any(i, &[',', '(']) {
        return Told::Nothing;
    }
    let comma = scene.tokens.is(i, ',');
    // "X, and the Serbian minister Y": somebody else.
    if scene.is(i + 1, Sense::And) {
        return Told::Nothing;
    }
    let mut at = i + 1;
    let mut told = Told::Nothing;
    for _ in 0..9 {
        if scene.any(at, &[Sense::Office, Sense::Rank]).is_some() {
            return Told::Office;
        }
        if comma && at == i + 1 && scene.is(at, Sense::Somebody) {
            told = Told::Somebody;
        }
        let step = [
            Sense::OfficeBefore,
            Sense::The,
            Sense::Demonym,
            Sense::Country,
            Sense::OrgKnown,
            Sense::Article,
            Sense::OfficeWord,
        ];
        let next = scene
            .any(at, &step)
            .map(|found| scene.possessive(found.1.next).unwrap_or(found.1.next))
            .or_else(|| scene.possessive(at))
            .or_else(|| scene.capital(at).then_some(at + 1));
        match next {
            Some(next) if scene.follows(next) => at = next,
            _ => break,
        }
    }
    told
}

/// "Romania's X".
pub(super) fn owned(scene: &Scene, i: usize) -> bool {
    let nation = |back: usize| {
        scene.nation(i - back).is_some_and(|hit| scene.possessive(hit.next) == Some(i))
    };
    (3..=5.min(i)).any(nation)
}

/// Whether "with", "met", "and" or "by" stands before.
pub(super) fn partner(scene: &Scene, i: usize) -> bool {
    let before = [Sense::With, Sense::Between, Sense::PersonVerb, Sense::And];
    scene.follows(i) && before.iter().any(|&sense| scene.before(i, sense).is_some())
}

/// Whether "led by" or "received by" stands before.
pub(super) fn agent(scene: &Scene, i: usize) -> bool {
    let acts = [Sense::MeetLead, Sense::MeetHost, Sense::MeetVerb, Sense::MeetAlso];
    let by = scene.follows(i) && i > 1 && scene.tokens.key(i - 1) == "by";
    by && (scene.any(i - 2, &acts).is_some() || scene.inside(i - 2, Sense::MeetAlso))
}

/// A word that no list knows but as part of names.
pub(super) fn unknown(scene: &Scene, i: usize) -> bool {
    let senses = [Sense::GivenName, Sense::FamilyFirst, Sense::Particle];
    scene.all(i).iter().all(|(sense, _)| senses.contains(sense)) && !scene.tokens.all_capitals(i)
}

/// Whether a verb of speaking or meeting follows.
pub(super) fn speaks(scene: &Scene, i: usize) -> bool {
    scene.follows(i)
        && (scene.is(i, Sense::PersonVerb)
            || scene.is(i + 1, Sense::PersonVerb) && scene.is(i, Sense::NotName))
}

/// Whether an office and a comma stand before: "the country's president, X", "the
/// envoys, X and Y"; or several offices: "energy ministers X and Y". The token of the office.
pub(super) fn listed(scene: &Scene, i: usize) -> Option<usize> {
    if i < 2 || !scene.follows(i) {
        return None;
    }
    if !scene.tokens.is(i - 1, ',') {
        return scene.before(i, Sense::OfficePlural).map(|found| found.0);
    }
    let offices = [Sense::Office, Sense::OfficePlural, Sense::MeetGeneral];
    for at in (i.saturating_sub(14)..i - 1).rev() {
        if scene.any(at, &offices).is_some() {
            return Some(at);
        }
        let listed = scene.tokens.is(at, ',') && counts_up(scene, at);
        let mark = !listed
            && !scene.tokens.is_word(at)
            && !scene.tokens.is_any(at, &['\'', '’', '-', '.']);
        if mark || scene.opens(at + 1) || scene.is(at, Sense::PersonVerb) {
            return None;
        }
    }
    None
}

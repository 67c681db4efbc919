//! Events and mechanisms: those that the lists know, and heads such as "dialogue",
//! "anniversary" or "Battle" with what makes them particular.

use super::candidate::{Candidate, Known};
use super::headed::{about, before, ordinal_before};
use super::scene::Scene;
use crate::lexicon::Sense;
use entente_model::EntityKind;

pub(crate) fn find(scene: &Scene, out: &mut Vec<Candidate>) {
    let event = |from, to, weight| Candidate::new(EntityKind::Event, from, to, weight);
    for i in 0..scene.len() {
        if !scene.within(i) || !scene.tokens.is_word(i) {
            continue;
        }
        if let Some(hit) = scene.at(i, Sense::EventKnown).filter(|_| scene.capital(i)) {
            let found = before(scene, i, Sense::EventMod);
            let from = if numbered(scene, found.from) { found.from } else { i };
            let to = number_after(scene, hit.next);
            out.push(event(from, to, 9).known(Known::Line(hit.value)));
        }
        out.extend(round(scene, i).map(|(from, to)| event(from, to, 8)));
        let Some(hit) = scene.at(i, Sense::EventHead) else { continue };
        if scene.inside(i, Sense::EventHead) || scene.loud(i) {
            continue;
        }
        let found = before(scene, i, Sense::EventMod);
        let to = number_after(scene, hit.next);
        let anniversary = scene.is(i, Sense::Anniversary);
        let complement = about(scene, to, Sense::EventLink, anniversary)
            .filter(|_| anniversary || scene.capital(i));
        let capital = scene.capital(i);
        if anniversary {
            if numbered(scene, found.from) && !scene.dated(found.from) {
                out.push(event(found.from, complement.unwrap_or(to), 7));
            }
        } else if capital {
            let follows = operation(scene, to).filter(|_| !scene.opens(i) || hit.value > 0);
            if let Some(to) =
                follows.filter(|_| found.words == 0 || scene.nations(found.from).is_some())
            {
                out.push(event(found.from, to, 8));
            } else if found.particular || complement.is_some() {
                out.push(event(found.from, complement.unwrap_or(to), 7));
            }
        } else if let Some(to) = operation(scene, hit.next).filter(|_| hit.value <= 1) {
            // "the bilateral exercise Nomadic Elephant"
            out.push(event(found.from, to, 7));
        } else if hit.value <= 1 && (found.particular || found.words > 1) {
            out.push(event(found.from, to, if found.particular { 6 } else { 4 }));
        }
    }
}

/// Whether a name begins with its number: "third", "70th".
fn numbered(scene: &Scene, from: usize) -> bool {
    scene.is(from, Sense::Ordinal)
        || scene.tokens.figures(from) > 0 && scene.is(from + 1, Sense::Suffix)
}

/// "Expo 2024", "Army Games 2023".
fn number_after(scene: &Scene, i: usize) -> usize {
    let year = scene.follows(i) && scene.tokens.figures(i) == 4;
    i + usize::from(year)
}

/// "Exercise Cobra Gold", "Operation Barkhane".
fn operation(scene: &Scene, i: usize) -> Option<usize> {
    let mut to = i;
    let other =
        [Sense::Country, Sense::Demonym, Sense::EventHead, Sense::Office, Sense::Rank, Sense::City];
    while scene.follows(to) && scene.capital(to) && to - i < 4 && scene.any(to, &other).is_none() {
        to += 1;
    }
    let number = scene.follows(to) && scene.tokens.figures(to) > 0 && to > i;
    (to > i && to - i <= 3).then_some(to + usize::from(number))
}

/// "second and third rounds of the Iran-US nuclear talks".
fn round(scene: &Scene, i: usize) -> Option<(usize, usize)> {
    let hit = scene.at(i, Sense::Round)?;
    let mut from = ordinal_before(scene, i)?;
    if let Some(first) = (from > 0 && scene.is(from - 1, Sense::And))
        .then(|| ordinal_before(scene, from - 1))
        .flatten()
    {
        from = first;
    }
    let of = scene.is(hit.next, Sense::Of);
    let to = of.then(|| about(scene, hit.next, Sense::OrgLink, true)).flatten()?;
    Some((from, to))
}

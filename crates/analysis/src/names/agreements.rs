//! Agreements: those that the lists know, and heads such as "Memorandum of Understanding"
//! with what stands before them and what they are about.

use super::candidate::{Candidate, Known};
use super::headed::{about, before};
use super::scene::Scene;
use crate::lexicon::{Hit, Sense};
use entente_model::EntityKind;

pub(crate) fn find(scene: &Scene, out: &mut Vec<Candidate>) {
    let agreement = |from, to, weight| Candidate::new(EntityKind::Agreement, from, to, weight);
    for i in 0..scene.len() {
        if !scene.within(i) || !scene.tokens.is_word(i) {
            continue;
        }
        if let Some(hit) = scene.at(i, Sense::AgreementKnown).filter(|_| scene.capital(i)) {
            let from = year_before(scene, i);
            out.push(agreement(from, hit.next, 9).known(Known::Line(hit.value)));
        }
        let Some(hit) = scene.at(i, Sense::AgreementHead) else { continue };
        if scene.inside(i, Sense::AgreementHead) {
            continue;
        }
        let hit = chain(scene, i, hit);
        let found = before(scene, i, Sense::AgreementMod);
        let capital = scene.capital(i) && !(scene.opens(i) && found.words == 0);
        let to = about(scene, hit.next, Sense::AgreementLink, true);
        let long = hit.next - i > 1;
        if scene.loud(i) {
            continue;
        }
        if capital {
            if found.words > 0 || long {
                // "Resolution 2728": the number is part of the name.
                let number = scene.follows(hit.next) && scene.tokens.figures(hit.next) > 0;
                out.push(agreement(found.from, hit.next + usize::from(number), 7));
            }
            if let Some(to) = to.filter(|_| found.words > 0 || long || hit.value <= 1) {
                out.push(agreement(found.from, to, 8));
            }
        } else if hit.value <= 1 {
            // "an agreement to meet", "agreement on the programme" name none themselves.
            let on_the = scene.is(hit.next + 1, Sense::The)
                && scene.capital(hit.next + 2)
                && scene.any(hit.next, &[Sense::Between, Sense::With]).is_none();
            let to_do = scene.is(hit.next, Sense::To) || on_the;
            match to.filter(|_| !to_do || long) {
                Some(to) => out.push(agreement(found.from, to, 6)),
                None if long || found.words > 1 => out.push(agreement(found.from, hit.next, 5)),
                None => {}
            }
        }
    }
}

/// Heads that run into each other are one: "Joint Vision", "Vision Statement".
fn chain(scene: &Scene, i: usize, mut hit: Hit) -> Hit {
    let mut at = i + 1;
    while at <= hit.next && scene.follows(at) {
        let capital = scene.capital(i) == scene.capital(at);
        match scene.at(at, Sense::AgreementHead).filter(|_| capital) {
            Some(more) if more.next > hit.next => hit.next = more.next,
            _ => {}
        }
        at += 1;
    }
    hit
}

/// "1982 United Nations Convention": the year belongs to the name.
fn year_before(scene: &Scene, i: usize) -> usize {
    let year = i > 0 && scene.follows(i) && scene.tokens.figures(i - 1) == 4;
    i - usize::from(year)
}

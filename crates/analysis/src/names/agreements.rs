//! Agreements: those that the lists know, and heads such as "Memorandum of Understanding"
//! with what stands before them and what they are about.

use super::annotated::AnnotatedTokens;
use super::candidate::{Candidate, Known};
use super::noun_phrases::{about, before};
use crate::lexicon::{Hit, WordClass};
use entente_model::EntityKind;

pub(crate) fn find(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    let agreement = |from, to, weight| Candidate::new(EntityKind::Agreement, from, to, weight);
    for i in 0..annotated.len() {
        if !annotated.within(i) || !annotated.tokens.is_word(i) {
            continue;
        }
        if let Some(hit) =
            annotated.at(i, WordClass::AgreementKnown).filter(|hit| annotated.named(i, hit))
        {
            let from = year_before(annotated, i);
            out.push(agreement(from, hit.next, 9).known(Known::Line(hit.value)));
        }
        if annotated.postposed {
            continue;
        }
        let Some(hit) = annotated.at(i, WordClass::AgreementHead) else { continue };
        if annotated.inside(i, WordClass::AgreementHead) {
            continue;
        }
        let hit = chain(annotated, i, hit);
        let found = before(annotated, i, WordClass::AgreementMod);
        let capital = annotated.capital(i) && !(annotated.opens(i) && found.words == 0);
        let to = about(annotated, hit.next, WordClass::AgreementLink, true);
        let long = hit.next - i > 1;
        if annotated.loud(i) {
            continue;
        }
        if capital {
            if found.words > 0 || long {
                // "Resolution 2728": the number is part of the name.
                let number = annotated.follows(hit.next) && annotated.tokens.figures(hit.next) > 0;
                out.push(agreement(found.from, hit.next + usize::from(number), 7));
            }
            if let Some(to) = to.filter(|_| found.words > 0 || long || hit.value <= 1) {
                out.push(agreement(found.from, to, 8));
            }
        } else if hit.value <= 1 {
            // "an agreement to meet", "agreement on the programme" name none themselves.
            let on_the = annotated.is(hit.next + 1, WordClass::The)
                && annotated.capital(hit.next + 2)
                && annotated.any(hit.next, &[WordClass::Between, WordClass::With]).is_none();
            let to_do = annotated.is(hit.next, WordClass::To) || on_the;
            match to.filter(|_| !to_do || long) {
                Some(to) => out.push(agreement(found.from, to, 6)),
                None if long || found.words > 1 => out.push(agreement(found.from, hit.next, 5)),
                None => {}
            }
        }
    }
}

/// Heads that run into each other are one: "Joint Vision", "Vision Statement".
fn chain(annotated: &AnnotatedTokens, i: usize, mut hit: Hit) -> Hit {
    let mut at = i + 1;
    while at <= hit.next && annotated.follows(at) {
        let capital = annotated.capital(i) == annotated.capital(at);
        match annotated.at(at, WordClass::AgreementHead).filter(|_| capital) {
            Some(more) if more.next > hit.next => hit.next = more.next,
            _ => {}
        }
        at += 1;
    }
    hit
}

/// "1982 United Nations Convention": the year belongs to the name.
fn year_before(annotated: &AnnotatedTokens, i: usize) -> usize {
    let year = i > 0 && annotated.follows(i) && annotated.tokens.figures(i - 1) == 4;
    i - usize::from(year)
}

//! Events and mechanisms: those that the lists know, and heads such as "dialogue",
//! "anniversary" or "Battle" with what makes them particular.

use super::annotated::AnnotatedTokens;
use super::candidate::{Candidate, Known};
use super::complements::{ordinal_behind, with_nation};
use super::noun_phrases::{about, before, ordinal_before};

use crate::lexicon::WordClass;
use entente_model::EntityKind;

pub(crate) fn find(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    let event = |from, to, weight| Candidate::new(EntityKind::Event, from, to, weight);
    for i in 0..annotated.len() {
        if !annotated.within(i) || !annotated.tokens.is_word(i) {
            continue;
        }
        if let Some(hit) =
            annotated.at(i, WordClass::EventKnown).filter(|hit| annotated.named(i, hit))
        {
            let found = before(annotated, i, WordClass::EventMod);
            let from = if numbered(annotated, found.from) { found.from } else { i };
            let to = ordinal_behind(annotated, hit.next)
                .unwrap_or_else(|| number_after(annotated, hit.next));
            match with_nation(annotated, hit.next) {
                Some(to) => out.push(event(from, to, 9)),
                None => out.push(event(from, to, 9).known(Known::Line(hit.value))),
            }
        }
        if annotated.postposed {
            continue;
        }
        out.extend(round(annotated, i).map(|(from, to)| event(from, to, 8)));
        let Some(hit) = annotated.at(i, WordClass::EventHead) else { continue };
        if annotated.inside(i, WordClass::EventHead) || annotated.loud(i) {
            continue;
        }
        let found = before(annotated, i, WordClass::EventMod);
        let to = number_after(annotated, hit.next);
        let anniversary = annotated.is(i, WordClass::Anniversary);
        let complement = about(annotated, to, WordClass::EventLink, anniversary)
            .filter(|_| anniversary || annotated.capital(i));
        let capital = annotated.capital(i);
        if anniversary {
            if numbered(annotated, found.from) && !annotated.dated(found.from) {
                out.push(event(found.from, complement.unwrap_or(to), 7));
            }
        } else if capital {
            let follows = operation(annotated, to).filter(|_| !annotated.opens(i) || hit.value > 0);
            if let Some(to) =
                follows.filter(|_| found.words == 0 || annotated.nations(found.from).is_some())
            {
                out.push(event(found.from, to, 8));
            } else if found.particular || complement.is_some() {
                out.push(event(found.from, complement.unwrap_or(to), 7));
            }
        } else if let Some(to) = operation(annotated, hit.next).filter(|_| hit.value <= 1) {
            // "the bilateral exercise Nomadic Elephant"
            out.push(event(found.from, to, 7));
        } else if hit.value <= 1 && (found.particular || found.words > 1) {
            out.push(event(found.from, to, if found.particular { 6 } else { 4 }));
        }
    }
}

/// Whether a name begins with its number: "third", "70th".
fn numbered(annotated: &AnnotatedTokens, from: usize) -> bool {
    annotated.is(from, WordClass::Ordinal)
        || annotated.tokens.figures(from) > 0 && annotated.is(from + 1, WordClass::Suffix)
}

/// "Expo 2024", "Army Games 2023".
fn number_after(annotated: &AnnotatedTokens, i: usize) -> usize {
    let figures = annotated.tokens.figures(i);
    // "Orion 26"
    let edition = annotated.postposed && figures == 2 && !annotated.dated(i);
    i + usize::from(annotated.follows(i) && (figures == 4 || edition))
}

/// "Exercise Cobra Gold", "Operation Barkhane".
fn operation(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let mut to = i;
    let other = [
        WordClass::Country,
        WordClass::Demonym,
        WordClass::EventHead,
        WordClass::Office,
        WordClass::Rank,
        WordClass::City,
    ];
    while annotated.follows(to)
        && annotated.capital(to)
        && to - i < 4
        && annotated.any(to, &other).is_none()
    {
        to += 1;
    }
    let number = annotated.follows(to) && annotated.tokens.figures(to) > 0 && to > i;
    (to > i && to - i <= 3).then_some(to + usize::from(number))
}

/// "second and third rounds of the Iran-US nuclear talks".
fn round(annotated: &AnnotatedTokens, i: usize) -> Option<(usize, usize)> {
    let hit = annotated.at(i, WordClass::Round)?;
    let mut from = ordinal_before(annotated, i)?;
    if let Some(first) = (from > 0 && annotated.is(from - 1, WordClass::And))
        .then(|| ordinal_before(annotated, from - 1))
        .flatten()
    {
        from = first;
    }
    let of = annotated.is(hit.next, WordClass::Of);
    let to = of.then(|| about(annotated, hit.next, WordClass::OrgLink, true)).flatten()?;
    Some((from, to))
}

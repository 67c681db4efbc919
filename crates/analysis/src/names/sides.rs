//! For which country a person stands, as the office and what follows the name tell.

use super::annotated::AnnotatedTokens;
use super::candidate::Candidate;
use crate::interner::Interner;
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// The country that the words of an office tell: "French Minister", "Minister of Defence of
/// Japan". What follows "to" is where somebody is sent.
pub(super) fn side(
    annotated: &AnnotatedTokens,
    (from, to): (usize, usize),
) -> Option<&'static str> {
    let mut side = None;
    let mut i = from;
    while i < to && !sent_to(annotated, i) {
        let hit = annotated.nation(i).filter(|hit| hit.next <= to);
        let country = hit.and_then(|hit| annotated.world.get(hit.value)).map(|place| place.country);
        if country.is_some() && side.is_some() && side != country {
            return None;
        }
        side = side.or(country);
        i = hit.map_or(i + 1, |hit| hit.next);
    }
    // "London Mayor", "Mayor of London", where no country is told
    let seat = |at: usize| {
        let (_, hit) = annotated.any(at, &[WordClass::City, WordClass::Region])?;
        annotated.world.get(hit.value).map(|place| place.country)
    };
    let of = (from..to).find_map(|at| annotated.at(at, WordClass::Of)).map(|hit| hit.next);
    let of = of.map(|of| annotated.at(of, WordClass::The).map_or(of, |hit| hit.next));
    let seat = || seat(from).or_else(|| seat(of.filter(|&at| at < to)?));
    side.or_else(seat).filter(|country| !country.is_empty())
}

/// "ambassador to Norway"; an adviser to the president of a country is of that country.
fn sent_to(annotated: &AnnotatedTokens, i: usize) -> bool {
    let the = annotated.at(i + 1, WordClass::The).map_or(i + 1, |hit| hit.next);
    annotated.is(i, WordClass::To) && !annotated.is(the, WordClass::Office)
}

/// The country that follows the name of a person: "President Egeland of Norway".
pub(super) fn origin(annotated: &AnnotatedTokens, name: &Candidate) -> Option<&'static str> {
    let of = annotated.at(name.to, WordClass::Of).filter(|_| name.kind == EntityKind::Person)?;
    let the = annotated.at(of.next, WordClass::The).map_or(of.next, |hit| hit.next);
    let country = annotated.at(the, WordClass::Country).filter(|_| annotated.follows(the))?;
    annotated.world.get(country.value).map(|place| place.country)
}

/// The side that is told most often; none where two are told alike.
pub(super) fn most_told<'s>(sides: &[&'s str]) -> &'s str {
    let (mut numbers, mut counts) = (Interner::default(), Vec::<(usize, &str)>::new());
    for side in sides {
        let number = numbers.first(side, counts.len());
        match counts.get_mut(number) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, side)),
        }
    }
    counts.sort_unstable();
    match counts[..] {
        [.., (less, _), (most, side)] if less < most => side,
        [(_, side)] => side,
        _ => "",
    }
}

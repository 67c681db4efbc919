//! Places: those of the gazetteer, words with capitals around a head such as "Bridge" or
//! "Gulf of", and unknown names that stand where a place must stand.

use super::annotated::AnnotatedTokens;
use super::candidate::{Candidate, Known};
use super::organisations;
use crate::lexicon::{Hit, WordClass};
use entente_model::EntityKind;

pub(crate) fn find(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    let place = |from, to, weight| Candidate::new(EntityKind::Place, from, to, weight);
    for i in 0..annotated.len() {
        if !annotated.capital(i) {
            out.extend(from_small(annotated, i));
            continue;
        }
        for &(sense, hit) in
            annotated.all(i).iter().filter(|(_, hit)| !is_part(annotated, i, hit.next))
        {
            let weight = match sense {
                // "West Bank" is no bank.
                WordClass::Country | WordClass::Region | WordClass::City if hit.next - i > 1 => 8,
                WordClass::Country => 7,
                WordClass::City | WordClass::Region => 6,
                WordClass::CityInDoubt if where_to(annotated, i) => 5,
                _ => continue,
            };
            out.push(place(i, hit.next, weight).known(Known::Place(hit.value)));
        }
        if let Some(hit) = annotated.at(i, WordClass::PlaceHead) {
            let from = places_left(annotated, i);
            let (to, complete) = of_phrase(annotated, hit.next);
            let bare = from == i && !complete;
            let nation = annotated.nation(from).is_some_and(|found| found.next >= i) && !complete;
            // "Ana Plaza Borja": a name goes on behind a head.
            let goes_on = to == hit.next && annotated.follows(to) && annotated.proper(to);
            let inner = goes_on && annotated.all(to).is_empty();
            if !(bare || inner || annotated.loud(i) || nation && hit.value > 1) {
                out.push(place(from, to, if hit.value <= 1 { 8 } else { 6 }));
            }
        }
        if let Some(hit) =
            annotated.at(i, WordClass::PlaceBefore).filter(|hit| leads(annotated, i, hit.next))
        {
            // "Lăng Chủ tịch Hồ Chí Minh": where a word before says so, it is no person.
            let weight = if annotated.postposed { 8 } else { 6 };
            let nations = annotated.nations(hit.next).filter(|_| annotated.postposed);
            out.push(place(i, nations.unwrap_or_else(|| run(annotated, hit.next)), weight));
        }
        let the = i > 0
            && annotated.is(i - 1, WordClass::The)
            && annotated.follows(i)
            && where_to(annotated, i - 1);
        if the
            && !annotated.loud(i)
            && annotated.all(i).is_empty()
            && !annotated.capital(i + 1)
            && !annotated.tokens.all_capitals(i)
        {
            out.push(place(i, i + 1, 2));
        }
        if stands_where(annotated, i) && !annotated.loud(i) {
            let to = run(annotated, i);
            let small = annotated.tokens.raw(i).chars().any(char::is_lowercase);
            // A syllable with a capital may begin a word: "Đại lễ đường".
            let whole = !annotated.strict || to - i > 1 && stands_alone(annotated, i, to);
            if small && to - i <= 3 && whole {
                out.push(place(i, to, 3));
            }
        }
    }
}

/// A place of the gazetteer whose name begins in small letters: "mer Rouge", "châu Âu".
fn from_small(annotated: &AnnotatedTokens, i: usize) -> Option<Candidate> {
    if !annotated.postposed || !annotated.within(i) {
        return None;
    }
    let place = |to| Candidate::new(EntityKind::Place, i, to, 8);
    let before = annotated.at(i, WordClass::PlaceBefore);
    if let Some(hit) = before.filter(|hit| leads(annotated, i, hit.next)) {
        let to = annotated.nations(hit.next).unwrap_or_else(|| run(annotated, hit.next));
        return Some(place(to));
    }
    let places = [WordClass::Country, WordClass::Region, WordClass::City];
    let (_, hit) = annotated.any(i, &places).filter(|(_, hit)| hit.next - i > 1)?;
    Some(place(hit.next).known(Known::Place(hit.value)))
}

/// Whether a place is only part of a word ("Trans-Caspian"), of a price ("US$4 million") or,
/// where words have several syllables, of a thing ("tiếng Anh", "Anh hùng").
fn is_part(annotated: &AnnotatedTokens, i: usize, next: usize) -> bool {
    let places = [WordClass::Country, WordClass::City, WordClass::Region];
    let longer = |(sense, hit): &(WordClass, Hit)| hit.next > next && !places.contains(sense);
    let thing = annotated.all(i).iter().any(longer);
    if annotated.strict && (thing || annotated.inside(i, WordClass::Concept)) {
        return true;
    }
    let hyphen = i > 1
        && annotated.tokens.is(i - 1, '-')
        && annotated.tokens.glued(i - 1)
        && annotated.tokens.glued(i);
    let price = annotated.tokens.is(next, '$') && annotated.tokens.glued(next);
    price || hyphen && annotated.capital(i - 2) && annotated.all(i - 2).is_empty()
}

/// The first word of a place's name that ends with a head: titles and numbers belong to
/// it, too ("King Abdulaziz Airport", "Second Thomas Shoal").
fn places_left(annotated: &AnnotatedTokens, head: usize) -> usize {
    let mut from = organisations::left(annotated, head);
    while from > 0
        && annotated.follows(from)
        && annotated.proper(from - 1)
        && !annotated.opens(from - 1)
    {
        from -= 1;
        from = organisations::left(annotated, from);
    }
    from
}

/// Whether a preposition of place stands before.
fn where_to(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.follows(i) && annotated.before(i, WordClass::PlaceWhere).is_some()
}

/// Whether only a place can stand here: "in X", "city of X".
fn stands_where(annotated: &AnnotatedTokens, i: usize) -> bool {
    let other = [
        WordClass::NotName,
        WordClass::OfficeWord,
        WordClass::Office,
        WordClass::Rank,
        WordClass::Honorific,
        WordClass::OrgKnown,
        WordClass::OrgHead,
        WordClass::EventHead,
        WordClass::AgreementHead,
        WordClass::Demonym,
        WordClass::Concept,
        WordClass::Month,
        WordClass::Weekday,
        WordClass::GivenName,
        WordClass::EventKnown,
        WordClass::AgreementKnown,
        WordClass::PlaceHead,
    ];
    annotated.follows(i)
        && annotated.any(i, &other).is_none()
        && (where_to(annotated, i) || annotated.before(i, WordClass::PlaceCue).is_some())
}

/// Whether a word that stands before names of places does so here: not inside another name
/// ("Tân Cảng Sài Gòn") nor, where words have several syllables, before half a word.
fn leads(annotated: &AnnotatedTokens, i: usize, next: usize) -> bool {
    let inner = annotated.capital(i) && i > 0 && annotated.follows(i) && annotated.proper(i - 1);
    let to = run(annotated, next);
    let longer = || annotated.all(next).iter().any(|(_, hit)| hit.next > to);
    let word = || annotated.inside(i, WordClass::Concept) || longer();
    let places = [WordClass::Country, WordClass::Region, WordClass::City];
    let known = annotated.any(i, &places).is_some_and(|(_, hit)| hit.next > next);
    let half = || inner || word() || !stands_alone(annotated, next, to);
    let part = annotated.postposed && known || annotated.strict && half();
    annotated.capital(next) && !part
}

/// Whether no word of what a list knows begins in a name but at its head: "Nhà Quốc | hội".
fn stands_alone(annotated: &AnnotatedTokens, from: usize, to: usize) -> bool {
    (from + 1..to).all(|i| annotated.all(i).iter().all(|(_, hit)| hit.next <= to))
}

/// Words with capitals in a row.
fn run(annotated: &AnnotatedTokens, from: usize) -> usize {
    let mut to = from + 1;
    while annotated.follows(to) && annotated.capital(to) && to - from < 4 {
        to += 1;
    }
    while annotated.dash(to).is_some_and(|at| annotated.tokens.glued(to) && annotated.capital(at)) {
        to += 2;
    }
    to
}

/// "of X" after a head: the token after it, and whether there is one.
fn of_phrase(annotated: &AnnotatedTokens, i: usize) -> (usize, bool) {
    let Some(hit) = annotated.at(i, WordClass::Of).filter(|_| annotated.follows(i)) else {
        return (i, false);
    };
    let at = annotated.at(hit.next, WordClass::The).map_or(hit.next, |the| the.next);
    if annotated.capital(at) { (run(annotated, at), true) } else { (i, false) }
}

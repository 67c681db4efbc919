//! Places: those of the gazetteer, words with capitals around a head such as "Bridge" or
//! "Gulf of", and unknown names that stand where a place must stand.

use super::bodies;
use super::candidate::{Candidate, Known};
use super::scene::Scene;
use crate::lexicon::Sense;
use entente_model::EntityKind;

pub(crate) fn find(scene: &Scene, out: &mut Vec<Candidate>) {
    let place = |from, to, weight| Candidate::new(EntityKind::Place, from, to, weight);
    for i in 0..scene.len() {
        if !scene.capital(i) {
            continue;
        }
        for &(sense, hit) in scene.all(i).iter().filter(|(_, hit)| !is_part(scene, i, hit.next)) {
            let weight = match sense {
                // "West Bank" is no bank.
                Sense::Country | Sense::Region | Sense::City if hit.next - i > 1 => 8,
                Sense::Country => 7,
                Sense::City | Sense::Region => 6,
                Sense::CityInDoubt if where_to(scene, i) => 5,
                _ => continue,
            };
            out.push(place(i, hit.next, weight).known(Known::Place(hit.value)));
        }
        if let Some(hit) = scene.at(i, Sense::PlaceHead) {
            let from = places_left(scene, i);
            let (to, complete) = of(scene, hit.next);
            let bare = from == i && !complete;
            let nation = scene.nation(from).is_some_and(|found| found.next >= i) && !complete;
            // "Ana Plaza Borja": a name goes on behind a head.
            let goes_on = to == hit.next && scene.follows(to) && scene.proper(to);
            let inner = goes_on && scene.all(to).is_empty();
            if !(bare || inner || scene.loud(i) || nation && hit.value > 1) {
                out.push(place(from, to, if hit.value <= 1 { 8 } else { 6 }));
            }
        }
        if let Some(hit) = scene.at(i, Sense::PlaceBefore).filter(|hit| scene.capital(hit.next)) {
            out.push(place(i, run(scene, hit.next), 6));
        }
        let the =
            i > 0 && scene.is(i - 1, Sense::The) && scene.follows(i) && where_to(scene, i - 1);
        if the
            && !scene.loud(i)
            && scene.all(i).is_empty()
            && !scene.capital(i + 1)
            && !scene.tokens.all_capitals(i)
        {
            out.push(place(i, i + 1, 2));
        }
        if stands_where(scene, i) && !scene.loud(i) {
            let to = run(scene, i);
            let small = scene.tokens.raw(i).chars().any(char::is_lowercase);
            if small && to - i <= 3 {
                out.push(place(i, to, 3));
            }
        }
    }
}

/// Whether a place is only part of a word ("Trans-Caspian") or of a price ("US$4 million").
fn is_part(scene: &Scene, i: usize, next: usize) -> bool {
    let hyphen =
        i > 1 && scene.tokens.is(i - 1, '-') && scene.tokens.glued(i - 1) && scene.tokens.glued(i);
    let price = scene.tokens.is(next, '$') && scene.tokens.glued(next);
    price || hyphen && scene.capital(i - 2) && scene.all(i - 2).is_empty()
}

/// The first word of a place's name that ends with a head: titles and numbers belong to
/// it, too ("King Abdulaziz Airport", "Second Thomas Shoal").
fn places_left(scene: &Scene, head: usize) -> usize {
    let mut from = bodies::left(scene, head);
    while from > 0 && scene.follows(from) && scene.proper(from - 1) && !scene.opens(from - 1) {
        from -= 1;
        from = bodies::left(scene, from);
    }
    from
}

/// Whether a preposition of place stands before.
fn where_to(scene: &Scene, i: usize) -> bool {
    scene.follows(i) && scene.before(i, Sense::PlaceWhere).is_some()
}

/// Whether only a place can stand here: "in X", "city of X".
fn stands_where(scene: &Scene, i: usize) -> bool {
    let other = [
        Sense::NotName,
        Sense::OfficeWord,
        Sense::Office,
        Sense::Rank,
        Sense::Honorific,
        Sense::OrgKnown,
        Sense::OrgHead,
        Sense::EventHead,
        Sense::AgreementHead,
        Sense::Demonym,
        Sense::Concept,
        Sense::Month,
        Sense::Weekday,
        Sense::GivenName,
        Sense::EventKnown,
        Sense::AgreementKnown,
        Sense::PlaceHead,
    ];
    scene.follows(i)
        && scene.any(i, &other).is_none()
        && (where_to(scene, i) || scene.before(i, Sense::PlaceCue).is_some())
}

/// Words with capitals in a row.
fn run(scene: &Scene, from: usize) -> usize {
    let mut to = from + 1;
    while scene.follows(to) && scene.capital(to) && to - from < 4 {
        to += 1;
    }
    while scene.dash(to).is_some_and(|at| scene.tokens.glued(to) && scene.capital(at)) {
        to += 2;
    }
    to
}

/// "of X" after a head: the token after it, and whether there is one.
fn of(scene: &Scene, i: usize) -> (usize, bool) {
    let Some(hit) = scene.at(i, Sense::Of).filter(|_| scene.follows(i)) else { return (i, false) };
    let at = scene.at(hit.next, Sense::The).map_or(hit.next, |the| the.next);
    if scene.capital(at) { (run(scene, at), true) } else { (i, false) }
}

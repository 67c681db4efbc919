//! Offices of languages that say first what somebody is: "Đại tướng X, Ủy viên Bộ Chính trị, Bộ trưởng
//! Bộ Quốc phòng", and an office alone that stands for who holds it: "Thủ tướng cho biết".

use super::cast::{Actor, Party, Sort};
use super::offices::held;
use super::sentence::{Sentence, Spot};
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// Somebody has no more offices in a row on one side of the name.
const OFFICES: usize = 8;
/// No office or rank is longer, in tokens.
const LONGEST: usize = 6;
/// The holder of an office is looked for among as many names before.
const COMPARED: usize = 200;

/// The tokens of a name with all offices in a row on both sides of it, where some of them are known.
pub(super) fn widened(
    sentence: &Sentence,
    spot: &Spot,
    mut from: usize,
    mut to: usize,
) -> (usize, usize) {
    let annotated = sentence.annotated();
    // The longest that ends before a token: "Đại tướng", not "tướng".
    let ending = |at: usize, senses: &[WordClass]| {
        let ends = |first: &usize| {
            annotated
                .all(*first)
                .iter()
                .any(|(sense, hit)| senses.contains(sense) && hit.next == at)
        };
        (at.saturating_sub(LONGEST).max(sentence.from)..at).find(ends)
    };
    let courtesy = |at| ending(at, &[WordClass::Honorific, WordClass::Rank]);
    // An office does not end in what begins the next words: "… Bộ Quốc phòng Italia đồng chủ trì".
    let loose = [WordClass::OfficeBefore, WordClass::And, WordClass::With];
    while to > spot.to && annotated.any(to - 1, &loose).is_some() {
        to -= 1;
    }
    let next = [WordClass::MeetAside, WordClass::Pronoun, WordClass::Clause];
    let ends = (spot.to..to).find(|&at| annotated.any(at, &next).is_some());
    to = ends.unwrap_or(to);
    // Another one's: "Thứ trưởng A và bà X".
    let other = (from..spot.from).rfind(|&at| annotated.is(at, WordClass::And));
    let own = other.filter(|&at| courtesy(spot.from).is_some_and(|first| first >= at));
    from = own.map_or(from, |at| at + 1);
    for _ in 0..OFFICES {
        // "người đồng cấp Trung Quốc X"
        let side = sentence.spots.iter().find(|side| {
            side.to == from && (side.is(EntityKind::Place) || side.is(EntityKind::Organisation))
        });
        let nation = (from.saturating_sub(LONGEST)..from)
            .find(|&at| annotated.nation(at).is_some_and(|hit| hit.next == from));
        let of = side.map(|side| side.from).or(nation);
        if let Some(office) = of.and_then(|of| ending(of, &[WordClass::Office])) {
            from = office;
            continue;
        }
        let before = courtesy(from).or_else(|| {
            let comma = from.checked_sub(1).filter(|&at| annotated.tokens.is(at, ','))?;
            // "tại Phủ Chủ tịch, Chủ tịch nước X": a house.
            ending(comma, &[WordClass::Office])
                .filter(|&first| !annotated.inside(first, WordClass::MeetVenue))
                // "thừa ủy quyền của Thủ tướng, Bộ trưởng X": who sends X.
                .filter(|&first| annotated.before(first, WordClass::MeetBehalf).is_none())
        });
        match before.filter(|&at| at >= sentence.from && sentence.spot_over(at).is_none()) {
            Some(before) => from = before,
            None => break,
        }
    }
    for _ in 0..OFFICES {
        if !annotated.tokens.is(to, ',') {
            break;
        }
        match behind(sentence, to + 1) {
            Some(end) => to = end,
            None => break,
        }
    }
    (from, to.min(sentence.to))
}

/// The token after an office that begins at a token, if it is nobody else's.
fn behind(sentence: &Sentence, at: usize) -> Option<usize> {
    let annotated = sentence.annotated();
    let first = annotated.at(at, WordClass::OfficeBefore).map_or(at, |hit| hit.next);
    let mut end = annotated.any(first, &[WordClass::Office, WordClass::Rank])?.1.next;
    loop {
        let spot = sentence.spots.iter().find(|spot| spot.from == end);
        end = match spot {
            Some(spot) if spot.is(EntityKind::Person) => return None,
            Some(spot) if spot.is(EntityKind::Organisation) || spot.is(EntityKind::Place) => {
                spot.to
            }
            _ => match annotated.at(end, WordClass::OfficeWord).filter(|hit| {
                let on = sentence.spots.iter().any(|spot| spot.from == hit.next);
                hit.value == 1 || on || annotated.is(hit.next, WordClass::Office)
            }) {
                Some(hit) if !annotated.is(end, WordClass::And) => hit.next,
                _ => match annotated.at(end, WordClass::Office) {
                    Some(hit) => hit.next,
                    None => break,
                },
            },
        };
        if end >= sentence.to {
            break;
        }
    }
    let honorific = annotated.any(end, &[WordClass::Honorific, WordClass::Rank]);
    honorific.is_none().then_some(end)
}

/// "Thủ tướng", "Tổng thống Pháp" without a name: the one named last before who holds the office.
pub(super) fn holder(sentence: &Sentence, before: &[Spot], i: usize) -> Option<Actor> {
    let annotated = sentence.annotated();
    if !annotated.postposed || sentence.spot_over(i).is_some() {
        return None;
    }
    let first = annotated.at(i, WordClass::OfficeBefore).map_or(i, |hit| hit.next);
    let office = annotated.at(first, WordClass::Office)?;
    let inside = [WordClass::MeetVenue, WordClass::Office];
    let house = inside.into_iter().any(|sense| annotated.inside(i, sense));
    if house || office.value != 0 || sentence.titles.iter().any(|title| title.contains(&i)) {
        return None;
    }
    let mut end = office.next;
    let mut side = None;
    let mut body = false;
    while let Some(spot) = sentence.spots.iter().find(|spot| spot.from == end && spot.to > end) {
        if !spot.is(EntityKind::Organisation) && !spot.is(EntityKind::Place) {
            break;
        }
        side = side.or_else(|| (end..spot.to).find_map(|at| sentence.nation(at)));
        body |= spot.is(EntityKind::Organisation);
        end = spot.to;
    }
    if side.is_none()
        && let Some(code) = sentence.nation(end)
    {
        side = Some(code);
        end = annotated.nation(end)?.next;
    }
    let beside =
        |spot: &Spot| spot.is(EntityKind::Person) && spot.from >= i && spot.from <= end + 1;
    // "Ngoại trưởng hai nước": several.
    let several = annotated.is(end, WordClass::Number);
    if several || sentence.spots.iter().any(beside) || end > sentence.to {
        return None;
    }
    let names = &sentence.report.names;
    let home = annotated.home.and_then(|home| annotated.world.get(home)).map(|place| place.country);
    let holds = |number: &usize| {
        let name = &names[*number];
        let open = name.country.is_empty() && body && side == home;
        side.is_none_or(|side| name.country == side || open)
            && held(sentence, &name.roles, first, if body { end } else { office.next })
    };
    let last = before.partition_point(|spot| spot.from < i);
    let near = before[..last].iter().rev().take(COMPARED);
    let people = || near.clone().filter(|spot| spot.is(EntityKind::Person)).map(|spot| spot.number);
    // "Thủ tướng": rather that of the country in which the language is spoken.
    let own = |number: &usize| {
        holds(number)
            && (Some(names[*number].country.as_str()) == home || names[*number].country.is_empty())
    };
    let holder = people().find(own).or_else(|| people().find(holds))?;
    Some(Actor { from: i, to: end, who: vec![Party::Name(holder)], sort: Sort::Office })
}

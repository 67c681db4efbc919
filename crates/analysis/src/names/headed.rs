//! What stands around a head such as "agreement" or "dialogue": modifiers before it, and
//! behind it what it is about.

use super::scene::Scene;
use crate::lexicon::Sense;
use crate::tokens::{DASHES, Kind};

/// The longest that a name goes on behind its head, in tokens.
const LONGEST: usize = 18;

/// What stands before a head.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub(super) from: usize,
    /// Whether it tells which one is meant: a nation, a name, a number.
    pub(super) particular: bool,
    /// How many words there are.
    pub(super) words: usize,
}

/// Walks left from a head over names, nations, numbers and, before small letters, the
/// modifiers of this sense.
pub(super) fn before(scene: &Scene, head: usize, modifier: Sense) -> Before {
    let small = !scene.tokens.capital(head);
    let mut found = Before { from: head, particular: false, words: 0 };
    while found.from > 0 && scene.follows(found.from) && head - found.from < 16 {
        let Some((from, tells)) = step(scene, found.from, modifier, small) else {
            // "1982 United Nations Convention": a year ends the walk.
            if is_year(scene, found.from - 1) {
                (found.from, found.particular) = (found.from - 1, true);
            }
            break;
        };
        found = Before { from, particular: found.particular || tells, words: found.words + 1 };
    }
    trim(scene, head, &mut found);
    found
}

/// One step to the left: where it leads, and whether it tells which one is meant.
fn step(scene: &Scene, at: usize, modifier: Sense, small: bool) -> Option<(usize, bool)> {
    let last = at - 1;
    let telling = nations_before(scene, at)
        .or_else(|| ordinal_before(scene, at))
        .or_else(|| known_before(scene, at));
    if let Some(from) = telling {
        return Some((from, true));
    }
    let modifier = scene.before(at, modifier).map(|found| found.0);
    if let Some(from) = modifier.filter(|&from| small || scene.capital(from)) {
        return Some((from, false));
    }
    let opener = scene.opens(last) && scene.is(last, Sense::NotName);
    if scene.proper(last) && !title(scene, last) && !opener {
        return Some((last, true));
    }
    if joint(scene, last) {
        return Some((last, false));
    }
    owner(scene, last, small).map(|from| (from, false))
}

/// The mark of an owner: "Ministers' Meeting", "Leaders's".
fn owner(scene: &Scene, last: usize, small: bool) -> Option<usize> {
    let tokens = scene.tokens;
    let plural = last > 0
        && tokens.is_any(last, &['\'', '’'])
        && tokens.glued(last)
        && tokens.is_word(last - 1)
        && (scene.capital(last - 1) || small);
    if plural {
        return Some(last);
    }
    let possessive = last > 1 && scene.possessive(last - 1) == Some(last + 1);
    (possessive && scene.capital(last - 2) && !small).then(|| last - 1)
}

fn is_year(scene: &Scene, i: usize) -> bool {
    let tokens = scene.tokens;
    let ranged = i > 0 && tokens.is_any(i - 1, &DASHES);
    tokens.figures(i) == 4 && !tokens.glued(i + 1) && !ranged
}

/// Marks and words that cannot begin a name.
fn trim(scene: &Scene, head: usize, found: &mut Before) {
    while found.from < head {
        let at = found.from;
        let mark = scene.tokens.kind(at) == Some(Kind::Mark) || scene.is(at, Sense::And);
        let lone = scene.tokens.raw(at) == "s";
        let opener =
            scene.opens(at) && scene.is(at, Sense::NotName) && !scene.is(at, Sense::Ordinal);
        if mark || lone || opener {
            found.from += 1;
        } else {
            break;
        }
    }
    if found.from == head {
        (found.particular, found.words) = (false, 0);
    }
}

/// "and" or a hyphen inside: "strategy and cooperation dialogue".
fn joint(scene: &Scene, i: usize) -> bool {
    if i == 0 || !scene.follows(i) {
        return false;
    }
    let modifier = [Sense::EventMod, Sense::AgreementMod];
    let inner = scene.any(i + 1, &modifier).is_some()
        || scene.capital(i + 1) && scene.nation(i + 1).is_none();
    let fits = |i: usize| {
        modifier.iter().any(|&sense| scene.before(i, sense).is_some())
            || i > 0
                && scene.capital(i - 1)
                && !title(scene, i - 1)
                && scene.nation(i - 1).is_none()
    };
    inner
        && (scene.is(i, Sense::And) || scene.tokens.is_any(i, &DASHES) || scene.tokens.is(i, '&'))
        && fits(i)
}

/// Nations joined by dashes that end here: the first token.
pub(super) fn nations_before(scene: &Scene, at: usize) -> Option<usize> {
    (at.saturating_sub(12)..at).find(|&i| {
        scene.nations(i) == Some(at)
            || scene.nation(i).is_some_and(|hit| hit.next == at) && scene.capital(i)
    })
}

fn known_before(scene: &Scene, at: usize) -> Option<usize> {
    [Sense::OrgKnown, Sense::City, Sense::Region]
        .iter()
        .find_map(|&sense| scene.before(at, sense))
        .map(|found| found.0)
}

/// The first token of a number that ends before a token: "third", "18th".
pub(super) fn ordinal_before(scene: &Scene, at: usize) -> Option<usize> {
    if !scene.follows(at) {
        return None;
    }
    let figures = at > 1
        && scene.is(at - 1, Sense::Suffix)
        && scene.tokens.glued(at - 1)
        && scene.tokens.figures(at - 2) > 0;
    let word = scene.before(at, Sense::Ordinal).map(|found| found.0);
    word.or_else(|| figures.then(|| at - 2))
}

fn title(scene: &Scene, i: usize) -> bool {
    scene.any(i, &[Sense::Honorific, Sense::Rank]).is_some()
        || scene.at(i, Sense::Office).is_some_and(|hit| hit.value < 2)
            && !scene.is(i, Sense::OfficeWord)
}

/// What a head is about: the token after it. `small` where words in small letters may
/// belong to it.
pub(super) fn about(scene: &Scene, i: usize, link: Sense, small: bool) -> Option<usize> {
    let link = scene.at(i, link).filter(|_| scene.follows(i) && !scene.tokens.capital(i))?;
    let mut at = link.next;
    let mut end = None;
    let the = scene.at(at, Sense::The).map_or(at, |hit| hit.next);
    let party = scene.any(i, &[Sense::Between, Sense::With]).is_some();
    let seat = scene.is(i, Sense::PlaceWhere)
        && (scene.dated(the) || scene.any(the, &[Sense::Country, Sense::City]).is_some());
    if party && !scene.capital(the) || scene.is(i, Sense::ComplementEnd) || seat {
        return None;
    }
    while at < scene.len() && at - i < LONGEST && scene.follows(at) {
        let capital = scene.capital(at);
        let stable = scene.is(at, Sense::Article) && scene.capital(at + 1);
        let ends = scene.is(at, Sense::ComplementEnd) && !capital && !stable;
        let where_or_when = scene.at(at, Sense::PlaceWhere).is_some_and(|hit| {
            let the = scene.at(hit.next, Sense::The).map_or(hit.next, |the| the.next);
            scene.dated(the)
                || scene.any(the, &[Sense::Country, Sense::City]).is_some()
                || the > hit.next && !scene.capital(the)
        });
        let again = scene.is(at, Sense::On)
            && !capital
            && at > link.next
            && (small || !scene.capital(at + 1));
        if ends || where_or_when || again || verb(scene, at) && at > link.next {
            break;
        }
        if scene.dated(at) && scene.tokens.is_word(at) {
            break;
        }
        if let Some(next) = names_with(scene, at) {
            (at, end) = (next, Some(next));
            continue;
        }
        if let Some(next) = scene.possessive(at) {
            at = next;
            continue;
        }
        if scene.tokens.kind(at) == Some(Kind::Mark) {
            let dash =
                scene.tokens.is_any(at, &DASHES) && (scene.tokens.glued(at) || scene.dated(at));
            let between_nations = scene.dash(at).is_some_and(|next| scene.nation(next).is_some());
            let quote = scene.tokens.is_any(at, &['\'', '’', '+']) && scene.tokens.glued(at);
            if !(dash || between_nations || quote) {
                break;
            }
            at += 1;
            continue;
        }
        let linking = scene
            .any(at, &[Sense::AgreementLink, Sense::EventLink, Sense::And, Sense::Of, Sense::The])
            .is_some()
            && !capital;
        if linking && scene.is(at, Sense::ComplementEnd) {
            break;
        }
        if linking && scene.any(at, &[Sense::Between, Sense::With]).is_some() {
            let the = scene.at(at + 1, Sense::The).map_or(at + 1, |hit| hit.next);
            if !scene.capital(the) || title(scene, the) {
                break;
            }
            at += 1;
            continue;
        }
        if linking {
            // "… and a similar pact", "… and the Framework Agreement", "in Hanoi".
            let next = at + 1;
            let and = scene.is(at, Sense::And);
            let begins = scene.any(next, &[Sense::The, Sense::To, Sense::ComplementEnd]).is_some();
            let nation = scene.nation(next).is_some() || scene.any(next, &[Sense::City]).is_some();
            let leaves = and
                && (begins
                    || verb(scene, next)
                    || scene.tokens.figures(next) > 0
                    || does(scene, next))
                || !scene.is(at, Sense::Of)
                    && !scene.is(at, Sense::The)
                    && !and
                    && (nation || scene.dated(next));
            if leaves {
                break;
            }
            at = next;
            continue;
        }
        if !(small || capital || scene.dated(at)) {
            break;
        }
        at += 1;
        end = Some(at);
    }
    end
}

/// "with France", "between Viet Nam and France", "to France": nations alone.
fn names_with(scene: &Scene, i: usize) -> Option<usize> {
    let nation = |i: usize| scene.at(i, Sense::Country).map(|hit| hit.next);
    let mut next = scene.nations(i).or_else(|| nation(i))?;
    if let Some(hit) = scene.at(next, Sense::And)
        && let Some(after) = nation(hit.next)
    {
        next = after;
    }
    Some(next)
}

/// A verb in its base form behind "and": "and boost", "and study the …".
fn does(scene: &Scene, i: usize) -> bool {
    if !scene.capital(i) && scene.any(i + 1, &[Sense::The, Sense::Article]).is_some() {
        return true;
    }
    let noun = [Sense::AgreementMod, Sense::EventMod, Sense::OfficeWord];
    !scene.tokens.capital(i) && scene.is(i, Sense::NotName) && scene.any(i, &noun).is_none()
}

fn verb(scene: &Scene, i: usize) -> bool {
    !scene.tokens.capital(i) && scene.is(i, Sense::PersonVerb)
}

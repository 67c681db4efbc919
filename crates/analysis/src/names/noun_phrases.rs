//! What stands around a head such as "agreement" or "dialogue": modifiers before it, and
//! behind it what it is about.

use super::annotated::AnnotatedTokens;
use crate::lexicon::WordClass;
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
pub(super) fn before(annotated: &AnnotatedTokens, head: usize, modifier: WordClass) -> Before {
    let small = !annotated.tokens.capital(head);
    let mut found = Before { from: head, particular: false, words: 0 };
    while found.from > 0 && annotated.follows(found.from) && head - found.from < 16 {
        let Some((from, tells)) = step(annotated, found.from, modifier, small) else {
            // "1982 United Nations Convention": a year ends the walk.
            if is_year(annotated, found.from - 1) {
                (found.from, found.particular) = (found.from - 1, true);
            }
            break;
        };
        found = Before { from, particular: found.particular || tells, words: found.words + 1 };
    }
    trim(annotated, head, &mut found);
    found
}

/// One step to the left: where it leads, and whether it tells which one is meant.
fn step(
    annotated: &AnnotatedTokens,
    at: usize,
    modifier: WordClass,
    small: bool,
) -> Option<(usize, bool)> {
    let last = at - 1;
    let telling = nations_before(annotated, at)
        .or_else(|| ordinal_before(annotated, at))
        .or_else(|| known_before(annotated, at));
    if let Some(from) = telling {
        return Some((from, true));
    }
    let modifier = annotated.before(at, modifier).map(|found| found.0);
    if let Some(from) = modifier.filter(|&from| small || annotated.capital(from)) {
        return Some((from, false));
    }
    let opener = annotated.opens(last) && annotated.is(last, WordClass::NotName);
    if annotated.proper(last) && !title(annotated, last) && !opener {
        return Some((last, true));
    }
    if joint(annotated, last) {
        return Some((last, false));
    }
    owner(annotated, last, small).map(|from| (from, false))
}

/// The mark of an owner: "Ministers' Meeting", "Leaders's".
fn owner(annotated: &AnnotatedTokens, last: usize, small: bool) -> Option<usize> {
    let tokens = annotated.tokens;
    let plural = last > 0
        && tokens.is_any(last, &['\'', '’'])
        && tokens.glued(last)
        && tokens.is_word(last - 1)
        && (annotated.capital(last - 1) || small);
    if plural {
        return Some(last);
    }
    let possessive = last > 1 && annotated.possessive(last - 1) == Some(last + 1);
    (possessive && annotated.capital(last - 2) && !small).then(|| last - 1)
}

fn is_year(annotated: &AnnotatedTokens, i: usize) -> bool {
    let tokens = annotated.tokens;
    let ranged = i > 0 && tokens.is_any(i - 1, &DASHES);
    tokens.figures(i) == 4 && !tokens.glued(i + 1) && !ranged
}

/// Marks and words that cannot begin a name.
fn trim(annotated: &AnnotatedTokens, head: usize, found: &mut Before) {
    while found.from < head {
        let at = found.from;
        let mark =
            annotated.tokens.kind(at) == Some(Kind::Mark) || annotated.is(at, WordClass::And);
        let lone = annotated.owner_mark(at);
        let opener = annotated.opens(at)
            && annotated.is(at, WordClass::NotName)
            && !annotated.is(at, WordClass::Ordinal);
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
fn joint(annotated: &AnnotatedTokens, i: usize) -> bool {
    if i == 0 || !annotated.follows(i) {
        return false;
    }
    let modifier = [WordClass::EventMod, WordClass::AgreementMod];
    let inner = annotated.any(i + 1, &modifier).is_some()
        || annotated.capital(i + 1) && annotated.nation(i + 1).is_none();
    let fits = |i: usize| {
        modifier.iter().any(|&sense| annotated.before(i, sense).is_some())
            || i > 0
                && annotated.capital(i - 1)
                && !title(annotated, i - 1)
                && annotated.nation(i - 1).is_none()
    };
    inner
        && (annotated.is(i, WordClass::And)
            || annotated.tokens.is_any(i, &DASHES)
            || annotated.tokens.is(i, '&'))
        && fits(i)
}

/// Nations joined by dashes that end here: the first token.
pub(super) fn nations_before(annotated: &AnnotatedTokens, at: usize) -> Option<usize> {
    (at.saturating_sub(12)..at).find(|&i| {
        annotated.nations(i) == Some(at)
            || annotated.nation(i).is_some_and(|hit| hit.next == at) && annotated.capital(i)
    })
}

fn known_before(annotated: &AnnotatedTokens, at: usize) -> Option<usize> {
    [WordClass::OrgKnown, WordClass::City, WordClass::Region]
        .iter()
        .find_map(|&sense| annotated.before(at, sense))
        .map(|found| found.0)
}

/// The first token of a number that ends before a token: "third", "18th".
pub(super) fn ordinal_before(annotated: &AnnotatedTokens, at: usize) -> Option<usize> {
    if !annotated.follows(at) {
        return None;
    }
    let figures = at > 1
        && annotated.is(at - 1, WordClass::Suffix)
        && annotated.tokens.glued(at - 1)
        && annotated.tokens.figures(at - 2) > 0;
    let word = annotated.before(at, WordClass::Ordinal).map(|found| found.0);
    word.or_else(|| figures.then(|| at - 2))
}

fn title(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.any(i, &[WordClass::Honorific, WordClass::Rank]).is_some()
        || annotated.at(i, WordClass::Office).is_some_and(|hit| hit.value < 2)
            && !annotated.is(i, WordClass::OfficeWord)
}

/// What a head is about: the token after it. `small` where words in small letters may
/// belong to it.
#[expect(clippy::too_many_lines, reason = "one walk over what may follow a head, word by word")]
pub(super) fn about(
    annotated: &AnnotatedTokens,
    i: usize,
    link: WordClass,
    small: bool,
) -> Option<usize> {
    let link =
        annotated.at(i, link).filter(|_| annotated.follows(i) && !annotated.tokens.capital(i))?;
    let mut at = link.next;
    let mut end = None;
    let the = annotated.at(at, WordClass::The).map_or(at, |hit| hit.next);
    let party = annotated.any(i, &[WordClass::Between, WordClass::With]).is_some();
    let seat = annotated.is(i, WordClass::PlaceWhere)
        && (annotated.dated(the)
            || annotated.any(the, &[WordClass::Country, WordClass::City]).is_some());
    if party && !annotated.capital(the) || annotated.is(i, WordClass::ComplementEnd) || seat {
        return None;
    }
    while at < annotated.len() && at - i < LONGEST && annotated.follows(at) {
        let capital = annotated.capital(at);
        let stable = annotated.is(at, WordClass::Article) && annotated.capital(at + 1);
        let ends = annotated.is(at, WordClass::ComplementEnd) && !capital && !stable;
        let where_or_when = annotated.at(at, WordClass::PlaceWhere).is_some_and(|hit| {
            let the = annotated.at(hit.next, WordClass::The).map_or(hit.next, |the| the.next);
            annotated.dated(the)
                || annotated.any(the, &[WordClass::Country, WordClass::City]).is_some()
                || the > hit.next && !annotated.capital(the)
        });
        let again = annotated.is(at, WordClass::On)
            && !capital
            && at > link.next
            && (small || !annotated.capital(at + 1));
        if ends || where_or_when || again || verb(annotated, at) && at > link.next {
            break;
        }
        if annotated.dated(at) && annotated.tokens.is_word(at) {
            break;
        }
        if let Some(next) = names_with(annotated, at) {
            (at, end) = (next, Some(next));
            continue;
        }
        if let Some(next) = annotated.possessive(at) {
            at = next;
            continue;
        }
        if annotated.tokens.kind(at) == Some(Kind::Mark) {
            let dash = annotated.tokens.is_any(at, &DASHES)
                && (annotated.tokens.glued(at) || annotated.dated(at));
            let between_nations =
                annotated.dash(at).is_some_and(|next| annotated.nation(next).is_some());
            let quote =
                annotated.tokens.is_any(at, &['\'', '’', '+']) && annotated.tokens.glued(at);
            if !(dash || between_nations || quote) {
                break;
            }
            at += 1;
            continue;
        }
        let linking = annotated
            .any(
                at,
                &[
                    WordClass::AgreementLink,
                    WordClass::EventLink,
                    WordClass::And,
                    WordClass::Of,
                    WordClass::The,
                ],
            )
            .is_some()
            && !capital;
        if linking && annotated.is(at, WordClass::ComplementEnd) {
            break;
        }
        if linking && annotated.any(at, &[WordClass::Between, WordClass::With]).is_some() {
            let the = annotated.at(at + 1, WordClass::The).map_or(at + 1, |hit| hit.next);
            if !annotated.capital(the) || title(annotated, the) {
                break;
            }
            at += 1;
            continue;
        }
        if linking {
            // "… and a similar pact", "… and the Framework Agreement", "in Hanoi".
            let next = at + 1;
            let and = annotated.is(at, WordClass::And);
            let begins = annotated
                .any(next, &[WordClass::The, WordClass::To, WordClass::ComplementEnd])
                .is_some();
            let nation = annotated.nation(next).is_some()
                || annotated.any(next, &[WordClass::City]).is_some();
            let leaves = and
                && (begins
                    || verb(annotated, next)
                    || annotated.tokens.figures(next) > 0
                    || does(annotated, next))
                || !annotated.is(at, WordClass::Of)
                    && !annotated.is(at, WordClass::The)
                    && !and
                    && (nation || annotated.dated(next));
            if leaves {
                break;
            }
            at = next;
            continue;
        }
        if !(small || capital || annotated.dated(at)) {
            break;
        }
        at += 1;
        end = Some(at);
    }
    end
}

/// "with France", "between Viet Nam and France", "to France": nations alone.
fn names_with(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let nation = |i: usize| annotated.at(i, WordClass::Country).map(|hit| hit.next);
    let mut next = annotated.nations(i).or_else(|| nation(i))?;
    if let Some(hit) = annotated.at(next, WordClass::And)
        && let Some(after) = nation(hit.next)
    {
        next = after;
    }
    Some(next)
}

/// A verb in its base form behind "and": "and boost", "and study the …".
fn does(annotated: &AnnotatedTokens, i: usize) -> bool {
    if !annotated.capital(i)
        && annotated.any(i + 1, &[WordClass::The, WordClass::Article]).is_some()
    {
        return true;
    }
    let noun = [WordClass::AgreementMod, WordClass::EventMod, WordClass::OfficeWord];
    !annotated.tokens.capital(i)
        && annotated.is(i, WordClass::NotName)
        && annotated.any(i, &noun).is_none()
}

fn verb(annotated: &AnnotatedTokens, i: usize) -> bool {
    !annotated.tokens.capital(i) && annotated.is(i, WordClass::PersonVerb)
}

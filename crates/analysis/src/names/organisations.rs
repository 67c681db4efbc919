//! Organisations: those that the lists know, and words with capitals around a head such
//! as "Ministry" or "Group", with all that it is of.

use super::annotated::AnnotatedTokens;
use super::candidate::{Candidate, Known};
use super::noun_phrases::nations_before;
use super::short_forms::acronym_after;
use crate::lexicon::{Hit, WordClass};
use entente_model::EntityKind;

pub(crate) fn find(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    for i in 0..annotated.len() {
        if !annotated.within(i) {
            continue;
        }
        if let Some(from) = spelt_out(annotated, i) {
            out.push(Candidate::new(EntityKind::Organisation, from, i, 6));
        }
        if !annotated.tokens.is_word(i) {
            continue;
        }
        if let Some(hit) =
            annotated.at(i, WordClass::OrgKnown).filter(|hit| annotated.named(i, hit))
        {
            let known = Known::Line(hit.value);
            out.push(Candidate::new(EntityKind::Organisation, i, hit.next, 8).known(known));
        }
        if let Some(hit) = annotated.at(i, WordClass::Demonym).filter(|_| annotated.capital(i))
            && let Some(head) = annotated
                .at(hit.next, WordClass::OrgNational)
                .filter(|_| annotated.follows(hit.next))
        {
            out.push(Candidate::new(EntityKind::Organisation, i, head.next, 5));
        }
        if let Some(hit) =
            annotated.at(i, WordClass::OrgLower).filter(|_| !annotated.tokens.capital(i))
        {
            out.push(Candidate::new(EntityKind::Organisation, i, hit.next, 4));
        }
        if let Some(hit) = annotated
            .at(i, WordClass::OrgHead)
            .filter(|_| annotated.capital(i) && !annotated.postposed)
        {
            out.extend(around(annotated, i, hit));
        }
        if annotated.in_agency(i) && (i == 0 || !annotated.in_agency(i - 1)) {
            agencies(annotated, i, out);
        }
    }
}

/// Words with capitals that end here and whose initials stand in brackets behind them:
/// the first.
fn spelt_out(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let acronym = acronym_after(annotated, i).filter(|&at| annotated.tokens.raw(at).len() > 2)?;
    let mut letters = annotated.tokens.raw(acronym).chars().rev().filter(|c| c.is_uppercase());
    let mut wanted = letters.next()?.to_lowercase().next();
    for from in (i.saturating_sub(14)..i).rev() {
        if !annotated.follows(from + 1) || from + 1 < i && annotated.dated(from) {
            return None;
        }
        let first = annotated.tokens.key(from).chars().next();
        if annotated.tokens.is_word(from) && first == wanted {
            match letters.next() {
                Some(letter) => wanted = letter.to_lowercase().next(),
                None => return annotated.capital(from).then_some(from),
            }
        } else if annotated.capital(from) && wanted.is_none() {
            return None;
        }
    }
    None
}

/// Who reports, in a lead-in or a sign-off: what is no place and no date.
fn agencies(annotated: &AnnotatedTokens, from: usize, out: &mut Vec<Candidate>) {
    let mut i = from;
    while annotated.in_agency(i) {
        let mut to = i;
        while annotated.in_agency(to) && annotated.capital(to) && (to == i || annotated.follows(to))
        {
            to += 1;
        }
        let place = [
            WordClass::Country,
            WordClass::City,
            WordClass::Region,
            WordClass::Month,
            WordClass::Weekday,
        ];
        let bracketed = i > from && annotated.tokens.is(i - 1, '(');
        let signed = i > from && !annotated.opens(i) && annotated.opens(from).eq(&false);
        if to > i && (bracketed || signed) && annotated.any(i, &place).is_none() {
            out.push(Candidate::new(EntityKind::Organisation, i, to, 4));
        }
        i = to.max(i + 1);
    }
}

/// The body around a head: what stands before it with capitals, what it is of.
fn around(annotated: &AnnotatedTokens, head: usize, hit: Hit) -> Option<Candidate> {
    if annotated.at(head, WordClass::Office).is_some_and(|office| office.next > hit.next) {
        // "Cabinet Secretary".
        return None;
    }
    let from = left(annotated, head);
    let behind = right(annotated, hit);
    let to = past_company_stop(annotated, behind);
    let (named, whole, loud) = (from < head, behind > hit.next, annotated.loud(head));
    let shared = |i| {
        annotated.is(i, WordClass::Shared) || annotated.nations(i).is_some_and(|next| next <= head)
    };
    if named && annotated.is(head, WordClass::Mechanism) && (from..head).any(shared) {
        return Some(Candidate::new(EntityKind::Event, from, to, 8));
    }
    let body = |weight| Some(Candidate::new(EntityKind::Organisation, from, to, weight));
    if hit.value == 2 {
        // "Hanwha Aerospace", "Centre for Trade"; not "Deputy Defence", "Vietnamese Delegation".
        let own = (from..head).any(|i| annotated.capital(i) && annotated.all(i).is_empty());
        let named_by = |i: &usize| annotated.capital(*i) && annotated.nation(*i).is_none();
        let many = (from..head).filter(named_by).count() > 1 && !annotated.portfolio(head);
        let of = whole && named && !annotated.is(head, WordClass::OfficeWord);
        return if !loud && (own || of || many) { body(5) } else { None };
    }
    if of_minister(annotated, from) {
        return None;
    }
    match (named || whole, hit.value == 4 || hit.next - head > 1) {
        (false, false) => None,
        (false, true) if annotated.opens(head) || loud => None,
        (false, true) => body(5),
        (true, _) => body(if loud { 4 } else { 7 }),
    }
}

/// Whether "Minister of (the)" stands before.
pub(super) fn of_minister(annotated: &AnnotatedTokens, from: usize) -> bool {
    let the = annotated.before(from, WordClass::The).map_or(from, |found| found.0);
    let of = annotated.before(the, WordClass::OrgLink).map_or(the, |found| found.0);
    of < from && annotated.before(of, WordClass::Minister).is_some()
}

/// "Co.", "Ltd.": the stop belongs to the name.
fn past_company_stop(annotated: &AnnotatedTokens, to: usize) -> usize {
    let short = to > 0 && annotated.is(to - 1, WordClass::Company);
    to + usize::from(short && annotated.tokens.is(to, '.') && annotated.tokens.glued(to))
}

/// The first word of those with capitals that stand before a head.
pub(super) fn left(annotated: &AnnotatedTokens, head: usize) -> usize {
    let tokens = annotated.tokens;
    let mut from = head;
    while from > 0 && annotated.follows(from) && head - from < 10 {
        let before = from - 1;
        let glued = tokens.glued(before) && tokens.glued(from);
        let joined = (glued && tokens.is_any(before, &['-', '–', '‑']) || tokens.is(before, '&'))
            && before > 0
            && annotated.follows(before)
            && word(annotated, before - 1);
        if let Some(start) = nations_before(annotated, from) {
            from = start;
        } else if joined && annotated.nation(before - 1).is_none() {
            from = before - 1;
        } else if let Some((start, _)) = annotated
            .before(from, WordClass::OfficeWord)
            .filter(|&(start, _)| start + 1 < from && annotated.capital(start))
        {
            // "People's".
            from = start;
        } else if word(annotated, before) {
            from = before;
        } else if annotated.is(before, WordClass::And)
            && before > 0
            && annotated.follows(before)
            && word(annotated, before - 1)
            && annotated.is(before - 1, WordClass::OfficeWord)
            && from < head + 1
            && from > before
            && annotated.is(from, WordClass::OfficeWord)
        {
            from = before - 1;
        } else if tokens.is(before, '.')
            && before > 1
            && tokens.glued(before)
            && initials(annotated, before)
        {
            // A letter and its full stop at a time.
            while from >= 2 && initials(annotated, from - 1) {
                from -= 2;
            }
        } else {
            break;
        }
    }
    // What only opens a sentence is no part of the name; "National" may be.
    while from < head
        && annotated.opens(from)
        && annotated.is(from, WordClass::NotName)
        && !annotated.portfolio(from)
    {
        from += 1;
    }
    from
}

/// Whether a full stop belongs to initials: "U.S."
fn initials(annotated: &AnnotatedTokens, stop: usize) -> bool {
    stop >= 1
        && annotated.tokens.is(stop, '.')
        && annotated.tokens.is_word(stop - 1)
        && annotated.tokens.capital(stop - 1)
        && annotated.tokens.raw(stop - 1).len() == 1
}

/// Whether a word may stand before a head as part of the name.
fn word(annotated: &AnnotatedTokens, i: usize) -> bool {
    let title =
        [WordClass::Rank, WordClass::Honorific, WordClass::OfficePlural, WordClass::OfficeBefore];
    let part = annotated.portfolio(i);
    let office = annotated.at(i, WordClass::Office).is_some_and(|hit| hit.value < 2);
    annotated.capital(i)
        && (part
            || annotated.any(i, &title).is_none() && !office && !annotated.is(i, WordClass::The))
        && !(annotated.opens(i) && annotated.is(i, WordClass::NotName) && !part)
}

/// The token after all that a head is of.
fn right(annotated: &AnnotatedTokens, head: Hit) -> usize {
    let mut to = contiguous(annotated, head.next);
    if to == head.next && annotated.follows(to) && annotated.capital(to) {
        // "International Islamic University Malaysia".
        let seat = annotated.any(to, &[WordClass::Country, WordClass::City]);
        to = seat.filter(|_| head.value == 1).map_or(to, |found| found.1.next);
    }
    for _ in 0..4 {
        let Some(next) = complement(annotated, to, to > head.next) else { break };
        to = next;
    }
    if head.value == 3
        && let Some(hit) = annotated.at(to, WordClass::PlaceWhere).filter(|_| annotated.follows(to))
    {
        let seat = annotated.any(hit.next, &[WordClass::Country, WordClass::City]);
        to = seat.filter(|_| annotated.capital(hit.next)).map_or(to, |found| found.1.next);
    }
    to
}

/// Words with capitals that go on after the head: "Party Central Committee".
fn contiguous(annotated: &AnnotatedTokens, mut to: usize) -> usize {
    while annotated.follows(to)
        && annotated.capital(to)
        && annotated.any(to, &[WordClass::OrgHead]).is_some()
        && annotated.any(to, &[WordClass::Rank, WordClass::Office]).is_none()
    {
        to = annotated.at(to, WordClass::OrgHead).map_or(to + 1, |hit| hit.next);
    }
    to
}

/// "of the Armed Forces", "for External Relations", ", Science and Culture".
fn complement(annotated: &AnnotatedTokens, i: usize, further: bool) -> Option<usize> {
    if !annotated.follows(i) {
        return None;
    }
    let and = annotated.is(i, WordClass::And) && further;
    let listed = further
        && annotated.tokens.is(i, ',')
        && annotated.portfolio(i + 1)
        && annotated.any(i + 1, &[WordClass::Office, WordClass::OfficeBefore]).is_none()
        && in_list(annotated, i + 1);
    let mut at = i + 1;
    if !(listed || and) {
        at = annotated.at(i, WordClass::OrgLink).filter(|_| !annotated.tokens.capital(i))?.next;
        at = annotated.at(at, WordClass::The).map_or(at, |hit| hit.next);
    }
    let stops = [WordClass::Rank, WordClass::Honorific, WordClass::GivenName, WordClass::Office];
    let mut end = at;
    while annotated.capital(end) && (end == at || annotated.follows(end)) {
        if end > at
            && annotated.any(end, &stops).is_some()
            && !annotated.is(end, WordClass::OfficeWord)
        {
            break;
        }
        if let Some((_, hit)) =
            annotated.any(end, &[WordClass::Country, WordClass::City, WordClass::Region])
        {
            end = hit.next;
            break;
        }
        end = annotated.at(end, WordClass::OfficeWord).map_or(end + 1, |hit| hit.next);
    }
    // After "and" only what an office can be of: "… and Vietnam" begins something else.
    let head = annotated.at(at, WordClass::OrgHead).is_some_and(|hit| hit.value != 2);
    let own = annotated.portfolio(at)
        && annotated.any(at, &[WordClass::Office, WordClass::OfficeBefore]).is_none();
    let fits = end > at && (!(and || listed) || own && !head);
    fits.then_some(end)
}

/// Whether a list goes on to an "and" before the sentence does.
fn in_list(annotated: &AnnotatedTokens, from: usize) -> bool {
    (from..from + 8).take_while(|&i| annotated.follows(i)).any(|i| annotated.is(i, WordClass::And))
}

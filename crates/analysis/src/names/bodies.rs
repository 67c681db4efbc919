//! Organisations: those that the lists know, and words with capitals around a head such
//! as "Ministry" or "Group", with all that it is of.

use super::again::acronym_after;
use super::candidate::{Candidate, Known};
use super::headed::nations_before;
use super::scene::Scene;
use crate::lexicon::{Hit, Sense};
use entente_model::EntityKind;

pub(crate) fn find(scene: &Scene, out: &mut Vec<Candidate>) {
    for i in 0..scene.len() {
        if !scene.within(i) {
            continue;
        }
        if let Some(from) = spelt_out(scene, i) {
            out.push(Candidate::new(EntityKind::Organisation, from, i, 6));
        }
        if !scene.tokens.is_word(i) {
            continue;
        }
        if let Some(hit) = scene.at(i, Sense::OrgKnown).filter(|_| scene.capital(i)) {
            let known = Known::Line(hit.value);
            out.push(Candidate::new(EntityKind::Organisation, i, hit.next, 8).known(known));
        }
        if let Some(hit) = scene.at(i, Sense::Demonym).filter(|_| scene.capital(i))
            && let Some(head) =
                scene.at(hit.next, Sense::OrgNational).filter(|_| scene.follows(hit.next))
        {
            out.push(Candidate::new(EntityKind::Organisation, i, head.next, 5));
        }
        if let Some(hit) = scene.at(i, Sense::OrgLower).filter(|_| !scene.tokens.capital(i)) {
            out.push(Candidate::new(EntityKind::Organisation, i, hit.next, 4));
        }
        if let Some(hit) = scene.at(i, Sense::OrgHead).filter(|_| scene.capital(i)) {
            out.extend(around(scene, i, hit));
        }
        if scene.in_agency(i) && (i == 0 || !scene.in_agency(i - 1)) {
            agencies(scene, i, out);
        }
    }
}

/// Words with capitals that end here and whose initials stand in brackets behind them:
/// the first.
fn spelt_out(scene: &Scene, i: usize) -> Option<usize> {
    let acronym = acronym_after(scene, i).filter(|&at| scene.tokens.raw(at).len() > 2)?;
    let mut letters = scene.tokens.raw(acronym).chars().rev().filter(|c| c.is_uppercase());
    let mut wanted = letters.next()?.to_lowercase().next();
    for from in (i.saturating_sub(14)..i).rev() {
        if !scene.follows(from + 1) || from + 1 < i && scene.dated(from) {
            return None;
        }
        let first = scene.tokens.key(from).chars().next();
        if scene.tokens.is_word(from) && first == wanted {
            match letters.next() {
                Some(letter) => wanted = letter.to_lowercase().next(),
                None => return scene.capital(from).then_some(from),
            }
        } else if scene.capital(from) && wanted.is_none() {
            return None;
        }
    }
    None
}

/// Who reports, in a lead-in or a sign-off: what is no place and no date.
fn agencies(scene: &Scene, from: usize, out: &mut Vec<Candidate>) {
    let mut i = from;
    while scene.in_agency(i) {
        let mut to = i;
        while scene.in_agency(to) && scene.capital(to) && (to == i || scene.follows(to)) {
            to += 1;
        }
        let place = [Sense::Country, Sense::City, Sense::Region, Sense::Month, Sense::Weekday];
        let bracketed = i > from && scene.tokens.is(i - 1, '(');
        let signed = i > from && !scene.opens(i) && scene.opens(from).eq(&false);
        if to > i && (bracketed || signed) && scene.any(i, &place).is_none() {
            out.push(Candidate::new(EntityKind::Organisation, i, to, 4));
        }
        i = to.max(i + 1);
    }
}

/// The body around a head: what stands before it with capitals, what it is of.
fn around(scene: &Scene, head: usize, hit: Hit) -> Option<Candidate> {
    if scene.at(head, Sense::Office).is_some_and(|office| office.next > hit.next) {
        // "Cabinet Secretary".
        return None;
    }
    let from = left(scene, head);
    let behind = right(scene, hit);
    let to = past_company_stop(scene, behind);
    let (named, whole, loud) = (from < head, behind > hit.next, scene.loud(head));
    let shared =
        |i| scene.is(i, Sense::Shared) || scene.nations(i).is_some_and(|next| next <= head);
    if named && scene.is(head, Sense::Mechanism) && (from..head).any(shared) {
        return Some(Candidate::new(EntityKind::Event, from, to, 8));
    }
    let body = |weight| Some(Candidate::new(EntityKind::Organisation, from, to, weight));
    if hit.value == 2 {
        // "Hanwha Aerospace", "Centre for Trade"; not "Deputy Defence", "Vietnamese Delegation".
        let own = (from..head).any(|i| scene.capital(i) && scene.all(i).is_empty());
        let named_by = |i: &usize| scene.capital(*i) && scene.nation(*i).is_none();
        let many = (from..head).filter(named_by).count() > 1 && !scene.portfolio(head);
        let of = whole && named && !scene.is(head, Sense::OfficeWord);
        return if !loud && (own || of || many) { body(5) } else { None };
    }
    if of_minister(scene, from) {
        return None;
    }
    match (named || whole, hit.value == 4 || hit.next - head > 1) {
        (false, false) => None,
        (false, true) if scene.opens(head) || loud => None,
        (false, true) => body(5),
        (true, _) => body(if loud { 4 } else { 7 }),
    }
}

/// Whether "Minister of (the)" stands before.
fn of_minister(scene: &Scene, from: usize) -> bool {
    let the = scene.before(from, Sense::The).map_or(from, |found| found.0);
    let of = scene.before(the, Sense::OrgLink).map_or(the, |found| found.0);
    of < from && scene.before(of, Sense::Minister).is_some()
}

/// "Co.", "Ltd.": the stop belongs to the name.
fn past_company_stop(scene: &Scene, to: usize) -> usize {
    let short = to > 0 && scene.is(to - 1, Sense::Company);
    to + usize::from(short && scene.tokens.is(to, '.') && scene.tokens.glued(to))
}

/// The first word of those with capitals that stand before a head.
pub(super) fn left(scene: &Scene, head: usize) -> usize {
    let tokens = scene.tokens;
    let mut from = head;
    while from > 0 && scene.follows(from) && head - from < 10 {
        let before = from - 1;
        let glued = tokens.glued(before) && tokens.glued(from);
        let joined = (glued && tokens.is_any(before, &['-', '–', '‑']) || tokens.is(before, '&'))
            && before > 0
            && scene.follows(before)
            && word(scene, before - 1);
        if let Some(start) = nations_before(scene, from) {
            from = start;
        } else if joined && scene.nation(before - 1).is_none() {
            from = before - 1;
        } else if let Some((start, _)) = scene
            .before(from, Sense::OfficeWord)
            .filter(|&(start, _)| start + 1 < from && scene.capital(start))
        {
            // "People's".
            from = start;
        } else if word(scene, before) {
            from = before;
        } else if scene.is(before, Sense::And)
            && before > 0
            && scene.follows(before)
            && word(scene, before - 1)
            && scene.is(before - 1, Sense::OfficeWord)
            && from < head + 1
            && from > before
            && scene.is(from, Sense::OfficeWord)
        {
            from = before - 1;
        } else if tokens.is(before, '.')
            && before > 1
            && tokens.glued(before)
            && initials(scene, before)
        {
            // A letter and its full stop at a time.
            while from >= 2 && initials(scene, from - 1) {
                from -= 2;
            }
        } else {
            break;
        }
    }
    // What only opens a sentence is no part of the name; "National" may be.
    while from < head
        && scene.opens(from)
        && scene.is(from, Sense::NotName)
        && !scene.portfolio(from)
    {
        from += 1;
    }
    from
}

/// Whether a full stop belongs to initials: "U.S."
fn initials(scene: &Scene, stop: usize) -> bool {
    stop >= 1
        && scene.tokens.is(stop, '.')
        && scene.tokens.is_word(stop - 1)
        && scene.tokens.capital(stop - 1)
        && scene.tokens.raw(stop - 1).len() == 1
}

/// Whether a word may stand before a head as part of the name.
fn word(scene: &Scene, i: usize) -> bool {
    let title = [Sense::Rank, Sense::Honorific, Sense::OfficePlural, Sense::OfficeBefore];
    let part = scene.portfolio(i);
    let office = scene.at(i, Sense::Office).is_some_and(|hit| hit.value < 2);
    scene.capital(i)
        && (part || scene.any(i, &title).is_none() && !office && !scene.is(i, Sense::The))
        && !(scene.opens(i) && scene.is(i, Sense::NotName) && !part)
        && scene.tokens.raw(i) != "s"
}

/// The token after all that a head is of.
fn right(scene: &Scene, head: Hit) -> usize {
    let mut to = contiguous(scene, head.next);
    if to == head.next && scene.follows(to) && scene.capital(to) {
        // "International Islamic University Malaysia".
        let seat = scene.any(to, &[Sense::Country, Sense::City]);
        to = seat.filter(|_| head.value == 1).map_or(to, |found| found.1.next);
    }
    for _ in 0..4 {
        let Some(next) = complement(scene, to, to > head.next) else { break };
        to = next;
    }
    if head.value == 3
        && let Some(hit) = scene.at(to, Sense::PlaceWhere).filter(|_| scene.follows(to))
    {
        let seat = scene.any(hit.next, &[Sense::Country, Sense::City]);
        to = seat.filter(|_| scene.capital(hit.next)).map_or(to, |found| found.1.next);
    }
    to
}

/// Words with capitals that go on after the head: "Party Central Committee".
fn contiguous(scene: &Scene, mut to: usize) -> usize {
    while scene.follows(to)
        && scene.capital(to)
        && scene.any(to, &[Sense::OrgHead]).is_some()
        && scene.any(to, &[Sense::Rank, Sense::Office]).is_none()
    {
        to = scene.at(to, Sense::OrgHead).map_or(to + 1, |hit| hit.next);
    }
    to
}

/// "of the Armed Forces", "for External Relations", ", Science and Culture".
fn complement(scene: &Scene, i: usize, further: bool) -> Option<usize> {
    if !scene.follows(i) {
        return None;
    }
    let and = scene.is(i, Sense::And) && further;
    let listed = further
        && scene.tokens.is(i, ',')
        && scene.portfolio(i + 1)
        && scene.any(i + 1, &[Sense::Office, Sense::OfficeBefore]).is_none()
        && in_list(scene, i + 1);
    let mut at = i + 1;
    if !(listed || and) {
        at = scene.at(i, Sense::OrgLink).filter(|_| !scene.tokens.capital(i))?.next;
        at = scene.at(at, Sense::The).map_or(at, |hit| hit.next);
    }
    let stops = [Sense::Rank, Sense::Honorific, Sense::GivenName, Sense::Office];
    let mut end = at;
    while scene.capital(end) && (end == at || scene.follows(end)) {
        if end > at && scene.any(end, &stops).is_some() && !scene.is(end, Sense::OfficeWord) {
            break;
        }
        if let Some((_, hit)) = scene.any(end, &[Sense::Country, Sense::City, Sense::Region]) {
            end = hit.next;
            break;
        }
        end = scene.at(end, Sense::OfficeWord).map_or(end + 1, |hit| hit.next);
    }
    // After "and" only what an office can be of: "… and Vietnam" begins something else.
    let head = scene.at(at, Sense::OrgHead).is_some_and(|hit| hit.value != 2);
    let own = scene.portfolio(at) && scene.any(at, &[Sense::Office, Sense::OfficeBefore]).is_none();
    let fits = end > at && (!(and || listed) || own && !head);
    fits.then_some(end)
}

/// Whether a list goes on to an "and" before the sentence does.
fn in_list(scene: &Scene, from: usize) -> bool {
    (from..from + 8).take_while(|&i| scene.follows(i)).any(|i| scene.is(i, Sense::And))
}

//! People: names introduced by rank, office or honorific, explained by one behind a
//! comma, or known as names by their first part.
//!
//! What stands before a name is read from the left as a title: modifiers, nations,
//! honorifics, ranks and offices with all that an office may be of ("Director General for
//! International Relations and Strategy at the French Ministry of the Armed Forces").
//! The name begins with the first capital that the title cannot explain.

use super::around::{
    Told, agent, listed, owned, partner, speaks, told_before, told_behind, told_role, unknown,
};
use super::candidate::Candidate;
use super::scene::Scene;
use crate::lexicon::Sense;
use entente_model::EntityKind;

/// The longest title that is followed, in tokens.
const LONGEST_TITLE: usize = 40;

/// A word of bodies and offices, of which no name of a person is made: "Rights", "Centre".
fn of_a_body(scene: &Scene, i: usize) -> bool {
    scene.any(i, &[Sense::OrgHead, Sense::OfficeWord]).is_some() && !scene.is(i, Sense::GivenName)
}

pub(crate) fn find(scene: &Scene, out: &mut Vec<Candidate>) {
    let mut i = 0;
    while i < scene.len() {
        let next = i + 1;
        if scene.within(i) && scene.tokens.is_word(i) {
            if let Some(title) = title(scene, i)
                && let Some((from, to)) = name_after(scene, &title)
                && !(from..to).all(|n| of_a_body(scene, n))
            {
                let role = title.office.then(|| words_of(scene, i, title.next));
                let role = role.or_else(|| told_role(scene, to));
                out.push(Candidate::new(EntityKind::Person, from, to, 8).role(role));
                i = to;
                continue;
            }
            if let Some(found) = untitled(scene, i) {
                out.push(found);
            }
        }
        i = next;
    }
}

/// A title before a name.
struct Title {
    next: usize,
    /// Whether it tells what an office is of, so that capitals may belong to it.
    tells_of: bool,
    /// Whether there is an office in it, not only a rank or an honorific.
    office: bool,
}

/// The longest title that begins at a token.
fn title(scene: &Scene, from: usize) -> Option<Title> {
    let (mut i, mut strong, mut in_office) = (from, false, false);
    let (mut after_link, mut tells_of, mut office) = (false, false, false);
    while i < scene.len() && i - from < LONGEST_TITLE && (i == from || scene.follows(i)) {
        if let Some(hit) = scene.at(i, Sense::Honorific) {
            i = scene.past_stop(hit.next);
            (strong, in_office, after_link) = (true, false, false);
        } else if let Some(hit) = scene.at(i, Sense::Rank).filter(|hit| is_rank(scene, i, hit.next))
        {
            i = scene.past_stop(hit.next);
            (strong, in_office, after_link) = (true, false, false);
        } else if let Some(hit) =
            scene.at(i, Sense::Office).filter(|_| !after_link || scene.capital(i))
        {
            i = scene.past_stop(hit.next);
            (strong, in_office, after_link) = (true, true, false);
            office |= hit.value < 2;
        } else if let Some(hit) = scene.at(i, Sense::OfficeBefore) {
            i = hit.next;
            i = scene.dash(i).filter(|_| scene.tokens.glued(i)).unwrap_or(i);
        } else if let Some(next) = in_office.then(|| of_office(scene, i, after_link)).flatten() {
            after_link = next.1;
            tells_of |= after_link;
            i = next.0;
        } else if let Some(hit) =
            scene.nation(i).filter(|_| !in_office || after_link || leads_to_title(scene, i))
        {
            i = scene.possessive(hit.next).unwrap_or(hit.next);
            after_link = false;
        } else if scene.tokens.is(i, '(') && strong && bracket(scene, i).is_some() {
            // "Brig. Gen. (Ret.)"
            i = bracket(scene, i).unwrap_or(i + 1);
        } else if scene.tokens.is(i, ',')
            && (strong && leads_to_rank(scene, i + 1) || in_office && counts_up(scene, i))
        {
            i += 1;
        } else {
            break;
        }
    }
    (strong && !after_link && i > from).then_some(Title { next: i, tells_of, office })
}

/// "Minister of Investment, Trade and Industry": whether at a comma the words of what an
/// office is of go on to an "and".
pub(super) fn counts_up(scene: &Scene, comma: usize) -> bool {
    let word = |i: usize| scene.capital(i) && scene.is(i, Sense::OfficeWord);
    let rest = (comma + 1..comma + 8).take_while(|&i| word(i) || scene.tokens.is(i, ','));
    let and = comma + 1 + rest.count();
    word(comma - 1) && word(comma + 1) && scene.is(and, Sense::And) && word(and + 1)
}

/// The token after a bracket of few words.
fn bracket(scene: &Scene, i: usize) -> Option<usize> {
    (i + 2..i + 5).find(|&at| scene.tokens.is(at, ')')).map(|at| at + 1)
}

/// A part of what an office is of: the token after it, and whether more must come.
fn of_office(scene: &Scene, i: usize, after_link: bool) -> Option<(usize, bool)> {
    if let Some(hit) = scene.at(i, Sense::OfficeWord) {
        let link = !scene.tokens.capital(i);
        // "the President and Emmanuel Macron": a person may follow "and".
        return (!(link && person_starts(scene, hit.next))).then_some((hit.next, link));
    }
    if let Some(next) = scene.possessive(i) {
        return Some((next, false));
    }
    if !scene.capital(i) {
        return None;
    }
    let body = [Sense::OrgKnown, Sense::OrgHead, Sense::OrgLower];
    let place = [Sense::Country, Sense::City, Sense::Region, Sense::Demonym];
    if let Some((_, hit)) = scene.any(i, &body) {
        return Some((hit.next, false));
    }
    if let Some((_, hit)) = scene.any(i, &place).filter(|_| after_link) {
        return Some((hit.next, false));
    }
    // An unknown word is taken as what the office is of after "of", "for", "and".
    (after_link && !person_starts(scene, i)).then_some((i + 1, false))
}

fn leads_to_title(scene: &Scene, i: usize) -> bool {
    let next = scene.nation(i).map_or(i, |hit| hit.next);
    scene.any(next, &[Sense::Office, Sense::OfficeBefore, Sense::OrgHead]).is_some()
        || leads_to_rank(scene, next)
}

fn leads_to_rank(scene: &Scene, i: usize) -> bool {
    let rank = scene.at(i, Sense::Rank).is_some_and(|hit| is_rank(scene, i, hit.next));
    rank || scene.is(i, Sense::Honorific)
}

/// Whether a rank is one here: "General" opens "General Staff", too.
fn is_rank(scene: &Scene, i: usize, next: usize) -> bool {
    let other = [Sense::OrgHead, Sense::OrgKnown, Sense::EventHead];
    let longer = |senses| scene.any(i, senses).is_some_and(|(_, hit)| hit.next > next);
    !(longer(&other) || longer(&[Sense::Office]))
}

fn person_starts(scene: &Scene, i: usize) -> bool {
    scene.capital(i)
        && scene.any(i, &[Sense::GivenName, Sense::FamilyFirst]).is_some()
        && scene.any(i, &[Sense::Country, Sense::City, Sense::Region]).is_none()
        && scene.follows(i + 1)
        && scene.capital(i + 1)
}

/// The name after a title.
fn name_after(scene: &Scene, title: &Title) -> Option<(usize, usize)> {
    let from = title.next;
    if !scene.follows(from) || scene.is(from, Sense::NotName) && scene.opens(from) {
        return None;
    }
    // "PRESIDENT OF CHILE CALLS ON …"
    if scene.loud(from) && scene.any(from, &[Sense::Country, Sense::City]).is_some() {
        return None;
    }
    let to = name(scene, from)?;
    // "CEO of Samsung Electronics Lee Jae-yong": the last part that begins like a name.
    let starts = |i: usize| {
        person_starts(scene, i)
            && scene.follows(i)
            && scene.capital(i - 1)
            && scene.before(i, Sense::Particle).is_none()
    };
    let inner = (from + 1..to).find(|&i| title.tells_of && starts(i));
    let from = inner.filter(|_| !person_starts(scene, from)).unwrap_or(from);
    (!is_other(scene, from, to)).then_some((from, to))
}

/// Whether words with capitals name something that is no person.
fn is_other(scene: &Scene, from: usize, to: usize) -> bool {
    let whole = [
        Sense::Country,
        Sense::Demonym,
        Sense::OrgKnown,
        Sense::AgreementKnown,
        Sense::EventKnown,
        Sense::Concept,
        Sense::City,
        Sense::Region,
        Sense::OfficePlural,
    ];
    let single = scene.is(from, Sense::GivenName) || scene.is(from, Sense::FamilyFirst);
    scene.all(from).iter().any(|(sense, hit)| {
        whole.contains(sense) && hit.next >= to && !(single && *sense == Sense::City)
    }) || (from..to).any(|i| {
        let head = |sense| scene.at(i, sense).is_some_and(|hit| hit.value <= 1);
        // "Kofi Annan International Training Centre" is no person, "Mary Post" may be one.
        head(Sense::OrgHead)
            || scene.is(i, Sense::OrgHead) && i + 1 == to && to - from > 3
            || head(Sense::PlaceHead) && i + 1 == to && to - from > 1
            || scene.is(i, Sense::AgreementHead) && i + 1 == to
            || scene.is(i, Sense::EventHead) && i + 1 == to
    })
}

/// The end of a name of a person that begins at a token.
pub(crate) fn name(scene: &Scene, from: usize) -> Option<usize> {
    let tokens = scene.tokens;
    let mut i = particles(scene, from).unwrap_or(from);
    if !scene.capital(i) || scene.is(i, Sense::Rank) && !person_starts(scene, i) {
        return None;
    }
    let mut words = 0;
    loop {
        i += 1;
        words += 1;
        // An initial, or several: "J. D. Smith".
        let initial = tokens.raw(i - 1).chars().count() <= 2;
        if initial
            && tokens.is(i, '.')
            && tokens.glued(i)
            && scene.follows(i + 1)
            && scene.capital(i + 1)
        {
            i += 1;
        }
        // Parts glued by a hyphen or an apostrophe: "Dong-wook", "O'Brien".
        while i + 1 < scene.len()
            && tokens.glued(i)
            && tokens.glued(i + 1)
            && tokens.is_any(i, &['-', '‑', '‐', '\'', '’', 'ʼ', '‘', '`', 'ʻ'])
            && tokens.is_word(i + 1)
            && scene.possessive(i).is_none()
        {
            i += 2;
        }
        if words >= 7 || !scene.follows(i) {
            break;
        }
        if let Some(next) = spaced_hyphen(scene, i) {
            i = next;
            continue;
        }
        if let Some(next) = particles(scene, i) {
            i = next;
            continue;
        }
        let suffix = scene.is(i, Sense::SuffixName);
        if suffix
            && scene.tokens.is(i + 1, '.')
            && scene.tokens.glued(i + 1)
            && scene.tokens.raw(i).len() < 3
        {
            return Some(i + 2);
        }
        if !scene.capital(i) || !suffix && ends_name(scene, from, i) {
            break;
        }
    }
    // Initials alone are nobody: "H.E."
    let word = |n: &usize| tokens.is_word(*n) && tokens.raw(*n).chars().count() > 1;
    (from..i).any(|n| word(&n)).then_some(i)
}

/// "Jean - Yves": a given name torn at its hyphen.
fn spaced_hyphen(scene: &Scene, i: usize) -> Option<usize> {
    let next = scene.dash(i).filter(|_| scene.tokens.is(i, '-'))?;
    let both = scene.is(i - 1, Sense::GivenName) && scene.is(next, Sense::GivenName);
    (both && scene.capital(next)).then_some(next)
}

/// Particles that lead to a word with a capital: the token of that word.
fn particles(scene: &Scene, i: usize) -> Option<usize> {
    let mut next = i;
    while next < scene.len() && (next == i || scene.follows(next)) {
        let Some(hit) = scene.at(next, Sense::Particle) else { break };
        if scene.tokens.capital(next) && !scene.tokens.is(hit.next, '-') && next == i {
            // "Al Sisi", "De Gaulle", "Van Rompuy": a capital one is a word of the name.
            break;
        }
        next = hit.next;
        if scene.tokens.is(next, '-') && scene.tokens.glued(next) {
            next += 1;
        }
    }
    (next > i && scene.follows(next) && scene.capital(next)).then_some(next)
}

/// The token where a name begins that has particles in small letters before it.
pub(super) fn with_particles(scene: &Scene, i: usize) -> usize {
    let mut from = i;
    while let Some((start, _)) = scene.before(from, Sense::Particle).filter(|&(start, _)| {
        !scene.tokens.capital(start) && scene.follows(from) && !scene.is(start, Sense::NotName)
    }) {
        from = start;
    }
    from
}

/// Whether a word with a capital cannot belong to the name before it.
fn ends_name(scene: &Scene, from: usize, i: usize) -> bool {
    // "Le Hong Thai": a name in Việt Nam, and the last word of it.
    let vietnamese = scene.at(from, Sense::FamilyFirst).is_some_and(|hit| hit.value % 10 == 1);
    if vietnamese && scene.tokens.key(i) == "thai" && !scene.capital(i + 1) {
        return false;
    }
    let other = [Sense::Rank, Sense::Honorific, Sense::OrgKnown, Sense::Country, Sense::Demonym];
    let named = scene.any(i, &[Sense::GivenName, Sense::FamilyFirst]).is_some();
    let headline = scene.loud(i) && scene.any(i, &[Sense::PersonVerb, Sense::NotName]).is_some();
    headline || !named && scene.any(i, &other).is_some()
}

/// The words of a title without marks at its end.
fn words_of(scene: &Scene, from: usize, mut to: usize) -> (usize, usize) {
    while to > from + 1 && scene.tokens.is(to - 1, ',') {
        to -= 1;
    }
    (from, to)
}

/// A name that stands without a title.
fn untitled(scene: &Scene, i: usize) -> Option<Candidate> {
    // "Presidents X and Y"
    let offices = scene.before(i, Sense::OfficePlural).is_some();
    let after_capital =
        i > 0 && scene.follows(i) && scene.capital(i - 1) && !scene.opens(i) && !offices;
    if !scene.proper(i) || after_capital || scene.tokens.glued(i) {
        return None;
    }
    let to = name(scene, i)?;
    let words = (i..to).filter(|&n| scene.tokens.is_word(n)).count();
    if is_other(scene, i, to) || !(2..=6).contains(&words) {
        return None;
    }
    let titled = [Sense::Office, Sense::Rank, Sense::OfficeBefore, Sense::OfficePlural];
    let made_of_titles = scene.any(i, &titled).is_some() && !person_starts(scene, i);
    if made_of_titles
        || (i + 1..to).any(|n| scene.at(n, Sense::Office).is_some_and(|hit| hit.value < 2))
    {
        return None;
    }
    if scene.loud(i) {
        return None;
    }
    let place = [Sense::Country, Sense::City, Sense::Region, Sense::Demonym];
    let place = scene.any(i, &place).is_some();
    let family = scene.at(i, Sense::FamilyFirst).is_some_and(|hit| hit.value < 10);
    let told = told_behind(scene, to);
    let somebody = || {
        told == Told::Somebody
            || speaks(scene, to)
            || listed(scene, i).is_some()
            || owned(scene, i)
            || agent(scene, i) && (i..to).all(|n| unknown(scene, n))
    };
    let weight = if scene.is(i, Sense::GivenName) {
        7
    } else if place && !(family && words < 4 && unknown(scene, to - 1)) {
        return None;
    } else if family || told == Told::Office {
        6
    } else if somebody() {
        4
    } else if words < 4 && partner(scene, i) && (i..to).all(|n| unknown(scene, n)) {
        2
    } else {
        return None;
    };
    let role = told_role(scene, to).or_else(|| told_before(scene, i));
    Some(Candidate::new(EntityKind::Person, i, to, weight).role(role))
}

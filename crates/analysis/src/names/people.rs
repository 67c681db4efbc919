//! People: names introduced by rank, office or honorific, explained by one behind a
//! comma, or known as names by their first part.
//!
//! What stands before a name is read from the left as a title: modifiers, nations,
//! honorifics, ranks and offices with all that an office may be of ("Director General for
//! International Relations and Strategy at the French Ministry of the Armed Forces").
//! The name begins with the first capital that the title cannot explain.

use super::annotated::AnnotatedTokens;
use super::candidate::Candidate;
use super::context::{
    Told, agent, label, listed, owned, partner, speaks, told_before, told_behind, told_role,
    unknown,
};
use super::offices::{another_follows, is_given, office_of, offices_known, seat};
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// The marks with which a part of a name is cut or glued to the next: "O'Brien", "van 't Hof".
pub(super) const APOSTROPHES: [char; 6] = ['\'', '’', 'ʼ', '‘', '`', 'ʻ'];

const PLACES: [WordClass; 4] =
    [WordClass::Country, WordClass::Demonym, WordClass::City, WordClass::Region];

/// The longest title that is followed, in tokens.
const LONGEST_TITLE: usize = 40;

/// A word of bodies and offices, of which no name of a person is made: "Rights", "Centre".
fn of_a_body(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.any(i, &[WordClass::OrgHead, WordClass::OfficeWord]).is_some()
        && !annotated.is(i, WordClass::GivenName)
}

/// "Deputy Governor of Makkah Region": after what an office is of, no name.
fn of_a_place(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.is(i, WordClass::PlaceHead)
        && annotated.any(i, &[WordClass::GivenName, WordClass::FamilyFirst]).is_none()
}

pub(crate) fn find(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    let first = out.len();
    propose(annotated, out);
    offices_known(annotated, &mut out[first..]);
}

fn propose(annotated: &AnnotatedTokens, out: &mut Vec<Candidate>) {
    let mut i = 0;
    while i < annotated.len() {
        let next = i + 1;
        if annotated.within(i) && annotated.tokens.is_word(i) {
            if let Some(title) = title(annotated, i)
                && let Some((from, to)) = name_after(annotated, &title)
                && !(from..to)
                    .all(|n| of_a_body(annotated, n) || title.tells_of && of_a_place(annotated, n))
            {
                let role = title.office.then(|| office_of(annotated, i, title.next)).flatten();
                // "M. X, président du Congo, M. Y, président du Rwanda": the office behind.
                let comma = |at| annotated.tokens.is(at, ',');
                let behind = annotated.postposed && (i..title.next).any(comma);
                let role = role.filter(|_| !behind || told_role(annotated, to).is_none());
                let behind = role_behind(annotated, to);
                let found = Candidate::new(EntityKind::Person, from, to, 8);
                out.push(found.role(role.or(behind)).role_behind(role.and(behind)));
                i = to;
                continue;
            }
            if let Some(found) = untitled(annotated, i) {
                out.push(found);
            }
        }
        i = next;
    }
}

/// The office behind a name: "Prince X, Crown Prince and Prime Minister, received …", but not
/// that of the next of a list.
fn role_behind(annotated: &AnnotatedTokens, to: usize) -> Option<(usize, usize)> {
    let role = told_role(annotated, to)?;
    let named = |at: usize| {
        title(annotated, at).is_some_and(|title| name_after(annotated, &title).is_some())
    };
    let office = |&at: &usize| annotated.is(at, WordClass::Office);
    let next = named(role.0) || (role.0 + 1..role.1).find(office).is_some_and(named);
    (!next).then_some(role)
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
fn title(annotated: &AnnotatedTokens, from: usize) -> Option<Title> {
    let (mut i, mut strong, mut in_office) = (from, false, false);
    let (mut after_link, mut tells_of, mut office) = (false, false, false);
    while i < annotated.len() && i - from < LONGEST_TITLE && (i == from || annotated.follows(i)) {
        if let Some(hit) = annotated.at(i, WordClass::Honorific) {
            i = annotated.past_stop(hit.next);
            (strong, in_office, after_link) = (true, false, false);
        } else if let Some(hit) =
            annotated.at(i, WordClass::Rank).filter(|hit| is_rank(annotated, i, hit.next))
        {
            i = annotated.past_stop(hit.next);
            (strong, in_office, after_link) = (true, false, false);
        } else if let Some(hit) = annotated.at(i, WordClass::Office).filter(|hit| {
            (!after_link || annotated.capital(i)) && !is_given(annotated, i, hit.next)
        }) {
            i = annotated.past_stop(hit.next);
            (strong, in_office, after_link) = (true, true, false);
            office |= hit.value < 2;
        } else if let Some(hit) = annotated.at(i, WordClass::The).filter(|hit| {
            let title = [WordClass::Office, WordClass::Honorific];
            annotated.postposed && strong && !in_office && annotated.any(hit.next, &title).is_some()
        }) {
            // "Monsieur le Président", "Son Altesse Royale le Prince"
            i = hit.next;
        } else if let Some(hit) = annotated.at(i, WordClass::OfficeBefore).filter(|hit| {
            // "New Zealand Foreign Minister", "New York Governor"
            annotated.any(i, &PLACES).is_none_or(|(_, place)| place.next <= hit.next)
        }) {
            i = hit.next;
            i = annotated.dash(i).filter(|_| annotated.tokens.glued(i)).unwrap_or(i);
        } else if let Some(next) = annotated.nations(i).filter(|_| annotated.postposed && in_office)
        {
            // "Chủ tịch Hội Hữu nghị Pháp - Việt Nam"
            (i, after_link) = (next, false);
        } else if let Some(next) = in_office.then(|| of_office(annotated, i, after_link)).flatten()
        {
            after_link = next.1;
            tells_of |= after_link;
            i = next.0;
        } else if let Some(hit) = annotated.nation(i).filter(|_| {
            let given = strong && !in_office && annotated.is(i, WordClass::Country);
            // "Maj. Chad Lindqvist"
            let tells = !given && (!in_office || after_link);
            tells || annotated.postposed || leads_to_title(annotated, i)
        }) {
            i = annotated.possessive(hit.next).unwrap_or(hit.next);
            after_link = false;
        } else if let Some(next) = (i == from).then(|| seat(annotated, i)).flatten() {
            i = next;
        } else if annotated.tokens.is(i, '(') && strong && bracket(annotated, i).is_some() {
            // "Brig. Gen. (Ret.)"
            i = bracket(annotated, i).unwrap_or(i + 1);
        } else if let Some(next) =
            (strong && !after_link).then(|| rank_behind(annotated, i)).flatten()
        {
            i = next;
        } else if annotated.tokens.is(i, ',')
            && (strong && leads_to_rank(annotated, i + 1)
                || in_office && (counts_up(annotated, i) || another_follows(annotated, i)))
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
pub(super) fn counts_up(annotated: &AnnotatedTokens, comma: usize) -> bool {
    let word = |i: usize| annotated.capital(i) && annotated.is(i, WordClass::OfficeWord);
    let rest = (comma + 1..comma + 8).take_while(|&i| word(i) || annotated.tokens.is(i, ','));
    let and = comma + 1 + rest.count();
    comma > 0
        && word(comma - 1)
        && word(comma + 1)
        && annotated.is(and, WordClass::And)
        && word(and + 1)
}

/// The token after a bracket of few words.
fn bracket(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    (i + 2..i + 5).find(|&at| annotated.tokens.is(at, ')')).map(|at| at + 1)
}

/// A part of what an office is of: the token after it, and whether more must come.
fn of_office(annotated: &AnnotatedTokens, i: usize, after_link: bool) -> Option<(usize, bool)> {
    // "President To Lam"
    if annotated.is(i, WordClass::FamilyFirst) && person_starts(annotated, i) {
        return None;
    }
    let longest = [WordClass::OrgKnown, WordClass::OrgHead];
    let longest = longest.iter().filter_map(|&sense| annotated.at(i, sense)).map(|hit| hit.next);
    let body = longest.max().filter(|_| annotated.postposed && annotated.capital(i));
    if let Some(hit) = annotated
        .at(i, WordClass::OfficeWord)
        .filter(|hit| body.is_none_or(|next| next <= hit.next))
    {
        let link = !annotated.tokens.capital(i) && hit.value == 0;
        // "the President and Emmanuel Macron": a person may follow "and".
        return (!(link && person_starts(annotated, hit.next))).then_some((hit.next, link));
    }
    if let Some(next) = annotated.possessive(i) {
        return Some((next, false));
    }
    if let Some(hit) = annotated.at(i, WordClass::Trailing).filter(|_| annotated.postposed) {
        return Some((hit.next, false));
    }
    if !annotated.capital(i) {
        return None;
    }
    let body = [WordClass::OrgKnown, WordClass::OrgHead, WordClass::OrgLower];
    if let Some((_, hit)) = annotated.any(i, &body) {
        return Some((hit.next, false));
    }
    if let Some((_, hit)) = annotated.any(i, &PLACES).filter(|_| after_link || annotated.postposed)
    {
        return Some((hit.next, false));
    }
    // "Chủ tịch UBND TP Hà Nội"
    let acronym = annotated.tokens.all_capitals(i) && annotated.tokens.raw(i).chars().count() > 2;
    if annotated.postposed && acronym && !annotated.loud(i) && !person_starts(annotated, i) {
        return Some((i + 1, false));
    }
    // An unknown word is taken as what the office is of after "of", "for", "and".
    (after_link && !person_starts(annotated, i)).then_some((i + 1, false))
}

fn leads_to_title(annotated: &AnnotatedTokens, i: usize) -> bool {
    let next = annotated.nation(i).map_or(i, |hit| hit.next);
    annotated.any(next, &[WordClass::Office, WordClass::OfficeBefore, WordClass::OrgHead]).is_some()
        || leads_to_rank(annotated, next)
}

fn leads_to_rank(annotated: &AnnotatedTokens, i: usize) -> bool {
    let rank = annotated.at(i, WordClass::Rank).is_some_and(|hit| is_rank(annotated, i, hit.next));
    rank || annotated.is(i, WordClass::Honorific)
}

/// "le ministre de la Défense, le général X": the token of a rank behind a comma and an article.
fn rank_behind(annotated: &AnnotatedTokens, comma: usize) -> Option<usize> {
    let told = annotated.postposed && annotated.tokens.is(comma, ',');
    let the = annotated.at(comma + 1, WordClass::The).filter(|_| told)?;
    leads_to_rank(annotated, the.next).then_some(the.next)
}

/// Whether a rank is one here: "General" opens "General Staff", too.
fn is_rank(annotated: &AnnotatedTokens, i: usize, next: usize) -> bool {
    let other = [WordClass::OrgHead, WordClass::OrgKnown, WordClass::EventHead];
    let longer = |senses| annotated.any(i, senses).is_some_and(|(_, hit)| hit.next > next);
    !(longer(&other) || longer(&[WordClass::Office]))
}

fn person_starts(annotated: &AnnotatedTokens, i: usize) -> bool {
    annotated.capital(i)
        && annotated.any(i, &[WordClass::GivenName, WordClass::FamilyFirst]).is_some()
        && annotated.any(i, &[WordClass::Country, WordClass::City, WordClass::Region]).is_none()
        && annotated.follows(i + 1)
        && annotated.capital(i + 1)
}

/// The name after a title.
fn name_after(annotated: &AnnotatedTokens, title: &Title) -> Option<(usize, usize)> {
    let from = title.next;
    if !annotated.follows(from) || annotated.is(from, WordClass::NotName) && annotated.opens(from) {
        return None;
    }
    // "the Vice President’s Residence"
    if from > 1 && annotated.possessive(from - 2) == Some(from) {
        return None;
    }
    // "Giám đốc Công an tỉnh Hủa Phăn"
    if annotated.strict && annotated.before(from, WordClass::PlaceCue).is_some() {
        return None;
    }
    // "PRESIDENT OF CHILE CALLS ON …", "Crown Prince Receives King"
    let other = [WordClass::Country, WordClass::City, WordClass::PersonVerb];
    if annotated.loud(from) && annotated.any(from, &other).is_some() {
        return None;
    }
    let to = name(annotated, from)?;
    // "Chỉ huy trưởng Hộ tống đội": the first syllable of something.
    if to == from + 1 && goes_on(annotated, to) && !annotated.tokens.plain(from) {
        return None;
    }
    // "CEO of Samsung Electronics Lee Jae-yong": the last part that begins like a name.
    let starts = |i: usize| {
        person_starts(annotated, i)
            && annotated.follows(i)
            && annotated.capital(i - 1)
            && annotated.before(i, WordClass::Particle).is_none()
    };
    // Behind a nation that stands behind its office the name begins, and behind all that is known.
    let stop = from - usize::from(annotated.tokens.is(from - 1, '.'));
    let behind = |sense: &WordClass| annotated.before(stop, *sense).is_some();
    let known = [WordClass::Honorific, WordClass::Rank, WordClass::OfficeWord, WordClass::OrgKnown];
    let settled = annotated.postposed
        && [WordClass::Country, WordClass::Demonym].iter().any(behind)
        || known.iter().any(behind);
    let inner = (from + 1..to).find(|&i| title.tells_of && !settled && starts(i));
    let from = inner.filter(|_| !person_starts(annotated, from)).unwrap_or(from);
    // "commander of the Security Support Mission"
    let body = title.tells_of
        && annotated.is(to - 1, WordClass::OrgHead)
        && !annotated.is(from, WordClass::GivenName);
    if body {
        return None;
    }
    // "Ambassador Jane Day": after a title the last of two words may be any.
    let two = to == from + 2 && annotated.is(from, WordClass::GivenName);
    (two || !is_other(annotated, from, to)).then_some((from, to))
}

/// Whether words with capitals name something that is no person.
fn is_other(annotated: &AnnotatedTokens, from: usize, to: usize) -> bool {
    let whole = [
        WordClass::Country,
        WordClass::Demonym,
        WordClass::OrgKnown,
        WordClass::AgreementKnown,
        WordClass::EventKnown,
        WordClass::Concept,
        WordClass::City,
        WordClass::Region,
        WordClass::OfficePlural,
    ];
    let single =
        annotated.is(from, WordClass::GivenName) || annotated.is(from, WordClass::FamilyFirst);
    annotated.all(from).iter().any(|(sense, hit)| {
        whole.contains(sense) && hit.next >= to && !(single && *sense == WordClass::City)
    }) || (from..to).any(|i| {
        let head = |sense| annotated.at(i, sense).is_some_and(|hit| hit.value <= 1);
        // "Kofi Annan International Training Centre" is no person, "Mary Post" may be one.
        head(WordClass::OrgHead)
            || annotated.is(i, WordClass::OrgHead) && i + 1 == to && to - from > 3
            || head(WordClass::PlaceHead) && i + 1 == to && to - from > 1
            || annotated.is(i, WordClass::AgreementHead) && i + 1 == to
            || annotated.is(i, WordClass::EventHead) && i + 1 == to
    })
}

/// The end of a name of a person that begins at a token.
pub(crate) fn name(annotated: &AnnotatedTokens, from: usize) -> Option<usize> {
    let tokens = annotated.tokens;
    let mut i = particles(annotated, from).unwrap_or(from);
    if !annotated.capital(i) || annotated.is(i, WordClass::Rank) && !person_starts(annotated, i) {
        return None;
    }
    let single = |n: usize| tokens.raw(n).chars().count() == 1;
    let mut words = 0;
    loop {
        i += 1;
        words += 1;
        // An initial, or several: "J. D. Smith".
        let initial = tokens.raw(i - 1).chars().count() <= 2;
        if initial
            && tokens.is(i, '.')
            && tokens.glued(i)
            && annotated.follows(i + 1)
            && annotated.capital(i + 1)
            && (!annotated.opens(i + 1) || [i - 1, i + 1].into_iter().any(single))
        {
            i += 1;
        }
        // Parts glued by a hyphen or an apostrophe: "Dong-wook", "O'Brien".
        while i + 1 < annotated.len()
            && tokens.glued(i)
            && tokens.glued(i + 1)
            && tokens.is_any(i, &['-', '‑', '‐', '\'', '’', 'ʼ', '‘', '`', 'ʻ'])
            && tokens.is_word(i + 1)
            && annotated.possessive(i).is_none()
        {
            i += 2;
        }
        if words >= 7 || !annotated.follows(i) {
            break;
        }
        if let Some(next) = spaced_hyphen(annotated, i) {
            i = next;
            continue;
        }
        if let Some(next) = particles(annotated, i) {
            i = next;
            continue;
        }
        // "Shia’ al-Sudani": the mark is a letter.
        if tokens.is_any(i, &APOSTROPHES)
            && tokens.glued(i)
            && let Some(next) = particles(annotated, i + 1)
        {
            i = next;
            continue;
        }
        // "Biden, Jr."
        if tokens.is(i, ',') && annotated.is(i + 1, WordClass::SuffixName) && tokens.capital(i + 1)
        {
            i += 1;
        }
        let suffix = annotated.is(i, WordClass::SuffixName);
        if suffix
            && annotated.tokens.is(i + 1, '.')
            && annotated.tokens.glued(i + 1)
            && annotated.tokens.raw(i).len() < 3
        {
            return Some(i + 2);
        }
        if !annotated.capital(i) || !suffix && ends_name(annotated, from, i) {
            break;
        }
    }
    // Initials alone are nobody: "H.E."
    let word = |n: &usize| tokens.is_word(*n) && tokens.raw(*n).chars().count() > 1;
    (from..i).any(|n| word(&n)).then_some(i)
}

/// "Jean - Yves": a given name torn at its hyphen.
fn spaced_hyphen(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let next = annotated.dash(i).filter(|_| annotated.tokens.is(i, '-'))?;
    let both =
        annotated.is(i - 1, WordClass::GivenName) && annotated.is(next, WordClass::GivenName);
    (both && annotated.capital(next)).then_some(next)
}

/// Particles that lead to a word with a capital: the token of that word.
fn particles(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let mut next = i;
    while next < annotated.len() && (next == i || annotated.follows(next)) {
        let Some(hit) = annotated.at(next, WordClass::Particle) else { break };
        let cut = (next..hit.next).any(|n| annotated.tokens.is_any(n, &APOSTROPHES));
        if annotated.tokens.capital(next)
            && !(cut || annotated.tokens.is(hit.next, '-'))
            && next == i
        {
            // "Al Sisi", "De Gaulle", "Van Rompuy": a capital one is a word of the name.
            break;
        }
        next = hit.next;
        if annotated.tokens.is(next, '-') && annotated.tokens.glued(next) {
            next += 1;
        }
    }
    let other = [
        WordClass::Country,
        WordClass::City,
        WordClass::Region,
        WordClass::OrgKnown,
        WordClass::OrgHead,
        WordClass::OfficeWord,
        WordClass::GivenName,
    ];
    // "l'accueil de Jean Dupont du Sénat": what is no name belongs to what came before.
    let links = annotated.postposed && next > i && annotated.is(i, WordClass::OrgLink);
    let apart = links && annotated.any(next, &other).is_some();
    (next > i && !apart && annotated.follows(next) && annotated.capital(next)).then_some(next)
}

/// The token where a name begins that has particles in small letters before it.
pub(super) fn with_particles(annotated: &AnnotatedTokens, i: usize) -> usize {
    let mut from = i;
    while let Some((start, _)) =
        annotated.before(from, WordClass::Particle).filter(|&(start, _)| {
            !annotated.tokens.capital(start)
                && annotated.follows(from)
                && !annotated.is(start, WordClass::NotName)
        })
    {
        from = start;
    }
    from
}

/// Whether a word with a capital cannot belong to the name before it.
fn ends_name(annotated: &AnnotatedTokens, from: usize, i: usize) -> bool {
    // "Le Hong Thai": a name in Việt Nam, and the last word of it; a text in its language has
    // the diacritics that show where names end.
    let vietnamese =
        annotated.at(from, WordClass::FamilyFirst).is_some_and(|hit| hit.value % 10 == 1);
    let last = !annotated.capital(i + 1) || annotated.strict && i - from < 4;
    // "François Hollande"
    let given = annotated.postposed && annotated.is(i - 1, WordClass::GivenName);
    if (vietnamese && last || given) && annotated.is(i, WordClass::AlsoInNames) {
        return false;
    }
    let other = [
        WordClass::Rank,
        WordClass::Honorific,
        WordClass::OrgKnown,
        WordClass::Country,
        WordClass::Demonym,
    ];
    // "Mohamed Ould Cheikh El Ghazouani"
    if annotated.postposed && annotated.before(i, WordClass::Particle).is_some() {
        return false;
    }
    let named = annotated.any(i, &[WordClass::GivenName, WordClass::FamilyFirst]).is_some();
    let capitals = |n: usize| annotated.tokens.all_capitals(n) && annotated.tokens.raw(n).len() > 1;
    // "John Major said": nobody follows whose rank it is.
    let last = annotated
        .any(i, &[WordClass::Rank, WordClass::Honorific])
        .is_some_and(|(_, hit)| hit.next == i + 1)
        && !(annotated.tokens.is(i + 1, '.')
            && annotated.tokens.glued(i + 1)
            && annotated.follows(i + 2))
        && !(annotated.follows(i + 1) && annotated.capital(i + 1))
        && (annotated.tokens.raw(i).len() > 3 || capitals(i - 1));
    let headline = (annotated.loud(i) || capitals(i) && capitals(i - 1))
        && annotated.any(i, &[WordClass::PersonVerb, WordClass::NotName]).is_some();
    headline || !named && !last && annotated.any(i, &other).is_some()
}

/// Whether what looks like a name goes on in small letters, where words have several syllables:
/// "Ban Chỉ đạo".
fn goes_on(annotated: &AnnotatedTokens, to: usize) -> bool {
    annotated.strict
        && annotated.follows(to)
        && annotated.tokens.is_word(to)
        && !annotated.tokens.capital(to)
        && annotated.all(to).is_empty()
}

/// A name that stands without a title.
fn untitled(annotated: &AnnotatedTokens, i: usize) -> Option<Candidate> {
    // "Presidents X and Y"
    let offices = annotated.before(i, WordClass::OfficePlural).is_some();
    let after_capital = i > 0
        && annotated.follows(i)
        && if annotated.postposed { annotated.proper(i - 1) } else { annotated.capital(i - 1) }
        && !annotated.opens(i)
        && !offices;
    if !annotated.proper(i) || after_capital || annotated.glued(i) {
        return None;
    }
    let to = name(annotated, i)?;
    let words = (i..to).filter(|&n| annotated.tokens.is_word(n)).count();
    if is_other(annotated, i, to) || !(2..=6).contains(&words) {
        return None;
    }
    let titled =
        [WordClass::Office, WordClass::Rank, WordClass::OfficeBefore, WordClass::OfficePlural];
    let made_of_titles = annotated.any(i, &titled).is_some() && !person_starts(annotated, i);
    if made_of_titles
        || (i + 1..to).any(|n| annotated.at(n, WordClass::Office).is_some_and(|hit| hit.value < 2))
    {
        return None;
    }
    if annotated.loud(i) {
        return None;
    }
    let place = annotated.any(i, &PLACES).is_some();
    // "Le" and "To" are family names before "Van" or "Thi".
    let family = annotated
        .at(i, WordClass::FamilyFirst)
        .is_some_and(|hit| hit.value < 10 || annotated.is(hit.next, WordClass::SexInside));
    // "Public Health", "National Security Strategy"
    if !family && (i..to).filter(|&n| of_a_body(annotated, n)).count() * 2 >= words {
        return None;
    }
    let told = told_behind(annotated, to);
    let somebody = || {
        told == Told::Somebody
            || speaks(annotated, to)
            || listed(annotated, i).is_some()
            || owned(annotated, i)
            || label(annotated, i, to) && (i..to).all(|n| unknown(annotated, n))
            || agent(annotated, i) && (i..to).all(|n| unknown(annotated, n))
    };
    let vietnamese = annotated.at(i, WordClass::FamilyFirst).is_some_and(|hit| hit.value == 1);
    let goes_on = goes_on(annotated, to);
    let weight = if annotated.strict && vietnamese && !(goes_on && words < 3) {
        8
    } else if annotated.is(i, WordClass::GivenName) {
        7
    } else if place && !(family && words < 4 && unknown(annotated, to - 1)) {
        return None;
    } else if family || told == Told::Office {
        6
    } else if goes_on {
        return None;
    } else if somebody() {
        4
    } else if words < 4 && partner(annotated, i) && (i..to).all(|n| unknown(annotated, n)) {
        2
    } else {
        return None;
    };
    let role = told_role(annotated, to).or_else(|| told_before(annotated, i));
    Some(Candidate::new(EntityKind::Person, i, to, weight).role(role))
}

//! Names that the text itself has taught: people by a part of their name, acronyms that
//! stood in brackets.

use super::annotated::AnnotatedTokens;
use super::candidate::Candidate;
use super::context;
use super::people;
use crate::interner::Interner;
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// Adds what was not found at first, in order.
pub(crate) fn find(annotated: &AnnotatedTokens, names: &mut Vec<Candidate>) {
    let mut covered = vec![false; annotated.len()];
    for name in names.iter() {
        covered[name.from..name.to].iter_mut().for_each(|flag| *flag = true);
    }
    let parts = parts(annotated, names);
    let acronyms = acronyms(annotated, names);
    let offices = offices(annotated, names);
    let mut found = Vec::new();
    let mut i = 0;
    while i < annotated.len() {
        if covered[i] || !annotated.capital(i) {
            i += 1;
            continue;
        }
        if let Some(name) = acronyms.get(annotated.tokens.raw(i)) {
            found.push(Candidate::new(names[name].kind, i, i + 1, 6));
        } else if let Some(to) = person(annotated, &parts, &covered, i) {
            let from = people::with_particles(annotated, i);
            found.push(Candidate::new(EntityKind::Person, from, to, 6));
            i = to;
            continue;
        } else if stranger(annotated, i) && offices.get(annotated.tokens.raw(i)).is_none() {
            found.push(Candidate::new(EntityKind::Organisation, i, i + 1, 2));
        }
        i += 1;
    }
    names.extend(found);
    names.sort_by(|a, b| a.from.cmp(&b.from).then(b.to.cmp(&a.to)));
}

/// The words of people's names, and which of them may stand for the whole.
#[derive(Default)]
struct Parts {
    words: Interner,
    alone: Vec<bool>,
}

fn parts(annotated: &AnnotatedTokens, names: &[Candidate]) -> Parts {
    let mut parts = Parts::default();
    for name in names.iter().filter(|name| name.kind == EntityKind::Person) {
        let words: Vec<usize> = (name.from..name.to)
            .filter(|&i| annotated.tokens.is_word(i) && annotated.tokens.capital(i))
            .collect();
        let family_first = annotated.is(name.from, WordClass::FamilyFirst);
        // In Vietnamese a syllable of a name is mostly another word, too.
        let whole_only = annotated.strict
            && annotated
                .at(name.from, WordClass::FamilyFirst)
                .is_some_and(|hit| hit.value % 10 == 1);
        for (n, &i) in words.iter().enumerate() {
            let alone =
                annotated.tokens.raw(i).chars().count() > 2 || n + 1 == words.len() || family_first;
            let title = [WordClass::Office, WordClass::OfficeWord, WordClass::Rank];
            let title = annotated.any(i, &title).is_some();
            // "Gildas Le Fur": a word of offices may be one of names, in the whole name.
            if annotated.tokens.raw(i).chars().count() > 1 && (annotated.postposed || !title) {
                let number = parts.words.first(annotated.tokens.key(i), parts.alone.len());
                if number == parts.alone.len() {
                    parts.alone.push(false);
                }
                parts.alone[number] |= alone && !whole_only && !title;
            }
        }
    }
    parts
}

/// What may stand before a name that the text has taught, with a capital of its own.
const TITLES: [WordClass; 5] = [
    WordClass::Office,
    WordClass::OfficeBefore,
    WordClass::Rank,
    WordClass::Honorific,
    WordClass::NotName,
];

/// A person told by words of a name that the text has given in full.
fn person(annotated: &AnnotatedTokens, parts: &Parts, covered: &[bool], i: usize) -> Option<usize> {
    if i > 0
        && annotated.follows(i)
        && annotated.capital(i - 1)
        && !annotated.opens(i)
        && !covered[i - 1]
        && annotated.any(i - 1, &TITLES).is_none()
    {
        return None;
    }
    // The "Brien" of "O'Brien" is no name.
    if annotated.tokens.glued(i) && annotated.tokens.is_any(i - 1, &people::APOSTROPHES) {
        return None;
    }
    let initial = |n: usize| annotated.tokens.raw(n).chars().count() == 1;
    let part = |n: usize| parts.words.get(annotated.tokens.key(n)).is_some();
    // "Van 't Hof" at the head of a sentence.
    let known = |n: usize| initial(n) || part(n) || annotated.is(n, WordClass::Particle);
    let whole =
        people::name(annotated, i).filter(|&to| to - i > 1 && !covered[i..to].contains(&true));
    if let Some(to) = whole
        && annotated.proper(i)
        && (i..to).any(part)
        && (i..to).filter(|&n| annotated.tokens.is_word(n)).all(known)
    {
        return Some(to);
    }
    let other = [
        WordClass::Country,
        WordClass::Demonym,
        WordClass::NotName,
        WordClass::Month,
        WordClass::OrgKnown,
        WordClass::Office,
        WordClass::OfficeWord,
        WordClass::Honorific,
        WordClass::PlaceHead,
        WordClass::OrgHead,
    ];
    let alone = parts.words.get(annotated.tokens.key(i)).is_some_and(|number| parts.alone[number]);
    // "EGELAND MEETS BRANDT"
    let verb = annotated.loud(i + 1)
        && annotated.any(i + 1, &[WordClass::PersonVerb, WordClass::NotName]).is_some();
    let next_is_name =
        annotated.follows(i + 1) && annotated.capital(i + 1) && !covered[i + 1] && !verb;
    // "Plaza also met": a place does not.
    let plain = annotated.any(i, &other).is_none() || context::speaks(annotated, i + 1);
    (alone && plain && !next_is_name).then_some(i + 1)
}

/// Acronyms in brackets behind a name, with the number of the name.
fn acronyms(annotated: &AnnotatedTokens, names: &[Candidate]) -> Interner {
    let mut found = Interner::default();
    for (n, name) in names.iter().enumerate() {
        if let Some(at) = acronym_of(annotated, name) {
            found.first(annotated.tokens.raw(at), n);
        }
    }
    found
}

/// The initials of the offices that are told: "EAM" is no body where there is an External
/// Affairs Minister.
fn offices(annotated: &AnnotatedTokens, names: &[Candidate]) -> Interner {
    let mut found = Interner::default();
    for (from, to) in names.iter().filter_map(|name| name.role) {
        found.first(&initials(annotated, from, to), from);
    }
    found
}

/// The first letters of the words with capitals in an office, but for nations and honorifics.
pub(crate) fn initials(annotated: &AnnotatedTokens, from: usize, to: usize) -> String {
    let word = |i: &usize| {
        annotated.tokens.is_word(*i)
            && annotated.tokens.capital(*i)
            && annotated.any(*i, &[WordClass::Honorific, WordClass::Rank]).is_none()
            && annotated.nation(*i).is_none()
    };
    (from..to).filter(word).filter_map(|i| annotated.tokens.raw(i).chars().next()).collect()
}

/// The token of the acronym that stands in brackets behind a name and is its own. Bodies
/// and agreements may have theirs in another language; a place is often followed by who
/// reports from there.
pub(super) fn acronym_of(annotated: &AnnotatedTokens, name: &Candidate) -> Option<usize> {
    let at = acronym_after(annotated, name.to)?;
    let foreign =
        matches!(name.kind, EntityKind::Organisation | EntityKind::Agreement | EntityKind::Event);
    (foreign || spells(annotated, name, annotated.tokens.raw(at))).then_some(at)
}

/// Whether the capitals of an acronym are first letters of the words of a name, in order.
fn spells(annotated: &AnnotatedTokens, name: &Candidate, acronym: &str) -> bool {
    let first = |i| annotated.tokens.key(i).chars().next();
    let mut initials = (name.from..name.to).filter_map(first);
    acronym.chars().filter(|c| c.is_uppercase()).all(|capital| {
        let letter = capital.to_lowercase().next();
        initials.any(|initial| Some(initial) == letter)
    })
}

/// The token of an acronym in brackets that opens at a token.
pub(super) fn acronym_after(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let inside = i + 1;
    let closed = annotated.tokens.is(i, '(') && annotated.tokens.is(inside + 1, ')');
    (closed && is_acronym(annotated, inside)).then_some(inside)
}

/// Mostly capitals, as "UNCLOS".
fn is_acronym(annotated: &AnnotatedTokens, i: usize) -> bool {
    let raw = annotated.tokens.raw(i);
    let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
    let letters = raw.chars().count();
    (2..=10).contains(&letters) && capitals * 2 > letters
}

/// An acronym that nothing explains: a body, as a guess.
fn stranger(annotated: &AnnotatedTokens, i: usize) -> bool {
    let letters = annotated.tokens.raw(i).chars().count();
    let before = i > 0 && annotated.follows(i) && annotated.capital(i - 1);
    let after = annotated.follows(i + 1) && annotated.capital(i + 1);
    let numbered = annotated.tokens.glued(i + 1) && annotated.tokens.figures(i + 1) > 0;
    let roman = annotated.tokens.raw(i).chars().all(|c| "IVXLC".contains(c));
    (3..=6).contains(&letters)
        && annotated.tokens.all_capitals(i)
        && !(before || after || numbered)
        && !roman
        && !annotated.loud(i)
        && annotated.all(i).is_empty()
        && !annotated.glued(i)
}

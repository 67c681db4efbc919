//! Names that the text itself has taught: people by a part of their name, acronyms that
//! stood in brackets.

use super::around;
use super::candidate::Candidate;
use super::people;
use super::scene::Scene;
use crate::index::Index;
use crate::lexicon::Sense;
use entente_model::EntityKind;

/// Adds what was not found at first, in order.
pub(crate) fn find(scene: &Scene, names: &mut Vec<Candidate>) {
    let mut covered = vec![false; scene.len()];
    for name in names.iter() {
        covered[name.from..name.to].iter_mut().for_each(|flag| *flag = true);
    }
    let parts = parts(scene, names);
    let acronyms = acronyms(scene, names);
    let offices = offices(scene, names);
    let mut found = Vec::new();
    let mut i = 0;
    while i < scene.len() {
        if covered[i] || !scene.capital(i) {
            i += 1;
            continue;
        }
        if let Some(name) = acronyms.get(scene.tokens.raw(i)) {
            found.push(Candidate::new(names[name].kind, i, i + 1, 6));
        } else if let Some(to) = person(scene, &parts, &covered, i) {
            let from = people::with_particles(scene, i);
            found.push(Candidate::new(EntityKind::Person, from, to, 6));
            i = to;
            continue;
        } else if stranger(scene, i) && offices.get(scene.tokens.raw(i)).is_none() {
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
    words: Index,
    alone: Vec<bool>,
}

fn parts(scene: &Scene, names: &[Candidate]) -> Parts {
    let mut parts = Parts::default();
    for name in names.iter().filter(|name| name.kind == EntityKind::Person) {
        let words: Vec<usize> = (name.from..name.to)
            .filter(|&i| scene.tokens.is_word(i) && scene.tokens.capital(i))
            .collect();
        let family_first = scene.is(name.from, Sense::FamilyFirst);
        for (n, &i) in words.iter().enumerate() {
            let alone =
                scene.tokens.raw(i).chars().count() > 2 || n + 1 == words.len() || family_first;
            let title = [Sense::Office, Sense::OfficeWord, Sense::Rank];
            if scene.tokens.raw(i).chars().count() > 1 && scene.any(i, &title).is_none() {
                let number = parts.words.first(scene.tokens.key(i), parts.alone.len());
                if number == parts.alone.len() {
                    parts.alone.push(false);
                }
                parts.alone[number] |= alone;
            }
        }
    }
    parts
}

/// A person told by words of a name that the text has given in full.
fn person(scene: &Scene, parts: &Parts, covered: &[bool], i: usize) -> Option<usize> {
    if i > 0
        && scene.follows(i)
        && scene.capital(i - 1)
        && !scene.opens(i)
        && !covered[i - 1]
        && scene.any(i - 1, &[Sense::Office, Sense::Rank, Sense::NotName]).is_none()
    {
        return None;
    }
    let initial = |n: usize| scene.tokens.raw(n).chars().count() == 1;
    let known = |n: usize| initial(n) || parts.words.get(scene.tokens.key(n)).is_some();
    let whole = people::name(scene, i).filter(|&to| to - i > 1 && !covered[i..to].contains(&true));
    if let Some(to) = whole
        && scene.proper(i)
        && (i..to).filter(|&n| scene.tokens.is_word(n)).all(known)
    {
        return Some(to);
    }
    let other = [
        Sense::Country,
        Sense::Demonym,
        Sense::NotName,
        Sense::Month,
        Sense::OrgKnown,
        Sense::Office,
        Sense::OfficeWord,
        Sense::Honorific,
        Sense::PlaceHead,
        Sense::OrgHead,
    ];
    let alone = parts.words.get(scene.tokens.key(i)).is_some_and(|number| parts.alone[number]);
    let next_is_name = scene.follows(i + 1) && scene.capital(i + 1) && !covered[i + 1];
    // "Plaza also met": a place does not.
    let plain = scene.any(i, &other).is_none() || around::speaks(scene, i + 1);
    (alone && plain && !next_is_name).then_some(i + 1)
}

/// Acronyms in brackets behind a name, with the number of the name.
fn acronyms(scene: &Scene, names: &[Candidate]) -> Index {
    let mut found = Index::default();
    for (n, name) in names.iter().enumerate() {
        if let Some(at) = acronym_of(scene, name) {
            found.first(scene.tokens.raw(at), n);
        }
    }
    found
}

/// The initials of the offices that are told: "EAM" is no body where there is an External
/// Affairs Minister.
fn offices(scene: &Scene, names: &[Candidate]) -> Index {
    let mut found = Index::default();
    for (from, to) in names.iter().filter_map(|name| name.role) {
        found.first(&initials(scene, from, to), from);
    }
    found
}

/// The first letters of the words with capitals in an office, but for nations and honorifics.
pub(crate) fn initials(scene: &Scene, from: usize, to: usize) -> String {
    let word = |i: &usize| {
        scene.tokens.is_word(*i)
            && scene.tokens.capital(*i)
            && scene.any(*i, &[Sense::Honorific, Sense::Rank]).is_none()
            && scene.nation(*i).is_none()
    };
    (from..to).filter(word).filter_map(|i| scene.tokens.raw(i).chars().next()).collect()
}

/// The token of the acronym that stands in brackets behind a name and is its own. Bodies
/// and agreements may have theirs in another language; a place is often followed by who
/// reports from there.
pub(super) fn acronym_of(scene: &Scene, name: &Candidate) -> Option<usize> {
    let at = acronym_after(scene, name.to)?;
    let foreign =
        matches!(name.kind, EntityKind::Organisation | EntityKind::Agreement | EntityKind::Event);
    (foreign || spells(scene, name, scene.tokens.raw(at))).then_some(at)
}

/// Whether the capitals of an acronym are first letters of the words of a name, in order.
fn spells(scene: &Scene, name: &Candidate, acronym: &str) -> bool {
    let first = |i| scene.tokens.key(i).chars().next();
    let mut initials = (name.from..name.to).filter_map(first);
    acronym.chars().filter(|c| c.is_uppercase()).all(|capital| {
        let letter = capital.to_lowercase().next();
        initials.any(|initial| Some(initial) == letter)
    })
}

/// The token of an acronym in brackets that opens at a token.
pub(super) fn acronym_after(scene: &Scene, i: usize) -> Option<usize> {
    let inside = i + 1;
    let closed = scene.tokens.is(i, '(') && scene.tokens.is(inside + 1, ')');
    (closed && is_acronym(scene, inside)).then_some(inside)
}

/// Mostly capitals, as "UNCLOS".
fn is_acronym(scene: &Scene, i: usize) -> bool {
    let raw = scene.tokens.raw(i);
    let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
    let letters = raw.chars().count();
    (2..=10).contains(&letters) && capitals * 2 > letters
}

/// An acronym that nothing explains: a body, as a guess.
fn stranger(scene: &Scene, i: usize) -> bool {
    let letters = scene.tokens.raw(i).chars().count();
    let before = i > 0 && scene.follows(i) && scene.capital(i - 1);
    let after = scene.follows(i + 1) && scene.capital(i + 1);
    let numbered = scene.tokens.glued(i + 1) && scene.tokens.figures(i + 1) > 0;
    let roman = scene.tokens.raw(i).chars().all(|c| "IVXLC".contains(c));
    (3..=6).contains(&letters)
        && scene.tokens.all_capitals(i)
        && !(before || after || numbered)
        && !roman
        && !scene.loud(i)
        && scene.all(i).is_empty()
        && !scene.tokens.glued(i)
}

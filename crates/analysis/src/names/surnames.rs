//! Surnames alone: "Kovac", "Mrs Kovac".

use super::candidate::Candidate;
use super::groups::Groups;
use super::merge::Traits;
use super::sex::Sex;
use crate::interner::Interner;
use entente_model::EntityKind;

/// Single words for people go together with themselves, or with whom the first of them was
/// found to be. Where one word is told of a woman and of a man, the form of address tells,
/// or the office; a plain "Kovac" is the one of them who is not told by a form of address.
pub(super) fn alone(
    names: &[Candidate],
    traits: &[Traits],
    addressed: &[Option<Sex>],
    shared: &Interner,
    groups: &mut Groups,
) {
    let people = || (0..names.len()).filter(|&n| names[n].kind == EntityKind::Person);
    let is_bare = |n: usize| addressed[n].is_none() && traits[n].is_word_of(shared);
    let mut seen = Interner::default();
    for n in people().filter(|&n| traits[n].words.len() == 1 && !is_bare(n)) {
        let word = &traits[n].words[0];
        let told = shared.get(word).map(|_| traits[n].told(names[n].kind, addressed[n]));
        groups.join(seen.first(told.as_ref().unwrap_or(word), n), n);
    }
    let unaddressed = unaddressed(names, traits, addressed, shared, groups);
    let mut in_office = vec![None; shared.len()];
    for n in people() {
        for word in traits[n].words.iter().filter_map(|word| shared.get(word)) {
            let office = names[n].role.and(in_office[word]);
            if is_bare(n)
                && let Some(before) = office.or(unaddressed[word])
            {
                groups.join(before, n);
            }
            in_office[word] = names[n].role.map(|_| n).or(in_office[word]);
        }
    }
}

/// Of each shared word, a mention of the only person with it who is never told by a form of
/// address and the word.
fn unaddressed(
    names: &[Candidate],
    traits: &[Traits],
    addressed: &[Option<Sex>],
    shared: &Interner,
    groups: &mut Groups,
) -> Vec<Option<usize>> {
    // "Sir Owen" tells nothing of "Starling".
    let key = |word: &str, root: usize| [word, " ", &root.to_string()].concat();
    let mut told = Interner::default();
    for n in (0..names.len()).filter(|&n| addressed[n].is_some() && traits[n].words.len() == 1) {
        told.first(&key(&traits[n].words[0], groups.root(n)), 0);
    }
    let mut found = vec![None; shared.len()];
    let mut several = vec![false; shared.len()];
    for n in (0..names.len()).filter(|&n| names[n].kind == EntityKind::Person) {
        let root = groups.root(n);
        let plain = |word: &&String| told.get(&key(word, root)).is_none();
        let words = traits[n].words.iter().filter(plain).filter_map(|word| shared.get(word));
        for word in words.filter(|_| !traits[n].is_word_of(shared)) {
            several[word] |= found[word].is_some_and(|other| other != root);
            found[word] = Some(root);
        }
    }
    let only = found.into_iter().zip(several);
    only.map(|(found, several)| found.filter(|_| !several)).collect()
}

/// Words that a form of address tells of a woman, and another mention of a man, or the
/// reverse, with numbers from 0 on.
pub(super) fn shared(
    names: &[Candidate],
    traits: &[Traits],
    addressed: &[Option<Sex>],
    groups: &Groups,
) -> Interner {
    let (mut words, mut told) = (Interner::default(), Vec::<[bool; 4]>::new());
    for n in (0..names.len()).filter(|&n| names[n].kind == EntityKind::Person) {
        for word in &traits[n].words {
            let number = words.first(word, told.len());
            told.resize(told.len().max(number + 1), [false; 4]);
            let by_address = addressed[n].filter(|_| traits[n].words.len() == 1);
            told[number][0] |= by_address == Some(Sex::Woman);
            told[number][1] |= by_address == Some(Sex::Man);
            told[number][2] |= groups.sexes[n] == Some(Sex::Man);
            told[number][3] |= groups.sexes[n] == Some(Sex::Woman);
        }
    }
    let both = |told: [bool; 4]| told[0] && told[2] || told[1] && told[3];
    let mut shared = Interner::default();
    for word in names.iter().zip(traits).flat_map(|(_, traits)| &traits.words) {
        if words.get(word).is_some_and(|number| both(told[number])) {
            shared.first(word, shared.len());
        }
    }
    shared
}

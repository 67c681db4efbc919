//! Surnames alone: "Kovac", "Mrs Kovac".

use super::candidate::Candidate;
use super::groups::Groups;
use super::merge::Traits;
use super::sex::Sex;
use crate::interner::Interner;
use entente_model::EntityKind;

/// Single words for people go together with themselves, or with whom the first of them was
/// found to be. Of a word that is told of a woman and of a man, the one told last is meant.
pub(super) fn alone(
    names: &[Candidate],
    traits: &[Traits],
    addressed: &[Option<Sex>],
    shared: &Interner,
    groups: &mut Groups,
) {
    let mut seen = Interner::default();
    let mut last = vec![[None; 2]; shared.len()];
    for n in (0..names.len()).filter(|&n| names[n].kind == EntityKind::Person) {
        let words = &traits[n].words;
        if let [word] = &words[..] {
            match (shared.get(word), addressed[n]) {
                (None, _) => groups.join(seen.first(word, n), n),
                (Some(_), Some(_)) => {
                    groups.join(seen.first(&traits[n].told(names[n].kind, addressed[n]), n), n);
                }
                // "Minister Kovac" is the last of them who has an office.
                (Some(word), None) => {
                    let [with_office, any] = last[word];
                    let office = names[n].role.and(with_office);
                    office.or(any).into_iter().for_each(|before| groups.join(before, n));
                }
            }
        }
        for word in words.iter().filter_map(|word| shared.get(word)) {
            let with_office = names[n].role.map(|_| n).or(last[word][0]);
            last[word] = [with_office, Some(n)];
        }
    }
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

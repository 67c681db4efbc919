//! Mentions that name one thing.
//!
//! A wrong join is worse than a missed one: where two things fit a short name equally,
//! it stays alone.

use super::again::acronym_of;
use super::authority::Authority;
use super::candidate::{Candidate, Known};
use super::scene::Scene;
use super::{NameEntity, NameKind};
use crate::lexicon::Sense;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The mentions of a text as entities, in the order of the first mention.
pub(crate) fn entities(
    scene: &Scene,
    names: &[Candidate],
    authority: &Authority,
    report: &str,
) -> Vec<NameEntity> {
    let mut spellings = BTreeMap::new();
    let traits: Vec<Traits> =
        names.iter().map(|name| Traits::of(scene, name, &mut spellings)).collect();
    let record = |(name, traits): (&Candidate, _)| authority.of(traits, name.kind, report);
    let mut groups = Groups::new(names.iter().zip(&traits).map(record).collect());
    groups.by_record();
    by_list(names, &mut groups);
    by_bracket(scene, names, &mut groups);
    let distinct = by_words(names, &traits, &mut groups);
    in_part(names, &traits, &distinct, &mut groups);
    alone(names, &traits, &mut groups);
    let mut numbers = BTreeMap::new();
    let mut entities: Vec<NameEntity> = Vec::new();
    let mut best: Vec<(usize, Option<Known>)> = Vec::new();
    let mut sides: Vec<BTreeMap<&str, usize>> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let number = *numbers.entry(groups.of(n)).or_insert(entities.len());
        if number == entities.len() {
            entities.push(NameEntity {
                kind: name.kind,
                name: String::new(),
                country: String::new(),
                key: None,
                record: groups.record(n),
                mentions: Vec::new(),
                roles: Vec::new(),
            });
            best.push((n, None));
            sides.push(BTreeMap::new());
        }
        entities[number].mentions.push(scene.tokens.cover(name.from, name.to));
        let role = name.role.map(|(from, to)| scene.tokens.cover(from, to));
        entities[number].roles.extend(role);
        if let Some(side) = name.role.and_then(|role| side(scene, role)) {
            *sides[number].entry(side).or_default() += 1;
        }
        if worth(scene, name) > worth(scene, &names[best[number].0]) {
            best[number].0 = n;
        }
        best[number].1 = best[number].1.or(name.known);
    }
    for ((entity, (n, known)), sides) in entities.iter_mut().zip(best).zip(sides) {
        let place = match known {
            Some(Known::Place(number)) => scene.world.of(number),
            _ => None,
        };
        let span = scene.tokens.cover(names[n].from, names[n].to);
        entity.key = key(scene, &names[n], &traits[n], known);
        let most = sides.values().max();
        let mut sides = sides.iter().filter(|side| Some(side.1) == most).map(|side| *side.0);
        let side = sides.next().filter(|_| sides.next().is_none());
        place.map_or(side.unwrap_or(""), |place| place.country).clone_into(&mut entity.country);
        entity.name = place.map_or_else(|| written(scene, span), |place| place.name.to_owned());
        if let Some(record) = entity.record.and_then(|number| authority.records().get(number)) {
            record.name.clone_into(&mut entity.name);
            if !record.country.is_empty() {
                record.country.clone_into(&mut entity.country);
            }
        }
    }
    entities
}

/// The country that the words of an office tell: "French Minister", "Minister of Defence of
/// Japan". What follows "to" is where somebody is sent.
fn side(scene: &Scene, (from, to): (usize, usize)) -> Option<&'static str> {
    let mut side = None;
    let mut i = from;
    while i < to && !scene.is(i, Sense::To) {
        let hit = scene.nation(i).filter(|hit| hit.next <= to);
        let country = hit.and_then(|hit| scene.world.of(hit.value)).map(|place| place.country);
        if country.is_some() && side.is_some() && side != country {
            return None;
        }
        side = side.or(country);
        i = hit.map_or(i + 1, |hit| hit.next);
    }
    side.filter(|country| !country.is_empty())
}

/// What a name is compared by across reports.
fn key(scene: &Scene, name: &Candidate, traits: &Traits, known: Option<Known>) -> Option<String> {
    let kind = name.kind.name();
    if let Some(known) = known {
        return Some(format!("{kind} {known:?}"));
    }
    let Traits { words, nations, number, .. } = traits.clone().comparable(name.kind);
    let own = |i: usize| scene.tokens.is_word(i) && scene.capital(i) && !is_common(scene, i);
    let particular = match name.kind {
        NameKind::Person => words.len() > 1,
        NameKind::Place => true,
        _ => !nations.is_empty() || (name.from..name.to).any(own),
    };
    let number = number.map_or(String::new(), |number| number.to_string());
    particular.then(|| format!("{kind} {} {nations:?} {number}", words.join(" ")))
}

/// Whether a word is one of the genre, which tells no body or paper from another.
fn is_common(scene: &Scene, i: usize) -> bool {
    let senses = [
        Sense::OfficeWord,
        Sense::OrgHead,
        Sense::AgreementHead,
        Sense::AgreementMod,
        Sense::EventHead,
        Sense::EventMod,
        Sense::NotName,
        Sense::Ordinal,
    ];
    scene.any(i, &senses).is_some()
        || senses.iter().any(|&sense| scene.before(i + 1, sense).is_some())
}

/// The fullest name is the best: more words, small letters, diacritics.
fn worth(scene: &Scene, name: &Candidate) -> (usize, bool, bool) {
    let span = scene.tokens.cover(name.from, name.to);
    let text = span.of(scene.tokens.text);
    let small = text.chars().any(char::is_lowercase);
    (name.to - name.from, small, !text.is_ascii())
}

/// A name on one line.
fn written(scene: &Scene, span: Span) -> String {
    span.of(scene.tokens.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sets of mentions that were found to be one.
struct Groups {
    /// Of each mention another of its set, or itself.
    next: Vec<usize>,
    /// Of the first mention of a set, its authority record.
    records: Vec<Option<usize>>,
}

impl Groups {
    fn new(records: Vec<Option<usize>>) -> Self {
        Self { next: (0..records.len()).collect(), records }
    }

    /// Joins what belongs to one authority record.
    fn by_record(&mut self) {
        let mut seen = BTreeMap::new();
        for n in 0..self.next.len() {
            if let Some(record) = self.records[n] {
                let first = *seen.entry(record).or_insert(n);
                self.join(first, n);
            }
        }
    }

    /// The first mention of the set.
    fn of(&mut self, n: usize) -> usize {
        let mut root = n;
        while self.next[root] != root {
            root = self.next[root];
        }
        let mut at = n;
        while self.next[at] != root {
            at = std::mem::replace(&mut self.next[at], root);
        }
        root
    }

    /// The authority record of the set.
    fn record(&mut self, n: usize) -> Option<usize> {
        let first = self.of(n);
        self.records[first]
    }

    /// Makes two sets one, unless they belong to two records.
    fn join(&mut self, a: usize, b: usize) {
        let (first, other) = (self.of(a).min(self.of(b)), self.of(a).max(self.of(b)));
        let (one, two) = (self.records[first], self.records[other]);
        if one.is_none() || two.is_none() || one == two {
            self.next[other] = first;
            self.records[first] = one.or(two);
        }
    }
}

/// What counts of a name when it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Traits {
    /// What is compared with this; set by [`Traits::comparable`].
    kind: NameKind,
    /// Words that count, folded, in order.
    words: Vec<String>,
    /// Nations, by their number in the gazetteer.
    nations: BTreeSet<i32>,
    /// The number: "third" is 3.
    number: Option<i32>,
    /// How many of the words stand before the end of the head.
    head: usize,
}

impl Traits {
    /// What two names of a thing have in common: of a person in any order of the words.
    pub(super) fn comparable(mut self, kind: NameKind) -> Self {
        self.kind = kind;
        self.head = 0;
        if kind == NameKind::Person {
            self.words.sort();
        }
        self
    }

    pub(super) fn of<'s>(
        scene: &'s Scene,
        name: &Candidate,
        spellings: &mut BTreeMap<&'s str, String>,
    ) -> Self {
        let mut spelt = |key| spellings.entry(key).or_insert_with(|| spelt(key)).clone();
        let mut traits = Self::default();
        let heads: &[Sense] = match name.kind {
            NameKind::Agreement => &[Sense::AgreementHead],
            NameKind::Event => &[Sense::EventHead],
            _ => &[],
        };
        let mut i = name.from;
        while i < name.to {
            let nation =
                scene.nation(i).filter(|hit| hit.next <= name.to && name.kind != NameKind::Person);
            if let Some(hit) = nation.filter(|_| name.kind != NameKind::Place) {
                traits.nations.insert(hit.value);
                i = hit.next;
                continue;
            }
            if let Some(hit) = scene.at(i, Sense::Ordinal).filter(|_| name.kind == NameKind::Event)
            {
                traits.number = Some(hit.value);
                i = hit.next;
                continue;
            }
            if scene.tokens.figures(i) > 0 {
                if scene.is(i + 1, Sense::Suffix) {
                    traits.number = scene.tokens.number(i).and_then(|n| i32::try_from(n).ok());
                    i += 2;
                    continue;
                }
                traits.words.push(scene.tokens.raw(i).to_owned());
            } else if scene.tokens.is_word(i) && !is_small(scene, i) && scene.tokens.raw(i) != "s" {
                traits.words.push(spelt(scene.tokens.key(i)));
            }
            if traits.head == 0 && scene.any(i, heads).is_some_and(|found| found.1.next <= name.to)
            {
                let next = scene.any(i, heads).map_or(i + 1, |found| found.1.next);
                for at in i + 1..next {
                    if scene.tokens.is_word(at) && !is_small(scene, at) {
                        traits.words.push(spelt(scene.tokens.key(at)));
                    }
                }
                traits.head = traits.words.len();
                i = next;
                continue;
            }
            i += 1;
        }
        if traits.head == 0 {
            traits.head = traits.words.len();
        }
        traits
    }
}

/// "of", "the", "and": no part of what is compared.
fn is_small(scene: &Scene, i: usize) -> bool {
    !scene.tokens.capital(i)
        && scene.any(i, &[Sense::Of, Sense::The, Sense::And, Sense::AgreementLink]).is_some()
}

/// One spelling for words that have two.
fn spelt(key: &str) -> String {
    entente_text::variants(key).into_iter().chain([key.to_owned()]).min().unwrap_or_default()
}

fn by_list(names: &[Candidate], groups: &mut Groups) {
    let mut seen = BTreeMap::new();
    for (n, name) in names.iter().enumerate() {
        if let Some(known) = name.known {
            let first = *seen.entry((name.kind, known)).or_insert(n);
            groups.join(first, n);
        }
    }
}

/// "Association of Southeast Asian Nations (ASEAN)".
fn by_bracket(scene: &Scene, names: &[Candidate], groups: &mut Groups) {
    let mut acronyms = BTreeMap::new();
    for (n, name) in names.iter().enumerate() {
        if let Some(at) = acronym_of(scene, name) {
            acronyms.entry((name.kind, scene.tokens.raw(at))).or_insert(n);
        }
    }
    for (n, name) in names.iter().enumerate() {
        let word = scene.tokens.raw(name.from);
        if let Some(&first) = acronyms.get(&(name.kind, word)).filter(|_| name.to == name.from + 1)
        {
            groups.join(first, n);
        }
    }
}

/// Joins names that are the same but for case, diacritics, spelling and, of people, order;
/// gives one mention of each that differs.
fn by_words(names: &[Candidate], traits: &[Traits], groups: &mut Groups) -> Vec<usize> {
    let mut seen = BTreeMap::new();
    for (n, name) in names.iter().enumerate() {
        let first = *seen.entry(traits[n].clone().comparable(name.kind)).or_insert(n);
        if name.kind != NameKind::Person || traits[n].words.len() > 1 {
            groups.join(first, n);
        }
    }
    let mut distinct: Vec<usize> = seen.into_values().collect();
    distinct.sort_unstable();
    distinct
}

/// As many names with a word in common are compared; what is commoner tells nothing apart.
const COMPARED: usize = 200;

/// Short forms: what is said fits one fuller name and no other.
fn in_part(names: &[Candidate], traits: &[Traits], distinct: &[usize], groups: &mut Groups) {
    let mut by_word = BTreeMap::<(NameKind, &str), Vec<usize>>::new();
    for &n in distinct {
        for word in BTreeSet::from_iter(&traits[n].words) {
            by_word.entry((names[n].kind, word)).or_default().push(n);
        }
    }
    // Longer names first: "Khalid bin Salman" may be part of a fuller one.
    let mut order = distinct.to_vec();
    order.sort_by_key(|&n| (usize::MAX - traits[n].words.len() - traits[n].nations.len(), n));
    let mut fits = BTreeSet::new();
    for &n in &order {
        let Some(word) = traits[n].words.first() else { continue };
        let others = by_word.get(&(names[n].kind, word.as_str())).map_or(&[][..], Vec::as_slice);
        if others.len() > COMPARED {
            continue;
        }
        fits.clear();
        for &other in
            others.iter().filter(|&&other| is_part(&traits[n], &traits[other], names[n].kind))
        {
            fits.insert(groups.of(other));
        }
        fits.remove(&groups.of(n));
        if let (1, Some(&only)) = (fits.len(), fits.first()) {
            groups.join(only, n);
        }
    }
}

/// Single words for people go together with themselves, or with whom the first of them was
/// found to be.
fn alone(names: &[Candidate], traits: &[Traits], groups: &mut Groups) {
    let mut seen = BTreeMap::new();
    for n in 0..names.len() {
        if names[n].kind == NameKind::Person && traits[n].words.len() == 1 {
            let first = *seen.entry(&traits[n].words[0]).or_insert(n);
            groups.join(first, n);
        }
    }
}

/// Whether a name says less than another and nothing else.
fn is_part(short: &Traits, full: &Traits, kind: NameKind) -> bool {
    if kind == NameKind::Person {
        return short.words.len() < full.words.len()
            && short.words.iter().all(|word| full.words.contains(word));
    }
    let nations = short.nations.is_subset(&full.nations);
    let number = short.number.is_none() || short.number == full.number;
    let less = short.words.len() < full.words.len()
        || short.nations.len() < full.nations.len()
        || short.number != full.number;
    if !(nations && number && less) {
        return false;
    }
    if matches!(kind, NameKind::Organisation | NameKind::Place) {
        return short.words == full.words;
    }
    // The same head with the same modifiers; what it is about may be left out.
    let (modifiers, about) = short.words.split_at(short.head.min(short.words.len()));
    let (full_modifiers, full_about) = full.words.split_at(full.head.min(full.words.len()));
    modifiers == full_modifiers && about.iter().all(|word| full_about.contains(word))
}

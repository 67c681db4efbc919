//! Mentions that name one thing.
//!
//! A wrong join is worse than a missed one: where two things fit a short name equally,
//! it stays alone.

use super::NameEntity;
use super::annotated::AnnotatedTokens;
use super::authority::Authority;
use super::candidate::{Candidate, Known};
use super::short_forms::acronym_of;
use crate::interner::Interner;
use crate::lexicon::WordClass;
use crate::span::Span;
use entente_model::EntityKind;

/// The mentions of a text as entities, in the order of the first mention.
pub(crate) fn entities(
    annotated: &AnnotatedTokens,
    names: &[Candidate],
    authority: &Authority,
    report: &str,
) -> Vec<NameEntity> {
    let mut spellings = Spellings::default();
    let traits: Vec<Traits> =
        names.iter().map(|name| Traits::new(annotated, name, &mut spellings)).collect();
    let record = |(name, traits): (&Candidate, _)| authority.record_of(traits, name.kind, report);
    let mut groups = Groups::new(names.iter().zip(&traits).map(record).collect());
    groups.by_record(authority.records().len());
    by_list(names, &mut groups);
    by_bracket(annotated, names, &mut groups);
    let distinct = by_words(names, &traits, &mut groups);
    in_part(names, &traits, &distinct, annotated, &mut groups);
    alone(names, &traits, &mut groups);
    // Of the first mention of each set, the number of its entity.
    let mut numbers = vec![usize::MAX; names.len()];
    let mut entities: Vec<NameEntity> = Vec::new();
    let mut best: Vec<(usize, Option<Known>)> = Vec::new();
    let mut sides: Vec<Vec<&str>> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let first = groups.root(n);
        numbers[first] = numbers[first].min(entities.len());
        let number = numbers[first];
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
            sides.push(Vec::new());
        }
        entities[number].mentions.push(annotated.tokens.cover(name.from, name.to));
        let role = name.role.map(|(from, to)| annotated.tokens.cover(from, to));
        entities[number].roles.extend(role);
        sides[number].extend(name.role.and_then(|role| side(annotated, role)));
        if worth(annotated, name) > worth(annotated, &names[best[number].0]) {
            best[number].0 = n;
        }
        best[number].1 = best[number].1.or(name.known);
    }
    for ((entity, (n, known)), sides) in entities.iter_mut().zip(best).zip(sides) {
        let place = match known {
            Some(Known::Place(number)) => annotated.world.get(number),
            _ => None,
        };
        let span = annotated.tokens.cover(names[n].from, names[n].to);
        entity.key = key(annotated, &names[n], &traits[n], known);
        let country = place.map_or_else(|| most_told(&sides), |place| place.country);
        country.clone_into(&mut entity.country);
        entity.name = place.map_or_else(|| written(annotated, span), |place| place.name.to_owned());
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
fn side(annotated: &AnnotatedTokens, (from, to): (usize, usize)) -> Option<&'static str> {
    let mut side = None;
    let mut i = from;
    while i < to && !annotated.is(i, WordClass::To) {
        let hit = annotated.nation(i).filter(|hit| hit.next <= to);
        let country = hit.and_then(|hit| annotated.world.get(hit.value)).map(|place| place.country);
        if country.is_some() && side.is_some() && side != country {
            return None;
        }
        side = side.or(country);
        i = hit.map_or(i + 1, |hit| hit.next);
    }
    side.filter(|country| !country.is_empty())
}

/// The side that is told most often; none where two are told alike.
fn most_told<'s>(sides: &[&'s str]) -> &'s str {
    let count = |side: &str| sides.iter().filter(|other| **other == side).count();
    let most = sides.iter().copied().max_by_key(|side| count(side)).unwrap_or_default();
    let alone = sides.iter().all(|side| *side == most || count(side) < count(most));
    if alone { most } else { "" }
}

/// What a name is compared by across reports.
fn key(
    annotated: &AnnotatedTokens,
    name: &Candidate,
    traits: &Traits,
    known: Option<Known>,
) -> Option<String> {
    if let Some(known) = known {
        return Some(known.key(name.kind));
    }
    let Traits { words, nations, .. } = traits;
    let own =
        |i: usize| annotated.tokens.is_word(i) && annotated.capital(i) && !is_common(annotated, i);
    let particular = match name.kind {
        EntityKind::Person => words.len() > 1,
        EntityKind::Place => true,
        _ => !nations.is_empty() || (name.from..name.to).any(own),
    };
    particular.then(|| traits.comparable(name.kind))
}

/// Whether a word is one of the genre, which tells no body or paper from another.
fn is_common(annotated: &AnnotatedTokens, i: usize) -> bool {
    let senses = [
        WordClass::OfficeWord,
        WordClass::OrgHead,
        WordClass::AgreementHead,
        WordClass::AgreementMod,
        WordClass::EventHead,
        WordClass::EventMod,
        WordClass::NotName,
        WordClass::Ordinal,
    ];
    annotated.any(i, &senses).is_some()
        || senses.iter().any(|&sense| annotated.before(i + 1, sense).is_some())
}

/// The fullest name is the best: more words, small letters, diacritics.
fn worth(annotated: &AnnotatedTokens, name: &Candidate) -> (usize, bool, bool) {
    let span = annotated.tokens.cover(name.from, name.to);
    let text = span.of(annotated.tokens.text);
    let small = text.chars().any(char::is_lowercase);
    (name.to - name.from, small, !text.is_ascii())
}

/// A name on one line.
fn written(annotated: &AnnotatedTokens, span: Span) -> String {
    span.of(annotated.tokens.text).split_whitespace().collect::<Vec<_>>().join(" ")
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
    fn by_record(&mut self, records: usize) {
        let mut first = vec![usize::MAX; records];
        for n in 0..self.next.len() {
            if let Some(record) = self.records[n] {
                first[record] = first[record].min(n);
                self.join(first[record], n);
            }
        }
    }

    /// The first mention of the set.
    fn root(&mut self, n: usize) -> usize {
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
        let first = self.root(n);
        self.records[first]
    }

    /// Makes two sets one, unless they belong to two records.
    fn join(&mut self, a: usize, b: usize) {
        let (first, other) = (self.root(a).min(self.root(b)), self.root(a).max(self.root(b)));
        let (one, two) = (self.records[first], self.records[other]);
        if one.is_none() || two.is_none() || one == two {
            self.next[other] = first;
            self.records[first] = one.or(two);
        }
    }
}

/// What counts of a name when it is compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Traits {
    /// Words that count, folded, in order.
    words: Vec<String>,
    /// Nations, by their number in the gazetteer, in order.
    nations: Vec<i32>,
    /// The number: "third" is 3.
    number: Option<i32>,
    /// How many of the words stand before the end of the head.
    head: usize,
}

impl Traits {
    /// What two names of a thing have in common: of a person in any order of the words.
    pub(super) fn comparable(&self, kind: EntityKind) -> String {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        if kind == EntityKind::Person {
            words.sort_unstable();
        }
        let nations: Vec<String> = self.nations.iter().map(i32::to_string).collect();
        let number = self.number.map_or(String::new(), |number| number.to_string());
        [kind.as_str(), &words.join(" "), &nations.join(","), &number].join("/")
    }

    pub(super) fn new(
        annotated: &AnnotatedTokens,
        name: &Candidate,
        spellings: &mut Spellings,
    ) -> Self {
        let mut traits = Self::default();
        let heads: &[WordClass] = match name.kind {
            EntityKind::Agreement => &[WordClass::AgreementHead],
            EntityKind::Event => &[WordClass::EventHead],
            _ => &[],
        };
        let mut i = name.from;
        while i < name.to {
            let nation = annotated
                .nation(i)
                .filter(|hit| hit.next <= name.to && name.kind != EntityKind::Person);
            if let Some(hit) = nation.filter(|_| name.kind != EntityKind::Place) {
                if let Err(place) = traits.nations.binary_search(&hit.value) {
                    traits.nations.insert(place, hit.value);
                }
                i = hit.next;
                continue;
            }
            if let Some(hit) =
                annotated.at(i, WordClass::Ordinal).filter(|_| name.kind == EntityKind::Event)
            {
                traits.number = Some(hit.value);
                i = hit.next;
                continue;
            }
            if annotated.tokens.figures(i) > 0 {
                if annotated.is(i + 1, WordClass::Suffix) {
                    traits.number = annotated.tokens.number(i).and_then(|n| i32::try_from(n).ok());
                    i += 2;
                    continue;
                }
                traits.words.push(annotated.tokens.raw(i).to_owned());
            } else if annotated.tokens.is_word(i)
                && !is_small(annotated, i)
                && !annotated.owner_mark(i)
            {
                traits.words.push(spellings.canonical(annotated.tokens.key(i)));
            }
            if traits.head == 0
                && annotated.any(i, heads).is_some_and(|found| found.1.next <= name.to)
            {
                let next = annotated.any(i, heads).map_or(i + 1, |found| found.1.next);
                for at in i + 1..next {
                    if annotated.tokens.is_word(at) && !is_small(annotated, at) {
                        traits.words.push(spellings.canonical(annotated.tokens.key(at)));
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
fn is_small(annotated: &AnnotatedTokens, i: usize) -> bool {
    !annotated.tokens.capital(i)
        && annotated
            .any(i, &[WordClass::Of, WordClass::The, WordClass::And, WordClass::AgreementLink])
            .is_some()
}

/// One spelling for words that have two, worked out once a word.
#[derive(Default)]
pub(super) struct Spellings {
    words: Interner,
    spelt: Vec<String>,
}

impl Spellings {
    fn canonical(&mut self, key: &str) -> String {
        let number = self.words.first(key, self.spelt.len());
        if number == self.spelt.len() {
            let all = entente_text::variants(key).into_iter().chain([key.to_owned()]);
            self.spelt.push(all.min().unwrap_or_default());
        }
        self.spelt[number].clone()
    }
}

fn by_list(names: &[Candidate], groups: &mut Groups) {
    let mut seen = Interner::default();
    for (n, name) in names.iter().enumerate() {
        if let Some(known) = name.known {
            let first = seen.first(&known.key(name.kind), n);
            groups.join(first, n);
        }
    }
}

/// "Association of Southeast Asian Nations (ASEAN)".
fn by_bracket(annotated: &AnnotatedTokens, names: &[Candidate], groups: &mut Groups) {
    let key =
        |name: &Candidate, at: usize| [name.kind.as_str(), " ", annotated.tokens.raw(at)].concat();
    let mut acronyms = Interner::default();
    for (n, name) in names.iter().enumerate() {
        if let Some(at) = acronym_of(annotated, name) {
            acronyms.first(&key(name, at), n);
        }
    }
    for (n, name) in names.iter().enumerate() {
        let first = acronyms.get(&key(name, name.from)).filter(|_| name.to == name.from + 1);
        if let Some(first) = first {
            groups.join(first, n);
        }
    }
}

/// Joins names that are the same but for case, diacritics, spelling and, of people, order;
/// gives one mention of each that differs.
fn by_words(names: &[Candidate], traits: &[Traits], groups: &mut Groups) -> Vec<usize> {
    let mut seen = Interner::default();
    let mut distinct = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let first = seen.first(&traits[n].comparable(name.kind), n);
        if first == n {
            distinct.push(n);
        }
        if name.kind != EntityKind::Person || traits[n].words.len() > 1 {
            groups.join(first, n);
        }
    }
    distinct
}

/// As many names with a word in common are compared; what is commoner tells nothing apart.
const COMPARED: usize = 200;

/// Short forms: what is said fits one fuller name and no other.
fn in_part(
    names: &[Candidate],
    traits: &[Traits],
    distinct: &[usize],
    annotated: &AnnotatedTokens,
    groups: &mut Groups,
) {
    let key = |n: usize, word: &str| [names[n].kind.as_str(), " ", word].concat();
    let (mut by_word, mut having) = (Interner::default(), Vec::<Vec<usize>>::new());
    for &n in distinct {
        for word in &traits[n].words {
            let number = by_word.first(&key(n, word), having.len());
            having.resize_with(having.len().max(number + 1), Vec::new);
            if having[number].last() != Some(&n) {
                having[number].push(n);
            }
        }
    }
    // Longer names first: "Khalid bin Salman" may be part of a fuller one.
    let mut order = distinct.to_vec();
    order.sort_by_key(|&n| (usize::MAX - traits[n].words.len() - traits[n].nations.len(), n));
    let mut fits: Vec<usize> = Vec::new();
    for &n in &order {
        let Some(word) = traits[n].words.first() else { continue };
        let others = by_word.get(&key(n, word)).map_or(&[][..], |number| &having[number]);
        if others.len() > COMPARED {
            continue;
        }
        fits.clear();
        for &other in others {
            let group = groups.root(other);
            let new = group != groups.root(n) && !fits.contains(&group);
            let foreign = names[n].kind == EntityKind::Organisation
                && traits[n].nations != traits[other].nations
                && is_foreign(annotated, &traits[other], group > n);
            if new && !foreign && is_part(&traits[n], &traits[other], names[n].kind) {
                fits.push(group);
            }
        }
        if let [only] = fits[..] {
            groups.join(only, n);
        }
    }
}

/// Whether a body, where nations stand behind, is another than one of the same words without its
/// nation: reports name the bodies of their own country so. Where the language tells no country,
/// only what was named before can be meant.
fn is_foreign(annotated: &AnnotatedTokens, full: &Traits, later: bool) -> bool {
    annotated.postposed
        && match annotated.home {
            Some(home) => full.nations != [home],
            None => later,
        }
}

/// Single words for people go together with themselves, or with whom the first of them was
/// found to be.
fn alone(names: &[Candidate], traits: &[Traits], groups: &mut Groups) {
    let mut seen = Interner::default();
    for n in 0..names.len() {
        if names[n].kind == EntityKind::Person && traits[n].words.len() == 1 {
            let first = seen.first(&traits[n].words[0], n);
            groups.join(first, n);
        }
    }
}

/// Whether a name says less than another and nothing else.
fn is_part(short: &Traits, full: &Traits, kind: EntityKind) -> bool {
    if kind == EntityKind::Person {
        return short.words.len() < full.words.len()
            && short.words.iter().all(|word| full.words.contains(word));
    }
    let nations = short.nations.iter().all(|nation| full.nations.contains(nation));
    let number = short.number.is_none() || short.number == full.number;
    let less = short.words.len() < full.words.len()
        || short.nations.len() < full.nations.len()
        || short.number != full.number;
    if !(nations && number && less) {
        return false;
    }
    if matches!(kind, EntityKind::Organisation | EntityKind::Place) {
        return short.words == full.words;
    }
    // The same head with the same modifiers; what it is about may be left out.
    let (modifiers, about) = short.words.split_at(short.head.min(short.words.len()));
    let (full_modifiers, full_about) = full.words.split_at(full.head.min(full.words.len()));
    modifiers == full_modifiers && about.iter().all(|word| full_about.contains(word))
}

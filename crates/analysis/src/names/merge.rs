//! Mentions that name one thing.
//!
//! A wrong join is worse than a missed one: where two things fit a short name equally,
//! it stays alone.

use super::NameEntity;
use super::annotated::AnnotatedTokens;
use super::authority::Authority;
use super::candidate::{Candidate, Known};
use super::groups::Groups;
use super::sex::{self, Sex};
use super::short_forms::acronym_of;
use super::sides::{most_told, origin, side};
use super::surnames::{alone, shared};
use crate::casing;
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
    let addressed: Vec<Option<Sex>> =
        names.iter().map(|name| sex::addressed(annotated, name)).collect();
    for (n, &addressed) in addressed.iter().enumerate() {
        let full = || sex::named(annotated, names, n).filter(|_| traits[n].words.len() > 1);
        groups.sexes[n] = addressed.or_else(full);
    }
    by_list(names, &mut groups);
    by_bracket(annotated, names, &mut groups);
    let shared = shared(names, &traits, &addressed, &groups);
    let distinct = by_words(names, &traits, &addressed, &mut groups);
    let bare = |&n: &usize| addressed[n].is_none() && traits[n].is_word_of(&shared);
    let clear: Vec<usize> = distinct.into_iter().filter(|n| !bare(n)).collect();
    in_part(names, &traits, &clear, annotated, &mut groups);
    alone(names, &traits, &addressed, &shared, &mut groups);
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
                sex: None,
            });
            best.push((n, None));
            sides.push(Vec::new());
        }
        entities[number].mentions.push(annotated.tokens.cover(name.from, name.to));
        let roles = || name.role.into_iter().chain(name.role_behind);
        let spans = roles().map(|(from, to)| annotated.tokens.cover(from, to));
        entities[number].roles.extend(spans);
        // A form of address tells more than a given name.
        let sex = &mut entities[number].sex;
        *sex = addressed[n].or(*sex).or(groups.sexes[n]);
        sides[number].extend(roles().filter_map(|role| side(annotated, role)));
        sides[number].extend(origin(annotated, name));
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
        let label = entity.kind == EntityKind::Person && is_label(annotated, &names[n]);
        entity.key = key(annotated, &names[n], &traits[n], known);
        let country = place.map_or_else(|| most_told(&sides), |place| place.country);
        country.clone_into(&mut entity.country);
        entity.name = place.map_or_else(|| written(annotated, span), |place| place.name.to_owned());
        if label {
            entity.name = casing::name(&entity.name);
        }
        if let Some(record) = entity.record.and_then(|number| authority.records().get(number)) {
            record.name.clone_into(&mut entity.name);
            if !record.country.is_empty() {
                record.country.clone_into(&mut entity.country);
            }
        }
    }
    entities
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

/// Whether the capitals of a name tell nothing of it: it has several words, or those before
/// it are in capitals, too ("MR. O'BRIEN:", "SECRETARY PRYCE SPEAKS").
fn is_label(annotated: &AnnotatedTokens, name: &Candidate) -> bool {
    if name.to > name.from + 1 && (name.from..name.to).all(|i| annotated.tokens.all_capitals(i)) {
        return true;
    }
    let stop = name.from - usize::from(name.from > 0 && annotated.tokens.is(name.from - 1, '.'));
    let loud = |i: usize| annotated.tokens.all_capitals(i) && annotated.tokens.raw(i).len() > 1;
    stop > 0 && annotated.follows(stop) && loud(stop - 1) && (name.from..name.to).any(loud)
}

/// A name on one line.
fn written(annotated: &AnnotatedTokens, span: Span) -> String {
    span.of(annotated.tokens.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What counts of a name when it is compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Traits {
    /// Words that count, folded, in order.
    pub(super) words: Vec<String>,
    /// Nations, by their number in the gazetteer, in order.
    nations: Vec<i32>,
    /// The number: "third" is 3.
    number: Option<i32>,
    /// How many of the words stand before the end of the head.
    head: usize,
    /// Of a person, the words that name a father, by their places.
    fathers: Vec<usize>,
    /// The last word of the office that is told of a person.
    office: Option<String>,
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

    /// Whether it is one of these words and nothing else.
    pub(super) fn is_word_of(&self, words: &Interner) -> bool {
        matches!(&self.words[..], [word] if words.get(word).is_some())
    }

    /// What is comparable, with the form of address where a name is one word: "Mrs Kovac" and
    /// "Mr Kovac" have nothing more in common.
    pub(super) fn told(&self, kind: EntityKind, addressed: Option<Sex>) -> String {
        let comparable = self.comparable(kind);
        match addressed.filter(|_| kind == EntityKind::Person && self.words.len() == 1) {
            Some(Sex::Woman) => comparable + "/woman",
            Some(Sex::Man) => comparable + "/man",
            None => comparable,
        }
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
        traits.office = office(annotated, name);
        let mut i = name.from;
        while i < name.to {
            let father = i > name.from && annotated.before(i, WordClass::Father).is_some();
            if father && name.kind == EntityKind::Person {
                traits.fathers.push(traits.words.len());
            }
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

/// The last word of the last office that the words before a name tell.
fn office(annotated: &AnnotatedTokens, name: &Candidate) -> Option<String> {
    let (from, to) = name.role?;
    let (_, hit) = (from..to).rev().find_map(|at| {
        Some((at, annotated.at(at, WordClass::Office).filter(|hit| hit.next <= to)?))
    })?;
    Some(annotated.tokens.key(hit.next - 1).to_owned())
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
fn by_words(
    names: &[Candidate],
    traits: &[Traits],
    addressed: &[Option<Sex>],
    groups: &mut Groups,
) -> Vec<usize> {
    let mut seen = Interner::default();
    let mut distinct = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let first = seen.first(&traits[n].told(name.kind, addressed[n]), n);
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
        let mut of_office: Vec<usize> = Vec::new();
        for &other in others {
            let group = groups.root(other);
            let new = group != groups.root(n) && !fits.contains(&group);
            let foreign = names[n].kind == EntityKind::Organisation
                && traits[n].nations != traits[other].nations
                && is_foreign(annotated, &traits[other], group > n);
            let fit = new && !foreign && groups.agree(group, n);
            if fit && is_part(&traits[n], &traits[other], names[n].kind) {
                fits.push(group);
                if traits[n].office.is_some() && traits[n].office == traits[other].office {
                    of_office.push(group);
                }
            }
        }
        // "King Abdullah" is Abdullah the king and not Faisal bin Abdullah.
        match (&fits[..], &of_office[..]) {
            (&[only], _) | (_, &[only]) => groups.join(only, n),
            _ => {}
        }
    }
}

/// Whether a short form is rather the name of a father: "Salman bin Abdulaziz" of "Mohammed
/// bin Salman bin Abdulaziz". One word alone may be either, and the office tells.
fn is_father(short: &Traits, full: &Traits) -> bool {
    let Some(place) =
        short.words.first().and_then(|first| full.words.iter().position(|word| word == first))
    else {
        return false;
    };
    let other_office =
        short.office.is_some() && full.office.is_some() && short.office != full.office;
    full.fathers.contains(&place) && (short.words.len() > 1 || other_office)
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

/// Whether a name says less than another and nothing else.
fn is_part(short: &Traits, full: &Traits, kind: EntityKind) -> bool {
    if kind == EntityKind::Person {
        return short.words.len() < full.words.len()
            && short.words.iter().all(|word| full.words.contains(word))
            && !is_father(short, full);
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

//! Names that somebody has reviewed: the authority records of a corpus.
//!
//! They help twice. What a record names is found wherever its words stand, also where no
//! rule would see a name; and a name that a rule has found belongs to the record of which
//! it has the words, whatever its diacritics, spelling, nations in either order or, of a
//! person, order. Nothing depends on them: without records the rules stand alone.

use super::annotated::AnnotatedTokens;
use super::candidate::Candidate;
use super::merge::{Spellings, Traits};
use crate::interner::Interner;
use crate::lexicon::lexicons;
use crate::tokens::{DASHES, Tokens};
use entente_model::EntityKind;

/// The weight of a name that a record has.
const SURE: u8 = 9;

/// Somebody or something, with the names under which reports know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityRecord {
    /// What it is.
    pub kind: EntityKind,
    /// What the publisher of the corpus calls it in addresses.
    pub id: String,
    /// The name that stands for all others.
    pub name: String,
    /// The country that it is in, of or from, as ISO 3166-1 alpha-2; may be empty.
    pub country: String,
    /// All its names; whether `name` is one of them is up to the maker of the record.
    pub variants: Vec<Variant>,
}

/// A name of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// As it is written.
    pub text: String,
    /// The id of the only report in which it means this: "Ministry of Defence" says in one
    /// report whose it is, and in no other.
    pub only_in: Option<String>,
}

/// Two records that claim one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The number of the later record, and of its variant.
    pub record: (usize, usize),
    /// The number of the earlier record.
    pub other: usize,
}

/// The records of a corpus, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Authority {
    records: Vec<AuthorityRecord>,
    clashes: Vec<Clash>,
    wordless: Vec<(usize, usize)>,
    /// The first record that has a name of these traits, by traits and scope.
    by_traits: Interner,
    first: Vec<usize>,
    /// How many words the variants have that begin with a word, the most first.
    by_word: Interner,
    lengths: Vec<Vec<usize>>,
    /// Variants by their words and scope; those that differ only in their record once.
    by_words: Interner,
    phrases: Vec<Vec<Phrase>>,
}

/// How a text must write the words of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    kind: EntityKind,
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    capital: bool,
    /// A short acronym, lest "UN" be found in "Kim Jong Un".
    capitals: bool,
    plain: bool,
}

impl Authority {
    /// Makes records ready to be looked up.
    pub fn new(records: Vec<AuthorityRecord>) -> Self {
        let mut authority = Self::default();
        let mut spellings = Spellings::default();
        for (number, record) in records.iter().enumerate() {
            for (n, variant) in record.variants.iter().enumerate() {
                authority.add((number, n), record.kind, variant, &mut spellings);
            }
        }
        for lengths in &mut authority.lengths {
            lengths.sort_unstable_by(|a, b| b.cmp(a));
        }
        authority.records = records;
        authority
    }

    fn add(
        &mut self,
        (record, variant): (usize, usize),
        kind: EntityKind,
        name: &Variant,
        spellings: &mut Spellings,
    ) {
        let tokens = Tokens::read(&name.text);
        let spelt = |&i: &usize| tokens.is_word(i) || tokens.figures(i) > 0;
        let places: Vec<usize> = (0..tokens.len()).filter(spelt).collect();
        let Some(&first) = places.first() else {
            self.wordless.push((record, variant));
            return;
        };
        let scope = name.only_in.as_deref();
        // A report in any language may have the name; what counts of it depends on the language.
        let mut seen: Vec<String> = Vec::new();
        for lexicon in lexicons() {
            let annotated = AnnotatedTokens::new(&tokens, lexicon, &[], std::iter::empty());
            let whole = Candidate::new(kind, 0, tokens.len(), SURE);
            let traits = Traits::new(&annotated, &whole, spellings).comparable(kind);
            if seen.contains(&traits) {
                continue;
            }
            let number = self.by_traits.first(&scoped(&traits, scope), self.first.len());
            match self.first.get(number) {
                Some(&other) if other != record && seen.is_empty() => {
                    self.clashes.push(Clash { record: (record, variant), other });
                }
                Some(_) => {}
                None => self.first.push(record),
            }
            seen.push(traits);
        }

        let number = self.by_word.first(tokens.key(first), self.lengths.len());
        self.lengths.resize_with(self.lengths.len().max(number + 1), Vec::new);
        if !self.lengths[number].contains(&places.len()) {
            self.lengths[number].push(places.len());
        }
        let key = joined(&tokens, &places);
        let number = self.by_words.first(&scoped(&key, scope), self.phrases.len());
        self.phrases.resize_with(self.phrases.len().max(number + 1), Vec::new);
        let word = |&i: &usize| Word {
            capital: tokens.capital(i),
            capitals: tokens.len() == 1 && tokens.raw(i).len() <= 3 && tokens.all_capitals(i),
            plain: tokens.plain(i),
        };
        let phrase = Phrase { kind, words: places.iter().map(word).collect() };
        if !self.phrases[number].contains(&phrase) {
            self.phrases[number].push(phrase);
        }
    }

    /// The records, in the order in which they were given.
    pub fn records(&self) -> &[AuthorityRecord] {
        &self.records
    }

    /// Records of one kind that claim one name with the same scope.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Variants without letter or figure: the numbers of record and variant.
    pub fn wordless(&self) -> &[(usize, usize)] {
        &self.wordless
    }

    /// The record to which a name belongs in a report. What is said of this report alone
    /// goes before what is said of all.
    pub(super) fn record_of(
        &self,
        traits: &Traits,
        kind: EntityKind,
        report: &str,
    ) -> Option<usize> {
        if self.records.is_empty() {
            return None;
        }
        let traits = traits.comparable(kind);
        let number = |scope| self.by_traits.get(&scoped(&traits, scope));
        number(Some(report)).or_else(|| number(None)).map(|number| self.first[number])
    }

    /// Proposes what stands in a text word for word.
    pub(super) fn find(&self, annotated: &AnnotatedTokens, report: &str, out: &mut Vec<Candidate>) {
        if self.phrases.is_empty() {
            return;
        }
        let mut around: Vec<Vec<usize>> = vec![Vec::new(); annotated.len()];
        for (n, found) in out.iter().enumerate() {
            (found.from..found.to).for_each(|i| around[i].push(n));
        }
        for (i, around) in around.iter().enumerate() {
            let Some(first) = self.by_word.get(annotated.tokens.key(i)) else { continue };
            let lengths = &self.lengths[first];
            let words = words_from(annotated, i, lengths.first().copied().unwrap_or(0));
            for &length in lengths.iter().filter(|&&length| length <= words.len()) {
                let words = &words[..length];
                let key = joined(annotated.tokens, words);
                let to = words[length - 1] + 1;
                for scope in [None, Some(report)] {
                    let found = self.by_words.get(&scoped(&key, scope));
                    let phrases = found.map_or(&[][..], |number| &self.phrases[number]);
                    for phrase in phrases.iter().filter(|phrase| phrase.fits(annotated, words)) {
                        propose(Candidate::new(phrase.kind, i, to, SURE), around, out);
                    }
                }
            }
        }
    }
}

/// Adds what a record names. Where the rules have seen the same, it is sure; where they have
/// seen a longer name of the kind, this is only a part of it.
fn propose(found: Candidate, around: &[usize], out: &mut Vec<Candidate>) {
    let range = |one: &Candidate| (one.kind, one.from, one.to);
    if let Some(&same) = around.iter().find(|&&n| range(&out[n]) == range(&found)) {
        out[same].weight = SURE;
    } else if !around.iter().any(|&n| out[n].holds(&found)) {
        out.push(found);
    }
}

/// As many words of a text from a token on, with dashes, stops and apostrophes between them.
fn words_from(annotated: &AnnotatedTokens, i: usize, most: usize) -> Vec<usize> {
    let tokens = annotated.tokens;
    let mut words = Vec::new();
    let mut at = i;
    while words.len() < most {
        while at > i && (tokens.is_any(at, &DASHES) || tokens.is_any(at, &['.', '\'', '’'])) {
            at += 1;
        }
        if !annotated.within(at) || at > i && tokens.opens(at) {
            break;
        }
        words.push(at);
        at += 1;
    }
    words
}

/// What is looked up: words, and the only report in which they count.
fn scoped(words: &str, scope: Option<&str>) -> String {
    match scope {
        Some(report) => [words, "\n", report].concat(),
        None => words.to_owned(),
    }
}

/// The words at some tokens, as they are looked up.
fn joined(tokens: &Tokens, places: &[usize]) -> String {
    places.iter().map(|&i| tokens.key(i)).collect::<Vec<_>>().join(" ")
}

impl Phrase {
    /// Whether words are written as they must be; which they are is known.
    fn fits(&self, annotated: &AnnotatedTokens, places: &[usize]) -> bool {
        let tokens = annotated.tokens;
        self.words.iter().zip(places).all(|(word, &at)| {
            (!word.capital || tokens.capital(at))
                && (!word.capitals || tokens.all_capitals(at))
                && (word.capital || tokens.plain(at) == word.plain)
        })
    }
}

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
    /// Which records have a name of these traits, with the number of the variant.
    by_traits: Interner,
    same: Vec<Vec<(usize, usize)>>,
    /// Variants by their first word, longer ones first.
    by_word: Interner,
    phrases: Vec<Vec<Phrase>>,
}

/// The words of a variant, as a text must have them.
#[derive(Clone, Debug)]
struct Phrase {
    words: Vec<Word>,
    record: usize,
    variant: usize,
}

#[derive(Clone, Debug)]
struct Word {
    key: String,
    capital: bool,
    /// A short acronym, lest "UN" be found in "Kim Jong Un".
    capitals: bool,
    plain: bool,
}

impl Authority {
    /// Makes records ready to be looked up.
    pub fn new(records: Vec<AuthorityRecord>) -> Self {
        let mut authority = Self::default();
        for (number, record) in records.iter().enumerate() {
            for (n, variant) in record.variants.iter().enumerate() {
                authority.add(&records, (number, n), record.kind, variant);
            }
        }
        for phrases in &mut authority.phrases {
            phrases.sort_by_key(|phrase| usize::MAX - phrase.words.len());
        }
        authority.records = records;
        authority
    }

    fn add(
        &mut self,
        records: &[AuthorityRecord],
        (record, variant): (usize, usize),
        kind: EntityKind,
        name: &Variant,
    ) {
        let tokens = Tokens::read(&name.text);
        let words: Vec<Word> = (0..tokens.len())
            .filter(|&i| tokens.is_word(i) || tokens.figures(i) > 0)
            .map(|i| Word {
                key: tokens.key(i).to_owned(),
                capital: tokens.capital(i),
                capitals: tokens.len() == 1 && tokens.raw(i).len() <= 3 && tokens.all_capitals(i),
                plain: tokens.plain(i),
            })
            .collect();
        let Some(first) = words.first() else {
            self.wordless.push((record, variant));
            return;
        };
        // A report in any language may have the name; what counts of it depends on the language.
        let mut seen: Vec<String> = Vec::new();
        for lexicon in lexicons() {
            let annotated = AnnotatedTokens::new(&tokens, lexicon, &[], std::iter::empty());
            let whole = Candidate::new(kind, 0, tokens.len(), SURE);
            let traits =
                Traits::new(&annotated, &whole, &mut Spellings::default()).comparable(kind);
            if seen.contains(&traits) {
                continue;
            }
            let number = self.by_traits.first(&traits, self.same.len());
            self.same.resize_with(self.same.len().max(number + 1), Vec::new);
            let same = &mut self.same[number];
            let scope = |&(r, v): &(usize, usize)| records[r].variants[v].only_in.as_ref();
            let meets = |found: &&(usize, usize)| {
                found.0 != record && scope(found) == name.only_in.as_ref()
            };
            if seen.is_empty()
                && let Some(&(other, _)) = same.iter().find(meets)
            {
                self.clashes.push(Clash { record: (record, variant), other });
            }
            same.push((record, variant));
            seen.push(traits);
        }
        let number = self.by_word.first(&first.key, self.phrases.len());
        self.phrases.resize_with(self.phrases.len().max(number + 1), Vec::new);
        self.phrases[number].push(Phrase { words, record, variant });
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
        let found = &self.same[self.by_traits.get(&traits.comparable(kind))?];
        let scope = |&&(record, n): &&(usize, usize)| self.scope(record, n);
        let here = found.iter().find(|at| scope(at) == Some(report));
        let best = here.or_else(|| found.iter().find(|at| scope(at).is_none()));
        best.map(|&(record, _)| record)
    }

    fn scope(&self, record: usize, variant: usize) -> Option<&str> {
        self.records[record].variants[variant].only_in.as_deref()
    }

    /// Proposes what stands in a text word for word. Where the rules have seen the same, it
    /// is sure; where they have seen a longer name of the kind, this is only a part of it.
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
            let phrases = &self.phrases[first];
            let here = |phrase: &&Phrase| {
                self.scope(phrase.record, phrase.variant).is_none_or(|only| only == report)
            };
            for phrase in phrases.iter().filter(here) {
                let Some(to) = phrase.ends(annotated, i) else { continue };
                let kind = self.records[phrase.record].kind;
                let found = Candidate::new(kind, i, to, SURE);
                let near = || around.iter().copied();
                let same = |n: &usize| (out[*n].kind, out[*n].from, out[*n].to) == (kind, i, to);
                if let Some(same) = near().find(same) {
                    out[same].weight = SURE;
                } else if !near().any(|n| out[n].holds(&found)) {
                    out.push(found);
                }
            }
        }
    }
}

impl Phrase {
    /// The token after the words, if they begin at a token.
    fn ends(&self, annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
        let tokens = annotated.tokens;
        let mut at = i;
        for (n, word) in self.words.iter().enumerate() {
            while n > 0 && (tokens.is_any(at, &DASHES) || tokens.is_any(at, &['.', '\'', '’'])) {
                at += 1;
            }
            let fits = tokens.key(at) == word.key
                && annotated.within(at)
                && (!word.capital || tokens.capital(at))
                && (!word.capitals || tokens.all_capitals(at))
                && (word.capital || tokens.plain(at) == word.plain)
                && (n == 0 || !tokens.opens(at));
            if !fits {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

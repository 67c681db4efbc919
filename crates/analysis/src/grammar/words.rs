//! The words of a sentence before their classes are known: what the lists and endings say of each.
//!
//! People, bodies, places, agreements, events and dates were found before: each is one word, an atom.
//! Of what stands in brackets only dates are kept.

use super::segmentation::segment;
use super::vocabulary::{Catenative, Form, Function, Vocabulary};
use crate::lexicon::WordClass;
use crate::names::annotated::AnnotatedTokens;
use crate::tokens::Kind;
use std::ops::Range;

/// The class of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Noun,
    Verb,
    Adjective,
    Adverb,
    Preposition,
    /// "by"
    Agent,
    /// "after"
    Temporal,
    /// "to" before a verb.
    To,
    Determiner,
    Possessive,
    Pronoun,
    /// "each other"
    Reciprocal,
    /// "se"
    Reflexive,
    /// "lui" before its verb.
    Clitic,
    /// "will"
    Future,
    /// "could"
    Modal,
    Negation,
    /// A particle of what is done or goes on: "đã".
    Aspect,
    /// A particle of the passive: "được".
    Passive,
    Conjunction,
    /// "that" before what is said.
    Complementizer,
    /// "if"
    Hypothetical,
    /// "when"
    Subordinator,
    Relative,
    Number,
    /// "'s"
    Owner,
    Comma,
    /// A mark that parts more than a comma does: a colon, a bracket, a quotation mark.
    Break,
    Atom(AtomKind),
}

/// What an atom stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AtomKind {
    /// Somebody, by name, office or pronoun.
    Human,
    /// Several people.
    Humans,
    Body,
    Place,
    Agreement,
    Event,
    Date,
}

/// Tokens that are one word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Atom {
    /// The first token, and the one after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) kind: AtomKind,
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "all of them may hold of one word")]
pub(crate) struct Word {
    /// The first token, and the one after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) class: Class,
    /// The verbs that it may be a form of.
    pub(crate) verbs: &'static [(Form, u32)],
    /// It begins with a capital letter; of atoms, with no word as small as "he" or "the".
    pub(crate) capital: bool,
    /// It may be a plural.
    pub(crate) plural: bool,
    /// What it says of a verb behind it, if it is an adjective: "due to".
    pub(crate) says: Option<Catenative>,
    /// It is a particle that says that something goes on.
    pub(crate) progressive: bool,
    /// It is a verb with a reflexive pronoun behind a hyphen: "reuniu-se".
    pub(crate) reflexive: bool,
}

impl Word {
    /// Whether it may be this form of a verb.
    pub(crate) fn has(&self, form: Form) -> bool {
        self.verbs.iter().any(|(other, _)| *other == form)
    }

    /// The verb of which it is this form, or else the first of which it is one.
    pub(crate) fn lemma(&self, form: Form) -> Option<u32> {
        let exact = self.verbs.iter().find(|(other, _)| *other == form);
        exact.or(self.verbs.first()).map(|(_, lemma)| *lemma)
    }
}

/// A word before its class is decided.
#[expect(clippy::struct_excessive_bools, reason = "all of them may hold of one word")]
pub(super) struct Open {
    pub(super) word: Word,
    pub(super) functions: &'static [Function],
    /// Whether it is a form of a verb and nothing else, or may be a noun as well.
    pub(super) sure: bool,
    pub(super) noun_as_well: bool,
    /// It is mostly a noun.
    pub(super) often_noun: bool,
    /// Whether an ending tells an adverb or an adjective.
    pub(super) ending: Option<Class>,
    /// Whether the lists have it as a noun.
    pub(super) noun: bool,
}

/// The word before one, past adverbs and negations.
pub(super) fn word_before(all: &[Open], at: usize) -> Option<&Word> {
    let mut before = all[..at].iter().rev().map(|open| &open.word);
    before.find(|word| !matches!(word.class, Class::Adverb | Class::Negation))
}

/// The words, those of atoms and marks with their classes.
pub(super) fn read(
    annotated: &AnnotatedTokens,
    sentence: Range<usize>,
    atoms: &[Atom],
    vocabulary: &'static Vocabulary,
) -> Vec<Open> {
    let tokens = annotated.tokens;
    let mut atoms = atoms.iter().peekable();
    let mut all = Vec::new();
    let end_of_sentence = sentence.end;
    // The token that closes a bracket.
    let mut inside = 0;
    let mut i = sentence.start;
    while i < sentence.end {
        while atoms.next_if(|atom| atom.from < i).is_some() {}
        let end = atoms.peek().map_or(sentence.end, |atom| atom.from).min(sentence.end);
        let mut push = |to: usize, class, verbs, functions: &'static [Function], ending| {
            let key = vocabulary.word(tokens, i);
            let says = vocabulary.catenative(&key);
            let small = [Function::Pronoun, Function::Determiner, Function::Possessive];
            let pronoun = vocabulary.functions(&key).iter().any(|word| small.contains(word));
            let alone = to == i + 1 && !matches!(class, Class::Atom(_));
            let capital = match class {
                Class::Atom(_) => !pronoun,
                _ => tokens.capital(i),
            };
            let plural = vocabulary.plural_ending(tokens.key(to - 1));
            let enclitic = enclitic(annotated, i, to, vocabulary);
            let reflexive = enclitic == Some(Function::Reflexive);
            let sure = alone && functions.is_empty() && vocabulary.surely_verb(&key);
            let progressive = false;
            all.push(Open {
                word: Word {
                    from: i,
                    to,
                    class,
                    verbs,
                    capital,
                    plural,
                    says,
                    progressive,
                    reflexive,
                },
                functions,
                sure: sure || reflexive,
                noun_as_well: alone && vocabulary.noun_as_well(&key),
                often_noun: vocabulary.often_noun(&key),
                ending,
                noun: false,
            });
            to
        };
        // "(tổ chức tại Hà Nội năm 2019)": of something else.
        let aside = vocabulary.isolating() && !tokens.is(i.saturating_sub(1), '(');
        if i < inside
            && let Some(atom) =
                atoms.next_if(|atom| atom.from == i && (aside || atom.kind != AtomKind::Date))
        {
            i = atom.to;
        } else if let Some(atom) = atoms.next_if(|atom| atom.from == i) {
            i = push(atom.to, Class::Atom(atom.kind), &[], &[], None);
            // "hai tuần sau khi X gặp Y": the time and the clause that it counts from.
            let first = atom.to.saturating_sub(2).max(atom.from + 1);
            let last = || vocabulary.functions(&vocabulary.words(tokens, first, atom.to));
            if vocabulary.isolating() && last().contains(&Function::Subordinator) {
                let mut opens =
                    Open { ending: None, functions: &[], noun: false, ..all[all.len() - 1] };
                opens.word.class = Class::Subordinator;
                all.push(opens);
            }
        } else if let Some(next) = annotated.possessive(i).filter(|&next| next <= sentence.end) {
            i = push(next, Class::Owner, &[], &[], None);
        } else if let Some((to, class)) = title(annotated, i, end, vocabulary) {
            i = push(to, class, &[], &[], None);
        } else if let Some(close) = bracket(annotated, i, end_of_sentence) {
            // Of what stands in brackets only a date counts.
            inside = close;
            i += 1;
        } else if i < inside {
            i += 1;
        } else if tokens.kind(i) == Some(Kind::Mark) {
            let class = mark(annotated, i, vocabulary);
            i = match class {
                Some(class) => push(i + 1, class, &[], &[], None),
                None => i + 1,
            };
        } else if tokens.figures(i) > 0 {
            i = push(i + 1, Class::Number, &[], &[], None);
        } else if vocabulary.isolating() {
            let word = segment(annotated, i, end, vocabulary);
            i = push(word.to, Class::Noun, word.verbs, word.functions, None);
            if let Some(last) = all.last_mut() {
                last.noun = word.noun;
                let spelt = vocabulary.words(tokens, last.word.from, last.word.to);
                last.word.progressive = vocabulary.progressive(&spelt);
            }
        } else {
            let (to, verbs, functions, ending) =
                word(annotated, i, end, sentence.start, vocabulary);
            i = push(to, Class::Noun, verbs, functions, ending);
        }
    }
    all
}

/// What a mark parts.
fn mark(annotated: &AnnotatedTokens, i: usize, vocabulary: &Vocabulary) -> Option<Class> {
    let tokens = annotated.tokens;
    // "Communiqué - Le ministre"
    let dash = tokens.is(i, '-') && !tokens.glued(i) && !tokens.glued(i + 1);
    match () {
        () if tokens.is(i, ',') => Some(Class::Comma),
        // What it parts has one subject.
        () if tokens.is(i, ';') && vocabulary.isolating() => Some(Class::Comma),
        () if vocabulary.contracts && (dash || tokens.is_any(i, &['«', '»'])) => {
            Some(Class::Break)
        }
        () if tokens.is_any(i, &[';', ':', '(', '"', '“', '”', '—', '–']) => {
            Some(Class::Break)
        }
        () => None,
    }
}

/// The verbs that a word may be a form of.
type Verbs = &'static [(Form, u32)];

/// A word that is no atom: the token after it, its verbs, its functions, and what its ending tells.
fn word(
    annotated: &AnnotatedTokens,
    i: usize,
    end: usize,
    start: usize,
    vocabulary: &'static Vocabulary,
) -> (usize, Verbs, &'static [Function], Option<Class>) {
    let tokens = annotated.tokens;
    let (to, functions) = function(annotated, i, end, vocabulary);
    let key = &vocabulary.word(tokens, i);
    let pronoun = |to: &usize| enclitic(annotated, i, *to, vocabulary).is_some();
    if let Some(to) = hyphenated(annotated, i, end).filter(pronoun) {
        return (to, vocabulary.verbs(key), &[], None);
    }
    let hyphen =
        hyphenated(annotated, i, end).map(|to| (to, vocabulary.verbs(&joined(annotated, i, to))));
    let hyphen = hyphen.filter(|(_, verbs)| !verbs.is_empty());
    // "closed-door": said of the noun behind.
    let compound = hyphenated(annotated, i, end).filter(|_| hyphen.is_none() && !tokens.capital(i));
    if let Some(to) = compound {
        return (to, &[], &[], (!vocabulary.postposed).then_some(Class::Adjective));
    }
    let plain = to == i + 1 && !in_capitals(annotated, i, vocabulary);
    let plain = if plain { vocabulary.verbs(key) } else { &[] };
    let (to, verbs) = hyphen.unwrap_or((to, plain));
    let unknown = verbs.is_empty() && functions.is_empty() && !tokens.capital(i);
    let verbs = if unknown && vocabulary.past_ending(key) { UNKNOWN_PAST } else { verbs };
    let ending = match () {
        () if tokens.capital(i) && i > start => None,
        () if vocabulary.adverb_ending(key) => Some(Class::Adverb),
        () if vocabulary.adjective_ending(key) => Some(Class::Adjective),
        () => None,
    };
    (to, verbs, functions, ending)
}

/// The pronoun behind a verb and a hyphen: who does it ("a-t-il"), or to whom it is done
/// ("reuniu-se", "recebeu-o").
fn enclitic(
    annotated: &AnnotatedTokens,
    from: usize,
    to: usize,
    vocabulary: &Vocabulary,
) -> Option<Function> {
    let tokens = annotated.tokens;
    let hyphens = to > from + 2 && tokens.is(to - 2, '-') && tokens.glued(to - 2);
    if !hyphens
        || !vocabulary.contracts
        || vocabulary.verbs(&vocabulary.word(tokens, from)).is_empty()
    {
        return None;
    }
    let last = vocabulary.functions(tokens.key(to - 1));
    let pronouns = [Function::Reflexive, Function::Pronoun, Function::Clitic];
    pronouns.into_iter().find(|pronoun| last.contains(pronoun))
}

/// Whether the lists have a word with the capital that it has: "A" for "À".
fn in_capitals(annotated: &AnnotatedTokens, i: usize, vocabulary: &Vocabulary) -> bool {
    let tokens = annotated.tokens;
    vocabulary.contracts && tokens.capital(i) && !vocabulary.functions(tokens.raw(i)).is_empty()
}

/// A title before somebody, in a language that puts what says more of a noun behind it: the token
/// after it, and what it is. A form of address opens a phrase ("au palais M. X"), a rank of several
/// words is one word before a name ("le général d'armée X").
fn title(
    annotated: &AnnotatedTokens,
    i: usize,
    end: usize,
    vocabulary: &Vocabulary,
) -> Option<(usize, Class)> {
    if !vocabulary.postposed {
        return None;
    }
    let rank = annotated.at(i, WordClass::Rank).map(|rank| rank.next);
    if let Some(next) = rank.filter(|&next| next == end && next > i + 1) {
        return Some((next, Class::Adjective));
    }
    let address = annotated.at(i, WordClass::Honorific).map(|address| address.next);
    let next = address.filter(|&next| annotated.tokens.capital(i) && next <= end)?;
    Some((next, Class::Determiner))
}

/// The token that closes the bracket which a token opens, if that is near.
fn bracket(annotated: &AnnotatedTokens, i: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let tokens = annotated.tokens;
    let closes = |&at: &usize| tokens.is(at, ')');
    tokens.is(i, '(').then(|| (i + 1..end.min(i + LONGEST)).find(closes)).flatten()
}

/// "co-chaired": the token after a word of two parts with a hyphen between.
fn hyphenated(annotated: &AnnotatedTokens, i: usize, end: usize) -> Option<usize> {
    let tokens = annotated.tokens;
    let hyphen = tokens.is(i + 1, '-') && tokens.glued(i + 1) && tokens.glued(i + 2);
    let mut to = i + 3;
    while tokens.is(to, '-') && tokens.glued(to) && tokens.glued(to + 1) && to + 1 < end {
        to += 2;
    }
    (hyphen && tokens.is_word(i + 2) && i + 2 < end).then_some(to)
}

fn joined(annotated: &AnnotatedTokens, from: usize, to: usize) -> String {
    (from..to).map(|i| annotated.tokens.key(i)).collect()
}

/// What the longest entry of the lists that begins at a token can be, and the token after it.
fn function(
    annotated: &AnnotatedTokens,
    i: usize,
    end: usize,
    vocabulary: &'static Vocabulary,
) -> (usize, &'static [Function]) {
    let tokens = annotated.tokens;
    let capital = in_capitals(annotated, i, vocabulary);
    let first = if capital { tokens.raw(i).into() } else { vocabulary.word(tokens, i) };
    let mut words = vocabulary.contracted(&first).to_owned();
    // A contraction that the lists do not have is the preposition in it.
    let alone = match vocabulary.functions(&first) {
        [] => vocabulary.functions(&words),
        functions => functions,
    };
    let mut best = (i + 1, alone);
    let mut next = i;
    for _ in 1..vocabulary.longest() {
        next += if vocabulary.contracts && tokens.is_any(next + 1, &['\'', '’']) { 2 } else { 1 };
        if next >= end || !tokens.is_word(next) || tokens.opens(next) {
            break;
        }
        words.push(' ');
        words.push_str(vocabulary.contracted(&vocabulary.word(tokens, next)));
        let functions = vocabulary.functions(&words);
        if !functions.is_empty() {
            best = (next + 1, functions);
        }
    }
    best
}

/// What a word is a form of that only its ending shows to be a verb.
const UNKNOWN_PAST: &[(Form, u32)] =
    &[(Form::Past, u32::MAX - 1), (Form::Participle, u32::MAX - 1)];

/// What a word is a form of that only its place shows to be a verb.
pub(super) const UNKNOWN: &[(Form, u32)] = &[(Form::Base, u32::MAX - 1)];

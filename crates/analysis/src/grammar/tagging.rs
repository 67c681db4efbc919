//! Tagging: the class of every word of a sentence.
//!
//! A word has the classes that the lists give it, or one that its ending tells; the word before
//! and the word behind decide between them, by a handful of rules. People, bodies, places, papers,
//! events and dates were found before: each is one word here, an atom.

use super::disambiguation::{Seen, auxiliary, verb};
use super::isolating;
use super::vocabulary::{Form, Function, Vocabulary};
use super::words::{Atom, AtomKind, Class, Open, UNKNOWN, Word, read, word_before};
use crate::names::annotated::AnnotatedTokens;
use std::ops::Range;

/// The words of a sentence with their classes.
pub(crate) fn tag(
    annotated: &AnnotatedTokens,
    sentence: Range<usize>,
    atoms: &[Atom],
    vocabulary: &'static Vocabulary,
) -> Vec<Word> {
    let mut open = read(annotated, sentence, atoms, vocabulary);
    if vocabulary.isolating() {
        for at in 0..open.len() {
            open[at].word.class = isolating::decide(&open, at, vocabulary);
        }
        let all_dates: Vec<bool> =
            open.iter().map(|open| open.word.class == Class::Atom(AtomKind::Date)).collect();
        // "ngày" before a date tells nothing more.
        let day = |at: usize, open: &Open| {
            open.functions.contains(&Function::DayPart)
                && open.word.class == Class::Adverb
                && all_dates.get(at + 1).is_some_and(|date| *date)
        };
        return open
            .iter()
            .enumerate()
            .filter(|(at, open)| !day(*at, open))
            .map(|(_, open)| open.word)
            .collect();
    }
    let mut seen = Seen::default();
    for at in 0..open.len() {
        let class = decide(&open, at, seen, vocabulary.postposed);
        let infinitive = at > 0 && open[at - 1].word.class == Class::To;
        if infinitive && class == Class::Noun {
            open[at].word.verbs = UNKNOWN;
        }
        let class = if infinitive && class == Class::Noun { Class::Verb } else { class };
        open[at].word.class = class;
        seen.take(&open[at].word, class);
    }
    open.into_iter().map(|open| open.word).collect()
}

/// The class of a word, where those before it are decided.
///
/// In a language that puts what says more of a noun behind it, a determiner before a date is the
/// date's ("le 5 mai"), and behind a determiner stands no adverb ("le gouvernement").
fn decide(all: &[Open], at: usize, seen: Seen, postposed: bool) -> Class {
    use Function as F;
    let open = &all[at];
    let is = |function| open.functions.contains(&function);
    if open.word.class != Class::Noun {
        return open.word.class;
    }
    let before = word_before(all, at);
    let next = all.get(at + 1);
    let nominal_next = next.is_some_and(nominal);
    // "y est entretenu", but "l'est du pays"
    let compound = next.is_some_and(|open| auxiliary(&open.word))
        && all.iter().skip(at + 2).take(2).any(|open| open.word.has(Form::Participle));
    let verb_next = compound || next.is_some_and(|open| open.sure && !open.word.has(Form::Gerund));
    let clitic_next = next.is_some_and(|open| {
        let clitic = open.functions.contains(&F::Clitic) || open.functions.contains(&F::Reflexive);
        clitic && all.get(at + 2).is_some_and(|open| open.sure)
    });
    let leads = before.is_some_and(|word| {
        matches!(word.class, Class::Preposition | Class::Agent | Class::Temporal)
    });
    // "sans précédent"
    let lacks = is(F::Preposition) && !next.is_some_and(|open| open.word.has(Form::Base));
    if is(F::Negation) && !lacks {
        Class::Negation
    } else if is(F::Reflexive) {
        Class::Reflexive
    } else if is(F::Clitic) && (verb_next || clitic_next) && !leads {
        Class::Clitic
    } else if is(F::Future) {
        Class::Future
    } else if is(F::Modal) {
        Class::Modal
    } else if is(F::Reciprocal) {
        Class::Reciprocal
    } else if is(F::DayPart) && before.is_some_and(|word| word.class == Class::Atom(AtomKind::Date))
    {
        Class::Adverb
    } else if is(F::Possessive) && (!is(F::Pronoun) || nominal_next) {
        Class::Possessive
    } else if is(F::Pronoun) {
        Class::Pronoun
    } else if is(F::Infinitive) && to_verb(all, at) {
        Class::To
    } else if is(F::Complementizer) {
        match is(F::Relative) && before.is_some_and(|word| word.class == Class::Noun) {
            // "les entretiens que"
            true => Class::Relative,
            false => that(before, next),
        }
    } else if is(F::Hypothetical) {
        Class::Hypothetical
    } else if is(F::Subordinator) {
        Class::Subordinator
    } else if is(F::Relative) {
        Class::Relative
    } else if is(F::Preposition)
        && !(open.word.has(Form::Gerund) && follows_be(before))
        && (!is(F::Determiner) || behind_noun(before))
    {
        match () {
            () if is(F::Agent) => Class::Agent,
            () if is(F::Temporal) => Class::Temporal,
            () => Class::Preposition,
        }
    } else if is(F::Determiner) {
        match next.map(|open| open.word.class) {
            // "le 5 mai"
            Some(Class::Atom(AtomKind::Date)) if postposed => Class::Adverb,
            _ => Class::Determiner,
        }
    } else if is(F::Conjunction) {
        Class::Conjunction
    } else if is(F::Adverb) && next.is_some_and(|open| open.word.has(Form::Past)) {
        // "which last met"
        Class::Adverb
    } else if !open.word.verbs.is_empty()
        && let Some(class) = verb(open, before, next, seen)
    {
        class
    } else if is(F::Adverb) {
        Class::Adverb
    } else if is(F::Adjective) && (nominal_next || open.word.says.is_some() || joins(next)) {
        Class::Adjective
    } else {
        let led = leads
            || before.is_some_and(|word| {
                let small = [Class::Determiner, Class::Possessive, Class::Adjective, Class::Number];
                small.contains(&word.class)
            });
        // "at delegation-level"
        let ending =
            open.ending.filter(|&class| class != Class::Adjective || nominal_next || joins(next));
        let ending = ending.filter(|&class| class != Class::Adverb || !(postposed && led));
        ending.unwrap_or(Class::Noun)
    }
}

/// Whether what stands before a word is a noun, or says more of one: "le ministre des Armées", but
/// "a reçu des élus".
fn behind_noun(before: Option<&Word>) -> bool {
    before.is_some_and(|word| match word.class {
        Class::Noun | Class::Adjective | Class::Number => true,
        Class::Atom(kind) => kind != AtomKind::Date,
        _ => false,
    })
}

/// Whether "and" or a comma goes on from an adjective to another.
fn joins(next: Option<&Open>) -> bool {
    next.is_some_and(|open| {
        open.functions.contains(&Function::Conjunction) || open.word.class == Class::Comma
    })
}

/// Whether a word can stand in a noun phrase before its head, or is one.
pub(super) fn nominal(open: &Open) -> bool {
    let function = |function| open.functions.contains(&function);
    match open.word.class {
        Class::Noun => open.functions.is_empty() || function(Function::Adjective),
        Class::Number => true,
        Class::Atom(kind) => kind != AtomKind::Date,
        _ => false,
    }
}

/// "to" with a verb behind: "to meet", "to also visit".
fn to_verb(all: &[Open], at: usize) -> bool {
    let small = [Function::Reflexive, Function::Clitic];
    let adverb = |open: &&Open| {
        small.iter().any(|function| open.functions.contains(function))
            || open.functions.contains(&Function::Adverb) && open.word.verbs.is_empty()
            || open.ending == Some(Class::Adverb)
    };
    let next = (at + 1..all.len()).take(3).find(|&next| !adverb(&&all[next]));
    let Some(at) = next else { return false };
    let open = &all[at];
    // A verb that no list knows has an object: "to safeguard the peace".
    let object = all.get(at + 1).is_some_and(|open| {
        open.functions.contains(&Function::Determiner)
            || open.functions.contains(&Function::Possessive)
            || open.functions.is_empty() && open.word.class == Class::Noun && open.word.plural
    });
    let unknown =
        open.functions.is_empty() && open.word.verbs.is_empty() && !open.word.capital && object;
    open.word.class == Class::Noun && (open.word.has(Form::Base) || unknown)
}

/// "that" points at a noun, opens a clause about one, or one that says what somebody said.
fn that(before: Option<&Word>, next: Option<&Open>) -> Class {
    let after_noun = before.is_some_and(|word| {
        matches!(word.class, Class::Noun | Class::Atom(AtomKind::Event | AtomKind::Agreement))
    });
    let verb_next = next.is_some_and(|open| {
        !open.word.verbs.is_empty() && !open.word.has(Form::Base)
            || open.functions.contains(&Function::Future)
            || open.functions.contains(&Function::Modal)
    });
    let points = before.is_none_or(|word| {
        matches!(
            word.class,
            Class::Preposition | Class::Agent | Class::Temporal | Class::Conjunction | Class::Break
        )
    });
    match () {
        () if points && next.is_some_and(nominal) => Class::Determiner,
        () if after_noun && verb_next => Class::Relative,
        () => Class::Complementizer,
    }
}

fn follows_be(before: Option<&Word>) -> bool {
    before.is_some_and(|word| word.class == Class::Verb && auxiliary(word))
}

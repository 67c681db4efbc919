//! Verb or something else: "visits" is a verb and a noun, "planned" a verb and an adjective,
//! "meeting" all of it. The word before and the word behind decide.

use super::tagging::nominal;
use super::vocabulary::{Form, Function};
use super::words::AtomKind::{Body, Date, Event, Human, Humans, Place};
use super::words::{Class, Open, Word};

/// The first verbs of a list are its auxiliaries: "be", "have", "do".
pub(super) const AUXILIARIES: u32 = 3;

/// Which forms of verbs came before in the sentence: what "and" joins has the same.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen {
    base: bool,
    present: bool,
}

impl Seen {
    pub(super) fn take(&mut self, word: &Word, class: Class) {
        self.base |= matches!(class, Class::Future | Class::Modal | Class::To);
        self.present |= class == Class::Verb && word.has(Form::Present);
    }
}

/// Whether a verb can stand before another as its auxiliary.
pub(super) fn auxiliary(word: &Word) -> bool {
    word.verbs.iter().any(|(_, lemma)| *lemma < AUXILIARIES)
}

/// What stands around a word.
struct Around<'a> {
    before: &'a Word,
    next: Option<&'a Open>,
    /// What stands behind begins as an object or a place does.
    object: bool,
    seen: Seen,
    /// The language tells which forms of its verbs are nouns as well.
    sure_of_verbs: bool,
    /// And this one is mostly a noun.
    often_noun: bool,
}

impl Around<'_> {
    fn next_is(&self, function: Function) -> bool {
        self.next.is_some_and(|open| open.functions.contains(&function))
    }

    fn preposition(&self) -> bool {
        matches!(self.before.class, Class::Preposition | Class::Agent | Class::Temporal)
    }
}

/// The class of a word that may be a verb; `None` where it is none of a verb's.
pub(super) fn verb(
    open: &Open,
    before: Option<&Word>,
    next: Option<&Open>,
    seen: Seen,
) -> Option<Class> {
    let word = &open.word;
    let Some(before) = before else {
        if open.sure {
            return Some(Class::Verb);
        }
        let fronted = word.has(Form::Gerund) || word.has(Form::Participle);
        return verb_if(fronted && !open.functions.contains(&Function::Adjective));
    };
    let function = |function| next.is_some_and(|open| open.functions.contains(&function));
    let object = next.is_some_and(|open| {
        matches!(open.word.class, Class::Atom(Human | Humans | Place | Body | Event))
    });
    let object = object
        || function(Function::Determiner)
        || function(Function::Possessive)
        || function(Function::Pronoun);
    let sure_of_verbs = open.noun_as_well;
    // "compte se rendre"
    let small = [Function::Reflexive, Function::Clitic, Function::Negation];
    let verbal = small.iter().any(|&small| function(small))
        || next.is_some_and(|open| open.sure && open.word.has(Form::Base));
    let often_noun = open.often_noun;
    let around = Around { before, next, object, seen, sure_of_verbs, often_noun };
    let past = word.has(Form::Past) || word.has(Form::Participle);
    match before.class {
        Class::Determiner | Class::Possessive | Class::Number
            if open.noun_as_well || open.sure && word.has(Form::Gerund) =>
        {
            None
        }
        _ if open.sure => Some(Class::Verb),
        _ if open.noun_as_well && verbal && before.class != Class::Adjective => Some(Class::Verb),
        Class::Reflexive | Class::Clitic => Some(Class::Verb),
        _ if auxiliary(word) && !word.has(Form::Gerund) => Some(Class::Verb),
        Class::To | Class::Modal | Class::Future | Class::Pronoun | Class::Relative => {
            Some(Class::Verb)
        }
        Class::Determiner | Class::Possessive | Class::Adjective | Class::Owner | Class::Number => {
            let modifies = (past || word.has(Form::Gerund)) && next.is_some_and(nominal);
            (modifies && !word.has(Form::Base)).then_some(Class::Adjective)
        }
        Class::Verb if auxiliary(before) => behind_auxiliary(open, before, past),
        _ if past => Some(past_or_participle(&around)),
        _ if word.has(Form::Gerund) => gerund(word, &around),
        _ => base_or_present(word, &around),
    }
}

fn verb_if(so: bool) -> Option<Class> {
    so.then_some(Class::Verb)
}

fn behind_auxiliary(open: &Open, before: &Word, past: bool) -> Option<Class> {
    let word = &open.word;
    let base = word.has(Form::Base) && !word.has(Form::Present) && open.functions.is_empty();
    // "did meet", but "have talks"
    let does = base && before.verbs.iter().any(|(_, lemma)| *lemma == AUXILIARIES - 1);
    verb_if(past || word.has(Form::Gerund) || does)
}

fn past_or_participle(around: &Around) -> Class {
    // Of two verbs side by side the second says how something is: "held restricted talks".
    let beside = around.before.class == Class::Verb;
    let attribute = around.preposition() && around.next.is_some_and(nominal) && !around.object;
    if beside || attribute { Class::Adjective } else { Class::Verb }
}

fn gerund(word: &Word, around: &Around) -> Option<Class> {
    let next = around.next;
    match around.before.class {
        Class::Preposition | Class::Agent | Class::Temporal | Class::Verb => {
            // "for having joined", "after meeting with X"
            let having =
                auxiliary(word) && next.is_some_and(|open| open.word.has(Form::Participle));
            let with = around.next_is(Function::Preposition) && around.preposition();
            verb_if(having || around.object || with)
        }
        Class::Noun | Class::Atom(Body | Place | Event | Date) => verb_if(around.object),
        _ => Some(Class::Verb),
    }
}

/// Such words are mostly nouns as well.
fn base_or_present(word: &Word, around: &Around) -> Option<Class> {
    let (base, present) = (word.has(Form::Base), word.has(Form::Present));
    let (object, seen) = (around.object, around.seen);
    let next = around.next;
    let dated = next.is_some_and(|open| open.word.class == Class::Atom(Date));
    match around.before.class {
        Class::Atom(Human) => verb_if(present || seen.base && object),
        Class::Atom(Humans) => Some(Class::Verb),
        // "X, ministre de la Défense, rencontre Y", "the President of Chile, X, meets Y"
        Class::Comma if present && (object || dated) => Some(Class::Verb),
        // "X effectue du 10 au 13 mars une visite"
        Class::Comma | Class::Noun | Class::Atom(_) | Class::Conjunction | Class::Adverb
            if around.sure_of_verbs && present && !around.often_noun =>
        {
            Some(Class::Verb)
        }
        Class::Conjunction | Class::Comma => {
            let joined = base && seen.base || present && seen.present;
            let goes_on = object
                || next.is_some_and(nominal)
                || around.next_is(Function::Preposition)
                || next.is_some_and(|open| matches!(open.word.class, Class::Atom(_)));
            verb_if(joined && goes_on)
        }
        Class::Noun | Class::Atom(Body | Place) => {
            verb_if((present || base && around.before.plural) && object || present && dated)
        }
        Class::Subordinator | Class::Complementizer | Class::Hypothetical | Class::Atom(Date) => {
            verb_if(object)
        }
        _ => None,
    }
}

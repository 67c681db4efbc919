//! The verbs of a verb group, and whether what they tell is so: "agreed to sign", "may agree to
//! sign", "hopes to agree to sign".

use super::super::told::Reader;
use crate::grammar::chunking::{Chunk, Mood, VerbGroup};
use crate::grammar::clauses::Clause;
use crate::grammar::vocabulary::{Catenative, Form, Function};
use crate::grammar::words::Class;
use std::ops::Range;

/// A verb of an isolating language has at most so many words.
const WORDS: usize = 5;

/// A verb in a verb group: "agreed" and "sign" in "agreed to sign".
#[derive(Clone, Copy, Debug)]
pub(in crate::meetings) struct Step {
    pub(in crate::meetings) lemma: u32,
    pub(super) at: usize,
    pub(super) passive: bool,
}

impl Reader<'_> {
    /// The verbs of a verb group in order, the last of which is its head.
    pub(in crate::meetings) fn chain(&self, verb: &VerbGroup) -> Vec<Step> {
        let (tokens, vocabulary) = (self.sentence.annotated().tokens, &self.frames.vocabulary);
        let mut all = Vec::new();
        // "se sont engagés" is no passive.
        let mut reflexive = self.with_reflexive(verb.from) < verb.from;
        let mut be = false;
        let mut next = verb.from;
        for at in verb.from..verb.head {
            let (forms, end) = self.verb_at(at.max(next), verb.head);
            reflexive |= vocabulary.functions(tokens.key(at)).contains(&Function::Reflexive);
            let Some(&(_, first)) = forms.first().filter(|_| at >= next) else { continue };
            next = end;
            let chained = forms.iter().find(|(_, lemma)| {
                vocabulary.catenative(vocabulary.name(*lemma)).is_some()
                    || self.frames.promises.tells(*lemma)
            });
            let participle = forms.iter().any(|(form, _)| *form == Form::Participle);
            let passive = participle && (be || at == verb.from && verb.mood == Mood::Participle);
            match chained {
                // The auxiliaries come first.
                _ if first == 0 => be = true,
                Some(&(_, lemma)) => {
                    // "sont convenus"
                    let passive = passive && !reflexive && !vocabulary.unaccusative(lemma);
                    all.push(Step { lemma, at, passive });
                    (be, reflexive) = (false, false);
                }
                None => {}
            }
        }
        all.push(Step { lemma: verb.lemma, at: verb.head, passive: verb.passive });
        all
    }

    /// What the verb at a token may be, of one word or several, and the token after it.
    fn verb_at(&self, at: usize, end: usize) -> (&[(Form, u32)], usize) {
        let vocabulary = &self.frames.vocabulary;
        let longest = end.min(at + self.longest());
        let verbs = |to: usize| (vocabulary.verbs(&self.words(at, to)), to);
        let found = (at + 1..=longest).rev().map(verbs).find(|(forms, _)| !forms.is_empty());
        found.unwrap_or((&[], at + 1))
    }

    /// So many words a verb or particle has at most.
    fn longest(&self) -> usize {
        if self.frames.vocabulary.isolating() { WORDS } else { 1 }
    }

    /// Whether what a verb says of the next is only wished, refused or asked.
    pub(super) fn unreal(&self, step: &Step) -> bool {
        let vocabulary = &self.frames.vocabulary;
        let says = vocabulary.catenative(vocabulary.name(step.lemma));
        matches!(says, Some(Catenative::Wished | Catenative::Asked | Catenative::Refused))
    }

    /// Whether one of these tokens says that it only may be.
    pub(super) fn maybe(&self, mut tokens: Range<usize>) -> bool {
        let modal = |from: usize, to: usize| {
            let words = self.words(from, to);
            self.frames.vocabulary.functions(&words).contains(&Function::Modal)
        };
        let end = tokens.end;
        tokens.any(|i| (i + 1..=end.min(i + self.longest())).any(|to| modal(i, to)))
    }

    /// "if they agree to sign"
    pub(super) fn supposed(&self, clause: &Clause) -> bool {
        let before = (0..clause.at).rev().take_while(|&chunk| {
            !matches!(self.parse.chunks[chunk], Chunk::Verb(_) | Chunk::Break)
        });
        { before }
            .any(|chunk| matches!(self.parse.chunks[chunk], Chunk::Opens(Class::Hypothetical)))
    }
}

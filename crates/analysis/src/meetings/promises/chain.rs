//! The verbs of a verb group, and whether what they tell is so: "agreed to sign", "may agree to
//! sign", "hopes to agree to sign".

use super::super::told::Reader;
use crate::grammar::chunking::{Chunk, Mood, VerbGroup};
use crate::grammar::clauses::Clause;
use crate::grammar::vocabulary::{Catenative, Form, Function};
use crate::grammar::words::Class;
use std::ops::Range;

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
        let mut be = false;
        for at in verb.from..verb.head {
            let forms = vocabulary.verbs(tokens.key(at));
            let Some(&(_, first)) = forms.first() else { continue };
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
                    all.push(Step { lemma, at, passive });
                    be = false;
                }
                None => {}
            }
        }
        all.push(Step { lemma: verb.lemma, at: verb.head, passive: verb.passive });
        all
    }

    /// Whether what a verb says of the next is only wished, refused or asked.
    pub(super) fn unreal(&self, step: &Step) -> bool {
        let vocabulary = &self.frames.vocabulary;
        let says = vocabulary.catenative(vocabulary.name(step.lemma));
        matches!(says, Some(Catenative::Wished | Catenative::Asked | Catenative::Refused))
    }

    /// Whether one of these tokens says that it only may be.
    pub(super) fn maybe(&self, mut tokens: Range<usize>) -> bool {
        let text = self.sentence.annotated().tokens;
        tokens.any(|i| self.frames.vocabulary.functions(text.key(i)).contains(&Function::Modal))
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

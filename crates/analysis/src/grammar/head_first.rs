//! Noun phrases of languages that say the head first: "chuyến thăm chính thức Việt Nam".
//!
//! What stands behind the head up to a verb, a preposition, a date or somebody tells which one it is.

use super::chunking::NounPhrase;
use super::words::{AtomKind, Class, Word};

/// The noun phrase that begins with a word, and the word after it.
pub(super) fn phrase(words: &[Word], first: usize) -> (NounPhrase, usize) {
    let mut phrase = NounPhrase::beginning(&words[first]);
    let mut headed = false;
    let mut at = first;
    while let Some(word) = words.get(at) {
        match word.class {
            Class::Atom(AtomKind::Date) => break,
            Class::Atom(AtomKind::Human | AtomKind::Humans)
            | Class::Determiner
            | Class::Possessive
            | Class::Pronoun
                if headed =>
            {
                break;
            }
            Class::Atom(kind) if !headed => {
                (phrase.head, phrase.atom, headed) = (word.from, Some(kind), true);
            }
            Class::Noun | Class::Pronoun if !headed => (phrase.head, headed) = (word.from, true),
            Class::Atom(_)
            | Class::Noun
            | Class::Number
            | Class::Adjective
            | Class::Determiner
            | Class::Possessive => {}
            _ => break,
        }
        phrase.to = word.to;
        at += 1;
        // Nothing is told of somebody behind the name.
        if phrase.human() || words[at - 1].class == Class::Pronoun {
            break;
        }
    }
    (phrase, at.max(first + 1))
}

//! Lists in `frames.toml`: words and verbs parted by bars, and who stands where with a verb.

use super::frames::{VerbForm, form};
use crate::grammar::vocabulary::Vocabulary;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The entries of a list, parted by bars.
pub(super) fn bars(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').map(str::trim).filter(|words| !words.is_empty())
}

/// The words of a list as the vocabulary spells them.
pub(super) fn words(list: &str, vocabulary: &Vocabulary) -> Vec<String> {
    bars(list).map(|words| vocabulary.spelt(words)).collect()
}

/// The same of a list that may be parted by blanks, since each entry is one word.
pub(super) fn single_words(list: &str, vocabulary: &Vocabulary) -> Vec<String> {
    match list.contains('|') {
        true => words(list, vocabulary),
        false => list.split_whitespace().map(|word| vocabulary.spelt(word)).collect(),
    }
}

/// The verbs of a list.
///
/// # Errors
/// Which verb the grammar of the language does not know.
pub(super) fn verbs(list: &str, vocabulary: &Vocabulary) -> Result<Vec<VerbForm>, String> {
    bars(list).map(|words| form(words, vocabulary)).collect()
}

/// Who or what stands where: the subject, the object, and by preposition.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Roles<R> {
    pub(super) subject: Option<R>,
    pub(super) object: Option<R>,
    /// A pronoun before the verb that is not its object: "lui".
    pub(super) dative: Option<R>,
    #[serde(flatten)]
    pub(super) others: BTreeMap<String, R>,
}

impl<R: Copy> Roles<R> {
    /// The same, with prepositions as the vocabulary spells them.
    pub(super) fn spelt(&self, vocabulary: &Vocabulary) -> Self {
        let spelt = |(word, role): (&String, &R)| (vocabulary.spelt(word), *role);
        Self {
            subject: self.subject,
            object: self.object,
            dative: self.dative,
            others: self.others.iter().map(spelt).collect(),
        }
    }
}

//! Lists in `frames.toml`: words and verbs parted by bars, and who stands where with a verb.

use super::frames::{VerbForm, form};
use crate::grammar::vocabulary::Vocabulary;
use crate::lexicon::{Fault, Faults, List};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Reads lists by the vocabulary of their language, and gathers what is wrong in them.
pub(super) struct ListReader<'v> {
    vocabulary: &'v Vocabulary,
    pub(super) faults: Faults,
}

impl<'v> ListReader<'v> {
    pub(super) const fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, faults: Vec::new() }
    }

    /// The words of a list, parted by bars, as the vocabulary spells them.
    pub(super) fn words(&self, list: &str) -> Vec<String> {
        bars(list).map(|words| self.vocabulary.spelt(words)).collect()
    }

    /// The same of a list that may be parted by blanks, since each entry is one word.
    pub(super) fn single_words(&self, list: &str) -> Vec<String> {
        match list.contains('|') {
            true => self.words(list),
            false => list.split_whitespace().map(|word| self.vocabulary.spelt(word)).collect(),
        }
    }

    /// The verbs of a list, parted by bars. One that the grammar does not know is a fault.
    pub(super) fn verbs(&mut self, list: &List) -> Vec<VerbForm> {
        let mut forms = Vec::new();
        for words in bars(list.as_str()) {
            match form(words, self.vocabulary) {
                Ok(form) => forms.push(form),
                Err(fault) => self.faults.push((list.at(words), fault)),
            }
        }
        forms
    }

    /// Who stands where, with prepositions as the vocabulary spells them. One that the grammar does
    /// not know is a fault.
    pub(super) fn roles<R: Copy>(&mut self, roles: &Spanned<Roles<R>>) -> Roles<R> {
        let (at, roles) = (roles.span().start, roles.get_ref());
        let mut others = BTreeMap::new();
        for (word, role) in &roles.others {
            let spelt = self.vocabulary.spelt(word);
            if self.vocabulary.functions(&spelt).is_empty() {
                self.faults.push((at, Fault::RoleWord(word.clone())));
            }
            others.insert(spelt, *role);
        }
        let Roles { subject, object, dative, .. } = *roles;
        Roles { subject, object, dative, others }
    }
}

/// The entries of a list, parted by bars.
fn bars(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').map(str::trim).filter(|words| !words.is_empty())
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

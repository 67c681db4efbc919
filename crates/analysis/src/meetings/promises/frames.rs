//! Which verbs and nouns tell of promises, and who stands where with them: the section `promises`
//! of `lexicon/LANGUAGE/frames.toml`.

use super::super::frames::VerbForm;
use super::super::lists::{ListReader, Roles};
use crate::lexicon::List;
use entente_model::PromiseKind;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// What stands somewhere with a verb of promising.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::meetings) enum Role {
    /// Who promises, invites or proposes.
    From,
    /// To whom.
    To,
    /// To what somebody is invited.
    What,
}

/// A way in which a verb tells of a promise.
#[derive(Clone, Debug)]
pub(in crate::meetings) struct PromiseFrame {
    pub(super) form: VerbForm,
    /// Whatever is promised is of this kind; else what is promised tells the kind.
    pub(super) kind: Option<PromiseKind>,
    /// Only what is of this kind is promised.
    pub(super) only: Option<PromiseKind>,
    /// The nouns that the verb carries: "extend an invitation"; none where it tells by itself.
    pub(super) nouns: Vec<String>,
    pub(super) subject: Option<Role>,
    pub(super) object: Option<Role>,
    /// A pronoun before the verb that is not its object.
    pub(super) dative: Option<Role>,
    /// By preposition.
    pub(super) others: BTreeMap<String, Role>,
}

/// All that a language knows of promises; nothing where it has no section.
#[derive(Debug, Default)]
pub(in crate::meetings) struct PromiseFrames {
    /// By the number of the verb.
    verbs: BTreeMap<u32, Vec<PromiseFrame>>,
    /// Verbs that with a paper say that it is to be signed.
    pub(super) sign: Vec<VerbForm>,
    /// Of these, those that say of the past that it has been.
    pub(super) signed: Vec<VerbForm>,
    /// Verbs that say that it has been agreed, signed or not.
    pub(super) agreed: Vec<VerbForm>,
    /// Verbs that with a noun of meetings say that one is held, besides those that carry it.
    pub(super) hold: Vec<VerbForm>,
    /// Verbs that say that somebody comes, with or without a place.
    pub(super) come: Vec<VerbForm>,
    /// What may be signed without a name of its own.
    pub(super) papers: Vec<String>,
    /// What is set up for meetings.
    pub(super) bodies: Vec<String>,
    /// "the signing of"
    pub(super) signing: Vec<String>,
    /// "the holding of"
    pub(super) holding: Vec<String>,
    /// Prepositions behind a noun that say what it is about.
    pub(super) topic: Vec<String>,
    /// Nouns that stand for a country with its adjective: "Vietnamese authorities".
    pub(super) sides: Vec<String>,
    /// Words before a list of examples: "signed documents, especially the Joint Vision".
    pub(super) listing: Vec<String>,
    #[cfg(test)]
    pub(super) examples: Vec<String>,
}

/// The section of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::meetings) struct Section {
    sign: List,
    signed: List,
    #[serde(default)]
    agreed: List,
    hold: List,
    come: List,
    papers: String,
    bodies: String,
    signing: String,
    holding: String,
    topic: String,
    sides: String,
    listing: String,
    verb: Vec<Entry>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "tests run them"))]
    examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    lemmas: List,
    #[serde(default)]
    kind: Option<PromiseKind>,
    #[serde(default)]
    only: Option<PromiseKind>,
    #[serde(default)]
    nouns: String,
    roles: Spanned<Roles<Role>>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "tests run them"))]
    examples: Vec<String>,
}

impl PromiseFrames {
    /// Whether a verb tells of promises: what stands behind it is to be done.
    pub(in crate::meetings) fn tells(&self, lemma: u32) -> bool {
        self.verbs.contains_key(&lemma)
    }

    /// Reads the section.
    pub(in crate::meetings) fn read(section: Section, lists: &mut ListReader) -> Self {
        let mut all = Self {
            verbs: BTreeMap::new(),
            sign: lists.verbs(&section.sign),
            signed: lists.verbs(&section.signed),
            agreed: lists.verbs(&section.agreed),
            hold: lists.verbs(&section.hold),
            come: lists.verbs(&section.come),
            papers: lists.words(&section.papers),
            bodies: lists.words(&section.bodies),
            signing: lists.words(&section.signing),
            holding: lists.words(&section.holding),
            topic: lists.words(&section.topic),
            sides: lists.words(&section.sides),
            listing: lists.words(&section.listing),
            #[cfg(test)]
            examples: section.examples,
        };
        for entry in section.verb {
            let Roles { subject, object, dative, others } = lists.roles(&entry.roles);
            for form in lists.verbs(&entry.lemmas) {
                all.verbs.entry(form.lemma).or_default().push(PromiseFrame {
                    form,
                    kind: entry.kind,
                    only: entry.only,
                    nouns: lists.words(&entry.nouns),
                    subject,
                    object,
                    dative,
                    others: others.clone(),
                });
            }
            #[cfg(test)]
            all.examples.extend(entry.examples);
        }
        all
    }

    /// Whether the language has promises.
    pub(super) fn is_empty(&self) -> bool {
        self.verbs.is_empty()
    }

    /// The frames of a verb.
    pub(super) fn of_verb(&self, lemma: u32) -> &[PromiseFrame] {
        self.verbs.get(&lemma).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::frames::{of_language, sources};
    use crate::{Given, Promise, analyse};
    use entente_calendar::Period;

    /// An example and what it tells: "sentence -> kind: from > to: what", parted by semicolons;
    /// nothing for no promise.
    #[test]
    fn examples_are_read_as_they_say() {
        let mut wrong = Vec::new();
        for (language, _, file) in sources() {
            let given = Given {
                published: Period::parse("2024-05-14"),
                language: Some(language),
                ..Given::default()
            };
            for example in &of_language(language).promises.examples {
                let (text, expected) = example.split_once("->").unwrap();
                let text = text.trim();
                let analysis = analyse(text, &given);
                let names = |numbers: &[usize]| {
                    let name = |&number: &usize| analysis.names[number].name.as_str();
                    numbers.iter().map(name).collect::<Vec<_>>().join(", ")
                };
                let shown = |promise: &Promise| {
                    let (who, to) = (names(&promise.who), names(&promise.to));
                    format!("{}: {who} > {to}: {}", promise.kind, promise.what.of(text))
                };
                let found: Vec<String> = analysis.promises.iter().map(shown).collect();
                if found.join("; ") != expected.trim() {
                    let found = found.join("; ");
                    let line = file.lines().position(|line| line.contains(text));
                    let line = line.map_or(0, |line| line + 1);
                    wrong.push(format!(
                        "lexicon/{language}/frames.toml:{line}: {text}\n  expected {expected}\n  \
                         found    {found}"
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

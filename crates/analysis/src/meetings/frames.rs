//! Frames: which verbs tell of which meetings, and who stands where with them (Fillmore, "Frame
//! Semantics", 1982), from `lexicon/LANGUAGE/frames.toml`.

use super::lists::{ListReader, Roles};
use super::promises::frames::{PromiseFrames, Section};
use crate::grammar::vocabulary::{Form, Function, Vocabulary};
use crate::languages::LANGUAGES;
use crate::lexicon::{Fault, Faults, List};
use entente_model::{Act, MeetingKind};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use toml::Spanned;

/// What stands somewhere with a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Role {
    /// Takes part.
    Party,
    /// Takes part, and travels.
    Guest,
    /// Takes part, at home.
    Host,
    /// Where it is.
    Place,
    /// What is attended.
    Event,
    /// What is signed.
    Paper,
    /// What is opened, unveiled, handed over.
    Thing,
}

impl Role {
    /// Whether somebody in it takes part.
    pub(super) const fn takes_part(self) -> bool {
        matches!(self, Self::Party | Self::Guest | Self::Host)
    }
}

/// A way in which a verb tells of a meeting.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) form: VerbForm,
    pub(super) kind: MeetingKind,
    /// The kind where they were in one place.
    pub(super) present: Option<MeetingKind>,
    /// Who does it may be told by an office alone.
    pub(super) office: bool,
    /// The kind where it is to come.
    pub(super) planned: Option<MeetingKind>,
    pub(super) needs: usize,
    pub(super) subject: Option<Role>,
    pub(super) object: Option<Role>,
    /// A pronoun before the verb that is not its object.
    pub(super) dative: Option<Role>,
    /// By preposition.
    pub(super) others: BTreeMap<String, Role>,
    /// Only with somebody behind a preposition.
    pub(super) only_with: bool,
    /// Who does it "here" comes to the place of the report: not "leave here".
    pub(super) comes: bool,
    /// Only with one of these words as object; any where there are none.
    pub(super) objects: Vec<String>,
}

/// All that a language knows of who does what.
#[derive(Debug, Default)]
pub(super) struct Frames {
    pub(super) vocabulary: Vocabulary,
    pub(super) nouns: Nouns,
    /// Leaders named together are met one by one.
    pub(super) leaders_apart: bool,
    pub(super) promises: PromiseFrames,
    /// By the number of the verb.
    verbs: BTreeMap<u32, Vec<Frame>>,
    /// What a verb says was done with a paper, by its number.
    outcomes: BTreeMap<u32, Act>,
    #[cfg(test)]
    examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    #[serde(default)]
    leaders_apart: bool,
    verb: Vec<Entry>,
    #[serde(default)]
    outcome: Vec<OutcomeEntry>,
    nouns: NounEntry,
    /// A language may have none yet.
    promises: Option<Section>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct NounEntry {
    carry: List,
    carry_in: String,
    occur: List,
    ahead: List,
    drop: List,
    shift: List,
    until: String,
    lead: List,
    host: List,
    open: List,
    attendance: List,
    mark: List,
    send: List,
    accompany: List,
    with_subject: String,
    attend: String,
    aside: String,
    purpose: String,
    before: String,
    part: String,
    beside: String,
    house: String,
    #[serde(rename = "where")]
    where_: String,
    there: String,
    #[serde(default)]
    matters: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    here: String,
    #[serde(default)]
    spoken: String,
    bodies: String,
    with: String,
    partner: String,
    by: String,
    coming: String,
    past: String,
    possible: String,
    #[serde(default)]
    never: String,
    #[serde(default)]
    companions: List,
    #[serde(default)]
    occur_first: List,
    #[serde(default)]
    state: String,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "tests run them"))]
    examples: Vec<String>,
}

/// What was done with a paper: "announced the handbook".
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeEntry {
    lemmas: List,
    act: Act,
}

/// A verb with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VerbForm {
    pub(super) lemma: u32,
    /// The words behind it: "sit down".
    pub(super) particle: Option<String>,
    /// It has a "se": "se rendre".
    pub(super) reflexive: bool,
    /// It is passive, where that says something of its own: "être attendu".
    pub(super) passive: bool,
}

/// What verbs and prepositions say of a meeting that a noun tells.
#[derive(Debug, Default)]
pub(super) struct Nouns {
    pub(super) carry: Vec<VerbForm>,
    pub(super) carry_in: Vec<String>,
    pub(super) occur: Vec<VerbForm>,
    pub(super) ahead: Vec<VerbForm>,
    pub(super) drop: Vec<VerbForm>,
    pub(super) shift: Vec<VerbForm>,
    pub(super) until: Vec<String>,
    pub(super) lead: Vec<VerbForm>,
    pub(super) host: Vec<VerbForm>,
    pub(super) open: Vec<VerbForm>,
    pub(super) attendance: Vec<VerbForm>,
    pub(super) mark: Vec<VerbForm>,
    pub(super) send: Vec<VerbForm>,
    pub(super) accompany: Vec<VerbForm>,
    /// Who does what these say travels with its object.
    pub(super) companions: Vec<VerbForm>,
    pub(super) with_subject: Vec<String>,
    pub(super) attend: Vec<String>,
    pub(super) aside: Vec<String>,
    pub(super) purpose: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) part: Vec<String>,
    pub(super) beside: Vec<String>,
    pub(super) house: Vec<String>,
    pub(super) where_: Vec<String>,
    pub(super) there: Vec<String>,
    /// Of what they talk, and has a place of its own: "the war in Ukraine".
    pub(super) matters: Vec<String>,
    /// They lead to what is talked about.
    pub(super) about: Vec<String>,
    pub(super) here: Vec<String>,
    pub(super) spoken: Vec<String>,
    pub(super) bodies: Vec<String>,
    pub(super) with: Vec<String>,
    pub(super) partner: Vec<String>,
    pub(super) by: Vec<String>,
    pub(super) coming: Vec<String>,
    pub(super) past: Vec<String>,
    pub(super) possible: Vec<String>,
    /// Words that begin as such a noun does and are none: "point de presse".
    pub(super) never: Vec<String>,
    /// Of `occur`, those that the noun may stand behind.
    pub(super) occur_first: Vec<VerbForm>,
    /// "X, en visite à Rome": of whom it is said.
    pub(super) state: Vec<String>,
}

impl Nouns {
    fn read(entry: &NounEntry, lists: &mut ListReader) -> Self {
        Self {
            carry: lists.verbs(&entry.carry),
            carry_in: lists.words(&entry.carry_in),
            occur: lists.verbs(&entry.occur),
            ahead: lists.verbs(&entry.ahead),
            drop: lists.verbs(&entry.drop),
            shift: lists.verbs(&entry.shift),
            until: lists.words(&entry.until),
            lead: lists.verbs(&entry.lead),
            host: lists.verbs(&entry.host),
            open: lists.verbs(&entry.open),
            attendance: lists.verbs(&entry.attendance),
            mark: lists.verbs(&entry.mark),
            send: lists.verbs(&entry.send),
            accompany: lists.verbs(&entry.accompany),
            companions: lists.verbs(&entry.companions),
            with_subject: lists.words(&entry.with_subject),
            attend: lists.words(&entry.attend),
            aside: lists.words(&entry.aside),
            purpose: lists.words(&entry.purpose),
            before: lists.words(&entry.before),
            part: lists.words(&entry.part),
            beside: lists.words(&entry.beside),
            house: lists.words(&entry.house),
            where_: lists.words(&entry.where_),
            there: lists.words(&entry.there),
            matters: lists.words(&entry.matters),
            about: lists.words(&entry.about),
            here: lists.words(&entry.here),
            spoken: lists.words(&entry.spoken),
            bodies: lists.single_words(&entry.bodies),
            with: lists.words(&entry.with),
            partner: lists.words(&entry.partner),
            by: lists.words(&entry.by),
            coming: lists.single_words(&entry.coming),
            past: lists.single_words(&entry.past),
            possible: lists.single_words(&entry.possible),
            never: lists.words(&entry.never),
            occur_first: lists.verbs(&entry.occur_first),
            state: lists.words(&entry.state),
        }
    }
}

/// "sit down", "se rendre", "être attendu": the verb, and what belongs to it.
///
/// A verb of several words stands in the lists as a whole.
///
/// # Errors
/// Which verb the grammar of the language does not know.
pub(super) fn form(words: &str, vocabulary: &Vocabulary) -> Result<VerbForm, Fault> {
    if let Some(lemma) = vocabulary.lemma(words) {
        return Ok(VerbForm { lemma, particle: None, reflexive: false, passive: false });
    }
    let whole = if vocabulary.contracts { vocabulary.spelt(words) } else { words.to_owned() };
    let mut words = whole.as_str();
    let mut next = || {
        let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
        words = rest;
        word
    };
    let mut verb = next();
    let reflexive = vocabulary.functions(verb).contains(&Function::Reflexive);
    if reflexive {
        verb = next();
    }
    let mut lemma = vocabulary.lemma(verb).ok_or_else(|| Fault::Verb(verb.to_owned()))?;
    let participle = |&&(form, of): &&(Form, u32)| form == Form::Participle && of != lemma;
    let rest = words.split(' ').next().unwrap_or_default();
    let said = lemma == 0 && vocabulary.infinitive;
    let passive = vocabulary.verbs(rest).iter().find(participle).filter(|_| said);
    if let Some(&(_, of)) = passive {
        lemma = of;
        words = words.split_once(' ').map_or("", |(_, rest)| rest);
    }
    let particle = Some(words.to_owned()).filter(|words| !words.is_empty());
    Ok(VerbForm { lemma, particle, reflexive, passive: passive.is_some() })
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Entry {
    lemmas: List,
    kind: MeetingKind,
    #[serde(default)]
    present: Option<MeetingKind>,
    #[serde(default)]
    office: bool,
    #[serde(default)]
    planned: Option<MeetingKind>,
    #[serde(default = "two")]
    needs: usize,
    roles: Spanned<Roles<Role>>,
    #[serde(default)]
    only_with: bool,
    #[serde(default)]
    comes: bool,
    #[serde(default)]
    objects: String,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "tests run them"))]
    examples: Vec<String>,
}

const fn two() -> usize {
    2
}

/// The languages that have frames: their codes, their grammar and their frames.
pub(super) fn sources() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    LANGUAGES
        .iter()
        .filter_map(|language| Some((language.code, language.grammar?, language.frames?)))
}

/// The frames of a language; none of one that has no file.
pub(super) fn of_language(language: &str) -> &'static Frames {
    static FRAMES: OnceLock<Vec<(&str, Frames)>> = OnceLock::new();
    static NONE: OnceLock<Frames> = OnceLock::new();
    let all = FRAMES.get_or_init(|| {
        // What is wrong is left out; a test tells it.
        let read = |(language, grammar, frames)| {
            let (vocabulary, _) = Vocabulary::read(grammar);
            (language, Frames::read(vocabulary, frames).0)
        };
        sources().map(read).collect()
    });
    let found = all.iter().find(|(other, _)| *other == language);
    found.map_or_else(|| NONE.get_or_init(Frames::default), |(_, frames)| frames)
}

impl Frames {
    /// Reads the file of a language, and tells what is wrong with it.
    pub(super) fn read(vocabulary: Vocabulary, frames: &str) -> (Self, Faults) {
        match toml::from_str(frames) {
            Ok(file) => Self::of_file(file, vocabulary),
            Err(error) => (Self { vocabulary, ..Self::default() }, vec![Fault::of_toml(&error)]),
        }
    }

    fn of_file(file: File, vocabulary: Vocabulary) -> (Self, Faults) {
        let mut lists = ListReader::new(&vocabulary);
        let nouns = Nouns::read(&file.nouns, &mut lists);
        let promises = file.promises.map(|section| PromiseFrames::read(section, &mut lists));
        let (promises, leaders_apart) = (promises.unwrap_or_default(), file.leaders_apart);
        let mut all = Self { nouns, leaders_apart, promises, ..Self::default() };
        for entry in file.verb {
            let Roles { subject, object, dative, others } = lists.roles(&entry.roles);
            for form in lists.verbs(&entry.lemmas) {
                let lemma = form.lemma;
                let frame = Frame {
                    form,
                    kind: entry.kind,
                    present: entry.present,
                    office: entry.office,
                    planned: entry.planned,
                    needs: entry.needs,
                    subject,
                    object,
                    dative,
                    others: others.clone(),
                    only_with: entry.only_with,
                    comes: entry.comes,
                    objects: lists.single_words(&entry.objects),
                };
                let of_verb = all.verbs.entry(lemma).or_default();
                // "sit down" goes before "sit".
                let at = of_verb.partition_point(|other| other.form.particle.is_some());
                let particle = frame.form.particle.is_some();
                of_verb.insert(if particle { at } else { of_verb.len() }, frame);
            }
            #[cfg(test)]
            all.examples.extend(entry.examples);
        }
        for entry in file.outcome {
            let forms = lists.verbs(&entry.lemmas);
            all.outcomes.extend(forms.into_iter().map(|form| (form.lemma, entry.act)));
        }
        #[cfg(test)]
        all.examples.extend(file.nouns.examples);
        let faults = lists.faults;
        (Self { vocabulary, ..all }, faults)
    }

    /// What a verb says was done with a paper.
    pub(super) fn outcome(&self, lemma: u32) -> Option<Act> {
        self.outcomes.get(&lemma).copied()
    }

    /// The frames of a verb; those with a particle first.
    pub(super) fn of_verb(&self, lemma: u32) -> &[Frame] {
        self.verbs.get(&lemma).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Given, analyse};
    use entente_calendar::Period;

    /// An example and what it tells: "sentence -> kind status: names", nothing for no meeting.
    #[test]
    fn examples_are_read_as_they_say() {
        let mut wrong = Vec::new();
        let examples = sources().flat_map(|(language, _, file)| {
            of_language(language).examples.iter().map(move |example| (language, file, example))
        });
        for (language, file, example) in examples {
            let given = Given {
                published: Period::parse("2024-05-14"),
                language: Some(language),
                ..Given::default()
            };
            let (text, expected) = example.split_once("->").unwrap();
            let analysis = analyse(text.trim(), &given);
            let shown = |meeting: &crate::Meeting| {
                let names: Vec<&str> = meeting
                    .participants
                    .iter()
                    .map(|&who| analysis.names[who].name.as_str())
                    .collect();
                format!(
                    "{} {}: {}",
                    meeting.kind.as_str(),
                    meeting.status.as_str(),
                    names.join(", ")
                )
            };
            let found: Vec<String> = analysis.meetings.iter().map(shown).collect();
            if found.join("; ") != expected.trim() {
                let line = file.lines().position(|line| line.contains(text.trim()));
                wrong.push(format!(
                    "lexicon/{language}/frames.toml:{}: {text}\n  expected {expected}\n  found    {}",
                    line.map_or(0, |line| line + 1),
                    found.join("; ")
                ));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn the_examples_of_a_language_are_known_to_be_of_it() {
        for (language, ..) in sources() {
            let all = of_language(language).examples.join("\n\n");
            let found = analyse(&all, &Given::default()).language;
            assert_eq!(found, language, "add words to `stop:` in lexicon/{language}/language.txt");
        }
    }
}

//! Frames: which verbs tell of which meetings, and who stands where with them (Fillmore, "Frame
//! Semantics", 1982), from `lexicon/LANGUAGE/frames.toml`.

use super::lists::{self, Roles};
use super::promises::frames::{PromiseFrames, Section};
use crate::grammar::vocabulary::{Form, Function, Vocabulary};
use crate::languages::LANGUAGES;
use entente_model::{Act, MeetingKind};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

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
    carry: String,
    carry_in: String,
    occur: String,
    ahead: String,
    drop: String,
    shift: String,
    until: String,
    lead: String,
    host: String,
    open: String,
    attendance: String,
    mark: String,
    send: String,
    accompany: String,
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
    companions: String,
    #[serde(default)]
    occur_first: String,
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
    lemmas: String,
    act: String,
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
    fn read(entry: &NounEntry, vocabulary: &Vocabulary) -> Result<Self, String> {
        let bars = |list: &str| lists::words(list, vocabulary);
        let blanks = |list: &str| lists::single_words(list, vocabulary);
        let verbs = |list: &str| lists::verbs(list, vocabulary);
        Ok(Self {
            carry: verbs(&entry.carry)?,
            carry_in: bars(&entry.carry_in),
            occur: verbs(&entry.occur)?,
            ahead: verbs(&entry.ahead)?,
            drop: verbs(&entry.drop)?,
            shift: verbs(&entry.shift)?,
            until: bars(&entry.until),
            lead: verbs(&entry.lead)?,
            host: verbs(&entry.host)?,
            open: verbs(&entry.open)?,
            attendance: verbs(&entry.attendance)?,
            mark: verbs(&entry.mark)?,
            send: verbs(&entry.send)?,
            accompany: verbs(&entry.accompany)?,
            companions: verbs(&entry.companions)?,
            with_subject: bars(&entry.with_subject),
            attend: bars(&entry.attend),
            aside: bars(&entry.aside),
            purpose: bars(&entry.purpose),
            before: bars(&entry.before),
            part: bars(&entry.part),
            beside: bars(&entry.beside),
            house: bars(&entry.house),
            where_: bars(&entry.where_),
            there: bars(&entry.there),
            bodies: blanks(&entry.bodies),
            with: bars(&entry.with),
            partner: bars(&entry.partner),
            by: bars(&entry.by),
            coming: blanks(&entry.coming),
            past: blanks(&entry.past),
            possible: blanks(&entry.possible),
            never: bars(&entry.never),
            occur_first: verbs(&entry.occur_first)?,
            state: bars(&entry.state),
        })
    }
}

/// "sit down", "se rendre", "être attendu": the verb, and what belongs to it.
///
/// A verb of several words stands in the lists as a whole.
pub(super) fn form(words: &str, vocabulary: &Vocabulary) -> Result<VerbForm, String> {
    if let Some(lemma) = vocabulary.lemma(words) {
        return Ok(VerbForm { lemma, particle: None, reflexive: false, passive: false });
    }
    let whole = if vocabulary.elides { vocabulary.spelt(words) } else { words.to_owned() };
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
    let mut lemma = vocabulary.lemma(verb).ok_or_else(|| format!("no verb {verb}"))?;
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
    lemmas: String,
    kind: String,
    #[serde(default)]
    present: Option<String>,
    #[serde(default)]
    office: bool,
    #[serde(default)]
    planned: Option<String>,
    #[serde(default = "two")]
    needs: usize,
    roles: Roles<Role>,
    #[serde(default)]
    only_with: bool,
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
        // A test reads the files: what is compiled in is right.
        let read = |(language, grammar, frames)| {
            (language, Frames::read(grammar, frames).unwrap_or_default())
        };
        sources().map(read).collect()
    });
    let found = all.iter().find(|(other, _)| *other == language);
    found.map_or_else(|| NONE.get_or_init(Frames::default), |(_, frames)| frames)
}

impl Frames {
    fn read(grammar: &str, frames: &str) -> Result<Self, String> {
        let told = |error: toml::de::Error| error.to_string();
        let vocabulary = Vocabulary::read(grammar).map_err(told)?;
        let file: File = toml::from_str(frames).map_err(told)?;
        let nouns = Nouns::read(&file.nouns, &vocabulary)?;
        let promises = file.promises.map(|section| PromiseFrames::read(section, &vocabulary));
        let promises = promises.transpose()?.unwrap_or_default();
        let leaders_apart = file.leaders_apart;
        let mut all = Self { vocabulary, nouns, leaders_apart, promises, ..Self::default() };
        for entry in file.verb {
            let kind = kind(&entry.kind)?;
            let present = entry.present.as_deref().map(self::kind).transpose()?;
            let planned = entry.planned.as_deref().map(self::kind).transpose()?;
            let Roles { subject, object, dative, others } = entry.roles.spelt(&all.vocabulary);
            for form in lists::verbs(&entry.lemmas, &all.vocabulary)? {
                let lemma = form.lemma;
                let frame = Frame {
                    form,
                    kind,
                    present,
                    office: entry.office,
                    planned,
                    needs: entry.needs,
                    subject,
                    object,
                    dative,
                    others: others.clone(),
                    only_with: entry.only_with,
                    objects: lists::single_words(&entry.objects, &all.vocabulary),
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
            let act = Act::ALL.iter().find(|act| act.as_str() == entry.act);
            let act = *act.ok_or_else(|| format!("no act: {}", entry.act))?;
            for form in lists::verbs(&entry.lemmas, &all.vocabulary)? {
                all.outcomes.insert(form.lemma, act);
            }
        }
        #[cfg(test)]
        all.examples.extend(file.nouns.examples);
        Ok(all)
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

fn kind(name: &str) -> Result<MeetingKind, String> {
    let kind = MeetingKind::ALL.iter().find(|kind| kind.as_str() == name);
    kind.copied().ok_or_else(|| format!("no kind of meeting: {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Given, analyse};
    use entente_calendar::Period;

    #[test]
    fn the_files_are_read() {
        for (_, grammar, frames) in sources() {
            Frames::read(grammar, frames).map(drop).unwrap();
        }
    }

    /// An example and what it tells: "sentence -> kind status: names", nothing for no meeting.
    #[test]
    fn examples_are_read_as_they_say() {
        let mut wrong = Vec::new();
        let examples = sources().flat_map(|(language, ..)| {
            of_language(language).examples.iter().map(move |example| (language, example))
        });
        for (language, example) in examples {
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
                wrong.push(format!(
                    "{text}\n  expected {expected}\n  found    {}",
                    found.join("; ")
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

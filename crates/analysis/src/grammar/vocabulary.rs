//! The small words of a language and the forms of its verbs: `lexicon/LANGUAGE/grammar.toml`.

use crate::lexicon::{self, Fault, Faults, List};
use crate::tokens::Tokens;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What a word of the lists can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Function {
    Determiner,
    Possessive,
    Preposition,
    /// "by" before who does it.
    Agent,
    /// "to" before a verb.
    Infinitive,
    Conjunction,
    /// "that"
    Complementizer,
    /// "if"
    Hypothetical,
    /// "when"
    Subordinator,
    Temporal,
    Relative,
    Pronoun,
    /// "each other"
    Reciprocal,
    /// "morning"
    DayPart,
    /// "will": what is to come.
    Future,
    Modal,
    Negation,
    Adverb,
    Adjective,
    /// "se": who does it is also who it is done to.
    Reflexive,
    /// "lui", "y": an object that stands before its verb.
    Clitic,
    /// Of these, one that is the object, one that stands for what a preposition leads to, and one of
    /// several: "l'", "lui", "leur".
    Whom,
    ToWhom,
    Several,
    /// A particle that says of a verb that it is done or goes on: "đã".
    Aspect,
    /// A particle before a passive verb, or before who does what it says: "được".
    Passive,
    /// Before a verb it makes a noun of it: "cuộc", "việc".
    Classifier,
}

/// A form of a verb. A word may be several: "met" is a past tense and a participle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "meet": infinitive, and the present of several.
    Base,
    /// "meets"
    Present,
    /// "met"
    Past,
    /// "spoken"
    Participle,
    /// "meeting"
    Gerund,
    /// Where a language has one word for it: "rencontrera".
    Future,
    /// As well: "rencontrerait".
    Conditional,
}

/// In the order of the files, behind the base.
const FORMS: [Form; 6] =
    [Form::Present, Form::Past, Form::Participle, Form::Gerund, Form::Future, Form::Conditional];

/// The lists of a language, made ready.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of a language")]
pub(crate) struct Vocabulary {
    /// Whether words have one form and verbs stand in a row: what `isolating` reads.
    isolating: bool,
    /// Whether words with other diacritics are other words.
    strict: bool,
    /// Nouns of several words, and words that are verbs and nouns.
    nouns: HashSet<String>,
    /// Verbs that say that somebody comes: "đến", "sang".
    approach: Vec<u32>,
    /// What goes on at the same time: "đang".
    progressive: HashSet<String>,
    /// Forms of verbs that are said of one: "is".
    singular: HashSet<String>,
    /// Folded words (of several with blanks) and what they can be.
    functions: HashMap<String, Vec<Function>>,
    /// The longest list entry, in words.
    longest: usize,
    /// Forms and the verbs that they are of.
    verbs: HashMap<String, Vec<(Form, u32)>>,
    lemmas: Vec<String>,
    speech: Vec<u32>,
    /// By the verb, or by the word of an adjective.
    catenatives: HashMap<String, Catenative>,
    adverb_endings: Vec<String>,
    past_endings: Vec<String>,
    adjective_endings: Vec<String>,
    plural_endings: Vec<String>,
    /// Words are cut off or run together, so that apostrophes and hyphens part them: "l'accord", "do",
    /// "reuniu-se". Words keep their diacritics.
    pub(crate) contracts: bool,
    /// Words that are a preposition and an article in one, and forms cut off: "du", "d" of "de".
    contractions: HashMap<String, String>,
    /// Forms of verbs that are nouns as well; in a language without this list all may be.
    verbal_nouns: Option<HashSet<String>>,
    noun_endings: Vec<String>,
    /// Verbs whose perfect has the auxiliary of the passive: "est arrivé".
    unaccusatives: HashSet<u32>,
    /// Verbs that are a participle where no object follows: "the pact, signed in May".
    transitives: HashSet<u32>,
    /// What says more of a noun stands behind it: "visite officielle".
    pub(crate) postposed: bool,
    /// An infinitive is a form of its own, and needs no word before it: "doit rencontrer".
    pub(crate) infinitive: bool,
}

/// What a verb or adjective says of the verb behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Catenative {
    /// "is due to"
    Planned,
    /// "hopes to"
    Wished,
    /// "invited X to": what X is to do.
    Asked,
    /// "sent X to", "thanked X for sending": X does it.
    Object,
    /// "declined to"
    Refused,
    /// "began to"
    Plain,
}

/// Words by what they say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catenatives {
    planned: String,
    wished: String,
    asked: String,
    #[serde(default)]
    object: String,
    refused: String,
    plain: String,
}

/// The file.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of a language")]
struct Lists {
    #[serde(default)]
    isolating: bool,
    #[serde(default)]
    strict: bool,
    #[serde(default)]
    nouns: String,
    #[serde(default)]
    approach: List,
    #[serde(default)]
    progressive: String,
    #[serde(default)]
    singular: String,
    #[serde(default)]
    aspects: String,
    #[serde(default)]
    passives: String,
    #[serde(default)]
    classifiers: String,
    determiners: String,
    #[serde(default)]
    possessives: String,
    prepositions: String,
    infinitives: String,
    agents: String,
    conjunctions: String,
    complementizers: String,
    hypothetical: String,
    subordinators: String,
    temporal: String,
    relatives: String,
    pronouns: String,
    reciprocals: String,
    #[serde(default)]
    day_parts: String,
    future: String,
    modals: String,
    negations: String,
    adverbs: String,
    adjectives: String,
    #[serde(default)]
    adverb_endings: String,
    #[serde(default)]
    past_endings: String,
    #[serde(default)]
    adjective_endings: String,
    #[serde(default)]
    plural_endings: String,
    speech: List,
    catenatives: Catenatives,
    #[serde(default)]
    rules: String,
    #[serde(default)]
    irregular: String,
    regular: List,
    #[serde(default)]
    reflexives: String,
    #[serde(default)]
    clitics: String,
    #[serde(default)]
    contracts: bool,
    #[serde(default)]
    clitic_objects: String,
    #[serde(default)]
    clitic_datives: String,
    #[serde(default)]
    clitic_plurals: String,
    #[serde(default)]
    contractions: String,
    verbal_nouns: Option<String>,
    #[serde(default)]
    noun_endings: String,
    #[serde(default)]
    unaccusatives: List,
    #[serde(default)]
    transitives: List,
    #[serde(default)]
    postposed: bool,
    #[serde(default)]
    infinitive: bool,
}

impl Vocabulary {
    /// Reads the file of a language, and tells what is wrong with it.
    pub(crate) fn read(file: &str) -> (Self, Faults) {
        match toml::from_str(file) {
            Ok(lists) => Self::of_lists(&lists),
            Err(error) => (Self::default(), vec![Fault::of_toml(&error)]),
        }
    }

    fn of_lists(lists: &Lists) -> (Self, Faults) {
        use Function::{
            Adjective, Adverb, Agent, Aspect, Classifier, Clitic, Complementizer, Conjunction,
            DayPart, Determiner, Future, Hypothetical, Infinitive, Modal, Negation, Passive,
            Possessive, Preposition, Pronoun, Reciprocal, Reflexive, Relative, Several,
            Subordinator, Temporal, ToWhom, Whom,
        };
        let mut faults = Faults::new();
        let words = |list: &str| list.split_whitespace().map(str::to_owned).collect();
        let mut vocabulary = Self {
            isolating: lists.isolating,
            strict: lists.strict,
            contracts: lists.contracts,
            verbal_nouns: lists.verbal_nouns.as_deref().map(words),
            postposed: lists.postposed,
            infinitive: lists.infinitive,
            ..Self::default()
        };
        for entry in entries(&lists.contractions) {
            if let Some((short, whole)) = entry.split_once(' ') {
                vocabulary.contractions.insert(short.to_owned(), whole.to_owned());
            }
        }
        for (function, list) in [
            (Determiner, &lists.determiners),
            (Possessive, &lists.possessives),
            (Preposition, &lists.prepositions),
            (Agent, &lists.agents),
            (Infinitive, &lists.infinitives),
            (Conjunction, &lists.conjunctions),
            (Complementizer, &lists.complementizers),
            (Hypothetical, &lists.hypothetical),
            (Subordinator, &lists.subordinators),
            (Temporal, &lists.temporal),
            (Relative, &lists.relatives),
            (Pronoun, &lists.pronouns),
            (Reciprocal, &lists.reciprocals),
            (DayPart, &lists.day_parts),
            (Future, &lists.future),
            (Modal, &lists.modals),
            (Negation, &lists.negations),
            (Adverb, &lists.adverbs),
            (Adjective, &lists.adjectives),
            (Reflexive, &lists.reflexives),
            (Clitic, &lists.clitics),
            (Whom, &lists.clitic_objects),
            (ToWhom, &lists.clitic_datives),
            (Several, &lists.clitic_plurals),
            (Aspect, &lists.aspects),
            (Passive, &lists.passives),
            (Classifier, &lists.classifiers),
        ] {
            for entry in entries(list) {
                let spelt = vocabulary.spelt(entry);
                vocabulary.measure(&spelt);
                vocabulary.functions.entry(spelt).or_default().push(function);
            }
        }
        for noun in entries(&lists.nouns) {
            vocabulary.measure(noun);
            let spelt = vocabulary.spelt(noun);
            vocabulary.nouns.insert(spelt);
        }
        let spelt = |word| vocabulary.spelt(word);
        vocabulary.progressive = entries(&lists.progressive).map(spelt).collect();
        vocabulary.singular = entries(&lists.singular).map(str::to_owned).collect();
        let rules = rules(&lists.rules);
        for line in lists.irregular.lines().filter(|line| !line.trim().is_empty()) {
            vocabulary.irregular(line, &rules);
        }
        for base in entries(lists.regular.as_str()) {
            vocabulary.measure(base);
            let lemma = vocabulary.add(base);
            if !vocabulary.inflected(base, &FORMS, &rules, lemma) && !rules.is_empty() {
                faults.push((lists.regular.at(base), Fault::Ending(base.to_owned())));
            }
        }
        let mut numbers = |list| vocabulary.numbers(list, &mut faults);
        let (speech, approach) = (numbers(&lists.speech), numbers(&lists.approach));
        let unaccusatives = numbers(&lists.unaccusatives).into_iter().collect();
        let transitives = numbers(&lists.transitives).into_iter().collect();
        (vocabulary.speech, vocabulary.approach) = (speech, approach);
        (vocabulary.unaccusatives, vocabulary.transitives) = (unaccusatives, transitives);
        vocabulary.catenate(lists);
        let endings = |list: &str| list.split_whitespace().map(str::to_owned).collect();
        vocabulary.noun_endings = endings(&lists.noun_endings);
        vocabulary.adverb_endings = endings(&lists.adverb_endings);
        vocabulary.past_endings = endings(&lists.past_endings);
        vocabulary.adjective_endings = endings(&lists.adjective_endings);
        vocabulary.plural_endings = endings(&lists.plural_endings);
        (vocabulary, faults)
    }

    /// Takes over what verbs say of those behind them; of two lists the first counts.
    fn catenate(&mut self, lists: &Lists) {
        for (says, list) in [
            (Catenative::Planned, &lists.catenatives.planned),
            (Catenative::Wished, &lists.catenatives.wished),
            (Catenative::Asked, &lists.catenatives.asked),
            (Catenative::Object, &lists.catenatives.object),
            (Catenative::Refused, &lists.catenatives.refused),
            (Catenative::Plain, &lists.catenatives.plain),
        ] {
            for word in entries(list) {
                self.catenatives.entry(word.to_owned()).or_insert(says);
            }
        }
    }

    /// The numbers of the verbs of a list; one that there is not is a fault.
    fn numbers(&self, list: &List, faults: &mut Faults) -> Vec<u32> {
        let mut numbers = Vec::new();
        for verb in entries(list.as_str()) {
            match self.lemma(verb) {
                Some(number) => numbers.push(number),
                None => faults.push((list.at(verb), Fault::ListedVerb(verb.to_owned()))),
            }
        }
        numbers
    }

    /// A token as the lists write it: in small letters, with its diacritics.
    fn key<'t>(tokens: &'t Tokens, i: usize) -> Cow<'t, str> {
        let raw = tokens.raw(i);
        let combining = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
        match raw.is_ascii() || raw.contains(combining) {
            true => Cow::Borrowed(tokens.key(i)),
            false => Cow::Owned(raw.to_lowercase()),
        }
    }

    /// Several words as the lists have them: without apostrophes, and each as the preposition that
    /// it contracts. A single word stays what it is.
    fn whole(&self, words: &str) -> String {
        let parted = words.replace('\'', " ");
        let parts: Vec<&str> = parted.split_whitespace().collect();
        match parts[..] {
            [word] => word.to_owned(),
            _ => parts.iter().map(|word| self.contracted(word)).collect::<Vec<_>>().join(" "),
        }
    }

    /// The preposition that a word contracts with an article, or the word itself: "de" for "du".
    pub(crate) fn contracted<'w>(&'w self, word: &'w str) -> &'w str {
        self.contractions.get(word).map_or(word, String::as_str)
    }

    /// Whether a word is a form of a verb and nothing else.
    pub(crate) fn surely_verb(&self, word: &str) -> bool {
        let forms = self.verbs(word);
        if self.verbal_nouns.is_none() {
            return false;
        }
        let bare = |(form, _): &(Form, u32)| *form == Form::Participle;
        !forms.is_empty() && !forms.iter().any(bare) && !self.noun_as_well(word)
    }

    /// Whether a form of a verb is listed as a noun.
    pub(crate) fn often_noun(&self, word: &str) -> bool {
        self.verbal_nouns.as_ref().is_some_and(|nouns| nouns.contains(word))
    }

    /// Whether a word may be a noun, though it is a form of a verb.
    pub(crate) fn noun_as_well(&self, word: &str) -> bool {
        self.often_noun(word)
            || self.noun_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a verb has its perfect with the auxiliary of the passive.
    pub(crate) fn transitive(&self, lemma: u32) -> bool {
        self.transitives.contains(&lemma)
    }

    pub(crate) fn unaccusative(&self, lemma: u32) -> bool {
        self.unaccusatives.contains(&lemma)
    }

    /// "meet met met": base, past and participle, the rest by rules; or all forms with bars.
    fn irregular(&mut self, line: &str, rules: &[Rule]) {
        let slots: Vec<&str> = match line.contains('|') {
            true => line.split('|').map(str::trim).collect(),
            false => line.split_whitespace().collect(),
        };
        let Some((base, told)) = slots.split_first() else { return };
        let lemma = self.add(base);
        let forms: &[Form] = if line.contains('|') {
            self.form(base, Form::Base, lemma);
            &FORMS
        } else {
            let others = [Form::Present, Form::Gerund, Form::Future, Form::Conditional];
            self.inflected(base, &others, rules, lemma);
            &[Form::Past, Form::Participle]
        };
        for (&kind, words) in forms.iter().zip(told) {
            words.split_whitespace().for_each(|word| self.form(word, kind, lemma));
        }
    }

    /// Some forms of a verb by the rules, if one has its ending.
    fn inflected(&mut self, base: &str, wanted: &[Form], rules: &[Rule], lemma: u32) -> bool {
        self.form(base, Form::Base, lemma);
        let Some((stem, letters, forms)) = rules.iter().find_map(|rule| rule.applied(base)) else {
            return false;
        };
        for (kind, endings) in FORMS.iter().zip(forms).filter(|(kind, _)| wanted.contains(kind)) {
            for ending in endings.split(' ').filter(|ending| !ending.is_empty()) {
                let spelt = |c: char| match c.to_digit(10) {
                    Some(place) => letters.chars().nth(place as usize - 1).unwrap_or_default(),
                    None => c,
                };
                let word: String = stem.chars().chain(ending.chars().map(spelt)).collect();
                self.form(&word, *kind, lemma);
            }
        }
        true
    }

    /// Minds how many words an entry has.
    fn measure(&mut self, entry: &str) {
        self.longest = self.longest.max(entry.split(' ').count());
    }

    /// Words as the lists are looked up by them, with blanks between.
    pub(crate) fn spelt(&self, words: &str) -> String {
        if self.contracts {
            return self.whole(words);
        }
        if !self.strict {
            return words.to_owned();
        }
        words.split(' ').map(lexicon::exact_key).collect::<Vec<_>>().join(" ")
    }

    /// The word at a token, as the lists are looked up by it.
    pub(crate) fn word<'t>(&self, tokens: &'t Tokens, i: usize) -> Cow<'t, str> {
        match self.strict {
            true => Cow::Owned(lexicon::exact_key(tokens.raw(i))),
            false if self.contracts => Self::key(tokens, i),
            false => Cow::Borrowed(tokens.key(i)),
        }
    }

    /// The words between two tokens, as the lists are looked up by them.
    pub(crate) fn words(&self, tokens: &Tokens, from: usize, to: usize) -> String {
        if self.contracts {
            let words = (from..to).filter(|&i| tokens.is_word(i));
            let words: Vec<_> = words.map(|i| Self::key(tokens, i)).collect();
            return words.iter().map(|word| self.contracted(word)).collect::<Vec<_>>().join(" ");
        }
        (from..to).map(|i| self.word(tokens, i)).collect::<Vec<_>>().join(" ")
    }

    /// Whether words with other diacritics are other words.
    #[cfg(test)]
    pub(crate) const fn is_strict(&self) -> bool {
        self.strict
    }

    /// Whether words have one form and verbs stand in a row.
    pub(crate) const fn isolating(&self) -> bool {
        self.isolating
    }

    /// Whether a word, or several with blanks, is a noun for certain, or at times.
    pub(crate) fn noun(&self, words: &str) -> bool {
        self.nouns.contains(words)
    }

    /// Whether a verb says that somebody comes.
    pub(crate) fn approaches(&self, lemma: u32) -> bool {
        self.approach.contains(&lemma)
    }

    /// Whether a form of a verb is said of one.
    pub(crate) fn singular(&self, word: &str) -> bool {
        self.singular.contains(word)
    }

    /// Whether a particle says that something goes on.
    pub(crate) fn progressive(&self, word: &str) -> bool {
        self.progressive.contains(word)
    }

    fn add(&mut self, lemma: &str) -> u32 {
        self.lemma(lemma).unwrap_or_else(|| {
            self.lemmas.push(lemma.to_owned());
            (self.lemmas.len() - 1) as u32
        })
    }

    fn form(&mut self, form: &str, kind: Form, lemma: u32) {
        let forms = self.verbs.entry(self.spelt(form)).or_default();
        if !forms.contains(&(kind, lemma)) {
            forms.push((kind, lemma));
        }
    }

    /// The number of a verb.
    pub(crate) fn lemma(&self, lemma: &str) -> Option<u32> {
        self.lemmas.iter().position(|other| other == lemma).map(|at| at as u32)
    }

    /// The verb of a number.
    pub(crate) fn name(&self, lemma: u32) -> &str {
        self.lemmas.get(lemma as usize).map_or("", String::as_str)
    }

    /// The verbs that a word may be a form of.
    pub(crate) fn verbs(&self, word: &str) -> &[(Form, u32)] {
        self.verbs.get(word).map_or(&[], Vec::as_slice)
    }

    /// What a word, or several with blanks, can be.
    pub(crate) fn functions(&self, words: &str) -> &[Function] {
        self.functions.get(words).map_or(&[], Vec::as_slice)
    }

    /// The longest entry of the lists, in words.
    pub(crate) const fn longest(&self) -> usize {
        self.longest
    }

    /// Whether a verb has what was said behind it as a clause.
    pub(crate) fn speaks(&self, lemma: u32) -> bool {
        self.speech.contains(&lemma)
    }

    /// What a verb, or the word of an adjective, says of a verb behind it.
    pub(crate) fn catenative(&self, word: &str) -> Option<Catenative> {
        self.catenatives.get(word).copied()
    }

    /// Whether a word ends as a plural does.
    pub(crate) fn plural_ending(&self, word: &str) -> bool {
        self.plural_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word that no list knows ends as an adverb does.
    pub(crate) fn adverb_ending(&self, word: &str) -> bool {
        word.len() > 4 && self.adverb_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word that no list knows ends as the past of a verb does.
    pub(crate) fn past_ending(&self, word: &str) -> bool {
        word.len() > 4 && self.past_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word that no list knows ends as an adjective does.
    pub(crate) fn adjective_ending(&self, word: &str) -> bool {
        word.len() > 4
            && self.adjective_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }
}

/// The entries of a list, parted by bars, or by blanks where there is no bar.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    let bars = list.contains('|');
    list.split(move |c: char| if bars { c == '|' } else { c.is_whitespace() })
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

/// How forms follow from the last letters of a verb.
struct Rule<'r> {
    pattern: &'r str,
    /// As in [`FORMS`].
    endings: Vec<&'r str>,
}

fn rules(list: &str) -> Vec<Rule<'_>> {
    let rule = |line| {
        let (pattern, endings): (&str, &str) = str::split_once(line, ':')?;
        Some(Rule { pattern, endings: endings.split('|').map(str::trim).collect() })
    };
    list.lines().filter_map(rule).collect()
}

impl Rule<'_> {
    /// The stem, the letters that the pattern stands for, and the endings; if it fits.
    fn applied<'a>(&'a self, base: &'a str) -> Option<(&'a str, &'a str, &'a [&'a str])> {
        let count = self.pattern.chars().count();
        let at = match count {
            0 => base.len(),
            _ => base.char_indices().rev().nth(count - 1)?.0,
        };
        let letters = &base[at..];
        let fits = |(asked, letter): (char, char)| match asked {
            'C' => letter.is_alphabetic() && !VOWELS.contains(letter),
            'V' => VOWELS.contains(letter),
            _ => asked == letter,
        };
        let all = self.pattern.chars().zip(letters.chars()).all(fits);
        all.then_some((&base[..at], letters, self.endings.as_slice()))
    }
}

const VOWELS: &str = "aeiouy";

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(word: &str) -> Vec<(Form, String)> {
        let vocabulary = english();
        let named = |&(form, lemma): &(Form, u32)| (form, vocabulary.name(lemma).to_owned());
        vocabulary.verbs(word).iter().map(named).collect()
    }

    fn english() -> Vocabulary {
        Vocabulary::read(include_str!("../../lexicon/en/grammar.toml")).0
    }

    #[test]
    fn verbs_are_inflected_by_rules_and_by_lists() {
        let of = |form, lemma: &str| (form, lemma.to_owned());
        assert_eq!(forms("visited"), [of(Form::Past, "visit"), of(Form::Participle, "visit")]);
        assert_eq!(forms("planning"), [of(Form::Gerund, "plan")]);
        assert_eq!(forms("carries"), []);
        assert_eq!(forms("replies"), [of(Form::Present, "reply")]);
        assert_eq!(forms("met"), [of(Form::Past, "meet"), of(Form::Participle, "meet")]);
        assert_eq!(forms("spoken"), [of(Form::Participle, "speak")]);
        assert_eq!(forms("were"), [of(Form::Past, "be")]);
        assert_eq!(forms("convening"), [of(Form::Gerund, "convene")]);
    }

    #[test]
    fn french_verbs_are_inflected_and_keep_their_diacritics() {
        let french = Vocabulary::read(include_str!("../../lexicon/fr/grammar.toml")).0;
        let forms = |word| {
            let named = |&(form, lemma): &(Form, u32)| (form, french.name(lemma));
            french.verbs(word).iter().map(named).collect::<Vec<_>>()
        };
        assert_eq!(forms("rencontré"), [(Form::Participle, "rencontrer")]);
        assert_eq!(forms("rencontre"), [(Form::Present, "rencontrer")]);
        assert_eq!(forms("reçoit"), [(Form::Present, "recevoir")]);
        assert_eq!(forms("célèbre"), [(Form::Present, "célébrer")]);
        assert_eq!(forms("tiendra"), [(Form::Future, "tenir")]);
        assert_eq!(forms("rendrait"), [(Form::Conditional, "rendre")]);
        assert!(french.surely_verb("reçoit") && !french.surely_verb("visite"));
        assert_eq!(french.spelt("à l'issue des"), "à l issue de");
    }

    #[test]
    fn words_have_functions() {
        let english = english();
        assert_eq!(english.functions("ahead of"), [Function::Preposition]);
        assert!(english.functions("after").contains(&Function::Temporal));
        assert!(english.functions("minister").is_empty());
    }
}

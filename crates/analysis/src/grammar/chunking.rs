//! Chunking: noun phrases and verb groups.
//!
//! A noun phrase is a stretch of determiners, adjectives and nouns up to its head, the last noun or
//! atom; what an owner has ("X's visit") is one phrase. A verb group is a verb with its
//! auxiliaries, with adverbs and negations between and with the verbs that only say something of
//! another ("is expected to begin to meet"); it tells time, modality and polarity.

use super::disambiguation::AUXILIARIES;
use super::vocabulary::{Catenative, Form, Vocabulary};
use super::words::{AtomKind, Class, Word};
use super::{head_first, isolating};

/// The first auxiliaries of a list: what stands behind them is a participle.
const BE: u32 = 0;
const HAVE: u32 = 1;
/// "to", "will" and "could", behind which a base stands.
const MARKER: u32 = u32::MAX;

/// A piece of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Chunk {
    Noun(NounPhrase),
    Verb(VerbGroup),
    /// The first token of a preposition, the one after the last, and to what it leads.
    Preposition(usize, usize, Lead),
    /// "each other"
    Reciprocal,
    /// The first token of a date, and the one after the last.
    Date(usize, usize),
    Comma,
    Break,
    Conjunction,
    /// "that", "if", "when": the class.
    Opens(Class),
    /// "who", "which"
    Relative,
    /// An adverb or a negation.
    Adverb,
    /// A particle of the passive before who does what the verb says: "được X tiếp".
    Passive(Particles),
}

/// What particles before a passive say of its verb: "sẽ được X tiếp".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Particles {
    pub(super) ahead: bool,
    pub(super) maybe: bool,
    pub(super) negated: bool,
}

impl Particles {
    fn before(words: &[Word]) -> Self {
        let small = [Class::Adverb, Class::Negation, Class::Future, Class::Modal, Class::Aspect];
        let before = || words.iter().rev().map(|word| word.class);
        let has =
            |class| before().take_while(|other| small.contains(other)).any(|one| one == class);
        Self { ahead: has(Class::Future), maybe: has(Class::Modal), negated: has(Class::Negation) }
    }
}

impl Chunk {
    /// The first token, of chunks that have tokens to look at.
    pub(crate) const fn from(&self) -> Option<usize> {
        match self {
            Self::Noun(noun) => Some(noun.from),
            Self::Verb(verb) => Some(verb.from),
            Self::Preposition(from, ..) | Self::Date(from, _) => Some(*from),
            _ => None,
        }
    }
}

/// To what a preposition may lead besides a noun of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    Plain,
    /// "by": who does it.
    Agent,
    /// "after": a clause.
    Time,
}

/// A noun with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NounPhrase {
    /// The first token, and the one after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The first token of the head, and what the head is; a common noun where `None`.
    pub(crate) head: usize,
    pub(crate) atom: Option<AtomKind>,
    /// What the head says of a verb behind it: "his intention to visit".
    pub(crate) says: Option<Catenative>,
    /// The token of a pronoun or atom that owns it: "his visit", "X's visit".
    pub(crate) owner: Option<usize>,
    /// The token of a date that it has: "Monday's talks".
    pub(crate) date: Option<usize>,
}

impl NounPhrase {
    /// One that begins with a word, of which nothing else is known yet.
    pub(super) fn beginning(word: &Word) -> Self {
        Self {
            from: word.from,
            to: word.to,
            head: word.from,
            atom: None,
            says: None,
            owner: None,
            date: None,
        }
    }

    /// Whether it stands for people.
    pub(crate) fn human(&self) -> bool {
        matches!(self.atom, Some(AtomKind::Human | AtomKind::Humans))
    }
}

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else of the verb")]
pub(crate) struct VerbGroup {
    /// The first token, and the one after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The token of the verb.
    pub(crate) head: usize,
    pub(crate) lemma: u32,
    /// The first verb of several that say something of each other: "đến chào".
    pub(crate) first: u32,
    pub(crate) mood: Mood,
    pub(crate) time: Time,
    pub(crate) modality: Modality,
    pub(crate) passive: bool,
    /// It has a "se": "s'est rendu".
    pub(crate) reflexive: bool,
    /// Its word may be a participle, whatever else it may be.
    pub(crate) participle: bool,
    pub(crate) negated: bool,
    pub(crate) aspect: Aspect,
    /// How the first word with a form stands: what "and" joins is alike.
    pub(crate) form: Form,
}

/// Whether a verb group can be the verb of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    Finite,
    Infinitive,
    Gerund,
    Participle,
}

/// What a particle says of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aspect {
    /// Nothing, or that it is done.
    Plain,
    /// That it goes on.
    Progressive,
}

/// When what a verb tells was, from the verb alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// Past or present: it is news.
    News,
    /// "had met"
    Before,
    /// "will meet"
    Ahead,
}

/// Whether what a verb tells was so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modality {
    Actual,
    /// "is expected to meet"
    Planned,
    /// "could meet", "hopes to meet"
    Possible,
    /// "invited X to come"
    Asked,
    /// "declined to meet"
    Refused,
}

/// The pieces of a sentence in order.
pub(crate) fn chunk(words: &[Word], vocabulary: &Vocabulary) -> Vec<Chunk> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let (chunk, next) = match word.class {
            Class::Verb
            | Class::Future
            | Class::Modal
            | Class::To
            | Class::Aspect
            | Class::Passive => {
                let group = if vocabulary.isolating() { isolating::group } else { group };
                match group(words, at, vocabulary) {
                    Some((group, next)) => (Chunk::Verb(group), next),
                    None if word.class == Class::Passive => {
                        (Chunk::Passive(Particles::before(&words[..at])), at + 1)
                    }
                    None => (Chunk::Adverb, at + 1),
                }
            }
            Class::Atom(AtomKind::Date) if !owns(words, at) => {
                (Chunk::Date(word.from, word.to), at + 1)
            }
            Class::Preposition => (Chunk::Preposition(word.from, word.to, Lead::Plain), at + 1),
            Class::Agent => (Chunk::Preposition(word.from, word.to, Lead::Agent), at + 1),
            Class::Temporal => (Chunk::Preposition(word.from, word.to, Lead::Time), at + 1),
            Class::Reciprocal => (Chunk::Reciprocal, at + 1),
            Class::Comma => (Chunk::Comma, at + 1),
            Class::Break => (Chunk::Break, at + 1),
            Class::Conjunction => (Chunk::Conjunction, at + 1),
            Class::Complementizer | Class::Hypothetical | Class::Subordinator => {
                (Chunk::Opens(word.class), at + 1)
            }
            Class::Relative => (Chunk::Relative, at + 1),
            Class::Adverb | Class::Negation | Class::Owner | Class::Reflexive | Class::Clitic => {
                (Chunk::Adverb, at + 1)
            }
            _ => {
                let (phrase, next) = match vocabulary.isolating() {
                    true => head_first::phrase(words, at),
                    false => phrase(words, at, vocabulary.postposed),
                };
                (Chunk::Noun(phrase), next)
            }
        };
        all.push(chunk);
        at = next;
    }
    all
}

fn owns(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|word| word.class == Class::Owner)
}

/// The noun phrase that begins with a word, and the word after it.
///
/// Where what says more of a noun stands behind it, the first noun is the head.
fn phrase(words: &[Word], first: usize, postposed: bool) -> (NounPhrase, usize) {
    let mut phrase = NounPhrase::beginning(&words[first]);
    let mut at = first;
    let mut headed = false;
    // The last atom begins with a capital: a name, and no pronoun.
    let mut capital = false;
    while let Some(word) = words.get(at) {
        let owned = owns(words, at);
        match word.class {
            Class::Atom(AtomKind::Date) if owned => phrase.date = Some(word.from),
            Class::Atom(kind @ (AtomKind::Human | AtomKind::Humans)) if owned => {
                phrase.owner = Some(word.from);
                (phrase.head, phrase.atom) = (word.from, Some(kind));
            }
            // "an October 2023 call"
            Class::Atom(AtomKind::Date) if at > first && !headed && modified(words, at + 1) => {
                phrase.date = Some(word.from);
            }
            Class::Atom(AtomKind::Date) => break,
            // "the talks he held"
            Class::Atom(AtomKind::Human | AtomKind::Humans) if headed && !word.capital => break,
            // "au palais de l'Élysée le président": a place is no office.
            Class::Atom(AtomKind::Human | AtomKind::Humans)
                if headed && postposed && phrase.atom.is_some() =>
            {
                break;
            }
            // Two who stand side by side are two phrases.
            Class::Atom(AtomKind::Human | AtomKind::Humans) if headed && phrase.human() => break,
            // "le dialogue Vietnam - France"
            Class::Atom(AtomKind::Place | AtomKind::Body | AtomKind::Event)
                if headed && postposed => {}
            // "X, chairman of the Congress (NPC) Standing Committee": the office goes on.
            Class::Atom(AtomKind::Place | AtomKind::Body | AtomKind::Event)
                if headed && phrase.human() => {}
            Class::Atom(kind) => {
                (phrase.head, phrase.atom) = (word.from, Some(kind));
                (headed, capital) = (true, word.capital);
            }
            Class::Noun | Class::Pronoun | Class::Number => {
                // "7 May" is a date; a number behind a head says which: "Resolution 4".
                // An office behind a name may go on in words that are no part of it.
                let of_office = phrase.human() && headed && word.capital && capital;
                let more = headed && postposed;
                if (word.class != Class::Number || !headed) && !of_office && !more {
                    (phrase.head, phrase.atom) = (word.from, None);
                    phrase.says = word.says;
                }
                headed |= word.class != Class::Number;
            }
            Class::Possessive if !headed => phrase.owner = phrase.owner.or(Some(word.from)),
            Class::Determiner | Class::Possessive if headed => break,
            Class::Determiner | Class::Adjective | Class::Possessive => {}
            // "the biggest ever meeting"
            Class::Adverb if !headed && at > first => {}
            Class::Owner if at > first => headed = false,
            // "economic, scientific and technical cooperation"
            Class::Comma | Class::Conjunction if !headed && between_adjectives(words, at) => {}
            _ => break,
        }
        phrase.to = word.to;
        at += 1;
        if words[at - 1].class == Class::Pronoun {
            break;
        }
    }
    (phrase, at.max(first + 1))
}

/// Whether adjectives stand on both sides of a comma or "and".
fn between_adjectives(words: &[Word], at: usize) -> bool {
    let adjective = |at: usize| words.get(at).is_some_and(|word| word.class == Class::Adjective);
    at > 0 && adjective(at - 1) && adjective(at + 1)
}

/// Whether a noun or an adjective stands at a word.
fn modified(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| matches!(word.class, Class::Noun | Class::Adjective))
}

/// What has been read of a verb group.
struct Reading {
    group: VerbGroup,
    /// The verb before was an auxiliary: this one, and it may have a verb behind.
    auxiliary: Option<u32>,
    perfect: bool,
    past: bool,
    conditional: bool,
}

/// The verb group that begins with a word, and the word after it.
fn group(words: &[Word], first: usize, vocabulary: &Vocabulary) -> Option<(VerbGroup, usize)> {
    let start = &words[first];
    let mut reading = Reading {
        group: VerbGroup {
            from: start.from,
            to: start.to,
            head: start.from,
            lemma: u32::MAX,
            first: u32::MAX,
            mood: mood(start, vocabulary.infinitive),
            time: Time::News,
            modality: Modality::Actual,
            passive: false,
            reflexive: false,
            participle: false,
            negated: false,
            aspect: Aspect::Plain,
            form: Form::Base,
        },
        auxiliary: None,
        perfect: false,
        past: false,
        conditional: false,
    };
    // "did not meet": the adverbs before belong to it as well.
    let before = words[..first].iter().rev().take_while(|word| {
        let small = [Class::Adverb, Class::Negation, Class::Reflexive, Class::Clitic];
        small.contains(&word.class)
    });
    reading.group.negated = before.clone().any(|word| word.class == Class::Negation);
    reading.group.reflexive = before.clone().any(|word| word.class == Class::Reflexive);
    let mut end = first;
    let mut at = first;
    // "se" stands before the verb it is of.
    let mut reflexive = false;
    while let Some(word) = words.get(at) {
        match word.class {
            Class::Adverb | Class::Clitic => {}
            Class::Reflexive => reflexive = true,
            Class::Negation => reading.group.negated = true,
            Class::Future if expects(&reading, at == first) => {
                reading.group.time = Time::Ahead;
                reading.auxiliary = Some(MARKER);
                end = at + 1;
            }
            Class::Modal if expects(&reading, at == first) => {
                reading.group.modality = worse(reading.group.modality, Modality::Possible);
                reading.auxiliary = Some(MARKER);
                end = at + 1;
            }
            Class::To if at == first => {
                reading.auxiliary = Some(MARKER);
                end = at + 1;
            }
            Class::To => match leads(&reading, words, at, vocabulary) {
                Some(says) => {
                    reading.chain(says);
                    end = at + 1;
                }
                None => break,
            },
            Class::Adjective
                if (reading.is_be() || vocabulary.infinitive && reading.group.reflexive)
                    && adjective(words, at) => {}
            // "is due in Rome"
            Class::Adjective if reading.is_be() && word.says == Some(Catenative::Planned) => {
                reading.group.time = Time::Ahead;
                end = at + 1;
                break;
            }
            Class::Verb => {
                let gerund = word.has(Form::Gerund) && !word.has(Form::Base);
                let bare = vocabulary.infinitive && at > first && word.has(Form::Base);
                if bare && !reading.infinitive(vocabulary) {
                    break;
                }
                let chained = reading.auxiliary.is_none()
                    && at > first
                    && gerund
                    && vocabulary.catenative(vocabulary.name(reading.group.lemma))
                        == Some(Catenative::Plain)
                    && end == at;
                if at > first && reading.auxiliary.is_none() && !chained {
                    break;
                }
                if !reading.take(word, at == first, chained, vocabulary) {
                    break;
                }
                reading.group.reflexive |= word.reflexive;
                if at > first {
                    reading.group.reflexive |= std::mem::take(&mut reflexive);
                }
                end = at + 1;
            }
            _ => break,
        }
        at += 1;
    }
    let last = words.get(end.checked_sub(1)?)?;
    reading.group.to = last.to;
    (reading.group.lemma != u32::MAX).then(|| (reading.finished(vocabulary), end))
}

fn mood(start: &Word, infinitive: bool) -> Mood {
    let finite = [Form::Present, Form::Past, Form::Future, Form::Conditional];
    match start.class {
        Class::Verb
            if infinitive
                && start.has(Form::Base)
                && !finite.iter().any(|&form| start.has(form)) =>
        {
            Mood::Infinitive
        }
        Class::To => Mood::Infinitive,
        Class::Verb if start.has(Form::Gerund) => Mood::Gerund,
        Class::Verb
            if start.has(Form::Participle) && !start.has(Form::Past) && !start.has(Form::Base) =>
        {
            Mood::Participle
        }
        _ => Mood::Finite,
    }
}

fn expects(reading: &Reading, first: bool) -> bool {
    first || reading.auxiliary.is_some()
}

/// What the verb or adjective before "to" says of the verb behind it.
fn leads(
    reading: &Reading,
    words: &[Word],
    at: usize,
    vocabulary: &Vocabulary,
) -> Option<Catenative> {
    let before = words[..at].last()?;
    match before.class {
        Class::Adjective => before.says,
        Class::Adverb | Class::Negation | Class::Verb if reading.group.lemma != u32::MAX => {
            vocabulary.catenative(vocabulary.name(reading.group.lemma))
        }
        _ => None,
    }
}

/// "is due to": an adjective that says something of a verb behind.
fn adjective(words: &[Word], at: usize) -> bool {
    words[at].says.is_some() && words.get(at + 1).is_some_and(|word| word.class == Class::To)
}

/// The one that says more against it.
pub(super) fn worse(one: Modality, other: Modality) -> Modality {
    let rank = |modality| match modality {
        Modality::Actual => 0,
        Modality::Planned => 1,
        Modality::Possible => 2,
        Modality::Asked => 3,
        Modality::Refused => 4,
    };
    if rank(one) >= rank(other) { one } else { other }
}

impl Catenative {
    /// Whether what the verb behind it tells was so.
    pub(super) const fn modality(self) -> Modality {
        match self {
            Self::Planned => Modality::Planned,
            Self::Wished => Modality::Possible,
            Self::Asked => Modality::Asked,
            Self::Refused => Modality::Refused,
            Self::Plain | Self::Object => Modality::Actual,
        }
    }
}

impl Reading {
    /// "doit rencontrer", "va se rendre": whether an infinitive may go on from what is read.
    fn infinitive(&mut self, vocabulary: &Vocabulary) -> bool {
        if self.auxiliary == Some(MARKER) {
            return true;
        }
        let says = vocabulary.catenative(vocabulary.name(self.group.lemma));
        let auxiliary = self.auxiliary.is_some();
        if let Some(says) = says {
            self.chain(says);
        }
        auxiliary || says.is_some()
    }

    fn is_be(&self) -> bool {
        self.auxiliary == Some(BE)
    }

    /// What a verb says of the next: then the next is the verb of the group.
    fn chain(&mut self, says: Catenative) {
        self.group.modality = worse(self.group.modality, says.modality());
        // "X was invited to visit": X is to do it, and it is not the passive of "visit".
        self.group.passive = false;
        // "se sont engagés à signer": the "se" is not that of "signer".
        self.group.reflexive = false;
        self.auxiliary = Some(MARKER);
    }

    /// Takes in a verb; `false` where it is none of the group.
    fn take(&mut self, word: &Word, first: bool, chained: bool, vocabulary: &Vocabulary) -> bool {
        let form = match self.auxiliary {
            _ if first => {
                let finite = [
                    Form::Future,
                    Form::Conditional,
                    Form::Past,
                    Form::Present,
                    Form::Base,
                    Form::Gerund,
                    Form::Participle,
                ];
                { finite }.into_iter().find(|&form| word.has(form)).unwrap_or(Form::Base)
            }
            _ if chained => Form::Gerund,
            Some(BE | HAVE) if word.has(Form::Participle) => Form::Participle,
            Some(BE) if word.has(Form::Gerund) => Form::Gerund,
            None | Some(BE | HAVE) => return false,
            Some(_) if word.has(Form::Base) => Form::Base,
            Some(_) => return false,
        };
        let Some(lemma) = word.lemma(form) else { return false };
        let be = self.auxiliary == Some(BE) && form == Form::Participle;
        // "s'est rendu", "est arrivé"
        let perfect = be && (self.group.reflexive || vocabulary.unaccusative(lemma));
        self.group.passive = be && !perfect;
        self.perfect |= self.auxiliary == Some(HAVE) || perfect;
        if first {
            self.group.form = form;
            self.past = form == Form::Past;
            self.conditional = form == Form::Conditional;
            if form == Form::Future {
                self.group.time = Time::Ahead;
            }
        }
        self.group.participle = word.has(Form::Participle);
        self.group.head = word.from;
        self.group.lemma = lemma;
        self.auxiliary = (lemma < AUXILIARIES).then_some(lemma);
        true
    }

    fn finished(mut self, vocabulary: &Vocabulary) -> VerbGroup {
        // "se rendrait" is what is planned; "aurait rencontré" is what is said to have been.
        if self.conditional && !self.perfect {
            self.group.modality = worse(self.group.modality, Modality::Planned);
        }
        // "est attendu à Paris"
        let says = vocabulary.catenative(vocabulary.name(self.group.lemma));
        if vocabulary.infinitive
            && self.group.passive
            && !self.perfect
            && says == Some(Catenative::Planned)
        {
            self.group.time = Time::Ahead;
        }
        if self.perfect && self.past && self.group.time == Time::News {
            self.group.time = Time::Before;
        }
        if self.group.modality == Modality::Planned {
            self.group.time = Time::Ahead;
        }
        self.group
    }
}

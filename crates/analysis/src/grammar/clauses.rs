//! Clauses: each verb group with who does it, to whom, and what prepositions lead to.
//!
//! From left to right, a verb looks back for its subject: past adverbs, dates and what prepositions
//! lead to, over what stands between two commas, up to the border of its clause. A verb without a
//! subject of its own has that of the verb to which it is joined. What stands behind a verb belongs
//! to it until the next one begins.

use super::chunking::{Chunk, Lead, Modality, Mood, NounPhrase, Time, VerbGroup};
use super::vocabulary::Vocabulary;

/// How a clause hangs on the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// It is the sentence itself.
    Main,
    /// "and": the same subject.
    Joined,
    /// About somebody or something: a time of its own.
    Relative,
    /// What somebody says: a time of its own.
    Said,
    /// "when", "where", "while"
    When,
    /// "after meeting X": the token of the preposition.
    Beside(usize),
    /// "to meet X"
    Purpose,
    /// "accompanied by X", "visiting P"
    Participle,
}

/// A verb with what belongs to it; numbers are those of chunks.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) verb: VerbGroup,
    pub(crate) link: Link,
    /// The number of the clause on which it hangs.
    pub(crate) parent: Option<usize>,
    pub(crate) subject: Option<usize>,
    /// Nouns right behind, joined by commas and "and".
    pub(crate) objects: Vec<usize>,
    /// What prepositions lead to: the preposition and its noun.
    pub(crate) adjuncts: Vec<(usize, usize)>,
    pub(crate) dates: Vec<usize>,
    /// The chunk of the verb, and the one at which its part of the sentence ends.
    pub(crate) at: usize,
    pub(crate) end: usize,
    /// A comma stands before it.
    pub(super) comma: bool,
}

/// A sentence as chunks and clauses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parse {
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) clauses: Vec<Clause>,
}

/// So near before an infinitive stands the noun that says something of it.
const NEAR: usize = 4;

/// As many chunks are looked back for a subject.
pub(super) const REACH: usize = 40;

/// Finds the clauses.
pub(crate) fn parse(chunks: Vec<Chunk>, vocabulary: &Vocabulary) -> Parse {
    let mut parse = Parse { chunks, clauses: Vec::new() };
    for at in 0..parse.chunks.len() {
        if let Chunk::Verb(verb) = parse.chunks[at] {
            let clause = parse.clause(at, verb, vocabulary);
            parse.clauses.push(clause);
        }
    }
    parse.fronted();
    parse.attach();
    parse
}

/// Where a verb finds its subject.
pub(super) struct Found {
    pub(super) link: Link,
    pub(super) parent: Option<usize>,
    pub(super) subject: Option<usize>,
    pub(super) object: Option<usize>,
}

impl Parse {
    /// The noun phrase at a chunk.
    pub(crate) fn noun(&self, chunk: usize) -> Option<&NounPhrase> {
        match self.chunks.get(chunk)? {
            Chunk::Noun(phrase) => Some(phrase),
            _ => None,
        }
    }

    /// Whether a preposition leads to a noun, and its chunk.
    pub(crate) fn led(&self, noun: usize) -> Option<usize> {
        let before = noun.checked_sub(1)?;
        matches!(self.chunks[before], Chunk::Preposition(..)).then_some(before)
    }

    /// The clause in whose part of the sentence a chunk stands.
    pub(crate) fn around(&self, chunk: usize) -> Option<usize> {
        self.clauses.iter().rposition(|clause| {
            // What a participle says something of is of the verb before.
            let subject = clause.verb.mood != Mood::Participle && clause.subject == Some(chunk);
            (clause.at..clause.end).contains(&chunk)
                || subject
                || clause.adjuncts.iter().any(|&(_, noun)| noun == chunk)
                || clause.dates.contains(&chunk)
        })
    }

    fn clause(&self, at: usize, mut verb: VerbGroup, vocabulary: &Vocabulary) -> Clause {
        let before = self.clauses.len().checked_sub(1);
        let found = match verb.mood {
            Mood::Infinitive if self.led_verb(at) => self.gerund(at, before),
            Mood::Infinitive => self.purpose(at, &mut verb, before, vocabulary),
            Mood::Gerund => self.gerund(at, before),
            Mood::Participle => match self.perfect_before(at) {
                Some(joined) => self.second_participle(joined, &mut verb),
                None => self.participle(at, before),
            },
            Mood::Finite if self.reduced(at, &verb) => {
                verb.mood = Mood::Participle;
                self.participle(at, before)
            }
            Mood::Finite => self.finite(at, &mut verb, vocabulary),
        };
        if verb.mood == Mood::Participle {
            // "arrivé lundi à Paris" is no passive.
            verb.passive = !vocabulary.unaccusative(verb.lemma);
        }
        Clause {
            verb,
            link: found.link,
            parent: found.parent,
            subject: found.subject,
            objects: found.object.into_iter().collect(),
            adjuncts: Vec::new(),
            dates: Vec::new(),
            at,
            end: at + 1,
            comma: at > 0 && matches!(self.chunks[at - 1], Chunk::Comma),
        }
    }

    /// Whether a preposition leads to a verb: "après avoir rencontré".
    fn led_verb(&self, at: usize) -> bool {
        let mut before = self.chunks[..at].iter().rev();
        let before = before.find(|chunk| !matches!(chunk, Chunk::Adverb));
        matches!(before, Some(Chunk::Preposition(..)))
    }

    /// "to meet X": who does it is the subject of the verb before, or its object where that asks.
    fn purpose(
        &self,
        at: usize,
        verb: &mut VerbGroup,
        before: Option<usize>,
        vocabulary: &Vocabulary,
    ) -> Found {
        use super::vocabulary::Catenative::{Asked, Planned};
        let parent = before.map(|before| &self.clauses[before]);
        let asks = parent.is_some_and(|parent| {
            let says = vocabulary.catenative(vocabulary.name(parent.verb.lemma));
            says == Some(Asked) && !parent.verb.passive
        });
        if asks {
            verb.modality = Modality::Asked;
        }
        // "his intention to visit", "son souhait de rencontrer", "son invitation au ministre à venir"
        let nouns = (at.saturating_sub(NEAR)..at).rev();
        let mut nouns = nouns.take_while(|&chunk| {
            vocabulary.infinitive
                && matches!(self.chunks[chunk], Chunk::Noun(_) | Chunk::Preposition(..))
        });
        let said = nouns.find_map(|chunk| Some((chunk, self.noun(chunk)?.says?)));
        if let Some((noun, says)) = said {
            verb.modality = says.into();
            verb.time = if says == Planned { Time::Ahead } else { verb.time };
            let whom =
                (noun + 1..at).find(|&chunk| self.noun(chunk).is_some_and(NounPhrase::human));
            if let Some(whom) = whom {
                return Found {
                    link: Link::Purpose,
                    parent: before,
                    subject: Some(whom),
                    object: None,
                };
            }
        }
        // "a refusé mardi de recevoir": what the verb before says of it, past a date.
        let says = parent.filter(|parent| {
            let between = &self.chunks[parent.at + 1..at];
            let plain = |chunk: &Chunk| matches!(chunk, Chunk::Adverb | Chunk::Date(..));
            vocabulary.infinitive && !between.is_empty() && between.iter().all(plain)
        });
        let says =
            says.and_then(|parent| vocabulary.catenative(vocabulary.name(parent.verb.lemma)));
        if let Some(says) = says {
            verb.modality = says.into();
            verb.time = if says == Planned { Time::Ahead } else { verb.time };
        }
        if let Some(parent) = parent.filter(|_| verb.modality == Modality::Actual) {
            verb.modality = parent.verb.modality;
            verb.negated |= parent.verb.negated;
            verb.time = parent.verb.time;
        }
        let subject = parent
            .and_then(|parent| if asks { self.object_behind(parent) } else { parent.subject });
        Found { link: Link::Purpose, parent: before, subject, object: None }
    }

    /// The first noun right behind a verb.
    fn object_behind(&self, clause: &Clause) -> Option<usize> {
        let behind = self.chunks.iter().enumerate().skip(clause.at + 1);
        let mut plain =
            behind.skip_while(|(_, chunk)| matches!(chunk, Chunk::Adverb | Chunk::Date(..)));
        plain.next().filter(|(_, chunk)| matches!(chunk, Chunk::Noun(_))).map(|(at, _)| at)
    }

    fn gerund(&self, at: usize, before: Option<usize>) -> Found {
        // "said that the pact can be concluded, after meeting X": somebody meets, and no pact.
        let mut above = std::iter::successors(before, |&clause| self.clauses[clause].parent);
        let human = |&clause: &usize| {
            let subject = self.clauses[clause].subject.and_then(|subject| self.noun(subject));
            subject.is_some_and(NounPhrase::human)
        };
        let actor = above.find(human).or(before);
        let subject = actor.and_then(|clause| self.clauses[clause].subject);
        let mut before_it = self.chunks[..at].iter().rev();
        let leads = before_it.find(|chunk| !matches!(chunk, Chunk::Adverb)).copied();
        let leads = leads.filter(|chunk| matches!(chunk, Chunk::Preposition(..)));
        match leads.or_else(|| at.checked_sub(1).map(|before| self.chunks[before])) {
            Some(Chunk::Preposition(token, ..)) => {
                Found { link: Link::Beside(token), parent: before, subject, object: None }
            }
            // "a delegation visiting P"
            Some(Chunk::Noun(_)) => Found {
                link: Link::Participle,
                parent: before,
                subject: Some(at - 1),
                object: None,
            },
            _ => Found { link: Link::Participle, parent: before, subject, object: None },
        }
    }

    /// "the agreement signed in 2009", "X, accompanied by Y".
    fn participle(&self, at: usize, before: Option<usize>) -> Found {
        let plain = |&chunk: &usize| !matches!(self.chunks[chunk], Chunk::Comma | Chunk::Adverb);
        let noun = (0..at).rev().find(plain).filter(|&chunk| self.noun(chunk).is_some());
        let noun = noun.map(|noun| self.head_of(noun));
        let joined = before.filter(|_| noun.is_none());
        let subject = noun.or_else(|| joined.and_then(|before| self.clauses[before].subject));
        Found { link: Link::Participle, parent: before, subject, object: None }
    }

    /// "a rencontré X et visité Y": the clause whose auxiliary a participle behind "and" shares.
    fn perfect_before(&self, at: usize) -> Option<usize> {
        let mut before = self.chunks[..at].iter().rev();
        let and = before.find(|chunk| !matches!(chunk, Chunk::Adverb));
        let joined = self.clauses.iter().rposition(|clause| clause.verb.mood == Mood::Finite)?;
        let verb = &self.clauses[joined].verb;
        let compound = verb.participle && verb.from < verb.head;
        (compound && matches!(and, Some(Chunk::Conjunction))).then_some(joined)
    }

    fn second_participle(&self, joined: usize, verb: &mut VerbGroup) -> Found {
        let clause = &self.clauses[joined];
        verb.mood = Mood::Finite;
        verb.time = clause.verb.time;
        verb.modality = clause.verb.modality;
        verb.passive = clause.verb.passive;
        verb.reflexive |= clause.verb.reflexive;
        verb.negated |= clause.verb.negated;
        Found { link: Link::Joined, parent: Some(joined), subject: clause.subject, object: None }
    }

    /// Whether what may be a past tense is a participle that says something of the noun before:
    /// another verb came before, or a comma, and "by" follows with who did it.
    fn reduced(&self, at: usize, verb: &VerbGroup) -> bool {
        let bare = verb.participle && verb.from == verb.head && !verb.passive;
        if !bare || verb.time == Time::Ahead || !self.agent_behind(at) {
            return false;
        }
        let before = (0..at).rev().find(|&chunk| !matches!(self.chunks[chunk], Chunk::Adverb));
        match before.map(|before| (before, self.chunks[before])) {
            Some((_, Chunk::Noun(_))) => !self.clauses.is_empty(),
            Some((comma, Chunk::Comma)) => {
                let noun = comma.checked_sub(1).is_some_and(|noun| self.noun(noun).is_some());
                let joined =
                    self.clauses.last().is_some_and(|clause| clause.verb.mood == Mood::Finite);
                noun && !joined
            }
            None => true,
            _ => false,
        }
    }

    /// Whether "by" and somebody stand behind a verb: not "by telephone".
    pub(super) fn agent_behind(&self, at: usize) -> bool {
        use super::words::AtomKind::{Body, Human, Humans};
        let behind = (at + 1..self.chunks.len()).take(6);
        let mut behind = behind.take_while(|&chunk| {
            !matches!(self.chunks[chunk], Chunk::Verb(_) | Chunk::Comma | Chunk::Break)
        });
        let agent = behind
            .find(|&chunk| matches!(self.chunks[chunk], Chunk::Preposition(_, _, Lead::Agent)));
        agent.and_then(|agent| self.noun(agent + 1)).is_some_and(|noun| {
            matches!(noun.atom, Some(Human | Humans | Body))
                || noun.atom.is_none() && noun.from < noun.head
        })
    }
}

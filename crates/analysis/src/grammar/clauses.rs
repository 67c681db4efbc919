//! Clauses: each verb group with who does it, to whom, and what prepositions lead to.
//!
//! From left to right, a verb looks back for its subject: past adverbs, dates and what prepositions
//! lead to, over what stands between two commas, up to the border of its clause. A verb without a
//! subject of its own has that of the verb to which it is joined. What stands behind a verb belongs
//! to it until the next one begins.

use super::chunking::{Chunk, Lead, Modality, Mood, NounPhrase, Time, VerbGroup};
use super::vocabulary::{Catenative, Vocabulary};

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
    /// The first chunk of its part of the sentence, where that is known.
    pub(crate) first: Option<usize>,
    /// Its subject is not its own: a verb before has it as subject or object.
    pub(super) shared: bool,
    /// Whom a passive is about: of "X được Y tiếp" X.
    pub(crate) passive_object: Option<usize>,
}

/// A sentence as chunks and clauses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parse {
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) clauses: Vec<Clause>,
    /// A comma ends what a preposition at the head of the sentence leads to.
    pub(super) fronted_ends: bool,
    /// What says more of a noun stands behind it, and participles are told from the past.
    pub(super) postposed: bool,
}

/// What a word says of a verb behind it.
fn said(verb: &mut VerbGroup, says: Catenative) {
    verb.modality = says.modality();
    if says == Catenative::Planned {
        verb.time = Time::Ahead;
    }
}

/// So near before an infinitive stands the noun that says something of it.
const NEAR: usize = 4;

/// As many chunks are looked back for a subject.
pub(super) const REACH: usize = 40;

/// Finds the clauses.
pub(crate) fn parse(chunks: Vec<Chunk>, vocabulary: &Vocabulary) -> Parse {
    let fronted_ends = vocabulary.isolating();
    let postposed = vocabulary.postposed;
    let mut parse = Parse { chunks, clauses: Vec::new(), fronted_ends, postposed };
    for at in 0..parse.chunks.len() {
        if let Chunk::Verb(verb) = parse.chunks[at] {
            let clause = parse.clause(at, verb, vocabulary);
            parse.clauses.push(clause);
        }
    }
    parse.fronted(vocabulary.isolating());
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
    pub(crate) fn around(&self, chunk: usize) -> Option<&Clause> {
        self.clauses.iter().rfind(|clause| {
            // What a participle says something of is of the verb before.
            let about = matches!(clause.link, Link::Relative | Link::Participle)
                || self.postposed && clause.verb.mood == Mood::Participle;
            (clause.at..clause.end).contains(&chunk)
                || clause.subject == Some(chunk) && !about
                || clause.adjuncts.iter().any(|&(_, noun)| noun == chunk)
                || clause.dates.contains(&chunk)
        })
    }

    fn clause(&self, at: usize, mut verb: VerbGroup, vocabulary: &Vocabulary) -> Clause {
        let before = self.clauses.len().checked_sub(1);
        let (mut first, mut shared) = (None, false);
        let found = match verb.mood {
            Mood::Finite if vocabulary.isolating() => {
                let series = self.in_series(at, &mut verb, vocabulary);
                (first, shared) = (Some(series.first), series.shared);
                series.found
            }
            Mood::Infinitive if vocabulary.infinitive && self.led_verb(at) => {
                self.gerund(at, before, vocabulary)
            }
            Mood::Infinitive => self.purpose(at, &mut verb, before, vocabulary),
            Mood::Gerund => self.gerund(at, before, vocabulary),
            Mood::Participle => match self.perfect_before(at).filter(|_| self.postposed) {
                Some(joined) => self.second_participle(joined, &mut verb),
                None => self.participle(at, before),
            },
            Mood::Finite
                if self.reduced(at, &verb, vocabulary) || self.about(at, &verb, vocabulary) =>
            {
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
            first,
            shared,
            passive_object: found.object.filter(|_| vocabulary.isolating()),
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
        let parent = before.map(|before| &self.clauses[before]);
        let word = parent.map(|parent| vocabulary.name(parent.verb.lemma));
        let told = word.and_then(|word| vocabulary.catenative(word));
        let says = told.filter(|_| parent.is_some_and(|parent| !parent.verb.passive));
        let asks = says == Some(Catenative::Asked);
        if vocabulary.infinitive {
            if asks {
                verb.modality = Modality::Asked;
            }
            if let Some(found) = self.said_by_noun(at, verb, before) {
                return found;
            }
            self.said_past_date(at, verb, before, vocabulary);
        } else {
            // "is expected in Rome on Monday to open the fair"
            let object = parent.and_then(|parent| self.object_behind(parent));
            let apart = told
                .filter(|told| (says.is_none() || object.is_none()) && *told != Catenative::Asked);
            let apart = apart.map(Catenative::modality);
            verb.modality = match apart {
                _ if asks => Modality::Asked,
                Some(modality) => modality,
                None => verb.modality,
            };
        }
        if let Some(parent) = parent.filter(|_| verb.modality == Modality::Actual) {
            verb.modality = parent.verb.modality;
            verb.negated |= parent.verb.negated;
            verb.time = parent.verb.time;
        }
        let subject = parent.and_then(|parent| match says {
            Some(Catenative::Asked | Catenative::Object) => self.object_behind(parent),
            _ => parent.subject,
        });
        Found { link: Link::Purpose, parent: before, subject, object: None }
    }

    /// "his intention to visit", "son souhait de rencontrer": what a noun before an infinitive says of
    /// it; and where it names somebody ("son invitation au ministre à venir"), who does it.
    fn said_by_noun(
        &self,
        at: usize,
        verb: &mut VerbGroup,
        before: Option<usize>,
    ) -> Option<Found> {
        let nouns = (at.saturating_sub(NEAR)..at).rev();
        let mut nouns = nouns.take_while(|&chunk| {
            matches!(self.chunks[chunk], Chunk::Noun(_) | Chunk::Preposition(..))
        });
        let (noun, says) = nouns.find_map(|chunk| Some((chunk, self.noun(chunk)?.says?)))?;
        said(verb, says);
        let whom = (noun + 1..at).find(|&chunk| self.noun(chunk).is_some_and(NounPhrase::human))?;
        Some(Found { link: Link::Purpose, parent: before, subject: Some(whom), object: None })
    }

    /// "a refusé mardi de recevoir": what the verb before says of it, past a date.
    fn said_past_date(
        &self,
        at: usize,
        verb: &mut VerbGroup,
        before: Option<usize>,
        vocabulary: &Vocabulary,
    ) {
        let parent = before.map(|before| &self.clauses[before]).filter(|parent| {
            let between = &self.chunks[parent.at + 1..at];
            let plain = |chunk: &Chunk| matches!(chunk, Chunk::Adverb | Chunk::Date(..));
            !between.is_empty() && between.iter().all(plain)
        });
        let says =
            parent.and_then(|parent| vocabulary.catenative(vocabulary.name(parent.verb.lemma)));
        if let Some(says) = says {
            said(verb, says);
        }
    }

    /// The first noun right behind a verb.
    fn object_behind(&self, clause: &Clause) -> Option<usize> {
        let behind = self.chunks.iter().enumerate().skip(clause.at + 1);
        let mut plain =
            behind.skip_while(|(_, chunk)| matches!(chunk, Chunk::Adverb | Chunk::Date(..)));
        plain.next().filter(|(_, chunk)| matches!(chunk, Chunk::Noun(_))).map(|(at, _)| at)
    }

    fn gerund(&self, at: usize, before: Option<usize>, vocabulary: &Vocabulary) -> Found {
        // "thanked X for sending Y"
        let last = before.map(|before| &self.clauses[before]);
        let thanked = last.filter(|last| {
            let says = vocabulary.catenative(vocabulary.name(last.verb.lemma));
            says == Some(Catenative::Object) && !last.verb.passive
        });
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
        let leads = leads.filter(|chunk| self.postposed && matches!(chunk, Chunk::Preposition(..)));
        match leads.or_else(|| at.checked_sub(1).map(|before| self.chunks[before])) {
            Some(Chunk::Preposition(token, ..)) => {
                let subject = thanked.and_then(|last| self.object_behind(last)).or(subject);
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
        let noun = noun.map(|noun| if self.postposed { self.head_of(noun) } else { noun });
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
    /// another verb came before, or a comma, and "by" follows with who did it, or nothing to which
    /// it could be done.
    fn reduced(&self, at: usize, verb: &VerbGroup, vocabulary: &Vocabulary) -> bool {
        let bare = verb.participle && verb.from == verb.head && !verb.passive;
        let by = self.agent_behind(at);
        let done = by
            || vocabulary.transitive(verb.lemma)
                && !matches!(self.chunks.get(at + 1), Some(Chunk::Noun(_) | Chunk::Adverb));
        if !bare || verb.time == Time::Ahead || !done {
            return false;
        }
        let before = (0..at).rev().find(|&chunk| !matches!(self.chunks[chunk], Chunk::Adverb));
        match before.map(|before| (before, self.chunks[before])) {
            Some((_, Chunk::Noun(_))) => by || !self.clauses.is_empty(),
            Some((comma, Chunk::Comma)) => {
                comma.checked_sub(1).is_some_and(|noun| self.noun(noun).is_some())
            }
            None => true,
            _ => false,
        }
    }

    /// Whether what may be a past tense says something of a noun to which a preposition leads, since
    /// the sentence has its verb: "X referred to the meeting held in P".
    fn about(&self, at: usize, verb: &VerbGroup, vocabulary: &Vocabulary) -> bool {
        let bare = verb.participle && verb.from == verb.head && !verb.passive;
        let led =
            at.checked_sub(1).and_then(|noun| self.led(noun).filter(|_| self.noun(noun).is_some()));
        let Some((preposition, last)) = led.zip(self.clauses.last()) else { return false };
        let plain = matches!(self.chunks[preposition], Chunk::Preposition(_, _, Lead::Plain));
        let whole = matches!(last.link, Link::Main | Link::Joined)
            && last.verb.mood == Mood::Finite
            && last.subject.is_some()
            && !vocabulary.speaks(last.verb.lemma);
        let opened = self.chunks[last.at..at]
            .iter()
            .any(|chunk| matches!(chunk, Chunk::Opens(_) | Chunk::Break | Chunk::Relative));
        bare && plain && whole && !opened
    }

    /// Whether "by" and somebody stand behind a verb: not "by telephone".
    pub(super) fn agent_behind(&self, at: usize) -> bool {
        use super::words::AtomKind::{Body, Human, Humans, Place};
        let behind = (at + 1..self.chunks.len()).take(6);
        let mut behind = behind.take_while(|&chunk| {
            !matches!(self.chunks[chunk], Chunk::Verb(_) | Chunk::Comma | Chunk::Break)
        });
        let agent = behind
            .find(|&chunk| matches!(self.chunks[chunk], Chunk::Preposition(_, _, Lead::Agent)));
        agent.and_then(|agent| self.noun(agent + 1)).is_some_and(|noun| {
            matches!(noun.atom, Some(Human | Humans | Body | Place))
                || noun.atom.is_none() && noun.from < noun.head
        })
    }
}

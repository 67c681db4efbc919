//! The subject of a verb with a tense: the nearest noun before it that no preposition leads to.
//!
//! What stands between two commas is passed over, up to the border of the clause. A verb without a
//! subject of its own has that of the verb to which "and" joins it.

use super::chunking::{Chunk, Lead, Modality, Mood, NounPhrase, VerbGroup};
use super::clauses::{Clause, Found, Link, Parse, REACH};
use super::vocabulary::Catenative::{Asked, Refused, Wished};
use super::vocabulary::{Form, Vocabulary};
use super::words::{AtomKind, Class};

impl Parse {
    pub(super) fn finite(&self, at: usize, verb: &mut VerbGroup, vocabulary: &Vocabulary) -> Found {
        let last = self.clauses.len().checked_sub(1);
        let mut led = None;
        let mut chunk = at;
        for _ in 0..REACH {
            let Some(before) = chunk.checked_sub(1) else { break };
            match self.chunks[before] {
                Chunk::Adverb | Chunk::Date(..) | Chunk::Preposition(..) => chunk = before,
                Chunk::Noun(_) => match self.led(before) {
                    // "a day after X had received Y"
                    Some(preposition)
                        if last.is_some()
                            && led.is_none()
                            && self.noun(before).is_some_and(NounPhrase::human)
                            && matches!(
                                self.chunks[preposition],
                                Chunk::Preposition(_, _, Lead::Time)
                            ) =>
                    {
                        return Found {
                            link: Link::When,
                            parent: last,
                            subject: Some(before),
                            object: None,
                        };
                    }
                    Some(preposition) => {
                        led = led.or(Some(before));
                        chunk = preposition;
                    }
                    // "talks between X and Y began": a preposition leads to both.
                    None => match self.led_together(before).or_else(|| self.led_joined(before)) {
                        Some(preposition) => chunk = preposition,
                        None => return self.with_subject(self.apposed(before), verb, vocabulary),
                    },
                },
                Chunk::Comma => match self.parenthesis(before) {
                    Some(start) => match self.named_inside(start, before) {
                        Some(subject) => return self.with_subject(subject, verb, vocabulary),
                        None => chunk = start,
                    },
                    // "X, minister of trade, and his guest, Y, met": the names took the commas in.
                    // Names and titles took commas in: "X, the head of the agency, met".
                    None if self.opens(before) => chunk = before,
                    None => break,
                },
                Chunk::Relative => {
                    let about = self.antecedent(before);
                    return Found {
                        link: Link::Relative,
                        parent: last,
                        subject: about,
                        object: None,
                    };
                }
                Chunk::Opens(class) => {
                    if class == Class::Hypothetical {
                        verb.modality = Modality::Possible;
                    }
                    break;
                }
                // "the talks they held went well": about a noun, which is the subject.
                Chunk::Verb(_) => {
                    let noun = self.told_about(before);
                    match noun {
                        Some(noun) => return self.with_subject(noun, verb, vocabulary),
                        None => break,
                    }
                }
                Chunk::Break | Chunk::Conjunction | Chunk::Reciprocal | Chunk::Passive(_) => break,
            }
        }
        // "fell through after Rome had withdrawn"
        let clause_behind = led.filter(|&noun| {
            let time = matches!(self.chunks[noun - 1], Chunk::Preposition(_, _, Lead::Time));
            time && self.chunks[noun + 1..at]
                .iter()
                .all(|chunk| matches!(chunk, Chunk::Adverb | Chunk::Date(..)))
        });
        if clause_behind.is_some() && last.is_some() {
            return Found { link: Link::When, parent: last, subject: clause_behind, object: None };
        }
        if let Some(joined) = self.joined(at, verb) {
            let clause = &self.clauses[joined];
            if verb.form == Form::Base {
                verb.time = clause.verb.time;
                verb.modality = clause.verb.modality;
                verb.negated |= clause.verb.negated;
            }
            // "was received by X and briefed by Y"
            let by = self.agent_behind(at);
            verb.passive |= clause.verb.passive && by && verb.from == verb.head;
            return Found {
                link: Link::Joined,
                parent: Some(joined),
                subject: clause.subject,
                object: None,
            };
        }
        Found { link: Link::Main, parent: last, subject: led, object: None }
    }

    /// "talks between Rome and the bank resumed": the preposition that leads to the first of two
    /// that are no people, where it says something of a noun.
    fn led_joined(&self, noun: usize) -> Option<usize> {
        let people = |noun: usize| self.noun(noun).is_none_or(NounPhrase::human);
        let first = noun.checked_sub(2).filter(|_| self.postposed)?;
        let and = matches!(self.chunks[noun - 1], Chunk::Conjunction);
        let preposition = self.led(first).filter(|_| and && !people(first) && !people(noun))?;
        let of = preposition.checked_sub(1)?;
        let time = matches!(self.chunks[preposition], Chunk::Preposition(_, _, Lead::Time));
        (self.noun(of).is_some() && !time).then_some(preposition)
    }

    /// Whether no verb stands before a chunk in its part of the sentence.
    fn opens(&self, chunk: usize) -> bool {
        let counts = |clause: &&Clause| {
            !self.postposed || clause.verb.mood != Mood::Participle && clause.at < chunk
        };
        let verb = self.clauses.iter().rev().find(counts);
        let verb = verb.map(|clause| clause.at);
        verb.is_none_or(|verb| {
            self.postposed
                && self.chunks[verb..chunk].iter().any(|chunk| matches!(chunk, Chunk::Break))
        })
    }

    /// "the talks they held went well", "les pourparlers prévus à Rome ont été annulés": the noun
    /// about which the verb at a chunk says something, and which is the subject of another.
    fn told_about(&self, verb: usize) -> Option<usize> {
        let clause = self.clauses.iter().find(|clause| clause.at == verb)?;
        let behind = self.postposed
            && clause.verb.mood == Mood::Participle
            && clause.subject.is_some_and(|noun| noun + 1 == clause.at);
        if clause.link != Link::Relative && !behind {
            return None;
        }
        let object = clause.objects.iter().copied().find(|&object| object < verb);
        object.or(clause.subject)
    }

    /// The preposition that leads to the first of those named together with somebody.
    fn led_together(&self, noun: usize) -> Option<usize> {
        let alike = |before: usize| {
            let atom = |chunk| self.noun(chunk).and_then(|noun| noun.atom);
            matches!(atom(noun), Some(AtomKind::Place | AtomKind::Body))
                && atom(before) == atom(noun)
        };
        let joined =
            matches!(noun.checked_sub(1).map(|and| self.chunks[and]), Some(Chunk::Conjunction));
        let before = noun.checked_sub(2).filter(|&before| joined && alike(before));
        let first = before.unwrap_or_else(|| *self.together(noun).start());
        let preposition = self.led(first).filter(|_| first < noun)?;
        let time = matches!(self.chunks[preposition], Chunk::Preposition(_, _, Lead::Time));
        (!time).then_some(preposition)
    }

    /// "X, Jr., met": a bare word behind a comma says something of somebody before.
    fn apposed(&self, noun: usize) -> usize {
        let bare =
            self.noun(noun).is_some_and(|noun| noun.atom.is_none() && noun.to == noun.from + 1);
        let comma = noun.checked_sub(2).filter(|_| matches!(self.chunks[noun - 1], Chunk::Comma));
        let human = |&chunk: &usize| {
            self.noun(chunk).is_some_and(NounPhrase::human) && self.led(chunk).is_none()
        };
        comma.filter(|_| bare).filter(human).unwrap_or(noun)
    }

    /// What the noun that is its subject tells of a clause.
    fn with_subject(&self, subject: usize, verb: &mut VerbGroup, vocabulary: &Vocabulary) -> Found {
        let last = self.clauses.len().checked_sub(1);
        let mut found =
            Found { link: Link::Main, parent: last, subject: Some(subject), object: None };
        let opener = (0..self.listed_from(subject))
            .rev()
            .find(|&chunk| !matches!(self.chunks[chunk], Chunk::Adverb | Chunk::Date(..)));
        match opener.map(|opener| (opener, self.chunks[opener])) {
            Some((relative, Chunk::Relative)) => {
                found.link = Link::Relative;
                found.object = self.antecedent(relative);
            }
            Some((_, Chunk::Opens(Class::Complementizer))) => {
                found.link = Link::Said;
                // "a souhaité que X vienne"
                let parent = self.clauses.last().map(|clause| vocabulary.name(clause.verb.lemma));
                let wished = parent.and_then(|lemma| vocabulary.catenative(lemma));
                if vocabulary.infinitive && matches!(wished, Some(Wished | Asked | Refused)) {
                    verb.modality = Modality::Possible;
                }
            }
            Some((_, Chunk::Opens(class))) => {
                if class == Class::Hypothetical {
                    verb.modality = Modality::Possible;
                }
                found.link = Link::When;
            }
            // "the talks X held": about a noun right before.
            Some((noun, Chunk::Noun(about)))
                if noun + 1 == subject && about.atom.is_none() && !self.fronts(noun) =>
            {
                found.link = Link::Relative;
                found.object = Some(noun);
            }
            // "X said Y met Z"
            Some((said, Chunk::Verb(group)))
                if vocabulary.speaks(group.lemma) && said + 1 == subject =>
            {
                found.link = Link::Said;
            }
            _ => {}
        }
        found
    }

    /// Whether a noun is led by the preposition that opens the sentence: "In the capital he met X".
    fn fronts(&self, noun: usize) -> bool {
        self.clauses.is_empty() && self.led(noun) == Some(0)
    }

    /// The first of the nouns that "and" joins to one: "which Rome and Paris will host".
    fn listed_from(&self, noun: usize) -> usize {
        let mut first = noun;
        while let Some(before) = first.checked_sub(2)
            && matches!(self.chunks[first - 1], Chunk::Conjunction)
            && self.noun(before).is_some()
            && self.led(before).is_none()
        {
            first = before;
        }
        first
    }

    /// The chunk at which something between two commas begins, the second one given: "X, the
    /// minister, met", "X, who leads it, met".
    fn parenthesis(&self, comma: usize) -> Option<usize> {
        let first = (comma.saturating_sub(REACH)..comma).rev().find(|&chunk| {
            matches!(self.chunks[chunk], Chunk::Comma)
                && chunk > 0
                && self.noun(chunk - 1).is_some()
        })?;
        let inside = &self.chunks[first + 1..comma];
        let about = matches!(inside.first(), Some(Chunk::Relative | Chunk::Preposition(..)))
            || matches!(inside.first(), Some(Chunk::Verb(verb)) if verb.mood != Mood::Finite || verb.passive || verb.form == Form::Past);
        let plain = !inside.iter().any(|chunk| matches!(chunk, Chunk::Verb(_) | Chunk::Break));
        (about || plain).then_some(first)
    }

    /// "The heads of the agencies, X and Y, met": who the noun before is, told between commas.
    fn named_inside(&self, first: usize, comma: usize) -> Option<usize> {
        let human = |chunk: usize| self.noun(chunk).is_some_and(NounPhrase::human);
        let office =
            first.checked_sub(1).is_some_and(|noun| !human(noun) || self.led(noun).is_some());
        let named = (first + 1..comma).all(|chunk| {
            human(chunk) || matches!(self.chunks[chunk], Chunk::Conjunction | Chunk::Comma)
        });
        (office && named && human(first + 1)).then_some(first + 1)
    }

    /// Whom or what a relative clause is about.
    fn antecedent(&self, relative: usize) -> Option<usize> {
        let near = (relative.saturating_sub(6)..relative).rev();
        let nouns =
            near.take_while(|&chunk| !matches!(self.chunks[chunk], Chunk::Verb(_) | Chunk::Break));
        let mut nouns = nouns.filter(|&chunk| self.noun(chunk).is_some());
        let first = nouns.next()?;
        // "the meeting of ministers in Rome, which": what the last preposition leads to is seldom
        // meant where something stands before it.
        Some(if self.postposed { self.head_of(first) } else { first })
    }

    /// "the head of the agency, who": who is meant behind a comma, where the nearest noun is a name
    /// that only says of what somebody is the head.
    pub(super) fn head_of(&self, noun: usize) -> usize {
        let named = |noun: &NounPhrase| matches!(noun.atom, Some(AtomKind::Body | AtomKind::Place));
        let of = self.led(noun).and_then(|of| of.checked_sub(1));
        let head = of.filter(|&head| {
            self.noun(noun).is_some_and(named)
                && self.noun(head).is_some_and(|head| head.atom.is_none() || head.human())
                && matches!(self.chunks.get(noun + 1), Some(Chunk::Comma))
        });
        head.unwrap_or(noun)
    }

    /// The clause to which a verb without a subject is joined.
    fn joined(&self, at: usize, verb: &VerbGroup) -> Option<usize> {
        // A comma before "and" closes what was told about somebody.
        let behind =
            |chunk: &&Chunk| !matches!(chunk, Chunk::Adverb | Chunk::Date(..) | Chunk::Conjunction);
        let closed = matches!(self.chunks[..at].iter().rev().find(behind), Some(Chunk::Comma));
        let open = |clause: &Clause| !closed || clause.link != Link::Relative;
        let alike = |clause: &Clause| {
            open(clause)
                && match verb.form {
                    Form::Base => {
                        let free = matches!(clause.verb.mood, Mood::Infinitive | Mood::Finite);
                        free && clause.verb.form == Form::Base
                    }
                    _ => clause.verb.mood == Mood::Finite,
                }
        };
        self.clauses.iter().rposition(alike).or_else(|| {
            self.clauses.iter().rposition(|clause| clause.verb.mood == Mood::Finite && open(clause))
        })
    }
}

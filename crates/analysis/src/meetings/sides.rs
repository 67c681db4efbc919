//! Who stands at a place of a frame: people with those named together with them, delegations with
//! who leads or sends them, offices of which no name is told.

use super::cast::{Actor, Party, Sort, human_at};
use super::frames::VerbForm;
use super::parties::union;
use super::told::Reader;
use crate::grammar::chunking::{Chunk, Lead, NounPhrase};
use crate::grammar::clauses::{Clause, Link};
use crate::lexicon::WordClass;

/// Who stands at a place of a frame.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    pub(super) who: Vec<Party>,
    /// Somebody is told by an office alone, of whom no name is known.
    pub(super) nameless: bool,
}

impl Reader<'_> {
    /// Who the noun at a chunk stands for, with those named together with them.
    pub(super) fn side(&self, chunk: usize) -> Side {
        let Some(noun) = self.parse.noun(chunk) else { return Side::default() };
        if noun.human() {
            let delegation = self.actor(noun).is_some_and(|actor| actor.sort == Sort::Delegation);
            let leaders = self.by(chunk, &self.frames.nouns.lead);
            if delegation && !leaders.is_empty() {
                return Side { who: leaders, nameless: false };
            }
            let senders = if delegation { self.senders(chunk) } else { Vec::new() };
            if !senders.is_empty() {
                return Side { who: senders, nameless: false };
            }
            let mut who = Vec::new();
            for chunk in self.parse.together(chunk) {
                if let Some(actor) = self.parse.noun(chunk).and_then(|noun| self.actor(noun)) {
                    who = union(who, &actor.who);
                }
                who = union(who, &self.by(chunk, &self.frames.nouns.accompany));
            }
            return Side { who, nameless: false };
        }
        // "Đoàn đại biểu do X dẫn đầu"
        let leaders = self.by(chunk, &self.frames.nouns.lead);
        if !leaders.is_empty() && noun.atom.is_none() {
            return Side { who: leaders, nameless: false };
        }
        if !self.office(noun) {
            let joined = self.frames.vocabulary.postposed;
            let who = if joined { self.joined_to(chunk) } else { Vec::new() };
            return Side { who, nameless: false };
        }
        match self.apposed(chunk) {
            Some(named) => self.side(named),
            // "X and his counterpart"
            None => Side { who: self.joined_to(chunk), nameless: true },
        }
    }

    /// Who does what a verb says; of those named together only the last where it is one: "X and Y,
    /// who is on a visit".
    pub(super) fn subject_side(&self, clause: &Clause) -> Side {
        let Some(subject) = clause.subject else { return Side::default() };
        let verb = self.words(clause.verb.from, clause.verb.from + 1);
        let one = clause.link == Link::Relative && self.frames.vocabulary.singular(&verb);
        let actor = self.parse.noun(subject).and_then(|noun| self.actor(noun));
        match actor.filter(|_| one) {
            Some(actor) => Side { who: actor.who.clone(), nameless: false },
            None => self.side(subject),
        }
    }

    /// "the ministry sent a delegation": whose delegation it is.
    fn senders(&self, delegation: usize) -> Vec<Party> {
        let sends = |clause: &&Clause| {
            clause.objects.contains(&delegation)
                && clause.at < delegation
                && self.frames.nouns.send.iter().any(|form| form.lemma == clause.verb.lemma)
        };
        let sender = self.parse.clauses.iter().find(sends).and_then(|clause| clause.subject);
        sender
            .filter(|&sender| sender < delegation)
            .map(|sender| self.bodies_at(sender))
            .unwrap_or_default()
    }

    /// Whom "and" joins to a noun behind.
    fn joined_to(&self, chunk: usize) -> Vec<Party> {
        let and = chunk.checked_sub(1).map(|and| self.parse.chunks[and]);
        let before = chunk.checked_sub(2).filter(|_| matches!(and, Some(Chunk::Conjunction)));
        let human = before.filter(|&before| self.parse.noun(before).is_some_and(NounPhrase::human));
        human.map(|before| self.side(before).who).unwrap_or_default()
    }

    /// "a delegation led by X", "X, accompanied by Y": who does what a participle behind a noun
    /// says.
    pub(super) fn by(&self, noun: usize, verbs: &[VerbForm]) -> Vec<Party> {
        let said = self.parse.clauses.iter().filter(|clause| {
            clause.link == Link::Participle
                && clause.verb.passive
                && clause.subject == Some(noun)
                && verbs.iter().any(|form| form.lemma == clause.verb.lemma)
        });
        let postposed = self.frames.vocabulary.postposed;
        // "accompanied by X", "accompagné de X"
        let agent = |&&(preposition, _): &&(usize, usize)| match self.parse.chunks[preposition] {
            Chunk::Preposition(_, _, Lead::Agent) => true,
            Chunk::Preposition(from, to, _) => {
                postposed && self.frames.nouns.by.contains(&self.words(from, to))
            }
            _ => false,
        };
        // Behind the verb, so that no phrase leads back to itself.
        let behind = |clause: &Clause| {
            let after = clause.subject.map_or(clause.at, |subject| subject.min(clause.at));
            clause.adjuncts.iter().filter(|(_, noun)| *noun > after).find(agent).copied()
        };
        let agents = said.filter_map(|clause| Some((clause.at, behind(clause)?.1)));
        agents.fold(Vec::new(), |all, (at, agent)| {
            // "Accompanied by X, Y left": only X, lest what stands behind X lead back to Y.
            let fronted = || self.parse.noun(agent).and_then(|noun| self.actor(noun));
            match postposed && at < noun {
                true => union(all, fronted().map_or(&[][..], |actor| &actor.who)),
                false => union(all, &self.side(agent).who),
            }
        })
    }

    /// "the chairman of the board, X": the name behind an office.
    fn apposed(&self, office: usize) -> Option<usize> {
        let chunks = &self.parse.chunks;
        let mut at = office + 1;
        while matches!(chunks.get(at), Some(Chunk::Preposition(..)))
            && self.parse.noun(at + 1).is_some_and(|noun| !noun.human())
        {
            at += 2;
        }
        let comma = matches!(chunks.get(at), Some(Chunk::Comma));
        let named = at + usize::from(comma);
        (at > office && self.parse.noun(named).is_some_and(NounPhrase::human)).then_some(named)
    }

    /// The one for whom a noun phrase stands.
    pub(super) fn actor(&self, noun: &NounPhrase) -> Option<&Actor> {
        human_at(self.single, noun.head).filter(|_| noun.human())
    }

    /// Whether a noun phrase is an office: "his Polish counterpart".
    fn office(&self, noun: &NounPhrase) -> bool {
        let annotated = self.sentence.annotated();
        let offices = [WordClass::Office, WordClass::OfficePlural, WordClass::MeetGeneral];
        noun.atom.is_none()
            && (noun.from..noun.to).any(|i| {
                annotated.any(i, &offices).is_some_and(|(_, hit)| match annotated.postposed {
                    true => i <= noun.head && noun.head < hit.next,
                    false => hit.next >= noun.to,
                })
            })
    }
}

impl Side {
    pub(super) fn join(&mut self, other: &Self) {
        self.who = union(std::mem::take(&mut self.who), &other.who);
        self.nameless |= other.nameless;
    }
}

//! Signing: "X and Y signed a protocol", "the protocol was signed by X and Y", "a letter of intent will
//! be signed between the French and Vietnamese defence ministries".

use super::Outcome;
use super::acts::of_kind;
use super::cast::Party;
use super::frames::{Frame, Role};
use super::parties::union;
use super::promises::chain::Step;
use super::sentence::{Spot, SpotKind};
use super::told::{Reader, Told};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Lead};
use crate::grammar::clauses::{Clause, Link};
use crate::lexicon::WordClass;
use entente_model::{Act, EntityKind};

impl Reader<'_> {
    /// What a verb of signing tells.
    pub(super) fn sign(&self, frame: &Frame, clause: &Clause, mut found: Told) -> Option<Told> {
        let passive = clause.verb.passive;
        // "agreed to sign", "agreed that they would sign": a promise, as long as no day is told.
        let chain = self.chain(&clause.verb);
        let told = |step: &Step| self.frames.promises.tells(step.lemma);
        let said = matches!(clause.link, Link::Said | Link::Purpose);
        let parent = clause.parent.filter(|_| said).map(|parent| &self.parse.clauses[parent]);
        let promised = chain.iter().rev().skip(1).any(told)
            || parent.is_some_and(|parent| self.chain(&parent.verb).iter().any(told));
        if promised && found.date.is_none() {
            return None;
        }
        let papers: Vec<usize> = match passive {
            true => clause.subject.into_iter().collect(),
            false => clause.objects.clone(),
        };
        found.date = found.date.or_else(|| papers.iter().find_map(|&paper| self.year_of(paper)));
        found.outcomes = papers.iter().flat_map(|&paper| self.agreements_at(paper)).collect();
        found.people = if passive {
            self.signatories(clause)
        } else {
            let with = self.led_sides(clause, |word| frame.others.get(word) == Some(&Role::Party));
            union(self.doers(clause), &with)
        };
        // "signed a letter", "the deal was signed by X and Y": of no name.
        let paper = papers.iter().any(|&paper| self.is_paper(paper));
        let told_of = clause.link == Link::Participle;
        let set = found.date.is_some() || found.site.is_some();
        let whole = found.date.is_some() && found.site.is_some() && !told_of;
        let named = !found.outcomes.is_empty() && (whole || !found.people.is_empty());
        let enough = named || found.people.len() > 1 && paper && (passive || set);
        enough.then_some(found)
    }

    /// The date at the head of the words for a paper: "the 2022 declaration was signed in Perth".
    fn year_of(&self, paper: usize) -> Option<usize> {
        let noun = self.parse.noun(paper)?;
        let date = |spot: &&Spot| {
            let first = (noun.from..=noun.from + 1).contains(&spot.from);
            spot.kind == SpotKind::Date && first && spot.to < noun.to
        };
        self.sentence.spots.iter().find(date).map(|spot| spot.number)
    }

    /// Who signs, where what is signed is the subject: "by X and Y", "between the ministries".
    fn signatories(&self, clause: &Clause) -> Vec<Party> {
        let agents = self.agents(clause);
        if !agents.is_empty() {
            return agents;
        }
        let between = |&&(preposition, _): &&(usize, usize)| match self.parse.chunks[preposition] {
            Chunk::Preposition(from, ..) => self.sentence.annotated().is(from, WordClass::Between),
            _ => false,
        };
        let Some(&(_, noun)) = clause.adjuncts.iter().find(between) else { return Vec::new() };
        let bodies = self.bodies_at(noun);
        if bodies.is_empty() { self.bodies_of(noun) } else { bodies }
    }

    /// Who does what a verb says: people, or bodies where it is none.
    fn doers(&self, clause: &Clause) -> Vec<Party> {
        let Some(subject) = clause.subject else { return Vec::new() };
        let people = self.side(subject).who;
        if people.is_empty() { self.bodies_at(subject) } else { people }
    }

    /// Whether a noun phrase is a paper, with a name or without.
    fn is_paper(&self, chunk: usize) -> bool {
        self.parse.noun(chunk).is_some_and(|noun| {
            noun.atom == Some(AtomKind::Agreement)
                || self.sentence.has(noun.from..noun.to, WordClass::MeetPaper)
        })
    }

    /// The agreements at a chunk, and those in what prepositions add to it: "the minutes of the
    /// agreement", "two copies of the treaty".
    pub(super) fn agreements_at(&self, chunk: usize) -> Vec<Outcome> {
        let last = self.whole(chunk);
        let named = |&chunk: &usize| of_kind(self.parse.noun(chunk), &[AtomKind::Agreement]);
        let outcome = |chunk: usize| {
            let head = self.parse.noun(chunk)?.head;
            let spot = self
                .sentence
                .spots
                .iter()
                .find(|spot| spot.from == head && spot.is(EntityKind::Agreement))?;
            Some(self.signed_at(spot))
        };
        (chunk..=last).filter(named).filter_map(outcome).collect()
    }

    /// The agreements that a noun phrase names beside its head: "lễ ký Hiệp định", "the Fisheries
    /// Pact signing".
    fn agreements_in(&self, chunk: usize) -> Vec<Outcome> {
        let Some(noun) = self.parse.noun(chunk).filter(|noun| noun.atom.is_none()) else {
            return Vec::new();
        };
        let inside = |spot: &&Spot| {
            spot.is(EntityKind::Agreement) && spot.from >= noun.from && spot.to <= noun.to
        };
        self.sentence.spots.iter().filter(inside).map(|spot| self.signed_at(spot)).collect()
    }

    fn signed_at(&self, spot: &Spot) -> Outcome {
        let span = self.sentence.annotated().tokens.cover(spot.from, spot.to);
        Outcome { act: Act::Signed, agreement: Some(spot.number), span }
    }

    /// The agreements behind a noun: "the signing of a protocol and a treaty".
    pub(super) fn papers_behind(&self, chunk: usize) -> Vec<Outcome> {
        let mut all = self.agreements_in(chunk);
        all.extend(self.agreements_at(chunk));
        let mut at = self.whole(chunk) + 1;
        while matches!(self.parse.chunks.get(at), Some(Chunk::Conjunction | Chunk::Comma))
            && self.parse.noun(at + 1).is_some_and(|noun| !noun.human())
        {
            all.extend(self.agreements_at(at + 1));
            at = self.whole(at + 1) + 1;
        }
        all
    }

    /// Those to whom prepositions of a clause lead, behind its verb, by the words of these.
    pub(super) fn led_sides(&self, clause: &Clause, fits: impl Fn(&str) -> bool) -> Vec<Party> {
        let leads = |&&(preposition, noun): &&(usize, usize)| match self.parse.chunks[preposition] {
            Chunk::Preposition(_, _, Lead::Agent) => false,
            Chunk::Preposition(from, to, _) => noun > clause.at && fits(&self.words(from, to)),
            _ => false,
        };
        let adjuncts = clause.adjuncts.iter().filter(leads);
        adjuncts.fold(Vec::new(), |all, &(_, noun)| union(all, &self.side(noun).who))
    }
}

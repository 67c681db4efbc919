//! Visits told by a verb: "X visited P", "X will travel to P".

use super::acts::of_kind;
use super::cast::{Party, Sort};
use super::frames::Frame;
use super::parties::union;
use super::setting::{self, Site};
use super::told::{Reader, Told};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, NounPhrase};
use crate::grammar::clauses::{Clause, Link};
use crate::lexicon::WordClass;

impl Reader<'_> {
    /// A visit, if a place or a body stands where the frame asks for it.
    pub(super) fn visit(&self, frame: &Frame, clause: &Clause, mut found: Told) -> Option<Told> {
        if clause.verb.passive != frame.form.passive || self.invited(clause.verb.head) {
            return None;
        }
        let object = clause.objects.first().copied().filter(|_| frame.object.is_some());
        let shared = || self.shared(clause).filter(|_| frame.object.is_some());
        // "arrived here"
        if object.is_none()
            && frame.comes
            && found.frame.here
            && self.led_to(frame, clause).is_none()
        {
            found.people = self.subject_side(clause).who;
            return Some(found).filter(|found| !found.people.is_empty());
        }
        let place = object.or_else(|| self.led_to(frame, clause)).or_else(shared)?;
        let noun = self.parse.noun(place).filter(|noun| !noun.human())?;
        found.people = clause.subject.map(|chunk| self.side(chunk).who).unwrap_or_default();
        // A delegation of which nobody is told visits a body.
        let group = found.people.iter().all(|party| matches!(party, Party::Delegation(_)));
        let body = self.body_at(noun);
        if group {
            found.people = union(found.people, body.as_deref().unwrap_or_default());
        }
        let site = self.site_at(place).or_else(|| setting::object(self.sentence, noun.from));
        // "toured the plant of the company in Changwon"
        let city = self.site_of_verb(clause);
        found.site = match site {
            Some(site) if site.land.is_none() => {
                let land = city.and_then(|city| city.land);
                Some(Site { land, ..site })
            }
            site => site.or(city).or(found.site),
        };
        let there = found.site.is_some() || body.is_some();
        (there && !found.people.is_empty()).then_some(found)
    }

    /// "travelled to P": what a preposition of the frame leads to.
    fn led_to(&self, frame: &Frame, clause: &Clause) -> Option<usize> {
        let leads = |&&(preposition, noun): &&(usize, usize)| match self.parse.chunks[preposition] {
            Chunk::Preposition(from, to, _) => {
                noun > clause.at && frame.others.contains_key(&self.words(from, to))
            }
            _ => false,
        };
        clause.adjuncts.iter().find(leads).map(|&(_, noun)| noun)
    }

    /// "visited and worked with leaders of the group": what the next verb shares with it.
    fn shared(&self, clause: &Clause) -> Option<usize> {
        let number = self.parse.clauses.iter().position(|other| other.at == clause.at)?;
        let next = self.parse.clauses.get(number + 1)?;
        let joined = next.parent == Some(number) && next.link == Link::Joined;
        let named =
            |&noun: &usize| of_kind(self.parse.noun(noun), &[AtomKind::Body, AtomKind::Place]);
        next.adjuncts.iter().map(|&(_, noun)| noun).find(named).filter(|_| joined)
    }

    /// The body in a noun phrase, if it is no house: not "the embassy".
    fn body_at(&self, noun: &NounPhrase) -> Option<Vec<Party>> {
        let body = self.actors.iter().find(|actor| {
            let near = actor.from >= noun.from && actor.from < noun.to + 2;
            let house = self.sentence.has(actor.from..actor.to, WordClass::MeetVenue);
            actor.sort == Sort::Body && near && !house
        });
        body.map(|body| body.who.clone())
    }
}

//! Promises that a noun tells with the verb that carries it: "extended an invitation from X to Y to
//! visit P", "accepted X's invitation".

use super::super::acts::of_kind;
use super::super::cast::Party;
use super::super::parties::union;
use super::super::told::Reader;
use super::content::Content;
use super::frames::{PromiseFrame, Role};
use super::roles::Roles;
use super::{Mention, Mentions};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Mood, NounPhrase};
use crate::grammar::clauses::{Clause, Link};

impl Reader<'_> {
    /// "extended an invitation from X to Y to visit": what a noun promises that a verb carries.
    pub(super) fn by_noun(
        &self,
        number: usize,
        clause: &Clause,
        frame: &PromiseFrame,
        mentions: &mut Mentions,
    ) -> Vec<Mention> {
        let passive = clause.verb.passive;
        let carried: Vec<usize> = match passive {
            true => clause.subject.into_iter().collect(),
            false => clause.objects.clone(),
        };
        let named = |chunk: &usize| {
            self.parse.noun(*chunk).is_some_and(|noun| {
                self.headed_by(noun, &frame.nouns) || self.owned(noun, &frame.nouns)
            })
        };
        let Some(noun) = carried.into_iter().find(named) else { return Vec::new() };
        let promised = self.clauses_behind(number, noun);
        let end = promised.map_or(self.parse.chunks.len(), |first| self.parse.clauses[first].at);
        let mut roles = Roles::default();
        let mut contents: Vec<Content> = Vec::new();
        let mut place = None;
        // What prepositions lead to behind the verb: "conveyed to X an invitation from Y".
        for chunk in clause.at + 1..end.max(clause.at + 1) {
            match self.parse.chunks[chunk] {
                // "the minister of P": of the minister, not of the invitation.
                Chunk::Preposition(..)
                    if self.parse.noun(chunk - 1).is_some_and(NounPhrase::human)
                        && of_kind(self.parse.noun(chunk + 1), &[AtomKind::Place]) => {}
                Chunk::Preposition(from, to, _) if self.parse.noun(chunk + 1).is_some() => {
                    let role = frame.others.get(&self.words(from, to));
                    let who = self.sides(chunk + 1);
                    match role {
                        Some(Role::From) => roles.who = union(roles.who, &who),
                        Some(Role::To) => {
                            roles.to_told = true;
                            place = place
                                .or_else(|| self.place_content(chunk + 1))
                                .or_else(|| self.event_at(chunk + 1));
                            roles.to = union(roles.to, &who);
                        }
                        _ => {}
                    }
                }
                Chunk::Break | Chunk::Relative | Chunk::Verb(_) => break,
                _ => {}
            }
        }
        let owner = self.parse.noun(noun).and_then(|noun| noun.owner);
        let owner = owner.map(|token| self.owner_at(token)).unwrap_or_default();
        let doer = match passive {
            true => self.done_by(clause),
            false => clause.subject.map(|subject| self.sides(subject)).unwrap_or_default(),
        };
        roles.teller.clone_from(&doer);
        match frame.subject {
            Some(Role::To) => roles.to = union(roles.to, &doer),
            _ if roles.who.is_empty() && owner.is_empty() => roles.who = doer,
            _ => {}
        }
        roles.who = union(roles.who, &owner);
        self.to_pronoun(clause, frame, &mut roles);
        if let Some(first) = promised {
            let clauses = self.going_on(first);
            contents.extend(clauses.into_iter().flat_map(|number| self.content_of(number)));
        } else {
            contents.extend(place);
        }
        if contents.is_empty() && promised.is_none() {
            mentions.recalled.push((union(roles.to.clone(), &roles.teller), self.sentence.span));
        }
        self.mentions(frame, clause, &roles, contents)
    }

    /// Whether a noun phrase has one of these behind an owner: "X's invitation".
    fn owned(&self, noun: &NounPhrase, nouns: &[String]) -> bool {
        let tokens = self.sentence.annotated().tokens;
        noun.owner.is_some()
            && noun.to > noun.from
            && nouns.iter().any(|word| word == tokens.key(noun.to - 1))
    }

    /// Who the owner at a token is.
    fn owner_at(&self, token: usize) -> Vec<Party> {
        let here = self.single.iter().filter(|actor| actor.from <= token && token < actor.to);
        here.max_by_key(|actor| actor.to).map(|actor| actor.who.clone()).unwrap_or_default()
    }

    /// The infinitive behind a noun that a verb carries, before the next verb with a tense.
    fn clauses_behind(&self, number: usize, noun: usize) -> Option<usize> {
        let behind = self.parse.clauses.iter().enumerate().filter(|(_, clause)| clause.at > noun);
        let mut behind = behind.take_while(|(at, clause)| {
            *at == number || clause.verb.mood != Mood::Finite || clause.link == Link::Relative
        });
        behind
            .find(|(at, clause)| *at != number && clause.verb.mood == Mood::Infinitive)
            .map(|(at, _)| at)
    }
}

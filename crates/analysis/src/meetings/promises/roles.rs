//! Who stands where with a verb of promising.

use super::super::cast::Party;
use super::super::parties::union;
use super::super::told::Reader;
use super::chain::Step;
use super::content::Content;
use super::frames::{PromiseFrame, Role};
use crate::grammar::chunking::{Chunk, NounPhrase};
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::vocabulary::Function;
use crate::lexicon::WordClass;
use entente_model::{MeetingKind, PromiseKind};

/// Who stands where with a verb of promising.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    pub(super) who: Vec<Party>,
    pub(super) to: Vec<Party>,
    pub(super) teller: Vec<Party>,
    /// Somebody is told to whom, named or not.
    pub(super) to_told: bool,
}

impl Roles {
    pub(super) fn place(&mut self, role: Option<Role>, who: &[Party]) {
        match role {
            Some(Role::From) => self.who = union(std::mem::take(&mut self.who), who),
            Some(Role::To) => self.to = union(std::mem::take(&mut self.to), who),
            Some(Role::What) | None => {}
        }
    }
}

impl Reader<'_> {
    /// "X l'a invité", "X lui a proposé": to whom, by a pronoun before the verb, if nobody else is told.
    pub(super) fn to_pronoun(&self, clause: &Clause, frame: &PromiseFrame, roles: &mut Roles) {
        if roles.to.is_empty() {
            let whom = [(frame.object, Function::Whom), (frame.dative, Function::ToWhom)];
            for (role, function) in whom.into_iter().filter(|(role, _)| *role == Some(Role::To)) {
                roles.place(role, &self.before_verb(clause, function));
            }
            roles.to_told |= !roles.to.is_empty();
        }
    }

    /// Who stands where in "agreed to sign", "was invited to visit".
    pub(super) fn roles_in_group(
        &self,
        clause: &Clause,
        step: &Step,
        frame: &PromiseFrame,
    ) -> Roles {
        let subject = clause.subject.map(|subject| self.sides(subject)).unwrap_or_default();
        let mut roles = Roles::default();
        if step.passive {
            let agents = self.done_by(clause);
            roles.place(frame.object, &subject);
            roles.place(frame.subject, &agents);
            roles.teller = union(subject, &agents);
        } else if !clause.verb.passive || clause.verb.head == step.at {
            roles.place(frame.subject, &subject);
            // "X was by Y asked to visit"
            let done = clause.passive_object.map(|object| self.sides(object));
            roles.place(frame.object, &done.unwrap_or_default());
            self.to_pronoun(clause, frame, &mut roles);
            roles.teller = subject;
        } else {
            // "is expected to be signed by X"
            roles.who = self.done_by(clause);
            roles.teller.clone_from(&roles.who);
        }
        roles
    }

    /// Who stands where around a verb of promising, up to a chunk.
    pub(super) fn roles(&self, clause: &Clause, frame: &PromiseFrame, end: usize) -> Roles {
        let subject = clause.subject.map(|subject| self.sides(subject)).unwrap_or_default();
        let mut roles = Roles::default();
        if clause.verb.passive {
            let agents = self.done_by(clause);
            roles.place(frame.object, &subject);
            roles.place(frame.subject, &agents);
            roles.teller = union(subject, &agents);
            return roles;
        }
        if frame.object.is_some() {
            let behind = clause.at + 1..self.object_end(clause, frame, end);
            // "asked the two countries to hold talks": that is both sides, and nobody else.
            let annotated = self.sentence.annotated();
            let other = |noun: &NounPhrase| !annotated.is(noun.from, WordClass::MeetCount);
            roles.to_told = behind.clone().any(|chunk| self.parse.noun(chunk).is_some_and(other));
            roles.place(frame.object, &self.sides_between(behind));
        }
        // "conveyed the invitation to X to visit": X is the subject of the verb behind.
        let visitor = self.parse.clauses.iter().find(|other| other.at == end);
        let visitor =
            visitor.and_then(|other| Some((self.parse.led(other.subject?)?, other.subject?)));
        let adjuncts = clause.adjuncts.iter().copied();
        let adjuncts = adjuncts.chain(visitor.filter(|led| !clause.adjuncts.contains(led)));
        for (preposition, noun) in adjuncts.filter(|(_, noun)| *noun > clause.at && *noun < end) {
            let Chunk::Preposition(from, to, _) = self.parse.chunks[preposition] else { continue };
            let role = frame.others.get(&self.words(from, to)).copied();
            roles.place(role, &self.sides(noun));
        }
        // "conveyed the invitation of Y": not of who conveys it.
        if frame.subject != Some(Role::From) || roles.who.is_empty() {
            roles.place(frame.subject, &subject);
        }
        self.to_pronoun(clause, frame, &mut roles);
        roles.teller = subject;
        roles
    }

    /// Who is to come, where somebody else says so.
    pub(super) fn visitor(&self, clause: &Clause, content: &Content) -> Vec<Party> {
        let visit = content.meeting == Some(MeetingKind::Visit)
            && matches!(clause.link, Link::Said | Link::Main);
        let subject = clause.subject.filter(|_| visit);
        subject.map(|subject| self.side(subject).who).unwrap_or_default()
    }

    /// Who is to be received or met: the object of the verb that says what is promised.
    pub(super) fn whom(&self, clause: &Clause, content: &Content) -> Vec<Party> {
        let meets = content.kind == PromiseKind::Meeting && content.event.is_none();
        let object = clause.objects.iter().find(|&&object| object > clause.at).filter(|_| meets);
        object.map(|&object| self.side(object).who).unwrap_or_default()
    }

    /// Where those who are invited end: before "to Oslo".
    fn object_end(&self, clause: &Clause, frame: &PromiseFrame, end: usize) -> usize {
        let what = |&chunk: &usize| match self.parse.chunks[chunk] {
            Chunk::Preposition(from, to, _) => frame.others.contains_key(&self.words(from, to)),
            Chunk::Opens(_) | Chunk::Relative | Chunk::Verb(_) | Chunk::Break => true,
            _ => false,
        };
        (clause.at + 1..end).find(what).unwrap_or(end)
    }
}

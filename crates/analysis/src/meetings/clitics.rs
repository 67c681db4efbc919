//! Pronouns that stand before their verb: "X l'a reçu", "X lui a rendu visite".
//!
//! One of them stands for somebody of whom a clause before it in the sentence tells, else for whom the
//! sentence before was about, else for the other of those who met last; never for who does what the
//! verb says. One of several stands for those who met last.

use super::cast::Party;
use super::frames::{Frame, Role};
use super::sides::Side;
use super::told::Reader;
use crate::grammar::clauses::Clause;
use crate::grammar::vocabulary::Function;

/// Whom a pronoun stands for is looked for in as many clauses before.
const NEAR: usize = 6;

impl Reader<'_> {
    /// Who takes part as the object of a verb and behind its preposition, by pronouns.
    pub(super) fn pronouns(&self, frame: &Frame, clause: &Clause) -> (Side, Side) {
        let side = |role: Option<Role>, function| {
            let told = role.is_some_and(Role::takes_part) && !clause.verb.passive;
            let who = if told { self.before_verb(clause, function) } else { Vec::new() };
            Side { who, nameless: false }
        };
        let object = frame.object.filter(|_| clause.objects.is_empty());
        (side(object, Function::Whom), side(frame.dative, Function::ToWhom))
    }

    /// Whom such a pronoun stands for, as the object or as what a preposition would lead to.
    pub(super) fn before_verb(&self, clause: &Clause, function: Function) -> Vec<Party> {
        let verb = &clause.verb;
        let tokens = self.sentence.annotated().tokens;
        let functions = |i: usize| self.frames.vocabulary.functions(tokens.key(i));
        let small = |i: &usize| {
            let small = [Function::Clitic, Function::Negation, Function::Reflexive];
            functions(*i).iter().any(|function| small.contains(function))
        };
        let words = (self.sentence.from..verb.from).rev().filter(|&i| tokens.is_word(i));
        let mut near = words.take_while(small).chain(verb.from..verb.head);
        let Some(at) = near.find(|&i| functions(i).contains(&function)) else { return Vec::new() };
        let subject = clause.subject.map(|subject| self.side(subject).who).unwrap_or_default();
        let several = functions(at).contains(&Function::Several);
        let fits = |who: &Vec<Party>| {
            (who.len() > 1) == several && !who.iter().any(|one| subject.contains(one))
        };
        let before = self.parse.clauses.iter().rev().filter(|other| other.at < clause.at);
        let sides = before.take(NEAR).flat_map(|other| other.subject.iter().chain(&other.objects));
        let here = { sides }.map(|&chunk| self.side(chunk).who).find(fits);
        let topic = || self.topic.map(|topic| vec![topic]).filter(fits);
        let group = || {
            let rest = self.group.iter().filter(|one| !subject.contains(one));
            Some(rest.copied().collect()).filter(fits)
        };
        here.filter(|who| !who.is_empty()).or_else(topic).or_else(group).unwrap_or_default()
    }
}

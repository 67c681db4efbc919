//! Bodies that take part: by name, as "his ministry", or as "the French and Vietnamese defence
//! ministries".

use super::cast::{Actor, Party, Sort};
use super::parties::union;
use super::told::Reader;
use crate::grammar::chunking::{Chunk, NounPhrase};
use crate::lexicon::{Hit, WordClass};
use entente_model::EntityKind;

/// By as many letters "ministries" and "Ministry" are the same.
const STEM: usize = 6;
/// As many mentions of a body are looked at for the country that it is of.
const COMPARED: usize = 14;
/// Behind an office its body begins within as many bytes: "head of the".
const NEAR: usize = 24;

impl Reader<'_> {
    /// The people and bodies named at a chunk and joined to it.
    pub(super) fn bodies_at(&self, chunk: usize) -> Vec<Party> {
        let mut all = Vec::new();
        let mut at = chunk;
        while let Some(noun) = self.parse.noun(at) {
            let here = |actor: &&Actor| {
                actor.from >= noun.from
                    && actor.from < noun.to
                    && (actor.human() || actor.sort == Sort::Body)
            };
            match self.single.iter().find(here) {
                Some(actor) => all = union(all, &actor.who),
                None => match self.own_body(at, noun) {
                    Some(body) => all = union(all, &[body]),
                    None => break,
                },
            }
            if !matches!(self.parse.chunks.get(at + 1), Some(Chunk::Conjunction | Chunk::Comma)) {
                break;
            }
            at += 2;
        }
        all
    }

    /// "the French and Vietnamese defence ministries": the ministries of these countries that
    /// the report names elsewhere.
    pub(super) fn bodies_of(&self, chunk: usize) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let Some(last) = self.parse.noun(chunk) else { return Vec::new() };
        // "the French and Vietnamese ministries" may be two phrases.
        let from = last.from;
        let to = match (self.parse.chunks.get(chunk + 1), self.parse.noun(chunk + 2)) {
            (Some(Chunk::Conjunction), Some(next)) => next.to,
            _ => last.to,
        };
        let head = (from..to).find(|&i| annotated.is(i, WordClass::MeetBodies));
        let Some(head) = head else { return Vec::new() };
        let stem: String = annotated.tokens.key(head).chars().take(STEM).collect();
        let sides = (from..head).filter_map(|i| annotated.nation(i));
        let body = |hit: Hit| {
            let code = annotated.world.get(hit.value)?.country;
            let names = sentence.report.names.iter();
            { names }.enumerate().find_map(|(number, name)| {
                let tokens = annotated.tokens;
                let of_it = name.mentions.iter().take(COMPARED).any(|span| {
                    let words = tokens.from(span.start)..tokens.from(span.end);
                    let nation = |i| annotated.world.get(annotated.nation(i)?.value);
                    words.filter_map(nation).any(|place| place.country == code)
                });
                let same = name.kind == EntityKind::Organisation
                    && of_it
                    && name.name.to_lowercase().contains(&stem);
                same.then_some(Party::Name(number))
            })
        };
        sides.filter_map(body).collect()
    }

    /// "his ministry": the body in the office of whoever the clause before is about.
    fn own_body(&self, chunk: usize, noun: &NounPhrase) -> Option<Party> {
        let tokens = self.sentence.annotated().tokens;
        let owner = noun.owner?;
        let body = self.frames.nouns.bodies.iter().any(|word| word == tokens.key(noun.to - 1));
        if !body || !self.sentence.annotated().is(owner, WordClass::PronounOwn) {
            return None;
        }
        let clause = self.parse.around(chunk).map(|at| &self.parse.clauses[at]);
        let mut above = std::iter::successors(clause, |clause| {
            clause.parent.map(|parent| &self.parse.clauses[parent])
        });
        let person = above.find_map(|clause| self.side(clause.subject?).who.first().copied());
        let Some(Party::Name(person)) = person.or(self.topic) else { return None };
        let names = &self.sentence.report.names;
        let inside = |name: &crate::names::NameEntity| {
            names[person].roles.iter().take(COMPARED).any(|role| {
                let near = |span: &crate::span::Span| {
                    role.start <= span.start && span.start <= role.end + NEAR
                };
                name.mentions.iter().any(near)
            })
        };
        let body =
            |name: &crate::names::NameEntity| name.kind == EntityKind::Organisation && inside(name);
        names.iter().position(body).map(Party::Name)
    }
}

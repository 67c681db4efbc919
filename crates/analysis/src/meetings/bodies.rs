//! Bodies that take part: by name, as "his ministry", or as "the French and Vietnamese defence
//! ministries".

use super::cast::{Actor, Party, Sort};
use super::parties::union;
use super::told::Reader;
use crate::grammar::chunking::{Chunk, NounPhrase};
use crate::lexicon::{Hit, WordClass};
use crate::names::NameEntity;
use crate::span::Span;
use entente_model::EntityKind;

/// By as many letters "ministries" and "Ministry" are the same.
pub(super) const STEM: usize = 6;
/// As many mentions of a body are looked at for the country that it is of.
const COMPARED: usize = 14;
/// The two bodies that are counted are among as many names of a report.
const NAMES: usize = 1_000;
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
        let annotated = self.sentence.annotated();
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
        let body = |hit: Hit| self.body_of(annotated.world.get(hit.value)?.country, &stem);
        let named: Vec<Party> = sides.filter_map(body).map(Party::Name).collect();
        // "the two defence ministries", "the defence ministries of the two countries"
        let counted = || {
            let last = self.parse.noun(self.whole(chunk)).map_or(to, |last| last.to);
            self.sentence.has(from..last, WordClass::MeetCount)
        };
        if named.is_empty() && counted() { self.both(&stem) } else { named }
    }

    /// The two bodies of the report whose names have a word that begins so, if there are no more.
    fn both(&self, stem: &str) -> Vec<Party> {
        let names = self.sentence.report.names.iter().enumerate().take(NAMES);
        let fits = |name: &NameEntity| {
            name.kind == EntityKind::Organisation && name.name.to_lowercase().contains(stem)
        };
        let bodies = names.filter(|(_, name)| fits(name)).take(3);
        let bodies: Vec<Party> = bodies.map(|(number, _)| Party::Name(number)).collect();
        if bodies.len() == 2 { bodies } else { Vec::new() }
    }

    /// The body of a country whose name has a word that begins so.
    pub(super) fn body_of(&self, code: &str, stem: &str) -> Option<usize> {
        let annotated = self.sentence.annotated();
        self.sentence.report.names.iter().position(|name| {
            let told = |span: &Span| {
                let mut words = annotated.tokens.from(span.start)..annotated.tokens.from(span.end);
                words.any(|i| self.sentence.nation(i) == Some(code))
            };
            name.kind == EntityKind::Organisation
                && name.name.to_lowercase().contains(stem)
                && (name.country == code || name.mentions.iter().take(COMPARED).any(told))
        })
    }

    /// "his ministry": the body in the office of whoever the clause before is about.
    fn own_body(&self, chunk: usize, noun: &NounPhrase) -> Option<Party> {
        let tokens = self.sentence.annotated().tokens;
        let owner = noun.owner?;
        let body = self.frames.nouns.bodies.iter().any(|word| word == tokens.key(noun.to - 1));
        if !body || !self.sentence.annotated().is(owner, WordClass::PronounOwn) {
            return None;
        }
        let clause = self.parse.around(chunk);
        let mut above = std::iter::successors(clause, |clause| {
            clause.parent.map(|parent| &self.parse.clauses[parent])
        });
        let person = above.find_map(|clause| self.side(clause.subject?).who.first().copied());
        let Some(Party::Name(person)) = person.or(self.topic) else { return None };
        let names = &self.sentence.report.names;
        let inside = |name: &NameEntity| {
            names[person].roles.iter().take(COMPARED).any(|role| {
                let near = |span: &Span| role.start <= span.start && span.start <= role.end + NEAR;
                name.mentions.iter().any(near)
            })
        };
        let body = |name: &NameEntity| name.kind == EntityKind::Organisation && inside(name);
        names.iter().position(body).map(Party::Name)
    }
}

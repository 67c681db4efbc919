//! Who promises, and to whom: people, else bodies, else countries.

use super::super::acts::of_kind;
use super::super::bodies::STEM;
use super::super::cast::{Party, Sort};
use super::super::parties::union;
use super::super::sentence::{Spot, SpotKind};
use super::super::told::Reader;
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Lead};
use crate::grammar::clauses::Clause;
use crate::lexicon::WordClass;
use entente_model::EntityKind;
use std::ops::Range;

impl Reader<'_> {
    /// Who a noun stands for: people, bodies, or what is known of "the Vietnamese authorities".
    pub(super) fn sides(&self, chunk: usize) -> Vec<Party> {
        let who = self.side(chunk).who;
        if !who.is_empty() {
            return who;
        }
        let Some(noun) = self.parse.noun(chunk) else { return Vec::new() };
        let bodies = self.bodies_in(noun.from..noun.to);
        // "leaders of the ministry"
        let of = matches!(self.parse.chunks.get(chunk + 1), Some(Chunk::Preposition(from, ..)) if self.sentence.annotated().is(*from, WordClass::Of));
        let owner = self.parse.noun(chunk + 2).filter(|_| of && noun.atom.is_none());
        let owner = owner.map(|owner| self.bodies_in(owner.from..owner.to)).unwrap_or_default();
        let bodies = union(bodies, &owner);
        if !bodies.is_empty() {
            return bodies;
        }
        let mut all = self.nations_in(noun.from..self.joined_end(chunk));
        // "France and Italy agreed"
        let mut first = chunk;
        while let Some(before) = first.checked_sub(2).filter(|_| !all.is_empty()) {
            let joined = matches!(self.parse.chunks[first - 1], Chunk::Conjunction | Chunk::Comma);
            if !joined || !of_kind(self.parse.noun(before), &[AtomKind::Place]) {
                break;
            }
            let nation = self.parse.noun(before).map(|noun| noun.from..noun.to);
            all = union(nation.map(|nation| self.nations_in(nation)).unwrap_or_default(), &all);
            first = before;
        }
        let mut last = chunk;
        while let Some(behind) = Some(last + 2).filter(|_| !all.is_empty()) {
            let joined =
                matches!(self.parse.chunks.get(last + 1), Some(Chunk::Conjunction | Chunk::Comma));
            if !joined || !of_kind(self.parse.noun(behind), &[AtomKind::Place]) {
                break;
            }
            let nation = self.parse.noun(behind).map(|noun| noun.from..noun.to);
            all = union(all, &nation.map(|nation| self.nations_in(nation)).unwrap_or_default());
            last = behind;
        }
        if all.is_empty() { self.bodies_of(chunk) } else { all }
    }

    /// The token after a noun, or after the one that "and" joins to it: "the French and Vietnamese
    /// ministries".
    fn joined_end(&self, chunk: usize) -> usize {
        let and = matches!(self.parse.chunks.get(chunk + 1), Some(Chunk::Conjunction));
        let joined = self.parse.noun(chunk + 2).filter(|joined| and && joined.atom.is_none());
        joined.or(self.parse.noun(chunk)).map_or(0, |noun| noun.to)
    }

    /// Who is named between two chunks, each noun by itself; countries only where nobody else is.
    pub(super) fn sides_between(&self, chunks: Range<usize>) -> Vec<Party> {
        let mut all = Vec::new();
        let mut nations = Vec::new();
        for chunk in chunks {
            let Some(noun) = self.parse.noun(chunk) else { continue };
            if noun.human() {
                all = union(all, &self.side(chunk).who);
            } else {
                all = union(all, &self.bodies_in(noun.from..noun.to));
                nations = union(nations, &self.nations_in(noun.from..noun.to));
            }
        }
        if all.is_empty() { nations } else { all }
    }

    /// Who does what a passive verb says: "by X".
    pub(super) fn done_by(&self, clause: &Clause) -> Vec<Party> {
        let agent = |&&(preposition, noun): &&(usize, usize)| {
            noun > clause.at
                && matches!(self.parse.chunks[preposition], Chunk::Preposition(_, _, Lead::Agent))
        };
        let agent = clause.adjuncts.iter().find(agent);
        agent.map(|&(_, noun)| self.sides(noun)).unwrap_or_default()
    }

    /// With whom, and between whom: "with the minister", "between the two ministries".
    pub(super) fn partners(&self, clause: &Clause) -> (Vec<Party>, Vec<Party>) {
        let annotated = self.sentence.annotated();
        let (mut with, mut between) = (Vec::new(), Vec::new());
        for &(preposition, noun) in clause.adjuncts.iter().filter(|(_, noun)| *noun > clause.at) {
            let Chunk::Preposition(from, ..) = self.parse.chunks[preposition] else { continue };
            if annotated.is(from, WordClass::Between) {
                between = union(between, &self.sides(noun));
            } else if annotated.is(from, WordClass::With) {
                with = union(with, &self.sides(noun));
            }
        }
        (with, between)
    }

    /// The bodies named among these tokens; no house: not "the embassy".
    fn bodies_in(&self, tokens: Range<usize>) -> Vec<Party> {
        let bodies = self.actors.iter().filter(|actor| {
            actor.sort == Sort::Body && actor.from >= tokens.start && actor.to <= tokens.end
        });
        bodies.fold(Vec::new(), |all, actor| union(all, &actor.who))
    }

    /// The countries of a noun phrase, or their bodies where it names one of each: "Vietnamese
    /// authorities", "the French and Vietnamese defence ministries".
    fn nations_in(&self, tokens: Range<usize>) -> Vec<Party> {
        let annotated = self.sentence.annotated();
        let place = |spot: &Spot| spot.is(EntityKind::Place) && tokens.contains(&spot.from);
        let official = self.sentence.spots.iter().any(place)
            || tokens.clone().any(|i| {
                annotated.any(i, &[WordClass::MeetBodies, WordClass::MeetSide]).is_some()
                    || self.one_of(&self.frames.promises.sides, i).is_some()
            });
        if !official {
            return Vec::new();
        }
        let bodies = tokens.clone().find(|&i| annotated.is(i, WordClass::MeetBodies));
        let stem: Option<String> =
            bodies.map(|i| annotated.tokens.key(i).chars().take(STEM).collect());
        let codes = tokens.filter_map(|i| self.sentence.nation(i));
        let named = codes.filter_map(|code| {
            let body = stem.as_ref().and_then(|stem| self.body_of(code, stem));
            body.or_else(|| self.country(code)).map(Party::Name)
        });
        named.fold(Vec::new(), |all, party| union(all, &[party]))
    }

    /// A country among the names of the report, by its code.
    fn country(&self, code: &str) -> Option<usize> {
        let annotated = self.sentence.annotated();
        let known = annotated.world.country_name(code)?;
        let spots = self.sentence.spots.iter();
        let here = { spots }.find(|spot| {
            spot.kind == SpotKind::Name(EntityKind::Place)
                && self.sentence.report.names[spot.number].name == known
        });
        let named = |name: &crate::names::NameEntity| {
            name.kind == EntityKind::Place && name.country == code && name.name == known
        };
        here.map(|spot| spot.number).or_else(|| self.sentence.report.names.iter().position(named))
    }
}

//! People named together: "X, the minister, and Y", "X, Y and Z".

use super::chunking::{Chunk, Lead, Mood, NounPhrase};
use super::clauses::{Parse, REACH};
use std::ops::RangeInclusive;

impl Parse {
    /// The people who are named together with those of a noun: "X, the minister, and Y".
    pub(crate) fn together(&self, noun: usize) -> RangeInclusive<usize> {
        let (mut first, mut last) = (noun, noun);
        while let Some(before) = self.joined_before(first) {
            first = before;
        }
        while let Some(behind) = (last + 1..self.chunks.len())
            .find(|&chunk| self.noun(chunk).is_some_and(NounPhrase::human))
            .filter(|&behind| self.joined_before(behind) == Some(last))
        {
            last = behind;
        }
        first..=last
    }

    /// The one before, with whom somebody is named together.
    fn joined_before(&self, noun: usize) -> Option<usize> {
        let human = |chunk: &usize| self.noun(*chunk).is_some_and(NounPhrase::human);
        let before = (noun.saturating_sub(REACH)..noun).rev().find(human)?;
        let between = &self.chunks[before + 1..noun];
        let plain = |chunk: &Chunk| {
            matches!(
                chunk,
                Chunk::Comma
                    | Chunk::Conjunction
                    | Chunk::Noun(_)
                    | Chunk::Preposition(..)
                    | Chunk::Adverb
            )
        };
        let and = matches!(between.last(), Some(Chunk::Conjunction));
        // "X, Y and Z": a list goes on to an "and".
        let listed = matches!(between.last(), Some(Chunk::Comma)) && self.listed(noun);
        if !between.iter().all(plain) || !(and || listed || titled(between)) {
            return None;
        }
        // "Nhận lời mời của X, Y và Z thăm": X is led to, Y is the subject.
        if listed && !and && self.fronted_ends && self.led_ahead(before) {
            return None;
        }
        // "X met Y and Z signed": another clause.
        let acts = self.verb_behind(noun);
        let mut ahead = self.chunks[..before].iter().rev();
        let ahead = ahead.find(|chunk| !matches!(chunk, Chunk::Adverb | Chunk::Date(..)));
        // "since X and Y signed it"
        let governed = match ahead {
            Some(Chunk::Preposition(_, _, lead)) => {
                let verb =
                    self.chunks[..before].iter().any(|chunk| matches!(chunk, Chunk::Verb(_)));
                let agent = self.fronted_ends && *lead == Lead::Agent;
                *lead != Lead::Time && !agent && verb
            }
            Some(Chunk::Verb(_)) => true,
            _ => false,
        };
        (!(acts && governed)).then_some(before)
    }

    /// Whether the preposition that leads to a noun opens the sentence, or stands behind the comma of
    /// another that does: "tại Hà Nội, nhận lời mời của X".
    fn led_ahead(&self, noun: usize) -> bool {
        let open = |chunk: &Chunk| matches!(chunk, Chunk::Adverb | Chunk::Date(..) | Chunk::Comma);
        let plain = |chunk: &Chunk| match chunk {
            Chunk::Noun(noun) => !noun.human(),
            chunk => open(chunk) || matches!(chunk, Chunk::Preposition(..)),
        };
        self.led(noun).is_some_and(|preposition| {
            let before = &self.chunks[..preposition];
            preposition <= REACH && before.last().is_none_or(open) && before.iter().all(plain)
        })
    }

    /// Whether "and" joins somebody to a noun behind a comma.
    fn listed(&self, noun: usize) -> bool {
        let behind = self.chunks[noun + 1..].iter().take(REACH);
        let mut behind = behind.skip_while(|chunk| {
            matches!(chunk, Chunk::Noun(noun) if !noun.human())
                || matches!(chunk, Chunk::Comma | Chunk::Preposition(..))
        });
        match behind.next() {
            Some(Chunk::Conjunction) => {
                matches!(behind.next(), Some(Chunk::Noun(noun)) if noun.human())
            }
            Some(Chunk::Noun(_)) => true,
            _ => false,
        }
    }

    /// Whether a verb of its own stands right behind a noun.
    fn verb_behind(&self, noun: usize) -> bool {
        let mut behind = self.chunks[noun + 1..].iter();
        behind
            .find(|chunk| !matches!(chunk, Chunk::Adverb | Chunk::Date(..)))
            .is_some_and(|chunk| matches!(chunk, Chunk::Verb(verb) if verb.mood == Mood::Finite))
    }
}

/// Whether "and", an office and a comma stand between two: "X and the head of the agency, Y".
fn titled(between: &[Chunk]) -> bool {
    let Some((Chunk::Comma, rest)) = between.split_last() else { return false };
    let and = rest.iter().rposition(|chunk| matches!(chunk, Chunk::Conjunction));
    let office = and.map(|and| &rest[and + 1..]).unwrap_or_default();
    matches!(office.first(), Some(Chunk::Noun(_)))
        && office.iter().all(|chunk| matches!(chunk, Chunk::Noun(_) | Chunk::Preposition(..)))
}

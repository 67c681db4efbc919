//! Who takes part in what a noun tells: whose it is, who does what its verb says, and whom
//! prepositions lead to behind it.

use super::cast::{Party, human_at};
use super::parties::union;
use super::sides::Side;
use super::told::Reader;
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Lead, NounPhrase};
use crate::grammar::clauses::{Clause, Link};
use crate::lexicon::WordClass;

/// What stands behind a noun.
#[derive(Default)]
pub(super) struct Behind {
    pub(super) with: Side,
    /// Somebody or something stands behind "with".
    pub(super) partner: bool,
    pub(super) by: Side,
    /// The chunk behind all of it.
    pub(super) end: usize,
}

impl Reader<'_> {
    /// What prepositions lead to behind a noun, up to the next verb.
    pub(super) fn behind_noun(&self, chunk: usize, visit: bool) -> Behind {
        let nouns = &self.frames.nouns;
        let mut behind = Behind { end: chunk + 1, ..Behind::default() };
        let chunks = &self.parse.chunks;
        let mut first = true;
        while let Some(next) = chunks.get(behind.end) {
            match next {
                Chunk::Date(..) | Chunk::Adverb => behind.end += 1,
                // "buổi tiếp X"
                Chunk::Noun(noun)
                    if first && noun.human() && self.frames.vocabulary.isolating() =>
                {
                    behind.partner = true;
                    behind.with.join(&self.side(behind.end));
                    behind.end = self.parse.together(behind.end).end() + 1;
                }
                // "les pourparlers prévus lundi entre X et Y"
                Chunk::Verb(_) if first && self.said_behind(chunk, behind.end).is_some() => {
                    behind.end += 1;
                    continue;
                }
                Chunk::Comma if matches!(chunks.get(behind.end + 1), Some(Chunk::Date(..))) => {
                    behind.end += 1;
                }
                Chunk::Preposition(from, to, lead) => {
                    let word = self.words(*from, *to);
                    let noun = behind.end + 1;
                    if matches!(chunks.get(noun), Some(Chunk::Date(..))) {
                        behind.end += 2;
                        continue;
                    }
                    if self.parse.noun(noun).is_none() {
                        break;
                    }
                    let side = self.side(noun);
                    let agent = *lead == Lead::Agent;
                    if agent || visit && nouns.by.contains(&word) {
                        behind.by.join(&side);
                    } else if nouns.with.contains(&word)
                        && (first || !self.sentence.annotated().is(*from, WordClass::Of))
                    {
                        behind.partner |= nouns.partner.contains(&word);
                        behind.with.join(&side);
                    } else if nouns.by.contains(&word) && first {
                        behind.by.join(&side);
                    }
                    behind.end += 2;
                    // "between France and Vietnam": what is joined goes on.
                    while matches!(chunks.get(behind.end), Some(Chunk::Conjunction | Chunk::Comma))
                        && self
                            .parse
                            .noun(behind.end + 1)
                            .is_some_and(|noun| noun.human() || noun.atom == Some(AtomKind::Place))
                        && !self.parse.clauses.iter().any(|clause| {
                            clause.subject == Some(behind.end + 1) && clause.at > behind.end + 1
                        })
                    {
                        let side = self.side(behind.end + 1);
                        if nouns.with.contains(&word) {
                            behind.with.join(&side);
                        }
                        behind.end += 2;
                    }
                }
                _ => break,
            }
            first = false;
        }
        if !visit {
            let by = std::mem::take(&mut behind.by);
            behind.with.join(&by);
        }
        behind
    }

    /// Whose it is: "X's", "his", "their".
    pub(super) fn owner_of(&self, noun: &NounPhrase, chunk: usize, visit: bool) -> Vec<Party> {
        let Some(owner) = noun.owner else { return Vec::new() };
        if let Some(actor) = human_at(self.single, owner) {
            return actor.who.clone();
        }
        let annotated = self.sentence.annotated();
        if let (Some(own), Some((speaker, ours))) =
            (annotated.at(owner, WordClass::MeetSpeakerOwn), &self.ours)
        {
            return if own.value > 1 { ours.clone() } else { vec![*speaker] };
        }
        if !annotated.is(owner, WordClass::PronounOwn) {
            return Vec::new();
        }
        let clause = self.parse.around(chunk);
        // "a reçu X à l'occasion de sa visite": that of the guest.
        let guest = clause.filter(|clause| {
            let postposed = self.frames.vocabulary.postposed;
            postposed && visit && owner > clause.verb.head && self.receives(clause)
        });
        let guest = guest.and_then(|clause| clause.objects.first().copied());
        let subject = guest.or_else(|| clause.and_then(|clause| clause.subject));
        let subject = subject.map(|subject| self.side(subject).who).unwrap_or_default();
        let several = annotated.at(owner, WordClass::PronounOwn).is_some_and(|hit| hit.value > 1);
        match (several, visit) {
            (true, false) if subject.len() > 1 => subject,
            (true, false) => self.group.clone(),
            _ if subject.is_empty() => self.topic.into_iter().collect(),
            _ => subject,
        }
    }

    /// Who does what the verb of a clause says; of a delegation that is led also who is said to
    /// be part of it: "Y is part of the delegation led by X on a visit".
    pub(super) fn doer(&self, clause: &Clause, chunk: usize) -> Side {
        let other = clause.subject.is_some_and(|subject| subject != chunk);
        let mut side = if other { self.subject_side(clause) } else { Side::default() };
        let parent = clause.parent.map(|parent| &self.parse.clauses[parent]);
        if let (Link::Participle, Some(parent)) = (clause.link, parent)
            && parent.verb.lemma == 0
            && parent.subject != clause.subject
        {
            side.join(&parent.subject.map(|subject| self.side(subject)).unwrap_or_default());
        }
        side
    }

    /// Those who are objects of a verb.
    pub(super) fn objects(&self, clause: &Clause) -> Vec<Party> {
        let objects = clause.objects.iter().filter(|&&object| object > clause.at);
        objects.fold(Vec::new(), |all, &object| union(all, &self.side(object).who))
    }

    /// "were held between X and Y", "was attended by X".
    pub(super) fn agents(&self, clause: &Clause) -> Vec<Party> {
        let mut all = Vec::new();
        let mut last = false;
        for &(preposition, noun) in clause.adjuncts.iter().filter(|(_, noun)| {
            // "do X chủ trì"
            *noun > clause.at || clause.first.is_some() && clause.link == Link::Participle
        }) {
            let leads = match self.parse.chunks[preposition] {
                Chunk::Preposition(_, _, Lead::Agent) => clause.verb.passive,
                Chunk::Preposition(from, to, _) => {
                    let word = self.words(from, to);
                    self.frames.nouns.with.contains(&word) && !self.frames.nouns.by.contains(&word)
                }
                _ => false,
            };
            // "sous la présidence de X et de Y"
            let joined = preposition
                .checked_sub(1)
                .is_some_and(|and| matches!(self.parse.chunks[and], Chunk::Conjunction));
            last = leads || self.frames.vocabulary.postposed && last && joined;
            if last {
                let people = self.side(noun).who;
                let bodies = || self.bodies_at(noun);
                all = union(all, if people.is_empty() { bodies() } else { people }.as_slice());
            }
        }
        all
    }
}

//! How a noun of meetings stands to the verb of its clause: a verb carries it ("held talks"), it is
//! what happens ("talks began"), or it stands behind a preposition ("arrived for talks"); and what
//! clauses behind tell of it ("talks, which Oslo will host").

use super::frames::VerbForm;
use super::told::Reader;
use crate::grammar::chunking::{Chunk, NounPhrase};
use crate::grammar::clauses::{Clause, Link};
use entente_model::MeetingKind;

/// How a noun stands to the verb of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// "held talks": who does it takes part.
    Carried,
    /// "talks took place"
    Occurs,
    /// "arrived for talks"
    Led,
    /// Neither: it is named.
    Named,
}

impl Reader<'_> {
    /// The clause of a noun phrase, and how it stands to the verb of it.
    pub(super) fn stand(&self, chunk: usize) -> (Option<&Clause>, Stand) {
        let nouns = &self.frames.nouns;
        let subject = self.parse.clauses.iter().find(|clause| {
            clause.subject == Some(chunk)
                && !matches!(clause.link, Link::Relative | Link::Participle)
        });
        if let Some(clause) = subject {
            let occurs = clause.verb.passive && self.is_form(clause, &nouns.carry)
                || self.is_form(clause, &nouns.occur);
            let stand = if occurs { Stand::Occurs } else { Stand::Named };
            return (Some(clause), stand);
        }
        let Some(clause) = self.parse.around(chunk) else {
            return (None, Stand::Named);
        };
        let relative = self.parse.clauses.iter().find(|clause| {
            clause.link == Link::Relative && clause.at > chunk && clause.objects.contains(&chunk)
        });
        if let Some(clause) = relative.filter(|clause| self.is_form(clause, &nouns.carry)) {
            return (Some(clause), Stand::Carried);
        }
        if clause.objects.contains(&chunk) && chunk > clause.at {
            // "À Hanoï s'est tenue une réunion"
            if clause.subject.is_none() && self.is_form(clause, &nouns.occur_first) {
                return (Some(clause), Stand::Occurs);
            }
            let carried = self.is_form(clause, &nouns.carry) && !clause.verb.passive;
            return (Some(clause), if carried { Stand::Carried } else { Stand::Named });
        }
        let preposition = self.parse.led(chunk).map(|at| self.parse.chunks[at]);
        match preposition {
            Some(Chunk::Preposition(from, to, _)) => {
                let word = self.words(from, to);
                // "talks on", "ahead of the visit": of a noun and not of the verb.
                let of_noun =
                    self.parse.led(chunk).and_then(|at| at.checked_sub(1)).is_some_and(|before| {
                        matches!(self.parse.chunks[before], Chunk::Noun(_))
                            && before > clause.at
                            && clause.objects.contains(&before)
                            && self
                                .parse
                                .noun(before)
                                .is_some_and(|noun| self.event_noun(noun).is_some())
                    });
                let leads = nouns.with_subject.contains(&word) && !of_noun;
                let carried = self.is_form(clause, &nouns.carry) && nouns.carry_in.contains(&word);
                let stand = match () {
                    () if carried => Stand::Carried,
                    () if leads => Stand::Led,
                    () => Stand::Named,
                };
                (Some(clause), stand)
            }
            _ => (Some(clause), Stand::Named),
        }
    }

    /// The clause that tells more of a noun, and whether it says that it was held, or by whom:
    /// "which Oslo will host in May", "co-chaired by X and Y", "to be held in P".
    pub(super) fn told_of(&self, chunk: usize) -> Option<(&Clause, bool)> {
        let nouns = &self.frames.nouns;
        let whole = chunk..=self.whole(chunk);
        self.parse.clauses.iter().find_map(|clause| {
            let object = |object: &usize| whole.contains(object) && clause.at > *object;
            let about = clause.subject.is_some_and(|subject| whole.contains(&subject))
                || clause.objects.iter().any(object);
            // "the session of the committee, chaired by X"
            let bare = clause.verb.participle && clause.verb.from == clause.verb.head;
            let right_behind = bare
                && matches!(clause.link, Link::Joined | Link::Main)
                && clause.at == whole.end() + 2;
            let carried = (clause.link == Link::Participle && clause.verb.passive && about
                || right_behind)
                && (self.is_form(clause, &nouns.carry) || self.is_form(clause, &nouns.ahead));
            let held = carried || self.to_be(clause, chunk);
            (held || about && clause.link == Link::Relative).then_some((clause, held))
        })
    }

    /// "the meeting, in which X and Y took part", "where X was joined by Y": the clause right behind
    /// a noun and what belongs to it that tells who took part.
    pub(super) fn attended_behind(&self, end: usize) -> Option<&Clause> {
        let comma = usize::from(matches!(self.parse.chunks.get(end), Some(Chunk::Comma)));
        let opener = end + comma;
        matches!(self.parse.chunks.get(opener), Some(Chunk::Opens(_))).then_some(())?;
        let inside = self.parse.clauses.iter().find(|clause| clause.at > opener)?;
        let attended = inside.link == Link::When
            && inside.subject.is_some_and(|subject| subject > opener)
            && self.is_form(inside, &self.frames.nouns.attendance);
        attended.then_some(inside)
    }

    /// "the seventh session of the committee, to be held in P": what is to be done with it.
    fn to_be(&self, clause: &Clause, chunk: usize) -> bool {
        let passive = clause.link == Link::Purpose && clause.verb.passive && clause.at > chunk;
        let between = || &self.parse.chunks[chunk + 1..clause.at];
        passive
            && self.is_form(clause, &self.frames.nouns.carry)
            && !between().iter().any(|chunk| matches!(chunk, Chunk::Verb(_) | Chunk::Break))
    }

    /// The last chunk of what belongs to a noun: "the conference on the settlement of the question".
    pub(super) fn whole(&self, chunk: usize) -> usize {
        let mut last = chunk;
        while matches!(self.parse.chunks.get(last + 1), Some(Chunk::Preposition(..)))
            && self
                .parse
                .noun(last + 2)
                .is_some_and(|noun| !noun.human() && self.event_noun(noun).is_none())
        {
            last += 2;
        }
        last
    }

    /// Whether a verb tells of a meeting by itself: where it was is no other.
    pub(super) fn meets(&self, clause: &Clause) -> bool {
        use MeetingKind::{Call, Meeting, Talks};
        let frames = self.frames.of_verb(clause.verb.lemma);
        frames.iter().any(|frame| matches!(frame.kind, Call | Meeting | Talks))
    }

    /// Whether the preposition that leads to a noun is that of an object which does not travel:
    /// "lauded the participation of P in the conference".
    pub(super) fn of_object(&self, chunk: usize, clause: &Clause) -> bool {
        let object = clause.objects.iter().copied().find(|&object| object > clause.at);
        let thing = |object: usize| {
            let side = self.side(object);
            side.who.is_empty() && !side.nameless
        };
        object.is_some_and(|object| self.whole(object) >= chunk && thing(object))
    }

    /// Whether one of these prepositions leads to a noun.
    pub(super) fn led_by(&self, chunk: usize, list: &[String]) -> bool {
        self.parse.led(chunk).is_some_and(|at| match self.parse.chunks[at] {
            Chunk::Preposition(from, to, _) => list.contains(&self.words(from, to)),
            _ => false,
        })
    }

    /// Whether the verb of a clause is one of a list.
    pub(super) fn is_form(&self, clause: &Clause, list: &[VerbForm]) -> bool {
        list.iter().any(|form| self.form(form, &clause.verb).is_some())
    }

    pub(super) fn follow(&self, at: usize, words: &str) -> bool {
        self.written(at, words).is_some()
    }

    /// Whether one of some words says which noun it is, before its head or, where that is first,
    /// behind it.
    pub(super) fn modified(&self, noun: &NounPhrase, list: &[String]) -> bool {
        let mut words = match &self.frames.vocabulary {
            vocabulary if vocabulary.isolating() => noun.head + 1..noun.to,
            vocabulary if vocabulary.postposed => noun.from..noun.to,
            _ => noun.from..noun.head,
        };
        words.any(|i| list.iter().any(|words| self.follow(i, words)))
    }
}

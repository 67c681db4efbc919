//! What is promised: a paper to be signed, or a meeting to be held or attended.
//!
//! A clause tells it by a verb of signing with a paper, by a verb that carries a noun of meetings or
//! an event, or by a verb that is itself a meeting or a visit; a noun tells it alone ("a dialogue on
//! security") or behind a noun made of such a verb ("the signing of").

use super::super::acts::of_kind;
use super::super::frames::Role;
use super::super::sentence::{Spot, SpotKind};
use super::super::told::Reader;
use super::super::{Report, kind_of};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Lead, NounPhrase};
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::vocabulary::Function;
use crate::lexicon::WordClass;
use crate::span::Span;
use entente_model::{EntityKind, MeetingKind, PromiseKind};

/// So many phrases that prepositions lead to belong to the words for a paper.
const PHRASES: usize = 3;

/// What is promised.
#[derive(Clone, Debug)]
pub(in crate::meetings) struct Content {
    pub(super) kind: PromiseKind,
    /// The first token of the words for it, and the one after the last.
    pub(super) words: (usize, usize),
    pub(super) agreement: Option<usize>,
    pub(super) event: Option<usize>,
    /// `None` where another meeting of the kind would not be it.
    pub(super) meeting: Option<MeetingKind>,
    /// The code of the country where it is to be; empty where not told.
    pub(super) country: String,
    /// The clause that tells it, by its number; `None` of a noun.
    pub(super) clause: Option<usize>,
}

impl Content {
    /// The words for it.
    pub(super) fn span(&self, report: &Report) -> Span {
        report.annotated.tokens.cover(self.words.0, self.words.1)
    }
}

impl Reader<'_> {
    /// The clauses that go on with what one of them promises, itself included: "to sign the pact and
    /// hold talks", "continue to work to reach an agreement".
    pub(super) fn going_on(&self, first: usize) -> Vec<usize> {
        use crate::grammar::vocabulary::Form;
        let mut all = vec![first];
        for (number, clause) in self.parse.clauses.iter().enumerate().skip(first + 1) {
            let on = match clause.link {
                Link::Joined => clause.verb.form == Form::Base,
                Link::Purpose => true,
                _ => false,
            };
            if on
                && !clause.verb.negated
                && clause.parent.is_some_and(|parent| all.contains(&parent))
            {
                all.push(number);
            }
        }
        all
    }

    /// What a clause says is to be signed, held or attended.
    pub(super) fn content_of(&self, number: usize) -> Vec<Content> {
        let clause = &self.parse.clauses[number];
        let mut all = Vec::new();
        if self.is_form(clause, &self.frames.promises.sign) {
            all.extend(self.papers(clause).into_iter().filter_map(|noun| self.paper(noun)));
        }
        if all.is_empty() && !clause.verb.passive {
            all.extend(self.gathering(clause));
        }
        all.into_iter().map(|content| Content { clause: Some(number), ..content }).collect()
    }

    /// The nouns that may be papers: what is signed.
    fn papers(&self, clause: &Clause) -> Vec<usize> {
        if !clause.verb.passive {
            return clause.objects.clone();
        }
        // "A memorandum and a protocol will be signed."
        let Some(subject) = clause.subject else { return Vec::new() };
        let mut all = vec![subject];
        let mut first = subject;
        while let Some(before) = first.checked_sub(2) {
            let joined = matches!(self.parse.chunks[first - 1], Chunk::Conjunction | Chunk::Comma);
            if !joined || self.paper(before).is_none() {
                break;
            }
            all.push(before);
            first = before;
        }
        all.reverse();
        all
    }

    /// A noun as a paper.
    pub(super) fn paper(&self, chunk: usize) -> Option<Content> {
        let noun = self.parse.noun(chunk)?;
        let named = of_kind(Some(noun), &[AtomKind::Agreement]);
        if !named && !self.headed_by(noun, &self.frames.promises.papers) {
            return None;
        }
        let from = self.bare(noun);
        let to = if named { noun.to } else { self.extent(chunk) };
        let inside = |spot: &&Spot| {
            spot.is(EntityKind::Agreement) && spot.from >= noun.from && spot.to <= to
        };
        let mut agreements = self.sentence.spots.iter().filter(inside);
        let agreement = agreements.next().map(|spot| spot.number);
        Some(Content {
            kind: PromiseKind::Agreement,
            words: (from, to),
            agreement,
            event: None,
            meeting: None,
            country: String::new(),
            clause: None,
        })
    }

    /// A noun as a meeting: an event with a name, a noun of meetings, what is set up for them.
    pub(super) fn event_at(&self, chunk: usize) -> Option<Content> {
        let noun = self.parse.noun(chunk)?;
        let spots = self.sentence.spots.iter();
        let spot = { spots }.find(|spot| {
            spot.is(EntityKind::Event) && spot.from >= noun.from && spot.to <= noun.to
        });
        let kind = match (spot, self.event_noun(noun)) {
            (Some(spot), _) => self.kind(spot).unwrap_or(MeetingKind::Conference),
            (None, Some((_, hit))) => kind_of(hit.value),
            (None, None) => return None,
        };
        let to = self.extent(chunk);
        let mut content = self.meeting((self.bare(noun), to), kind, spot);
        // "talks on visas": talks on something else are not these.
        if spot.is_none() && to > noun.to && kind != MeetingKind::Visit {
            content.meeting = None;
        }
        Some(content)
    }

    /// What is set up for meetings: a mechanism, a hotline.
    fn body_at_noun(&self, chunk: usize) -> Option<Content> {
        let noun = self.parse.noun(chunk)?;
        let body = self.headed_by(noun, &self.frames.promises.bodies);
        let words = (self.bare(noun), self.extent(chunk));
        // A meeting of the same people does not set it up.
        let content = self.meeting(words, MeetingKind::Dialogue, None);
        body.then_some(Content { meeting: None, ..content })
    }

    /// A noun as what is promised, without a verb: "a dialogue", "the signing of the pact".
    pub(super) fn noun_content(&self, chunk: usize) -> Option<Content> {
        let noun = self.parse.noun(chunk)?;
        let promises = &self.frames.promises;
        let of = || {
            self.parse.noun(chunk + 2).filter(|_| {
                matches!(self.parse.chunks.get(chunk + 1), Some(Chunk::Preposition(..)))
            })
        };
        if self.headed_by(noun, &promises.signing) {
            return of().and_then(|_| self.paper(chunk + 2));
        }
        if self.headed_by(noun, &promises.holding) {
            of()?;
            return self.event_at(chunk + 2).or_else(|| self.body_at_noun(chunk + 2));
        }
        self.event_at(chunk)
    }

    /// The meeting of which a clause tells.
    fn gathering(&self, clause: &Clause) -> Option<Content> {
        let (frames, verb) = (self.frames, &clause.verb);
        let whole = (self.with_reflexive(verb.head), self.clause_extent(clause));
        let behind = |(preposition, noun): (usize, usize)| match self.parse.chunks[preposition] {
            Chunk::Preposition(from, to, _) if noun > clause.at => {
                Some((self.words(from, to), noun))
            }
            _ => None,
        };
        let adjuncts: Vec<(String, usize)> =
            clause.adjuncts.iter().copied().filter_map(behind).collect();
        let of_verb = || {
            let frames = frames.of_verb(verb.lemma).iter();
            frames.filter(|frame| self.form(&frame.form, verb).is_some())
        };
        let objects = || clause.objects.iter().copied().filter(|&object| object > clause.at);
        let holds = self.is_form(clause, &frames.promises.hold);
        // "hold a dialogue", "attend the expo", "take part in the conference"
        let carries = holds || of_verb().any(|frame| frame.object == Some(Role::Event));
        let event = objects().filter(|_| carries).find_map(|object| self.event_at(object));
        let led = || {
            adjuncts.iter().find_map(|(preposition, noun)| {
                let event =
                    of_verb().any(|frame| frame.others.get(preposition) == Some(&Role::Event));
                if event { self.event_at(*noun) } else { None }
            })
        };
        let body = || objects().filter(|_| holds).find_map(|object| self.body_at_noun(object));
        if let Some(event) = event.or_else(led).or_else(body) {
            return Some(Content { words: whole, country: self.land(whole), ..event });
        }
        let people = |chunk: usize| {
            let side = self.side(chunk);
            !side.who.is_empty() || side.nameless
        };
        let place = |chunk: usize| of_kind(self.parse.noun(chunk), &[AtomKind::Place]);
        let kind = of_verb().find_map(|frame| match frame.kind {
            MeetingKind::Visit => {
                let object = frame.object.and(objects().next());
                let led = adjuncts.iter().find(|(preposition, noun)| {
                    frame.others.contains_key(preposition) && place(*noun)
                });
                let there = object.filter(|&object| place(object)).or(led.map(|(_, noun)| *noun));
                there.map(|_| MeetingKind::Visit)
            }
            MeetingKind::Meeting | MeetingKind::Talks | MeetingKind::Call if !frame.only_with => {
                let partner = adjuncts.iter().any(|(preposition, noun)| {
                    frame.others.get(preposition).is_some_and(|role| role.takes_part())
                        && people(*noun)
                });
                let with_object = frame.object.is_some_and(Role::takes_part);
                let object = objects().next();
                let met = with_object && object.is_some_and(people);
                // "agreed to meet again"
                let alone = object.is_none()
                    && frame.others.len() == 1
                    && with_object
                    && adjuncts.is_empty();
                (met || partner || alone).then_some(frame.kind)
            }
            _ => None,
        });
        // "to come", "to visit": whoever is asked to, with or without a place.
        let kind = kind.or_else(|| {
            let human = |chunk| self.parse.noun(chunk).is_some_and(NounPhrase::human);
            let bare = !objects().next().is_some_and(human);
            (bare && self.is_form(clause, &frames.promises.come)).then_some(MeetingKind::Visit)
        });
        Some(self.meeting(whole, kind?, None))
    }

    /// The token of a verb, or that of the "se" before it.
    pub(super) fn with_reflexive(&self, verb: usize) -> usize {
        let tokens = self.sentence.annotated().tokens;
        let vocabulary = &self.frames.vocabulary;
        let small =
            |&at: &usize| vocabulary.functions(tokens.key(at)).contains(&Function::Reflexive);
        let near = verb.saturating_sub(2).max(self.sentence.from)..verb;
        let word = near.clone().rev().find(|&at| tokens.is_word(at));
        word.filter(small).unwrap_or(verb)
    }

    fn meeting(&self, words: (usize, usize), kind: MeetingKind, event: Option<&Spot>) -> Content {
        Content {
            kind: PromiseKind::Meeting,
            words,
            agreement: None,
            event: event.map(|spot| spot.number),
            meeting: Some(kind),
            country: self.land(words),
            clause: None,
        }
    }

    /// A place as what somebody is invited to: "to Hanoi".
    pub(super) fn place_content(&self, chunk: usize) -> Option<Content> {
        let noun = self.parse.noun(chunk)?;
        let place = of_kind(Some(noun), &[AtomKind::Place]);
        place.then(|| self.meeting((noun.from, noun.to), MeetingKind::Visit, None))
    }

    /// Whether a date behind a token has a day, and whether its time has passed.
    pub(super) fn is_settled(&self, clause: &Clause, token: usize) -> (bool, bool) {
        let report = self.sentence.report;
        let behind = |chunk: &&usize| matches!(self.parse.chunks[**chunk], Chunk::Date(from, _) if from > token);
        let periods = || {
            let number = |chunk: &usize| self.date_at_chunk(*chunk);
            clause
                .dates
                .iter()
                .filter(behind)
                .filter_map(number)
                .filter_map(|date| report.dates.get(date)?.period)
        };
        let day = periods().any(|period| period.start().day().is_some());
        let over = |published: entente_calendar::Period| {
            periods().any(|period| period.last_day() < published.first_day())
        };
        (day, report.published.is_some_and(over))
    }

    /// The country of the first place among these tokens, where it is known.
    fn land(&self, (from, to): (usize, usize)) -> String {
        let spots = self.sentence.spots.iter();
        let places = spots.filter(|spot| {
            spot.kind == SpotKind::Name(EntityKind::Place) && spot.from >= from && spot.to <= to
        });
        let code = |spot: &Spot| self.sentence.report.names[spot.number].country.as_str();
        { places }.map(code).find(|code| !code.is_empty()).unwrap_or_default().to_owned()
    }

    /// Whether the last word of a noun phrase, or its last words, are one of these; where the head
    /// stands first, the first.
    pub(super) fn headed_by(&self, noun: &NounPhrase, nouns: &[String]) -> bool {
        let vocabulary = &self.frames.vocabulary;
        let head_first = vocabulary.postposed || vocabulary.isolating();
        noun.atom.is_none()
            && nouns.iter().any(|form| {
                let count = form.split(' ').count();
                let from = noun.to.checked_sub(count).filter(|&from| from >= noun.from);
                from.is_some_and(|from| {
                    self.one_of(std::slice::from_ref(form), from) == Some(noun.to)
                }) || (count > 1 || head_first)
                    && self.one_of(std::slice::from_ref(form), noun.head).is_some()
            })
    }

    /// The first token of a noun phrase without articles and the like.
    fn bare(&self, noun: &NounPhrase) -> usize {
        let annotated = self.sentence.annotated();
        let small = [WordClass::The, WordClass::Article];
        let article = |i: &usize| annotated.any(*i, &small).is_some();
        (noun.from..noun.head).find(|i| !article(i)).unwrap_or(noun.head)
    }

    /// The token after a noun with what prepositions say it is about.
    fn extent(&self, chunk: usize) -> usize {
        let mut last = chunk;
        for _ in 0..PHRASES {
            let Some(Chunk::Preposition(from, to, _)) = self.parse.chunks.get(last + 1) else {
                break;
            };
            let about = self.frames.promises.topic.contains(&self.words(*from, *to));
            if !about || self.parse.noun(last + 2).is_none() {
                break;
            }
            last += 2;
            if let Some(joined) = self.joined_topic(last) {
                last = joined;
            }
        }
        self.parse.noun(last).map_or(0, |noun| noun.to)
    }

    /// "on trade and investment": the second, if no verb is its own.
    fn joined_topic(&self, last: usize) -> Option<usize> {
        let and = matches!(self.parse.chunks.get(last + 1), Some(Chunk::Conjunction));
        let noun = self.parse.noun(last + 2).filter(|noun| noun.atom.is_none());
        let free = !matches!(self.parse.chunks.get(last + 3), Some(Chunk::Verb(_)));
        let plain = noun.is_some_and(|noun| {
            self.event_noun(noun).is_none() && !self.headed_by(noun, &self.frames.promises.papers)
        });
        (and && plain && free).then_some(last + 2)
    }

    /// The token at which the words of a clause end: before the next verb or comma.
    fn clause_extent(&self, clause: &Clause) -> usize {
        let mut end = clause.verb.to;
        let mut at = clause.at + 1;
        while let Some(chunk) = self.parse.chunks.get(at) {
            match chunk {
                Chunk::Noun(noun) => end = noun.to,
                Chunk::Date(_, to) => end = *to,
                // "to visit Norway by Minister X": who invites.
                Chunk::Preposition(_, _, Lead::Agent)
                    if self.parse.noun(at + 1).is_some_and(NounPhrase::human) =>
                {
                    break;
                }
                // "meet again soon"
                Chunk::Adverb if self.sentence.annotated().tokens.is_word(end) => end += 1,
                Chunk::Preposition(..) | Chunk::Adverb | Chunk::Reciprocal => {}
                Chunk::Conjunction => {
                    let noun = self.parse.noun(at + 1).is_some();
                    if !noun || matches!(self.parse.chunks.get(at + 2), Some(Chunk::Verb(_))) {
                        break;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        end
    }
}

//! What the verbs of a sentence tell of meetings: frames filled with the clauses of the sentence.

use super::cast::{Actor, Party, Sort};
use super::frames::{Frame, Role, VerbForm};
use super::parties::union;
use super::sentence::SpotKind;
use super::told::{Reader, Time, Told};
use crate::grammar::chunking::{Chunk, Lead, Modality, NounPhrase, Time as VerbTime, VerbGroup};
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::vocabulary::Vocabulary;
use crate::grammar::{Atom, AtomKind};
use crate::lexicon::WordClass;
use entente_model::{EntityKind, MeetingKind};

/// The atoms of a sentence: those who are told of, places, papers, events and dates.
pub(super) fn atoms(sentence: &super::sentence::Sentence, actors: &[Actor]) -> Vec<Atom> {
    let mut all = Vec::new();
    let mut i = sentence.from;
    while i < sentence.to {
        let actor = actors.iter().filter(|actor| actor.from == i && actor.to > i);
        let human = actor.clone().filter(|actor| actor.human()).max_by_key(|actor| actor.to);
        let spot = sentence.spots.iter().find(|spot| spot.from == i);
        let found = match (human, spot) {
            (Some(actor), _) => {
                let kind = if actor.who.len() > 1 { AtomKind::Humans } else { AtomKind::Human };
                Some((actor.to, kind))
            }
            (None, Some(spot)) => {
                let kind = match spot.kind {
                    SpotKind::Date => AtomKind::Date,
                    SpotKind::Name(EntityKind::Person) => AtomKind::Human,
                    SpotKind::Name(EntityKind::Organisation) => AtomKind::Body,
                    SpotKind::Name(EntityKind::Place) => AtomKind::Place,
                    SpotKind::Name(EntityKind::Agreement) => AtomKind::Agreement,
                    SpotKind::Name(_) => AtomKind::Event,
                };
                Some((spot.to, kind))
            }
            (None, None) => None,
        };
        match found {
            Some((to, kind)) => {
                all.push(Atom { from: i, to: to.min(sentence.to), kind });
                i = to;
            }
            None => i += 1,
        }
    }
    all
}

/// Who stands at a place of a frame.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    pub(super) who: Vec<Party>,
    /// Somebody is told by an office alone, of whom no name is known.
    pub(super) nameless: bool,
}

impl Reader<'_> {
    /// What the clauses tell by frames: the token of the verb, the one after it, what is told,
    /// and whether it is denied.
    pub(super) fn acts(&self) -> Vec<(usize, usize, Vec<Told>, bool)> {
        let framed = self.parse.clauses.iter().filter(|clause| {
            let kinds =
                [MeetingKind::Meeting, MeetingKind::Call, MeetingKind::Talks, MeetingKind::Visit];
            self.frames.of_verb(clause.verb.lemma).iter().any(|frame| kinds.contains(&frame.kind))
        });
        let act = |clause: &Clause| {
            let found = self.act(clause);
            let denied = found.as_ref().is_some_and(|(_, denied)| *denied);
            (
                clause.verb.head,
                clause.verb.to,
                found.map(|(found, _)| found).unwrap_or_default(),
                denied,
            )
        };
        let nominals = (0..self.parse.chunks.len()).filter_map(|chunk| self.nominal(chunk));
        framed.map(act).chain(nominals).collect()
    }

    /// The clause of a verb at a token.
    pub(super) fn clause_of(&self, at: usize) -> Option<&Clause> {
        self.parse.clauses.iter().find(|clause| clause.verb.from <= at && at < clause.verb.to)
    }

    /// What a clause tells by a frame of its verb.
    pub(super) fn act(&self, clause: &Clause) -> Option<(Vec<Told>, bool)> {
        let verb = &clause.verb;
        let frames = self.frames.of_verb(verb.lemma);
        let denied = verb.negated
            || matches!(verb.modality, Modality::Possible | Modality::Asked | Modality::Refused);
        frames.iter().find_map(|frame| {
            let next = self.form(&frame.form, verb)?;
            let found = self.filled(frame, clause, next);
            (!found.is_empty()).then_some((found, denied))
        })
    }

    /// The token after a verb in one of its forms, with the words behind it that belong to it.
    pub(super) fn form(&self, form: &VerbForm, verb: &VerbGroup) -> Option<usize> {
        let fits = form.lemma == verb.lemma
            && form.reflexive == verb.reflexive
            && (!form.passive || verb.passive);
        let Some(particle) = &form.particle else { return fits.then_some(verb.to) };
        let words = particle.split(' ').count();
        let behind = [Some(verb.to), self.past_dates(verb)];
        let found = behind.into_iter().flatten().filter_map(|at| self.written(at, words));
        let mut found = found.filter(|(words, _)| fits && words == particle);
        found.next().map(|(_, next)| next)
    }

    /// The first token behind a verb that is of no date or adverb: "a accordé lundi une audience".
    fn past_dates(&self, verb: &VerbGroup) -> Option<usize> {
        let mut behind =
            self.parse.chunks.iter().skip_while(
                |chunk| !matches!(chunk, Chunk::Verb(other) if other.head == verb.head),
            );
        behind.next()?;
        match behind.find(|chunk| !matches!(chunk, Chunk::Date(..) | Chunk::Adverb))? {
            Chunk::Noun(noun) => Some(noun.from),
            _ => None,
        }
    }

    /// So many words from a token on, as the lists have them, and the token behind.
    pub(super) fn written(&self, from: usize, words: usize) -> Option<(String, usize)> {
        let tokens = self.sentence.annotated().tokens;
        let mut at = from;
        for left in (0..words).rev() {
            tokens.is_word(at).then_some(())?;
            at += 1;
            at += usize::from(left > 0 && self.frames.vocabulary.elides && !tokens.is_word(at));
        }
        Some((self.words(from, at), at))
    }

    /// What a frame tells with what stands around its verb.
    fn filled(&self, frame: &Frame, clause: &Clause, next: usize) -> Vec<Told> {
        use MeetingKind::{Call, Meeting, Talks, Visit};
        let mut found = self.told(frame.kind, clause.verb.head, next);
        found.time = time(&clause.verb, found.time);
        found.date = self.date_of_verb(clause);
        found.site = self.site_of_verb(clause).or(found.site);
        self.same_day(&mut found, self.tokens_to(clause).max(next));
        if let Some(planned) = frame.planned.filter(|_| found.time == Time::Ahead) {
            found.kind = planned;
        }
        match frame.kind {
            Call | Meeting | Talks => self.meet(frame, clause, found),
            Visit => self.visit(frame, clause, next, found).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn meet(&self, frame: &Frame, clause: &Clause, mut found: Told) -> Vec<Told> {
        let passive = clause.verb.passive;
        let (doer, done) =
            if passive { (frame.object, frame.subject) } else { (frame.subject, frame.object) };
        let takes_part = |role: Option<Role>| role.is_some_and(Role::takes_part);
        let subject = clause
            .subject
            .filter(|_| takes_part(doer))
            .map(|chunk| self.side(chunk))
            .unwrap_or_default();
        let object = clause.objects.first().copied();
        // "coprésider un dialogue": the noun tells of it.
        let event = |noun: &NounPhrase| self.event_noun(noun).is_some();
        if frame.object == Some(Role::Event)
            && object.and_then(|object| self.parse.noun(object)).is_some_and(event)
        {
            return Vec::new();
        }
        let mut behind = Side::default();
        if !passive && let Some(object) = object {
            let side = self.side(object);
            // "met the deadline": no meeting, unless somebody is told behind "with".
            let strange = side.who.is_empty() && !side.nameless;
            if strange && takes_part(frame.object) {
                return Vec::new();
            }
            if takes_part(frame.object) {
                behind.join(&side);
            }
        }
        let mut with = Side::default();
        let mut each: Vec<Vec<Party>> = Vec::new();
        for &(preposition, noun) in &clause.adjuncts {
            if noun < clause.at {
                continue;
            }
            let role = match self.parse.chunks[preposition] {
                Chunk::Preposition(_, _, Lead::Agent) if passive => done,
                Chunk::Preposition(from, to, _) => frame.others.get(&self.words(from, to)).copied(),
                _ => None,
            };
            if takes_part(role) {
                let side = self.side(noun);
                // "met with resistance"
                let strange = side.who.is_empty()
                    && !side.nameless
                    && frame.others.len() == 1
                    && preposition == clause.at + 1;
                if strange && object.is_none() && !passive {
                    return Vec::new();
                }
                each.push(side.who.clone());
                with.join(&side);
            }
        }
        // "The two ministers discussed the matter by telephone."
        let remote = found.frame.remote && subject.who.len() > 1;
        if frame.only_with
            && !remote
            && with.who.is_empty()
            && !with.nameless
            && !takes_part(frame.object)
        {
            return Vec::new();
        }
        let nameless = behind.nameless || with.nameless || frame.office && subject.nameless;
        let hosted = takes_part(frame.object) && frame.others.is_empty();
        let others = union(behind.who, &with.who);
        let with = with.who.clone();
        if hosted && !passive && others.is_empty() && !nameless {
            return Vec::new();
        }
        found.people = union(subject.who, &others);
        let set = found.date.is_some() && found.site.is_some();
        // "The commission met in Rome on Monday", "leaders gather there in May".
        let told = clause
            .subject
            .is_some_and(|subject| self.parse.noun(subject).is_some_and(|noun| !noun.human()));
        let bare = object.is_none() && with.is_empty() && told && found.people.is_empty();
        let enough = found.people.len() >= frame.needs
            || found.people.len() == 1 && (nameless || hosted && set)
            || !hosted && bare && set && frame.kind == MeetingKind::Meeting;
        if found.kind == frame.kind
            && let Some(kind) = frame.present
            && self.in_one_place(clause, &found)
        {
            found.kind = kind;
        }
        // "spoke to X and, separately, to Y"
        each.retain(|who| !who.is_empty());
        if enough && each.len() > 1 && !passive {
            let subject =
                found.people.iter().filter(|who| !with.contains(who)).copied().collect::<Vec<_>>();
            let one =
                |who: Vec<Party>| Told { people: union(subject.clone(), &who), ..found.clone() };
            return each.into_iter().map(one).collect();
        }
        if enough { vec![found] } else { Vec::new() }
    }

    /// "s'était entretenu dans la matinée avec": before what was told, and on the same day. The
    /// words end before a token.
    pub(super) fn same_day(&self, found: &mut Told, to: usize) {
        let same = || self.sentence.has(self.sentence.from..to, WordClass::MeetSame);
        if found.time == Time::Before && found.date.is_none() && same() {
            found.time = Time::News;
            found.frame.follows = true;
        }
    }

    /// Whether those who talked were in one place.
    fn in_one_place(&self, clause: &Clause, found: &Told) -> bool {
        let annotated = self.sentence.annotated();
        let aside = (clause.verb.from..self.tokens_to(clause))
            .any(|i| annotated.is(i, WordClass::MeetAside));
        !found.frame.remote && (found.site.is_some() || aside)
    }

    /// The token at which a clause ends.
    fn tokens_to(&self, clause: &Clause) -> usize {
        let last = self.parse.chunks[clause.at..clause.end].iter().rev().find_map(end_of);
        last.unwrap_or(clause.verb.to)
    }

    /// Who the noun at a chunk stands for, with those named together with them.
    pub(super) fn side(&self, chunk: usize) -> Side {
        let Some(noun) = self.parse.noun(chunk) else { return Side::default() };
        if noun.human() {
            let delegation = self.actor(noun).is_some_and(|actor| actor.sort == Sort::Delegation);
            let leaders = self.by(chunk, &self.frames.nouns.lead);
            if delegation && !leaders.is_empty() {
                return Side { who: leaders, nameless: false };
            }
            let mut who = Vec::new();
            for chunk in self.parse.together(chunk) {
                if let Some(actor) = self.parse.noun(chunk).and_then(|noun| self.actor(noun)) {
                    who = union(who, &actor.who);
                }
                who = union(who, &self.by(chunk, &self.frames.nouns.accompany));
            }
            return Side { who, nameless: false };
        }
        if !self.office(noun) {
            return self.joined_to(chunk);
        }
        match self.apposed(chunk) {
            Some(named) => self.side(named),
            None => Side { who: self.joined_to(chunk).who, nameless: true },
        }
    }

    /// "X and his wife": somebody named before what "and" adds.
    fn joined_to(&self, chunk: usize) -> Side {
        let and = chunk
            .checked_sub(1)
            .filter(|&and| matches!(self.parse.chunks[and], Chunk::Conjunction));
        let human = |&before: &usize| self.parse.noun(before).is_some_and(NounPhrase::human);
        let before = and.and_then(|and| and.checked_sub(1)).filter(human);
        before.map(|before| self.side(before)).unwrap_or_default()
    }

    /// "a delegation led by X", "X, accompanied by Y": who does what a participle behind a noun
    /// says.
    fn by(&self, noun: usize, verbs: &[VerbForm]) -> Vec<Party> {
        let said = self.parse.clauses.iter().filter(|clause| {
            clause.link == Link::Participle
                && clause.verb.passive
                && clause.subject == Some(noun)
                && verbs.iter().any(|form| form.lemma == clause.verb.lemma)
        });
        // "accompanied by X", "accompagné de X"
        let agent = |&&(preposition, _): &&(usize, usize)| match self.parse.chunks[preposition] {
            Chunk::Preposition(_, _, Lead::Agent) => true,
            Chunk::Preposition(from, to, _) => self.frames.nouns.by.contains(&self.words(from, to)),
            _ => false,
        };
        // Behind the verb, so that no phrase leads back to itself.
        let behind = |clause: &Clause| {
            clause.adjuncts.iter().filter(|(_, noun)| *noun > clause.at).find(agent).copied()
        };
        let agents = said.filter_map(|clause| Some((clause.at, behind(clause)?.1)));
        agents.fold(Vec::new(), |all, (at, agent)| {
            // "Accompanied by X, Y left": only X, lest what stands behind X lead back to Y.
            let fronted = || self.parse.noun(agent).and_then(|noun| self.actor(noun));
            match at < noun {
                true => union(all, fronted().map_or(&[][..], |actor| &actor.who)),
                false => union(all, &self.side(agent).who),
            }
        })
    }

    /// "the chairman of the board, X": the name behind an office.
    fn apposed(&self, office: usize) -> Option<usize> {
        let chunks = &self.parse.chunks;
        let mut at = office + 1;
        while matches!(chunks.get(at), Some(Chunk::Preposition(..)))
            && self.parse.noun(at + 1).is_some_and(|noun| !noun.human())
        {
            at += 2;
        }
        let comma = matches!(chunks.get(at), Some(Chunk::Comma));
        let named = at + usize::from(comma);
        (at > office && self.parse.noun(named).is_some_and(NounPhrase::human)).then_some(named)
    }

    /// The one for whom a noun phrase stands.
    fn actor(&self, noun: &NounPhrase) -> Option<&Actor> {
        if !noun.human() {
            return None;
        }
        let here = self.single.iter().filter(|actor| actor.human() && actor.from == noun.head);
        here.max_by_key(|actor| actor.to)
    }

    /// Whether a noun phrase is an office: "his Polish counterpart".
    fn office(&self, noun: &NounPhrase) -> bool {
        let annotated = self.sentence.annotated();
        let offices = [WordClass::Office, WordClass::OfficePlural, WordClass::MeetGeneral];
        noun.atom.is_none()
            && (noun.from..noun.to).any(|i| {
                annotated.any(i, &offices).is_some_and(|(_, hit)| self.heads(noun, i, hit.next))
            })
    }

    /// Whether words of a noun phrase are its head, or end with it.
    pub(super) fn heads(&self, noun: &NounPhrase, from: usize, next: usize) -> bool {
        match self.frames.vocabulary.postposed {
            true => (from..next).contains(&noun.head),
            false => next >= noun.to,
        }
    }

    pub(super) fn words(&self, from: usize, to: usize) -> String {
        let tokens = self.sentence.annotated().tokens;
        let vocabulary = &self.frames.vocabulary;
        let words = (from..to).filter(|&i| tokens.is_word(i));
        let keys: Vec<_> = words.map(|i| Vocabulary::key(tokens, i)).collect();
        keys.iter().map(|key| vocabulary.contracted(key)).collect::<Vec<_>>().join(" ")
    }
}

impl Side {
    pub(super) fn join(&mut self, other: &Self) {
        self.who = union(std::mem::take(&mut self.who), &other.who);
        self.nameless |= other.nameless;
    }
}

/// Whether a noun phrase is an atom of one of these kinds.
pub(super) fn of_kind(noun: Option<&NounPhrase>, kinds: &[AtomKind]) -> bool {
    noun.and_then(|noun| noun.atom).is_some_and(|kind| kinds.contains(&kind))
}

fn end_of(chunk: &Chunk) -> Option<usize> {
    match chunk {
        Chunk::Noun(noun) => Some(noun.to),
        Chunk::Verb(verb) => Some(verb.to),
        Chunk::Preposition(_, to, _) | Chunk::Date(_, to) => Some(*to),
        _ => None,
    }
}

/// What the verb says of the time; what stands around it where the verb says nothing.
fn time(verb: &VerbGroup, around: Time) -> Time {
    match verb.time {
        VerbTime::Ahead => Time::Ahead,
        VerbTime::Before => Time::Before,
        VerbTime::News => match around {
            Time::Ahead
                if verb.modality == Modality::Actual
                    && verb.mood == crate::grammar::chunking::Mood::Finite =>
            {
                Time::News
            }
            time => time,
        },
    }
}

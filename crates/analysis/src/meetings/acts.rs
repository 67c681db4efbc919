//! What the verbs of a sentence tell of meetings: frames filled with the clauses of the sentence.

use super::cast::{Actor, Party, human_at};
use super::frames::{Frame, Role, VerbForm};
use super::offices::leads_land;
use super::parties::union;
use super::sentence::SpotKind;
use super::setting::Site;
use super::sides::Side;
use super::told::{Order, Reader, Time, Told};
use crate::grammar::chunking::{Chunk, Lead, Modality, NounPhrase, Time as VerbTime, VerbGroup};
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::{Atom, AtomKind};
use crate::lexicon::WordClass;
use entente_model::{EntityKind, MeetingKind};

/// The atoms of a sentence: those who are told of, places, papers, events and dates.
pub(super) fn atoms(sentence: &super::sentence::Sentence, actors: &[Actor]) -> Vec<Atom> {
    let mut all = Vec::new();
    let mut i = sentence.from;
    while i < sentence.to {
        let human = human_at(actors, i).filter(|actor| actor.to > i);
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

impl Reader<'_> {
    /// What the clauses tell by frames: the token of the verb, the one after it, what is told,
    /// and whether it is denied.
    pub(super) fn acts(&self) -> Vec<(usize, usize, Vec<Told>, bool)> {
        let framed = self
            .parse
            .clauses
            .iter()
            .filter(|clause| !self.frames.of_verb(clause.verb.lemma).is_empty());
        let act = |clause: &Clause| {
            let found = self.act(clause).map(|(found, denied)| (self.one_by_one(found), denied));
            let denied = found.as_ref().is_some_and(|(_, denied)| *denied);
            (
                clause.verb.head,
                clause.verb.to,
                found.map(|(found, _)| found).unwrap_or_default(),
                denied,
            )
        };
        let nominals = (0..self.parse.chunks.len()).filter_map(|chunk| self.nominal(chunk));
        let nominals =
            nominals.map(|(at, next, found, denied)| (at, next, self.one_by_one(found), denied));
        framed.map(act).chain(nominals).collect()
    }

    /// Of a meeting with several leaders one with each, where the language says so.
    fn one_by_one(&self, found: Vec<Told>) -> Vec<Told> {
        let names = &self.sentence.report.names;
        let leads = |party: &Party| match party {
            Party::Name(number) => leads_land(self.sentence, &names[*number].roles),
            Party::Delegation(_) => false,
        };
        // "giữa X, Y và Z": all of them at once.
        let together = |one: &Party, others: &[Party]| {
            let mut groups = self.actors.iter().filter(|group| group.who.contains(one));
            groups.any(|group| others.iter().any(|other| group.who.contains(other)))
        };
        let parted = |told: Told| match told.people.split_first() {
            Some((first, others))
                if self.frames.leaders_apart
                    && !together(first, others)
                    && matches!(told.kind, MeetingKind::Meeting | MeetingKind::Talks)
                    && others.len() > 1
                    && others.iter().all(leads) =>
            {
                let one = |other: &Party| Told { people: vec![*first, *other], ..told.clone() };
                others.iter().map(one).collect()
            }
            _ => vec![told],
        };
        found.into_iter().flat_map(parted).collect()
    }

    /// The clause of a verb at a token.
    pub(super) fn clause_of(&self, at: usize) -> Option<&Clause> {
        self.parse.clauses.iter().find(|clause| clause.verb.from <= at && at < clause.verb.to)
    }

    /// What a clause tells by a frame of its verb.
    pub(super) fn act(&self, clause: &Clause) -> Option<(Vec<Told>, bool)> {
        let verb = &clause.verb;
        let frames = self.frames.of_verb(verb.lemma);
        let denied = Self::denied(clause);
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
        let Some(particle) = form.particle.as_ref().filter(|_| fits) else {
            return fits.then_some(verb.to);
        };
        let right_behind = self.written(verb.to, particle);
        right_behind.or_else(|| self.written(self.past_dates(verb)?, particle))
    }

    /// The first token behind a verb that is of no date or adverb: "a accordé lundi une audience".
    fn past_dates(&self, verb: &VerbGroup) -> Option<usize> {
        let is_it = |chunk: &&Chunk| matches!(chunk, Chunk::Verb(other) if other.head == verb.head);
        let chunks = self.parse.chunks.iter().filter(|_| self.frames.vocabulary.postposed);
        let mut behind = chunks.skip_while(|chunk| !is_it(chunk)).skip(1);
        match behind.find(|chunk| !matches!(chunk, Chunk::Date(..) | Chunk::Adverb))? {
            Chunk::Noun(noun) => Some(noun.from),
            _ => None,
        }
    }

    /// The token after some words as the lists have them, if they begin at a token.
    pub(super) fn written(&self, from: usize, words: &str) -> Option<usize> {
        let tokens = self.sentence.annotated().tokens;
        let mut at = from;
        for (n, word) in words.split(' ').enumerate() {
            // An apostrophe stands between.
            let mark = n > 0 && self.frames.vocabulary.contracts && !tokens.is_word(at);
            at += usize::from(mark);
            (self.words(at, at + 1) == word).then_some(())?;
            at += 1;
        }
        Some(at)
    }

    /// What a frame tells with what stands around its verb.
    fn filled(&self, frame: &Frame, clause: &Clause, next: usize) -> Vec<Told> {
        use MeetingKind::{Call, Ceremony, Dialogue, Meeting, Signing, Talks, Visit};
        if !self.has_object(frame, clause) {
            return Vec::new();
        }
        let mut found = self.told(frame.kind, clause.verb.head, next);
        found.time = time(&clause.verb);
        found.date = self.date_of_verb(clause);
        let elsewhere = self.site_of_verb(clause).filter(|_| !found.frame.here);
        found.site = elsewhere.or(found.site.filter(|site| self.inside(clause, site)));
        self.same_day(&mut found, self.tokens_to(clause).max(next));
        if let Some(planned) = frame.planned.filter(|_| found.time == Time::Ahead) {
            found.kind = planned;
        }
        match frame.kind {
            Call | Meeting | Talks => self.meet(frame, clause, found),
            // "chủ trì lễ đón X"
            Ceremony if frame.object.is_none_or(Role::takes_part) => {
                self.meet(frame, clause, found)
            }
            Visit => self.visit(frame, clause, found).into_iter().collect(),
            Ceremony => self.ceremony(frame, clause, found).into_iter().collect(),
            Signing => self.sign(frame, clause, found).into_iter().collect(),
            // "the board that X and Y co-chaired in Manila"
            Dialogue
                if (found.date.is_some() || found.site.is_some()) && !self.tells_itself(clause) =>
            {
                self.meet(frame, clause, found)
            }
            _ => Vec::new(),
        }
    }

    /// Whether what is chaired is a meeting by its own words.
    fn tells_itself(&self, clause: &Clause) -> bool {
        let noun = |&object: &usize| self.parse.noun(object);
        let mut objects = clause.objects.iter().filter_map(noun);
        objects.any(|noun| self.event_noun(noun).is_some())
    }

    /// Whether what a frame asks for stands as object: "lay" a wreath, "lead" a delegation.
    fn has_object(&self, frame: &Frame, clause: &Clause) -> bool {
        let asked = |&object: &usize| {
            self.parse.noun(object).is_some_and(|noun| {
                (noun.from..noun.to).any(|i| frame.objects.contains(&self.words(i, i + 1)))
            })
        };
        frame.objects.is_empty() || clause.objects.iter().chain(&clause.subject).any(asked)
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
        if frame.object == Some(Role::Event) && self.tells_itself(clause) {
            return Vec::new();
        }
        let (mut behind, mut with) = self.pronouns(frame, clause);
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
        // "chủ trì lễ đón và hội đàm với X": the next verb has the object of both.
        if object.is_none() && with.who.is_empty() && takes_part(frame.object) && !passive {
            behind.join(&self.shared_object(clause));
        }
        let nameless = behind.nameless || with.nameless || frame.office && subject.nameless;
        let hosted = takes_part(frame.object) && frame.others.is_empty();
        let others = union(behind.who, &with.who);
        let with = with.who.clone();
        if hosted && !passive && others.is_empty() && !nameless {
            return Vec::new();
        }
        found.people = union(subject.who.clone(), &others);
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
        each.retain(|who| !who.is_empty());
        let (alone, one) = (subject_alone(&found.people, &others), found.people.len() > 2);
        // "During his visit X will meet Y, Z and W": one with each.
        let visitor = found.frame.during && alone && one && !passive;
        let apart: Vec<Vec<Party>> = match visitor {
            true => others.iter().map(|&other| vec![other]).collect(),
            // "spoke to X and, separately, to Y"
            false if each.len() > 1 && !passive => each,
            false => Vec::new(),
        };
        if enough && !apart.is_empty() {
            let rest = |who: &&Party| !apart.iter().flatten().any(|other| other == *who);
            let subject: Vec<Party> = found.people.iter().filter(rest).copied().collect();
            let one =
                |who: &Vec<Party>| Told { people: union(subject.clone(), who), ..found.clone() };
            return apart.iter().map(one).collect();
        }
        if enough { vec![found] } else { Vec::new() }
    }

    /// "s'était entretenu dans la matinée avec": before what was told, and on the same day. The
    /// words end before a token.
    pub(super) fn same_day(&self, found: &mut Told, to: usize) {
        let same = || self.sentence.has(self.sentence.from..to, WordClass::MeetSame);
        let open = found.time == Time::Before && found.date.is_none();
        if self.frames.vocabulary.postposed && open && same() {
            found.time = Time::News;
            found.frame.order = Order::Follows;
        }
    }

    /// With whom the next verb is done, if "and" joins it right behind.
    fn shared_object(&self, clause: &Clause) -> Side {
        let next = self.parse.clauses.iter().find(|next| {
            next.at == clause.at + 2
                && next.link == Link::Joined
                && matches!(self.parse.chunks[clause.at + 1], Chunk::Conjunction)
        });
        let Some(next) = next else { return Side::default() };
        let led = next.adjuncts.first().filter(|(preposition, _)| *preposition == next.at + 1);
        let noun = next.objects.first().copied().or(led.map(|&(_, noun)| noun));
        noun.map(|noun| self.side(noun)).unwrap_or_default()
    }

    /// Whether those who talked were in one place.
    pub(super) fn in_one_place(&self, clause: &Clause, found: &Told) -> bool {
        let annotated = self.sentence.annotated();
        let aside = (clause.verb.from..self.tokens_to(clause))
            .any(|i| annotated.is(i, WordClass::MeetAside));
        !found.frame.remote && (found.site.is_some() || aside)
    }

    /// Whether a place stands in the part of the sentence that belongs to a clause; where the grammar
    /// does not know that part, it may.
    pub(super) fn inside(&self, clause: &Clause, site: &Site) -> bool {
        let Some(first) = clause.first else { return true };
        let from = self.parse.chunks[first..clause.end].iter().find_map(start_of);
        from.unwrap_or(clause.verb.from) <= site.at && site.at < self.tokens_to(clause)
    }

    /// The token at which a clause ends.
    pub(super) fn tokens_to(&self, clause: &Clause) -> usize {
        let last = self.parse.chunks[clause.at..clause.end].iter().rev().find_map(end_of);
        last.unwrap_or(clause.verb.to)
    }

    pub(super) fn words(&self, from: usize, to: usize) -> String {
        self.frames.vocabulary.words(self.sentence.annotated().tokens, from, to)
    }
}

/// Whether one alone stands on the other side of these.
fn subject_alone(people: &[Party], others: &[Party]) -> bool {
    people.iter().filter(|who| !others.contains(who)).count() == 1
}

/// Whether a noun phrase is an atom of one of these kinds.
pub(super) fn of_kind(noun: Option<&NounPhrase>, kinds: &[AtomKind]) -> bool {
    noun.and_then(|noun| noun.atom).is_some_and(|kind| kinds.contains(&kind))
}

fn start_of(chunk: &Chunk) -> Option<usize> {
    match chunk {
        Chunk::Noun(noun) => Some(noun.from),
        Chunk::Verb(verb) => Some(verb.from),
        Chunk::Preposition(from, ..) | Chunk::Date(from, _) => Some(*from),
        _ => None,
    }
}

fn end_of(chunk: &Chunk) -> Option<usize> {
    match chunk {
        Chunk::Noun(noun) => Some(noun.to),
        Chunk::Verb(verb) => Some(verb.to),
        Chunk::Preposition(_, to, _) | Chunk::Date(_, to) => Some(*to),
        _ => None,
    }
}

/// What the verb says of the time.
fn time(verb: &VerbGroup) -> Time {
    match verb.time {
        VerbTime::Ahead => Time::Ahead,
        VerbTime::Before => Time::Before,
        VerbTime::News if verb.modality == Modality::Planned => Time::Ahead,
        VerbTime::News => Time::News,
    }
}

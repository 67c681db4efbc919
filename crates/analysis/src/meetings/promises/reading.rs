//! The clauses of a sentence that promise something.

use super::super::acts::of_kind;
use super::super::cast::Party;
use super::super::parties::union;
use super::super::told::Reader;
use super::content::Content;
use super::frames::{PromiseFrame, Role};
use super::{Mention, Mentions};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Modality, Mood, NounPhrase, Time, VerbGroup};
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::vocabulary::{Catenative, Form, Function};
use crate::grammar::words::Class;
use entente_model::{MeetingKind, PromiseKind};

/// A verb in a verb group: "agreed" and "sign" in "agreed to sign".
#[derive(Clone, Copy, Debug)]
struct Step {
    lemma: u32,
    at: usize,
    passive: bool,
}

/// Who stands where with a verb of promising.
#[derive(Clone, Debug, Default)]
struct Roles {
    who: Vec<Party>,
    to: Vec<Party>,
    teller: Vec<Party>,
    /// Somebody is told to whom, named or not.
    to_told: bool,
}

impl Reader<'_> {
    /// Adds what the sentence promises, and which papers it says to be signed.
    pub(in crate::meetings) fn promised(&self, mentions: &mut Mentions) {
        if self.frames.promises.is_empty() {
            return;
        }
        let mut found: Vec<Mention> = Vec::new();
        for (number, clause) in self.parse.clauses.iter().enumerate() {
            let before = mentions.recalled.len();
            for mention in self.promises_of(number, clause, mentions) {
                let told = |other: &Mention| {
                    let (one, other) = (other.content.words, mention.content.words);
                    one.0 < other.1 && other.0 < one.1
                };
                if !found.iter().any(told) {
                    found.push(mention);
                }
            }
            debug_assert!(mentions.recalled.len() <= before + 1);
        }
        mentions.promises.append(&mut found);
        self.signed(mentions);
    }

    /// What a clause promises.
    fn promises_of(&self, number: usize, clause: &Clause, mentions: &mut Mentions) -> Vec<Mention> {
        let verb = &clause.verb;
        if verb.negated || verb.modality == Modality::Refused || self.supposed(clause) {
            return Vec::new();
        }
        let chain = self.chain(verb);
        let Some((head, before)) = chain.split_last() else { return Vec::new() };
        // "agreed to sign": what is promised stands in the same verb group.
        let promising = before.iter().enumerate().find_map(|(n, step)| {
            let frames = self.frames.promises.of_verb(step.lemma);
            let frame =
                frames.iter().find(|frame| frame.particle.is_none() && frame.nouns.is_empty());
            Some((n, step, frame?))
        });
        if let Some((n, step, frame)) = promising {
            let others = || before[..n].iter().chain(&before[n + 1..]);
            if self.maybe(verb.from..step.at) || others().any(|step| self.unreal(step)) {
                return Vec::new();
            }
            let roles = self.roles_in_group(clause, step, frame);
            let contents =
                self.going_on(number).into_iter().flat_map(|number| self.content_of(number));
            return self.mentions(frame, clause, roles, contents.collect());
        }
        if matches!(verb.modality, Modality::Possible | Modality::Asked)
            || before.iter().any(|step| self.unreal(step))
        {
            return Vec::new();
        }
        let frames = self.frames.promises.of_verb(head.lemma).iter().filter(|frame| {
            frame.particle.as_ref().is_none_or(|words| self.follow(verb.to, words))
        });
        for frame in frames {
            let found = match frame.nouns.is_empty() {
                true => self.by_verb(number, clause, frame),
                false => self.by_noun(number, clause, frame, mentions),
            };
            if !found.is_empty() {
                return found;
            }
        }
        self.to_be_signed(number, clause)
    }

    /// "invited X to visit", "proposed that they hold talks", "proposed talks".
    fn by_verb(&self, number: usize, clause: &Clause, frame: &PromiseFrame) -> Vec<Mention> {
        let promised = self.promised_clauses(number, clause);
        let first = promised.first().map(|&first| &self.parse.clauses[first]);
        let end = first.map_or(clause.end, |first| first.at);
        let roles = self.roles(clause, frame, end);
        let clauses = promised.iter().flat_map(|&first| self.going_on(first));
        let mut contents: Vec<Content> =
            clauses.flat_map(|number| self.content_of(number)).collect();
        if contents.is_empty() && promised.is_empty() {
            contents.extend(self.nouns_promised(clause, frame));
        }
        self.mentions(frame, clause, roles, contents)
    }

    /// What the nouns around a verb of promising promise: "proposed talks", "invited X to Oslo".
    fn nouns_promised(&self, clause: &Clause, frame: &PromiseFrame) -> Vec<Content> {
        let invites = frame.kind == Some(PromiseKind::Invitation);
        let what = |&(preposition, noun): &(usize, usize)| {
            let Chunk::Preposition(from, to, _) = self.parse.chunks[preposition] else {
                return None;
            };
            let what = frame.others.get(&self.words(from, to)) == Some(&Role::What);
            if noun < clause.at || !what {
                return None;
            }
            // "agreed on talks", not "agreed upon by the leaders during a visit to P"
            let plain = |chunk| matches!(self.parse.chunks[chunk], Chunk::Adverb | Chunk::Date(..));
            let near = (clause.at + 1..preposition).all(plain);
            match self.noun_content(noun).filter(|_| near || invites) {
                None if invites => self.place_content(noun),
                found => found,
            }
        };
        let led: Vec<Content> = clause.adjuncts.iter().filter_map(what).take(1).collect();
        if !led.is_empty() || invites {
            return led;
        }
        // "Talks are planned" tells a meeting; "talks were proposed by X" what X promises.
        let objects: Vec<usize> = match clause.verb.passive {
            true if self.done_by(clause).is_empty() => Vec::new(),
            true => clause.subject.into_iter().collect(),
            false => clause.objects.clone(),
        };
        objects.into_iter().filter_map(|noun| self.noun_content(noun)).collect()
    }

    /// "extended an invitation from X to Y to visit": what a noun promises that a verb carries.
    fn by_noun(
        &self,
        number: usize,
        clause: &Clause,
        frame: &PromiseFrame,
        mentions: &mut Mentions,
    ) -> Vec<Mention> {
        let passive = clause.verb.passive;
        let carried: Vec<usize> = match passive {
            true => clause.subject.into_iter().collect(),
            false => clause.objects.clone(),
        };
        let named = |chunk: &usize| {
            self.parse.noun(*chunk).is_some_and(|noun| {
                self.headed_by(noun, &frame.nouns) || self.owned(noun, &frame.nouns)
            })
        };
        let Some(noun) = carried.into_iter().find(named) else { return Vec::new() };
        let promised = self.clauses_behind(number, noun);
        let end = promised.map_or(self.parse.chunks.len(), |first| self.parse.clauses[first].at);
        let mut roles = Roles::default();
        let mut contents: Vec<Content> = Vec::new();
        let mut place = None;
        // What prepositions lead to behind the noun, and behind the verb.
        let behind = if passive { clause.at } else { noun };
        for chunk in behind + 1..end.max(behind + 1) {
            match self.parse.chunks[chunk] {
                // "the minister of P": of the minister, not of the invitation.
                Chunk::Preposition(..)
                    if self.parse.noun(chunk - 1).is_some_and(NounPhrase::human)
                        && of_kind(self.parse.noun(chunk + 1), &[AtomKind::Place]) => {}
                Chunk::Preposition(from, to, _) if self.parse.noun(chunk + 1).is_some() => {
                    let role = frame.others.get(&self.words(from, to));
                    let who = self.sides(chunk + 1);
                    match role {
                        Some(Role::From) => roles.who = union(roles.who, &who),
                        Some(Role::To) => {
                            roles.to_told = true;
                            place = place
                                .or_else(|| self.place_content(chunk + 1))
                                .or_else(|| self.event_at(chunk + 1));
                            roles.to = union(roles.to, &who);
                        }
                        _ => {}
                    }
                }
                Chunk::Break | Chunk::Relative => break,
                Chunk::Verb(_) => break,
                _ => {}
            }
        }
        let owner = self.parse.noun(noun).and_then(|noun| noun.owner);
        let owner = owner.map(|token| self.owner_at(token)).unwrap_or_default();
        let doer = match passive {
            true => self.done_by(clause),
            false => clause.subject.map(|subject| self.sides(subject)).unwrap_or_default(),
        };
        roles.teller.clone_from(&doer);
        match frame.subject {
            Some(Role::To) => roles.to = union(roles.to, &doer),
            _ if roles.who.is_empty() && owner.is_empty() => roles.who = doer,
            _ => {}
        }
        roles.who = union(roles.who, &owner);
        if let Some(first) = promised {
            let clauses = self.going_on(first);
            contents.extend(clauses.into_iter().flat_map(|number| self.content_of(number)));
        } else {
            contents.extend(place);
        }
        if contents.is_empty() && promised.is_none() {
            mentions.recalled.push((union(roles.to.clone(), &roles.teller), self.sentence.span));
        }
        self.mentions(frame, clause, roles, contents)
    }

    /// Whether a noun phrase has one of these behind an owner: "X's invitation".
    fn owned(&self, noun: &NounPhrase, nouns: &[String]) -> bool {
        let tokens = self.sentence.annotated().tokens;
        noun.owner.is_some()
            && noun.to > noun.from
            && nouns.iter().any(|word| word == tokens.key(noun.to - 1))
    }

    /// Who the owner at a token is.
    fn owner_at(&self, token: usize) -> Vec<Party> {
        let here = self.single.iter().filter(|actor| actor.from <= token && token < actor.to);
        here.max_by_key(|actor| actor.to).map(|actor| actor.who.clone()).unwrap_or_default()
    }

    /// The infinitive behind a noun that a verb carries, before the next verb with a tense.
    fn clauses_behind(&self, number: usize, noun: usize) -> Option<usize> {
        let behind = self.parse.clauses.iter().enumerate().filter(|(_, clause)| clause.at > noun);
        let mut behind = behind.take_while(|(at, clause)| {
            *at == number || clause.verb.mood != Mood::Finite || clause.link == Link::Relative
        });
        behind
            .find(|(at, clause)| *at != number && clause.verb.mood == Mood::Infinitive)
            .map(|(at, _)| at)
    }

    /// "will be signed": a paper alone.
    fn to_be_signed(&self, number: usize, clause: &Clause) -> Vec<Mention> {
        let verb = &clause.verb;
        let ahead = verb.time == Time::Ahead
            && matches!(verb.modality, Modality::Actual | Modality::Planned)
            && self.is_form(clause, &self.frames.promises.sign)
            && !self
                .parse
                .chunks
                .iter()
                .any(|chunk| matches!(chunk, Chunk::Opens(Class::Hypothetical)));
        if !ahead {
            return Vec::new();
        }
        let who = match verb.passive {
            true => self.done_by(clause),
            false => clause.subject.map(|subject| self.sides(subject)).unwrap_or_default(),
        };
        let roles = Roles { teller: who.clone(), who, ..Roles::default() };
        let mut contents = self.content_of(number);
        contents.retain(|content| content.kind == PromiseKind::Agreement);
        self.finished(None, clause, &roles, contents)
    }

    /// The clauses that say what a verb promises: "to visit", "holding talks", "that they hold".
    fn promised_clauses(&self, number: usize, clause: &Clause) -> Vec<usize> {
        let mut all = Vec::new();
        for (at, other) in self.parse.clauses.iter().enumerate().skip(number + 1) {
            let told = match other.link {
                Link::Purpose => all.is_empty(),
                Link::Said => other.parent == Some(number) && self.open(&other.verb),
                // "proposed that in the future they hold"
                Link::Main if other.parent == Some(number) => {
                    let that = |chunk: usize| {
                        let chunk = self.parse.chunks[chunk];
                        matches!(chunk, Chunk::Opens(Class::Complementizer))
                    };
                    (clause.at + 1..other.at).any(that) && self.open(&other.verb)
                }
                // "suggested holding", "looked forward to signing"
                Link::Beside(_) | Link::Participle => {
                    all.is_empty()
                        && other.verb.mood == Mood::Gerund
                        && other.at <= clause.at + 3
                        && (clause.at + 1..other.at).all(|chunk| {
                            !matches!(self.parse.chunks[chunk], Chunk::Comma | Chunk::Break)
                        })
                }
                _ => false,
            };
            if told {
                all.push(at);
            }
            // What is told about somebody between does not part them.
            let aside = matches!(other.link, Link::Relative | Link::Participle) || told;
            let on = other.link == Link::Joined || other.link == Link::Purpose;
            if !aside && !on {
                break;
            }
        }
        all
    }

    /// Whether what a clause says is still to be: "that they hold", "that they should hold".
    fn open(&self, verb: &VerbGroup) -> bool {
        let base = verb.form == Form::Base && verb.time == Time::News;
        base || verb.time == Time::Ahead || verb.modality == Modality::Planned
    }

    /// Who stands where in "agreed to sign", "was invited to visit".
    fn roles_in_group(&self, clause: &Clause, step: &Step, frame: &PromiseFrame) -> Roles {
        let subject = clause.subject.map(|subject| self.sides(subject)).unwrap_or_default();
        let mut roles = Roles::default();
        if step.passive {
            let agents = self.done_by(clause);
            roles.place(frame.object, &subject);
            roles.place(frame.subject, &agents);
            roles.teller = union(subject, &agents);
        } else if !clause.verb.passive || clause.verb.head == step.at {
            roles.place(frame.subject, &subject);
            roles.teller = subject;
        } else {
            // "is expected to be signed by X"
            roles.who = self.done_by(clause);
            roles.teller.clone_from(&roles.who);
        }
        roles
    }

    /// Who stands where around a verb of promising, up to a chunk.
    fn roles(&self, clause: &Clause, frame: &PromiseFrame, end: usize) -> Roles {
        let subject = clause.subject.map(|subject| self.sides(subject)).unwrap_or_default();
        let mut roles = Roles::default();
        if clause.verb.passive {
            let agents = self.done_by(clause);
            roles.place(frame.object, &subject);
            roles.place(frame.subject, &agents);
            roles.teller = union(subject, &agents);
            return roles;
        }
        roles.place(frame.subject, &subject);
        if frame.object.is_some() {
            let behind = clause.at + 1..self.object_end(clause, frame, end);
            roles.to_told = behind.clone().any(|chunk| self.parse.noun(chunk).is_some());
            roles.place(frame.object, &self.sides_between(behind));
        }
        for &(preposition, noun) in
            clause.adjuncts.iter().filter(|(_, noun)| *noun > clause.at && *noun < end)
        {
            let Chunk::Preposition(from, to, _) = self.parse.chunks[preposition] else { continue };
            let role = frame.others.get(&self.words(from, to)).copied();
            roles.place(role, &self.sides(noun));
        }
        roles.teller = subject;
        roles
    }

    /// Where those who are invited end: before "to Oslo".
    fn object_end(&self, clause: &Clause, frame: &PromiseFrame, end: usize) -> usize {
        let what = |&chunk: &usize| match self.parse.chunks[chunk] {
            Chunk::Preposition(from, to, _) => frame.others.contains_key(&self.words(from, to)),
            Chunk::Opens(_) | Chunk::Relative | Chunk::Verb(_) | Chunk::Break => true,
            _ => false,
        };
        (clause.at + 1..end).find(what).unwrap_or(end)
    }

    /// One promise for each thing that is promised.
    fn mentions(
        &self,
        frame: &PromiseFrame,
        clause: &Clause,
        roles: Roles,
        contents: Vec<Content>,
    ) -> Vec<Mention> {
        let fits = |content: &Content| frame.only.is_none_or(|only| only == content.kind);
        let first = match frame.kind {
            // Of what somebody is invited to do the first is told.
            Some(_) => contents
                .into_iter()
                .filter(|content| content.kind == PromiseKind::Meeting)
                .take(1)
                .collect(),
            None => contents.into_iter().filter(fits).collect(),
        };
        self.finished(Some(frame), clause, &roles, first)
    }

    fn finished(
        &self,
        frame: Option<&PromiseFrame>,
        clause: &Clause,
        roles: &Roles,
        contents: Vec<Content>,
    ) -> Vec<Mention> {
        let kind = frame.and_then(|frame| frame.kind);
        // Where the future tense alone promises, or another clause tells what, no date of that is
        // when it was told.
        let told_apart = |clause: &Clause, of: Option<&Clause>| {
            frame.is_none() || of.is_some_and(|of| of.at != clause.at)
        };
        let mut all = Vec::new();
        for content in contents {
            let of = content.clause.map(|number| &self.parse.clauses[number]);
            let invites = kind == Some(PromiseKind::Invitation);
            // What has a day is a planned meeting; whoever is invited to one is invited.
            // Before a verb of promising stands when it was told.
            let from = if told_apart(clause, of) { 0 } else { clause.verb.from };
            let (day, over) = self.is_settled(of.unwrap_or(clause), from);
            if over || day && !invites || invites && content.meeting == Some(MeetingKind::Call) {
                continue;
            }
            let mut roles = roles.clone();
            if let Some(of) = of.filter(|_| !invites) {
                let (with, between) = self.partners(of);
                // "agreed that the ambassador will visit P"
                let visitor = self.visitor(of, &content);
                if !visitor.is_empty() {
                    (roles.who, roles.to_told) = (visitor, true);
                }
                if roles.who.is_empty() {
                    roles.who = union(between, &self.done_by(of));
                }
                if roles.to.is_empty() {
                    roles.to = union(with, &self.whom(of, &content));
                }
            }
            let date = frame.and_then(|_| self.date_told(clause, of));
            let Roles { who, to, teller, to_told } = roles;
            let kind = kind.unwrap_or(content.kind);
            all.push(Mention {
                kind,
                who,
                to,
                teller,
                content,
                date,
                to_told,
                sentence: self.sentence.span,
            });
        }
        all
    }

    /// Who is to come, where somebody else says so.
    fn visitor(&self, clause: &Clause, content: &Content) -> Vec<Party> {
        let visit = content.meeting == Some(MeetingKind::Visit)
            && matches!(clause.link, Link::Said | Link::Main);
        let subject = clause.subject.filter(|_| visit);
        subject.map(|subject| self.side(subject).who).unwrap_or_default()
    }

    /// Who is to be received or met: the object of the verb that says what is promised.
    fn whom(&self, clause: &Clause, content: &Content) -> Vec<Party> {
        let meets = content.kind == PromiseKind::Meeting && content.event.is_none();
        let object = clause.objects.iter().find(|&&object| object > clause.at).filter(|_| meets);
        object.map(|&object| self.side(object).who).unwrap_or_default()
    }

    /// The day on which it was told: one before the verb of promising, where what is promised
    /// stands behind another verb.
    fn date_told(&self, clause: &Clause, content: Option<&Clause>) -> Option<usize> {
        let end = content.map_or(clause.at, |content| content.at);
        let before = clause.dates.iter().filter(|&&chunk| chunk < end.max(clause.at));
        { before }.find_map(|&chunk| self.date_at_chunk(chunk))
    }

    /// The verbs of a verb group in order, the last of which is its head.
    fn chain(&self, verb: &VerbGroup) -> Vec<Step> {
        let (tokens, vocabulary) = (self.sentence.annotated().tokens, &self.frames.vocabulary);
        let mut all = Vec::new();
        let mut be = false;
        for at in verb.from..verb.head {
            let forms = vocabulary.verbs(tokens.key(at));
            let Some(&(_, first)) = forms.first() else { continue };
            let chained = forms.iter().find(|(_, lemma)| {
                vocabulary.catenative(vocabulary.name(*lemma)).is_some()
                    || !self.frames.promises.of_verb(*lemma).is_empty()
            });
            let participle = forms.iter().any(|(form, _)| *form == Form::Participle);
            let passive = participle && (be || at == verb.from && verb.mood == Mood::Participle);
            match chained {
                // The auxiliaries come first.
                _ if first == 0 => be = true,
                Some(&(_, lemma)) => {
                    all.push(Step { lemma, at, passive });
                    be = false;
                }
                None => {}
            }
        }
        all.push(Step { lemma: verb.lemma, at: verb.head, passive: verb.passive });
        all
    }

    /// Whether what a verb says of the next is only wished, refused or asked.
    fn unreal(&self, step: &Step) -> bool {
        let vocabulary = &self.frames.vocabulary;
        let says = vocabulary.catenative(vocabulary.name(step.lemma));
        matches!(says, Some(Catenative::Wished | Catenative::Asked | Catenative::Refused))
    }

    /// Whether one of these tokens says that it only may be.
    fn maybe(&self, mut tokens: std::ops::Range<usize>) -> bool {
        let text = self.sentence.annotated().tokens;
        tokens.any(|i| self.frames.vocabulary.functions(text.key(i)).contains(&Function::Modal))
    }

    /// "if they agree to sign"
    fn supposed(&self, clause: &Clause) -> bool {
        let before = (0..clause.at).rev().take_while(|&chunk| {
            !matches!(self.parse.chunks[chunk], Chunk::Verb(_) | Chunk::Break)
        });
        { before }
            .any(|chunk| matches!(self.parse.chunks[chunk], Chunk::Opens(Class::Hypothetical)))
    }
}

impl Roles {
    fn place(&mut self, role: Option<Role>, who: &[Party]) {
        match role {
            Some(Role::From) => self.who = union(std::mem::take(&mut self.who), who),
            Some(Role::To) => self.to = union(std::mem::take(&mut self.to), who),
            Some(Role::What) | None => {}
        }
    }
}

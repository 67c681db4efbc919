//! The clauses of a sentence that promise something.

use super::super::parties::union;
use super::super::told::Reader;
use super::content::Content;
use super::frames::{PromiseFrame, Role};
use super::roles::Roles;
use super::{Mention, Mentions};
use crate::grammar::chunking::{Chunk, Modality, Mood, Time, VerbGroup};
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::vocabulary::Form;
use crate::grammar::words::Class;
use entente_model::{MeetingKind, PromiseKind};

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
            let alone =
                |frame: &&PromiseFrame| frame.form.particle.is_none() && frame.nouns.is_empty();
            let frame = frames.iter().find(alone);
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
            return self.mentions(frame, clause, &roles, contents.collect());
        }
        if matches!(verb.modality, Modality::Possible | Modality::Asked)
            || before.iter().any(|step| self.unreal(step))
        {
            return Vec::new();
        }
        let frames = self.frames.promises.of_verb(head.lemma).iter();
        let frames = frames.filter(|frame| self.form(&frame.form, verb).is_some());
        for frame in frames {
            let found = match frame.nouns.is_empty() {
                true => self.by_verb(number, clause, frame, mentions),
                false => self.by_noun(number, clause, frame, mentions),
            };
            if !found.is_empty() {
                return found;
            }
        }
        self.to_be_signed(number, clause)
    }

    /// "invited X to visit", "proposed that they hold talks", "proposed talks".
    fn by_verb(
        &self,
        number: usize,
        clause: &Clause,
        frame: &PromiseFrame,
        mentions: &mut Mentions,
    ) -> Vec<Mention> {
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
        // "accepted": an invitation told before.
        let takes = frame.subject == Some(Role::To) && promised.is_empty();
        if takes && contents.is_empty() {
            mentions.recalled.push((roles.to.clone(), self.sentence.span));
        }
        self.mentions(frame, clause, &roles, contents)
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

    /// One promise for each thing that is promised.
    pub(super) fn mentions(
        &self,
        frame: &PromiseFrame,
        clause: &Clause,
        roles: &Roles,
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
        self.finished(Some(frame), clause, roles, first)
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

    /// The day on which it was told: one before the verb of promising, where what is promised
    /// stands behind another verb.
    fn date_told(&self, clause: &Clause, content: Option<&Clause>) -> Option<usize> {
        let end = content.map_or(clause.at, |content| content.at);
        let before = clause.dates.iter().filter(|&&chunk| chunk < end.max(clause.at));
        { before }.find_map(|&chunk| self.date_at_chunk(chunk))
    }

    /// Whether what a clause says is still to be: "that they hold", "that they should hold".
    fn open(&self, verb: &VerbGroup) -> bool {
        // "que les deux pays tiennent", and not "ont tenu": where the infinitive is a form of its
        // own, the present.
        let infinitive = self.frames.vocabulary.infinitive;
        let base = if infinitive { Form::Present } else { Form::Base };
        let simple = !infinitive || verb.from == verb.head;
        let plain = verb.form == base && verb.time == Time::News && simple;
        plain || verb.time == Time::Ahead || verb.modality == Modality::Planned
    }
}

//! The subject of a verb where verbs stand in a row: "X sang Việt Nam dự hội nghị và thăm Y".
//!
//! A verb has the noun before it as its subject, unless that is the object of the verb before: then
//! both have one subject. So has one behind a comma or "and" with no noun of its own. Of what somebody
//! says, or asks of others, the object of the verb before is the subject; so it is of one who is just
//! coming or staying somewhere ("tiếp X đang thăm Y"). What the passive says is told as what somebody
//! does: of "X được Y tiếp" Y is the subject and X the object.

use super::chunking::{Aspect, Chunk, Lead, Modality, Mood, NounPhrase, Time, VerbGroup, worse};
use super::clauses::{Found, Link, Parse, REACH};
use super::vocabulary::{Catenative, Form, Vocabulary};
use super::words::Class;

/// Where a verb in a row finds its subject.
pub(super) struct InSeries {
    pub(super) found: Found,
    /// The first chunk of its part of the sentence.
    pub(super) first: usize,
    /// The subject is not its own: a verb before has it as subject or object.
    pub(super) shared: bool,
}

/// What stands before a verb, as far as it tells the subject.
enum Before {
    /// A noun of its own, and what opens its clause.
    Noun(usize),
    /// The object of the verb before, or what a preposition behind it leads to.
    Object(usize, usize),
    /// "do X" before "dẫn đầu"
    Agent(usize),
    /// "nhân dịp X" right before a verb.
    During(usize),
    /// Something of which a passive verb right behind tells.
    About(usize),
    Relative(usize),
    Opens(Class),
    /// The verb before, with nothing between that could be a subject.
    Verb,
    Nothing,
}

impl Parse {
    pub(super) fn in_series(
        &self,
        at: usize,
        verb: &mut VerbGroup,
        vocabulary: &Vocabulary,
    ) -> InSeries {
        let last = self.clauses.len().checked_sub(1);
        let plain = |link, subject| Found { link, parent: last, subject, object: None };
        let own = |found, first| InSeries { found, first, shared: false };
        let before = self.before(at, verb.passive && verb.form == Form::Base);
        if let Some(series) = self.told_of_somebody(at, verb, &before, vocabulary) {
            return series;
        }
        match before {
            Before::During(noun) => own(plain(Link::When, Some(noun)), noun - 1),
            Before::About(noun) => {
                verb.mood = Mood::Participle;
                own(plain(Link::Participle, Some(noun)), at)
            }
            Before::Agent(agent) => {
                let about = self.thing_before(agent).or_else(|| self.noun_before(agent));
                verb.passive = true;
                verb.mood = Mood::Participle;
                own(plain(Link::Participle, about), agent)
            }
            Before::Noun(noun) => {
                let first = self.opening(self.first_of(noun));
                let opener = self.opener(noun);
                let passive = opener.map(|opener| (opener, self.chunks[opener]));
                if let Some((passive, Chunk::Passive(before))) = passive {
                    verb.negated |= before.negated;
                    if before.ahead {
                        verb.time = Time::Ahead;
                    }
                    if before.maybe {
                        verb.modality = worse(verb.modality, Modality::Possible);
                    }
                    let done = match self.before(passive, false) {
                        Before::Noun(noun) => Some(noun),
                        _ => last.and_then(|last| self.clauses[last].subject),
                    };
                    let mut found = plain(Link::Main, Some(noun));
                    found.object = done;
                    return own(found, done.map_or(first, |done| self.opening(done)));
                }
                // "bác bỏ thông tin X sẽ gặp Y"
                let about = opener.filter(|&opener| self.noun(opener).is_some());
                let denied = about.and_then(|about| self.verb_before(about)).and_then(|at| {
                    let clause = self.clauses.iter().find(|clause| clause.at == at)?;
                    vocabulary.catenative(vocabulary.name(clause.verb.lemma))
                });
                if let Some(says) = denied {
                    verb.modality = worse(verb.modality, says.modality());
                }
                let link = match opener.map(|opener| self.chunks[opener]) {
                    Some(Chunk::Relative) => Link::Relative,
                    Some(Chunk::Opens(Class::Complementizer)) => Link::Said,
                    Some(Chunk::Opens(class)) => {
                        if class == Class::Hypothetical {
                            verb.modality = worse(verb.modality, Modality::Possible);
                        }
                        Link::When
                    }
                    _ => Link::Main,
                };
                own(plain(link, Some(noun)), first)
            }
            Before::Object(noun, of) => {
                let before = self.clauses.iter().rposition(|clause| clause.at == of);
                let lemma = before.map_or(u32::MAX, |before| self.clauses[before].verb.lemma);
                let says = vocabulary.catenative(vocabulary.name(lemma));
                if vocabulary.speaks(lemma) {
                    return own(plain(Link::Said, Some(noun)), noun);
                }
                if let Some(says) = says.filter(|says| *says != Catenative::Plain) {
                    verb.modality = worse(verb.modality, says.modality());
                    return own(plain(Link::Said, Some(noun)), noun);
                }
                self.in_row(before, at, verb, vocabulary)
            }
            Before::Relative(relative) => {
                let about = self.noun_before(relative);
                own(plain(Link::Relative, about), relative)
            }
            Before::Opens(class) => {
                if class == Class::Hypothetical {
                    verb.modality = worse(verb.modality, Modality::Possible);
                }
                let subject = last.and_then(|last| self.clauses[last].subject);
                let found = plain(Link::When, subject);
                InSeries { found, first: self.adverbial(at), shared: true }
            }
            Before::Verb => match self.asked_before(at, last, vocabulary) {
                Some(whom) => {
                    verb.modality = worse(verb.modality, Modality::Asked);
                    own(plain(Link::Said, Some(whom)), whom)
                }
                None => self.in_row(last, at, verb, vocabulary),
            },
            Before::Nothing => own(plain(Link::Main, None), self.adverbial(at)),
        }
    }

    /// Of one who is coming or staying, or who asks: "tiếp X đang thăm Y", "chuyển thư của X mời Y".
    fn told_of_somebody(
        &self,
        at: usize,
        verb: &VerbGroup,
        before: &Before,
        vocabulary: &Vocabulary,
    ) -> Option<InSeries> {
        let behind = matches!(before, Before::Object(..) | Before::Verb);
        let coming = self.coming(at, verb, vocabulary);
        let asks = behind && asks(verb.first, vocabulary);
        let asking = || if asks { self.led_human(at) } else { None };
        // Who is staying has a time of their own; who comes is met then.
        let staying = coming.is_some() && verb.aspect == Aspect::Progressive;
        let link = if staying { Link::Relative } else { Link::Joined };
        let subject = Some(coming.or_else(asking)?);
        let parent = self.clauses.len().checked_sub(1);
        let found = Found { link, parent, subject, object: None };
        Some(InSeries { found, first: at, shared: true })
    }

    /// "gửi lời mời tới X thăm Y": who is asked stands behind a preposition, right before the verb.
    fn asked_before(
        &self,
        at: usize,
        last: Option<usize>,
        vocabulary: &Vocabulary,
    ) -> Option<usize> {
        let asked = asks(self.clauses[last?].verb.lemma, vocabulary);
        if asked { self.led_human(at) } else { None }
    }

    /// Somebody to whom a preposition leads, right before a verb.
    fn led_human(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1).filter(|&before| self.led(self.first_of(before)).is_some());
        before.filter(|&before| self.noun(before).is_some_and(NounPhrase::human))
    }

    /// With the subject of a verb before.
    fn in_row(
        &self,
        before: Option<usize>,
        at: usize,
        verb: &mut VerbGroup,
        vocabulary: &Vocabulary,
    ) -> InSeries {
        let found = self.joined_to(before, verb, vocabulary);
        InSeries { found, first: self.adverbial(at), shared: true }
    }

    /// What stands before a verb.
    fn before(&self, at: usize, passive: bool) -> Before {
        // "đối thoại lần thứ 5, được tổ chức tại P"
        let apposed = at.checked_sub(2).filter(|&noun| {
            passive
                && matches!(self.chunks[at - 1], Chunk::Comma)
                && self.noun(noun).is_some_and(|noun| !noun.human())
        });
        if let Some(noun) = apposed {
            return Before::About(noun);
        }
        let mut chunk = at;
        let mut comma = false;
        let mut thing = None;
        for _ in 0..REACH {
            let Some(before) = chunk.checked_sub(1) else { break };
            chunk = match self.chunks[before] {
                Chunk::Adverb | Chunk::Date(..) | Chunk::Preposition(..) | Chunk::Reciprocal => {
                    before
                }
                Chunk::Comma => {
                    comma = true;
                    before
                }
                Chunk::Noun(noun) => {
                    let first = self.first_of(before);
                    if let Some(preposition) = self.led(first) {
                        if !comma && self.is_agent(preposition) {
                            return Before::Agent(preposition);
                        }
                        // "nhân dịp X thăm Y"
                        let time = matches!(
                            self.chunks[preposition],
                            Chunk::Preposition(_, _, Lead::Time)
                        );
                        if time && noun.human() && before + 1 == at {
                            return Before::During(before);
                        }
                        // "sau lễ đón được tổ chức tại P": about what the preposition leads to.
                        if passive && preposition + 2 == at && noun.atom.is_none() {
                            return Before::About(before);
                        }
                        preposition
                    } else if let Some(verb) = self.verb_before(first) {
                        return match comma {
                            _ if thing.is_some() => Before::Noun(thing.unwrap_or(before)),
                            true => Before::Verb,
                            false => Before::Object(before, verb),
                        };
                    } else if self.noun(before).is_some_and(NounPhrase::human) {
                        return Before::Noun(before);
                    } else {
                        // "X, trưởng đoàn, đã gặp Y": rather somebody before the comma.
                        // "giữa Bộ X và Bộ Y": what is joined to it comes first.
                        let joined = before >= 2
                            && matches!(self.chunks[before - 1], Chunk::Conjunction)
                            && self.noun(before - 2).is_some();
                        if joined {
                            before - 1
                        } else {
                            thing = thing.or(Some(before));
                            first
                        }
                    }
                }
                Chunk::Relative if thing.is_none() => return Before::Relative(before),
                Chunk::Opens(class) if thing.is_none() => return Before::Opens(class),
                Chunk::Verb(_) if thing.is_none() => return Before::Verb,
                Chunk::Conjunction => before,
                _ => break,
            };
        }
        thing.map_or(Before::Nothing, Before::Noun)
    }

    /// "tiếp X đang thăm Y", "tiếp X đến chào": the one who is coming or staying.
    fn coming(&self, at: usize, verb: &VerbGroup, vocabulary: &Vocabulary) -> Option<usize> {
        let first = vocabulary.approaches(verb.first);
        if verb.aspect != Aspect::Progressive && !first || self.clauses.is_empty() {
            return None;
        }
        let mut chunk = at;
        for _ in 0..REACH {
            chunk = chunk.checked_sub(1)?;
            match self.chunks[chunk] {
                Chunk::Noun(noun) if noun.human() => break,
                Chunk::Adverb | Chunk::Opens(_) => {}
                Chunk::Comma | Chunk::Noun(_) if verb.aspect == Aspect::Progressive => {}
                _ => return None,
            }
        }
        let start = *self.together(chunk).start();
        let verb = match self.led(start) {
            Some(preposition) => self.verb_before(preposition),
            None => self.verb_before(start),
        };
        let before = verb.and_then(|at| self.clauses.iter().find(|clause| clause.at == at))?;
        let asks = vocabulary.speaks(before.verb.lemma)
            || vocabulary.catenative(vocabulary.name(before.verb.lemma)).is_some();
        (!asks).then_some(chunk)
    }

    /// The same subject as a verb before, and its time where a verb says nothing of it.
    fn joined_to(
        &self,
        before: Option<usize>,
        verb: &mut VerbGroup,
        vocabulary: &Vocabulary,
    ) -> Found {
        let Some(clause) = before.map(|before| &self.clauses[before]) else {
            return Found { link: Link::Main, parent: None, subject: None, object: None };
        };
        let speaks = vocabulary.speaks(clause.verb.lemma);
        if verb.form == Form::Base && !speaks {
            if clause.verb.time == Time::Ahead {
                verb.time = clause.verb.time;
            }
            verb.modality = worse(verb.modality, clause.verb.modality);
        }
        let link = if speaks { Link::Said } else { Link::Joined };
        // "đoàn do X dẫn đầu thăm Y", "X được Y tiếp và thăm Z": about whom the sentence is.
        let subject = match clause.verb.passive || clause.link == Link::Participle {
            false => clause.passive_object.or(clause.subject),
            true => clause.subject,
        };
        Found { link, parent: before, subject, object: None }
    }

    /// The verb right before a noun, past adverbs and dates.
    fn verb_before(&self, noun: usize) -> Option<usize> {
        let mut before = (0..noun).rev();
        let plain = |chunk: &usize| !matches!(self.chunks[*chunk], Chunk::Adverb | Chunk::Date(..));
        before.find(plain).filter(|&chunk| matches!(self.chunks[chunk], Chunk::Verb(_)))
    }

    /// The first of those named together with somebody; a thing itself.
    fn first_of(&self, noun: usize) -> usize {
        let human = self.noun(noun).is_some_and(NounPhrase::human);
        if human { *self.together(noun).start() } else { noun }
    }

    /// What stands before a noun and those named with it, past adverbs and dates.
    fn opener(&self, noun: usize) -> Option<usize> {
        let first = self.first_of(noun);
        let plain = |chunk: &usize| !matches!(self.chunks[*chunk], Chunk::Adverb | Chunk::Date(..));
        (0..first).rev().find(plain)
    }

    /// "cuộc gặp với đoàn của Bộ X do Y dẫn đầu": the nearest common noun.
    fn thing_before(&self, agent: usize) -> Option<usize> {
        let near = (0..agent).rev().take_while(|&chunk| {
            !matches!(self.chunks[chunk], Chunk::Verb(_) | Chunk::Comma | Chunk::Break)
        });
        { near }.find(|&chunk| self.noun(chunk).is_some_and(|noun| noun.atom.is_none()))
    }

    fn noun_before(&self, chunk: usize) -> Option<usize> {
        let mut at = chunk;
        loop {
            at = at.checked_sub(1)?;
            match self.chunks[at] {
                Chunk::Noun(_) => match self.led(at) {
                    Some(preposition) => at = preposition,
                    None => return Some(at),
                },
                Chunk::Comma | Chunk::Adverb | Chunk::Date(..) => {}
                _ => return None,
            }
        }
    }

    fn is_agent(&self, preposition: usize) -> bool {
        matches!(self.chunks[preposition], Chunk::Preposition(_, _, Lead::Agent))
    }

    /// "Sáng 12-3, tại Hà Nội, X …": where the clause of a subject begins.
    fn opening(&self, subject: usize) -> usize {
        let mut first = subject;
        let mut comma = None;
        while let Some(before) = first.checked_sub(1) {
            match self.chunks[before] {
                Chunk::Adverb | Chunk::Date(..) | Chunk::Preposition(..) | Chunk::Passive(_) => {}
                Chunk::Noun(_) if self.led(*self.together(before).start()).is_some() => {}
                Chunk::Comma => comma = Some(before),
                Chunk::Conjunction if before > 0 && self.noun(before - 1).is_some() => {}
                Chunk::Verb(_) if self.participle_at(before) => {}
                Chunk::Verb(_) | Chunk::Noun(_) => return comma.map_or(subject, |comma| comma + 1),
                _ => break,
            }
            first = before;
        }
        first
    }

    fn participle_at(&self, at: usize) -> bool {
        self.clauses.iter().any(|clause| clause.at == at && clause.verb.mood == Mood::Participle)
    }

    /// ", ngày 6/5 hội đàm với Y": what stands between a comma and a verb without a subject.
    fn adverbial(&self, at: usize) -> usize {
        let mut first = at;
        while let Some(before) = first.checked_sub(1) {
            match self.chunks[before] {
                Chunk::Adverb | Chunk::Date(..) | Chunk::Preposition(..) => first = before,
                Chunk::Noun(_) if self.led(before).is_some() => first = before,
                Chunk::Comma | Chunk::Conjunction | Chunk::Opens(_) => return first,
                _ => return at,
            }
        }
        first
    }
}

/// Whether a verb asks somebody to do what the next says.
fn asks(lemma: u32, vocabulary: &Vocabulary) -> bool {
    vocabulary.catenative(vocabulary.name(lemma)) == Some(Catenative::Asked)
}

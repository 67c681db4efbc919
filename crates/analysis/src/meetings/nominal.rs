//! Meetings told by a noun: "talks between X and Y", "the visit to P by X", "X's meeting with Y",
//! "on a State visit to P", "the ninth meeting took place in P".
//!
//! A noun is carried by a verb ("held talks"), is what happens ("talks began"), or stands behind a
//! preposition ("arrived for talks"); who takes part follows from that, from whose it is and from
//! what prepositions lead to behind it.

use super::acts::Side;
use super::cast::Party;
use super::frames::VerbForm;
use super::kind_of;
use super::parties::{first, union};
use super::sentence::SpotKind;
use super::told::{Reader, Time, Told};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Lead, Modality, NounPhrase, Time as VerbTime};
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::vocabulary::Vocabulary;
use crate::lexicon::{Hit, WordClass};
use entente_model::MeetingKind;

/// So many words may stand between an ordinal and its noun.
pub(super) const BEFORE: usize = 6;

/// How a noun stands to the verb of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// "held talks": who does it takes part.
    Carried,
    /// "talks took place"
    Occurs,
    /// "arrived for talks"
    Led,
    /// Neither: it is named.
    Named,
}

/// What stands behind a noun.
#[derive(Default)]
struct Behind {
    with: Side,
    /// Somebody or something stands behind "with".
    partner: bool,
    by: Side,
    /// The chunk behind all of it.
    end: usize,
}

impl Reader<'_> {
    /// What a noun phrase tells, if its head is a noun of meetings: the token of the head, the
    /// one after it, what is told, and whether it is denied.
    pub(super) fn nominal(&self, chunk: usize) -> Option<(usize, usize, Vec<Told>, bool)> {
        let noun = self.parse.noun(chunk)?;
        let (at, hit) = self.event_noun(noun)?;
        let found = self.of_noun(chunk, noun, at, hit);
        let denied = found.as_ref().is_some_and(|(_, denied)| *denied);
        Some((at, hit.next, found.map(|(found, _)| found).into_iter().collect(), denied))
    }

    /// The noun of meetings at the end of a noun phrase.
    pub(super) fn event_noun(&self, noun: &NounPhrase) -> Option<(usize, Hit)> {
        let annotated = self.sentence.annotated();
        if noun.atom.is_some() {
            return self.named_noun(noun);
        }
        (noun.from..noun.to).find_map(|i| {
            let hit = annotated.at(i, WordClass::MeetNoun)?;
            let ends = self.heads(noun, i, hit.next)
                || (hit.next..noun.to).all(|i| annotated.tokens.figures(i) > 0);
            let never = self.frames.nouns.never.iter().any(|words| self.follow(i, words));
            (ends && !never && !self.covered(i)).then_some((i, hit))
        })
    }

    fn of_noun(
        &self,
        chunk: usize,
        noun: &NounPhrase,
        at: usize,
        hit: Hit,
    ) -> Option<(Told, bool)> {
        let sentence = self.sentence;
        if sentence.word(at, "edition")
            && sentence.has(sentence.from..sentence.to, WordClass::MeetDrill)
        {
            return None;
        }
        let mut found = self.told(kind_of(hit.value), at, hit.next);
        let visit = found.kind == MeetingKind::Visit;
        found.session = self.session_of(noun, at);
        found = self.of_event(chunk, noun, found)?;
        let (clause, stand) = self.stand(chunk);
        let behind = self.behind_noun(chunk, visit);
        found.date = self.date_of_noun(chunk, behind.end, clause);
        if !visit {
            found.site = self.site_of_noun(chunk, behind.end, clause).or(found.site);
        }
        let owner = self.owner_of(noun, chunk, visit);
        let subject = self.doers(chunk, clause, stand, visit);
        let said = self.said_behind(chunk, behind.end);
        let which = self.parse.clauses.iter().find(|clause| {
            let about = clause.subject == Some(chunk)
                || clause.objects.contains(&chunk) && clause.at > chunk;
            clause.link == Link::Relative && about
        });
        let (clause, stand) = match which {
            Some(which)
                if stand == Stand::Named && self.is_form(which, &self.frames.nouns.occur) =>
            {
                (Some(which), Stand::Occurs)
            }
            _ => (clause, stand),
        };
        if let Some(which) = which.or(said) {
            found.date = found.date.or_else(|| self.date_of_verb(which));
            found.site = found.site.or_else(|| self.site_of_verb(which));
        }
        let shifted = clause.and_then(|clause| self.shifted(clause));
        let denied = shifted.is_none() && self.dropped_noun(noun, clause, stand);
        self.times(&mut found, noun, clause, stand);
        self.same_day(&mut found, noun.to);
        let planned = said.is_some_and(|said| self.is_form(said, &self.frames.nouns.ahead));
        if planned && stand == Stand::Named {
            found.time = Time::Ahead;
        }
        if shifted.is_some() {
            (found.date, found.time) = (shifted, Time::Ahead);
        }
        // "the call for a ceasefire"
        let appeal = found.kind == MeetingKind::Call
            && behind.with.who.is_empty()
            && owner.is_empty()
            && stand == Stand::Named;
        if visit && self.invited(at) || appeal && found.date.is_none() {
            return None;
        }
        // "At the end of the talks": told before.
        let definite = sentence.annotated().is(noun.from, WordClass::The);
        let told_of = !behind.with.who.is_empty() || !behind.by.who.is_empty() || !owner.is_empty();
        if definite && stand == Stand::Led && !told_of && found.date.is_none() && found.session == 0
        {
            return None;
        }
        found.people = if visit {
            first(&[&owner, &behind.by.who, &subject.who])
        } else if found.kind == MeetingKind::Ceremony {
            first(&[&union(owner.clone(), &behind.with.who), &subject.who])
        } else {
            union(first(&[&owner, &subject.who]), &behind.with.who)
        };
        if !visit {
            let verb = clause.filter(|_| matches!(stand, Stand::Occurs | Stand::Carried));
            for clause in [verb, said].into_iter().flatten() {
                if found.people.len() < 2 {
                    found.people = union(found.people, &self.agents(clause));
                }
            }
            if let Some(had) = which.filter(|_| found.people.len() < 2) {
                found.people = union(found.people, &self.had(had, chunk));
            }
        }
        if visit && found.site.is_none() && sentence.word(hit.next, "to") {
            found.site = super::setting::object(sentence, hit.next + 1);
        }
        if visit && found.site.is_none() && found.date.is_some() {
            found.site = super::setting::any(sentence);
        }
        if self.enough(&mut found, &behind, stand) {
            return Some((found, denied));
        }
        found.people.clear();
        self.one_of_a_row(noun, at, stand, found).map(|found| (found, denied))
    }

    /// Who does what carries or leads to a noun.
    fn doers(&self, chunk: usize, clause: Option<&Clause>, stand: Stand, visit: bool) -> Side {
        if let Some(state) = self.in_state(chunk) {
            return state;
        }
        match (clause, stand) {
            // "recevra X pour une visite": X travels.
            (Some(clause), Stand::Led) if visit && self.receives(clause) => {
                clause.objects.first().map(|&guest| self.side(guest)).unwrap_or_default()
            }
            (Some(clause), Stand::Carried | Stand::Led) => self.doer(clause, chunk),
            _ => Side::default(),
        }
    }

    /// Whether it is known well enough who took part, or where and when.
    fn enough(&self, found: &mut Told, behind: &Behind, stand: Stand) -> bool {
        let nameless = behind.with.nameless;
        let set = found.date.is_some() && found.site.is_some();
        match found.kind {
            MeetingKind::Visit => {
                let there = found.site.is_some() || found.frame.during && stand != Stand::Named;
                there && (!found.people.is_empty() || set && behind.by.nameless)
            }
            MeetingKind::Ceremony | MeetingKind::Conference | MeetingKind::Exhibition => {
                !found.people.is_empty() && (found.date.is_some() || found.site.is_some())
            }
            MeetingKind::Signing => false,
            _ => {
                let alone = found.people.len() == 1 && behind.with.who == found.people;
                if alone && found.time == Time::Ahead {
                    // "A working dinner with X was planned": for whom the report is about.
                    found.people = union(self.topic.into_iter().collect(), &found.people);
                }
                found.people.len() > 1
                    || found.people.len() == 1 && (nameless || set && behind.partner)
            }
        }
    }

    /// The clause of a noun phrase, and how it stands to the verb of it.
    fn stand(&self, chunk: usize) -> (Option<&Clause>, Stand) {
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
        let Some(clause) = self.parse.around(chunk).map(|at| &self.parse.clauses[at]) else {
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
                let carried = self.is_form(clause, &nouns.carry) && nouns.within.contains(&word);
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

    /// Whether the verb of a clause is one of a list.
    pub(super) fn is_form(&self, clause: &Clause, list: &[VerbForm]) -> bool {
        list.iter().any(|form| self.form(form, &clause.verb).is_some())
    }

    fn follow(&self, at: usize, words: &str) -> bool {
        self.written(at, words.split(' ').count()).is_some_and(|(found, _)| found == words)
    }

    /// Who does what the verb of a clause says; of a delegation that is led also who is said to
    /// be part of it: "Y is part of the delegation led by X on a visit".
    pub(super) fn doer(&self, clause: &Clause, chunk: usize) -> Side {
        let subject = clause.subject.filter(|&subject| subject != chunk);
        let mut side = subject.map(|subject| self.side(subject)).unwrap_or_default();
        let parent = clause.parent.map(|parent| &self.parse.clauses[parent]);
        if let (Link::Participle, Some(parent)) = (clause.link, parent)
            && parent.verb.lemma == 0
            && parent.subject != clause.subject
        {
            side.join(&parent.subject.map(|subject| self.side(subject)).unwrap_or_default());
        }
        side
    }

    /// "were held between X and Y", "was attended by X".
    pub(super) fn agents(&self, clause: &Clause) -> Vec<Party> {
        let mut all = Vec::new();
        let mut last = false;
        for &(preposition, noun) in clause.adjuncts.iter().filter(|(_, noun)| *noun > clause.at) {
            // "sous la présidence de X et de Y"
            let joined = preposition
                .checked_sub(1)
                .is_some_and(|and| matches!(self.parse.chunks[and], Chunk::Conjunction));
            let leads = match self.parse.chunks[preposition] {
                Chunk::Preposition(_, _, Lead::Agent) => clause.verb.passive,
                Chunk::Preposition(from, to, _) => {
                    let word = self.words(from, to);
                    self.frames.nouns.with.contains(&word) && !self.frames.nouns.by.contains(&word)
                }
                _ => false,
            };
            last = leads || last && joined;
            if last {
                all = union(all, &self.side(noun).who);
            }
        }
        all
    }

    /// What prepositions lead to behind a noun, up to the next verb.
    fn behind_noun(&self, chunk: usize, visit: bool) -> Behind {
        let nouns = &self.frames.nouns;
        let mut behind = Behind { end: chunk + 1, ..Behind::default() };
        let chunks = &self.parse.chunks;
        let mut first = true;
        while let Some(next) = chunks.get(behind.end) {
            match next {
                Chunk::Date(..) | Chunk::Adverb => behind.end += 1,
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
                    } else if nouns.with.contains(&word) && (first || !nouns.by.contains(&word)) {
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
    fn owner_of(&self, noun: &NounPhrase, chunk: usize, visit: bool) -> Vec<Party> {
        let Some(owner) = noun.owner else { return Vec::new() };
        let here = self.single.iter().filter(|actor| actor.human() && actor.from == owner);
        if let Some(actor) = here.max_by_key(|actor| actor.to) {
            return actor.who.clone();
        }
        let annotated = self.sentence.annotated();
        if !annotated.is(owner, WordClass::PronounOwn) {
            return Vec::new();
        }
        let clause = self.parse.around(chunk).map(|at| &self.parse.clauses[at]);
        // "a reçu X à l'occasion de sa visite": that of the guest.
        let guest = clause.filter(|clause| {
            let postposed = self.frames.vocabulary.postposed;
            postposed && visit && owner > clause.verb.head && self.receives(clause)
        });
        let guest = guest.and_then(|clause| clause.objects.first().copied());
        let subject = guest.or(clause.and_then(|clause| clause.subject));
        let subject = subject.map(|subject| self.side(subject).who).unwrap_or_default();
        let several = annotated.at(owner, WordClass::PronounOwn).is_some_and(|hit| hit.value == 1);
        match (several, visit) {
            (true, false) if subject.len() > 1 => subject,
            (true, false) => self.group.clone(),
            _ if subject.is_empty() => self.topic.into_iter().collect(),
            _ => subject,
        }
    }

    /// "have been postponed until Monday": the new date.
    fn shifted(&self, clause: &Clause) -> Option<usize> {
        let nouns = &self.frames.nouns;
        let until = |&chunk: &usize| {
            let before = chunk.checked_sub(1).map(|before| self.parse.chunks[before]);
            let leads = matches!(before, Some(Chunk::Preposition(from, to, _)) if nouns.until.contains(&self.words(from, to)));
            leads.then(|| self.date_at_chunk(chunk)).flatten()
        };
        let verb = clause.verb.passive && self.is_form(clause, &nouns.shift);
        clause.dates.iter().find_map(until).filter(|_| verb)
    }

    /// Whether it was not, or only perhaps.
    fn dropped_noun(&self, noun: &NounPhrase, clause: Option<&Clause>, stand: Stand) -> bool {
        let nouns = &self.frames.nouns;
        let adjective = self.modified(noun, &nouns.possible);
        let verb = clause.is_some_and(|clause| {
            let verb = &clause.verb;
            let bound = stand != Stand::Led;
            bound && self.is_form(clause, &nouns.drop)
                || stand != Stand::Named
                    && (verb.negated
                        || matches!(
                            verb.modality,
                            Modality::Possible | Modality::Asked | Modality::Refused
                        ))
        });
        adjective || verb
    }

    /// Whether a noun phrase has one of these words besides its head.
    fn modified(&self, noun: &NounPhrase, words: &[String]) -> bool {
        let tokens = self.sentence.annotated().tokens;
        let to = if self.frames.vocabulary.postposed { noun.to } else { noun.head };
        (noun.from..to).any(|i| words.iter().any(|word| *word == Vocabulary::key(tokens, i)))
    }

    /// When it was, from the verb and the words before the noun.
    fn times(&self, found: &mut Told, noun: &NounPhrase, clause: Option<&Clause>, stand: Stand) {
        let nouns = &self.frames.nouns;
        if self.modified(noun, &nouns.coming) {
            found.time = Time::Ahead;
        } else if self.modified(noun, &nouns.past) {
            found.time = Time::Before;
        } else if let Some(clause) = clause {
            let ahead = self.is_form(clause, &nouns.ahead);
            found.time = match clause.verb.time {
                VerbTime::Ahead if stand != Stand::Named => Time::Ahead,
                _ if ahead && stand != Stand::Led => Time::Ahead,
                VerbTime::Before if stand != Stand::Named => Time::Before,
                _ => match found.time {
                    Time::Ahead if stand == Stand::Occurs || stand == Stand::Carried => Time::News,
                    time => time,
                },
            };
        }
    }

    /// The number of the session told before a noun: "the third", "the 15th".
    pub(super) fn session_before(&self, at: usize) -> i32 {
        self.session_within(at, BEFORE)
    }

    pub(super) fn session_within(&self, at: usize, words: usize) -> i32 {
        let sentence = self.sentence;
        let from = sentence.from.max(at.saturating_sub(words));
        let annotated = sentence.annotated();
        let ordinal = |i: usize| annotated.at(i, WordClass::Ordinal).or_else(|| self.counted(i));
        let dated =
            |i: &usize| sentence.spot_over(*i).is_some_and(|spot| spot.kind == SpotKind::Date);
        (from..at).filter(|i| !dated(i)).find_map(ordinal).map_or(0, |hit| hit.value)
    }

    /// A meeting of nobody named, one of a row: "the ninth meeting took place in Doha".
    fn one_of_a_row(
        &self,
        noun: &NounPhrase,
        at: usize,
        stand: Stand,
        found: Told,
    ) -> Option<Told> {
        let annotated = self.sentence.annotated();
        let nouns = &self.frames.nouns;
        let listed = self.modified(noun, &nouns.past)
            || self.modified(noun, &nouns.coming)
            || (noun.from..noun.head).any(|i| annotated.is(i, WordClass::Ordinal));
        let meets = matches!(
            found.kind,
            MeetingKind::Talks
                | MeetingKind::Meeting
                | MeetingKind::Dialogue
                | MeetingKind::Conference
        );
        let known = found.kind == MeetingKind::Conference || annotated.is(at, WordClass::Round);
        let set = found.site.is_some() && found.date.is_some();
        let row = found.session > 0 || listed || known;
        let took = matches!(stand, Stand::Occurs | Stand::Carried) || known || found.session > 0;
        (meets && set && row && took).then_some(found)
    }
}

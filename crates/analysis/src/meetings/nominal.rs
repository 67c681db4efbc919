//! Meetings told by a noun or by the name of an event: "talks between X and Y", "the visit to P by X",
//! "X's meeting with Y", "on a State visit to P", "the ninth meeting took place in P", "Expo 2024".
//!
//! Who takes part follows from how the noun stands to its verb (`stand`) and from what stands around
//! it (`behind`).

use super::behind::Behind;
use super::cast::Party;
use super::kind_of;
use super::parties::{first, union};
use super::sentence::{Spot, SpotKind};
use super::sides::Side;
use super::stand::Stand;
use super::told::{Reader, Time, Told};
use crate::grammar::AtomKind;
use crate::grammar::chunking::{Chunk, Modality, NounPhrase, Time as VerbTime};
use crate::grammar::clauses::{Clause, Link};
use crate::lexicon::{Hit, WordClass};
use entente_model::MeetingKind;

/// So many words may stand between an ordinal and its noun.
const BEFORE: usize = 6;

/// By what a noun phrase tells of a meeting.
struct Head<'s> {
    /// Its first token, and the one after the last.
    at: usize,
    next: usize,
    kind: MeetingKind,
    /// The event, where the phrase is its name.
    event: Option<&'s Spot>,
}

/// A noun of meetings with what stands around it.
struct Nominal<'s> {
    chunk: usize,
    noun: &'s NounPhrase,
    head: Head<'s>,
    /// The event that it is or is part of.
    event: Option<&'s Spot>,
    /// The clause in which it stands.
    own: Option<&'s Clause>,
    /// The clause that says what became of it: its own, or one behind.
    clause: Option<&'s Clause>,
    stand: Stand,
    /// The clause behind that tells more of it.
    which: Option<&'s Clause>,
    /// The clause behind that tells who took part: "in which X was joined by Y".
    inside: Option<&'s Clause>,
    /// The participle behind that says that it was, or is to be.
    said: Option<&'s Clause>,
    behind: Behind,
    /// Whose it is.
    owner: Vec<Party>,
    /// Who does what its verb says.
    subject: Side,
}

impl Nominal<'_> {
    /// "trong khuôn khổ chuyến công tác tại Hungary": a visit of which the place is told.
    fn elsewhere(&self, reader: &Reader) -> bool {
        self.head.kind == MeetingKind::Visit
            && reader.goal_of_noun(self.chunk, self.behind.end).is_some()
    }

    /// Whether nothing new is told: "at the end of the talks", "the call for a ceasefire".
    fn told_before(&self, reader: &Reader, found: &Told) -> bool {
        let isolating = reader.frames.vocabulary.isolating();
        let somebody = !self.behind.with.who.is_empty() || !self.owner.is_empty();
        let appeal = found.kind == MeetingKind::Call && !somebody && self.stand == Stand::Named;
        let definite = self.head.event.is_none()
            && self.stand == Stand::Led
            && (isolating || reader.sentence.annotated().is(self.noun.from, WordClass::The));
        let of_nobody = !somebody && self.behind.by.who.is_empty() && found.session == 0;
        if isolating && definite && of_nobody {
            // Where there are no articles, what has no date or place of its own was told before.
            let own = reader.date_of_noun(self.chunk, self.behind.end, None);
            return own.is_none() && !self.elsewhere(reader);
        }
        found.date.is_none() && (appeal || definite && of_nobody)
    }
}

impl Reader<'_> {
    /// What a noun phrase tells, if its head is a noun of meetings or the name of an event: the token
    /// of the head, the one after it, what is told, and whether it is denied.
    pub(super) fn nominal(&self, chunk: usize) -> Option<(usize, usize, Vec<Told>, bool)> {
        let noun = self.parse.noun(chunk)?;
        let head = self.head(noun)?;
        let (at, next) = (head.at, head.next);
        let found = self.seen(chunk, noun, head).and_then(|seen| self.of_noun(&seen));
        let denied = found.as_ref().is_some_and(|(_, denied)| *denied);
        Some((at, next, found.map(|(found, _)| found).into_iter().collect(), denied))
    }

    /// The noun of meetings or the name of an event at the end of a noun phrase.
    fn head(&self, noun: &NounPhrase) -> Option<Head<'_>> {
        if noun.atom == Some(AtomKind::Event) {
            let event = self.sentence.spots.iter().find(|spot| spot.from == noun.head)?;
            let kind = self.kind(event)?;
            return Some(Head { at: event.from, next: event.to, kind, event: Some(event) });
        }
        // "Diễn đàn Kinh tế Thế giới" is a body and an event.
        if noun.atom == Some(AtomKind::Body) && self.frames.vocabulary.isolating() {
            let body = self.sentence.spots.iter().find(|spot| spot.from == noun.head)?;
            let kind = self
                .kind(body)
                .filter(|kind| matches!(kind, MeetingKind::Conference | MeetingKind::Exhibition))?;
            return Some(Head { at: body.from, next: body.to, kind, event: None });
        }
        let (at, hit) = self.event_noun(noun)?;
        Some(Head { at, next: hit.next, kind: kind_of(hit.value), event: None })
    }

    /// The noun of meetings at the end of a noun phrase.
    pub(super) fn event_noun(&self, noun: &NounPhrase) -> Option<(usize, Hit)> {
        let annotated = self.sentence.annotated();
        if noun.atom.is_some() {
            return None;
        }
        (noun.from..noun.to).find_map(|i| {
            let hit = annotated.at(i, WordClass::MeetNoun)?;
            let figures = || (hit.next..noun.to).all(|i| annotated.tokens.figures(i) > 0);
            let within = (i..hit.next).contains(&noun.head);
            let ends = match &self.frames.vocabulary {
                vocabulary if vocabulary.isolating() => within,
                vocabulary if vocabulary.postposed => within || figures(),
                _ => hit.next >= noun.to || figures(),
            };
            let never = self.frames.nouns.never.iter().any(|words| self.follow(i, words));
            (ends && !never && !self.covered(i)).then_some((i, hit))
        })
    }

    /// What stands around a noun; `None` where it only says where something else was.
    fn seen<'s>(
        &'s self,
        chunk: usize,
        noun: &'s NounPhrase,
        head: Head<'s>,
    ) -> Option<Nominal<'s>> {
        let whole = self.parse.noun(self.whole(chunk)).map_or(noun.to, |last| last.to);
        if self.sentence.has(noun.from..whole, WordClass::MeetDrill) {
            return None;
        }
        let postposed = self.frames.vocabulary.postposed;
        let aside = self.led_by(chunk, &self.frames.nouns.aside);
        if postposed && aside {
            return None;
        }
        let visit = head.kind == MeetingKind::Visit;
        let (clause, stand) = self.stand(chunk);
        let subject = match (clause, stand) {
            (Some(clause), Stand::Led) if head.event.is_some() => {
                if self.meets(clause) && !self.led_by(chunk, &self.frames.nouns.purpose) {
                    return None;
                }
                let attends =
                    self.led_by(chunk, &self.frames.nouns.attend) && !self.of_object(chunk, clause);
                if attends { self.doer(clause, chunk) } else { Side::default() }
            }
            _ => self.leads_to(chunk, clause, stand, visit),
        };
        let which = self.told_of(chunk);
        let occurs = match which {
            Some((_, true)) => {
                // "les pourparlers prévus lundi ont été annulés"
                let off =
                    clause.is_some_and(|clause| self.is_form(clause, &self.frames.nouns.drop));
                stand != Stand::Carried && !off
            }
            Some((which, false)) => {
                stand == Stand::Named && self.is_form(which, &self.frames.nouns.occur)
            }
            None => false,
        };
        let which = which.map(|(which, _)| which);
        let mut behind = self.behind_noun(chunk, visit);
        // "met on the margins of the summit with X": who stands behind has met somebody there.
        let large = matches!(
            head.kind,
            MeetingKind::Conference | MeetingKind::Exhibition | MeetingKind::Ceremony
        );
        if aside && large {
            behind.with = Side::default();
        }
        Some(Nominal {
            chunk,
            noun,
            event: head.event.or_else(|| self.event_behind(chunk)),
            own: clause,
            clause: if occurs { which } else { clause },
            stand: if occurs { Stand::Occurs } else { stand },
            which,
            inside: self.attended_behind(behind.end),
            said: self.said_behind(chunk, behind.end),
            behind,
            owner: self.owner_of(noun, chunk, visit),
            subject,
            head,
        })
    }

    fn of_noun(&self, seen: &Nominal) -> Option<(Told, bool)> {
        let &Nominal { ref head, noun, clause, stand, .. } = seen;
        let mut found = self.told(head.kind, head.at, head.next);
        let visit = found.kind == MeetingKind::Visit;
        found.session = self.session_of(noun, head.at);
        self.set(seen, &mut found);
        // "talks scheduled for Friday were cancelled": what the last verb says of them.
        let told_of = |other: &&Clause| {
            matches!(other.link, Link::Main | Link::Joined) && other.subject == Some(seen.chunk)
        };
        let last = self.parse.clauses.iter().rev().find(told_of);
        let off = last.filter(|last| self.is_form(last, &self.frames.nouns.drop));
        let shifted = off.or(clause).and_then(|clause| self.shifted(clause));
        let denied = shifted.is_none() && (off.is_some() || self.dropped_noun(noun, clause, stand));
        self.times(&mut found, noun, clause, stand);
        self.same_day(&mut found, noun.to);
        let planned = seen.said.is_some_and(|said| self.is_form(said, &self.frames.nouns.ahead));
        if planned && stand == Stand::Named {
            found.time = Time::Ahead;
        }
        if shifted.is_some() {
            (found.date, found.time) = (shifted, Time::Ahead);
        }
        // "had a conversation with X": by telephone, unless a place is told, here or before.
        let spoken = self.frames.nouns.spoken.iter().any(|words| self.follow(head.at, words));
        let apart = seen.own.is_some_and(|clause| !self.in_one_place(clause, &found));
        if spoken && apart && self.place.is_none() && stand == Stand::Carried && !found.frame.remote
        {
            found.kind = MeetingKind::Call;
        }
        let bare = stand == Stand::Carried && head.event.is_none() && self.unmarked(seen);
        let attended =
            clause.is_some_and(|clause| self.is_form(clause, &self.frames.nouns.attendance));
        if visit && self.invited(head.at) || seen.told_before(self, &found) || bare && attended {
            return None;
        }
        found.people = self.participants(seen, &found);
        let opens = clause.is_some_and(|clause| self.is_form(clause, &self.frames.nouns.open));
        if matches!(found.kind, MeetingKind::Conference | MeetingKind::Exhibition)
            && stand == Stand::Carried
            && opens
            && !found.people.is_empty()
        {
            found.kind = MeetingKind::Ceremony;
        }
        if let Some(event) = seen.event {
            found = self.named(found, event);
        }
        // "an invitation for firms to join the expo"
        let asked =
            clause.and_then(|clause| clause.parent).map(|parent| &self.parse.clauses[parent]);
        let asked = asked.is_some_and(|parent| parent.verb.passive);
        if head.event.is_some() && (denied || self.invited(head.at) && !asked) {
            found.people.clear();
            found.time = Time::Ahead;
        }
        if self.enough(seen, &mut found) {
            // An event with a name is held, whether somebody attends it or not.
            return Some((found, denied && head.event.is_none()));
        }
        found.people.clear();
        self.one_of_a_row(noun, head.at, stand, found).map(|found| (found, denied))
    }

    /// "Cùng dự hội đàm": whether, in a language without articles, nothing tells which one it is.
    fn unmarked(&self, seen: &Nominal) -> bool {
        let behind = self.parse.chunks.get(seen.chunk + 1);
        self.frames.vocabulary.isolating()
            && seen.head.next == seen.noun.to
            && !matches!(behind, Some(Chunk::Preposition(..) | Chunk::Date(..)))
    }

    /// When and where it was.
    fn set(&self, seen: &Nominal, found: &mut Told) {
        let sentence = self.sentence;
        let visit = found.kind == MeetingKind::Visit;
        let clause = seen.own;
        // "within the framework of his visit to P, X on 5 May met Y": the day of what is told.
        let part = visit
            && seen.stand == Stand::Led
            && (self.frames.vocabulary.isolating()
                || self.led_by(seen.chunk, &self.frames.nouns.part));
        found.date = self.date_of_noun(seen.chunk, seen.behind.end, clause.filter(|_| !part));
        // "Ngày 10/6, hội nghị khai mạc": no verb that has the date.
        if found.date.is_none()
            && self.parse.clauses.is_empty()
            && self.frames.vocabulary.isolating()
        {
            let chunks = 0..self.parse.chunks.len();
            found.date = { chunks }.find_map(|chunk| self.date_at_chunk(chunk));
        }
        let site = match visit {
            true => self.goal_of_noun(seen.chunk, seen.behind.end),
            false => self.site_of_noun(seen.chunk, seen.behind.end, clause),
        };
        found.site = site.or(found.site);
        if let Some(inside) = seen.inside {
            found.date = self.own_date(inside).or(found.date);
        }
        // "Samarkand will host the forum"
        let at_home = || {
            let clause = clause.filter(|clause| self.is_form(clause, &self.frames.nouns.host))?;
            self.site_at(clause.subject?)
        };
        found.site = found.site.or_else(at_home);
        if let Some(which) = seen.which.or(seen.said) {
            found.date = found.date.or_else(|| self.date_of_verb(which));
            found.site = found.site.or_else(|| self.site_of_verb(which));
        }
        if let Some(event) = seen.event {
            found.date = found.date.filter(|&date| !self.of_another_year(event, Some(date)));
            found.date = found.date.or_else(|| self.date_within(event));
            found.site = found.site.or_else(|| self.site_within(event));
        }
        if visit && found.site.is_none() && sentence.annotated().is(seen.head.next, WordClass::To) {
            found.site = super::setting::object(sentence, seen.head.next + 1);
        }
        if visit && found.site.is_none() && found.date.is_some() {
            found.site = self.any_site();
        }
    }

    /// Who took part.
    fn participants(&self, seen: &Nominal, found: &Told) -> Vec<Party> {
        let Nominal { clause, stand, behind, owner, subject, .. } = seen;
        let mut people = match found.kind {
            MeetingKind::Visit => return first(&[owner, &behind.by.who, &subject.who]),
            MeetingKind::Ceremony => {
                // "welcomed X with a ceremony"
                let guests = clause.filter(|_| *stand == Stand::Led);
                let guests = guests.map(|clause| self.objects(clause)).unwrap_or_default();
                let hosts = union(subject.who.clone(), &guests);
                let guests = union(owner.clone(), &behind.with.who);
                match stand {
                    // "held a ceremony for X"
                    Stand::Carried => union(hosts, &guests),
                    _ => first(&[&guests, &hosts]),
                }
            }
            _ => union(first(&[owner, &subject.who]), &behind.with.who),
        };
        if people.len() < 2 && matches!(stand, Stand::Occurs | Stand::Carried) {
            let agents = clause.map(|clause| self.agents(clause)).unwrap_or_default();
            people = union(people, &agents);
        }
        if let Some(inside) = seen.inside {
            people = union(people, &self.doer(inside, seen.chunk).who);
            people = union(people, &self.agents(inside));
        }
        if let Some(said) = seen.said.filter(|_| people.len() < 2) {
            people = union(people, &self.agents(said));
        }
        // "A working dinner with X was planned": for whom the report is about.
        let alone = people.len() == 1 && behind.with.who == people;
        let talks = matches!(
            found.kind,
            MeetingKind::Talks | MeetingKind::Dialogue | MeetingKind::Call | MeetingKind::Meeting
        );
        if talks && alone && found.time == Time::Ahead {
            people = union(self.topic.into_iter().collect(), &people);
        }
        people
    }

    /// Whether it is known well enough who met, when or where.
    fn enough(&self, seen: &Nominal, found: &mut Told) -> bool {
        let Nominal { stand, behind, .. } = seen;
        let carried = *stand == Stand::Carried;
        let somebody = !found.people.is_empty();
        if let Some(event) = seen.head.event
            && self.took_place(event, seen.chunk, found, carried && somebody)
        {
            return true;
        }
        let (dated, placed) = (found.date.is_some(), found.site.is_some());
        match found.kind {
            MeetingKind::Visit => {
                let there = placed || found.frame.during && *stand != Stand::Named;
                there && (somebody || dated && placed && behind.by.nameless)
            }
            MeetingKind::Ceremony | MeetingKind::Conference | MeetingKind::Exhibition => {
                // "dự lễ khánh thành nhà máy": which one it was is told.
                let which = self.frames.vocabulary.isolating()
                    && found.kind == MeetingKind::Ceremony
                    && carried
                    && !self.unmarked(seen);
                somebody && (dated || placed || which)
            }
            // "witnessed the signing of a protocol"
            MeetingKind::Signing => {
                found.outcomes = self.papers_behind(seen.chunk);
                !found.outcomes.is_empty() && somebody && carried
            }
            _ => {
                let clause = seen.clause.filter(|_| carried);
                let attends = clause
                    .is_some_and(|clause| self.is_form(clause, &self.frames.nouns.attendance));
                let known = behind.with.nameless || dated && placed && (behind.partner || attends);
                found.people.len() > 1 || somebody && known
            }
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

    /// The number of the session that a noun tells: where the first of its words is the head, only
    /// what stands right before it counts ("le Premier ministre … à un déjeuner").
    fn session_of(&self, noun: &NounPhrase, at: usize) -> i32 {
        let near = (noun.from..at).len();
        self.session_within(at, if self.frames.vocabulary.postposed { near } else { BEFORE })
    }

    fn session_within(&self, at: usize, words: usize) -> i32 {
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

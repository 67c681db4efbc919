//! What the sentences tell of meetings, one by one.
//!
//! A meeting is told by a verb or a noun (`acts`), around a verb (`verbs`) or a name (`events`).
//! What several of them tell of one meeting is put together later, in `join`.

use super::acts;
use super::afterwards::{ENOUGH, headed};
use super::cast::{self, Actor, Party};
use super::frames::{self, Frames};
use super::memory::Memory;
use super::parties::union;
use super::promises::Mentions;
use super::sentence::{Sentence, sentences};
use super::setting::{self, Site};
use super::speaker;
use super::{Outcome, Report};
use crate::grammar::chunking::Chunk;
use crate::grammar::clauses::{Clause, Link};
use crate::grammar::{self, Parse};
use crate::lexicon::WordClass;
use crate::span::Span;
use entente_model::MeetingKind;

/// What the words tell of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// Nothing: it is news.
    News,
    /// It was before.
    Before,
    /// It is to come.
    Ahead,
}

/// How the words set a meeting among others.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    /// It is told as a part of a visit.
    pub(super) during: bool,
    pub(super) order: Order,
    /// They were not in one place.
    pub(super) remote: bool,
    /// It was where the report was filed.
    pub(super) here: bool,
}

/// How the words order a meeting and what is told beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// They say nothing.
    #[default]
    Open,
    /// It is a part of the meeting before: "on this occasion".
    Follows,
    /// It comes after what the sentence tells: "before leaving for P".
    Later,
}

/// What a sentence tells of a meeting.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) kind: MeetingKind,
    pub(super) sentence: Span,
    pub(super) people: Vec<Party>,
    /// The number of the date.
    pub(super) date: Option<usize>,
    pub(super) site: Option<Site>,
    /// The number of the event.
    pub(super) event: Option<usize>,
    pub(super) session: i32,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) time: Time,
    pub(super) frame: Frame,
    /// Of a visit, those whom the words name, hosts and all.
    pub(super) all: Vec<Party>,
    /// Who took part is known from who led the delegations.
    pub(super) headed: bool,
    /// It is told by the sentence itself, not by a clause of it.
    pub(super) main: bool,
}

/// All that is told, in order, who led delegations, and what is promised.
pub(super) fn find(report: &Report) -> (Vec<Told>, Memory, Mentions) {
    let mut memory = Memory::default();
    let mut all: Vec<Told> = Vec::new();
    let mut promised = Mentions::default();
    for sentence in sentences(report) {
        memory.enters(&sentence);
        let topic = memory.topic.map(Party::Name);
        let during = sentence.has(sentence.from..sentence.to, WordClass::MeetDuring);
        let group = memory.group.clone();
        let place = all.iter().rev().take(ENOUGH).find_map(|told: &Told| told.site);
        let frames = frames::of_language(report.language);
        let single = cast::actors(&memory, &sentence, report.spots, &frames.vocabulary);
        memory.speaker = speaker::of(&memory, &sentence, &single);
        let ours = memory.speaker.map(|one| (one, speaker::speakers(&memory, &sentence, one)));
        let atoms = acts::atoms(&sentence, &single);
        let tokens = sentence.from..sentence.to;
        let parse = grammar::parse(report.annotated, tokens, &atoms, &frames.vocabulary);
        let actors = cast::grouped(&parse, &single);
        let reader = Reader {
            sentence: &sentence,
            actors: &actors,
            single: &single,
            parse: &parse,
            frames,
            topic,
            group,
            ours,
            place,
            during,
        };
        let (mut told, considered) = reader.read();
        // "On this occasion X will sign": on the day of what was told before, if that is no meeting.
        let open = |one: &&mut Told| one.date.is_none() && one.frame.order == Order::Follows;
        told.iter_mut().filter(open).for_each(|one| one.date = memory.day);
        memory.day = reader.main_day().or(memory.day).filter(|_| told.is_empty());
        reader.promised(&mut promised);
        let companions = reader.companions();
        let leaders = memory.learn(&sentence, &parse, &actors, &told, considered);
        memory.companions.extend(companions);
        reader.came_of(&mut all);
        all.extend(told);
        reader.announced(&mut all);
        reader.attended(&mut all);
        headed(&mut all, &leaders, &sentence);
    }
    (all, memory, promised)
}

/// Looks for meetings in one sentence.
pub(super) struct Reader<'r> {
    pub(super) sentence: &'r Sentence<'r>,
    pub(super) actors: &'r [Actor],
    /// Each of them alone.
    pub(super) single: &'r [Actor],
    pub(super) parse: &'r Parse,
    pub(super) frames: &'static Frames,
    /// Whom the sentences before were about.
    pub(super) topic: Option<Party>,
    /// Where what was told last took place.
    pub(super) place: Option<Site>,
    /// Those who met before.
    pub(super) group: Vec<Party>,
    /// In a transcript who speaks, and who "we" are.
    pub(super) ours: Option<(Party, Vec<Party>)>,
    /// The sentence tells of something during a visit.
    during: bool,
}

impl Reader<'_> {
    /// What is told, and who is said not to have met, or only perhaps.
    fn read(&self) -> (Vec<Told>, Vec<Party>) {
        let sentence = self.sentence;
        let mut told: Vec<Told> = Vec::new();
        let mut considered = Vec::new();
        let mut i = sentence.from;
        let acts = self.acts();
        while i < sentence.to {
            let act = acts.iter().find(|act| act.0 == i);
            if let Some((clause, next, found, denied)) = act {
                if *denied {
                    considered =
                        found.first().map(|found| found.people.clone()).unwrap_or(considered);
                    i = *next;
                    continue;
                }
                for found in found {
                    let found = self.beside(i, self.travelling(found.clone(), &told));
                    let again = told
                        .iter()
                        .any(|told: &Told| told.event.is_some() && told.event == found.event);
                    if !again && !of_visit(&found, &told) {
                        told.extend(self.apart(*clause, *next, found));
                    }
                }
                i = *next;
                continue;
            }
            i += 1;
        }
        (told, considered)
    }

    /// "X opened the fair alongside Y", "in the presence of Y".
    fn beside(&self, at: usize, mut found: Told) -> Told {
        use MeetingKind::{Call, Signing, Visit};
        let Some(clause) = self.clause_around(at) else { return found };
        // Where countries sign, those who are present stand for them.
        let nobody = found.people.is_empty() && found.kind != Signing;
        if matches!(found.kind, Call | Visit) || nobody {
            return found;
        }
        let beside = |word: &str| self.frames.nouns.beside.iter().any(|other| other == word);
        found.people = union(found.people, &self.led_sides(clause, beside));
        found
    }

    /// The clause of a verb or noun at a token.
    fn clause_around(&self, at: usize) -> Option<&Clause> {
        self.clause_of(at).or_else(|| {
            let chunk = self.parse.chunks.iter().position(
                |chunk| matches!(chunk, Chunk::Noun(noun) if noun.from <= at && at < noun.to),
            )?;
            self.parse.around(chunk)
        })
    }

    /// "X met separately with Y and Z", "meetings with Y and Z": one with each.
    fn apart(&self, at: usize, next: usize, found: Told) -> Vec<Told> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let near = at.saturating_sub(3).max(sentence.from)..next + 2;
        if !near.into_iter().any(|i| annotated.is(i, WordClass::MeetEach)) {
            return vec![found];
        }
        let one = |party: &Party| {
            let same = |actor: &&Actor| actor.who.contains(party);
            self.actors.iter().find(same).map(|actor| actor.from)
        };
        let group = &found.people;
        let first = group.first().and_then(one);
        let (one_side, other): (Vec<Party>, Vec<Party>) =
            group.iter().partition(|party| one(party) == first);
        let (single, each) = match (one_side.len(), other.len()) {
            (1, 2..) => (one_side[0], other),
            (2.., 1) => (other[0], one_side),
            _ => return vec![found],
        };
        let pair = |&party: &Party| Told { people: vec![single, party], ..found.clone() };
        each.iter().map(pair).collect()
    }

    /// Hosts do not travel; and who of several travels also does what the sentence tells next:
    /// "They are visiting … to take part in".
    fn travelling(&self, mut found: Told, before: &[Told]) -> Told {
        if found.kind == MeetingKind::Visit {
            found.all.clone_from(&found.people);
            let names = &self.sentence.report.names;
            let land = found.site.and_then(|site| {
                let code = |number: Option<usize>| Some(names[number?].country.as_str());
                code(site.land).or_else(|| code(site.venue)).filter(|code| !code.is_empty())
            });
            let guest = |party: &Party| match (party, land) {
                (Party::Name(number), Some(land)) => names[*number].country != land,
                (Party::Delegation(code), Some(land)) => *code != land,
                _ => true,
            };
            if found.people.iter().any(guest) {
                found.people.retain(guest);
            }
        } else if let Some(visit) =
            before.iter().find(|told| !told.all.is_empty() && told.all == found.people)
        {
            found.people.clone_from(&visit.people);
        }
        found
    }

    /// Whether a token is part of a name.
    pub(super) fn covered(&self, i: usize) -> bool {
        self.sentence.spot_over(i).is_some()
    }

    /// What a verb or noun between two tokens tells of when and where, before anything else.
    pub(super) fn told(&self, kind: MeetingKind, at: usize, next: usize) -> Told {
        let sentence = self.sentence;
        let annotated = sentence.annotated();
        let clause = self.clause_around(at);
        let near = match clause {
            // "By telephone, X and Y discussed …"
            Some(clause) if clause.parent.is_none() => sentence.from..self.tokens_to(clause),
            Some(clause) => clause.verb.from..self.tokens_to(clause),
            None => at..next,
        };
        let afar = { near }.find_map(|i| annotated.at(i, WordClass::MeetRemote));
        let spoken = matches!(kind, MeetingKind::Talks | MeetingKind::Meeting);
        let call = spoken && afar.is_some_and(|hit| hit.value == MeetingKind::Call as i32);
        Told {
            kind: if call { MeetingKind::Call } else { kind },
            frame: Frame {
                during: self.during,
                order: match () {
                    () if clause.is_some_and(|clause| self.later(clause)) => Order::Later,
                    () if sentence.has(sentence.from..at, WordClass::MeetSame) => Order::Follows,
                    () => Order::Open,
                },
                remote: afar.is_some(),
                here: self.here(at),
            },
            main: clause.is_none_or(|clause| {
                matches!(clause.link, Link::Main | Link::Joined | Link::Purpose)
            }),
            sentence: sentence.span,
            people: Vec::new(),
            date: None,
            site: self.there(at),
            event: None,
            session: 0,
            outcomes: Vec::new(),
            time: Time::News,
            headed: false,
            all: Vec::new(),
        }
    }

    /// "Talks are planned there": where what was told before took place.
    fn there(&self, at: usize) -> Option<Site> {
        let there = self.word_of(self.clause_around(at)?, &self.frames.nouns.there)?;
        setting::last_before(self.sentence, there).or(self.place)
    }

    /// "gave a speech here and met X": where the report was filed, unless a place is told.
    fn here(&self, at: usize) -> bool {
        let mut now = self.clause_around(at);
        while let Some(clause) = now.filter(|clause| self.own_site(clause).is_none()) {
            if self.word_of(clause, &self.frames.nouns.here).is_some() {
                return true;
            }
            let same = matches!(clause.link, Link::Joined | Link::Purpose);
            now = clause.parent.filter(|_| same).map(|parent| &self.parse.clauses[parent]);
        }
        false
    }

    /// The first token of one of some words in the part of a clause from its verb on.
    fn word_of(&self, clause: &Clause, words: &[String]) -> Option<usize> {
        let next = self.parse.chunks[clause.end..].iter().find_map(Chunk::from);
        let tokens = clause.verb.from..next.unwrap_or(self.sentence.to);
        let first = |words: &String| tokens.clone().find(|&i| self.follow(i, words));
        words.iter().find_map(first)
    }
}

/// "visited the group and worked with its leaders": what is told of the visit once more.
fn of_visit(found: &Told, before: &[Told]) -> bool {
    let [visitor] = found.people[..] else { return false };
    let there = |told: &Told| found.site.is_none() || found.site == told.site;
    let visit = |told: &Told| {
        told.kind == MeetingKind::Visit && told.people.contains(&visitor) && there(told)
    };
    matches!(found.kind, MeetingKind::Meeting | MeetingKind::Talks) && before.iter().any(visit)
}

//! What the sentences tell of meetings, one by one.
//!
//! A meeting is told by a verb or a noun (`acts`), around a verb (`verbs`) or a name (`events`).
//! What several of them tell of one meeting is put together later, in `join`.

use super::acts;
use super::afterwards::{ENOUGH, headed};
use super::cast::{self, Actor, Party};
use super::frames::{self, Frames};
use super::memory::Memory;
use super::parties::{REACH, union};
use super::sentence::{Link, Sentence, sentences, spots};
use super::setting::{self, Site};
use super::{Outcome, Report, kind_of};
use crate::grammar::{self, Parse};
use crate::lexicon::{Hit, WordClass};
use crate::span::Span;
use entente_model::EntityKind;
use entente_model::{Act, MeetingKind};

/// Words of what is to come stand so near before a verb.
const AHEAD: usize = 6;

/// Forms of the past that do not end in "d".
const PAST: [&str; 10] =
    ["went", "flew", "spoke", "took", "gave", "saw", "made", "left", "sat", "came"];
/// As near behind stands "by telephone".
const AFAR: usize = 12;
/// So many tokens stand between a thing and "which": a comma, a bracket with its short form.
const APPOSED: usize = 4;

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
    /// It is told as a part of the meeting before: "on this occasion".
    pub(super) follows: bool,
    /// They were not in one place.
    pub(super) remote: bool,
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

/// All that is told, in order, and who led delegations.
pub(super) fn find(report: &Report) -> (Vec<Told>, Memory) {
    let spots = spots(report);
    let mut memory = Memory::default();
    let mut all: Vec<Told> = Vec::new();
    for sentence in sentences(report, &spots) {
        memory.enters(&sentence);
        let (single, actors) = cast::actors(&memory, &sentence, &spots);
        let topic = memory.topic.map(Party::Name);
        let during = sentence.has(sentence.from..sentence.to, WordClass::MeetDuring);
        let group = memory.group.clone();
        let place = all.iter().rev().take(ENOUGH).find_map(|told: &Told| told.site);
        let frames = frames::of_language(report.language);
        let atoms = acts::atoms(&sentence, &single);
        let tokens = sentence.from..sentence.to;
        let parse = grammar::parse(report.annotated, tokens, &atoms, &frames.vocabulary);
        let reader = Reader {
            sentence: &sentence,
            actors: &actors,
            single: &single,
            parse: &parse,
            frames,
            topic,
            group,
            place,
            during,
        };
        let (told, considered) = reader.read();
        let leaders = memory.learn(&sentence, &actors, &told, considered);
        reader.came_of(&mut all);
        all.extend(told);
        reader.attended(&mut all);
        headed(&mut all, &leaders, &sentence);
    }
    (all, memory)
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
    place: Option<Site>,
    /// Those who met before.
    pub(super) group: Vec<Party>,
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
        // The tokens of nouns that a verb has told.
        let mut done: Vec<usize> = Vec::new();
        while i < sentence.to {
            let act = acts.iter().find(|act| act.0 == i && !done.contains(&i));
            if let Some((clause, next, found, denied)) = act {
                if *denied {
                    considered =
                        found.first().map(|found| found.people.clone()).unwrap_or(considered);
                    i = *next;
                    continue;
                }
                for found in found {
                    let found = self.beside(i, self.travelling(found.clone(), &told));
                    if !of_visit(&found, &told) {
                        told.extend(self.apart(*clause, *next, found));
                    }
                }
                i = *next;
                continue;
            }
            let hit = Some(i).filter(|&i| !self.covered(i)).and_then(|i| self.trigger(i));
            let Some(hit) = hit else {
                let leads = sentence.annotated().is(i, WordClass::MeetLead) && !self.covered(i);
                let visit = if leads && !self.denied(i) { self.leads_to(i) } else { None };
                told.extend(visit.map(|visit| self.travelling(visit, &[])));
                i += 1;
                continue;
            };
            let found = self.verb(i, hit);
            if found.is_some() {
                done.extend(
                    self.clause_of(i)
                        .into_iter()
                        .flat_map(|clause| self.event_nouns(&clause.objects)),
                );
            }
            if self.denied(i) {
                considered = found.map(|found| found.people).unwrap_or(considered);
            } else {
                let found = found.map(|found| self.beside(i, self.travelling(found, &told)));
                let found = found.filter(|found| !of_visit(found, &told));
                told.extend(found.into_iter().flat_map(|found| self.apart(i, hit.next, found)));
            }
            i = hit.next;
        }
        // Where names of events are nouns, the grammar has told of them.
        let named = self.frames.nouns.named;
        for spot in sentence.spots.iter().filter(|spot| spot.is(EntityKind::Event) && !named) {
            if !told.iter().any(|told: &Told| told.event == Some(spot.number)) {
                told.extend(self.event(spot));
            }
        }
        (told, considered)
    }

    /// "X opened the fair alongside Y", "in the presence of Y".
    fn beside(&self, at: usize, mut found: Told) -> Told {
        use MeetingKind::{Call, Visit};
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        if matches!(found.kind, Call | Visit) || found.people.is_empty() {
            return found;
        }
        let clause = sentence.clause(at)..sentence.clause_end(at);
        let cue = { clause }.find_map(|i| annotated.at(i, WordClass::MeetBeside));
        if let Some(cue) = cue {
            found.people = union(found.people, &self.object(cue.next, REACH, false));
        }
        // "with the Chief of Staff, Y, in attendance"
        let attends = |i: &usize| sentence.word(*i, "attendance") && sentence.word(i - 1, "in");
        let attendance = (at.max(1)..sentence.clause_end(at)).find(attends);
        let beside = attendance.and_then(|attendance| {
            let near = |actor: &&Actor| actor.to < attendance && attendance - actor.to <= 3;
            self.actors.iter().rfind(near)
        });
        if let Some(actor) = beside.filter(|actor| actor.human()) {
            found.people = union(found.people, &actor.who);
        }
        found
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

    /// The tokens of the nouns at the ends of noun phrases.
    fn event_nouns(&self, chunks: &[usize]) -> Vec<usize> {
        chunks
            .iter()
            .filter_map(|&chunk| Some(self.event_noun(self.parse.noun(chunk)?)?.0))
            .collect()
    }

    /// A verb of ceremonies, conferences and signing.
    fn trigger(&self, i: usize) -> Option<Hit> {
        use MeetingKind::{Ceremony, Conference, Dialogue, Signing};
        let hit = self.sentence.annotated().at(i, WordClass::MeetVerb)?;
        matches!(kind_of(hit.value), Ceremony | Conference | Dialogue | Signing).then_some(hit)
    }

    /// Whether a token is part of a name.
    pub(super) fn covered(&self, i: usize) -> bool {
        self.sentence.spot_over(i).is_some()
    }

    /// What a verb or noun between two tokens tells of when and where, before anything else.
    pub(super) fn told(&self, kind: MeetingKind, at: usize, next: usize) -> Told {
        let sentence = self.sentence;
        let annotated = sentence.annotated();
        let near = at.saturating_sub(AHEAD).max(sentence.clause(at))
            ..sentence.clause_end(at).min(next + AFAR);
        let afar = { near }.find_map(|i| annotated.at(i, WordClass::MeetRemote));
        let spoken = matches!(kind, MeetingKind::Talks | MeetingKind::Meeting);
        let call = spoken && afar.is_some_and(|hit| hit.value == MeetingKind::Call as i32);
        let found = Told {
            kind: if call { MeetingKind::Call } else { kind },
            frame: Frame {
                during: self.during,
                follows: sentence.has(sentence.from..at, WordClass::MeetSame),
                remote: afar.is_some(),
            },
            main: sentence.link(at) == Link::Main,
            sentence: sentence.span,
            people: Vec::new(),
            date: setting::date(sentence, at),
            site: setting::site(sentence, next)
                .or_else(|| setting::host(sentence, at))
                .or_else(|| self.there(at)),
            event: None,
            session: 0,
            outcomes: Vec::new(),
            time: self.time(at, next),
            headed: false,
            all: Vec::new(),
        };
        self.which(next, found)
    }

    fn time(&self, at: usize, next: usize) -> Time {
        let sentence = self.sentence;
        // "is expected to visit Oslo in May to co-chair …"
        let to = at > sentence.from && sentence.word(at - 1, "to");
        // "is to fly to Oslo on Friday and hold talks"
        let key = sentence.annotated().tokens.key(at);
        let past = key.ends_with('d') && key != "hold" && key != "attend" || key == "met";
        let and = at > sentence.from && sentence.annotated().is(at - 1, WordClass::And);
        let base = and && !past && !key.ends_with('s') && PAST.iter().all(|form| key != *form);
        let ahead = if to || base { REACH } else { AHEAD };
        if sentence.within(at, ahead, WordClass::Future)
            || sentence.has(at..next, WordClass::Future)
        {
            Time::Ahead
        } else if self.before(at) {
            Time::Before
        } else {
            Time::News
        }
    }

    /// "the committee, which last met in Rome in 2022", "the summit, which Oslo will host in
    /// May": when and where, from the clause behind.
    fn which(&self, next: usize, mut found: Told) -> Told {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let clause = sentence.clause_end(next.saturating_sub(1));
        let told = clause < sentence.to
            && clause - next.min(clause) <= APPOSED
            && sentence.link(clause) == Link::Who;
        let hosts = |i: usize| {
            let key = annotated.tokens.key(i);
            key.starts_with("host")
                || annotated.at(i, WordClass::MeetVerb).is_some_and(|hit| hit.value == 1)
        };
        let mut verbs = clause + 1..sentence.clause_end(clause).min(clause + AFAR);
        let took = verbs.find(|&i| told && (annotated.is(i, WordClass::MeetTook) || hosts(i)));
        let Some(took) = took else { return found };
        found.date = found.date.or_else(|| setting::date(sentence, took));
        let site =
            || setting::behind(sentence, took + 1).or_else(|| setting::host(sentence, took + 1));
        found.site = found.site.or_else(site);
        found.time = match self.time(took, took + 1) {
            Time::News => found.time,
            time => time,
        };
        found
    }

    /// "Talks are planned there": where the report was last, not "there is".
    fn there(&self, at: usize) -> Option<Site> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let clause = sentence.clause(at)..sentence.clause_end(at);
        let same = |i: usize| {
            i > clause.start && sentence.word(i, "venue") && sentence.word(i - 1, "same")
        };
        if clause.clone().any(same) {
            return self.place;
        }
        let there = { clause }.find(|&i| sentence.word(i, "there"))?;
        let is = annotated
            .any(there + 1, &[WordClass::MeetBe, WordClass::MeetWill, WordClass::Future])
            .is_some();
        let here = || setting::last_before(sentence, there);
        if is { None } else { here().or(self.place) }
    }

    /// Whether it was before: "last met", "had visited", not "had a meeting".
    fn before(&self, at: usize) -> bool {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let from = sentence.clause(at).max(at.saturating_sub(3));
        (from..at).any(|i| {
            let article = [WordClass::Article, WordClass::The, WordClass::MeetNoun];
            let light = sentence.word(i, "had") && annotated.any(i + 1, &article).is_some();
            let noun = annotated.is(at, WordClass::MeetNoun) && sentence.word(i, "had");
            annotated.is(i, WordClass::MeetBefore) && !light && !noun
        })
    }

    /// Agreements between two tokens.
    pub(super) fn agreements(&self, from: usize, to: usize) -> Vec<Outcome> {
        let sentence = self.sentence;
        let tokens = sentence.annotated().tokens;
        let mut all: Vec<Outcome> = Vec::new();
        for spot in sentence.spots {
            let inside = spot.from >= from && spot.to <= to && spot.is(EntityKind::Agreement);
            if inside && !all.iter().any(|other| other.agreement == Some(spot.number)) {
                let span = tokens.cover(spot.from, spot.to);
                all.push(Outcome { act: Act::Signed, agreement: Some(spot.number), span });
            }
        }
        all
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

//! What the sentences before have told of people: whom they were about, who met, who led
//! delegations, who accompanies whom.

use super::Report;
use super::cast::{Actor, Party, Sort};
use super::sentence::Sentence;
use super::told::Told;
use crate::grammar::Parse;
use crate::grammar::clauses::Link;
use crate::lexicon::WordClass;
use crate::names::Sex;

/// So many meetings before the last are kept in mind.
const EARLIER: usize = 4;
/// So many people are kept in mind, of whom the sentences before were about.
const TOPICS: usize = 8;
/// The leader of a delegation is named so near to it, in tokens.
const REACH: usize = 30;

/// What the sentences before have told of people.
#[derive(Default)]
pub(super) struct Memory {
    /// Whom the last sentence was about.
    pub(super) topic: Option<usize>,
    /// Whom those before it were about, the last at the end.
    topics: Vec<usize>,
    /// Whom the paragraph was about first.
    lead: Option<usize>,
    /// The number of the date that the paragraph has told last, if no meeting was on it.
    pub(super) day: Option<usize>,
    /// Who speaks, in a transcript.
    pub(super) speaker: Option<Party>,
    /// Those of the last meeting of several, held or not.
    pub(super) group: Vec<Party>,
    /// Those of some meetings before it, the last at the end.
    earlier: Vec<Vec<Party>>,
    /// Leaders of delegations, with their countries.
    pub(super) leaders: Vec<(String, usize)>,
    /// Who accompanies whom.
    pub(super) companions: Vec<(usize, usize)>,
}

impl Memory {
    /// "He" of a new paragraph is the one with whom the last began.
    pub(super) fn enters(&mut self, sentence: &Sentence) {
        if sentence.opens {
            self.day = None;
            self.topic = self.lead.take().or(self.topic);
        }
    }

    /// Whom "he" or "she" stands for: of those whom the sentences were about the last who may be
    /// a man or a woman.
    pub(super) fn meant(&self, report: &Report, sex: Option<Sex>) -> Option<usize> {
        let last = self.topic.into_iter().chain(self.topics.iter().rev().copied());
        last.into_iter().find(|&person| agrees(report, person, sex))
    }

    /// Those of the last meeting and of some before, the last first.
    pub(super) fn groups(&self) -> impl Iterator<Item = &Vec<Party>> {
        std::iter::once(&self.group).chain(self.earlier.iter().rev())
    }

    /// Takes over what a sentence has told, and who in it might have met but did not.
    pub(super) fn learn(
        &mut self,
        sentence: &Sentence,
        parse: &Parse,
        actors: &[Actor],
        told: &[Told],
        considered: Vec<Party>,
    ) -> Vec<Party> {
        // Whom the sentence is about: the first subject of it that is somebody.
        let subjects = parse.clauses.iter().filter(|clause| {
            matches!(clause.link, Link::Main | Link::Joined) && clause.subject.is_some()
        });
        let about = subjects.filter_map(|clause| parse.noun(clause.subject?)).find_map(|noun| {
            actors.iter().find(|actor| {
                matches!(actor.sort, Sort::Person | Sort::Office | Sort::Pronoun)
                    && (actor.from..actor.to).contains(&noun.head)
            })
        });
        if let Some([Party::Name(person)]) = about.map(|actor| actor.who.as_slice()) {
            self.topics.retain(|topic| topic != person);
            self.topics.push(*person);
            let more = self.topics.len().saturating_sub(TOPICS);
            self.topics.drain(..more);
            self.topic = Some(*person);
            self.lead = self.lead.or(self.topic);
        } else if let (None, Some([Party::Name(person)])) =
            (self.topic, told.first().map(|told| told.people.as_slice()))
        {
            // "The visit of President X has come to an end. The guest …"
            self.topic = Some(*person);
        }
        // Rather those of whom the sentence tells than those whom it recalls.
        let mut met = told.iter().rev().filter(|told| told.people.len() > 1);
        let before = self.group.clone();
        if let Some(told) = met.clone().find(|told| told.main).or_else(|| met.next()) {
            self.group.clone_from(&told.people);
        } else if considered.len() > 1 {
            self.group = considered;
        } else if let Some(two) = about.filter(|actor| actor.who.len() == 2) {
            // "X and Y did not exchange a word … They met in June."
            self.group.clone_from(&two.who);
        }
        if before != self.group && !before.is_empty() {
            self.earlier.push(before);
            let more = self.earlier.len().saturating_sub(EARLIER);
            self.earlier.drain(..more);
        }
        self.accompany(sentence, actors);
        let known = self.leaders.len();
        self.leads(sentence, actors);
        self.leaders[known..].iter().map(|&(_, leader)| Party::Name(leader)).collect()
    }

    /// "X, accompanied by Y", "He will be accompanied by Y and Z".
    fn accompany(&mut self, sentence: &Sentence, actors: &[Actor]) {
        let annotated = sentence.annotated();
        let accompanied =
            (sentence.from..sentence.to).find(|&i| annotated.is(i, WordClass::MeetAccompany));
        let Some(at) = accompanied else { return };
        let over = actors.iter().find(|actor| actor.from <= at && at < actor.to);
        let (leader, others) = if let Some(group) = over {
            (group.who.first(), group.who.get(1..).unwrap_or_default())
        } else {
            let before = actors.iter().rfind(|actor| actor.human() && actor.to <= at);
            let behind = actors.iter().find(|actor| actor.human() && actor.from > at);
            let leader = before.and_then(|actor| actor.who.first());
            (leader, behind.map_or(&[][..], |actor| &actor.who))
        };
        for other in others {
            if let (Some(Party::Name(leader)), Party::Name(other)) = (leader, other) {
                self.companions.push((*leader, *other));
            }
        }
    }

    /// "X, who led the Vietnamese delegation", "a delegation led by X".
    fn leads(&mut self, sentence: &Sentence, actors: &[Actor]) {
        let annotated = sentence.annotated();
        for i in sentence.from..sentence.to {
            let side = annotated.is(i, WordClass::MeetSide) && annotated.is(i + 1, WordClass::By);
            if !side && !annotated.is(i, WordClass::MeetLead) || sentence.spot_over(i).is_some() {
                continue;
            }
            let passive = (i + 1..i + 3).find(|&at| annotated.is(at, WordClass::By));
            let near = |actor: &&Actor| match passive {
                // The words for the delegation and those for its leader may be one actor.
                Some(by) => actor.to > by && actor.from <= by + REACH,
                None => actor.to <= i && i - actor.to <= REACH,
            };
            let people = || {
                let named = |actor: &&Actor| {
                    let known = |party: &Party| matches!(party, Party::Name(_));
                    actor.human() && actor.sort != Sort::Pronoun && actor.who.iter().all(known)
                };
                actors.iter().filter(named).filter(near)
            };
            let leader = if passive.is_some() { people().next() } else { people().next_back() };
            let around = sentence.from.max(i.saturating_sub(14))..sentence.to.min(i + 8);
            let sides = |at: usize| {
                annotated.is(at, WordClass::MeetSide) || annotated.is(at, WordClass::Demonym)
            };
            if !around.clone().any(sides) {
                continue;
            }
            let side = around.clone().find_map(|at| sentence.nation(at));
            for party in leader.into_iter().flat_map(|leader| &leader.who) {
                let Party::Name(person) = *party else { continue };
                let own = &sentence.report.names[person].country;
                let country = match (own.is_empty(), side) {
                    (true, Some(side)) => side.to_owned(),
                    _ => own.clone(),
                };
                if !self.leaders.iter().any(|(_, known)| *known == person) {
                    self.leaders.push((country, person));
                }
            }
        }
    }
}

/// Whether a pronoun that tells of a woman or a man may stand for somebody.
pub(super) fn agrees(report: &Report, person: usize, sex: Option<Sex>) -> bool {
    let known = report.names[person].sex;
    known.is_none() || sex.is_none() || known == sex
}

//! Who is meant: by a name, by an office ("the Turkish leader"), by a pronoun, by "the
//! Vietnamese delegation".
//!
//! An office stands for the one of whom the report tells most among those who hold it; a pronoun for whom the sentence or
//! the one before was about; "the two sides" for those of the meeting told last; a delegation
//! for its leader, whom the report may name only later.

use super::sentence::{Link, Sentence, Spot, SpotKind};
use super::told::Told;
use crate::lexicon::Sense;
use crate::names::NameKind;
use crate::span::Span;

/// The holder of an office is looked for among as many names before.
const COMPARED: usize = 200;
/// As many offices of one person are looked at.
const OFFICES: usize = 8;
/// So many tokens may stand between two who are named together: long titles.
const REACH: usize = 30;

/// Someone who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Party {
    /// By the number of the name.
    Name(usize),
    /// The leader of the delegation of a country; of any, if the code is empty.
    Delegation(&'static str),
}

/// Words that stand for somebody.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// The first token, offices before the name included.
    pub(super) from: usize,
    /// The token after the last, offices behind the name included.
    pub(super) to: usize,
    pub(super) who: Vec<Party>,
    pub(super) sort: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Office,
    Pronoun,
    /// A pronoun that is the object of its verb.
    Whom,
    Delegation,
    Body,
}

impl Actor {
    /// Whether it is a human being or a delegation.
    pub(super) fn human(&self) -> bool {
        self.sort != Sort::Body
    }
}

/// What the sentences before have told of people.
#[derive(Default)]
pub(super) struct Memory {
    /// Whom the last sentence was about.
    pub(super) topic: Option<usize>,
    /// Whom the paragraph was about first.
    lead: Option<usize>,
    /// Those of the last meeting of several, held or not.
    pub(super) group: Vec<Party>,
    /// Leaders of delegations, with their countries.
    pub(super) leaders: Vec<(String, usize)>,
    /// Who accompanies whom.
    pub(super) companions: Vec<(usize, usize)>,
}

impl Memory {
    /// Those for whom the words of a sentence stand, in order, without overlaps.
    pub(super) fn actors(&mut self, sentence: &Sentence, before: &[Spot]) -> Vec<Actor> {
        if sentence.opens {
            self.topic = self.lead.or(self.topic);
        }
        let named = named(sentence);
        let mut all: Vec<Actor> = Vec::new();
        let mut i = sentence.from;
        while i < sentence.to {
            let here = named.iter().find(|actor| actor.from == i).cloned();
            let actor = here.or_else(|| match sentence.spot_over(i) {
                Some(_) => None,
                None => delegation(sentence, before, i)
                    .or_else(|| partner(self, sentence, &all, i))
                    .or_else(|| pronoun(self, sentence, &all, i))
                    .or_else(|| holder(sentence, before, i)),
            });
            match actor {
                Some(actor) => {
                    i = actor.to.max(i + 1);
                    all.push(actor);
                }
                None => i += 1,
            }
        }
        grouped(sentence, all)
    }

    /// Takes over what a sentence has told, and who in it might have met but did not.
    pub(super) fn learn(
        &mut self,
        sentence: &Sentence,
        actors: &[Actor],
        told: &[Told],
        considered: Vec<Party>,
    ) -> Vec<Party> {
        if sentence.opens {
            // "He" of a new paragraph is the one with whom the last began.
            self.lead = None;
        }
        let about = actors.iter().find(|actor| {
            matches!(actor.sort, Sort::Person | Sort::Office | Sort::Pronoun)
                && sentence.link(actor.from) == Link::Main
                && !governed(sentence, actor)
        });
        if let Some([Party::Name(person)]) = about.map(|actor| actor.who.as_slice()) {
            self.topic = Some(*person);
            self.lead = self.lead.or(self.topic);
        }
        // Rather those of whom the sentence tells than those whom it recalls.
        let mut met = told.iter().rev().filter(|told| told.people.len() > 1);
        if let Some(told) = met.clone().find(|told| told.main).or_else(|| met.next()) {
            self.group.clone_from(&told.people);
        } else if considered.len() > 1 {
            self.group = considered;
        } else if let Some(two) = about.filter(|actor| actor.who.len() == 2) {
            // "X and Y did not exchange a word … They met in June."
            self.group.clone_from(&two.who);
        }
        self.accompany(sentence, actors);
        let known = self.leaders.len();
        self.leads(sentence, actors);
        self.leaders[known..].iter().map(|&(_, leader)| Party::Name(leader)).collect()
    }

    /// "X, accompanied by Y", "He will be accompanied by Y and Z".
    fn accompany(&mut self, sentence: &Sentence, actors: &[Actor]) {
        let accompanied = (sentence.from..sentence.to)
            .find(|&i| sentence.word(i, "accompanied") && sentence.word(i + 1, "by"));
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
        let scene = sentence.scene();
        for i in sentence.from..sentence.to {
            let side = scene.is(i, Sense::MeetSide) && sentence.word(i + 1, "by");
            if !side && !scene.is(i, Sense::MeetLead) || sentence.spot_over(i).is_some() {
                continue;
            }
            let passive = (i + 1..i + 3).find(|&at| sentence.word(at, "by"));
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
            let sides = |at: usize| scene.is(at, Sense::MeetSide) || scene.is(at, Sense::Demonym);
            if !around.clone().any(sides) {
                continue;
            }
            let side = around.clone().find_map(|at| nation(sentence, at));
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

/// The code of the country that a word names.
fn nation(sentence: &Sentence, i: usize) -> Option<&'static str> {
    let scene = sentence.scene();
    let hit = scene.nation(i)?;
    scene.world.of(hit.value).map(|place| place.country).filter(|code| !code.is_empty())
}

/// The people and bodies of a sentence by name, with the offices told beside them.
fn named(sentence: &Sentence) -> Vec<Actor> {
    let of_kind = |kind| sentence.spots.iter().filter(move |spot| spot.is(kind));
    let people = of_kind(NameKind::Person).map(|spot| {
        let (from, to) = with_offices(sentence, spot);
        let who = vec![Party::Name(spot.number)];
        (spot.from, Actor { from: from.max(sentence.from), to, who, sort: Sort::Person })
    });
    let bodies = of_kind(NameKind::Organisation).map(|spot| {
        let who = vec![Party::Name(spot.number)];
        (spot.from, Actor { from: spot.from, to: spot.to, who, sort: Sort::Body })
    });
    // A name whose office an actor before has taken still stands for itself.
    people
        .chain(bodies)
        .flat_map(|(at, actor)| [actor.clone(), Actor { from: at, ..actor }])
        .collect()
}

/// From the first token of a person's name and offices beside it to the one after the last.
fn with_offices(sentence: &Sentence, spot: &Spot) -> (usize, usize) {
    let tokens = sentence.scene().tokens;
    let roles = &sentence.report.names[spot.number].roles;
    let (mut from, mut to) = (spot.from, spot.to);
    for role in beside(roles, tokens.span(spot.from).start, tokens.cover(from, to).end) {
        let (first, last) = (tokens.from(role.start), tokens.from(role.end));
        if last <= spot.from && spot.from - last <= 1 {
            from = from.min(first);
        } else if first >= spot.to && first - spot.to <= 2 && last <= sentence.to {
            to = to.max(last);
        }
    }
    (from, to)
}

/// The offices told just before a byte or just behind another.
pub(super) fn beside(roles: &[Span], start: usize, end: usize) -> impl Iterator<Item = Span> {
    let first = roles.partition_point(|role| role.end < start.saturating_sub(4));
    let near = move |role: &&Span| role.start <= end + 8;
    roles[first..].iter().take_while(near).copied()
}

/// "the Vietnamese delegation", "the Polish side".
fn delegation(sentence: &Sentence, before: &[Spot], i: usize) -> Option<Actor> {
    let scene = sentence.scene();
    if !scene.is(i, Sense::The) && !scene.is(i, Sense::Article) {
        return None;
    }
    let end = (i + 1..sentence.to.min(i + 6)).find(|&at| scene.is(at, Sense::MeetSide))?;
    let side = (i + 1..end).find_map(|at| nation(sentence, at));
    let plain = (i + 1..end).all(|at| scene.tokens.is_word(at) && !scene.is(at, Sense::Of));
    let sender = sentence.spots.iter().find(|spot| {
        spot.is(NameKind::Organisation)
            && spot.from > end
            && spot.from <= end + 3
            && (end + 1..spot.from)
                .all(|at| scene.any(at, &[Sense::Of, Sense::On, Sense::The]).is_some())
    });
    let who = match sender {
        Some(body) => Party::Name(body.number),
        None => side
            .and_then(|side| only(sentence, before, side, i))
            .map_or(Party::Delegation(side.unwrap_or_default()), Party::Name),
    };
    let to = sender.map_or(end + 1, |body| body.to);
    plain.then_some(Actor { from: i, to, who: vec![who], sort: Sort::Delegation })
}

/// The people named before a token, nearest first, as far as is looked.
fn named_before(spots: &[Spot], i: usize) -> impl Iterator<Item = usize> + '_ {
    let last = spots.partition_point(|spot| spot.from < i);
    let near = spots[..last].iter().rev().take(COMPARED);
    near.filter(|spot| spot.is(NameKind::Person)).map(|spot| spot.number)
}

/// The one of a country whom the report has named so far, if there is no other.
fn only(sentence: &Sentence, before: &[Spot], country: &str, i: usize) -> Option<usize> {
    let of_it = |number: &usize| sentence.report.names[*number].country == country;
    let mut own = named_before(before, i).filter(of_it);
    let first = own.next()?;
    own.all(|other| other == first).then_some(first)
}

/// "he", "they", "the two ministers".
fn pronoun(memory: &Memory, sentence: &Sentence, before: &[Actor], i: usize) -> Option<Actor> {
    let scene = sentence.scene();
    let actor = |to, who| Some(Actor { from: i, to, who, sort: Sort::Pronoun });
    if let Some(hit) = scene.at(i, Sense::PronounMany) {
        // "the two countries"
        let last = sentence.scene().tokens.key(hit.next - 1);
        let number = ["two", "three", "four", "both"].contains(&last);
        let noun = scene.tokens.is_word(hit.next)
            && scene.tokens.key(hit.next).ends_with('s')
            && scene.any(hit.next, &[Sense::MeetBe, Sense::MeetVerb, Sense::PersonVerb]).is_none();
        if number && noun {
            return None;
        }
        let who = several(memory, sentence, before, i, hit.next - 1);
        return actor(hit.next, who).filter(|actor| !actor.who.is_empty());
    }
    if let Some(person) = whom(memory, sentence, before, i) {
        return Some(Actor { from: i, to: i + 1, who: vec![person], sort: Sort::Whom });
    }
    let hit = scene.at(i, Sense::Pronoun)?;
    let one = |actor: &&Actor| matches!(actor.sort, Sort::Person | Sort::Office);
    let here = before.iter().filter(one).find(|actor| !governed(sentence, actor));
    let here = here.map(|actor| actor.who.clone());
    let topic = || memory.topic.map(|topic| vec![Party::Name(topic)]);
    actor(hit.next, here.or_else(topic)?)
}

/// "the two": those whom the sentence named just before, else those of the last meeting.
fn several(
    memory: &Memory,
    sentence: &Sentence,
    before: &[Actor],
    i: usize,
    last: usize,
) -> Vec<Party> {
    let mut here: Vec<Party> = Vec::new();
    for actor in before.iter().filter(|actor| actor.sort == Sort::Person) {
        super::add(&mut here, actor.who.iter().copied());
    }
    let two = sentence.word(i + 1, "two") || sentence.word(i, "both");
    if two && here.len() == 2 {
        return here;
    }
    // "The two presidents": of a larger company those who are.
    let word = sentence.scene().tokens.key(last);
    let holds = |party: &&Party| {
        let Party::Name(number) = party else { return false };
        let roles = &sentence.report.names[*number].roles;
        match word {
            "leaders" => leads_land(sentence, roles),
            _ => said_of(sentence, roles, &[word.trim_end_matches('s'), "counterpart"]),
        }
    };
    let fitting: Vec<Party> = memory.group.iter().filter(holds).copied().collect();
    if fitting.len() == 2 { fitting } else { memory.group.clone() }
}

/// Whether a word is told of the offices of a person.
fn said_of(sentence: &Sentence, roles: &[Span], words: &[&str]) -> bool {
    let tokens = sentence.scene().tokens;
    roles.iter().take(OFFICES).any(|role| {
        let (first, last) = (tokens.from(role.start), tokens.from(role.end));
        let prime = |at: usize| at > first && tokens.key(at - 1) == "prime";
        (first..last).any(|at| words.contains(&tokens.key(at)) && !prime(at))
    })
}

/// "his counterpart", "her guest" without a name: the other of the two who met last.
fn partner(memory: &Memory, sentence: &Sentence, before: &[Actor], i: usize) -> Option<Actor> {
    let scene = sentence.scene();
    let hit = scene.at(i, Sense::PronounOwn)?;
    let end = scene.at(hit.next, Sense::MeetPartner)?.next;
    let named = sentence
        .spots
        .iter()
        .any(|spot| spot.is(NameKind::Person) && spot.from >= end && spot.from <= end + 1);
    let [one, other] = memory.group[..] else { return None };
    let human = |actor: &&Actor| actor.human() && actor.who.len() == 1;
    let owner = before.iter().rev().find(human).map(|actor| actor.who[0]);
    let owner = owner.or(memory.topic.map(Party::Name)).filter(|_| !named)?;
    let who = match owner {
        owner if owner == one => other,
        owner if owner == other => one,
        _ => return None,
    };
    Some(Actor { from: i, to: end, who: vec![who], sort: Sort::Office })
}

/// "him", "her" as an object: whom the sentence before was about.
fn whom(memory: &Memory, sentence: &Sentence, before: &[Actor], i: usize) -> Option<Party> {
    let scene = sentence.scene();
    let behind = i + 1;
    let ends = !scene.tokens.is_word(behind) || behind >= sentence.to;
    let leads = [Sense::PlaceWhere, Sense::To, Sense::Governs, Sense::And, Sense::Clause];
    let object = ends || scene.any(behind, &leads).is_some() || sentence.word(behind, "here");
    let said = sentence.word(i, "him") || sentence.word(i, "her") && object;
    let topic = memory.topic.map(Party::Name).filter(|_| said)?;
    // "X met him": not X.
    let subject = before.iter().rev().find(|actor| actor.human());
    let other = subject.is_none_or(|actor| !actor.who.contains(&topic));
    let first = || before.iter().find(|actor| actor.human() && actor.who.len() == 1);
    let first = first().map(|actor| actor.who[0]);
    Some(topic)
        .filter(|_| other)
        .or_else(|| first.filter(|first| subject.is_some_and(|actor| !actor.who.contains(first))))
}

/// "the Defence Secretary", "the Turkish leader": who holds the office.
fn holder(sentence: &Sentence, before: &[Spot], i: usize) -> Option<Actor> {
    let scene = sentence.scene();
    let owned = scene.possessive(i).is_some();
    if !scene.is(i, Sense::The) && !owned {
        return None;
    }
    let mut at = scene.possessive(i).unwrap_or(i + 1);
    let mut side = owned.then(|| nation(sentence, i.checked_sub(1)?)).flatten();
    if owned && side.is_none() {
        return None;
    }
    while let Some(code) = nation(sentence, at) {
        side = Some(code);
        at = scene.nation(at)?.next;
    }
    let first = at;
    let end = loop {
        match scene.any(at, &[Sense::Office, Sense::MeetGeneral]) {
            Some((_, hit)) => break hit.next,
            None if at < first + 4
                && scene.any(at, &[Sense::OfficeBefore, Sense::OfficeWord]).is_some() =>
            {
                at += 1;
            }
            None => return None,
        }
    };
    let tokens = scene.tokens;
    let (start, stop) = (tokens.span(i).start, tokens.span(end).start);
    let title = sentence.spots.iter().filter(|spot| spot.is(NameKind::Person)).any(|spot| {
        let roles = &sentence.report.names[spot.number].roles;
        let role = roles.partition_point(|role| role.end <= start);
        let told = roles.get(role).is_some_and(|role| role.start < stop);
        told || spot.from >= i && spot.from <= end + 1
    });
    if title || end > sentence.to {
        return None;
    }
    let general = (first..end).any(|at| scene.is(at, Sense::MeetGeneral));
    let leader = sentence.word(end - 1, "leader");
    if general && side.is_none() {
        return None;
    }
    let names = &sentence.report.names;
    let holds = |number: &usize| {
        let name = &names[*number];
        let from = side.is_none_or(|side| name.country == side);
        from && (general || held(sentence, &name.roles, first, end))
    };
    // "The President" is no vice president if there is one; of several the one of whom the
    // report tells most.
    let most = |number: &usize| {
        let name = &names[*number];
        let whole = match leader {
            true => leads_land(sentence, &name.roles),
            false => general || exact(sentence, &name.roles, first),
        };
        (whole, name.mentions.len(), usize::MAX - number)
    };
    let holder = named_before(before, i).filter(holds).max_by_key(most);
    let holder = holder.or_else(|| only(sentence, before, side?, i))?;
    Some(Actor { from: i, to: end, who: vec![Party::Name(holder)], sort: Sort::Office })
}

/// Whether one of the offices told of a person has all words between two tokens.
fn held(sentence: &Sentence, roles: &[Span], from: usize, to: usize) -> bool {
    let tokens = sentence.scene().tokens;
    roles.iter().take(OFFICES).any(|role| {
        let (first, last) = (tokens.from(role.start), tokens.from(role.end));
        let told = |at: usize| (first..last).any(|other| same_word(sentence, first, other, at));
        (from..to).filter(|&at| tokens.is_word(at)).all(told)
    })
}

/// Whether a word of an office says the same as another: a minister is no prime minister.
fn same_word(sentence: &Sentence, first: usize, told: usize, word: usize) -> bool {
    let tokens = sentence.scene().tokens;
    let prime = |at: usize| tokens.key(at - 1) == "prime";
    match tokens.key(word) {
        "pm" => tokens.key(told) == "prime" || tokens.key(told) == "pm",
        key => tokens.key(told) == key && (told == first || !prime(told) || prime(word)),
    }
}

/// Whether one of the offices told of a person is at the head of a state or government, or
/// that of a counterpart.
fn leads_land(sentence: &Sentence, roles: &[Span]) -> bool {
    let scene = sentence.scene();
    roles.iter().take(OFFICES).any(|role| {
        let words = scene.tokens.from(role.start)..scene.tokens.from(role.end);
        { words }.any(|at| scene.any(at, &[Sense::MeetHead, Sense::MeetPartner]).is_some())
    })
}

/// Whether one of the offices told of a person has nothing like "deputy" before a word.
fn exact(sentence: &Sentence, roles: &[Span], word: usize) -> bool {
    let scene = sentence.scene();
    roles.iter().take(OFFICES).any(|role| {
        let (first, last) = (scene.tokens.from(role.start), scene.tokens.from(role.end));
        let same = (first..last).find(|&at| same_word(sentence, first, at, word));
        same.is_some_and(|same| !(first..same).any(|at| scene.is(at, Sense::OfficeBefore)))
    })
}

/// Whether somebody stands behind a preposition, so that no verb is theirs.
pub(super) fn governed(sentence: &Sentence, actor: &Actor) -> bool {
    let scene = sentence.scene();
    let small = [Sense::The, Sense::Article, Sense::Demonym, Sense::OfficeBefore];
    // "of the visiting US envoy X"
    let before = (sentence.from..actor.from).rev().take(4);
    let at = { before }.find(|&at| scene.any(at, &small).is_none());
    at.is_some_and(|at| scene.is(at, Sense::Governs))
}

/// Whether "led by" and little else stands between two tokens.
fn leads_to(sentence: &Sentence, from: usize, to: usize) -> bool {
    let scene = sentence.scene();
    (from..to.min(from + 12)).any(|i| scene.is(i, Sense::MeetLead) && sentence.word(i + 1, "by"))
        && to - from <= 16
}

/// Those named together as one; bodies stand in titles, and part nobody.
fn grouped(sentence: &Sentence, all: Vec<Actor>) -> Vec<Actor> {
    let (humans, mut groups): (Vec<Actor>, Vec<Actor>) = all.into_iter().partition(Actor::human);
    let mut last: Option<Actor> = None;
    for actor in humans {
        match &mut last {
            // "a delegation led by X"
            Some(last)
                if last.sort == Sort::Delegation && leads_to(sentence, last.to, actor.from) =>
            {
                last.to = actor.to;
                last.who = actor.who;
            }
            Some(last) if last.sort != Sort::Whom && joined(sentence, last, &actor) => {
                last.to = actor.to;
                last.who.extend(actor.who);
            }
            _ => groups.extend(last.replace(actor)),
        }
    }
    groups.extend(last);
    groups.sort_by_key(|actor| actor.from);
    groups
}

/// Whether two are named together: between them stand "and" or a comma, and titles; and no
/// verb of the second alone begins a clause of its own.
fn joined(sentence: &Sentence, one: &Actor, other: &Actor) -> bool {
    let scene = sentence.scene();
    let between = one.to..other.from;
    if other.from < one.to || other.from - one.to > REACH {
        return false;
    }
    let comma = between.clone().any(|i| scene.tokens.is(i, ','));
    let also = |i: usize| scene.is(i, Sense::MeetAlso) || scene.inside(i, Sense::MeetAlso);
    let date = |spot: &Spot| spot.kind == SpotKind::Date && between.contains(&spot.from);
    let verbs = [Sense::PersonVerb, Sense::MeetVerb, Sense::MeetHost, Sense::MeetBe, Sense::Future];
    let breaks =
        [Sense::Clause, Sense::PersonVerb, Sense::MeetVerb, Sense::MeetHost, Sense::MeetBe];
    // "X and the commander of the forces in Europe, Y"
    let title = between
        .clone()
        .find(|&i| scene.any(i, &[Sense::Office, Sense::Rank, Sense::Honorific]).is_some());
    let own = comma
        && scene.any(other.to, &verbs).is_some()
        && (sentence.from..one.from).any(|i| scene.any(i, &verbs).is_some());
    (comma || between.clone().any(also))
        && !own
        && !sentence.spots.iter().any(date)
        && between.clone().all(|i| {
            also(i)
                || scene.any(i, &breaks).is_none()
                    && (!scene.is(i, Sense::Governs) || title.is_some_and(|title| title < i))
                    && !sentence.mark(i)
                    && sentence.spot_over(i).is_none_or(|spot| {
                        spot.is(NameKind::Place) || spot.is(NameKind::Organisation)
                    })
        })
}

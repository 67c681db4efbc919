//! Words that stand for people: "he", "the two ministers", "his counterpart", "the Turkish
//! leader", "the Vietnamese delegation".
//!
//! An office stands for the one of whom the report tells most among those who hold it; a
//! pronoun for whom the sentence or the one before was about; "the two sides" for those of the
//! meeting told last; a delegation for its leader, whom the report may name only later.

use super::cast::{Actor, Party, Sort, governed};
use super::memory::Memory;
use super::offices::{OFFICES, exact, held, leads_land, partner_of, said_of, whole_office};
use super::sentence::{Sentence, Spot};
use crate::lexicon::WordClass;
use crate::names::{NameEntity, short_forms};
use crate::span::Span;
use entente_model::EntityKind;

/// The holder of an office is looked for among as many names before.
const COMPARED: usize = 200;
/// An office has no more initials, in bytes.
const INITIALS: usize = 6;

/// "the Vietnamese delegation", "the Polish side".
pub(super) fn delegation(sentence: &Sentence, before: &[Spot], i: usize) -> Option<Actor> {
    let annotated = sentence.annotated();
    if !annotated.is(i, WordClass::The) && !annotated.is(i, WordClass::Article) {
        return None;
    }
    let end = (i + 1..sentence.to.min(i + 6)).find(|&at| annotated.is(at, WordClass::MeetSide))?;
    let side = (i + 1..end).find_map(|at| sentence.nation(at));
    let plain =
        (i + 1..end).all(|at| annotated.tokens.is_word(at) && !annotated.is(at, WordClass::Of));
    let sender = sentence.spots.iter().find(|spot| {
        spot.is(EntityKind::Organisation)
            && spot.from > end
            && spot.from <= end + 3
            && (end + 1..spot.from).all(|at| {
                annotated.any(at, &[WordClass::Of, WordClass::On, WordClass::The]).is_some()
            })
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

/// "he", "they", "the two ministers".
pub(super) fn pronoun(
    memory: &Memory,
    sentence: &Sentence,
    before: &[Actor],
    i: usize,
) -> Option<Actor> {
    let annotated = sentence.annotated();
    let actor = |to, who| Some(Actor { from: i, to, who, sort: Sort::Pronoun });
    if let Some(hit) = annotated.at(i, WordClass::PronounMany) {
        // "the two countries"
        let last = annotated.tokens.key(hit.next - 1);
        let number = ["two", "three", "four", "both"].contains(&last);
        let noun = annotated.tokens.is_word(hit.next)
            && annotated.tokens.key(hit.next).ends_with('s')
            && annotated
                .any(hit.next, &[WordClass::MeetBe, WordClass::MeetVerb, WordClass::PersonVerb])
                .is_none();
        // "the two ministers, X and Y"
        let named = annotated.tokens.is(hit.next, ',')
            && sentence.spots.iter().any(|spot| {
                spot.is(EntityKind::Person) && spot.from > hit.next && spot.from <= hit.next + 3
            });
        if number && noun || named {
            return None;
        }
        let who = several(memory, sentence, before, i, hit.next - 1);
        return actor(hit.next, who).filter(|actor| !actor.who.is_empty());
    }
    if let Some(person) = whom(memory, sentence, before, i) {
        return Some(Actor { from: i, to: i + 1, who: vec![person], sort: Sort::Whom });
    }
    let hit = annotated.at(i, WordClass::Pronoun)?;
    // "le chef de l'État français"
    if annotated.postposed && sentence.nation(hit.next).is_some() {
        return None;
    }
    let one = |actor: &&Actor| matches!(actor.sort, Sort::Person | Sort::Office);
    // "ce dernier"
    if hit.value == 1
        && let Some(last) = before.iter().rev().find(one)
    {
        return actor(hit.next, last.who.clone());
    }
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
    let word = sentence.annotated().tokens.key(last);
    let holds = |party: &&Party| {
        let Party::Name(number) = party else { return false };
        let roles = &sentence.report.names[*number].roles;
        match word {
            "leaders" => leads_land(sentence, roles),
            _ => {
                said_of(sentence, roles, &[word.trim_end_matches('s')])
                    || partner_of(sentence, roles)
            }
        }
    };
    let fitting = |group: &Vec<Party>| group.iter().filter(holds).copied().collect::<Vec<Party>>();
    let mut pairs = memory.groups().map(fitting);
    pairs.find(|fitting| fitting.len() == 2).unwrap_or_else(|| memory.group.clone())
}

/// "his counterpart", "her guest" without a name: the other of the two who met last.
pub(super) fn partner(
    memory: &Memory,
    sentence: &Sentence,
    before: &[Actor],
    i: usize,
) -> Option<Actor> {
    let annotated = sentence.annotated();
    let hit = annotated.at(i, WordClass::PronounOwn)?;
    let end = annotated.at(hit.next, WordClass::MeetPartner)?.next;
    // "son homologue allemande, X"
    let nation = annotated.nation(end).filter(|_| annotated.postposed);
    let end = nation.map_or(end, |nation| nation.next);
    // "son homologue, M. X"
    let title = annotated.tokens.is(end, ',') && annotated.is(end + 1, WordClass::Honorific);
    let near = if title { 3 } else { 1 };
    let named = sentence
        .spots
        .iter()
        .any(|spot| spot.is(EntityKind::Person) && spot.from >= end && spot.from <= end + near);
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
    let annotated = sentence.annotated();
    let behind = i + 1;
    let ends = !annotated.tokens.is_word(behind) || behind >= sentence.to;
    let leads = [
        WordClass::PlaceWhere,
        WordClass::To,
        WordClass::Governs,
        WordClass::And,
        WordClass::Clause,
    ];
    let object = ends || annotated.any(behind, &leads).is_some() || sentence.word(behind, "here");
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
pub(super) fn holder(sentence: &Sentence, before: &[Spot], i: usize) -> Option<Actor> {
    let annotated = sentence.annotated();
    let owned = annotated.possessive(i).is_some();
    if !annotated.is(i, WordClass::The) && !owned {
        return None;
    }
    let the = annotated.at(i, WordClass::The).map_or(i + 1, |the| the.next);
    let mut at = annotated.possessive(i).unwrap_or(the);
    let mut side = owned.then(|| sentence.nation(i.checked_sub(1)?)).flatten();
    if owned && side.is_none() {
        return None;
    }
    while let Some(code) = sentence.nation(at) {
        side = Some(code);
        at = annotated.nation(at)?.next;
    }
    let first = at;
    let end = loop {
        match annotated.any(at, &[WordClass::Office, WordClass::MeetGeneral]) {
            Some((_, hit)) => break hit.next,
            None if at < first + 4
                && annotated
                    .any(at, &[WordClass::OfficeBefore, WordClass::OfficeWord])
                    .is_some() =>
            {
                at += 1;
            }
            None => return None,
        }
    };
    let tokens = annotated.tokens;
    let (start, stop) = (tokens.span(i).start, tokens.span(end).start);
    let title = sentence.spots.iter().filter(|spot| spot.is(EntityKind::Person)).any(|spot| {
        let roles = &sentence.report.names[spot.number].roles;
        let role = roles.partition_point(|role| role.end <= start);
        let told = roles.get(role).is_some_and(|role| role.start < stop);
        told || spot.from >= i && spot.from <= end + 1
    });
    if title || end > sentence.to {
        return None;
    }
    let mut end = end;
    // "le président français"
    if annotated.postposed
        && let Some(code) = sentence.nation(end)
    {
        side = side.or(Some(code));
        end = annotated.nation(end)?.next;
    }
    let general = (first..end).any(|at| annotated.is(at, WordClass::MeetGeneral));
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
    // "the President of the Republic", "the Minister of Defence"
    let of = annotated
        .at(end, WordClass::Of)
        .map(|of| annotated.at(of.next, WordClass::The).unwrap_or(of).next);
    let of_it = |name: &NameEntity| {
        of.is_some_and(|of| said_of(sentence, &name.roles, &[annotated.tokens.key(of)]))
    };
    // "The President" is no vice president if there is one; of several the one of whom the
    // report tells most.
    let most = |number: &usize| {
        let name = &names[*number];
        let whole = match leader {
            true => leads_land(sentence, &name.roles),
            false => general || exact(sentence, &name.roles, first),
        };
        let same = annotated.postposed && whole_office(sentence, &name.roles, first, end);
        (of_it(name), whole, same, name.mentions.len(), usize::MAX - number)
    };
    let holder = named_before(before, i).filter(holds).max_by_key(most);
    let holder = holder.or_else(|| only(sentence, before, side?, i));
    // "The Thai minister" of a Thai paper, which told only the countries of the others.
    let ours = |number: &usize| {
        let name = &names[*number];
        name.country.is_empty() && held(sentence, &name.roles, first, end)
    };
    let foreign = |number: usize| side.is_some_and(|side| names[number].country == side);
    let none =
        !general && !annotated.is(end, WordClass::Of) && !named_before(before, i).any(foreign);
    let own = || named_before(before, i).filter(ours).max_by_key(most).filter(|_| none);
    // "le président français": the one who was named without an office, if there is but one.
    let bare = || {
        let plain =
            |number: &usize| names[*number].roles.is_empty() && names[*number].country.is_empty();
        let mut plain = named_before(before, i).filter(plain);
        let first = plain.next().filter(|_| annotated.postposed && side.is_some())?;
        plain.all(|other| other == first).then_some(first)
    };
    let holder = holder.or_else(own).or_else(bare)?;
    Some(Actor { from: i, to: end, who: vec![Party::Name(holder)], sort: Sort::Office })
}

/// "EAM": who holds the office of these initials, of several the one of whom the report tells
/// most.
pub(super) fn initials(sentence: &Sentence, before: &[Spot], i: usize) -> Option<Actor> {
    let tokens = sentence.annotated().tokens;
    let raw = tokens.raw(i);
    // Not in a line of capitals alone.
    let short = (2..=INITIALS).contains(&raw.len()) && !tokens.all_capitals(i + 1);
    if !short || !tokens.all_capitals(i) {
        return None;
    }
    let names = &sentence.report.names;
    let holds = |number: &usize| {
        let words = |role: &Span| (tokens.from(role.start), tokens.from(role.end));
        let mut roles = names[*number].roles.iter().take(OFFICES).map(words);
        roles.any(|(from, to)| short_forms::initials(sentence.annotated(), from, to) == raw)
    };
    let most = |number: &usize| (names[*number].mentions.len(), usize::MAX - number);
    let holder = named_before(before, i).filter(holds).max_by_key(most)?;
    Some(Actor { from: i, to: i + 1, who: vec![Party::Name(holder)], sort: Sort::Office })
}

/// The one of a country whom the report has named so far, if there is no other.
fn only(sentence: &Sentence, before: &[Spot], country: &str, i: usize) -> Option<usize> {
    let of_it = |number: &usize| sentence.report.names[*number].country == country;
    let mut own = named_before(before, i).filter(of_it);
    let first = own.next()?;
    own.all(|other| other == first).then_some(first)
}

/// The people named before a token, nearest first, as far as is looked.
fn named_before(spots: &[Spot], i: usize) -> impl Iterator<Item = usize> + '_ {
    let last = spots.partition_point(|spot| spot.from < i);
    let near = spots[..last].iter().rev().take(COMPARED);
    near.filter(|spot| spot.is(EntityKind::Person)).map(|spot| spot.number)
}

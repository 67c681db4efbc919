//! Words that stand for people: "he", "the two ministers", "his counterpart", "the Turkish
//! leader", "the Vietnamese delegation".
//!
//! An office stands for the one of whom the report tells most among those who hold it; a
//! pronoun for whom the sentence or the one before was about; "the two sides" for those of the
//! meeting told last; a delegation for its leader, whom the report may name only later.

use super::cast::{Actor, Party, Sort, governed};
use super::memory::{Memory, agrees};
use super::offices::{OFFICES, exact, held, leads_land, said_of, whole_office};
use super::sentence::{Sentence, Spot};
use crate::grammar::vocabulary::Vocabulary;
use crate::lexicon::{Hit, WordClass};
use crate::names::{NameEntity, Sex, short_forms};
use crate::span::Span;
use entente_model::EntityKind;

/// The holder of an office is looked for among as many names before.
const COMPARED: usize = 200;
/// An office has no more initials, in bytes.
const INITIALS: usize = 6;

/// "the Vietnamese delegation", "the Polish side".
pub(super) fn delegation(
    sentence: &Sentence,
    named: &[Actor],
    before: &[Spot],
    i: usize,
) -> Option<Actor> {
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
    // "the delegation of Minister X"
    let of = annotated.at(end + 1, WordClass::Of).map(|of| of.next);
    let mut people = named.iter().filter(|actor| actor.human() && Some(actor.from) == of);
    if let Some(head) = people.find(|_| plain) {
        return Some(Actor { from: i, sort: Sort::Delegation, ..head.clone() });
    }
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
    vocabulary: &Vocabulary,
) -> Option<Actor> {
    let annotated = sentence.annotated();
    let actor = |to, who| Some(Actor { from: i, to, who, sort: Sort::Pronoun });
    // "lần thứ hai Thủ tướng X gặp Y"
    let counts = annotated.postposed && annotated.before(i, WordClass::OrdinalMark).is_some();
    if let Some(hit) = annotated.at(i, WordClass::PronounMany).filter(|_| !counts) {
        // "the two countries"
        let verbs = [WordClass::MeetBe, WordClass::PersonVerb];
        let noun = annotated.tokens.is_word(hit.next)
            && annotated.any(hit.next, &verbs).is_none()
            && vocabulary.functions(annotated.tokens.key(hit.next)).is_empty()
            && vocabulary.verbs(annotated.tokens.key(hit.next)).is_empty();
        // "les deux ministres, X et Y"
        let named = annotated.postposed
            && annotated.tokens.is(hit.next, ',')
            && sentence.spots.iter().any(|spot| {
                spot.is(EntityKind::Person) && spot.from > hit.next && spot.from <= hit.next + 3
            });
        if annotated.is(hit.next - 1, WordClass::MeetCount) && noun || named {
            return None;
        }
        if vocabulary.isolating() {
            let who = here(before, i, hit).unwrap_or_else(|| memory.group.clone());
            return actor(hit.next, who).filter(|actor| !actor.who.is_empty());
        }
        let who = several(memory, sentence, before, i, hit);
        return actor(hit.next, who).filter(|actor| !actor.who.is_empty());
    }
    if let Some(person) = whom(memory, sentence, before, i) {
        return Some(Actor { from: i, to: i + 1, who: vec![person], sort: Sort::Whom });
    }
    let hit = annotated.at(i, WordClass::Pronoun)?;
    // "le chef de l'État français"
    if vocabulary.postposed && sentence.nation(hit.next).is_some() {
        return None;
    }
    let one = |actor: &&Actor| matches!(actor.sort, Sort::Person | Sort::Office);
    // "ce dernier"
    if hit.value == 1
        && let Some(last) = before.iter().rev().find(one)
    {
        return actor(hit.next, last.who.clone());
    }
    let sex = said_sex(sentence, i);
    let fits = |actor: &&Actor| match actor.who[..] {
        [Party::Name(person)] => agrees(sentence.report, person, sex),
        _ => true,
    };
    let here = before.iter().filter(one).filter(fits).find(|actor| !governed(sentence, actor));
    let here = here.map(|actor| actor.who.clone());
    let topic = || memory.meant(sentence.report, sex).map(|topic| vec![Party::Name(topic)]);
    actor(hit.next, here.or_else(topic)?)
}

/// Whether a pronoun at a token tells of a woman or a man.
fn said_sex(sentence: &Sentence, i: usize) -> Option<Sex> {
    let senses = [WordClass::SexPronoun, WordClass::SexOwn, WordClass::SexWhom];
    Sex::from_number(sentence.annotated().any(i, &senses)?.1.value)
}

/// "X and Y … they", "X, Y and Z … the three": those of the sentence, if they are as many.
fn here(before: &[Actor], i: usize, hit: Hit) -> Option<Vec<Party>> {
    let mut here: Vec<Party> = Vec::new();
    for actor in before.iter().filter(|actor| actor.sort == Sort::Person) {
        super::add(&mut here, actor.who.iter().copied());
    }
    let wanted = usize::try_from(hit.value).unwrap_or_default();
    let as_many = here.len() == wanted.max(2) && (wanted > 0 || hit.next == i + 1);
    as_many.then_some(here)
}

/// "the two": those whom the sentence named just before, else those of the last meeting.
fn several(
    memory: &Memory,
    sentence: &Sentence,
    before: &[Actor],
    i: usize,
    hit: Hit,
) -> Vec<Party> {
    if let Some(here) = here(before, i, hit) {
        return here;
    }
    let wanted = usize::try_from(hit.value).unwrap_or_default();
    let last = hit.next - 1;
    // "The two presidents": of a larger company those who are.
    let holds = |party: &&Party| {
        let Party::Name(number) = party else { return false };
        let roles = &sentence.report.names[*number].roles;
        match sentence.annotated().is(last, WordClass::MeetHeads) {
            true => leads_land(sentence, roles),
            false => said_of(sentence, roles, last),
        }
    };
    let fitting = |group: &Vec<Party>| group.iter().filter(holds).copied().collect::<Vec<Party>>();
    let mut all = memory.groups().map(fitting);
    let as_many = |group: &Vec<Party>| group.len() == wanted.max(2);
    let group = all.find(as_many).unwrap_or_else(|| memory.group.clone());
    if group.is_empty() {
        // "the heads of the two delegations", of which one is named
        return memory.leaders.iter().map(|&(_, leader)| Party::Name(leader)).collect();
    }
    group
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
    let near = if title && annotated.postposed { 3 } else { 1 };
    let named = sentence
        .spots
        .iter()
        .any(|spot| spot.is(EntityKind::Person) && spot.from >= end && spot.from <= end + near);
    let human = |actor: &&Actor| actor.human() && actor.who.len() == 1;
    let owner = before.iter().rev().find(human).map(|actor| actor.who[0]);
    let owner = owner.or(memory.topic.map(Party::Name)).filter(|_| !named)?;
    let who = other_of(&memory.group, owner)?;
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
        WordClass::MeetHere,
    ];
    let object = ends || annotated.any(behind, &leads).is_some();
    let said = annotated.at(i, WordClass::MeetWhom).is_some_and(|hit| hit.value == 0 || object);
    let sex = said_sex(sentence, i);
    if !said {
        return None;
    }
    let topic = memory.meant(sentence.report, sex).map(Party::Name);
    // "X met him": not X.
    let subject = before.iter().rev().find(|actor| actor.human());
    let topic = topic.filter(|topic| subject.is_none_or(|actor| !actor.who.contains(topic)));
    // "X welcomed Y, who called on her"
    let first = before.iter().find(|actor| actor.human() && actor.who.len() == 1);
    let first = first.map(|actor| actor.who[0]);
    let first = first.filter(|first| subject.is_some_and(|actor| !actor.who.contains(first)));
    // "X met Y. She invited him": the other of the two.
    let partner = || match subject?.who[..] {
        [subject] => other_of(&memory.group, subject),
        _ => None,
    };
    topic.or(first).or_else(partner)
}

/// Of two who met, the other one.
fn other_of(group: &[Party], one: Party) -> Option<Party> {
    match *group {
        [first, second] if first == one => Some(second),
        [first, second] if second == one => Some(first),
        _ => None,
    }
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
    let leader = annotated.is(end - 1, WordClass::MeetHeads);
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
    let of_it = |name: &NameEntity| of.is_some_and(|of| said_of(sentence, &name.roles, of));
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

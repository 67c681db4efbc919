//! Who speaks: in a transcript a label and a colon before what is said tell who "I" and "we" are.
//!
//! Of what follows in paragraphs without a label the same one speaks, until another label opens a
//! paragraph, be it of nobody with a name ("QUESTION:"). "We" are those who met, where the sentence
//! names nobody else, and the speaker alone otherwise. In a quotation it is the one who is named
//! beside it.

use super::cast::{Actor, Party, Sort};
use super::memory::Memory;
use super::sentence::{Sentence, SpotKind};
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// A label is no longer, in tokens.
const LABEL: usize = 14;

/// Who speaks in a sentence, of which the first of those told of are known.
pub(super) fn of(memory: &Memory, sentence: &Sentence, actors: &[Actor]) -> Option<Party> {
    match label(sentence, actors) {
        Label::None => memory.speaker,
        Label::Nobody => None,
        Label::Of(one) => Some(one),
    }
}

/// What opens a sentence.
enum Label {
    None,
    /// One without a name: "QUESTION:".
    Nobody,
    Of(Party),
}

/// Whether a label opens the sentence, and whom it names.
fn label(sentence: &Sentence, actors: &[Actor]) -> Label {
    let tokens = sentence.annotated().tokens;
    let reach = sentence.from..sentence.to.min(sentence.from + LABEL);
    let colon = { reach }.find(|&i| tokens.is(i, ':')).filter(|_| sentence.opens);
    let Some(colon) = colon else { return Label::None };
    let first = actors.first().filter(|actor| actor.from == sentence.from && actor.human());
    // "MINISTER BRANDT (through an interpreter):"
    let ends = |to: usize| to == colon || tokens.is(to, '(') && tokens.is(colon - 1, ')');
    if let Some(Actor { who, .. }) = first.filter(|actor| ends(actor.to)) {
        // A headline ends without a stop.
        let said = sentence.span.of(tokens.text).trim_end().ends_with(STOPS);
        return match who[..] {
            [one] if said => Label::Of(one),
            _ => Label::Nobody,
        };
    }
    let name = |i: usize| !tokens.is_word(i) || tokens.capital(i);
    if (sentence.from..colon).all(name) { Label::Nobody } else { Label::None }
}

const STOPS: [char; 8] = ['.', '!', '?', '…', ':', '”', '"', '’'];

/// "I", "me", "we" of one who speaks.
pub(super) fn first_person(
    memory: &Memory,
    sentence: &Sentence,
    before: &[Actor],
    i: usize,
) -> Option<Actor> {
    let annotated = sentence.annotated();
    let hit = annotated.at(i, WordClass::MeetSpeaker)?;
    // A quotation says again what was told before.
    let again = |speaker: &Party| memory.group.contains(speaker);
    let quoted = || quoted(sentence, i).filter(|speaker| !again(speaker));
    let speaker = of(memory, sentence, before).or_else(quoted)?;
    let tokens = annotated.tokens;
    // "the US", "World War I"
    let letters = tokens.all_capitals(i) && tokens.raw(i).len() > 1;
    let number = i > sentence.from + 1
        && tokens.is_word(i - 1)
        && tokens.capital(i - 1)
        && tokens.all_capitals(i)
        && sentence.spot_over(i - 1).is_none_or(|spot| spot.kind != SpotKind::Date);
    let who = match hit.value {
        2.. => together(sentence, before, speaker)
            .unwrap_or_else(|| speakers(memory, sentence, speaker)),
        _ => vec![speaker],
    };
    let actor = Actor { from: i, to: hit.next, who, sort: Sort::Pronoun };
    (!letters && !number).then_some(actor)
}

/// "“I met X”, Y said": who alone is named beside the quotation in which a token stands.
fn quoted(sentence: &Sentence, i: usize) -> Option<Party> {
    let tokens = sentence.annotated().tokens;
    let mark = |&at: &usize| tokens.is_any(at, &QUOTES);
    let marks: Vec<usize> = (sentence.from..sentence.to).filter(mark).collect();
    let inside = |at: usize| {
        let pair = marks.chunks_exact(2).find(|pair| pair[0] < at && at < pair[1]);
        pair.is_some()
    };
    let people = sentence.spots.iter().filter(|spot| spot.is(EntityKind::Person));
    let mut people = people.filter(|spot| !inside(spot.from));
    let speaker = people.next().filter(|_| inside(i))?;
    people.all(|other| other.number == speaker.number).then_some(Party::Name(speaker.number))
}

const QUOTES: [char; 5] = ['"', '“', '”', '«', '»'];

/// "We": those who met last, the speaker among them.
pub(super) fn speakers(memory: &Memory, sentence: &Sentence, speaker: Party) -> Vec<Party> {
    let mut people = sentence.spots.iter().filter(|spot| spot.is(EntityKind::Person));
    let others = people.any(|spot| Party::Name(spot.number) != speaker);
    match memory.group.contains(&speaker) && !others {
        true => memory.group.clone(),
        false => vec![speaker],
    }
}

/// "Secretary X received me, and we": those of the sentence so far, the speaker among them.
fn together(sentence: &Sentence, before: &[Actor], speaker: Party) -> Option<Vec<Party>> {
    let told = |actor: &&Actor| actor.human() && actor.from > sentence.from;
    let mut people = Vec::new();
    before.iter().filter(told).for_each(|actor| super::add(&mut people, actor.who.iter().copied()));
    // A sentence may begin with who is told of first, and with no label.
    let first = before.first().filter(|actor| actor.from == sentence.from && actor.human());
    let first = first.filter(|actor| !actor.who.contains(&speaker));
    super::add(&mut people, first.into_iter().flat_map(|actor| actor.who.iter().copied()));
    (people.len() > 1 && people.contains(&speaker)).then_some(people)
}

//! For which country a person stands whose office does not tell: by the words before the
//! name, "his Turkish counterpart X", "a delegation of the Vietnam People's Army led by X".

use super::NameEntity;
use super::annotated::AnnotatedTokens;
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// Words so far before a name may tell.
const REACH: usize = 14;
/// As many mentions of a person are looked at.
const MENTIONS: usize = 4;

/// Fills what is open.
pub(super) fn fill(annotated: &AnnotatedTokens, names: &mut [NameEntity]) {
    let open = |name: &&mut NameEntity| name.kind == EntityKind::Person && name.country.is_empty();
    let tokens = annotated.tokens;
    let mut others = vec![false; annotated.len()];
    for name in names.iter().filter(|name| name.kind == EntityKind::Person) {
        for span in &name.mentions {
            others[tokens.from(span.start)..tokens.from(span.end)].fill(true);
        }
    }
    for name in names.iter_mut().filter(open) {
        let first = name.mentions.iter().take(MENTIONS).map(|span| tokens.from(span.start));
        let told = |at| match annotated.postposed {
            true => behind_office(annotated, at),
            false => before(annotated, at, &others),
        };
        if let Some(country) = { first }.find_map(told) {
            country.clone_into(&mut name.country);
        }
    }
}

/// The country that the words before a name tell: nearest first, within its sentence. An
/// office, or "led by", must stand between the country and the name.
fn before(annotated: &AnnotatedTokens, name: usize, others: &[bool]) -> Option<&'static str> {
    let (mut tells, mut is_led) = (false, false);
    for i in (name.saturating_sub(REACH)..name).rev() {
        // What stands before somebody else is told of them: but "Japanese Foreign Minister X
        // and Defence Minister Y".
        if others[i] && !others[i + 1] && !annotated.is(i + 1, WordClass::And) {
            return None;
        }
        let led = annotated.is(i, WordClass::MeetLead) && annotated.is(i + 1, WordClass::By);
        let verbs = [WordClass::PersonVerb, WordClass::MeetVerb, WordClass::Clause];
        if annotated.tokens.is_any(i, &['.', ';', ':', '"', '“', '”'])
            || annotated.tokens.opens(i + 1)
        {
            return None;
        }
        if !led && annotated.any(i, &verbs).is_some() {
            return None;
        }
        // ", and President X": told of somebody else.
        if annotated.tokens.is(i, ',') && annotated.is(i + 1, WordClass::And) {
            return None;
        }
        // What stands before a comma is said of an office behind it only where it names one, too:
        // "his Turkish counterpart, Minister X", but "Russia's aggression, with President X".
        let comma = annotated.tokens.is(i, ',');
        if comma && tells && !is_led && annotated.before(i, WordClass::Office).is_none() {
            return None;
        }
        is_led |= led;
        tells |= led || annotated.is(i, WordClass::Office);
        let place = annotated.nation(i).and_then(|hit| annotated.world.get(hit.value));
        let country = place.map(|place| place.country).filter(|code| !code.is_empty());
        if let Some(country) = country {
            // What follows "to" is where somebody is sent.
            let sent = i > 0 && annotated.is(i - 1, WordClass::To);
            // "President X of Norway and Prime Minister Y"
            let taken = i > 1 && others[i - 2] && annotated.is(i - 1, WordClass::Of);
            return Some(country).filter(|_| tells && !sent && !taken);
        }
    }
    None
}

/// The same where the nation stands between the office and the name: "son homologue vietnamien,
/// le général X", "người đồng cấp Trung Quốc X".
fn behind_office(annotated: &AnnotatedTokens, name: usize) -> Option<&'static str> {
    let title = [WordClass::Rank, WordClass::Honorific, WordClass::The];
    let step = |at: usize| {
        let comma = at > 0 && annotated.tokens.is(at - 1, ',');
        let stop = at > 0 && annotated.tokens.is(at - 1, '.') && annotated.tokens.glued(at - 1);
        let words = title.iter().find_map(|&sense| annotated.before(at, sense));
        words.map(|(from, _)| from).or((comma || stop).then(|| at - 1))
    };
    let behind = std::iter::successors(Some(name), |&at| step(at)).take(REACH).last()?;
    let nation = |back: usize| annotated.nation(behind - back).filter(|hit| hit.next == behind);
    let (from, hit) = (1..=4.min(behind)).find_map(|back| Some((behind - back, nation(back)?)))?;
    annotated.before(from, WordClass::Office)?;
    let country = annotated.world.get(hit.value).map(|place| place.country);
    country.filter(|code| !code.is_empty())
}

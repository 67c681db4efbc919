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
    // Where a nation stands behind its office, one further back is of another person.
    let mut others = vec![false; if annotated.postposed { annotated.len() } else { 0 }];
    for name in names.iter().filter(|name| name.kind == EntityKind::Person && annotated.postposed) {
        for span in &name.mentions {
            let (from, to) = (annotated.tokens.from(span.start), annotated.tokens.from(span.end));
            others[from..to].iter_mut().for_each(|other| *other = true);
        }
    }
    let open = |name: &&mut NameEntity| name.kind == EntityKind::Person && name.country.is_empty();
    for name in names.iter_mut().filter(open) {
        let tokens = annotated.tokens;
        let first = name.mentions.iter().take(MENTIONS).map(|span| tokens.from(span.start));
        if let Some(country) = { first }.find_map(|at| before(annotated, at, &others)) {
            country.clone_into(&mut name.country);
        }
    }
}

/// The country that the words before a name tell: nearest first, within its sentence. An
/// office, or "led by", must stand between the country and the name.
fn before(annotated: &AnnotatedTokens, name: usize, others: &[bool]) -> Option<&'static str> {
    let mut tells = false;
    for i in (name.saturating_sub(REACH)..name).rev() {
        let led = annotated.is(i, WordClass::MeetLead) && annotated.is(i + 1, WordClass::By);
        let verbs =
            [WordClass::PersonVerb, WordClass::MeetVerb, WordClass::MeetHost, WordClass::Clause];
        if annotated.tokens.is_any(i, &['.', ';', ':', '"', '“', '”'])
            || annotated.tokens.opens(i + 1)
            || others.get(i).is_some_and(|&other| other)
        {
            return None;
        }
        if !led && annotated.any(i, &verbs).is_some() {
            return None;
        }
        tells |= led || annotated.is(i, WordClass::Office);
        let place = annotated.nation(i).and_then(|hit| annotated.world.get(hit.value));
        let country = place.map(|place| place.country).filter(|code| !code.is_empty());
        if let Some(country) = country {
            // What follows "to" is where somebody is sent.
            let sent = i > 0 && annotated.is(i - 1, WordClass::To);
            return Some(country).filter(|_| tells && !sent);
        }
    }
    None
}

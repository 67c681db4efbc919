//! Whether a mention tells that somebody is a woman or a man: "Mrs Kovac" is not Robert
//! Kovac, whoever else she is.
//!
//! A form of address tells it for certain, the given name mostly; where neither does, the
//! next pronoun of the sentence, if nobody else stands between.

use super::annotated::AnnotatedTokens;
use super::candidate::Candidate;
use crate::lexicon::WordClass;
use entente_model::EntityKind;

/// A pronoun is looked for among as many words behind a name.
const REACH: usize = 30;

/// What the words tell of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// A woman.
    Woman,
    /// A man.
    Man,
}

impl Sex {
    pub(crate) const fn from_number(number: i32) -> Option<Self> {
        match number {
            1 => Some(Self::Woman),
            2 => Some(Self::Man),
            _ => None,
        }
    }
}

/// What the words before a name tell: "Mrs.", "Queen".
pub(super) fn addressed(annotated: &AnnotatedTokens, name: &Candidate) -> Option<Sex> {
    if name.kind != EntityKind::Person {
        return None;
    }
    let stop = name.from - usize::from(name.from > 0 && annotated.tokens.is(name.from - 1, '.'));
    let before = [name.from, stop].into_iter().find_map(|at| annotated.before(at, WordClass::Sex));
    let inside = |(from, to): (usize, usize)| {
        (from..to).find_map(|at| annotated.at(at, WordClass::Sex).filter(|hit| hit.next <= to))
    };
    let hit = before.map(|found| found.1);
    Sex::from_number(hit.or_else(|| name.role.and_then(inside))?.value)
}

/// What a name of several words tells, or else the sentence of it.
pub(super) fn named(annotated: &AnnotatedTokens, names: &[Candidate], n: usize) -> Option<Sex> {
    let name = names.get(n).filter(|name| name.kind == EntityKind::Person)?;
    let word = |sense| {
        let mut hits = (name.from..name.to).filter_map(|at| annotated.at(at, sense));
        let first = annotated.at(name.from, WordClass::FamilyFirst);
        let vietnamese = first.is_some_and(|hit| hit.value % 10 == 1);
        hits.find_map(|hit| Sex::from_number(if vietnamese { hit.value % 10 } else { hit.value }))
    };
    let given = annotated.at(name.from, WordClass::GivenName);
    let given = given.and_then(|hit| Sex::from_number(hit.value));
    let after = names[n + 1..].iter().find(|other| other.kind == EntityKind::Person);
    let end = after.map_or(annotated.len(), |other| other.from).min(name.to + REACH);
    given.or_else(|| word(WordClass::SexInside)).or_else(|| pronoun(annotated, name.to, end))
}

/// The next pronoun of a sentence, or the first of the next one.
fn pronoun(annotated: &AnnotatedTokens, from: usize, end: usize) -> Option<Sex> {
    for i in from..end {
        if let Some(hit) = annotated.at(i, WordClass::SexPronoun) {
            return Sex::from_number(hit.value);
        }
        // "her country", and not "met her in Oslo"
        let own = annotated.at(i, WordClass::SexOwn).filter(|hit| {
            annotated.tokens.is_word(hit.next) && !annotated.is(hit.next, WordClass::NotName)
        });
        if let Some(hit) = own {
            return Sex::from_number(hit.value);
        }
        let somebody = [WordClass::Office, WordClass::OfficePlural, WordClass::Rank];
        if annotated.any(i, &somebody).is_some() || annotated.opens(i) {
            return None;
        }
    }
    None
}

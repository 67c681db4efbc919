//! What belongs to an office before a name: its seat, what it is of, and who else it is not of.

use super::annotated::AnnotatedTokens;
use super::candidate::Candidate;
use super::context::before_office;
use crate::interner::Interner;
use crate::lexicon::WordClass;

/// "Amir Tamim", where the text has an Amir Sheikh Tamim bin Hamad: the first word is no name.
pub(super) fn offices_known(annotated: &AnnotatedTokens, people: &mut [Candidate]) {
    let either = |i| annotated.is(i, WordClass::GivenName) && annotated.is(i, WordClass::Office);
    let key = |office, name| [annotated.tokens.key(office), annotated.tokens.key(name)].join(" ");
    let mut known = Interner::default();
    for person in people.iter() {
        if let Some((from, _)) = person.role.filter(|&(from, _)| either(from)) {
            known.first(&key(from, person.from), 0);
        }
    }
    for person in people {
        let (office, name) = (person.from, person.from + 1);
        if person.to > name && either(office) && known.get(&key(office, name)).is_some() {
            (person.from, person.weight) = (name, 8);
            person.role = Some((office, name));
        }
    }
}

/// "Custodian of the Two Holy Mosques, King Salman": whether behind a long office of the lists
/// and a comma another of the same person follows.
pub(super) fn another_follows(annotated: &AnnotatedTokens, comma: usize) -> bool {
    let long = annotated.before(comma, WordClass::Office).is_some_and(|(from, _)| comma - from > 4);
    long && annotated.is(comma + 1, WordClass::Office) && annotated.capital(comma + 1)
}

/// "Amir Khan" is no emir; "Amir Sheikh Tamim" and "Amir of Kuwait" are.
pub(super) fn is_given(annotated: &AnnotatedTokens, i: usize, next: usize) -> bool {
    annotated.is(i, WordClass::GivenName)
        && annotated.any(next, &[WordClass::Honorific, WordClass::Of, WordClass::Rank]).is_none()
}

/// "London Mayor Jane Doyle": the seat of an office before it. What follows "in" is a place.
pub(super) fn seat(annotated: &AnnotatedTokens, i: usize) -> Option<usize> {
    let (_, hit) = annotated.any(i, &[WordClass::City, WordClass::Region])?;
    let office = annotated.at(hit.next, WordClass::Office).is_some_and(|office| office.value < 2);
    let before = annotated.before(i, WordClass::PlaceWhere).is_some();
    let seat = office && !before && annotated.capital(i) && annotated.capital(hit.next);
    (seat && annotated.follows(hit.next)).then_some(hit.next)
}

/// The words of a title that tell the office of the one who is named behind it, if any do.
pub(super) fn office_of(
    annotated: &AnnotatedTokens,
    from: usize,
    mut to: usize,
) -> Option<(usize, usize)> {
    while to > from + 1 && annotated.tokens.is(to - 1, ',') {
        to -= 1;
    }
    // "the Vice President and President Marcos", "the Minister and Mr Marcos": two people
    let and = (from + 1..to).rev().find(|&at| annotated.is(at, WordClass::And));
    let article = annotated.before(from, WordClass::The).is_some();
    let last = |at, sense| annotated.at(at, sense).is_some_and(|hit| hit.next == to);
    let two = |&and: &usize| {
        (last(and + 1, WordClass::Office) || last(and + 1, WordClass::Honorific))
            && (from..and)
                .any(|at| annotated.at(at, WordClass::Office).is_some_and(|hit| hit.next == and))
    };
    match and.filter(two).filter(|_| article) {
        Some(and) => last(and + 1, WordClass::Office).then_some((and + 1, to)),
        None => Some((before_portfolio(annotated, from), to)),
    }
}

/// Where an office begins that tells before its first word what it is of: "Homeland Security
/// Secretary", "Vietnamese Public Security Minister".
fn before_portfolio(annotated: &AnnotatedTokens, from: usize) -> usize {
    let mut at = from;
    while at > 0 && annotated.follows(at) && annotated.portfolio(at - 1) {
        at -= 1;
    }
    // "NATO Secretary General"
    if let Some((body, _)) =
        annotated.before(at, WordClass::OrgKnown).filter(|_| annotated.follows(at))
    {
        at = body;
    }
    // "Trade and Industry Minister"
    let and = at > 1 && at < from && annotated.is(at - 1, WordClass::And);
    if and && annotated.follows(at) && annotated.portfolio(at - 2) {
        at -= 2;
    }
    if at < from { before_office(annotated, at) } else { from }
}

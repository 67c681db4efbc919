//! Lead-ins that begin with the date, or whose place or date stands in brackets.
//!
//! "February 21, 2025 (ADDIS ABABA) - ", "21 February 2025, Addis Ababa – ",
//! "Feb. 21 (Reuters) - ", "(ADDIS ABABA, 21 February 2025) – ",
//! "ADDIS ABABA (21 February 2025) – ", "BANGKOK (AFP, Aug 6, 2025) - ". The place is all
//! capitals or known to the gazetteer; a dash or a colon closes the lead-in.

use super::lead::{Lead, agencies, dash, known, place};
use crate::dates::scan;
use crate::lexicon::{Lexicon, WordClass};
use crate::span::Span;
use crate::tokens::Tokens;

/// What a pair of brackets holds, in any order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    pub(super) place: Option<Span>,
    /// The first token of a date.
    pub(super) date: Option<usize>,
    pub(super) agency: bool,
    /// The token after the closing bracket.
    pub(super) next: usize,
}

/// The lead-in at a token that is a date before a place or an agency, or brackets with both.
pub(super) fn at(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Lead> {
    let day = lexicon.at(tokens, i, WordClass::On).map_or(i, |hit| hit.next);
    let found = scan::at(tokens, lexicon, day).filter(|found| found.form.names_a_day());
    let open = found.map_or(i, |found| found.next);
    let Some(group) = group(tokens, lexicon, open) else {
        // "21 February 2025, Addis Ababa – "
        let full = found.filter(|found| found.form.is_full_day() && tokens.is(open, ','));
        let named = full.and_then(|_| place(tokens, lexicon, open + 1));
        let named = named.filter(|_| known(tokens, open + 1) && !tokens.opens(open + 1))?;
        let next = dash(tokens, named.next)?;
        return Some(Lead { place: Some(named.span), date: Some(day), next });
    };
    let date = match (found, group.date) {
        (Some(_), None) => day,
        (None, Some(date)) => date,
        _ => return None,
    };
    let colon = tokens.is(group.next, ':').then_some(group.next + 1);
    let next = dash(tokens, group.next).or(colon)?;
    let whole = group.place.is_some() || group.agency;
    whole.then_some(Lead { place: group.place, date: Some(date), next })
}

/// "(ADDIS ABABA, ENA)", "(AFP, Aug 6, 2025)": place, date and agency, each once at most, and
/// nothing else.
pub(super) fn group(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Group> {
    if !tokens.is(i, '(') || tokens.opens(i + 1) {
        return None;
    }
    let (mut group, mut at) = (Group::default(), i + 1);
    for _ in 0..3 {
        let day = lexicon.at(tokens, at, WordClass::On).map_or(at, |hit| hit.next);
        let date = scan::at(tokens, lexicon, day).filter(|found| found.form.names_a_day());
        if let Some(found) = date.filter(|_| group.date.is_none()) {
            (group.date, at) = (Some(day), found.next);
        } else if let Some(next) = agencies(tokens, lexicon, at).filter(|_| !group.agency) {
            (group.agency, at) = (true, next);
        } else {
            let named =
                place(tokens, lexicon, at).filter(|named| named.capitals || known(tokens, at));
            let named = named.filter(|_| group.place.is_none())?;
            (group.place, at) = (Some(named.span), named.next);
        }
        if tokens.opens(at) {
            return None;
        }
        if tokens.is(at, ')') {
            return Some(Group { next: at + 1, ..group });
        }
        at += usize::from(tokens.is_any(at, &[',', '/', ';', '|', '-', '–']));
    }
    None
}

//! Lead-ins: place, date and agency before the first sentence, up to a dash.
//!
//! "Paris (VNA) - ", "BEIJING, May 5 (Xinhua) -- ", "MOSCOW, May 5. /TASS/. ",
//! "New Delhi, May 5 (PTI) ", "VIETNAM, May 5 - HÀ NỘI — ", "(MOFA) - ", "HÀ NỘI — ",
//! "ADDIS ABABA - February 21, 2025 - "; those with place or date in brackets are in
//! [`super::bracketed`].
//!
//! The place is a few words with capitals. A place alone is a lead-in only if it is all
//! capitals and a report begins there; otherwise date or agency must stand with it. A colon
//! may stand for the dash behind a place in capitals that the gazetteer knows. The dash may be
//! missing only after place, date and agency in brackets. After a country and a date a second
//! place before a second dash is the place proper.

use super::bracketed::{self, Group};
use crate::dates::scan;
use crate::lexicon::{Lexicon, WordClass, world};
use crate::span::Span;
use crate::tokens::{DASHES, Kind, Tokens};

/// A lead-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lead {
    pub(crate) place: Option<Span>,
    /// The first token of the date, if there is one.
    pub(crate) date: Option<usize>,
    /// The token after the lead-in.
    pub(crate) next: usize,
}

/// The lead-in at a token, in a block that ends before token `last`.
pub(crate) fn at(
    tokens: &Tokens,
    lexicon: &Lexicon,
    i: usize,
    last: usize,
    fresh: bool,
) -> Option<Lead> {
    let lead = by_agency(tokens, lexicon, i)
        .or_else(|| by_place(tokens, lexicon, i, fresh))
        .or_else(|| bracketed::at(tokens, lexicon, i).filter(|_| fresh))?;
    (lead.next < last && !shouts(tokens, lead.next, last)).then_some(lead)
}

/// A place in capitals, or a place and a full date ("Paris, 21 March 2024"), on a line of its
/// own before a paragraph.
pub(crate) fn alone(
    tokens: &Tokens,
    lexicon: &Lexicon,
    (first, last): (usize, usize),
    following: usize,
) -> Option<Lead> {
    if let Some(lead) = dated(tokens, lexicon, (first, last)) {
        return Some(lead);
    }
    let label = lexicon.at(tokens, first, WordClass::Label).is_some_and(|hit| hit.next == last);
    let place = place(tokens, lexicon, first)
        .filter(|place| place.capitals && place.next == last && !label)?;
    let short = last - first <= 3 && place.span.end - place.span.start <= 30;
    (short && following >= PARAGRAPH).then_some(Lead {
        place: Some(place.span),
        date: None,
        next: last,
    })
}

/// "Paris, 21 March 2024" or "21 March 2024 - Paris - Ministry", and nothing else on its line,
/// which is the last of a few short ones.
pub(crate) fn dated(
    tokens: &Tokens,
    lexicon: &Lexicon,
    (first, last): (usize, usize),
) -> Option<Lead> {
    let line = (first..last).rev().find(|&i| tokens.torn(i)).unwrap_or(first);
    let first = if last - first <= HEAD { line } else { first };
    if let Some(lead) = dated_first(tokens, lexicon, (first, last)) {
        return Some(lead);
    }
    let place = place(tokens, lexicon, first)?;
    let comma = place.next + usize::from(tokens.is(place.next, ','));
    let date = lexicon.at(tokens, comma, WordClass::On).map_or(comma, |hit| hit.next);
    let found = scan::at(tokens, lexicon, date)?;
    let day = found.form.is_full_day();
    (comma > place.next && day && found.next == last).then_some(Lead {
        place: Some(place.span),
        date: Some(date),
        next: last,
    })
}

/// "New York", and nothing but the day below: how a statement ends.
pub(crate) fn above(
    tokens: &Tokens,
    lexicon: &Lexicon,
    (first, last): (usize, usize),
) -> Option<Lead> {
    let place = place(tokens, lexicon, first).filter(|place| place.next == last)?;
    let day = scan::at(tokens, lexicon, last).filter(|day| day.next == tokens.len())?;
    let full = day.form.is_full_day();
    (full && known(tokens, first)).then_some(Lead {
        place: Some(place.span),
        date: Some(last),
        next: last,
    })
}

/// "January 14, 2025 - Ottawa, Ontario - Global Affairs Canada", and nothing else on its line.
fn dated_first(tokens: &Tokens, lexicon: &Lexicon, (first, last): (usize, usize)) -> Option<Lead> {
    let found = scan::at(tokens, lexicon, first)?;
    let day = found.form.is_full_day();
    let from = dash(tokens, found.next).filter(|_| day && last - first <= HEAD)?;
    let place = place(tokens, lexicon, from).filter(|_| known(tokens, from))?;
    let ends = place.next == last || dash(tokens, place.next).is_some();
    let stops = tokens.is_any(last - 1, &['.', '!', '?']);
    (ends && !stops).then_some(Lead { place: Some(place.span), date: Some(first), next: last })
}

/// Lines over a report have no more tokens.
const HEAD: usize = 24;
/// A block of this many bytes is a paragraph.
const PARAGRAPH: usize = 80;

/// "(MOFA) - ", "NDO - ", "VNA – Hanoi, May 5 - ".
fn by_agency(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Lead> {
    let next = agency(tokens, lexicon, i, false)?;
    let next = dash(tokens, next)?;
    let place = by_place(tokens, lexicon, next, false);
    Some(place.unwrap_or(Lead { place: None, date: None, next }))
}

fn by_place(tokens: &Tokens, lexicon: &Lexicon, i: usize, fresh: bool) -> Option<Lead> {
    let place = place(tokens, lexicon, i)?;
    let (mut at, mut date, mut signed) = (place.next, None, false);
    if lexicon.at(tokens, i, WordClass::Label).is_some_and(|hit| hit.next == place.next) {
        // "PRESS RELEASE - …"
        return None;
    }
    if tokens.is(at, '|') && !known(tokens, i) {
        // The name of a reporter.
        return None;
    }
    at = hijri(tokens, at);
    for _ in 0..3 {
        let after = if tokens.is_any(at, &[',', '.', '|', ';']) { at + 1 } else { at };
        if tokens.opens(after) {
            break;
        }
        // "Hanoï, le 6 mai 2024 –"
        let day = lexicon.at(tokens, after, WordClass::On).map_or(after, |hit| hit.next);
        let found = scan::at(tokens, lexicon, day).filter(|found| found.form.names_a_day());
        if let Some(found) = found.filter(|_| date.is_none()) {
            date = Some(day);
            at = found.next;
        } else if let Some(next) = agency(tokens, lexicon, after, true).filter(|_| !signed) {
            signed = true;
            at = next;
        } else if let Some(group) = dated_group(tokens, lexicon, after).filter(|_| date.is_none()) {
            (date, at) = (group.date, group.next);
            signed |= group.agency;
        } else if date.is_some() && !signed && initials(tokens, after) {
            signed = true;
            at = after + 1;
        } else {
            break;
        }
    }
    let stop = usize::from(tokens.is(at, '.') && signed);
    let end = dash(tokens, at + stop);
    let next = match end {
        Some(next) => next,
        // "New Delhi, May 5 (PTI) The minister …", "MOSCOW, May 5. /TASS/. The minister …"
        None if signed && date.is_some() => at + stop,
        None if signed && tokens.is(at, ':') => at + 1,
        // "ISLAMABAD: The minister …"
        None if fresh && place.capitals && tokens.is(at, ':') && known(tokens, i) => at + 1,
        None => return None,
    };
    // "ADDIS ABABA - February 21, 2025 - "
    let second = scan::at(tokens, lexicon, next).filter(|found| found.form.is_full_day());
    let second = second.and_then(|found| dash(tokens, found.next)).filter(|_| date.is_none());
    if let Some(end) = second.filter(|_| place.capitals || signed || known(tokens, i)) {
        return Some(Lead { place: Some(place.span), date: Some(next), next: end });
    }
    let alone = date.is_none() && !signed;
    if alone && !(fresh && place.capitals) {
        return None;
    }
    if date.is_some() && !signed {
        // "VIETNAM, May 5 - HÀ NỘI — "
        let inner = self::place(tokens, lexicon, next).filter(|inner| inner.capitals);
        if let Some((span, next)) = inner.and_then(|p| Some((p.span, dash(tokens, p.next)?))) {
            return Some(Lead { place: Some(span), date, next });
        }
    }
    Some(Lead { place: Some(place.span), date, next })
}

/// Brackets with a date behind the place, and perhaps an agency.
fn dated_group(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Group> {
    let group = bracketed::group(tokens, lexicon, i)?;
    (group.date.is_some() && group.place.is_none()).then_some(group)
}

/// Initials before a dash, as unknown agencies sign: "Accra, Feb. 11, GNA – ".
fn initials(tokens: &Tokens, i: usize) -> bool {
    let short = (2..=6).contains(&tokens.raw(i).len());
    short && tokens.is_word(i) && tokens.all_capitals(i) && dash(tokens, i + 1).is_some()
}

/// Whether the gazetteer has a place here.
pub(super) fn known(tokens: &Tokens, i: usize) -> bool {
    world().all(tokens, i).next().is_some()
}

/// Past a day of the Islamic calendar, which stands before that of the Gregorian:
/// ", Muharram 4, 1447".
fn hijri(tokens: &Tokens, at: usize) -> usize {
    let words = (at + 1..at + 5).take_while(|&i| tokens.kind(i) != Some(Kind::Figures));
    let figures = at + 1 + words.count();
    let year = figures + 1 + usize::from(tokens.is(figures + 1, ','));
    let century = tokens.number(year).is_some_and(|year| (1300..1600).contains(&year));
    let whole = tokens.is(at, ',') && figures > at + 1 && tokens.figures(figures) <= 2 && century;
    if whole { year + 1 } else { at }
}

pub(super) struct Place {
    pub(super) span: Span,
    /// Whether it is all in capitals.
    pub(super) capitals: bool,
    pub(super) next: usize,
}

/// One to five words with capitals, small words between them ("Rio de Janeiro"), and
/// regions after commas, which are passed over.
pub(super) fn place(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Place> {
    let (next, words) = name(tokens, lexicon, i)?;
    let whole = |class| lexicon.at(tokens, i, class).is_some_and(|hit| hit.next == next);
    // "Le 6 mai 2024 (PARIS) –"
    if whole(WordClass::On) || whole(WordClass::DayWord) {
        return None;
    }
    let known_agency = whole(WordClass::Agency);
    // "The Hague" is a place, "The Voice of Vietnam" is not.
    let titled = lexicon.is(tokens, i, WordClass::The) && words > 2;
    if known_agency || titled || words > 5 {
        return None;
    }
    let span = tokens.cover(i, next);
    let capitals = (i..next).filter(|&n| tokens.is_word(n)).all(|n| tokens.all_capitals(n))
        && span.end > span.start + 1;
    let mut end = next;
    for _ in 0..2 {
        let comma = tokens.is(end, ',') || tokens.is(end, '/');
        match name(tokens, lexicon, end + 1).filter(|_| comma) {
            Some((next, words)) if words <= 4 && tokens.figures(next) == 0 => end = next,
            _ => break,
        }
    }
    Some(Place { span, capitals, next: end })
}

/// A run of words with capitals: the token after it, and how many words.
fn name(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(usize, usize)> {
    let dated = |at| {
        lexicon.is(tokens, at, WordClass::Month)
            || lexicon.is(tokens, at, WordClass::MonthShort)
            || lexicon.is(tokens, at, WordClass::Weekday)
            || lexicon.is(tokens, at, WordClass::WeekdayShort)
    };
    let word = |at: usize| tokens.is_word(at) && tokens.capital(at) && !dated(at);
    if !word(i) {
        return None;
    }
    let (mut at, mut words) = (i + 1, 1);
    while words <= 6 {
        let inner = usize::from(tokens.is_any(at, &['.', '-', '\'', '’']) && tokens.glued(at));
        let small = tokens.is_word(at + inner)
            && tokens.raw(at + inner).len() <= 3
            && !tokens.opens(at + inner);
        let here = at + inner;
        let closed = inner == 1 && tokens.is(at, '.') && !word(here);
        if closed {
            // "WASHINGTON, D.C." keeps its stop, "MOSCOW, May 5." does not come here.
            return Some((at + usize::from(tokens.raw(at - 1).chars().count() <= 2), words));
        }
        if word(here)
            && !tokens.opens(here)
            && (inner == 0 || tokens.glued(here) || tokens.is(at, '.'))
        {
            at = here + 1;
        } else if small && word(here + 1) && !tokens.opens(here + 1) {
            at = here + 2;
        } else if small
            && tokens.is_any(here + 1, &DASHES)
            && tokens.glued(here + 2)
            && word(here + 2)
        {
            at = here + 3;
        } else {
            break;
        }
        words += 1;
    }
    Some((at, words))
}

/// An agency: known, or any short name with capitals where brackets mark it and
/// `anything` goes.
fn agency(tokens: &Tokens, lexicon: &Lexicon, i: usize, anything: bool) -> Option<usize> {
    let close = match tokens.raw(i) {
        "(" => ')',
        "/" => '/',
        "[" => ']',
        _ => return agencies(tokens, lexicon, i).filter(|_| tokens.capital(i)),
    };
    let end =
        (i + 2..i + 8).take_while(|&at| !tokens.opens(at)).find(|&at| tokens.is(at, close))?;
    let known = agencies(tokens, lexicon, i + 1) == Some(end);
    let name = tokens.capital(i + 1) && (i + 1..end).all(|at| tokens.figures(at) == 0);
    (known || (anything && name)).then_some(end + 1)
}

/// "VNA", "VNA/VNS", "Nhan Dan".
pub(super) fn agencies(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<usize> {
    let mut end = lexicon.at_any_case(tokens, i, WordClass::Agency)?.next;
    if tokens.is(end, '.') && tokens.glued(end) && tokens.glued(end + 1) && tokens.is_word(end + 1)
    {
        // "VOV.VN"
        end += 2;
    }
    while tokens.is_any(end, &['/', '-']) && tokens.glued(end) && !tokens.opens(end + 1) {
        match lexicon.at_any_case(tokens, end + 1, WordClass::Agency) {
            Some(hit) => end = hit.next,
            None => break,
        }
    }
    Some(end)
}

/// A dash, or two hyphens, that parts rather than joins: the token after it.
pub(super) fn dash(tokens: &Tokens, i: usize) -> Option<usize> {
    if !tokens.is_any(i, &DASHES) || tokens.opens(i) {
        return None;
    }
    let next = i + 1 + usize::from(tokens.is_any(i + 1, &DASHES) && tokens.glued(i + 1));
    let joins = tokens.glued(i) && tokens.glued(next) && next == i + 1 && !tokens.is(i, '—');
    (!joins && !tokens.opens(next)).then_some(next)
}

/// Whether the words that follow are all in capitals: then it is a headline.
fn shouts(tokens: &Tokens, i: usize, last: usize) -> bool {
    let mut words = (i..last).filter(|&at| tokens.is_word(at)).take(8).peekable();
    words.peek().is_some() && words.all(|at| tokens.all_capitals(at))
}

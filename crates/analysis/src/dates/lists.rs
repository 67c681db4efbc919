//! Several days or months as one date: ranges and lists.
//!
//! Two points are joined by a dash, a slash, "to" or "and"; what one lacks the other gives:
//! "November 7-11", "27 April to 2 May 2024", "March – May 2024", "30 April/1 May". Days in a
//! row are one date too: "3/4 May", "3, 4 and 5 May", "May 3, 4 and 5". Days that are not in a
//! row ("3, 7 and 12 May") are a date each; the month is looked up behind the last.

use super::form::{Form, Point};
use super::points::{day, month, point, year_after};
use super::{figures, told, weekday};
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::{DASHES, Kind, Tokens};

/// One point or two, and the token after them.
pub(crate) type Points = (Point, Option<Point>, usize);

/// A list has no more days.
const LONGEST: usize = 8;

/// One point or two.
pub(crate) fn points(tokens: &Tokens, lexicon: &Lexicon, i: usize, cued: bool) -> Option<Points> {
    let Some((from, next)) = point(tokens, lexicon, i, cued) else {
        return days_ahead(tokens, lexicon, i);
    };
    let paired = pair(tokens, lexicon, i, from, next);
    if let Some((from, to, next)) = paired {
        return Some((from, Some(to), next));
    }
    // A month alone is told, not written, unless its year is.
    let dated =
        from.day.is_some() || from.year.is_some() || told::year(tokens, lexicon, next).is_some();
    dated.then_some((from, None, next))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    Slash,
    Comma,
    To,
    And,
}

impl Joint {
    /// Whether it joins the ends of a range rather than the items of a list.
    fn spans(self) -> bool {
        matches!(self, Self::Dash | Self::To)
    }
}

/// What joins two points at a token, and where the second begins.
fn joint(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(Joint, usize)> {
    // "3, 4, and 5 May"
    let and = i + usize::from(tokens.is(i, ','));
    let found = if tokens.is_any(i, &DASHES) {
        (Joint::Dash, i + 1 + usize::from(tokens.is(i + 1, '-') && tokens.glued(i + 1)))
    } else if tokens.is(i, '/') && tokens.glued(i) && tokens.glued(i + 1) {
        (Joint::Slash, i + 1)
    } else if let Some(hit) = lexicon.at(tokens, i, WordClass::To) {
        (Joint::To, hit.next)
    } else if tokens.is(i, '&') {
        (Joint::And, i + 1)
    } else if let Some(hit) = lexicon.at(tokens, and, WordClass::And) {
        (Joint::And, hit.next)
    } else if tokens.is(i, ',') {
        (Joint::Comma, i + 1)
    } else {
        return None;
    };
    let mut next = found.1;
    for word in [WordClass::The, WordClass::DayWord] {
        next = lexicon.at(tokens, next, word).map_or(next, |hit| hit.next);
    }
    // "Monday 6 to Wednesday 8 May"
    let day = weekday::before(tokens, lexicon, next).filter(|day| !day.bracket);
    next = day.filter(|_| found.0 != Joint::Comma).map_or(next, |day| day.start);
    (!tokens.opens(i) && !tokens.opens(and) && !tokens.opens(next)).then_some((found.0, next))
}

/// A day in a list before the month: what follows may be a slash or a comma.
fn listed_day(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    day(tokens, lexicon, i).or_else(|| {
        let number = tokens.number(i).filter(|_| tokens.figures(i) <= 2)?;
        let mark = tokens.is_any(i + 1, &['/', ',']) && tokens.glued(i + 1);
        let day = (1..=31).contains(&number) && mark && tokens.figures(i + 2) <= 2;
        day.then_some((number as u8, i + 1))
    })
}

/// "26-27 October 2024", "26–27/10", "3/4 May", "3, 4 and 5 May": the first days find their
/// month after the last.
fn days_ahead(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Points> {
    let (first, alone) = listed_day(tokens, lexicon, i)?;
    let numbered = lexicon.is_before(tokens, i, WordClass::Numbered);
    let between = is_between(tokens, lexicon, i);
    let on = lexicon.is_before(tokens, i, WordClass::On)
        || lexicon.is_before(tokens, i, WordClass::DayWord);
    let (mut last, mut next, mut in_row) = (first, alone, true);
    // As far as the days are in a row: "3-5" of "3-5 and 10-12 May".
    let mut head = (first, alone);
    for _ in 0..LONGEST {
        let (joint, at) = joint(tokens, lexicon, next)?;
        let spelled = || {
            let (_, end) = listed_day(tokens, lexicon, at)?;
            let of = lexicon.at(tokens, end, WordClass::Of).map_or(end, |hit| hit.next);
            month(tokens, lexicon, of)
        };
        let found = point(tokens, lexicon, at, true).filter(|(to, _)| to.day.is_some());
        if let Some((to, end)) = found.filter(|_| joint.spans() || on || spelled().is_some()) {
            let day = to.day.filter(|&day| day > last && !numbered)?;
            let point = |day| Point { day: Some(day), ..to };
            in_row &= day == last + 1 || joint.spans() || (between && joint == Joint::And);
            if in_row {
                return Some((point(first), Some(point(day)), end));
            }
            // "3/5 May" may be a share.
            let to = (head.0 > first).then(|| point(head.0));
            return (joint != Joint::Slash).then_some((point(first), to, head.1));
        }
        let (day, end) = listed_day(tokens, lexicon, at).filter(|&(day, _)| day > last)?;
        in_row &= day == last + 1 || joint.spans();
        (last, next) = (day, end);
        if in_row {
            head = (day, end);
        }
    }
    None
}

/// Whether "between" leads to a date, with an article or without.
fn is_between(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> bool {
    let small = i > 0
        && [WordClass::The, WordClass::DayWord].iter().any(|&word| lexicon.is(tokens, i - 1, word));
    lexicon.is_before(tokens, i, WordClass::Between)
        || small && lexicon.is_before(tokens, i - 1, WordClass::Between)
}

/// The second point after a first.
fn pair(
    tokens: &Tokens,
    lexicon: &Lexicon,
    start: usize,
    from: Point,
    next: usize,
) -> Option<(Point, Point, usize)> {
    // "from May 3, 2024, to May 5, 2024"
    let comma = tokens.is(next, ',') && lexicon.is(tokens, next + 1, WordClass::To);
    let (joint, next) = joint(tokens, lexicon, next + usize::from(comma))?;
    let between = is_between(tokens, lexicon, start);
    if joint == Joint::Comma {
        return days_behind(tokens, lexicon, from, (joint, next));
    }
    if let Some((to, end)) = point(tokens, lexicon, next, true) {
        let alike = from.day.is_some() == to.day.is_some() && to.month.is_some();
        // "May and June 2024", "May/June": months in a row.
        let months = from.day.is_none() && to.month == from.month.map(|month| month % 12 + 1);
        let listed = joint == Joint::And && !between && !months;
        if !alike || listed || (joint == Joint::Slash && from.day.is_none() && !months) {
            return None;
        }
        let (from, to) = from.share_year(to);
        return Some((from, to, end));
    }
    let first = from.day?;
    if let Some(year) =
        figures::short_year(tokens, next, from.year).filter(|_| joint == Joint::Dash)
    {
        // "May 7, 1954-2024": the day, and the same day so many years later.
        return Some((from, Point { year: Some(year), ..from }, next + 1));
    }
    if joint == Joint::And && !between || joint == Joint::Slash {
        return days_behind(tokens, lexicon, from, (joint, next));
    }
    let (last, end) = day(tokens, lexicon, next).filter(|_| from.year.is_none())?;
    if last <= first || lexicon.is(tokens, end, WordClass::Counted) {
        return None;
    }
    Some(with_last(tokens, lexicon, from, last, end))
}

/// "May 3 and 4", "May 3, 4 and 5": days in a row behind the month; the last after "and" or a
/// slash.
fn days_behind(
    tokens: &Tokens,
    lexicon: &Lexicon,
    from: Point,
    (mut joined, mut at): (Joint, usize),
) -> Option<(Point, Point, usize)> {
    let mut last = from.day.filter(|_| from.year.is_none() && !from.order_open)?;
    for _ in 0..LONGEST {
        let (day, end) = day(tokens, lexicon, at).filter(|&(day, _)| day == last + 1)?;
        last = day;
        if joined != Joint::Comma {
            let counted = lexicon.is(tokens, end, WordClass::Counted);
            return (!counted).then(|| with_last(tokens, lexicon, from, last, end));
        }
        (joined, at) = joint(tokens, lexicon, end)?;
    }
    None
}

/// The range to a last day of the same month, and the year behind it.
fn with_last(
    tokens: &Tokens,
    lexicon: &Lexicon,
    from: Point,
    last: u8,
    end: usize,
) -> (Point, Point, usize) {
    let year = year_after(tokens, lexicon, end);
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    let from = Point { year, ..from };
    (from, Point { day: Some(last), ..from }, end)
}

/// A day of a list behind the month, by its tokens.
pub(crate) struct Further {
    pub(crate) form: Form,
    pub(crate) tokens: (usize, usize),
}

/// The days of "May 6, 8 and 10" behind the first, which was found and ends before `next`. They
/// are not in a row, or they were found with it. The year behind the last, if there is one, is
/// told too.
pub(crate) fn further(
    tokens: &Tokens,
    lexicon: &Lexicon,
    first: &Form,
    next: usize,
) -> (Vec<Further>, Option<i32>) {
    let none = (Vec::new(), None);
    let Form::Yearless { from, to, weekday: None, shift: None } = *first else { return none };
    let day_last = next > 1 && (tokens.figures(next - 1) > 0 || tokens.is_word(next - 1));
    let month_first = day_last && month(tokens, lexicon, next - 1).is_none();
    let Some(mut last) = to.day.filter(|_| from == to && month_first && !from.order_open) else {
        return none;
    };
    let (mut days, mut at) = (Vec::new(), next);
    for _ in 0..LONGEST {
        let Some((joint, from_token)) = joint(tokens, lexicon, at) else { break };
        let listed = matches!(joint, Joint::Comma | Joint::And);
        let found = day(tokens, lexicon, from_token).filter(|&(day, _)| listed && day > last);
        let Some((day, end)) = found else { break };
        days.push((day, from_token, end));
        (last, at) = (day, end);
        if joint == Joint::And {
            let year = year_after(tokens, lexicon, end);
            let behind = year.map_or(end, |(_, next)| next);
            if !closes(tokens, lexicon, behind) {
                return none;
            }
            let year = year.map(|(year, _)| year);
            let point = |day| Point { year, day: Some(day), ..from };
            let count = days.len();
            let further = days.into_iter().enumerate().filter_map(|(n, (day, at, end))| {
                let end = if n + 1 == count { behind } else { end };
                Some(Further { form: Form::new(point(day), None, None)?, tokens: (at, end) })
            });
            return (further.collect(), year);
        }
    }
    none
}

/// Whether a list of days may end before a token: what follows is not what they count.
fn closes(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> bool {
    let links = [WordClass::When, WordClass::On, WordClass::The, WordClass::To];
    tokens.opens(i)
        || tokens.kind(i) == Some(Kind::Mark)
        || links.iter().any(|&link| lexicon.is(tokens, i, link))
}

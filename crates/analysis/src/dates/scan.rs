//! Dates as they are written: where one begins, what it says, where it ends.
//!
//! A written date is one *point* (any of year, month, day) or two joined by a dash, "to"
//! or "and"; what one point lacks the other gives: "November 7-11", "27 April to 2 May
//! 2024", "March – May 2024". Points come with the month in words (this file) or in
//! figures ([`super::figures`]); words such as "yesterday" are in [`super::told`].

use super::form::{Form, Point};
use super::{figures, told};
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::{DASHES, Kind, Tokens};

/// A date found: what it says, and the token after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) form: Form,
    pub(crate) next: usize,
}

/// The date that begins at a token, if one does.
pub(crate) fn at(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let touches = tokens.glued(i) && tokens.kind(i.max(1) - 1) != Some(Kind::Mark);
    let silent = match tokens.kind(i)? {
        Kind::Word => !lexicon.knows(tokens, i),
        Kind::Figures => false,
        Kind::Mark => true,
    };
    if touches || silent {
        return None;
    }
    written(tokens, lexicon, i)
        .or_else(|| told::at(tokens, lexicon, i))
        .or_else(|| figures::year(tokens, lexicon, i))
        .or_else(|| in_part(tokens, lexicon, i))
}

/// "early 2024", "mid-May", "later this year".
fn in_part(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let next = lexicon.at(tokens, i, WordClass::Part)?.next;
    let next = next + usize::from(tokens.is_any(next, &DASHES) && tokens.glued(next));
    let next = lexicon.at(tokens, next, WordClass::The).map_or(next, |hit| hit.next);
    if tokens.opens(next) || tokens.kind(next)? == Kind::Mark {
        return None;
    }
    let found = written(tokens, lexicon, next)
        .or_else(|| told::at(tokens, lexicon, next))
        .or_else(|| figures::year(tokens, lexicon, next))
        .or_else(|| told::bare(tokens, lexicon, next))?;
    let vague = match found.form {
        Form::Full(period) => period.start().day().is_none(),
        Form::Month { .. } | Form::Season { .. } | Form::Unit { .. } | Form::Same(_) => true,
        _ => false,
    };
    vague.then_some(found)
}

/// A date with a month, in words or figures, after a weekday or without.
fn written(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let weekday = lexicon
        .at(tokens, i, WordClass::Weekday)
        .or_else(|| lexicon.at(tokens, i, WordClass::WeekdayShort));
    let start = weekday.map_or(i, |hit| {
        let stop = hit.next + usize::from(tokens.is(hit.next, '.') && tokens.glued(hit.next));
        let comma = stop + usize::from(tokens.is(stop, ','));
        lexicon.at(tokens, comma, WordClass::The).map_or(comma, |the| the.next)
    });
    if start > i && tokens.opens(start) {
        return None;
    }
    let cued = weekday.is_some() || lexicon.is_before(tokens, i, WordClass::On);
    let (from, to, next) = points(tokens, lexicon, start, cued)?;
    let day = weekday.map(|hit| hit.value as u8);
    if day.is_some() && from.day.is_none() {
        return None;
    }
    let form = Form::new(from, to, day)?;
    if let Form::Yearless { from, to, weekday, .. } = form
        && let Some((shift, next)) = told::year(tokens, lexicon, next)
    {
        return Some(Match {
            form: Form::Yearless { from, to, weekday, shift: Some(shift) },
            next,
        });
    }
    Some(Match { form, next })
}

/// One point or two.
fn points(
    tokens: &Tokens,
    lexicon: &Lexicon,
    i: usize,
    cued: bool,
) -> Option<(Point, Option<Point>, usize)> {
    let Some((from, next)) = point(tokens, lexicon, i, cued) else {
        return open_range(tokens, lexicon, i);
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

/// "26-27 October 2024", "26–27/10": the first day finds its month after the second.
fn open_range(
    tokens: &Tokens,
    lexicon: &Lexicon,
    i: usize,
) -> Option<(Point, Option<Point>, usize)> {
    let (first, next) = day(tokens, lexicon, i)?;
    let (_, next) = joint(tokens, lexicon, next)?;
    let (to, next) = point(tokens, lexicon, next, true)?;
    let last = to.day.filter(|&last| last > first)?;
    Some((Point { day: Some(first), ..to }, Some(Point { day: Some(last), ..to }), next))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    To,
    And,
}

fn joint(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(Joint, usize)> {
    let found = if tokens.is_any(i, &DASHES) {
        (Joint::Dash, i + 1 + usize::from(tokens.is(i + 1, '-') && tokens.glued(i + 1)))
    } else if let Some(hit) = lexicon.at(tokens, i, WordClass::To) {
        (Joint::To, hit.next)
    } else if tokens.is(i, '&') {
        (Joint::And, i + 1)
    } else {
        (Joint::And, lexicon.at(tokens, i, WordClass::And)?.next)
    };
    let next = lexicon.at(tokens, found.1, WordClass::The).map_or(found.1, |hit| hit.next);
    (!tokens.opens(i) && !tokens.opens(next)).then_some((found.0, next))
}

/// The second point after a first.
fn pair(
    tokens: &Tokens,
    lexicon: &Lexicon,
    start: usize,
    from: Point,
    next: usize,
) -> Option<(Point, Point, usize)> {
    let (joint, next) = joint(tokens, lexicon, next)?;
    let between = lexicon.is_before(tokens, start, WordClass::Between);
    if let Some((to, end)) = point(tokens, lexicon, next, true) {
        let alike = from.day.is_some() == to.day.is_some() && to.month.is_some();
        if !alike || (joint == Joint::And && !between) {
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
    let (last, end) = day(tokens, lexicon, next).filter(|_| from.year.is_none())?;
    if last <= first || (joint == Joint::And && last != first + 1 && !between) {
        return None;
    }
    if lexicon.is(tokens, end, WordClass::Counted) {
        return None;
    }
    let (year, end) =
        year_after(tokens, lexicon, end).map_or((None, end), |(y, end)| (Some(y), end));
    let from = Point { year, ..from };
    Some((from, Point { day: Some(last), ..from }, end))
}

/// A year, month and day as far as they stand together.
fn point(tokens: &Tokens, lexicon: &Lexicon, i: usize, cued: bool) -> Option<(Point, usize)> {
    if let Some(found) = figures::point(tokens, lexicon, i, cued) {
        return Some(found);
    }
    if let Some((month, next)) = month(tokens, lexicon, i) {
        let the = lexicon.at(tokens, next, WordClass::The).map_or(next, |hit| hit.next);
        let found = day(tokens, lexicon, the).filter(|_| !tokens.opens(the));
        let (day, next) = found.map_or((None, next), |(day, next)| (Some(day), next));
        let year = year_after(tokens, lexicon, next);
        let (year, next) = year.map_or((None, next), |(year, next)| (Some(year), next));
        return Some((Point { year, month: Some(month), day }, next));
    }
    let (day, next) = day(tokens, lexicon, i)?;
    let next = if tokens.is(next, '-') && tokens.glued(next) && tokens.glued(next + 1) {
        next + 1
    } else {
        lexicon.at(tokens, next, WordClass::Of).map_or(next, |hit| hit.next)
    };
    let (month, next) = month(tokens, lexicon, next).filter(|_| !tokens.opens(next))?;
    let year = year_after(tokens, lexicon, next);
    let (year, next) = year.map_or((None, next), |(year, next)| (Some(year), next));
    Some((Point { year, month: Some(month), day: Some(day) }, next))
}

/// A month in words, or a word for "month" and its figure.
pub(crate) fn month(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Month) {
        return Some((hit.value as u8, hit.next));
    }
    if let Some(hit) = lexicon.at(tokens, i, WordClass::MonthShort) {
        let stop = tokens.is(hit.next, '.') && tokens.glued(hit.next);
        return Some((hit.value as u8, hit.next + usize::from(stop)));
    }
    let next = lexicon.at(tokens, i, WordClass::MonthWord)?.next;
    let month = tokens.number(next).filter(|n| (1..=12).contains(n) && !tokens.opens(next))?;
    Some((month as u8, next + 1))
}

/// A day of the month in figures, with its ending: never part of a larger number, an
/// hour or a quantity.
pub(crate) fn day(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(u8, usize)> {
    let mut number = tokens.number(i).filter(|_| tokens.figures(i) <= 2)?;
    let mut next = i + 1;
    if tokens.figures(i) == 1 && tokens.torn(next) && tokens.figures(next) == 1 {
        // "Jan 1⏎2": a line break in the figures.
        number = number * 10 + tokens.number(next)?;
        next += 1;
    }
    if tokens.glued(next) {
        if tokens.is_word(next) {
            if !lexicon.has(tokens.key(next), WordClass::Suffix) {
                return None;
            }
            next += 1;
        } else {
            let more = tokens.figures(next + 1) > 0 && tokens.glued(next + 1);
            let year = tokens.is(next, ',') && tokens.figures(next + 1) == 4;
            if tokens.is(next, '%') || (more && !year && tokens.is_any(next, &['.', ',', ':', '/']))
            {
                return None;
            }
        }
    }
    (1..=31).contains(&number).then_some((number as u8, next))
}

/// ", 2024", " 2024", " of 2024", " năm 2024", "/2024" after a day or month.
pub(crate) fn year_after(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, usize)> {
    let link = tokens.is_any(i, &[',', '.'])
        || (tokens.is_any(i, &['/', '-']) && tokens.glued(i) && tokens.glued(i + 1));
    let at = i + usize::from(link);
    let word = lexicon
        .at(tokens, at, WordClass::YearWord)
        .or_else(|| lexicon.at(tokens, at, WordClass::Of));
    let at = word.map_or(at, |hit| hit.next);
    if tokens.opens(at) || tokens.is(i, '.') && at == i + 1 && !tokens.glued(at) {
        return None;
    }
    figures::bare_year(tokens, lexicon, at, 1000..=2199).map(|year| (year, at + 1))
}

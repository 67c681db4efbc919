//! Dates as they are written or told: where one begins, what it says, where it ends.
//!
//! A written date is one *point* (any of year, month, day) or several: [`super::points`] has
//! those with the month in words, [`super::figures`] those in figures, [`super::lists`] puts
//! them together, [`super::weekday`] adds the weekday beside them. Words such as "yesterday"
//! are in [`super::told`], spans of time in [`super::counted`], other calendars in
//! [`super::calendars`].

use super::form::Form;
use super::{calendars, figures, lists, told, weekday};
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
    let found = calendars::at(tokens, lexicon, i)
        .or_else(|| written(tokens, lexicon, i))
        .or_else(|| told::at(tokens, lexicon, i))
        .or_else(|| figures::year(tokens, lexicon, i))
        .or_else(|| in_part(tokens, lexicon, i))?;
    Some(calendars::twice(tokens, lexicon, found))
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
        Form::Full(period) | Form::Noted(period, _) => period.start().day().is_none(),
        Form::Month { .. } | Form::Season { .. } | Form::Unit { .. } | Form::Same(_) => true,
        _ => false,
    };
    vague.then_some(found)
}

/// A date with a month, in words or figures, after a weekday or before one or without.
pub(crate) fn written(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let before = weekday::before(tokens, lexicon, i);
    let start = before.map_or(i, |day| day.start);
    let cued = before.is_some() || lexicon.is_before(tokens, i, WordClass::On);
    let (from, to, next) = lists::points(tokens, lexicon, start, cued)?;
    let Some(day) = before else {
        let form = Form::new(from, to, None)?;
        let single = to.is_none() && from.day.is_some();
        let behind = weekday::behind(tokens, lexicon, &form, next).filter(|_| single);
        let (form, next) = match behind {
            Some((weekday, next)) => (Form::new(from, to, Some(weekday))?, next),
            None => (form, next),
        };
        return Some(told_year(tokens, lexicon, form, next));
    };
    let closed = !day.bracket || tokens.is(next, ')');
    if from.day.is_none() || !closed {
        return None;
    }
    let form = Form::new(from, to, Some(day.weekday))?;
    Some(told_year(tokens, lexicon, form, next + usize::from(day.bracket)))
}

/// The date with a year that is told behind it: "October 14 last year".
fn told_year(tokens: &Tokens, lexicon: &Lexicon, form: Form, next: usize) -> Match {
    if let Form::Yearless { from, to, weekday, .. } = form
        && let Some((shift, next)) = told::year(tokens, lexicon, next)
    {
        let form = Form::Yearless { from, to, weekday, shift: Some(shift) };
        return Match { form, next };
    }
    Match { form, next }
}

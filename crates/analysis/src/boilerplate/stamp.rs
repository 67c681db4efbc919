//! Stamps: when and whence, as the page prints them.

use super::{Block, lead};
use crate::dates::{Form, scan};
use crate::lexicon::{Lexicon, WordClass};
use crate::span::Span;
use crate::tokens::{DASHES, Kind, Tokens};
use entente_model::BoilerplateKind;

/// Folds the block if it is a field of a record ("source: Xinhua"); says whether it was.
pub(crate) fn field(tokens: &Tokens, lexicon: &Lexicon, block: &mut Block, span: Span) -> bool {
    let (first, last) = block.tokens;
    let title = lexicon.at(tokens, first, WordClass::HeaderTitle);
    let hit = title.or_else(|| lexicon.at(tokens, first, WordClass::Header));
    let Some(colon) = hit.map(|hit| hit.next).filter(|&at| tokens.is(at, ':')) else {
        return false;
    };
    block.fold(span, BoilerplateKind::Stamp);
    if title.is_some() && colon + 1 < last {
        block.title = Some(Span { start: tokens.span(colon + 1).start, end: span.end });
    }
    true
}

/// A stamp that names an editor or a bureau beside its date is no longer, in bytes.
const SHORT: usize = 100;
/// Nor has it more words that are no part of a stamp.
const STRANGERS: usize = 6;

/// Whether the tokens are a stamp: dates, hours and cues alone; or on a short line that
/// is no sentence, a full date with an hour, a cue or an agency, and few words besides
/// ("Posted On: 11 OCT 2023 7:45PM by PIB Delhi").
pub(crate) fn line(tokens: &Tokens, lexicon: &Lexicon, (first, last): (usize, usize)) -> bool {
    if lexicon.at(tokens, first, WordClass::Label).is_some_and(|hit| hit.next == last) {
        return true;
    }
    let all = run(tokens, lexicon, first, last);
    if all.date > Dated::No && all.next == last {
        return true;
    }
    let span = tokens.cover(first, last);
    if span.end - span.start > SHORT || tokens.is_any(last.max(1) - 1, &['.', '!', '?']) {
        return false;
    }
    // "Source: China Military Online  Editor: Lin  Time: 2024-09-19 18:03:52"
    let field = |at: usize| {
        let cues = [WordClass::Stamp, WordClass::Credit, WordClass::Header];
        let mut hits = cues.iter().filter_map(|&cue| lexicon.at(tokens, at, cue));
        hits.find(|hit| tokens.is(hit.next, ':'))
    };
    let source = field(first).is_some();
    let (mut at, mut full, mut marked, mut strangers) = (first, false, source, 0);
    while at < last {
        let part = run(tokens, lexicon, at, last);
        full |= part.date == Dated::Full;
        marked |= part.clock || part.cue;
        if part.next > at {
            at = part.next;
        } else if let Some(hit) = field(at) {
            at = hit.next;
        } else if let Some(hit) = lexicon.at(tokens, at, WordClass::Agency) {
            marked = true;
            at = hit.next;
        } else {
            strangers += usize::from(tokens.is_word(at));
            at += 1;
        }
    }
    full && marked && strangers <= STRANGERS
}

/// The token after the stamp at the head of a text that goes on: one with a cue or an
/// hour, or one before a lead-in, or a full date before a dash.
pub(crate) fn prefix(
    tokens: &Tokens,
    lexicon: &Lexicon,
    first: usize,
    last: usize,
) -> Option<usize> {
    let run = run(tokens, lexicon, first, last);
    let next = run.next;
    let goes_on = tokens.is_word(next) && !tokens.capital(next);
    if run.date == Dated::No || next >= last || goes_on {
        return None;
    }
    let dashed = run.date == Dated::Full && tokens.is_any(next.max(1) - 1, &DASHES);
    let leads = || lead::at(tokens, lexicon, next, last, true).is_some();
    (run.cue || run.clock || dashed || leads()).then_some(next)
}

/// How far a run of a stamp says when.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Dated {
    No,
    /// By a day without a year, a weekday, "3 hours ago".
    Loosely,
    /// By a full day.
    Full,
}

struct Run {
    next: usize,
    date: Dated,
    cue: bool,
    clock: bool,
}

/// As many items as a stamp has.
const ITEMS: usize = 24;

/// Dates, hours, cues and the marks between them, as far as they go.
fn run(tokens: &Tokens, lexicon: &Lexicon, first: usize, last: usize) -> Run {
    let mut run = Run { next: first, date: Dated::No, cue: false, clock: false };
    for _ in 0..ITEMS {
        let at = run.next;
        if at >= last {
            break;
        }
        if let Some(found) = scan::at(tokens, lexicon, at).filter(|found| found.form.is_of_stamp())
        {
            run.next = found.next;
            run.date = run.date.max(dated(&found.form));
        } else if let Some(hit) = lexicon.at(tokens, at, WordClass::Stamp) {
            run.next = hit.next;
            run.cue = true;
        } else if let Some(next) = hour(tokens, at) {
            run.next = next;
            run.clock = true;
        } else if let Some(hit) =
            lexicon.at(tokens, at, WordClass::Clock).filter(|_| at > first || run.cue)
        {
            if run.cue && lexicon.is(tokens, at, WordClass::Ago) {
                run.date = run.date.max(Dated::Loosely);
            }
            run.next = hit.next;
        } else if between(tokens, lexicon, at, run.date) {
            run.next = at + 1;
        } else {
            break;
        }
    }
    run
}

fn dated(form: &Form) -> Dated {
    match form {
        Form::Full(period) | Form::Noted(period, _) if period.start().day().is_none() => Dated::No,
        _ if form.is_full_day() => Dated::Full,
        _ => Dated::Loosely,
    }
}

/// What may stand between the parts of a stamp: a short weekday, a mark, the figure of a
/// zone or of an hour.
fn between(tokens: &Tokens, lexicon: &Lexicon, i: usize, date: Dated) -> bool {
    let mark = tokens.kind(i) == Some(Kind::Mark)
        && !tokens.is_any(i, &['"', '“'])
        && (date > Dated::No || !tokens.is_any(i, &['(', '/']));
    let zone = tokens.is(i.max(1) - 1, '+');
    let hour = tokens.figures(i) <= 2 && lexicon.is(tokens, i + 1, WordClass::Clock);
    mark || lexicon.is(tokens, i, WordClass::WeekdayShort)
        || (tokens.figures(i) > 0 && (zone || hour))
}

/// "10:15", "10:15:30", "10h15".
fn hour(tokens: &Tokens, i: usize) -> Option<usize> {
    let two = |at: usize| (1..=2).contains(&tokens.figures(at));
    let parts = (two(i) && (tokens.is(i + 1, ':') || tokens.key(i + 1) == "h"))
        && tokens.glued(i + 1)
        && two(i + 2)
        && tokens.glued(i + 2);
    let seconds = tokens.is(i + 3, ':') && tokens.glued(i + 3) && two(i + 4) && tokens.glued(i + 4);
    parts.then_some(if seconds { i + 5 } else { i + 3 })
}

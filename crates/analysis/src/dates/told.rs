//! Dates told from another day: "yesterday", "next Tuesday", "last year", "the same day".

use super::form::{Form, Unit};
use super::scan::Match;
use super::{counted, points, weekday, weeks};
use crate::lexicon::{Hit, Lexicon, WordClass};
use crate::tokens::{DASHES, Tokens};

const UNITS: [(WordClass, Unit); 5] = [
    (WordClass::UnitWeekend, Unit::Weekend),
    (WordClass::UnitWeek, Unit::Week),
    (WordClass::UnitMonth, Unit::Month),
    (WordClass::UnitYear, Unit::Year),
    (WordClass::UnitDecade, Unit::Decade),
];
const SAME: [(WordClass, Unit); 4] = [
    (WordClass::SameDay, Unit::Day),
    (WordClass::SameWeek, Unit::Week),
    (WordClass::SameMonth, Unit::Month),
    (WordClass::SameYear, Unit::Year),
];

/// The told date that begins at a token.
pub(crate) fn at(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let found = |form, next| Some(Match { form, next });
    if let Some((hit, unit)) = one_of(tokens, lexicon, i, &SAME) {
        return found(Form::Same(unit), hit.next);
    }
    let beside = lexicon.at(tokens, i, WordClass::BesideDay);
    let day = lexicon.at(tokens, i, WordClass::Day);
    // "the day before yesterday"
    if let Some(hit) = day.filter(|day| beside.is_none_or(|beside| beside.next < day.next)) {
        // "tomorrow week"
        let weeks = lexicon.at(tokens, hit.next, WordClass::WeeksOn);
        if let Some(weeks) = weeks.filter(|_| hit.value >= 0 && !tokens.opens(hit.next)) {
            let form = Form::Unit { unit: Unit::Day, shift: hit.value + 7 * weeks.value };
            return found(form, weeks.next);
        }
        return found(Form::Unit { unit: Unit::Day, shift: hit.value }, hit.next);
    }
    if let Some(hit) = beside {
        let event = of_event(tokens, lexicon, hit.next);
        let form = Form::Beside { unit: Unit::Day, shift: hit.value };
        return found(if event { Form::Open(OF_EVENT) } else { form }, hit.next);
    }
    // "the week of May 6", "la semaine du 6 mai"
    if let Some(hit) = lexicon.at(tokens, i, WordClass::WeekOf)
        && let Some((point, next)) = points::point(tokens, lexicon, hit.next, true)
        && point.day.is_some()
        && !tokens.opens(hit.next)
    {
        return found(Form::WeekOf(point), next);
    }
    if let Some(found) = nth_weekday(tokens, lexicon, i) {
        return Some(found);
    }
    let owned = i > 1 && tokens.is_any(i - 2, &['\'', '’']) && tokens.glued(i - 1);
    if let Some(shift) = lexicon.at(tokens, i, WordClass::Shift).filter(|_| !owned)
        && let Some(next) = shifted(tokens, lexicon, shift.next, shift.value)
    {
        return Some(next);
    }
    if let Some(shift) = lexicon.at(tokens, i, WordClass::Beside) {
        let day = lexicon.at(tokens, shift.next, WordClass::Weekday);
        if let Some(day) = day.filter(|_| !tokens.opens(shift.next)) {
            let form = Form::BesideWeekday { weekday: day.value as u8, shift: shift.value };
            return found(form, day.next);
        }
        let (hit, unit) = one_of(tokens, lexicon, shift.next, &UNITS)?;
        return found(Form::Beside { unit, shift: shift.value }, hit.next);
    }
    // "ngày 5 tháng trước" is the 5th of last month; "5 tháng trước" is five months ago.
    let day = lexicon.is_before(tokens, i, WordClass::DayWord);
    day.then(|| of_month(tokens, lexicon, i))
        .flatten()
        .or_else(|| counted::at(tokens, lexicon, i))
        .or_else(|| season(tokens, lexicon, i))
        .or_else(|| weekend(tokens, lexicon, i))
        .or_else(|| named(tokens, lexicon, i))
        .or_else(|| of_month(tokens, lexicon, i))
        .or_else(|| days(tokens, lexicon, i))
}

/// Why "the day before the summit" stays open.
const OF_EVENT: &str = "it is counted from an event";

/// Whether an event stands behind "the day before", "la veille".
fn of_event(tokens: &Tokens, lexicon: &Lexicon, next: usize) -> bool {
    let apart = lexicon.is_before(tokens, next, WordClass::Apart);
    let own = lexicon.is(tokens, next, WordClass::Anchor) || tokens.capital(next);
    let of = lexicon.is(tokens, next, WordClass::Of);
    !tokens.opens(next) && (of || apart && own)
}

/// "the first Monday of May", "the last Friday in April 2024".
fn nth_weekday(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let last = lexicon.at(tokens, i, WordClass::Shift).filter(|hit| hit.value == -1);
    let ordinal = lexicon.at(tokens, i, WordClass::Ordinal);
    let hit = last.or(ordinal.filter(|hit| (1..=5).contains(&hit.value)))?;
    let weekday = lexicon.at(tokens, hit.next, WordClass::Weekday)?;
    let links = [WordClass::Of, WordClass::When];
    let of = links.iter().find_map(|&link| lexicon.at(tokens, weekday.next, link))?;
    let (month, next) = points::month(tokens, lexicon, of.next)?;
    if (i + 1..next).any(|token| tokens.opens(token)) {
        return None;
    }
    let (year, next) = points::year_after(tokens, lexicon, next)
        .map_or((None, next), |(year, next)| (Some(year), next));
    let nth = if last.is_some() { -1 } else { hit.value as i8 };
    let form = Form::NthWeekday { nth, weekday: weekday.value as u8, month, year };
    Some(Match { form, next })
}

/// "spring 2025", "the third quarter of this year", "in the autumn", not "the fall of Saigon".
fn season(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let hit = lexicon.at(tokens, i, WordClass::Season)?;
    let month = hit.value as u8;
    if let Some((year, next)) = points::year_after(tokens, lexicon, hit.next) {
        let period = super::form::season(year, month)?;
        return Some(Match { form: Form::Full(period), next });
    }
    if let Some((shift, next)) = year(tokens, lexicon, hit.next) {
        return Some(Match { form: Form::Season { month, shift: Some(shift) }, next })
            .filter(|_| month != 12);
    }
    let the = i > 0 && lexicon.is_before(tokens, i, WordClass::The);
    let cued = lexicon.is_before(tokens, i - usize::from(the), WordClass::When);
    let other = lexicon.is(tokens, hit.next, WordClass::Of);
    let form = Form::Season { month, shift: None };
    (cued && !other && !tokens.opens(i)).then_some(Match { form, next: hit.next })
}

/// "year" after "the end of the": this one. A season after "early" is by the tense.
pub(crate) fn bare(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Season) {
        let form = Form::Season { month: hit.value as u8, shift: None };
        return Some(Match { form, next: hit.next });
    }
    let the = i > 0 && lexicon.is_before(tokens, i, WordClass::The);
    let (hit, unit) = one_of(tokens, lexicon, i, &UNITS).filter(|_| the)?;
    let other = lexicon.is(tokens, hit.next, WordClass::Of);
    (!other).then_some(Match { form: Form::Unit { unit, shift: 0 }, next: hit.next })
}

/// "over the weekend".
fn weekend(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let hit = lexicon.at(tokens, i, WordClass::UnitWeekend)?;
    let the = i > 1 && lexicon.is_before(tokens, i, WordClass::The);
    let over = the && lexicon.is_before(tokens, i - 1, WordClass::Over);
    over.then_some(Match { form: Form::Weekend, next: hit.next })
}

/// "the 19th of this month".
fn of_month(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let (day, next) = points::day(tokens, lexicon, i)?;
    let of = lexicon.at(tokens, next, WordClass::Of).map(|hit| hit.next);
    let at = of.or(lexicon.is_before(tokens, i, WordClass::DayWord).then_some(next))?;
    let shift = lexicon.at(tokens, at, WordClass::Shift);
    let month = lexicon.at(tokens, shift.map_or(at, |hit| hit.next), WordClass::UnitMonth)?;
    // "ngày 5 tháng trước", "le 5 du mois dernier"
    let behind = || lexicon.at(tokens, month.next, WordClass::ShiftAfter);
    let (shift, next) = match shift {
        Some(shift) => (shift.value, month.next),
        None => behind().map(|hit| (hit.value, hit.next))?,
    };
    let whole = (i + 1..next).all(|token| !tokens.opens(token));
    whole.then_some(Match { form: Form::Days { from: day, to: day, shift }, next })
}

/// "last year" and its like after a day or month: so many years from that of the report.
pub(crate) fn year(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, usize)> {
    let i = lexicon.at(tokens, i, WordClass::Of).map_or(i, |hit| hit.next);
    if let Some((years, next)) = counted::years_ago(tokens, lexicon, i) {
        return Some((-years, next));
    }
    let shift = lexicon.at(tokens, i, WordClass::Shift);
    let unit = lexicon.at(tokens, shift.map_or(i, |hit| hit.next), WordClass::UnitYear)?;
    let (value, next) = match shift {
        Some(hit) => (hit.value, unit.next),
        None => {
            lexicon.at(tokens, unit.next, WordClass::ShiftAfter).map(|hit| (hit.value, hit.next))?
        }
    };
    (!tokens.opens(i) && !tokens.opens(next - 1)).then_some((value, next))
}

pub(super) fn one_of(
    tokens: &Tokens,
    lexicon: &Lexicon,
    i: usize,
    senses: &[(WordClass, Unit)],
) -> Option<(Hit, Unit)> {
    let hit = |&(sense, unit)| lexicon.at(tokens, i, sense).map(|hit| (hit, unit));
    senses.iter().filter_map(hit).max_by_key(|(hit, _)| hit.next)
}

/// What follows "last", "this" or "next".
fn shifted(tokens: &Tokens, lexicon: &Lexicon, i: usize, shift: i32) -> Option<Match> {
    if tokens.opens(i) {
        return None;
    }
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Weekday) {
        let form = Form::Weekday { weekday: hit.value as u8, shift: Some(shift) };
        return Some(Match { form, next: hit.next });
    }
    if let Some((month, next)) = points::month(tokens, lexicon, i) {
        // "this May 5" is a written date.
        let day = points::day(tokens, lexicon, next).is_some() && !tokens.opens(next);
        return (!day).then_some(Match { form: Form::Month { month, shift: Some(shift) }, next });
    }
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Season) {
        // "last quarter of 2024" is told whole.
        let other = lexicon.is(tokens, hit.next, WordClass::Of);
        let form = Form::Season { month: hit.value as u8, shift: Some(shift) };
        return (!other).then_some(Match { form, next: hit.next });
    }
    let (hit, unit) = one_of(tokens, lexicon, i, &UNITS)?;
    // "last week Monday"
    let day = lexicon.at(tokens, hit.next, WordClass::Weekday).filter(|_| unit == Unit::Week);
    if let Some(day) = day.filter(|_| !tokens.opens(hit.next)) {
        return Some(Match {
            form: Form::WeekdayOf { weekday: day.value as u8, shift },
            next: day.next,
        });
    }
    // "the last week of May" is told from May.
    let bound = lexicon.is(tokens, hit.next, WordClass::Of) && shift != 0;
    (!bound).then_some(Match { form: Form::Unit { unit, shift }, next: hit.next })
}

/// A weekday, a month after "in" or "since"; in languages that say so, with the shift
/// behind: "mardi prochain", "tuần trước".
fn named(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let shift_at = |next: usize| {
        lexicon.at(tokens, next, WordClass::ShiftAfter).filter(|_| !tokens.opens(next))
    };
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Weekday) {
        // "Monday next week", "Monday of last week", "lundi de la semaine prochaine"
        if let Some((shift, next)) = week_behind(tokens, lexicon, hit.next) {
            let form = Form::WeekdayOf { weekday: hit.value as u8, shift };
            return Some(Match { form, next });
        }
        if let Some(found) = weeks::beside(tokens, lexicon, i, hit) {
            return Some(found);
        }
        if let Some(found) = weeks::behind(tokens, lexicon, hit.value as u8, hit.next) {
            return Some(found);
        }
        if let Some((to, next)) = weekday::range(tokens, lexicon, i) {
            return Some(Match { form: Form::Weekdays { from: hit.value as u8, to }, next });
        }
        if let Some((day, next)) = weekday::day_of_month(tokens, lexicon, hit.next) {
            let form = Form::WeekdayDay { weekday: hit.value as u8, day };
            return Some(Match { form, next });
        }
        let shift = shift_at(hit.next);
        let form = Form::Weekday { weekday: hit.value as u8, shift: shift.map(|s| s.value) };
        return Some(Match { form, next: shift.map_or(hit.next, |s| s.next) });
    }
    // "5 năm qua", "hai năm tới": so many units, not the last or next one.
    let counted = i > 0
        && (tokens.figures(i - 1) > 0 || lexicon.is_before(tokens, i, WordClass::Number))
        && !lexicon.is_before(tokens, i - 1, WordClass::OrdinalBefore);
    if let Some((hit, unit)) = one_of(tokens, lexicon, i, &UNITS)
        && let Some(shift) = shift_at(hit.next).filter(|_| !counted)
    {
        return Some(Match { form: Form::Unit { unit, shift: shift.value }, next: shift.next });
    }
    if let Some(hit) = lexicon.at(tokens, i, WordClass::Season)
        && let Some(shift) = shift_at(hit.next)
    {
        let form = Form::Season { month: hit.value as u8, shift: Some(shift.value) };
        return Some(Match { form, next: shift.next });
    }
    let (month, next) = points::month(tokens, lexicon, i)?;
    if let Some(shift) = shift_at(next) {
        let form = Form::Month { month, shift: Some(shift.value) };
        return Some(Match { form, next: shift.next });
    }
    let joined = tokens.is_any(i.max(1) - 1, &DASHES) && tokens.glued(i);
    let cued = i > 0 && !tokens.opens(i) && lexicon.is_before(tokens, i, WordClass::When)
        || lexicon.is_before(tokens, i, WordClass::Part)
        || (joined && lexicon.is_before(tokens, i - 1, WordClass::Part))
        || lexicon.is(tokens, i, WordClass::MonthWord);
    let name = tokens.is_word(next) && tokens.capital(next) && !tokens.opens(next);
    (cued && !name).then_some(Match { form: Form::Month { month, shift: None }, next })
}

/// "next week", "of last week", "de la semaine prochaine" behind a weekday.
fn week_behind(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, usize)> {
    let of = lexicon.at(tokens, i, WordClass::Of).map_or(i, |hit| hit.next);
    let at = lexicon.at(tokens, of, WordClass::The).map_or(of, |hit| hit.next);
    let shift = lexicon.at(tokens, at, WordClass::Shift);
    let week = lexicon.at(tokens, shift.map_or(at, |hit| hit.next), WordClass::UnitWeek)?;
    let shift = if let Some(shift) = shift {
        (shift.value, week.next)
    } else {
        let behind = lexicon.at(tokens, week.next, WordClass::ShiftAfter)?;
        (behind.value, behind.next)
    };
    (i..shift.1).all(|token| !tokens.opens(token)).then_some(shift)
}

/// "from 26-27.", "on the 27th.": days whose month is not said, where nothing follows
/// that they could count.
fn days(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let the = i > 0 && lexicon.is_before(tokens, i, WordClass::The);
    let on = i - usize::from(the);
    if tokens.figures(i) == 0 || !lexicon.is_before(tokens, on, WordClass::On) {
        return None;
    }
    let (from, next) = points::day(tokens, lexicon, i)?;
    let to = Some(next + 1).filter(|_| tokens.is_any(next, &DASHES));
    let to = to.and_then(|at| points::day(tokens, lexicon, at)).filter(|&(to, _)| to > from);
    let ordinal = next > i + 1;
    let (to, next) = to.unwrap_or((from, next));
    let ends = tokens.opens(next) || tokens.is_any(next, &[',', '.', ';', ')', ':']);
    (ends && (to > from || (the && ordinal)))
        .then_some(Match { form: Form::Days { from, to, shift: 0 }, next })
}

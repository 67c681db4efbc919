//! Dates told from another day: "yesterday", "next Tuesday", "last year", "the same day".

use super::form::{Form, Unit};
use super::scan::{self, Match};
use crate::lexicon::{Hit, Pack, Sense};
use crate::tokens::{DASHES, Tokens};

const UNITS: [(Sense, Unit); 5] = [
    (Sense::UnitWeekend, Unit::Weekend),
    (Sense::UnitWeek, Unit::Week),
    (Sense::UnitMonth, Unit::Month),
    (Sense::UnitYear, Unit::Year),
    (Sense::UnitDecade, Unit::Decade),
];
const COUNTED_UNITS: [(Sense, Unit); 5] = [
    (Sense::UnitsDay, Unit::Day),
    (Sense::UnitsWeek, Unit::Week),
    (Sense::UnitsMonth, Unit::Month),
    (Sense::UnitsYear, Unit::Year),
    (Sense::UnitsDecade, Unit::Decade),
];
const SAME: [(Sense, Unit); 4] = [
    (Sense::SameDay, Unit::Day),
    (Sense::SameWeek, Unit::Week),
    (Sense::SameMonth, Unit::Month),
    (Sense::SameYear, Unit::Year),
];

/// The told date that begins at a token.
pub(crate) fn at(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    let found = |form, next| Some(Match { form, next });
    if let Some((hit, unit)) = one_of(tokens, pack, i, &SAME) {
        return found(Form::Same(unit), hit.next);
    }
    if let Some(hit) = pack.at(tokens, i, Sense::BesideDay) {
        return found(Form::Beside { unit: Unit::Day, shift: hit.value }, hit.next);
    }
    if let Some(hit) = pack.at(tokens, i, Sense::Day) {
        return found(Form::Unit { unit: Unit::Day, shift: hit.value }, hit.next);
    }
    let owned = i > 1 && tokens.is_any(i - 2, &['\'', '’']) && tokens.glued(i - 1);
    if let Some(shift) = pack.at(tokens, i, Sense::Shift).filter(|_| !owned)
        && let Some(next) = shifted(tokens, pack, shift.next, shift.value)
    {
        return Some(next);
    }
    if let Some(shift) = pack.at(tokens, i, Sense::Beside) {
        let (hit, unit) = one_of(tokens, pack, shift.next, &UNITS)?;
        return found(Form::Beside { unit, shift: shift.value }, hit.next);
    }
    ago(tokens, pack, i)
        .or_else(|| season(tokens, pack, i))
        .or_else(|| weekend(tokens, pack, i))
        .or_else(|| named(tokens, pack, i))
        .or_else(|| of_month(tokens, pack, i))
        .or_else(|| days(tokens, pack, i))
}

/// "spring 2025", "the third quarter of this year", "in the autumn", not "the fall of Saigon".
fn season(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    let hit = pack.at(tokens, i, Sense::Season)?;
    let month = hit.value as u8;
    if let Some((year, next)) = scan::year_after(tokens, pack, hit.next) {
        let period = super::form::season(year, month)?;
        return Some(Match { form: Form::Full(period), next });
    }
    if let Some((shift, next)) = year(tokens, pack, hit.next) {
        return Some(Match { form: Form::Season { month, shift: Some(shift) }, next })
            .filter(|_| month != 12);
    }
    let the = i > 0 && pack.is_before(tokens, i, Sense::The);
    let cued = pack.is_before(tokens, i - usize::from(the), Sense::When);
    let other = pack.is(tokens, hit.next, Sense::Of);
    let form = Form::Season { month, shift: None };
    (cued && !other && !tokens.opens(i)).then_some(Match { form, next: hit.next })
}

/// "year" after "the end of the": this one. A season after "early" is by the tense.
pub(crate) fn bare(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    if let Some(hit) = pack.at(tokens, i, Sense::Season) {
        let form = Form::Season { month: hit.value as u8, shift: None };
        return Some(Match { form, next: hit.next });
    }
    let the = i > 0 && pack.is_before(tokens, i, Sense::The);
    let (hit, unit) = one_of(tokens, pack, i, &UNITS).filter(|_| the)?;
    let other = pack.is(tokens, hit.next, Sense::Of);
    (!other).then_some(Match { form: Form::Unit { unit, shift: 0 }, next: hit.next })
}

/// "over the weekend".
fn weekend(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    let hit = pack.at(tokens, i, Sense::UnitWeekend)?;
    let the = i > 1 && pack.is_before(tokens, i, Sense::The);
    let over = the && pack.is_before(tokens, i - 1, Sense::Over);
    over.then_some(Match { form: Form::Weekend, next: hit.next })
}

/// "the 19th of this month".
fn of_month(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    let (day, next) = scan::day(tokens, pack, i)?;
    let of = pack.at(tokens, next, Sense::Of)?.next;
    let shift = pack.at(tokens, of, Sense::Shift)?;
    let month = pack.at(tokens, shift.next, Sense::UnitMonth)?;
    let form = Form::Days { from: day, to: day, shift: shift.value };
    Some(Match { form, next: month.next })
}

/// "last year" and its like after a day or month: so many years from that of the report.
pub(crate) fn year(tokens: &Tokens, pack: &Pack, i: usize) -> Option<(i32, usize)> {
    let i = pack.at(tokens, i, Sense::Of).map_or(i, |hit| hit.next);
    let shift = pack.at(tokens, i, Sense::Shift);
    let unit = pack.at(tokens, shift.map_or(i, |hit| hit.next), Sense::UnitYear)?;
    let (value, next) = match shift {
        Some(hit) => (hit.value, unit.next),
        None => pack.at(tokens, unit.next, Sense::ShiftAfter).map(|hit| (hit.value, hit.next))?,
    };
    (!tokens.opens(i) && !tokens.opens(next - 1)).then_some((value, next))
}

fn one_of(tokens: &Tokens, pack: &Pack, i: usize, senses: &[(Sense, Unit)]) -> Option<(Hit, Unit)> {
    let hit = |&(sense, unit)| pack.at(tokens, i, sense).map(|hit| (hit, unit));
    senses.iter().filter_map(hit).max_by_key(|(hit, _)| hit.next)
}

/// What follows "last", "this" or "next".
fn shifted(tokens: &Tokens, pack: &Pack, i: usize, shift: i32) -> Option<Match> {
    if tokens.opens(i) {
        return None;
    }
    if let Some(hit) = pack.at(tokens, i, Sense::Weekday) {
        let form = Form::Weekday { weekday: hit.value as u8, shift: Some(shift) };
        return Some(Match { form, next: hit.next });
    }
    if let Some((month, next)) = scan::month(tokens, pack, i) {
        // "this May 5" is a written date.
        let day = scan::day(tokens, pack, next).is_some() && !tokens.opens(next);
        return (!day).then_some(Match { form: Form::Month { month, shift: Some(shift) }, next });
    }
    if let Some(hit) = pack.at(tokens, i, Sense::Season) {
        // "last quarter of 2024" is told whole.
        let other = pack.is(tokens, hit.next, Sense::Of);
        let form = Form::Season { month: hit.value as u8, shift: Some(shift) };
        return (!other).then_some(Match { form, next: hit.next });
    }
    let (hit, unit) = one_of(tokens, pack, i, &UNITS)?;
    // "the last week of May" is told from May.
    let bound = pack.is(tokens, hit.next, Sense::Of) && shift != 0;
    (!bound).then_some(Match { form: Form::Unit { unit, shift }, next: hit.next })
}

/// "three days ago", "il y a trois jours".
fn ago(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    let lead = pack.at(tokens, i, Sense::AgoBefore);
    let at = lead.map_or(i, |hit| hit.next);
    let (count, next) = match tokens.number(at).filter(|&n| n < 1000) {
        Some(number) => (number as i32, at + 1),
        None => pack.at(tokens, at, Sense::Number).map(|hit| (hit.value, hit.next))?,
    };
    let (hit, unit) = one_of(tokens, pack, next, &COUNTED_UNITS)?;
    let end = match lead {
        Some(_) => hit.next,
        None => pack.at(tokens, hit.next, Sense::Ago)?.next,
    };
    (!tokens.opens(next)).then_some(Match { form: Form::Ago { unit, count }, next: end })
}

/// A weekday, a month after "in" or "since"; in languages that say so, with the shift
/// behind: "mardi prochain", "tuần trước".
fn named(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    let shift_at =
        |next: usize| pack.at(tokens, next, Sense::ShiftAfter).filter(|_| !tokens.opens(next));
    if let Some(hit) = pack.at(tokens, i, Sense::Weekday) {
        let shift = shift_at(hit.next);
        let form = Form::Weekday { weekday: hit.value as u8, shift: shift.map(|s| s.value) };
        return Some(Match { form, next: shift.map_or(hit.next, |s| s.next) });
    }
    if let Some((hit, unit)) = one_of(tokens, pack, i, &UNITS)
        && let Some(shift) = shift_at(hit.next)
    {
        return Some(Match { form: Form::Unit { unit, shift: shift.value }, next: shift.next });
    }
    let (month, next) = scan::month(tokens, pack, i)?;
    if let Some(shift) = shift_at(next) {
        let form = Form::Month { month, shift: Some(shift.value) };
        return Some(Match { form, next: shift.next });
    }
    let joined = tokens.is_any(i.max(1) - 1, &DASHES) && tokens.glued(i);
    let cued = i > 0 && !tokens.opens(i) && pack.is_before(tokens, i, Sense::When)
        || pack.is_before(tokens, i, Sense::Part)
        || (joined && pack.is_before(tokens, i - 1, Sense::Part))
        || pack.is(tokens, i, Sense::MonthWord);
    let name = tokens.is_word(next) && tokens.capital(next) && !tokens.opens(next);
    (cued && !name).then_some(Match { form: Form::Month { month, shift: None }, next })
}

/// "from 26-27.", "on the 27th.": days whose month is not said, where nothing follows
/// that they could count.
fn days(tokens: &Tokens, pack: &Pack, i: usize) -> Option<Match> {
    let the = i > 0 && pack.is_before(tokens, i, Sense::The);
    let on = i - usize::from(the);
    if tokens.figures(i) == 0 || !pack.is_before(tokens, on, Sense::On) {
        return None;
    }
    let (from, next) = scan::day(tokens, pack, i)?;
    let to = Some(next + 1).filter(|_| tokens.is_any(next, &DASHES));
    let to = to.and_then(|at| scan::day(tokens, pack, at)).filter(|&(to, _)| to > from);
    let ordinal = next > i + 1;
    let (to, next) = to.unwrap_or((from, next));
    let ends = tokens.opens(next) || tokens.is_any(next, &[',', '.', ';', ')', ':']);
    (ends && (to > from || (the && ordinal)))
        .then_some(Match { form: Form::Days { from, to, shift: 0 }, next })
}

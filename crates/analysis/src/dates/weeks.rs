//! Weekdays counted by weeks or by their own name: "two Mondays ago", "a week ago Tuesday", "a week
//! from Friday", "Monday week", "Tuesday two weeks ago".
//!
//! "A week ago Tuesday" is a week before the last Tuesday, "Monday week" a week after the next
//! Monday; "Tuesday two weeks ago" is in that week, "the Monday before" beside a day told before.

use super::counted::{self, Stretch};
use super::form::{Form, Unit};
use super::scan::Match;
use crate::lexicon::{Hit, Lexicon, WordClass};
use crate::tokens::Tokens;

/// "two Mondays ago", "three Fridays from now"; of "several Mondays ago" nobody knows which.
pub(super) fn by_name(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    let many = |at| lexicon.at(tokens, at, WordClass::WeekdayMany).filter(|_| !tokens.opens(at));
    let vague =
        lexicon.at(tokens, i, WordClass::Vague).and_then(|hit| Some((None, many(hit.next)?)));
    let number = || {
        let (count, next) = counted::number(tokens, lexicon, i)?;
        Some((Some(count), many(next)?))
    };
    let (count, weekday) = vague.or_else(number)?;
    let ago = lexicon.at(tokens, weekday.next, WordClass::Ago)?;
    let form = match count {
        Some(count) => Form::Weekday {
            weekday: weekday.value as u8,
            shift: Some(ago.value * count.clamp(1, LONGEST)),
        },
        None => Form::Open(counted::VAGUE),
    };
    Some(Match { form, next: ago.next })
}

/// No more weeks are counted: a century.
const LONGEST: i32 = 5200;

/// The day behind "a week ago": "Tuesday", "on Tuesday", "last Tuesday", "yesterday".
pub(super) fn day_behind(tokens: &Tokens, lexicon: &Lexicon, found: Match) -> Match {
    let Form::Ago { unit: Unit::Week, count, rough: false } = found.form else { return found };
    let on = lexicon.at(tokens, found.next, WordClass::On).map_or(found.next, |hit| hit.next);
    let last = lexicon.at(tokens, on, WordClass::Shift).filter(|hit| hit.value == -count.signum());
    let at = last.map_or(on, |hit| hit.next);
    day(tokens, lexicon, found.next, at, -count).unwrap_or(found)
}

/// "a week from Tuesday", "two weeks from tomorrow", "a week on Monday".
pub(super) fn ahead(tokens: &Tokens, lexicon: &Lexicon, stretch: &Stretch) -> Option<Match> {
    let (_, weeks) = stretch.length.filter(|&(unit, _)| unit == Unit::Week)?;
    let from = lexicon.at(tokens, stretch.next, WordClass::WeeksFrom)?;
    let next = lexicon.at(tokens, from.next, WordClass::Shift).filter(|hit| hit.value >= 0);
    day(tokens, lexicon, stretch.next, next.map_or(from.next, |hit| hit.next), weeks)
}

/// The weekday or day at a token, so many weeks on or back; nothing else begins between.
fn day(tokens: &Tokens, lexicon: &Lexicon, from: usize, at: usize, weeks: i32) -> Option<Match> {
    let whole = |next: usize| (from..next).all(|token| !tokens.opens(token));
    if let Some(hit) = lexicon.at(tokens, at, WordClass::Weekday) {
        let form =
            Form::WeeksFrom { weekday: hit.value as u8, weeks: weeks.clamp(-LONGEST, LONGEST) };
        return whole(hit.next).then_some(Match { form, next: hit.next });
    }
    let hit = lexicon.at(tokens, at, WordClass::Day)?;
    let shift = hit.value + 7 * weeks.clamp(-LONGEST, LONGEST);
    let form = Form::Unit { unit: Unit::Day, shift };
    whole(hit.next).then_some(Match { form, next: hit.next })
}

/// What is told behind a weekday of its week: "Monday week", "Tuesday two weeks ago".
pub(super) fn behind(tokens: &Tokens, lexicon: &Lexicon, weekday: u8, i: usize) -> Option<Match> {
    if let Some(on) = lexicon.at(tokens, i, WordClass::WeeksOn) {
        // "a Monday week-long fair"
        let joined = tokens.glued(on.next) && tokens.is(on.next, '-');
        let form = Form::WeeksFrom { weekday, weeks: on.value };
        return (!tokens.opens(i) && !joined).then_some(Match { form, next: on.next });
    }
    let Match { form: Form::Ago { unit: Unit::Week, count, rough: false }, next } =
        counted::at(tokens, lexicon, i).filter(|_| !tokens.opens(i))?
    else {
        return None;
    };
    let shift = -count.clamp(-LONGEST, LONGEST);
    Some(Match { form: Form::WeekdayOf { weekday, shift }, next })
}

/// "the Monday before": beside the day told before; of "the Monday before the summit" nobody knows.
pub(super) fn beside(tokens: &Tokens, lexicon: &Lexicon, i: usize, weekday: Hit) -> Option<Match> {
    let the = i > 0 && lexicon.is_before(tokens, i, WordClass::The);
    let hit = lexicon.at(tokens, weekday.next, WordClass::Apart)?;
    // "the Monday before last"
    let shifted = lexicon.is(tokens, weekday.next, WordClass::ShiftAfter);
    let whole = the && !shifted && hit.value.abs() == 1 && !tokens.opens(weekday.next);
    let event =
        !tokens.opens(hit.next) && (tokens.is_word(hit.next) || tokens.figures(hit.next) > 0);
    let form = match event {
        true => Form::Open(counted::EVENT),
        false => Form::BesideWeekday { weekday: weekday.value as u8, shift: hit.value },
    };
    whole.then_some(Match { form, next: hit.next })
}

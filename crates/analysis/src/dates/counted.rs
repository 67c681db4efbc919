//! Spans of time counted from a day: "thirteen days ago", "two and a half years ago", "18 months
//! later", "il y a treize jours", "cách đây ba năm".
//!
//! A number, in figures or words, and a unit make a span; a word before or behind says from
//! where it is counted: from the day of the report ("ago", "from now"), or from the day told
//! before ("later"). A span counted from an event ("two days before the summit") and one whose
//! length is not said ("a couple of weeks ago", "decades ago") are found and stay open: the time
//! is told, if not which, and is not that of the report.

use super::form::{Form, Unit};
use super::points;
use super::scan::{self, Match};
use super::tense::{self, Tense};
use super::told::one_of;
use super::weeks;
use crate::lexicon::{Lexicon, WordClass};
use crate::tokens::{DASHES, Kind, Tokens};

/// Why a span stays open.
pub(super) const VAGUE: &str = "how long is not said";
pub(super) const EVENT: &str = "it is counted from an event";
const OTHER_DAY: &str = "it is counted from another day";

const UNITS: [(WordClass, Unit); 5] = [
    (WordClass::UnitsDay, Unit::Day),
    (WordClass::UnitsWeek, Unit::Week),
    (WordClass::UnitsMonth, Unit::Month),
    (WordClass::UnitsYear, Unit::Year),
    (WordClass::UnitsDecade, Unit::Decade),
];

/// A span of time, and the token after it.
pub(super) struct Stretch {
    /// `None` where the length is not said.
    pub(super) length: Option<(Unit, i32)>,
    pub(super) next: usize,
}

impl Stretch {
    /// The same, of unknown length where only a bound is told: "more than two years".
    fn unless(self, bound: bool) -> Self {
        Self { length: self.length.filter(|_| !bound), ..self }
    }
}

/// The span that begins at a token, with the word that says from where it is counted.
pub(crate) fn at(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Match> {
    // "thứ hai tuần trước": the second week; "1.5 years": the figure before the stop.
    let part = tokens.glued(i) && i > 1 && tokens.figures(i - 2) > 0;
    if part || lexicon.is_before(tokens, i, WordClass::OrdinalBefore) {
        return None;
    }
    if let Some(hit) = lexicon.at(tokens, i, WordClass::OpenTime) {
        return Some(Match { form: Form::Open(VAGUE), next: hit.next });
    }
    let rough = lexicon.is_before(tokens, i, WordClass::Quantity);
    let bound = |at: usize| lexicon.is_before(tokens, at, WordClass::Bound);
    if let Some(lead) = lexicon.at(tokens, i, WordClass::AgoBefore) {
        // "il y a environ dix jours"
        let words = [WordClass::Quantity, WordClass::Bound];
        let about = words.iter().find_map(|&word| lexicon.at(tokens, lead.next, word));
        let from = about.map_or(lead.next, |hit| hit.next);
        let stretch = stretch(tokens, lexicon, from)?.unless(bound(from));
        return Some(from_report(&stretch, -1, rough || about.is_some(), stretch.next));
    }
    if let Some(lead) = lexicon.at(tokens, i, WordClass::InTime) {
        return in_time(tokens, lexicon, i, lead.next, lead.value == 1);
    }
    if let Some(found) = weeks::by_name(tokens, lexicon, i) {
        return Some(found);
    }
    let stretch = stretch(tokens, lexicon, i)?.unless(bound(i));
    let found = behind(tokens, lexicon, &stretch, rough)?;
    // "The visit comes two weeks after the vote", "on Tuesday, two weeks after the vote": the
    // time itself is told elsewhere.
    let gloss = i > 0 && tokens.kind(i - 1) == Some(Kind::Mark) && !tokens.opens(i)
        || lexicon.is_before(tokens, i, WordClass::Comes);
    (found.form != Form::Open(EVENT) || !gloss).then_some(found)
}

/// "ago", "from now", "later", "before the summit" behind a span.
fn behind(tokens: &Tokens, lexicon: &Lexicon, stretch: &Stretch, rough: bool) -> Option<Match> {
    let at = stretch.next;
    if tokens.opens(at) {
        return None;
    }
    if let Some(found) = weeks::ahead(tokens, lexicon, stretch) {
        return Some(found);
    }
    let words = [WordClass::Ago, WordClass::Later, WordClass::Apart];
    let hits = words.iter().filter_map(|&word| Some((lexicon.at(tokens, at, word)?, word)));
    let (hit, word) = hits.max_by_key(|(hit, _)| hit.next)?;
    if word == WordClass::Ago {
        let found = from_report(stretch, hit.value, rough, hit.next);
        let found = weeks::day_behind(tokens, lexicon, found);
        return Some(same_time(tokens, lexicon, found));
    }
    // "two days before." is told from the day before; "two days before the summit" is not.
    let follows = tokens.is_word(hit.next) || tokens.figures(hit.next) > 0;
    // A form of value 2 has the event in it: "trước hội nghị".
    let event =
        word == WordClass::Apart && (hit.value.abs() == 2 || follows && !tokens.opens(hit.next));
    if event {
        // "two days after Monday", "a week from 3 May": the day is part of the words.
        let the = lexicon.at(tokens, hit.next, WordClass::The).map_or(hit.next, |the| the.next);
        let day = lexicon.at(tokens, the, WordClass::Weekday).map(|day| day.next);
        let date = scan::written(tokens, lexicon, the).map(|date| date.next);
        // "a day ahead of Wednesday's summit" is counted from the summit.
        let owns = |next: &usize| tokens.is_any(*next, &['\'', '’']) && tokens.glued(*next);
        let other = date.or(day).filter(|next| !tokens.opens(hit.next) && !owns(next));
        return Some(match other {
            Some(next) => Match { form: Form::Open(OTHER_DAY), next },
            None => Match { form: Form::Open(EVENT), next: hit.next },
        });
    }
    let form = match stretch.length {
        Some((unit, count)) => Form::Later { unit, count: hit.value * count },
        None => Form::Open(VAGUE),
    };
    Some(Match { form, next: hit.next })
}

/// The years of "two years ago" behind a day or month: "in May two years ago".
pub(crate) fn years_ago(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, usize)> {
    let stretch = if let Some(lead) = lexicon.at(tokens, i, WordClass::AgoBefore) {
        stretch(tokens, lexicon, lead.next)?
    } else {
        let stretch = stretch(tokens, lexicon, i)?;
        let ago = lexicon.at(tokens, stretch.next, WordClass::Ago)?;
        Stretch { next: ago.next, ..stretch }
    };
    let (_, years) = stretch.length.filter(|&(unit, _)| unit == Unit::Year)?;
    (i..stretch.next).all(|token| !tokens.opens(token)).then_some((years, stretch.next))
}

/// Years before the report with the part of the year behind: "two years ago today", "a year ago
/// this week", "two years ago, in May".
fn same_time(tokens: &Tokens, lexicon: &Lexicon, found: Match) -> Match {
    let Form::Ago { unit: Unit::Year, count: years, .. } = found.form else { return found };
    let next = found.next;
    let today = lexicon.at(tokens, next, WordClass::Day).filter(|hit| hit.value == 0);
    let this = lexicon.at(tokens, next, WordClass::Shift).filter(|hit| hit.value == 0);
    let unit = |class| this.and_then(|this| lexicon.at(tokens, this.next, class));
    let same = [
        (today, Unit::Day),
        (unit(WordClass::UnitWeek), Unit::Week),
        (unit(WordClass::UnitMonth), Unit::Month),
    ];
    if tokens.opens(next) {
        return found;
    }
    if let Some((hit, unit)) = same.into_iter().find_map(|(hit, unit)| Some((hit?, unit))) {
        return Match { form: Form::Anniversary { unit, years }, next: hit.next };
    }
    let comma = next + usize::from(tokens.is(next, ','));
    let links = [WordClass::When, WordClass::On];
    let link = links.iter().find_map(|&link| lexicon.at(tokens, comma, link));
    let point = link.and_then(|link| points::point(tokens, lexicon, link.next, true));
    match point.filter(|(point, end)| point.year.is_none() && !tokens.opens(end - 1)) {
        Some((point, next)) => {
            let shift = Some(-years);
            Match { form: Form::Yearless { from: point, to: point, weekday: None, shift }, next }
        }
        None => found,
    }
}

/// "in three days", where the words look ahead or the expression always does; "in two weeks'
/// time".
fn in_time(tokens: &Tokens, lexicon: &Lexicon, i: usize, at: usize, sure: bool) -> Option<Match> {
    let stretch = stretch(tokens, lexicon, at)?;
    let mark = usize::from(tokens.is_any(stretch.next, &['\'', '’']));
    let time = lexicon.at(tokens, stretch.next + mark, WordClass::TimeWord);
    let next = time.map_or(stretch.next, |hit| hit.next);
    // "in a year when …", "in two rounds of"
    let links = [WordClass::When, WordClass::On, WordClass::And, WordClass::To];
    let ends = !tokens.is_word(next)
        || tokens.opens(next)
        || links.iter().any(|&link| lexicon.is(tokens, next, link))
            && !lexicon.is(tokens, next, WordClass::Of);
    let ahead = || ends && tense::around(tokens, lexicon, i, next) == Tense::Future;
    let told = (sure || time.is_some() || ahead()) && !tokens.opens(at);
    told.then(|| from_report(&stretch, 1, false, next))
}

/// So long before the day of the report (-1), or after it (1).
fn from_report(stretch: &Stretch, side: i32, rough: bool, next: usize) -> Match {
    let form = match stretch.length {
        Some((unit, count)) => Form::Ago { unit, count: -side * count, rough },
        None => Form::Open(VAGUE),
    };
    Match { form, next }
}

/// "three days", "half a year", "a couple of weeks", "decades".
fn stretch(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<Stretch> {
    if let Some(half) = lexicon.at(tokens, i, WordClass::Half) {
        let (value, unit, next) = units(tokens, lexicon, half.next)?;
        let length = parts(unit, 0, value, half.value.max(2));
        return Some(Stretch { length, next });
    }
    if let Some(vague) = lexicon.at(tokens, i, WordClass::Vague) {
        let (_, _, next) = units(tokens, lexicon, vague.next)?;
        return Some(Stretch { length: None, next });
    }
    if let Some((count, half, next)) = fraction(tokens, i) {
        let (value, unit, next) = units(tokens, lexicon, next)?;
        let length = if half { parts(unit, count, value, 2) } else { None };
        return Some(Stretch { length, next });
    }
    let Some((count, next)) = number(tokens, lexicon, i) else {
        // "decades ago", "weeks after": plain plurals.
        let (_, _, next) = units(tokens, lexicon, i).filter(|_| plural(tokens, lexicon, i))?;
        return Some(Stretch { length: None, next });
    };
    if let Some(next) = other_number(tokens, lexicon, next) {
        // "two or three weeks"
        let (_, _, next) = units(tokens, lexicon, next)?;
        return Some(Stretch { length: None, next });
    }
    // "two and a half years", "two-and-a-half years"
    let dash = next + usize::from(tokens.is_any(next, &DASHES) && tokens.glued(next));
    let half = lexicon.at(tokens, dash, WordClass::AndHalf);
    let (value, unit, next) = units(tokens, lexicon, half.map_or(next, |hit| hit.next))?;
    let late = lexicon.at(tokens, next, WordClass::AndHalf).filter(|_| half.is_none());
    let next = late.map_or(next, |hit| hit.next);
    let length = match half.or(late) {
        Some(_) => parts(unit, count, value, 2),
        None => count.checked_mul(value).map(|count| (unit, count)),
    };
    // "a week or two", "a month or so"
    if let Some(hit) = lexicon.at(tokens, next, WordClass::OrSo) {
        return Some(Stretch { length: None, next: hit.next });
    }
    let (length, next) = with_rest(tokens, lexicon, length, next);
    Some(Stretch { length: length.filter(|&(_, count)| count <= LONGEST), next })
}

/// "two years and three months": the sum and the token after it, where the units have one.
fn with_rest(
    tokens: &Tokens,
    lexicon: &Lexicon,
    length: Option<(Unit, i32)>,
    next: usize,
) -> (Option<(Unit, i32)>, usize) {
    let rest = || {
        let and = lexicon.at(tokens, next, WordClass::And)?;
        let (count, end) = number(tokens, lexicon, and.next)?;
        let (value, unit, end) = units(tokens, lexicon, end)?;
        Some((unit, count.checked_mul(value)?, end)).filter(|_| !tokens.opens(and.next))
    };
    let Some((unit, count, end)) = rest() else { return (length, next) };
    let sum = match (length, unit) {
        (Some((Unit::Year, years)), Unit::Month) => Some((Unit::Month, 12 * years + count)),
        (Some((Unit::Week, weeks)), Unit::Day) => Some((Unit::Day, 7 * weeks + count)),
        _ => None,
    };
    match sum.filter(|&(_, sum)| sum <= LONGEST) {
        Some(sum) => (Some(sum), end),
        None => (length, next),
    }
}

/// No span is longer.
const LONGEST: i32 = 2000;

/// A unit, how many of it make the word ("fortnight": two weeks), and the token after it.
fn units(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, Unit, usize)> {
    let dash = usize::from(tokens.is_any(i, &DASHES) && tokens.glued(i) && tokens.glued(i + 1));
    let (hit, unit) = one_of(tokens, lexicon, i + dash, &UNITS)?;
    (!tokens.opens(i + dash)).then_some((hit.value.max(1), unit, hit.next))
}

/// Whether a word for a unit is a plural without a number before it.
fn plural(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> bool {
    let words = [WordClass::Number, WordClass::Vague, WordClass::AndHalf];
    let before = i > 0 && tokens.figures(i - 1) > 0
        || words.iter().any(|&word| lexicon.is_before(tokens, i, word));
    lexicon.is(tokens, i, WordClass::UnitsPlural) && !before
}

/// `count` and one `part`th units, where that is a whole number of smaller ones: two and a half
/// years are thirty months.
fn parts(unit: Unit, count: i32, value: i32, part: i32) -> Option<(Unit, i32)> {
    let (smaller, size) = match unit {
        Unit::Week => (Unit::Day, 7),
        Unit::Year => (Unit::Month, 12),
        Unit::Decade => (Unit::Month, 120),
        _ => return None,
    };
    let whole = size * value;
    let all = count.checked_mul(whole)?.checked_add(whole / part)?;
    let years = smaller == Unit::Month && all % 12 == 0;
    let length = if years { (Unit::Year, all / 12) } else { (smaller, all) };
    (whole % part == 0).then_some(length)
}

/// A number below a thousand, in figures or words: "13", "thirteen", "twenty-five".
pub(super) fn number(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<(i32, usize)> {
    if let Some(number) = tokens.number(i).filter(|&n| n < 1000) {
        return Some((number as i32, i + 1));
    }
    let tens = lexicon.at(tokens, i, WordClass::Number)?;
    let dash =
        tens.next + usize::from(tokens.is_any(tens.next, &DASHES) && tokens.glued(tens.next));
    let ones = lexicon.at(tokens, dash, WordClass::Number).filter(|ones| {
        tens.value >= 20 && tens.value % 10 == 0 && ones.value < 10 && !tokens.opens(dash)
    });
    Some(ones.map_or((tens.value, tens.next), |ones| (tens.value + ones.value, ones.next)))
}

/// "2.5", "2½" or "2 1/2": the whole number, whether a half is added to it, the token after.
fn fraction(tokens: &Tokens, i: usize) -> Option<(i32, bool, usize)> {
    let whole = tokens.number(i).filter(|&n| n < 1000)? as i32;
    let joined = |at: usize| tokens.glued(at) && tokens.glued(at + 1) && tokens.figures(at + 1) > 0;
    if tokens.is(i + 1, '½') {
        return Some((whole, true, i + 2));
    }
    if tokens.is_any(i + 1, &['.', ',']) && joined(i + 1) {
        return Some((whole, tokens.raw(i + 2) == "5", i + 3));
    }
    let half = tokens.raw(i + 1) == "1" && tokens.raw(i + 3) == "2";
    (half && tokens.is(i + 2, '/') && joined(i + 2)).then_some((whole, true, i + 4))
}

/// The token after a second number: "or three", "-3", "to three".
fn other_number(tokens: &Tokens, lexicon: &Lexicon, i: usize) -> Option<usize> {
    let words = [WordClass::Or, WordClass::To];
    let word = words.iter().find_map(|&word| lexicon.at(tokens, i, word)).map(|hit| hit.next);
    let dash = tokens.is_any(i, &DASHES).then_some(i + 1);
    let at = word.or(dash).filter(|&at| !tokens.opens(at))?;
    number(tokens, lexicon, at).map(|(_, next)| next)
}

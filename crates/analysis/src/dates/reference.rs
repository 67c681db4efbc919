//! The day of the report: stated, or proved by the text.
//!
//! Stated: in the front matter, in a stamp, or in the dateline. A dateline often lacks
//! the year; then, in this order, prove it
//!
//! 1. the weekday written with that very day, or the one that the opening tells ("met on
//!    Friday": that day or the one before), together with the latest year that the text
//!    names, or the next that it looks ahead to;
//! 2. a full date in the text within two months of the dateline;
//! 3. an anniversary as a pair of years, "(May 7, 1954-2024)" or "50 years (1973-2023)";
//! 4. an anniversary counted, "the 70th anniversary of the battle", whose event the text
//!    puts into a year: 1954 and 70 make 2024. The year stands behind it in its sentence, or
//!    the two share a name, or the text names the sum; a year that the text names later than
//!    all others is none of long ago.
//!
//! Without a day, 3 and 4 prove the year alone, and a full day in the opening paragraph
//! its month. Weak, and called so, is the year of the
//! first link to another story which tells of a day near to those of the report.

use super::Found;
use super::form::{Form, Point};
use super::tense::{self, Tense};
use crate::boilerplate::Block;
use crate::lexicon::{Lexicon, WordClass};
use crate::span::Span;
use crate::tokens::Tokens;
use entente_calendar::{Date, Day, Period};
use entente_model::BoilerplateKind;
use std::cell::OnceCell;

/// What relative dates are counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The day of the report, or as much of it as is known.
    pub date: Period,
    /// The words it follows from.
    pub basis: String,
    /// Where these words stand; empty for front matter.
    pub spans: Vec<Span>,
    /// Whether text or front matter gives the date, rather than only its year.
    pub stated: bool,
}

impl Reference {
    /// The day, where it is known.
    pub fn day(&self) -> Option<Day> {
        self.date.single().filter(|date| date.day().is_some()).map(Date::first_day)
    }
}

/// A block of this many bytes is no headline but a paragraph.
const PARAGRAPH: usize = 80;
/// As many dates are looked at where each is held against each: the work stays linear.
const ENOUGH: usize = 64;

/// The text under one look.
pub(crate) struct Page<'a> {
    pub(crate) tokens: &'a Tokens<'a>,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) blocks: &'a [Block],
    pub(crate) found: &'a [Found],
    /// The latest year of which the text tells, once it is asked for.
    pub(crate) latest: OnceCell<Option<i32>>,
}

/// A year that the text proves.
struct Proof {
    year: i32,
    basis: String,
    spans: Vec<Span>,
}

impl Proof {
    /// The year as all that is known of the day of the report.
    fn alone(self) -> Option<Reference> {
        let Self { year, basis, spans } = self;
        Some(Reference { date: Date::year_only(year)?.into(), basis, spans, stated: false })
    }
}

impl Page<'_> {
    /// The day of the report, or its year.
    pub(crate) fn reference(&self) -> Option<Reference> {
        self.stamped()
            .or_else(|| self.datelined())
            .or_else(|| self.labelled())
            .or_else(|| self.by_anniversary()?.alone())
            .or_else(|| self.opened())
            .or_else(|| self.by_headline()?.alone())
    }

    /// The month of a full day in the opening paragraph, if the report tells of none later.
    fn opened(&self) -> Option<Reference> {
        let paragraph = |block: &Block| block.body.end - block.body.start >= PARAGRAPH;
        let opening = self.blocks.iter().position(paragraph)?;
        let latest = self.latest()?;
        self.full().find_map(|(found, date)| {
            let day = date.single().filter(|d| d.day().is_some() && d.year() >= latest)?;
            let month = Date::month_of(day.year(), day.month()?)?;
            (found.block == opening).then(|| Reference {
                date: month.into(),
                basis: format!("{} at the opening", self.quote(found.tokens)),
                spans: vec![self.span(found.tokens)],
                stated: false,
            })
        })
    }

    fn quote(&self, tokens: (usize, usize)) -> String {
        let words = self.span(tokens).of(self.tokens.text);
        format!("“{}”", words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn span(&self, (from, next): (usize, usize)) -> Span {
        self.tokens.cover(from, next)
    }

    fn stamped(&self) -> Option<Reference> {
        self.found.iter().find_map(|found| {
            let span = self.span(found.tokens);
            let in_stamp = |p: &crate::boilerplate::Boilerplate| {
                p.what == BoilerplateKind::Stamp && p.span.contains(span)
            };
            if !self.blocks[found.block].pieces.iter().any(in_stamp) {
                return None;
            }
            self.dated(found, "the stamp")
        })
    }

    fn datelined(&self) -> Option<Reference> {
        self.filed(self.blocks.iter().find_map(|block| block.lead?.date)?)
    }

    /// The day of a report from the first token of the date in its lead-in.
    pub(crate) fn filed(&self, at: usize) -> Option<Reference> {
        let found = self.found.iter().find(|found| found.tokens.0 == at)?;
        self.dated(found, "the dateline")
    }

    /// "Published 12 February 2025", at the head of a line.
    fn labelled(&self) -> Option<Reference> {
        self.found.iter().filter(|found| !found.in_teaser).find_map(|found| {
            let at = found.tokens.0;
            let heads = |from: usize| {
                let line = self.tokens.opens(from) || self.tokens.torn(from);
                let label = self.lexicon.at(self.tokens, from, WordClass::Stamp);
                line && label
                    .is_some_and(|hit| hit.next + usize::from(self.tokens.is(hit.next, ':')) == at)
            };
            let full = found.form.full().is_some();
            let stamp = full && (at.saturating_sub(4)..at).any(heads);
            stamp.then(|| self.dated(found, "the stamp")).flatten()
        })
    }

    /// A full day; or day and month with a year that the text proves.
    fn dated(&self, found: &Found, place: &str) -> Option<Reference> {
        let words = self.quote(found.tokens);
        let span = self.span(found.tokens);
        if let Some(date) = found.form.full().filter(|_| found.form.names_a_day()) {
            let basis = format!("{words} in {place}");
            return Some(Reference { date, basis, spans: vec![span], stated: true });
        }
        match found.form {
            Form::Yearless { from, weekday, shift: None, .. } if found.form.names_a_day() => {
                let proof = self
                    .by_weekday(from, weekday, found)
                    .or_else(|| self.by_neighbour(from))
                    .or_else(|| self.by_anniversary())
                    .or_else(|| self.by_opening(from))?;
                let date = from.in_year(proof.year)?.into();
                let basis = format!("{words} in {place}; the year from {}", proof.basis);
                let spans = std::iter::once(span).chain(proof.spans).collect();
                Some(Reference { date, basis, spans, stated: true })
            }
            _ => None,
        }
    }

    /// Full dates of the report itself.
    fn full(&self) -> impl Iterator<Item = (&Found, Period)> {
        let own = self.found.iter().filter(|found| !found.in_teaser);
        own.filter_map(|found| Some((found, found.form.full()?)))
    }

    /// The first of them.
    fn first_full(&self) -> impl Iterator<Item = (&Found, Period)> {
        self.full().take(ENOUGH)
    }

    /// The first year from the latest that the text names in which the day falls on the
    /// weekday that stands with it.
    fn by_weekday(&self, day: Point, weekday: Option<u8>, found: &Found) -> Option<Proof> {
        let (latest, weekday) = (self.latest()?, weekday?);
        let fits = |year: &i32| {
            day.in_year(*year).is_some_and(|d| d.first_day().weekday() as u8 + 1 == weekday)
        };
        let year = (latest..latest + 7).find(fits)?;
        let basis = format!("the weekday, in a report that names {latest}");
        Some(Proof { year, basis, spans: vec![self.span(found.tokens)] })
    }

    /// The first year from the latest that the text names in which the day falls on the first
    /// weekday that the report tells, or on the day after it.
    fn by_opening(&self, day: Point) -> Option<Proof> {
        let latest = self.latest()?;
        let (found, weekday) =
            self.found.iter().filter(|found| !found.in_teaser).find_map(|f| match f.form {
                Form::Weekday { weekday, shift: None } => Some((f, weekday)),
                _ => None,
            })?;
        let fits = |&year: &i32| {
            day.in_year(year).is_some_and(|date| {
                let late = (date.first_day().weekday() as u8 + 8 - weekday) % 7;
                late <= 1
            })
        };
        let year = (latest..latest + 6).find(fits)?;
        // A year or more without a word of it would be a guess.
        let ahead = self.full().any(|(found, period)| {
            let (from, next) = found.tokens;
            let told = tense::around(self.tokens, self.lexicon, from, next) == Tense::Future;
            told && !self.in_name(found) && (0..=1).contains(&(period.start().year() - year))
        });
        if year > latest + 1 && !ahead {
            return None;
        }
        let words = self.quote(found.tokens);
        let basis = format!("the weekday {words}, in a report that names {latest}");
        Some(Proof { year, basis, spans: vec![self.span(found.tokens)] })
    }

    /// The latest year of which the text tells, aims, plans and terms of years aside.
    fn latest(&self) -> Option<i32> {
        *self.latest.get_or_init(|| self.latest_told())
    }

    fn latest_told(&self) -> Option<i32> {
        let told = self.full().filter(|(found, period)| {
            let (from, next) = found.tokens;
            let event = period.single().is_some() || period.start().month().is_some();
            event
                && !self.in_name(found)
                && !self.lexicon.is_before(self.tokens, from, WordClass::Goal)
                && tense::around(self.tokens, self.lexicon, from, next) != Tense::Future
        });
        told.map(|(_, period)| period.start().year()).max()
    }

    /// Whether a year is the end of a name: "Vision 2030", "Expo 2024".
    fn in_name(&self, found: &Found) -> bool {
        let (from, next) = found.tokens;
        let before = from.wrapping_sub(1);
        next == from + 1
            && !self.tokens.opens(from)
            && self.tokens.is_word(before)
            && self.tokens.capital(before)
            && !self.tokens.opens(before)
    }

    /// A full day of the text within two months.
    fn by_neighbour(&self, day: Point) -> Option<Proof> {
        self.full().find_map(|(found, period)| {
            let near = period.single().filter(|date| date.day().is_some())?;
            let year = (near.year() - 1..=near.year() + 1).find(|&year| {
                day.in_year(year)
                    .is_some_and(|d| (d.first_day().0 - near.first_day().0).abs() <= 62)
            })?;
            let basis = format!("{} in the text", self.quote(found.tokens));
            Some(Proof { year, basis, spans: vec![self.span(found.tokens)] })
        })
    }

    fn by_anniversary(&self) -> Option<Proof> {
        self.by_pair().or_else(|| self.by_count())
    }

    /// "(May 7, 1954-2024)"; or a range of years as long as an anniversary in the block.
    fn by_pair(&self) -> Option<Proof> {
        let latest = self.latest();
        self.first_full().find_map(|(found, period)| {
            let (start, end) = (period.start(), period.end());
            let years = end.year() - start.year();
            let day_pair = start.day().is_some()
                && years >= 5
                && (start.month(), start.day()) == (end.month(), end.day());
            let counted = years >= 5
                && start.month().is_none()
                && self.counts(found.block).any(|(count, _)| count == years);
            let last = latest.is_none_or(|latest| end.year() >= latest);
            (last && (day_pair || counted)).then(|| Proof {
                year: end.year(),
                basis: format!("the anniversary {}", self.quote(found.tokens)),
                spans: vec![self.span(found.tokens)],
            })
        })
    }

    /// The anniversaries of a block: how many years, and the token of the number.
    fn counts(&self, block: usize) -> impl Iterator<Item = (i32, usize)> {
        let (first, last) = self.blocks[block].tokens;
        (first + 1..last).filter_map(move |at| {
            self.lexicon.at(self.tokens, at, WordClass::Anniversary)?;
            let back = (at.saturating_sub(3).max(first)..at).rev();
            let mut numbers = back.filter_map(|n| Some((self.tokens.number(n)? as i32, n)));
            numbers.find(|&(count, _)| (1..=500).contains(&count))
        })
    }

    /// "the 70th anniversary of the Battle of …", and elsewhere "the Battle … in 1954".
    fn by_count(&self) -> Option<Proof> {
        let latest = self.latest()?;
        let blocks = (0..self.blocks.len()).filter(|&n| !self.blocks[n].is_teaser());
        let counts = blocks.flat_map(|n| self.counts(n).map(move |(count, at)| (n, count, at)));
        counts.take(ENOUGH).find_map(|(n, count, at)| {
            let names = self.names(at, self.blocks[n].tokens.1.min(at + 16));
            let told = self.told_behind(n, at).and_then(|found| {
                let year = self.first_full().find(|(f, _)| f.tokens == found.tokens)?.1.single()?;
                Some((found, year.year() + count))
            });
            let (found, year) = told.or_else(|| {
                self.first_full().find_map(|(found, period)| {
                    let base = period.single()?.year();
                    let year = base + count;
                    let years = || self.first_full().map(|(_, period)| period.start().year());
                    if self.in_name(found) || base == latest && years().any(|other| other != base) {
                        return None;
                    }
                    let (first, last) = self.blocks[found.block].tokens;
                    let from = found.tokens.0.saturating_sub(24).max(first);
                    let near = self.names(from, last.min(found.tokens.1 + 24));
                    let shared = names.iter().any(|name| near.contains(name));
                    let summed = self.first_full().any(|(f, p)| {
                        p.single().is_some_and(|d| d.year() == year) && f.tokens != found.tokens
                    });
                    (count >= 5 && (shared || summed) && year >= latest).then_some((found, year))
                })
            })?;
            let basis = format!(
                "the anniversary {}, counted from {}",
                self.quote((at, self.tokens.len().min(at + 3))),
                self.quote(found.tokens)
            );
            Some(Proof {
                year,
                basis,
                spans: vec![self.span((at, at + 3)), self.span(found.tokens)],
            })
        })
    }

    /// The date that stands behind an anniversary in its sentence: "…, which were established
    /// in November 1989".
    fn told_behind(&self, block: usize, at: usize) -> Option<&Found> {
        let last = self.blocks[block].tokens.1.min(at + 40);
        let ends = |i: usize| self.tokens.is(i, '.') && self.tokens.opens(i + 1);
        let end = (at..last).find(|&i| ends(i)).unwrap_or(last);
        let behind = |found: &&Found| {
            let from = found.tokens.0;
            let of_event = self.lexicon.is_before(self.tokens, from, WordClass::When);
            // "the 60th anniversary of ties in 2024" tells the other year.
            let clause = |i: usize| self.lexicon.is(self.tokens, i, WordClass::Clause);
            let apart = (at..from).any(clause);
            at < from && from < end && of_event && apart && !self.in_name(found)
        };
        let full = |found: &&Found| found.form.full().is_some_and(|p| p.single().is_some());
        self.found.iter().filter(|found| !found.in_teaser).filter(full).find(behind)
    }

    /// The words with capitals between two tokens.
    fn names(&self, from: usize, next: usize) -> Vec<&str> {
        (from..next)
            .filter(|&at| self.tokens.is_word(at) && self.tokens.capital(at))
            .map(|at| self.tokens.key(at))
            .filter(|key| key.chars().count() > 3)
            .collect()
    }

    /// The year of the first link to another story that names one year and a day near to
    /// a day of the report.
    fn by_headline(&self) -> Option<Proof> {
        let latest = self.latest().unwrap_or(0);
        let day = |found: &Found| match found.form {
            Form::Yearless { to, .. } => to.in_year(2024).map(Date::last_day),
            _ => None,
        };
        let own: Vec<Day> =
            self.found.iter().filter(|f| !f.in_teaser).filter_map(day).take(ENOUGH).collect();
        let near = |found: &&Found| {
            found.in_teaser
                && day(found).is_some_and(|d| own.iter().any(|o| (o.0 - d.0).abs() <= 45))
        };
        self.found.iter().filter(near).take(ENOUGH).find_map(|found| {
            let mut years = self
                .found
                .iter()
                .filter(|f| f.block == found.block)
                .filter_map(|f| Some((f, f.form.full()?.single()?.year())));
            let (named, year) = years.next()?;
            (years.next().is_none() && year >= latest).then(|| Proof {
                year,
                basis: format!(
                    "{} and {} in a headline beside the report, which is weak",
                    self.quote(named.tokens),
                    self.quote(found.tokens)
                ),
                spans: vec![self.span(named.tokens)],
            })
        })
    }
}

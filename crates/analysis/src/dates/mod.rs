//! Days, months, years and stretches: found, then resolved.
//!
//! Three steps: `scan` finds what is written or told, without asking when that is;
//! `reference` works out the day of the report, or what the text proves of it;
//! `resolve` walks through the mentions in order and gives each its period, or leaves
//! it open. Nothing is guessed in silence: each period carries the words it follows from.
//!
//! - `form`: what a date says
//! - `points`, `figures`, `lists`, `weekday`: written dates, alone, joined, beside a weekday
//! - `told`, `counted`: dates told from another day, and spans counted from one; `weeks`: weekdays
//!   counted by weeks
//! - `calendars`: dates of other calendars and eras
//! - `tense`: whether the words around a date look back or ahead
//! - `year`, `week`, `elapsed`, `arithmetic`: parts of resolving

mod arithmetic;
mod calendars;
mod counted;
mod elapsed;
pub(crate) mod figures;
mod form;
mod lists;
mod points;
pub(crate) mod reference;
mod resolve;
pub(crate) mod scan;
mod tense;
mod told;
mod week;
mod weekday;
mod weeks;
mod year;

pub(crate) use form::Form;
pub use reference::Reference;

use crate::boilerplate::Block;
use crate::interner::Interner;
use crate::lexicon::{Lexicon, WordClass};
use crate::span::Span;
use crate::tokens::Tokens;
use entente_calendar::Period;

/// A date as the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The words of the date, without the preposition before them.
    pub span: Span,
    /// When it is; `None` where the text does not say.
    pub period: Option<Period>,
    /// From what the period follows, as a sentence; of an open one, what is missing.
    pub basis: String,
    /// Whether it stands in a link to another story: then it is no date of this report.
    pub in_teaser: bool,
}

/// With these words begins the basis of a date that needs no other day to be known.
const WRITTEN: &str = "written in full";

impl DateMention {
    /// Whether the date is counted from another day: "on Monday", "last September".
    pub(crate) fn counted(&self) -> bool {
        !self.basis.starts_with(WRITTEN)
    }
}

/// All mentions of one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateEntity {
    /// The period in ISO 8601; of open dates, the words themselves.
    pub name: String,
    /// When it is.
    pub period: Option<Period>,
    /// Where it is named, in order.
    pub mentions: Vec<Span>,
}

/// The mentions grouped by what they name, without those of other stories; in the order
/// of the first mention. Open ones go together by their words.
pub fn entities(text: &str, mentions: &[DateMention]) -> Vec<DateEntity> {
    let mut places = Interner::default();
    let mut entities = Vec::<DateEntity>::new();
    for mention in mentions.iter().filter(|mention| !mention.in_teaser) {
        let words = || mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let name = mention.period.map_or_else(words, |period| period.to_string());
        let place = places.first(&name, entities.len());
        if place == entities.len() {
            entities.push(DateEntity { name, period: mention.period, mentions: Vec::new() });
        }
        entities[place].mentions.push(mention.span);
    }
    entities
}

/// A date found and not yet resolved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) form: Form,
    /// The first token, and the one after the last.
    pub(crate) tokens: (usize, usize),
    /// The number of its block.
    pub(crate) block: usize,
    pub(crate) in_teaser: bool,
}

/// All dates of the blocks, in order; lines of credit have none ("© 2024").
pub(crate) fn find(tokens: &Tokens, lexicon: &Lexicon, blocks: &[Block]) -> Vec<Found> {
    let mut found = Vec::new();
    for (block, dressed) in blocks.iter().enumerate() {
        let (mut i, last) = dressed.tokens;
        if dressed.is_credit() {
            continue;
        }
        let in_teaser = dressed.is_teaser();
        while i < last {
            if let Some(hit) = lexicon.at(tokens, i, WordClass::NotDate) {
                i = hit.next;
                continue;
            }
            let inside = scan::at(tokens, lexicon, i).filter(|date| date.next <= last);
            let Some(date) = inside else {
                i += 1;
                continue;
            };
            // In a lead-in the day of another calendar stands before that of the Gregorian.
            let in_lead = dressed.lead.is_some_and(|lead| lead.date.is_some() && i < lead.next);
            if in_lead && matches!(date.form, Form::Open(_)) {
                i = date.next.max(i + 1);
                continue;
            }
            let (further, year) = lists::further(tokens, lexicon, &date.form, date.next);
            let further = further.into_iter().filter(|day| day.tokens.1 <= last);
            let first = lists::Further { form: date.form.with_year(year), tokens: (i, date.next) };
            for lists::Further { form, tokens } in std::iter::once(first).chain(further) {
                found.push(Found { form, tokens, block, in_teaser });
                i = tokens.1.max(i + 1);
            }
        }
    }
    found
}

/// Resolves what was found against the day of the report.
pub(crate) fn resolve(
    tokens: &Tokens,
    lexicon: &Lexicon,
    found: &[Found],
    reference: Option<&mut Reference>,
) -> Vec<DateMention> {
    resolve::all(tokens, lexicon, found, reference)
}

//! TOML with known keys.
//!
//! Front matter and settings are flat tables with a handful of keys. A key that is not
//! known is an error, never passed over: a misspelt `publised` would lose a date in
//! silence. After a syntax error the parser recovers and goes on, so that one missing
//! quote does not hide the next fault; of each line only the first fault is told.

use crate::fault::{BOOLEAN, DATE, Fault, STRING};
use crate::issue::Issue;
use crate::place::Place;
use entente_calendar::Date;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// No more faults of one kind are told of one table: who makes a hundred has no front matter
/// in mind, and counting the lines up to each fault takes its time.
const MOST: usize = 100;

/// A table as it stands in a file, and what is wrong with it so far.
pub(crate) struct Table<'t> {
    path: &'t str,
    text: &'t str,
    /// Where the TOML begins in the text.
    start: usize,
    entries: DeTable<'t>,
    issues: Vec<Issue>,
}

impl<'t> Table<'t> {
    /// The table in a range of a text. `path` is for messages.
    pub(crate) fn read(
        path: &'t str,
        text: &'t str,
        range: Range<usize>,
        known: &'static [&'static str],
    ) -> Self {
        let (entries, errors) = DeTable::parse_recoverable(&text[range.clone()]);
        let entries = entries.into_inner();
        let mut table =
            Self { path, text, start: range.start, entries: DeTable::new(), issues: Vec::new() };
        for error in errors.iter().take(MOST) {
            let at = error.span().map_or(0, |span| span.start);
            table.push(at, Fault::Toml { message: error.message().to_owned() });
        }
        let strange = |key: &&Spanned<_>| !known.contains(&AsRef::<str>::as_ref(key.get_ref()));
        for key in entries.keys().filter(strange).take(MOST) {
            let fault = Fault::UnknownKey { key: key.get_ref().to_string(), known };
            table.push(key.span().start, fault);
        }
        table.entries = entries;
        table
    }

    /// Notes a fault at a byte of the table.
    pub(crate) fn push(&mut self, at: usize, fault: Fault) {
        let place = Place::of(self.text, self.start + at);
        self.issues.push(Issue { file: self.path.to_owned(), place, fault });
    }

    /// The string of a key and where it stands; blank ones count as not given.
    pub(crate) fn string(&mut self, key: &'static str) -> Option<(String, usize)> {
        let (value, at) = self.value(key)?;
        let DeValue::String(string) = value else {
            self.push(at, wrong_type(key, STRING, &value));
            return None;
        };
        let string = string.trim();
        (!string.is_empty()).then(|| (string.to_owned(), at))
    }

    /// The string of a key, which must pass a test.
    pub(crate) fn string_that(
        &mut self,
        key: &'static str,
        passes: fn(&str) -> bool,
        fault: fn(String) -> Fault,
    ) -> Option<String> {
        let (string, at) = self.string(key)?;
        if passes(&string) {
            return Some(string);
        }
        self.push(at, fault(string));
        None
    }

    /// The truth value of a key.
    pub(crate) fn boolean(&mut self, key: &'static str) -> Option<(bool, usize)> {
        let (value, at) = self.value(key)?;
        let DeValue::Boolean(boolean) = value else {
            self.push(at, wrong_type(key, BOOLEAN, &value));
            return None;
        };
        Some((boolean, at))
    }

    /// The date of a key: a string in one of the three forms, or a TOML day.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Date> {
        let (value, at) = self.value(key)?;
        let written = match value {
            DeValue::String(string) => string.trim().to_owned(),
            DeValue::Datetime(day) if day.time.is_none() => day.to_string(),
            other => {
                self.push(at, wrong_type(key, DATE, &other));
                return None;
            }
        };
        let date = Date::parse(&written);
        if date.is_none() && !written.is_empty() {
            self.push(at, Fault::NoSuchDate { value: written });
        }
        date
    }

    /// Everything that is wrong with the table, one fault a line.
    pub(crate) fn into_issues(mut self) -> Vec<Issue> {
        self.issues.sort_by_key(|issue| issue.place.line);
        self.issues.dedup_by_key(|issue| issue.place.line);
        self.issues
    }

    fn value(&mut self, key: &str) -> Option<(DeValue<'t>, usize)> {
        let value: Spanned<DeValue> = self.entries.remove(key)?;
        let at = value.span().start;
        Some((value.into_inner(), at))
    }
}

fn wrong_type(key: &'static str, wanted: &'static str, found: &DeValue) -> Fault {
    let found = match found {
        DeValue::String(_) => STRING,
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => BOOLEAN,
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Fault::WrongType { key, wanted, found }
}

/// Whether a string has the shape of a language tag (BCP 47): a language of two or three
/// letters, then subtags of one to eight letters and figures.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

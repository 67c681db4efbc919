//! TOML with known keys.
//!
//! Front matter and settings are flat tables with a handful of keys, authority files tables
//! of such tables. A key that is not
//! known is an error, never passed over: a misspelt `publised` would lose a date in
//! silence. After a syntax error the parser recovers and goes on, so that one missing
//! quote does not hide the next fault; of each line only the first fault is told.

use crate::fault::{BOOLEAN, DATE, Fault, LIST, NUMBER, STRING, TABLE};
use crate::issue::Issue;
use crate::place::Place;
use entente_calendar::{Date, Period};
use std::borrow::Cow;
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
        let mut table = Self::open(path, text, range);
        table.knows(known);
        table
    }

    /// The same with keys of any name.
    pub(crate) fn open(path: &'t str, text: &'t str, range: Range<usize>) -> Self {
        let (entries, errors) = DeTable::parse_recoverable(&text[range.clone()]);
        let entries = entries.into_inner();
        let mut table = Self { path, text, start: range.start, entries, issues: Vec::new() };
        for error in errors.iter().take(MOST) {
            let at = error.span().map_or(0, |span| span.start);
            table.push(at, Fault::Toml { message: error.message().to_owned() });
        }
        table
    }

    /// Notes keys that are not among these, and forgets them.
    fn knows(&mut self, known: &'static [&'static str]) {
        let strange = |key: &&Spanned<_>| !known.contains(&AsRef::<str>::as_ref(key.get_ref()));
        let told = |key: &Spanned<Cow<'t, str>>| (key.span().start, key.get_ref().to_string());
        let found: Vec<_> = self.entries.keys().filter(strange).take(MOST).map(told).collect();
        for (at, key) in found {
            self.entries.remove(key.as_str());
            self.push(at, Fault::UnknownKey { key, known });
        }
    }

    /// Notes a fault at a byte of the table.
    pub(crate) fn push(&mut self, at: usize, fault: Fault) {
        let place = self.place(at);
        self.issues.push(Issue { file: self.path.to_owned(), place, fault });
    }

    /// The line and column of a byte of the table.
    pub(crate) fn place(&self, at: usize) -> Place {
        Place::of(self.text, self.start + at)
    }

    /// Where the value of a key stands.
    pub(crate) fn at(&self, key: &str) -> Option<usize> {
        self.entries.get(key).map(|value| value.span().start)
    }

    /// Whether there is a value for a key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.get(key).is_some()
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

    /// What the string of a key names among these.
    pub(crate) fn one_of<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let (value, at) = self.string(key)?;
        let found = all.iter().copied().find(|&one| name(one) == value);
        if found.is_none() {
            let known = all.iter().copied().map(name).collect();
            self.push(at, Fault::NotAmong { key, value, known });
        }
        found
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
        self.when(key, Date::parse)
    }

    /// The same, or from such a date to such a date.
    pub(crate) fn period(&mut self, key: &'static str) -> Option<Period> {
        self.when(key, Period::parse)
    }

    fn when<D>(&mut self, key: &'static str, parse: fn(&str) -> Option<D>) -> Option<D> {
        let (value, at) = self.value(key)?;
        let written = match value {
            DeValue::String(string) => string.trim().to_owned(),
            DeValue::Datetime(day) if day.time.is_none() => day.to_string(),
            other => {
                self.push(at, wrong_type(key, DATE, &other));
                return None;
            }
        };
        let date = parse(&written);
        if date.is_none() && !written.is_empty() {
            self.push(at, Fault::NoSuchDate { value: written });
        }
        date
    }

    /// The number of a key and where it stands.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<(f64, usize)> {
        let (value, at) = self.value(key)?;
        let number = match &value {
            DeValue::Integer(number) => number.to_string().parse().ok(),
            DeValue::Float(number) => number.to_string().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.push(at, wrong_type(key, NUMBER, &value));
        }
        Some((number?, at))
    }

    /// The number of a key, which must be whole and not negative.
    pub(crate) fn whole(&mut self, key: &'static str, fault: fn(String) -> Fault) -> Option<u32> {
        let (value, at) = self.number(key)?;
        if value.fract() == 0.0 && (0.0..1e6).contains(&value) {
            return Some(value as u32);
        }
        self.push(at, fault(value.to_string()));
        None
    }

    /// The items of a list and where each stands. A string alone counts as a list of one.
    pub(crate) fn list(&mut self, key: &'static str) -> Vec<(DeValue<'t>, usize)> {
        match self.value(key) {
            None => Vec::new(),
            Some((DeValue::Array(items), _)) => items
                .into_iter()
                .map(|item| (item.span().start, item.into_inner()))
                .map(|(at, item)| (item, at))
                .collect(),
            Some((string @ DeValue::String(_), at)) => vec![(string, at)],
            Some((other, at)) => {
                self.push(at, wrong_type(key, LIST, &other));
                Vec::new()
            }
        }
    }

    /// The strings of a list that are not blank, and where they stand.
    pub(crate) fn strings(&mut self, key: &'static str) -> Vec<(String, usize)> {
        let items = self.list(key);
        items.into_iter().filter_map(|(item, at)| self.item(key, item, at)).collect()
    }

    /// A string of a list.
    fn item(&mut self, key: &'static str, item: DeValue, at: usize) -> Option<(String, usize)> {
        let DeValue::String(string) = item else {
            self.push(at, wrong_type(key, STRING, &item));
            return None;
        };
        let string = string.trim();
        (!string.is_empty()).then(|| (string.to_owned(), at))
    }

    /// The items of a list that are tables with these keys, or strings, which stand for a
    /// table with one key. What is wrong with them is noted here.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        known: &'static [&'static str],
        mut read: impl FnMut(&mut Self, usize) -> T,
    ) -> Vec<T> {
        let items = self.list(key);
        let mut all = Vec::with_capacity(items.len());
        for (item, at) in items {
            let entries = match item {
                DeValue::Table(entries) => entries,
                string @ DeValue::String(_) => {
                    let mut entries = DeTable::new();
                    let key = Spanned::new(at..at, Cow::Borrowed(known[0]));
                    entries.insert(key, Spanned::new(at..at, string));
                    entries
                }
                other => {
                    self.push(at, wrong_type(key, TABLE, &other));
                    continue;
                }
            };
            all.push(self.within(entries, Some(known), at, &mut read));
        }
        all
    }

    /// The tables of a table under their keys, with these keys or any. What is wrong with
    /// them is noted here; the fault is that of a value which is no table.
    pub(crate) fn records<T>(
        &mut self,
        known: Option<&'static [&'static str]>,
        no_table: fn(String, &'static str) -> Fault,
        mut read: impl FnMut(&mut Self, String, usize) -> T,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for (key, value) in std::mem::take(&mut self.entries) {
            let (at, key) = (key.span().start, key.into_inner().into_owned());
            match value.into_inner() {
                DeValue::Table(entries) => {
                    all.push(self.within(entries, known, at, |table, at| read(table, key, at)));
                }
                other => self.push(at, no_table(key, type_of(&other))),
            }
        }
        all
    }

    /// Reads an inner table in place of this one.
    fn within<T>(
        &mut self,
        entries: DeTable<'t>,
        known: Option<&'static [&'static str]>,
        at: usize,
        read: impl FnOnce(&mut Self, usize) -> T,
    ) -> T {
        let outer = std::mem::replace(&mut self.entries, entries);
        if let Some(known) = known {
            self.knows(known);
        }
        let result = read(self, at);
        self.entries = outer;
        result
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
    Fault::WrongType { key, wanted, found: type_of(found) }
}

fn type_of(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => STRING,
        DeValue::Integer(_) | DeValue::Float(_) => NUMBER,
        DeValue::Boolean(_) => BOOLEAN,
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => LIST,
        DeValue::Table(_) => TABLE,
    }
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

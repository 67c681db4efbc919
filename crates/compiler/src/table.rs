//! TOML with known keys.
//!
//! Front matter and settings are flat tables with a handful of keys, authority files tables
//! of such tables. A key that is not known is an error, never passed over: a misspelt
//! `publised` would lose a date in silence. After a syntax error the parser recovers and goes
//! on, so that one missing quote does not hide the next fault; of each line only the first
//! fault is told.

use crate::fault::{BOOLEAN, DATE, Fault, LIST, NUMBER, STRING, TABLE};
use crate::issue::Issue;
use crate::line_column::{LineColumn, LineIndex};
use crate::line_ends;
use crate::text_fault::TextFault;
use entente_calendar::{Date, Period};
use std::borrow::Cow;
use std::ops::Range;
use std::str::FromStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table as it stands in a file, and what is wrong with it so far.
pub(crate) struct Table<'t> {
    path: &'t str,
    lines: LineIndex<'t>,
    /// Where the TOML begins in the text.
    start: usize,
    entries: DeTable<'t>,
    issues: Vec<Issue>,
    /// Whether there is a syntax error.
    broken: bool,
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
        let toml = &text[range.clone()];
        let (entries, errors) = DeTable::parse_recoverable(toml);
        let entries = entries.into_inner();
        let lines = LineIndex::new(&text[..range.end]);
        let broken = !errors.is_empty();
        let mut table =
            Self { path, lines, start: range.start, entries, issues: Vec::new(), broken };
        // TOML knows only LF and CR LF: other line ends make a text of many lines one line,
        // about which the parser can say nothing that helps.
        if !errors.is_empty()
            && let Some((at, name)) = line_ends::others(toml).next()
        {
            table.entries.clear();
            table.push(at, Fault::Text(TextFault::LineEnds { name, all: true }));
            return table;
        }
        let faults = errors.iter().map(|error| (error.span().map_or(0, |span| span.start), error));
        let mut faults: Vec<_> = faults.collect();
        // Of each line the first.
        faults.dedup_by_key(|(at, _)| table.place(*at).line);
        // What stands under a headline that is there twice is there twice, too.
        let mut repeated: Option<usize> = None;
        for (at, error) in faults {
            let message = error.message();
            if message.contains("duplicate") {
                let is_headline = |line: &str| line.trim_start().starts_with('[');
                let mut below = repeated
                    .and_then(|last| toml.get(last..at))
                    .map(|text| text.split('\n').skip(1));
                if below.as_mut().is_some_and(|lines| !lines.any(is_headline)) {
                    repeated = Some(at);
                    continue;
                }
                let line = toml[..at].rfind('\n').map_or(0, |end| end + 1);
                repeated = is_headline(&toml[line..]).then_some(at);
            }
            table.push(at, Fault::Toml { message: message.to_owned() });
        }
        table
    }

    /// Notes keys that are not among these, and forgets them.
    fn knows(&mut self, known: &'static [&'static str]) {
        let strange = |key: &&Spanned<_>| !known.contains(&AsRef::<str>::as_ref(key.get_ref()));
        let told = |key: &Spanned<Cow<'t, str>>| (key.span().start, key.get_ref().to_string());
        let found: Vec<_> = self.entries.keys().filter(strange).map(told).collect();
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

    /// Notes at a byte of the table that something is missing. Behind a syntax error it may be
    /// there all the same, where nobody can read it.
    pub(crate) fn miss(&mut self, at: usize, fault: Fault) {
        if !self.broken {
            self.push(at, fault);
        }
    }

    /// The line and column of a byte of the table.
    pub(crate) fn place(&self, at: usize) -> LineColumn {
        self.lines.line_column(self.start + at)
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
        self.item(key, value, at)
    }

    /// The string of a key that may not be missing; the fault is that it is.
    pub(crate) fn needed(
        &mut self,
        key: &'static str,
        at: usize,
        fault: impl FnOnce() -> Fault,
    ) -> Option<(String, usize)> {
        let told = self.issues.len();
        let found = self.string(key);
        if found.is_none() && self.issues.len() == told {
            self.miss(at, fault());
        }
        found
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

    /// What the string of a key names among these. Old words that are still read are not
    /// among those of a message.
    pub(crate) fn one_of<T: Copy + FromStr>(
        &mut self,
        key: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let (value, at) = self.string(key)?;
        let found = value.parse().ok();
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
            // Decimal ones may be too large for any integer, and need not be exact.
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            DeValue::Integer(number) => {
                let exact = i128::from_str_radix(number.as_str(), number.radix());
                Some(exact.map_or(f64::INFINITY, |exact| exact as f64))
            }
            DeValue::Float(number) => number.as_str().parse().ok(),
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

    /// A string that is the value of a key or in its list; a blank one counts as not given.
    fn item(&mut self, key: &'static str, item: DeValue, at: usize) -> Option<(String, usize)> {
        let DeValue::String(string) = item else {
            self.push(at, wrong_type(key, STRING, &item));
            return None;
        };
        let string = string.trim();
        // TOML has escapes for characters that neither a page nor a terminal can show.
        let control = |c: &char| c.is_control() && !c.is_whitespace();
        if let Some(found) = string.chars().find(control) {
            self.push(at, Fault::ControlInValue { key, found });
        }
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
                other => self.miss(at, no_table(key, type_of(&other))),
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
        DeValue::Datetime(day) if day.date.is_none() => "a time",
        DeValue::Datetime(day) if day.time.is_some() => "a date with a time",
        DeValue::Datetime(_) => DATE,
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

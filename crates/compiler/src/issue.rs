//! What is wrong, and where.

use crate::fault::Fault;
use crate::place::Place;
use std::fmt;

/// Whether a corpus can be compiled all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but perhaps not as it was meant.
    Warning,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Path of the file or folder.
    pub file: String,
    /// Where in it.
    pub place: Place,
    /// What it is, and how to mend it.
    pub fault: Fault,
}

impl Issue {
    /// An issue with a file as a whole.
    pub fn with(file: impl Into<String>, fault: Fault) -> Self {
        Self { file: file.into(), place: Place::START, fault }
    }

    /// Whether it keeps the corpus from being compiled.
    pub fn is_error(&self) -> bool {
        self.fault.severity() == Severity::Error
    }
}

impl fmt::Display for Issue {
    /// `file:line:column: error: what; how to mend`, the form that editors can follow.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place: Place { line, column }, fault } = self;
        let severity = match fault.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{file}:{line}:{column}: {severity}: {}; {}", fault.what(), fault.mend())
    }
}

/// Everything that is wrong with a corpus: errors and warnings, by file and place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// The issues, put in order.
    pub fn new(mut issues: Vec<Issue>) -> Self {
        issues.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
        Self(issues)
    }

    /// All of them, by file and place.
    pub fn as_slice(&self) -> &[Issue] {
        &self.0
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.0.iter().filter(|issue| issue.is_error()).count()
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.0.len() - self.errors()
    }
}

impl fmt::Display for Issues {
    /// One a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|issue| writeln!(f, "{issue}"))
    }
}

impl std::error::Error for Issues {}

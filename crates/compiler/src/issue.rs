//! What is wrong, and where.

use crate::fault::Fault;
use crate::line_column::LineColumn;
use std::borrow::Cow;
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
    pub place: LineColumn,
    /// What it is, and how to mend it.
    pub fault: Fault,
}

impl Issue {
    /// An issue with a file as a whole.
    pub fn with(file: impl Into<String>, fault: Fault) -> Self {
        Self { file: file.into(), place: LineColumn::START, fault }
    }

    /// Whether it keeps the corpus from being compiled.
    pub fn is_error(&self) -> bool {
        self.fault.severity() == Severity::Error
    }
}

impl fmt::Display for Issue {
    /// `file:line:column: error: what; how to mend`, the form that editors can follow.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place: LineColumn { line, column }, fault } = self;
        let severity = match fault.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (what, mend) = (fault.what(), fault.mend());
        f.write_str(&printable(&format!("{file}:{line}:{column}: {severity}: {what}; {mend}")))
    }
}

/// A line as a terminal may show it. Names of files may hold what a terminal takes for
/// commands, for the end of the line or for the direction of writing: these characters are
/// shown as their codes.
pub fn printable(line: &str) -> Cow<'_, str> {
    let commands = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    if !line.contains(commands) {
        return Cow::Borrowed(line);
    }
    let mut shown = String::with_capacity(line.len() + 8);
    for c in line.chars() {
        if commands(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    Cow::Owned(shown)
}

/// Everything that is wrong with a corpus: errors and warnings, by file and place. Of one
/// place only one is told, an error before a warning: the others often follow from it, and
/// those that do not are told when it is mended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// The issues, put in order.
    pub fn new(mut issues: Vec<Issue>) -> Self {
        let order = |issue: &Issue| (issue.place, issue.fault.severity());
        issues.sort_by(|a, b| a.file.cmp(&b.file).then(order(a).cmp(&order(b))));
        issues.dedup_by(|a, b| a.file == b.file && a.place == b.place);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_one_issue_of_one_place_an_error_first() {
        let at = |line, fault| Issue {
            place: LineColumn { line, column: 1 },
            ..Issue::with("a", fault)
        };
        let issues = Issues::new(vec![
            at(2, Fault::Empty),
            at(1, Fault::EditorialWithoutTitle),
            at(1, Fault::Empty),
            at(1, Fault::NoId),
            Issue::with("b", Fault::NoId),
        ]);
        let told: Vec<_> =
            issues.as_slice().iter().map(|one| (&*one.file, one.place.line)).collect();
        assert_eq!(told, [("a", 1), ("a", 2), ("b", 1)]);
        assert_eq!((issues.errors(), issues.warnings()), (3, 0));
    }

    #[test]
    fn shows_names_of_files_and_not_what_is_hidden_in_them() {
        let name = "a\u{1b}]0;title\u{7}\n\u{202e}đ\u{9b}.md";
        let told = Issue::with(name, Fault::SameBody { other: name.to_owned() }).to_string();
        let shown = r"a\u{1b}]0;title\u{7}\u{a}\u{202e}đ\u{9b}.md";
        assert!(told.starts_with(&format!("{shown}:1:1: warning: ")), "{told}");
        assert!(told.contains(&format!(" {shown}; ")), "{told}");
    }
}

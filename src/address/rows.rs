//! How the table of meetings is laid out, as it stands in an address: `sort=-reports&by=series`.

use entente_model::{Grouping, MeetingColumn};

/// By what the rows are sorted: a column, one way or the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: MeetingColumn,
    /// The last value first.
    pub descending: bool,
}

/// The rows of the table; by default those of each year below it, the newest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// `None` where time decides, in the order of the view.
    pub sort: Option<Sort>,
    /// What has a heading; `None` for what is usual in that order.
    pub by: Option<Grouping>,
}

impl Rows {
    /// Under which headings they stand: those of years where time decides their order.
    pub fn grouping(self) -> Grouping {
        let usual = if self.sort.is_none() { Grouping::Year } else { Grouping::Nothing };
        self.by.unwrap_or(usual)
    }
}

impl Sort {
    /// The name of a column, with `-` in front where the last value is first.
    pub fn parse(text: &str) -> Option<Self> {
        let descending = text.starts_with('-');
        let column = text.strip_prefix('-').unwrap_or(text).parse().ok()?;
        Some(Self { column, descending })
    }

    /// As it is parsed.
    pub fn print(self) -> String {
        [if self.descending { "-" } else { "" }, self.column.as_str()].concat()
    }
}

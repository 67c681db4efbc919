//! What stands on the axis: meetings, what came of them, and the publication of reports.
//!
//! A mark covers all the days that its date may mean: a month is as long as a month. What has
//! no date is no mark; it is counted, so that the numbers add up.

use entente_archive::Archive;
use entente_archive::rows::Status;
use entente_calendar::Period;
use entente_search::rank::{Key, sort};

/// What a mark tells of. The order is that of the bands from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A meeting, by its number: held, planned or recalled.
    Meeting(Status),
    /// What came of a meeting, by the number of the meeting and its place among its outcomes.
    Outcome(usize),
    /// A report, by its number.
    Report,
}

/// Something with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it tells of.
    pub what: What,
    /// The number of the meeting or report.
    pub number: usize,
    /// When.
    pub date: Period,
    /// It lies within the dates that are asked for.
    pub inside: bool,
}

impl Mark {
    /// The meeting that lights up with it.
    pub fn meeting(&self) -> Option<usize> {
        (self.what != What::Report).then_some(self.number)
    }
}

/// The marks of meetings and reports in the order of their first days, earlier ends first.
pub fn marks(
    archive: &Archive<'_>,
    meetings: &[usize],
    reports: &[usize],
    inside: &dyn Fn(Period) -> bool,
) -> Vec<Mark> {
    let mut all: Vec<Mark> = Vec::new();
    let mut add = |what, number, date: Period| {
        all.push(Mark { what, number, date, inside: inside(date) });
    };
    for meeting in meetings.iter().filter_map(|&number| archive.meeting(number)) {
        let Some(date) = meeting.row.date else { continue };
        add(What::Meeting(meeting.row.status), meeting.number, date);
        for place in 0..meeting.outcomes().count() {
            add(What::Outcome(place), meeting.number, date);
        }
    }
    for report in reports.iter().filter_map(|&number| archive.document(number)) {
        if let Some(date) = report.row.published {
            add(What::Report, report.number, date);
        }
    }
    // Days before 1970 are negative: their sign is turned, so that they sort as they follow.
    let bits = |day: i32| (day as u32) ^ (1 << 31);
    let key = |(at, mark): (usize, &Mark)| {
        [bits(mark.date.first_day().0), bits(mark.date.last_day().0), at as u32, 0]
    };
    let mut keys: Vec<Key> = all.iter().enumerate().map(key).collect();
    sort(&mut keys);
    keys.iter().map(|key| all[key[2] as usize]).collect()
}

/// From the first to the last day of which an archive tells, with a margin; `None` where it
/// has no dates.
pub fn extent(archive: &Archive<'_>) -> Option<(i32, i32)> {
    let meetings = archive.meetings().filter_map(|meeting| meeting.row.date);
    let reports = archive.documents().filter_map(|document| document.row.published);
    let days = |date: Period| (date.first_day().0, date.last_day().0);
    let wider = |(a, b): (i32, i32), (c, d): (i32, i32)| (a.min(c), b.max(d));
    let (first, last) = meetings.chain(reports).map(days).reduce(wider)?;
    let margin = ((last - first) / 40).max(10);
    Some((first - margin, last + margin))
}

//! What stands on the axis: meetings, what came of them, and the publication of reports.
//!
//! A mark covers all the days that its date may mean: a month is as long as a month. What has
//! no date is no mark; it is counted, so that the numbers add up.

use entente_archive::Archive;
use entente_calendar::Period;
use entente_model::Status;
use entente_model::order::{Key, sort};

/// What a mark tells of. The order is that of the bands from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A meeting, by its number: held, planned or mentioned.
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
        let Some(date) = meeting.date else { continue };
        add(What::Meeting(meeting.status), meeting.number, date);
        for place in 0..meeting.outcomes().count() {
            add(What::Outcome(place), meeting.number, date);
        }
    }
    for report in reports.iter().filter_map(|&number| archive.document(number)) {
        if let Some(date) = report.published {
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
    let (mut first, mut last) = (i32::MAX, i32::MIN);
    let mut take = |date: Option<Period>| {
        if let Some(date) = date {
            first = first.min(date.first_day().0);
            last = last.max(date.last_day().0);
        }
    };
    archive.meetings().for_each(|meeting| take(meeting.date));
    archive.documents().for_each(|document| take(document.published));
    if first > last {
        return None;
    }
    let margin = ((last - first) / 40).max(10);
    Some((first - margin, last + margin))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use entente_archive::{
        Attestation, Document, Meeting, Outcome, Packed, Passage, Place, Position,
    };
    use entente_model::{
        Act, DateProvenance, MeetingKind, PublicationProvenance, Span, TitleProvenance,
    };

    const WHOLE: Span = Span { start: 0, end: 4 };

    fn period(text: &str) -> Option<Period> {
        Period::parse(text)
    }

    fn report(published: &str) -> Document<'static> {
        Document {
            id: "report".into(),
            title: "".into(),
            title_provenance: TitleProvenance::Given,
            source: "".into(),
            url: "".into(),
            language: "".into(),
            dateline: "".into(),
            published: period(published),
            published_provenance: PublicationProvenance::Given,
            published_words: "".into(),
            text: "They".into(),
            sentences: Packed::default(),
            boilerplate: Vec::new(),
            body_tokens: 0,
            title_tokens: 0,
        }
    }

    fn meeting(date: &str, outcomes: usize) -> Meeting<'static> {
        let passage = Passage { document: 0, span: WHOLE };
        let outcome = Outcome { act: Act::Signed, agreement: None, passage };
        Meeting {
            id: date.to_owned().into(),
            former: Vec::new(),
            title: "".into(),
            kind: MeetingKind::Talks,
            status: Status::Held,
            date: period(date),
            date_provenance: DateProvenance::Stated,
            place: Place::default(),
            position: Position::default(),
            mechanism: None,
            session: 0,
            visit: None,
            participants: Vec::new(),
            outcomes: vec![outcome; outcomes],
            attestations: vec![Attestation {
                document: 0,
                kind: MeetingKind::Talks,
                status: Status::Held,
                date: period(date),
                date_provenance: DateProvenance::Stated,
                date_span: Span::default(),
                place: Place::default(),
                place_span: Span::default(),
                participants: Vec::new(),
                evidence: vec![WHOLE],
                reason: "".into(),
            }],
        }
    }

    #[test]
    fn what_has_a_date_is_marked_in_the_order_of_its_days() {
        let meetings = vec![meeting("2024-05-05", 2), meeting("", 1), meeting("1969", 0)];
        let documents = vec![report("2024-05")];
        let archive = Archive { documents, meetings, ..Archive::default() };
        let inside = |date: Period| date.start().year() > 2000;
        let marks = marks(&archive, &[0, 1, 2], &[0], &inside);
        let told: Vec<_> = marks.iter().map(|mark| (mark.what, mark.number, mark.inside)).collect();
        let held = What::Meeting(Status::Held);
        let last = [(held, 0, true), (What::Outcome(0), 0, true), (What::Outcome(1), 0, true)];
        assert_eq!(told[..2], [(held, 2, false), (What::Report, 0, true)]);
        assert_eq!(told[2..], last);
        let days = extent(&archive).expect("dates");
        assert!(days.0 < -365 && days.1 > 19_874, "from 1969 to May 2024 and a margin: {days:?}");
    }
}

//! What several sentences tell of one meeting.
//!
//! Two are one where kinds fit, somebody is in both and the dates do not contradict each
//! other. What was signed at the end of talks came of them. A meeting without a day that was
//! held in the place where the report was filed was held there; a day long before the report
//! is recalled, one behind it is to come.

use super::told::Told;
use super::{
    Act, Meeting, MeetingKind, Outcome, Precision, Report, Status, When, WhenBasis, Where,
    WhereBasis,
};
use crate::names::NameKind;
use entente_calendar::Period;

/// So many days before the report a meeting is news.
const NEWS: i32 = 10;
/// With as many meetings told before is each compared: the work stays linear.
const COMPARED: usize = 100;

pub(super) fn meetings(report: &Report, all: Vec<Told>) -> Vec<Meeting> {
    let mut meetings: Vec<Meeting> = Vec::new();
    let filed_in = filed_in(report);
    for told in all {
        let mut found = meeting(report, &told, filed_in);
        if found.date.is_none() && found.status == Status::Held && found.kind != MeetingKind::Visit
        {
            let day = meetings.iter().rev().take(COMPARED).find(|other| {
                let single = other.date.and_then(|date| date.period.single());
                other.status == Status::Held && single.is_some_and(|date| date.day().is_some())
            });
            found.date =
                day.and_then(|day| day.date).map(|date| When { basis: WhenBasis::Shared, ..date });
        }
        if found.kind == MeetingKind::Signing
            && let Some(talks) =
                meetings.iter_mut().rev().take(COMPARED).find(|other| is_talks(other))
            && found.participants.iter().any(|one| talks.participants.contains(one))
        {
            talks.outcomes.extend(found.outcomes);
            talks.evidence.extend(found.evidence);
            continue;
        }
        match meetings.iter_mut().rev().take(COMPARED).find(|other| same(other, &found)) {
            Some(other) => merge(other, found),
            None => meetings.push(found),
        }
    }
    for meeting in &mut meetings {
        meeting.evidence.sort_unstable();
        meeting.evidence.dedup();
        let mut seen = Vec::new();
        meeting.outcomes.retain(|outcome| {
            let new = !seen.contains(outcome);
            seen.push(*outcome);
            new
        });
    }
    meetings
}

fn is_talks(meeting: &Meeting) -> bool {
    matches!(meeting.kind, MeetingKind::Talks | MeetingKind::Dialogue | MeetingKind::Meeting)
        && meeting.status != Status::Reference
}

fn meeting(report: &Report, told: &Told, filed_in: &str) -> Meeting {
    let date = told.date.and_then(|number| report.dates.get(number));
    let period = date.and_then(|date| date.period);
    let status = status(report, told, period);
    let counted = date.is_some_and(|date| !date.basis.is_empty());
    let when = period.zip(date).map(|(period, date)| When {
        period,
        basis: if counted { WhenBasis::Counted } else { WhenBasis::Told },
        span: Some(date.span),
    });
    let outcome = |&agreement: &usize| Outcome {
        act: Act::Signed,
        agreement: Some(agreement),
        span: told.sentence,
    };
    Meeting {
        kind: told.kind,
        status,
        date: when,
        place: place(report, told, status, filed_in),
        event: told.event,
        session: told.session,
        participants: told.people.clone(),
        outcomes: told.outcomes.iter().map(outcome).collect(),
        evidence: vec![told.sentence],
    }
}

fn status(report: &Report, told: &Told, date: Option<Period>) -> Status {
    if let (Some(date), Some(published)) = (date, report.published) {
        let ends = date.last_day().0;
        let begins = date.first_day().0;
        if begins > published.last_day().0 {
            return Status::Planned;
        }
        if ends + NEWS < published.first_day().0 {
            return Status::Reference;
        }
    }
    let words = told
        .date
        .and_then(|number| report.dates.get(number))
        .map(|date| date.span.of(report.scene.tokens.text).to_lowercase());
    let back = words.is_some_and(|words| {
        words.starts_with("last ") || words.ends_with(" ago") || words.ends_with(" last year")
    });
    if back && date.is_none_or(|date| date.single().is_none_or(|date| date.day().is_none())) {
        return Status::Reference;
    }
    match (told.future, told.past) {
        (true, _) => Status::Planned,
        (_, true) => Status::Reference,
        _ => Status::Held,
    }
}

/// The place, from the sentence or from where the report was filed.
fn place(report: &Report, told: &Told, status: Status, filed_in: &str) -> Option<Where> {
    if told.kind == MeetingKind::Call {
        return None;
    }
    if let Some((number, name)) = told.place.and_then(|n| Some((n, report.names.get(n)?))) {
        let own = Some(name.country.as_str()).filter(|code| !code.is_empty());
        let land = || told.land.and_then(|number| report.names.get(number));
        let code = own.or_else(|| land().map(|land| land.country.as_str()));
        let filed = || if status == Status::Held { filed_in } else { "" };
        let country = code.unwrap_or_else(filed).to_owned();
        let precision = precision(report, number, &country);
        let span = name.mentions.iter().find(|span| span.start >= told.sentence.start);
        return Some(Where {
            words: name.name.clone(),
            name: Some(number),
            precision,
            country,
            basis: WhereBasis::Told,
            span: span.copied(),
        });
    }
    let filed =
        report.dateline.filter(|_| status == Status::Held && told.kind != MeetingKind::Visit)?;
    Some(Where {
        words: filed.to_owned(),
        name: None,
        precision: Precision::Locality,
        country: filed_in.to_owned(),
        basis: WhereBasis::Dateline,
        span: None,
    })
}

fn precision(report: &Report, number: usize, country: &str) -> Precision {
    let name = &report.names[number];
    match name.kind {
        NameKind::Organisation => Precision::Venue,
        _ if report.scene.world.country_name(country) == Some(&name.name) => Precision::Country,
        _ => Precision::Locality,
    }
}

/// The code of the country in which the report was filed; empty where it is not known.
fn filed_in<'r>(report: &'r Report) -> &'r str {
    let Some(filed) = report.dateline else { return "" };
    let known = report.names.iter().find(|name| {
        let mut texts = name.mentions.iter().map(|span| span.of(report.scene.tokens.text));
        name.kind == NameKind::Place
            && texts.any(|text| text.to_lowercase() == filed.to_lowercase())
    });
    known.map_or("", |name| name.country.as_str())
}

/// Whether two are the same meeting.
fn same(one: &Meeting, other: &Meeting) -> bool {
    let crowd = |meeting: &Meeting| !meeting.participants.is_empty();
    let twins = one.kind == other.kind && one.period().is_some() && one.period() == other.period();
    if one.event.is_some() && (one.event == other.event || twins && !crowd(one) && !crowd(other)) {
        return true;
    }
    let kinds = one.kind == other.kind
        || is_talks(one) && is_talks(other) && one.event.is_none() && other.event.is_none();
    let shared = one.participants.iter().filter(|who| other.participants.contains(who)).count();
    let enough = match one.kind {
        MeetingKind::Visit => shared > 0 && one.country() == other.country(),
        _ => shared > 1,
    };
    let dates = match (one.date, other.date) {
        (Some(one), Some(other)) => one.period.overlaps(other.period),
        _ => true,
    };
    kinds && enough && dates
}

fn merge(into: &mut Meeting, more: Meeting) {
    for who in more.participants {
        if !into.participants.contains(&who) {
            into.participants.push(who);
        }
    }
    if into.period().is_none_or(|date| date.single().is_none() && more.date.is_some()) {
        into.date = more.date;
    }
    into.place = into.place.take().or(more.place);
    into.event = into.event.or(more.event);
    into.session = into.session.max(more.session);
    into.outcomes.extend(more.outcomes);
    into.evidence.extend(more.evidence);
}

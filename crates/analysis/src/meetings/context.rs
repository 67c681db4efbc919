//! What a sentence leaves open and the report as a whole tells.
//!
//! Meetings of a visitor during a visit are in the country of the visit; what was held and
//! has no place was held where the report was filed. What is told without a day beside a
//! meeting that has one was on that day; a visit was when its meetings were. All such values
//! carry their provenance, since they are worked out.

use super::join::{COMPARED, Draft, NEWS, agree};
use super::told::Order;
use super::{Meeting, Report, When, Where};
use crate::dates::DateMention;
use crate::span::Span;
use entente_calendar::Period;
use entente_model::EntityKind;
use entente_model::{DateProvenance, MeetingKind, PlacePrecision, PlaceProvenance, Status};

/// A visit is no longer than so many days, where only its meetings tell.
const STAY: i32 = 10;
/// As many days ahead a meeting is where the others are.
const SOON: i32 = 2;

/// Fills dates and places.
pub(super) fn fill(report: &Report, drafts: &mut [Draft]) {
    let filed = Filed::of(report, drafts);
    // "arrived here"
    let here = |draft: &&mut Draft| draft.frame.here && draft.meeting.kind != MeetingKind::Call;
    for Draft { meeting, .. } in drafts.iter_mut().filter(here) {
        meeting.place = meeting.place.take().or_else(|| filed.place());
    }
    for at in 0..drafts.len() {
        days(report, drafts, at, &filed);
    }
    for at in 0..drafts.len() {
        destination(report, drafts, at);
    }
    for at in 0..drafts.len() {
        visits(drafts, at);
        days_of_visit(report, drafts, at);
    }
    for at in 0..drafts.len() {
        places(report, drafts, at, &filed);
    }
}

/// Where and when the report was filed.
struct Filed {
    words: String,
    name: Option<usize>,
    country: String,
    /// The day that its opening paragraph tells of.
    opening: Option<When>,
}

impl Filed {
    fn of(report: &Report, drafts: &[Draft]) -> Self {
        let words = report.dateline.unwrap_or_default().to_owned();
        let named = report.names.iter().position(|name| {
            let mut texts = name.mentions.iter().map(|span| span.of(report.annotated.tokens.text));
            name.kind == EntityKind::Place
                && texts.any(|text| text.to_lowercase() == words.to_lowercase())
        });
        let country = named.map(|number| report.names[number].country.clone());
        let country = country.filter(|code| !code.is_empty());
        let (home, opening) = (home(drafts), opening(report));
        // At the end stands where the ministry is, wherever its minister was.
        if signed(report) && !home.is_empty() && country.as_ref() != Some(&home) {
            return Self { words: String::new(), name: None, country: home, opening };
        }
        Self { words, name: named, country: country.unwrap_or(home), opening }
    }

    /// None where only the country is known.
    fn place(&self) -> Option<Where> {
        (!self.words.is_empty()).then(|| Where {
            words: self.words.clone(),
            name: self.name,
            precision: PlacePrecision::Locality,
            country: self.country.clone(),
            provenance: PlaceProvenance::Dateline,
            span: None,
        })
    }
}

/// Whether the place of the report stands below it.
fn signed(report: &Report) -> bool {
    let at = report.blocks.iter().find_map(|block| Some(block.lead?.place?.start));
    let last = report.blocks.iter().rfind(|block| !block.body.is_empty());
    at.zip(last).is_some_and(|(at, last)| at > last.body.start)
}

/// The country in which most meetings were held that tell theirs; empty where none does.
fn home(drafts: &[Draft]) -> String {
    let held = |draft: &&Draft| {
        let Meeting { status, place, .. } = &draft.meeting;
        *status == Status::Held && place.as_ref().is_some_and(|place| !place.country.is_empty())
    };
    let lands: Vec<&str> =
        drafts.iter().take(COMPARED).filter(held).map(|d| d.meeting.country()).collect();
    let count = |code: &str| lands.iter().filter(|land| **land == code).count();
    // Of as many in two countries, the one told first.
    let most = lands.iter().map(|land| count(land)).max();
    lands
        .iter()
        .find(|land| Some(count(land)) == most)
        .map(|land| (*land).to_owned())
        .unwrap_or_default()
}

fn around(drafts: &[Draft], at: usize) -> impl Iterator<Item = &Meeting> {
    let back = drafts[..at].iter().rev().take(COMPARED);
    let on = drafts[at + 1..].iter().take(COMPARED);
    // "Before leaving for P on Thursday, X met Y" was not in P.
    back.chain(on).filter(|draft| draft.frame.order != Order::Later).map(|draft| &draft.meeting)
}

fn shared(one: &Meeting, other: &Meeting) -> bool {
    one.participants.iter().any(|who| other.participants.contains(who))
}

/// Held, without a day: that of the meeting told before it, else the day of the report.
fn days(report: &Report, drafts: &mut [Draft], at: usize, filed: &Filed) {
    let meeting = &drafts[at].meeting;
    if meeting.date.is_none()
        && !drafts[at].dated
        && drafts[at].frame.order == Order::Follows
        && at > 0
    {
        let news = |draft: &&Draft| draft.meeting.status == drafts[at].meeting.status;
        let date = drafts[..at].iter().rev().take(COMPARED).find(news);
        let date = date.and_then(|draft| draft.meeting.date);
        drafts[at].meeting.date = date.map(When::shared);
        return;
    }
    let open = meeting.date.is_none()
        && !drafts[at].dated
        && meeting.status == Status::Held
        && meeting.kind != MeetingKind::Visit
        && (meeting.event.is_none() || !meeting.participants.is_empty());
    if !open {
        return;
    }
    // "met with the guests during their stay"
    let stay = || visit_of(drafts, at).and_then(|visit| visit.date);
    if let Some(date) = drafts[at].frame.during.then(stay).flatten() {
        drafts[at].meeting.date = Some(date.shared());
        return;
    }
    let day = drafts[..at].iter().rev().take(COMPARED).map(|draft| &draft.meeting).find(|other| {
        other.status == Status::Held && other.kind != MeetingKind::Visit && is_day(other)
    });
    let told = day.and_then(|day| day.date).map(When::shared);
    let day =
        report.published.filter(|date| date.single().is_some_and(|date| date.day().is_some()));
    let day =
        day.map(|period| When { period, provenance: DateProvenance::Publication, span: None });
    drafts[at].meeting.date = told.or(filed.opening).or(day);
}

/// The day that the opening paragraph tells of, if only one or two before the report: "the
/// ministry said on Friday".
fn opening(report: &Report) -> Option<When> {
    let paragraph = report.blocks.iter().find(|block| {
        block.body.of(report.annotated.tokens.text).trim_end().ends_with(['.', '”', '"'])
    })?;
    let filed = report.published?;
    let day = |date: &&DateMention| {
        let days = date.period.map(|period| filed.first_day().0 - period.first_day().0);
        let one = date.period.and_then(Period::single).is_some_and(|date| date.day().is_some());
        paragraph.body.contains(date.span)
            && one
            && days.is_some_and(|days| (0..=2).contains(&days))
    };
    let date = report.dates.iter().find(day)?;
    Some(When {
        period: date.period?,
        provenance: DateProvenance::SameEvent,
        span: Some(date.span),
    })
}

/// A visit without a date: the days of its meetings, as far as they are known to the day.
fn visits(drafts: &mut [Draft], at: usize) {
    let visit = &drafts[at].meeting;
    if visit.date.is_some() || visit.kind != MeetingKind::Visit || visit.status == Status::Mentioned
    {
        return;
    }
    let met = || {
        around(drafts, at).filter(|other| {
            let there = other.country() == visit.country()
                || other.country().is_empty()
                || visit.country().is_empty();
            other.kind != MeetingKind::Visit
                && other.status == visit.status
                && there
                && other.date.is_some()
                && shared(other, visit)
        })
    };
    let Some(first) = met().find_map(|met| met.date) else { return };
    let days = met().filter(|met| is_day(met)).filter_map(Meeting::period);
    let near = |date: &Period| (date.first_day().0 - first.period.first_day().0).abs() <= STAY;
    let period = days.filter(near).fold(first.period, covering);
    drafts[at].meeting.date = Some(When { period, ..first.shared() });
}

/// From the first day of both to the last.
fn covering(one: Period, other: Period) -> Period {
    let (start, end) = (one.start().min(other.start()), one.end().max(other.end()));
    if one.start().day().is_some() { Period::new(start, end).unwrap_or(one) } else { one }
}

/// A visit to a country that is not told there: that of a meeting of the visitor abroad.
fn destination(report: &Report, drafts: &mut [Draft], at: usize) {
    let visit = &drafts[at].meeting;
    if visit.kind != MeetingKind::Visit || visit.place.is_some() {
        return;
    }
    let home = |code: &str| visit.participants.iter().any(|who| report.names[*who].country == code);
    let met = around(drafts, at).find(|other| {
        let land = other.country();
        other.status == visit.status && shared(other, visit) && !land.is_empty() && !home(land)
    });
    let country = met.map(|met| met.country().to_owned());
    drafts[at].meeting.place =
        country.map(|country| only(country, PlaceProvenance::SameEvent, None));
}

/// Planned for a visit, without a date: that of the visit.
fn days_of_visit(report: &Report, drafts: &mut [Draft], at: usize) {
    let meeting = &drafts[at].meeting;
    if meeting.date.is_some() || meeting.kind == MeetingKind::Visit {
        return;
    }
    // Rather the day told before in the paragraph than all days of the visit, unless the words say
    // that it is for the visit.
    let told = || before(report, drafts, at).and_then(|other| other.date);
    let visit = || visit_of(drafts, at).and_then(|visit| visit.date);
    let date = match drafts[at].frame.during {
        true => visit().or_else(told),
        false => told().or_else(visit),
    };
    let date = date.filter(|_| !drafts[at].dated);
    let date = date.map(When::shared);
    drafts[at].meeting.date = date;
}

/// The visit during which a meeting takes place.
fn visit_of(drafts: &[Draft], at: usize) -> Option<&Meeting> {
    let meeting = &drafts[at].meeting;
    around(drafts, at).find(|visit| {
        visit.kind == MeetingKind::Visit
            && (visit.status == meeting.status
                || visit.status == Status::Held && meeting.status == Status::Planned)
            && (shared(visit, meeting)
                || drafts[at].frame.during && meeting.participants.is_empty())
            && agree(visit.period(), meeting.period())
            && !visit.country().is_empty()
    })
}

/// Planned, and told in the same paragraph as another that is planned: for the same visit.
fn before<'d>(report: &Report, drafts: &'d [Draft], at: usize) -> Option<&'d Meeting> {
    let planned = |draft: &Draft| draft.meeting.status == Status::Planned;
    let paragraph = |draft: &Draft| {
        let start = draft.meeting.evidence.first().map(|span| span.start);
        report.blocks.partition_point(|block| Some(block.body.end) <= start)
    };
    let other = &drafts[at.checked_sub(1)?];
    let draft = &drafts[at];
    let together = planned(draft)
        && planned(other)
        && other.frame.order != Order::Later
        && paragraph(draft) == paragraph(other);
    together.then_some(&other.meeting)
}

/// Without a place: that of the visit, else where the report was filed.
fn places(report: &Report, drafts: &mut [Draft], at: usize, filed: &Filed) {
    let meeting = &drafts[at].meeting;
    if meeting.kind == MeetingKind::Call || drafts[at].frame.remote {
        return;
    }
    let days = meeting.period().zip(report.published);
    let news = meeting.status == Status::Held
        && days.is_none_or(|(date, filed)| filed.first_day().0 - date.last_day().0 <= NEWS);
    // Tomorrow it is still there.
    let soon = meeting.status == Status::Planned
        && days.is_some_and(|(date, filed)| date.last_day().0 - filed.last_day().0 <= SOON);
    let visit =
        visit_of(drafts, at).or_else(|| before(report, drafts, at).filter(|_| !drafts[at].dated));
    let filed_in = if news || soon { filed.country.as_str() } else { "" };
    let land = visit.map_or(filed_in, |visit| visit.country()).to_owned();
    if let Some(place) = &mut drafts[at].meeting.place {
        if place.country.is_empty() {
            place.country = land;
        }
        return;
    }
    let meeting = &drafts[at].meeting;
    let body = |who: &usize| report.names[*who].kind == EntityKind::Organisation;
    if meeting.kind == MeetingKind::Visit && !meeting.participants.iter().any(body) {
        return;
    }
    if meeting.kind == MeetingKind::Exhibition || meeting.event.is_some() && !is_day(meeting) {
        drafts[at].meeting.place = in_name(report, &drafts[at].meeting);
        return;
    }
    let here = news && !filed.words.is_empty() && (land == filed.country || land.is_empty());
    // That a visit is to the country in which the report was filed says no more than this.
    let says_more = |place: &Where| place.precision != PlacePrecision::Country || !here;
    let beside = around(drafts, at).find(|other| {
        meeting.beside(other)
            && other.status == meeting.status
            && other.place.as_ref().is_some_and(|place| {
                place.provenance == PlaceProvenance::Stated && says_more(place)
            })
    });
    if let Some(place) = beside
        .and_then(|other| other.place.clone())
        .filter(|place| place.country == land || land.is_empty())
    {
        drafts[at].meeting.place = Some(Where { provenance: PlaceProvenance::SameEvent, ..place });
        return;
    }
    let country = Some(land).filter(|land| !land.is_empty());
    let only = country.map(|land| only(land, PlaceProvenance::SameEvent, None));
    drafts[at].meeting.place = filed.place().filter(|_| here).or(only);
}

fn is_day(meeting: &Meeting) -> bool {
    meeting.period().is_some_and(|date| date.start().day().is_some())
}

/// The country that an event has in its name: "Việt Nam International Defence Expo".
fn in_name(report: &Report, meeting: &Meeting) -> Option<Where> {
    let annotated = report.annotated;
    let name = report.names.get(meeting.event?)?;
    let span = name.mentions.first()?;
    let words = annotated.tokens.from(span.start)..annotated.tokens.from(span.end);
    let mut nations = words.filter_map(|i| annotated.world.get(annotated.nation(i)?.value));
    let country = nations.next().map(|place| place.country)?;
    let one =
        meeting.kind == MeetingKind::Exhibition && nations.all(|place| place.country == country);
    one.then(|| only(country.to_owned(), PlaceProvenance::Host, Some(*span)))
}

/// A country, of which no more is known.
fn only(country: String, provenance: PlaceProvenance, span: Option<Span>) -> Where {
    let precision = PlacePrecision::Country;
    Where { words: String::new(), name: None, precision, country, provenance, span }
}

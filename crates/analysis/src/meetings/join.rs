//! What several sentences tell of one meeting.
//!
//! Two are one where kinds fit, somebody is in both and the dates do not contradict each
//! other. What was signed at the end of talks came of them. What the sentence leaves open is
//! filled afterwards, from the whole report, in `context`.

use super::cast::Party;
use super::memory::Memory;
use super::setting::Site;
use super::told::{Frame, Time, Told};
use super::{Meeting, Report, When, Where, add};
use crate::lexicon::WordClass;
use crate::span::Span;
use entente_calendar::Period;
use entente_model::EntityKind;
use entente_model::{DateProvenance, MeetingKind, PlacePrecision, PlaceProvenance, Status};

/// So many days before the report a meeting is news.
pub(super) const NEWS: i32 = 8;
/// With as many meetings told before is each compared: the work stays linear.
pub(super) const COMPARED: usize = 100;

/// A meeting on its way.
pub(super) struct Draft {
    pub(super) meeting: Meeting,
    pub(super) frame: Frame,
    /// The words tell a date, known or not.
    pub(super) dated: bool,
    /// The words of a date that is not known, folded.
    open: Option<String>,
}

/// The meetings, each once, in the order of the first words on them.
pub(super) fn drafts(report: &Report, mut all: Vec<Told>, memory: &Memory) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let headline = headline(report);
    lead(&mut all, memory);
    for told in all {
        let Some(mut found) = draft(report, &told, memory) else { continue };
        let meeting = &mut found.meeting;
        let before = || drafts.iter().rev().take(COMPARED);
        if meeting.kind == MeetingKind::Signing
            && let Some(talks) = before().position(|other| yields(&other.meeting, meeting))
        {
            let at = drafts.len() - 1 - talks;
            let talks = &mut drafts[at].meeting;
            talks.outcomes.append(&mut meeting.outcomes);
            add(&mut talks.participants, std::mem::take(&mut meeting.participants));
            talks.evidence.append(&mut meeting.evidence);
            continue;
        }
        // "on Tuesday" and "in February", both of a year that is not known
        let apart = |other: &Draft| {
            found.open.is_some() && other.open.is_some() && found.open != other.open
        };
        let meeting = &found.meeting;
        // What a headline tells in few words the text tells whole.
        let headed = |other: &Draft| {
            headline
                .is_some_and(|line| other.meeting.evidence.iter().all(|span| line.contains(*span)))
                && shortened(&other.meeting, meeting)
        };
        // "During his visit, X will meet Y": the visit told before.
        let again = |other: &Draft| {
            let visits = [&other.meeting, meeting].iter().all(|one| one.kind == MeetingKind::Visit);
            let shared = |who: &usize| other.meeting.participants.contains(who);
            visits
                && found.frame.during
                && meeting.place.is_none()
                && other.meeting.status == meeting.status
                && meeting.participants.iter().any(shared)
                && agree(other.meeting.period(), meeting.period())
        };
        let one = |other: &Draft| {
            !apart(other)
                && (same(report, &other.meeting, meeting) || headed(other) || again(other))
        };
        match before().position(one) {
            Some(back) => {
                let at = drafts.len() - 1 - back;
                drafts[at].frame.during |= found.frame.during;
                drafts[at].dated |= found.dated;
                merge(&mut drafts[at].meeting, found.meeting);
            }
            None => drafts.push(found),
        }
    }
    if report.published.is_none_or(|published| published.start().day().is_none()) {
        recalled(&mut drafts);
    }
    drafts
}

/// In a report without a day, what was long before the last day that it tells of is recalled.
fn recalled(drafts: &mut [Draft]) {
    let held = |draft: &&Draft| draft.meeting.status == Status::Held;
    let days = drafts.iter().filter(held).filter_map(|draft| draft.meeting.period());
    let Some(last) = days.map(|date| date.first_day().0).max() else { return };
    for Draft { meeting, .. } in drafts {
        let before = meeting.period().is_some_and(|date| date.last_day().0 + NEWS < last);
        if before && meeting.status == Status::Held {
            meeting.status = Status::Mentioned;
        }
    }
}

/// The line over a report that is no sentence.
fn headline(report: &Report) -> Option<Span> {
    let body = report.blocks.iter().map(|block| block.body).find(|body| !body.is_empty())?;
    let text = body.of(report.annotated.tokens.text);
    (!text.ends_with(['.', '!', '?', '”', '"'])).then_some(body)
}

/// Whether one tells the same as another of fewer people: "Ruiz speaks with Kenya's minister".
fn shortened(one: &Meeting, other: &Meeting) -> bool {
    let few = |one: &Meeting, other: &Meeting| {
        !one.participants.is_empty()
            && one.participants.iter().all(|who| other.participants.contains(who))
    };
    let kinds = one.kind == other.kind || is_talks(one.kind) && is_talks(other.kind);
    let lands =
        one.country().is_empty() || other.country().is_empty() || one.country() == other.country();
    kinds
        && lands
        && one.status == other.status
        && (few(one, other) || few(other, one))
        && agree(one.period(), other.period())
}

/// A dialogue of which nobody is told is that of those who led delegations.
fn lead(all: &mut [Told], memory: &Memory) {
    let open = |told: &Told| {
        told.kind == MeetingKind::Dialogue && told.time == Time::News && told.people.is_empty()
    };
    let Some(at) = all.iter().position(open) else { return };
    let event = all[at].event;
    let known = |told: &Told| event.is_some() && told.event == event && !told.people.is_empty();
    if !all.iter().any(known) {
        all[at].people = memory.leaders.iter().map(|(_, who)| Party::Name(*who)).collect();
    }
}

/// Whether something signed came of talks.
fn yields(talks: &Meeting, signing: &Meeting) -> bool {
    let shared = signing.participants.iter().filter(|one| talks.participants.contains(one)).count();
    let enough = shared > 1 || shared == signing.participants.len();
    is_talks(talks.kind)
        && talks.status == signing.status
        && talks.status != Status::Mentioned
        && shared > 0
        && enough
        && agree(talks.period(), signing.period())
}

/// Whether it is two sides around a table.
const fn is_talks(kind: MeetingKind) -> bool {
    matches!(kind, MeetingKind::Talks | MeetingKind::Dialogue | MeetingKind::Meeting)
}

fn draft(report: &Report, told: &Told, memory: &Memory) -> Option<Draft> {
    let date = told.date.and_then(|number| report.dates.get(number));
    let when = date.and_then(|date| {
        let provenance =
            if date.counted() { DateProvenance::Relative } else { DateProvenance::Stated };
        Some(When { period: date.period?, provenance, span: Some(date.span) })
    });
    let mut participants = people(report, &told.people, memory);
    if let Some(event) = told.event.filter(|_| participants.is_empty()) {
        participants.extend(body_in(report, event));
    }
    if told.kind == MeetingKind::Visit {
        for &(leader, companion) in &memory.companions {
            if participants.contains(&leader) {
                add(&mut participants, [companion]);
            }
        }
    }
    let call = told.kind == MeetingKind::Call;
    let nobody = participants.is_empty() && !told.people.is_empty();
    let alone = participants.len() == 1
        && (call || is_talks(told.kind))
        && told.people.len() > 1
        && !told.people.iter().any(|party| matches!(party, Party::Delegation(_)));
    if (nobody || alone) && told.event.is_none() {
        return None;
    }
    let status = status(report, told, when.map(|when| when.period));
    let meeting = Meeting {
        kind: told.kind,
        status,
        date: when,
        place: told
            .site
            .filter(|_| !call && !told.frame.remote)
            .and_then(|site| place(report, site)),
        event: told.event,
        session: told.session,
        participants,
        outcomes: told.outcomes.clone(),
        evidence: vec![told.sentence],
    };
    let dated = told.date.is_some();
    let open = date.filter(|date| date.period.is_none());
    let open = open.map(|date| date.span.of(report.annotated.tokens.text).to_lowercase());
    Some(Draft { meeting, frame: told.frame, dated, open })
}

/// The body in the name of an event: "41st Joint Border Committee meeting".
fn body_in(report: &Report, event: usize) -> Option<usize> {
    let spans = &report.names.get(event)?.mentions;
    let span = spans.first()?;
    report.names.iter().position(|name| {
        let at = name.mentions.partition_point(|inner| inner.start < span.start);
        let inside = name.mentions.get(at).is_some_and(|inner| inner.end <= span.end);
        name.kind == EntityKind::Organisation && inside
    })
}

/// The numbers of those who took part; a delegation by its leader.
pub(super) fn people(report: &Report, parties: &[Party], memory: &Memory) -> Vec<usize> {
    let leader = |code: &str| {
        let mut leaders = memory.leaders.iter();
        leaders.find(|(country, _)| code.is_empty() || country == code).map(|(_, who)| *who)
    };
    let mut all = Vec::new();
    for party in parties {
        let number = match party {
            Party::Name(number) => Some(*number),
            Party::Delegation(code) => leader(code).or_else(|| most_told(report, code)),
        };
        add(&mut all, number);
    }
    all
}

/// "The Italian delegation" is led by the Italian of whom the report tells most.
fn most_told(report: &Report, code: &str) -> Option<usize> {
    let own = |number: &usize| {
        let name = &report.names[*number];
        name.kind == EntityKind::Person && !code.is_empty() && name.country == code
    };
    let all = (0..report.names.len()).filter(own);
    all.max_by_key(|&number| (report.names[number].mentions.len(), usize::MAX - number))
}

fn status(report: &Report, told: &Told, date: Option<Period>) -> Status {
    let day = date.is_some_and(|date| date.start().day().is_some());
    if let (Some(date), Some(published)) = (date, report.published) {
        if date.first_day().0 > published.last_day().0 {
            return Status::Planned;
        }
        if date.last_day().0 + NEWS < published.first_day().0 {
            return Status::Mentioned;
        }
        // "On Wednesday, she had travelled to …": news all the same.
        if date.last_day().0 < published.first_day().0 && day {
            return Status::Held;
        }
    }
    let tokens = report.annotated.tokens;
    let words = told.date.and_then(|number| report.dates.get(number));
    let words = words.map_or(0..0, |date| tokens.from(date.span.start)..tokens.from(date.span.end));
    let has = |class: WordClass| words.clone().any(|i| report.annotated.is(i, class));
    let (first, last) = (words.start, words.end.saturating_sub(1));
    // "last September", "a year ago"; "last Friday" is news.
    let back = [first, last].iter().any(|&i| report.annotated.is(i, WordClass::MeetBack))
        && !has(WordClass::Weekday)
        && !has(WordClass::UnitWeekend);
    let on = report.annotated.is(first, WordClass::MeetOn);
    if date.is_none() && on {
        return Status::Planned;
    }
    if back && !day {
        return Status::Mentioned;
    }
    // Of a report without a day, a month or a year is not news.
    let earlier = report.published.is_none() && date.is_some() && !day;
    match told.time {
        Time::Ahead => Status::Planned,
        Time::Before => Status::Mentioned,
        Time::News if earlier => Status::Mentioned,
        Time::News => Status::Held,
    }
}

/// The place as the sentence tells it.
fn place(report: &Report, site: Site) -> Option<Where> {
    let tokens = report.annotated.tokens;
    let name = |number: Option<usize>| Some((number?, report.names.get(number?)?));
    let (venue, land) = (name(site.venue), name(site.land));
    let house = site.words.map(|(from, to)| tokens.cover(from, to));
    let country = [venue, land].into_iter().flatten().map(|(_, name)| name.country.as_str());
    let code = { country }.find(|code| !code.is_empty());
    let code = code.or(site.capital).unwrap_or_default();
    let capital = || report.annotated.world.capital_name(site.capital?);
    let known = report.annotated.world.country_name(code);
    let precision = match (venue, land) {
        _ if house.is_some() => PlacePrecision::Venue,
        (Some((_, venue)), land) if venue.kind == EntityKind::Organisation || land.is_some() => {
            PlacePrecision::Venue
        }
        (None, Some((_, land))) if known == Some(&land.name) => PlacePrecision::Country,
        _ => PlacePrecision::Locality,
    };
    let from = tokens.span(site.at).start;
    let named = venue
        .or(land)
        .and_then(|(_, name)| name.mentions.iter().find(|span| span.start >= from).copied());
    let mut words = match house {
        Some(house) => house.of(tokens.text).split_whitespace().collect::<Vec<_>>().join(" "),
        None => match venue.or(land) {
            Some((_, name)) => called(report, name, from),
            None => capital()?.to_owned(),
        },
    };
    let country = land.map(|(_, name)| called(report, name, from));
    if let Some(country) = country.filter(|country| !words.contains(country.as_str())) {
        words = [&words, ", ", &country].concat();
    }
    Some(Where {
        words,
        name: venue.or(land).map(|(number, _)| number),
        precision,
        country: code.to_owned(),
        provenance: PlaceProvenance::Stated,
        span: house.or(named),
    })
}

/// What a report calls a place at a byte or first behind it; in English, that by which it is known.
fn called(report: &Report, name: &crate::names::NameEntity, from: usize) -> String {
    let foreign = report.annotated.postposed && name.kind == EntityKind::Place;
    let mention = name.mentions.iter().find(|span| span.start >= from);
    match mention.or(name.mentions.first()).filter(|_| foreign) {
        Some(span) => span.of(report.annotated.tokens.text).to_owned(),
        None => name.name.clone(),
    }
}

/// Whether two dates may be one.
pub(super) fn agree(one: Option<Period>, other: Option<Period>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one.overlaps(other))
}

/// Whether two are the same meeting.
fn same(report: &Report, one: &Meeting, other: &Meeting) -> bool {
    let sessions = one.session == 0 || other.session == 0 || one.session == other.session;
    let dates = agree(one.period(), other.period());
    if one.event.is_some() && one.event == other.event && sessions && dates {
        return true;
    }
    if one.event.is_some() && other.event.is_some() && one.event != other.event {
        let crowd = one.participants.is_empty() || other.participants.is_empty();
        let day = one.period().is_some() && one.period() == other.period();
        return crowd && one.kind == other.kind && day && one.session == other.session;
    }
    let held = |meeting: &Meeting| meeting.status != Status::Mentioned;
    let places = one.place.as_ref().zip(other.place.as_ref());
    let apart = one.kind == MeetingKind::Ceremony
        && places.is_some_and(|(one, other)| {
            !one.words.contains(&other.words) && !other.words.contains(&one.words)
        });
    if apart {
        return false;
    }
    let kinds = one.kind == other.kind || is_talks(one.kind) && is_talks(other.kind);
    let shared = one.participants.iter().filter(|who| other.participants.contains(who)).count();
    let lands =
        one.country().is_empty() || other.country().is_empty() || one.country() == other.country();
    let enough = match one.kind {
        MeetingKind::Visit => {
            let there = one.country() == other.country() && !one.country().is_empty();
            // A visit to a house is none to its country.
            let house = |place: &Where| place.precision == PlacePrecision::Venue;
            let alike = places.is_none_or(|(one, other)| house(one) == house(other));
            let apart = travels_on(report, one, other) || travels_on(report, other, one);
            there && alike && !apart && (shared > 0 || one.beside(other))
        }
        MeetingKind::Ceremony | MeetingKind::Conference | MeetingKind::Exhibition => {
            shared > 0 && one.period().is_some() && other.period().is_some()
        }
        _ => shared > 1,
    };
    // What is to come was not held already.
    let planned = |meeting: &Meeting| meeting.status == Status::Planned;
    let alike = held(one) == held(other)
        && (planned(one) == planned(other) || one.kind == MeetingKind::Visit);
    let times = alike || one.period().is_some() && one.period() == other.period();
    kinds && enough && dates && sessions && lands && times
}

/// Whether one is a day of the other elsewhere: "will visit Nghệ An on 16 April" of a visit to Vietnam
/// from 15 to 17 April.
fn travels_on(report: &Report, whole: &Meeting, part: &Meeting) -> bool {
    let several = whole.period().is_some_and(|dates| dates.single().is_none());
    let day = part.period().and_then(Period::single).is_some_and(|date| date.day().is_some());
    let precise = |meeting: &Meeting| meeting.place.as_ref().map(|place| place.precision);
    if !several
        || !day
        || precise(whole) != Some(PlacePrecision::Country)
        || precise(part) != Some(PlacePrecision::Locality)
    {
        return false;
    }
    let capital = report.annotated.world.capital_name(whole.country());
    let named = part.place.as_ref().and_then(|place| report.names.get(place.name?));
    named.is_some_and(|name| Some(name.name.as_str()) != capital)
}

fn merge(into: &mut Meeting, more: Meeting) {
    add(&mut into.participants, more.participants);
    if into.period().is_none_or(|date| date.single().is_none() && more.date.is_some()) {
        into.date = more.date;
    }
    let exact = |place: &Option<Where>| place.as_ref().map_or(3, |place| place.precision as usize);
    if exact(&more.place) < exact(&into.place) {
        into.place = more.place;
    }
    if more.kind == MeetingKind::Dialogue
        || into.kind == MeetingKind::Meeting && more.kind == MeetingKind::Talks
    {
        into.kind = more.kind;
    }
    into.event = into.event.or(more.event);
    into.session = into.session.max(more.session);
    into.outcomes.extend(more.outcomes);
    into.evidence.extend(more.evidence);
}

//! One meeting: what is known of it, and what each report tells, side by side.
//!
//! Above stands what all reports together make known; below, report by report, the sentences that
//! prove it, and in words where a report tells it otherwise: planned here, held there, another
//! day, another place.

use super::basis::{self, believed, date_name, place_name};
use super::lit::{lights, lit};
use super::order::{Column, sides, text};
use super::{act, address, sentence_address, title};
use crate::address::Page;
use crate::dom::{El, el, link, part};
use crate::entities::entity_link;
use crate::map;
use crate::marked::words;
use crate::reader::quote;
use crate::reports::origin;
use crate::state::State;
use entente_archive::{AttestationRef, EntityRef, MeetingRef, OutcomeRef};
use entente_calendar::Period;
use entente_model::{PlacePrecision, Span};
use leptos::prelude::*;

/// The page of the meeting with this id, or a sentence that there is none.
pub fn page(state: State, id: &str) -> Vec<El> {
    let strings = state.strings();
    let Some(meeting) = state.archive().find_meeting(id) else {
        let back = link(state.fresh_address(Page::Meetings)).text(strings.meetings);
        let words = el("h1").text((strings.no_such_meeting)(id));
        return vec![part("div", "remarks").add(words).add(el("p").add(back))];
    };
    let status = meeting.status;
    let kind = strings.meeting_kinds[meeting.kind as usize];
    let mark = part("span", "status").text(strings.statuses[status as usize]);
    let told: Vec<AttestationRef<'static>> = meeting.attestations().collect();
    let tellings = told.iter().filter_map(|told| telling(state, &meeting, told));
    let article = part("article", "dossier meeting")
        .add(el("h1").text(title(state, &meeting)))
        .add(part("p", "meta").add(el("span").text(kind)).add(mark))
        .add(facts(state, &meeting))
        .add(el("h2").text((strings.told_by)(told.len())))
        .add(part("div", "tellings").all(tellings));
    vec![toolbar(state, meeting), lights(state, article)]
}

/// The way back, and to the meetings before and behind this one in the view.
fn toolbar(state: State, meeting: MeetingRef<'static>) -> El {
    let strings = state.strings();
    let back = link(state.address_untracked(Page::Meetings));
    let place = move || {
        state.meetings.with(|numbers| {
            let at = numbers.iter().position(|&number| number == meeting.number);
            at.map_or(String::new(), |at| (strings.meeting_of)(at + 1, numbers.len()))
        })
    };
    let step = |step: isize, sign: &str, name: &str| {
        let other = neighbour(state, &meeting, step)?;
        let go = link(address(state, &other)).attr("class", "step");
        Some(go.attr("title", name).attr("aria-label", name).text(sign))
    };
    let steps = part("span", "group")
        .maybe(step(-1, "‹", strings.previous_meeting))
        .add(el("span").live_text(place))
        .maybe(step(1, "›", strings.next_meeting));
    part("nav", "toolbar")
        .attr("aria-label", strings.around_the_meeting)
        .add(back.text("← ").text(strings.all_meetings))
        .add(steps)
}

/// The meeting before (-1) or behind (1) a meeting among those of the view.
pub fn neighbour(
    state: State,
    meeting: &MeetingRef<'_>,
    step: isize,
) -> Option<MeetingRef<'static>> {
    let number = state.meetings.with_untracked(|numbers| {
        let at = numbers.iter().position(|&number| number == meeting.number)?;
        numbers.get(at.checked_add_signed(step)?).copied()
    });
    state.archive().meeting(number?)
}

/// What all reports together make known.
fn facts(state: State, meeting: &MeetingRef<'static>) -> El {
    let strings = state.strings();
    let [when, place, who, session, outcome, review] = strings.meeting_facts;
    let fact = |name: &str, what: El| el("div").add(el("dt").text(name)).add(what);
    let sides = sides(state, meeting);
    let who = (!sides.is_empty()).then(|| {
        let rows = sides.iter().map(|side| people(state, meeting, side));
        fact(who, el("dd").all(rows))
    });
    let session = meeting.mechanism().map(|mechanism| {
        let name = entity_link(state, &mechanism);
        name.say(&text(state, meeting, Column::Session));
        fact(session, el("dd").add(name))
    });
    let outcomes = outcomes(state, meeting);
    let outcome = (!outcomes.is_empty()).then(|| fact(outcome, el("dd").all(outcomes)));
    let reason = Some(meeting.reason()).filter(|reason| !reason.is_empty());
    let there = meeting.place();
    let rough = (there.precision == PlacePrecision::Country)
        .then(|| part("span", "meta").text(" (").text(strings.only_the_country).text(")"));
    let on_map = map::address_of(state, meeting)
        .map(|address| link(address).attr("class", "meta").text(strings.on_map));
    part("dl", "facts")
        .add(fact(when, el("dd").view(basis::date(state, meeting))))
        .add(fact(
            place,
            el("dd").view(basis::place(state, &there)).maybe(rough).text(" ").maybe(on_map),
        ))
        .maybe(who)
        .maybe(session)
        .maybe(outcome)
        .maybe(reason.map(|reason| fact(review, el("dd").text(reason))))
}

/// The people of a side, each with the office told at that time.
fn people(
    state: State,
    meeting: &MeetingRef<'static>,
    (side, people): &(String, Vec<EntityRef<'static>>),
) -> El {
    let person = |entity: &EntityRef<'static>| {
        let office =
            office(state, meeting, entity).map(|words| part("span", "meta").text(", ").text(words));
        el("li").add(entity_link(state, entity)).maybe(office)
    };
    el("div").add(part("span", "meta").text(side)).add(el("ul").all(people.iter().map(person)))
}

/// The office of a person: as a report that tells of the meeting calls it, else as on record
/// for its date.
fn office(
    state: State,
    meeting: &MeetingRef<'static>,
    person: &EntityRef<'static>,
) -> Option<String> {
    let here = |document: u32| meeting.attestations().any(|told| told.document == document);
    let told = person.roles().filter(|role| here(role.document)).filter_map(|role| {
        Some(words(state.archive().document(role.document as usize)?.text(), role.span))
    });
    let on_record = || {
        let date = meeting.date?;
        let covers = |from: Option<Period>, to: Option<Period>| {
            from.is_none_or(|from| from.first_day() <= date.last_day())
                && to.is_none_or(|to| date.first_day() <= to.last_day())
        };
        let mut offices = person.offices().iter().filter(|office| covers(office.from, office.to));
        offices.next().map(|office| state.office(office).to_owned())
    };
    told.max_by_key(String::len).or_else(on_record)
}

/// What came of it, each with the words that tell it, as a link to where they stand.
fn outcomes(state: State, meeting: &MeetingRef<'static>) -> Vec<El> {
    let passage = |outcome: &OutcomeRef<'static>| (outcome.passage.document, outcome.passage.span);
    let mut outcomes = meeting.outcomes().peekable();
    let mut rows = Vec::new();
    while let Some(outcome) = outcomes.next() {
        let named = outcome.agreement().map(|agreement| {
            let link = entity_link(state, &agreement);
            el("span").text(" ").add(link)
        });
        let act = el("b").text(act(state, meeting, &outcome));
        rows.push(el("p").add(act).maybe(named));
        // Words that tell several outcomes stand below the last of them.
        let last = outcomes.peek().is_none_or(|next| passage(next) != passage(&outcome));
        let document = state.archive().document(outcome.passage.document as usize);
        if let Some(document) = document.filter(|_| last) {
            let said = words(document.text(), outcome.passage.span);
            let quote = link(sentence_address(state, &document, meeting)).text(said);
            rows.push(part("p", "snippet").attr("lang", document.language()).add(quote));
        }
    }
    rows
}

/// What one report tells.
fn telling(
    state: State,
    meeting: &MeetingRef<'static>,
    told: &AttestationRef<'static>,
) -> Option<El> {
    let strings = state.strings();
    let document = state.archive().document(told.document())?;
    let title = link(sentence_address(state, &document, meeting)).attr("class", "title");
    let title = title.attr("lang", document.language()).text(document.title());
    let status = part("span", "status").text(strings.told_as[told.status as usize]);
    let sentence = |span: Span| {
        let words = quote(state, &document, span);
        part("p", "snippet").attr("lang", document.language()).attr("dir", "auto").view(words)
    };
    let section = part("section", told.status.as_str())
        .add(part("p", "meta").view(origin(state, &document)))
        .add(el("h3").add(title))
        .add(el("p").add(status))
        .all(differences(state, meeting, told))
        .all(told.evidence().map(sentence));
    Some(lit(state, section, &[meeting.number]))
}

/// What this report tells otherwise than all together make known.
fn differences(
    state: State,
    meeting: &MeetingRef<'static>,
    told: &AttestationRef<'static>,
) -> Vec<El> {
    let [date_here, place_here, called_here, named_here] = state.strings().told_otherwise;
    let mut lines = Vec::new();
    let mut line = |name: &str, what: AnyView| {
        lines.push(part("p", "meta").text(name).text(" ").view(what));
    };
    if told.date.is_some() && told.date != meeting.date {
        let why = basis::why(state, told.date_provenance, told.date_words());
        line(date_here, believed(date_name(state, told.date), &why));
    }
    let (here, there) = (told.place(), meeting.place());
    let name = place_name(state, &here);
    if !name.is_empty() && name != place_name(state, &there) {
        line(place_here, believed(name, basis::why_there(state, &here)));
    }
    if told.kind != meeting.kind {
        line(
            called_here,
            view! { <span>{state.strings().meeting_kinds[told.kind as usize]}</span> }.into_any(),
        );
    }
    let names: Vec<&str> = told.participants().map(|entity| state.name(&entity)).collect();
    let all: Vec<&str> = meeting.participants().map(|entity| state.name(&entity)).collect();
    if !names.is_empty() && (names.len() != all.len() || names.iter().any(|n| !all.contains(n))) {
        line(named_here, view! { <span>{names.join(", ")}</span> }.into_any());
    }
    lines
}

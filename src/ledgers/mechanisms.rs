//! Every mechanism that the reports tell of, session by session.

use super::sessions::{Line, lines, session, wholes};
use crate::dom::{El, button, el, link, part};
use crate::entities::entity_link;
use crate::meetings::act;
use crate::state::State;
use crate::{language, meetings};
use entente_archive::{EntityRef, MeetingRef, OutcomeRef};
use entente_model::{MeetingKind, PlacePrecision};
use entente_search::rank::in_order;
use leptos::prelude::*;

/// Mechanisms shown at first, and with every click for more.
const STEP: usize = 30;

/// How many mechanisms the corpus tells of.
pub fn number_of_mechanisms(state: State) -> usize {
    let wholes = wholes(state.archive());
    let mut known = vec![false; wholes.len()];
    for mechanism in state.archive().meetings().filter_map(|meeting| meeting.mechanism()) {
        known[wholes[mechanism.number]] = true;
    }
    known.iter().filter(|known| **known).count()
}

/// The part "Mechanisms". Sessions follow the query and the filters; gaps are those of the
/// whole corpus.
pub fn mechanisms(state: State) -> El {
    let strings = state.strings;
    let wholes = wholes(state.archive());
    let shown = RwSignal::new(STEP);
    let list = move |host: El| {
        let mut counts = vec![(0, 0); wholes.len()];
        let meeting = |number: &usize| state.archive().meeting(*number);
        let whole = |meeting: &MeetingRef<'_>| Some(wholes[meeting.mechanism()?.number]);
        state.meetings.with(|meetings| {
            for meeting in meetings.iter().filter_map(meeting) {
                let Some(whole) = whole(&meeting) else { continue };
                let date = meeting.date.map_or(0, |date| date.end().to_bits());
                let (sessions, latest) = counts[whole];
                counts[whole] = (sessions + 1, date.max(latest));
            }
        });
        let known: Vec<usize> = (0..counts.len()).filter(|&one| counts[one].0 > 0).collect();
        let ranked = in_order(&known, |&one| [!counts[one].0, !counts[one].1, 0]);
        if ranked.is_empty() {
            host.add(el("p").text(strings.no_mechanism));
            return;
        }
        let section = |&number: &usize| {
            let told: Vec<MeetingRef<'static>> =
                state.archive().meetings().filter(|it| whole(it) == Some(number)).collect();
            Some(mechanism(state, &state.archive().entity(number)?, &told))
        };
        let rest = ranked.len().saturating_sub(shown.get());
        let more = button("more", move || shown.set(shown.get_untracked() + STEP));
        host.all(ranked.iter().take(shown.get()).filter_map(section))
            .maybe((rest > 0).then(|| more.text((strings.more)(rest.min(STEP)))));
    };
    part("article", "dossier ledger")
        .add(el("h1").text(strings.mechanisms))
        .add(part("p", "meta").text(strings.mechanisms_explained))
        .add(el("div").live(list))
}

fn mechanism(state: State, whole: &EntityRef<'static>, told: &[MeetingRef<'static>]) -> El {
    let key = |meeting: &MeetingRef<'_>| {
        let [start, end] = meeting.date_order();
        [start, end, 0]
    };
    let sessions: Vec<(u32, usize)> =
        in_order(told, key).iter().map(|meeting| (session(meeting), meeting.number)).collect();
    let in_view = |meeting: usize| state.meetings.with(|meetings| meetings.contains(&meeting));
    let mut outside = 0;
    let mut rows = Vec::new();
    for line in lines(&sessions) {
        rows.extend(match line {
            Line::Gap(first, last) => {
                Some(part("li", "gap").text((state.strings.gap)(first as usize, last as usize)))
            }
            Line::Told(number) if in_view(number) => {
                state.archive().meeting(number).map(|meeting| entry(state, whole, &meeting))
            }
            Line::Told(_) => {
                outside += 1;
                None
            }
        });
    }
    let more =
        (outside > 0).then(|| part("p", "meta").text((state.strings.outside_the_view)(outside)));
    let name = entity_link(state, whole);
    el("section").add(el("h2").add(name)).add(el("ol").all(rows)).maybe(more)
}

/// A session: its number and date, then what is known of it.
fn entry(state: State, whole: &EntityRef<'static>, meeting: &MeetingRef<'static>) -> El {
    let strings = state.strings;
    let number = session(meeting);
    let title = match number {
        0 => strings.meeting_kinds[meeting.kind as usize].to_owned(),
        number => (strings.session)(number as usize),
    };
    let title = link(meetings::address(state, meeting)).text(title);
    let own = meeting.mechanism().filter(|own| own.number != whole.number);
    let own = own.map(|own| entity_link(state, &own));
    let people: Vec<El> = meeting.participants().map(|one| person(state, &one)).collect();
    let reports = meeting.attestations().filter_map(|told| {
        let report = state.archive().document(told.document())?;
        let name = link(state.report_address(&report)).attr("lang", report.language());
        Some(el("li").text(strings.told_in).text(" ").add(name.text(report.title())))
    });
    part("li", "session")
        .add(el("h3").add(title))
        .add(
            part("p", "meta")
                .add(meetings::date(state, meeting))
                .maybe(place(state, meeting))
                .add(el("span").text(strings.statuses[meeting.status as usize])),
        )
        .maybe(own.map(|own| el("p").add(own)))
        .maybe((!people.is_empty()).then(|| part("ul", "row").all(people)))
        .add(el("ul").all(outcomes(state, meeting)).all(reports))
}

/// Where it was, and in which country; calls have no place.
fn place(state: State, meeting: &MeetingRef<'static>) -> Option<El> {
    let place = meeting.place();
    let said = match (place.precision, place.country()) {
        _ if meeting.kind == MeetingKind::Call => return None,
        (PlacePrecision::Unknown, _) => part("span", "meta").text(state.strings.no_place),
        (PlacePrecision::Country, _) | (_, "") => el("span").add(meetings::place(state, &place)),
        (_, code) => {
            let country = language::country(code, state.language.get());
            el("span").add(meetings::place(state, &place)).text(", ").text(country)
        }
    };
    Some(said)
}

/// Somebody who took part, with the country for which they stand.
fn person(state: State, one: &EntityRef<'static>) -> El {
    let name = el("li").add(entity_link(state, one));
    match state.country(one) {
        Some(country) => name.text(" ").add(part("span", "meta").text(country)),
        None => name,
    }
}

/// What came of it.
fn outcomes(state: State, meeting: &MeetingRef<'static>) -> Vec<El> {
    let outcome = |outcome: OutcomeRef<'static>| {
        let row = el("li").add(el("b").text(act(state, meeting, &outcome))).text(": ");
        match outcome.agreement() {
            Some(agreement) => row.add(entity_link(state, &agreement)),
            None => row.text(outcome.words()),
        }
    };
    meeting.outcomes().map(outcome).collect()
}

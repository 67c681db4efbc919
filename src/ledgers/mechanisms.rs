//! Every mechanism that the reports tell of, session by session.

use super::page::{Words, ledger};
use super::sessions::{Line, lines, session, wholes};
use crate::entities::EntityLink;
use crate::meetings::act;
use crate::state::{AppState, app_state};
use crate::{language, meetings};
use entente_archive::{EntityRef, MeetingRef, OutcomeRef};
use entente_model::order::in_order;
use entente_model::{MeetingKind, PlacePrecision};
use leptos::prelude::*;

/// Mechanisms shown at first, and with every click for more.
const STEP: usize = 30;

/// How many mechanisms the corpus tells of.
pub fn number_of_mechanisms(state: AppState) -> usize {
    let wholes = wholes(state.archive());
    let mut known = vec![false; wholes.len()];
    for mechanism in state.archive().meetings().filter_map(|meeting| meeting.mechanism()) {
        known[wholes[mechanism.number]] = true;
    }
    known.iter().filter(|known| **known).count()
}

/// The part "Mechanisms". Sessions follow the query and the filters; gaps are those of the
/// whole corpus.
#[component]
pub fn Mechanisms() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let wholes = wholes(state.archive());
    let words = Words {
        name: strings.mechanisms,
        explained: strings.mechanisms_explained,
        nothing: strings.no_mechanism,
    };
    let entries = move |most| {
        let ranked = ranked(state, &wholes);
        let section = |&number: &usize| {
            let own = |meeting: &MeetingRef<'_>| whole(&wholes, meeting) == Some(number);
            let told: Vec<MeetingRef<'static>> = state.archive().meetings().filter(own).collect();
            Some(mechanism(state, &state.archive().entity(number)?, &told))
        };
        (ranked.len(), ranked.iter().take(most).filter_map(section).collect())
    };
    ledger(words, STEP, Box::new(entries))
}

/// The mechanism to which the meeting belongs, if it is a session of one.
fn whole(wholes: &[usize], meeting: &MeetingRef<'_>) -> Option<usize> {
    Some(wholes[meeting.mechanism()?.number])
}

/// The mechanisms of which the view has sessions: those with most first, then the latest.
fn ranked(state: AppState, wholes: &[usize]) -> Vec<usize> {
    let mut counts = vec![(0, 0); wholes.len()];
    state.meetings.with(|meetings| {
        for meeting in meetings.iter().filter_map(|&number| state.archive().meeting(number)) {
            let Some(whole) = whole(wholes, &meeting) else { continue };
            let date = meeting.date.map_or(0, |date| date.end().to_bits());
            let (sessions, latest) = counts[whole];
            counts[whole] = (sessions + 1, date.max(latest));
        }
    });
    let known: Vec<usize> = (0..counts.len()).filter(|&one| counts[one].0 > 0).collect();
    in_order(&known, |&one| [!counts[one].0, !counts[one].1, 0])
}

/// A mechanism with its sessions and the gaps between them.
fn mechanism(state: AppState, whole: &EntityRef<'static>, told: &[MeetingRef<'static>]) -> AnyView {
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
                let gap = (state.strings().gap)(first as usize, last as usize);
                Some(view! { <li class="gap">{gap}</li> }.into_any())
            }
            Line::Told(number) if in_view(number) => state
                .archive()
                .meeting(number)
                .map(|meeting| view! { <Session whole=*whole meeting/> }.into_any()),
            Line::Told(_) => {
                outside += 1;
                None
            }
        });
    }
    let outside = (outside > 0)
        .then(|| view! { <p class="meta">{(state.strings().outside_the_view)(outside)}</p> });
    view! {
        <section>
            <h2>
                <EntityLink entity=*whole/>
            </h2>
            <ol>{rows}</ol>
            {outside}
        </section>
    }
    .into_any()
}

/// A session: its number and date, then what is known of it.
#[component]
fn Session(
    /// The mechanism under which it is listed.
    whole: EntityRef<'static>,
    /// The session.
    meeting: MeetingRef<'static>,
) -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let title = match session(&meeting) {
        0 => strings.meeting_kinds[meeting.kind as usize].to_owned(),
        number => (strings.session)(number as usize),
    };
    let own = meeting.mechanism().filter(|own| own.number != whole.number);
    let own = own.map(|entity| {
        view! {
            <p>
                <EntityLink entity/>
            </p>
        }
    });
    let people: Vec<_> = meeting.participants().map(|one| view! { <Person one/> }).collect();
    let people = (!people.is_empty()).then(|| view! { <ul class="row">{people}</ul> });
    let reports = meeting.attestations().filter_map(|told| {
        let report = state.archive().document(told.document())?;
        Some(view! {
            <li>
                {strings.told_in}
                " "
                <a href=state.report_address(&report) lang=report.language()>
                    {report.title()}
                </a>
            </li>
        })
    });
    view! {
        <li class="session">
            <h3>
                <a href=meetings::address(state, &meeting)>{title}</a>
            </h3>
            <p class="meta">
                {meetings::date(state, &meeting)}
                {place(state, &meeting)}
                <span>{strings.statuses[meeting.status as usize]}</span>
            </p>
            {own}
            {people}
            <ul>
                {outcomes(state, &meeting)}
                {reports.collect::<Vec<_>>()}
            </ul>
        </li>
    }
}

/// Where it was, and in which country; calls have no place.
fn place(state: AppState, meeting: &MeetingRef<'static>) -> Option<AnyView> {
    let place = meeting.place();
    let said = match (place.precision, place.country()) {
        _ if meeting.kind == MeetingKind::Call => return None,
        (PlacePrecision::Unknown, _) => {
            view! { <span class="meta">{state.strings().no_place}</span> }.into_any()
        }
        (PlacePrecision::Country, _) | (_, "") => {
            view! { <span>{meetings::place(state, &place)}</span> }.into_any()
        }
        (_, code) => {
            let country = language::country(code, state.language.get());
            view! { <span>{meetings::place(state, &place)} ", " {country}</span> }.into_any()
        }
    };
    Some(said)
}

/// Somebody who took part, with the country for which they stand.
#[component]
fn Person(one: EntityRef<'static>) -> impl IntoView {
    let country = app_state().country(&one);
    let country = country.map(|country| {
        view! {
            " "
            <span class="meta">{country}</span>
        }
    });
    view! { <li><EntityLink entity=one/> {country}</li> }
}

/// What came of it.
fn outcomes(state: AppState, meeting: &MeetingRef<'static>) -> Vec<AnyView> {
    let outcome = |outcome: OutcomeRef<'static>| {
        let what = match outcome.agreement() {
            Some(entity) => view! { <EntityLink entity/> }.into_any(),
            None => outcome.words().into_any(),
        };
        let act = act(state, meeting, &outcome);
        view! { <li><b>{act}</b> ": " {what}</li> }.into_any()
    };
    meeting.outcomes().map(outcome).collect()
}

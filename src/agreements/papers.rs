//! Every agreement with what the reports tell of it: when it was to be signed, what was done with it
//! at which meetings, and which reports cite it.
//!
//! That it was signed, agreed or announced is told by what came of a meeting; any other
//! sentence that names it cites it. Nothing more is said, since nothing more is known.

use super::page::reports_of_view;
use super::promises::kept_on;
use super::row::Row;
use crate::entities::{EntityLink, sentences};
use crate::meetings::{self, act};
use crate::state::AppState;
use crate::views::Views;
use entente_archive::{EntityRef, MeetingRef, OutcomeRef, Passage, PromiseRef};
use entente_calendar::Period;
use entente_charts::lifeline::{Lifeline, What, years_in};
use entente_model::order::{in_order, signed};
use entente_model::{Act, EntityKind, Span};
use entente_search::FacetKind;
use leptos::prelude::*;

/// Reports shown of an agreement; its dossier has all.
const REPORTS: usize = 20;

/// How many agreements the corpus names.
pub fn number_of_agreements(state: AppState) -> usize {
    let of_kind = |entity: &EntityRef<'_>| entity.kind == EntityKind::Agreement;
    state.archive().entities().filter(of_kind).count()
}

/// The agreements that the reports of the view name, those first told of above.
pub(super) fn rows(state: AppState) -> Vec<Row> {
    let rows = named(state).into_iter().filter_map(|(number, reports)| {
        let entity = state.archive().entity(number)?;
        let life = life(state, &entity, &reports);
        let first = life.moments.first().map_or(u32::MAX, |(date, _)| signed(date.first_day().0));
        Some((first, entity, life, reports))
    });
    let rows: Vec<_> = rows.collect();
    let places: Vec<usize> = (0..rows.len()).collect();
    let places = in_order(&places, |&at| [rows[at].0, !(rows[at].3.len() as u32), 0]);
    let mut rows: Vec<_> = rows.into_iter().map(Some).collect();
    let row = |at: usize| {
        let (_, entity, life, reports) = rows[at].take()?;
        Some(Row {
            name: state.name(&entity).to_owned(),
            told: told(state, &life),
            reports: reports.len(),
            life,
            body: Box::new(move || agreement(state, &entity, &reports)),
        })
    };
    places.into_iter().filter_map(row).collect()
}

/// The promises that it is to be signed.
fn promises(
    state: AppState,
    entity: &EntityRef<'static>,
) -> impl Iterator<Item = PromiseRef<'static>> + use<> {
    let number = entity.number;
    let is_it = move |promise: &PromiseRef<'static>| {
        promise.agreement().is_some_and(|agreement| agreement.number == number)
    };
    state.archive().promises().filter(is_it)
}

/// What became of an agreement, by the reports of the view that name it.
fn life(state: AppState, entity: &EntityRef<'static>, reports: &[usize]) -> Lifeline {
    let mut moments: Vec<(Period, What)> = Vec::new();
    let mut open = false;
    for promise in promises(state, entity) {
        moments.extend(promise.date.map(|date| (date, What::Proposed)));
        open |= promise.kept.is_none();
        moments.extend(kept_on(state, &promise).map(|date| (date, What::Kept)));
    }
    let done = outcomes(entity);
    for (meeting, outcome) in &done {
        moments.extend(meeting.date.map(|date| (date, What::Done(outcome.act))));
    }
    for &number in reports {
        let tells = |(meeting, _): &(MeetingRef<'static>, OutcomeRef<'static>)| {
            meeting.attestations().any(|told| told.document() == number)
        };
        let published = state.archive().document(number).and_then(|report| report.published);
        if let Some(date) = published.filter(|_| !done.iter().any(tells)) {
            moments.push((date, What::Cited));
        }
    }
    let moments = in_order(&moments, |(date, what)| {
        [signed(date.first_day().0), u32::from(*what == What::Cited), signed(date.last_day().0)]
    });
    Lifeline { moments, open: open && done.is_empty(), covers: years_in(entity.name()) }
}

/// The last that was done with it, or that it is open, or cited.
fn told(state: AppState, life: &Lifeline) -> String {
    let strings = state.strings();
    let done = life.moments.iter().rev().find_map(|&(date, what)| match what {
        What::Done(act) => Some([strings.acts[act as usize], &strings.period(date)].join(" ")),
        What::Kept => Some(strings.kept_by.fill(&strings.period(date))),
        _ => None,
    });
    let proposed = life.moments.iter().find(|(_, what)| *what == What::Proposed);
    match (done, proposed) {
        (Some(done), _) => done,
        (None, Some((date, _))) if life.open => strings.open_since.fill(&strings.period(*date)),
        _ => strings.cited.to_owned(),
    }
}

/// When a report was published, as a number that sorts; 0 where that is not known.
fn day(state: AppState, report: usize) -> u32 {
    let published = state.archive().document(report).and_then(|report| report.published);
    published.map_or(0, |date| date.end().to_bits())
}

/// The numbers of the agreements of the view, each with the reports of the view that name it,
/// in the order of their publication.
fn named(state: AppState) -> Vec<(usize, Vec<usize>)> {
    let found = reports_of_view(state);
    let view = state.view.get();
    let of_kind = |choice: &&entente_search::facet::Choice| choice.kind == FacetKind::Agreement;
    let some = view.filter.choices.iter().filter(of_kind).any(|choice| !choice.excluded);
    let wanted = |entity: &EntityRef<'_>| {
        entity.kind == EntityKind::Agreement
            && view.choice(FacetKind::Agreement, entity.id()).map_or(!some, |excluded| !excluded)
    };
    let reports = |entity: EntityRef<'static>| {
        let mut reports = entity.documents();
        reports.retain(|&number| found[number]);
        (entity.number, in_order(&reports, |&number| [day(state, number), 0, 0]))
    };
    let all = state.archive().entities().filter(wanted).map(reports);
    all.filter(|(_, reports)| !reports.is_empty()).collect()
}

/// An agreement: what was done with it at which meetings, and the reports that name it.
fn agreement(state: AppState, entity: &EntityRef<'static>, reports: &[usize]) -> AnyView {
    let outcomes = outcomes(entity);
    let promises: Vec<Passage> =
        promises(state, entity).flat_map(|promise| promise.evidence.clone()).collect();
    let says = |report: usize, sentence: Span| {
        let here = |(_, outcome): &&(MeetingRef<'static>, OutcomeRef<'static>)| {
            let span = outcome.passage.span;
            let shared = span.start < sentence.end && sentence.start < span.end;
            outcome.passage.document as usize == report && shared
        };
        let told = outcomes.iter().find(here);
        let proposed = || {
            promises.iter().any(|passage| {
                passage.document as usize == report
                    && passage.span.start < sentence.end
                    && sentence.start < passage.span.end
            })
        };
        match told {
            Some((meeting, outcome)) => act(state, meeting, outcome),
            None if proposed() => state.strings().acts_to_come[Act::Signed as usize],
            None => state.strings().cited,
        }
    };
    let report = |&number: &usize| sentences(state, entity, number, &|span| says(number, span));
    let told = reports.iter().take(REPORTS).filter_map(report).views();
    let left = reports.len().saturating_sub(REPORTS);
    let rest =
        (left > 0).then(|| view! { <p>{state.strings().and_more.fill(left)}</p> }.into_any());
    let outcome = |(meeting, outcome): &(MeetingRef<'static>, OutcomeRef<'static>)| {
        view! {
            <li>
                <b>{act(state, meeting, outcome)}</b>
                ": "
                {meetings::date(state, meeting)}
                ", "
                <a href=meetings::address(state, meeting) dir="auto">{meetings::title(state, meeting)}</a>
            </li>
        }
        .into_any()
    };
    view! {
        <div class="told-of">
            <p><EntityLink entity=*entity/></p>
            <ul>{outcomes.iter().map(outcome).views()}</ul>
            {told}
            {rest}
        </div>
    }
    .into_any()
}

/// What was done with an agreement, and at which meetings.
fn outcomes(entity: &EntityRef<'static>) -> Vec<(MeetingRef<'static>, OutcomeRef<'static>)> {
    let mut all = Vec::new();
    for meeting in entity.meetings() {
        let own =
            |it: &OutcomeRef<'static>| it.agreement().map(|it| it.number) == Some(entity.number);
        all.extend(meeting.outcomes().filter(own).map(|outcome| (meeting, outcome)));
    }
    all
}

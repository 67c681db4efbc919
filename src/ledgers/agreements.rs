//! Every agreement with what the reports tell of it, report by report.
//!
//! That it was signed, agreed or announced is told by what came of a meeting; any other
//! sentence that names it cites it. Nothing more is said, since nothing more is known.

use super::page::{Words, ledger};
use crate::entities::{EntityLink, sentences};
use crate::meetings::{self, act};
use crate::state::{AppState, app_state};
use crate::views::Views;
use entente_archive::{EntityRef, MeetingRef, OutcomeRef};
use entente_model::order::in_order;
use entente_model::{EntityKind, Span};
use entente_search::FacetKind;
use leptos::prelude::*;
use std::mem;

/// Agreements shown at first, and with every click for more.
const STEP: usize = 20;
/// Reports shown of an agreement; its dossier has all.
const REPORTS: usize = 20;

/// How many agreements the corpus names.
pub fn number_of_agreements(state: AppState) -> usize {
    let of_kind = |entity: &EntityRef<'_>| entity.kind == EntityKind::Agreement;
    state.archive().entities().filter(of_kind).count()
}

/// The part "Agreements": those that the reports of the view name, the latest named first.
#[component]
pub fn Agreements() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let words = Words {
        name: strings.agreements,
        explained: strings.agreements_explained,
        nothing: strings.no_agreement,
    };
    let entries = move |most| {
        let agreements = latest_first(state);
        let section = |(number, reports): &(usize, Vec<usize>)| {
            Some(agreement(state, &state.archive().entity(*number)?, reports))
        };
        (agreements.len(), agreements.iter().take(most).filter_map(section).collect())
    };
    ledger(words, STEP, Box::new(entries))
}

/// The agreements of the view with the reports that name them, the latest named first.
fn latest_first(state: AppState) -> Vec<(usize, Vec<usize>)> {
    let mut named = named(state);
    let latest = |reports: &[usize]| reports.last().map_or(0, |&it| day(state, it));
    let places: Vec<usize> = (0..named.len()).collect();
    let ranked = in_order(&places, |&at| {
        let (_, reports) = &named[at];
        [!latest(reports), !(reports.len() as u32), 0]
    });
    ranked.into_iter().map(|at| mem::take(&mut named[at])).collect()
}

/// When a report was published, as a number that sorts; 0 where that is not known.
fn day(state: AppState, report: usize) -> u32 {
    let published = state.archive().document(report).and_then(|report| report.published);
    published.map_or(0, |date| date.end().to_bits())
}

/// The numbers of the agreements of the view, each with the reports of the view that name it,
/// in the order of their publication.
fn named(state: AppState) -> Vec<(usize, Vec<usize>)> {
    let mut found = vec![false; state.archive().documents.len()];
    state.results.with(|results| {
        results.ranked.iter().for_each(|&(number, _)| found[number] = true);
    });
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
    let says = |report: usize, sentence: Span| {
        let here = |(_, outcome): &&(MeetingRef<'static>, OutcomeRef<'static>)| {
            let span = outcome.passage.span;
            let shared = span.start < sentence.end && sentence.start < span.end;
            outcome.passage.document as usize == report && shared
        };
        let told = outcomes.iter().find(here);
        told.map_or(state.strings().cited, |(meeting, outcome)| act(state, meeting, outcome))
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
        <section>
            <h2>
                <EntityLink entity=*entity/>
            </h2>
            <ul>{outcomes.iter().map(outcome).views()}</ul>
            {told}
            {rest}
        </section>
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

//! Every agreement with what the reports tell of it, report by report.
//!
//! That it was signed, agreed or announced is told by what came of a meeting; any other
//! sentence that names it cites it. Nothing more is said, since nothing more is known.

use crate::dom::{El, button, el, link, part};
use crate::entities::{entity_link, sentences};
use crate::meetings::{self, act};
use crate::state::State;
use entente_archive::{EntityRef, MeetingRef, OutcomeRef};
use entente_model::{EntityKind, Span};
use entente_search::FacetKind;
use entente_search::rank::in_order;
use leptos::prelude::*;

/// Agreements shown at first, and with every click for more.
const STEP: usize = 20;
/// Reports shown of an agreement; its dossier has all.
const REPORTS: usize = 20;

/// How many agreements the corpus names.
pub fn number_of_agreements(state: State) -> usize {
    let of_kind = |entity: &EntityRef<'_>| entity.kind == EntityKind::Agreement;
    state.archive().entities().filter(of_kind).count()
}

/// The part "Agreements": those that the reports of the view name, the latest named first.
pub fn agreements(state: State) -> El {
    let strings = state.strings;
    let shown = RwSignal::new(STEP);
    let list = move |host: El| {
        let named = named(state);
        let latest =
            |(_, reports): &(usize, Vec<usize>)| reports.last().map_or(0, |&it| day(state, it));
        let places: Vec<usize> = (0..named.len()).collect();
        let ranked = in_order(&places, |&at| [!latest(&named[at]), !(named[at].1.len() as u32), 0]);
        if ranked.is_empty() {
            host.add(el("p").text(strings.no_agreement));
            return;
        }
        let section = |&at: &usize| {
            let (number, reports) = &named[at];
            Some(agreement(state, &state.archive().entity(*number)?, reports))
        };
        let rest = ranked.len().saturating_sub(shown.get());
        let more = button("more", move || shown.set(shown.get_untracked() + STEP));
        host.all(ranked.iter().take(shown.get()).filter_map(section))
            .maybe((rest > 0).then(|| more.text((strings.more)(rest.min(STEP)))));
    };
    part("article", "dossier ledger")
        .add(el("h1").text(strings.agreements))
        .add(part("p", "meta").text(strings.agreements_explained))
        .add(el("div").live(list))
}

/// When a report was published, as a number that sorts; 0 where that is not known.
fn day(state: State, report: usize) -> u32 {
    let published = state.archive().document(report).and_then(|report| report.published);
    published.map_or(0, |date| date.end().to_bits())
}

/// The numbers of the agreements of the view, each with the reports of the view that name it,
/// in the order of their publication.
fn named(state: State) -> Vec<(usize, Vec<usize>)> {
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

fn agreement(state: State, entity: &EntityRef<'static>, reports: &[usize]) -> El {
    let name = entity_link(state, entity);
    let mut came: Vec<(MeetingRef<'static>, OutcomeRef<'static>)> = Vec::new();
    for meeting in entity.meetings() {
        let own =
            |it: &OutcomeRef<'static>| it.agreement().map(|it| it.number) == Some(entity.number);
        came.extend(meeting.outcomes().filter(own).map(|outcome| (meeting, outcome)));
    }
    let head = |(meeting, outcome): &(MeetingRef<'static>, OutcomeRef<'static>)| {
        let title = link(meetings::address(state, meeting)).text(meetings::title(state, meeting));
        let said = el("b").text(act(state, meeting, outcome));
        el("li").add(said).text(": ").add(meetings::date(state, meeting)).text(", ").add(title)
    };
    let says = |report: usize, sentence: Span| {
        let here = |(_, outcome): &&(MeetingRef<'static>, OutcomeRef<'static>)| {
            let span = outcome.passage.span;
            let shared = span.start < sentence.end && sentence.start < span.end;
            outcome.passage.document as usize == report && shared
        };
        let told = came.iter().find(here);
        told.map_or(state.strings.cited, |(meeting, outcome)| act(state, meeting, outcome))
    };
    let report = |&number: &usize| sentences(state, entity, number, &|span| says(number, span));
    let left = reports.len().saturating_sub(REPORTS);
    el("section")
        .add(el("h2").add(name))
        .add(el("ul").all(came.iter().map(head)))
        .all(reports.iter().take(REPORTS).filter_map(report))
        .maybe((left > 0).then(|| el("p").text((state.strings.and_more)(left))))
}

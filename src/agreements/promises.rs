//! What was promised: invitations, papers to be signed, meetings to be held; open or kept, with the
//! sentences.

use super::page::reports_of_view;
use super::row::Row;
use crate::meetings::quoted;
use crate::state::AppState;
use crate::thread::{promised, short_name};
use crate::views::Views;
use entente_archive::{Passage, PromiseRef};
use entente_calendar::Period;
use entente_charts::lifeline::{Lifeline, What};
use entente_model::order::in_order;
use leptos::prelude::*;

/// The promises of which the reports of the view tell, those first told of above.
pub(super) fn rows(state: AppState) -> Vec<Row> {
    let found = reports_of_view(state);
    let told = |promise: &PromiseRef<'static>| {
        promise.evidence.iter().any(|passage| found[passage.document as usize])
    };
    let all: Vec<PromiseRef<'static>> = state.archive().promises().filter(told).collect();
    let all = in_order(&all, |promise| {
        let [start, end] = promise.date_order();
        [start, end, 0]
    });
    all.into_iter().map(|promise| row(state, promise)).collect()
}

/// When a promise was kept, or the day of the report that tells so.
pub(super) fn kept_on(state: AppState, promise: &PromiseRef<'static>) -> Option<Period> {
    let kept = promise.kept.as_ref()?;
    let told = kept
        .evidence
        .first()
        .and_then(|passage| state.archive().document(passage.document as usize)?.published);
    kept.date.or(told)
}

fn row(state: AppState, promise: PromiseRef<'static>) -> Row {
    let strings = state.strings();
    let mut moments = Vec::new();
    moments.extend(promise.date.map(|date| (date, What::Proposed)));
    let kept = promise.kept.as_ref();
    let kept_on = kept_on(state, &promise);
    moments.extend(kept_on.map(|date| (date, What::Kept)));
    let date = |date| strings.undated_or(date);
    let told = match kept {
        Some(_) => strings.kept_by.fill(&date(kept_on)),
        None => strings.open_since.fill(&date(promise.date)),
    };
    let who = promise.who().map(|one| short_name(state, &one)).collect::<Vec<_>>().join(", ");
    let evidence: Vec<Passage> = promise
        .evidence
        .iter()
        .chain(kept.iter().flat_map(|kept| &kept.evidence))
        .copied()
        .collect();
    let mut reports: Vec<u32> = Vec::new();
    for passage in &evidence {
        if !reports.contains(&passage.document) {
            reports.push(passage.document);
        }
    }
    let body = move || {
        let said = |passage: &Passage| {
            let document = state.archive().document(passage.document as usize)?;
            Some(quoted(state, &document, passage.span))
        };
        let said = evidence.iter().filter_map(said).views();
        view! { <div class="told-of">{said}</div> }.into_any()
    };
    Row {
        name: promised(state, &promise),
        life: Lifeline { moments, open: kept.is_none(), covers: None },
        told: [who, told]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": "),
        reports: reports.len(),
        body: Box::new(body),
    }
}

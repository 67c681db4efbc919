//! The sentences that prove the chosen meeting, on the side of the guest.

use super::scene::Scene;
use super::view::{Shared, px};
use super::words::place;
use crate::citation::source;
use crate::effect::pressed;
use crate::marked::words;
use crate::meetings::{self, MeetingNumber};
use crate::reader::{acts, passage_address};
use crate::state::AppState;
use crate::views::Views;
use entente_archive::{AttestationRef, DocumentRef, MeetingRef};
use entente_model::Span;
use entente_model::order::in_order;
use entente_thread::Side;
use leptos::prelude::*;

/// The panel; nothing where no meeting is chosen.
pub fn panel(shared: &Shared) -> AnyView {
    let (shared, state) = (*shared, shared.state);
    let Some(MeetingNumber(number)) = shared.chosen.get() else { return ().into_any() };
    let placed = shared.scene.with(|scene| at(scene.as_ref()?, number));
    let Some((meeting, (top, class))) = state.archive().meeting(number).zip(placed) else {
        return ().into_any();
    };
    let date = meeting.date.map(|date| state.strings().period(date)).unwrap_or_default();
    let mut facts = vec![meetings::short_title(state, &meeting), place(state, &meeting), date];
    facts.retain(|fact| !fact.is_empty());
    let told = meeting.attestations().filter_map(|told| telling(state, &meeting, &told)).views();
    let strings = state.strings();
    // What is open by itself cannot be closed.
    let named = state.view.with(|view| !view.meeting.is_empty());
    view! {
        <aside class=class aria-label=strings.evidence style:top=px(top)>
            <p class="facts-in-short">{facts.join(", ")}</p>
            {told}
            <p class="acts">
                <a href=meetings::address(state, &meeting)>{strings.the_meeting}</a>
                {named.then(|| view! {
                    <button class="link" type="button" on:click=pressed(move || shared.choose(number))>
                        {strings.close}
                    </button>
                }.into_any())}
            </p>
        </aside>
    }
    .into_any()
}

/// Where the panel stands: how low, and on whose side.
fn at(scene: &Scene, meeting: usize) -> Option<(f64, &'static str)> {
    let rung = &scene.drawing.rungs[scene.rung(meeting)?];
    let (side, class) = match rung.host {
        Some(Side::Second) => (Side::First, "proof-panel on-first"),
        _ => (Side::Second, "proof-panel on-second"),
    };
    Some(((rung.curve.y[side.index()] - 44.0).max(0.0), class))
}

/// The sentences of a report that tell of it and of what came of it, and the way there.
fn telling(
    state: AppState,
    meeting: &MeetingRef<'static>,
    told: &AttestationRef<'static>,
) -> Option<AnyView> {
    let document = state.archive().document(told.document())?;
    let spans = sentences(meeting, told, &document);
    let said = |&span: &Span| {
        let said = words(document.text(), span);
        view! {
            <blockquote lang=document.language() dir="auto">{said}</blockquote>
            <p class="acts">{acts(state, document, span)}</p>
        }
        .into_any()
    };
    let address = passage_address(state, &document, *spans.first()?);
    let said = spans.iter().map(said).views();
    let source = source(state.strings(), &document);
    Some(
        view! {
            {said}
            <p class="from"><a href=address>{source}</a></p>
        }
        .into_any(),
    )
}

/// The first sentence that proves a meeting in a report, and those that tell what came of it, in
/// the order of the text.
fn sentences(
    meeting: &MeetingRef<'static>,
    told: &AttestationRef<'static>,
    document: &DocumentRef<'static>,
) -> Vec<Span> {
    let around = |place: u32| {
        let sentences = document.sentences.iter().map(|sentence| sentence.span);
        sentences.into_iter().find(|span| span.start <= place && place < span.end)
    };
    let here = meeting.outcomes().map(|outcome| outcome.passage);
    let here = here.filter(|passage| passage.document as usize == document.number);
    let outcomes = here.filter_map(|passage| around(passage.span.start));
    let spans: Vec<Span> = told.evidence().take(1).chain(outcomes).collect();
    let mut spans = in_order(&spans, |span| [span.start, span.end, 0]);
    spans.dedup();
    spans
}

//! The margin of the reader: beside sentences that prove a meeting stands which one.

use super::highlight::{is_lit, numbers};
use super::in_short::{in_short, status};
use super::provenance;
use super::{address, short_title};
use crate::state::AppState;
use crate::views::Views;
use entente_archive::{AttestationRef, DocumentRef, MeetingRef};
use entente_model::Span;
use leptos::prelude::*;

/// A sentence that proves meetings.
#[derive(Clone)]
pub struct Proof {
    /// Bytes of the text.
    pub span: Span,
    /// What it proves.
    meetings: Vec<MeetingRef<'static>>,
}

/// The sentences of a report that prove meetings, in the order of its text.
pub fn proofs(state: AppState, document: &DocumentRef<'static>) -> Vec<Proof> {
    let mut proofs: Vec<Proof> = Vec::new();
    for meeting in state.engine.told().by(document.number) {
        let here = |told: &AttestationRef<'static>| told.document() == document.number;
        let Some(told) = meeting.attestations().find(here) else { continue };
        for span in told.evidence() {
            let at = proofs.partition_point(|proof| proof.span < span);
            match proofs.get_mut(at).filter(|proof| proof.span == span) {
                Some(proof) => proof.meetings.push(meeting),
                None => proofs.insert(at, Proof { span, meetings: vec![meeting] }),
            }
        }
    }
    proofs
}

/// Those that lie within a stretch, or reach into it.
pub fn within(proofs: &[Proof], stretch: Span) -> &[Proof] {
    let from = proofs.partition_point(|proof| proof.span.end <= stretch.start);
    let to = proofs.partition_point(|proof| proof.span.start < stretch.end);
    proofs.get(from..to).unwrap_or(&[])
}

/// A sentence with its words: it lights up with its meetings, and stands out where the address
/// asks for one of them.
pub fn sentence(state: AppState, proof: &Proof, words: Vec<AnyView>) -> AnyView {
    let proven: Vec<usize> = proof.meetings.iter().map(|meeting| meeting.number).collect();
    let attribute = numbers(&proven);
    let light = proven.clone();
    let asked = move || asked(state).is_some_and(|number| proven.contains(&number));
    view! {
        <span
            class=move || if asked() { "proof asked" } else { "proof" }
            data-meeting=attribute
            data-lit=move || light.iter().any(|&number| is_lit(state, number))
        >
            {words}
        </span>
    }
    .into_any()
}

/// The number of the meeting that the address asks for.
pub fn asked(state: AppState) -> Option<usize> {
    let id = state.view.with(|view| view.meeting.clone());
    state.archive().find_meeting(&id).map(|meeting| meeting.number)
}

/// What stands beside a paragraph whose sentences prove these meetings, each once; nothing where
/// they prove none.
pub fn notes(state: AppState, proofs: &[Proof]) -> Option<AnyView> {
    let mut meetings: Vec<MeetingRef<'static>> = Vec::new();
    for meeting in proofs.iter().flat_map(|proof| &proof.meetings) {
        if meetings.iter().all(|known| known.number != meeting.number) {
            meetings.push(*meeting);
        }
    }
    let rows = meetings.iter().map(|meeting| note(state, meeting)).views();
    // They stand within a text of another language, perhaps.
    let language = state.language.get_untracked().code();
    // There are many, so they are no landmarks.
    (!rows.is_empty()).then(|| {
        view! {
            <aside class="notes" role="note" lang=language aria-label=state.strings().told_here>
                {rows}
            </aside>
        }
        .into_any()
    })
}

/// A meeting: title, date and place with what they rest on, who took part, what came of it, and
/// the way to all of its evidence where several reports tell of it.
fn note(state: AppState, meeting: &MeetingRef<'static>) -> AnyView {
    let number = meeting.number;
    let place = meeting.place();
    let known = !provenance::place_name(state, &place).is_empty();
    let reports = meeting.attestations().count();
    let evidence = (reports > 1).then(|| {
        view! { <p><a href=address(state, meeting)>{state.strings().evidence_in.fill(reports)}</a></p> }.into_any()
    });
    view! {
        <div class="margin-note" data-meeting=numbers(&[number]) data-lit=move || is_lit(state, number)>
            <p>
                <a class="title" href=address(state, meeting) dir="auto">{short_title(state, meeting)}</a>
                " "
                {status(state, meeting.status)}
            </p>
            <p class="meta">
                {provenance::date(state, meeting)}
                {known.then(|| provenance::place(state, &place))}
            </p>
            {in_short(state, meeting, None)}
            {evidence}
        </div>
    }
    .into_any()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_counts_for_every_stretch_into_which_it_reaches() {
        let proof = |(start, end)| Proof { span: Span { start, end }, meetings: Vec::new() };
        let proofs = [(0, 10), (12, 20), (30, 40)].map(proof);
        let seen = |start, end| {
            let proofs = within(&proofs, Span { start, end });
            proofs.iter().map(|proof| proof.span.start).collect::<Vec<_>>()
        };
        assert_eq!(seen(0, 50), [0, 12, 30]);
        assert_eq!(seen(5, 15), [0, 12]);
        assert_eq!(seen(10, 12), [0; 0]);
        assert_eq!(seen(20, 31), [30]);
    }
}

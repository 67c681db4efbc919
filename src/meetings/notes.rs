//! The margin of the reader: beside sentences that prove a meeting stands which one.

use super::basis;
use super::lit::lit;
use super::{address, title};
use crate::dom::{El, el, link, part};
use crate::state::State;
use crate::{browser, dom};
use entente_archive::{AttestationRef, DocumentRef, MeetingRef};
use entente_model::{Span, Status};
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
pub fn proofs(document: &DocumentRef<'static>) -> Vec<Proof> {
    let mut proofs: Vec<Proof> = Vec::new();
    for meeting in document.meetings() {
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

/// The element of a sentence: it lights up with its meetings, and stands out where the address
/// asks for one of them.
pub fn sentence(state: State, proof: &Proof) -> El {
    let numbers: Vec<usize> = proof.meetings.iter().map(|meeting| meeting.number).collect();
    let meetings = proof.meetings.clone();
    let asked = move || asked(state).is_some_and(|id| meetings.iter().any(|one| one.number == id));
    lit(state, el("span"), &numbers)
        .live_attr("class", move || Some(if asked() { "proof asked" } else { "proof" }.to_owned()))
}

/// What stands beside a paragraph whose sentences prove these meetings; each once.
pub fn notes(state: State, proofs: &[Proof]) -> Option<El> {
    let mut meetings: Vec<MeetingRef<'static>> = Vec::new();
    for meeting in proofs.iter().flat_map(|proof| &proof.meetings) {
        if meetings.iter().all(|known| known.number != meeting.number) {
            meetings.push(*meeting);
        }
    }
    let some = !meetings.is_empty();
    some.then(|| {
        // There are many, so they are no landmarks.
        part("aside", "notes")
            .attr("role", "note")
            .attr("lang", "en")
            .attr("aria-label", state.strings().told_here)
            .all(meetings.iter().map(|meeting| note(state, meeting)))
    })
}

fn note(state: State, meeting: &MeetingRef<'static>) -> El {
    let name = link(address(state, meeting)).text(title(state, meeting));
    let status = meeting.status;
    let status = (status != Status::Held)
        .then(|| part("span", "status").text(state.strings().statuses[status as usize]));
    let place = meeting.place();
    let known = !basis::place_name(state, &place).is_empty();
    let meta = part("span", "meta")
        .view(basis::date(state, meeting))
        .view(known.then(|| basis::place(state, &place)))
        .maybe(status);
    lit(state, el("p"), &[meeting.number]).add(name).text(" ").add(meta)
}

/// The number of the meeting that the address asks for.
fn asked(state: State) -> Option<usize> {
    let id = state.view.with(|view| view.meeting.clone());
    state.archive().find_meeting(&id).map(|meeting| meeting.number)
}

/// Goes to the first sentence of the meeting that the address names, now and when it names
/// another.
pub fn follow(state: State) {
    dom::effect(move || {
        if asked(state).is_some() {
            // Once the page has been drawn, which begins at its top.
            request_animation_frame(|| browser::scroll_to_first(".proof.asked"));
        }
    });
}

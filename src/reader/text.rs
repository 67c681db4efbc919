//! Both views of a text, with hits marked.

use super::hits::{Walk, element_id};
use super::layout::{Run, layout};
use crate::marked::pieces;
use crate::state::State;
use entente_archive::Document;
use entente_archive::rows::FurnitureKind;
use entente_archive::wire::Span;
use leptos::prelude::*;

/// The title with its hits.
pub fn title(state: State, document: Document<'static>) -> impl IntoView {
    let title = document.title();
    let whole = Span::of(&(0..title.len()));
    state.walk.with(|walk| stretch(state, title, whole, &walk.title, 0))
}

/// The text as received, to the letter.
pub fn as_received(state: State, document: Document<'static>) -> impl IntoView {
    let strings = state.strings;
    let text = document.text();
    let whole = Span::of(&(0..text.len()));
    let body =
        move || state.walk.with(|walk| stretch(state, text, whole, &walk.body, walk.title.len()));
    view! {
        <p class="meta">{strings.source_text_explained}</p>
        <pre class="source" lang=document.language()>{body}</pre>
    }
}

/// Paragraphs with furniture folded away, headlines of other stories below.
pub fn reading_view(state: State, document: Document<'static>) -> impl IntoView {
    let strings = state.strings;
    let text = document.text();
    let paragraphs: Vec<Span> = document.paragraphs().collect();
    let furniture: Vec<_> = document.furniture().collect();
    let view = layout(text, &paragraphs, &furniture);
    let headline = |span: &Span| view! { <li>{text.get(span.range())}</li> };
    let headlines = (!view.headlines.is_empty()).then(|| {
        view! {
            <details class="headlines">
                <summary>{(strings.headlines)(view.headlines.len())}</summary>
                <p class="meta">{strings.headlines_explained}</p>
                <ul>{view.headlines.iter().map(headline).collect_view()}</ul>
            </details>
        }
    });
    let body = move || {
        state.walk.with(|walk| {
            let paragraph = |runs: &Vec<Run>| {
                let runs = runs.iter().map(|run| shown(state, text, *run, walk)).collect_view();
                view! { <p>{runs}</p> }
            };
            view.paragraphs.iter().map(paragraph).collect_view()
        })
    };
    view! {
        <div class="text" lang=document.language()>{body}</div>
        {headlines}
    }
}

/// A run of a paragraph; a folded one is a button until it is opened, and open from the
/// start where a hit stands in it.
fn shown(state: State, text: &'static str, run: Run, walk: &Walk) -> AnyView {
    let words = stretch(state, text, run.span, &walk.body, walk.title.len());
    match run.fold {
        None => words.into_any(),
        Some(kind) => {
            let hit = pieces(run.span, &walk.body).iter().any(|piece| piece.hit.is_some());
            let open = RwSignal::new(hit);
            fold((state.strings.furniture)(kind), kind, open, words.into_any()).into_any()
        }
    }
}

fn fold(
    name: &'static str,
    kind: FurnitureKind,
    open: RwSignal<bool>,
    words: AnyView,
) -> impl IntoView {
    view! {
        <button class="fold" title=name aria-label=name
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>"⋯"</button>
        <span class="furniture" data-kind=kind.name() hidden=move || !open.get()>{words}</span>
    }
}

/// A stretch of a text, its hits marked so that the walk can go to them; `before` is how
/// many hits come before the first of `hits`.
fn stretch(
    state: State,
    text: &'static str,
    stretch: Span,
    hits: &[Span],
    before: usize,
) -> impl IntoView + use<> {
    let show = |piece: crate::marked::Piece| {
        let words = text.get(piece.span.range()).unwrap_or_default();
        let Some(hit) = piece.hit.map(|hit| hit + before) else { return words.into_any() };
        let current = move || {
            let step = state.walk.with(|walk| walk.step.get(hit).copied());
            step == Some(state.hit.get())
        };
        view! { <mark id=element_id(hit) class:current=current>{words}</mark> }.into_any()
    };
    pieces(stretch, hits).into_iter().map(show).collect_view()
}

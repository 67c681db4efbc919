//! Both views of a text, with hits marked.

use super::fold::fold;
use super::hits::{Walk, element_id};
use super::layout::{Run, layout};
use super::legend::legend;
use super::names::{self, Mention};
use super::passage::quoted;
use crate::effect::live;
use crate::marked::pieces;
use crate::meetings::notes::{self, Proof};
use crate::state::AppState;
use crate::views::Views;
use entente_archive::DocumentRef;
use entente_model::{BoilerplateKind, Span};
use leptos::prelude::*;

/// The class of the passage that the view quotes.
pub const QUOTED: &str = "quoted";

/// The title with its hits.
pub fn title(state: AppState, document: &DocumentRef<'static>) -> Vec<AnyView> {
    let title = document.title();
    let whole = Span::from(0..title.len());
    state.walk.with(|walk| stretch(state, title, whole, &walk.title, 0))
}

/// The text as received, to the letter.
pub fn as_received(state: AppState, document: &DocumentRef<'static>) -> AnyView {
    let text = document.text();
    let passage = passage(state, document);
    view! {
        <p class="meta">{state.strings().source_text_explained}</p>
        <pre class="source" lang=document.language() dir="auto" data-start="0">{live(move || whole(state, text, passage))}</pre>
    }
    .into_any()
}

/// All of a text with its hits.
fn whole(state: AppState, text: &'static str, passage: Option<Span>) -> AnyView {
    let whole = Span::from(0..text.len());
    state.walk.with(|walk| {
        let words = |span| stretch(state, text, span, &walk.body, walk.title.len());
        with_passage(passage, whole, words).into_any()
    })
}

/// A stretch of the text; the passage that the view quotes is an element of its own.
fn with_passage(
    passage: Option<Span>,
    stretch: Span,
    words: impl Fn(Span) -> Vec<AnyView>,
) -> Vec<AnyView> {
    let views = pieces(stretch, passage.as_slice()).into_iter().map(|piece| {
        let words = words(piece.span);
        match piece.hit {
            Some(_) => view! { <span class=QUOTED>{words}</span> }.into_any(),
            None => words.into_any(),
        }
    });
    views.collect()
}

/// Where the passage is that the view quotes.
fn passage(state: AppState, document: &DocumentRef<'_>) -> Option<Span> {
    quoted(state, document).map(|found| Span::from(found.span))
}

/// Paragraphs with their notes and with boilerplate folded away, headlines of other stories below.
pub fn reading_view(state: AppState, document: &DocumentRef<'static>) -> AnyView {
    let text = document.text();
    let view = layout(text, &document.paragraphs(), &document.boilerplate);
    let names = names::in_report(state, document);
    let proofs = notes::proofs(state, document);
    let legend = legend(state, &names);
    let headlines = headlines(state, document, &view.headlines);
    let paragraphs = view.paragraphs;
    let passage = passage(state, document);
    view! {
        {legend}
        <div class="text" lang=document.language()>
            {live(move || all_of(state, text, passage, &paragraphs, &names, &proofs))}
        </div>
        {headlines}
    }
    .into_any()
}

/// Paragraphs with their notes.
fn all_of(
    state: AppState,
    text: &'static str,
    passage: Option<Span>,
    paragraphs: &[Vec<Run>],
    names: &[Mention],
    proofs: &[Proof],
) -> AnyView {
    state.walk.with(|walk| {
        let shown = Shown { state, text, walk: Some(walk), passage, names, proofs };
        let paragraphs = paragraphs.iter().map(|runs| paragraph(&shown, runs));
        paragraphs.views().into_any()
    })
}

/// Headlines of other stories, folded; nothing where there are none.
fn headlines(
    state: AppState,
    document: &DocumentRef<'static>,
    headlines: &[Span],
) -> Option<AnyView> {
    let strings = state.strings();
    let line = |span: &Span| {
        let words = document.text().get(span.range()).unwrap_or_default();
        view! { <li dir="auto">{words}</li> }.into_any()
    };
    let lines = headlines.iter().map(line).views();
    (!lines.is_empty()).then(|| {
        view! {
            <details class="headlines">
                <summary>{strings.headlines.fill(lines.len())}</summary>
                <p class="meta">{strings.headlines_explained}</p>
                <ul lang=document.language()>{lines}</ul>
            </details>
        }
        .into_any()
    })
}

/// Words of a report and the names in them, as a quotation elsewhere.
pub fn quote(state: AppState, document: &DocumentRef<'static>, span: Span) -> Vec<AnyView> {
    let names = names::in_report(state, document);
    let text = document.text();
    let shown = Shown { state, text, walk: None, passage: None, names: &names, proofs: &[] };
    named(&shown, span, names::within(&names, span), false)
}

/// A text, and what was found in it.
struct Shown<'s> {
    state: AppState,
    text: &'static str,
    /// The hits. Without them nothing is marked, and nothing can be gone to.
    walk: Option<&'s Walk>,
    /// The passage that the view quotes.
    passage: Option<Span>,
    names: &'s [Mention],
    proofs: &'s [Proof],
}

/// A paragraph with its notes.
fn paragraph(shown: &Shown<'_>, runs: &[Run]) -> AnyView {
    let text = runs.iter().position(|run| run.fold.is_none()).unwrap_or(0);
    let words = runs
        .iter()
        .enumerate()
        .flat_map(|(place, run)| match run.fold {
            Some(BoilerplateKind::Agency) if place < text => vec![dateline(shown, *run)],
            _ => words_of(shown, *run),
        })
        .views();
    let start = runs.first().map(|run| run.span.start);
    let words = view! { <p dir="auto" data-start=start>{words}</p> }.into_any();
    let whole = runs.first().zip(runs.last());
    let proofs = whole.map_or(&[][..], |(first, last)| {
        notes::within(shown.proofs, Span { start: first.span.start, end: last.span.end })
    });
    match notes::notes(shown.state, proofs) {
        Some(notes) => view! { <div class="passage">{notes}{words}</div> }.into_any(),
        None => words,
    }
}

/// The words of an agency before those of its report.
fn dateline(shown: &Shown<'_>, run: Run) -> AnyView {
    let words = with_passage(shown.passage, run.span, |stretch| folded(shown, stretch));
    view! { <span class="dateline">{words}</span> }.into_any()
}

/// Words that are not of the report itself, with their names.
fn folded(shown: &Shown<'_>, stretch: Span) -> Vec<AnyView> {
    named(shown, stretch, names::within(shown.names, stretch), false)
}

/// A run of a paragraph; a folded one is open from the start where a hit or what the address asks
/// for stands in it.
fn words_of(shown: &Shown<'_>, run: Run) -> Vec<AnyView> {
    let Some(kind) = run.fold else {
        return with_passage(shown.passage, run.span, |stretch| proven(shown, stretch));
    };
    let names = names::within(shown.names, run.span);
    let hits = shown.walk.map_or(&[][..], |walk| &walk.body);
    let open = pieces(run.span, hits).iter().any(|piece| piece.hit.is_some())
        || names.iter().any(|name| names::is_asked(shown.state, &name.entity));
    let words = with_passage(shown.passage, run.span, |stretch| folded(shown, stretch));
    vec![fold(shown.state, kind, words, open)]
}

/// A stretch of a text; sentences that prove meetings are elements of their own.
fn proven(shown: &Shown<'_>, stretch: Span) -> Vec<AnyView> {
    let proofs = notes::within(shown.proofs, stretch);
    let spans: Vec<Span> = proofs.iter().map(|proof| proof.span).collect();
    let mut views = Vec::new();
    for piece in pieces(stretch, &spans) {
        let words = named(shown, piece.span, names::within(shown.names, piece.span), false);
        match piece.hit.and_then(|number| proofs.get(number)) {
            Some(proof) => views.push(notes::sentence(shown.state, proof, words)),
            None => views.extend(words),
        }
    }
    views
}

/// A stretch of a text with the names that lie in it, and in them those inside.
fn named(shown: &Shown<'_>, whole: Span, names: &[Mention], inner: bool) -> Vec<AnyView> {
    let Shown { state, text, walk, .. } = *shown;
    let (before, hits) = walk.map_or((0, &[][..]), |walk| (walk.title.len(), &walk.body));
    let mut views = Vec::new();
    let mut at = whole.start;
    let mut rest = names;
    while let Some((name, others)) = rest.split_first() {
        let inside = others.partition_point(|other| {
            other.span.end <= name.span.end && other.span.start < name.span.end
        });
        let (within, after) = others.split_at(inside);
        rest = after;
        if name.span.start < at || name.span.end > whole.end {
            continue;
        }
        let gap = Span { start: at, end: name.span.start };
        views.extend(stretch(state, text, gap, hits, before));
        let words = named(shown, name.span, within, true);
        views.push(names::name(state, name, words, inner, walk.is_some()));
        at = name.span.end;
    }
    views.extend(stretch(state, text, Span { start: at, end: whole.end }, hits, before));
    views
}

/// A stretch of a text, its hits marked so that the walk can go to them; `before` is how many hits
/// come before the first of `hits`.
fn stretch(
    state: AppState,
    text: &'static str,
    stretch: Span,
    hits: &[Span],
    before: usize,
) -> Vec<AnyView> {
    let mut views = Vec::new();
    for piece in pieces(stretch, hits) {
        let words = text.get(piece.span.range()).unwrap_or_default();
        views.push(match piece.hit {
            None => words.into_any(),
            Some(hit) => {
                // Of a hit that a name cuts in two, the first part has its id.
                let first = hits.get(hit).is_some_and(|span| span.start >= piece.span.start);
                mark(state, words, hit + before, first)
            }
        });
    }
    views
}

/// Words of a hit, counted from the title on, which stand out where the walk is at it.
fn mark(state: AppState, words: &'static str, hit: usize, first: bool) -> AnyView {
    view! { <mark id=first.then(|| element_id(hit)) class=move || if is_current(state, hit) { "current" } else { "" }>{words}</mark> }
        .into_any()
}

/// Whether the walk is at a hit.
fn is_current(state: AppState, hit: usize) -> bool {
    let step = state.walk.with(|walk| walk.step.get(hit).copied());
    step.is_some() && step == state.step.get()
}

//! Both views of a text, with hits marked.

use super::hits::{Walk, element_id};
use super::layout::{Run, layout};
use super::names::{self, Mention};
use crate::dom::{El, el, part};
use crate::marked::pieces;
use crate::meetings::notes::{self, Proof};
use crate::state::State;
use entente_archive::DocumentRef;
use entente_model::Span;
use leptos::prelude::*;

/// Fills the heading with the title and its hits.
pub fn title(state: State, document: &DocumentRef<'static>, host: El) {
    let title = document.title();
    let whole = Span::from(0..title.len());
    state.walk.with(|walk| stretch(state, host, title, whole, &walk.title, 0));
}

/// The text as received, to the letter.
pub fn as_received(state: State, document: &DocumentRef<'static>) -> Vec<El> {
    let text = document.text();
    let body = move |host: El| {
        let whole = Span::from(0..text.len());
        state.walk.with(|walk| stretch(state, host, text, whole, &walk.body, walk.title.len()));
    };
    let remark = part("p", "meta").text(state.strings().source_text_explained);
    vec![remark, part("pre", "source").attr("lang", document.language()).live(body)]
}

/// Paragraphs with boilerplate folded away, headlines of other stories below.
pub fn reading_view(state: State, document: &DocumentRef<'static>) -> Vec<El> {
    let strings = state.strings();
    let text = document.text();
    let paragraphs = document.paragraphs();
    let view = layout(text, &paragraphs, &document.boilerplate);
    let names = names::of(state, document);
    let proofs = notes::proofs(document);
    let headlines = (!view.headlines.is_empty()).then(|| {
        let line = |span: &Span| el("li").text(text.get(span.range()).unwrap_or_default());
        part("details", "headlines")
            .add(el("summary").text((strings.headlines)(view.headlines.len())))
            .add(part("p", "meta").text(strings.headlines_explained))
            .add(el("ul").all(view.headlines.iter().map(line)))
    });
    let body = move |host: El| {
        state.walk.with(|walk| {
            let paragraph = |runs: &Vec<Run>| {
                let words = runs.iter().fold(el("p"), |host, run| {
                    let (proofs, names) = (&proofs, &names);
                    shown(state, host, text, *run, walk, Found { names, proofs })
                });
                let whole = runs.first().zip(runs.last());
                let here = whole.map_or(&[][..], |(first, last)| {
                    notes::within(&proofs, Span { start: first.span.start, end: last.span.end })
                });
                match notes::notes(state, here) {
                    Some(notes) => part("div", "passage").add(words).add(notes),
                    None => words,
                }
            };
            host.all(view.paragraphs.iter().map(paragraph));
        });
    };
    let mut parts = vec![part("div", "text").attr("lang", document.language()).live(body)];
    parts.extend(headlines);
    parts
}

/// A run of a paragraph; a folded one is a button until it is opened, and open from the
/// start where a hit stands in it.
fn shown(
    state: State,
    host: El,
    text: &'static str,
    run: Run,
    walk: &Walk,
    found: Found<'_>,
) -> El {
    let names = names::within(found.names, run.span);
    let Some(kind) = run.fold else {
        return proven(state, host, text, run.span, walk, found);
    };
    let open = pieces(run.span, &walk.body).iter().any(|piece| piece.hit.is_some())
        || names.iter().any(|name| names::is_asked(state, &name.entity));
    let words = part("span", "boilerplate").attr("data-kind", kind.as_str()).flag("hidden", !open);
    let words = named(state, words, text, run.span, Some(walk), names, false);
    let name = (state.strings().boilerplate)(kind);
    let fold = part("button", "fold")
        .attr("type", "button")
        .attr("title", name)
        .attr("aria-label", name)
        .attr("aria-expanded", if open { "true" } else { "false" })
        .text("⋯");
    let (button, folded) = (fold.clone(), words.clone());
    let fold = fold.on("click", move |_| {
        let open = folded.element().has_attribute("hidden");
        folded.clone().flag("hidden", !open);
        button.clone().attr("aria-expanded", if open { "true" } else { "false" });
    });
    host.add(fold).add(words)
}

/// What was found in a text: names, and sentences that prove meetings.
#[derive(Clone, Copy)]
struct Found<'f> {
    names: &'f [Mention],
    proofs: &'f [Proof],
}

/// Appends a stretch of a text; sentences that prove meetings are elements of their own.
fn proven(
    state: State,
    host: El,
    text: &'static str,
    stretch: Span,
    walk: &Walk,
    found: Found<'_>,
) -> El {
    let proofs = notes::within(found.proofs, stretch);
    let spans: Vec<Span> = proofs.iter().map(|proof| proof.span).collect();
    pieces(stretch, &spans).into_iter().fold(host, |host, piece| {
        let names = names::within(found.names, piece.span);
        let add = |host: El| named(state, host, text, piece.span, Some(walk), names, false);
        match piece.hit.and_then(|number| proofs.get(number)) {
            Some(proof) => host.add(add(notes::sentence(state, proof))),
            None => add(host),
        }
    })
}

/// Fills an element with words of a report and the names in them, as a quotation elsewhere.
pub fn quote(state: State, document: &DocumentRef<'static>, host: El, span: Span) -> El {
    let names = names::of(state, document);
    let within = names::within(&names, span);
    named(state, host, document.text(), span, None, within, false)
}

/// Appends a stretch of a text with the names that lie in it, and in them those inside; without
/// a walk nothing is marked, and nothing can be gone to.
fn named(
    state: State,
    mut host: El,
    text: &str,
    whole: Span,
    walk: Option<&Walk>,
    names: &[Mention],
    inner: bool,
) -> El {
    let (before, hits) = walk.map_or((0, &[][..]), |walk| (walk.title.len(), &walk.body));
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
        host = stretch(state, host, text, gap, hits, before);
        let element = names::element(state, name, inner, walk.is_some());
        host = host.add(named(state, element, text, name.span, walk, within, true));
        at = name.span.end;
    }
    stretch(state, host, text, Span { start: at, end: whole.end }, hits, before)
}

/// Appends a stretch of a text, its hits marked so that the walk can go to them; `before`
/// is how many hits come before the first of `hits`.
fn stretch(state: State, host: El, text: &str, stretch: Span, hits: &[Span], before: usize) -> El {
    pieces(stretch, hits).into_iter().fold(host, |host, piece| {
        let words = text.get(piece.span.range()).unwrap_or_default();
        let Some(hit) = piece.hit.map(|hit| hit + before) else { return host.text(words) };
        let current = move || {
            let step = state.walk.with(|walk| walk.step.get(hit).copied());
            (step.is_some() && step == state.step.get()).then(|| "current".into())
        };
        // Of a hit that a name cuts in two, the first part has its id.
        let first = hits.get(hit - before).is_some_and(|span| span.start >= piece.span.start);
        let mark = el("mark").live_attr("class", current).text(words);
        host.add(if first { mark.attr("id", element_id(hit)) } else { mark })
    })
}

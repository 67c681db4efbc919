//! The list of reports found, with the passages that show why.

use crate::address::{Page, View};
use crate::marked::marked;
use crate::state::State;
use entente_archive::Document;
use entente_archive::rows::DateBasis;
use entente_archive::wire::Span;
use entente_search::query::{MOST_CLAUSES, Note};
use entente_search::snippet::{Snippet, snippets};
use entente_search::{HitField, Results};
use leptos::prelude::*;

/// Reports shown at first, and with every click for more.
const STEP: usize = 50;
/// Passages shown of a report.
const SNIPPETS: usize = 2;

#[component]
pub fn Reports() -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let shown = RwSignal::new(STEP);
    let list = move || {
        state.results.with(|results| {
            let rows = results.ranked.iter().take(shown.get());
            rows.filter_map(|&(number, _)| state.archive().document(number))
                .map(|document| entry(state, document, results))
                .collect_view()
        })
    };
    let left =
        move || state.results.with(|results| results.ranked.len()).saturating_sub(shown.get());
    view! {
        <section class="reports" aria-label=strings.reports>
            <Remarks/>
            <ol>{list}</ol>
            <button class="more" hidden=move || left() == 0
                on:click=move |_| shown.update(|shown| *shown += STEP)>
                {move || (strings.more)(left().min(STEP))}
            </button>
        </section>
    }
}

fn entry(state: State, document: Document<'static>, results: &Results) -> impl IntoView + use<> {
    let strings = state.strings;
    let hits = state.engine.hits(&document, &results.leaves);
    let in_title: Vec<Span> =
        hits.iter().filter(|hit| hit.field == HitField::Title).map(|hit| hit.span).collect();
    let whole = Span::of(&(0..document.title().len()));
    let passage = |Snippet { span, marks, cut_before, cut_after }: Snippet| {
        view! {
            <p class="snippet" lang=document.language()>
                {cut_before.then_some("… ")}
                {marked(document.text(), span, &marks)}
                {cut_after.then_some(" …")}
            </p>
        }
    };
    view! {
        <li class="report">
            <p class="meta">{origin(state, &document)}</p>
            <h2 lang=document.language()>
                <a class="title" href=move || state.report_address(&document)>
                    {marked(document.title(), whole, &in_title)}
                </a>
            </h2>
            {snippets(&document, &hits, SNIPPETS).into_iter().map(passage).collect_view()}
            {(!hits.is_empty()).then(|| view! { <p class="meta">{(strings.hits)(hits.len())}</p> })}
        </li>
    }
}

/// When and where a report was published and by whom, with a word on what was worked
/// out.
pub fn origin(state: State, document: &Document<'static>) -> impl IntoView + use<> {
    let strings = state.strings;
    let date = document.row.published.map(|period| {
        let words = document.published_words();
        let basis = (document.row.published_basis == DateBasis::WorkedOut).then(|| {
            view! {
                " "<abbr class="basis" tabindex="0" title=(strings.worked_out_from)(words)>
                    {strings.worked_out}
                </abbr>
            }
        });
        view! { <span><time datetime=period.start().to_string()>{strings.period(period)}</time>{basis}</span> }
    });
    let undated = date.is_none().then(|| view! { <span>{strings.undated}</span> });
    let part = |text: &'static str| (!text.is_empty()).then(|| view! { <span>{text}</span> });
    view! { {date}{undated}{part(document.dateline())}{part(document.source())} }
}

/// What there is to say about the query and the address.
#[component]
fn Remarks() -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let about_address = move || {
        state.view.with(|view| {
            let mut remarks = Vec::new();
            if let Page::Unknown(page) = &view.page {
                remarks.push((strings.unknown_page)(&shortened(page)));
            }
            if !view.unknown.is_empty() {
                let pair = |(key, value): &(String, String)| [key, "=", value].concat();
                let pairs: Vec<_> = view.unknown.iter().map(pair).collect();
                remarks.push((strings.unknown_keys)(&shortened(&pairs.join(", "))));
            }
            remarks
        })
    };
    let about_query = move || {
        state.results.with(|results| {
            let note = |note: &Note| match note {
                Note::NotUnderstood { typed } => (strings.left_out)(typed),
                Note::TooLong => (strings.too_long)(MOST_CLAUSES),
            };
            let mut remarks: Vec<_> = results.notes.iter().map(note).collect();
            let asked = results.leaves.iter().zip(&results.alone);
            let nowhere = asked.filter(|(leaf, alone)| !leaf.excluded && **alone == 0);
            remarks.extend(nowhere.map(|(leaf, _)| (strings.in_no_report)(&leaf.typed)));
            remarks
        })
    };
    let remarks = move || {
        let all = about_address().into_iter().chain(about_query());
        all.map(|remark| view! { <p>{remark}</p> }).collect_view()
    };
    view! { <div class="remarks" role="status">{remarks}{move || nothing(state)}</div> }
}

/// When nothing is found: what each part of the query would find alone.
fn nothing(state: State) -> Option<impl IntoView> {
    let strings = state.strings;
    state.results.with(|results| {
        let asked = results.leaves.iter().zip(&results.alone).filter(|(leaf, _)| !leaf.excluded);
        let alone = move |(leaf, alone): (&entente_search::plan::Leaf, &usize)| {
            let query = leaf.typed.clone();
            let view = View { query: query.clone(), ..View::default() };
            view! { <li><a href=view.print()>{query}</a>" "{(strings.found_alone)(*alone)}</li> }
        };
        results.ranked.is_empty().then(|| {
            view! {
                <p><b>{strings.nothing_found}</b></p>
                {(results.leaves.len() > 1).then(|| view! {
                    <p>{strings.alone}</p>
                    <ul>{asked.map(alone).collect_view()}</ul>
                })}
            }
        })
    })
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_owned(),
    }
}

//! The sentences of a report that name an entity.

use super::mentions::{at_mention, mentions_in, within};
use crate::marked::{marked, words};
use crate::reports::origin;
use crate::state::AppState;
use entente_archive::EntityRef;
use entente_model::Span;
use leptos::prelude::*;

/// A report with its sentences that name an entity, each a link to its place, with a word on what
/// it says, which may be empty.
pub fn sentences(
    state: AppState,
    entity: &EntityRef<'static>,
    report: usize,
    says: &dyn Fn(Span) -> &'static str,
) -> Option<AnyView> {
    let document = state.archive().document(report)?;
    let language = document.language();
    let mentions = mentions_in(entity, report);
    let mut rows = Vec::new();
    let mut left = 0;
    for sentence in document.sentences.iter() {
        let here = |span: &&Span| within(**span, sentence.span);
        let Some(first) = mentions.iter().position(|span| here(&span)) else { continue };
        left += mentions.iter().filter(here).count();
        let address = at_mention(state, &document, entity, first + 1);
        let passage = marked(document.text(), sentence.span, &mentions);
        let word = Some(says(sentence.span)).filter(|word| !word.is_empty());
        let row = view! {
            <li class="snippet">
                {word.map(|word| view! { <b class="says">{word}</b> }.into_any())}
                <a href=address lang=language dir="auto">
                    {passage}
                </a>
            </li>
        };
        rows.push(row.into_any());
    }
    let address = at_mention(state, &document, entity, 1);
    // A lead-in or a sign-off is no sentence of the report.
    if left < mentions.len() && rows.is_empty() {
        let name = words(document.text(), *mentions.first()?);
        let row = view! {
            <li class="snippet">
                <a href=address.clone() dir="auto">{name}</a>
            </li>
        };
        rows.push(row.into_any());
    }
    let section = view! {
        <section class="report">
            <p class="meta">{origin(state, &document)}</p>
            <h3 lang=language>
                <a class="title" href=address dir="auto">
                    {document.title()}
                </a>
            </h3>
            <ul>{rows}</ul>
        </section>
    };
    Some(section.into_any())
}

//! The list of reports found, with the passages that show why.

use crate::address::{Page, View};
use crate::dom::{El, button, el, link, part};
use crate::marked::add_marked;
use crate::reader::Walk;
use crate::state::State;
use entente_archive::DocumentRef;
use entente_model::{PublicationProvenance, Span};
use entente_search::Results;
use entente_search::query::{MOST_CLAUSES, Note};
use entente_search::snippet::snippets;
use leptos::prelude::*;

/// Reports shown at first, and with every click for more.
const STEP: usize = 25;
/// Passages shown of a report.
const SNIPPETS: usize = 2;

/// The list with what there is to say about it.
pub fn reports(state: State) -> El {
    let strings = state.strings;
    let shown = RwSignal::new(STEP);
    let list = move |host: El| {
        state.results.with(|results| {
            let rows = results.ranked.iter().take(shown.get());
            let documents = rows.filter_map(|&(number, _)| state.archive().document(number));
            host.all(documents.map(|document| entry(state, &document, results)));
        });
    };
    let left =
        move || state.results.with(|results| results.ranked.len()).saturating_sub(shown.get());
    let more = button("more", move || shown.set(shown.get_untracked() + STEP));
    part("section", "reports")
        .attr("aria-label", strings.reports)
        .add(part("div", "remarks").attr("role", "status").live(move |host| remarks(state, host)))
        .add(el("ol").live(list))
        .add(
            more.live_text(move || (strings.more)(left().min(STEP)))
                .live_flag("hidden", move || left() == 0),
        )
}

fn entry(state: State, document: &DocumentRef<'static>, results: &Results) -> El {
    let hits = state.engine.hits(document, &results.leaves);
    let walk = Walk::new(document, &hits);
    let title = link(state.report_address(document)).attr("class", "title");
    let whole = Span::from(0..document.title().len());
    let mut entry = part("li", "report").add(origin(state, document)).add(
        el("h2").attr("lang", document.language()).add(add_marked(
            title,
            document.title(),
            whole,
            &walk.title,
        )),
    );
    for snippet in snippets(document, &hits, SNIPPETS) {
        let mut passage = part("p", "snippet").attr("lang", document.language());
        if snippet.cut_before {
            passage = passage.text("… ");
        }
        passage = add_marked(passage, document.text(), snippet.span, &snippet.marks);
        entry = entry.add(if snippet.cut_after { passage.text(" …") } else { passage });
    }
    match walk.steps() {
        0 => entry,
        steps => entry.add(part("p", "meta").text((state.strings.hits)(steps))),
    }
}

/// When and where a report was published and by whom, with a word on what was worked
/// out.
pub fn origin(state: State, document: &DocumentRef<'static>) -> El {
    let strings = state.strings;
    let date = match document.published {
        Some(period) => {
            let time = el("time").attr("datetime", period.start().to_string());
            el("span").add(time.text(strings.period(period)))
        }
        None => el("span").text(strings.undated),
    };
    let date = if document.published_provenance == PublicationProvenance::WorkedOut {
        let words = (strings.worked_out_from)(document.published_words());
        date.text(" ").add(explained(strings.worked_out, &words))
    } else {
        date
    };
    let named = [document.dateline(), document.source()];
    let named = named.into_iter().filter(|name| !name.is_empty());
    part("p", "meta").add(date).all(named.map(|name| el("span").text(name)))
}

/// A word that says more when pointed at or focused.
pub fn explained(word: &str, more: &str) -> El {
    part("abbr", "basis").attr("tabindex", "0").attr("title", more).text(word)
}

/// What there is to say about the query and the address, and when nothing is found.
fn remarks(state: State, host: El) {
    let host = notes(state, host);
    state.results.with(|results| {
        if results.ranked.is_empty() {
            nothing(state, host, results);
        }
    });
}

/// What there is to say about the query and the address.
pub fn notes(state: State, host: El) -> El {
    let strings = state.strings;
    let mut remarks = Vec::new();
    state.view.with(|view| {
        if let Page::Unknown(page) = &view.page {
            remarks.push((strings.unknown_page)(&shortened(page)));
        }
        if !view.unknown.is_empty() {
            let pair = |(key, value): &(String, String)| [key, "=", value].concat();
            let pairs: Vec<_> = view.unknown.iter().map(pair).collect();
            remarks.push((strings.unknown_keys)(&shortened(&pairs.join(", "))));
        }
    });
    state.results.with(|results| {
        for note in &results.notes {
            remarks.push(match note {
                Note::NotUnderstood { typed } => (strings.left_out)(typed),
                Note::TooLong => (strings.too_long)(MOST_CLAUSES),
            });
        }
        let asked = results.leaves.iter().zip(&results.alone);
        let nowhere = asked.filter(|(leaf, alone)| !leaf.excluded && **alone == 0);
        remarks.extend(nowhere.map(|(leaf, _)| (strings.in_no_report)(&leaf.typed)));
    });
    host.all(remarks.iter().map(|remark| el("p").text(remark)))
}

/// When nothing is found: what each part of the query would find alone.
fn nothing(state: State, host: El, results: &Results) {
    let strings = state.strings;
    let host = host.add(el("p").add(el("b").text(strings.nothing_found)));
    let asked = results.leaves.iter().zip(&results.alone).filter(|(leaf, _)| !leaf.excluded);
    let rows: Vec<El> = asked
        .map(|(leaf, alone)| {
            let view = View { query: leaf.typed.clone(), ..state.fresh_view() };
            let words = (strings.found_alone)(*alone);
            el("li").add(link(view.print()).text(&leaf.typed)).text(" ").text(words)
        })
        .collect();
    if rows.len() > 1 {
        host.add(el("p").text(strings.alone)).add(el("ul").all(rows));
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_owned(),
    }
}

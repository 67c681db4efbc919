//! The list of reports found, with the passages that show why.

use crate::address::{Page, View};
use crate::effect::live;
use crate::marked::marked;
use crate::menu::{menu, unseen};
use crate::more::More;
use crate::nothing_found::nothing_found;
use crate::reader::Walk;
use crate::state::{AppState, Step, Turn, app_state};
use crate::views::Views;
use crate::{meetings, sides, thread};
use entente_archive::{DocumentRef, EntityRef};
use entente_model::{Act, PublicationProvenance, Span, TimeOrder};
use entente_search::Results;
use entente_search::query::{MOST_CLAUSES, Note};
use entente_search::snippet::{Snippet, snippets};
use leptos::prelude::*;

/// Reports shown at first, and with every click for more.
const STEP: usize = 25;
/// So many fill a window: while one types they are drawn at once, and the others a frame or two
/// later.
const FIRST: usize = 8;
/// Passages shown of a report.
const SNIPPETS: usize = 2;
/// People and outcomes shown of a report.
const MOST_PEOPLE: usize = 4;
const MOST_OUTCOMES: usize = 2;

/// The list with what there is to say about it.
#[component]
pub fn Reports() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let shown = RwSignal::new(STEP);
    let rows = move |from: usize, to: usize| {
        state.results.with(|results| {
            let rows = results.ranked.iter().take(to).skip(from);
            let documents = rows.filter_map(|&(number, _)| state.archive().document(number));
            documents.map(|document| report(state, &document, results)).views()
        })
    };
    let rest = move || {
        let to = shown.get();
        state.deferred(Turn::First, || rows(FIRST, to))
    };
    let left =
        move || state.results.with(|results| results.ranked.len()).saturating_sub(shown.get());
    view! {
        <section class="reports" aria-label=strings.reports>
            <div class="remarks" role="status">
                {live(move || state.results.with(|results| nothing_found(state, results)))}
            </div>
            <ol>{live(move || rows(0, FIRST))} {live(rest)}</ol>
            {live(move || view! { <More left=left() step=STEP shown/> }.into_any())}
        </section>
    }
}

/// The menu of orders, where there is something to put in order.
pub fn order_menu(state: AppState) -> Option<AnyView> {
    let strings = state.strings();
    let (order, asked) = state.view.with(|view| (view.order, !view.query.is_empty()));
    let [oldest, newest] = strings.time_orders;
    let mut orders =
        vec![(TimeOrder::NewestFirst.as_str(), newest), (TimeOrder::OldestFirst.as_str(), oldest)];
    if asked {
        orders.insert(0, ("", strings.best_first));
    }
    let put_in_order = move |value: String| {
        let view = View { order: value.parse().ok(), ..state.view.get_untracked() };
        state.navigate(view, Step::Push);
    };
    let chosen = order.map_or("", TimeOrder::as_str);
    let several = state.results.with(|results| results.ranked.len()) > 1;
    several.then(|| menu(unseen(strings.order), &orders, chosen, Box::new(put_in_order)))
}

/// A report of the list: where it is from, its title, and the passages that show why it is here.
fn report(state: AppState, document: &DocumentRef<'static>, results: &Results) -> AnyView {
    let hits = state.engine.hits(document, &results.leaves);
    let walk = Walk::new(document, &hits);
    let language = document.language();
    let whole = Span::from(0..document.title().len());
    let title = marked(document.title(), whole, &walk.title);
    let snippet = |snippet: Snippet| {
        let words = marked(document.text(), snippet.span, &snippet.marks);
        view! {
            <p class="snippet" lang=language dir="auto">
                {snippet.cut_before.then_some("… ")}
                {words}
                {snippet.cut_after.then_some(" …")}
            </p>
        }
        .into_any()
    };
    let snippets = snippets(document, &hits, SNIPPETS).into_iter().map(snippet).views();
    let hits = Some(walk.steps()).filter(|&steps| steps > 0);
    let hits = hits.map(|steps| state.strings().hits.fill(steps));
    view! {
        <li class="report">
            <p class="meta">
                {origin(state, document)}
                {hits.map(|hits| view! { <span class="hits">{hits}</span> }.into_any())}
            </p>
            <h2 lang=language dir="auto">
                <a class="title" href=state.report_address(document)>
                    {title}
                </a>
            </h2>
            {snippets}
            {told(state, document)}
        </li>
    }
    .into_any()
}

/// The meetings that a report tells of: how many, who took part, and what came of them.
fn told(state: AppState, document: &DocumentRef<'static>) -> Option<AnyView> {
    let meetings: Vec<_> = state.engine.told().by(document.number).collect();
    let first = meetings.first()?;
    let mut people: Vec<EntityRef<'static>> = Vec::new();
    let mut outcomes: Vec<(Act, String)> = Vec::new();
    for meeting in &meetings {
        for entity in meeting.participants() {
            if people.iter().all(|known| known.number != entity.number) {
                people.push(entity);
            }
        }
        for outcome in meeting.outcomes() {
            let name = outcome.agreement().map(|agreement| state.name(&agreement).to_owned());
            if let Some(name) = name.filter(|name| outcomes.iter().all(|(_, known)| known != name))
            {
                outcomes.push((outcome.act, name));
            }
        }
    }
    let outcomes = outcomes
        .into_iter()
        .take(MOST_OUTCOMES)
        .map(|(act, name)| outcome(state, act, name))
        .views();
    let address = meetings::sentence_address(state, document, first);
    Some(
        view! {
            <p class="told">
                <a href=address>{state.strings().meetings_count.fill(meetings.len())}</a>
                {sides::participants(state, &people, MOST_PEOPLE)}
                {outcomes}
            </p>
        }
        .into_any(),
    )
}

/// What came of a meeting, with its seal.
pub fn outcome(state: AppState, act: Act, name: impl IntoAny) -> AnyView {
    view! {
        <span class="outcome" dir="auto">
            {thread::small_seal(state, act)}
            {name.into_any()}
        </span>
    }
    .into_any()
}

/// When and where a report was published and by whom, with a word on what was worked out: the
/// parts of a line.
pub fn origin(state: AppState, document: &DocumentRef<'static>) -> AnyView {
    let strings = state.strings();
    let date = match document.published {
        Some(period) => {
            let day = period.start().to_string();
            view! { <time datetime=day>{strings.period(period)}</time> }.into_any()
        }
        None => strings.undated.into_any(),
    };
    let worked_out = document.published_provenance == PublicationProvenance::WorkedOut;
    let worked_out = worked_out.then(|| {
        let more = strings.worked_out_from.fill(document.published_words());
        view! {
            " "
            <Explained word=strings.worked_out more/>
        }
        .into_any()
    });
    let named = [document.dateline(), document.source()];
    let named = named.into_iter().filter(|name| !name.is_empty());
    let named = named.map(|name| view! { <span>{name}</span> }.into_any()).views();
    view! {
        <span>{date} {worked_out}</span>
        {named}
    }
    .into_any()
}

/// A word that says more when pointed at or focused.
#[component]
pub fn Explained(
    /// The word.
    #[prop(into)]
    word: String,
    /// What it says more.
    #[prop(into)]
    more: String,
) -> impl IntoView {
    view! {
        <abbr class="basis" tabindex="0" title=more>
            {word}
        </abbr>
    }
}

/// What there is to say about the query and the address.
pub fn remarks(state: AppState) -> Vec<AnyView> {
    let strings = state.strings();
    let mut remarks = Vec::new();
    state.view.with(|view| {
        if let Page::Unknown(page) = &view.page {
            remarks.push(strings.unknown_page.fill(&shortened(page)));
        }
        if !view.unknown.is_empty() {
            let pair = |(key, value): &(String, String)| [key, "=", value].concat();
            let pairs: Vec<_> = view.unknown.iter().map(pair).collect();
            remarks.push(strings.unknown_keys.fill(&shortened(&pairs.join(", "))));
        }
    });
    state.results.with(|results| {
        for note in &results.notes {
            remarks.push(match note {
                Note::NotUnderstood { typed } => strings.left_out.fill(typed),
                Note::TooLong => strings.too_long.fill(MOST_CLAUSES),
            });
        }
        // The list of reports says it itself: see `nothing_found`.
        if !state.shows_list() {
            let asked = results.leaves.iter().zip(&results.alone);
            let nowhere = asked.filter(|(leaf, alone)| !leaf.excluded && **alone == 0);
            remarks.extend(nowhere.map(|(leaf, _)| strings.in_no_report.fill(&leaf.typed)));
        }
    });
    remarks.into_iter().map(|remark| view! { <p>{remark}</p> }.into_any()).collect()
}

/// The beginning of what may be long: an address or a query is told, not repeated.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_owned(),
    }
}

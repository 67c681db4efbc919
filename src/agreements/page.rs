//! The page of agreements and series: an axis, a legend, and a line each.

use super::row::{Axis, Row, row};
use super::series;
use super::{papers, promises};
use crate::drawing::{follow_width, in_line, shapes};
use crate::effect::live;
use crate::state::{AppState, app_state};
use crate::timeline::extent;
use crate::views::Views;
use entente_calendar::{Day, Period};
use entente_charts::timeline::labels;
use entente_drawing::{Shape, number, seal};
use entente_model::Act;
use leptos::prelude::*;
use leptos::svg;

/// So many lines of a kind are shown.
const MOST: usize = 400;
/// The height of the axis above the lines, in pixels.
const HEAD: f64 = 22.0;

/// Series and agreements of the view.
#[component]
pub fn Agreements() -> impl IntoView {
    page(app_state(), true)
}

/// The series alone.
#[component]
pub fn Mechanisms() -> impl IntoView {
    page(app_state(), false)
}

fn page(state: AppState, with_papers: bool) -> AnyView {
    let strings = state.strings();
    let whole = extent(state.archive()).unwrap_or((Day(0), Day(1)));
    let published = state.archive().documents().filter_map(|report| report.published);
    let last_report = published.map(Period::last_day).max().unwrap_or(whole.1);
    let width = RwSignal::new(0);
    let drawing = NodeRef::<svg::Svg>::new();
    follow_width(drawing, width);
    let axis = Axis { state, whole, last_report, width };
    let head = move || match width.get() {
        0 => Vec::new(),
        _ => shapes(state, &labels(&axis.scale(), 4.0)),
    };
    let sections = move || {
        let series = series::rows(state);
        let papers = if with_papers { papers::rows(state) } else { Vec::new() };
        let promises = if with_papers { promises::rows(state) } else { Vec::new() };
        let nothing = series.is_empty() && papers.is_empty();
        let lone = series.len() + papers.len() == 1;
        if nothing {
            let words = if with_papers { strings.no_agreement } else { strings.no_mechanism };
            return view! { <p>{words}</p> }.into_any();
        }
        view! {
            {section(&axis, strings.mechanisms, series, lone)}
            {section(&axis, strings.agreements, papers, lone)}
            {section(&axis, strings.promises, promises, false)}
        }
        .into_any()
    };
    let (name, explained) = match with_papers {
        true => (strings.agreements, strings.agreements_explained),
        false => (strings.mechanisms, strings.mechanisms_explained),
    };
    view! {
        <article class="lifelines">
            <h1>{name}</h1>
            {legend(state)}
            <p class="meta">{explained}</p>
            <div class="lifeline-head" aria-hidden="true">
                <svg class="axis" height=number(HEAD) node_ref=drawing>{live(head)}</svg>
            </div>
            {live(sections)}
        </article>
    }
    .into_any()
}

/// Whether each report is in the view, by its number.
pub(super) fn reports_of_view(state: AppState) -> Vec<bool> {
    let mut found = vec![false; state.archive().documents.len()];
    state.results.with(|results| {
        results.ranked.iter().for_each(|&(number, _)| found[number] = true);
    });
    found
}

/// Lines under their name; nothing where there is none.
fn section(axis: &Axis, name: &'static str, rows: Vec<Row>, lone: bool) -> Option<AnyView> {
    let count = rows.len();
    let shown = rows.into_iter().take(MOST).map(|one| row(axis, one, lone)).views();
    let left = count.saturating_sub(MOST);
    let strings = axis.state.strings();
    let more = (left > 0).then(|| view! { <p>{strings.and_more.fill(left)}</p> }.into_any());
    (count > 0).then(|| {
        view! {
            <section>
                <h2>
                    {name} " " <span class="count">{count}</span>
                </h2>
                {shown}
                {more}
            </section>
        }
        .into_any()
    })
}

/// What the seals mean.
fn legend(state: AppState) -> AnyView {
    let strings = state.strings();
    let line = |class: &str, data: &str| (32.0, Shape::path(class, data));
    let seal_of = |act: Act| (14.0, seal(act, (7.0, 7.0), 7.0));
    let drawn = Act::ALL.iter().map(|&act| (seal_of(act), strings.acts[act as usize]));
    let others = [
        (line("cited", "M16 1V13"), strings.cited),
        (line("life open", "M0 7H32"), strings.open),
        (line("covers", "M0 3H32V11H0z"), strings.period_covered),
    ];
    let entry = |((width, shape), name): ((f64, Shape), &'static str)| {
        view! { <li>{in_line(state, "axis", width, &[shape])}{name}</li> }.into_any()
    };
    let entries = drawn.chain(others).map(entry).views();
    view! { <ul class="legend">{entries}</ul> }.into_any()
}

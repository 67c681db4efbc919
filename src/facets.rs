//! Facets and dates by which reports are narrowed down, and chips of what is chosen.

use crate::address::View;
use crate::state::{State, Step};
use entente_calendar::Date;
use entente_search::FacetKind;
use entente_search::facet::Facet;
use leptos::prelude::*;

/// The column of facets.
#[component]
pub fn Facets() -> impl IntoView {
    let state = State::get();
    let facets = Memo::new(move |_| state.results.with(|results| results.facets.clone()));
    view! {
        <aside class="facets" aria-label=state.strings.narrow_down>
            {move || facets.get().into_iter().map(|facet| values(state, facet)).collect_view()}
            <Dates/>
        </aside>
    }
}

/// A value in words.
fn label(state: State, kind: FacetKind, value: &str) -> String {
    match (kind, value) {
        (FacetKind::Source, "") => state.strings.unknown_source.into(),
        (FacetKind::Year, "") => state.strings.undated.into(),
        _ => value.into(),
    }
}

fn values(state: State, facet: Facet) -> impl IntoView {
    let strings = state.strings;
    let name = match facet.kind {
        FacetKind::Source => strings.source,
        FacetKind::Year => strings.year,
    };
    let most = facet.values.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let row = |(value, count): (String, usize)| {
        let name = label(state, facet.kind, &value);
        let view = state.view.get();
        let choice = view.choice(facet.kind, &value);
        let choose = view.toggled(facet.kind, &value, false).print();
        let exclude = view.toggled(facet.kind, &value, true).print();
        let class = match choice {
            Some(false) => "chosen",
            Some(true) => "excluded",
            None => "",
        };
        let share = format!("{}%", count * 100 / most);
        view! {
            <li class=class>
                <a class="value" href=choose aria-current=(choice == Some(false)).then_some("true")>
                    <span class="name">{name.clone()}</span>
                    <span class="count">{count}</span>
                    <span class="bar" aria-hidden="true"><span style:width=share></span></span>
                </a>
                <a class="not" href=exclude title=(strings.exclude)(&name)
                    aria-label=(strings.exclude)(&name)
                    aria-current=(choice == Some(true)).then_some("true")>"−"</a>
            </li>
        }
    };
    view! {
        <section class="facet">
            <h2>{name}</h2>
            <ul>{facet.values.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// Two fields for exact dates.
#[component]
fn Dates() -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let wrong = RwSignal::new(None::<String>);
    let field = move |label: &'static str, slot: fn(&mut View) -> &mut Option<Date>| {
        let shown = move || {
            state
                .view
                .with(|view| slot(&mut view.clone()).map_or(String::new(), |date| date.to_string()))
        };
        let change = move |event| {
            let typed = event_target_value(&event);
            let typed = typed.trim();
            let date = Date::parse(typed);
            if date.is_none() && !typed.is_empty() {
                wrong.set(Some((strings.not_a_date)(typed)));
                return;
            }
            wrong.set(None);
            let mut view = state.view.get_untracked();
            *slot(&mut view) = date;
            state.navigate(view, Step::Push);
        };
        view! {
            <label>{label}" "
                <input type="text" inputmode="numeric" size="10" maxlength="10" autocomplete="off"
                    title=strings.date_hint prop:value=shown on:change=change/>
            </label>
        }
    };
    view! {
        <fieldset class="dates">
            <legend>{strings.dates_legend}</legend>
            {field(strings.from, |view| &mut view.filter.from)}
            {field(strings.to, |view| &mut view.filter.to)}
            <p class="wrong" role="alert">{move || wrong.get()}</p>
        </fieldset>
    }
}

/// What is chosen, each with a way to take it back, and how much is left.
#[component]
pub fn Chips() -> impl IntoView {
    let state = State::get();
    let strings = state.strings;
    let chip = move |name: &'static str, value: String, without: View| {
        view! {
            <li class="chip">
                {name}" "<b>{value.clone()}</b>" "
                <a href=without.print() aria-label=(strings.remove_filter)(&value)>"×"</a>
            </li>
        }
    };
    let chips = move || {
        let view = state.view.get();
        let mut chips = Vec::new();
        for choice in &view.filter.choices {
            let name = match choice.kind {
                FacetKind::Source => strings.source,
                FacetKind::Year => strings.year,
            };
            let value = label(state, choice.kind, &choice.value);
            let value = if choice.excluded { (strings.without)(&value) } else { value };
            let without = view.toggled(choice.kind, &choice.value, choice.excluded);
            chips.push(chip(name, value, without));
        }
        let mut without = view.clone();
        without.filter.from = None;
        if let Some(from) = view.filter.from {
            chips.push(chip(strings.from, from.to_string(), without));
        }
        let mut without = view.clone();
        without.filter.to = None;
        if let Some(to) = view.filter.to {
            chips.push(chip(strings.to, to.to_string(), without));
        }
        chips.collect_view()
    };
    let found = move || {
        let found = state.results.with(|results| results.ranked.len());
        (strings.found)(found, state.archive().len())
    };
    let narrowed =
        move || state.view.with(|view| !view.filter.is_empty() || !view.query.is_empty());
    view! {
        <div class="chips">
            <ul>{chips}</ul>
            <p class="found" role="status">{found}</p>
            <a class="clear-all" hidden=move || !narrowed() href=View::default().print()>
                {strings.clear_all}
            </a>
        </div>
    }
}

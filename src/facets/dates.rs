//! The fields for exact dates.

use super::words::on_meetings;
use crate::address::View;
use crate::i18n::typed_date;
use crate::state::{Step, app_state};
use entente_calendar::Date;
use leptos::html;
use leptos::prelude::*;

/// One of the two dates of a view.
pub type DateOfView = fn(&mut View) -> &mut Option<Date>;

/// From when and until when, with what is wrong with what was typed.
#[component]
pub(super) fn Dates() -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let legend = if on_meetings(state) { strings.meeting_dates } else { strings.dates_legend };
    let wrong = RwSignal::new(String::new());
    view! {
        <fieldset class="dates">
            <legend>{legend}</legend>
            <DateField label=strings.from date=|view| &mut view.filter.from wrong/>
            <DateField label=strings.to date=|view| &mut view.filter.to wrong/>
            <p class="wrong" role="alert">
                {wrong}
            </p>
        </fieldset>
    }
}

/// A field for a date of the view, which takes a year, a month or a day.
#[component]
pub fn DateField(
    /// What the field is called.
    label: &'static str,
    /// The date that it sets.
    date: DateOfView,
    /// Where it says what is wrong with what was typed.
    wrong: RwSignal<String>,
) -> impl IntoView {
    let state = app_state();
    let strings = state.strings();
    let change = move |event| {
        let typed = event_target_value(&event);
        let typed = typed.trim();
        let parsed = typed_date(typed);
        if parsed.is_none() && !typed.is_empty() {
            wrong.set(strings.not_a_date.fill(typed));
            return;
        }
        wrong.set(String::new());
        let mut view = state.view.get_untracked();
        *date(&mut view) = parsed;
        state.navigate(view, Step::Push);
    };
    let field = NodeRef::<html::Input>::new();
    // Not `prop:value`: a text that is no date goes with the next view, even if the date of that
    // is what it was.
    Effect::new(move || {
        let Some(input) = field.get() else { return };
        let chosen = *date(&mut state.view.get());
        input.set_value(&chosen.map_or(String::new(), |date| date.to_string()));
    });
    view! {
        <label>
            {label}
            " "
            <input
                class="date"
                type="text"
                maxlength="40"
                autocomplete="off"
                title=strings.date_hint
                node_ref=field
                on:change=change
            />
        </label>
    }
}

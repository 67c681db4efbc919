//! The axis with what belongs to it: how much is on it, buttons, the list of what stands
//! in one place, and a tray for what has no date. Dates are typed beside the facets.

use super::axis::Axis;
use super::marks::extent;
use super::name;
use crate::address::Page;
use crate::browser;
use crate::dom::{El, button, el, link, part};
use crate::meetings;
use crate::state::State;
use leptos::prelude::*;

/// The timeline of the view: open where there is room for three columns.
pub fn timeline(state: State) -> El {
    let strings = state.strings;
    let counts = part("span", "count").live_text(move || {
        let undated = undated(state).len();
        let all = state.meetings.with(Vec::len);
        (strings.on_the_axis)(all, all - undated)
    });
    let summary = el("summary").add(el("b").text(strings.timeline)).text(" ").add(counts);
    let panel = part("details", "timeline").flag("open", browser::is_wide()).add(summary);
    let Some(whole) = extent(state.archive()) else {
        return panel.add(el("p").text(strings.no_dates)).add(tray(state));
    };
    let axis = Axis::new(state, whole);
    let caption = {
        let axis = axis.clone();
        move || match axis.pointed.get() {
            0 => strings.timeline_help.to_owned(),
            place => name::of_placed(state, &axis.drawn.borrow(), place - 1),
        }
    };
    panel
        .add(axis.drawing.clone())
        // Marks have these names themselves.
        .add(part("p", "meta caption").attr("aria-hidden", "true").live_text(caption))
        .add(list(&axis))
        .add(tools(&axis))
        .add(tray(state))
}

fn tools(axis: &Axis) -> El {
    let strings = axis.state.strings;
    let tool = |(sign, name): (&str, &str), act: fn(&Axis)| {
        let this = axis.clone();
        let tool = button("step", move || act(&this)).attr("aria-label", name);
        tool.attr("title", name).text(sign)
    };
    let [zoom_in, zoom_out, all, earlier, later] = strings.zoom;
    let whole = |tool: El| {
        let axis = axis.clone();
        tool.live_flag("disabled", move || axis.shows_all())
    };
    let address = move |state: State| {
        state
            .view
            .with(|view| (view.page != Page::Meetings).then(|| view.at(Page::Meetings).print()))
    };
    let state = axis.state;
    let table = el("a")
        .live_attr("href", move || address(state))
        .live_flag("hidden", move || address(state).is_none())
        .text(strings.as_table);
    let key = part("span", "key").attr("aria-hidden", "true").text(strings.timeline_key);
    part("p", "meta tools-of-axis")
        .add(tool(("+", zoom_in), |axis| axis.zoom(0.5)))
        .add(whole(tool(("−", zoom_out), |axis| axis.zoom(2.0))))
        .add(whole(tool(("↔", all), Axis::zoom_out)))
        .add(whole(tool(("‹", earlier), |axis| axis.shift(-1))))
        .add(whole(tool(("›", later), |axis| axis.shift(1))))
        .add(table)
        .add(key)
}

/// What stands in the place that was opened.
fn list(axis: &Axis) -> El {
    let this = axis.clone();
    part("div", "in-one-place").attr("role", "status").live(move |host| {
        let Some(place) = this.open.get().checked_sub(1) else { return };
        let (state, drawn) = (this.state, this.drawn.borrow());
        let Some(placed) = drawn.placed.get(place) else { return };
        let row = |&mark: &usize| {
            let mark = &drawn.marks[mark];
            let row = link(&name::address(state, mark)).text(&name::of_mark(state, mark));
            el("li").add(row)
        };
        let open = this.open;
        let close = button("link", move || open.set(0)).text(state.strings.close);
        host.add(el("ul").all(placed.marks.iter().take(MOST).map(row).collect()))
            .maybe(
                (placed.marks.len() > MOST)
                    .then(|| el("p").text(&(state.strings.and_more)(placed.marks.len() - MOST))),
            )
            .add(close);
    })
}

/// As many rows of a list are shown.
const MOST: usize = 200;

/// The meetings of the view that have no date.
fn undated(state: State) -> Vec<usize> {
    let dated = |&number: &usize| {
        state.archive().meeting(number).is_some_and(|meeting| meeting.row.date.is_some())
    };
    state.meetings.with(|meetings| meetings.iter().copied().filter(|it| !dated(it)).collect())
}

/// What has no date, so that the numbers add up.
fn tray(state: State) -> El {
    el("div").live(move |host| {
        let undated = undated(state);
        if undated.is_empty() {
            return;
        }
        let row = |&number: &usize| {
            let meeting = state.archive().meeting(number)?;
            let row = link(&meetings::address(state, &meeting));
            Some(el("li").add(row.text(&meetings::title(state, &meeting))))
        };
        let rows = undated.iter().take(MOST).filter_map(row).collect();
        let summary = el("summary").text(&(state.strings.without_date)(undated.len()));
        host.add(part("details", "tray").add(summary).add(el("ul").all(rows)));
    })
}

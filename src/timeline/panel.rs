//! The axis with what belongs to it: how much is on it, buttons, the list of what stands
//! in one place, and a tray for what has no date. Dates are typed beside the facets.

use super::axis::Axis;
use super::marks::extent;
use super::name;
use super::play::play;
use crate::address::Page;
use crate::browser;
use crate::dom::{El, button, el, link, part};
use crate::meetings;
use crate::state::{State, Turn};
use leptos::prelude::*;

/// The timeline of the view: open where there is room for three columns.
pub fn timeline(state: State) -> El {
    let strings = state.strings();
    let counts = part("span", "count").live_text(move || {
        state.deferred(Turn::Second, || {
            let all = state.meetings.with(Vec::len);
            (strings.on_the_axis)(all, all - undated(state).len())
        })
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

/// Zoom in, zoom out, show all, earlier, later.
const SIGNS: [&str; 5] = ["+", "−", "↔", "‹", "›"];

fn tools(axis: &Axis) -> El {
    let state = axis.state;
    let mut tools = part("p", "meta tools-of-axis");
    for (tool, sign) in SIGNS.iter().enumerate() {
        let (this, name) = (axis.clone(), state.strings().zoom[tool]);
        let act = move || match tool {
            0 => this.zoom(0.5),
            1 => this.zoom(2.0),
            2 => this.zoom_out(),
            3 => this.shift(-1),
            _ => this.shift(1),
        };
        let this = axis.clone();
        let button = button("step", act).attr("aria-label", name).attr("title", name).text(sign);
        tools = tools.add(button.live_flag("disabled", move || tool > 0 && this.shows_all()));
    }
    let beside_reports = state.page.with_untracked(|page| *page == Page::Reports);
    let table = beside_reports.then(|| {
        let address = move || Some(state.address(Page::Meetings));
        el("a").live_attr("href", address).text(state.strings().as_table)
    });
    let key = part("span", "key").attr("aria-hidden", "true").text(state.strings().timeline_key);
    tools.add(play(state)).maybe(table).add(key)
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
            let row = link(name::address(state, mark)).text(name::of_mark(state, mark));
            el("li").add(row)
        };
        let open = this.open;
        let close = button("link", move || open.set(0)).text(state.strings().close);
        host.add(el("ul").all(placed.marks.iter().take(MOST).map(row)))
            .maybe(
                (placed.marks.len() > MOST)
                    .then(|| el("p").text((state.strings().and_more)(placed.marks.len() - MOST))),
            )
            .add(close);
    })
}

/// As many rows of a list are shown.
const MOST: usize = 200;

/// The meetings of the view that have no date.
fn undated(state: State) -> Vec<usize> {
    let dated = |&number: &usize| {
        state.archive().meeting(number).is_some_and(|meeting| meeting.date.is_some())
    };
    state.meetings.with(|meetings| meetings.iter().copied().filter(|it| !dated(it)).collect())
}

/// What has no date, so that the numbers add up.
fn tray(state: State) -> El {
    el("div").live(move |host| {
        let undated = state.deferred(Turn::Second, || undated(state));
        if undated.is_empty() {
            return;
        }
        let row = |&number: &usize| {
            let meeting = state.archive().meeting(number)?;
            let row = link(meetings::address(state, &meeting));
            Some(el("li").add(row.text(meetings::title(state, &meeting))))
        };
        let rows = undated.iter().take(MOST).filter_map(row);
        let summary = el("summary").text((state.strings().without_date)(undated.len()));
        host.add(part("details", "tray").add(summary).add(el("ul").all(rows)));
    })
}

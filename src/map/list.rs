//! What lies behind a stack: its places and their meetings, each a link.

use super::chart::Chart;
use super::marks::name;
use crate::dom::{El, button, el, link, part};
use crate::entities::entity_link;
use crate::meetings;
use crate::state::State;
use entente_archive::EntityRef;
use entente_search::FacetKind;
use leptos::prelude::*;

/// As many meetings of a place are shown.
const MOST: usize = 100;

/// The list of the stack that is open.
pub(super) fn list(chart: &Chart) -> El {
    let chart = chart.clone();
    let open = chart.open;
    let host = part("div", "behind").attr("role", "region").attr("tabindex", "-1");
    let host = host.attr("aria-label", chart.state.strings().behind_stack);
    let focus = host.clone();
    host.live_flag("hidden", move || open.get() == 0).live(move |host| {
        let stack = open.get();
        let (state, spots, shown) = (chart.state, chart.spots.borrow(), chart.shown.borrow());
        let Some(one) = shown.get(stack.wrapping_sub(1)) else { return };
        let this = chart.clone();
        let close = button("link", move || this.close()).text(state.strings().close);
        let this = chart.clone();
        let nearer = (one.spots.len() > 1)
            .then(|| button("link", move || this.enter(stack)).text(state.strings().take_apart));
        let places = one.spots.iter().map(|&spot| {
            let spot = &spots[spot];
            let rows = spot.meetings.iter().take(MOST).map(|&meeting| row(state, meeting));
            let more = spot.meetings.len().saturating_sub(MOST);
            let more = (more > 0).then(|| el("p").text((state.strings().and_more)(more)));
            part("section", "place-of-stack")
                .add(el("h2").text(name(state, spot)).text(" ").maybe(only(state, spot.named_by)))
                .add(el("ul").all(rows))
                .maybe(more)
                .maybe(spot.reach.is_none().then(|| within(state, spot.named_by)).flatten())
        });
        host.add(part("p", "meta").add(close).maybe(nearer)).all(places);
        // After the browser has shown it: what is hidden takes no focus.
        let focus = focus.clone();
        request_animation_frame(move || focus.focus());
    })
}

/// A meeting: when and what.
fn row(state: State, number: usize) -> El {
    let row = el("li");
    let Some(meeting) = state.archive().meeting(number) else { return row };
    let title = link(meetings::address(state, &meeting)).text(meetings::title(state, &meeting));
    let when = part("span", "meta").view(meetings::date(state, &meeting)).text(" ");
    meetings::lit(state, row.add(when).add(title), &[number])
}

/// What is a part of the place of a meeting and is named in reports: "within it: a bridge".
fn within(state: State, meeting: usize) -> Option<El> {
    let archive = state.archive();
    let place = archive.meeting(meeting)?.place().entity()?;
    let part_of = |entity: &EntityRef<'_>| {
        entity.value().record.as_ref().is_some_and(|record| &*record.part_of == place.id())
    };
    let parts: Vec<_> = archive.entities().filter(part_of).collect();
    let links = parts.iter().map(|part| el("span").add(entity_link(state, part)));
    let words = || part("p", "meta").text(state.strings().within_it).text(" ");
    (!parts.is_empty()).then(|| words().all(links))
}

/// A link to the meetings of a place alone.
fn only(state: State, meeting: usize) -> Option<El> {
    let place = state.archive().meeting(meeting)?.place().entity()?;
    let view = state.view.get_untracked();
    let chosen = view.choice(FacetKind::Place, place.id()) == Some(false);
    let address = view.toggled(FacetKind::Place, place.id(), false).print();
    (!chosen).then(|| link(address).attr("class", "meta").text(state.strings().only_here))
}

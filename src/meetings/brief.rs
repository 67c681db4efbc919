//! Meetings in a line or two each: those of the view beside the reports, those of an entity in
//! its dossier.

use super::basis;
use super::lit::{lights, lit};
use super::{address, title};
use crate::address::Page;
use crate::dom::{El, count, el, link, part};
use crate::state::State;
use entente_archive::{EntityRef, MeetingRef};
use entente_model::Status;
use entente_search::rank::in_order;
use leptos::prelude::*;

/// As many are shown beside the reports.
const MOST: usize = 24;

/// The meetings of the view, latest first.
pub fn brief(state: State) -> El {
    let strings = state.strings;
    let list = move |host: El| {
        let numbers = state.meetings.get();
        let rows = latest_first(state, &numbers).into_iter().take(MOST);
        let all = link(state.address(Page::Meetings));
        let all = el("p").add(all.text(strings.all_meetings));
        host.add(el("h2").text(strings.meetings).text(" ").add(count(numbers.len())))
            .add(el("ol").all(rows.map(|meeting| line(state, &meeting, None))))
            .maybe((numbers.len() > MOST).then_some(all));
    };
    let none = move || state.meetings.with(Vec::is_empty);
    lights(state, part("section", "brief"))
        .attr("aria-label", strings.meetings)
        .live_flag("hidden", none)
        .live(list)
}

/// The meetings of an entity, latest first, with who else took part; nothing where it has none.
pub fn of_entity(state: State, entity: &EntityRef<'static>) -> Option<El> {
    let numbers: Vec<usize> = entity.meetings().map(|meeting| meeting.number).collect();
    let rows = latest_first(state, &numbers);
    let rows: Vec<El> =
        rows.iter().map(|meeting| line(state, meeting, Some(entity.number))).collect();
    let some = !rows.is_empty();
    some.then(|| {
        lights(state, part("section", "brief"))
            .add(el("h2").text(state.strings.meetings))
            .add(el("ol").all(rows))
    })
}

/// Meetings by date, the latest first and undated ones last.
fn latest_first(state: State, numbers: &[usize]) -> Vec<MeetingRef<'static>> {
    let day = |number: usize| state.archive().meeting(number)?.date;
    let key =
        |&number: &usize| [day(number).map_or(u32::MAX, |date| !date.start().to_bits()), 0, 0];
    let numbers = in_order(numbers, key);
    numbers.into_iter().filter_map(|number| state.archive().meeting(number)).collect()
}

/// A meeting: date, title and place; in a dossier who else took part where the title, made of
/// people, does not say.
fn line(state: State, meeting: &MeetingRef<'static>, host: Option<usize>) -> El {
    let strings = state.strings;
    let status = meeting.status;
    let status = (status != Status::Held)
        .then(|| part("span", "status").text(strings.statuses[status as usize]));
    let place = meeting.place();
    let known = !basis::place_name(state, &place).is_empty();
    let others = meeting.participants().filter(|other| Some(other.number) != host);
    let others: Vec<&str> = others.map(|other| state.name(&other)).collect();
    let with =
        (host.is_some() && !others.is_empty()).then(|| el("span").text((strings.with)(&others)));
    let meta = part("p", "meta")
        .view(basis::date(state, meeting))
        .view(known.then(|| basis::place(state, &place)))
        .maybe(with)
        .maybe(status);
    let name = link(address(state, meeting)).text(title(state, meeting));
    lit(state, el("li"), &[meeting.number]).add(name).add(meta)
}

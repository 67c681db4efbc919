//! Rails, rungs, stays, seals and promises as SVG. What they say stands in the rows.

use super::scene::Scene;
use super::shapes::{class, mark, seal};
use super::view::Shared;
use crate::effect::pressed;
use crate::meetings::MeetingNumber;
use entente_model::{PromiseKind, Status};
use entente_thread::{Form, Layout, PromiseThread, Rail, Rung, Side, Stay, number};
use leptos::prelude::*;

/// The drawing; a rung that is clicked opens its evidence.
pub fn drawing(shared: &Shared, scene: &Scene, layout: &Layout) -> AnyView {
    let drawing = &scene.drawing;
    let (width, height) = (number(layout.gap), number(drawing.height));
    let rails: Vec<AnyView> =
        Side::BOTH.into_iter().map(|side| rail(side, &drawing.rails[side.index()])).collect();
    let stays: Vec<AnyView> = drawing.stays.iter().map(|stay| bar(stay, layout)).collect();
    let rungs: Vec<AnyView> =
        (0..drawing.rungs.len()).map(|place| rung(shared, scene, place)).collect();
    let promises: Vec<AnyView> = drawing.promises.iter().map(promise).collect();
    let ends: Vec<AnyView> = drawing.rungs.iter().flat_map(|rung| ends(rung, layout)).collect();
    view! {
        <svg class="rails" width=width height=height aria-hidden="true">
            {rails}{stays}{rungs}{promises}{ends}
        </svg>
    }
    .into_any()
}

/// A rail: whole pieces, and between them torn ends and dots.
fn rail(side: Side, rail: &Rail) -> AnyView {
    let x = number(rail.x);
    let (mut whole, mut torn, mut gone) = (String::new(), String::new(), String::new());
    for (place, &[top, bottom]) in rail.pieces.iter().enumerate() {
        whole += &["M", &x, " ", &number(top), "V", &number(bottom)].concat();
        if let Some(next) = rail.pieces.get(place + 1) {
            torn += &["M", &x, " ", &number(bottom), "l-2.5 2 5 2.5-5 2.5 2.5 2"].concat();
            torn += &["M", &x, " ", &number(next[0]), "l-2.5-2 5-2.5-5-2.5 2.5-2"].concat();
            gone += &["M", &x, " ", &number(bottom + 11.0), "V", &number(next[0] - 10.0)].concat();
        }
    }
    view! {
        <g class=class(Some(side))>
            <path class="rail" d=whole/><path class="torn" d=torn/><path class="gone" d=gone/>
        </g>
    }
    .into_any()
}

/// How long guests stayed, inside the rail of the host.
fn bar(stay: &Stay, layout: &Layout) -> AnyView {
    let x = match stay.host {
        Side::First => 4.5,
        Side::Second => layout.gap - 4.5,
    };
    let path = ["M", &number(x), " ", &number(stay.y[0]), "V", &number(stay.y[1])].concat();
    let class = ["stay ", class(Some(stay.host.other()))].concat();
    view! { <path class=class d=path/> }.into_any()
}

/// A rung in the colour of the guest, with a wide line that takes clicks.
fn rung(shared: &Shared, scene: &Scene, place: usize) -> AnyView {
    let rung = &scene.drawing.rungs[place];
    let form = match rung.form {
        Form::Visit => "visit",
        Form::Call => "call",
        Form::Meeting => "plain",
        Form::Bundle => "bundle",
    };
    let guest = class(rung.host.map(Side::other));
    let name = ["rung ", form, " ", rung.status.as_str(), " ", guest].concat();
    let meeting = scene.meeting(shared.state, place).map(|meeting| MeetingNumber(meeting.number));
    let (shared, width) = (*shared, number(rung.width));
    let is_chosen = move || meeting.is_some() && shared.chosen.get() == meeting;
    let choose = move || {
        if let Some(MeetingNumber(meeting)) = meeting {
            shared.choose(meeting);
        }
    };
    view! {
        <g class=name class:chosen=is_chosen on:click=pressed(choose)>
            <path class="line" d=rung.path.clone() stroke-width=width/>
            <path class="hit" d=rung.curve.path()/>
        </g>
    }
    .into_any()
}

/// The ends of a rung: the host's tells the status, the guest's is small.
fn ends(rung: &Rung, layout: &Layout) -> Vec<AnyView> {
    let end = |side: Side| {
        let host = rung.host == Some(side);
        let radius = match (host, rung.form) {
            (true, Form::Visit) => 6.2,
            (true, _) => 5.0,
            (false, _) => 2.4,
        };
        let x = [0.0, layout.gap][side.index()];
        let status = match (host, rung.status) {
            (true, Status::Planned) => "end hollow planned ",
            (true, Status::Mentioned) => "end hollow ",
            _ => "end ",
        };
        let name = [status, class(Some(side))].concat();
        view! { <path class=name d=mark(Some(side), x, rung.curve.y[side.index()], radius)/> }
            .into_any()
    };
    Side::BOTH.into_iter().map(end).collect()
}

/// A promise: a ring, a line and, where it was kept, a knot.
fn promise(promise: &PromiseThread) -> AnyView {
    let [top, bottom] = promise.y;
    let line = ["M", &number(promise.x), " ", &number(top), "V", &number(bottom)].concat();
    let kind =
        if promise.kind == PromiseKind::Invitation { "promise invitation" } else { "promise" };
    let name = [kind, if promise.kept { " kept" } else { " open" }].concat();
    let disc = |y: f64, radius: f64| mark(Some(Side::First), promise.x, y, radius);
    let last = match (promise.kept, promise.cut) {
        (true, _) => view! { <path class="knot" d=disc(bottom, 3.7)/> }.into_any(),
        (false, false) => view! { <path class="ring" d=disc(bottom, 3.2)/> }.into_any(),
        (false, true) => ().into_any(),
    };
    view! { <g class=name><path class="line" d=line/><path class="ring" d=disc(top, 3.2)/>{last}</g> }
        .into_any()
}

/// The seals, above everything else that is drawn.
pub fn seals(scene: &Scene) -> Vec<AnyView> {
    let drawn =
        |one: &entente_thread::Seal| seal(one.act, one.x, one.y, entente_thread::between::SEAL);
    scene.drawing.seals.iter().map(drawn).collect()
}

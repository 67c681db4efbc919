//! Rails, rungs, stays, seals and promises as SVG. What they say stands in the rows.

use super::scene::Scene;
use super::shapes::{class, mark, seal, strand_class, strand_mark};
use super::view::{Shared, between_strands};
use crate::effect::pressed;
use crate::meetings::MeetingNumber;
use entente_model::{PromiseKind, Status};
use entente_thread::{Form, Layout, PromiseThread, Rail, Rung, Side, Stay, number};
use leptos::prelude::*;

/// The drawing; a rung that is clicked opens its evidence.
pub fn drawing(shared: &Shared, scene: &Scene, layout: &Layout) -> AnyView {
    let drawing = &scene.drawing;
    let (width, height) = (number(layout.gap), number(drawing.height));
    let [first, second] = &drawing.rails;
    let mut rails = vec![rail(class(Some(Side::First)), first)];
    match scene.strands() {
        0 => rails.push(rail(class(Some(Side::Second)), second)),
        strands => rails.extend((0..strands).map(|strand| {
            let x = strand_x(strand, layout);
            rail(strand_class(strand), &Rail { x, ..second.clone() })
        })),
    }
    let stays: Vec<AnyView> = drawing.stays.iter().map(|stay| bar(scene, stay, layout)).collect();
    let rungs: Vec<AnyView> =
        (0..drawing.rungs.len()).map(|place| rung(shared, scene, layout, place)).collect();
    let promises: Vec<AnyView> = drawing.promises.iter().map(promise).collect();
    let ends: Vec<AnyView> =
        drawing.rungs.iter().flat_map(|rung| ends(scene, rung, layout)).collect();
    view! {
        <svg class="rails" width=width height=height aria-hidden="true">
            {rails}{stays}{rungs}{promises}{ends}
        </svg>
    }
    .into_any()
}

/// How far a strand of the right side is from the first rail.
fn strand_x(strand: usize, layout: &Layout) -> f64 {
    layout.gap + strand as f64 * between_strands(layout)
}

/// The colour of the guests at a rung; quiet where they are of several strands.
fn guests(scene: &Scene, host: Option<Side>, strands: &[usize]) -> &'static str {
    match (host, strands) {
        (Some(Side::First), [strand]) => strand_class(*strand),
        (Some(Side::First), []) if scene.strands() == 0 => class(Some(Side::Second)),
        (Some(Side::First), _) => class(None),
        (host, _) => class(host.map(Side::other)),
    }
}

/// A rail: whole pieces, and between them torn ends and dots.
fn rail(class: &'static str, rail: &Rail) -> AnyView {
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
        <g class=class>
            <path class="rail" d=whole/><path class="torn" d=torn/><path class="gone" d=gone/>
        </g>
    }
    .into_any()
}

/// How long guests stayed, inside the rail of the host.
fn bar(scene: &Scene, stay: &Stay, layout: &Layout) -> AnyView {
    let x = match stay.host {
        Side::First => 4.5,
        Side::Second => layout.gap - 4.5,
    };
    let path = ["M", &number(x), " ", &number(stay.y[0]), "V", &number(stay.y[1])].concat();
    let class = ["stay ", guests(scene, Some(stay.host), &[])].concat();
    view! { <path class=class d=path/> }.into_any()
}

/// A rung in the colour of the guest, with a wide line that takes clicks.
fn rung(shared: &Shared, scene: &Scene, layout: &Layout, place: usize) -> AnyView {
    let rung = &scene.drawing.rungs[place];
    let form = match rung.form {
        Form::Visit => "visit",
        Form::Call => "call",
        Form::Meeting => "plain",
        Form::Bundle => "bundle",
    };
    let strands = scene.strands_of(rung);
    let guest = guests(scene, rung.host, &strands);
    // From the right rail on to the last strand that took part.
    let reach = strands.last().filter(|&&strand| strand > 0).map(|&strand| {
        let [from, y, to] = [layout.gap, rung.curve.y[1], strand_x(strand, layout)].map(number);
        view! { <path class="reach" d=["M", &from, " ", &y, "H", &to].concat()/> }.into_any()
    });
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
            {reach}
            <path class="hit" d=rung.curve.path()/>
        </g>
    }
    .into_any()
}

/// The ends of a rung: the host's tells the status, the guest's is small. Where the right side is
/// all others, there is one on each strand that took part.
fn ends(scene: &Scene, rung: &Rung, layout: &Layout) -> Vec<AnyView> {
    let end = |side: Side, colour: &'static str, shape: &dyn Fn(f64) -> String| {
        let host = rung.host == Some(side);
        let radius = match (host, rung.form) {
            (true, Form::Visit) => 6.2,
            (true, _) => 5.0,
            (false, _) => 2.4,
        };
        let status = match (host, rung.status) {
            (true, Status::Planned) => "end hollow planned ",
            (true, Status::Mentioned) => "end hollow ",
            _ => "end ",
        };
        view! { <path class=[status, colour].concat() d=shape(radius)/> }.into_any()
    };
    let at = |side: Side| {
        let (x, y) = ([0.0, layout.gap][side.index()], rung.curve.y[side.index()]);
        end(side, class(Some(side)), &|radius| mark(Some(side), x, y, radius))
    };
    let strands = scene.strands_of(rung);
    let on_strand = |&strand: &usize| {
        let (x, y) = (strand_x(strand, layout), rung.curve.y[1]);
        end(Side::Second, strand_class(strand), &|radius| {
            strand_mark(strand, x, y, f64::max(radius, 3.4))
        })
    };
    match strands.is_empty() {
        true => Side::BOTH.map(at).into(),
        false => [at(Side::First)].into_iter().chain(strands.iter().map(on_strand)).collect(),
    }
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
        |one: &entente_thread::Seal| seal(one.act, one.x, one.y, entente_thread::seals::SEAL);
    scene.drawing.seals.iter().map(drawn).collect()
}

//! Rails, rungs, stays, seals and promises as shapes. What they say stands in the rows.

use super::scene::Scene;
use super::shapes::{class, mark, strand_class, strand_mark};
use super::view::{Shared, between_strands};
use crate::drawing::shapes;
use crate::effect::live;
use crate::meetings::{MeetingNumber, meeting_of};
use crate::state::AppState;
use entente_drawing::shape::line;
use entente_drawing::{Group, Shape, number, seal};
use entente_model::{PromiseKind, Status};
use entente_thread::seals::SEAL;
use entente_thread::{Form, Layout, PromiseThread, Rail, Rung, Side, Stay};
use leptos::prelude::*;

/// The drawing; a rung that is clicked opens its evidence.
pub fn drawing(shared: &Shared, scene: &Scene, layout: &Layout) -> AnyView {
    let shared = *shared;
    let drawing = &scene.drawing;
    let (width, height) = (number(layout.gap), number(drawing.height));
    let [first, second] = &drawing.rails;
    let mut all = vec![rail(class(Some(Side::First)), first)];
    match scene.strands() {
        0 => all.push(rail(class(Some(Side::Second)), second)),
        strands => all.extend((0..strands).map(|strand| {
            let x = strand_x(strand, layout);
            rail(strand_class(strand), &Rail { x, ..second.clone() })
        })),
    }
    all.extend(drawing.stays.iter().map(|stay| bar(scene, stay, layout)));
    let rungs: Vec<Group> =
        drawing.rungs.iter().map(|one| rung(shared.state, scene, layout, one)).collect();
    all.extend(rungs.iter().cloned().map(Shape::Group));
    let mut above: Vec<Shape> = drawing.promises.iter().map(promise).collect();
    above.extend(drawing.rungs.iter().flat_map(|rung| ends(scene, rung, layout)));
    // The chosen rung once more, stronger.
    let chosen = move || {
        let number = shared.chosen.get().map(|MeetingNumber(number)| number);
        let chosen = rungs.iter().find(|rung| number.is_some_and(|it| rung.meetings == [it]));
        let stronger =
            |rung: &Group| Group { class: [&rung.class, " chosen"].concat(), ..rung.clone() };
        let chosen: Vec<Shape> = chosen.map(stronger).map(Shape::Group).into_iter().collect();
        shapes(shared.state, &chosen)
    };
    let click = move |event: web_sys::MouseEvent| {
        if let Some(MeetingNumber(meeting)) = meeting_of(&event) {
            shared.choose(meeting);
        }
    };
    view! {
        <svg class="rails" width=width height=height aria-hidden="true" on:click=click>
            {shapes(shared.state, &all)}
            {live(chosen)}
            {shapes(shared.state, &above)}
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
fn rail(class: &str, rail: &Rail) -> Shape {
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
    let pieces = [("rail", whole), ("torn", torn), ("gone", gone)];
    Shape::group(class, pieces.map(|(class, data)| Shape::path(class, data)).into())
}

/// How long guests stayed, inside the rail of the host.
fn bar(scene: &Scene, stay: &Stay, layout: &Layout) -> Shape {
    let x = match stay.host {
        Side::First => 4.5,
        Side::Second => layout.gap - 4.5,
    };
    let class = ["stay ", guests(scene, Some(stay.host), &[])].concat();
    Shape::path(class, line(&[(x, stay.y[0]), (x, stay.y[1])], false))
}

/// A rung in the colour of the guest, with a wide line that takes clicks.
fn rung(state: AppState, scene: &Scene, layout: &Layout, rung: &Rung) -> Group {
    let form = match rung.form {
        Form::Visit => "visit",
        Form::Call => "call",
        Form::Meeting => "plain",
        Form::Bundle => "bundle",
    };
    let strands = scene.strands_of(rung);
    let class = ["rung ", form, " ", rung.status.as_str(), " ", guests(scene, rung.host, &strands)];
    let data = rung.path.clone();
    let mut shapes = vec![Shape::Path { class: "line".into(), data, width: Some(rung.width) }];
    // From the right rail on to the last strand that took part.
    if let Some(&strand) = strands.last().filter(|&&strand| strand > 0) {
        let y = rung.curve.y[1];
        let reach = [(layout.gap, y), (strand_x(strand, layout), y)];
        shapes.push(Shape::path("reach", line(&reach, false)));
    }
    shapes.push(Shape::path("hit", rung.curve.path()));
    let meeting = scene.meeting_of(state, rung).map(|meeting| meeting.number);
    Group {
        class: class.concat(),
        meetings: meeting.into_iter().collect(),
        shapes,
        ..Group::default()
    }
}

/// The ends of a rung: the host's tells the status, the guest's is small. Where the right side is
/// all others, there is one on each strand that took part.
fn ends(scene: &Scene, rung: &Rung, layout: &Layout) -> Vec<Shape> {
    let end = |side: Side, colour: &str, shape: &dyn Fn(f64) -> String| {
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
        Shape::path([status, colour].concat(), shape(radius))
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
fn promise(promise: &PromiseThread) -> Shape {
    let [top, bottom] = promise.y;
    let kind =
        if promise.kind == PromiseKind::Invitation { "promise invitation" } else { "promise" };
    let class = [kind, if promise.kept { " kept" } else { " open" }].concat();
    let disc = |y: f64, radius: f64| mark(Some(Side::First), promise.x, y, radius);
    let mut shapes = vec![
        Shape::path("line", line(&[(promise.x, top), (promise.x, bottom)], false)),
        Shape::path("ring", disc(top, 3.2)),
    ];
    match (promise.kept, promise.cut) {
        (true, _) => shapes.push(Shape::path("knot", disc(bottom, 3.7))),
        (false, false) => shapes.push(Shape::path("ring", disc(bottom, 3.2))),
        (false, true) => {}
    }
    Shape::group(class, shapes)
}

/// The seals, above everything else that is drawn.
pub fn seals(scene: &Scene) -> Vec<Shape> {
    let drawn = |one: &entente_thread::Seal| seal(one.act, (one.x, one.y), SEAL);
    scene.drawing.seals.iter().map(drawn).collect()
}

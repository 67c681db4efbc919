//! The meetings of two sides as the Thread draws them.

use super::types::{Thread, ThreadPair, ThreadRung};
use super::{Answer, to_js, wrong};
use crate::address::Sides;
use crate::state::AppState;
use crate::thread::Scene;
use entente_thread::{Arrangement, Layout};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

pub(super) fn thread(state: AppState, sides: &JsValue) -> Answer {
    let sides = match sides.as_string() {
        Some(text) => Some(Sides::parse(&text).ok_or_else(refused)?),
        None if sides.is_undefined() || sides.is_null() => {
            state.view.with_untracked(|view| view.sides.clone())
        }
        None => return Err(refused()),
    };
    let scene = untrack(|| Scene::new(state, sides, Arrangement::default(), &Layout::WIDE));
    to_js(&scene.map(|scene| told(state, &scene)))
}

fn refused() -> JsValue {
    wrong("entente.thread(sides): sides must be two codes of countries such as \"VN,FR\"")
}

fn told(state: AppState, scene: &Scene) -> Thread {
    let codes = scene.sides.codes();
    let id = |&encounter: &usize| {
        let meeting = state.archive().meeting(scene.encounters[encounter].meeting)?;
        Some(meeting.id().to_owned())
    };
    let rung = |rung: &entente_thread::Rung| ThreadRung {
        date: rung.date.map(|date| date.to_string()),
        host: rung.host.map(|host| codes[host.index()].to_owned()),
        meetings: rung.encounters.iter().filter_map(id).collect(),
    };
    let pair = |(sides, meetings): &(Sides, usize)| ThreadPair {
        sides: sides.print(),
        meetings: *meetings,
    };
    Thread {
        sides: codes.map(str::to_owned).to_vec(),
        rungs: scene.drawing.rungs.iter().map(rung).collect(),
        pairs: scene.pairs.iter().map(pair).collect(),
    }
}

//! The Thread on the page: the sentence, the sides, the drawing, the evidence, the legend.

use super::scene::Scene;
use super::{between, evidence, lede, legend, rails, rows, sides};
use crate::address::{Page, View};
use crate::effect::live;
use crate::meetings::MeetingNumber;
use crate::state::{AppState, Step, app_state};
use entente_drawing::number;
use entente_thread::{Arrangement, Layout};
use leptos::ev;
use leptos::prelude::*;

/// From so many pixels on, names and titles stand outside the rails.
const WIDE: f64 = 1100.0;

/// From so many pixels on, there is a column for evidence at all times; as in the style sheet.
const WIDEST: usize = 1900;
/// So wide is that column.
const EVIDENCE: f64 = 340.0;

/// What rows, rails and evidence share.
#[derive(Clone, Copy)]
pub struct Shared {
    /// The state of the page.
    pub state: AppState,
    /// What is shown.
    pub scene: Memo<Option<Scene>>,
    /// The meeting whose evidence is open: the one that the address names or, where there is room
    /// for evidence at all times, one that tells much.
    pub chosen: Memo<Option<MeetingNumber>>,
    /// The rung that the keyboard comes to.
    pub at: RwSignal<usize>,
}

impl Shared {
    /// Opens the evidence of a meeting, or closes it where it is open.
    pub fn choose(&self, meeting: usize) {
        let id = self.state.archive().meeting(meeting).map_or("", |meeting| meeting.id());
        let mut view = self.state.view.get_untracked();
        view.meeting = if view.meeting == id { String::new() } else { id.to_owned() };
        self.state.navigate(view, Step::Replace);
    }
}

/// How a view has its meetings put in order and together.
pub fn arrangement(view: &View) -> Arrangement {
    let order = view.order.unwrap_or(Arrangement::default().order);
    Arrangement { order, grain: view.grain }
}

/// The measures for a width of the window in pixels, and strands of the right side.
fn layout_for(width: usize, against_all: bool) -> Layout {
    let width = width as f64;
    if width < WIDE {
        let strands = if against_all { NARROW_STRANDS } else { 0.0 };
        return Layout::narrow((width - 32.0).clamp(280.0, 620.0) - strands);
    }
    let evidence = if width < WIDEST as f64 { 0.0 } else { EVIDENCE };
    let gap = (width - 56.0).min(1720.0) - evidence - 1004.0;
    Layout { gap: gap.clamp(280.0, 460.0), ..Layout::WIDE }
}

/// Room for all strands in a narrow drawing.
const NARROW_STRANDS: f64 = 50.0;

/// From one strand of the right side to the next, in pixels.
pub fn between_strands(layout: &Layout) -> f64 {
    if layout.narrow { 10.0 } else { 14.0 }
}

/// The whole part of the page.
#[component]
pub fn Thread() -> impl IntoView {
    let state = app_state();
    let width = RwSignal::new(window_width());
    let resized = window_event_listener(ev::resize, move |_| width.set(window_width()));
    on_cleanup(move || resized.remove());
    let layout = Memo::new(move |_| {
        let sides = state.view.with(|view| view.sides.clone());
        layout_for(width.get(), sides.is_some_and(|sides| sides.against_all()))
    });
    // What is made anew is drawn anew, without asking whether it is the same.
    let scene = Memo::new_with_compare(
        move |_| {
            let (sides, arrangement) =
                state.view.with(|view| (view.sides.clone(), arrangement(view)));
            Scene::new(state, sides, arrangement, &layout.get())
        },
        |_, _| true,
    );
    let chosen = Memo::new(move |_| {
        let id = state.view.with(|view| match view.page {
            Page::Thread => view.meeting.clone(),
            _ => String::new(),
        });
        let named = state.archive().find_meeting(&id).map(|meeting| meeting.number);
        let by_itself =
            || scene.with(|scene| scene.as_ref().filter(|_| width.get() >= WIDEST)?.most_telling());
        named.or_else(by_itself).map(MeetingNumber)
    });
    let shared = Shared { state, scene, chosen, at: RwSignal::new(0) };
    view! {
        <div class="thread-page">
            <h1 class="unseen">{state.strings().thread}</h1>
            {live(move || scene.with(|scene| match scene {
                Some(scene) => whole(&shared, scene, &layout.get()),
                None => view! { <p class="remarks">{state.strings().no_pair}</p> }.into_any(),
            }))}
        </div>
    }
}

fn whole(shared: &Shared, scene: &Scene, layout: &Layout) -> AnyView {
    let shared = *shared;
    let class = if layout.narrow { "thread narrow" } else { "thread wide" };
    let (height, gap) = (px(scene.drawing.height), px(layout.gap));
    let strands = px(scene.strands().saturating_sub(1) as f64 * between_strands(layout));
    view! {
        {lede::lede(shared.state, scene)}
        {sides::heads(shared.state, scene, &gap, &strands)}
        <div class=class style:height=height style=("--gap", gap) style=("--strands", strands)>
            {between::years(scene, layout)}
            {rails::drawing(&shared, scene, layout)}
            {between::words(shared.state, scene, layout)}
            {rows::rows(&shared, scene, layout)}
            {live(move || evidence::panel(&shared))}
        </div>
        {legend::legend(shared.state)}
    }
    .into_any()
}

/// So many pixels, as a length of CSS.
pub fn px(pixels: f64) -> String {
    [&number(pixels), "px"].concat()
}

/// Without the scroll bar.
fn window_width() -> usize {
    document().document_element().map_or(1440, |root| root.client_width() as usize)
}

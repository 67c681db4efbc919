//! The sentence above the drawing: how many met how often, and what came of it.

use super::scene::Scene;
use super::words::country;
use crate::address::Page;
use crate::state::AppState;
use entente_model::{Act, Status};
use entente_thread::Side;
use leptos::prelude::*;

/// The sentence; its numbers lead to what they count.
pub fn lede(state: AppState, scene: &Scene) -> AnyView {
    let strings = state.strings();
    let to = |page: Page, words: String| {
        view! { <a href=state.address_untracked(page)>{words}</a> }.into_any()
    };
    let people: usize = Side::BOTH.map(|side| scene.people(state, side)).iter().sum();
    let names = Side::BOTH.map(|side| country(state, scene, side));
    let hosted = Side::BOTH.map(|side| scene.hosted(Some(side)));
    let planned = scene.encounters.iter().filter(|one| one.status == Status::Planned).count();
    let hosts = (strings.hosted_by)(
        names.each_ref().map(String::as_str),
        hosted,
        scene.hosted(None),
        planned,
    );
    let outcomes = scene.encounters.iter().filter(|one| one.status != Status::Planned);
    let outcomes = outcomes.flat_map(|encounter| &encounter.outcomes);
    let signed = outcomes.filter(|outcome| outcome.act == Act::Signed);
    let mut papers: Vec<&str> = Vec::new();
    for outcome in signed {
        if !papers.contains(&outcome.label.as_str()) {
            papers.push(&outcome.label);
        }
    }
    let kept = scene.pledges.iter().filter(|pledge| pledge.kept.is_some()).count();
    view! {
        <div class="lede">
            <h2>
                {to(Page::Meetings, strings.meetings_count.fill(scene.encounters.len()))}", "
                {to(Page::Entities, strings.people_count.fill(people))}", "
                {to(Page::Meetings, strings.years_count.fill(scene.years()))}"."
            </h2>
            " "
            <p>
                {hosts}" "
                {to(Page::Agreements, strings.papers_signed.fill(papers.len()))}", "
                {to(Page::Agreements, strings.promises_kept.fill(kept, scene.pledges.len()))}"."
            </p>
        </div>
    }
    .into_any()
}

//! What both ledgers are: a name, what they tell, and entries of which more are shown on demand.

use super::choice::Choice;
use crate::more::More;
use leptos::prelude::*;

/// What stands on the page of a ledger.
#[derive(Clone, Copy)]
pub(super) struct Words {
    /// Its name.
    pub name: &'static str,
    /// What it tells.
    pub explained: &'static str,
    /// What is said where it has no entry.
    pub nothing: &'static str,
}

/// A ledger. `entries` gives how many entries there are and the first ones, at most so many;
/// `step` of them are shown at first, and with every click for more.
pub(super) fn ledger(
    words: Words,
    step: usize,
    entries: Box<dyn Fn(usize) -> (usize, Vec<AnyView>) + Send>,
) -> AnyView {
    let shown = RwSignal::new(step);
    let list = move || {
        let (count, sections) = entries(shown.get());
        if count == 0 {
            return view! { <p>{words.nothing}</p> }.into_any();
        }
        let left = count.saturating_sub(shown.get());
        view! {
            {sections}
            <More left step shown/>
        }
        .into_any()
    };
    view! {
        <article class="dossier ledger">
            <Choice/>
            <h1>{words.name}</h1>
            <p class="meta">{words.explained}</p>
            <div>{list}</div>
        </article>
    }
    .into_any()
}

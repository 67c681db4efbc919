//! The walk from hit to hit.
//!
//! Hits that stand side by side with nothing but space between them, as the words of a
//! name do, are one step.

use crate::browser;
use crate::state::AppState;
use entente_archive::DocumentRef;
use entente_model::Span;
use entente_search::{Hit, HitField};
use leptos::prelude::*;

/// The hits of a report, in reading order, and the steps of a walk through them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// Hits in the title, as bytes of it; they come first.
    pub title: Vec<Span>,
    /// Hits in the text, as bytes of it.
    pub body: Vec<Span>,
    /// For each hit, title first, its step, counted from 0.
    pub step: Vec<usize>,
}

impl Walk {
    /// The walk through the hits of a report.
    pub fn new(document: &DocumentRef<'_>, hits: &[Hit]) -> Self {
        let mut walk = Self::default();
        let mut last: Option<Hit> = None;
        for hit in hits {
            let (text, spans) = match hit.field {
                HitField::Title => (document.title(), &mut walk.title),
                HitField::Body => (document.text(), &mut walk.body),
            };
            spans.push(hit.span);
            let beside = last.is_some_and(|last| {
                let between = text.get(last.span.end as usize..hit.span.start as usize);
                last.field == hit.field && between.is_some_and(|text| text.trim().is_empty())
            });
            walk.step.push(match beside {
                true => walk.steps() - 1,
                false => walk.steps(),
            });
            last = Some(*hit);
        }
        walk
    }

    /// The id of the first hit, where it stands in the text and the title has none.
    pub fn first_in_text(&self) -> Option<String> {
        (self.title.is_empty() && !self.body.is_empty()).then(|| element_id(0))
    }

    /// The number of steps.
    pub fn steps(&self) -> usize {
        self.step.last().map_or(0, |last| last + 1)
    }
}

/// The id of the element that shows a hit, counted from the title on.
pub fn element_id(hit: usize) -> String {
    ["hit-", &hit.to_string()].concat()
}

/// Goes to the next (1) or previous (-1) hit and around at the ends; `false` where
/// there is none.
pub fn walk(state: AppState, step: isize) -> bool {
    let target = state.walk.with_untracked(|walk| {
        let steps = walk.steps();
        let last = steps.checked_sub(1)?;
        let next = match (step, state.step.get_untracked()) {
            (1, Some(now)) if now < last => now + 1,
            (1, _) => 0,
            (_, Some(now)) if now > 0 => now - 1,
            _ => last,
        };
        walk.step.iter().position(|&step| step == next).map(|hit| (hit, next))
    });
    let Some((hit, next)) = target else { return false };
    state.step.set(Some(next));
    browser::scroll_to(&element_id(hit));
    true
}

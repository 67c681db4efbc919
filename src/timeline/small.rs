//! When the meetings of a name were, as a small picture that does nothing: on the axis of the
//! whole corpus, so that one can be compared with another.

use super::marks::extent;
use super::scale::Scale;
use crate::sides;
use crate::state::AppState;
use crate::thread::side_mark;
use entente_archive::MeetingRef;
use entente_calendar::Day;
use entente_model::Status;
use leptos::prelude::*;

/// The drawing is so wide, in its own pixels; the page shows it as wide as there is room.
const WIDTH: f32 = 340.0;
/// A mark takes so many pixels each way.
const MARK: f32 = 8.0;
/// Marks of one time are piled up, at most so many.
const HIGHEST: usize = 6;
/// Pixels below the axis, for the labels.
const LABELS: usize = 16;

/// The picture; nothing where none of these meetings has a date.
pub fn small_axis(state: AppState, meetings: &[MeetingRef<'static>]) -> Option<AnyView> {
    let (first, last) = extent(state.archive())?;
    let scale = Scale::new(Day(first), Day(last), WIDTH);
    let piles = (WIDTH / MARK) as usize;
    let mut heights = vec![0; piles];
    let mut marks: Vec<(usize, usize, &MeetingRef<'static>)> = Vec::new();
    for meeting in meetings {
        let Some(date) = meeting.date else { continue };
        let pile = ((scale.start(date.first_day()) / MARK) as usize).min(piles - 1);
        if heights[pile] < HIGHEST {
            marks.push((pile, heights[pile], meeting));
        }
        heights[pile] += 1;
    }
    let highest = heights.iter().copied().max().unwrap_or(0).min(HIGHEST);
    if highest == 0 {
        return None;
    }
    let axis = highest * MARK as usize + 2;
    let mark = |(pile, level, meeting): (usize, usize, &MeetingRef<'static>)| {
        let status = if meeting.status == Status::Held { " mark" } else { " mark hollow" };
        let (class, place) = sides::class_and_place(state, meeting.place().country());
        let class = [&class, status].concat();
        let x = pile as f32 * MARK + MARK / 2.0;
        let y = axis as f32 - 2.0 - level as f32 * MARK - MARK / 2.0;
        let shape = side_mark(place, f64::from(x), f64::from(y), 3.4);
        view! { <path class=class d=shape/> }.into_any()
    };
    let marks: Vec<AnyView> = marks.into_iter().map(mark).collect();
    let labels = scale.labels().into_iter().filter_map(|date| {
        let x = scale.start(date.first_day());
        let fits = x + 30.0 < WIDTH;
        let (x, words) = ((x as i32).to_string(), date.year().to_string());
        fits.then(|| {
            view! { <text x=x y=(axis + LABELS - 3).to_string()>{words}</text> }.into_any()
        })
    });
    let labels: Vec<AnyView> = labels.collect();
    let width = (WIDTH as usize).to_string();
    let window = ["0 0 ", &width, " ", &(axis + LABELS).to_string()].concat();
    let line = ["M0 ", &axis.to_string(), "H", &width].concat();
    Some(
        view! {
            <svg class="small-axis" viewBox=window aria-hidden="true">
                <path class="line" d=line/>
                {marks}
                {labels}
            </svg>
        }
        .into_any(),
    )
}

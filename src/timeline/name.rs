//! What a mark is called, and where it leads.

use super::marks::{Mark, What};
use crate::address::Page;
use crate::meetings;
use crate::state::AppState;
use entente_model::{DateProvenance, PublicationProvenance};

/// The date of a mark and whether it was worked out.
fn when(state: AppState, mark: &Mark) -> String {
    let worked_out = match mark.what {
        What::Report => state
            .archive()
            .document(mark.number)
            .is_some_and(|report| report.published_provenance == PublicationProvenance::WorkedOut),
        _ => state.archive().meeting(mark.number).is_some_and(|meeting| {
            !matches!(meeting.date_provenance, DateProvenance::Stated | DateProvenance::Reviewed)
        }),
    };
    let date = state.strings().period(mark.date);
    if worked_out { [&date, ", ", state.strings().worked_out].concat() } else { date }
}

/// What a mark is called: "26 May 2025, worked out: Talks: …, Hà Nội".
pub(super) fn of_mark(state: AppState, mark: &Mark) -> String {
    [&when(state, mark), ": ", &without_date(state, mark)].concat()
}

/// The same without the date.
fn without_date(state: AppState, mark: &Mark) -> String {
    let strings = state.strings();
    if mark.what == What::Report {
        let title = state.archive().document(mark.number).map_or("", |report| report.title());
        return [strings.report, ": ", title].concat();
    }
    let Some(meeting) = state.archive().meeting(mark.number) else { return String::new() };
    let title = meetings::title(state, &meeting);
    if let What::Outcome(place) = mark.what {
        let Some(outcome) = meeting.outcomes().nth(place) else { return title };
        let agreement = outcome.agreement().map(|agreement| state.name(&agreement));
        let act = meetings::act(state, &meeting, &outcome);
        return [act, ": ", agreement.unwrap_or(outcome.words()), " (", &title, ")"].concat();
    }
    let place = meeting.place();
    let comma = if place.words().is_empty() { "" } else { ", " };
    let status = strings.statuses[meeting.status as usize];
    [&title, comma, place.words(), " (", status, ")"].concat()
}

/// What is called that stands in one place: a mark, or how many there are.
pub(super) fn of_marks(state: AppState, marks: &[Mark]) -> String {
    match marks {
        [] => String::new(),
        [mark] => of_mark(state, mark),
        [first, .., last] => {
            let date = |date| (state.strings().date)(state.strings(), date);
            let (from, to) = (date(first.date.start()), date(last.date.end()));
            (state.strings().several_here)(marks.len(), &from, &to)
        }
    }
}

/// The address to which a mark leads, in the present view.
pub(super) fn address(state: AppState, mark: &Mark) -> String {
    let archive = state.archive();
    let report = || archive.document(mark.number).map(|report| Page::Report(report.id().into()));
    let meeting = || archive.meeting(mark.number).map(|meeting| Page::Meeting(meeting.id().into()));
    let page = if mark.what == What::Report { report() } else { meeting() };
    state.address_untracked(page.unwrap_or_default())
}

//! Places promises and their words between the rails, so that nothing crosses a word.
//!
//! Seals come first ([`crate::seals`]), away from the rails. Then each promise, in the
//! order told, takes the first free place for its line and its words, from the rails inwards.
//! Where there is none it goes without words, then with a short line; what has no place at all
//! is not drawn, and stands in the list of the page.

use crate::drawing::{HALF_LABEL, Label, LabelKind, PromiseThread, Rung, Seal, Silence};
use crate::input::{Encounter, Pledge};
use crate::layout::{Layout, shortened, text_width};
use crate::room::{Area, LANE, Room};
use crate::seals::{MARGIN, lines_of_seals, seals};

/// The words of a promise are no wider, and less wide where there is no room.
const WIDEST: f64 = 260.0;
/// From a promise to its words.
const BESIDE: f64 = 9.0;
/// How long a promise is for whose line there is no room.
const SHORT: f64 = 12.0;

/// What stands between the rails.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Between {
    /// On their rungs.
    pub seals: Vec<Seal>,
    /// From ring to knot.
    pub promises: Vec<PromiseThread>,
    /// The words of all.
    pub labels: Vec<Label>,
}

/// A promise with the rows where it begins and ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchored {
    /// The place of the promise.
    pub pledge: usize,
    /// The row at which it was told, or the last before.
    pub from: usize,
    /// It was told at that meeting, and not only later.
    pub told_there: bool,
    /// Where it ends.
    pub until: End,
}

/// Where a promise ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// At the meeting of this row.
    Row(usize),
    /// Before this row: a paper was signed, and no report tells at which meeting.
    Before(usize),
    /// It was kept after all meetings.
    Kept,
    /// At the last report.
    Open,
}

/// Places all that stands between the rails.
pub fn place(
    encounters: &[Encounter],
    pledges: &[Pledge],
    anchored: &[Anchored],
    rungs: &[Rung],
    silences: &[Silence],
    last_report: f64,
    layout: &Layout,
) -> Between {
    let mut between = Between::default();
    let mut room = Room::default();
    for silence in silences {
        let [top, bottom] = silence.y;
        room.taken.push(Area { x: [MARGIN, layout.gap - MARGIN], y: [top, bottom] });
    }
    for (place, rung) in rungs.iter().enumerate() {
        seals(&mut between, &mut room, encounters, (place, rung), layout);
    }
    for one in anchored {
        let pledge = &pledges[one.pledge];
        let told = anchored.iter().filter(|other| other.from == one.from);
        let told: Vec<&Pledge> = told.map(|other| &pledges[other.pledge]).collect();
        let rows = match rungs[one.from].encounters[..] {
            [number] => bands(&encounters[number], &told, layout),
            _ => 0,
        };
        promise(&mut between, &mut room, (pledge, one, rows), rungs, last_report, layout);
    }
    between
}

/// Bands of words below the row: those for seals that cannot stand on their rung, because its title
/// does or because their names need lines of their own, and those for promises.
pub fn bands(encounter: &Encounter, promises: &[&Pledge], layout: &Layout) -> usize {
    let lines = lines_of_seals(encounter, layout);
    let on_the_rung = usize::from(encounter.host.is_some());
    lines.saturating_sub(on_the_rung) + lines_of_promises(promises, layout)
}

/// How many lines the words of promises need, one after the other.
fn lines_of_promises(promises: &[&Pledge], layout: &Layout) -> usize {
    let (mut lines, mut left) = (0, 0.0);
    for pledge in promises {
        let width = text_width(&pledge.label).min(WIDEST) + 2.0 * LANE;
        if left < width {
            lines += 1;
            left = layout.gap - MARGIN;
        }
        left -= width;
    }
    lines
}

/// The middle of a band below a rung.
fn band(rung: &Rung, band: usize, x: f64, layout: &Layout) -> f64 {
    below_rung(rung.curve.at(x), band, layout)
}

/// The same for a rung that is at this height.
pub(crate) fn below_rung(y: f64, band: usize, layout: &Layout) -> f64 {
    y + 18.0 + band as f64 * layout.band
}

fn promise(
    between: &mut Between,
    room: &mut Room,
    (pledge, one, rows): (&Pledge, &Anchored, usize),
    rungs: &[Rung],
    last_report: f64,
    layout: &Layout,
) {
    let rung = &rungs[one.from];
    let top = |x: f64| if one.told_there { rung.curve.at(x) } else { band(rung, 0, x, layout) };
    // Later is below, or above.
    let down = if last_report > rung.curve.y[0] { 1.0 } else { -1.0 };
    let end = |x: f64| match one.until {
        End::Row(row) => rungs[row].curve.at(x),
        End::Before(row) => rungs[row].curve.at(x) - down * layout.row / 2.0,
        End::Kept | End::Open => last_report,
    };
    let whole = text_width(&pledge.label).min(WIDEST);
    let mut found = None;
    // With whole words, with fewer of them, with none; then with a short line.
    let words = [1.0, 0.6, 0.3, 0.0].map(|share| whole * share);
    let long = words.map(|width| (true, width));
    'search: for (long, width) in long.into_iter().chain([(false, whole), (false, 0.0)]) {
        for x in lanes(layout.gap) {
            let from = top(x);
            let until = if long { end(x) } else { from + down * SHORT };
            let ends = [from.min(until), from.max(until)];
            if (until - from) * down < SHORT || !room.line_fits(x, ends) {
                continue;
            }
            let Some(label) = label_beside(room, (rung, rows), x, width, layout) else {
                continue;
            };
            found = Some((x, [from, until], label, long));
            break 'search;
        }
    }
    let Some((x, y, label, long)) = found else { return };
    room.lines.push((x, [y[0].min(y[1]), y[0].max(y[1])]));
    if let Some((left, middle, width)) = label {
        let kind = LabelKind::Promise(between.promises.len());
        let text = shortened(&pledge.label, width);
        room.take(between, Label { kind, text, x: left, y: middle, width }, 0.0);
    }
    let kept = long && !matches!(one.until, End::Open);
    let (promise, kind, name) = (pledge.promise, pledge.kind, pledge.label.clone());
    between.promises.push(PromiseThread { promise, kind, name, x, y, kept, cut: !long });
}

/// Where words of this width stand beside a line: left edge, middle and width. `Some(None)` where
/// none are asked for.
#[allow(clippy::option_option)] // "no room" and "no words" are two things
fn label_beside(
    room: &Room,
    (rung, rows): (&Rung, usize),
    x: f64,
    width: f64,
    layout: &Layout,
) -> Option<Option<(f64, f64, f64)>> {
    if width < 1.0 {
        return Some(None);
    }
    for number in 0..rows {
        for left in [x + BESIDE, x - BESIDE - width] {
            let y = band(rung, number, left + width / 2.0, layout);
            let area = Area { x: [left, left + width], y: [y - HALF_LABEL, y + HALF_LABEL] };
            let inside = left > 6.0 && left + width < layout.gap - 6.0;
            if inside && room.words_fit(&area) {
                return Some(Some((left, y, width)));
            }
        }
    }
    None
}

/// Where promises go down: near the rails first, from both in turn.
fn lanes(gap: f64) -> Vec<f64> {
    let steps = ((gap / 2.0 - 14.0) / LANE) as usize;
    (0..=steps)
        .flat_map(|step| [14.0 + step as f64 * LANE, gap - 14.0 - step as f64 * LANE])
        .collect()
}

//! Places seals, promises and their words between the rails, so that nothing crosses a word.
//!
//! Seals come first: they stand on their rung, away from the rails. Then each promise, in the
//! order told, takes the first free place for its line and its words, from the rails inwards.
//! Where there is none it goes without words, then with a short line; what has no place at all
//! is not drawn, and stands in the list of the page.

use crate::drawing::{HALF_LABEL, Label, LabelKind, PromiseThread, Rung, Seal, Silence};
use crate::input::{Encounter, Outcome, Pledge};
use crate::layout::{Layout, shortened, text_width};

/// Seals keep away from the rails: there promises go down.
const MARGIN: f64 = 46.0;
/// Half of a seal.
pub const SEAL: f64 = 7.0;
/// From the middle of a seal to its words.
const TO_WORDS: f64 = 12.0;
/// The words of a promise are no wider.
const WIDEST: f64 = 150.0;
/// Two promises are no nearer to each other.
const LANE: f64 = 12.0;
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
    let mut room = Room { taken: Vec::new(), lines: Vec::new() };
    for silence in silences {
        let [top, bottom] = silence.y;
        room.taken.push(Area { x: [MARGIN, layout.gap - MARGIN], y: [top, bottom] });
    }
    for (place, rung) in rungs.iter().enumerate() {
        seals(&mut between, &mut room, encounters, (place, rung), layout);
    }
    for one in anchored {
        let pledge = &pledges[one.pledge];
        let promises = anchored.iter().filter(|other| other.from == one.from).count();
        let rows = match rungs[one.from].encounters[..] {
            [number] => bands(&encounters[number], promises),
            _ => 0,
        };
        promise(&mut between, &mut room, (pledge, one, rows), rungs, last_report, layout);
    }
    between
}

/// What came of a meeting, each once.
pub fn distinct(outcomes: &[Outcome]) -> Vec<(usize, &Outcome)> {
    let known = |place: usize| outcomes[..place].contains(&outcomes[place]);
    outcomes.iter().enumerate().filter(|&(place, _)| !known(place)).collect()
}

/// Bands of words below the row: one for seals that cannot stand on their rung because its title
/// does, and one for two promises each.
pub fn bands(encounter: &Encounter, promises: usize) -> usize {
    usize::from(encounter.host.is_none() && !encounter.outcomes.is_empty()) + promises.div_ceil(2)
}

/// The middle of a band below a rung.
fn band(rung: &Rung, band: usize, x: f64, layout: &Layout) -> f64 {
    rung.curve.at(x) + 18.0 + band as f64 * layout.band
}

fn seals(
    between: &mut Between,
    room: &mut Room,
    encounters: &[Encounter],
    (place, rung): (usize, &Rung),
    layout: &Layout,
) {
    let [number] = rung.encounters[..] else { return };
    let encounter = &encounters[number];
    let levels = encounter.host.is_none();
    if levels {
        let width = (text_width(&encounter.title) * 1.2 + 24.0).min(layout.gap - 2.0 * MARGIN);
        let (x, y) = ((layout.gap - width) / 2.0, rung.curve.y[0]);
        let text = encounter.title.clone();
        room.take(between, Label { kind: LabelKind::Title(place), text, x, y, width }, 0.0);
    }
    let outcomes = distinct(&encounter.outcomes);
    // Many share the room: two have words.
    let worded = if outcomes.len() > 3 { 2 } else { outcomes.len() };
    let bare = (outcomes.len() - worded).min(5);
    let free = layout.gap - 2.0 * MARGIN - bare as f64 * 18.0;
    let each = free / worded.max(1) as f64 - TO_WORDS - SEAL - 10.0;
    let widths: Vec<f64> = outcomes[..worded]
        .iter()
        .map(|(_, outcome)| text_width(&shortened(&outcome.label, each)))
        .collect();
    let used: f64 = widths.iter().map(|width| width + TO_WORDS + SEAL).sum();
    let space = (free - used) / (worded + 1) as f64;
    let mut x = MARGIN + space.min(60.0);
    for (at, (_, outcome)) in outcomes.iter().take(worded + bare).enumerate() {
        let middle = x + SEAL;
        let line = |x: f64| if levels { band(rung, 0, x, layout) } else { rung.curve.at(x) };
        let seal = between.seals.len();
        let name = outcome.label.clone();
        let y = line(middle);
        between.seals.push(Seal { rung: place, x: middle, y, act: outcome.act, name });
        let Some(&width) = widths.get(at) else {
            room.taken.push(Area { x: [x - 1.0, x + 15.0], y: [y - SEAL, y + SEAL] });
            x += 18.0;
            continue;
        };
        let start = middle + TO_WORDS;
        let text = shortened(&outcome.label, each);
        let kind = LabelKind::Seal(seal);
        let y = line(start + width / 2.0);
        room.take(between, Label { kind, text, x: start, y, width }, TO_WORDS + SEAL);
        x = start + width + space.clamp(10.0, 40.0);
    }
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
    // With whole words, with half of them, with none; then with a short line.
    'search: for (long, width) in
        [(true, whole), (true, whole.min(70.0)), (true, 0.0), (false, whole), (false, 0.0)]
    {
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

/// A rectangle: left and right, top and bottom.
struct Area {
    x: [f64; 2],
    y: [f64; 2],
}

/// What has been placed: words, and the lines of promises.
struct Room {
    taken: Vec<Area>,
    lines: Vec<(f64, [f64; 2])>,
}

impl Room {
    /// Words take their room, and what belongs to them on the left.
    fn take(&mut self, between: &mut Between, label: Label, before: f64) {
        let x = [label.x - before, label.x + label.width];
        self.taken.push(Area { x, y: [label.y - HALF_LABEL, label.y + HALF_LABEL] });
        between.labels.push(label);
    }

    /// Whether a line goes past all words and other lines.
    fn line_fits(&self, x: f64, y: [f64; 2]) -> bool {
        let past = |area: &Area| {
            x < area.x[0] - 4.0
                || area.x[1] + 4.0 < x
                || y[1] + 5.0 < area.y[0]
                || area.y[1] < y[0] - 5.0
        };
        let apart = |&(other, [top, bottom]): &(f64, [f64; 2])| {
            (x - other).abs() >= LANE - 0.1 || y[1] + 8.0 < top || bottom < y[0] - 8.0
        };
        self.taken.iter().all(past) && self.lines.iter().all(apart)
    }

    /// Whether words cover no others, and no line goes through them.
    fn words_fit(&self, area: &Area) -> bool {
        let apart = |other: &Area| {
            area.x[1] + 6.0 < other.x[0]
                || other.x[1] + 6.0 < area.x[0]
                || area.y[1] + 1.0 < other.y[0]
                || other.y[1] + 1.0 < area.y[0]
        };
        let beside = |&(x, [top, bottom]): &(f64, [f64; 2])| {
            x < area.x[0] - 4.0
                || area.x[1] + 4.0 < x
                || bottom + 4.0 < area.y[0]
                || area.y[1] < top - 4.0
        };
        self.taken.iter().all(apart) && self.lines.iter().all(beside)
    }
}

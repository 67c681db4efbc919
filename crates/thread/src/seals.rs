//! The seals of what came of a meeting, on its rung or below it, with their names.

use crate::between::{Between, below_rung};
use crate::drawing::{Label, LabelKind, Rung, Seal};
use crate::input::{Encounter, Outcome};
use crate::layout::{Layout, shortened, text_width};
use crate::room::{Area, Room};

/// Seals keep away from the rails: there promises go down.
pub(crate) const MARGIN: f64 = 46.0;
/// Half of a seal.
pub const SEAL: f64 = 7.0;
/// From the middle of a seal to its words.
const TO_WORDS: f64 = 12.0;
/// From the name of an outcome to the next seal on its line.
const TO_NEXT: f64 = 10.0;
/// So many outcomes of a meeting have names beside their seals.
const MOST_NAMED: usize = 3;
/// Seals without names: so many, each so wide.
const MOST_BARE: usize = 5;
const BARE: f64 = 18.0;

/// What came of a meeting, each once.
pub fn distinct(outcomes: &[Outcome]) -> Vec<(usize, &Outcome)> {
    let known = |place: usize| outcomes[..place].contains(&outcomes[place]);
    outcomes.iter().enumerate().filter(|&(place, _)| !known(place)).collect()
}

/// How many lines the seals of a meeting need: one where all names have room side by side, else
/// each name has its own.
pub(crate) fn lines_of_seals(encounter: &Encounter, layout: &Layout) -> usize {
    let outcomes = distinct(&encounter.outcomes);
    let (names, bare) = outcomes.split_at(outcomes.len().min(MOST_NAMED));
    let widths = names.iter().map(|(_, outcome)| text_width(&outcome.label));
    let whole = widths.sum::<f64>() + names.len() as f64 * (SEAL + TO_WORDS + TO_NEXT);
    let side_by_side = whole <= layout.gap - 2.0 * MARGIN - width_of_bare(bare.len());
    if side_by_side { names.len().min(1) } else { names.len() }
}

/// How wide so many seals without names are.
fn width_of_bare(seals: usize) -> f64 {
    seals.min(MOST_BARE) as f64 * BARE
}

/// Places the seals of a meeting, and its title where that stands on the rung.
pub(crate) fn seals(
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
    let lines = lines_of_seals(encounter, layout);
    let bare = outcomes.len().saturating_sub(MOST_NAMED);
    let free = layout.gap - 2.0 * MARGIN - width_of_bare(bare);
    let widest = free - SEAL - TO_WORDS - TO_NEXT;
    let worded = outcomes.iter().take(MOST_NAMED);
    let names: Vec<String> = worded.map(|(_, outcome)| shortened(&outcome.label, widest)).collect();
    // On one line they are spread, line below line they begin at one edge.
    let used: f64 = names.iter().map(|name| text_width(name) + SEAL + TO_WORDS).sum();
    let space = match lines {
        0 | 1 => f64::max(0.0, free - used) / (names.len() + 1) as f64,
        _ => 0.0,
    };
    let edge = MARGIN + space.min(60.0);
    // Lines below the rung are level with each other: their names are not equally long, and a rung
    // falls.
    let middle_of = |name: &String| edge + SEAL + TO_WORDS + text_width(name) / 2.0;
    let lowest = names.iter().map(|name| rung.curve.at(middle_of(name))).fold(0.0, f64::max);
    let mut x = edge;
    for (at, (_, outcome)) in outcomes.iter().take(names.len() + MOST_BARE).enumerate() {
        let line = at.min(names.len() - 1).min(lines - 1);
        let on_line = |x: f64| match line + usize::from(levels) {
            0 => rung.curve.at(x),
            below => below_rung(lowest, below - 1, layout),
        };
        if line > 0 && at == line {
            x = edge;
        }
        let middle = x + SEAL;
        let seal = Seal {
            rung: place,
            x: middle,
            y: on_line(middle),
            act: outcome.act,
            name: outcome.label.clone(),
        };
        let label = |text: String| {
            let (x, width) = (middle + TO_WORDS, text_width(&text));
            let (kind, y) = (LabelKind::Seal(between.seals.len()), on_line(x + width / 2.0));
            Label { kind, text, x, y, width }
        };
        // Words of the rung above may leave room for fewer words, or for none.
        let fitting = names.get(at).and_then(|name| {
            let words = [1.0, 0.6, 0.3].map(|share| shortened(name, text_width(name) * share));
            let mut labels = words.into_iter().filter(|words| !words.is_empty()).map(label);
            labels.find(|label| room.words_fit(&label.area()))
        });
        if let Some(label) = fitting {
            x = label.x + label.width + space.clamp(TO_NEXT, 40.0);
            room.take(between, label, TO_WORDS + SEAL);
        } else {
            room.taken.push(Area { x: [x - 1.0, x + 15.0], y: [seal.y - SEAL, seal.y + SEAL] });
            x += BARE;
        }
        between.seals.push(seal);
    }
}

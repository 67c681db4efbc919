//! Places rungs, stays, years and silences from top to bottom.

use crate::bundle::Row;
use crate::curve::Curve;
use crate::drawing::{Form, Rail, Rung, Silence, Stay, Year};
use crate::input::Side;
use crate::layout::Layout;
use entente_calendar::{Day, Period};
use entente_model::{Status, TimeOrder};

/// A visit is so wide at the guest's end and at the host's.
const TAPER: [f64; 2] = [4.6, 1.2];
/// No bundle is wider.
const WIDEST: f64 = 14.0;
/// From the last end to the end of the rails.
const TAIL: f64 = 28.0;

/// Everything that has its place once the rungs have.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// How high all is.
    pub height: f64,
    /// The two rails.
    pub rails: [Rail; 2],
    /// From top to bottom.
    pub rungs: Vec<Rung>,
    /// On the hosts' rails.
    pub stays: Vec<Stay>,
    /// Where rails are torn.
    pub silences: Vec<Silence>,
    /// Where years begin.
    pub years: Vec<Year>,
}

/// Places the rows, which stand in this order; below each are so many pixels for words.
pub fn place(rows: &[Row], words_below: &[f64], order: TimeOrder, layout: &Layout) -> Ladder {
    let mut ladder = Ladder {
        height: 0.0,
        rails: [0.0, layout.gap].map(|x| Rail { x, pieces: Vec::new() }),
        rungs: Vec::new(),
        stays: Vec::new(),
        silences: Vec::new(),
        years: Vec::new(),
    };
    // The last end on each rail, and the first and the last day of any meeting so far.
    let mut ends: Option<[f64; 2]> = None;
    let mut days: Option<[Day; 2]> = None;
    for (place, row) in rows.iter().enumerate() {
        let year = row.date.map_or(0, |date| date.start().year());
        let new_year = ladder.years.last().is_none_or(|known| known.year != year);
        let offsets = Curve::falling(0.0, layout.fall, row.host, layout.gap).y;
        let below = place.checked_sub(1).map_or(0.0, |above| words_below[above]);
        let mut guest = match ends {
            None => layout.top,
            Some(ends) => {
                let free = |rail: usize| ends[rail] + below + layout.row - offsets[rail];
                f64::max(free(0), free(1))
            }
        };
        if let Some(ends) = ends {
            let lowest = f64::max(ends[0], ends[1]) + below;
            if new_year {
                guest = guest.max(lowest + layout.between_years);
            }
            if let Some((years, months)) = silence(days, row.date, order) {
                let top = lowest + layout.tear;
                let bottom = top + layout.torn[usize::from(years < 2)];
                ladder.silences.push(Silence { y: [top, bottom], years, months });
                guest = guest.max(bottom + layout.mend);
            }
        }
        let curve = Curve::falling(guest, layout.fall, row.host, layout.gap);
        if new_year {
            let line = ends.map(|_| guest - 12.0);
            ladder.years.push(Year { year, line, rung: place });
        }
        ladder.rungs.push(rung(row, curve));
        ends = Some(curve.y);
        let these = row.date.map(|date| [date.first_day(), date.last_day()]);
        days = match days.zip(these) {
            Some((so_far, these)) => Some([so_far[0].min(these[0]), so_far[1].max(these[1])]),
            None => days.or(these),
        };
    }
    let lowest = ends.map_or(layout.top, |ends| f64::max(ends[0], ends[1]));
    ladder.height = lowest + words_below.last().unwrap_or(&0.0) + TAIL;
    ladder.stays = stays(rows, &ladder.rungs);
    for rail in &mut ladder.rails {
        let mut from = 0.0;
        for silence in &ladder.silences {
            rail.pieces.push([from, silence.y[0]]);
            from = silence.y[1];
        }
        rail.pieces.push([from, ladder.height]);
    }
    ladder
}

fn rung(row: &Row, curve: Curve) -> Rung {
    let guest_first = row.host == Some(Side::Second);
    let [guest, host] = TAPER;
    let (path, width) = match row.form {
        Form::Visit => {
            (curve.tapered(if guest_first { [guest, host] } else { [host, guest] }), 1.0)
        }
        Form::Bundle => (curve.path(), (row.encounters.len() as f64).sqrt().min(WIDEST)),
        Form::Call => (curve.path(), 1.6),
        Form::Meeting if row.status == Status::Mentioned => (curve.path(), 1.0),
        Form::Meeting => (curve.path(), 1.25),
    };
    let Row { host, form, status, date, .. } = *row;
    Rung { encounters: row.encounters.clone(), curve, host, form, status, date, path, width }
}

/// Years and months between the days of all meetings so far and the next one, where that is more
/// than a year.
fn silence(so_far: Option<[Day; 2]>, next: Option<Period>, order: TimeOrder) -> Option<(u32, u32)> {
    let ([first, last], next) = (so_far?, next?);
    let (last, next) = match order {
        TimeOrder::OldestFirst => (last, next.first_day()),
        TimeOrder::NewestFirst => (next.last_day(), first),
    };
    entente_calendar::silence(last, next)
}

/// From each visit to the last meeting within it.
fn stays(rows: &[Row], rungs: &[Rung]) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.form == Form::Visit) {
        let last = rows.iter().rposition(|other| other.visit == Some(place));
        if let (Some(last), Some(host)) = (last, row.host) {
            let y = [place, last].map(|place| rungs[place].curve.y[host.index()]);
            stays.push(Stay { host, y });
        }
    }
    stays
}

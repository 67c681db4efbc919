//! Which events are one mechanism, and its sessions in order, with the gaps between them.
//!
//! "The third dialogue" and "the second dialogue" are sessions of one mechanism where the
//! publisher's records say so (`part-of`); names alone do not decide it, since a dialogue is
//! renamed and two dialogues may be named alike. Without records an event stands alone.

use entente_archive::{Archive, EntityRef, MeetingRef};
use entente_model::order::{Key, sort};
use entente_model::{EntityKind, MeetingKind};

/// Parts of parts are followed so far.
const DEEPEST: usize = 8;

/// For each entity, by its number, the mechanism that it belongs to: mostly itself.
pub fn wholes(archive: &Archive<'_>) -> Vec<usize> {
    let whole_of = |entity: &EntityRef<'_>| {
        let id = entity.value().record.as_ref().map(|record| &*record.part_of)?;
        let whole = if id.is_empty() { None } else { archive.find_entity(id) };
        whole.filter(|whole| whole.kind == EntityKind::Event).map(|whole| whole.number)
    };
    let above: Vec<Option<usize>> = archive.entities().map(|entity| whole_of(&entity)).collect();
    let top = |entity: usize| (0..DEEPEST).fold(entity, |part, _| above[part].unwrap_or(part));
    (0..above.len()).map(top).collect()
}

/// The number of the session that a meeting is, or 0. Ceremonies count years, not sessions.
pub fn session(meeting: &MeetingRef<'_>) -> u32 {
    if meeting.kind == MeetingKind::Ceremony { 0 } else { meeting.session }
}

/// What stands in the list of sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A meeting, by its number.
    Told(usize),
    /// From the first to the last of these sessions nothing is told.
    Gap(u32, u32),
}

/// The sessions of a mechanism in order, given with their meetings in the order of their
/// dates. One without a number stands behind those that were before it.
pub fn lines(told: &[(u32, usize)]) -> Vec<Line> {
    let mut latest = 0;
    let key = |(place, &(session, _)): (usize, &(u32, usize))| {
        latest = latest.max(session);
        let number = if session > 0 { session } else { latest };
        [number, u32::from(session == 0), place as u32, 0]
    };
    let mut keys: Vec<Key> = told.iter().enumerate().map(key).collect();
    sort(&mut keys);
    let mut lines = Vec::new();
    let mut before = 0;
    for &[_, _, place, _] in &keys {
        let (session, meeting) = told[place as usize];
        if session > before + 1 {
            lines.push(Line::Gap(before + 1, session - 1));
        }
        before = before.max(session);
        lines.push(Line::Told(meeting));
    }
    lines
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use entente_archive::{Entity, Packed, Record};

    #[test]
    fn sessions_that_nobody_tells_of_are_gaps() {
        use Line::{Gap, Told};
        assert_eq!(lines(&[(1, 10), (3, 30)]), [Told(10), Gap(2, 2), Told(30)]);
        assert_eq!(lines(&[(22, 7)]), [Gap(1, 21), Told(7)]);
        assert_eq!(lines(&[(1, 10), (1, 11), (2, 20)]), [Told(10), Told(11), Told(20)]);
        assert_eq!(lines(&[(0, 5), (0, 6)]), [Told(5), Told(6)]);
    }

    #[test]
    fn numbers_decide_where_dates_are_not_known() {
        use Line::Told;
        assert_eq!(lines(&[(1, 10), (3, 30), (2, 20)]), [Told(10), Told(20), Told(30)]);
        assert_eq!(lines(&[(1, 10), (0, 15), (2, 20)]), [Told(10), Told(15), Told(20)]);
    }

    /// An archive of events, each with what its record says it is a part of.
    fn wholes_of(events: &[(&'static str, &'static str)]) -> Vec<usize> {
        let event = |&(id, whole): &(&'static str, &'static str)| Entity {
            id: id.into(),
            name: id.into(),
            kind: EntityKind::Event,
            country: "".into(),
            country_worked_out: false,
            mentions: Packed::default(),
            roles: Packed::default(),
            record: Some(Box::new(Record { part_of: whole.into(), ..Record::default() })),
        };
        let entities = events.iter().map(event).collect();
        wholes(&Archive { entities, ..Archive::default() })
    }

    #[test]
    fn records_tell_which_events_are_one_mechanism() {
        let events =
            [("dialogue", ""), ("first", "dialogue"), ("other", ""), ("second", "dialogue")];
        assert_eq!(wholes_of(&events), [0, 0, 2, 0]);
        assert_eq!(wholes_of(&[("a", "b"), ("b", "c"), ("c", "unknown")]), [2, 2, 2]);
    }

    #[test]
    fn records_that_go_round_in_circles_do_no_harm() {
        assert_eq!(wholes_of(&[("a", "b"), ("b", "a")]).len(), 2);
    }
}

//! Which meetings belong to a view: those of the reports that are found, narrowed down by
//! what was chosen.
//!
//! A query, a source or a year choose reports, and a meeting belongs to them if one of them
//! tells of it. A person, body, place, agreement or event that was chosen must have to do with
//! the meeting itself: whoever chooses two people asks when they met, not which reports name
//! both. Several people narrow the choice for the same reason; several values of another facet
//! widen it. Dates are those of the meeting. One without a date passes only where no dates are
//! asked for.

use crate::engine::Engine;
use crate::facet::{FacetKind, Filter};
use crate::query::Query;
use crate::rank::{Key, sort};
use entente_archive::Meeting;

impl Engine<'_> {
    /// The numbers of the meetings of a view in the order of their dates, undated ones last.
    pub fn meetings(&self, query: &Query, filter: &Filter) -> Vec<usize> {
        let of_reports = |kind: FacetKind| kind.entity().is_none();
        let choices = filter.choices.iter().filter(|choice| of_reports(choice.kind)).cloned();
        let reports = Filter { choices: choices.collect(), ..Filter::default() };
        let mut found = vec![false; self.archive().len()];
        for (number, _) in self.search(query, &reports).ranked {
            found[number] = true;
        }
        let told =
            |meeting: &Meeting<'_>| meeting.attestations().any(|told| found[told.document()]);
        let chosen = self.facets_chosen(filter);
        let passing = self.archive().meetings().filter(told).filter(|meeting| {
            filter.passes_dates(meeting.row.date)
                && chosen.iter().all(|facet| facet.passes(meeting))
        });
        let key = |meeting: Meeting<'_>| {
            let dates = meeting.row.date.map(|date| (date.start().to_bits(), date.end().to_bits()));
            let (start, end) = dates.unwrap_or((u32::MAX, u32::MAX));
            [start, end, meeting.number as u32, 0]
        };
        let mut keys: Vec<Key> = passing.map(key).collect();
        sort(&mut keys);
        keys.iter().map(|key| key[2] as usize).collect()
    }

    /// What a filter chooses of each kind of entity.
    fn facets_chosen(&self, filter: &Filter) -> Vec<Chosen> {
        let kinds = FacetKind::ALL.into_iter().filter(|kind| kind.entity().is_some());
        let chosen = kinds.map(|kind| {
            let mut chosen = Chosen { all: kind == FacetKind::Person, ..Chosen::default() };
            for choice in filter.choices.iter().filter(|choice| choice.kind == kind) {
                // An id that nothing has is asked for in vain.
                let entity = self.archive().find_entity(&choice.value);
                let number = entity.map_or(usize::MAX, |entity| entity.number);
                let list = if choice.excluded { &mut chosen.without } else { &mut chosen.with };
                list.push(number);
            }
            chosen
        });
        chosen.filter(|chosen| !chosen.with.is_empty() || !chosen.without.is_empty()).collect()
    }
}

/// Entities of one kind that a meeting must have to do with, or must not.
#[derive(Default)]
struct Chosen {
    with: Vec<usize>,
    without: Vec<usize>,
    /// With all of them, not with any.
    all: bool,
}

impl Chosen {
    fn passes(&self, meeting: &Meeting<'_>) -> bool {
        let involves = |&entity: &usize| meeting.involves(entity);
        let with = match self.all {
            true => self.with.iter().all(involves),
            false => self.with.is_empty() || self.with.iter().any(involves),
        };
        with && !self.without.iter().any(involves)
    }
}

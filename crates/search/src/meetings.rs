//! Which meetings belong to a view, and how many each value of a facet leaves.
//!
//! A query or a source chooses reports, and a meeting belongs to them if one of them tells of
//! it. A person, body, place, agreement or event that was chosen must have to do with the meeting
//! itself: whoever chooses two people asks when they met, not which reports name both. Several
//! people narrow the choice for the same reason; several values of another facet widen it. Years
//! and dates are those of the meeting. One without a date passes only where no dates are asked
//! for.

use crate::engine::Engine;
use crate::facet::{Facet, FacetKind, Filter, counted, tally};
use entente_archive::{Archive, MeetingRef};
use entente_calendar::Period;
use entente_model::order::{Key, sort};
use std::borrow::Cow;

impl Engine<'_> {
    /// The numbers of the meetings of a view in the order of their dates, undated ones last.
    /// Which documents match its query is known from a search.
    pub fn meetings(&self, matching: &[bool], filter: &Filter) -> Vec<usize> {
        let sieve = Sieve::new(self.archive(), matching, filter);
        let key = |meeting: MeetingRef<'_>| {
            let [start, end] = meeting.date_order();
            [start, end, meeting.number as u32, 0]
        };
        let mut keys: Vec<Key> = sieve.passing(None).map(key).collect();
        sort(&mut keys);
        keys.iter().map(|key| key[2] as usize).collect()
    }

    /// Counts the facets of meetings, in the order shown.
    pub fn meeting_facets(&self, matching: &[bool], filter: &Filter) -> Vec<Facet> {
        let sieve = Sieve::new(self.archive(), matching, filter);
        let passing: Vec<MeetingRef<'_>> = sieve.passing(None).collect();
        let entities = sieve.entities(&passing);
        let (documents, own) = FacetKind::ALL.split_at(FacetKind::of_documents().len());
        let kinds = own.iter().rev().chain(documents);
        kinds.map(|&kind| sieve.count(kind, &passing, &entities)).collect()
    }
}

/// Which meetings each document tells of.
pub struct Told<'a> {
    archive: &'a Archive<'a>,
    /// Numbers of meetings by that of the document.
    by: Vec<Vec<u32>>,
}

impl<'a> Told<'a> {
    /// The meetings of an archive, sorted by documents.
    pub fn new(archive: &'a Archive<'a>) -> Self {
        let mut by = vec![Vec::new(); archive.documents.len()];
        for meeting in archive.meetings() {
            for told in meeting.attestations() {
                if let Some(meetings) = by.get_mut(told.document()) {
                    meetings.push(meeting.number as u32);
                }
            }
        }
        Self { archive, by }
    }

    /// The meetings of which a document tells, in the order of their ids.
    pub fn by(&self, document: usize) -> impl Iterator<Item = MeetingRef<'a>> {
        let numbers = self.by.get(document).into_iter().flatten();
        numbers.filter_map(|&number| self.archive.meeting(number as usize))
    }
}

/// What lets the meetings of a view through.
struct Sieve<'s, 'a> {
    archive: &'a Archive<'a>,
    filter: &'s Filter,
    /// Whether each document matches the query, by its number.
    matching: &'s [bool],
    chosen: Vec<Chosen>,
}

impl<'s, 'a> Sieve<'s, 'a> {
    fn new(archive: &'a Archive<'a>, matching: &'s [bool], filter: &'s Filter) -> Self {
        Self { archive, filter, matching, chosen: chosen(archive, filter) }
    }

    /// The meetings that pass, leaving the chosen values of one facet out of account.
    fn passing(&self, but: Option<FacetKind>) -> impl Iterator<Item = MeetingRef<'a>> {
        self.archive.meetings().filter(move |meeting| self.passes(meeting, but))
    }

    fn passes(&self, meeting: &MeetingRef<'a>, but: Option<FacetKind>) -> bool {
        let words = [FacetKind::Year, FacetKind::Kind, FacetKind::Host, FacetKind::Status];
        self.filter.passes_dates(meeting.date)
            && words.iter().all(|&kind| {
                self.filter.admits(kind, Some(kind) != but, || self.words(kind, meeting))
            })
            && self.chosen.iter().all(|facet| facet.passes(meeting, but))
            && self.is_told(meeting, but != Some(FacetKind::Source))
    }

    /// Whether a report of the view tells of a meeting.
    fn is_told(&self, meeting: &MeetingRef<'a>, choose: bool) -> bool {
        match choose && self.chooses(FacetKind::Source) {
            true => self.sources(meeting, true).next().is_some(),
            false => meeting.attestations().any(|told| self.matches(told.document())),
        }
    }

    /// Whether a document matches the query.
    fn matches(&self, document: usize) -> bool {
        self.matching.get(document).is_some_and(|&found| found)
    }

    /// Whether the filter chooses values of a facet.
    fn chooses(&self, kind: FacetKind) -> bool {
        self.filter.choices.iter().any(|choice| choice.kind == kind)
    }

    /// The sources of the reports of the view that tell of a meeting.
    fn sources(&self, meeting: &MeetingRef<'a>, choose: bool) -> impl Iterator<Item = &'a str> {
        let told = meeting.attestations().filter(|told| self.matches(told.document()));
        let sources =
            told.filter_map(|told| Some(self.archive.document(told.document())?.source()));
        sources.filter(move |source| {
            self.filter.admits(FacetKind::Source, choose, || vec![(*source).into()])
        })
    }

    /// The values of a meeting in a facet that is not of entities, each once.
    fn words(&self, kind: FacetKind, meeting: &MeetingRef<'a>) -> Vec<Cow<'a, str>> {
        match kind {
            FacetKind::Source => {
                let mut sources: Vec<Cow<'a, str>> = Vec::new();
                for source in self.sources(meeting, false) {
                    if !sources.iter().any(|known| *known == source) {
                        sources.push(source.into());
                    }
                }
                sources
            }
            FacetKind::Year => {
                let year = |date: Period| date.start().year().to_string();
                vec![meeting.date.map_or(String::new(), year).into()]
            }
            FacetKind::Kind => vec![meeting.kind.as_str().into()],
            FacetKind::Host => vec![meeting.place().country().into()],
            _ => vec![meeting.status.as_str().into()],
        }
    }

    /// Counts a facet, given the meetings that pass and the entities counted in them. Chosen
    /// values of its own are left out of account, but for people: several of them narrow the
    /// choice, so that each counts with those chosen.
    fn count(&self, kind: FacetKind, passing: &[MeetingRef<'a>], entities: &[usize]) -> Facet {
        let own = self.chooses(kind);
        let without: Vec<MeetingRef<'a>>;
        let passing = match own && kind != FacetKind::Person {
            true => {
                without = self.passing(Some(kind)).collect();
                &without
            }
            false => passing,
        };
        let Some(of_kind) = kind.entity() else {
            // Values are made of one meeting for all that are alike.
            let mut counts: Vec<(u32, &MeetingRef<'a>, usize)> = Vec::new();
            let mut words = Vec::new();
            for meeting in passing {
                let Some(alike) = alike(kind, meeting) else {
                    words.extend(self.words(kind, meeting).into_iter().map(|value| (value, 1)));
                    continue;
                };
                match counts.iter_mut().find(|(known, ..)| *known == alike) {
                    Some((.., count)) => *count += 1,
                    None => counts.push((alike, meeting, 1)),
                }
            }
            for (_, meeting, count) in counts {
                words.extend(self.words(kind, meeting).into_iter().map(|value| (value, count)));
            }
            return tally(kind, self.filter, &mut words.into_iter());
        };
        let own_entities;
        let entities = match own {
            true => {
                own_entities = self.entities(passing);
                &own_entities
            }
            false => entities,
        };
        tally(kind, self.filter, &mut counted(self.archive, of_kind, entities))
    }

    /// In how many meetings each entity is involved, by its number.
    fn entities(&self, meetings: &[MeetingRef<'a>]) -> Vec<usize> {
        let mut counts = vec![0; self.archive.entities.len()];
        let mut here = Vec::new();
        for meeting in meetings {
            here.clear();
            for number in meeting.involved() {
                if !here.contains(&number)
                    && let Some(count) = counts.get_mut(number)
                {
                    here.push(number);
                    *count += 1;
                }
            }
        }
        counts
    }
}

/// A number that meetings with the same value in a facet have in common; `None` for sources,
/// of which one meeting may have several.
fn alike(kind: FacetKind, meeting: &MeetingRef<'_>) -> Option<u32> {
    match kind {
        FacetKind::Year => Some(meeting.date.map_or(u32::MAX, |date| date.start().year() as u32)),
        FacetKind::Kind => Some(meeting.kind as u32),
        FacetKind::Status => Some(meeting.status as u32),
        FacetKind::Host => {
            let letters = meeting.place().country().bytes();
            Some(letters.fold(0, |code, letter| code << 8 | u32::from(letter)))
        }
        _ => None,
    }
}

/// What a filter chooses of each kind of entity.
fn chosen(archive: &Archive<'_>, filter: &Filter) -> Vec<Chosen> {
    let of_kind = |&kind: &FacetKind| {
        let mut chosen = Chosen { kind, with: Vec::new(), without: Vec::new() };
        for choice in filter.choices.iter().filter(|choice| choice.kind == kind) {
            // An id that nothing has is asked for in vain.
            let entity = archive.find_entity(&choice.value);
            let number = entity.map_or(usize::MAX, |entity| entity.number);
            let list = if choice.excluded { &mut chosen.without } else { &mut chosen.with };
            list.push(number);
        }
        chosen
    };
    let chosen = FacetKind::ALL.iter().filter(|kind| kind.entity().is_some()).map(of_kind);
    chosen.filter(|chosen| !chosen.with.is_empty() || !chosen.without.is_empty()).collect()
}

/// Entities of one kind that a meeting must have to do with, or must not.
struct Chosen {
    kind: FacetKind,
    with: Vec<usize>,
    without: Vec<usize>,
}

impl Chosen {
    fn passes(&self, meeting: &MeetingRef<'_>, but: Option<FacetKind>) -> bool {
        let involves = |&entity: &usize| meeting.involves(entity);
        let with = match self.kind {
            kind if Some(kind) == but => true,
            // With all of them, not with any.
            FacetKind::Person => self.with.iter().all(involves),
            _ => self.with.is_empty() || self.with.iter().any(involves),
        };
        with && !self.without.iter().any(involves)
    }
}

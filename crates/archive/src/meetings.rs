//! Meetings and the countries on their map, borrowed from the archive.
//!
//! What belongs to a meeting is stored with it; the meetings of an entity or a document are
//! found by walking all of them, since a table of the way back could contradict the way
//! there. Ten thousand meetings are walked in about a millisecond.

use crate::damage::Damage;
use crate::read::{Archive, Document, Entity, ensure};
use crate::rows::{AttestationRow, CountryRow, MeetingRow, OutcomeRow, PlaceRow, PointBasis};
use crate::wire::{Rows, Span};

impl<'a> Archive<'a> {
    /// A meeting by its number.
    pub fn meeting(&'a self, number: usize) -> Option<Meeting<'a>> {
        self.meetings.get(number).map(|row| Meeting { archive: self, number, row })
    }

    /// All meetings, in the order of their ids.
    pub fn meetings(&'a self) -> impl Iterator<Item = Meeting<'a>> {
        (0..self.meetings.len()).filter_map(|number| self.meeting(number))
    }

    /// The meeting that has this id, or had it.
    pub fn find_meeting(&'a self, id: &str) -> Option<Meeting<'a>> {
        let has = |meeting: &Meeting<'a>| meeting.id() == id;
        let had = |meeting: &Meeting<'a>| meeting.former().any(|former| former == id);
        self.meetings().find(has).or_else(|| self.meetings().find(had))
    }

    /// The countries of meetings and of those who took part, in the order of their codes.
    pub fn countries(&self) -> impl Iterator<Item = CountryRow> + 'a {
        self.countries.iter()
    }

    /// Where a country lies, by its code in ISO 3166-1 alpha-2; `None` of a country of which
    /// no meeting tells.
    pub fn country(&self, code: &str) -> Option<CountryRow> {
        self.countries.iter().find(|row| self.string(row.code) == code)
    }

    /// Whether the codes of countries are there and in order, each once, and no reach is
    /// nothing or more than half the way around the globe.
    pub(crate) fn check_countries(&self) -> Result<(), Damage> {
        let mut last = "";
        for row in self.countries.iter() {
            let code = self.string(row.code);
            let real = (1..=20_000).contains(&row.reach);
            ensure("countries", self.has_string(row.code) && last < code && real)?;
            last = code;
        }
        Ok(())
    }

    /// Whether all that meetings point to is there, and in order.
    pub(crate) fn check_meetings(&self) -> Result<(), Damage> {
        for row in self.meetings.iter() {
            let strings = self.has_string(row.id) && self.has_string(row.title);
            let place = self.has_place(&row.place) && self.has_entity(row.mechanism);
            let shown = row.point.is_some() == (row.point_basis != PointBasis::Unknown);
            ensure("meetings", strings && place && shown && self.former.has(row.former))?;
            ensure("participants", self.participants.has(row.participants))?;
            ensure("outcomes", self.outcomes.has(row.outcomes))?;
            ensure("attestations", self.attestations.has(row.attestations))?;
            let documents = self.attestations.rows(row.attestations).map(|row| row.document);
            let proven = !row.attestations.0.range().is_empty();
            ensure("attestations", proven && documents.is_sorted_by(|a, b| a < b))?;
        }
        for row in self.attestations.iter() {
            let document = self.document(row.document as usize);
            let text = document.map(|document| document.text()).unwrap_or_default();
            let within = |span: Span| text.get(span.range()).is_some();
            let evidence = || self.evidence.rows(row.evidence).map(|row| row.span);
            let rows = self.participants.has(row.participants) && self.evidence.has(row.evidence);
            let strings = self.has_string(row.reason) && self.has_place(&row.place);
            let spans = within(row.date_span) && within(row.place_span);
            ensure("attestations", document.is_some() && rows && strings && spans)?;
            let proven = !row.evidence.0.range().is_empty();
            ensure("evidence", proven && evidence().all(within) && evidence().is_sorted())?;
        }
        for row in self.participants.iter() {
            ensure("participants", self.has_entity(Some(row.entity)))?;
        }
        for row in self.outcomes.iter() {
            let whole = self.has_passage(row.document, row.span) && self.has_entity(row.agreement);
            ensure("outcomes", whole)?;
        }
        Ok(())
    }

    fn has_entity(&self, number: Option<u32>) -> bool {
        number.is_none_or(|number| (number as usize) < self.entities.len())
    }

    fn has_place(&self, place: &PlaceRow) -> bool {
        self.has_string(place.words)
            && self.has_string(place.country)
            && self.has_entity(place.entity)
    }

    /// The entity of a number that a row may have.
    fn entity_of(&'a self, number: Option<u32>) -> Option<Entity<'a>> {
        number.and_then(|number| self.entity(number as usize))
    }

    fn entities_of(&'a self, participants: Rows) -> impl Iterator<Item = Entity<'a>> {
        let rows = self.participants.rows(participants);
        rows.filter_map(|row| self.entity(row.entity as usize))
    }
}

/// A meeting, as all that tell of it together make it known.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    archive: &'a Archive<'a>,
    /// Its number in the archive.
    pub number: usize,
    /// Its row.
    pub row: MeetingRow,
}

impl<'a> Meeting<'a> {
    /// What meetings are put in order by to follow their dates, undated ones last.
    pub fn date_order(&self) -> [u32; 2] {
        let dates = self.row.date.map(|date| [date.start().to_bits(), date.end().to_bits()]);
        dates.unwrap_or([u32::MAX; 2])
    }

    /// Readable and stable, for addresses.
    pub fn id(&self) -> &'a str {
        self.archive.string(self.row.id)
    }

    /// The ids that it had.
    pub fn former(&self) -> impl Iterator<Item = &'a str> + 'a {
        let archive = self.archive;
        archive.former.rows(self.row.former).map(|row| archive.string(row.id))
    }

    /// As the publisher calls it; mostly empty.
    pub fn title(&self) -> &'a str {
        self.archive.string(self.row.title)
    }

    /// Where it was.
    pub fn place(&self) -> Place<'a> {
        Place { archive: self.archive, row: self.row.place }
    }

    /// Where the country of its place lies. A ring shows a meeting of which the map knows
    /// the country alone ([`PointBasis::Country`]).
    pub fn country(&self) -> Option<CountryRow> {
        self.archive.country(self.place().country())
    }

    /// The dialogue, exhibition or the like that it is, or is a session of.
    pub fn mechanism(&self) -> Option<Entity<'a>> {
        self.archive.entity_of(self.row.mechanism)
    }

    /// Who took part, of all that any report tells.
    pub fn participants(&self) -> impl Iterator<Item = Entity<'a>> + 'a {
        self.archive.entities_of(self.row.participants)
    }

    /// What came of it.
    pub fn outcomes(&self) -> impl Iterator<Item = Outcome<'a>> + 'a {
        let archive = self.archive;
        archive.outcomes.rows(self.row.outcomes).map(|row| Outcome { archive, row })
    }

    /// What each report tells of it, in the order of the documents.
    pub fn attestations(&self) -> impl Iterator<Item = Attestation<'a>> + 'a {
        let archive = self.archive;
        archive.attestations.rows(self.row.attestations).map(|row| Attestation { archive, row })
    }

    /// Why the publisher has confirmed or corrected it; empty where it was not reviewed.
    pub fn reason(&self) -> &'a str {
        self.attestations().map(|told| told.reason()).find(|text| !text.is_empty()).unwrap_or("")
    }

    /// The numbers of the entities that took part, are the place or the mechanism, or came of it;
    /// one that does several of these comes as often.
    pub fn involved(&self) -> impl Iterator<Item = usize> + 'a {
        let archive = self.archive;
        let one = [self.row.mechanism, self.row.place.entity].into_iter().flatten();
        let people = archive.participants.rows(self.row.participants).map(|row| row.entity);
        let agreements = archive.outcomes.rows(self.row.outcomes).filter_map(|row| row.agreement);
        one.chain(people).chain(agreements).map(|number| number as usize)
    }

    /// Whether an entity is [involved](Self::involved).
    pub fn involves(&self, entity: usize) -> bool {
        self.involved().any(|number| number == entity)
    }
}

/// What one report tells of a meeting.
#[derive(Clone, Copy, Debug)]
pub struct Attestation<'a> {
    archive: &'a Archive<'a>,
    /// Its row.
    pub row: AttestationRow,
}

impl<'a> Attestation<'a> {
    /// Number of the document.
    pub fn document(&self) -> usize {
        self.row.document as usize
    }

    /// The words from which the date follows; empty where there are none.
    pub fn date_words(&self) -> &'a str {
        self.archive.words(self.row.document, self.row.date_span)
    }

    /// Where it was, as the report tells.
    pub fn place(&self) -> Place<'a> {
        Place { archive: self.archive, row: self.row.place }
    }

    /// Who took part, as the report tells.
    pub fn participants(&self) -> impl Iterator<Item = Entity<'a>> + 'a {
        self.archive.entities_of(self.row.participants)
    }

    /// The sentences that prove it, as bytes of the text, in order.
    pub fn evidence(&self) -> impl Iterator<Item = Span> + 'a {
        self.archive.evidence.rows(self.row.evidence).map(|row| row.span)
    }

    /// Why the publisher has confirmed or corrected it; empty where it was not reviewed.
    pub fn reason(&self) -> &'a str {
        self.archive.string(self.row.reason)
    }
}

/// Where a meeting was.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    archive: &'a Archive<'a>,
    /// Its row.
    pub row: PlaceRow,
}

impl<'a> Place<'a> {
    /// As it is called; empty where not known, or where only the country is.
    pub fn words(&self) -> &'a str {
        self.archive.string(self.row.words)
    }

    /// The entity, where it is one.
    pub fn entity(&self) -> Option<Entity<'a>> {
        self.archive.entity_of(self.row.entity)
    }

    /// The country, as ISO 3166-1 alpha-2; empty where not known.
    pub fn country(&self) -> &'a str {
        self.archive.string(self.row.country)
    }
}

/// What came of a meeting.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'a> {
    archive: &'a Archive<'a>,
    /// Its row.
    pub row: OutcomeRow,
}

impl<'a> Outcome<'a> {
    /// The words that tell it.
    pub fn words(&self) -> &'a str {
        self.archive.words(self.row.document, self.row.span)
    }

    /// The agreement, where it has a name.
    pub fn agreement(&self) -> Option<Entity<'a>> {
        self.archive.entity_of(self.row.agreement)
    }
}

impl<'a> Entity<'a> {
    /// The meetings that it [took part in or has to do with](Meeting::involves), in the order
    /// of their ids.
    pub fn meetings(&self) -> impl Iterator<Item = Meeting<'a>> {
        let number = self.number;
        self.archive.meetings().filter(move |meeting| meeting.involves(number))
    }
}

impl<'a> Document<'a> {
    /// The meetings of which it tells, in the order of their ids.
    pub fn meetings(&self) -> impl Iterator<Item = Meeting<'a>> {
        let number = self.number;
        let told = move |meeting: &Meeting| meeting.attestations().any(|t| t.document() == number);
        self.archive.meetings().filter(told)
    }
}

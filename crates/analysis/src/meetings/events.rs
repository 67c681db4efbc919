//! Meetings told by the name of an event: "the third Vietnam–France Defence Dialogue", "Expo
//! 2024".

use super::kind_of;
use super::sentence::{Spot, SpotKind};
use super::setting;
use super::told::{Reader, Told};
use crate::grammar::AtomKind;
use crate::grammar::chunking::Chunk;
use crate::grammar::clauses::Link;
use crate::lexicon::{Hit, WordClass};
use entente_model::{EntityKind, MeetingKind};

/// So near before an event stands "an invitation to".
const INVITED: usize = 3;

impl Reader<'_> {
    /// "the opening of Expo 2024", "the Pacific Islands Forum leaders' meeting": the event.
    pub(super) fn event_behind(&self, chunk: usize) -> Option<&Spot> {
        let noun = self.parse.noun(chunk)?;
        let event = |spot: &&Spot| spot.is(EntityKind::Event);
        let inside = self.sentence.spots.iter().filter(event);
        let mut inside = inside.filter(|spot| spot.from >= noun.from && spot.to <= noun.to);
        if let Some(event) = inside.next() {
            return Some(event);
        }
        // "the ceremony marking the 70th anniversary of the battle"
        let near = |at: usize| {
            let mut between = self.parse.chunks[chunk + 1..at].iter();
            between.all(|chunk| matches!(chunk, Chunk::Date(..) | Chunk::Adverb))
        };
        let marks = self.parse.clauses.iter().find(|clause| {
            (clause.subject == Some(chunk) || clause.at > chunk && near(clause.at))
                && clause.link == Link::Participle
                && self.is_form(clause, &self.frames.nouns.mark)
        });
        let marked = marks.and_then(|clause| self.parse.noun(*clause.objects.first()?));
        if let Some(marked) = marked {
            return self.sentence.spots.iter().find(|spot| spot.from == marked.head && event(spot));
        }
        let of = matches!(self.parse.chunks.get(chunk + 1)?, Chunk::Preposition(..));
        let noun = self.parse.noun(chunk + 2).filter(|noun| noun.atom == Some(AtomKind::Event))?;
        self.sentence.spots.iter().find(|spot| spot.from == noun.head).filter(|_| of)
    }

    /// Whether the name of an event at a chunk tells of it and not only from when or where.
    pub(super) fn took_place(
        &self,
        event: &Spot,
        chunk: usize,
        found: &Told,
        attended: bool,
    ) -> bool {
        let annotated = self.sentence.annotated();
        // "This year marks the 35th anniversary": a year, not a ceremony.
        let year = (event.from..event.to).any(|i| annotated.is(i, WordClass::Anniversary));
        // "an invitation to the conference in Rotterdam"
        let invites = self
            .sentence
            .has(event.from.saturating_sub(INVITED)..event.from, WordClass::MeetInvite);
        // "on the margins of the conference": what is told took place beside it.
        let aside = self.led_by(chunk, &self.frames.nouns.aside);
        let dated = found.date.is_some() || self.year(event).is_some();
        (!year || attended) && !aside && (dated || found.site.is_some() && !invites)
    }

    /// What a thing with a name is, by the last word in it that tells.
    pub(super) fn kind(&self, event: &Spot) -> Option<MeetingKind> {
        let words = (event.from..event.to).rev();
        let mut kinds = words.filter_map(|i| self.sentence.annotated().at(i, WordClass::MeetKind));
        kinds.next().map(|hit| kind_of(hit.value))
    }

    /// Adds the event and the number of its session.
    pub(super) fn named(&self, mut told: Told, event: &Spot) -> Told {
        let annotated = self.sentence.annotated();
        let ordinal = (event.from..event.to).find_map(|i| annotated.at(i, WordClass::Ordinal));
        let figures = || (event.from..event.to).find_map(|i| self.counted(i));
        let before = || self.session_before(event.from);
        // The 70th anniversary is no 70th session.
        let year = (event.from..event.to).any(|i| annotated.is(i, WordClass::Anniversary));
        let session = || ordinal.or_else(figures).map_or_else(before, |hit| hit.value);
        told.session = if year { 0 } else { session() };
        told.event = Some(event.number);
        told
    }

    /// "15th", in figures.
    pub(super) fn counted(&self, i: usize) -> Option<Hit> {
        let annotated = self.sentence.annotated();
        let value = i32::try_from(annotated.tokens.number(i)?).ok()?;
        annotated.is(i + 1, WordClass::Suffix).then_some(Hit { value, next: i + 2 })
    }

    /// The year that the name of an event tells.
    fn year(&self, event: &Spot) -> Option<i32> {
        let tokens = self.sentence.annotated().tokens;
        let year = (event.from..event.to).find(|&i| tokens.figures(i) == 4)?;
        i32::try_from(tokens.number(year)?).ok()
    }

    /// The number of the date in the name of an event: "Expo 2026".
    pub(super) fn date_within(&self, event: &Spot) -> Option<usize> {
        let inside = |spot: &&Spot| {
            spot.kind == SpotKind::Date && event.from <= spot.from && spot.to <= event.to
        };
        self.sentence.spots.iter().find(inside).map(|spot| spot.number)
    }

    /// The place in the name of an event: "the NATO Summit in The Hague".
    pub(super) fn site_within(&self, event: &Spot) -> Option<setting::Site> {
        let annotated = self.sentence.annotated();
        let inside = |spot: &&Spot| {
            let led = spot.from > event.from && annotated.is(spot.from - 1, WordClass::PlaceWhere);
            spot.is(EntityKind::Place) && led && spot.to <= event.to
        };
        let place = self.sentence.spots.iter().find(inside)?;
        Some(setting::around(self.sentence, place))
    }

    /// Whether a date is of another year than the name of an event.
    pub(super) fn of_another_year(&self, event: &Spot, date: Option<usize>) -> bool {
        let period = date.and_then(|date| self.sentence.report.dates.get(date)?.period);
        period
            .zip(self.year(event))
            .is_some_and(|(date, year)| !(date.start().year()..=date.end().year()).contains(&year))
    }
}

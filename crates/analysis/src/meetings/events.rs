//! Meetings told by the name of an event: "the third Vietnam–France Defence Dialogue", "Expo
//! 2024".

use super::kind_of;
use super::sentence::Spot;
use super::setting;
use super::told::{Reader, Told};
use crate::lexicon::{Hit, WordClass};
use entente_model::MeetingKind;

/// So near behind its name stands by whom an event was chaired.
const BY: usize = 5;
/// As far behind that somebody is named.
const BEHIND: usize = 24;

impl Reader<'_> {
    /// What the name of an event tells by itself.
    pub(super) fn event(&self, spot: &Spot) -> Option<Told> {
        let annotated = self.sentence.annotated();
        let mut found = self.named(self.told(self.kind(spot)?, spot.from, spot.to), spot);
        let clause = self.sentence.clause(spot.from);
        let here = |site: &setting::Site| self.sentence.clause(site.at) == clause;
        found.site = found.site.or_else(|| setting::any(self.sentence).filter(here));
        // "the fifth session of the consultations, chaired by X and Y"
        let by = (spot.to..spot.to + BY).find(|&i| self.sentence.word(i, "by"));
        if let Some(by) = by.filter(|&by| by > spot.to && annotated.is(by - 1, WordClass::MeetLed))
        {
            found.people = self.object(by + 1, BEHIND, false);
        }
        // "This year marks the 35th anniversary": a year, not a ceremony.
        let year = (spot.from..spot.to).any(|i| annotated.is(i, WordClass::Anniversary));
        let dated = found.date.is_some() || self.year(spot);
        // "an invitation to the conference in Rotterdam"
        let invites = self.sentence.within(spot.from, 3, WordClass::MeetInvite);
        // "on the margins of the conference": what is told took place beside it.
        let before = spot.from.saturating_sub(4).max(clause)..spot.from;
        let margin = |i: usize| annotated.is(i, WordClass::MeetMargin);
        let aside = { before }.any(margin);
        (!year && !aside && (dated || found.site.is_some() && !invites)).then_some(found)
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
        told.site = told.site.or_else(|| setting::site(self.sentence, event.to));
        told
    }

    /// "15th", in figures.
    pub(super) fn counted(&self, i: usize) -> Option<Hit> {
        let annotated = self.sentence.annotated();
        let value = i32::try_from(annotated.tokens.number(i)?).ok()?;
        annotated.is(i + 1, WordClass::Suffix).then_some(Hit { value, next: i + 2 })
    }

    /// Whether the name of an event tells its year.
    fn year(&self, spot: &Spot) -> bool {
        (spot.from..spot.to).any(|i| self.sentence.annotated().tokens.figures(i) == 4)
    }
}

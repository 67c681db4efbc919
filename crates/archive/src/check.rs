//! Whether everything points to something, and is in the order that is relied on.
//!
//! The checksum finds damage; this finds archives that were made wrong. What follows a number
//! may rely on it. Words of mentions are cut with [`str::get`], like all that comes from an archive.

use crate::archive::Archive;
use crate::document::Passage;
use crate::meeting::{Meeting, Place};
use crate::promise::{Keeper, Promise};
use entente_model::Span;

impl Archive<'_> {
    /// Whether ids ascend, numbers are those of documents and entities, spans lie within their
    /// texts (those of sentences, boilerplate, meetings and promises on character boundaries), and lists
    /// can be decoded to their ends.
    pub(crate) fn is_sound(&self) -> bool {
        let in_order = self.documents.is_sorted_by(|a, b| a.id < b.id)
            && self.entities.is_sorted_by(|a, b| a.id <= b.id)
            && self.meetings.is_sorted_by(|a, b| a.id <= b.id)
            && self.promises.is_sorted_by(|a, b| a.id <= b.id)
            && self.countries.is_sorted_by(|a, b| a.code < b.code);
        let documents = self.documents.iter().all(|document| {
            let within = |span: Span| document.text.get(span.range()).is_some();
            document.sentences.all(|sentence| within(sentence.span))
                && document.boilerplate.iter().all(|piece| within(piece.span))
        });
        // Of names only the bounds: to look at the letters of a million of them, all over the
        // texts, takes ten times as long as all the rest.
        let lengths: Vec<usize> = self.documents.iter().map(|one| one.text.len()).collect();
        let within = |Passage { document, span }: Passage| {
            let length = lengths.get(document as usize);
            length.is_some_and(|&length| span.start <= span.end && span.end as usize <= length)
        };
        let mut entities = self.entities.iter();
        in_order
            && documents
            && entities.all(|one| one.mentions.all(within) && one.roles.all(within))
            && self.meetings.iter().all(|meeting| self.is_sound_meeting(meeting))
            && self.promises.iter().all(|promise| self.is_sound_promise(promise))
            && self.index.terms().is_some()
    }

    fn is_sound_meeting(&self, meeting: &Meeting<'_>) -> bool {
        let known = |&number: &u32| (number as usize) < self.entities.len();
        let placed = |place: &Place<'_>| place.entity.iter().all(known);
        let within = |document, span| self.has(Passage { document, span });
        let visit = |&number: &u32| (number as usize) < self.meetings.len();
        meeting.visit.iter().all(visit)
            && meeting
                .mechanism
                .iter()
                .chain(&meeting.participants)
                .chain(&meeting.within)
                .all(known)
            && placed(&meeting.place)
            && !meeting.attestations.is_empty()
            && meeting
                .outcomes
                .iter()
                .all(|outcome| outcome.agreement.iter().all(known) && self.has(outcome.passage))
            && meeting.attestations.iter().all(|told| {
                let spans = [told.date_span, told.place_span];
                told.participants.iter().all(known)
                    && placed(&told.place)
                    && spans.iter().chain(&told.evidence).all(|span| within(told.document, *span))
            })
    }

    fn is_sound_promise(&self, promise: &Promise<'_>) -> bool {
        let entity = |&number: &u32| (number as usize) < self.entities.len();
        let meeting = |&number: &u32| (number as usize) < self.meetings.len();
        let one = promise.agreement.iter().chain(&promise.mechanism);
        let kept = promise.kept.iter().all(|kept| {
            let by = match &kept.by {
                Keeper::Meeting(number) => meeting(number),
                Keeper::Agreement(number) => entity(number),
            };
            by && kept.evidence.iter().all(|&passage| self.has(passage))
        });
        one.chain(&promise.who).chain(&promise.to).all(entity)
            && promise.meeting.iter().all(meeting)
            && kept
            && self.has(promise.what)
            && !promise.evidence.is_empty()
            && promise.evidence.iter().all(|&passage| self.has(passage))
    }

    fn has(&self, passage: Passage) -> bool {
        let document = self.documents.get(passage.document as usize);
        document.is_some_and(|document| document.text.get(passage.span.range()).is_some())
    }
}

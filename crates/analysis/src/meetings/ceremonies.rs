//! Ceremonies told by a verb: "X unveiled a monument", "X laid a wreath", "X was given a guard of
//! honour".

use super::acts::of_kind;
use super::frames::Frame;
use super::parties::union;
use super::told::{Reader, Told};
use crate::grammar::AtomKind;
use crate::grammar::clauses::Clause;
use crate::lexicon::WordClass;

impl Reader<'_> {
    /// What a verb of ceremonies tells; what is opened is a thing, for events tell of themselves.
    pub(super) fn ceremony(&self, frame: &Frame, clause: &Clause, mut found: Told) -> Option<Told> {
        let passive = clause.verb.passive;
        let object = match passive {
            true => clause.subject,
            false => clause.objects.first().copied(),
        };
        let thing = object.and_then(|object| self.parse.noun(object)).filter(|noun| {
            let other = of_kind(Some(noun), &[AtomKind::Agreement, AtomKind::Event]);
            // "paid homage": a noun that the frame names is meant.
            !other && (!frame.objects.is_empty() || self.event_noun(noun).is_none())
        });
        let invites = |object: usize| {
            self.parse
                .noun(object)
                .is_some_and(|noun| self.sentence.has(noun.from..noun.to, WordClass::MeetInvite))
        };
        thing.filter(|_| !object.is_some_and(invites))?;
        let subject = clause.subject.map(|subject| self.side(subject).who).unwrap_or_default();
        let people = if passive && subject.is_empty() { self.agents(clause) } else { subject };
        // "presented credentials to X"
        let party = |word: &str| frame.others.get(word).is_some_and(|role| role.takes_part());
        found.people = union(people, &self.led_sides(clause, party));
        let set = found.date.is_some() || found.site.is_some();
        (set && !found.people.is_empty()).then_some(found)
    }
}

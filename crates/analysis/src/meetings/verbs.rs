//! Meetings told by a verb: "X held talks with Y", "X was received by Y", "X will visit P",
//! "X and Y co-chaired the dialogue", "X signed …", "X unveiled …".

use super::cast::{Party, Sort};
use super::kind_of;
use super::parties::union;
use super::sentence::{Link, Spot};
use super::setting;
use super::told::{Reader, Told};
use crate::grammar::chunking::Chunk;
use crate::lexicon::{Hit, WordClass};
use entente_model::EntityKind;
use entente_model::MeetingKind;

/// How far behind its verb somebody is named: a place, a date and a title may be between.
const REACH: usize = 24;
/// By as many letters "ministries" and "Ministry" are the same.
const STEM: usize = 6;
/// So near behind its verb stands what is handed over.
const NEAR: usize = 4;
/// How far behind its verb an event is named.
const EVENT: usize = 14;

impl Reader<'_> {
    /// What the verb at a token tells.
    pub(super) fn verb(&self, at: usize, hit: Hit) -> Option<Told> {
        let found = self.told(kind_of(hit.value), at, hit.next);
        match found.kind {
            MeetingKind::Signing => self.signs(at, hit, found),
            MeetingKind::Ceremony => self.opens(at, hit.next, found),
            _ => self.attends(at, hit, found),
        }
    }

    /// "will lead a delegation of manufacturers to Maputo": a visit.
    pub(super) fn leads_to(&self, at: usize) -> Option<Told> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let end = sentence.clause_end(at).min(at + REACH);
        let side = (at + 1..end.min(at + 6)).find(|&i| annotated.is(i, WordClass::MeetSide))?;
        let by = sentence.word(at + 1, "by") || sentence.word(side + 1, "by");
        let to =
            (side + 1..end).filter(|&i| annotated.is(i, WordClass::To) && !by).find(|&to| {
                let place = |spot: &Spot| {
                    spot.is(EntityKind::Place) && spot.from > to && spot.from <= to + 4
                };
                sentence.spots.iter().any(place)
            })?;
        let mut found = self.told(MeetingKind::Visit, at, to);
        found.people = self.subject(at);
        (found.site.is_some() && !found.people.is_empty()).then_some(found)
    }

    /// Past "by", where a verb is passive: "was received by".
    fn passive(&self, at: usize, next: usize) -> Option<usize> {
        let sentence = self.sentence;
        let signed = at > sentence.from
            && sentence.spots.iter().any(|spot| spot.is(EntityKind::Agreement) && spot.to == at);
        if !signed && !sentence.within(at, 3, WordClass::MeetBe) {
            return None;
        }
        let end = sentence.clause_end(at).min(next + REACH);
        (next..end).find(|&i| sentence.word(i, "by")).map(|i| i + 1)
    }

    /// Whether "for the" or "for their" stands before an event.
    fn occasion(&self, from: usize) -> bool {
        (1..=4).any(|back| from >= back && self.sentence.word(from - back, "for"))
    }

    fn signs(&self, at: usize, hit: Hit, mut found: Told) -> Option<Told> {
        let sentence = self.sentence;
        // "in line with signed documents"
        let adjective = [WordClass::With, WordClass::Of, WordClass::The, WordClass::Article];
        if at > sentence.from && sentence.annotated().any(at - 1, &adjective).is_some() {
            return None;
        }
        found.outcomes = self.agreements(hit.next, sentence.to);
        // "the agreement signed in 2009"
        let signed =
            sentence.spots.iter().any(|spot| spot.is(EntityKind::Agreement) && spot.to == at);
        if signed {
            found.outcomes.clear();
        }
        let by = self.passive(at, hit.next);
        let passive = by.is_some();
        if let Some(by) = by {
            found.people = self.object(by, REACH, false);
        } else if signed || sentence.within(at, 3, WordClass::MeetBe) {
            let between = self.parties(hit.next);
            found.people = between;
        } else {
            let with = (hit.next..sentence.clause_end(at)).find(|&i| sentence.word(i, "with"));
            let with = with.map(|with| self.object(with + 1, 8, true)).unwrap_or_default();
            found.people = union(self.subject(at), &with);
            if found.people.is_empty() {
                found.people = self.bodies_before(at);
            }
        }
        if found.outcomes.is_empty() {
            let from = sentence.clause(at).max(at.saturating_sub(REACH));
            found.outcomes = self.agreements(from, at);
        }
        // "the agreement, which their predecessors signed in Manila"
        if found.outcomes.is_empty() && sentence.link(at) == Link::Who {
            let clause = sentence.clause(at);
            found.outcomes = self.agreements(clause.saturating_sub(EVENT), clause);
        }
        // "signed a letter", "the deal was signed by X and Y": of no name.
        let near = at.saturating_sub(EVENT).max(sentence.from)..hit.next + EVENT;
        let paper = sentence.has(near, WordClass::MeetPaper);
        let by_somebody = !signed && found.date.is_some() && found.site.is_some();
        let some = !found.outcomes.is_empty() && (by_somebody || !found.people.is_empty());
        // "The documents were signed at State House by X and Y"
        let set = found.date.is_some() || found.site.is_some();
        let enough = some || found.people.len() > 1 && (passive || set && paper);
        enough.then_some(found)
    }

    /// "signed between the French and Vietnamese defence ministries": bodies behind.
    fn parties(&self, from: usize) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let end = sentence.clause_end(from);
        let Some(between) =
            (from..end.min(from + 4)).find(|&i| annotated.is(i, WordClass::Between))
        else {
            return Vec::new();
        };
        let inside = self.actors.iter().filter(|actor| actor.from > between && actor.to <= end);
        let named: Vec<Party> = inside.flat_map(|actor| actor.who.iter().copied()).collect();
        if named.is_empty() { self.bodies_of(between + 1, end) } else { named }
    }

    /// "the French and Vietnamese defence ministries": the ministries of these countries that
    /// the report names elsewhere.
    fn bodies_of(&self, from: usize, end: usize) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let head = (from..end.min(from + 8)).find(|&i| annotated.is(i, WordClass::MeetBodies));
        let Some(head) = head else { return Vec::new() };
        let stem: String = annotated.tokens.key(head).chars().take(STEM).collect();
        let sides = (from..head).filter_map(|i| annotated.nation(i));
        let body = |hit: Hit| {
            let code = annotated.world.get(hit.value)?.country;
            let names = sentence.report.names.iter();
            { names }.enumerate().find_map(|(number, name)| {
                let tokens = annotated.tokens;
                let of_it = name.mentions.iter().take(EVENT).any(|span| {
                    let words = tokens.from(span.start)..tokens.from(span.end);
                    let nation = |i| annotated.world.get(annotated.nation(i)?.value);
                    words.filter_map(nation).any(|place| place.country == code)
                });
                let same = name.kind == EntityKind::Organisation
                    && of_it
                    && name.name.to_lowercase().contains(&stem);
                same.then_some(Party::Name(number))
            })
        };
        sides.filter_map(body).collect()
    }

    /// The bodies that are the subject of a verb where no human being is.
    fn bodies_before(&self, at: usize) -> Vec<Party> {
        let sentence = self.sentence;
        let clause = sentence.clause(at);
        let bodies = self.actors.iter().filter(|actor| {
            actor.sort == Sort::Body
                && actor.to <= at
                && at - actor.to <= EVENT
                && sentence.clause(actor.from) == clause
        });
        bodies.flat_map(|actor| actor.who.iter().copied()).collect()
    }

    /// "X unveiled …", "X laid a wreath at …".
    fn opens(&self, at: usize, next: usize, mut found: Told) -> Option<Told> {
        found.people = self.subject(at);
        let set = found.date.is_some() || found.site.is_some();
        // "handed over an invitation to the conference in Rotterdam"
        let end = self.sentence.clause_end(at).min(next + NEAR);
        let invites = self.sentence.has(next..end, WordClass::MeetInvite);
        (set && !invites && !found.people.is_empty()).then_some(found)
    }

    /// Whether a noun of meetings, in a language without articles, has nothing that tells which it is.
    fn bare(&self, at: usize, next: usize) -> bool {
        let chunks = &self.parse.chunks;
        let chunk = (0..chunks.len()).find(|&chunk| {
            self.parse.noun(chunk).is_some_and(|noun| noun.from <= at && next == noun.to)
        });
        let more = |chunk: usize| {
            matches!(chunks.get(chunk + 1), Some(Chunk::Preposition(..) | Chunk::Date(..)))
        };
        self.frames.vocabulary.isolating() && chunk.is_some_and(|chunk| !more(chunk))
    }

    /// "X will attend the opening ceremony of …", "X and Y co-chaired the third dialogue".
    fn attends(&self, at: usize, hit: Hit, mut found: Told) -> Option<Told> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        // "joined X and Y for a meeting"
        let joins = annotated.tokens.key(at).starts_with("join");
        let joined = if joins { self.object(hit.next, EVENT, true) } else { Vec::new() };
        let reach = if joined.is_empty() { EVENT } else { REACH };
        let end = sentence.clause_end(at).min(hit.next + reach);
        let event = sentence.spots.iter().find(|spot| {
            // "Diễn đàn Kinh tế Thế giới" is a body and an event.
            let body = spot.is(EntityKind::Organisation)
                && self.frames.vocabulary.isolating()
                && self.kind(spot).is_some();
            (spot.is(EntityKind::Event) || body) && (hit.next..end).contains(&spot.from)
        });
        let first = event.map_or(end, |event| event.from);
        let noun = (hit.next..first).find_map(|i| {
            let noun =
                annotated.at(i, WordClass::MeetNoun).filter(|_| sentence.spot_over(i).is_none())?;
            let what = joined.is_empty() || self.occasion(i);
            (what && noun.value != MeetingKind::Visit as i32).then_some((i, noun))
        });
        found.people = self.subject(at);
        if !found.people.is_empty() {
            found.people = union(found.people, &joined);
        }
        let chairs = found.kind == MeetingKind::Dialogue;
        // "take part in next Tuesday's ceremony"
        let what = noun.map(|(i, _)| i).or(event.map(|event| event.from));
        found.date = found.date.or_else(|| setting::date(sentence, what?));
        // "will co-chair the fourth meeting with the Foreign Minister of Chile"
        let what_ends = noun.map(|(_, noun)| noun.next).max(event.map(|event| event.to));
        let with = what_ends.and_then(|from| {
            let clause = self.clause_of(at).filter(|clause| clause.first.is_some());
            let end = clause.map_or(sentence.clause_end(at), |clause| self.tokens_to(clause));
            (from..end)
                .find(|&i| annotated.is(i, WordClass::With) && sentence.spot_over(i).is_none())
        });
        if let Some(with) = with.filter(|_| !found.people.is_empty()) {
            found.people = union(found.people, &self.object(with + 1, EVENT, true));
        }
        match (event, noun) {
            // "Cùng dự hội đàm": one that was told before.
            (None, Some((i, noun))) if self.bare(i, noun.next) => return None,
            (_, Some((i, noun))) => {
                found.kind = kind_of(noun.value);
                found.session = self.session_before(i);
                found.site = found.site.or_else(|| setting::site(sentence, noun.next));
                if let Some(event) = event {
                    found = self.named(found, event);
                }
            }
            (Some(event), None) => {
                // A body that is the event is no place.
                found.site = found.site.filter(|site| site.venue != Some(event.number));
                found.kind = self.kind(event).unwrap_or(found.kind);
                found = self.named(found, event);
            }
            // "the Policy Board that X and Y co-chaired in Manila"
            (None, None) if chairs && found.people.len() > 1 => {
                let set = found.date.is_some() || found.site.is_some();
                return set.then_some(found);
            }
            (None, None) => return None,
        }
        let set = found.date.is_some() || found.site.is_some() || found.event.is_some();
        // "dự lễ khánh thành nhà máy": which one it was is told.
        let which = self.frames.vocabulary.isolating() && found.kind == MeetingKind::Ceremony;
        let enough = set || which || chairs && found.people.len() > 1;
        (enough && !found.people.is_empty()).then_some(found)
    }
}

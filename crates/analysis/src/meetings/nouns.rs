//! Meetings told by a noun: "talks between X and Y", "the visit to P by X", "X's meeting with
//! Y", "on a State visit to P", "the ninth meeting took place in P".

use super::cast::{Actor, Party, Sort};
use super::kind_of;
use super::parties::{first, union};
use super::sentence::{Link, Spot, SpotKind};
use super::setting;
use super::told::{Reader, Time, Told};
use crate::lexicon::{Hit, WordClass};
use entente_model::MeetingKind;

/// How far behind a noun its preposition stands.
const NEAR: usize = 12;
/// So many words may stand between an owner, an ordinal or a verb and its noun.
const BEFORE: usize = 6;
/// How far behind its preposition somebody is named.
const REACH: usize = 24;

impl Reader<'_> {
    /// What the noun at a token tells.
    pub(super) fn noun(&self, at: usize, hit: Hit) -> Option<Told> {
        let drill = self.sentence.word(at, "edition")
            && self.sentence.has(self.sentence.from..self.sentence.to, WordClass::MeetDrill);
        if drill {
            return None;
        }
        let mut found = self.told(kind_of(hit.value), at, hit.next);
        let visit = found.kind == MeetingKind::Visit;
        let (owner, light) = (self.owner(at, visit), self.light(at));
        let behind = self.behind(hit.next, visit);
        found.session = self.session_before(at);
        let ahead = self.to_come(hit.next)
            || light.is_some_and(|light| self.sentence.within(light, BEFORE, WordClass::Future))
            || self.sentence.within(at, BEFORE, WordClass::MeetAhead);
        if ahead {
            found.time = Time::Ahead;
        }
        // "At the end of the talks": told before.
        let again = at > self.sentence.from
            && self.sentence.annotated().is(at - 1, WordClass::The)
            && (behind.is_empty() && owner.is_empty() && found.date.is_none());
        if again || visit && self.invited(at) {
            return None;
        }
        found.people = match found.kind {
            MeetingKind::Visit => first(&[&owner, &behind, &self.holders(light)]),
            MeetingKind::Ceremony if self.sentence.word(hit.next, "for") => {
                first(&[&behind, &owner, &self.holders(light)])
            }
            _ => union(first(&[&owner, &self.holders(light)]), &behind),
        };
        if visit && found.site.is_none() && self.sentence.word(hit.next, "to") {
            found.site = setting::object(self.sentence, hit.next + 1);
        }
        if visit && found.site.is_none() && found.date.is_some() {
            found.site = setting::any(self.sentence);
        }
        // "due in Rome on Friday for a meeting with X": the place before.
        let far = found.site.is_none_or(|site| site.at > hit.next + NEAR);
        let led = light.filter(|&light| self.sentence.word(light, "for") && !visit && far);
        found.site =
            led.and_then(|light| setting::just_before(self.sentence, light)).or(found.site);
        if !visit && found.people.is_empty() {
            found.people = first(&[&self.in_which(hit.next), &self.body(at, hit.next)]);
        }
        let takes_part =
            |actor: &Actor| actor.human() && actor.who.iter().any(|who| found.people.contains(who));
        // "the state visit to Vietnam by the Italian President in November"
        let near = |number| {
            let date = |spot: &Spot| spot.kind == SpotKind::Date && spot.number == number;
            let close = |spot: &Spot| spot.from >= at && spot.from < hit.next + NEAR;
            self.sentence.spots.iter().any(|spot| date(spot) && close(spot))
        };
        let set = found.date.is_some_and(near) && found.site.is_some();
        if visit && set && found.people.is_empty() && self.by_nameless(hit.next) {
            return Some(found);
        }
        if !self.actors.iter().any(takes_part) {
            return self.of_a_row(at, hit.next, light, found);
        }
        let enough = match found.kind {
            // "During his visit": the report tells elsewhere where that was.
            MeetingKind::Visit => {
                let own = light.is_none_or(|light| light + 3 >= at);
                found.site.is_some() || found.frame.during && own
            }
            MeetingKind::Ceremony | MeetingKind::Conference => {
                found.date.is_some() || found.site.is_some()
            }
            MeetingKind::Signing => false,
            _ => {
                let alone = owner.is_empty() && found.people.len() == 1 && found.people == behind;
                if alone && found.time == Time::Ahead {
                    // "A working dinner with X was planned": for whom the report is about.
                    found.people = union(self.topic.into_iter().collect(), &behind);
                }
                found.people.len() > 1 || behind.is_empty() && self.with_nameless(hit.next)
            }
        };
        // "a meeting with businesspeople in Rome on Friday"
        let one = found.people.len() == 1 && found.date.is_some() && found.site.is_some();
        let with = self.sentence.annotated().is(hit.next, WordClass::With) && behind.is_empty();
        if enough || one && with && !visit {
            return Some(found);
        }
        found.people.clear();
        self.of_a_row(at, hit.next, light, found)
    }

    /// The verb or preposition that leads to a noun: "paid an official", "on a State".
    fn light(&self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let from = sentence.clause(at).max(at.saturating_sub(BEFORE));
        (from..at).rev().find(|&i| {
            sentence.annotated().is(i, WordClass::MeetLight) && sentence.spot_over(i).is_none()
        })
    }

    /// Those of the clause behind: "a meeting in Singapore, in which X and Y were joined by Z".
    fn in_which(&self, next: usize) -> Vec<Party> {
        let sentence = self.sentence;
        let clause = sentence.clause_end(next.saturating_sub(1));
        let told = clause < sentence.to
            && clause <= next + NEAR
            && sentence.link(clause) == Link::When
            && sentence.word(clause, "in");
        let inside = self
            .actors
            .iter()
            .filter(|actor| told && actor.human() && sentence.clause(actor.from) == clause);
        inside.flat_map(|actor| actor.who.iter().copied()).collect()
    }

    /// The body that meets: "the 41st Joint Border Committee meeting", "the meeting of the
    /// Council".
    fn body(&self, at: usize, next: usize) -> Vec<Party> {
        let annotated = self.sentence.annotated();
        let of = annotated.at(next, WordClass::Of).map_or(next, |hit| hit.next);
        let body = self.actors.iter().find(|actor| {
            actor.sort == Sort::Body
                && (actor.to <= at && at - actor.to <= 3
                    || of > next && actor.from >= of && actor.from - of <= 2)
        });
        body.map(|actor| actor.who.clone()).unwrap_or_default()
    }

    /// The number of the session told before a noun: "the third", "the 15th".
    pub(super) fn session_before(&self, at: usize) -> i32 {
        let sentence = self.sentence;
        let from = sentence.from.max(at.saturating_sub(BEFORE));
        let annotated = sentence.annotated();
        let ordinal = |i: usize| annotated.at(i, WordClass::Ordinal).or_else(|| self.counted(i));
        let dated =
            |i: &usize| sentence.spot_over(*i).is_some_and(|spot| spot.kind == SpotKind::Date);
        (from..at).filter(|i| !dated(i)).find_map(ordinal).map_or(0, |hit| hit.value)
    }

    /// Whose it is: "X's", "his".
    fn owner(&self, at: usize, visit: bool) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let from = sentence.from.max(at.saturating_sub(BEFORE));
        let possessed = self.actors.iter().rev().find(|actor| {
            actor.human()
                && annotated.possessive(actor.to).is_some_and(|next| next <= at)
                && at - actor.to <= BEFORE
        });
        if let Some(actor) = possessed {
            return actor.who.clone();
        }
        let own = (from..at).find(|&i| annotated.is(i, WordClass::PronounOwn));
        let Some(own) = own else { return Vec::new() };
        if !visit && sentence.word(own, "their") {
            let several = |actor: &&Actor| actor.human() && actor.who.len() > 1 && actor.to <= own;
            let here = self.actors.iter().rev().find(several);
            return here.map_or_else(|| self.group.clone(), |actor| actor.who.clone());
        }
        // "During his visit to P, X will …"
        let one = |actor: &&Actor| matches!(actor.sort, Sort::Person | Sort::Office);
        let fronted = own <= sentence.from + 4;
        let mut others = self.actors.iter().filter(one);
        let whose = others.clone().find(|actor| actor.to <= own);
        let whose = whose.or_else(|| others.find(|actor| fronted && actor.from > at));
        whose.map(|actor| actor.who.clone()).unwrap_or_default()
    }

    /// Who holds, pays, is on or speaks after what a noun tells.
    fn holders(&self, light: Option<usize>) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let Some(light) = light else { return Vec::new() };
        // "the delegation led by X on a State visit": X, and who is part of it.
        let beside = self.actors.iter().find(|actor| actor.human() && actor.to == light);
        let here = self.subject(light);
        if let Some(beside) = beside {
            let from = sentence.clause(light);
            let part = (from..light).any(|i| annotated.is(i, WordClass::MeetSide));
            return if part { union(beside.who.clone(), &here) } else { beside.who.clone() };
        }
        if !here.is_empty() {
            return here;
        }
        // "During the talks with X, Y said …"
        let main = self.actors.iter().find(|actor| {
            actor.human() && actor.from > light && self.sentence.link(actor.from) == Link::Main
        });
        let fronted = light <= self.sentence.from + 1;
        main.filter(|_| fronted).map(|actor| actor.who.clone()).unwrap_or_default()
    }

    /// Those told behind "with", "between", "of", "by", "for".
    fn behind(&self, next: usize, visit: bool) -> Vec<Party> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let end = sentence.behind(next, NEAR);
        let by = (next..end).find(|&i| sentence.word(i, "by"));
        let with = || {
            (next..end)
                .find(|&i| annotated.any(i, &[WordClass::With, WordClass::Between]).is_some())
        };
        // "the visit to Ankara of then prime minister X"
        let late = || (next..end).find(|&i| annotated.is(i, WordClass::Of) && !self.covered(i));
        let of = || {
            let leads = |i: &usize| {
                annotated.is(*i, WordClass::Of)
                    || sentence.word(*i, "for")
                    || sentence.word(*i, "from")
            };
            Some(next).filter(leads)
        };
        // "the visit that X is to make to P"
        let who = self.actors.iter().find(|actor| {
            let close =
                actor.from == next || actor.from == next + 1 && annotated.tokens.is_word(next);
            actor.human() && close && actor.to < sentence.to
        });
        let acts = [
            WordClass::Future,
            WordClass::MeetBe,
            WordClass::MeetLight,
            WordClass::MeetWill,
            WordClass::MeetBefore,
        ];
        if let Some(who) = who.filter(|who| annotated.any(who.to, &acts).is_some()) {
            let others = if visit { None } else { with() };
            let others = others.map(|with| self.object(with + 1, REACH, false));
            return union(who.who.clone(), &others.unwrap_or_default());
        }
        let from = match visit {
            true => by.or_else(late).or_else(of),
            false => by.or_else(with).or_else(of),
        };
        from.map(|from| self.object(from + 1, REACH, false)).unwrap_or_default()
    }

    /// "held talks with his Polish counterpart".
    fn with_nameless(&self, next: usize) -> bool {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let end = sentence.behind(next, 4);
        let with = (next..end)
            .find(|&i| annotated.any(i, &[WordClass::With, WordClass::Between]).is_some());
        with.is_some_and(|with| self.nameless(with + 1))
    }

    /// "a visit by the Italian President", who has no name here.
    fn by_nameless(&self, next: usize) -> bool {
        let end = self.sentence.behind(next, NEAR);
        let by = (next..end).find(|&i| self.sentence.word(i, "by") || self.sentence.word(i, "of"));
        by.is_some_and(|by| self.nameless(by + 1))
    }

    /// Whether the words behind a noun say that it is to come: "is planned", "will be held".
    fn to_come(&self, next: usize) -> bool {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let end = sentence.behind(next, REACH);
        (next..end).any(|i| {
            annotated.is(i, WordClass::MeetBe)
                && (i + 1..i + 3).any(|at| annotated.is(at, WordClass::MeetPlanned))
                || annotated.is(i, WordClass::MeetWill)
        })
    }

    /// A meeting of nobody named, one of a row: "the ninth meeting took place in Doha".
    fn of_a_row(
        &self,
        at: usize,
        next: usize,
        light: Option<usize>,
        mut found: Told,
    ) -> Option<Told> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let end = sentence.behind(next, NEAR);
        let took = light.is_some() || (next..end).any(|i| annotated.is(i, WordClass::MeetTook));
        let back = at.saturating_sub(3)..next;
        let before = sentence.has(back.clone(), WordClass::MeetBefore);
        // "the next meeting", "first round"
        let next_one = { back }.any(|i| sentence.word(i, "next"));
        let next_one = next_one || sentence.has(at..next, WordClass::Ordinal);
        let in_a_row = found.session > 0 || before || next_one;
        let meets = matches!(
            found.kind,
            MeetingKind::Talks
                | MeetingKind::Meeting
                | MeetingKind::Dialogue
                | MeetingKind::Conference
        );
        if before && found.time == Time::News {
            found.time = Time::Before;
        }
        // "the donor conference in Copenhagen in August"
        let known = found.kind == MeetingKind::Conference;
        let in_a_row = in_a_row || known || annotated.is(at, WordClass::Round);
        let set = found.site.is_some() && found.date.is_some();
        // "The body has held only one session, in Maputo in 2016."
        // "a meeting of experts, held on Sunday"
        let behind = || (next..end).find(|&i| sentence.word(i, "held"));
        let held = light
            .or_else(behind)
            .is_some_and(|light| ["held", "holds", "hold"].contains(&annotated.tokens.key(light)));
        let counted = found.session > 0;
        let whole = meets && set && (in_a_row && (took || known || counted) || held);
        whole.then_some(found)
    }
}

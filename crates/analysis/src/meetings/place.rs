//! Where: which place of a sentence belongs to what one of its clauses tells.
//!
//! That behind the words themselves ("talks in Rome"), else one to which a preposition of the
//! clause leads, else that of a clause which tells of the same occasion.

use super::house;
use super::sentence::Spot;
use super::setting::{self, Site};
use super::told::Reader;
use crate::grammar::AtomKind;
use crate::grammar::chunking::Chunk;
use crate::grammar::clauses::{Clause, Link};
use crate::lexicon::WordClass;
use entente_model::EntityKind;

impl Reader<'_> {
    /// The place of a verb.
    pub(super) fn site_of_verb(&self, clause: &Clause) -> Option<Site> {
        let mut now = clause;
        for _ in 0..4 {
            if let Some(site) = self.own_site(now).or_else(|| self.site_before(now)) {
                return Some(site);
            }
            let same = matches!(now.link, Link::Joined | Link::Purpose | Link::Beside(_));
            now = &self.parse.clauses[now.parent.filter(|_| same)?];
        }
        None
    }

    /// "flew to Jakarta, where he will meet X": the place before the clause.
    fn site_before(&self, clause: &Clause) -> Option<Site> {
        let opener = self.opener(clause)?;
        let nouns = (0..opener).rev().filter(|&chunk| self.parse.noun(chunk).is_some());
        nouns.take(3).find_map(|chunk| self.site_at(chunk))
    }

    /// The chunk of the word that opens a clause, if it is one of place.
    fn opener(&self, clause: &Clause) -> Option<usize> {
        let chunks = &self.parse.chunks;
        let opener =
            (0..clause.at).rev().find(|&chunk| matches!(chunks[chunk], Chunk::Opens(_)))?;
        let next = chunks[opener + 1..].iter().find_map(Chunk::from)?;
        let word = self.sentence.annotated().tokens.key(next.checked_sub(1)?);
        let place =
            clause.link == Link::When && self.frames.nouns.where_.iter().any(|other| other == word);
        place.then_some(opener)
    }

    /// The place of a noun phrase at a chunk, whose words end before another chunk.
    pub(super) fn site_of_noun(
        &self,
        chunk: usize,
        end: usize,
        clause: Option<&Clause>,
    ) -> Option<Site> {
        let behind =
            (chunk + 1..end).find_map(|at| self.site_at(at + 1).filter(|_| self.leads(at)));
        behind.or_else(|| self.site_of_verb(clause?))
    }

    /// Where a visit that a noun tells goes: "the visit of X to P", "a visit in P".
    pub(super) fn goal_of_noun(&self, chunk: usize, end: usize) -> Option<Site> {
        let goes = |at: usize| match self.parse.chunks[at] {
            Chunk::Preposition(from, ..) => self.sentence.annotated().is(from, WordClass::To),
            _ => false,
        };
        let goal = |at: usize| self.site_at(at + 1).filter(|_| goes(at));
        let near = |at: usize| self.site_at(at + 1).filter(|_| self.leads(at));
        let behind = (chunk + 1..end).find_map(goal).or_else(|| (chunk + 1..end).find_map(near));
        behind.or_else(|| self.site_inside(chunk))
    }

    /// "trụ sở Bộ Quốc phòng": the body in the words of a house that tells its country, where the head
    /// of names stands first; an embassy is abroad.
    fn land_of(&self, from: usize, to: usize) -> Option<usize> {
        let annotated = self.sentence.annotated();
        let abroad = self.sentence.has(from..to, WordClass::MeetAbroad);
        let names = &self.sentence.report.names;
        let inside = |spot: &&Spot| {
            spot.is(EntityKind::Organisation)
                && spot.from >= from
                && spot.to <= to
                && !names[spot.number].country.is_empty()
        };
        let body = self.sentence.spots.iter().find(inside)?;
        (annotated.postposed && !abroad).then_some(body.number)
    }

    /// "chuyến thăm chính thức Hungary": where the head stands first, a place behind it.
    fn site_inside(&self, chunk: usize) -> Option<Site> {
        let noun = self.parse.noun(chunk).filter(|_| self.frames.vocabulary.isolating())?;
        let inside = |spot: &&Spot| {
            spot.is(EntityKind::Place) && spot.from > noun.head && spot.to <= noun.to
        };
        let place = self.sentence.spots.iter().find(inside)?;
        Some(setting::around(self.sentence, place))
    }

    /// The first place of the sentence to which a preposition leads.
    pub(super) fn any_site(&self) -> Option<Site> {
        let chunks = 0..self.parse.chunks.len();
        { chunks }.filter(|&chunk| self.leads(chunk)).find_map(|chunk| self.site_at(chunk + 1))
    }

    /// The place to which a preposition of a clause leads; rather behind its verb than before.
    pub(super) fn own_site(&self, clause: &Clause) -> Option<Site> {
        let place = |&(preposition, noun): &(usize, usize)| {
            self.site_at(noun).filter(|_| self.leads(preposition))
        };
        let behind = clause.adjuncts.iter().filter(|(_, noun)| *noun > clause.at);
        let before = clause.adjuncts.iter().filter(|(_, noun)| *noun < clause.at);
        behind.clone().find_map(place).or_else(|| before.clone().find_map(place))
    }

    /// Whether a preposition of place stands at a chunk, and the place is that of the meeting.
    fn leads(&self, chunk: usize) -> bool {
        match self.parse.chunks.get(chunk) {
            Some(Chunk::Preposition(from, ..)) => {
                self.sentence.annotated().is(*from, WordClass::PlaceWhere)
                    && !chunk.checked_sub(1).is_some_and(|noun| self.matter(noun))
                    && !(self.led_by(chunk + 1, &self.frames.nouns.about)
                        && self.of_matters(chunk + 1))
            }
            _ => false,
        }
    }

    /// Whether a place behind a noun is that of what is talked about: "the war in Ukraine", "talks
    /// on the talks in Doha".
    fn matter(&self, chunk: usize) -> bool {
        let Some(noun) = self.parse.noun(chunk) else { return false };
        let known = self.sentence.annotated().is(noun.from, WordClass::The);
        let dated = (chunk + 3..chunk + 5).any(|behind| self.date_at_chunk(behind).is_some());
        let about = || self.led_by(chunk, &self.frames.nouns.about);
        self.of_matters(chunk) || noun.atom.is_none() && !noun.human() && known && !dated && about()
    }

    /// Whether the head of a noun phrase is one of what is talked about.
    fn of_matters(&self, chunk: usize) -> bool {
        let vocabulary = &self.frames.vocabulary;
        let first = vocabulary.postposed || vocabulary.isolating();
        self.parse.noun(chunk).is_some_and(|noun| {
            let head = if first { noun.head } else { noun.to - 1 };
            self.frames.nouns.matters.iter().any(|words| self.follow(head, words))
        })
    }

    /// The place for which a noun phrase stands.
    pub(super) fn site_at(&self, chunk: usize) -> Option<Site> {
        let noun = self.parse.noun(chunk)?;
        let spot = self.sentence.spots.iter().find(|spot| spot.from == noun.head);
        // "tại thành phố Hạ Long"
        let city = || {
            let annotated = self.sentence.annotated();
            self.sentence.spots.iter().find(|spot| {
                spot.is(EntityKind::Place)
                    && spot.from > noun.head
                    && spot.to <= noun.to
                    && annotated.before(spot.from, WordClass::PlaceCue).is_some()
                    && annotated.postposed
            })
        };
        if let Some(city) = city().filter(|_| noun.atom.is_none()) {
            return Some(setting::around(self.sentence, city));
        }
        let placed = |spot: &&Spot| {
            matches!(noun.atom, Some(AtomKind::Place | AtomKind::Body))
                && setting::placed(self.sentence, spot)
        };
        let named = spot.filter(placed).map(|spot| setting::around(self.sentence, spot));
        if let Some(site) = named {
            return Some(site);
        }
        // "in the northern city of Hải Phòng", "in the Greek capital"
        if noun.atom.is_none() {
            let of = matches!(self.parse.chunks.get(chunk + 1), Some(Chunk::Preposition(from, ..)) if self.sentence.annotated().is(*from, WordClass::Of));
            let city = of
                .then(|| self.parse.noun(chunk + 2))
                .flatten()
                .filter(|city| city.atom == Some(AtomKind::Place));
            if city.is_some() {
                return self.site_at(chunk + 2);
            }
            if let Some((at, code)) =
                (noun.from..noun.to).find_map(|i| Some((i, setting::capital(self.sentence, i)?)))
            {
                return Some(Site { capital: Some(code), at, ..Site::default() });
            }
            let venue =
                (noun.from..noun.to).any(|i| self.sentence.annotated().is(i, WordClass::MeetVenue));
            if !venue && !self.led_by(chunk, &self.frames.nouns.house) {
                return None;
            }
        }
        // Where the head stands first all words behind belong to it.
        let whole = self.frames.vocabulary.isolating()
            && self.sentence.annotated().is(noun.from, WordClass::MeetVenue);
        let words = match whole {
            true => Some((noun.from, noun.to)),
            // "à l'Hôtel national des Invalides": its words go on behind its head.
            false if self.frames.vocabulary.postposed => {
                let end = self.parse.noun(self.whole(chunk)).map_or(noun.to, |last| last.to);
                house::words(self.sentence, noun.from, end)
            }
            false => house::words(self.sentence, noun.from, noun.to),
        };
        let (from, to) = words.filter(|_| noun.atom.is_none())?;
        // "at the ministry in Rome"
        let land = self.leads(chunk + 1).then(|| self.site_at(chunk + 2)).flatten();
        Some(Site {
            words: Some((from, to)),
            at: from,
            land: land.and_then(|site| site.land).or_else(|| self.land_of(from, to)),
            ..Site::default()
        })
    }
}

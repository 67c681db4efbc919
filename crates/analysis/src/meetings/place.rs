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

impl Reader<'_> {
    /// The place of a verb.
    pub(super) fn site_of_verb(&self, clause: &Clause) -> Option<Site> {
        let mut now = clause;
        for _ in 0..4 {
            if let Some(site) = self.own_site(now) {
                return Some(site);
            }
            let same = matches!(now.link, Link::Joined | Link::Purpose | Link::Beside(_));
            now = &self.parse.clauses[now.parent.filter(|_| same)?];
        }
        None
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

    /// The place to which a preposition of a clause leads; rather behind its verb than before.
    fn own_site(&self, clause: &Clause) -> Option<Site> {
        let place = |&(preposition, noun): &(usize, usize)| {
            self.site_at(noun).filter(|_| self.leads(preposition))
        };
        let behind = clause.adjuncts.iter().filter(|(_, noun)| *noun > clause.at);
        let before = clause.adjuncts.iter().filter(|(_, noun)| *noun < clause.at);
        behind.clone().find_map(place).or_else(|| before.clone().find_map(place))
    }

    /// Whether a preposition of place stands at a chunk.
    fn leads(&self, chunk: usize) -> bool {
        match self.parse.chunks.get(chunk) {
            Some(Chunk::Preposition(from, ..)) => {
                self.sentence.annotated().is(*from, WordClass::PlaceWhere)
            }
            _ => false,
        }
    }

    /// The place for which a noun phrase stands.
    fn site_at(&self, chunk: usize) -> Option<Site> {
        let noun = self.parse.noun(chunk)?;
        let spot = self.sentence.spots.iter().find(|spot| spot.from == noun.head);
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
            if !(noun.from..noun.to).any(|i| self.sentence.annotated().is(i, WordClass::MeetVenue))
            {
                return None;
            }
        }
        // "à l'Hôtel national des Invalides": its words go on behind its head.
        let end = match self.frames.vocabulary.postposed {
            true => self.sentence.clause_end(noun.from),
            false => noun.to,
        };
        let (from, to) =
            house::words(self.sentence, noun.from, end).filter(|_| noun.atom.is_none())?;
        // "at the ministry in Rome"
        let land = self.leads(chunk + 1).then(|| self.site_at(chunk + 2)).flatten();
        Some(Site {
            words: Some((from, to)),
            at: from,
            land: land.and_then(|site| site.land),
            ..Site::default()
        })
    }
}

//! The engine: a query and a filter in, ranked documents and their exact hits out.

use crate::facet::{Facet, Filter, count};
use crate::plan::{Leaf, Sequence, Word, plan};
use crate::query::{Note, Query};
use crate::rank::{Counts, Length, score};
use crate::scan::find;
use entente_archive::rows::FurnitureKind;
use entente_archive::wire::Span;
use entente_archive::{Archive, Document};
use entente_text::{Folded, fold};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Searches one archive. Texts are folded when first scanned and then kept.
pub struct Engine<'a> {
    archive: &'a Archive<'a>,
    mean_tokens: f32,
    texts: Vec<OnceLock<Texts>>,
}

/// The folded texts of a document.
struct Texts {
    title: Folded,
    body: Folded,
    /// Bytes of the source that belong to other stories.
    headlines: Vec<Span>,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Numbers of the documents, best first, with their scores; without a query the
    /// latest first and a score of 0.
    pub ranked: Vec<(usize, f32)>,
    /// What the query asks for, to find hits with.
    pub leaves: Vec<Leaf>,
    /// How many documents have each of them, alone and without filters.
    pub alone: Vec<usize>,
    /// Counts of the facets.
    pub facets: Vec<Facet>,
    /// What of the query was left out.
    pub notes: Vec<Note>,
}

/// The part of a document in which a hit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitField {
    /// The title.
    Title,
    /// The text as received, other stories' headlines left out.
    Body,
}

/// A place that the query asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Where it stands.
    pub field: HitField,
    /// Bytes of the title or of the text as received.
    pub span: Span,
    /// For which leaf of the query.
    pub leaf: usize,
}

type Matches = BTreeMap<usize, Counts>;

impl<'a> Engine<'a> {
    /// An engine for this archive.
    pub fn new(archive: &'a Archive<'a>) -> Self {
        let tokens: u32 = archive.documents().map(|document| document.row.body_tokens).sum();
        Self {
            archive,
            mean_tokens: (tokens as f32 / archive.len().max(1) as f32).max(1.0),
            texts: (0..archive.len()).map(|_| OnceLock::new()).collect(),
        }
    }

    /// The archive that is searched.
    pub fn archive(&self) -> &'a Archive<'a> {
        self.archive
    }

    /// All documents that match a query and pass a filter.
    pub fn search(&self, query: &Query, filter: &Filter) -> Results {
        let leaves = plan(query, self.archive);
        let mut scores: BTreeMap<usize, f32> =
            (0..self.archive.len()).map(|document| (document, 0.0)).collect();
        let mut alone = Vec::with_capacity(leaves.len());
        for leaf in &leaves {
            let scored = self.scored(leaf);
            alone.push(scored.len());
            scores.retain(|document, total| {
                let own = scored.get(document);
                *total += own.unwrap_or(&0.0);
                own.is_some() != leaf.excluded
            });
        }
        let matching: Vec<_> =
            scores.keys().filter_map(|&number| self.archive.document(number)).collect();
        let facets = count(&matching, filter);
        let mut ranked: Vec<_> =
            matching.iter().filter(|document| filter.passes(document)).collect();
        // Equal scores: the latest first, undated last, then by id.
        let date = |document: &Document<'_>| document.row.published.map(|date| date.last_day());
        ranked.sort_by_cached_key(|document| (Reverse(date(document)), document.number));
        let mut ranked: Vec<_> = ranked
            .into_iter()
            .map(|document| (document.number, scores.get(&document.number).copied().unwrap_or(0.0)))
            .collect();
        ranked.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        Results { ranked, leaves, alone, facets, notes: query.notes.clone() }
    }

    /// All hits in a document, in reading order, title first. A place that several
    /// leaves ask for is one hit.
    pub fn hits(&self, document: &Document<'a>, leaves: &[Leaf]) -> Vec<Hit> {
        let Some(texts) = self.texts(document.number) else { return Vec::new() };
        let mut hits = Vec::new();
        for (leaf, asked) in leaves.iter().enumerate().filter(|(_, leaf)| !leaf.excluded) {
            for sequence in asked.groups.iter().flatten().chain(&asked.solid) {
                let fields = [
                    (HitField::Title, document.title(), &texts.title),
                    (HitField::Body, document.text(), &texts.body),
                ];
                for (field, source, folded) in fields {
                    let places = find(sequence, source, folded).into_iter();
                    let spans = places.map(|place| Span::of(&folded.to_source(place)));
                    hits.extend(
                        spans
                            .filter(|span| field == HitField::Title || !texts.in_headlines(*span))
                            .map(|span| Hit { field, span, leaf }),
                    );
                }
            }
        }
        // Longest first at each place; what lies within an earlier hit is dropped.
        hits.sort_by_key(|hit| (hit.field, hit.span.start, Reverse(hit.span.end), hit.leaf));
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            let covered = kept
                .last()
                .is_some_and(|last| last.field == hit.field && hit.span.start < last.span.end);
            if !covered {
                kept.push(hit);
            }
        }
        kept
    }

    /// The documents that a leaf asks for, with its share of their scores.
    fn scored(&self, leaf: &Leaf) -> BTreeMap<usize, f32> {
        let groups: Vec<Matches> = leaf.groups.iter().map(|group| self.any_of(group)).collect();
        let solid = self.any_of(&leaf.solid);
        let mut scores = BTreeMap::new();
        let documents = groups.iter().chain([&solid]).flat_map(BTreeMap::keys);
        for &document in documents {
            let all_groups = groups.iter().all(|group| group.contains_key(&document));
            if !all_groups && !solid.contains_key(&document) {
                continue;
            }
            let parts = groups.iter().chain([&solid]);
            let part = |matches: &Matches| {
                let counts = matches.get(&document)?;
                Some(score(*counts, self.length(document), matches.len(), self.archive.len()))
            };
            scores.insert(document, parts.filter_map(part).sum());
        }
        scores
    }

    fn any_of(&self, sequences: &[Sequence]) -> Matches {
        let mut all = Matches::new();
        for sequence in sequences {
            for (document, counts) in self.matches(sequence) {
                let sum = all.entry(document).or_default();
                sum.title += counts.title;
                sum.body += counts.body;
            }
        }
        all
    }

    /// The documents that have a sequence: one word by its postings; more by the
    /// postings of all and then by scanning.
    fn matches(&self, sequence: &Sequence) -> Matches {
        let mut words = sequence.words.iter();
        let Some(first) = words.next() else { return Matches::new() };
        let mut candidates = self.with_word(first);
        for word in words {
            let others = self.with_word(word);
            candidates.retain(|document, _| others.contains_key(document));
        }
        if sequence.words.len() > 1 {
            candidates.retain(|&document, counts| {
                *counts = self.counted(document, sequence);
                counts.title + counts.body > 0
            });
        }
        candidates
    }

    fn with_word(&self, word: &Word) -> Matches {
        let dictionary = self.archive.dictionary();
        let mut all = Matches::new();
        for needle in &word.needles {
            let terms: Vec<_> = match word.prefix {
                true => dictionary.with_prefix(needle).collect(),
                false => dictionary.get(needle).into_iter().collect(),
            };
            for posting in terms.iter().flat_map(|term| self.archive.postings(term)) {
                if posting.title + posting.body > 0 {
                    let sum = all.entry(posting.document as usize).or_default();
                    sum.title += posting.title;
                    sum.body += posting.body;
                }
            }
        }
        all
    }

    fn counted(&self, number: usize, sequence: &Sequence) -> Counts {
        let (Some(document), Some(texts)) = (self.archive.document(number), self.texts(number))
        else {
            return Counts::default();
        };
        let body = find(sequence, document.text(), &texts.body)
            .into_iter()
            .filter(|place| !texts.in_headlines(Span::of(&texts.body.to_source(place.clone()))))
            .count();
        let title = find(sequence, document.title(), &texts.title).len();
        Counts { title: title as u32, body: body as u32 }
    }

    fn length(&self, document: usize) -> Length {
        let tokens = self.archive.document(document).map_or(0, |found| found.row.body_tokens);
        Length(tokens as f32 / self.mean_tokens)
    }

    fn texts(&self, number: usize) -> Option<&Texts> {
        let document = self.archive.document(number)?;
        Some(self.texts.get(number)?.get_or_init(|| {
            Texts {
                title: fold(document.title()),
                body: fold(document.text()),
                headlines: document
                    .furniture()
                    .filter(|furniture| furniture.kind == FurnitureKind::Teaser)
                    .map(|furniture| furniture.span)
                    .collect(),
            }
        }))
    }
}

impl Texts {
    fn in_headlines(&self, span: Span) -> bool {
        self.headlines.iter().any(|other| other.start <= span.start && span.start < other.end)
    }
}

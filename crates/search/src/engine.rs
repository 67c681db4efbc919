//! The engine: a query and a filter in, ranked documents and their exact hits out.

use crate::facet::{Choice, Facet, Filter, Named, count};
use crate::meetings::Told;
use crate::names::Names;
use crate::plan::{Leaf, Sequence, Word, plan};
use crate::query::{Note, Query};
use crate::rank::{Counts, Length, score};
use crate::scan::find;
use entente_archive::{Archive, DocumentRef, Passage};
use entente_model::order::{Key, in_order, signed, sort};
use entente_model::{BoilerplateKind, Span, TimeOrder};
use entente_text::{Folded, fold, fold_reading};
use std::sync::OnceLock;

/// Searches one archive. Texts are folded when first scanned and then kept.
pub struct Engine<'a> {
    archive: &'a Archive<'a>,
    mean_tokens: f32,
    named: Named<'a>,
    told: Told<'a>,
    names: Names<'a>,
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Numbers of the documents, best first, with their scores; without a query the
    /// latest first and a score of 0.
    pub ranked: Vec<(usize, f32)>,
    /// What the query asks for, then the entities that the filter names: to find hits with.
    pub leaves: Vec<Leaf>,
    /// How many documents have each that the query asks for, alone and without filters.
    pub alone: Vec<usize>,
    /// Whether each document matches the query, by its number, whatever the filter.
    pub matching: Vec<bool>,
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

/// How often something stands in each document, by number; zero where it does not.
///
/// A plain vector: as long as corpora have thousands of documents and not millions, it
/// is smaller in code and faster than any set.
type Matches = Vec<Counts>;

impl<'a> Engine<'a> {
    /// An engine for this archive.
    pub fn new(archive: &'a Archive<'a>) -> Self {
        let tokens: u32 = archive.documents().map(|document| document.body_tokens).sum();
        Self {
            archive,
            mean_tokens: (tokens as f32 / archive.documents.len().max(1) as f32).max(1.0),
            named: Named::new(archive),
            told: Told::new(archive),
            names: Names::new(archive),
            texts: (0..archive.documents.len()).map(|_| OnceLock::new()).collect(),
        }
    }

    /// The entities that each document names.
    pub fn named(&self) -> &Named<'a> {
        &self.named
    }

    /// The meetings of which each document tells.
    pub fn told(&self) -> &Told<'a> {
        &self.told
    }

    /// The archive that is searched.
    pub fn archive(&self) -> &'a Archive<'a> {
        self.archive
    }

    /// All documents that match a query and pass a filter, best first.
    pub fn search(&self, query: &Query, filter: &Filter) -> Results {
        let mut leaves = plan(query, self.archive, &self.names);
        let (scores, alone) = self.scores(&leaves);
        let matching: Vec<bool> = scores.iter().map(Option::is_some).collect();
        // Best first; equal scores: the latest first, undated last, then by id.
        let key = |document: &DocumentRef<'_>| {
            let score = scores[document.number].unwrap_or(0.0);
            let day = document.published.map_or(0, |date| date.end().to_bits());
            [!score.to_bits(), !day, document.number as u32, 0]
        };
        let mut found = self.documents(&matching);
        found.retain(|document| filter.passes(document, &self.named));
        let mut keys: Vec<Key> = found.iter().map(key).collect();
        sort(&mut keys);
        let ranked = keys.iter().map(|key| (key[2] as usize, f32::from_bits(!key[0]))).collect();
        leaves.extend(filter.choices.iter().filter_map(|choice| self.chosen(choice)));
        Results { ranked, leaves, alone, matching, notes: query.notes.clone() }
    }

    /// Puts documents found in the order of their dates, undated ones last; of one day the better
    /// first.
    pub fn in_time(&self, ranked: &[(usize, f32)], order: TimeOrder) -> Vec<(usize, f32)> {
        let places: Vec<usize> = (0..ranked.len()).collect();
        let places = in_order(&places, |&place| {
            let published =
                self.archive.document(ranked[place].0).and_then(|found| found.published);
            let day = published.map_or(u32::MAX, |date| match order {
                TimeOrder::OldestFirst => signed(date.first_day().0),
                TimeOrder::NewestFirst => !signed(date.last_day().0),
            });
            [day, place as u32, 0]
        });
        places.into_iter().map(|place| ranked[place]).collect()
    }

    /// Counts the facets of the documents that match a query.
    pub fn facets(&self, matching: &[bool], filter: &Filter) -> Vec<Facet> {
        count(&self.documents(matching), filter, &self.named)
    }

    fn documents(&self, matching: &[bool]) -> Vec<DocumentRef<'a>> {
        self.archive
            .documents()
            .filter(|document| matching.get(document.number).is_some_and(|&found| found))
            .collect()
    }

    /// The score of each document that matches, and how many documents have each leaf.
    fn scores(&self, leaves: &[Leaf]) -> (Vec<Option<f32>>, Vec<usize>) {
        let mut scores = vec![Some(0.0_f32); self.archive.documents.len()];
        let mut alone = Vec::with_capacity(leaves.len());
        for leaf in leaves {
            let shares = self.shares(leaf);
            alone.push(shares.iter().flatten().count());
            for (total, own) in scores.iter_mut().zip(shares) {
                *total = total.filter(|_| own.is_some() != leaf.excluded);
                *total = total.map(|total| total + own.unwrap_or(0.0));
            }
        }
        (scores, alone)
    }

    /// An entity that a filter asks for, so that its mentions are hits like any others.
    fn chosen(&self, choice: &Choice) -> Option<Leaf> {
        choice.kind.entity().filter(|_| !choice.excluded)?;
        let entity = self.archive.find_entity(&choice.value)?;
        Some(Leaf {
            typed: choice.value.clone(),
            groups: Vec::new(),
            solid: Vec::new(),
            entities: Some(vec![entity.number]),
            excluded: false,
        })
    }

    /// All hits in a document, in reading order, title first. A place that several
    /// leaves ask for is one hit.
    pub fn hits(&self, document: &DocumentRef<'a>, leaves: &[Leaf]) -> Vec<Hit> {
        let Some(texts) = self.texts(document.number) else { return Vec::new() };
        // Longest first at each place; what lies within an earlier hit is dropped.
        let mut keys: Vec<Key> = Vec::new();
        for (leaf, asked) in leaves.iter().enumerate().filter(|(_, leaf)| !leaf.excluded) {
            let here =
                self.mentions(asked).filter(|found| found.document as usize == document.number);
            keys.extend(here.map(|found| [1, found.span.start, !found.span.end, leaf as u32]));
            for sequence in asked.groups.iter().flatten().chain(&asked.solid) {
                let (title, body) =
                    (texts.in_title(document, sequence), texts.in_body(document, sequence));
                let fields = [(HitField::Title, title), (HitField::Body, body)];
                for (field, spans) in fields {
                    let key = |span: Span| [field as u32, span.start, !span.end, leaf as u32];
                    keys.extend(spans.into_iter().map(key));
                }
            }
        }
        sort(&mut keys);
        let mut hits: Vec<Hit> = Vec::new();
        for [field, start, end, leaf] in keys {
            let field = if field == 0 { HitField::Title } else { HitField::Body };
            if hits.last().is_none_or(|last| last.field != field || start >= last.span.end) {
                hits.push(Hit { field, span: Span { start, end: !end }, leaf: leaf as usize });
            }
        }
        hits
    }

    /// The documents that a leaf asks for, with its share of their scores.
    fn shares(&self, leaf: &Leaf) -> Vec<Option<f32>> {
        let mut parts: Vec<Matches> = leaf.groups.iter().map(|group| self.any_of(group)).collect();
        parts.push(self.any_of(&leaf.solid));
        if leaf.entities.is_some() {
            let mut named = self.none();
            for mention in self.mentions(leaf) {
                if let Some(counts) = named.get_mut(mention.document as usize) {
                    counts.add(Counts { title: 0, body: 1 });
                }
            }
            parts.insert(0, named);
        }
        let having: Vec<usize> =
            parts.iter().map(|part| part.iter().filter(|counts| counts.any()).count()).collect();
        let score = |document: usize| {
            let has = |part: &Matches| part[document].any();
            let (solid, groups) = parts.split_last()?;
            (has(solid) || groups.iter().all(has)).then(|| {
                let scores = parts.iter().zip(&having).map(|(part, &having)| {
                    score(
                        part[document],
                        self.length(document),
                        having,
                        self.archive.documents.len(),
                    )
                });
                scores.sum()
            })
        };
        (0..self.archive.documents.len()).map(score).collect()
    }

    /// The mentions of the entities of a leaf.
    fn mentions(&self, leaf: &Leaf) -> impl Iterator<Item = Passage> {
        let numbers = leaf.entities.iter().flatten();
        let entities = numbers.filter_map(|&number| self.archive.entity(number));
        entities.flat_map(|entity| entity.mentions())
    }

    fn any_of(&self, sequences: &[Sequence]) -> Matches {
        let mut all = self.none();
        for sequence in sequences {
            for (sum, counts) in all.iter_mut().zip(self.matches(sequence)) {
                sum.add(counts);
            }
        }
        all
    }

    /// The documents that have a sequence: one word by its postings; more by the
    /// postings of all and then by scanning.
    fn matches(&self, sequence: &Sequence) -> Matches {
        let mut words = sequence.words.iter();
        let mut found = words.next().map_or(self.none(), |first| self.with_word(first));
        for word in words {
            for (counts, other) in found.iter_mut().zip(self.with_word(word)) {
                if !other.any() {
                    *counts = Counts::default();
                }
            }
        }
        if sequence.words.len() > 1 {
            for (number, counts) in found.iter_mut().enumerate().filter(|(_, counts)| counts.any())
            {
                *counts = self.counted(number, sequence);
            }
        }
        found
    }

    fn with_word(&self, word: &Word) -> Matches {
        let index = &self.archive.index;
        let mut all = self.none();
        for needle in &word.needles {
            let terms = match word.prefix {
                true => index.with_prefix(needle),
                false => vec![index.get(needle)],
            };
            for posting in terms.into_iter().flatten() {
                if let Some(sum) = all.get_mut(posting.document as usize) {
                    sum.add(Counts { title: posting.title, body: posting.body });
                }
            }
        }
        all
    }

    fn none(&self) -> Matches {
        vec![Counts::default(); self.archive.documents.len()]
    }

    fn counted(&self, number: usize, sequence: &Sequence) -> Counts {
        let (Some(document), Some(texts)) = (self.archive.document(number), self.texts(number))
        else {
            return Counts::default();
        };
        Counts {
            title: texts.in_title(&document, sequence).len() as u32,
            body: texts.in_body(&document, sequence).len() as u32,
        }
    }

    fn length(&self, document: usize) -> Length {
        let tokens = self.archive.document(document).map_or(0, |found| found.body_tokens);
        Length(tokens as f32 / self.mean_tokens)
    }

    fn texts(&self, number: usize) -> Option<&Texts> {
        let document = self.archive.document(number)?;
        Some(self.texts.get(number)?.get_or_init(|| {
            Texts {
                title: fold(document.title()),
                body: fold_reading(document.text()),
                headlines: document
                    .boilerplate
                    .iter()
                    .filter(|piece| piece.kind == BoilerplateKind::Teaser)
                    .map(|piece| piece.span)
                    .collect(),
            }
        }))
    }
}

impl Texts {
    /// Where a sequence stands in the title.
    fn in_title(&self, document: &DocumentRef<'_>, sequence: &Sequence) -> Vec<Span> {
        spans(sequence, document.title(), &self.title)
    }

    /// Where a sequence stands in the text, headlines of other stories left out.
    fn in_body(&self, document: &DocumentRef<'_>, sequence: &Sequence) -> Vec<Span> {
        let mut spans = spans(sequence, document.text(), &self.body);
        let foreign = |span: &Span| {
            self.headlines.iter().any(|other| other.start <= span.start && span.start < other.end)
        };
        spans.retain(|span| !foreign(span));
        spans
    }
}

fn spans(sequence: &Sequence, source: &str, folded: &Folded) -> Vec<Span> {
    let places = find(sequence, source, folded);
    places.into_iter().map(|place| Span::from(folded.to_source(place))).collect()
}

//! A sentence as those who look for meetings see it: its names and dates in order, and its
//! clauses, since a date belongs to what its own clause tells.

use super::Report;
use super::offices::beside;
use crate::lexicon::WordClass;
use crate::names::annotated::AnnotatedTokens;
use crate::span::Span;
use entente_model::EntityKind;
use std::ops::Range;

/// A sentence of more tokens is a list or a table. Each verb looks at all names of its
/// sentence, so this also keeps the work linear.
const LONGEST: usize = 500;

/// A name or date in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// The first token, and the one after the last.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: SpotKind,
    /// The number of the name or of the date.
    pub(super) number: usize,
}

impl Spot {
    /// Whether it is a name of this kind.
    pub(super) fn is(&self, kind: EntityKind) -> bool {
        self.kind == SpotKind::Name(kind)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SpotKind {
    Name(EntityKind),
    Date,
}

/// How a clause hangs on its sentence. The numbers are those of the word lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// It is the sentence itself.
    Main,
    /// What somebody says or thinks: a time of its own.
    That,
    /// About somebody or something: a time of its own.
    Who,
    /// At the same time: "when", "where".
    When,
    /// Before or after, mostly on the same day.
    After,
}

impl Link {
    const fn of(number: i32) -> Self {
        match number {
            0 => Self::That,
            1 => Self::Who,
            2 => Self::When,
            _ => Self::After,
        }
    }
}

/// A stretch of a clause, up to the next.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    from: usize,
    link: Link,
    /// The token at which the clause begins; of the sentence itself its first.
    clause: usize,
}

/// The tokens of a sentence with what stands in it.
pub(super) struct Sentence<'r> {
    pub(super) report: &'r Report<'r>,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) span: Span,
    /// Whether it opens a paragraph.
    pub(super) opens: bool,
    /// In order; of two that begin together the longer first.
    pub(super) spots: &'r [Spot],
    /// The offices told beside the names of people, as tokens.
    pub(super) titles: Vec<Range<usize>>,
    stretches: Vec<Stretch>,
}

/// The sentences of a report that tell its story.
pub(super) fn sentences<'r>(report: &'r Report<'r>, spots: &'r [Spot]) -> Vec<Sentence<'r>> {
    let tokens = report.annotated.tokens;
    let mut all = Vec::new();
    for block in report.blocks.iter().filter(|block| !block.is_teaser() && !block.is_credit()) {
        for found in entente_text::sentences(block.body.of(tokens.text)) {
            let span =
                Span { start: block.body.start + found.start, end: block.body.start + found.end };
            let (from, to) = (tokens.from(span.start), tokens.from(span.end));
            if to - from > LONGEST {
                continue;
            }
            let first = spots.partition_point(|spot| spot.from < from);
            let last = spots.partition_point(|spot| spot.from < to);
            let spots = &spots[first..last];
            let people = spots.iter().filter(|spot| spot.is(EntityKind::Person));
            let titles = people.flat_map(|spot| beside(report, spot)).collect();
            let opens = found.start == 0;
            let mut sentence =
                Sentence { report, from, to, span, opens, spots, titles, stretches: Vec::new() };
            sentence.stretches = sentence.parted();
            all.push(sentence);
        }
    }
    all
}

/// All names and dates of a report in order.
pub(super) fn spots(report: &Report) -> Vec<Spot> {
    let tokens = report.annotated.tokens;
    let spot = |span: &Span, kind, number| Spot {
        from: tokens.from(span.start),
        to: tokens.from(span.end),
        kind,
        number,
    };
    let names = report.names.iter().enumerate().flat_map(|(number, name)| {
        let kind = SpotKind::Name(name.kind);
        name.mentions.iter().map(move |span| spot(span, kind, number))
    });
    let dates = report.dates.iter().enumerate().filter(|(_, date)| !date.in_teaser);
    let dates = dates.map(|(number, date)| spot(&date.span, SpotKind::Date, number));
    let mut all: Vec<Spot> = names.chain(dates).collect();
    all.sort_by_key(|spot| (spot.from, usize::MAX - spot.to));
    all
}

impl<'r> Sentence<'r> {
    pub(super) const fn annotated(&self) -> &'r AnnotatedTokens<'r> {
        self.report.annotated
    }

    /// Where its clauses begin and where the sentence goes on behind one: at the comma that
    /// closes a clause which a comma or the sentence opened.
    fn parted(&self) -> Vec<Stretch> {
        let annotated = self.annotated();
        let main = Stretch { from: self.from, link: Link::Main, clause: self.from };
        let mut all = vec![main];
        let mut closes = false;
        for i in self.from..self.to {
            let here = all[all.len() - 1];
            let of = i > self.from && annotated.is(i - 1, WordClass::Of);
            // "in which" begins no second clause with its second word.
            let inner = annotated.inside(i, WordClass::Clause);
            let opens = annotated.at(i, WordClass::Clause);
            let opens = opens.filter(|_| !of && !inner && self.spot_over(i).is_none());
            if let Some(hit) = opens {
                let link = Link::of(hit.value);
                closes |= i == self.from || annotated.tokens.is(i - 1, ',');
                all.push(Stretch { from: i, link, clause: i });
            } else if here.link != Link::Main
                && (annotated.tokens.is(i, ';')
                    || closes && annotated.tokens.is(i, ',') && !self.lists(i + 1))
            {
                all.push(Stretch { from: i, ..main });
                closes = false;
            }
        }
        all
    }

    /// Whether somebody or a date stands here, as the next of a list.
    fn lists(&self, i: usize) -> bool {
        self.spots.iter().any(|spot| {
            spot.from == i && (spot.kind == SpotKind::Date || spot.is(EntityKind::Person))
        })
    }

    fn stretch(&self, i: usize) -> Stretch {
        let at = self.stretches.partition_point(|stretch| stretch.from <= i);
        self.stretches[at.saturating_sub(1)]
    }

    /// How the clause of a token hangs on the sentence.
    pub(super) fn link(&self, i: usize) -> Link {
        self.stretch(i).link
    }

    /// The token at which the clause of a token begins.
    pub(super) fn clause(&self, i: usize) -> usize {
        self.stretch(i).clause
    }

    /// The token at which the clause of a token ends or is broken.
    pub(super) fn clause_end(&self, i: usize) -> usize {
        let next = self.stretches.partition_point(|stretch| stretch.from <= i);
        self.stretches.get(next).map_or(self.to, |stretch| stretch.from)
    }

    /// The name or date that covers a token.
    pub(super) fn spot_over(&self, i: usize) -> Option<&'r Spot> {
        self.spots.iter().find(|spot| spot.from <= i && i < spot.to)
    }

    /// Whether a form of a sense stands in the clause at most so many tokens before.
    pub(super) fn within(&self, at: usize, most: usize, sense: WordClass) -> bool {
        let from = self.stretch(at).from.max(at.saturating_sub(most));
        self.has(from..at, sense)
    }

    /// Whether a form of a sense stands among these tokens.
    pub(super) fn has(&self, mut tokens: Range<usize>, sense: WordClass) -> bool {
        tokens.any(|i| self.annotated().is(i, sense))
    }

    /// The code of the country that a word names.
    pub(super) fn nation(&self, i: usize) -> Option<&'static str> {
        let annotated = self.annotated();
        let hit = annotated.nation(i)?;
        annotated.world.get(hit.value).map(|place| place.country).filter(|code| !code.is_empty())
    }

    /// Whether a token is this folded word.
    pub(super) fn word(&self, i: usize, word: &str) -> bool {
        self.annotated().tokens.key(i) == word
    }

    /// A mark that parts clauses.
    pub(super) fn mark(&self, i: usize) -> bool {
        self.annotated().tokens.is_any(i, &[';', ':', '(', ')', '"', '“', '”', '«', '»'])
    }
}

//! A sentence as those who look for meetings see it: its names and dates in order.

use super::Report;
use super::offices::beside;
use crate::dates::DateMention;
use crate::lexicon::WordClass;
use crate::names::NameEntity;
use crate::names::annotated::AnnotatedTokens;
use crate::span::Span;
use crate::tokens::Tokens;
use entente_model::EntityKind;
use std::ops::Range;

/// A sentence of more tokens is a list or a table. Each verb looks at all names of its
/// sentence, so this also keeps the work linear.
const LONGEST: usize = 500;

/// A name or date in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
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
pub(crate) enum SpotKind {
    Name(EntityKind),
    Date,
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
}

/// The sentences of a report that tell its story.
pub(super) fn sentences<'r>(report: &'r Report<'r>) -> Vec<Sentence<'r>> {
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
            let spots = report.spots;
            let first = spots.partition_point(|spot| spot.from < from);
            let last = spots.partition_point(|spot| spot.from < to);
            let spots = &spots[first..last];
            let people = spots.iter().filter(|spot| spot.is(EntityKind::Person));
            let titles = people.flat_map(|spot| beside(report, spot)).collect();
            let opens = found.start == 0;
            all.push(Sentence { report, from, to, span, opens, spots, titles });
        }
    }
    all
}

/// All names and dates of a report in order.
pub(crate) fn spots(tokens: &Tokens, names: &[NameEntity], dates: &[DateMention]) -> Vec<Spot> {
    let spot = |span: &Span, kind, number| Spot {
        from: tokens.from(span.start),
        to: tokens.from(span.end),
        kind,
        number,
    };
    let names = names.iter().enumerate().flat_map(|(number, name)| {
        let kind = SpotKind::Name(name.kind);
        name.mentions.iter().map(move |span| spot(span, kind, number))
    });
    let dates = dates.iter().enumerate().filter(|(_, date)| !date.in_teaser);
    let dates = dates.map(|(number, date)| spot(&date.span, SpotKind::Date, number));
    let mut all: Vec<Spot> = names.chain(dates).collect();
    all.sort_by_key(|spot| (spot.from, usize::MAX - spot.to));
    all
}

impl<'r> Sentence<'r> {
    pub(super) const fn annotated(&self) -> &'r AnnotatedTokens<'r> {
        self.report.annotated
    }

    /// The name or date that covers a token.
    pub(super) fn spot_over(&self, i: usize) -> Option<&'r Spot> {
        self.spots.iter().find(|spot| spot.from <= i && i < spot.to)
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
}

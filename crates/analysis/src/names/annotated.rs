//! A text as the finders of names see it: what each word can mean, and where a capital
//! says nothing.

use crate::boilerplate::Block;
use crate::lexicon::world::World;
use crate::lexicon::{Hit, Lexicon, WordClass, world};
use crate::span::Span;
use crate::tokens::{DASHES, Tokens};
use entente_model::BoilerplateKind;

/// The tokens with all that the word lists say of them.
pub(crate) struct AnnotatedTokens<'t> {
    pub(crate) tokens: &'t Tokens<'t>,
    pub(crate) world: &'static World,
    /// Whether the head of a name stands first: "ministère des Armées".
    pub(crate) postposed: bool,
    /// Whether words with other diacritics are other words: "Bỉ" and "Bí".
    pub(crate) strict: bool,
    /// The country whose bodies reports in the language name without it.
    pub(crate) home: Option<i32>,
    /// Of all tokens in order, longer forms first.
    hits: Vec<(WordClass, Hit)>,
    /// Of each token, where its hits begin.
    first: Vec<usize>,
    flags: Vec<Flags>,
}

/// What is known of a token's surroundings, as bits.
#[derive(Clone, Copy, Default)]
struct Flags(u8);

impl Flags {
    /// It opens a sentence.
    const OPENS: u8 = 1;
    /// It stands in a headline, where every word has a capital.
    const LOUD: u8 = 2;
    /// It is no part of the report.
    const OUT: u8 = 4;
    /// It is part of a date.
    const DATED: u8 = 8;
    /// It stands in a lead-in or a sign-off.
    const AGENCY: u8 = 16;
}

impl<'t> AnnotatedTokens<'t> {
    pub(crate) fn new(
        tokens: &'t Tokens<'t>,
        lexicon: &'t Lexicon,
        blocks: &[Block],
        dates: impl Iterator<Item = Span>,
    ) -> Self {
        let mut annotated = Self {
            tokens,
            world: world(),
            postposed: lexicon.postposed,
            strict: lexicon.strict,
            home: lexicon.home,
            hits: Vec::new(),
            first: Vec::with_capacity(tokens.len() + 1),
            flags: vec![Flags::default(); tokens.len()],
        };
        for i in 0..tokens.len() {
            annotated.first.push(annotated.hits.len());
            annotated.hits.extend(lexicon.all(tokens, i));
            if lexicon.strict {
                annotated.hits.extend(annotated.world.all_strict(tokens, i));
            } else {
                annotated.hits.extend(annotated.world.all(tokens, i));
            }
        }
        annotated.first.push(annotated.hits.len());
        for block in blocks {
            annotated.block(block);
        }
        for span in dates {
            annotated.mark(tokens.from(span.start), tokens.from(span.end), Flags::DATED);
        }
        annotated
    }

    fn block(&mut self, block: &Block) {
        let (first, last) = block.tokens;
        for piece in &block.pieces {
            let (from, to) = (self.tokens.from(piece.span.start), self.tokens.from(piece.span.end));
            if piece.what == BoilerplateKind::Agency {
                self.mark(from, to, Flags::AGENCY);
            }
            if matches!(piece.what, BoilerplateKind::Teaser | BoilerplateKind::Stamp)
                || block.is_credit()
            {
                self.mark(from, to, Flags::OUT);
            }
        }
        let body = block.body;
        let sentences = entente_text::sentences(body.of(self.tokens.text));
        let several = sentences.len() > 1;
        for sentence in sentences {
            let at = self.tokens.from(body.start + sentence.start);
            let mut at = at;
            while at < last && !self.tokens.is_word(at) && self.tokens.figures(at) == 0 {
                at += 1;
            }
            if at < last {
                self.mark(at, at + 1, Flags::OPENS);
            }
            // "14. Both Sides": the number counts the sentence.
            let counts = self.tokens.figures(at) > 0 && self.tokens.is_any(at + 1, &['.', ')']);
            if counts && at + 2 < last {
                self.mark(at + 2, at + 3, Flags::OPENS);
            }
        }
        // Four of five longer words with a capital and no full stop: a headline.
        let long = |&i: &usize| self.tokens.is_word(i) && self.tokens.raw(i).len() > 3;
        let inside = self.tokens.from(body.start)..last;
        let words = inside.clone().filter(long).count();
        let capitals = inside.filter(long).filter(|&i| self.tokens.capital(i)).count();
        let closes = |c: char| c.is_whitespace() || matches!(c, '”' | '"' | '’' | ')' | ']');
        let sentence = several || body.of(self.tokens.text).trim_end_matches(closes).ends_with('.');
        if words >= 4 && capitals * 5 >= words * 4 && !sentence {
            self.mark(first, last, Flags::LOUD);
        }
    }

    fn mark(&mut self, from: usize, to: usize, flag: u8) {
        self.flags[from..to].iter_mut().for_each(|flags| flags.0 |= flag);
    }

    fn has(&self, i: usize, flag: u8) -> bool {
        self.flags.get(i).is_some_and(|flags| flags.0 & flag != 0)
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// What begins at a token, longer forms first.
    pub(crate) fn all(&self, i: usize) -> &[(WordClass, Hit)] {
        match (self.first.get(i), self.first.get(i + 1)) {
            (Some(&from), Some(&to)) => &self.hits[from..to],
            _ => &[],
        }
    }

    /// The longest form of a sense that begins at a token.
    pub(crate) fn at(&self, i: usize, sense: WordClass) -> Option<Hit> {
        self.all(i).iter().find(|found| found.0 == sense).map(|found| found.1)
    }

    /// The longest form of any of these senses.
    pub(crate) fn any(&self, i: usize, senses: &[WordClass]) -> Option<(WordClass, Hit)> {
        self.all(i).iter().find(|found| senses.contains(&found.0)).copied()
    }

    pub(crate) fn is(&self, i: usize, sense: WordClass) -> bool {
        self.at(i, sense).is_some()
    }

    /// A form of a sense that ends before a token, and its first token.
    pub(crate) fn before(&self, i: usize, sense: WordClass) -> Option<(usize, Hit)> {
        (1..=6.min(i)).find_map(|back| {
            let hits = self.all(i - back).iter();
            let mut fits = hits.filter(|(found, hit)| *found == sense && hit.next == i);
            fits.next().map(|(_, hit)| (i - back, *hit))
        })
    }

    /// Whether a form of a sense that began before a token goes on over it.
    pub(crate) fn inside(&self, i: usize, sense: WordClass) -> bool {
        (1..=4.min(i)).any(|back| self.at(i - back, sense).is_some_and(|hit| hit.next > i))
    }

    /// Whether names are looked for here.
    pub(crate) fn within(&self, i: usize) -> bool {
        i < self.len() && !self.has(i, Flags::OUT)
    }

    /// Whether it is part of a date.
    pub(crate) fn dated(&self, i: usize) -> bool {
        self.has(i, Flags::DATED)
    }

    /// Whether it stands in a lead-in or a sign-off.
    pub(crate) fn in_agency(&self, i: usize) -> bool {
        self.has(i, Flags::AGENCY) && self.within(i)
    }

    /// Whether it opens a sentence.
    pub(crate) fn opens(&self, i: usize) -> bool {
        self.tokens.opens(i) || self.has(i, Flags::OPENS)
    }

    /// Whether a capital says nothing here.
    pub(crate) fn loud(&self, i: usize) -> bool {
        self.has(i, Flags::LOUD)
    }

    /// A word with a capital that may be part of a name.
    pub(crate) fn capital(&self, i: usize) -> bool {
        self.within(i) && !self.dated(i) && self.tokens.is_word(i) && self.tokens.capital(i)
    }

    /// A capital that is there for the name's sake: not one that only opens a sentence.
    pub(crate) fn proper(&self, i: usize) -> bool {
        self.capital(i) && !((self.opens(i) || self.loud(i)) && self.is(i, WordClass::NotName))
    }

    /// Whether a token follows the one before with nothing but space between.
    pub(crate) fn follows(&self, i: usize) -> bool {
        i > 0 && i < self.len() && !self.tokens.opens(i)
    }

    /// Whether a token touches the one before and belongs to it, as it does not behind an
    /// elision: "l'OTAN".
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.tokens.glued(i) && self.before(i, WordClass::Elision).is_none()
    }

    /// Whether what a list knows can be meant at a token: it has a capital, or the language
    /// writes the first of several words of names in small letters ("traité de l'Élysée").
    pub(crate) fn named(&self, i: usize, hit: &Hit) -> bool {
        self.capital(i) || self.postposed && self.within(i) && hit.next - i > 1
    }

    /// Past the full stop of an abbreviation.
    pub(crate) fn past_stop(&self, i: usize) -> usize {
        i + usize::from(self.tokens.is(i, '.') && self.tokens.glued(i) && !self.tokens.opens(i + 1))
    }

    /// The "s" of a possessive.
    pub(crate) fn owner_mark(&self, i: usize) -> bool {
        self.is(i, WordClass::Possessive) && !self.tokens.capital(i)
    }

    /// The "s" of a possessive that follows: the token after it.
    pub(crate) fn possessive(&self, i: usize) -> Option<usize> {
        let mark = self.tokens.is_any(i, &['\'', '’', 'ʼ', '`']) && self.tokens.glued(i);
        (mark && self.tokens.glued(i + 1) && self.owner_mark(i + 1)).then_some(i + 2)
    }

    /// A hyphen or dash that joins words, glued or not: the token after it.
    pub(crate) fn dash(&self, i: usize) -> Option<usize> {
        let joins = self.tokens.is_any(i, &DASHES) && self.follows(i) && self.follows(i + 1);
        joins.then_some(i + 1)
    }

    /// A word with a capital that an office or a body can be of: "National", "Defence".
    pub(crate) fn portfolio(&self, i: usize) -> bool {
        let small = [
            WordClass::The,
            WordClass::Of,
            WordClass::And,
            WordClass::To,
            WordClass::On,
            WordClass::PlaceWhere,
            WordClass::OrgLink,
        ];
        self.capital(i) && self.is(i, WordClass::OfficeWord) && self.any(i, &small).is_none()
    }

    /// A country, or the adjective of one.
    pub(crate) fn nation(&self, i: usize) -> Option<Hit> {
        self.any(i, &[WordClass::Country, WordClass::Demonym]).map(|found| found.1)
    }

    /// Two or more nations in a row: "Vietnam - France", "French-Vietnamese",
    /// "Japan-Philippines-US". The token after the last.
    pub(crate) fn nations(&self, i: usize) -> Option<usize> {
        let mut next = self.bloc(i)?;
        let mut count = 1;
        while let Some(other) = self.dash(next).and_then(|at| self.bloc(at)) {
            next = other;
            count += 1;
        }
        (count > 1).then_some(next)
    }

    fn bloc(&self, i: usize) -> Option<usize> {
        let found = self.any(
            i,
            &[
                WordClass::Country,
                WordClass::Demonym,
                WordClass::OrgKnown,
                WordClass::Region,
                WordClass::City,
            ],
        )?;
        (self.capital(i)).then_some(found.1.next)
    }
}

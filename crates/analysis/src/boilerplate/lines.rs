//! Lines that belong to the page by how they begin.
//!
//! A cue counts only where it cannot be the beginning of a sentence: with a colon after
//! it, alone on its line, or (sharing, bylines) on a line too short to be a paragraph.

use super::Block;
use crate::lexicon::{Lexicon, WordClass};
use crate::span::Span;
use crate::tokens::{Kind, Tokens};
use entente_model::BoilerplateKind;

/// A line of the page, in bytes: longer ones are text.
const SHORT: usize = 60;
/// A credit that names several people is no longer, in bytes.
const CREDIT: usize = 200;

/// Folds the block if it is a line of the page; says whether it was. `organisations` is how
/// many blocks of text came before.
pub(crate) fn class(
    tokens: &Tokens,
    lexicon: &Lexicon,
    block: &mut Block,
    span: Span,
    bodies: usize,
) -> bool {
    let (first, last) = block.tokens;
    let start =
        first + usize::from(tokens.is_any(first, &['(', '[', '>', '»', '*', '-', '•', '|']));
    let has_words = (first..last).any(|at| tokens.kind(at) != Some(Kind::Mark));
    if !has_words {
        block.fold(span, BoilerplateKind::Bullet);
        return true;
    }
    if span.of(tokens.text).contains('@') && !span.of(tokens.text).contains(char::is_whitespace) {
        block.fold(span, BoilerplateKind::Agency);
        return true;
    }
    let hit = |sense| lexicon.at(tokens, start, sense).map(|hit| hit.next);
    let after = |next: usize| next >= last || tokens.is_any(next, &[':', '>', '»', '|']);
    let short = span.end - span.start <= SHORT && !tokens.is_any(last.max(1) - 1, &['.', '!', '?']);
    if let Some(next) = hit(WordClass::Teaser).filter(|&next| after(next)) {
        block.heads_teasers = next + 1 >= last;
        block.fold(span, BoilerplateKind::Teaser);
        return true;
    }
    if hit(WordClass::Chrome)
        .is_some_and(|next| after(next) || (short && bodies > 1 && last - next <= 6))
    {
        block.fold(span, BoilerplateKind::Teaser);
        return true;
    }
    let mut credits = hit(WordClass::Credit).is_some_and(|next| {
        let named = tokens.key(next - 1) == "by" && next > start + 1 && tokens.capital(next);
        let colon =
            tokens.is(next, ':') && span.end - span.start <= CREDIT && (bodies > 0 || short);
        named || colon || (short && is_byline(tokens, next, last) && next == start + 1)
    });
    credits |= tokens.is(start, '©')
        || hit(WordClass::Rights).is_some_and(|next| {
            after(next) || tokens.is_any(next, &['©', '(']) || tokens.figures(next) == 4
        });
    if credits {
        block.fold(span, BoilerplateKind::Agency);
    }
    credits
}

/// "By Jane Doe": nothing but words with capitals, and small marks.
fn is_byline(tokens: &Tokens, from: usize, last: usize) -> bool {
    let names = (from..last).filter(|&at| tokens.is_word(at)).count();
    tokens.key(from.max(1) - 1) == "by"
        && (2..=8).contains(&names)
        && (from..last).all(|at| {
            tokens.capital(at)
                || tokens.is_any(at, &['.', ',', '-', '/', '&', '|', '(', ')'])
                || tokens.key(at) == "and"
        })
}

/// The token after the bullets at the head of a block.
pub(crate) fn bullet(tokens: &Tokens, first: usize, last: usize) -> Option<usize> {
    let mut at = first;
    while at < last && tokens.raw(at).chars().next().is_some_and(is_picture) {
        at += 1;
    }
    let listed =
        at == first && tokens.is_any(at, &['*', '-', '–', '+', '>']) && !tokens.glued(at + 1);
    let hashes = (first..last).take_while(|&i| tokens.is(i, '#')).count();
    if at == first && (1..=6).contains(&hashes) && !tokens.glued(first + hashes) {
        at = first + hashes;
    }
    at += usize::from(listed);
    (at > first && at < last).then_some(at)
}

/// List marks, symbols and emoji with their modifiers: no letters, quotes or money.
fn is_picture(c: char) -> bool {
    matches!(c,
        '•' | '·' | '‣' | '\u{200d}' | '\u{2190}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e000}'..='\u{f8ff}' | '\u{1f000}'..='\u{1faff}')
}

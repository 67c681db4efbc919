//! Which blocks are links to other stories.

use super::Block;
use crate::lexicon::{Lexicon, WordClass};
use crate::span::Span;
use crate::tokens::Tokens;
use entente_model::BoilerplateKind;

/// A line that does not end a sentence is a headline up to this many bytes.
const HEADLINE: usize = 200;

/// Marks what follows the last sign-off of the text, and headlines under a cue such as
/// "Related news".
pub(crate) fn mark(tokens: &Tokens, lexicon: &Lexicon, blocks: &mut [Block], spans: &[Span]) {
    let mut listing = false;
    for (block, &span) in blocks.iter_mut().zip(spans) {
        if block.heads_teasers {
            listing = true;
        } else if listing && !block.body.is_empty() {
            let bare = !tokens.is_any(block.tokens.1.max(1) - 1, &['.', '!', '?', '”', '"', ')']);
            listing =
                bare && span.end - span.start <= HEADLINE && block.lead.is_none() && !block.signed;
            if listing {
                block.fold(span, BoilerplateKind::Teaser);
            }
        }
    }
    let Some(last) = blocks.iter().rposition(|block| block.signed) else { return };
    // "AFP" under a headline signs nothing yet.
    let told = blocks[..=last].iter().any(|block| {
        block.body.of(tokens.text).ends_with(['.', '!', '?', '"', '”', '»', '…', ')'])
    });
    let rest = &blocks[last + 1..];
    let next_item = rest.iter().any(|block| block.lead.is_some());
    let next = rest.iter().find(|block| !block.body.is_empty());
    let goes_on = next.is_some_and(|block| {
        let first = tokens.from(block.body.start);
        lexicon.is(tokens, first, WordClass::GoesOn) || tokens.is_any(first, &['"', '“', '«'])
    });
    if !told || next_item || goes_on {
        return;
    }
    for (block, &span) in blocks.iter_mut().zip(spans).skip(last + 1) {
        if !block.body.is_empty() {
            block.fold(span, BoilerplateKind::Teaser);
        }
    }
}

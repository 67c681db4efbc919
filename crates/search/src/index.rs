//! The index of a corpus: which folded words stand in which documents, and how often.
//!
//! Runs when a corpus is compiled, beside the code that reads the index, so that both
//! cut and fold text alike.

use entente_archive::{Document, Index, Posting};
use entente_model::BoilerplateKind;
use entente_text::{fold, fold_reading, tokens};
use std::collections::BTreeMap;

/// Counts the words of all documents into an index, and notes in each document how many
/// words its title and its body have.
pub fn index(documents: &mut [Document<'_>]) -> Index<'static> {
    let mut terms = BTreeMap::<String, Vec<Posting>>::new();
    for (number, document) in documents.iter_mut().enumerate() {
        let mut count = |word: &str, field: fn(&mut Posting) -> &mut u32| {
            let postings = match terms.get_mut(word) {
                Some(postings) => postings,
                None => terms.entry(word.to_owned()).or_default(),
            };
            if postings.last().is_none_or(|last| last.document != number as u32) {
                postings.push(Posting { document: number as u32, ..Posting::default() });
            }
            if let Some(last) = postings.last_mut() {
                *field(last) += 1;
            }
        };

        let title = fold(&document.title);
        document.title_tokens = 0;
        for token in tokens(title.text()) {
            count(&title.text()[token], |posting| &mut posting.title);
            document.title_tokens += 1;
        }

        let mut teasers = document
            .boilerplate
            .iter()
            .filter(|piece| piece.kind == BoilerplateKind::Teaser)
            .map(|piece| piece.span)
            .peekable();
        let body = fold_reading(&document.text);
        document.body_tokens = 0;
        for token in tokens(body.text()) {
            let start = body.to_source(token.clone()).start as u32;
            while teasers.next_if(|teaser| teaser.end <= start).is_some() {}
            if teasers.peek().is_some_and(|teaser| teaser.start <= start) {
                count(&body.text()[token], |posting| &mut posting.headlines);
            } else {
                count(&body.text()[token], |posting| &mut posting.body);
                document.body_tokens += 1;
            }
        }
    }
    Index::new(&terms)
}
